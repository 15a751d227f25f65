"""Speech by Festival and `hts_engine` (BSD-style licences): the best English voice that needs no download.

Festival turns all lines of a batch into labels in one start; `hts_engine` makes the sound of each sentence and says,
to 5 ms, when each speech sound is heard. The voice data is CMU's `cmu_us_slt_arctic_hts` at 32 kHz.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np

from renderers.errors import EngineFailed
from renderers.leftovers import temporary_folder
from renderers.speech import Speech, SpeechRequest
from renderers.speech.borders import BORDERS, settle_onsets
from renderers.speech.delivery import DELIVERY, deliver
from renderers.speech.installation import (
    HOW_TO_INSTALL,
    existing,
    fingerprint,
    has_festival,
    hts_voice_file,
    quiet_environment,
)
from renderers.speech.intonation import intone
from renderers.speech.ipa import made_name, to_arpabet
from renderers.speech.normalization import READING
from renderers.speech.phones import SILENCES, arpabet_viseme, is_vowel
from renderers.speech.utterance import RawSpeech, Segment, Token, prepare

SAMPLE_RATE = 32000
OPTIONS = ("fm", "a", "b", "jf", "jm", "u", "r")
"""The settings of a voice that `hts_engine` takes: half-tones, vocal tract, sharpness, liveliness of pitch, pace."""

_FRONT = Path(__file__).with_name("festival_front.scm")
_UNITS_A_SECOND = 1e7
_BREAKS = {"": "0", ",": "B", ";": "B", ".": "BB", "?": "BB", "!": "BB"}
_LONGEST = 60


class FestivalSpeech:
    """English speech by Festival and `hts_engine`."""

    @property
    def identity(self) -> str:
        """Content of the programs, the voice and our front end's script, and the editions of our reading and finish."""
        found = existing(
            [
                *(Path(path).resolve() for name in ("festival", "hts_engine") if (path := shutil.which(name))),
                hts_voice_file(),
            ]
        )
        state = fingerprint((*found, _FRONT)) if has_festival() else "(not installed)"
        return f"festival+hts_engine {state} borders {BORDERS} reading {READING} delivery {DELIVERY}"

    def speak(self, requests: Sequence[SpeechRequest]) -> Iterator[Speech]:
        """Yield the speech of each request in order. Raises `EngineFailed` for a line that can not be spoken."""
        # `hts_engine` shifts the pitch well, but hardly widens it: its liveliness is changed in the finish.
        utterances = [
            replace(intone(prepare(request, latin=True, pitched=True)), liveliness=request.liveliness)
            for request in requests
        ]
        if not requests:
            return
        if not has_festival():
            raise EngineFailed(
                "festival", f"Festival, hts_engine or their voice is not installed here; {HOW_TO_INSTALL}."
            )
        parts = [
            (line, first, last)
            for line, utterance in enumerate(utterances)
            for first, last in _sentences(utterance.tokens)
        ]
        with (
            temporary_folder() as place,
            ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool,
        ):
            folder = str(place)
            made: dict[int, Future[None]] = {}
            try:
                for number in _analyse([utterances[line].tokens[first:last] for line, first, last in parts], folder):
                    made[number] = pool.submit(_synthesise, requests[parts[number][0]], folder, number)
                for line, (request, utterance) in enumerate(zip(requests, utterances, strict=True)):
                    raw = [
                        _read(place, number, part[1], made.get(number), request)
                        for number, part in enumerate(parts)
                        if part[0] == line
                    ]
                    yield deliver(_join(raw), utterance, "festival", request.speed, request.voice.finish)
            finally:
                for waiting in made.values():
                    waiting.cancel()


