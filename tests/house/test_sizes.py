from __future__ import annotations

import statistics
from pathlib import Path

LONGEST = 400
MEDIAN = 200


def test_no_file_is_longer_than_400_lines(sources: list[Path], tests: list[Path]):
    lengths = {path: len(path.read_text().splitlines()) for path in (*sources, *tests)}
    long = {str(path): length for path, length in lengths.items() if length > LONGEST}
    assert not long


def test_files_are_small_on_the_whole(sources: list[Path]):
    lengths = [len(path.read_text().splitlines()) for path in sources]
    assert statistics.median(length for length in lengths if length) <= MEDIAN
