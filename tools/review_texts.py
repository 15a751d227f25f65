"""Check of what is written in the picture: that it can be read on what is really behind it, stands where it may, covers
nobody's face and nothing else that is written, and stays long enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from renderers.layout import safe_area
from renderers.picture_format import PictureFormat
from renderers.takes import TakeStore
from renderers.timebase import seconds as seconds_of
from renderers.written_scenes import Box, SeenLine, SeenText
from tools.edit.placement import LONGEST_READING, READING_SECONDS_A_WORD
from tools.review_plan import Expected, Places
from tools.review_report import Finding, Severity
from tools.review_text_moments import moments

if TYPE_CHECKING:
    from tools.review_text_pixels import Rgb

READABLE, LARGE_READABLE = 4.5, 3.0
"""Contrast of text and of large text (WCAG 2.2, 1.4.3)."""
LARGE = 48.0
"""Design units from which type is large: at the usual distance from a screen it is seen as 24 CSS pixels are."""
_LOSS = 0.95
"""What lossy video and halved chroma may take of a contrast."""
_OUTSIDE = 0.004
"""The share of the frame by which letters may reach over an edge: overhang and rounding."""
_OWN, _FOREIGN, _COLOURED = 0.7, 0.4, 0.02
"""Shares of what is coloured that have the palette's hues, and of the picture that is coloured at all."""
_COVERED = 0.02
"""The share of a face, or of a line of type, that may be touched by the box of another line."""
_TOO_SHORT = 0.75
"""The share of the time that reading takes below which what is written is lost."""

_HEARD = 1.2
"""Seconds in which an entry is taken in that is heard as it comes."""

_PLACES = {"caption": "put the captions at the top", "heading": "shorten the heading"}


def check_texts(path: Path, expected: Expected, places: Places, takes: TakeStore | None = None) -> Iterator[Finding]:
    """What is wrong with what is written in the pictures of the file at `path`, the worst of each kind, or that nothing
    is; nothing where nothing is written.

    Pictures that `takes` holds are not decoded again. Raises `MediaRejected` where a picture can not be read.
    """
    if not any(text.lines for text in expected.texts):
        return
    looked = _looks(path, expected, takes)
    yield from _contrast(looked, expected, places)
    if expected.brand is None and expected.hues:
        yield _palette(looked, expected, places)
    yield from _safe(expected, places)
    yield from _overlap(expected, places)
    yield from _reading(expected, places)


