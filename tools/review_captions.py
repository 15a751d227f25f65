"""Check of the captions beside a video or in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from renderers.inspection import Inspection
from tools.review_plan import Expected, overlap
from tools.review_report import Finding, Severity

_COVERED = 0.9
"""The share of planned speech that captions have to cover: a cue may start a little after its first word."""
_STAMP = r"((?:\d+:)?\d\d:\d\d[.,]\d{3})"
_CUE = re.compile(rf"{_STAMP}[ \t]+-->[ \t]+{_STAMP}")
_MARKUP = re.compile(r"</?[a-z][^>\n]*>")
_LATE = 0.1
"""Seconds by which a last cue may outlast the video before it is called wrong."""
_LONGEST_FILE = 8 << 20


def check_captions(path: Path, found: Inspection, expected: Expected | None) -> Iterator[Finding]:
    """Whether captions lie beside the file (`.srt`, `.vtt`) or in it, in order, within it, and over all speech."""
    files = [beside for ending in (".srt", ".vtt") if (beside := path.with_suffix(ending)).is_file()]
    for file in files:
        yield _caption_file(file, found, expected)
    if files:
        return
    if found.facts.captions:
        inside = found.facts.captions
        yield Finding(check="captions", severity="ok", measured=inside, sentence="Captions are in the file.")
        return
    wanted = expected is not None and expected.captions
    yield Finding(
        check="captions",
        severity="fault" if wanted else "notice",
        measured=0,
        sentence="No caption file lies beside the video; captions in the picture itself are not counted.",
        patch="make it again with captions beside it",
    )


@dataclass(frozen=True)
class Cue:
    """One caption of a file: its times in seconds, and its lines."""

    start: float
    end: float
    lines: tuple[str, ...]


def read_cues(path: Path) -> Iterator[Cue]:
    """The captions of the first file beside the video at `path` that can be read, in the order of the file."""
    for ending in (".srt", ".vtt"):
        try:
            with path.with_suffix(ending).open(encoding="utf-8-sig", errors="replace") as opened:
                text = opened.read(_LONGEST_FILE)
        except OSError:
            continue
        marks = list(_CUE.finditer(text))
        for mark, following in pairwise([*marks, None]):
            assert mark is not None
            until = following.start() if following else len(text)
            lines = text[mark.end() : until].split("\n")[1:]
            if (
                following
                and ending == ".srt"
                and lines
                and (number := lines[-2:])[0].strip().isdigit()
                and not number[-1]
            ):
                # The number before the next stamp is that one's own.
                del lines[-2:]
            said = tuple(bare for line in lines if (bare := _MARKUP.sub("", line).strip()))
            yield Cue(_seconds(mark[1]), _seconds(mark[2]), said)
        return


def _caption_file(file: Path, found: Inspection, expected: Expected | None) -> Finding:
    def finding(severity: Severity, sentence: str, measured: float | int) -> Finding:
        return Finding(check="captions", severity=severity, measured=measured, sentence=sentence)

    try:
        with file.open(encoding="utf-8-sig", errors="replace") as opened:
            cues = [(_seconds(start), _seconds(end)) for start, end in _CUE.findall(opened.read(_LONGEST_FILE))]
    except OSError as error:
        return finding("warning", f"{file.name} can not be read: {error.strerror or error}.", 0)
    if not cues:
        return finding("fault", f"{file.name} holds no captions.", 0)
    if any(end <= start for start, end in cues) or any(later[0] < earlier[0] for earlier, later in pairwise(cues)):
        return finding("fault", f"The captions of {file.name} are not in order.", len(cues))
    late = cues[-1][1] - found.duration
    if late > _LATE:
        return finding("fault", f"{file.name} goes on for {late:.1f} s after the video has ended.", len(cues))
    if expected is not None and expected.speech:
        spoken = sum(float(span.duration / expected.rate) for span in expected.speech)
        covered = sum(overlap(start, end, expected.speech, expected.rate) for start, end in cues) / spoken
        if covered < _COVERED:
            return finding("warning", f"{file.name} covers {covered:.0%} of what is said.", round(covered, 3))
    return finding("ok", f"{file.name} holds {len(cues)} captions, in order and within the video.", len(cues))


def _seconds(stamp: str) -> float:
    """`HH:MM:SS,mmm` or `MM:SS.mmm` in seconds."""
    total = 0.0
    for part in stamp.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