def _sentences(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where the sentences of a line begin and end; one of more than `_LONGEST` words is cut, best at a comma."""
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(tokens):
        ends = [at + 1 for at in range(first, len(tokens)) if tokens[at].mark in (".", "?", "!")]
        last = ends[0] if ends else len(tokens)
        if last - first > _LONGEST:
            commas = [at + 1 for at in range(first + _LONGEST // 3, first + _LONGEST) if tokens[at].mark]
            last = commas[-1] if commas else first + _LONGEST
        found.append((first, last))
        first = last
    return found


def _join(parts: Sequence[RawSpeech]) -> RawSpeech:
    segments: list[Segment] = []
    at = 0.0
    for part in parts:
        segments += [replace(segment, start=segment.start + at, end=segment.end + at) for segment in part.segments]
        at += len(part.samples) / part.sample_rate
    return RawSpeech(np.concatenate([part.samples for part in parts]), SAMPLE_RATE, tuple(segments))


def _analyse(sentences: Sequence[Sequence[Token]], folder: str) -> Iterator[int]:
    """Run Festival over all sentences; yields the number of each when its labels are written."""
    script = Path(folder, "script.scm")
    lines = [f'(load "{_escape(str(_FRONT))}")']
    sounds = list(dict.fromkeys(token.sounds for sentence in sentences for token in sentence if token.sounds))
    names = {own: made_name(number) for number, own in enumerate(sounds)}
    lines += [_entry(name, own) for own, name in names.items()]
    for number, sentence in enumerate(sentences):
        tokens = " ".join(_token(token, names) for token in sentence)
        lines.append(f'(analyse "{number}" (quote ({tokens})) "{_escape(folder)}")')
    script.write_text("\n".join(lines), "utf-8")
    command = ["festival", "-b", str(script)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        text=True,
        env=quiet_environment(folder),
        cwd=folder,
    ) as process:
        assert process.stdout
        try:
            for line in process.stdout:
                if line.startswith("done "):
                    yield int(line.split()[1])
        finally:
            process.kill()


def _entry(name: str, ipa: str) -> str:
    """An entry of Festival's lexicon for a word with these sounds."""
    syllables = " ".join(
        f"(({' '.join(syllable.sounds)}) {syllable.stress})" for syllable in to_arpabet(ipa, "festival")
    )
    return f'(lex.add.entry (quote ("{name}" nil ({syllables}))))'


def _token(token: Token, names: Mapping[str, str]) -> str:
    # The lexicon knows the letter A only as a word without stress, and "ay" as its name.
    text = names.get(token.sounds) or {"A": "ay", "A's": "ay's"}.get(token.text, token.text)
    return f'("{_escape(text)}" "{_BREAKS[token.mark]}")'


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _synthesise(request: SpeechRequest, folder: str, number: int) -> None:
    options = dict(request.voice.options)
    pace = options.pop("r", 1.0) * request.speed
    if request.pitch:
        options["fm"] = options.get("fm", 0.0) + request.pitch
    flags = [part for name in OPTIONS if name in options for part in (f"-{name}", f"{options[name]:g}")]
    label = Path(folder, f"{number}.lab")
    command = [
        "hts_engine",
        "-m",
        str(hts_voice_file()),
        *flags,
        "-r",
        f"{pace:g}",
        "-or",
        f"{folder}/{number}.raw",
        "-od",
        f"{folder}/{number}.dur",
        str(label),
    ]
    limit = 60 + label.stat().st_size / 2000
    try:
        try:
            _run(command, folder, limit)
        except subprocess.TimeoutExpired:
            # A sentence takes a second; a machine that was asleep or crowded is asked once more.
            _run(command, folder, 2 * limit)
    except (subprocess.SubprocessError, OSError) as error:
        raise EngineFailed(
            "festival",
            f"hts_engine did not finish “{request.text.strip()[:60]}” ({type(error).__name__}); try once more.",
            retryable=True,
        ) from error


def _run(command: Sequence[str], folder: str, limit: float) -> None:
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=limit,
        env=quiet_environment(folder),
        stdin=subprocess.DEVNULL,
    )


def _read(folder: Path, number: int, first_token: int, done: Future[None] | None, request: SpeechRequest) -> RawSpeech:
    """The sound of one sentence, once it is made; its tokens are counted from `first_token`."""
    if done is None:
        raise EngineFailed(
            "festival",
            f"it could not take apart “{request.text.strip()[:60]}”; reword the line or choose an espeak voice.",
        )
    done.result()
    samples = np.fromfile(folder / f"{number}.raw", "<i2").astype(np.float64) / 32768
    times = [line.split()[:2] for line in (folder / f"{number}.dur").read_text().splitlines() if line.strip()]
    sounds = [line.split() for line in (folder / f"{number}.seg").read_text().splitlines() if line.strip()]
    if len(times) != len(sounds) or not sounds:
        raise EngineFailed(
            "festival", "its front end and hts_engine disagree about the sounds of a line; reword the line."
        )
    segments = []
    for (start, end), (symbol, stress, place) in zip(times, sounds, strict=True):
        viseme = arpabet_viseme(symbol)
        token = -1 if symbol in SILENCES else int(place) - 1 + first_token
        segments.append(
            Segment(
                symbol,
                int(start) / _UNITS_A_SECOND,
                int(end) / _UNITS_A_SECOND,
                viseme,
                int(stress == "1") if is_vowel(symbol, viseme) else 0,
                token,
            )
        )
    for name in ("raw", "dur", "seg", "lab"):
        (folder / f"{number}.{name}").unlink()
    return RawSpeech(samples, SAMPLE_RATE, settle_onsets(segments, samples, SAMPLE_RATE))
