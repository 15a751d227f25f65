"""What of a script is said in a recording, in its order: each word at its time, left out, or with other words between.

One search over the whole recording (pocketsphinx): the script's words in a row, each of which may be passed over at a
price, and at every place a loop of single sounds, at a price, for whatever else is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from renderers.speech.alignment_acoustic import FRAME, RATE, is_filler

PASSED_OVER = 1e-20
"""The price of a word that is not said: cheap enough to be found, too dear to be taken for a mumbled one."""

OTHERWISE = 1e-20
"""The price of beginning to say something else."""

ONE_SOUND = 0.005
"""The price of each sound of it."""

_BACK = 0.2
_BEAM = 1e-80
_SOUNDS = "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH".split()
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


def follow_script(sound: bytes, spellings: Sequence[Sequence[Sequence[str]]]) -> list[Heard]:
    """What is heard in `sound` (16 kHz, 16 bits), in order; script words that are not said are not in it.

    `spellings` has the ways to say each word of the script, in ARPABET capitals. Nothing where no path leads through.
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
        decoder.add_fsg("script", decoder.create_fsg("script", 0, len(names), _transitions(names)))
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


def _transitions(names: Sequence[str]) -> list[tuple[Any, ...]]:
    """The graph: state `i` before word `i`, and behind the last one a state of other sounds for each of them."""
    count = len(names)
    found: list[tuple[Any, ...]] = []
    for at, name in enumerate(names):
        found += [(at, at + 1, 1 - PASSED_OVER - OTHERWISE, name), (at, at + 1, PASSED_OVER)]
    for at in range(count + 1):
        other = count + 1 + at
        found += [(at, other, OTHERWISE), (other, at, _BACK)]
        found += [(other, other, ONE_SOUND, f"_{name}") for name in _SOUNDS]
    return found


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