def _looks(path: Path, expected: Expected, takes: TakeStore | None) -> list[tuple[float, Rgb, list[SeenText]]]:
    """Decoded frames of at most 540 lines or columns: the second, the pixels, and what is written in each."""
    from renderers.inspection_stills import Stills

    found, stills = [], Stills(path, takes)
    height = min(expected.height, 540 * expected.height // min(expected.width, expected.height))
    size = (round(expected.width * height / expected.height / 2) * 2, height // 2 * 2)
    for frame, shown in moments(expected.texts, expected.scenes):
        at = seconds_of(frame, expected.rate)
        picture = stills.at(at + 0.5 / float(expected.rate), size)
        if picture is not None:
            found.append((at, picture, shown))
    return found


def _palette(looked: Sequence[tuple[float, Rgb, list[SeenText]]], expected: Expected, places: Places) -> Finding:
    """Whether what is coloured has the hues of the programme's own palette; a brand's is held against it elsewhere."""
    from tools.review_brand_pixels import own_hues

    hidden = {face.scene: [face.figure] for face in expected.faces}
    seen: list[tuple[float, float, float]] = [
        (*own_hues(frame, expected.hues, hidden.get(shown[0].scene, [])), at)
        for at, frame, shown in looked
        if shown and shown[0].scene not in expected.pictured
    ]
    worst, coloured, at = min([(1.0, 0.0, 0.0), *seen], key=lambda one: (one[0] - 1) * one[1])
    fine = worst >= _OWN or coloured < _COLOURED
    return Finding(
        check="palette",
        severity="ok" if fine else "warning" if worst >= _FOREIGN else "fault",
        measured=round(worst, 3),
        expected=1,
        sentence="What is coloured has the hues of the palette."
        if fine
        else f"Only {worst:.0%} of what is coloured here has the hues of the palette.",
        scene=None if fine else places.scene(at),
        timecode=None if fine else places.timecode(at),
        patch=None if fine else "use another background for this scene",
    )


def _contrast(
    looked: Sequence[tuple[float, Rgb, list[SeenText]]], expected: Expected, places: Places
) -> Iterator[Finding]:
    low: list[tuple[float, float, SeenText, str, float]] = []
    least = 99.0
    for at, frame, shown in looked:
        for text in shown:
            for line, found in _measured(frame, text):
                wanted = LARGE_READABLE if line.size >= LARGE else READABLE
                if found is not None:
                    least = min(least, found)
                    if found < wanted * _LOSS:
                        low.append((found / wanted, found, text, line.text, at))
    if not low:
        if least < 99:
            sentence = f"Everything that is written stands out from what is behind it, by {least:.1f}:1 at the least."
            yield Finding(check="text contrast", severity="ok", measured=round(least, 2), expected=LARGE_READABLE,
                          sentence=sentence)  # fmt: skip
        return
    for scene, weak in _by_scene(low).items():
        share, ratio, text, said, at = min(weak, key=lambda one: one[0])
        wanted = ratio / share
        yield Finding(
            check="text contrast",
            severity="fault" if share < 0.7 else "warning",
            measured=round(ratio, 2),
            expected=round(wanted, 1),
            sentence=f"{_quoted(said)} ({text.kind}) has a contrast of {ratio:.1f}:1 with what is behind it; "
            f"{wanted:g}:1 is needed.",
            scene=scene,
            timecode=places.timecode(at),
            patch="choose a calmer background for this scene" if text.kind in ("heading", "end card", "graphic")
            else "put the captions on a box" if text.kind == "caption" else "choose other colours",
        )  # fmt: skip


def _measured(frame: Rgb, text: SeenText) -> Iterator[tuple[SeenLine, float | None]]:
    """Each line and its contrast; of one that is set in several states, that of the state it is in."""
    from tools.review_text_pixels import line_contrast

    states: dict[tuple[str, Box], list[SeenLine]] = defaultdict(list)
    for line in text.lines:
        states[line.text, line.box].append(line)
    for lines in states.values():
        found = [ratio for line in lines if (ratio := line_contrast(frame, line)) is not None]
        yield lines[0], max(found, default=None)


def _by_scene(
    found: Iterable[tuple[float, float, SeenText, str, float]],
) -> dict[str, list[tuple[float, float, SeenText, str, float]]]:
    by: dict[str, list[tuple[float, float, SeenText, str, float]]] = defaultdict(list)
    for one in found:
        by[one[2].scene].append(one)
    return by


def _safe(expected: Expected, places: Places) -> Iterator[Finding]:
    format = PictureFormat(expected.width, expected.height, expected.rate)
    safe = safe_area(format)
    wide, high = format.design_width, format.design_height
    room = (safe.x / wide, safe.y / high, safe.right / wide, safe.bottom / high)
    wrong: dict[str, tuple[float, SeenText, str]] = {}
    for text in expected.texts:
        # A disclosure stands in the margin, where nothing else is ever written.
        for line in text.lines if text.kind != "disclosure" else ():
            over = _outside(line.box, room)
            if over > _OUTSIDE and over > wrong.get(text.scene, (0.0,))[0]:
                wrong[text.scene] = (over, text, line.text)
    for scene, (over, text, said) in wrong.items():
        edge = _outside(next(each.box for each in text.lines if each.text == said), (0.0, 0.0, 1.0, 1.0))
        severity: Severity = "fault" if edge > _OUTSIDE else "warning"
        where = "reaches out of the picture" if severity == "fault" else "stands in the margin that screens may cut"
        yield Finding(check="safe area", severity=severity, measured=round(over, 4), expected=0,
                      sentence=f"{_quoted(said)} ({text.kind}) {where}, by {over:.1%} of it.", scene=scene,
                      timecode=places.timecode(seconds_of(text.first, expected.rate)),
                      patch=_PLACES.get(text.kind, "say it in fewer words"))  # fmt: skip
    if not wrong:
        yield Finding(check="safe area", severity="ok", measured=0, expected=0,
                      sentence="Everything that is written stands in the safe area.")  # fmt: skip


def _outside(box: Box, room: tuple[float, float, float, float]) -> float:
    """How far a box reaches out of a room (left, top, right, bottom), in shares of the frame."""
    left, top, width, height = box
    return max(room[0] - left, room[1] - top, left + width - room[2], top + height - room[3], 0.0)


def _overlap(expected: Expected, places: Places) -> Iterator[Finding]:
    faces = {face.scene: face.box for face in expected.faces}
    scenes: dict[str, list[SeenText]] = defaultdict(list)
    for text in expected.texts:
        if text.lines:
            scenes[text.scene].append(text)
    clean = True
    for scene, shown in scenes.items():
        worst: tuple[float, str, int, str] = (_COVERED, "", 0, "")
        for text in shown:
            for line in text.lines if scene in faces else ():
                share = _shared(faces[scene], line.box)
                if share > worst[0]:
                    told = f"{_quoted(line.text)} ({text.kind}) covers the presenter's face"
                    worst = (share, told, text.first, _PLACES.get(text.kind, "move the presenter to the other side"))
        for one, other in combinations(shown, 2):
            if one.start >= other.end or other.start >= one.end:
                continue
            share = max((_shared(a.box, b.box) for a in one.lines for b in other.lines), default=0.0)
            if share > worst[0]:
                told = f"{_quoted(one.text)} ({one.kind}) and {_quoted(other.text)} ({other.kind}) lie over each other"
                patch = _PLACES["caption"] if "caption" in (one.kind, other.kind) else "say it in fewer words"
                worst = (share, told, max(one.first, other.first), patch)
        if worst[1]:
            clean = False
            yield Finding(check="text overlap", severity="fault" if worst[0] > 0.15 else "warning",
                          measured=round(worst[0], 3), expected=0, sentence=f"{worst[1]}, by {worst[0]:.0%}.",
                          scene=scene, timecode=places.timecode(seconds_of(worst[2], expected.rate)),
                          patch=worst[3])  # fmt: skip
    if clean:
        yield Finding(check="text overlap", severity="ok", measured=0, expected=0,
                      sentence="What is written covers neither a face nor anything else that is written.")  # fmt: skip


def _shared(one: Box, other: Box) -> float:
    """The share of the smaller of two boxes that the other covers."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    least = min(one[2] * one[3], other[2] * other[3])
    return wide * high / least if wide > 0 and high > 0 and least > 0 else 0.0


def _reading(expected: Expected, places: Places) -> Iterator[Finding]:
    wrong: dict[str, list[tuple[float, float, float, SeenText]]] = defaultdict(list)
    itemised = {text.scene for text in expected.texts if text.kind == "entry"}
    for text in expected.texts:
        # How captions read is measured on their files; what lists show is counted entry by entry. Nobody reads all of
        # a screen or of a scale.
        if (
            text.kind in ("caption", "disclosure", "screen", "chart")
            or text.kind == "graphic"
            and text.scene in itemised
        ):
            continue
        needed = READING_SECONDS_A_WORD * len(text.text.split())
        needed = min(needed, _HEARD if text.kind == "entry" else LONGEST_READING)
        stays = seconds_of(text.end - text.start, expected.rate)
        if needed and stays < needed:
            wrong[text.scene].append((stays / needed, stays, needed, text))
    for scene, found in wrong.items():
        share, stays, needed, text = min(found, key=lambda one: one[0])
        more = needed - stays
        yield Finding(
            check="reading time",
            severity="fault" if share < _TOO_SHORT else "warning",
            measured=round(stays, 2),
            expected=round(needed, 2),
            sentence=f"{_quoted(text.text)} ({text.kind}) is seen for {stays:.1f} s; reading it takes {needed:.1f} s.",
            scene=scene,
            timecode=places.timecode(seconds_of(text.start, expected.rate)),
            patch=f"hold this scene {max(more, 0.1):.1f} seconds longer",
        )
    if not wrong:
        yield Finding(check="reading time", severity="ok", measured=0, expected=0,
                      sentence="Everything that is written stays long enough to be read.")  # fmt: skip


def _quoted(text: str) -> str:
    words: Sequence[str] = text.split()
    return f"“{' '.join(words[:8])}{' …' if len(words) > 8 else ''}”"
