"""Rules of scenes: leaving out, moving, swapping, doubling, splitting, joining, locking."""

from __future__ import annotations

import re

from brand_memory.hashed_ngrams import stem
from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do, related
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.patches import (
    DeleteLine,
    DeleteScene,
    DuplicateScene,
    MoveScene,
    SetPart,
    SwapScenes,
)

BOOK = Rulebook()


def meant(c: Context, f: Found, group: str = "s") -> Scenes:
    """The scenes of a group; `it` is what was talked about last; a problem where nothing was."""
    value = f.value(group) if f.has(group) else None
    if isinstance(value, Scenes):
        return value
    focus = next(iter(c.focus), "")
    return Scenes((focus,)) if focus else Scenes(problem="Which scene do you mean?")


def fresh_id(c: Context, base: str) -> str:
    """An id that no scene has."""
    taken = {scene.id for scene in c.scenes}
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"


SCENE = "s=( @scene | it | this | that | them )"


@BOOK.rule(
    f"""
    ( remove/cut ) ( {SCENE} ) ( ( from/out/of/away/completely/entirely/altogether/off/video/it )+ )? ;
    ( {SCENE} ) ( should/must/can/could/needs/need/has/have/ought ) ( to )? ( go | be remove | be off | leave |
        disappear ) ;
    ( dont ) ( want/need/like ) ( {SCENE} ) ;
    ( i )? ( dont ) ( want/need/like ) ( {SCENE} ) ( any/anymore )? ;
    ( want/get/have ) ( {SCENE} ) ( remove/off/out ) ;
    ( no ) s=@scene ;
    ( remove/cut/no ) s=@scene title ( scene/page/screen/card )? ;
    ( {SCENE} ) off ;
    ( {SCENE} ) ( is/are ) ( not needed | unnecessary | redundant | superfluous | pointless | useless | out ) ;
    ( {SCENE} ) can be remove ;
    no need/want for s=@scene ;
    s=@scene ( goes | is off | is out | is gone ) ;
    ( use/take/cut ) s=@scene ( out/off/away )+ ( completely/entirely/altogether )* ;
    ( dont want/have/need/like | would rather not have ) s=@scene ( in there | at all | any | in it )* ;
    jump over s=@scene ;
    ( would )? ( not have/want/need ) s=@scene ( at all )? ;
    ( remove/cut ) ( whole/entire/complete ) s=@scene ;
    s=@scene ( isnt | is not | are not ) ( needed/necessary | want | required ) ;
    remove remove? ( {SCENE} )
    """
)
def _delete(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    words = {t.norm for t in f.tokens()}
    if scenes.problem:
        return ask(scenes.problem if "@scene" in words else "What should be deleted?", *scenes.options)
    if "like" in words:
        return None
    if (line := _bit_of(c, f)) is not None:
        return line
    if len(scenes.ids) >= len(c.scenes):
        return ask("A video needs at least one scene; which of them should go?")
    parts = [(scene.part, id_) for id_ in scenes.ids if (scene := c.scene(id_)) and scene.part]
    if len(scenes.ids) == 1 and parts and scenes.kind in ("opening", "ending"):
        return do(SetPart(part=parts[0][0], film=None))
    return do(*(DeleteScene(scene=id_) for id_ in scenes.ids), focus=())


def _bit_of(c: Context, f: Found) -> Reading | None:
    """`the velvet box bit`: the one line that says it, where its scene is about more than that."""
    token = next((t for t in f.tokens() if t.norm == "@scene"), None)
    if token is None or len(token.value.ids) != 1:
        return None
    typed = c.text[token.start : token.end].lower()
    bit = re.fullmatch(
        r"(?:the |that |our )?(?:little |small |whole )?(?:(?P<before>[a-z' -]+?) (?:bit|passage)|(?:bit|passage|part) "
        r"(?:about|with|on|where [a-z]+ (?:say|mention|talk)s?(?: about)?) (?:the |a |our )?(?P<after>[a-z0-9' -]+))",
        typed,
    )
    scene = c.scene(token.value.ids[0])
    if bit is None or scene is None or len(scene.lines) < 2:
        return None
    words = [word for word in (bit["before"] or bit["after"]).split() if word not in ("the", "a", "our", "of")]
    held = [line.id for line in scene.lines if all(re.search(rf"\b{re.escape(w)}", line.text.lower()) for w in words)]
    others = [scene.heading, *(line.text for line in scene.lines if line.id not in held)]
    rest = {stem(word) for word in re.findall(r"[a-z]+|[€$£]", " ".join(others).lower())}
    if not words or len(held) != 1 or any(related(word) & rest for word in words):
        return None
    return do(DeleteLine(line=held[0]), focus=(scene.id,))


@BOOK.rule("""
    ( remove/cut/no/drop ) endcard ( off/completely | from video )* ;
    endcard ( should/can/must ) ( go | be remove ) ;
    ( dont want/need ) endcard ;
    endcard off
    """)
def _delete_card(c: Context, f: Found) -> Reading | None:
    card = next((scene for scene in reversed(c.scenes) if scene.layout == "end_card"), None)
    return do(DeleteScene(scene=card.id)) if card else Reading(kept=True, said="There is no end card, and it stays so.")


@BOOK.rule("""
    ( remove/cut ) ( l=@line ) ( from/out/of/video/completely )* ;
    ( l=@line ) ( should/must/can/could/needs/has ) ( to )? ( go | be remove ) ;
    ( dont want/need/like ) l=@line ;
    no l=@line ;
    want l=@line ( remove/off ) ;
    l=@line ( is ) ( not needed | unnecessary | redundant ) ;
    dont say l=@line
    """)
def _delete_line(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if lines.whole:
        return ask("All that is said there would go; should the scene go with it?")
    return do(*(DeleteLine(line=id_) for id_ in lines.ids))


@BOOK.rule("""
    ( remove/cut/no/drop ) ( opening/brand/closing )+ film ;
    ( remove/no ) ( p=opening/closing ) ( film/clip/animation/bumper/sting/video ) ;
    ( remove/drop ) brand ( p=opening/closing )
    """)
def _no_part(c: Context, f: Found) -> Reading | None:
    part = "closing" if "closing" in {t.norm for t in f.tokens()} else "opening"
    if not any(scene.part == part for scene in c.scenes):
        return ask(
            f"There is no {part} film in this video; do you mean the {'first' if part == 'opening' else 'last'} scene?"
        )
    return do(SetPart(part=part, film=None))  # type: ignore[arg-type]


_ORDER = "( order/positions/places/place ( of )? )?"


@BOOK.rule(f"""
    swap ( {_ORDER} ) s=( @scene ) ( put/around/over/round/places/positions/place )* ;
    swap ( {_ORDER} ) s=( @scene ( and/with/for/, )* @scene ) ( around/places )* ;
    move s=( @scene ) ( and @scene )? around ;
    switch ( {_ORDER} ) s=( @scene ( and/with/for )? @scene? ) ( around/places )* ;
    s=@scene ( should/must/need/needs ) ( to )? ( be swap | swap | switch ) ( put/places/around/positions )*
        ;
    ( change/swap/reverse ) order of s=@scene ;
    put s=@scene ( where ) @scene ( is )? ;
    s=@scene ( other way round | other way around | another way round | another way around ) ;
    ( put/have ) s=@scene ( other way round | another way round | another way around | in another order | in
        reverse order ) ;
    replace s=( @scene with @scene ) ;
    ( put/have )? s=( @scene ( and/, )* @scene? ) otherway ;
    swap s=( @scene ( and/with/for/, )* @scene ) otherway? ;
    s=( @scene ( and/, )* @scene? ) ( should/must/could/can )? ( swap/switch ) ( places/place/put )* ;
    ( swap/change/switch ) ( order/places/positions )+ of s=( @scene ( and/with )* @scene? ) ;
    s=( @scene ( and/with )* @scene ) ( should/must/need/needs ) ( to )? swap ( places )?
    """)
def _swap(c: Context, f: Found) -> Reading | None:
    values = [value for value in f.values(0) if isinstance(value, Scenes)]
    problem = next((value for value in values if value.problem), None)
    if problem is not None:
        return ask(problem.problem, *problem.options)
    ids = list(dict.fromkeys(id_ for value in values for id_ in value.ids))
    if len(ids) == 1:
        return ask(f"With which scene should scene {c.number(ids[0])} change places?")
    if len(ids) != 2:
        return ask("Two scenes can change places; which two?")
    return do(SwapScenes(first=ids[0], second=ids[1]), focus=ids)


_MOVES = "( move/put/bring/take/have/want/make/shift/place/set/get/use/push/turn/show/let )"


@BOOK.rule(
    f"""
    {_MOVES} ( {SCENE} ) ( to/right/directly/straight/just/be/come/up/down | so it comes )* w=(
        after/behind/before/following ) o=@scene ;
    ( {SCENE} ) ( should/must/needs/could/has ) ( to )? ( come/go/be/appear/move/follow )+ (
        right/directly/straight )* w=( after/behind/before ) o=@scene ;
    ( {SCENE} ) w=after/before o=@scene ;
    ( have ) ( {SCENE} ) ( follow/come ) w=after/before? o=@scene ;
    move ( {SCENE} ) ( in front of ) o=@scene ;
    ( {SCENE} ) ( in front of ) o=@scene ;
    start ( with ) ( {SCENE} ) w=before o=@scene ;
    ( {SCENE} ) ( goes/comes ) w=after/before o=@scene ;
    {_MOVES} ( {SCENE} ) ( to/right/directly/straight/just/be/come/up/down )* w=( ahead of | in front of ) o=@scene ;
    ( {SCENE} ) ( should/must/needs/could/has/can )? ( to )? ( come/go/be/appear/move/follow )+ (
        right/directly/straight/just )* w=( after/behind/before/following | ahead of ) o=@scene ;
    {_MOVES} ( {SCENE} ) ( to/up/all/right )* ( front/@first/start/beginning ) ,? ( just/right/directly/but )* w=after
        o=@scene ;
    {_MOVES} ( {SCENE} ) ( so )? ( it/that )* comes? ( right/directly/straight/just )* w=(
        after/behind/before/following )
        o=@scene
    """
)
def _move_beside(c: Context, f: Found) -> Reading | None:
    scenes, other = meant(c, f), f.value("o")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    if other.problem:
        return ask(other.problem, *other.options)
    target = other.ids[-1]
    ids = [id_ for id_ in scenes.ids if id_ != target]
    if not ids:
        return ask("A scene can not come after itself; where should it go?")
    if f.word("w") in ("before", "ahead of", "in front of") or not f.has("w"):
        order = [scene.id for scene in c.scenes if scene.id not in ids]
        place = order.index(other.ids[0])
        target = order[place - 1] if place else ""
    patches = []
    for id_ in ids:
        patches.append(MoveScene(scene=id_, after=target))
        target = id_
    return do(*patches, focus=ids)


@BOOK.rule(f"""
    {_MOVES} ( {SCENE} ) ( to )? ( be )? p=( first | last | @first | @last | front | end | start | beginning |
        top ) ;
    ( {SCENE} ) ( should/must/needs/could/has ) ( to )? ( come/go/be/appear/move )+ p=( first | last | @first |
        @last ) ;
    ( begin/start/open | begin video | start video | open video ) ( video )? with ( {SCENE} ) ;
    ( end/finish/close ) ( video )? with ( {SCENE} ) ;
    ( {SCENE} ) ( goes/comes ) p=( first | last | @first | @last ) ;
    {_MOVES} ( {SCENE} ) ( to/up/be/go/come/right/all/way )* p=( first | last | @first | @last | front | end | start |
        beginning | up front ) ,? ( just/right/directly )* before ( the/our )? ( e=endcard | o2=@scene ) ;
    ( {SCENE} ) ( should/must/needs/could/has )? ( to )? ( come/go/be/appear/move/goes/comes )+ p=( first | last |
    @first |
        @last ) ,? ( just/right/directly )* before ( the/our )? ( e=endcard | o2=@scene ) ;
    {_MOVES} ( {SCENE} ) ( all/right/way/straight )* up? p=( front | @first | first ) ;
    s=@scene ( should/must/can/could )? p=( start/open/begin/opens/starts/begins ) video ;
    s=@scene p=( @first | @last ) ;
    ( {SCENE} ) p=( first | @first | @last ) ;
    move ( {SCENE} ) to ( o=@scene )
    """)
def _move_end(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    words = {t.norm for t in f.tokens()}
    if scenes.problem:
        return ask(scenes.problem, *scenes.options) if "@scene" in words else None
    if "say" in words:
        return None
    first = bool({"first", "@first", "front", "start", "beginning", "top", "begin", "open"} & words)
    other = f.value("o") if f.has("o") else None
    if other is not None:
        if other.problem:
            return ask(other.problem)
        if other.kind == "opening":
            first = True
        elif other.kind != "ending":
            return ask(f"Should it come before or after scene {c.number(other.ids[0])}?",
                       f"Move scene {c.number(scenes.ids[0])} before scene {c.number(other.ids[0])}",
                       f"Move scene {c.number(scenes.ids[0])} after scene {c.number(other.ids[0])}")  # fmt: skip
    ids = list(scenes.ids)
    rest = [scene.id for scene in c.scenes if scene.id not in ids]
    if not rest:
        return None
    target = "" if first else rest[-1]
    groups = f.match.groupdict()
    if not first and (groups.get("e") or groups.get("o2")):
        spoken = [id_ for id_ in rest if getattr(c.scene(id_), "layout", "") != "end_card"]
        return do(MoveScene(scene=ids[0], after=spoken[-1]), focus=ids) if len(ids) == 1 and spoken else None
    card = c.scene(rest[-1])
    if not first and card and card.layout == "end_card" and "very" not in words:
        number = c.number(ids[0])
        if len(ids) == 1 and c.scenes[-2].id == ids[0] and len(rest) > 1:
            return ask(
                f"Scene {number} is the last before the end card; should it come after the end card?",
                f"Move scene {number} after scene {len(c.scenes)}",
            )
        target = rest[-1]
    patches = []
    for id_ in ids:
        patches.append(MoveScene(scene=id_, after=target))
        target = id_
    return do(*patches, focus=ids)


@BOOK.rule(f"""
    move ( {SCENE} ) ( d=( up/forward/earlier/ahead/down/back/later/backwards/forwards ) ) ( ( by )? (
        one/n=@num ) ( scene/place/position/spot/slot/places/positions )? )? ;
    ( {SCENE} ) ( should/must/could ) ( come/be ) d=( earlier/later ) ;
    ( {SCENE} ) ( one/n=@num ) ( place/position/spot )? d=( up/forward/earlier/down/back/later ) ;
    move ( {SCENE} ) ( one/n=@num ) ( place/position/spot/scene/places/positions )? d=(
        up/forward/earlier/down/back/later ) ;
    ( {SCENE} ) d=( earlier/later ) ;
    ( show/bring/put ) ( {SCENE} ) d=( earlier/later ) ;
    ( move/bring/push/pull/turn/put/get ) ( s=@scene ) ( d=(
        up/forward/earlier/ahead/down/back/later/backwards/forwards ) )
        ( by )? ( one/n=@num )? ( scene/place/position/spot/slot/places/positions )? ;
    ( move/bring/push/put/get ) ( s=@scene ) ( one/n=@num ) ( scene/place/position/spot/slot/places/positions )?
        ( d=( up/forward/earlier/ahead/down/back/later/backwards/forwards ) )
    """)
def _move_by(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    if len(scenes.ids) != 1:
        return ask("One scene can be moved at a time; which one?")
    step = int(f.value("n") or 1) * (-1 if f.word("d") in ("up", "forward", "earlier", "ahead", "forwards") else 1)
    here = c.number(scenes.ids[0]) - 1
    order = [scene.id for scene in c.scenes if scene.id != scenes.ids[0]]
    place = here + step
    if not 0 <= place <= len(order):
        return ask(f"Scene {here + 1} can not go further that way; where should it go?")
    return do(MoveScene(scene=scenes.ids[0], after=order[place - 1] if place else ""), focus=scenes.ids)


_PLACE_OF = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}


@BOOK.rule(f"""
    {_MOVES} ( {SCENE} ) ( to/as/in/into/be/the/at )* n=( second/third/fourth/fifth/sixth/seventh/@ord ) (
        place/position/spot/slot/put )? ;
    ( {SCENE} ) ( should/must/could/has/needs ) ( to )? ( come/go/be/appear )+ ( in/at/the )* n=(
        second/third/fourth/fifth/sixth/seventh/@ord ) ( place/position/spot/slot )? ;
    {_MOVES} ( {SCENE} ) ( to/as/in/into/at )+ ( place/position/spot/slot/number/put )+ ( number )? n=@num ;
    ( {SCENE} ) ( should/must/could/has/needs )? ( to )? ( be/become/as/go/come/is )+ number n=@num ;
    ( {SCENE} ) ( goes/comes ) n=( second/third/fourth/fifth/sixth/seventh/@ord ) ;
    ( make ) ( {SCENE} ) ( to/as/be )* o=@scene ;
    ( {SCENE} ) ( should/must/could/has/needs )? ( to )? ( be/become )+ o=@scene
    """)
def _move_to_place(c: Context, f: Found) -> Reading | None:
    """`put questions second`: the place in the order that the scene has afterwards."""
    scenes = meant(c, f)
    if scenes.problem or len(scenes.ids) != 1:
        return None
    if f.match.groupdict().get("o"):
        other = f.value("o")
        typed = c.text[f.tokens("o")[0].start : f.tokens("o")[-1].end].lower()
        if other.ids and re.match(r"(?:the )?last .*before", typed):
            spoken = [s.id for s in c.scenes if s.layout != "end_card" and s.id not in scenes.ids]
            return do(MoveScene(scene=scenes.ids[0], after=spoken[-1]), focus=scenes.ids) if spoken else None
        if not other.ids or not (re.match(r"number \d", typed) or any(word in typed for word in _PLACE_OF)):
            return None
        place = c.number(other.ids[0])
    else:
        place = int(f.value("n") or _PLACE_OF.get(f.word("n"), 0))
    order = [scene.id for scene in c.scenes if scene.id != scenes.ids[0]]
    if not 1 <= place <= len(order) + 1 or c.number(scenes.ids[0]) == place:
        return None
    return do(MoveScene(scene=scenes.ids[0], after=order[place - 2] if place > 1 else ""), focus=scenes.ids)


@BOOK.rule("""
    ( move/put ) s=@scene ( somewhere else | elsewhere | around )?
    """)
def _move_where(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    number = c.number(scenes.ids[0])
    return ask(
        f"Where should scene {number} go?", f"Move scene {number} to the start", f"Move scene {number} to the end"
    )


@BOOK.rule(f"""
    duplicate ( {SCENE} ) ( once/again )? ;
    ( make/add/create/want/need/have/do ) ( another )? ( copy/duplicate | second copy )+ of ( {SCENE} ) ;
    ( add/show/use/play/want/have ) ( {SCENE} ) ( twice/again ) ;
    ( {SCENE} ) twice ;
    ( put/bring/show/have/want/play/repeat/get ) ( {SCENE} ) ( in )? twice ( at/to/in )* ;
    duplicate ( {SCENE} ) ( to )? ( right/directly/straight )* ( after/behind/next to )* ( it/itself )? ;
    make ( duplicate ) of ( {SCENE} ) ( right/directly/straight )* ( after/behind )* it? ;
    ( make/give/do ) me? ( another )? ( copy/duplicate ) of ( {SCENE} ) ;
    duplicate ( {SCENE} ) ( and/, ) ( put/add ) it ( right )? ( after it | behind it | after )
    """)
def _duplicate(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    if len(scenes.ids) > 3:
        return ask("Which scene should there be twice?")
    return do(*(DuplicateScene(scene=id_, new_id=fresh_id(c, id_)) for id_ in scenes.ids), focus=scenes.ids)
