"""Every mood at two lengths, and speech over each: `python -m benchmarks.music [--moods calm,tech] [--json]`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from benchmarks.music.beds import ALL, BedFigures, measure_beds, seeds_differ
from benchmarks.music.mixes import MixFigures, measure_mixes
from tools.loudness import TARGETS


def main() -> None:
    """Measure, and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moods", default=",".join(ALL))
    parser.add_argument("--json", action="store_true")
    told = parser.parse_args()
    moods = told.moods.split(",")
    beds, mixes = measure_beds(moods), measure_mixes(moods, list(TARGETS))
    same, other = seeds_differ(moods[0])
    if told.json:
        found = {"beds": [asdict(bed) for bed in beds], "mixes": [asdict(mix) for mix in mixes]}
        print(json.dumps({**found, "same_seed_same": same, "other_seed_other": other}, indent=1))
        return
    print_beds(beds)
    print_mixes(mixes)
    print(f"\nThe same seed gives the same samples: {same}; another seed gives others: {other}.")


def print_beds(beds: list[BedFigures]) -> None:
    """The table of beds."""
    print("| mood | s | exact | LUFS | dBTP | end dB | key fit | in key | pulse | L/R | <120, 500, 2k, 8k Hz dB | "
          "x real time | after an edit |")  # fmt: skip
    print("|---" * 13 + "|")
    for bed in beds:
        bands = ", ".join(f"{level:.0f}" for level in bed.balance)
        print(
            f"| {bed.mood} | {bed.seconds:.0f} | {'yes' if bed.exact else 'NO'} | {bed.loudness:.1f} | "
            f"{bed.true_peak:.1f} | {bed.end:.0f} | {bed.key_fit:.2f} | {'yes' if bed.in_key else 'NO'} | "
            f"{bed.regularity:.2f} | {bed.width:.2f} | {bands} | {bed.speed:.3f} | {bed.edited:.3f} |"
        )


def print_mixes(mixes: list[MixFigures]) -> None:
    """The table of mixes."""
    levels = "asked LUFS | heard LUFS | heard dBTP | voice over music LU | nearest octave dB"
    print(f"\n| speech over | {levels} | mixing x real time | encoding x |")
    print("|---" * 8 + "|")
    for mix in mixes:
        print(
            f"| {mix.name} | {mix.target:.0f} | {mix.loudness:.2f} | {mix.true_peak:.2f} | {mix.voice_to_bed:.1f} | "
            f"{mix.nearest_octave:.0f} | {mix.speed:.3f} | {mix.encoding:.3f} |"
        )


if __name__ == "__main__":
    main()
