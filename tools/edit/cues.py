"""Cues: the words of every line as captions, in the frames in which they are heard."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from renderers.timeline import CaptionCue, CueWord
from tools.captions import COLUMNS, SHORTEST_SECONDS, break_captions, caption_words
from tools.edit.times import Edit, EditedScene, SpokenLine, frames
from tools.storyboard import Scene, Storyboard


def cue_words(
    scene: Scene, edited: EditedScene, spoken: Mapping[str, SpokenLine], rate: Fraction
) -> tuple[CueWord, ...]:
    """The words of a scene as they are written, with the frames (scene-local) in which they are heard; none overlap."""
    return tuple(word for line in _line_words(scene, edited, spoken, rate) for word in line)


def _line_words(
    scene: Scene, edited: EditedScene, spoken: Mapping[str, SpokenLine], rate: Fraction
) -> list[list[CueWord]]:
    texts = {line.id: line.text for line in scene.lines}
    found: list[list[CueWord]] = []
    free = 0
    for placed in edited.lines:
        words = []
        for text, begin, end in caption_words(texts[placed.id], spoken[placed.id].words):
            start = min(max(free, placed.start + frames(begin, rate)), edited.duration - 1)
            free = min(max(start + 1, placed.start + frames(end, rate)), edited.duration)
            words.append(CueWord(text, start, free))
        found.append(words)
    return found


def scene_cues(
    scene: Scene, edited: EditedScene, spoken: Mapping[str, SpokenLine], rate: Fraction, columns: int
) -> tuple[CaptionCue, ...]:
    """The captions of a scene, in its own frames.

    No cue runs from one line into the next, so that a line that is changed leaves the others' cues as they are; only a
    line too short to be read by itself shares its cue with a neighbour.
    """
    shortest = frames(SHORTEST_SECONDS, rate)
    groups: list[list[CueWord]] = []
    for words in filter(None, _line_words(scene, edited, spoken, rate)):
        if groups and words[0].start - groups[-1][0].start < shortest:
            groups[-1] += words
        else:
            groups.append(words)
    if len(groups) > 1 and edited.duration - groups[-1][0].start < shortest:
        groups[-2:] = [groups[-2] + groups[-1]]
    ends = [*(group[0].start for group in groups), edited.duration][1:]
    return tuple(
        cue for group, end in zip(groups, ends, strict=True) for cue in _broken(tuple(group), columns, rate, end)
    )


@lru_cache(maxsize=1024)
def _broken(words: tuple[CueWord, ...], columns: int, rate: Fraction, end: int) -> tuple[CaptionCue, ...]:
    """The cues of `words`: captions in the picture and beside it, and one draft and the next, mostly ask alike."""
    return break_captions(words, columns=columns, rate=rate, end=end)


def programme_cues(storyboard: Storyboard, edit: Edit, spoken: Mapping[str, SpokenLine]) -> tuple[CaptionCue, ...]:
    """The captions of the whole programme, in programme frames, for caption files."""
    found: list[CaptionCue] = []
    for scene, edited in zip(storyboard.scenes, edit.scenes, strict=True):
        cues = scene_cues(scene, edited, spoken, edit.rate, COLUMNS[storyboard.aspect])
        found += [_moved(cue, edited.start) for cue in cues]
    return tuple(found)


def _moved(cue: CaptionCue, by: int) -> CaptionCue:
    lines = tuple(tuple(CueWord(word.text, word.start + by, word.end + by) for word in line) for line in cue.lines)
    return CaptionCue(lines, cue.start + by, cue.end + by)
