"""Wishes: requests told by a cue and a value, in any order and with any plain words between.

Each reader looks for a cue that speaks of one thing only and for the value it is to have; a word that speaks of another
thing, of a question or of sparing something leaves the clause to the other readers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tools.language.notes.contents import allowed, read_content
from tools.language.notes.contents_core import Core, core_of
from tools.language.notes.context import Context, Reading
from tools.language.notes.line_manners import read_line_manner
from tools.language.notes.music_traits import read_music
from tools.language.notes.splitting import Clause
from tools.language.notes.wishes_casting import read_somebody_else
from tools.language.notes.wishes_picture import (
    read_aspect,
    read_captions,
    read_cut_out,
    read_ground,
    read_look,
    read_transition,
)
from tools.language.notes.wishes_presenter import read_liveliness, read_place
from tools.language.notes.wishes_questions import read_choices
from tools.language.notes.wishes_sound import read_broadcast, read_recording, read_tempo
from tools.language.notes.wishes_speech import read_manner, read_pause, read_sound_of_word, read_stress

_FIRST: tuple[Callable[[Core], Reading | None], ...] = (
    read_choices,
    read_cut_out,
    read_music,
    read_line_manner,
    read_tempo,
    read_recording,
    read_pause,
    read_sound_of_word,
    read_liveliness,
)
_LAST: tuple[Callable[[Core], Reading | None], ...] = (
    read_look,
    read_place,
    read_stress,
    read_manner,
    read_broadcast,
    read_transition,
    read_captions,
    read_aspect,
    read_ground,
    read_somebody_else,
)
_SPARED = re.compile(
    r"\b(?:don'?t|do not|never|not|no|nah|without|instead of|rather than|keep|except|but|"
    r"nor|isn'?t)\b",
    re.I,
)
_ASKS = re.compile(r"^(?:what|which|why|who|how|when|where|is|are|was|were|does|do|did|has|have|will)\b", re.I)


def read_wish(context: Context, clause: Clause, *, first: bool = False) -> Reading | None:
    """What a clause wishes; with `first` only what is to be read before all rules."""
    if context.board is None or not clause.raw or len(clause.raw) > 40:
        return None
    if any(token.norm == "@order" for token in clause.raw):
        return None
    core = core_of(context, clause.raw)
    if first and (shown := read_content(core)) is not None:
        return shown
    if clause.question and _ASKS.match(core.text) and not first:
        return None
    for reader in _FIRST if first else (*_FIRST, *_LAST):
        if reader not in (read_choices, read_sound_of_word, read_recording, read_cut_out, read_music) and (
            _ASKS.match(core.text) and clause.question or spares(core)
        ):
            continue
        if (reading := reader(core)) is not None:
            return core.problem or allowed(context, reading)
    return None


def read_plain_wish(context: Context, clause: Clause) -> Reading | None:
    """What a clause wishes that is told so plainly that no rule has to be asked."""
    return read_wish(context, clause, first=True)


def spares(core: Core) -> bool:
    """Whether a request speaks of what is not to be, which turns its values round."""
    return _SPARED.search(re.sub(r"[\"“'][^\"”']*[\"”']", "", core.text)) is not None
