"""Free texts: where words that are to be said or shown begin and end when no quotation marks stand around them.

`heading of scene 3 to Only 89 euros and turn the music down` holds two requests; the text of the first ends where the
second begins. One place decides that, before a message is parted: each free text becomes one quote, so that nothing in
it is taken for a request and no request is taken for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tools.language.notes.context import Context, Lines, Reading
from tools.language.notes.lexicon import FILLERS
from tools.language.notes.patterns import Token, find
from tools.language.notes.script_parts import WEIGHTLESS
from tools.language.notes.splitting import NOUNS, Clause, clause_of, opens_request

Read = Callable[[Clause], Reading | None]


@dataclass(frozen=True)
class _Slot:
    """What opens a free text; `long` ones go on over the ends of sentences, `named` ones begin with a capital letter."""

    opener: str
    long: bool = False
    named: bool = False
    placed: bool = False
    joined: bool = False
    only: bool = False
    swapped: bool = False
    told: bool = False
    stops: frozenset[str] = frozenset()
    heard: bool = False
    most: int = 16


_AT = "( ( in/of/on/for/from/at/over )* the/our? ( @scene/video/endcard/it/that/this/project/@last/programme ) | @last )?"
_BE = "should/must/needs/could/has/shall/can/might/ought/would/will ( now/just/rather/simply/really/also/then )* to?"
_IS = f"( ( {_BE} ) instead? ( say/read/be/show/call )+ that? :? | ( say/read/show )+ that? :? | : )"
_TO = "( to/into/as/with/by :? | to ( say/read/be ) :? | so that? it ( say/read/show ) )"
_SET = "( change/set/make/rename/replace/put/update/rewrite/correct/edit/turn/switch )"
_DET = "( the/a/an/our/my/her/his/that/this/new/another/second/main/big/little/small )*"
_HEAD = f"( heading/subtitle/title ) ( words/text/line/scene )? {_AT}"
_CTA = f"( ( endcard )? cta/button ) ( words/text )? {_AT}"
_ROLE = (
    "( ( her/his title ) | ( her/his/the/avatar/their/maya/daniel )* ( role | position | job title | job | function ) ( ( on/in/under/of )+ the? ( "
    "strap/name/avatar/screen/her/him ) name? )? )"
)
_NAME = (
    "( ( strap | ( her/his/avatar ) name | name of the? avatar | name on the? strap | ( under/below ) ( her/his ) name ) "
    "( in/on )* ( screen )? )"
)
_NEW = "( a/an/another/one/the/new/more/extra/additional/short/quick/separate )+"

_SLOTS: tuple[_Slot, ...] = (
    _Slot(f"( {_SET} {_DET} | have/let/want/get {_DET} )? {_HEAD} ( {_TO} | {_IS} )"),
    _Slot(f"{_SET} the? @scene {_HEAD} ( {_TO} | {_IS} )"),
    _Slot(f"{_SET}? {_CTA} ( {_TO} | {_IS} )"),
    _Slot(f"endcard ( {_BE} )? ( have/with/get/gets/has/show/say/read )* {_DET} heading ( :/of/that/say/read )*"),
    _Slot(f"( heading of/on/in )? the? endcard {_IS}"),
    _Slot("( heading/cta/subtitle ) ( in/of/on/for/from/at )+ the? @scene", named=True),
    _Slot("@scene ,? the/new? ( heading/subtitle )", named=True),
    _Slot("cta", named=True),
    _Slot(f"( call/rename/retitle/title/name ) the/this/our? ( @scene/video/it/project/programme/production ) {_TO}"),
    _Slot("( call/rename/retitle/title/name ) the/this/our? ( @scene/video/it/project/programme/production )"),
    _Slot(f"( @scene/video/project/programme/production/it ) {_BE} be ( call/titled/named/headed )"),
    _Slot("the? ( @scene/video/project/programme/production ) is call"),
    _Slot(f"{_SET}? {_ROLE} ( {_TO} | {_IS} | is now? )"),
    _Slot(f"{_SET}? {_NAME} ( {_TO} | {_IS} | is now? )"),
    _Slot(f"@line ,? {_IS}", long=True, most=60),
    _Slot(f"{_SET} @line {_TO}", long=True, most=60),
    _Slot("( speak/read/talk ) the? . as", heard=True),
    _Slot("the? words . .? ( must/should/shall/has/needs to? ) ( become/be/read/change to? )+"),
    _Slot("where it say . .? .? ,? it? should? ( say/read/be/put/write/show )+"),
    _Slot("( instead of | in put of | rather than ) ( the words? )? . .? .? ,? ( say/use/write/put/show )"),
    _Slot("pronounce ( the name/word )? . .? ( as/like/love/: )"),
    _Slot("( is/gets/are | should be | must be | has to be | needs to be ) ( pronounce/spoken ) ( as/like/love/: )?"),
    _Slot("( put/write/want/print )", named=True, placed=True, only=True, most=10),
    _Slot("( with/and ) the/a? heading", named=True, most=8,
          stops=frozenset("that which where say saying read with : , and".split())),
    _Slot("( the/this/our )? ( video/project/programme/production ) title ( is | should be )"),
    _Slot("endcard words :"),
    _Slot("( put/add/write/show/use/give ) the/a? ( heading/subtitle/cta )", named=True, placed=True),
    _Slot("( give ) @scene the/a? ( heading/title/subtitle ) :?", named=True),
    _Slot("@scene ( get/gets/has/have/needs/need/receives ) the/a? ( heading/title/subtitle ) :?", named=True),
    _Slot("( her/his/avatar ) name", named=True, joined=True),
    _Slot("( new/another/extra/one/more/add/a )+ line ( in/for/to/on ) @scene ,?", named=True, long=True, most=40),
    _Slot("( insert/add/put/say ) the? ( words/line )", named=True, long=True, placed=True, most=60),
    _Slot("@scene ( into/to/as )", named=True, joined=True),
    _Slot("( in/at/on )? @scene ,? ( she/he/her/avatar )? should? also? say that?", long=True, most=60),
    _Slot("( is/gets ) say ( as/like/love/: )?", heard=True, stops=frozenset(("not", "instead", "rather"))),
    _Slot("( , | and ) . ( like/love )", heard=True),
    _Slot("( heading/subtitle/cta )", named=True, joined=True),
    _Slot("( say/mention/add ) ( in/at/on )* the? @scene ( that | : )", long=True, most=60),
    _Slot("( start/finish/end/begin/close/open ) with the? ( words/line ) :?", named=True, long=True, most=60),
    _Slot("( under/below ) ( her/his/the )? name ,? it? should? ( say/read/be/put/write/show )+"),
    _Slot("( replace/swap/substitute ) the? words? . .? .? .? .? .? .? ( with/by )", most=30, swapped=True, placed=True),
    _Slot("it should rather? ( be/say/read )", named=True, told=True),
    _Slot("( end/finish/close ) ( it/video )? with", named=True),
    _Slot("( let/have/make ) @line ( be/say/read )", long=True, most=60),
    _Slot("( she/he/avatar ) should say that?", named=True, long=True, placed=True, most=60),
    _Slot("@scene ( also/additionally/plus ) :", long=True, most=60),
    _Slot("to pronounce ( as/like/love )?"),
    _Slot("( in/on/at ) @scene ,? ( write/put/print )", named=True),
    _Slot("with ( the/this/these )? words :?", named=True, long=True, most=60),
    _Slot("( start/finish/end/begin/close/open ) @scene with ( the? words/line? )? :?", long=True, most=60),
    _Slot("( start/finish/end/begin/close/open ) @scene with the? ( words/line ) :?", long=True, most=60),
    _Slot("( a/new/another/the/extra/short/quick )+ scene ( call/titled/named/headed | with the heading )", most=8,
          stops=frozenset("between after before that which where say saying read with : in at , and".split())),
    _Slot("( she/he/avatar ) is call"),
    _Slot("( have/let/make/get/want ) ( her/him/she/he/avatar/maya/daniel ) to? also? say that?", long=True, placed=True,
          most=60),
    _Slot("( new/another/better )? name ( for/of ) ( the/this/our )? ( video/project/programme/production ) ( : | is | should be )"),
    _Slot("( the/this/our )? ( video/project/programme/production ) should be ( named/call/titled )"),
    _Slot("say ( the name/word )? . ( like/love )"),
)
"""The first that fits at the earliest place counts."""

_NOT_TEXT = frozenset(
    """something another bigger smaller shorter longer friendlier formal casual simpler better nicer catchier punchier
    different wrong right there here at on in under above off gone remove no not too more less abit very up down
    left top bottom @colour @dur @scene @line @pct typeface font bold dark light be go also the_same same @quote
    misspelled misspelt spelled outdated old missing lowercase uppercase capitals white black visible readable say read a_bit correctly properly wrongly badly funny
    longer. it that this""".split()
)
_MANNER = frozenset(
    """bigger smaller shorter longer friendlier formal casual simpler better nicer catchier punchier wrong visible
    readable bold slower faster louder quieter calmer colour typeface @colour size professional friendly""".split()
)
_JOINTS = frozenset(", and then also plus but ; & or".split())
_THINGS = frozenset(NOUNS.split("/")) | frozenset(
    "talk speedup slowdown faster slower louder quieter vertical square landscape fourfive @ratio @res @fps storyboard draft brand endcard it undo redo export part".split()
)
_STEPS = frozenset("louder quieter faster slower bigger smaller shorter longer darker lighter".split())
_PLAIN_COMMANDS = frozenset("export undo redo approve approved render".split())
_MODAL = frozenset("can could would should will shall may might".split())


def quote_free_texts(context: Context, tokens: Sequence[Token], read: Read) -> list[Token]:
    """The tokens with every free text as one `@quote`. `read` says what a following request would mean."""
    found, at = list(tokens), 0
    while at < len(found):
        for fitting in (_slot_at(found, at), _capital_slot(context, found, at)):
            made = _with_quote(context, found, at, *fitting, read) if fitting is not None else None
            if made is not None:
                found = made
                break
        at += 1
    return found


_ADDITION = _Slot("", long=True, placed=True, most=80)
_NEW = frozenset("add put insert append include write new another extra one more additional a an want need".split())
_NEW_THINGS = frozenset("line scene page part words".split())
_SAYING = frozenset("say saying read :".split())


def _addition_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where the words of a new line or scene begin: behind a colon or `say`, soon after what is added and where."""
    if tokens[at].norm not in _NEW and tokens[at].norm != "say":
        return None
    thing = tokens[at].norm == "add"
    for place in range(at, min(len(tokens), at + 14)):
        norm = tokens[place].norm
        if norm in _NEW_THINGS:
            thing = True
        elif norm in (".", ";", "?", "@quote") or (norm in ("and", ",") and place + 1 < len(tokens)
                                                   and tokens[place + 1].norm in _FIRM | {"the", "say"}):  # fmt: skip
            return None
        elif norm in _SAYING and place > at and thing:
            first = place + 1
            while first < len(tokens) and tokens[first].norm in (":", "that", "say"):
                first += 1
            return first if first < len(tokens) else None
    return None


