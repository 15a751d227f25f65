"""What of a script is said in a recording, in its order: each word at its time, left out, or with other words between.

One search over the whole recording (pocketsphinx): the script's words in a row, each of which may be passed over at a
price, as may whole lines, and at every place a loop of single sounds, at a price, for whatever else is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from renderers.speech.alignment_acoustic import FRAME, RATE, is_filler

PASSED_OVER, NEXT_PASSED_OVER = 1e-20, 1e-6
"""The price of a word that is not said, and of each further one beside it: cheap enough to be found, too dear to be
taken for a mumbled one.
"""

LEFT_OUT = 1e-38
"""The price of going on at the beginning of a later line, or of ending, wherever one is."""

_MOST_PASSED = 8
_LINES_AHEAD = 12

OTHERWISE = 1e-20
"""The price of beginning to say something else."""

ONE_SOUND = 0.005
"""The price of each sound of it."""

_BACK = 0.2
_BEAM = 1e-70
_SOUNDS = "AA AE AH B CH D EH ER EY F HH IH IY K L M N OW P R S SH T UW V W Z".split()
"""Sounds enough to stand for anything that is said; all 39 of the model take half as long again and find no more."""

_VARIANT = re.compile(r"\(\d+\)$")
_SHORTEST_OTHER = 3
"""Sounds that other words have at least; fewer are a breath or a click."""


@dataclass(frozen=True)
class Heard:
    """A stretch of the recording in seconds: the word of the script with this index, or (-1) the `sounds` of others."""

    word: int
    start: float
    end: float
    sounds: tuple[str, ...] = ()


def follow_script(sound: bytes, spellings: Sequence[Sequence[Sequence[str]]], lines: Sequence[int] = ()) -> list[Heard]:
    """What is heard in `sound` (16 kHz, 16 bits), in order; script words that are not said are not in it.

    `spellings` has the ways to say each word of the script, in ARPABET capitals; `lines` are the words with which lines
    begin. Nothing where no path leads through.
    """
    if not spellings:
        return []
    decoder = _decoder()
    names = []
    for number, ways in enumerate(spellings):
        names.append(f"w{number}")
        for at, way in enumerate(dict.fromkeys(tuple(way) for way in ways)):
            decoder.add_word(names[-1] if not at else f"{names[-1]}({at + 1})", " ".join(way), False)
    for sound_name in _SOUNDS:
        decoder.add_word(f"_{sound_name}", sound_name, False)
    try:
        last, transitions = _transitions(names, lines)
        decoder.add_fsg("script", decoder.create_fsg("script", 0, last, transitions))
        decoder.activate_search("script")
        decoder.start_utt()
        decoder.process_raw(sound, full_utt=True)
        decoder.end_utt()
        if decoder.hyp() is None:
            return []
        return _heard([(_VARIANT.sub("", s.word), s.start_frame, s.end_frame + 1) for s in decoder.seg()])
    except (RuntimeError, ValueError, TypeError):
        return []


def _decoder() -> Any:  # noqa: ANN401  (pocketsphinx has no types)
    from pocketsphinx import Decoder

    return Decoder(
        lm=None, dict=None, samprate=RATE, cmn="batch", bestpath=False, beam=_BEAM, pbeam=_BEAM, wbeam=_BEAM,
        lw=1.0, fillprob=1e-3, fsgusealtpron=True, loglevel="FATAL",
    )  # fmt: skip


def _transitions(names: Sequence[str], lines: Sequence[int]) -> tuple[int, list[tuple[Any, ...]]]:
    """The last state and the graph, in which state 0 is the first.

    Before each word there are three states: arrived, ready for the word, and other sounds. What costs no time goes
    from arrived to ready only, so that no chains of it have to be followed.
    """
    count = len(names)
    arrived, ready, other = range(count + 1), range(count + 1, 2 * count + 2), range(2 * count + 2, 3 * count + 3)
    found: list[tuple[Any, ...]] = [(ready[at], arrived[at + 1], 1.0, name) for at, name in enumerate(names)]
    for at in range(count + 1):
        onward = {at: 1.0}
        onward |= dict.fromkeys([to for to in lines if to > at][:_LINES_AHEAD], LEFT_OUT) | {count: LEFT_OUT}
        for passed in range(1, min(_MOST_PASSED, count - at) + 1):
            price = PASSED_OVER * NEXT_PASSED_OVER ** (passed - 1)
            onward[at + passed] = max(price, onward.get(at + passed, 0.0))
        onward[at] = 1.0
        found += [(arrived[at], ready[to], price) for to, price in onward.items()]
        found.append((arrived[at], other[at], OTHERWISE))
        found += [(other[at], ready[to], _BACK * price) for to, price in onward.items()]
        found += [(other[at], other[at], ONE_SOUND, f"_{name}") for name in _SOUNDS]
    return ready[count], found


def _heard(segments: Sequence[tuple[str, int, int]]) -> list[Heard]:
    found: list[Heard] = []
    sounds: list[str] = []
    begin = end = 0
    for name, first, last in [*segments, ("w-1", 0, 0)]:
        if name.startswith("_"):
            begin = begin if sounds else first
            sounds.append(name[1:])
            end = last
        elif not is_filler(name) and not name.startswith("("):
            if len(sounds) >= _SHORTEST_OTHER:
                found.append(Heard(-1, begin * FRAME, end * FRAME, tuple(sounds)))
            sounds = []
            if int(name[1:]) >= 0:
                found.append(Heard(int(name[1:]), first * FRAME, last * FRAME))
    return found
