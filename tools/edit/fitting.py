"""Fitting: which of the optional lines are said, so that a programme comes near the length asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from tools.edit.placement import reach
from tools.edit.times import SpokenLine
from tools.script import Script
from tools.storyboard import Storyboard

_CARDS = ("title", "end_card", "clip")
"""Layouts of scenes that stay when nothing is said in them any longer."""

SECTION_SECONDS, LINE_SECONDS = 1.1, 0.45
"""Pauses that a section and every further line of it bring along; `placement` has the exact ones."""


def fit_script(script: Script, spoken_seconds: Mapping[str, float], target: float) -> Script:
    """`script` without the optional lines that do not fit into `target` seconds of speech and its pauses.

    Required lines always stay, so the result may still be too long; a verbatim script is returned as it is. Sections
    left without lines are dropped.
    """
    if script.verbatim:
        return script
    groups = [[line.id for line in section.lines if line.optional] for section in script.sections]
    optional = {id_ for group in groups for id_ in group}

    def seconds(dropped: frozenset[str]) -> float:
        total = 0.0
        for section in script.sections:
            kept = [spoken_seconds[line.id] for line in section.lines if line.id not in dropped]
            total += sum(kept) + (SECTION_SECONDS + LINE_SECONDS * (len(kept) - 1) if kept else 0.0)
        return total

    costs = {id_: spoken_seconds[id_] + LINE_SECONDS for id_ in optional}
    dropped = _drop(groups, costs, seconds(frozenset()) - target)
    sections = tuple(
        section.changed(lines=[line for line in section.lines if line.id not in dropped]) for section in script.sections
    )
    return script.changed(sections=[section for section in sections if section.lines])


def fit_storyboard(storyboard: Storyboard, spoken: Mapping[str, SpokenLine]) -> Storyboard:
    """`storyboard` without the optional lines that its `duration_seconds` has no room for.

    Scenes that lose all their lines are dropped. Without a duration, or verbatim, it is returned as it is. The result
    can be edited exactly to length whenever its required lines can.
    """
    if storyboard.duration_seconds is None or storyboard.verbatim:
        return storyboard
    wanted = storyboard.duration_seconds
    costs = {
        line.id: spoken[line.id].seconds + LINE_SECONDS
        for scene in storyboard.scenes
        for line in scene.lines
        if line.optional
    }
    dropped: frozenset[str] = frozenset()
    while True:
        board = _without(storyboard, dropped)
        groups = [[line.id for line in scene.lines if line.optional] for scene in board.scenes]
        excess = reach(board, spoken).natural - wanted
        further = _drop(groups, costs, excess) if excess > 0 else frozenset()
        if not further:
            break
        dropped |= further
    groups = [[line.id for line in scene.lines if line.optional] for scene in storyboard.scenes]
    return _without(storyboard, _within_reach(storyboard, spoken, dropped, groups))


def _within_reach(
    storyboard: Storyboard, spoken: Mapping[str, SpokenLine], dropped: frozenset[str], groups: Sequence[Sequence[str]]
) -> frozenset[str]:
    """`dropped`, or a choice that differs by a few lines, where pauses alone could not make up the difference.

    Only the last said line of a group goes and only the first unsaid one comes back: lines may build on those before.
    """
    wanted = storyboard.duration_seconds or 0.0

    def misses(choice: frozenset[str]) -> float:
        room = reach(_without(storyboard, choice), spoken)
        return max(room.least - wanted, wanted - room.most, 0.0)

    for _ in range(3):
        if misses(dropped) <= 0:
            break
        edges = [id_ for group in groups for id_ in _edge(group, dropped)]
        dropped = min((dropped, *(dropped ^ {id_} for id_ in edges)), key=misses)
    return dropped


def _edge(group: Sequence[str], dropped: frozenset[str]) -> list[str]:
    """The last line of `group` that is said and the first that is not."""
    said = [id_ for id_ in group if id_ not in dropped]
    return said[-1:] + [id_ for id_ in group if id_ in dropped][:1]


def _without(storyboard: Storyboard, dropped: frozenset[str]) -> Storyboard:
    if not dropped:
        return storyboard
    scenes = []
    for scene in storyboard.scenes:
        lines = [line for line in scene.lines if line.id not in dropped]
        if lines or not scene.lines or scene.layout in _CARDS:
            scenes.append(scene.changed(lines=lines))
    return storyboard.changed(scenes=scenes) if scenes else storyboard


def _drop(groups: Sequence[Sequence[str]], costs: Mapping[str, float], excess: float) -> frozenset[str]:
    """Ids worth `excess` seconds or a little less, taken from the ends of the groups in turn, the fullest group first.

    What remains too long by less than half of the shortest line is left to the pauses.
    """
    left = [list(group) for group in groups]
    dropped: list[str] = []
    while excess > 0 and any(left):
        fullest = max(range(len(left)), key=lambda index: (sum(costs[id_] for id_ in left[index]), index))
        id_ = left[fullest].pop()
        if costs[id_] / 2 > excess:
            break
        dropped.append(id_)
        excess -= costs[id_]
    return _with_less_waste(groups, set(dropped), costs, -excess)


def _with_less_waste(
    groups: Sequence[Sequence[str]], dropped: Set[str], costs: Mapping[str, float], waste: float
) -> frozenset[str]:
    """Keep a dropped line after all where the room that was made is larger than it.

    A line comes back only where all lines before it in its group are said, since it may build on them.
    """
    left = [[id_ for id_ in group if id_ in dropped] for group in groups]
    while True:
        fitting = [tail for tail in left if tail and costs[tail[0]] <= waste]
        if not fitting:
            return frozenset(id_ for tail in left for id_ in tail)
        largest = max(fitting, key=lambda tail: costs[tail[0]])
        waste -= costs[largest.pop(0)]
