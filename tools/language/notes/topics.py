"""Topics: scenes and lines named by what they are about: `the bit about price`, `where she talks about delivery`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brand_memory.hashed_ngrams import is_common, stem
from tools.language.notes.context import Context, Lines, Scenes
from tools.language.notes.lexicon import FILLERS, ORDINALS
from tools.language.notes.patterns import Token, find

_TOPIC_ENDS = frozenset(
    """shorter longer faster slower bigger smaller louder quieter calmer to is are was should could must need needs
    want before after and more less abit much , . ; : ? ! drag sound look feel than then into in with saying say
    please too so friendlier remove change move first last lock unlock at from instead as formal dont because
    has have can will darker lighter make put swap up down out off on cut needs warmer simpler of @scene @dur
    lengthen shorten replace twice half get does do did hate love @pct just read rewrite gets goes use background
    music captions logo transition belongs comes i for""".split()
)


def scenes_about(context: Context, words: Sequence[str], *, sure: bool = True) -> Scenes | None:
    """The scene that speaks of `words`; a question where several do, or none; None where they say nothing."""
    plain = [word.lower() for text in words for word in text.split()]
    telling = [
        word for word in plain if word not in FILLERS and word not in ("the", "our", "a", "an", "your", "my", "we")
    ]
    if not telling:
        return None
    ids = context.scene_about(telling)
    if len(ids) == 1:
        return Scenes(ids)
    if not sure:
        return None
    about = " ".join(words)
    if ids:
        numbers = " or ".join(str(context.number(id_)) for id_ in ids[:4])
        return Scenes(problem=f'"{about}" comes up in several scenes; do you mean scene {numbers}?')
    return Scenes(problem=f'No scene is about "{about}"; which scene do you mean?')


def _plain(token: Token) -> str:
    return str(token.value) if isinstance(token.value, str) and not token.norm.startswith("@") else token.norm


def line_saying(context: Context, words: str) -> Lines:
    """The line that holds `words`, or most of them; a question where none or several do."""
    low = re.sub(r"^(?:the|our|that|a|an|her|his)\s+", "", " ".join(words.lower().split()))
    lines = [(line.id, line.text.lower()) for scene in context.scenes for line in scene.lines]
    held = [id_ for id_, text in lines if low in text]
    if not held:
        wanted = {stem(word) for word in low.split() if word not in FILLERS and len(word) > 2 and not is_common(word)}
        counts = [
            (sum(1 for w in wanted if w in {stem(x.strip(".,!?")) for x in text.split()}), id_) for id_, text in lines
        ]
        best = max(counts, default=(0, ""))[0]
        held = [id_ for count, id_ in counts if count == best and best * 2 > len(wanted)] if best else []
    if len(held) == 1:
        return Lines((held[0],))
    if held:
        return Lines(problem=f'"{words}" stands in several lines; which one do you mean?',
                     options=tuple(context.spoken_of_line(id_).capitalize() for id_ in held[:4]))  # fmt: skip
    return Lines(problem=f'No line says "{words}"; which line do you mean?')


WHERE = (
    "( about/on/regarding/concerning/around/called/titled/named/entitled/headed/with "
    "| where/when/in/that/which which? ( "
    "she/he/they/you/it/the/we/avatar avatar? )? mention/say/read/talk/go/show/start/call "
    "about/on/over/into/to/how/that? "
    "| mention/say/call about/on/that? | with the words | that is about )"
)
"""How a scene is named by what it is about."""


def tag_topics(context: Context, tokens: list[Token], pattern: str, kind: str) -> list[Token]:
    """Scenes or lines named by what they are about: the topic goes on to the next word that does not belong to it."""
    at, named = 0, kind
    while at < len(tokens):
        match = find(pattern, tokens[at:])
        if match is None:
            return tokens
        first, last = (place + at for place in match.range(0))
        bare = tokens[first].norm == "one" and tokens[last - 1].norm in ("on", "with", "around")
        if bare or (first and tokens[first - 1].norm in ("a", "an", "another", "new", "add")):
            at = first + 1
            continue
        if kind == "@scene" and tokens[last - 1].norm in ("say", "read") and find(_NEW_SCENE, tokens[:first]):
            at = last  # `an extra scene where she says …` is not there yet
            continue
        if tokens[last - 1].norm == "with" and _pairs(tokens, first, last):
            at = last
            continue
        end = last
        while (
            end < len(tokens)
            and end - last < 5
            and (tokens[end].norm not in _TOPIC_ENDS or end == last or tokens[end - 1].norm == "how")
        ):
            if tokens[end].norm.startswith("@") and tokens[end].norm not in ("@quote", "@num"):
                break
            end += 1
            if tokens[end - 1].norm == "@quote":
                break
        words = [
            token.value
            if token.norm == "@quote"
            else context.text[token.start : token.end].lower()
            if token.norm == "@num"
            else _plain(token)
            for token in tokens[last:end]
        ]
        value: Scenes | Lines | None = None
        if words:
            part = "part" in {token.norm for token in tokens[first:last]}
            quoted = part and tokens[end - 1].norm == "@quote"
            # `the bit that says "…"` is what is said, not its scene
            kind = "@line" if quoted or (part and _in_one_line(context, words)) else named
            value = line_saying(context, " ".join(words)) if kind == "@line" else scenes_about(context, words)
        if value is None:
            at = first + 1
            continue
        tokens = [*tokens[:first], Token(kind, tokens[first].start, tokens[end - 1].end, value), *tokens[end:]]
        at = first + 1
    return tokens




def _in_one_line(context: Context, words: Sequence[str]) -> bool:
    """Whether just one line, of several in its scene, holds all of two or more telling words."""
    told = [w for text in words for w in text.lower().split() if w not in FILLERS and not is_common(w)]
    lines = [(scene, _forms(line.text)) for scene in context.scenes for line in scene.lines]
    held = [scene for scene, own in lines if all(_forms(word) & own for word in told)]
    headed = any(_forms(word) & _forms(scene.heading) for scene in held for word in told)
    return len(told) > 1 and len(held) == 1 and len(held[0].lines) > 1 and not headed


def _forms(text: str) -> set[str]:
    plain = [word.strip(".,!?") for word in text.lower().split()]
    return {form for word in plain for form in (word, stem(word))}


_NEW_SCENE = "( another/extra/new/more/add/additional ) .? .? ( scene/page )"


def _pairs(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether `with` brings the other of two things (`swap this scene with the next one`) and no topic."""
    verbs = {token.norm for token in tokens[max(0, first - 4) : first]}
    following = {token.norm for token in tokens[last : last + 2]}
    return bool(
        verbs & {"swap", "switch", "replace", "merge", "change"}
        or following & {"next", "previous", "following", "@scene", "scene", "@quote", "one", "another"}
        or (tokens[last].norm == "@num" if last < len(tokens) else False)
    )


