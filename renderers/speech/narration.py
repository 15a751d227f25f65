"""A recorded script: which stretch of the recording is which line, when its words are heard, and where the two differ.

What is said inside a line stays in it, whatever it is; what is said between two lines (a cough, a false start) is left
out. Words that are not said have no time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from renderers.errors import EngineFailed
from renderers.speech import Phone, SpeechRequest, Viseme, Voice, Word
from renderers.speech.alignment_acoustic import (
    align_names,
    name_tokens,
    said_name,
    spellings,
    to_16_bits,
    word_decoder,
)
from renderers.speech.alignment_spelling import spell_sounds
from renderers.speech.dictation import dictate
from renderers.speech.languages import base, canonical
from renderers.speech.noise_reduction import RATE
from renderers.speech.phoneme_stream import read_tokens
from renderers.speech.phonemes import Sounds, espeak_voice
from renderers.speech.phones import is_vowel
from renderers.speech.recording import Recording
from renderers.speech.script_checking import (
    Wanted,
    check_missing,
    check_more,
    drop_quiet,
    follow_singing,
    held_ends,
)
from renderers.speech.script_following import Heard, follow_script
from renderers.speech.timing import close_gaps, time_words
from renderers.speech.utterance import Segment, Utterance, prepare

FOLLOWING = "2"
"""The edition of how a script is found in a recording; a change that moves times raises it."""

LEAST_FOUND = 0.35
"""The share of the script's words under which the recording is of something else."""

PIECE_SECONDS = 60.0
"""About the most of a recording that is searched at once."""

WORDS_A_SECOND = 4.5
_SPARE_WORDS = 40
AROUND = 0.5
"""The most seconds before its first and after its last word that a line takes of the pauses around it."""


@dataclass(frozen=True)
class Slice:
    """One line of the script in the recording, from second `start` to `end`; words and sounds count from `start`.

    `rest` is the pause between its last word and the next line's first, in seconds; None after the last line. A line
    that was not said has no words and no length.
    """

    start: float
    end: float
    words: tuple[Word, ...] = ()
    phones: tuple[Phone, ...] = ()
    rest: float | None = None


@dataclass(frozen=True)
class Mismatch:
    """Where the recording (at second `at`) is not the script: in the line of this index, from its character `offset`.

    `written` is what the script has there and `heard` what was said, as far as it could be made out; either may be
    empty. `kind` is `missing`, `more` or `instead`.
    """

    line: int
    kind: Literal["missing", "more", "instead"]
    offset: int
    at: float
    written: str = ""
    heard: str = ""


@dataclass(frozen=True)
class Narration:
    """The slices of all lines, and every place where recording and script differ, in order."""

    slices: tuple[Slice, ...]
    mismatches: tuple[Mismatch, ...]


@dataclass(frozen=True)
class _Line:
    utterance: Utterance
    readings: list[Sounds]
    names: list[str]
    first: int


def place_lines(recording: Recording, lines: Sequence[str], language: str) -> Narration:
    """Where each of `lines` is said in `recording`.

    Raises `EngineFailed` where a line has no words that can be read, or the recording is not of this script.
    """
    tag = canonical(language)
    prepared = _prepare(lines, tag)
    decoder = word_decoder()
    ways = [_ways(decoder, name, token.text, tag) for line in prepared for name, token in
            zip(line.names, line.utterance.tokens, strict=True)]  # fmt: skip
    heard = _follow(recording, ways, [line.first for line in prepared])
    names = [name for line in prepared for name in line.names]
    tokens = [token for line in prepared for token in line.utterance.tokens]
    readings = [sounds for line in prepared for sounds in line.readings]
    wanted = Wanted(tokens, names, readings, tag)
    heard = check_more(check_missing(drop_quiet(heard, recording), recording, wanted), recording, wanted)
    found = sum(one.word >= 0 for one in heard)
    sung = found < LEAST_FOUND * len(ways) and follow_singing(recording, wanted)
    if sung:
        heard, found = sung, len(sung)
    if found < LEAST_FOUND * len(ways):
        raise EngineFailed(
            "recording",
            f"only {found} of the {len(ways)} words of the script are heard in it, so it is a recording of something "
            "else; give the recording of this script, or the script of this recording.",
        )
    by_line = [_of_line(heard, line) for line in prepared]
    slices = [_slice(recording, line, own, heard, bool(sung)) for line, own in zip(prepared, by_line, strict=True)]
    return Narration(tuple(_rests(slices, heard)), tuple(_mismatches(recording, lines, prepared, heard, tag)))


