"""Wishes of another person: a man, a woman, somebody older is to say it, be it in the picture or only by the voice."""

from __future__ import annotations

import re

from tools.language.notes.contents_core import Core
from tools.language.notes.context import Reading, ask

_PEOPLE = {
    "male": r"(?:man|guy|bloke|gentleman|male|boy|he|male (?:presenter|voice|speaker))",
    "female": r"(?:woman|lady|girl|female|she|female (?:presenter|voice|speaker))",
    "": r"(?:person|some(?:body|one)|some(?:body|one) else|presenter|speaker)",
}
_WANTED = (
    r"(?:(?:can|could|may|shall|should|would|might|let|have|get|make|how about|what about|what if|maybe|perhaps|we|i|"
    r"you|want|need|like|prefer|rather|'d|is it possible (?:that|for)|for) )*(?:an? |some |another |a different |the )?"
    r"(?:older |younger |different |other |real )*{0}(?: else)?(?: (?:to|could|can|should|may|would))? "
    r"(?:says?|saying|speaks?|speaking|reads?|presents?|presenting|tells?|talks?|does|do|hosts?)(?: (?:it|this|that|"
    r"the text|the words|all of it|everything|us|the talking|the video))*(?: (?:instead|please|then|now|rather|too))*"
)


def read_somebody_else(core: Core) -> Reading | None:
    """A question whether another presenter or only another voice is wanted, with those that there are."""
    board = core.context.board
    if board is None or core.scene is not None or len(core.text.split()) > 14:
        return None
    kind = next((kind for kind, people in _PEOPLE.items() if core.match(_WANTED.format(people)) is not None), None)
    if kind is None:
        return None
    catalogues = core.context.situation.catalogues
    now = next((one.attributes for one in catalogues.get("voice", ()) if one.id == board.voice), frozenset[str]())
    language = {word for word in now if re.fullmatch(r"[a-z]{2}(?:-[a-z]{2})?", word)} or {"en-us"}
    seen = [
        one.name for one in catalogues.get("avatar", ()) if one.id != board.avatar and kind in ("", *one.attributes)
    ]
    heard = [
        one.name.partition(",")[0]
        for one in catalogues.get("voice", ())
        if one.id != board.voice and kind in ("", *one.attributes) and language & one.attributes
    ]
    options = [f"Use the presenter {name}" for name in seen[:2]] + [f"Use the voice {name}" for name in heard[:2]]
    if not options:
        return None
    who = {"male": "a man", "female": "a woman"}.get(kind, "somebody else")
    return ask(f"Should {who} present it, or only the voice be another?", *options)
