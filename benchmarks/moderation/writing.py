"""Lines to learn from, written by grammars: `grammar/*.txt`, a topic a section, a sentence a line.

A sentence has `{slots}`, filled from the lines that begin with `=`, and `(one|or|another)`; both may hold the other.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_GRAMMARS = Path(__file__).with_name("grammar")
_SHARED = "common.txt"
_SLOT = re.compile(r"\{(\w+)\}")
_CHOICE = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class Sentence:
    """A pattern of a topic, with the slots of its file."""

    topic: str
    pattern: str
    slots: dict[str, tuple[str, ...]]


def read_grammars(folder: Path = _GRAMMARS) -> list[Sentence]:
    """Every sentence of the grammars in `folder`. Raises `ValueError` for a slot that nothing fills."""
    shared, _ = _read(folder / _SHARED, {})
    found: list[Sentence] = []
    for path in sorted(folder.glob("*.txt")):
        if path.name != _SHARED:
            found.extend(_read(path, shared)[1])
    for sentence in found:
        missing = set(_SLOT.findall(sentence.pattern)) - set(sentence.slots)
        if missing:
            raise ValueError(f"nothing fills {sorted(missing)} in {sentence.pattern!r}")
    return found


def _read(path: Path, shared: dict[str, tuple[str, ...]]) -> tuple[dict[str, tuple[str, ...]], list[Sentence]]:
    slots, topic = dict(shared), ""
    patterns: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            name, values = line[2:].split(": ", 1)
            slots[name] = tuple(value.strip() for value in values.split("|"))
        elif line.startswith("["):
            topic = line.strip("[]")
        elif line and not line.startswith("#"):
            patterns.append((topic, line))
    return slots, [Sentence(topic, pattern, slots) for topic, pattern in patterns]


def write_lines(sentences: list[Sentence], each: int, seed: int) -> Iterator[tuple[str, str]]:
    """Up to `each` different lines of every sentence, as topic and text; the same seed writes the same ones."""
    for number, sentence in enumerate(sentences):
        source = random.Random(f"{seed} {number} {sentence.pattern}")
        written = dict.fromkeys(write_line(sentence, source) for _ in range(each))
        for text in written:
            yield sentence.topic, text


def write_line(sentence: Sentence, source: random.Random) -> str:
    """One line of a sentence."""
    text = sentence.pattern
    while found := _CHOICE.search(text) or _SLOT.search(text):
        values = found.group(1).split("|") if found.group().startswith("(") else sentence.slots[found.group(1)]
        text = text[: found.start()] + source.choice(values) + text[found.end() :]
    text = re.sub(r"\s+([,.!?:])", r"\1", " ".join(text.split()))
    text = re.sub(r"([.!?])\.+", r"\1", re.sub(r"([,:])[,.]+", r"\1", text))
    return text[:1].upper() + text[1:]