def _follow(recording: Recording, ways: Sequence[list[tuple[str, ...]]], lines: Sequence[int]) -> list[Heard]:
    """What is heard of the script, piece by piece of a long recording: memory is that of one piece."""
    found: list[Heard] = []
    word, at = 0, 0
    for end in _cuts(recording):
        seconds = (end - at) / RATE
        last = min(len(ways), word + round(seconds * WORDS_A_SECOND) + _SPARE_WORDS)
        sound = to_16_bits(recording.samples[at:end], RATE)
        begins = [line - word for line in lines if word < line < last]
        for one in follow_script(sound, ways[word:last], begins):
            start, until = one.start + at / RATE, one.end + at / RATE
            found.append(Heard(one.word + word if one.word >= 0 else -1, start, until, one.sounds))
        word = max((one.word + 1 for one in found), default=0)
        at = end
    return found


def _cuts(recording: Recording) -> list[int]:
    """The ends of the pieces, in samples: each at the quietest place of the last quarter of `PIECE_SECONDS`."""
    count, size = len(recording.samples), RATE // 10
    found: list[int] = []
    at = 0
    while count - at > 1.25 * PIECE_SECONDS * RATE:
        first, last = at + round(0.75 * PIECE_SECONDS * RATE), at + round(PIECE_SECONDS * RATE)
        part = recording.samples[first:last]
        level = np.mean(part[: len(part) // size * size].reshape(-1, size) ** 2, axis=1)
        # Three tenths of a second in a row: a pause, and not the closed lips of one sound.
        quiet = int(np.argmin(np.convolve(level, np.ones(3), "valid")))
        at = first + (2 * quiet + 3) * size // 2
        found.append(at)
    return [*found, count]


def _prepare(lines: Sequence[str], tag: str) -> list[_Line]:
    voice = Voice("", "the aligner", tag, "", "recording", tag, "", RATE, "")
    decoder = word_decoder()
    found: list[_Line] = []
    first = 0
    for text in lines:
        utterance = prepare(SpeechRequest(text, voice), latin=base(tag) == "en")
        readings = read_tokens(utterance.tokens, espeak_voice(tag))
        found.append(_Line(utterance, readings, name_tokens(decoder, utterance, readings, tag), first))
        first += len(utterance.tokens)
    return found


def _ways(decoder: object, name: str, text: str, tag: str) -> list[tuple[str, ...]]:
    """How a word may be said: as the dictionary has it; a capital name also as it is read by its letters."""
    ways = spellings(decoder, name)
    return [*ways, spell_sounds(text)] if base(tag) == "en" and text[:1].isupper() else ways


def _of_line(heard: Sequence[Heard], line: _Line) -> list[Heard]:
    """What is heard of a line: its words, and whatever is said between the first and the last of them."""
    own = [at for at, one in enumerate(heard) if line.first <= one.word < line.first + len(line.names)]
    return list(heard[own[0] : own[-1] + 1]) if own else []


def _slice(recording: Recording, line: _Line, own: Sequence[Heard], heard: Sequence[Heard], sung: bool) -> Slice:
    if not own:
        return Slice(0.0, 0.0)
    before = max((one.end for one in heard if one.end <= own[0].start), default=0.0)
    after = min((one.start for one in heard if one.start >= own[-1].end), default=recording.seconds)
    begin = max(0.0, own[0].start - min(AROUND, (own[0].start - before) / 2))
    end = min(recording.seconds, own[-1].end + min(AROUND, (after - own[-1].end) / 2))
    first, last = round(begin * RATE), round(end * RATE)
    begin, end = first / RATE, last / RATE
    decoder = word_decoder()
    names, owners = [], []
    tokens = [one.word - line.first for one in own if one.word >= 0]
    at = tokens[0]
    for one in own:
        at = one.word - line.first if one.word >= 0 else at
        names.append(line.names[at] if one.word >= 0 else said_name(decoder, one.sounds))
        owners.append(at)
    times = align_names(recording.samples[first:last], RATE, names, owners, line.readings)
    said = sorted(set(tokens))
    utterance = Utterance(line.utterance.words, tuple(line.utterance.tokens[token] for token in said))
    if times is None:
        words = [_word(line.utterance, one.word - line.first, one, begin) for one in own if one.word >= 0]
        return Slice(begin, end, tuple({word.offset: word for word in words}.values()))
    place = {token: number for number, token in enumerate(said)}
    segments = [replace(s, token=place[s.token] if s.token >= 0 else -1) for s in times.segments]
    if sung:
        segments = [one for one in segments if one.token >= 0]
        ends = held_ends([(one.start, one.end) for one in segments], recording.samples[first:last], recording)
        segments = _with_silence(_sung(segments, ends))
    return Slice(begin, end, *time_words(utterance, close_gaps(segments, end - begin)))


def _sung(segments: Sequence[Segment], ends: Sequence[float]) -> list[Segment]:
    """The sounds, which last until `ends`: the last vowel of a word is held, and what follows it comes later."""
    found = list(segments)
    for at, end in enumerate(ends):
        more = end - segments[at].end
        if more <= 0:
            continue
        own = [n for n in range(at + 1) if segments[n].token == segments[at].token]
        held = next((n for n in reversed(own) if is_vowel(segments[n].symbol, segments[n].viseme)), at)
        for n in range(held, at + 1):
            start = found[n].start + (more if n > held else 0)
            found[n] = replace(found[n], start=start, end=found[n].end + more)
    return found


def _with_silence(segments: Sequence[Segment]) -> list[Segment]:
    """The sounds with the silences between them, and before the first."""
    found: list[Segment] = []
    at = 0.0
    for one in segments:
        if one.start > at:
            found.append(Segment("_", at, one.start, Viseme.SIL, 0, -1))
        found.append(one)
        at = one.end
    return found


def _word(utterance: Utterance, token: int, heard: Heard, begin: float) -> Word:
    written = utterance.words[utterance.tokens[token].written]
    return Word(written.text, heard.start - begin, heard.end - begin, written.offset)


def _rests(slices: Sequence[Slice], heard: Sequence[Heard]) -> list[Slice]:
    """The slices with the pauses between them; where something else was said in between, what is silent of it."""
    said = [at for at, one in enumerate(slices) if one.words]
    found = list(slices)
    for here, there in pairwise(said):
        one, other = slices[here], slices[there]
        rest = one.end - one.start - one.words[-1].end + other.words[0].start
        if not any(one.end <= between.start < other.start for between in heard if between.word < 0):
            rest += max(0.0, other.start - one.end)
        found[here] = replace(one, rest=round(max(0.0, rest), 4))
    return found


def _mismatches(
    recording: Recording, texts: Sequence[str], lines: Sequence[_Line], heard: Sequence[Heard], tag: str
) -> list[Mismatch]:
    """Runs of words that were not said, and of other words that were; side by side one is in place of the other."""
    said = {one.word for one in heard}
    others = [(at, one) for at, one in enumerate(heard) if one.word < 0]
    named = dictate(recording, [(one.start, one.end) for _, one in others]) if base(tag) == "en" else [""] * len(others)
    found: list[Mismatch] = []
    taken: set[int] = set()
    for number, line in enumerate(lines):
        missing = [token for token in range(len(line.names)) if line.first + token not in said]
        for run in _runs(missing):
            written = sorted({line.utterance.tokens[token].written for token in run})
            words = [line.utterance.words[index] for index in written]
            before = line.first + run[0] - 1
            beside = next((at for at, (place, _) in enumerate(others) if at not in taken
                           and _last_word(heard, place) == before), None)  # fmt: skip
            text = " ".join(word.text for word in words)
            if beside is None:
                after = next((one.end for one in reversed(heard) if 0 <= one.word <= before), 0.0)
                found.append(Mismatch(number, "missing", words[0].offset, round(after, 2), text))
            else:
                taken.add(beside)
                start = others[beside][1].start
                found.append(Mismatch(number, "instead", words[0].offset, round(start, 2), text, named[beside]))
    for at, (place, one) in enumerate(others):
        if at not in taken:
            word = max(0, _last_word(heard, place))
            number = max(index for index, line in enumerate(lines) if line.first <= word)
            line = lines[number]
            token = line.utterance.tokens[word - line.first]
            offset = line.utterance.words[token.written].offset
            found.append(Mismatch(number, "more", offset, round(one.start, 2), "", named[at]))
    return sorted(found, key=lambda one: (one.line, one.at))


def _last_word(heard: Sequence[Heard], place: int) -> int:
    """The last word of the script before the place in what was heard; -1 for none."""
    return next((one.word for one in reversed(heard[:place]) if one.word >= 0), -1)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found
