"""Consent read aloud: how many true readings are accepted within three tries, and whether any wrong one is.

`python -m benchmarks.consent`: embedded voices read statements and passcodes, in babble, pink and white noise at 15 dB;
each further try is of other words, at another pace, in other noise. Then readings are held against codes that they are
not. What was measured is kept in `--keep`, so that a run can be cut off and gone on with.
"""

from __future__ import annotations

import argparse
import importlib
import json
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agency.consent_hearing import LEAST_SAID, spoken_words
from renderers.resampling import resample
from renderers.speech import ENGINES, SpeechRequest
from renderers.speech.alignment_acoustic import to_16_bits
from renderers.speech.catalogue import available, find_voice
from renderers.speech.consent_sound import measure_sound
from renderers.speech.noise_reduction import RATE
from renderers.speech.passcode import WORDS, hear_reading
from renderers.speech.passcode_words import PASSCODE_WORDS
from tools.consent import statement_of

READERS = (
    "english-female-1",
    "english-female-3",
    "english-female-4",
    "english-female-7",
    "english-male-1",
    "english-male-2",
    "english-male-3",
    "english-male-4",
    "english-female-6",
)
"""Of all four families of embedded voices, the two of espeak included, which hardly sound like people."""

NAMES = ("Ana Silva", "John Miller", "Grace Okafor", "Peter Novak")
NOISES = ("babble", "pink", "white")
PACES = (1.0, 0.92, 1.07)
TRIES = 3

Samples = NDArray[np.float32]


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--codes", type=int, default=9, help="true codes for each reader")
    parser.add_argument("--snr", type=float, default=15.0)
    parser.add_argument("--wrong", type=int, default=5000)
    parser.add_argument("--readings", type=int, default=90, help="recordings that wrong codes are held against")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after so long; the next run goes on")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "consent-benchmark")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    readers = [name for name in READERS if (voice := find_voice(name)) and available(voice)]
    ends = time.monotonic() + options.seconds
    true = [("true", reader, code, options.snr) for reader in readers for code in range(options.codes)]
    wrong = list(_wrong(readers, options.wrong, options.readings, options.snr))
    done = _run(true, options.keep / "true.jsonl", _true, options.processes, ends)
    done_wrong = _run(wrong, options.keep / "wrong.jsonl", _held_against, options.processes, ends)
    told = {"true": _true_table(done), "wrong": _wrong_table(done_wrong), "left": len(wrong) - len(done_wrong)}
    if options.json:
        json.dump(told, sys.stdout, indent=1)
    else:
        _print(told)


def _run(jobs: Sequence[tuple[Any, ...]], kept: Path, work: Any, processes: int, ends: float) -> list[dict[str, Any]]:  # noqa: ANN401
    """The results of `jobs` that are not kept yet, and those that are, in groups that share a recording."""
    rows = [json.loads(line) for line in kept.read_text().splitlines()] if kept.is_file() else []
    known = {json.dumps(row["job"]) for row in rows}
    wanted = {json.dumps(job) for job in jobs}
    groups: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
    for job in jobs:
        if json.dumps(job) not in known:
            groups[job[1:4] if job[0] != "true" else job].append(job)
    with ProcessPoolExecutor(processes) as pool, kept.open("a") as file:
        waiting = list(groups.values())
        while waiting and time.monotonic() < ends:
            batch, waiting = waiting[: 4 * processes], waiting[4 * processes :]
            for found in pool.map(work, batch):
                for row in found:
                    file.write(json.dumps(row) + "\n")
                    rows.append(row)
            file.flush()
    return [row for row in rows if json.dumps(row["job"]) in wanted]


def _true(jobs: Sequence[tuple[str, str, int, float]]) -> list[dict[str, Any]]:
    """Up to three tries of each true reading, as a person would give them."""
    rows = []
    for job in jobs:
        _, reader, number, snr = job
        name, noise = NAMES[number % len(NAMES)], _noise_of(reader, number)
        accepted, spent = 0, []
        for number_of_try in range(TRIES):
            code = _code(reader, number + 100 * number_of_try)
            sound = _reading(reader, code, name, PACES[number_of_try], noise, snr, f"{reader}{number}{number_of_try}")
            begun = time.thread_time()
            good = _accepted(sound, name, code)
            spent.append(time.thread_time() - begun)
            if good:
                accepted = number_of_try + 1
                break
        rows.append({"job": list(job), "noise": noise, "try": accepted, "seconds": spent})
    return rows


def _accepted(sound: Samples, name: str, code: Sequence[str]) -> bool:
    measured = measure_sound(sound)
    return not measured.faults() and _is_read(to_16_bits(measured.voice, RATE), name, code)


