"""Rules of one scene: how long it stays, how it is arranged, what to do where it is too long."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_scenes import SCENE, meant
from tools.patches import (
    SetHold,
    SetLayout,
    SetTransition,
)

BOOK = Rulebook()

_HOLD = "( hold/leave/keep/show/let/have/want/make/freeze/put )"


@BOOK.rule(
    f"""
    {_HOLD} ( s=( @scene | it | endcard | title | last picture/image/frame/view ) ) (
        stay/stand/be/linger/remain/show/up/on/screen/for/at/least/there/last/visible )* d=@dur (
        m=longer/more )? ( on screen | at end | after last word/words | after ( she/he/avatar/they ) ( be )? (
        stop/done/finished/finish/silent ) ( talk )? | after )* ;
    ( add/put/insert ) d=@dur ( m=pause/silence/break/split/hold/more/longer )* ( ( after/in/at/to/of/end )+ s=(
        @scene | endcard | title ) ) ;
    ( add/put/insert )? ( a )? ( m=pause/silence/break/split ) ( of/for )* d=@dur ( ( after/in/at/to/of/end )+ s=(
        @scene | endcard | title ) ) ;
    s=( @scene | endcard | title ) ( should/must/could/needs/need )+ ( to )? (
        stay/stand/be/linger/last/remain/on/screen/up/show/for/hold | at least )+ ( for )? d=@dur (
        m=longer/more )? ( on screen )? ;
    pause ( for )? d=@dur ( after | at end of )+ s=( @scene | endcard | title ) ;
    ( hold/stay/wait/linger ) ( on )? s=( @scene | endcard | title ) ( for )? d=@dur ( m=longer )? ;
    ( let ) s=( @scene | endcard | title ) ( linger/stay/hold )+ ( for )? d=@dur ( m=longer )? ;
    make s=( endcard ) d=@dur m=longer/long? ;
    s=( endcard ) d=@dur m=longer? ;
    wait d=@dur after s=( @scene | endcard | title ) ;
    d=@dur ( m=pause/silence/break/split ) ( after/in/at/on/for/to )* s=( @scene | endcard | title ) ;
    pause ( for )? d=@dur ( in/at/on )* s=( @scene | endcard | title )
    """
)
def _hold(c: Context, f: Found) -> Reading | None:
    named = f.word("s")
    if named in ("endcard", "title"):
        kind = "end_card" if named == "endcard" else "title"
        scene = next((scene for scene in c.scenes if scene.layout == kind), None)
        scenes = Scenes((scene.id,)) if scene else Scenes(problem=f"There is no {named}; which scene do you mean?")
    elif named.startswith("last "):
        scenes = Scenes((c.scenes[-1].id,))
    elif named == "it" and ({"make", "want", "have"} & {t.norm for t in f.tokens()} or not c.focus):
        return None
    else:
        scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    seconds = f.value("d")
    if seconds > 60:
        return ask("A scene can stay for up to 60 seconds after its last word; how long should it be?")
    more = f.word("m") in ("longer", "more") or "add" in {t.norm for t in f.tokens()}
    return do(
        *(
            SetHold(
                scene=id_,
                seconds=round(min(60.0, seconds + (getattr(c.scene(id_), "hold_seconds", 0.0) if more else 0.0)), 2),
            )
            for id_ in scenes.ids
        ),
        focus=scenes.ids,
    )


@BOOK.rule("""
    ( add/put/insert/make/leave ) ( abit of )? ( short/little/small/longer )? ( pause/breather/break/silence
        ) ( after/before | at end of )+ s=( @scene | endcard ) ;
    ( hold/leave/keep/show/let/make ) s=( endcard | title | @scene ) (
        stay/stand/be/linger/on/screen/up/show )* ( abit/much )? longer ( on/screen/abit/much )* ;
    s=( @scene | endcard | title ) ( disappears/goes/vanishes/is/flies ) ( off/by/past/on/screen )* too (
        fast/faster/soon/quick/short ) ;
    ( let ) s=( @scene | endcard ) ( linger/breathe ) ;
    s=endcard ( is )? too ( short/fast/faster ) ;
    s=( endcard ) ( should/must )? ( be )? longer
    """)
def _hold_how_long(c: Context, f: Found) -> Reading | None:
    value = f.value("s")
    if isinstance(value, Scenes) and value.problem:
        return ask(value.problem)
    spoken = isinstance(value, Scenes) and any(getattr(c.scene(id_), "lines", ()) for id_ in value.ids)
    words = {t.norm for t in f.tokens()}
    if spoken and "make" in words:
        return None
    name = (
        f"scene {c.number(value.ids[0])}"
        if isinstance(value, Scenes)
        else "the end card"
        if f.word("s") == "endcard"
        else "the title scene"
    )
    return ask(f"How many seconds should {name} stay?", *(f"Hold {name} for {n} seconds" for n in (2, 3, 5)))


@BOOK.rule("""
    cut ( straight/directly/right/hard/just )* ( to/into ) s=@scene
    """)
def _cut_to(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return do(*(SetTransition(scene=id_, transition="cut") for id_ in scenes.ids), focus=scenes.ids)


_LAYOUTS = {"title": "title", "presenter": "presenter", "avatar": "presenter", "endcard": "end_card", "cta": "end_card"}
_LAYOUTS |= {"her": "presenter", "him": "presenter", "maya": "presenter", "daniel": "presenter"}
_LAYOUTS |= {"heading": "title", "words": "title"}


@BOOK.rule(f"""
    ( make/turn/change/set ) ( {SCENE} ) ( into/to/as/be )* ( l=( title/avatar/endcard ) ) (
        scene/page/screen/layout/card/instead/shot )* ;
    ( use/give ) ( {SCENE} )? ( l=( title/avatar/endcard ) ) ( layout ) ( ( for/in/to )+ s2=@scene )? ;
    ( make/turn/change/set ) ( {SCENE} ) ( into/to/as/be )* ( full screen | whole screen | big | plain | simple )? (
        l=title ) ( scene/page/screen/layout/card )? ;
    ( make ) ( l=title ) ( scene/page/screen/layout/card )? ( out )? ( of/from ) ( {SCENE} ) ;
    ( show/have/want/put/bring ) ( l=( avatar/her/him/maya/daniel ) ) ( back )? ( in/on/for/into/to )+ ( {SCENE} ) ;
    s=@scene : ( l=( title/avatar/endcard ) ) ( scene/page/screen/layout/card )? ;
    ( show )? ( only/just )? ( l=( heading/words ) ) o=only? ( in/on/for )+ ( {SCENE} ) ;
    ( {SCENE} ) ( only/just ) l=( heading/words ) ;
    ( {SCENE} ) ( should/must/could )+ ( be )? ( l=( title/avatar/endcard ) ) ( scene/page/screen/layout/card
        )? ;
    ( change/set ) layout ( of/for/in )+ ( {SCENE} ) to ( l=( title/avatar/endcard ) ) ( scene/layout/page )? ;
    ( make/have/let ) ( {SCENE} ) ( with )? ( l=( avatar ) ) ( on screen )?
    """)
def _layout(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f, "s2" if f.has("s2") else "s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    words = {t.norm for t in f.tokens()}
    first, last = f.tokens()[0].start, f.tokens()[-1].end
    if f.word("l") in ("heading", "words") and not re.search(
        r"\b(?:only|just|nothing but|nothing else)\b", c.text[max(0, first - 12) : last + 12].lower()
    ):
        return None
    if f.word("l") == "avatar" and not words & {
        "layout",
        "scene",
        "page",
        "screen",
        "show",
        "have",
        "shot",
        "want",
        "card",
    }:
        return None
    return do(*(SetLayout(scene=id_, layout=_LAYOUTS[f.word("l")]) for id_ in scenes.ids), focus=scenes.ids)  # type: ignore[arg-type]


@BOOK.rule("""
    ( make ) card=@scene ( out )? ( of/from ) s=@scene ;
    s=@scene : card=@scene
    """)
def _title_card_of(c: Context, f: Found) -> Reading | None:
    if f.value("card").kind != "title" or not f.value("s").ids:
        return None
    return do(*(SetLayout(scene=id_, layout="title") for id_ in f.value("s").ids), focus=f.value("s").ids)


@BOOK.rule(f"""
    ( change/another ) layout ( of/for/in )* ( {SCENE} )? ;
    ( {SCENE} ) needs another layout ;
    use? another layout ( for/in )+ ( {SCENE} )
    """)
def _which_layout(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    number = c.number(scenes.ids[0])
    return ask(
        f"How should scene {number} look?",
        f"Make scene {number} a title scene",
        f"Make scene {number} a presenter scene",
        f"Make scene {number} an end card",
    )


@BOOK.rule(f"""
    ( make/change/shorten/lengthen/get/cut/trim/want/tighten/speedup/let )? ( {SCENE} ) ( BE )? (
        down/deg=abit/much/even/too/more )* (
        shorter/long/longer/short/drag/slower/boring/d=@dur/faster/boring/dull/tedious/wordy )* (
        down/on/deg2=abit/much )* ;
    ( shorten/lengthen/trim ) s=@scene ( abit/much | by @dur )* ;
    ( too much | too many ) ( words/line/talk ) in s=@scene ;
    ( less/fewer ) words in s=@scene ;
    make @dur out of s=@scene ;
    cut @dur ( from/off | out of )+ s=@scene ;
    s=@scene ( drag ) ...?
    """)
def _scene_length(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "@scene" not in words or not words & {
        "shorter",
        "long",
        "longer",
        "short",
        "shorten",
        "lengthen",
        "drag",
        "trim",
        "@dur",
        "words",
        "boring",
        "dull",
        "slower",
        "tedious",
        "wordy",
        "faster",
        "speedup",
    }:
        return None
    scenes = next((v for v in f.values(0) if isinstance(v, Scenes)), Scenes())
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    number = c.number(scenes.ids[0])
    scene = c.scene(scenes.ids[0])
    if "too" in words and "short" in words or words & {"longer", "lengthen"}:
        return ask(
            f"What should be said in scene {number} as well?",
            f"Hold scene {number} for 2 seconds",
            f"Hold scene {number} for 4 seconds",
        )
    if scene is None or not scene.lines:
        return ask(
            f"Nothing is said in scene {number}; how long should it stay?",
            f"Hold scene {number} for 2 seconds",
            f"Delete scene {number}",
        )
    options = [f"Make line {n} of scene {number} shorter" for n in range(1, len(scene.lines) + 1)][:2]
    last = [f"Delete line {len(scene.lines)} of scene {number}"] if len(scene.lines) > 1 else []
    return ask(
        f"A scene lasts as long as what is said in it; what should change in scene {number}?",
        *options,
        *last,
        "Make the voice faster",
    )
