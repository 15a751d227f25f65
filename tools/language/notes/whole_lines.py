"""Whole lines: what is asked of all the words of a line is done to the line itself."""

from __future__ import annotations

import re

from tools.delivery_patches import SetDelivery, SetEmphasis, SetPause
from tools.language.notes.context import Context
from tools.language.notes.filling_slots import plain, whole_line
from tools.language.notes.rules_delivery import emotion_of
from tools.line_spans import occurrence
from tools.patches import EditLine, Patch, ReplaceWords, SetEndCard


def on_lines(context: Context, patches: tuple[Patch, ...]) -> tuple[Patch, ...]:
    """The patches, those of a whole line's words as patches of the line."""
    return tuple(_on_line(context, patch) for patch in patches)


_STRESSED = frozenset("stressed emphasised emphasized accentuated".split())
_CODE = re.compile(
    r"(?:an?|the|our|my)?\s*(?:\w+ )?(?:q\.?r\.?(?:[ -]?codes?)?|codes? to scan|scannable codes?)", re.IGNORECASE
)


def _on_line(context: Context, patch: Patch) -> Patch:
    if isinstance(patch, SetEndCard) and patch.call_to_action and _CODE.fullmatch(patch.call_to_action.strip(" .!")):
        return SetEndCard(qr=re.match(r"\W*no\b", patch.call_to_action, re.IGNORECASE) is None)
    if isinstance(patch, ReplaceWords) and patch.new.strip(" .!").lower() in _STRESSED:
        held = [line for scene in context.scenes for line in scene.lines if occurrence(line.text, patch.old)]
        if len(held) == 1:
            return SetEmphasis(line=held[0].id, words=patch.old, emphasis="strong")
    if isinstance(patch, ReplaceWords) and patch.new.strip() and (line := whole_line(context, patch.old)):
        text = patch.new.strip()
        if emotion := emotion_of(text.lower().strip(".")):  # how it is to be said, and not what
            return SetDelivery(line=line, emotion=emotion)
        ends = context.line_text(line)[-1:]
        return EditLine(line=line, text=text if text[-1] in ".!?" or ends not in (".", "!", "?") else text + ends)
    if (
        isinstance(patch, SetEmphasis)
        and patch.pause is not None
        and patch.emphasis is None
        and plain(context.line_text(patch.line)) == plain(patch.words)
    ):
        return SetPause(line=patch.line, after=patch.pause)
    return patch