_NOT_TOPICS = frozenset(
    """the a an this that these those same whole next previous other another new last first middle current title
    opening every all each no of in on to and or my our your her his its remove add make move put swap change
    duplicate copy split merge lock unlock long short final any some which what one two which's is it wrong
    presenter clip only abit much longer shorter better best extra entire following separate more @num @ord
    @scene @line @quote second third @dur @colour before after leave like love hate replace rewrite use show""".split()
) | frozenset(ORDINALS)


def tag_named_lines(context: Context, tokens: list[Token]) -> list[Token]:
    """`the velvet box sentence`: words of one line before a word for a line."""
    for at in range(1, len(tokens)):
        if tokens[at].norm != "line" or not _nameable(tokens[at - 1]) or tokens[at - 1].norm in FILLERS:
            continue
        first = at - 1
        while first and at - first < 4 and _nameable(tokens[first - 1]) and tokens[first - 1].norm.isalpha():
            first -= 1
        article = first and tokens[first - 1].norm in ("the", "our", "that", "her", "his")
        words = " ".join(_plain(token) for token in tokens[first:at])
        own = {stem(name) for name in context.vocabulary}
        if not article or not all(stem(word) in own for word in words.split()):
            continue
        lines = line_saying(context, words)
        if not lines.ids and not lines.options:
            continue
        token = Token("@line", tokens[first - 1].start, tokens[at].end, lines)
        return tag_named_lines(context, [*tokens[: first - 1], token, *tokens[at + 1 :]])
    return tokens


