"""Words by which banners, pop-ups and chat bubbles are known, in some thirty languages; one list for both readers."""

from __future__ import annotations

import functools
import json
import re
from importlib.resources import files


@functools.cache
def overlay_words() -> dict[str, list[str]]:
    """Alternatives of a regular expression by what they tell: consent, refuse, agree, shut, offer, chat."""
    text = (files("brand_memory") / "probes" / "overlay_words.json").read_text(encoding="utf-8")
    return {name: list(parts) for name, parts in json.loads(text).items()}


@functools.cache
def says(what: str) -> re.Pattern[str]:
    """What finds the words of one kind in a text."""
    return re.compile("|".join(overlay_words()[what]), re.IGNORECASE)
