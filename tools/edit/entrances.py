"""Entrances: the frame at which each entry of a list comes in, in time with the words that name it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from renderers.timeline import CueWord
from tools.edit.times import frames
from tools.spoken_tokens import Token, alike, tokens

LEAD_SECONDS = 0.2
"""An entry begins to come in so long before the word that names it, to stand there as it is heard."""
APART_SECONDS = 0.3
"""Two entries come in so long after each other at least."""
READ_SECONDS = 1.2
"""The last entry stays at least so long, where the scene does."""
SILENT_SECONDS = 0.9
"""Entries of a scene in which nothing is said follow each other so fast."""
_LEAST = 0.34
"""The share of an entry's words that have to be said near each other for it to be taken for named."""
_SLACK = 4
_SCATTERED = 0.25
"""How much less an entry counts as named whose words stand far from each other."""


def entrances(
    texts: Sequence[str], words: Sequence[CueWord], span: tuple[int, int], stay: tuple[int, int], rate: Fraction
) -> tuple[int, ...]:
    """For each of `texts`, in order, the frame (scene-local) at which it comes in.

    It is named where most of its words are said, in any form, numbers in figures or in words; what is not named comes
    evenly between what is. `span` are the frames from the first to the last word, both alike where nothing is said;
    `stay` is the first frame and that before which the list is there. Frames never fall from one entry to the next.
    """
    if not texts:
        return ()
    return _timed(_named(texts, words)[0], words, span, stay, rate)


def sides_entrances(
    sides: Sequence[tuple[str, Sequence[str]]],
    words: Sequence[CueWord],
    span: tuple[int, int],
    stay: tuple[int, int],
    rate: Fraction,
) -> tuple[tuple[int, ...], ...]:
    """The same for the entries of two sides, each with its title, whether they are told one side after the other or in
    pairs: whichever names more of them.
    """
    places = [[(number, at) for at in range(len(entries))] for number, (_, entries) in enumerate(sides)]
    paired = [place for at in range(max(map(len, places), default=0)) for side in places for place in side[at : at + 1]]
    asked: list[list[tuple[int, int]]] = [
        [place for number, side in enumerate(places) for place in ((number, -1), *side)],
        paired,
    ]
    best, order = max(
        ((_named([sides[n][0] if at < 0 else sides[n][1][at] for n, at in order], words), order) for order in asked),
        key=lambda found: found[0][1],
    )
    found = dict(zip(order, _timed(best[0], words, span, stay, rate), strict=True))
    return tuple(tuple(found[place] for place in side) for side in places)


def _timed(
    named: Sequence[int | None],
    words: Sequence[CueWord],
    span: tuple[int, int],
    stay: tuple[int, int],
    rate: Fraction,
) -> tuple[int, ...]:
    """The frames of what is named at these places in `words`, and of what is not."""
    if not named:
        return ()
    lead = frames(LEAD_SECONDS, rate)
    at: list[int | None] = [None if place is None else words[place].start - lead for place in named]
    begin, end = span
    if end <= begin:
        step = min(frames(SILENT_SECONDS, rate), max(1, (stay[1] - stay[0]) // (2 * len(named))))
        even = [stay[0] + step * number for number in range(len(named))]
    else:
        even = _filled(at, begin, end)
    return _ordered(even, stay, rate)


def named_at(texts: Sequence[str], words: Sequence[CueWord]) -> int | None:
    """The frame at which the first of `texts` that is named at all begins to be said; None where none is."""
    found = [words[place].start for text in texts if (place := _named((text,), words)[0][0]) is not None]
    return min(found, default=None)


def _filled(at: Sequence[int | None], begin: int, end: int) -> list[int]:
    """`at` with what is not known set evenly between what is, or between the first and the last word."""
    made: list[int] = []
    for number, frame in enumerate(at):
        if frame is not None:
            made.append(frame)
            continue
        before = next((n for n in range(number - 1, -1, -1) if at[n] is not None), -1)
        after = next((n for n in range(number + 1, len(at)) if at[n] is not None), len(at))
        low = begin if before < 0 else _known(at[before])
        high = end if after == len(at) else _known(at[after])
        first = before if before >= 0 else -1 if after < len(at) else 0
        share = (number - first) / (after - first)
        if before < 0 and after < len(at):
            share = number / after
        made.append(round(low + (high - low) * share))
    return made


def _known(frame: int | None) -> int:
    assert frame is not None
    return frame


def _ordered(at: Sequence[int], stay: tuple[int, int], rate: Fraction) -> tuple[int, ...]:
    """`at` inside the stay, none before the one ahead of it, and a little apart where there is room."""
    first, end = stay
    last = max(first, end - frames(READ_SECONDS, rate))
    apart = min(frames(APART_SECONDS, rate), (last - first) // max(len(at), 1))
    made: list[int] = []
    for number, frame in enumerate(at):
        least = first if number == 0 else made[-1] + apart
        made.append(max(least, min(frame, last)))
    # What came out too late for the stay is moved up, the last first.
    for number in range(len(made) - 1, -1, -1):
        most = last if number == len(made) - 1 else made[number + 1] - apart
        made[number] = max(first, min(made[number], most))
    return tuple(made)


def _named(texts: Sequence[str], words: Sequence[CueWord]) -> tuple[list[int | None], float]:
    """For each text the place in `words` where it begins to be named, rising, and how well all are; None for what is
    not named.
    """
    said = tokens([word.text for word in words])
    wanted = [_telling(tokens([text])) for text in texts]
    states: dict[int, tuple[float, list[int | None]]] = {-1: (0.0, [])}
    for told in wanted:
        places = _places(told, said)
        made = {last: (score, [*picks, None]) for last, (score, picks) in states.items()}
        for place, share in places:
            before = [(score, last) for last, (score, _) in states.items() if last < place]
            score, last = max(before)
            # Of equal ones the first is meant.
            total = score + share * share - 1e-4 * place / (len(said) + 1)
            if place not in made or total > made[place][0]:
                made[place] = (total, [*states[last][1], place])
        states = made
    total, picks = max(states.values(), key=lambda state: state[0])
    return [None if pick is None else said[pick].place for pick in picks], total


def _telling(found: Sequence[Token]) -> list[Token]:
    """The words of a text that say something, or all of them where none does."""
    return [token for token in found if not token.common] or list(found)


def _places(told: Sequence[Token], said: Sequence[Token]) -> list[tuple[int, float]]:
    """Where in `said` the words of `told` are said near each other, and what share of them."""
    if not told:
        return []
    whole = sum(_weight(token) for token in told)
    found = []
    for place, heard in enumerate(said):
        if heard.common or not any(alike(token.text, heard.text) for token in told):
            continue
        near = said[place : place + 2 * len(told) + _SLACK]
        at = [next((n for n, other in enumerate(near) if alike(t.text, other.text)), None) for t in told]
        share = sum(_weight(t) for t, where in zip(told, at, strict=True) if where is not None) / whole
        if share >= _LEAST:
            there = [where for where in at if where is not None]
            # Words that stand together are meant before the same ones here and there.
            found.append((place, share * (1 - _SCATTERED * (1 - len(set(there)) / (max(there) + 1)))))
    if not found and all(token.common for token in told):
        return [(place, 0.4) for place, heard in enumerate(said) if alike(told[0].text, heard.text)]
    return found


def _weight(token: Token) -> float:
    return 2.0 if token.number else 1.0
