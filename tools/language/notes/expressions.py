"""Expressions: regular expressions that are put together while a message is read, each compiled once.

The cache of `re` holds 512 and the rules have more than that: what is compiled anew on every message costs more than
all that is searched with it.
"""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=8192)
def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled regular expression of a pattern."""
    return re.compile(pattern, flags)
