"""Free texts: where words that are to be said or shown begin and end when no quotation marks stand around them.

`heading of scene 3 to Only 89 euros and turn the music down` holds two requests; the text of the first ends where the
second begins. One place decides that, before a message is parted: each free text becomes one quote, so that nothing in
it is taken for a request and no request is taken for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.language.notes.context import Context, Lines, Reading
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.nearer_sayings import stands
from tools.language.notes.opening_words import NOUNS
from tools.language.notes.patterns import Token, find
from tools.language.notes.splitting import Clause, clause_of, opens_request
from tools.language.notes.text_slots import FIRM, JOINTS, Slot, capital_slot, slot_at

Read = Callable[[Clause], Reading | None]


_NOT_TEXT = frozenset(
    """something another bigger smaller shorter longer friendlier formal casual simpler better nicer catchier punchier
    different wrong right there here at on in under above off gone remove no not too more less abit very up down
    left top bottom @colour @dur @scene @line @pct typeface font bold dark light be go also the_same same @quote
    misspelled misspelt spelled outdated old missing lowercase uppercase capitals white black visible readable say
    read a_bit correctly properly wrongly badly funny
    longer. it that this""".split()
)
_MANNER = frozenset(
    """bigger smaller shorter longer friendlier formal casual simpler better nicer catchier punchier wrong visible
    readable bold slower faster louder quieter calmer colour typeface @colour size professional friendly""".split()
)
_THINGS = frozenset(NOUNS.split("/")) | frozenset(
    "talk speedup slowdown faster slower louder quieter vertical square landscape fourfive @ratio @res @fps "
    "storyboard draft brand endcard it undo redo export part".split()
)
_STEPS = frozenset("louder quieter faster slower bigger smaller shorter longer darker lighter".split())
_PLAIN_COMMANDS = frozenset("export undo redo approve approved render".split())
_MODAL = frozenset("can could would should will shall may might".split())


def quote_free_texts(context: Context, tokens: Sequence[Token], read: Read) -> list[Token]:
    """The tokens with every free text as one `@quote`. `read` says what a following request would mean."""
    found, at = list(tokens), 0
    while at < len(found):
        for fitting in (slot_at(found, at), capital_slot(context, found, at)):
            made = _with_quote(context, found, at, *fitting, read) if fitting is not None else None
            if made is not None:
                found = made
                break
        at += 1
    return found


_PARTS = re.compile(r"[\w€$£%'’.]*[\w€$£%]")


def quote_lines(context: Context, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each line of the script that stands there word for word as one `@line`."""
    found, low = list(tokens), context.text.lower()
    for scene in context.scenes:
        for line in scene.lines:
            words = line.text.lower().rstrip(" .!?")
            if len(words.split()) <= 3:
                continue
            parts = _PARTS.findall(words)
            told = None
            if all(part in low for part in parts):
                told = re.search(r"[\s,;:.?!-]+".join(map(re.escape, parts)), low)
            words, at = (told[0], told.start()) if told is not None else (words, -1)
            inside = [n for n, t in enumerate(found) if at >= 0 and at <= t.start and t.end <= at + len(words)]
            if not inside or any(found[n].norm.startswith("@quote") for n in inside) or found[inside[0]].start != at:
                continue
            first, last = inside[0], inside[-1]
            end = at + len(words)
            if last + 1 < len(found) and found[last + 1].norm in (".", "?") and found[last + 1].start == end:
                last += found[last + 1 : last + 2][0].norm == line.text[-1:] and last + 2 < len(found)
            token = Token("@line", found[first].start, max(end, found[last].end), Lines((line.id,)))
            named = first and found[first - 1].norm in ("line", "words")
            first -= 1 + (first > 1 and found[first - 2].norm in ("the", "that", "her", "his")) if named else 0
            found = [*found[:first], token, *found[last + 1 :]]
    return found


def _with_quote(
    context: Context, tokens: Sequence[Token], at: int, slot: Slot, first: int, read: Read
) -> list[Token] | None:
    """The tokens with the text that begins at `first` as one quote; None where it is none."""
    found = list(tokens)
    opens = (
        at
        and tokens[at - 1].norm in ("@scene", "@quote", "@line")
        and tokens[at].norm in ("heading", "subtitle", "cta")
    )
    if opens and slot.named:
        found, at, first = [*found[:at], Token(".", found[at].start, found[at].start), *found[at:]], at + 1, first + 1
        tokens = found
    last = _end(context, found, first, slot, read)
    if slot.only and not (last < len(found) and _places(found[last:])):
        return None
    quote = _quoted(context, found, at, first, last, slot, read)
    if quote is None:
        return None
    if slot.swapped:
        old = _held(context, found, at, first)
        if old is None:
            return None
        found, last = [*found[: old[0]], old[2], *found[old[1] :]], last - (old[1] - old[0] - 1)
        first -= old[1] - old[0] - 1
    rest = last
    if rest < len(found) and found[rest].norm == "?" and quote.end >= found[rest].end:
        rest += 1
    cut = rest < len(found) and found[rest].norm not in {".", ";", "?"} | slot.stops and not _places(found[rest:])
    stop = [Token(".", quote.end, quote.end)] if cut else []
    return [*found[:first], quote, *stop, *found[rest:]]


