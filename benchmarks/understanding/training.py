"""Fits the second opinion on the open sets of cases: `python -m benchmarks.understanding.training`.

Examples are whole messages that ask for one kind of thing, and the clauses of messages that the rules read rightly.
Softmax regression with AdaGrad; the order of examples is drawn from a fixed seed, so that the same sets give the same
file. `--folds` leaves each set out in turn, and prints how its messages come out with and without the opinion of the
rest.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from pydantic import ValidationError

from benchmarks.understanding.__main__ import cases, request
from benchmarks.understanding.scoring import score
from tools.language.notes import opinion, second_reading
from tools.language.notes.context import Context, Reading
from tools.language.notes.meaning import with_meaning
from tools.language.notes.opinion import MEANING_WEIGHTS, WEIGHTS
from tools.language.notes.opinion_features import features
from tools.language.notes.opinion_kinds import ASK, NOTHING, kinds_of
from tools.language.notes.patterns import Token
from tools.language.notes.reading import read_clauses, understand_note
from tools.notes import Understanding
from tools.weights import FeatureWeights, save_weights

HERE = Path(__file__).parent
CLOSED = ("unseen.jsonl",)
"""Sets that nothing is ever fitted to."""
EPOCHS, RATE, DECAY, SEED = 40, 0.5, 1e-5, 7
RAREST = 2
"""Features that fewer examples have are left out."""


@dataclass(frozen=True)
class Example:
    """The features of a message or a clause, and the kind of what it asks for."""

    features: Mapping[str, float]
    kind: str


def open_sets() -> list[Path]:
    """The files of cases that may be fitted to, by name."""
    return sorted(path for path in HERE.glob("*.jsonl") if path.name not in CLOSED)


def examples(path: Path) -> Iterator[Example]:
    """The examples in a file of cases."""
    for case in cases(path):
        if case.get("pending"):
            continue
        yield from _examples(case)


def _examples(case: Mapping[str, Any]) -> Iterator[Example]:
    wanted = _wanted(case)
    if wanted is None:
        return
    context, clauses, readings = read_clauses(request(case))
    tokens = [token for clause in clauses for token in clause.raw]
    if not tokens:
        return
    kinds = kinds_of(context, wanted, _amounts(tokens))
    if len(kinds) == 1:
        yield _example(context, tokens, next(iter(kinds)), question=clauses[-1].question)
    if len(clauses) < 2:
        return
    done = [reading for reading in readings if reading is not None]
    if len(done) < len(readings) or not _right(case, done):
        return
    for clause, reading in zip(clauses, done, strict=True):
        kinds = kinds_of(context, reading, _amounts(clause.raw))
        if len(kinds) == 1:
            yield _example(context, clause.raw, next(iter(kinds)), question=clause.question)


def _example(context: Context, tokens: Sequence[Token], kind: str, *, question: bool) -> Example:
    return Example(features(tokens, context.text, question=question, meant=True), kind)


def _amounts(tokens: Iterable[Token]) -> list[float]:
    return [token.value for token in tokens if isinstance(token.value, float)]


def _wanted(case: Mapping[str, Any]) -> Reading | None:
    """The right answer as a reading; None where it can not be written as one."""
    document = {
        "patches": [_written(patch) for patch in case.get("patches", ())],
        "commands": [_written_fields(one) for one in case.get("commands", ())],
        "enquiries": [{"topic": topic} for topic in case.get("enquiries", ())],
    }
    try:
        found = Understanding.model_validate(document)
    except ValidationError:
        return None
    question = ASK if case.get("ask") else ""
    return Reading(patches=found.patches, commands=found.commands, enquiries=found.enquiries, question=question)


def _written(patch: Mapping[str, Any]) -> dict[str, Any]:
    """A patch of a case with one of the values that it allows."""
    plain = _written_fields(patch)
    if plain["op"] == "set_seed":
        plain["seed"] = 1
    if plain["op"] in ("duplicate_scene", "split_scene"):
        plain["new_id"] = "new"
    if plain["op"] == "add_line" and isinstance(plain["line"], dict):
        plain["line"] = {"id": "new", **plain["line"]}
    if plain["op"] == "insert_scene":
        plain["scene"] = _written_scene(plain["scene"])
    return plain


def _written_fields(document: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a patch or a command, each with one of the values that are right for it."""
    fields = {key: _one(value) for key, value in document.items()}
    return {key: value for key, value in fields.items() if value is not None or document[key] is None}


def _written_scene(scene: Any) -> dict[str, Any]:  # noqa: ANN401 - any scene will do where that is what a case says
    """A new scene with the values that a case names, and something said where it allows anything."""
    fields = scene.items() if isinstance(scene, dict) else ()
    named = {key: value for key, value in fields if value not in (None, "", "*")}
    lines = named.pop("lines", ()) if isinstance(named.get("lines", ()), list) else ()
    return {"id": "new", "heading": "", **named, "lines": [{"id": f"new-{n}", **one} for n, one in enumerate(lines)]}