def tag_named_headings(context: Context, tokens: list[Token]) -> list[Token]:
    """`the daylight headline`: the heading of the one scene that is about it."""
    for at in range(1, len(tokens)):
        word = tokens[at - 1]
        if tokens[at].norm not in ("heading", "subtitle") or not _nameable(word) or word.norm in FILLERS | _KINDS:
            continue
        article = at > 1 and tokens[at - 2].norm in ("the", "our", "that")
        if not article or not _heads(context, word):
            continue
        value = scenes_about(context, [_plain(word)], sure=False)
        if value is None or not value.ids:
            continue
        own = [
            tokens[at],
            Token("of", word.start, word.start),
            Token("@scene", word.start, word.end, value),
        ]
        return tag_named_headings(context, [*tokens[: at - 2], *own, *tokens[at + 1 :]])
    return tokens


_KINDS = frozenset(
    "main big small old new current first second last whole same other another on screen video title".split()
)


def tag_named(context: Context, tokens: list[Token]) -> list[Token]:
    """`the price scene`, `our daylight bit`, `the velvet box part`: words of the storyboard before a word for a scene.

    The longest run of words that names one scene counts.
    """
    for at in range(len(tokens) - 1):
        noun = tokens[at + 1].norm
        one = noun == "one" and at and tokens[at - 1].norm == "the" and _heads(context, tokens[at])
        loose = (
            noun in ("thing", "stuff", "topic") and at and tokens[at - 1].norm == "the" and _heads(context, tokens[at])
        )
        named = noun in ("scene", "part", "section", "page") or one or loose
        if not named or not _nameable(tokens[at]):
            continue
        if at + 2 < len(tokens) and tokens[at + 2].norm in ("@num", "number"):
            continue
        value, first = _longest_name(context, tokens, at)
        if value is None:
            continue
        while first and tokens[first - 1].norm in ("the", "our", "that", "this", "your", "whole"):
            first -= 1
        token = Token("@scene", tokens[first].start, tokens[at + 1].end, value)
        return tag_named(context, [*tokens[:first], token, *tokens[at + 2 :]])
    return tokens


def _heads(context: Context, token: Token) -> bool:
    """Whether a word stands in the heading of one scene, so that `the price one` is that scene."""
    named = [scene for scene in context.scenes if stem(token.norm) in {stem(w) for w in scene.heading.lower().split()}]
    return len(named) == 1 or (not named and len(context.scene_about([token.norm])) == 1)


def _nameable(token: Token) -> bool:
    return token.norm == "@quote" or (token.norm not in _NOT_TOPICS and not token.norm.startswith("@"))


def _longest_name(context: Context, tokens: Sequence[Token], last: int) -> tuple[Scenes | None, int]:
    first = last
    while first and last - first < 3 and _nameable(tokens[first - 1]) and tokens[first - 1].norm.isalpha():
        first -= 1
    own = {stem(name) for name in context.vocabulary}
    for start in range(first, last + 1):
        words = [_plain(token) if token.norm != "@quote" else str(token.value) for token in tokens[start : last + 1]]
        known = all(stem(word) in own or context.scene_about([word]) for text in words for word in text.lower().split())
        if not known:
            continue
        value = scenes_about(context, words)
        if value is not None and (start == last or not value.problem):
            return value, start
    return None, last
