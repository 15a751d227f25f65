"""Fragments: phrases without a verb between commas, each said in its own form or left with its neighbours."""

from __future__ import annotations

import re

from tools.brief import Goal
from tools.language.account.accounts import Account
from tools.language.account.calls import read_call
from tools.language.account.utterances import is_finite
from tools.language.account.wording import said
from tools.language.fact_forms import MONEY
from tools.language.grammar import base_of, sentence
from tools.language.lexicon import VERBS
from tools.language.subject import names_people
from tools.language.word_classes import shape_of


def read_fragments(account: Account, text: str, goal: Goal) -> None:
    """Tell phrases between commas: those with a form of their own say it, the others stay together as they were."""
    if (
        not account.audience
        and names_people(text)
        and re.match(r"\w+\s[a-z]", text)
        and len(text.split()) <= 7
        and not re.search(r"\d", text)
        and "," not in text
    ):
        account.audience = text
        return
    plain: list[str] = []
    for piece in _listed_whole(re.split(r",\s+", text)):
        bare = re.sub(r"^(?:and|plus|with)\s+(?=[€$£\d]|free|no\b)", "", piece.strip())
        if not bare:
            continue
        if call := read_call(bare):
            account.calls.append(call)
            continue
        if is_finite(bare) or is_instruction(bare):
            if plain:
                account.add(", ".join(plain))
            plain = []
            account.add(bare)
            continue
        spoken = _going_on(account, bare) or said(bare, goal)
        if spoken == sentence(bare):
            joins = (
                not plain and account.lines and re.search(r"\bfree$", bare) and re.search(r"[€$£\d]", account.lines[-1])
            )
            if joins:
                account.lines[-1] = f"{account.lines[-1].rstrip('.')}, {bare}."
            else:
                plain.append(bare)
            continue
        if plain:
            account.add(", ".join(plain))
        plain = []
        account.add(spoken)
    if plain:
        account.add(", ".join(plain))


def _listed_whole(pieces: list[str]) -> list[str]:
    """The pieces, where a list that goes on to its `and` stays with the verb before it."""
    whole: list[str] = []
    while pieces:
        piece, *pieces = pieces
        end = next((at for at, other in enumerate(pieces[:4]) if re.search(r"(?:^|\s)and\s", other)), None)
        listed = pieces[: end + 1] if end is not None else []
        if (
            listed
            and is_finite(piece)
            and not any(map(is_finite, listed))
            and not any(re.search(rf"{MONEY}|^(?:no|free|from)\b", other, re.I) for other in listed)
        ):
            piece, pieces = ", ".join([piece, *listed]), pieces[len(listed) :]
        whole.append(piece)
    return whole


def _going_on(account: Account, piece: str) -> str:
    """`looking for two chefs` is said by `we`; so is a name that does something: `Ironhouse opening a gym`."""
    if re.match(
        r"(?:currently\s+|now\s+)?(?:looking|opening|launching|hiring|offering|selling|moving|starting|"
        r"celebrating|"
        r"hosting|recruiting|expanding|closing)\s",
        piece,
        re.I,
    ):
        return sentence(f"We're {piece[:1].lower()}{piece[1:]}")
    if named := re.match(
        r"(?P<who>(?!Grand|Re|The\b|Our\b)[A-Z][\w'&]*(?:\s[\w'&]+){0,3}?)\s+(?P<does>(?:opening|"
        r"launching|moving|hiring|closing|"
        r"celebrating|starting)\s.+)$",
        piece,
    ):
        account.name = account.name or named["who"]
        return sentence(f"{named['who']} is {named['does']}")
    if re.match(r"(?:just|recently|newly|finally)\s+\w+(?:ed|uilt|ade)\s", piece, re.I):
        return sentence(f"We've {piece[:1].lower()}{piece[1:]}")
    return ""


def is_instruction(line: str) -> bool:
    """Whether the line tells people to do something."""
    return shape_of(line) == "instruction" and not base_of(line.split()[0].lower())


def is_step(piece: str) -> bool:
    """Whether the piece begins with a verb as a step does."""
    return piece.split()[0].lower() in VERBS


def is_listed_subject(text: str) -> bool:
    """Whether several things before one verb are its subject: `Your pay, your hours and your team stay`."""
    *before, last = re.split(r",\s+", text)
    return (
        bool(before)
        and " and " in last
        and is_finite(last)
        and all(
            len(piece.split()) <= 4 and not is_finite(piece) and re.match(r"(?:your|our|the|all|every)\s", piece, re.I)
            for piece in before
        )
    )
