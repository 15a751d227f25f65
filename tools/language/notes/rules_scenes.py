"""Rules of scenes: leaving out, moving, swapping, doubling, splitting, joining, locking."""

from __future__ import annotations

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.topics import line_saying
from tools.patches import (
    DeleteLine,
    DeleteScene,
    DuplicateScene,
    LockScene,
    MergeScenes,
    MoveScene,
    SetPart,
    SplitScene,
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
    ( {SCENE} ) off ;
    ( {SCENE} ) ( is/are ) ( not needed | unnecessary | redundant | superfluous | pointless | useless | out ) ;
    ( {SCENE} ) can be remove ;
    no need for s=@scene ;
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
    if len(scenes.ids) >= len(c.scenes):
        return ask("A video needs at least one scene; which of them should go?")
    parts = [(scene.part, id_) for id_ in scenes.ids if (scene := c.scene(id_)) and scene.part]
    if len(scenes.ids) == 1 and parts and scenes.kind in ("opening", "ending"):
        return do(SetPart(part=parts[0][0], film=None))
    return do(*(DeleteScene(scene=id_) for id_ in scenes.ids), focus=())


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
    s=( @scene ( and/, )* @scene? ) ( should/must/could/can )? ( swap/switch ) ( places/place )* ;
    ( swap/change/switch ) ( order/places/positions )+ of s=( @scene ( and/with )* @scene? ) ;
    s=( @scene ( and/with )* @scene ) ( should/must/need/needs ) ( to )? swap ( places )?
    """)
def _swap(c: Context, f: Found) -> Reading | None:
    values = [value for value in f.values(0) if isinstance(value, Scenes)]
    problem = next((value for value in values if value.problem), None)
    if problem:
        return ask(problem.problem, *problem.options)
    ids = list(dict.fromkeys(id_ for value in values for id_ in value.ids))
    if len(ids) == 1:
        return ask(f"With which scene should scene {c.number(ids[0])} change places?")
    if len(ids) != 2:
        return ask("Two scenes can change places; which two?")
    return do(SwapScenes(first=ids[0], second=ids[1]), focus=ids)


_MOVES = "( move/put/bring/take/have/want/make/shift/place/set/get/use/push )"


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
    {_MOVES} ( {SCENE} ) ( so )? ( it/that )* comes? ( right/directly/straight/just )* w=( after/behind/before/following )
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
    ( move/bring/push/pull/turn/put/get ) ( s=@scene ) ( d=( up/forward/earlier/ahead/down/back/later/backwards/forwards ) )
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
    make ( duplicate ) of ( {SCENE} ) ;
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


@BOOK.rule(f"""
    split ( {SCENE} ) ( ( after/behind/following/at )+ l=@line )? ;
    split ( {SCENE} ) ( in/into/up )* ( @num/half/halves/parts/part/pieces/scene )* ;
    ( make/turn ) ( @num/two ) ( scene )? ( out )? of ( {SCENE} ) ;
    make ( {SCENE} ) ( into )? @num scene ;
    split after l=@line ;
    ( split ) ( {SCENE} ) ( after/at )+ l=@line ;
    split ( {SCENE} ) ( in/into/up )* ( @num/half/halves/parts/part/pieces/scene )* ( right/directly )* ( after/behind/at )
        l=@line ;
    split ( {SCENE} ) ( in/into/up )* ( @num/half/halves/parts/part/pieces/scene )* ( right/directly )* ( after/behind/at )
        ( words/line )? q=@quote ;
    turn ( {SCENE} ) into @num scene ;
    cut ( {SCENE} ) ( in/into ) ( @num/half ) ;
    ( {SCENE} ) ( should/must/could ) be split ( in/into/@num/after/scene )* l=@line?
    """)
def _split(c: Context, f: Found) -> Reading | None:
    lines = f.value("l") if f.has("l") else None
    if f.has("q"):
        lines = line_saying(c, str(f.value("q")))
    if isinstance(lines, Lines) and lines.problem and f.has("s"):
        lines = None
    if isinstance(lines, Lines) and lines.problem:
        return ask(lines.problem, *lines.options)
    if isinstance(lines, Lines):
        scene = next((s for s in c.scenes if any(line.id == lines.ids[0] for line in s.lines)), None)
        scenes = Scenes((scene.id,)) if scene else Scenes(problem="Which scene do you mean?")
    else:
        scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    scene = c.scene(scenes.ids[0])
    number = c.number(scenes.ids[0])
    if scene is None or len(scenes.ids) != 1:
        return ask("One scene can be split at a time; which one?")
    if len(scene.lines) < 2:
        return ask(
            f"Scene {number} has {'one line' if scene.lines else 'no lines'} and can "
            "not be split; which scene do you mean?"
        )
    if isinstance(lines, Lines):
        if lines.ids[0] == scene.lines[-1].id:
            return ask(f"That is the last line of scene {number}; after which line should it be split?")
        return do(SplitScene(scene=scene.id, after=lines.ids[0], new_id=fresh_id(c, scene.id)), focus=scenes.ids)
    if len(scene.lines) == 2:
        return do(SplitScene(scene=scene.id, after=scene.lines[0].id, new_id=fresh_id(c, scene.id)), focus=scenes.ids)
    return ask(f"After which line should scene {number} be split?",
               *(f"Split scene {number} after line {place}" for place in range(1, len(scene.lines))))  # fmt: skip


@BOOK.rule("""
    merge s=( @scene ) ( together/into/in/one/scene )* ;
    merge s=( @scene ( and/with/into/to/, )* @scene ) ( together/into/one/scene )* ;
    make s=@scene ( into )? one scene? ;
    make one scene ( out )? of s=@scene ;
    s=@scene ( should/could/must ) be ( merge | one scene ) ( together )? ;
    ( put/turn/roll ) s=@scene ( together/into/one/scene/in )+ ;
    make s=@scene one ;
    ( put/turn/roll/fold ) s=( @scene ( and/with/into/to/in/, )* @scene ) ( together )?
    """)
def _merge(c: Context, f: Found) -> Reading | None:
    values = [value for value in f.values(0) if isinstance(value, Scenes)]
    problem = next((value for value in values if value.problem), None)
    if problem:
        return ask(problem.problem, *problem.options)
    ids = sorted(dict.fromkeys(id_ for value in values for id_ in value.ids), key=c.number)
    if len(ids) == 1:
        number = c.number(ids[0])
        return ask(
            f"With which scene should scene {number} become one?",
            *(f"Merge scenes {number} and {n}" for n in (number + 1, number - 1) if 1 <= n <= len(c.scenes)),
        )
    if any(c.number(b) - c.number(a) != 1 for a, b in zip(ids, ids[1:], strict=False)):
        return ask("Only scenes that stand next to each other can become one; which do you mean?")
    return do(*(MergeScenes(first=ids[0], second=id_) for id_ in ids[1:]), focus=ids[:1])


@BOOK.rule(f"""
    lock ( {SCENE} ) ( down/in | as it is | for now )* ;
    ( {SCENE} ) ( is/are )? ( final/finished/perfect/approve/locked/done ) ,? ( lock it | lock | dont change
        it? ) ( any more/anymore/again )* ;
    ( lock ) ( {SCENE} ) so ... ;
    ( make sure )? ( {SCENE} ) ( stays/stay ) ( locked/lock ) ;
    ( {SCENE} ) lock ;
    ( {SCENE} ) should be lock ;
    keep ( {SCENE} ) lock ;
    leave ( {SCENE} ) lock ;
    dont ( change ) ( {SCENE} ) ( any/anymore/again/much/more )* ( ,/because/since/as )* ( it | that one | this one )? is
        ( final/finished/perfect/approve/locked/done | signed off | good to go ) ( now )?
    """)
def _lock(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return do(*(LockScene(scene=id_) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(f"""
    unlock ( {SCENE} ) ( again )? ;
    ( {SCENE} ) ( can/may/should ) be ( unlock/change ) ( again )? ;
    ( remove | take off ) lock ( from/on/of/off )* ( {SCENE} ) ;
    ( dont/no ) lock ( {SCENE} ) ;
    unlock
    """)
def _unlock(c: Context, f: Found) -> Reading | None:
    locked = [scene.id for scene in c.scenes if scene.locked]
    scenes = (
        meant(c, f)
        if f.has("s")
        else Scenes(tuple(locked), problem="" if locked else "No scene is locked; which do you mean?")
    )
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    ids = [id_ for id_ in scenes.ids if id_ in locked] if scenes.every else list(scenes.ids)
    return do(*(LockScene(scene=id_, locked=False) for id_ in ids), focus=ids)