def _is_read(heard: bytes, name: str, code: Sequence[str]) -> bool:
    found = hear_reading(heard, spoken_words(statement_of("voice", name)), tuple(code))
    return found is not None and found.is_code(code) and found.said >= LEAST_SAID * found.of


def _wrong(readers: Sequence[str], count: int, readings: int, snr: float) -> Iterator[tuple[Any, ...]]:
    """`count` wrong readings: what is read (how, by whom, which), and which wrong code is expected."""
    recordings = [("code", reader, at) for at in range(-(-readings // len(readers))) for reader in readers][:readings]
    kinds = ("other code", "near word", "any word", "swapped", "reversed", "older code")
    shares = (0.26, 0.26, 0.14, 0.12, 0.03, 0.03)
    for kind, share in zip(kinds, shares, strict=True):
        for at in range(round(share * count)):
            yield kind, *recordings[at % len(recordings)], at // len(recordings), snr
    plain = [("subset", 0.1), ("no statement", 0.02), ("silence", 0.01), ("noise", 0.015), ("music", 0.015)]
    for kind, share in plain:
        for at in range(round(share * count)):
            yield kind, kind, readers[at % len(readers)], at % 12, at // 12, snr


def _held_against(jobs: Sequence[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """One recording, heard once, held against all the wrong codes of `jobs`."""
    _, how, reader, number, _, snr = jobs[0]
    code, name = _code(reader, number), NAMES[number % len(NAMES)]
    clean = number % 3 == 2
    noise, level = ("", 0.0) if clean else (_noise_of(reader, number), snr)
    if how in ("code", "subset", "no statement"):
        read = code[:2] + code[3:] if how == "subset" else code
        sound = _reading(
            reader, read, "" if how == "no statement" else name, 1.0, noise, level, f"{how}{reader}{number}"
        )
    else:
        sound = _other_sound(how, number)
    measured = measure_sound(sound)
    faulty = bool(measured.faults())
    heard = to_16_bits(measured.voice, RATE)
    rows = []
    for job in jobs:
        expected = _expected(job[0], code, random.Random(json.dumps(job)))
        begun = time.thread_time()
        read_so = _is_read(heard, name, expected)
        rows.append(
            {
                "job": list(job),
                "heard": read_so,
                "accepted": read_so and not faulty,
                "seconds": time.thread_time() - begun,
            }
        )
    return rows


def _expected(kind: str, code: tuple[str, ...], drawn: random.Random) -> tuple[str, ...]:
    """The wrong code that is expected while `code` is read; where nothing of it is read, it stays."""
    others = [word for word in PASSCODE_WORDS if word not in code]
    at = drawn.randrange(WORDS)
    if kind in ("other code", "older code"):
        return tuple(drawn.sample(others, WORDS))
    if kind in ("near word", "any word"):
        word = drawn.choice(_nearest(code[at])) if kind == "near word" else drawn.choice(others)
        word = word if word not in code else drawn.choice(others)
        return (*code[:at], word, *code[at + 1 :])
    if kind == "swapped":
        one = drawn.randrange(WORDS - 1)
        return (*code[:one], code[one + 1], code[one], *code[one + 2 :])
    if kind == "reversed":
        return code[::-1] if drawn.random() < 0.5 else (*code[1:], code[0])
    if kind == "subset":
        # Four of the five words are read; the one that is missing is any.
        return (*code[:2], drawn.choice([*others, code[2]]), *code[3:])
    return code


@cache
def _nearest(word: str) -> tuple[str, ...]:
    """The four words of the list whose sounds are nearest, by edit distance over phones."""
    said = _sounds()

    def apart(one: Sequence[str], other: Sequence[str]) -> int:
        row = list(range(len(other) + 1))
        for i, a in enumerate(one, 1):
            last, row[0] = row[0], i
            for j, b in enumerate(other, 1):
                last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
        return row[-1]

    return tuple(sorted((w for w in PASSCODE_WORDS if w != word), key=lambda w: apart(said[word], said[w]))[:4])


@lru_cache(maxsize=1)
def _sounds() -> dict[str, list[str]]:
    from renderers.speech.alignment_acoustic import spellings, word_decoder

    decoder = word_decoder()
    return {word: list(spellings(decoder, word)[0]) for word in PASSCODE_WORDS}


def _noise_of(reader: str, number: int) -> str:
    """All noises for all readers, in turn."""
    return NOISES[(number + (READERS.index(reader) if reader in READERS else 0)) % len(NOISES)]


def _code(reader: str, number: int) -> tuple[str, ...]:
    return tuple(random.Random(f"{reader} {number}").sample(PASSCODE_WORDS, WORDS))


def _reading(reader: str, code: Sequence[str], name: str, pace: float, noise: str, snr: float, seed: str) -> Samples:
    parts = ([_spoken(reader, statement_of("voice", name), pace)] if name else []) + [
        np.zeros(RATE // 3, np.float32),
        _spoken(reader, ", ".join(code) + ".", pace),
    ]
    line = np.concatenate([np.zeros(RATE // 4, np.float32), *parts, np.zeros(RATE // 4, np.float32)])
    line *= 0.25 / np.abs(line).max()
    random_ = np.random.default_rng(list(seed.encode()))
    if not noise:
        return np.asarray(line + random_.normal(0, 3e-4, len(line)), np.float32)
    over = _noise(noise, len(line), random_, reader)
    speech = float(np.sqrt(np.mean(line[np.abs(line) > 1e-3] ** 2)))
    return np.asarray(line + over * (speech * 10 ** (-snr / 20) / np.sqrt(np.mean(over**2))), np.float32)


def _noise(kind: str, length: int, random_: np.random.Generator, reader: str) -> NDArray[np.float64]:
    white: NDArray[np.float64] = random_.normal(0, 1, length)
    if kind == "white":
        return white
    if kind == "pink":
        spectrum = np.fft.rfft(white)
        return np.asarray(np.fft.irfft(spectrum / np.sqrt(np.maximum(1, np.arange(len(spectrum)))), length))
    others = [name for name in READERS if name != reader and available(find_voice(name))]  # type: ignore[arg-type]
    mixed = np.zeros(length)
    for voice in others[:6]:
        talk = _spoken(voice, "The news of the day, read to whoever happens to be in the room at this hour.", 1.0)
        mixed += np.roll(np.resize(talk / np.sqrt(np.mean(talk**2)), length), int(random_.integers(length)))
    return mixed


def _other_sound(kind: str, number: int) -> Samples:
    random_ = np.random.default_rng(number)
    length = 9 * RATE
    if kind == "silence":
        return np.asarray(random_.normal(0, 1e-4 * number, length), np.float32)
    if kind == "noise":
        return np.asarray(0.1 * _noise(NOISES[number % 3], length, random_, "") / 3, np.float32)
    from renderers.music import MusicRequest
    from renderers.music.catalogue import MOODS

    composer = _music()
    bed = composer.compose(MusicRequest(MOODS[number % len(MOODS)].id, length, number)).samples
    return np.asarray(bed.mean(axis=1) if bed.ndim > 1 else bed, np.float32)


@lru_cache(maxsize=64)
def _spoken(reader: str, text: str, pace: float) -> Samples:
    voice = find_voice(reader)
    assert voice is not None
    speech = next(iter(_engine(voice.engine).speak([SpeechRequest(text, voice, speed=pace)])))
    return np.asarray(resample(speech.samples, speech.sample_rate, RATE), np.float32)


@lru_cache(maxsize=8)
def _engine(name: str) -> Any:  # noqa: ANN401  (a speech engine)
    module, _, found = ENGINES[name].partition(":")
    return getattr(importlib.import_module(module), found)()


def _music() -> Any:  # noqa: ANN401  (a music engine)
    from renderers.music import ENGINES as COMPOSERS

    module, _, found = COMPOSERS["composed"].partition(":")
    return getattr(importlib.import_module(module), found)()


def _true_table(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    def share(chosen: Sequence[dict[str, Any]]) -> dict[str, float]:
        return {
            "readings": len(chosen),
            "first_try": round(float(np.mean([row["try"] == 1 for row in chosen])), 3),
            "three_tries": round(float(np.mean([row["try"] > 0 for row in chosen])), 3),
        }

    if not rows:
        return {}
    by: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by[row["noise"]].append(row)
        by[row["job"][1]].append(row)
    spent = [second for row in rows for second in row["seconds"]]
    return {
        "all": share(rows),
        **{name: share(chosen) for name, chosen in by.items()},
        "cpu": round(float(np.mean(spent)), 3),
    }


def _wrong_table(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    counts, taken = Counter(row["job"][0] for row in rows), Counter(row["job"][0] for row in rows if row["accepted"])
    cpu = round(float(np.mean([row["seconds"] for row in rows])), 3) if rows else 0.0
    return {"held": dict(counts), "accepted": dict(taken), "of": len(rows), "false": sum(taken.values()), "cpu": cpu}


def _print(told: dict[str, Any]) -> None:
    for name, figures in told["true"].items():
        if isinstance(figures, dict):
            print(f"{name:<18} {figures['readings']:>4} readings: {figures['first_try']:6.1%} at the first try, "
                  f"{figures['three_tries']:6.1%} within three")  # fmt: skip
    wrong = told["wrong"]
    for name, count in wrong["held"].items():
        print(f"{name:<18} {count:>4} wrong readings: {wrong['accepted'].get(name, 0)} accepted")
    print(f"{wrong['of']} wrong readings in all: {wrong['false']} accepted; {told['left']} left to do.")


if __name__ == "__main__":
    main()
