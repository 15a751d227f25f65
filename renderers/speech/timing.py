"""From an engine's segments to the times of written words and sounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from renderers.speech import Phone, Word
from renderers.speech.utterance import Segment, Utterance

_PAIRS = re.compile("th|sh|ch|ck|ph|wh|ng|qu|gh|oo|ee|ea|ou|ai|ay|ie|oa|ll|ss|tt|nn|rr|mm|pp|ff")


def time_words(utterance: Utterance, segments: Sequence[Segment]) -> tuple[tuple[Word, ...], tuple[Phone, ...]]:
    """Every written word that is spoken, once, in order and without overlap; and every segment as a phone of its word.

    An engine may swallow a word into its neighbour ("in the" as one) or read writing without spaces in one go. Such
    words share the time of their neighbour by the length of what is spoken.
    """
    spoken = sorted({token.written for token in utterance.tokens})
    owners = [utterance.tokens[segment.token].written if segment.token >= 0 else -1 for segment in segments]
    sounding = set(owners)
    groups: list[list[int]] = []
    for written in spoken:
        if written in sounding or not groups:
            groups.append([written])
        else:
            groups[-1].append(written)
    if len(groups) > 1 and groups[0][0] not in sounding:
        groups[:2] = [groups[0] + groups[1]]
    words: list[Word] = []
    index_of: dict[int, int] = {}
    phones: dict[int, int] = {}
    for group in groups:
        own = [at for at, owner in enumerate(owners) if owner in group]
        for written, (start, end), members in _share(group, own, segments, utterance):
            index_of[written] = len(words)
            phones.update(dict.fromkeys(members, len(words)))
            words.append(Word(utterance.words[written].text, start, end, utterance.words[written].offset))
    listed = tuple(
        Phone(segment.symbol, segment.start, segment.end, segment.viseme, segment.stress, phones.get(at, -1))
        for at, segment in enumerate(segments)
    )
    return tuple(words), listed


def _share(
    group: list[int], own: list[int], segments: Sequence[Segment], utterance: Utterance
) -> list[tuple[int, tuple[float, float], list[int]]]:
    """Each written word of a group with its time and the indices of its segments."""
    start, end = (segments[own[0]].start, segments[own[-1]].end) if own else (0.0, 0.0)
    if len(group) == 1:
        return [(group[0], (start, end), own)]
    lengths = [sum(_sounds(token.text) for token in utterance.tokens if token.written == written) for written in group]
    edges = [start]
    for index in range(1, len(group)):
        share = sum(lengths[:index]) / sum(lengths)
        wanted = start + (end - start) * share
        # A border between two sounds is better than one inside a sound, if there are sounds enough for all words.
        if len(own) >= len(group):
            first = next((at for at, i in enumerate(own) if segments[i].start >= edges[-1]), 0) + 1
            last = len(own) - (len(group) - index)
            wanted = segments[own[min(max(round(share * len(own)), min(first, last)), last)]].start
        edges.append(max(wanted, edges[-1]))
    edges.append(end)
    found = []
    for index, written in enumerate(group):
        first_edge, last_edge = edges[index], edges[index + 1]
        members = [
            i
            for i in own
            if first_edge <= (segments[i].start + segments[i].end) / 2 < last_edge
            or (index == len(group) - 1 and (segments[i].start + segments[i].end) / 2 >= last_edge)
        ]
        found.append((written, (first_edge, last_edge), members))
    return found


def _sounds(text: str) -> int:
    """About as many sounds as a spelling stands for: two letters that are one sound in most languages count once."""
    return max(1, len(_PAIRS.sub("x", text.lower())))


def close_gaps(segments: Sequence[Segment], seconds: float) -> tuple[Segment, ...]:
    """The segments that last, within 0 to `seconds` and without gaps; silences in a row become one."""
    found: list[Segment] = []
    at = 0.0
    for segment in segments:
        end = min(max(segment.end, at), seconds)
        if end - at <= 1e-6:
            continue
        if found and segment.token < 0 and found[-1].token < 0:
            found[-1] = replace(found[-1], end=end)
        else:
            found.append(replace(segment, start=at, end=end))
        at = end
    if found:
        found[-1] = replace(found[-1], end=seconds)
    return tuple(found)
