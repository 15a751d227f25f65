"""Which frames of a finished film show what is written in it: as few as show all, one a scene where that is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from renderers.written_scenes import SeenText
from tools.review_plan import SceneSpan

MOST_FRAMES = 24
"""Frames of one film that are decoded for this, spread over its scenes."""
_MOST_A_SCENE = 3
_BEFORE = 3
"""Frames before a text begins to leave at which it is looked at."""


def moments(texts: Sequence[SeenText], scenes: Sequence[SceneSpan]) -> Iterator[tuple[int, list[SeenText]]]:
    """Frames of the programme, in order, and what is written in each.

    At most three a scene: the fewest in which all but captions can be read; of captions those that are there then, or
    else the longest.
    """
    by_scene: dict[str, list[SeenText]] = defaultdict(list)
    for text in texts:
        if text.lines:
            by_scene[text.scene].append(text)
    step = max(1, -(-len(by_scene) // MOST_FRAMES))
    left = MOST_FRAMES
    for number, scene in enumerate(scenes):
        shown = by_scene.get(scene.id, [])
        if number % step or not shown or left <= 0:
            continue
        frames = _stabs([text for text in shown if text.kind != "caption"])[:_MOST_A_SCENE]
        captions = [text for text in shown if text.kind == "caption"]
        if captions and not any(text.start <= frame < text.end for text in captions for frame in frames):
            longest = max(captions, key=lambda text: text.end - text.start)
            frames = [*frames[: _MOST_A_SCENE - 1], longest.first]
        for frame in sorted(frames):
            left -= 1
            yield frame, [text for text in shown if _readable(text, frame)]


def _readable(text: SeenText, frame: int) -> bool:
    # A caption neither moves nor fades but for a moment at its ends.
    slack = (text.end - text.start) // 4 if text.kind == "caption" else 0
    return text.start + slack <= frame < text.end - slack if slack else text.first <= frame <= text.last


def _stabs(texts: Sequence[SeenText]) -> list[int]:
    """The fewest frames of which one lies between the first and the last of each of `texts`."""
    frames: list[int] = []
    for text in sorted(texts, key=lambda text: text.last):
        if not frames or frames[-1] < text.first:
            frames.append(max(text.first, text.last - _BEFORE))
    return frames