def quote_lines(context: Context, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with each line of the script that stands there word for word as one `@line`."""
    found, low = list(tokens), context.text.lower()
    for scene in context.scenes:
        for line in scene.lines:
            words = line.text.lower().rstrip(" .!?")
            at = low.find(words) if len(words.split()) > 3 else -1
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
    context: Context, tokens: Sequence[Token], at: int, slot: _Slot, first: int, read: Read
) -> list[Token] | None:
    """The tokens with the text that begins at `first` as one quote; None where it is none."""
    found = list(tokens)
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


_SHORT = _Slot("", most=16)
_BEFORE_TEXT = WEIGHTLESS | frozenset(
    """another write put show say read call change set make give have let should must be to on at in of for as with namely new another rename name
    role job title heading subtitle update card end endcard video now instead want need words line sentence under below print
    @scene @last @line like""".split()
)


def _capital_slot(context: Context, tokens: Sequence[Token], at: int) -> tuple[_Slot, int] | None:
    """Where a text begins with a capital letter in the midst of a sentence, soon after what it is the text of."""
    if tokens[at].norm not in _SLOT_NOUNS:
        return None
    if tokens[at].norm == "name" and {"pronounce", "spoken", "say"} & {t.norm for t in tokens[at : at + 6]}:
        return None
    for place in range(at + 1, min(len(tokens), at + 9)):
        token = tokens[place]
        letter = context.text[token.start : token.start + 1]
        if token.norm in (".", ";", "?", "@quote", "and") or token.norm.startswith("@line"):
            return None
        if letter.isupper() and token.norm not in ("i", "@scene", "@url") and token.start < token.end:
            word = context.text[token.start : token.end]
            return (_SHORT, place) if not (word.isupper() and len(word) > 1 and place == at + 1) else None
        if token.norm not in _BEFORE_TEXT and token.norm != ",":
            return None
    return None


_SLOT_NOUNS = frozenset("heading subtitle title cta endcard strap role job name".split())


def _held(context: Context, tokens: Sequence[Token], at: int, first: int) -> tuple[int, int, Token] | None:
    """What `replace … with` replaces, where it stands in the script word for word: its place, and a quote of it."""
    start = at + 1
    while start < first - 2 and tokens[start].norm in ("the", "words", "our"):
        start += 1
    inside = tokens[start : first - 1]
    if not inside or any(token.norm.startswith("@quote") for token in inside):
        return None
    words = context.text[inside[0].start : inside[-1].end]
    texts = [line.text for scene in context.scenes for line in scene.lines] + [scene.heading for scene in context.scenes]
    if not any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) for text in texts):
        return None
    return start, first - 1, Token("@quote", inside[0].start, inside[-1].end, words)


def _slot_at(tokens: Sequence[Token], at: int, *, joined: bool = False) -> tuple[_Slot, int] | None:
    best: tuple[_Slot, int] | None = None
    first = _addition_at(tokens, at)
    if first is not None and tokens[first].norm != "@quote":
        best = _ADDITION, first
    for slot in _SLOTS:
        match = find(slot.opener, tokens, at=at)
        if slot.told and not {"heading", "subtitle", "title", "cta", "name", "role"} & {t.norm for t in tokens[:at]}:
            continue
        if slot.joined and not joined and (not at or tokens[at - 1].norm not in _JOINTS | {"the", "our", "a"}):
            continue
        if match is not None and match.range(0)[1] < len(tokens) and (best is None or match.range(0)[1] > best[1]):
            best = slot, match.range(0)[1]
    return best


def _quoted(
    context: Context, tokens: Sequence[Token], opened: int, first: int, last: int, slot: _Slot, read: Read
) -> Token | None:
    """The text between two tokens as a quote; None where it is no text: `make the heading bigger`."""
    if first >= len(tokens) or last <= first or any(token.norm == "@quote" for token in tokens[first:last]):
        return None
    if _slot_at(tokens, first) is not None and tokens[first].norm != "say":
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
    text, before = _FIRST.sub("", text), text
    start += len(before) - len(text)
    capital = text[:1].isupper() or not text[:1].isalpha()
    if slot.named and tokens[first].norm in (",", "and", "to"):
        return None
    if not text or not norms or (slot.named and not (capital and text[:1].isalnum())):
        return None
    if slot.heard and not (_is_said(context, tokens[first - 2]) or (opened and _is_said(context, tokens[opened - 1]))):
        return None
    if not capital and tokens[first - 1].norm == ":" and norms[0] in _FIRM | {"rewrite", "shorten", "say"}:
        if norms[0] in ("rewrite", "shorten") or len(norms) == 1 or _means(context, tokens[first:last], read):
            return None
    if slot.only and _is_name(context, text):
        return None
    if slot.heard:
        return Token("@quote", start, start + len(text), text.strip(" \"'"))
    if not capital and (norms[0] in _NOT_TEXT or (len(norms) <= 4 and _MANNER & set(norms))):
        return None
    if capital and set(norms) <= _MANNER:
        return None
    low = text.lower()
    if any(family.lower() in low for family in context.situation.families):
        return None
    if len(norms) <= 2 and set(norms) <= {"@colour", "@dur", "@num", "@scene", "@line", "@pct"} and not text[:1].isupper():
        return None
    return Token("@quote", start, start + len(text), text.strip(" \"'"))


_EATEN = frozenset("show say read call title be that with to now just rather".split())
_FIRST = re.compile(
    r"^(?:replaced|changed|swapped|substituted|turned) (?:by|with|to|into|for)\s+|^(?:please )?(?:make|change|turn) (?:that|it|this)"
    r"(?: to| into| say| read)? (?=[A-Z0-9])|^(?:something )?like (?=[A-Z])|^(?:a bit |much |more |something )?(?:shorter|simpler|catchier|punchier|friendlier|different|clearer|better|longer|this)\s*"
    r"(?::|,| - )\s*(?=\S)"
)
"""`shorter: Just €89`: how it is to be, before what it is to be."""


def _is_name(context: Context, text: str) -> bool:
    """Whether a text is only the name of a presenter or a voice."""
    kinds = ("avatar", "voice", "music", "background")
    names = {c.name.split(",")[0].lower() for kind in kinds for c in context.situation.catalogues.get(kind, ())}
    return text.lower() in names


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


def _end(context: Context, tokens: Sequence[Token], first: int, slot: _Slot, read: Read) -> int:
    """Where a free text ends: the place of the first token that is not its own."""
    for at in range(first, min(len(tokens), first + slot.most + 1)):
        token = tokens[at]
        rest = tokens[at + 1 :]
        if token.norm in slot.stops and at > first:
            return at
        if token.norm in (".", ";", "?"):
            line_break = context.text[token.start : token.end] == "\n"
            if not slot.long or line_break or not rest or _requests(context, rest, read):
                return at
        elif token.norm in _JOINTS and at > first:
            while rest and rest[0].norm in _JOINTS:
                rest = rest[1:]
            lone = token.norm == "and" and at - first == 1 and (len(rest) == 1 or rest[1].norm in _JOINTS)
            if rest and not lone and _requests(context, rest, read):
                return at
        elif at > first and token.norm == "@scene" and find("@scene ,? the? ( heading/subtitle )", tokens, at=at) is not None:
            return at
        elif at > first and (_plain_request(context, tokens[at:], read) or (slot.placed and _places(tokens[at:]))):
            return at
    return min(len(tokens), first + slot.most + 1)


_PLACE = "( into/in/at/on/to/for/as/under/below )+ the/a? ( very? start/beginning/end of )? ( @scene/endcard/strap/title/cta/heading/subtitle )"


def _places(rest: Sequence[Token]) -> bool:
    """Whether only a place follows before the request ends: `… in scene 2`, `… at the start of scene 2`."""
    if rest[0].norm == "@scene" and getattr(rest[0].value, "kind", "") in ("start of", "end of"):
        behind = 1
    else:
        match = find(_PLACE, rest, at=0)
        if match is None:
            return False
        behind = match.range(0)[1]
    while behind < len(rest) and rest[behind].norm in FILLERS - _JOINTS:
        behind += 1
    return behind >= len(rest) or rest[behind].norm in _JOINTS | {".", ";", "?"}


def _requests(context: Context, rest: Sequence[Token], read: Read) -> bool:
    """Whether a request begins here: it has the form of one, and it is understood as one."""
    for n in range(min(3, len(rest))):
        opened = _slot_at(rest, n, joined=not n) if _light(rest[:n]) else None
        if opened is not None and not opened[0].only and not opened[0].heard:
            return True
    if find(". ( like/love ) .", rest, at=0) is not None and _is_said(context, rest[0]):
        return True
    if find(_ASIDES, rest, at=0) is not None or find("it/that/this ( should/must/has/needs ) to? ( be/say/read/sound )", rest, at=0):
        return True
    if not opens_request(rest):
        return False
    return _means(context, rest, read)


_ASIDES = (
    "( what do you think ) | ( how does that sound ) | ( how about that ) | ( is that ok/okay/possible/fine/alright ) | ( does that work "
    ") | ( if that is ok/okay/fine/possible ) | ( that is it/all ) | ( thats it/all ) | ( let me know ) | ( rest is/looks ) | ( everything "
    "else ) | ( many? thanks ) | ( thank you ) | ( please and thank )"
)
"""What no longer belongs to a text, though it is no request."""


def _light(tokens: Sequence[Token]) -> bool:
    return all(token.norm in FILLERS or token.norm in ("the", "then", "also", "a", "please") for token in tokens)


_FIRM = frozenset("remove lock unlock duplicate swap merge split export undo mute move make put turn set change".split())


def _plain_request(context: Context, rest: Sequence[Token], read: Read) -> bool:
    """Whether a request begins in the midst of words: `… all day delete scene 3`."""
    if rest[0].norm not in _FIRM or len(rest) < 2 or context.text[rest[0].start].isupper():
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
        if any(one.name not in ("show_draft", "approve", "new_production") for one in reading.commands):
            return bool(typed & _PLAIN_COMMANDS) or bool(norms & {"draft", "storyboard", "brand", "@url"})
        if reading.commands and norms & {"draft", "storyboard", "approve"}:
            return True
        if reading.question and len(clause.tokens) == 2 and clause.tokens[0].norm in _FIRM and "it" in norms:
            return True
        if reading.question and norms & (_THINGS - {"it", "words", "line", "video"}) and len(clause.tokens) > 1:
            return True
    return False


def _cuts(tokens: Sequence[Token]) -> list[int]:
    """Where the next request may end: at the first joint, at a later one where that one does not open another."""
    ends: list[int] = []
    for n, token in enumerate(tokens):
        if token.norm in _JOINTS and n:
            ends.append(n)
            if opens_request(tokens[n + 1 :]) or len(ends) > 2:
                return ends
    return [*ends, len(tokens)]


_COURTESY = re.compile(
    r"(?:[\s,]*\b(?:please|pls|plz|thanks(?: a (?:lot|million|bunch|ton)| so much)?|"
    r"(?<=[,.!?] )thank you(?: (?:so|very) much)?|thx|cheers|lol|haha|instead|would you|could you|can you|will you|"
    r"if (?:you can|possible|you don't mind|that's (?:ok|okay|possible))|ok|okay|asap|btw|"
    r"and (?:yeah |then )?(?:we're|we are|i'm|that's|thats) (?:done|good|it|all|happy))\b[\s.!?]*)+$|[\s,]+$",
    re.IGNORECASE,
)


def without_courtesy(text: str) -> str:
    """A free text without what is said to us after it; the text as it is where nothing else would be left."""
    return _COURTESY.sub("", text).strip().rstrip(",;:") or text.strip()