def _held(context: Context, tokens: Sequence[Token], at: int, first: int) -> tuple[int, int, Token] | None:
    """What `replace … with` replaces, where it stands in the script word for word: its place, and a quote of it."""
    start = at + 1
    while start < first - 2 and tokens[start].norm in ("the", "words", "our"):
        start += 1
    inside = tokens[start : first - 1]
    if not inside or any(token.norm.startswith("@quote") for token in inside):
        return None
    words = context.text[inside[0].start : inside[-1].end]
    texts = [line.text for scene in context.scenes for line in scene.lines] + [
        scene.heading for scene in context.scenes
    ]
    if not any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) for text in texts):
        return None
    return start, first - 1, Token("@quote", inside[0].start, inside[-1].end, words)


def _quoted(
    context: Context, tokens: Sequence[Token], opened: int, first: int, last: int, slot: Slot, read: Read
) -> Token | None:
    """The text between two tokens as a quote; None where it is no text: `make the heading bigger`."""
    if first >= len(tokens) or last <= first or any(token.norm == "@quote" for token in tokens[first:last]):
        return None
    between = {token.norm for token in tokens[opened:first]}
    if tokens[opened].norm in ("instead", "rather") and {"and", "then", "plus"} & between:
        return None  # `write … instead of … and put the logo right`: another request
    if slot_at(tokens, first) is not None and tokens[first].norm != "say":
        return None  # `name strap: role should be …`: the words belong to the inner one
    while first > opened + 1 and tokens[first - 1].norm in _EATEN and context.text[tokens[first - 1].start].isupper():
        first -= 1  # `let the end card read See you soon`: the text itself begins with such a word
    norms = [token.norm for token in tokens[first:last] if token.norm not in FILLERS]
    start, end = tokens[first - 1].end, tokens[last - 1].end
    if tokens[first - 1].start == tokens[first - 1].end:
        start = tokens[first].start
    text = context.text[start:end].lstrip(" :,\n")
    start = end - len(text)
    if last < len(tokens) and tokens[last].norm == "?" and not _asks(tokens, opened):
        end = tokens[last].end
    elif text and context.text[end : end + 1] in ".!" and slot.long:
        end += 1
    text = without_courtesy(context.text[start:end])
    text = text if slot.long else _REASON.sub("", text)
    text, before = _FIRST.sub("", text), text
    start += len(before) - len(text)
    capital = text[:1].isupper() or not text[:1].isalpha()
    if slot.named and tokens[first].norm in (",", "and", "to"):
        return None
    if not text or not norms or (slot.named and not (capital and text[:1].isalnum())):
        return None
    if slot.heard and not (_is_said(context, tokens[first - 2]) or (opened and _is_said(context, tokens[opened - 1]))):
        return None
    ordered = not capital and tokens[first - 1].norm == ":" and norms[0] in FIRM | {"rewrite", "shorten", "say"}
    if ordered and (norms[0] in ("rewrite", "shorten") or len(norms) == 1 or _means(context, tokens[first:last], read)):
        return None
    if slot.only and _is_name(context, text.removesuffix(" back")):
        return None
    if stands(context, text):
        return None
    if slot.heard:
        return Token("@quote", start, start + len(text), text.strip(" \"'"))
    if not capital and (
        norms[0] in (_NOT_TEXT - _SPEAKING if slot.long else _NOT_TEXT) or (len(norms) <= 4 and _MANNER & set(norms))
    ):
        return None
    if capital and set(norms) <= _MANNER:
        return None
    low = text.lower()
    if any(family.lower() in low for family in context.situation.families):
        return None
    if (
        len(norms) <= 2
        and set(norms) <= {"@colour", "@dur", "@num", "@scene", "@line", "@pct"}
        and not text[:1].isupper()
    ):
        return None
    return Token("@quote", start, start + len(text), text.strip(" \"'"))


