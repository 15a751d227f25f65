"""Words of restating: what is never left over of a clause, and what has to stand in it for a kind of request."""

from __future__ import annotations

from tools.language.notes.frame_words import MODALS, NOUNS

NEGATIONS = frozenset(
    "same not dont no never without except but until unless while only instead than nor neither".split()
)
_CONTRASTS = frozenset("except but until unless while instead than after before if rather".split())
_EFFECTS = frozenset("lyrics pitch echo reverb rap remix beatbox".split())
_MOVES = frozenset("undo redo compare export learn lock unlock delete duplicate split merge swap rename call".split())
_THINGS = frozenset(NOUNS) | frozenset(
    "heading title subtitle endcard cta address strap line words script brand website scene draft storyboard".split()
)
STEPS = frozenset(
    """vertical square landscape fourfive bigger smaller medium louder quieter faster slower shorter longer darker
    lighter brighter dark light top bottom left right speedup slowdown mute""".split()
)
"""Words that tell which way something is to change."""
_MOODS = frozenset("calm calmer upbeat cinematic playful inspiring tech".split())
HEAVY = _THINGS | _MOVES | _CONTRASTS | _EFFECTS | STEPS | _MOODS
"""Words that are never left over."""

COMPLAINTS = frozenset(
    """music.louder music.quieter speed.faster speed.slower duration.shorter duration.longer captions.large
    captions.small logo.large logo.small""".split()
)
"""Kinds that are asked for by saying how something is: `the music is too loud`."""
ASKING = MODALS | frozenset("if would better nicer please want love too that".split())
"""Words by which a statement asks for something."""
ACTS = {
    "remove": "remove cut out off go dont not no without away skip unnecessary redundant",
    "duplicate": "duplicate twice again double",
    "lock": "lock leave touch final done",
    "unlock": "unlock unlocked open free lock",
    "swap": "swap switch places place otherway turn change before after",
    "merge": "merge one together single",
}
"""What tells that this is to be done; one of it has to stand there."""

EVIDENCE = {
    "hardcut": frozenset("hardcut cut dissolve hard harder sharp sharper snappy snappier abrupt straight".split()),
    "dissolve": frozenset("dissolve hardcut soft softer smooth smoother gentle gentler melt".split()),
}
"""What tells how scenes are to follow one another; one of it has to stand there."""
