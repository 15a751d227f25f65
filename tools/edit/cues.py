"""Cues: the words of every line as captions, in the frames in which they are heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from renderers.timeline import CaptionCue, CueWord
from tools.captions import COLUMNS, ROWS, Breaking, break_captions, caption_words
from tools.edit.times import Edit, EditedScene, SpokenLine, frames
from tools.looks import captions_style_of
from tools.storyboard import Scene, Storyboard

MOST_COLUMNS = 42
"""Of a line of captions, however small: longer lines are lost on the way back to the next."""
WORD_COLUMNS = {"16:9": 20, "1:1": 16, "4:5": 15, "9:16": 14}
"""Of captions that show a few large words at a time."""
WORD_SECONDS = 0.3
"""Those change with the voice; shorter than this no word is read."""


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
    scene: Scene,
    edited: EditedScene,
    spoken: Mapping[str, SpokenLine],
    rate: Fraction,
    asked: Breaking,
    speaker: str = "",
) -> tuple[CaptionCue, ...]:
    """The captions of a scene, in its own frames, broken as `asked`; the first says who speaks where `speaker` is told.

    No cue runs from one line into the next, so that a line that is changed leaves the others' cues as they are; only a
    line too short to be read by itself shares its cue with a neighbour.
    """
    shortest = frames(asked.shortest, rate)
    groups: list[list[CueWord]] = []
    for words in filter(None, _line_words(scene, edited, spoken, rate)):
        if groups and words[0].start - groups[-1][0].start < shortest:
            groups[-1] += words
        else:
            groups.append(words)
    if len(groups) > 1 and edited.duration - groups[-1][0].start < shortest:
        groups[-2:] = [groups[-2] + groups[-1]]
    ends = [*(group[0].start for group in groups), edited.duration][1:]
    if speaker and groups:
        start = groups[0][0].start
        groups[0].insert(0, CueWord(f"{speaker}:", start, start))
    cues = [cue for group, end in zip(groups, ends, strict=True) for cue in _broken(tuple(group), asked, rate, end)]
    if speaker and cues:
        cues[0] = replace(cues[0], speaker=speaker)
    return tuple(cues)


def speakers(storyboard: Storyboard) -> dict[str, str]:
    """Who is named in the first caption of which scene, by scene id, where the storyboard asks for it: whoever has a
    name, when they begin to speak, and again after a film or somebody else was heard.
    """
    named: dict[str, str] = {}
    heard = ""
    for scene in storyboard.scenes if storyboard.captions_speakers else ():
        if scene.film is not None and scene.film.sound:
            heard = ""
        elif scene.lines:
            name = " ".join((scene.speaker if scene.listening else storyboard.presenter_name).split())
            if name and name != heard:
                named[scene.id] = name
            heard = name
    return named


def burned(storyboard: Storyboard, size: float) -> Breaking:
    """How captions in the picture are broken, at `size` times the usual size."""
    if captions_style_of(storyboard) == "word":
        return Breaking(round(WORD_COLUMNS[storyboard.aspect] / size), rows=1, words=3, shortest=WORD_SECONDS)
    columns = min(round(COLUMNS[storyboard.aspect] / size), MOST_COLUMNS)
    # Large ones would take the room that the presenter has.
    return Breaking(columns, ROWS[storyboard.aspect] if size <= 1 else 2)


@lru_cache(maxsize=1024)
def _broken(words: tuple[CueWord, ...], asked: Breaking, rate: Fraction, end: int) -> tuple[CaptionCue, ...]:
    """The cues of `words`: captions in the picture and beside it, and one draft and the next, mostly ask alike."""
    return break_captions(words, asked, rate=rate, end=end)


def programme_cues(storyboard: Storyboard, edit: Edit, spoken: Mapping[str, SpokenLine]) -> tuple[CaptionCue, ...]:
    """The captions of the whole programme, in programme frames, for caption files."""
    found: list[CaptionCue] = []
    named, asked = speakers(storyboard), Breaking(COLUMNS[storyboard.aspect], ROWS[storyboard.aspect])
    for scene, edited in zip(storyboard.scenes, edit.scenes, strict=True):
        cues = scene_cues(scene, edited, spoken, edit.rate, asked, named.get(scene.id, ""))
        found += [_moved(cue, edited.start) for cue in cues]
    return tuple(found)


def _moved(cue: CaptionCue, by: int) -> CaptionCue:
    lines = tuple(tuple(CueWord(word.text, word.start + by, word.end + by) for word in line) for line in cue.lines)
    return CaptionCue(lines, cue.start + by, cue.end + by, cue.speaker)
