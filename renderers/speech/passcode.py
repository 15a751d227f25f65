"""Passcodes read aloud: whether a recording holds a statement and, after it, exactly the words of a code.

One search over the recording (pocketsphinx): the words of the statement in a row, each of which may be passed over or
be something else, then a row of places for the words of the code. At each place all words of the list compete, the
expected one favoured a little, and beside them a loop of single sounds for whatever else is said, so that nothing is
forced into the code.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from renderers.errors import EngineFailed
from renderers.speech.alignment_acoustic import FRAME, RATE, is_filler
from renderers.speech.alignment_spelling import spell_sounds
from renderers.speech.passcode_words import PASSCODE_WORDS

WORDS = 5
"""Words of a passcode."""

OTHER_WORD = 1e-4
"""The price of every other word of the list in the place of the expected one: it lets more true readings in noise
through than an even choice. At 1e-12 one near word in 1,300 was taken for another, at 1e-6 that one was not.
"""

PASSED_OVER = 1e-30
OTHERWISE, ONE_SOUND = 1e-30, 1e-8
"""The prices of passing over a word, and of something else: to begin with it, and of each sound of it. Single sounds
fit anything better than words do: where they are cheap, they push the words that are read out of the search.
"""

_BEAM, _WORD_BEAM = 1e-60, 1e-60
_SOUNDS = "AA AE AH B CH D EH ER EY F HH IH IY K L M N OW P R S SH T UW V W Z".split()
_SEARCH = "reading"
_VARIANT = re.compile(r"\(\d+\)$")
_LISTED = frozenset(PASSCODE_WORDS)
_MOST_OTHER = 6
"""Single sounds between the words of a code: a breath, a click, an “er”."""

_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class Reading:
    """What was heard: `said` of the `of` words of the statement, then the words `code`, from second `start` to `end`,
    with `other` single sounds between them.
    """

    said: int
    of: int
    code: tuple[str, ...]
    other: int
    start: float
    end: float

    def is_code(self, words: Sequence[str]) -> bool:
        """Whether exactly these words were read, in this order, and hardly anything between them."""
        return self.code == tuple(words) and self.other <= _MOST_OTHER


def hear_reading(sound: bytes, statement: Sequence[str], code: Sequence[str]) -> Reading | None:
    """What is heard in `sound` (16 kHz, 16 bits); `statement` is in words of letters only. None where no path leads
    through. Raises `EngineFailed` where the recogniser is not here.
    """
    with _ONE_AT_A_TIME:
        return _hear(sound, statement, code)


def _hear(sound: bytes, statement: Sequence[str], code: Sequence[str]) -> Reading | None:
    decoder = _decoder()
    names = [_name(decoder, word) for word in statement]
    last, transitions = _transitions(names, code)
    try:
        decoder.add_fsg(_SEARCH, decoder.create_fsg(_SEARCH, 0, last, transitions))
        decoder.activate_search(_SEARCH)
        decoder.start_utt()
        decoder.process_raw(sound, full_utt=True)
        decoder.end_utt()
        if decoder.hyp() is None:
            return None
        segments = [(_VARIANT.sub("", one.word), one.start_frame, one.end_frame + 1) for one in decoder.seg()]
    except (RuntimeError, ValueError, TypeError):
        return None
    return _reading(segments, names)


@lru_cache(maxsize=1)
def _decoder() -> Any:  # noqa: ANN401  (pocketsphinx has no types)
    try:
        from pocketsphinx import Decoder
    except ImportError as error:
        raise EngineFailed("passcode", "the package pocketsphinx is not installed here; run `make setup`.") from error
    decoder = Decoder(
        lm=None, samprate=RATE, cmn="batch", bestpath=False, beam=_BEAM, pbeam=_BEAM, wbeam=_WORD_BEAM,
        lw=1.0, fillprob=1e-3, fsgusealtpron=True, loglevel="FATAL",
    )  # fmt: skip
    for name in _SOUNDS:
        decoder.add_word(f"_{name.lower()}", name, name == _SOUNDS[-1])
    return decoder


def _name(decoder: Any, word: str) -> str:  # noqa: ANN401
    """The dictionary's name for a word; one that it does not know is added as espeak says it."""
    name = word.lower()
    if decoder.lookup_word(name) is None:
        decoder.add_word(name, " ".join(spell_sounds(word)), True)
    return name


def _transitions(names: Sequence[str], code: Sequence[str]) -> tuple[int, list[tuple[Any, ...]]]:
    """The last state and the graph, in which state 0 is the first: one state before each word, and one beside it in
    which something else is said.
    """
    count = len(names) + len(code)
    beside = count + 1
    found: list[tuple[Any, ...]] = []
    for at in range(count + 1):
        if at < len(names):
            found.append((at, at + 1, 1.0, names[at]))
        elif at < count:
            expected = code[at - len(names)]
            found.append((at, at + 1, 1.0, expected))
            found += [(at, at + 1, OTHER_WORD, word) for word in PASSCODE_WORDS if word != expected]
        if at < count:
            found.append((at, at + 1, PASSED_OVER))
        # One sound leads in, so that what costs no time makes no circles.
        found += [(at, beside + at, OTHERWISE * ONE_SOUND, f"_{name.lower()}") for name in _SOUNDS]
        found += [(beside + at, beside + at, ONE_SOUND, f"_{name.lower()}") for name in _SOUNDS]
        found.append((beside + at, at, 1.0))
    return count, found


def _reading(segments: Sequence[tuple[str, int, int]], names: Sequence[str]) -> Reading:
    """What the segments of the best path say; words of the list belong to the code, single sounds after its beginning
    to `other`.
    """
    heard = [(name, first, last) for name, first, last in segments if not is_filler(name) and not name.startswith("(")]
    places = [at for at, (name, _, _) in enumerate(heard) if name in _LISTED]
    begin = places[0] if places else len(heard)
    said = sum(not name.startswith("_") for name, _, _ in heard[:begin])
    code = tuple(name for name, _, _ in heard[begin:] if not name.startswith("_"))
    other = sum(name.startswith("_") for name, _, _ in heard[begin : places[-1]]) if places else 0
    start, end = (heard[begin][1], heard[places[-1]][2]) if places else (0, 0)
    return Reading(said, len(names), code, other, start * FRAME, end * FRAME)
