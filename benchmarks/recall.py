"""How long recalling takes among many memories, with the index and without it, and whether both find the same.

`benchmarks/recall.py --memories 10000`. Texts are made of words drawn as unevenly as in a language; a tenth of them
belong to the brand that is asked for, the rest to nine others, a tenth of all to another tenant.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from brand_memory.fragments import KINDS, Fragment, fragment_id, insert
from brand_memory.hashed_ngrams import HashedNgrams
from brand_memory.index_store import IndexStore
from brand_memory.kit import BrandKit, Evidence, Fact
from brand_memory.memory import Memory
from brand_memory.records import BrandRecords
from brand_memory.tables import opened, transaction

BRANDS = 10
WORDS = 6000


def texts(count: int, seed: int = 1) -> list[str]:
    """`count` texts of 6 to 40 words."""
    drawn = random.Random(seed)
    syllables = [a + b for a in "bdfgklmnprstv" for b in "aeiou"]
    words = ["".join(drawn.choices(syllables, k=drawn.randint(1, 4))) for _ in range(WORDS)]
    weights = [1 / rank for rank in range(1, WORDS + 1)]
    return [" ".join(drawn.choices(words, weights, k=drawn.randint(6, 40))) for _ in range(count)]


def fill(root: Path, written: list[str], one_brand: bool) -> None:
    """Brands of two tenants, with all texts shared out among them."""
    for tenant in ("local", "studio"):
        records = BrandRecords(root, tenant)
        for number in range(BRANDS):
            name: Fact[str] = Fact[str](value=f"Brand {number}", confidence=1.0)
            records.learn(BrandKit(schema="brand/1", id=f"brand-{number}", name=name))
    with opened(root / "brands.db") as db, transaction(db):
        for number, text in enumerate(written):
            tenant = "studio" if not one_brand and number % BRANDS == 0 else "local"
            brand = "brand-0" if one_brand else f"brand-{number // BRANDS % BRANDS}"
            fragment = Fragment(kind=KINDS[number % len(KINDS)], text=text, source=Evidence(page="you"))
            insert(db, tenant, brand, fragment_id(tenant, brand, fragment.kind, text), fragment, "", learned=False)


def asked(written: list[str], count: int) -> list[str]:
    """Questions: some words of texts that are there."""
    drawn = random.Random(2)
    return [" ".join(drawn.sample(text.split(), 4)) for text in drawn.sample(written, count)]


def measured(memory: Memory, questions: list[str]) -> tuple[list[float], list[float], list[tuple[str, ...]]]:
    """Wall and processor milliseconds of each question, and what was found."""
    wall, busy, found = [], [], []
    for question in questions:
        begun, used = time.perf_counter(), _used()
        answer = memory.recall("brand-0", question, k=5)
        wall.append((time.perf_counter() - begun) * 1000)
        busy.append((_used() - used) * 1000)
        found.append(tuple(one.id for one in answer))
    return wall, busy, found


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memories", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--one-brand", action="store_true", help="all memories belong to the brand that is asked for")
    chosen = parser.parse_args()
    written = texts(chosen.memories)
    questions = asked(written, chosen.questions)
    report: dict[str, object] = {"memories": chosen.memories, "questions": chosen.questions}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "brands"
        fill(root, written, chosen.one_brand)
        begun = time.perf_counter()
        with Memory(root, HashedNgrams()) as memory:
            memory.recall("brand-0", "first", k=1)
            report["first answer, index built, s"] = round(time.perf_counter() - begun, 2)
            wall, busy, indexed = measured(memory, questions)
            report["notes"] = memory.notes
        begun = time.perf_counter()
        with Memory(root, HashedNgrams()) as memory:
            memory.recall("brand-0", "first", k=1)
            report["first answer, index there, s"] = round(time.perf_counter() - begun, 2)
        store = IndexStore(root)
        store.own(0)
        with Memory(root, HashedNgrams(), patience=0) as memory:
            memory.recall("brand-0", "first", k=1)
            plain, _, direct = measured(memory, questions)
        store.disown()
        report["recall, ms"] = _told(wall)
        report["recall, processor ms"] = _told(busy)
        report["recall without index, ms"] = _told(plain)
        report["same five found"] = sum(a == b for a, b in zip(indexed, direct, strict=True)) / len(questions)
        report["megabytes"] = round(sum(p.stat().st_size for p in root.rglob("*") if p.is_file()) / 1e6, 1)
    json.dump(report, sys.stdout, indent=2)
    print()


def _told(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
        "least": round(ordered[0], 2),
    }


if __name__ == "__main__":
    main()
