"""Frames of drafts: two to be compared, one to go back to, told from a few words in any order."""

from __future__ import annotations

import re

from tools.language.notes.clause_parts import NEGATION, Part
from tools.language.notes.context import Context, Reading, ask
from tools.language.notes.rules_commands import command, missing_draft

DRAFTS = "draft drafts version versions v number last latest newest current first second third original initial "


DRAFT_WORD = r"(?:drafts?|versions?)"


ORDINALS = {
    "first": 1,
    "one": 1,
    "original": 1,
    "initial": 1,
    "second": 2,
    "two": 2,
    "third": 3,
    "three": 3,
    "fourth": 4,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


NUMBER_WORDS = " ".join(ORDINALS) + " 1 2 3 4 5 6 7 8 9 10 11 12 1st 2nd 3rd "


def numbers_in(part: Part) -> list[int]:
    """The numbers of drafts in a part, in order."""
    found: list[int] = []
    for at, word in enumerate(part.words):
        before = part.words[at - 1] if at else ""
        if word == "one" and before not in ("draft", "version", "number", "and", "with", "to"):
            continue
        number = int(word[0]) if re.fullmatch(r"\d(?:st|nd|rd|th)", word) else ORDINALS.get(word, 0)
        if (number := int(word) if word.isdigit() else number) and number not in found:
            found.append(number)
    return found


def compared(c: Context, part: Part) -> Reading | None:
    """The two drafts that are to be compared."""
    if not part.has(
        r"(?:compar\w+|contrast|differences?|differs?|(?:what|how)\b.*different|vs|versus|side by side|next to|"
        r"beside|against)"
    ):
        return None
    pair = len(numbers_in(part)) == 2 and part.has("differ(?:s|ence|ent)?")
    if not (part.has(DRAFT_WORD) or part.has("compar(?:e|ing)") or pair) or not part.only(
        DRAFTS + NUMBER_WORDS + "compare comparing compared comparison contrast difference differences between "
        "different differ differs vs versus side next beside against each other another both two previous before show "
        "see put look how what tell is earlier against"
    ):
        return None
    numbers, there = numbers_in(part), c.situation.drafts
    if part.has("(?:both|the two|two)") and len(numbers) < 2 or (numbers == [2] and part.has("two")):
        numbers = []
    if not numbers and len(there) > 1:
        numbers = [there[-2], there[-1]]
    if len(numbers) == 1 and there and numbers[0] != there[-1]:
        numbers = [numbers[0], there[-1]]
    if not numbers:
        return ask("There are not two drafts to compare yet; shall I make another?", "Go ahead")
    if len(numbers) != 2:
        return missing_draft(c, numbers) or ask("Which two drafts should be compared?")
    return missing_draft(c, numbers) or command("compare", *sorted(numbers))


def returned(c: Context, part: Part) -> Reading | None:
    """The draft that is to be gone back to."""
    wish = (
        r"(?:back|return\w*|restore|revert|roll|use|using|prefer\w*|better|nicer|liked?|love|load|reload|take|"
        r"switch|want|"
        r"stick|pick|choose|best|favou?rite|go with|keep|(?:work\w*|continu\w+|build\w*|start\w*|carry on|go "
        r"on)(?: again| "
        r"over)? (?:from|on|with))"
    )
    if not (part.has(DRAFT_WORD) and part.has(wish)) or NEGATION.search(part.text):
        return None
    if not part.only(
        DRAFTS + NUMBER_WORDS + "back return returning restore revert roll rolled use using prefer prefers "
        "preferred better much way best nicer liked likes load reload take switch stick pick choose favourite favorite "
        "keep bring rather old older previous earlier before undo jump what had working work continue continuing build "
        "come coming how very building starting start carry base based where were point"
    ):
        return None
    numbers, there = numbers_in(part), c.situation.drafts
    if not numbers and part.has("(?:previous|earlier|older?|before)") and len(there) > 1:
        numbers = [there[-2]]
    if len(numbers) != 1:
        return None
    return missing_draft(c, numbers) or command("go_to_draft", *numbers)
