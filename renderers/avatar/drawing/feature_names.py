"""The names of features whose drawings load what paints: a document is checked against them without it."""

from __future__ import annotations

HAIR_CUTS = (
    "lob", "quiff", "crop", "side_part", "tousled", "buzz", "bald", "afro", "coils", "pixie", "fringe", "bob", "long",
    "curls", "bun", "ponytail", "braids", "hijab", "turban", "fox", "robot",
)  # fmt: skip
"""Hair and headwear."""
BEARDS = ("none", "full", "stubble", "goatee", "moustache", "long")
"""Beards."""
GLASSES = ("none", "round", "square", "cat", "thin")
"""Glasses."""
EARRINGS = ("none", "stud", "hoop", "drop")
"""Earrings."""
OUTFITS = (
    "blazer_blouse", "blazer_shirt", "blazer_roll", "suit", "sweater", "turtleneck", "tee", "polo", "hoodie",
    "cardigan",
    "wrap", "shirt", "tunic", "chassis",
)  # fmt: skip
"""Clothes for the upper body."""
