"""Caption files: cues as SubRip, WebVTT and Advanced SubStation Alpha, as players and editors read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pysubs2

from renderers.timeline import CaptionCue
from tools.captions import CHARACTERS_A_SECOND, SHORTEST_SECONDS, cue_text

_GAP_FRAMES = 2
"""Between captions that follow one another, so that the eye sees the change (Netflix, Timed Text Style Guide)."""


@dataclass(frozen=True)
class FileLook:
    """How captions of a file that knows looks are set: family, size in lines of `height`, colours `#rrggbb`."""

    width: int
    height: int
    family: str
    size: float
    ink: str
    active: str
    plate: str
    opacity: float = 0.84
    top: bool = False
    karaoke: bool = False


def spaced(cues: Sequence[CaptionCue], rate: Fraction) -> list[CaptionCue]:
    """`cues` with two frames between those that touch, where the earlier one can be read without them."""
    found = list(cues)
    least = Fraction(SHORTEST_SECONDS).limit_denominator(60) * rate
    for index, (cue, following) in enumerate(zip(cues, cues[1:], strict=False)):
        end = min(cue.end, following.start - _GAP_FRAMES)
        length = len(cue_text(cue))
        if end - cue.start >= max(least, length * rate / CHARACTERS_A_SECOND):
            found[index] = CaptionCue(cue.lines, cue.start, end, cue.speaker)
    return found


def to_srt(cues: Sequence[CaptionCue], rate: Fraction) -> str:
    """The cues (programme frames) as a SubRip file."""
    blocks = (
        f"{number}\n{_clock(cue.start, rate, ',')} --> {_clock(cue.end, rate, ',')}\n{_safe(cue_text(cue))}\n"
        for number, cue in enumerate(cues, 1)
    )
    return "\n".join(blocks)


def to_vtt(cues: Sequence[CaptionCue], rate: Fraction) -> str:
    """The cues (programme frames) as a WebVTT file; who speaks is a voice span, as players and readers know it."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        text = _marked(_safe(cue_text(_unlabelled(cue))))
        voice = f"<v {_marked(cue.speaker)}>" if cue.speaker else ""
        blocks.append(f"{_clock(cue.start, rate, '.')} --> {_clock(cue.end, rate, '.')}\n{voice}{text}\n")
    return "\n".join(blocks)


def to_ass(cues: Sequence[CaptionCue], rate: Fraction, look: FileLook, title: str = "") -> str:
    """The cues (programme frames) as an Advanced SubStation file in the programme's look, word by word for karaoke."""
    file = pysubs2.SSAFile()
    file.info.update({"Title": " ".join(title.split()), "PlayResX": str(look.width), "PlayResY": str(look.height)})
    file.info["ScaledBorderAndShadow"] = "yes"
    file.styles = {"Default": _style(look)}
    for cue in cues:
        text = r"\N".join(_sung(cue, rate) if look.karaoke else map(_plain, cue_text(cue).split("\n")))
        event = pysubs2.SSAEvent(start=_milliseconds(cue.start, rate), end=_milliseconds(cue.end, rate), text=text)
        event.name = cue.speaker.replace(",", " ")
        file.append(event)
    return file.to_string("ass", header_notice="")


def _style(look: FileLook) -> pysubs2.SSAStyle:
    ink, active = _colour(look.ink), _colour(look.active)
    plate = _colour(look.plate, 1 - look.opacity)
    return pysubs2.SSAStyle(
        fontname=look.family,
        fontsize=look.size,
        bold=True,
        # What is sung goes from the second colour to the first.
        primarycolor=active if look.karaoke else ink,
        secondarycolor=ink,
        outlinecolor=plate,
        backcolor=plate,
        borderstyle=3,
        outline=look.size * 0.25,
        shadow=0.0,
        alignment=pysubs2.Alignment.TOP_CENTER if look.top else pysubs2.Alignment.BOTTOM_CENTER,
        marginl=round(look.width * 0.05),
        marginr=round(look.width * 0.05),
        marginv=round(look.height * (0.14 if look.height > look.width else 0.06)),
    )


def _sung(cue: CaptionCue, rate: Fraction) -> list[str]:
    """The lines of a cue with the hundredths of a second after which each word is lit."""
    lines, at = [], cue.start
    for line in cue.lines:
        text = ""
        for word in line:
            lit = round((word.end - at) * 100 / rate)
            text += f"{' ' if text else ''}{{\\kf{max(lit, 0)}}}{_plain(word.text)}"
            at = word.end
        lines.append(text)
    return lines


def _unlabelled(cue: CaptionCue) -> CaptionCue:
    if not cue.speaker:
        return cue
    first, *rest = cue.lines
    kept = [line for line in (first[1:], *rest) if line]
    return CaptionCue(tuple(kept), cue.start, cue.end)


def _plain(text: str) -> str:
    """`text` without what the format would take for its own: override blocks and breaks."""
    return text.replace("\\", "⧵").replace("{", "(").replace("}", ")").replace("\n", " ")


def _colour(value: str, clear: float = 0.0) -> pysubs2.Color:
    red, green, blue = (int(value[at : at + 2], 16) for at in (1, 3, 5))
    return pysubs2.Color(red, green, blue, round(255 * clear))


def _marked(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _safe(text: str) -> str:
    return text.replace("-->", "→")


def _milliseconds(frame: int, rate: Fraction) -> int:
    return round(frame * 1000 / rate)


def _clock(frame: int, rate: Fraction, mark: str) -> str:
    minutes, milliseconds = divmod(_milliseconds(frame, rate), 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{milliseconds // 1000:02d}{mark}{milliseconds % 1000:03d}"
