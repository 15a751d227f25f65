"""Rules of beginnings: another video, another variation, a brand learned or used, help."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rules_commands import BOOK, command
from tools.language.notes.rules_words import raw
from tools.patches import SetBrand, SetSeed

COMMANDS = BOOK
"""All commands, these among them."""

_ABOUT = (
    "( ( about/for/on/of/introducing/promoting/advertising/explaining/announcing/where/to/that/showing/launching "
    ") ... )"
)


@BOOK.rule(
    f"""
    ( make/create/do/produce/want/need/start/build/give/have/get/lets/shoot/film )+ ( me/us )? (
        another/new/second/one/next/separate/fresh/completely/brand )* ( . )? ( . )? (
        video/one/project/story ) ( . )? {_ABOUT} ;
    ( make/create/do/produce/want/need/start/build/have )+ ( another/new/next/second/fresh )+ (
        video/project ) ( from scratch )? ;
    ( another/next/new )+ video {_ABOUT} ;
    start ( over | from scratch | again | afresh ) ;
    ( make/do/create ) one {_ABOUT} ;
    ( same | similar one ) for ... ;
    ( make/create/do/build ) . . . video {_ABOUT} ;
    @dur video {_ABOUT} ;
    ( want/need | like to )? ( announce/promote/advertise/introduce/launch/explain ) ( our/my ) ... ;
    new ( video/project/production )
    """
)
def _new_production(c: Context, f: Found) -> Reading | None:
    words = [t.norm for t in f.tokens()]
    if c.board is not None:
        if "scene" in words or "@scene" in words or "line" in words or "@line" in words:
            return None
        fresh = {"another", "new", "next", "second", "one", "separate", "fresh", "scratch", "over"} & set(words)
        if (
            not fresh
            and words[0] not in ("create", "same", "similar", "start")
            and "about" not in words
            and "promoting" not in words
        ):
            return None
        if words[:2] == ["make", "it"] or words[:1] == ["it"]:
            return None
        if (
            "for" in words
            and set(words) & {"vertical", "square", "landscape"}
            and "about" not in words
            and "new" not in words
        ):
            return None
    return command("new_production", value=c.text.strip()[:2000])


@BOOK.rule("""
    learn ( from )? ( our/brand/company/this )* ( website/brand/page )? ( at/:/from/is/on/, )* u=@url (
        website/first )? ;
    ( our/my )? ( website/brand/page/company ) ( is )? ( at/:/here )* u=@url ;
    ( get/take/pull/read/use/fetch/grab/import/extract/visit/add ) (
        our/the/brand/colour/logo/everything/look/style/and/typeface/it )* ( from/at/on ) ( our/website/page
        )* ( :/at )? u=@url ;
    please? (
        use up | pick up | lift | borrow | copy | adopt | apply | analyse | analyze | scan | check | find | match
        ) (
        our/my/the/brand/colour/logo/everything/look/style/and/typeface/it )+ ( from/at/on/of ) ( our/website/page
        )* ( :/at )? u=@url ;
    ( here is )? ( our )? website ( : )? u=@url ;
    u=@url ( is )? ( our/my )? website ;
    learn ( our/brand/website/about/us )* u=@url ;
    ( go/visit ) ( to )? u=@url ( and learn ...? )? ;
    use ( our )? website u=@url ;
    learn who we are ( from/at )? u=@url ;
    u=@url ;
    ( learn ) ( our )? brand from u=@url ;
    import brand from u=@url ;
    we are u=@url ;
    brand ( website )? ( is )? ( : )? u=@url
    """)
def _learn_brand(c: Context, f: Found) -> Reading | None:
    address = str(f.value("u"))
    if "@" in address:
        return None
    if len(f.tokens()) == 1 and c.board is not None:
        return ask(
            f"What should I do with {address}?", f"Learn our website {address}", f"Put {address} on the end card"
        )
    return command("learn_brand", value=address)


@BOOK.rule("""
    learn ( our/my/the )? ( website/brand/company )
    """)
def _learn_what(c: Context, f: Found) -> Reading | None:
    return ask("Which website is it? Send its address.")


@BOOK.rule("""
    ( use/apply/switch/take/with/load/change/make )+ ( it/this/video )? ( to/for/in/with )* ( b=( .? . ) )
        brand ( colours/instead/please/kit )? ;
    use brand ( of/called/: )? ( b=( .? . ) ) ;
    ( this/it/video ) is for ( b=( .? . ) ) ( brand )? ;
    ( make/do ) ( it/this ) for ( b=( .? . ) ) ;
    ( switch/change ) brand to ( b=( .? . ) ) ;
    ( use/take ) b=( .? . ) ( as brand )? ;
    make it b=( . ) branded ;
    b=( . ) brand
    """)
def _use_brand(c: Context, f: Found) -> Reading | None:
    asked = re.sub(r"^(?:the|our|my|a)\s+", "", raw(c, f, "b"), flags=re.IGNORECASE).removesuffix(" brand")
    words = [t.norm for t in f.tokens()]
    name = next((brand for brand in c.situation.brands if brand.lower() == asked.lower().removesuffix("'s")), "")
    if name:
        return command("use_brand", value=name)
    if (
        "brand" in words
        and asked
        and not any(t.norm in ("@colour", "colour", "all", "typeface", "another", "no", "logo") for t in f.tokens("b"))
    ):
        there = c.situation.brands
        return ask(
            f'There is no brand "{asked}"; which one do you mean?'
            if there
            else f'There is no brand "{asked}" yet; what is its website?',
            *(f"Use the {b} brand" for b in there[:4]),
        )
    return None


@BOOK.rule("""
    ( give/show/make/try/want/do/have/see/get/use/need )* ( me/us )? ( another | a | some | me )? variation
        ( of/it/video/this/please )* ;
    ( shuffle/surprise/reroll/randomise/randomize ) ( it/me/again/everything )* ;
    ( make/try/do ) ( it )? another ( way ) ;
    ( try ) again ;
    ( something ) another ;
    ( do/make ) it again another ;
    roll dice ( again )? ;
    ( give ) ( me )? another ( look/one/option/design ) ;
    another seed ;
    re roll ( it/that/please )* ;
    ( same thing/again )? ,? another random? variation ;
    ( try/give/make/show/want )* ( me/us )? another? ( fresh/random/new )* variation ( of/for )* ( everything/all/it
    )* ...? chance ;
    mix it up ;
    ( make ) ( it )? look another
    """)
def _variation(c: Context, f: Found) -> Reading | None:
    if c.board is None:
        return None
    return do(SetSeed(seed=(c.board.seed * 31 + 17) % (2**31 - 1)))


@BOOK.rule("""
    help ( me )? ;
    ( i )? need help ;
    what now ;
    ( how does this work | how do i use this | how does it work ) ;
    ( what can i say | what do i do | what should i do ) ;
    i am lost ;
    instructions
    """)
def _help_(c: Context, f: Found) -> Reading | None:
    return command("help")


@BOOK.rule(
    """
    ( remove/no/drop/stop/forget ) ( use/about )? brand ( ( from/in/of )+ ( it/video ) )? ;
    dont use/want/need brand ;
    MAKE ( it | video ) ( no brand | unbranded | neutral ) ;
    ( make it )? unbranded
    """
)
def _no_brand(c: Context, f: Found) -> Reading | None:
    return do(SetBrand(brand=None)) if c.board is not None else None
