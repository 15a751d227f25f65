"""Contents: requests for what scenes show, read before anything else is made of their words.

A figure, a quote, a product, a list, a comparison, a chart, a screen or a picture is named together with what it is to
be; the words of it are free texts, in which nothing is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pydantic import ValidationError

from tools.errors import PatchRefused
from tools.language.notes.brand_films import read_brand_film
from tools.language.notes.contents_charts import read_chart
from tools.language.notes.contents_core import Core, core_of
from tools.language.notes.contents_fields import read_product, read_quote, read_statistic
from tools.language.notes.contents_films import read_film, read_listening
from tools.language.notes.contents_layouts import read_arrangement
from tools.language.notes.contents_lists import read_list
from tools.language.notes.contents_new import read_new
from tools.language.notes.contents_pictures import read_picture
from tools.language.notes.contents_screens import read_screen
from tools.language.notes.contents_sides import read_compared, read_sides
from tools.language.notes.context import Context, Reading
from tools.language.notes.free_texts import begins_request
from tools.language.notes.patterns import Token
from tools.language.notes.scene_sayings import read_unnamed
from tools.language.notes.splitting import Clause, clause_of
from tools.language.notes.text_slots import JOINTS
from tools.language.notes.wishes_resets import read_reset
from tools.language.notes.wishes_sound import read_own_music, read_spoken_file
from tools.patching import apply

_READERS: tuple[Callable[[Core], Reading | None], ...] = (
    read_film,
    read_listening,
    read_reset,
    read_unnamed,
    read_own_music,
    read_spoken_file,
    read_picture,
    read_new,
    read_statistic,
    read_quote,
    read_product,
    read_chart,
    read_list,
    read_sides,
    read_screen,
    read_arrangement,
)
_MARKS = frozenset((".", ";", "?", "!"))
_MOST = 60
"""Tokens of one request."""


def tag_contents(context: Context, tokens: list[Token], read: Callable[[Clause], Reading | None]) -> list[Token]:
    """The tokens with each request for what a scene shows as one `@order`, which holds its reading."""
    if not context.scenes:
        return tokens
    found: list[Token] = []
    sentence: list[Token] = []
    for at, token in enumerate([*tokens, None]):
        if token is not None and (token.norm not in _MARKS or _goes_on(context, sentence, tokens[at + 1 :])):
            sentence.append(token)
            continue
        ended = [token] if token is not None else []
        found += [*_tagged(context, sentence, read), *ended]
        sentence = []
    return found


_KEY = re.compile(
    r"(?:name|price|badge|details?|label|source|author|role|value|address|text|caption|after)\s*:", re.IGNORECASE
)
_FIRST_SIDE = re.compile(r"\b(?:comparison|compare|side by side)\b[^;]*(?:\w\s*[:=]|\bwith\b)\s", re.IGNORECASE)
_SIDE = re.compile(r"(?!make|set|put|the |in |and )[^,:;.]{2,40}?(?:\s*[:=]|\s+with)\s", re.IGNORECASE)
"""The sides of a comparison, told one behind the other: `comparison: Machines with noise; Hands with care`."""
_SHOWING = re.compile(r"\b(?:product|statistic|stat|figure|quote|testimonial|comparison|card)\b", re.IGNORECASE)


def _goes_on(context: Context, sentence: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether the next sentence is a field with its name of what this one speaks of: `… as a product. Price: €89.`"""
    if sentence and rest and ";" in context.text[sentence[-1].end : rest[0].start]:
        told = context.text[sentence[0].start : sentence[-1].end]
        return _FIRST_SIDE.search(told) is not None and _SIDE.match(context.text[rest[0].start :]) is not None
    if not sentence or not rest or _KEY.match(context.text[rest[0].start :]) is None:
        return False
    return _SHOWING.search(context.text[sentence[0].start : sentence[-1].end]) is not None


def _tagged(context: Context, tokens: list[Token], read: Callable[[Clause], Reading | None]) -> list[Token]:
    if not 1 <= len(tokens) <= _MOST or any(token.norm == "@order" for token in tokens):
        return tokens
    whole = read_brand_film(context, tokens) if context.situation.files else read_compared(context, tokens)
    if whole is not None:
        return [Token("@order", tokens[0].start, tokens[-1].end, allowed(context, whole))]
    starts = [0, *(n + 1 for n, token in enumerate(tokens) if token.norm in JOINTS and 0 < n < len(tokens) - 1)]
    for start in starts[:6]:
        if start and (not _known(tokens[: start - 1], read)):
            continue
        for end in _ends(context, tokens, start, read):
            reading = _read(context, tokens[start:end])
            if reading is None:
                continue
            order = Token("@order", tokens[start].start, tokens[end - 1].end, reading)
            before = [*tokens[:start], *_stop(tokens[start])] if start else []
            rest = tokens[end:]
            behind = [*_stop(rest[0]), *_tagged(context, rest, read)] if rest else []
            return [*before, order, *behind]
    return tokens


def _stop(token: Token) -> list[Token]:
    return [Token(".", token.start, token.start)]


def _known(tokens: Sequence[Token], read: Callable[[Clause], Reading | None]) -> bool:
    """Whether what stands before a joint is a request that is understood."""
    clause = clause_of(tokens)
    reading = read(clause) if clause is not None and clause.tokens else None
    return reading is not None and bool(reading.patches or reading.commands or reading.kept) and not reading.question


def _ends(context: Context, tokens: Sequence[Token], start: int, read: Callable[[Clause], Reading | None]) -> list[int]:
    """Where a request that begins at `start` may end: before the first joint behind which another begins, or at all."""
    for at in range(start + 1, len(tokens) - 1):
        if tokens[at].norm not in JOINTS:
            continue
        rest = list(tokens[at + 1 :])
        while rest and rest[0].norm in JOINTS:
            rest = rest[1:]
        if (
            rest
            and any(token.norm == "@scene" for token in tokens[start:at])
            and _KEYS.match(context.text[rest[0].start :])
        ):
            continue
        if rest and (begins_request(context, rest, read) or _read(context, rest) is not None and _opens(rest)):
            return [at, len(tokens)]
    return [len(tokens)]


_KEYS = re.compile(
    r"(?:with |the |its )*(?:name|price|badge|details?|label|source|author|role|value|address|"
    r"text|caption|called|said by|by)\b[ :=]",
    re.IGNORECASE,
)


def _opens(rest: Sequence[Token]) -> bool:
    return len(rest) > 1


def _read(context: Context, tokens: Sequence[Token]) -> Reading | None:
    return read_content(core_of(context, tokens))


def read_content(core: Core) -> Reading | None:
    """What a request makes of what a scene shows; None where it is about something else."""
    for reader in _READERS if core.text else ():
        try:
            reading = reader(core)
        except ValidationError:  # words that are too long, or a figure that is none, for where they would stand
            continue
        if reading is not None:
            return core.problem or allowed(core.context, reading)
    return None


def allowed(context: Context, reading: Reading) -> Reading:
    """The reading, or a question that says why its changes can not be made."""
    board = context.board
    try:
        for patch in reading.patches:
            assert board is not None
            board = apply(board, patch)
    except PatchRefused as refused:
        return Reading(question=str(refused))
    return reading
