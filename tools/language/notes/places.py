"""Places: scenes named without a word for a scene: by their heading, by a bare number, `here`, `there`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from brand_memory.hashed_ngrams import is_common, stem
from tools.language.notes.context import Context, Scenes
from tools.language.notes.expressions import expression
from tools.language.notes.lexicon import FILLERS, ORDINALS
from tools.language.notes.patterns import Token, find

_PAIRING = frozenset("swap switch merge swop replace".split())
_ACTING = frozenset(
    "show swap merge move duplicate split lock unlock switch swop turn push let leave hold put bring keep".split()
)
_PLAINLY = frozenset("show turn push let leave hold put bring keep".split())
_LET = frozenset(
    "second third fourth fifth on first last come go stay linger up down before after appear open "
    "start end close lead".split()
)
_BESIDE = frozenset("after before behind following ahead between".split())
_MOVING = frozenset(
    """move put bring take shift go come goes comes start begin have be make belongs belong fits follow follows
    precede show rename add insert include pause wait hold gap silence
    break scene stay linger mute""".split()
)
_HERE_AFTER = frozenset("heading subtitle line words title background @quote music @line layout".split())
_HERE_IS = frozenset("is are we you i from over in out up down was were s".split())


def tag_places(context: Context, tokens: list[Token]) -> list[Token]:
    """The tokens with those mentions of scenes as `@scene` too that hold no word for a scene."""
    tokens = _by_heading(context, tokens)
    tokens = _operands(context, tokens)
    tokens = _coordinated(context, tokens)
    tokens = _subject(context, tokens)
    tokens = _nth_alone(context, tokens)
    tokens = _beside(context, tokens)
    tokens = _numbered(context, tokens)
    return _here_and_there(context, [t for at, t in enumerate(tokens) if not _whole(tokens, at)])


def _by_heading(context: Context, tokens: list[Token]) -> list[Token]:
    """`move Wet and soap to the end`: a heading of several words, as it stands."""
    told = _MOVING | _PAIRING | {"remove", "lock", "unlock", "duplicate", "want", "need", "cut", "split"}
    told |= {"twice", "together", "first", "then", "merge"}
    if not any(token.norm in told for token in tokens):
        return tokens
    tokens = _quoted_headings(context, tokens)
    low = context.text.lower()
    for scene in context.scenes:
        words = scene.heading.lower().split()
        if not words:
            continue
        for match in expression(rf"(?<!\w){re.escape(' '.join(words))}(?!\w)").finditer(low):
            inside = [n for n, token in enumerate(tokens) if match.start() <= token.start and token.end <= match.end()]
            if not inside or any(tokens[n].norm in ("@quote", "@scene") for n in inside):
                continue
            first, last = inside[0], inside[-1]
            if len(words) == 1 and not _moved(tokens, first):
                continue
            before = tokens[first - 1].norm if first else ""
            paired = before == "with" and any(token.norm in _PAIRING for token in tokens[:first])
            if before in ("to", "as", "call", ":", "say", "read", "rename", "with", "title") and not paired:
                continue
            noun = last + 1 < len(tokens) and tokens[last + 1].norm in ("scene", "part", "section", "one", "page")
            last += noun
            first -= bool(noun and first and tokens[first - 1].norm in ("the", "our", "that"))
            start = tokens[first].start
            token = Token("@scene", start, tokens[last].end, Scenes((scene.id,)))
            return _by_heading(context, [*tokens[:first], token, *tokens[last + 1 :]])
    return tokens


_AFTER_OPERAND = frozenset(
    """and with for , . ; ? before after behind ahead in to up down first last please then into together around round
    @first @last once twice again otherway at so one"""
    .split()
)


def _quoted_headings(context: Context, tokens: list[Token]) -> list[Token]:
    """`swap 'Wet and soap' and 'Rinse and dry'`: headings in quotes are scenes where all of the quotes are headings."""
    heads = {scene.heading.lower().strip(" .!?"): scene.id for scene in context.scenes if scene.heading}
    quotes = [token for token in tokens if token.norm == "@quote"]
    verbs = {"swap", "merge", "move", "duplicate", "split", "lock", "unlock", "switch"} & {
        token.norm for token in tokens
    }
    named = {"heading", "words", "title", "subtitle", "rename", "call"} & {token.norm for token in tokens}
    known = [str(token.value).lower().strip(" .!?") in heads for token in quotes]
    if not quotes or not verbs or named or not all(known):
        return tokens
    return [
        Token("@scene", token.start, token.end, Scenes((heads[str(token.value).lower().strip(" .!?")],)))
        if token.norm == "@quote"
        else token
        for token in tokens
    ]


def _exchanged_words(context: Context, tokens: list[Token]) -> bool:
    """`exchange cheap for fair`: one of the two names no scene, so that both are words."""
    match = find("( swap/switch/swop ) the? one=. ( for/with/by ) the? other=.", tokens)
    if match is None:
        return False
    pair = [match.tokens(group)[0] for group in ("one", "other")]
    return not any(t.norm.startswith("@") for t in pair) and not all(scene_headed(context, t) for t in pair)


def _operands(context: Context, tokens: list[Token]) -> list[Token]:
    """`swap daylight and price`, `move ordering in front of price`: what is swapped, moved or joined is a scene."""
    verb = next((n for n, token in enumerate(tokens) if token.norm in _ACTING), None)
    if verb is None:
        tokens = _opened(context, tokens)
        one = find(
            "one scene ( out )? ( of/from ) | ( start/begin/open/end/finish/close ) ( the? video/it )? with", tokens
        )
        verb = one.range(0)[1] - 1 if one is not None else None
    if verb is None or _exchanged_words(context, tokens):
        return tokens
    if any(token.norm in ("words", "line", "@quote", "@line") for token in tokens):
        return tokens
    for at in range(verb + 1, len(tokens)):
        token, before = tokens[at], tokens[at - 1].norm
        before = tokens[at - 2].norm if before in ("the", "our") else before
        after = tokens[at + 1].norm if at + 1 < len(tokens) else "."
        if token.norm in (".", ";", "?"):
            return tokens
        if before not in (
            *_ACTING,
            *((tokens[verb].norm,) if tokens[verb].norm == "with" else ()),
            "and",
            "with",
            "for",
            "before",
            "after",
            "behind",
            "of",
            ",",
        ):
            continue
        if tokens[verb].norm in _PLAINLY and (before != tokens[verb].norm or after not in _LET):
            continue
        if after not in _AFTER_OPERAND | _LET or not token.norm.isalpha() or token.norm in NOUNS_OF_PROGRAMME:
            continue
        id_ = scene_headed(context, token)
        if id_:
            first = at - (tokens[at - 1].norm in ("the", "our"))
            named = Token("@scene", tokens[first].start, token.end, Scenes((id_,)))
            return _operands(context, [*tokens[:first], named, *tokens[at + 1 :]])
    return tokens


def _opened(context: Context, tokens: list[Token]) -> list[Token]:
    """`daylight after price`, `the price first`: what stands at the beginning, and where it comes."""
    at = 1 if tokens and tokens[0].norm in ("the", "our") else 0
    match = find("n=. ( right | directly | just )* ( after/before ) the? o=.", tokens, at=at)
    if match is None or len(tokens) - at > 8:
        return tokens
    own, other = (match.tokens(group)[0] for group in ("n", "o"))
    ids = [scene_headed(context, token) if token.norm.isalpha() else "" for token in (own, other)]
    if not all(ids) or {own.norm, other.norm} & NOUNS_OF_PROGRAMME:
        return tokens
    for token, id_ in zip((own, other), ids, strict=True):
        place = tokens.index(token)
        tokens = [*tokens[:place], Token("@scene", token.start, token.end, Scenes((id_,))), *tokens[place + 1 :]]
    return tokens


NOUNS_OF_PROGRAMME = frozenset(
    """music captions voice avatar background logo heading subtitle address line words script typeface colour transition
    strap aspect resolution framerate video speed duration volume cta it them that this order way whole lot things
    everything the our a an my your both all one two you me us her him here there name brand role position"""
    .split()
)


def _moved(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is what a verb of moving moves."""
    verb = tokens[at - 1].norm if at else ""
    verb = tokens[at - 2].norm if verb in ("the", "our") and at > 1 else verb
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    places = ("to", "before", "after", "up", "down", "behind", "first", "last", "right", "ahead", "@first", "@last")
    return verb in ("move", "put", "bring", "shift", "swap") and after in places


