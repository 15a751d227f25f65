"""Timing: how long words take to say, before anyone has said them."""

from __future__ import annotations

import re

WORDS_A_MINUTE = 165.0
"""The pace of our voices at speed 1.0, commas included."""


def estimate_seconds(text: str, words_per_minute: float = WORDS_A_MINUTE) -> float:
    """About how long `text` takes to say. Numbers, prices and addresses count as the words they are spoken as."""
    words = sum(_spoken_words(token) for token in text.split())
    sentences = len(re.findall(r"[.!?…](?:\s|$)", text.strip()))
    return words * 60.0 / words_per_minute + 0.25 * max(0, sentences - 1)


def _spoken_words(token: str) -> float:
    core = token.strip(".,;:!?\"'“”‘’()[]")
    if not core:
        return 0.0
    if "." in core and re.search(r"[a-z]\.[a-z]{2,}", core, re.IGNORECASE):
        return 2.0 + 1.5 * core.count(".") + core.count("/") + 2 * core.count("@")
    digits = sum(character.isdigit() for character in core)
    if digits:
        return (1.0 if digits == 1 else digits * 0.85) + (1.0 if re.search(r"[€$£%]", core) else 0.0)
    letters = len(core)
    return 0.66 if letters <= 3 else 0.94 if letters <= 7 else 1.25 if letters <= 11 else 1.6
