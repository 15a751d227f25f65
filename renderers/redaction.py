"""Redaction: what other programs and servers say, without the keys and passwords that this process knows."""

from __future__ import annotations

import os
import re

_SECRET_NAMES = re.compile(r"(?:API_KEY|PASSWORD|SECRET|TOKEN)$")
_KEY = re.compile(
    r"\b(?:sk|pk|rk|hf|ghp|xox[abp])[-_][A-Za-z0-9_*-]{8,}|\bBearer\s+\S+|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
)
"""What looks like a key wherever it comes from: the common prefixes, a bearer token, a login in an address."""
_SHORTEST = 6
"""Letters from which on a value of the environment is taken for a secret; shorter ones would take words out of text."""
HIDDEN = "…"


def redacted(text: str) -> str:
    """`text` with every secret of the environment, and whatever looks like a key, replaced by `…`.

    For everything that a server, a library or a child process said and that goes on into a message, a log or a file.
    """
    for name, value in os.environ.items():
        if len(value) >= _SHORTEST and value in text and _SECRET_NAMES.search(name.upper()):
            text = text.replace(value, HIDDEN)
    return _KEY.sub(HIDDEN, text)
