"""Supers: what stands in a scene as large words, so that the same words are not shown twice at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from renderers.timeline import CaptionCue
from tools.storyboard import Layout, Scene

_LEAST = 3
"""Words of a caption from which on it is more than chance that they stand in a super."""


def shown_heading(scene: Scene, layout: Layout) -> str:
    """The heading of `scene` as `layout` shows it; empty where the label of its figure says all of it."""
    if layout == "statistic" and _within(scene.heading, scene.content.label):
        return ""
    return scene.heading


def shown_label(scene: Scene) -> str:
    """What is written beside the figure of `scene`; empty where its heading says all of it and more."""
    label = scene.content.label
    return "" if shown_heading(scene, "statistic") and _within(label, scene.heading) else label


def beside_supers(cues: Sequence[CaptionCue], scene: Scene, layout: Layout) -> tuple[CaptionCue, ...]:
    """Those of the captions of `scene` whose words are not read in its quote or its large heading anyway.

    One that says who speaks stays.
    """
    told = {"quote": scene.content.quote, "title": scene.heading, "chapter": scene.heading}.get(layout, "")
    read = _plain(told)
    return tuple(cue for cue in cues if cue.speaker or not _inside(_said(cue), read))


def _said(cue: CaptionCue) -> tuple[str, ...]:
    return _plain(" ".join(word.text for line in cue.lines for word in line))


def _within(part: str, whole: str) -> bool:
    words = _plain(part)
    return bool(words) and _run(words, _plain(whole))


def _inside(words: tuple[str, ...], read: tuple[str, ...]) -> bool:
    return len(words) >= min(_LEAST, max(len(read), 1)) and _run(words, read)


def _run(words: tuple[str, ...], within: tuple[str, ...]) -> bool:
    """Whether `words` follow one another somewhere in `within`."""
    count = len(words)
    return any(within[at : at + count] == words for at in range(len(within) - count + 1))


def _plain(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: letters, marks and digits alone, without case."""
    split = ("".join(sign for sign in word if unicodedata.category(sign)[0] in "LMN") for word in text.split())
    return tuple(word.casefold() for word in split if word)
