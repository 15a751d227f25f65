"""Hundreds of hostile pages read as one site: what got through, what held the reader up, how long and how large it was.

python -m benchmarks.hostile --pages 300
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass

from benchmarks.hostile_kinds import PLANTED, page
from benchmarks.hostile_pages import HostilePage, hostile_pages
from benchmarks.small_site import on_this_machine, serving
from benchmarks.trap import trap
from brand_memory.crawling import Progress, read_site
from brand_memory.egress import Bounds
from brand_memory.reading import PageReading, SiteReading


@dataclass(frozen=True)
class Outcome:
    """What came of a site of hostile pages; `unread` are pages that should have been read and were not."""

    reading: SiteReading
    visits: list[str]
    leaks: list[str]
    unread: list[str]
    misread: list[str]
    seconds: float


def attack(
    count: int,
    *,
    browser: bool = True,
    seed: int = 1,
    budget: float | None = None,
    progress: Progress = lambda line: None,
) -> Outcome:
    """Read a site of `count` hostile pages behind an honest home page."""
    with trap() as trapped:
        pages = hostile_pages(count, trapped, seed)
        links = "".join(f'<li><a href="{one.path}">{one.name}</a></li>' for one in pages)
        answers = {"/": page(f"<ul>{links}</ul>")}
        for one in pages:
            answers |= one.answers
        with serving(answers) as site:
            ports = frozenset({80, 443, site.port, trapped.port})
            bounds = Bounds(
                private=site.bounds.private, ports=ports, seconds=3600, connections=100_000, total_bytes=10**10
            )
            begun = time.monotonic()
            reading = read_site(
                site.address, budget_seconds=budget or 60 + 8.0 * count, pages=count + 1, browser=browser,
                bounds=bounds, resolver=on_this_machine, progress=progress,
            )  # fmt: skip
            seconds = time.monotonic() - begun
        return _outcome(pages, reading, list(trapped.visits), seconds)


def _outcome(pages: list[HostilePage], reading: SiteReading, visits: list[str], seconds: float) -> Outcome:
    read = {"/" + one.address.partition("://")[2].partition("/")[2].partition("?")[0] for one in reading.pages}
    leaks = [f"{one.address}: {said[:120]}" for one in reading.pages for said in _said(one) if PLANTED in said]
    leaks += [
        f"{one.address}: invisible signs" for one in reading.pages if any(_invisible(said) for said in _said(one))
    ]
    unread = [one.name for one in pages if one.readable and one.path not in read]
    misread = [one.name for one in pages if one.readable is False and one.path in read]
    return Outcome(reading, visits, leaks, unread, misread, seconds)


def _said(reading: PageReading) -> list[str]:
    """Every text that a reading offers as something a person saw."""
    return [
        *(text.text for text in reading.texts),
        *(element.text for element in reading.elements),
        *(picture.caption for picture in reading.pictures),
        *(picture.nearby for picture in reading.pictures),
        *(link.words for link in reading.links),
        reading.title,
    ]


def _invisible(text: str) -> bool:
    return any(
        0xE0000 <= ord(sign) <= 0xE0FFF or 0xFE00 <= ord(sign) <= 0xFE0E or sign in "\u200b\u202e\u2066"
        for sign in text
    )


def main() -> int:
    """Attack, and print the account; 1 where anything got through."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--static", action="store_true", help="read without a browser")
    chosen = parser.parse_args()
    found = attack(chosen.pages, browser=not chosen.static, seed=chosen.seed)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    reading = found.reading
    print(
        f"{chosen.pages} pages in {found.seconds:.0f} s ({found.seconds / chosen.pages:.2f} s each), "
        f"{len(reading.pages)} readings"
    )
    print(
        f"memory {own:.0f} MB here, {children:.0f} MB in the largest process of the browser; "
        f"{reading.received / 1e6:.0f} MB received"
    )
    print(f"private addresses reached: {len(found.visits)}; planted texts let through: {len(found.leaks)}")
    print(
        f"not read though they could be: {len(found.unread)} {found.unread[:10]}; read though they should not: "
        f"{found.misread[:10]}"
    )
    for leak in found.leaks[:20]:
        print("  leak:", leak)
    print("refused, by reason:")
    for reason, count in Counter(_reason(line) for line in reading.refusals).most_common(20):
        print(f"  {count:4d}  {reason}")
    for note in reading.notes[:10]:
        print("note:", note)
    return 1 if found.visits or found.leaks or found.misread or found.unread else 0


def _reason(line: str) -> str:
    return line.rpartition(": ")[2] if ": " in line else line.partition(" ")[2]


if __name__ == "__main__":
    sys.exit(main())
