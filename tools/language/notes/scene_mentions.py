"""Mentions: scenes named by a word of theirs alone, where the rest of the sentence says that a scene is meant."""

from __future__ import annotations

from collections.abc import Sequence

from tools.language.notes.context import Context, Scenes
from tools.language.notes.patterns import Found, Token, find
from tools.language.notes.places import NOUNS_OF_PROGRAMME, scene_headed

_TOGETHER = (
    "( the/our )? a=. ( scene/part/one/and )* ( and/with )+ ( the/our )? b=. ( scene/part/one )? ( can/could/should/"
    "must/might/will/to/be/would/have/just/please/better/both/the )* ( swap/switch/merge | belong together | "
    "go together | "
    "fit together | together | be? one scene/part | into one | in one )"
)
_OF_SCENES = frozenset("background transition dissolve hardcut hold pause silence layout logo".split())
_PLACING = (
    "( for/in/at/on/during/before/behind/into/under | hard/straight/directly/right to ) ( the/our )? n=. "
    "( scene/part/bit )? ( and ( the/our )? m=. ( scene/part/bit )? )?"
)
_CUT = "cut ( hard/straight/directly/right )+ ( to/into )"
_AFTER = frozenset(
    ". , : ; ? and use put have take make set want i we you please pls only just with the a no add show let instead "
    "then change switch go she he".split()
)
_UNWANTED = (
    "( dont want/need | no want/need for | dont use | without | no | hate ) ( the/a/this/that )? t=title ( "
    ",/./so/and/please/just/"
    "at/all )* remove ( that/this/the/it ) ( scene/one/part/whole )*"
)


_MOST_TOKENS = 250
"""In longer messages these patterns, which begin anywhere and go far, would be looked for too long."""
_LISTED = "( the/our )? a=. , ( the/our )? b=. ,? and/plus ( the/our )? c=( @scene | . scene/part )"


def tag_mentions(context: Context, tokens: list[Token]) -> list[Token]:
    """The tokens with those scenes as `@scene` too that only the rest of the sentence shows to be scenes."""
    tokens = _second_colour(tokens)
    if len(tokens) > _MOST_TOKENS:
        return tokens
    tokens = _together(context, tokens)
    tokens = _listed(context, tokens)
    tokens = _unwanted(context, tokens)
    return _placed(context, tokens)


def _named(context: Context, match: Found, group: str, tokens: Sequence[Token]) -> tuple[int, Token] | None:
    at = match.range(group)[0]
    word = tokens[at]
    if word.norm == "@scene":
        return at, word
    if not word.norm.isalpha() or word.norm in NOUNS_OF_PROGRAMME:
        return None
    id_ = scene_headed(context, word)
    return (at, Token("@scene", word.start, word.end, Scenes((id_,)))) if id_ else None


def _together(context: Context, tokens: list[Token]) -> list[Token]:
    """`price and ordering could be one scene`, `daylight and price trade places`."""
    match = find(_TOGETHER, tokens)
    if match is None:
        return tokens
    left, right = (_named(context, match, group, tokens) for group in ("a", "b"))
    if left is None or right is None or left[1].value == right[1].value:
        return tokens
    (first, one), (at, other) = left, right
    after = at + 1 + (tokens[at + 1].norm in ("scene", "part"))
    ids = dict.fromkeys((*one.value.ids, *other.value.ids))
    named = Token("@scene", one.start, tokens[after - 1].end, Scenes(tuple(ids)))
    return [*tokens[:first], named, *tokens[after:]]


def _listed(context: Context, tokens: list[Token]) -> list[Token]:
    """`price, daylight and ordering scenes`: the words before share the word for a scene."""
    match = find(_LISTED, tokens)
    if match is None:
        return tokens
    found = [_named(context, match, group, tokens) for group in ("a", "b", "c")]
    named = [token for one in found if one is not None for token in (one[1],)]
    if len(named) < 3:
        return tokens
    first, last = match.range("a")[0], match.range(0)[1]
    ids = dict.fromkeys(id_ for token in named for id_ in token.value.ids)
    joined = Token("@scene", tokens[first].start, tokens[last - 1].end, Scenes(tuple(ids)))
    return [*tokens[:first], joined, *tokens[last:]]


def _placed(context: Context, tokens: list[Token]) -> list[Token]:
    """`for the price use the grid background`: what a look or a pause is wanted for is a scene."""
    families = {entry.id for entry in context.situation.catalogues.get("background", ())}
    norms = {token.norm for token in tokens}
    looks = not norms.isdisjoint(_OF_SCENES | families) or find(_CUT, tokens) is not None
    if not looks or norms & {"@scene", "heading", "words", "@quote"}:
        return tokens
    match = find(_PLACING, tokens)
    if match is None or match.tokens("n")[0].norm in families:
        return tokens
    named = _named(context, match, "n", tokens)
    if named is None:
        return tokens
    after = tokens[match.range(0)[1]].norm if match.range(0)[1] < len(tokens) else "."
    if after not in _AFTER:
        return tokens
    at, last = named[0], match.range(0)[1]
    other = _named(context, match, "m", tokens) if match.has("m") else None
    if match.has("m") and other is None:
        return tokens
    both = (named[1], other[1]) if other is not None else (named[1],)
    ids = dict.fromkeys(id_ for token in both for id_ in token.value.ids)
    scenes = Token("@scene", both[0].start, tokens[last - 1].end, Scenes(tuple(ids)))
    return [*tokens[:at], scenes, *tokens[last:]]


def _unwanted(context: Context, tokens: list[Token]) -> list[Token]:
    """`no need for the title, remove that scene`: the title is the scene."""
    match = find(_UNWANTED, tokens)
    title = next((scene.id for scene in context.scenes if scene.layout == "title"), "")
    if match is None or not title:
        return tokens
    at = match.range("t")[0]
    return [*tokens[:at], Token("@scene", tokens[at].start, tokens[at].end, Scenes((title,))), *tokens[at + 1 :]]


def _second_colour(tokens: list[Token]) -> list[Token]:
    """`navy as the main colour and gold as the second one`: the second colour, and no scene."""
    match = find("@colour ( as/for ) the? n=second ( one/colour )?", tokens)
    if match is None:
        return tokens
    at, last = match.range("n")[0], match.range(0)[1]
    return [*tokens[:at], Token("secondary", tokens[at].start, tokens[last - 1].end), *tokens[last:]]
