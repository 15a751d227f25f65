"""Rules of the end card and the name strap."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_words import READS, TO, raw
from tools.patches import (
    SetEndCard,
    SetPresenter,
)

BOOK = Rulebook()

# the end card and the strap


@BOOK.rule(f"""
    ( change/set/make/replace/put/use/rewrite/update ) cta ( on/of/in/at endcard/@scene/@last )* {TO} t=...
        ;
    cta ( on/of/in endcard/@scene )* @last? {READS} t=... ;
    cta : t=... ;
    ( use/put/have/want/add/show/write/print ) t=@quote ( as/on/in )+ cta ( on endcard )? ;
    endcard words : t=@quote ;
    ( add/put ) cta ( :/that/saying/say/read/of/which )* t=... ;
    ( ask/tell ) ( people/them/viewers/everyone ) to t=... ( ( on/at )+ endcard/@last/@scene ) ;
    ( make/set/change ) cta t=@quote ;
    ( end/finish/close ) ( it/video )? with cta? t=@quote ;
    ( end/finish/close ) ( it/video )? with cta t=... ;
    button should? say t=... ;
    want cta ( to )? ( be/say/read )+ t=... ;
    cta t=@quote
    """)
def _call(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    return do(SetEndCard(call_to_action=text)) if text and len(text) <= 120 else _long(text)


@BOOK.rule(f"""
    ( change/set/make/replace/put/use/update ) address ( on/of/in/at endcard/@scene/@last )* {TO} t=... ;
    address ( on/of/in endcard/@scene )* {READS} t=... ;
    address : t=... ;
    ( put/add/show/use/write/have/include ) t=@url ( as address )? ( ( on/at/to/in )+ endcard/@last/@scene
        )? ;
    ( put/add/show/use/write ) t=@url @last ;
    ( put/add/show/use ) address t=@url ( ( on/at/to/in )+ endcard/@last/@scene )? ;
    ( address/website ) ( has/is )* ( change/changed/moved/now ) ( to )? t=@url ;
    ( address/website ) ( @last | ( on/of/in/at )+ ( the/our )? ( endcard/@scene/@last ) )* ( {READS} | is )? t=@url ;
    ( make ) ( it | endcard | @scene ) ( point/link/say/show )+ ( to )? t=@url ;
    ( send/point/direct ) ( people/them/viewers ) to t=@url ;
    endcard ( should )? ( show/say/read/have/with )+ t=@url ;
    link to t=@url ;
    ( update/change ) address t=@url ;
    website is ( now )? t=@url ;
    change endcard ( to )? t=@url ;
    replace @url with t=@url
    """)
def _address(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    return do(SetEndCard(address=text)) if text and len(text) <= 120 else _long(text)


@BOOK.rule(f"""
    ( change/set/make/replace/put/use/update ) heading ( on/of/in/at )+ endcard {TO} t=... ;
    heading ( on/of/in )+ endcard {READS} t=... ;
    ( change/set/make ) endcard heading {TO} t=... ;
    endcard heading ( {READS} | : ) t=... ;
    ( put/use/add ) t=@quote as ( heading of endcard | endcard heading | heading on endcard ) ;
    ( change/set ) heading on endcard t=@quote ;
    endcard heading t=...
    """)
def _card_headline(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    return do(SetEndCard(headline=text)) if text and len(text) <= 120 else _long(text)


@BOOK.rule(f"""
    endcard ( should/must/could )? ( say/read/show/: )+ t=... ;
    ( change/set/make ) endcard ( words )? ( {TO} | say/read ) t=... ;
    ( put/write/add/show/have ) t=@quote ( on/in/at/to )+ endcard ;
    ( add/make/put/want/need ) endcard ( with/saying/that/which/: )* ( say/read/words )? : ? t=... ;
    ( on/in ) endcard ( it should )? ( say/write/put/show/read )+ t=... ;
    ( put/write/add/show ) t=... ( on )+ endcard ;
    ( @scene/@last ) ( should/must )? say t=@quote ;
    at end ( say/show/write )+ t=@quote ;
    ( end/finish/close ) ( it/video )? with words? t=@quote ;
    endcard : t=... ;
    endcard ( with )? t=@quote ;
    ( @scene/@last ) : t=... ;
    ( let/have/make ) ( it/video ) ( end/finish/close ) with cta? t=@quote ;
    ( endcard/@scene/@last ) ( should/must )? ( say/ask/invite ) ( people/them/viewers/everyone/customers )? ( to
        )? t=@quote ;
    ( end/finish/close ) ( it/video )? on t=@quote
    """)
def _card(c: Context, f: Found) -> Reading | None:
    tokens = f.tokens("t")
    text = raw(c, f, "t")
    value = next((v for v in f.values(0) if isinstance(v, Scenes)), None)
    if value is not None and (value.problem or getattr(c.scene(value.ids[0]), "layout", "") != "end_card"):
        return None
    if not text or tokens[0].norm in (
        "bigger",
        "smaller",
        "@colour",
        "@dur",
        "longer",
        "shorter",
        "logo",
        "address",
        "cta",
    ):
        return None
    if sum(token.norm == "@quote" for token in tokens) > 1:
        return None
    if tokens[0].norm == "@url" and len(tokens) == 1:
        return do(SetEndCard(address=text))
    urls = [t for t in tokens if t.norm == "@url"]
    if len(urls) == 1 and len(tokens) > 1 and not any(t.norm == "@quote" for t in tokens):
        before = c.text[tokens[0].start : urls[0].start].strip(" ,:;-")
        before = re.sub(r"(?:\s|^)(?:and|at|on|with)$", "", before).strip()
        if {t.norm for t in tokens if t.norm != "@url"} <= {"website", "address", "site", "shop", "now", "new"}:
            return do(SetEndCard(address=str(urls[0].value)))
        if before and urls[0] is tokens[-1] and len(before) <= 120:
            return do(SetEndCard(call_to_action=before, address=str(urls[0].value)))
    if len(text) > 120:
        return _long(text)
    return do(SetEndCard(call_to_action=text))


def _long(text: str) -> Reading | None:
    return ask("The end card has room for 120 letters; what should it say in short?") if text else None


@BOOK.rule("""
    ( change/set/update/rewrite/edit ) ( cta ) ;
    ( add/want/need ) ( better/another )? cta ;
    ( better/another ) cta ;
    hate cta
    """)
def _which_call(c: Context, f: Found) -> Reading | None:
    return ask("What should the call to action say?")


@BOOK.rule("""
    ( change/set/update/rewrite/edit/fix ) endcard ;
    ( add/make/want/need ) ( another/better/new )? endcard ;
    ( change/update/add ) words ( on/of )+ endcard ;
    hate endcard
    """)
def _which_card(c: Context, f: Found) -> Reading | None:
    return ask("What should the end card say?")


@BOOK.rule("""
    ( remove/no/drop/lose | dont show/want/need/use ) p=( address ) p2=@last ;
    ( remove/no/drop/lose/clear | dont show/want/need/use ) p=( cta/address ) ( ( from/on/of )+ endcard )? ;
    ( remove/no ) p=heading ( from/on/of )+ endcard ;
    ( remove/no/drop/lose/clear | dont show/want ) p=( cta/address/website ) ( from/on/of/off )+ ( endcard |
        s=@scene | p2=@last ) ;
    ( leave/keep/get ) p=( cta/address/website/heading ) ( off/out )+ ( of/from )* ( endcard | s=@scene )? ;
    ( use/take ) p=( cta/address/website/heading ) off ( ( from/of )? ( endcard | s=@scene ) )?
    """)
def _less_card(c: Context, f: Found) -> Reading | None:
    part = {"cta": "call_to_action", "address": "address", "website": "address", "heading": "headline"}[f.word("p")]
    scenes = f.value("s") if f.match.groupdict().get("s") else None
    if isinstance(scenes, Scenes):
        if scenes.problem:
            return ask(scenes.problem, *scenes.options)
        if getattr(c.scene(scenes.ids[0]), "layout", "") != "end_card":
            return None
    if part == "headline" and not isinstance(scenes, Scenes) and "endcard" not in {t.norm for t in f.tokens()}:
        return None
    return do(SetEndCard.model_validate({part: ""}))


@BOOK.rule("""
    ( change/update ) address
    """)
def _which_address(c: Context, f: Found) -> Reading | None:
    return ask("Which address should the end card show?")


_AVATARS = "( avatar/her/his/him/she/he/strap )"


@BOOK.rule(
    f"""
    ( change/set/make/put ) ( strap | {_AVATARS} name | name of avatar | name on strap | name ) ( {TO} |
        say/read ) t=... ;
    ( strap | {_AVATARS} name | name of avatar | name on strap ) ( {READS} | is | : ) t=... ;
    ( call/name ) {_AVATARS} t=... ;
    rename {_AVATARS} ( to/as )? t=... ;
    ( her/his )? name is t=... ;
    avatar is call t=... ;
    {_AVATARS} ( is | should be )+ call t=... ;
    ( add/put/show/use ) strap ( with/for/saying/that/: )* ( name/say/read )* t=... ;
    ( put/show/add/write ) ( name )? t=( @quote | . . ) ( on/in/as )+ strap ;
    ( introduce/add/put/show ) ( avatar/her/him ) as t=... ;
    ( in/on )? strap ( it )? ( should/must )? ( say/read/show )+ t=... ;
    strap t=... ;
    ( her/his/avatar ) name t=@quote ;
    name ( should/must/is )+ ( be )? ( spelled/spelt/written/write ) t=@quote ;
    name t=... ;
    ( show/put/add/write ) ( her/his/avatar )? name ( : | as )? t=... ;
    ( her/his ) name? ( in/on strap )? ( is/should/to/must )+ ( be/read/say )? t=... ;
    ( put/show/write/add/have ) t=... ( on/in/as/under )+ ( strap | her name | his name ) ;
    ( put/show/write/add/have ) t=... under ( avatar/her/him ) ;
    ( she/he ) is t=( . . .? .? .? .? .? .? )
    """
)
def _strap(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    if any(t.norm in ("@scene", "@line") for t in f.tokens("t")):
        return None
    if not text or f.tokens("t")[0].norm in ("it", "off", "bigger", "smaller", "@colour", "remove", "not", "wrong"):
        return None
    if (
        f.tokens()[0].norm in ("she", "he")
        and f.tokens()[1].norm == "is"
        and "call" not in {t.norm for t in f.tokens()}
    ) and not re.match(r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w'-]+ [A-Z]", text):
        return None
    if text.islower() and len(text.split()) == 1 and "@quote" not in {t.norm for t in f.tokens()}:
        return None
    named = {t.norm for t in f.tokens()[: len(f.tokens()) - len(f.tokens("t"))]}
    if (
        not named & {"is", "be", "call", "to", ":", "say", "read", "as", "put", "add", "write"}
        and not text[:1].isupper()
    ):
        return None
    if {"role", "job", "position"} & named:
        return do(SetPresenter(role=text[:120]))
    name, role = name_and_role(text)
    if not name and not role:
        return None
    return do(SetPresenter(name=name[:120] or None, role=role[:120] or None))


_TAIL = re.compile(r"[\s,]+(?:now|from now on|these days|please|pls|then|actually|btw)[.!]*$", re.IGNORECASE)
_ROLE = r"(?:(?:his|her|their|the|with)\s+)*(?:role|job title|job|title|position)"


def name_and_role(text: str) -> tuple[str, str]:
    """The name and the role in what a strap is to say; either is empty where it is not told."""
    text = re.sub(r"^(?:(?:spell?ed|spelt|written)\s+)+(?=\S)", "", _TAIL.sub("", text.strip()))
    text = re.sub(r",\s+(?:with|without|by the way|capital|double|two)\b.*$", "", text)
    if both := re.fullmatch(
        r"((?:[\w.'-]+\s*){1,4}?)(?:\s*,|\s+and)\s+(?:she|he)(?:'?s| is)\s+(?:our |the |an? )?(.+)", text, re.IGNORECASE
    ):
        return both[1].strip("\"' ,"), both[2].strip("\"' ,")
    if only := re.fullmatch(rf"{_ROLE}(?:\s+(?:is|should be|should say|to)|:)\s*(.+)", text, re.IGNORECASE):
        return "", only[1].strip("\"' ")
    both = re.fullmatch(
        rf"(.+?)[\s,]+(?:and\s+|with\s+)?{_ROLE}(?:\s+(?:is|should be|to)|:)?\s+(.+)", text, re.IGNORECASE
    )
    both = both or re.fullmatch(r"((?:[\w.'-]+\s*){1,4}?)\s*(?:,|\s[-–—|/]\s|\sas\s)\s*(?:our |the )?(.+)", text)
    if both and len(both[1].split()) <= 4:
        return both[1].strip("\"' ,"), both[2].strip("\"' ,")
    return text.strip("\"' "), ""


@BOOK.rule(f"""
    ( change/set/make/put ) ( ( her/his ) title | {_AVATARS} ( role/job/title/position ) | (
        role/job/position ) ( of/on avatar/strap )? | job title ) ( {TO} | say ) t=... ;
    ( {_AVATARS} ( role/job/title/position )+ | ( her/his ) title | role | job title | position ) ( {READS} | is | : )
        t=... ;
    ( under/below ) ( her/his )? name ,? ( it )? ( should )? ( put/write/show/say/read/be )* t=@quote ;
    ( put/write ) t=@quote under ( her/his )? name ;
    ( her/his )? ( role/job/title/position )+ ( on/in/under/below )+ ( her/his/avatar )? ( name/strap/screen )+ (
        should/must/is )* ( read/say/be/: )+ t=... ;
    ( title/role/job ) on strap ( should )? ( be/say/read/: )+ t=... ;
    ( strap ) ( , | : )? ( role/job/position/title ) ( should/must/is/to )* ( be/say/read/: )+ t=... ;
    ( role/position/job ) t=... ;
    ( . )? ( role/job/title/position )+ ( on/in/under )+ ( screen | her name | his name | avatar ) ( should/must/is )* (
        read/say/be/: )* t=@quote ;
    ( her/his/avatar/maya/daniel ) ( role/job/position/title )+ t=@quote
    """)
def _role(c: Context, f: Found) -> Reading | None:
    text = _TAIL.sub("", raw(c, f, "t"))
    if text.lower().startswith(("is ", "should ", "must ")):
        return None
    if (
        not text[:1].isupper()
        and f.tokens()[0].norm in ("role", "position", "job")
        and len(f.tokens()) - len(f.tokens("t")) == 1
    ):
        return None
    return do(SetPresenter(role=text[:120])) if text else None


@BOOK.rule("""
    ( remove/no/lose/drop ) ( her/his/avatar )? ( role/job/position | job title ) ( ( under/below/in/on/from )+ (
    her/his/avatar
        )? ( name/strap/screen/avatar ) )? ;
    ( dont show/want/need ) ( her/his/avatar )? ( role/job/position | job title ) ;
    ( strap | only name | name only ) ( without | but no ) ( role/job/title/position )
    """)
def _no_role(c: Context, f: Found) -> Reading | None:
    return do(SetPresenter(role=""))


@BOOK.rule("""
    ( captions/words/strap )? ( under/below ) ( her/his/avatar )? name : t=... ;
    captions ( avatar/her/him ) as t=... ;
    ( introduce/show/credit ) ( avatar/her/him ) as t=...
    """)
def _captioned(c: Context, f: Found) -> Reading | None:
    name, role = name_and_role(raw(c, f, "t"))
    return do(SetPresenter(name=name[:120] or None, role=role[:120] or None)) if name or role else None


@BOOK.rule("""
    ( remove/no/lose/drop ) ( strap | avatar name | name ) ;
    ( dont show/want/use/need ) ( strap | avatar name | name ) ;
    ( dont show/want/use/need | remove/no ) ( her/his/avatar )? ( name/strap ) (
        on/in/screen/video/there/under/her/him )* ;
    ( remove/no ) ( her/his/avatar )? ( name/strap ) ( thing/bar/box/words/stuff/on/in/screen/there/under/below/her/his/
        him/avatar )+ ;
    strap off
    """)
def _no_strap(c: Context, f: Found) -> Reading | None:
    return do(SetPresenter(name="", role=""))


@BOOK.rule("""
    ( add/change/set/show/put ) ( strap | avatar name ) ;
    ( change/set ) name of avatar ;
    strap
    """)
def _which_strap(c: Context, f: Found) -> Reading | None:
    return ask("What should the name strap say?")
