"""The nearest known request: what a message that no rule reads is most like, to be asked about and never to be done."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from brand_memory.hashed_ngrams import HashedNgrams
from tools.language.notes.context import Context, Reading
from tools.language.notes.rules_courtesy import about_noun

ENOUGH = 0.3
"""The cosine from which a likeness is worth a question."""

_EXAMPLES: tuple[tuple[str, str], ...] = (
    ("music", "change the music, another track, song, tune, soundtrack, melody, beat, louder, quieter"),
    ("voice", "change the voice, narrator sounds, accent, speaks, voiceover, talking"),
    ("captions", "subtitles, captions, text under the picture, read along"),
    ("logo", "our logo, emblem, brand mark, corner"),
    ("colour", "colours, colour scheme, palette, tint, shade"),
    ("background", "the background, backdrop, behind the presenter, wall, scenery"),
    ("avatar", "the presenter, person on screen, host, avatar, actor, lady, man"),
    ("speed", "talks too fast, slow, pace, tempo, hurry"),
    ("duration", "how long the video is, too long, shorter, length, seconds, minutes"),
    ("typeface", "font, typeface, letters, bold, serif, lettering"),
    ("transition", "transition between scenes, cut, fade, dissolve"),
    ("endcard", "end card, final screen, call to action, web address, contact details at the end"),
    ("heading", "heading, headline, title text on screen"),
    ("words", "what she says, the script, wording, sentence, phrase, line, text"),
    ("storyboard", "scenes, order of the scenes, storyboard, slides, section"),
)


def guessed(context: Context, text: str) -> Reading | None:
    """A question about the thing that `text` seems to speak of; None where it is like nothing."""
    vectors = _vectors()
    row = HashedNgrams().embed([text[:300]])[0]
    scores = vectors @ row
    best = int(np.argmax(scores))
    if float(scores[best]) < ENOUGH:
        return None
    return about_noun(context, _EXAMPLES[best][0])


@cache
def _vectors() -> NDArray[np.float32]:
    return HashedNgrams().embed([words for _, words in _EXAMPLES])