def _whole(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only says that all of a scene is meant: `that whole section`."""
    following = [token.norm for token in tokens[at + 1 : at + 3]]
    return (tokens[at].norm in ("whole", "complete") and following[:1] == ["@scene"]) or (
        tokens[at].norm in ("that", "this") and following in (["whole", "@scene"], ["complete", "@scene"])
    )


def _coordinated(context: Context, tokens: list[Token]) -> list[Token]:
    """`the price and the ordering scenes`: the first shares the word for a scene."""
    match = find("w=. and ( the/our )? s=@scene", tokens)
    if match is None:
        return tokens
    at, last = match.range("w")[0], match.range("s")[0]
    plural = context.text[tokens[last].start : tokens[last].end].lower().endswith(("scenes", "parts", "bits", "slides"))
    if not plural or tokens[at].norm.startswith("@"):
        return tokens
    id_ = scene_headed(context, tokens[at])
    if not id_:
        return tokens
    named = Token("@scene", tokens[at].start, tokens[at].end, Scenes((id_,)))
    return [*tokens[:at], named, *tokens[at + 1 :]]


def _subject(context: Context, tokens: list[Token]) -> list[Token]:
    """`price should come before the daylight scene`: what comes before or after a scene is a scene."""
    match = find(
        "w=. ( should/must/can/could/has/needs )? ( to )? ( come/go/be/goes/comes ) ( right/directly/straight )* "
        "( before/after/behind ) ( the/our )? ( @scene | . )",
        tokens,
    )
    if match is None:
        return tokens
    at = match.range("w")[0]
    word = tokens[at]
    if word.norm.startswith("@") or word.norm in ("it", "that", "this", "they", "should", "to", "can", "has", "must"):
        return tokens
    id_ = scene_headed(context, word)
    if not id_:
        return tokens
    return [*tokens[:at], Token("@scene", word.start, word.end, Scenes((id_,))), *tokens[at + 1 :]]


_AFTER_PLACE = frozenset(
    """. , ? ; : and please then instead pls thanks say saying we i want
    comes come should that with about call where which @quote called titled add insert put she he""".split()
)
"""What may follow the name of a scene that something comes after or before."""


def _nth_alone(context: Context, tokens: list[Token]) -> list[Token]:
    """`delete the third`: what is removed, locked or moved and counted is a scene."""
    match = find(
        "( remove/lock/unlock/duplicate/rename/move/split ) the n=( "
        "second/third/fourth/fifth/sixth/seventh/eighth/@ord/last )",
        tokens,
    )
    if match is None:
        return tokens
    at, word = match.range("n")[0], tokens[match.range("n")[0]]
    after = tokens[at + 1].norm if at + 1 < len(tokens) else "."
    number = int(word.value) if word.norm == "@ord" else ORDINALS.get(word.norm, 0)
    ends = after in _AFTER_OPERAND | {"call", "and", "too", "instead"} or after.startswith("@")
    if not ends and match.tokens(0)[0].norm != "rename":
        return tokens
    if not 1 <= abs(number) <= len(context.scenes):
        return tokens
    id_ = context.scenes[number - 1 if number > 0 else number].id
    named = Token("@scene", tokens[at - 1].start, word.end, Scenes((id_,)))
    return _nth_alone(context, [*tokens[: at - 1], named, *tokens[at + 1 :]])


def _beside(context: Context, tokens: list[Token]) -> list[Token]:
    """`after ordering`, `before the title`: what follows names the one scene whose heading has that word."""
    for at, token in enumerate(tokens[:-1]):
        opens = at == 0 and bool(
            {t.norm for t in tokens[at + 2 : at + 5]}
            & {"add", "insert", "put", "say", "should", "have", "want", "we", "i", "show"}
        )
        if token.norm not in _BESIDE or not (opens or any(t.norm in ("@scene", *_MOVING) for t in tokens[:at])):
            continue
        after = at + 1 + (tokens[at + 1].norm == "of")
        after += after < len(tokens) and tokens[after].norm in ("the", "our")
        if after >= len(tokens) or (tokens[after].norm.startswith("@") and tokens[after].norm != "@ord"):
            continue
        rest = tokens[after + 1].norm if after + 1 < len(tokens) else "."
        if rest not in _AFTER_PLACE:
            continue
        id_ = "" if tokens[after].norm in NOUNS_OF_PROGRAMME else scene_headed(context, tokens[after])
        if id_:
            named = Token("@scene", tokens[after].start, tokens[after].end, Scenes((id_,)))
            return _beside(context, [*tokens[:after], named, *tokens[after + 1 :]])
    return tokens


def scene_headed(context: Context, token: Token) -> str:
    """The id of the scene that a word names: by its place, its layout, its heading or what it is about; else empty."""
    if token.norm in FILLERS or (is_common(token.norm) and token.norm not in ORDINALS):
        return ""
    layouts = {"title": "title", "endcard": "end_card"}
    place = token.value if token.norm == "@ord" else ORDINALS.get(token.norm, 0)
    if 1 <= abs(place) <= len(context.scenes):
        return context.scenes[place - 1 if place > 0 else place].id
    if token.norm in layouts:
        return next((scene.id for scene in context.scenes if scene.layout == layouts[token.norm]), "")
    found = [
        scene.id
        for scene in context.scenes
        if stem(token.norm) in {stem(word) for word in re.findall(r"\w+", scene.heading.lower())}
    ]
    about = context.scene_about([token.norm])
    return found[0] if len(found) == 1 else about[0] if not found and len(about) == 1 else ""


def _numbered(context: Context, tokens: list[Token]) -> list[Token]:
    """`swap scene 2 with 3`, `2 and 3 the other way round`: bare numbers beside a scene, or in a pair."""
    for pattern in (
        "( swap/switch/merge/swop ) @scene ( and/with/for/by/into/to ) number? n=@num",
        "( move/put/bring ) @scene ( right/directly/straight/to )* ( after/before/behind ) number? n=@num",
        "( move/put/bring ) number? n=@num ( after/before/behind/to )",
        "n=@num ( and/with @num )? ( otherway )",
        "( and/with ) n=@num ( otherway )",
        "between n=@num and ( @num/@scene )",
        "( heading/subtitle ) number? n=@num ( to/:/should/as/must )",
        "scene ( after/before/behind ) number? n=@num",
        "( heading/subtitle/hold/mute/presenter/avatar ) ( in/of/on/for/from ) number? n=@num",
        "( swap/switch/merge/swop ) n=@num ( and/with/for/by/into/to )+ ( @num/@scene )",
        "one scene ( from/of/out )+ n=@num",
        "one scene ( from/of/out )+ @scene and n=@num",
        "between @scene and number? n=@num",
    ):
        match = find(pattern, tokens)
        if match is None:
            continue
        at = match.range("n")[0]
        number = tokens[at].value
        if number != int(number):
            continue
        there = 1 <= number <= len(context.scenes)
        problem = f"There is no scene {int(number)}, there are {len(context.scenes)}; which scene do you mean?"
        value = Scenes((context.scenes[int(number) - 1].id,)) if there else Scenes(problem=problem)
        tokens = [*tokens[:at], replace(tokens[at], norm="@scene", value=value), *tokens[at + 1 :]]
        return _numbered(context, tokens)
    return tokens


def _here_and_there(context: Context, tokens: list[Token]) -> list[Token]:
    """`here` is the scene that is shown, `there` the one that was named before: both stand as `in` a scene."""
    found: list[Token] = []
    named = ""
    for at, token in enumerate(tokens):
        if token.norm == "@scene" and isinstance(token.value, Scenes) and len(token.value.ids) == 1:
            named = token.value.ids[0]
        following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        before = tokens[at - 1].norm if at else ""
        if token.norm == "here":
            id_ = (context.here if context.situation.at_seconds is not None else "") or named or context.here
        elif token.norm == "there":
            id_ = named
        else:
            found.append(token)
            continue
        ends = not following or following in (
            ".",
            ",",
            ":",
            "and",
            "?",
            "please",
            "should",
            "she",
            "he",
            "instead",
            "to",
            "then",
        )
        free = not before or before in (",", ".", "from", "only", "just")
        if token.norm == "here" and not (ends and before in _HERE_AFTER or free):
            found.append(token)
            continue
        if not id_ or following in _HERE_IS or before in ("from", "over", "is", "hi", "hey", "hello", "up", "out"):
            found.append(token)
            continue
        if before not in ("in", "at", "on", "to"):
            found.append(Token("in", token.start, token.start))
        found.append(Token("@scene", token.start, token.end, Scenes((id_,), kind="this")))
    return found


def joined_scenes(values: Sequence[Scenes]) -> Scenes:
    """All of `values` as one; the first problem where one has any."""
    problem = next((value for value in values if value.problem), None)
    return problem if problem is not None else Scenes(tuple(dict.fromkeys(i for value in values for i in value.ids)))
