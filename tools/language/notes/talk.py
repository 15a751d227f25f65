"""Talk: what is read before all rules of change, because it is told plainly, and what is read after them."""

from __future__ import annotations

from tools.language.notes.attachments import read_attachment
from tools.language.notes.brand_frames import branded, learned
from tools.language.notes.clause_parts import part_of
from tools.language.notes.context import Context, Reading
from tools.language.notes.limits import read_limit
from tools.language.notes.questions import read_capability, read_general_question, read_question
from tools.language.notes.rules_framing import read_framing
from tools.language.notes.small_talk import read_small_talk
from tools.language.notes.splitting import Clause
from tools.language.notes.talk_frames import read_early, read_late
from tools.language.notes.wishes import read_plain_wish


def read_first(context: Context, clause: Clause) -> Reading | None:
    """Files and what they are for, commands told plainly, and what can never be done."""
    plainly = (read_plain_wish, read_attachment, read_framing, read_early)
    for read in (*plainly, read_general_question, read_limit, read_small_talk):
        if (reading := read(context, clause)) is not None:
            return reading
    return None


def read_beginning(context: Context, clause: Clause) -> Reading | None:
    """What is said before there is a storyboard and is no brief: a website, help, a question put indirectly."""
    part = part_of(context, clause.raw)
    return (
        learned(context, part)
        or branded(context, part)
        or read_general_question(context, clause)
        or read_early(context, clause)
    )


def read_last(context: Context, clause: Clause) -> Reading | None:
    """Commands in other words, and questions."""
    for read in (read_late, read_question, read_capability):
        if (reading := read(context, clause)) is not None:
            return reading
    return None
