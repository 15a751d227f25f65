"""How well moderation judges labelled lines: `python -m benchmarks.moderation [--file FILE] [--show]`.

A line is a topic (`none` for what has to pass), a tab, and the text. Told by topic: how many are held (nothing is made
of them before a person has looked, or at all), how many of these are refused outright, and how many are held for that
topic; of harmless lines, how many are wrongly. Recall is the share of lines that are held; a false denial is a harmless
line that is refused.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from tools.moderation.policy import TOPICS, default_policy
from tools.moderation.verdict import judge

_HERE = Path(__file__).parent


def read_lines(path: Path) -> list[tuple[str, str]]:
    """The labelled lines of a file: topic and text."""
    rows = (line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return [(topic.strip(), text.strip()) for topic, text in rows]


def main() -> None:
    """Print the table, and with `--show` what was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", type=Path, default=_HERE / "development.tsv")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    policy = default_policy()
    lines = read_lines(asked.file)
    count: Counter[str] = Counter()
    held: Counter[str] = Counter()
    right: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    for topic, text in lines:
        verdict = judge({"line": text}, "stock", policy)
        count[topic] += 1
        held[topic] += verdict.action != "allow"
        refused[topic] += verdict.action == "deny"
        right[topic] += any(concern.topic == topic for concern in verdict.concerns)
        if asked.show and (verdict.action == "allow") != (topic == "none"):
            print(f"{topic:<17} {verdict.action:<6} {text}   {[(c.topic, c.words) for c in verdict.concerns]}")
    print(f"{'topic':<17} {'lines':>5} {'held':>6} {'refused':>8} {'as it':>6}")
    for topic in sorted(count, key=lambda name: (name == "none", name)):
        shares = [f"{counter[topic] / count[topic]:.1%}" for counter in (held, refused, right)]
        print(f"{topic:<17} {count[topic]:>5} {shares[0]:>6} {shares[1]:>8} {shares[2]:>6}")
    denied = [topic for topic in TOPICS if topic in count and policy.action(topic, "stock", certain=True) == "deny"]
    total = sum(count[t] for t in denied)
    print(
        f"{'of denied topics':<17} {total:>5} {sum(held[t] for t in denied) / total:>6.1%} "
        f"{sum(refused[t] for t in denied) / total:>8.1%}"
    )


if __name__ == "__main__":
    main()
