"""Measures every English voice: understood or not, before and after its mastering; its times; its cost; how it differs.

`python -m benchmarks.speech [--sentences 24] [--others | --third | --fourth | --fifth] [--voices a,b]
[--only quality,timing,difference] [--json]`
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from itertools import combinations
from typing import Any

import numpy as np

from benchmarks.speech.sentences import OTHERS, SENTENCES
from benchmarks.speech.video_lines import FIFTH, FOURTH, THIRD
from renderers.speech import ENGINES, Speech, SpeechEngine, SpeechRequest, Voice
from renderers.speech.catalogue import BUILT_IN, VOICES, available, find_voice

KINDS = ("quality", "timing", "difference")
LISTS = {"first": SENTENCES, "others": OTHERS, "third": THIRD, "fourth": FOURTH, "fifth": FIFTH}
SLOWEST = 0.15
"""Seconds of one core that a second of speech may cost."""
HARM = 0.05
"""The chance below which a voice counts as made worse by its mastering."""


def main() -> None:
    """Measure, and print a table or JSON."""
    asked = _arguments()
    lines = LISTS[asked.list]
    texts = lines[: asked.sentences]
    chosen = [_named(name) for name in asked.voices] if asked.voices else _english()
    spoken: dict[str, list[Speech]] = {}
    rows: list[dict[str, Any]] = []
    for voice in chosen:
        spoken[voice.id], cost = _timed(voice, texts)
        row: dict[str, Any] = {"voice": voice.id, "name": voice.name, "engine": voice.engine, "cost": cost}
        if "quality" in asked.only:
            row |= _quality(voice, lines, texts, spoken[voice.id])
        if "timing" in asked.only:
            row |= _timing(texts, spoken[voice.id])
        rows.append(row)
        print(_line(row), file=sys.stderr, flush=True)
    pairs = _pairs([voice for voice in chosen if voice.style == BUILT_IN], spoken) if "difference" in asked.only else []
    print(json.dumps({"voices": rows, "pairs": pairs}, indent=1) if asked.json else _table(rows, pairs))


def _english() -> list[Voice]:
    return [voice for voice in VOICES if voice.language.startswith("en") and available(voice)]


def _named(name: str) -> Voice:
    found = find_voice(name)
    if found is None:
        raise SystemExit(f"There is no voice {name}; `agency voices` lists those there are.")
    return found


def _engine(voice: Voice) -> SpeechEngine:
    module, _, name = ENGINES[voice.engine].partition(":")
    made: SpeechEngine = getattr(importlib.import_module(module), name)()
    return made


def _timed(voice: Voice, texts: Sequence[str]) -> tuple[list[Speech], float]:
    """The lines, and how many seconds of one core a second of them cost, processes of the engine included."""
    before = _seconds()
    made = list(_engine(voice).speak([SpeechRequest(text, voice) for text in texts]))
    return made, (_seconds() - before) / sum(speech.seconds for speech in made)


def _seconds() -> float:
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _quality(voice: Voice, lines: Sequence[str], texts: Sequence[str], after: Sequence[Speech]) -> dict[str, Any]:
    from benchmarks.speech.recognition import chance_of_harm, misheard, open_recogniser, words_of

    decoder = open_recogniser(lines)
    total = sum(len(words_of(text)) for text in texts)
    counts: dict[str, list[int]] = {}
    plain = replace(voice, finish=None)
    made = {"before": _timed(plain, texts)[0] if voice.finish else after, "after": after}
    for when, spoken in made.items():
        clips = [(text, s.samples.astype(np.float64), s.sample_rate) for text, s in zip(texts, spoken, strict=True)]
        for name, noisy in (("quiet", False), ("noise", True)):
            known = counts.get(f"before_{name}") if not voice.finish else None
            counts[f"{when}_{name}"] = known if known is not None else misheard(decoder, clips, noisy=noisy)
    found: dict[str, Any] = {name: sum(wrong) / max(total, 1) for name, wrong in counts.items()}
    for name in ("quiet", "noise"):
        found[f"harm_{name}"] = chance_of_harm(counts[f"before_{name}"], counts[f"after_{name}"])
    return found | {"words_asked": total}


def _timing(texts: Sequence[str], spoken: Sequence[Speech]) -> dict[str, Any]:
    from benchmarks.speech.timing import agreements

    words, sounds = agreements(zip(texts, spoken, strict=True))
    return {"words": asdict(words), "sounds": asdict(sounds)}


def _pairs(voices: Sequence[Voice], spoken: dict[str, list[Speech]]) -> list[dict[str, Any]]:
    from benchmarks.speech.timbre import cepstral_distance, formant_shift, half_tones_between, timbre_of

    timbres = {voice.id: timbre_of(spoken[voice.id]) for voice in voices}
    return [
        {
            "voices": [one.id, other.id],
            "half_tones": half_tones_between(timbres[one.id], timbres[other.id]),
            "formant_shift": formant_shift(timbres[one.id], timbres[other.id]),
            "cepstral_distance": cepstral_distance(timbres[one.id], timbres[other.id]),
        }
        for one, other in combinations(voices, 2)
    ]


def _table(rows: Sequence[dict[str, Any]], pairs: Sequence[dict[str, Any]]) -> str:
    lines = [_line(row) for row in rows]
    if pairs:
        lines.append("\nThe pairs that are most alike:")
        near = sorted(pairs, key=lambda pair: pair["half_tones"] / 1.5 + pair["cepstral_distance"] / 4)
        lines += [
            f"  {' and '.join(pair['voices']):38} {pair['half_tones']:5.1f} half-tones, formants "
            f"{100 * pair['formant_shift']:+5.1f} %, mel-cepstra {pair['cepstral_distance']:4.1f} dB"
            for pair in near[:6]
        ]
    slow = [row["voice"] for row in rows if row["cost"] > SLOWEST]
    lines.append(
        f"\nCost: at most {max(row['cost'] for row in rows):.3f} of real time"
        + (f"; over {SLOWEST}: {slow}" if slow else "")
    )
    return "\n".join(lines)


def _line(row: dict[str, Any]) -> str:
    text = f"{row['voice']:18} {row['name']:24} cost {row['cost']:.3f}"
    if "after_quiet" in row:
        text += (
            f"  not understood {100 * row['before_quiet']:4.1f} → {100 * row['after_quiet']:4.1f} %, "
            f"in noise {100 * row['before_noise']:4.1f} → {100 * row['after_noise']:4.1f} %"
            f" of {row['words_asked']} words" + ("; WORSE" if min(row["harm_quiet"], row["harm_noise"]) < HARM else "")
        )
    for name in ("words", "sounds"):
        if found := row.get(name):
            text += f"  {name} {found['mean_error']:4.1f} ms, {100 * found['close']:5.1f} % within 40"
    return text


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speech", description=__doc__)
    parser.add_argument("--sentences", type=int, default=24, help="how many of the 40 sentences, or 64 of later lists")
    parser.set_defaults(list="first")
    lists = parser.add_mutually_exclusive_group()
    lists.add_argument("--others", dest="list", action="store_const", const="others", help="40 other sentences")
    lists.add_argument("--third", dest="list", action="store_const", const="third", help="64 lines of video scripts")
    lists.add_argument("--fourth", dest="list", action="store_const", const="fourth", help="64 more of them")
    lists.add_argument("--fifth", dest="list", action="store_const", const="fifth", help="64 that nothing is fitted to")
    parser.add_argument("--voices", type=lambda text: text.split(","), default=None, help="ids, with commas between")
    parser.add_argument("--only", type=lambda text: text.split(","), default=KINDS, help="quality, timing, difference")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
