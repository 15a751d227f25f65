"""Text slots: what opens words that are to be said or shown, without quotation marks around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.language.notes.context import Context
from tools.language.notes.patterns import Token, find
from tools.language.notes.script_parts import WEIGHTLESS


@dataclass(frozen=True)
class Slot:
    """What opens a free text; `long` ones go on over ends of sentences, `named` ones begin with a capital letter."""

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


JOINTS = frozenset(", and then also plus but ; & or".split())
FIRM = frozenset("remove lock unlock duplicate swap merge split export undo mute move make put turn set change".split())
_AT = (
    "( ( in/of/on/for/from/at/over )* the/our? ( @scene/video/endcard/it/that/this/project/@last/programme ) | @last )?"
)
_BE = "should/must/needs/could/has/shall/can/might/ought/would/will ( now/just/rather/simply/really/also/then )* to?"
_IS = f"( ( {_BE} ) instead? ( say/read/be/show/call )+ that? :? | ( say/read/show )+ that? :? | : )"
_TO = "( to/into/as/with/by :? | to ( say/read/be ) :? | so that? it ( say/read/show ) )"
_SET = "( change/set/make/rename/replace/put/update/rewrite/correct/edit/turn/switch )"
_DET = "( the/a/an/our/my/her/his/that/this/new/another/second/main/big/little/small )*"
_HEAD = f"( heading/subtitle/title ) ( words/text/line/scene )? {_AT}"
_CTA = f"( ( endcard )? cta/button ) ( words/text )? {_AT}"
_ROLE = (
    "( ( her/his title ) | ( her/his/the/avatar/their/maya/daniel )* ( role | position | job title | job | "
    "function ) ( ( on/in/under/of )+ the? ( "
    "strap/name/avatar/screen/her/him ) name? )? )"
)
_NAME = (
    "( ( strap | ( her/his/avatar ) name | name of the? avatar | name on the? strap | ( under/below ) ( her/his ) "
    "name ) "
    "( in/on )* ( screen )? )"
)
SLOTS: tuple[Slot, ...] = (
    Slot(f"( {_SET} {_DET} | have/let/want/get {_DET} )? {_HEAD} ( {_TO} | {_IS} )"),
    Slot(f"{_SET} the? @scene {_HEAD} ( {_TO} | {_IS} )"),
    Slot(f"{_SET}? {_CTA} ( {_TO} | {_IS} )"),
    Slot(f"endcard ( {_BE} )? ( have/with/get/gets/has/show/say/read )* {_DET} heading ( :/of/that/say/read )*"),
    Slot(f"( heading of/on/in )? the? endcard {_IS}"),
    Slot("( heading/cta/subtitle ) ( in/of/on/for/from/at )+ the? @scene", named=True),
    Slot("@scene ,? the/new? ( heading/subtitle )", named=True),
    Slot("cta", named=True),
    Slot(f"( call/rename/retitle/title/name ) the/this/our? ( @scene/video/it/project/programme/production ) {_TO}"),
    Slot("( call/rename/retitle/title/name ) the/this/our? ( @scene/video/it/project/programme/production )"),
    Slot(f"( @scene/video/project/programme/production/it ) {_BE} be ( call/titled/named/headed )"),
    Slot("the? ( @scene/video/project/programme/production ) is call"),
    Slot(f"{_SET}? {_ROLE} ( {_TO} | {_IS} | is now? )"),
    Slot(f"{_SET}? {_NAME} ( {_TO} | {_IS} | is now? )"),
    Slot(f"@line ,? {_IS}", long=True, most=60),
    Slot(f"{_SET} @line {_TO}", long=True, most=60),
    Slot("@line ( should/must/can/could )? go :", long=True, most=60),
    Slot("( swap/replace/change/exchange ) @line ( for/with/by ) :", long=True, most=60),
    Slot("@line to", named=True, long=True, most=60),
    Slot("( speak/read/talk ) the? . as", heard=True),
    Slot("the? words . .? ( must/should/shall/has/needs to? ) ( become/be/read/change to? )+"),
    Slot("where it say . .? .? ,? it? should? ( say/read/be/put/write/show )+"),
    Slot("( instead of | in put of | rather than ) ( the words? )? . .? .? ,? ( say/use/write/put/show )"),
    Slot("pronounce ( the name/word )? . .? ( as/like/love/: )"),
    Slot("( is/gets/are | should be | must be | has to be | needs to be ) ( pronounce/spoken ) ( as/like/love/: )?"),
    Slot("( put/write/want/print )", named=True, placed=True, only=True, most=10),
    Slot(
        "( with/and ) the/a? heading",
        named=True,
        most=8,
        stops=frozenset("that which where say saying read with : , and".split()),
    ),
    Slot("( the/this/our )? ( video/project/programme/production ) title ( is | should be )"),
    Slot("endcard words :"),
    Slot("( put/add/write/show/use/give ) the/a? ( heading/subtitle/cta )", named=True, placed=True),
    Slot("( give ) @scene the/a? ( heading/title/subtitle ) :?", named=True),
    Slot("@scene ( get/gets/has/have/needs/need/receives ) the/a? ( heading/title/subtitle ) :?", named=True),
    Slot("( her/his/avatar ) name", named=True, joined=True),
    Slot("( new/another/extra/one/more/add/a )+ line ( in/for/to/on ) @scene ,?", named=True, long=True, most=40),
    Slot("( insert/add/put/say ) the? ( words/line )", named=True, long=True, placed=True, most=60),
    Slot("@scene ( into/to/as )", named=True, joined=True),
    Slot("( in/at/on )? @scene ,? ( she/he/her/avatar )? should? also? say that?", long=True, most=60),
    Slot("( is/gets ) say ( as/like/love/: )?", heard=True, stops=frozenset(("not", "instead", "rather"))),
    Slot("( , | and ) . ( like/love )", heard=True),
    Slot("( heading/subtitle/cta )", named=True, joined=True),
    Slot("( say/mention/add ) ( in/at/on )* the? @scene ( that | : )", long=True, most=60),
    Slot("( start/finish/end/begin/close/open ) with the? ( words/line ) :?", named=True, long=True, most=60),
    Slot("( under/below ) ( her/his/the )? name ,? it? should? ( say/read/be/put/write/show )+"),
    Slot("( replace/swap/substitute ) the? words? . .? .? .? .? .? .? ( with/by )", most=30, swapped=True, placed=True),
    Slot("it should rather? ( be/say/read )", named=True, told=True),
    Slot("( end/finish/close ) ( it/video )? with", named=True),
    Slot("( let/have/make ) @line ( be/say/read )", long=True, most=60),
    Slot("( she/he/avatar ) should also? say that?", named=True, long=True, placed=True, most=60),
    Slot("@scene ( also/additionally/plus ) :", long=True, most=60),
    Slot("to pronounce ( as/like/love )?"),
    Slot("( her/his/the )? name ( should/must/is ) be? ( spelled/spelt/written )", named=True),
    Slot("make @line", named=True, long=True, most=60),
    Slot("( in/on/at ) @scene ,? ( write/put/print )", named=True),
    Slot("with ( the/this/these )? words :?", named=True, long=True, most=60),
    Slot("( start/finish/end/begin/close/open ) @scene with ( the? words/line? )? :?", long=True, most=60),
    Slot("( start/finish/end/begin/close/open ) @scene with the? ( words/line ) :?", long=True, most=60),
    Slot(
        "( a/new/another/the/extra/short/quick )+ scene ( call/titled/named/headed | with the heading )",
        most=8,
        stops=frozenset("between after before that which where say saying read with : in at , and".split()),
    ),
    Slot("( she/he/avatar ) is call"),
    Slot(
        "( have/let/make/get/want ) ( her/him/she/he/avatar/maya/daniel ) to? also? say that?",
        long=True,
        placed=True,
        most=60,
    ),
    Slot(
        "( new/another/better )? name ( for/of ) ( the/this/our )? ( video/project/programme/production ) ( : | "
        "is | should be )"
    ),
    Slot("( the/this/our )? ( video/project/programme/production ) should be ( named/call/titled )"),
    Slot("say ( the name/word )? . ( like/love )"),
)
"""The first that fits at the earliest place counts."""
_ADDITION = Slot("", long=True, placed=True, most=80)
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
                                                   and tokens[place + 1].norm in FIRM | {"the", "say"}):  # fmt: skip
            return None
        elif norm in _SAYING and place > at and thing:
            first = place + 1
            while first < len(tokens) and tokens[first].norm in (":", "that", "say"):
                first += 1
            return first if first < len(tokens) else None
    return None


_SHORT = Slot("", most=16)
_BEFORE_TEXT = WEIGHTLESS | frozenset(
    """another write put show say read call change set make give have let should must be to on at in of for as with
    namely new another rename name
    role job title heading subtitle update card end endcard video now instead want need words line sentence under
    below print
    @scene @last @line like""".split()
)


def capital_slot(context: Context, tokens: Sequence[Token], at: int) -> tuple[Slot, int] | None:
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


def slot_at(tokens: Sequence[Token], at: int, *, joined: bool = False) -> tuple[Slot, int] | None:
    """The slot that opens at a token, and where its text begins; the longest opener counts."""
    best: tuple[Slot, int] | None = None
    first = _addition_at(tokens, at)
    if first is not None and tokens[first].norm != "@quote":
        best = _ADDITION, first
    for slot in SLOTS:
        match = find(slot.opener, tokens, at=at)
        if slot.told and not {"heading", "subtitle", "title", "cta", "name", "role"} & {t.norm for t in tokens[:at]}:
            continue
        if slot.joined and not joined and (not at or tokens[at - 1].norm not in JOINTS | {"the", "our", "a"}):
            continue
        if match is not None and match.range(0)[1] < len(tokens) and (best is None or match.range(0)[1] > best[1]):
            best = slot, match.range(0)[1]
    return best
