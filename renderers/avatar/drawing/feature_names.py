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
SKINS = (
    "tan", "fair", "porcelain", "light", "olive", "bronze", "brown", "deep", "ebony",
)  # fmt: skip
"""Skins."""
FACES = (
    "oval", "square", "round", "heart", "long", "diamond", "soft", "bearded", "fox", "robot",
)  # fmt: skip
"""Faces."""
HAIR_COLOURS = (
    "espresso", "brown", "black", "blue_black", "chestnut", "auburn", "honey", "blond", "grey", "silver",
    "white", "salt", "rose",
)  # fmt: skip
"""Colours of hair."""
EYES = (
    "almond", "level", "round", "narrow", "bright", "hooded", "deep", "fox", "robot",
)  # fmt: skip
"""Cuts of eyes."""
EYE_COLOURS = (
    "brown", "dark", "hazel", "green", "blue", "grey", "amber", "cyan",
)  # fmt: skip
"""Colours of eyes."""
BROWS = (
    "arched", "straight", "soft", "bold", "fine", "bushy", "flat", "fox", "robot",
)  # fmt: skip
"""Brows."""
NOSES = (
    "small", "straight", "strong", "broad", "fine", "rounded", "fox", "robot",
)  # fmt: skip
"""Noses."""
LIPS = (
    "medium", "thin", "full", "wide", "small", "fox", "robot",
)  # fmt: skip
"""Lips."""
BUILDS = (
    "petite", "slim", "lean", "average", "broad", "athletic", "full", "stout", "mascot", "machine",
)  # fmt: skip
"""Bodies."""
NECKS = ("short", "medium", "long")
"""Necks."""
LEGS = ("trousers", "skirt", "long_skirt")
"""What is worn below the waist."""
