"""Rules of the look: light or dark, colours, typefaces."""

from __future__ import annotations

from tools.language.notes.catalogues import words_of
from tools.language.notes.colouring import adjusted, current, hue_name
from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.mending import distance
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook, degree
from tools.language.notes.rules_picture import IN, backgrounds
from tools.patches import (
    SetColour,
    SetDark,
    SetTypeface,
)

BOOK = Rulebook()

# light and dark, colours


@BOOK.rule(
    """
    MAKE? ( IT | background )? ( BE )? ( use/want/to/in/into )* ( dark/black/night ) (
        mode/theme/background/look/design/style/version )? ;
    MAKE? ( IT | background ) BE? ( use/to/in/into )* dark ;
    ( dark ) ( mode/theme/background/look/design/style ) ;
    ( light/white ) ( words/letters/writing/type/script ) on ( dark/black )+ ( background/ground/base )? ( , more . )? ;
    ( dark/black ) ( background/ground/base ) ( , | and | with )* ( light/white/bright ) (
        words/letters/writing/script ) (
        , more . )? ;
    MAKE? ( IT | background )? ( BE )? ( deg=abit/much/more )* darker ( background/theme/look/overall )? ;
    MAKE? background darker ;
    ( switch/go/turn ) ( to/it )* dark ( mode )? ;
    MAKE? darker background
    """
)
def _dark(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if not words & {"dark", "darker", "black", "night"}:
        return None
    if "black" in words and not words & {"background", "ground", "base"}:
        return None
    return do(SetDark(dark=True))


@BOOK.rule(
    """
    MAKE? ( IT | background )? ( BE )? ( use/want/to/in/into )* ( light/white/bright/lighter/brighter ) (
        mode/theme/background/look/design/style/version/overall )? ;
    ( light/bright ) ( mode/theme/background/look/design/style ) ;
    ( dark/black ) ( words/letters/writing/type/script ) on ( light/white/bright )+ ( background/ground/base )? (
        , more . )? ;
    ( light/white/bright ) ( background/ground/base ) ( , | and | with )* ( dark/black ) (
        words/letters/writing/script ) ( , more . )? ;
    ( switch/go/turn ) ( to/it )* light ( mode )? ;
    MAKE? ( IT | background ) BE? ( deg=abit/much/more )* lighter/brighter ;
    no dark mode/theme/background ;
    ( it/background ) is ( deg=abit/much/very )? too dark ;
    MAKE? lighter/brighter background
    """
)
def _light(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if any("colo" in str(t.value) or "vi" in str(t.value) for t in f.tokens() if t.norm == "brighter"):
        return None  # more colourful or vivid is no matter of light and dark
    if not words & {
        "background",
        "mode",
        "theme",
        "look",
        "it",
        "this",
        "video",
        "everything",
        "design",
        "style",
        "words",
        "letters",
        "writing",
        "overall",
    }:
        return None
    return do(SetDark(dark=False))


@BOOK.rule("""
    ( choose/pick/use )? light or dark ( as it fits | automatically )+ ;
    ( let ) ( light and dark ) ( be )? automatic
    """)
def _either(c: Context, f: Found) -> Reading | None:
    return do(SetDark(dark=None))


_ROLE = "( r=( primary/main/secondary/second/accent/highlight/brand/base/leading/dominant/first ) )"
_ROLES = {"secondary": "secondary", "second": "secondary", "accent": "accent", "highlight": "accent"}


def _role(f: Found) -> str:
    return _ROLES.get(f.word("r"), "primary")


@BOOK.rule(
    f"""
    ( change/switch/set/make/turn/replace/use/want/put/recolour/recolor/paint/have ) {_ROLE}? colour ( BE )?
        ( to/into/with/for/by/as/: )* k=@colour ;
    ( use/try/want/set/make/add/have )? k=@colour ( as/for ) {_ROLE}? colour ;
    {_ROLE} colour BE? ( to/: )? k=@colour ;
    colour BE? ( to/: )? k=@colour ;
    MAKE? ( IT | everything | look | design | brand ) ( all )? ( BE )? ( in/to/with/into )* k=@colour (
        colour/tones )? ( instead )? ;
    ( use/try/want/add/go/prefer/have )? ( with )? k=@colour ( instead )? ( of @colour )? ( colour )? ;
    ( same ) ( thing/again/video )? ( but )? in k=@colour ;
    ( replace/swap/change/switch/turn ) ( @colour ) ( colour )? ( with/for/by/to/into )+ k=@colour ;
    ( use/make/set ) {_ROLE} ( to/: )? k=@colour ;
    {_ROLE} ( should/must ) be k=@colour ;
    ( make ) @colour k=@colour ;
    ( colour ) ( it ) k=@colour ;
    MAKE {_ROLE} ( colour ) to? k=@colour ;
    ( in/with/and ) k=@colour ;
    want ( to be )? k=@colour ;
    k=@colour {_ROLE} colour ;
    ( use ) k=@colour {_ROLE} colour ;
    paint ( IT )? k=@colour
    """
)
def _colour(c: Context, f: Found) -> Reading | None:
    return do(SetColour(role=_role(f), colour=f.value("k")))  # type: ignore[arg-type]


@BOOK.rule(
    f"""
    ( change/make/set/turn/use )? background ( colour )? ( {IN} ) ( BE )? ( to/into/in )* k=@colour ;
    ( use/want/have/put )? k=@colour background ;
    MAKE? ( k=@colour ) background ( {IN} ) ;
    ( change/make/set ) background of s=@scene to k=@colour ;
    make s=@scene k=@colour
    """
)
def _coloured_background(c: Context, f: Found) -> Reading | None:
    name = hue_name(f.value("k"))
    if name in ("white", "black") and not f.has("s"):
        return do(SetDark(dark=name == "black"))
    return ask(
        f"Backgrounds take their colours from the look; shall the main colour become {name}?",
        f"Make the main colour {name}",
        *backgrounds(c)[:3],
    )


_HOW = "how=darker/lighter/brighter/duller/warmer/cooler/dark/light"


@BOOK.rule(
    f"""
    MAKE? ( {_ROLE}? colour | that? @colour | it ) ( BE )? ( deg=abit/much/even/more )* {_HOW} (
        deg2=abit/much )? ;
    MAKE? ( deg=abit/much )? {_HOW} {_ROLE}? colour ;
    ( darken/lighten/brighten ) ( {_ROLE}? colour | @colour ) ( deg=abit/much )? ;
    ( tone/turn ) down ( {_ROLE}? colour | @colour ) ( deg=abit/much )? ;
    MAKE ( that )? @colour ( deg=abit/much )? {_HOW} ;
    ( {_ROLE}? colour | that? @colour ) ( is/look ) ( deg=abit/much/way/very )? too how=(
        dark/light/bright/loud/garish/strong/pale/dull/cold/warm/harsh/intense/vivid/flashy/brighter ) ;
    ( deg=abit/much ) {_HOW} @colour
    """
)
def _adjusted_colour(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    how = f.word("how")
    if "too" in words and "is" in words | {"is"} and how:
        how = {
            "dark": "lighter",
            "light": "darker",
            "bright": "duller",
            "brighter": "duller",
            "pale": "brighter",
            "dull": "brighter",
            "cold": "warmer",
            "warm": "cooler",
        }.get(how, "duller")
    if not how:
        how = (
            "darker"
            if "darken" in words
            else "lighter"
            if "lighten" in words
            else "brighter"
            if "brighten" in words
            else "duller"
        )
    if how in ("dark", "light"):
        return None
    if "it" in words and not (c.situation.last and c.situation.last[-1].op == "set_colour"):
        return None
    role = _role(f)
    named = next((t.value for t in f.tokens() if t.norm == "@colour"), None)
    if named:
        role = next((r for r in ("primary", "secondary", "accent") if hue_name(current(c, r)) == hue_name(named)), role)
    return do(SetColour(role=role, colour=adjusted(current(c, role), how, degree(f) or degree(f, "deg2"))))  # type: ignore[arg-type]


@BOOK.rule(f"""
    ( change/replace/swap/switch/hate ) {_ROLE}? colour ;
    ( another/new/better/nicer ) {_ROLE}? colour ;
    i? hate ( that/this )? ( @colour | colour ) ;
    ( no/lose/remove/not ) @colour ;
    colour ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? (
        wrong/bad/awful/boring/ugly/meh/off/dull/terrible/horrible/weird ) ;
    i? am? unsure about colour ;
    @colour ( is/look ) ( deg=abit/much/very/so/quite )? ( wrong/bad/awful/boring/ugly/horrible/terrible ) ;
    colour ( does not | dont ) ( work/fit/suit/match ) ...? ;
    use? another colour ;
    MAKE another colour ;
    remove @colour ;
    that? @colour ( must/should/has/have/needs/can ) ( to )? ( go | be remove | disappear | off ) ;
    dont use @colour ;
    dont want/like/use/need ( that )? @colour ;
    too ( much ) @colour
    """)
def _which_colour(c: Context, f: Found) -> Reading | None:
    return ask(
        "Which colour would you like instead?",
        "Make the main colour blue",
        "Make the main colour green",
        "Make the main colour a bit darker",
    )


@BOOK.rule(f"""
    ( reset/choose/pick/let ) ( {_ROLE} )? colour ( for me | automatically | be automatic | you )* ;
    ( use/choose ) default ( {_ROLE} )? colour ;
    ( remove/forget/reset/drop ) {_ROLE} colour
    """)
def _own_colour(c: Context, f: Found) -> Reading | None:
    return do(SetColour(role=_role(f), colour=None))  # type: ignore[arg-type]


@BOOK.rule("""
    ( use/in/with/want/take )+ brand ( k=@colour )? ;
    ( use ) brand colour ;
    MAKE ( IT | colour ) brand ( k=@colour | colour ) ;
    ( use ) ( k=@colour ) of brand
    """)
def _brand_colour(c: Context, f: Found) -> Reading | None:
    if f.has("k"):
        roles = [r for r in ("primary", "secondary", "accent") if c.board and getattr(c.board.look, r)]
        own = [current(c, r) for r in roles]
        near = next((one for one in own if hue_name(one) == hue_name(f.value("k"))), "")
        if near and near != own[0]:
            return do(SetColour(role="primary", colour=near))
    return ask("Which colour of the brand do you mean; can you name it or give its code, such as #1b2a5e?")


# type


@BOOK.rule(
    """
    ( change/switch/set/make/use/replace/swap/put ) ( r=heading/body/words/subtitle/title )? typeface (
        for/of/in r2=heading/body/words/title )? ( to/into/with/for/by/: )* f=( .? .? . ) ;
    ( use/try/want/set/have )? f=( .? .? . ) ( as | for | in ) ( r=heading/body/words/title )? ( and
        everything/words )? ( typeface | words )? ;
    ( use/try/want/have )? f=( .? .? . ) typeface ( for/in r=heading/body/words/title )? ;
    set? ( r=heading/body/words/title ) in f=( .? .? . ) ;
    ( r=heading/body/words/title ) ( typeface )? ( should/must ) be ( in )? f=( .? .? . ) ;
    ( use/try/want ) f=( .? .? . ) ;
    typeface : f=( .? .? . ) ;
    ( use/try/want/set )? f=( .? .? . ) ( typeface )? all ;
    ( r=heading/body/words )? typeface ( should/must ) be f=( .? .? . ) ;
    ( write/show ) ( r=heading/body/words/title ) in f=( .? .? . ) ;
    ( put/set/make ) ( r=heading/body/words/title ) ( in/into/to ) f=( .? .? . )
    """
)
def _typeface(c: Context, f: Found) -> Reading | None:
    asked = " ".join(words_of(f.tokens("f"))).strip()
    whole = {t.norm for t in f.tokens()}
    family = _family(c, asked)
    if not family:
        if "typeface" not in whole:
            return None
        if asked in ("another", "different", "new", "it", "something"):
            return _which_typeface(c, f)
        names = ", ".join(c.situation.families) or "none"
        quoted = " ".join(c.text[t.start : t.end] for t in f.tokens("f"))
        return ask(f'There is no typeface "{quoted}"; there are {names}. Which one?', *_typefaces(c))
    words = f"{f.word('r')} {f.word('r2')}".split()
    both = "everything" in whole
    if {"body", "words"} & set(words) and "heading" not in words:
        return do(SetTypeface(role="body", family=family))
    if {"heading", "title", "subtitle"} & set(words) and not both:
        return do(SetTypeface(role="heading", family=family))
    return do(SetTypeface(role="heading", family=family), SetTypeface(role="body", family=family))


def _family(c: Context, asked: str) -> str:
    for family in c.situation.families:
        low = family.lower()
        if asked in (low, low.replace(" ", "")) or (len(asked) > 4 and distance(asked, low, 2) <= 2):
            return family
    near = [family for family in c.situation.families if len(asked) > 4 and family.lower().startswith(asked)]
    if asked in ("serif", "serifs") or (asked and "serif" in asked.split() and "sans" not in asked):
        near = [family for family in c.situation.families if "serif" in family.lower()]
    return near[0] if len(near) == 1 else ""


def _typefaces(c: Context) -> tuple[str, ...]:
    return tuple(f"Use {family} for the headings" for family in c.situation.families)[:4]


@BOOK.rule("""
    ( change/replace/swap/switch/hate ) ( heading )? typeface ;
    i hate typeface ;
    ( use/want/try/need )? ( another/new/better/nicer ) ( heading )? typeface ;
    i? am? unsure about typeface ;
    typeface ( is/look/feel ) ( deg=abit/much/very/so/quite/too )? (
        wrong/bad/awful/boring/ugly/meh/off/dull/terrible/old ) ;
    MAKE typeface ( more )? ( modern/nicer/better/elegant/playful/serious ) ;
    typeface ( does not | dont ) ( work/fit/suit/match ) ...? ;
    ( more ) ( modern/elegant/playful/serious ) typeface
    """)
def _which_typeface(c: Context, f: Found) -> Reading | None:
    return ask("Which typeface would you like?", *_typefaces(c))


@BOOK.rule("""
    ( reset ) typeface ;
    use ( default/own/standard/usual ) typeface
    """)
def _own_typeface(c: Context, f: Found) -> Reading | None:
    return do(SetTypeface(role="heading", family=""), SetTypeface(role="body", family=""))