_REASON = re.compile(
    r"(?:,| -)? (?:fyi|for your information)$|, (?:or else|else|otherwise|because|cos|cuz|so that|so (?:i|we|you|it|"
    r"they|people|everyone|nobody|customers)|since (?:i|we|it)|as (?:i|we|it)|with an? [\w-]+$|that(?:'?s| is) "
    r"(?:how|what|better|nicer|enough|clearer))\b.*$",
)
"""What a heading or a name does not hold: why it is to be so."""
_EATEN = frozenset("show say read call title be that with to now just rather".split())
_FIRST = re.compile(
    r"^(?:replaced|changed|swapped|substituted|turned) (?:by|with|to|into|for)\s+|^(?:please )?(?:make|change|"
    r"turn) (?:that|it|this)"
    r"(?: to| into| say| read)? (?=[A-Z0-9])|^(?:something )?like (?=[A-Z])|^(?:a bit |much |more |something "
    r")?(?:shorter|simpler|catchier|punchier|friendlier|different|clearer|better|longer|this)\s*"
    r"(?::|,| - )\s*(?=\S)"
)
"""`shorter: Just €89`: how it is to be, before what it is to be."""


def _is_name(context: Context, text: str) -> bool:
    """Whether a text is only the name of a presenter or a voice."""
    kinds = ("avatar", "voice", "music", "background")
    names = {c.name.split(",")[0].lower() for kind in kinds for c in context.situation.catalogues.get(kind, ())}
    return text.lower() in names


_SPEAKING = frozenset("there it that this here in on at under no not".split())
"""With these a sentence may begin, though no heading does."""


def _is_said(context: Context, token: Token) -> bool:
    """Whether a word stands in the script, so that it can be pronounced."""
    word = context.text[token.start : token.end].lower()
    return word in context.vocabulary or token.norm == "@url"


def _asks(tokens: Sequence[Token], opened: int) -> bool:
    """Whether the sentence around an opener is put as a question: `could the heading be …?`."""
    at = opened
    while at and tokens[at - 1].norm not in (".", "?", ";"):
        at -= 1
    return bool({token.norm for token in tokens[at : opened + 6]} & (_MODAL | {"how", "what", "why"}))


def _end(context: Context, tokens: Sequence[Token], first: int, slot: Slot, read: Read) -> int:
    """Where a free text ends: the place of the first token that is not its own."""
    for at in range(first, min(len(tokens), first + slot.most + 1)):
        token = tokens[at]
        rest = tokens[at + 1 :]
        if token.norm in slot.stops and at > first:
            return at
        if token.norm in (".", ";", "?"):
            line_break = context.text[token.start : token.end] == "\n"
            if not slot.long or line_break or not rest or begins_request(context, rest, read):
                return at
        elif token.norm in JOINTS and at > first:
            while rest and rest[0].norm in JOINTS:
                rest = rest[1:]
            joined = {one.norm for one in tokens[at : len(tokens) - len(rest)]}
            if rest and not slot.long and len(joined) > 1 and joined & {"then", "also", "plus"}:
                return at  # `…, then play me the draft`: hardly ever shown
            lone = token.norm == "and" and at - first == 1 and (len(rest) == 1 or rest[1].norm in JOINTS)
            if rest and not lone and begins_request(context, rest, read):
                return at
        elif (
            at > first
            and (_labels(context, tokens, at) or _plain_request(context, tokens[at:], read))
            or at > first
            and slot.placed
            and _places(tokens[at:])
        ):
            return at
    return min(len(tokens), first + slot.most + 1)


def _labels(context: Context, tokens: Sequence[Token], at: int) -> bool:
    """Whether a label with a text of its own stands here, as in telegrams: `… heading scene 3 Fair price`."""
    label = find("@scene ,? the? ( heading/subtitle ) | ( heading/subtitle ) the? @scene :? | cta :?", tokens, at=at)
    if label is None or label.range(0)[1] >= len(tokens) or context.text[tokens[at].start].isupper():
        return False
    behind = tokens[label.range(0)[1]]
    return context.text[behind.start].isupper()


_PLACE = (
    "( into/in/at/on/to/for/as/under/below )+ the/a? "
    "( very? start/beginning/end of )? ( @scene/endcard/strap/title/cta/heading/subtitle )"
)


def _places(rest: Sequence[Token]) -> bool:
    """Whether only a place follows before the request ends: `… in scene 2`, `… at the start of scene 2`."""
    if rest[0].norm == "@scene" and getattr(rest[0].value, "kind", "") in ("start of", "end of"):
        behind = 1
    else:
        match = find(_PLACE, rest, at=0)
        if match is None:
            return False
        behind = match.range(0)[1]
    while behind < len(rest) and rest[behind].norm in FILLERS - JOINTS:
        behind += 1
    return behind >= len(rest) or rest[behind].norm in JOINTS | {".", ";", "?"}