def _one(value: Any) -> Any:  # noqa: ANN401 - as the field has it
    """One of the values that are right for a field."""
    if not isinstance(value, dict):
        return value
    if "any" in value:
        return _one(value["any"][0])
    return sum(value["between"]) / 2 if "between" in value else {key: _one(inner) for key, inner in value.items()}


def _right(case: Mapping[str, Any], readings: Sequence[Reading]) -> bool:
    answer = Understanding(
        patches=tuple(patch for one in readings for patch in one.patches),
        commands=tuple(command for one in readings for command in one.commands),
        enquiries=tuple(enquiry for one in readings for enquiry in one.enquiries),
        question=next((one.question for one in readings if one.question), ""),
    )
    return score(case, answer).outcome == "exact"


def without_meaning(held: Iterable[Example]) -> list[Example]:
    """The examples with the features of their words alone."""
    return [Example({n: v for n, v in one.features.items() if not n.startswith("m:")}, one.kind) for one in held]


def fit(held: Sequence[Example], sets: Sequence[str] = ()) -> FeatureWeights:
    """The weights under which the examples are likeliest; `sets` are the names of the files that they come from."""
    counts = Counter(name for example in held for name in example.features)
    numbers = {name: zlib.crc32(name.encode()) for name, count in counts.items() if count >= RAREST}
    names = np.array(sorted(set(numbers.values())), np.uint32)
    kinds = tuple(sorted({example.kind for example in held}))
    columns = {kind: n for n, kind in enumerate(kinds)}
    rows = np.zeros((len(names), len(kinds)), np.float32)
    steps = np.full(len(names), 1e-6, np.float32)
    sparse = []
    for example in held:
        own = [(numbers[name], value) for name, value in example.features.items() if name in numbers]
        places = np.searchsorted(names, np.array([number for number, _ in own], np.uint32))
        sparse.append((places, np.array([value for _, value in own], np.float32), columns[example.kind]))
    generator = np.random.default_rng(SEED)
    for _ in range(EPOCHS):
        for n in generator.permutation(len(sparse)):
            places, values, column = sparse[n]
            scores = values @ rows[places]
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            shares[column] -= 1
            slopes = np.outer(values, shares) + DECAY * rows[places]
            steps[places] += (slopes * slopes).sum(axis=1)
            rows[places] -= RATE * slopes / np.sqrt(steps[places])[:, None]
    return FeatureWeights(names, rows, kinds, tuple(sets))


def check(sets: Sequence[Path]) -> None:
    """Prints, for each set, how its messages come out without the second opinion, and with that of the other sets."""
    held = {path: list(examples(path)) for path in sets}
    print(f"{'set':32}{'without: exact asked wrong':>32}{'with: exact asked wrong':>32}")
    for path in sets:
        others = [example for other in sets if other != path for example in held[other]]
        both = (fit(without_meaning(others)), fit(others))
        with patch.object(opinion, "weights", lambda meant=False, both=both: both[meant]):
            heard = _outcomes(path)
        never = {"LIKELY": 2.0, "DOUBT": 2.0, "IDLE": 0.0, "ASIDE": 0.0}  # shares at which it is never sure of anything
        with patch.multiple(second_reading, **never):
            alone = _outcomes(path)
        print(f"{path.name:32}{alone:>32}{heard:>32}", flush=True)


def _outcomes(path: Path) -> str:
    found = Counter(score(case, understand_note(request(case))).outcome for case in cases(path))
    shares = (found["exact"], found["asked"] + found["partly"], found["wrong"])
    return " ".join(f"{100 * share / found.total():.1f}" for share in shares)


def main() -> None:
    """Fits the weights and writes them, or checks them fold by fold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--meaning", type=Path, default=MEANING_WEIGHTS)
    parser.add_argument("--also", type=Path, action="append", default=[], help="a set from elsewhere")
    parser.add_argument("--folds", action="store_true", help="check set by set instead of writing")
    arguments = parser.parse_args()
    if not with_meaning():
        parser.error("the sentence model is needed for this; `make setup` installs it")
    sets = [*open_sets(), *arguments.also]
    if arguments.folds:
        check(sets)
        return
    held = [example for path in sets for example in examples(path)]
    names = [path.name for path in sets]
    for output, chosen in ((arguments.output, without_meaning(held)), (arguments.meaning, held)):
        weights = fit(chosen, names)
        save_weights(output, weights)
        told = f"{len(held)} examples, {len(weights.names)} features, {len(weights.kinds)} kinds"
        print(f"{output}: {told}, {output.stat().st_size} bytes")
    print(f"{NOTHING}: {sum(one.kind == NOTHING for one in held)}, {ASK}: {sum(one.kind == ASK for one in held)}")


if __name__ == "__main__":
    main()