def begins_request(context: Context, rest: Sequence[Token], read: Read) -> bool:
    """Whether a request begins here: it has the form of one, and it is understood as one."""
    for n in range(min(3, len(rest))):
        opened = slot_at(rest, n, joined=not n) if _light(rest[:n]) else None
        if opened is not None and not opened[0].only and not opened[0].heard:
            return True
    if find("the? @scene : . | ( you can )? go ahead | approve | produce it?", rest, at=0) is not None:
        return True
    if find(". ( like/love ) .", rest, at=0) is not None and _is_said(context, rest[0]):
        return True
    if find(_ASIDES, rest, at=0) is not None or find(
        "it/that/this ( should/must/has/needs ) to? ( be/say/read/sound )", rest, at=0
    ):
        return True
    if not opens_request(rest):
        return False
    if rest[0].norm in _ADJECTIVES and (len(rest) == 1 or rest[1].norm in (".", ";", "?")):
        return False  # `Heading: Fair and square.`
    return _means(context, rest, read)


_ADJECTIVES = frozenset("square landscape light dark".split())
_ASIDES = (
    "( what do you think ) | ( how does that sound ) | ( how about that ) | ( is that "
    "ok/okay/possible/fine/alright ) | ( does that work "
    ") | ( if that is ok/okay/fine/possible ) | ( that is it/all ) | ( thats it/all ) | ( let me know ) | ( rest "
    "is/looks ) | ( everything "
    "else ) | ( many? thanks ) | ( thank you ) | ( please and thank )"
)
"""What no longer belongs to a text, though it is no request."""


def _light(tokens: Sequence[Token]) -> bool:
    return all(token.norm in FILLERS or token.norm in ("the", "then", "also", "a", "please") for token in tokens)


def _plain_request(context: Context, rest: Sequence[Token], read: Read) -> bool:
    """Whether a request begins in the midst of words: `… all day delete scene 3`."""
    if rest[0].norm not in FIRM or len(rest) < 2 or context.text[rest[0].start].isupper():
        return False
    following = [token.norm for token in rest[1:4]]
    target = {"@scene", "@line"} | (_THINGS - {"it", "line", "words", "video", "title"})
    near = following[0] in target or (following[0] in ("the", "our", "a") and following[1:2] and following[1] in target)
    return bool(near) and _means(context, rest, read)


def _means(context: Context, rest: Sequence[Token], read: Read) -> bool:
    """Whether the next request is understood, and speaks of something that there is."""
    stop = next((n for n, token in enumerate(rest) if token.norm in (".", ";", "?")), len(rest))
    asked = stop < len(rest) and rest[stop].norm == "?"
    for end in _cuts(rest[:stop]):
        clause = clause_of(rest[:end], question=asked)
        if clause is None or not clause.tokens:
            continue
        norms = {token.norm for token in clause.raw}
        typed = set(re.findall(r"\w+", context.text[clause.start : clause.end].lower()))
        if not norms & _THINGS and not typed & _PLAIN_COMMANDS:
            continue
        reading = read(clause)
        if reading is None:
            continue
        if reading.patches or reading.enquiries:
            return True
        if reading.kept and not reading.chat and norms & (_THINGS - {"it", "words", "line", "video"}):
            return True
        if any(one.name not in ("show_draft", "approve", "new_production") for one in reading.commands):
            return bool(typed & _PLAIN_COMMANDS) or bool(norms & {"draft", "storyboard", "brand", "@url"})
        if reading.commands and norms & {"draft", "storyboard", "approve"}:
            return True
        if reading.question and len(clause.tokens) == 2 and clause.tokens[0].norm in FIRM and "it" in norms:
            return True
        if reading.question and norms & (_THINGS - {"it", "words", "line", "video"}) and len(clause.tokens) > 1:
            return True
    return False


def _cuts(tokens: Sequence[Token]) -> list[int]:
    """Where the next request may end: at the first joint, at a later one where that one does not open another."""
    ends: list[int] = []
    for n, token in enumerate(tokens):
        if token.norm in JOINTS and n:
            ends.append(n)
            if opens_request(tokens[n + 1 :]) or len(ends) > 2:
                return ends
    return [*ends, len(tokens)]


_COURTESY = re.compile(
    r"(?:[\s,]*\b(?:please|pls|plz|thanks(?: a (?:lot|million|bunch|ton)| so much)?|"
    r"(?<=[,.!?] )thank you(?: (?:so|very) much)?|thx|cheers|lol|haha|instead|would you|could you|can you|will you|"
    r"if (?:you can|possible|you don't mind|that's (?:ok|okay|possible))|ok|okay|asap|btw|fyi|"
    r"and (?:yeah |then )?(?:we're|we are|i'm|that's|thats) (?:about |really )?(?:done|good|it|all|happy)(?: thank "
    r"you)?)\b[\s.!?]*)+$|[\s,]+$",
    re.IGNORECASE,
)


def without_courtesy(text: str) -> str:
    """A free text without what is said to us after it; the text as it is where nothing else would be left."""
    return _COURTESY.sub("", text).strip().rstrip(",;:") or text.strip()
