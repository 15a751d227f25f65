"""Rules of scenes: leaving out, moving, swapping, doubling, splitting, joining, locking, holding, arranging."""

from __future__ import annotations

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.patches import (
    DeleteLine,
    DeleteScene,
    DuplicateScene,
    LockScene,
    MergeScenes,
    MoveScene,
    SetHold,
    SetLayout,
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


_S = "s=( @scene | it | this | that | them )"


@BOOK.rule(
    f"( remove/cut ) ( {_S} ) ( ( from/out/of/away/completely/entirely/altogether/off/video/it )+ )?", f"( {_S} ) ( should/must/can/could/needs/need/has/have/ought ) ( to )? ( go | be remove | be off | leave | disappear )",
    f"( dont ) ( want/need/like ) ( {_S} )", f"( i )? ( dont ) ( want/need/like ) ( {_S} ) ( any/anymore )?", f"( want/get/have ) ( {_S} ) ( remove/off/out )", f"( no ) s=@scene", f"( {_S} ) off", f"( {_S} ) ( is/are ) ( not needed | unnecessary | redundant | superfluous | pointless | useless | out )",
    f"( {_S} ) can be remove", f"remove remove? ( {_S} )",
)
def delete(c: Context, f: Found) -> Reading | None:
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
        return do(SetPart(part=parts[0][0], film=None))  # type: ignore[arg-type]
    return do(*(DeleteScene(scene=id_) for id_ in scenes.ids), focus=())


@BOOK.rule("( remove/cut/no/drop ) endcard ( off/completely | from video )*", "endcard ( should/can/must ) ( go | be remove )", "( dont want/need ) endcard", "endcard off")
def delete_card(c: Context, f: Found) -> Reading | None:
    card = next((scene for scene in reversed(c.scenes) if scene.layout == "end_card"), None)
    return do(DeleteScene(scene=card.id)) if card else Reading(kept=True, said="There is no end card, and it stays so.")


@BOOK.rule("( remove/cut ) ( l=@line ) ( from/out/of/video/completely )*", "( l=@line ) ( should/must/can/could/needs/has ) ( to )? ( go | be remove )", "( dont want/need/like ) l=@line", "no l=@line", "want l=@line ( remove/off )", "l=@line ( is ) ( not needed | unnecessary | redundant )", "dont say l=@line")
def delete_line(c: Context, f: Found) -> Reading | None:
    lines: Lines = f.value("l")
    if lines.problem:
        return ask(lines.problem, *lines.options)
    if lines.whole:
        return ask("All that is said there would go; should the scene go with it?")
    return do(*(DeleteLine(line=id_) for id_ in lines.ids))


@BOOK.rule("( remove/cut/no/drop ) ( opening/brand/closing )+ film", "( remove/no ) ( p=opening/closing ) ( film/clip/animation/bumper/sting/video )", "( remove/drop ) brand ( p=opening/closing )")
def no_part(c: Context, f: Found) -> Reading | None:
    part = "closing" if "closing" in {t.norm for t in f.tokens()} else "opening"
    if not any(scene.part == part for scene in c.scenes):
        return ask(f"There is no {part} film in this video; do you mean the {'first' if part == 'opening' else 'last'} scene?")
    return do(SetPart(part=part, film=None))  # type: ignore[arg-type]


_ORDER = "( order/positions/places/place ( of )? )?"


@BOOK.rule(f"swap ( {_ORDER} ) s=( @scene ) ( put/around/over/round/places/positions/place )*", f"swap ( {_ORDER} ) s=( @scene ( and/with/for/, )* @scene ) ( around/places )*", "move s=( @scene ) ( and @scene )? around", f"switch ( {_ORDER} ) s=( @scene ( and/with/for )? @scene? ) ( around/places )*",
           "s=@scene ( should/must/need/needs ) ( to )? ( be swap | swap | switch ) ( put/places/around/positions )*", "( change/swap/reverse ) order of s=@scene", "put s=@scene ( where ) @scene ( is )?", "s=@scene ( other way round | other way around | another way round | another way around )", "( put/have ) s=@scene ( other way round | another way round | another way around | in another order | in reverse order )", "replace s=( @scene with @scene )")  # fmt: skip
def swap(c: Context, f: Found) -> Reading | None:
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
    f"{_MOVES} ( {_S} ) ( to/right/directly/straight/just/be/come/up/down | so it comes )* w=( after/behind/before/following ) o=@scene", f"( {_S} ) ( should/must/needs/could/has ) ( to )? ( come/go/be/appear/move/follow )+ ( right/directly/straight )* w=( after/behind/before ) o=@scene", f"( {_S} ) w=after/before o=@scene",
    f"( have ) ( {_S} ) ( follow/come ) w=after/before? o=@scene", f"move ( {_S} ) ( in front of ) o=@scene", f"( {_S} ) ( in front of ) o=@scene", f"start ( with ) ( {_S} ) w=before o=@scene", f"( {_S} ) ( goes/comes ) w=after/before o=@scene",
)
def move_beside(c: Context, f: Found) -> Reading | None:
    scenes, other = meant(c, f), f.value("o")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    if other.problem:
        return ask(other.problem, *other.options)
    target = other.ids[-1]
    ids = [id_ for id_ in scenes.ids if id_ != target]
    if not ids:
        return ask("A scene can not come after itself; where should it go?")
    if f.word("w") == "before" or not f.has("w"):
        order = [scene.id for scene in c.scenes if scene.id not in ids]
        place = order.index(other.ids[0])
        target = order[place - 1] if place else ""
    patches = []
    for id_ in ids:
        patches.append(MoveScene(scene=id_, after=target))
        target = id_
    return do(*patches, focus=ids)


@BOOK.rule(f"{_MOVES} ( {_S} ) ( to )? ( be )? p=( first | last | @first | @last | front | end | start | beginning | top )", f"( {_S} ) ( should/must/needs/could/has ) ( to )? ( come/go/be/appear/move )+ p=( first | last | @first | @last )", f"( begin/start/open | begin video | start video | open video ) ( video )? with ( {_S} )",
           f"( end/finish/close ) ( video )? with ( {_S} )", f"( {_S} ) ( goes/comes ) p=( first | last | @first | @last )", f"( {_S} ) p=( first | @first | @last )", f"move ( {_S} ) to ( o=@scene )")  # fmt: skip
def move_end(c: Context, f: Found) -> Reading | None:
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
            return ask(f"Scene {number} is the last before the end card; should it come after the end card?", f"Move scene {number} after scene {len(c.scenes)}")
        target = rest[-1]
    patches = []
    for id_ in ids:
        patches.append(MoveScene(scene=id_, after=target))
        target = id_
    return do(*patches, focus=ids)


@BOOK.rule(f"move ( {_S} ) ( d=( up/forward/earlier/ahead/down/back/later/backwards/forwards ) ) ( ( by )? ( one/n=@num ) ( scene/place/position/spot/slot/places/positions )? )?", f"( {_S} ) ( should/must/could ) ( come/be ) d=( earlier/later )", f"( {_S} ) ( one/n=@num ) ( place/position/spot )? d=( up/forward/earlier/down/back/later )",
           f"move ( {_S} ) ( one/n=@num ) ( place/position/spot/scene/places/positions )? d=( up/forward/earlier/down/back/later )", f"( {_S} ) d=( earlier/later )", f"( show/bring/put ) ( {_S} ) d=( earlier/later )")  # fmt: skip
def move_by(c: Context, f: Found) -> Reading | None:
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


@BOOK.rule("( move/put ) s=@scene ( somewhere else | elsewhere | around )?")
def move_where(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    number = c.number(scenes.ids[0])
    return ask(f"Where should scene {number} go?", f"Move scene {number} to the start", f"Move scene {number} to the end")


@BOOK.rule(f"duplicate ( {_S} ) ( once/again )?", f"( make/add/create/want/need/have/do ) ( another )? ( copy/duplicate | second copy )+ of ( {_S} )", f"( add/show/use/play/want/have ) ( {_S} ) ( twice/again )", f"( {_S} ) twice", f"make ( duplicate ) of ( {_S} )")
def duplicate(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    if len(scenes.ids) > 3:
        return ask("Which scene should there be twice?")
    return do(*(DuplicateScene(scene=id_, new_id=fresh_id(c, id_)) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(f"split ( {_S} ) ( ( after/behind/following/at )+ l=@line )?", f"split ( {_S} ) ( in/into/up )* ( @num/half/halves/parts/part/pieces/scene )*", f"( make/turn ) ( @num/two ) ( scene )? ( out )? of ( {_S} )", f"make ( {_S} ) ( into )? @num scene", "split after l=@line", f"( split ) ( {_S} ) ( after/at )+ l=@line", f"turn ( {_S} ) into @num scene",
           f"cut ( {_S} ) ( in/into ) ( @num/half )", f"( {_S} ) ( should/must/could ) be split ( in/into/@num/after/scene )* l=@line?")  # fmt: skip
def split(c: Context, f: Found) -> Reading | None:
    lines = f.value("l") if f.has("l") else None
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
        return ask(f"Scene {number} has {'one line' if scene.lines else 'no lines'} and can not be split; which scene do you mean?")
    if isinstance(lines, Lines):
        if lines.ids[0] == scene.lines[-1].id:
            return ask(f"That is the last line of scene {number}; after which line should it be split?")
        return do(SplitScene(scene=scene.id, after=lines.ids[0], new_id=fresh_id(c, scene.id)), focus=scenes.ids)
    if len(scene.lines) == 2:
        return do(SplitScene(scene=scene.id, after=scene.lines[0].id, new_id=fresh_id(c, scene.id)), focus=scenes.ids)
    return ask(f"After which line should scene {number} be split?",
               *(f"Split scene {number} after line {place}" for place in range(1, len(scene.lines))))  # fmt: skip


@BOOK.rule("merge s=( @scene ) ( together/into/in/one/scene )*", "merge s=( @scene ( and/with/into/to/, )* @scene ) ( together/into/one/scene )*", "make s=@scene ( into )? one scene?", "make one scene ( out )? of s=@scene", "s=@scene ( should/could/must ) be ( merge | one scene ) ( together )?", "( put/turn/roll ) s=@scene ( together/into/one/scene/in )+", "make s=@scene one")
def merge(c: Context, f: Found) -> Reading | None:
    values = [value for value in f.values(0) if isinstance(value, Scenes)]
    problem = next((value for value in values if value.problem), None)
    if problem:
        return ask(problem.problem, *problem.options)
    ids = sorted(dict.fromkeys(id_ for value in values for id_ in value.ids), key=c.number)
    if len(ids) == 1:
        number = c.number(ids[0])
        return ask(f"With which scene should scene {number} become one?", *(f"Merge scenes {number} and {n}" for n in (number + 1, number - 1) if 1 <= n <= len(c.scenes)))
    if any(c.number(b) - c.number(a) != 1 for a, b in zip(ids, ids[1:], strict=False)):
        return ask("Only scenes that stand next to each other can become one; which do you mean?")
    return do(*(MergeScenes(first=ids[0], second=id_) for id_ in ids[1:]), focus=ids[:1])


@BOOK.rule(f"lock ( {_S} ) ( down/in | as it is | for now )*", f"( {_S} ) ( is/are )? ( final/finished/perfect/approve/locked/done ) ,? ( lock it | lock | dont change it? ) ( any more/anymore/again )*", f"( lock ) ( {_S} ) so ...", f"( make sure )? ( {_S} ) ( stays/stay ) ( locked/lock )", f"( {_S} ) lock", f"( {_S} ) should be lock", f"keep ( {_S} ) lock",
           f"leave ( {_S} ) lock")  # fmt: skip
def lock(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return do(*(LockScene(scene=id_) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(f"unlock ( {_S} ) ( again )?", f"( {_S} ) ( can/may/should ) be ( unlock/change ) ( again )?", f"( remove | take off ) lock ( from/on/of/off )* ( {_S} )", f"( dont/no ) lock ( {_S} )", f"unlock")
def unlock(c: Context, f: Found) -> Reading | None:
    locked = [scene.id for scene in c.scenes if scene.locked]
    scenes = meant(c, f) if f.has("s") else Scenes(tuple(locked), problem="" if locked else "No scene is locked; which do you mean?")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    ids = [id_ for id_ in scenes.ids if id_ in locked] if scenes.every else list(scenes.ids)
    return do(*(LockScene(scene=id_, locked=False) for id_ in ids), focus=ids)


_HOLD = "( hold/leave/keep/show/let/have/want/make/freeze/put )"


@BOOK.rule(
    f"{_HOLD} ( s=( @scene | it | endcard | title ) ) ( stay/stand/be/linger/remain/show/up/on/screen/for/at/least/there/last/visible )* d=@dur ( m=longer/more )? ( on screen | at end | after last word | after )*", "( add/put/insert ) d=@dur ( m=pause/silence/break/hold/more/longer )* ( ( after/in/at/to/of/end )+ s=( @scene | endcard ) )", "( add/put/insert )? ( a )? ( m=pause/silence/break ) ( of/for )* d=@dur ( ( after/in/at/to/of/end )+ s=( @scene | endcard ) )",
    "s=( @scene | endcard | title ) ( should/must/could/needs/need )+ ( to )? ( stay/stand/be/linger/last/remain/on/screen/up/show/for/hold | at least )+ ( for )? d=@dur ( m=longer/more )? ( on screen )?", "pause ( for )? d=@dur ( after | at end of )+ s=( @scene | endcard )", "( hold/stay/wait/linger ) ( on )? s=( @scene | endcard ) ( for )? d=@dur ( m=longer )?",
    "( let ) s=( @scene | endcard ) ( linger/stay/hold )+ ( for )? d=@dur ( m=longer )?", "make s=( endcard ) d=@dur m=longer/long?", "s=( endcard ) d=@dur m=longer?", "wait d=@dur after s=( @scene | endcard )", "d=@dur ( m=pause/silence ) after s=( @scene | endcard )",
)
def hold(c: Context, f: Found) -> Reading | None:
    named = f.word("s")
    if named in ("endcard", "title"):
        kind = "end_card" if named == "endcard" else "title"
        scene = next((scene for scene in c.scenes if scene.layout == kind), None)
        scenes = Scenes((scene.id,)) if scene else Scenes(problem=f"There is no {named}; which scene do you mean?")
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
    return do(*(SetHold(scene=id_, seconds=round(min(60.0, seconds + (getattr(c.scene(id_), "hold_seconds", 0.0) if more else 0.0)), 2)) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule("( add/put/insert/make/leave ) ( abit of )? ( short/little/small/longer )? ( pause/breather/break/silence ) ( after/before | at end of )+ s=( @scene | endcard )", "( hold/leave/keep/show/let/make ) s=( endcard | title | @scene ) ( stay/stand/be/linger/on/screen/up/show )* ( abit/much )? longer ( on/screen/abit/much )*", "s=( @scene | endcard | title ) ( disappears/goes/vanishes/is/flies ) ( off/by/past/on/screen )* too ( fast/faster/soon/quick/short )", "( let ) s=( @scene | endcard ) ( linger/breathe )", "s=endcard ( is )? too ( short/fast/faster )", "s=( endcard ) ( should/must )? ( be )? longer")
def hold_how_long(c: Context, f: Found) -> Reading | None:
    value = f.value("s")
    if isinstance(value, Scenes) and value.problem:
        return ask(value.problem)
    spoken = isinstance(value, Scenes) and any(getattr(c.scene(id_), "lines", ()) for id_ in value.ids)
    words = {t.norm for t in f.tokens()}
    if spoken and "make" in words:
        return None
    name = f"scene {c.number(value.ids[0])}" if isinstance(value, Scenes) else "the end card" if f.word("s") == "endcard" else "the title scene"
    return ask(f"How many seconds should {name} stay?", *(f"Hold {name} for {n} seconds" for n in (2, 3, 5)))


_LAYOUTS = {"title": "title", "presenter": "presenter", "avatar": "presenter", "endcard": "end_card", "cta": "end_card"}


@BOOK.rule(f"( make/turn/change/set ) ( {_S} ) ( into/to/as/be )* ( l=( title/avatar/endcard ) ) ( scene/page/screen/layout/card/instead/shot )*", f"( use/give ) ( {_S} )? ( l=( title/avatar/endcard ) ) ( layout ) ( ( for/in/to )+ s2=@scene )?", f"( show/have/want/put ) ( l=avatar ) ( in/on/for )+ ( {_S} )", f"( {_S} ) ( should/must/could )+ ( be )? ( l=( title/avatar/endcard ) ) ( scene/page/screen/layout/card )?",
           f"( change/set ) layout ( of/for/in )+ ( {_S} ) to ( l=( title/avatar/endcard ) ) ( scene/layout/page )?", f"( make/have/let ) ( {_S} ) ( with )? ( l=( avatar ) ) ( on screen )?")  # fmt: skip
def layout(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f, "s2" if f.has("s2") else "s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    words = {t.norm for t in f.tokens()}
    if f.word("l") == "avatar" and not words & {"layout", "scene", "page", "screen", "show", "have", "shot", "want", "card"}:
        return None
    return do(*(SetLayout(scene=id_, layout=_LAYOUTS[f.word("l")]) for id_ in scenes.ids), focus=scenes.ids)  # type: ignore[arg-type]


@BOOK.rule(f"( change/another ) layout ( of/for/in )* ( {_S} )?", f"( {_S} ) needs another layout", f"use? another layout ( for/in )+ ( {_S} )")
def which_layout(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    number = c.number(scenes.ids[0])
    return ask(f"How should scene {number} look?", f"Make scene {number} a title scene", f"Make scene {number} a presenter scene", f"Make scene {number} an end card")


@BOOK.rule(f"( make/change/shorten/lengthen/get/cut/trim/want/tighten/speedup/let )? ( {_S} ) ( BE )? ( down/deg=abit/much/even/too/more )* ( shorter/long/longer/short/drag/slower/boring/d=@dur/faster/boring/dull/tedious/wordy )* ( down/on/deg2=abit/much )*", "( shorten/lengthen/trim ) s=@scene ( abit/much | by @dur )*", "( too much | too many ) ( words/line/talk ) in s=@scene", "( less/fewer ) words in s=@scene", "make @dur out of s=@scene",
           "cut @dur ( from/off | out of )+ s=@scene", "s=@scene ( drag ) ...?")  # fmt: skip
def scene_length(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    if "@scene" not in words or not words & {"shorter", "long", "longer", "short", "shorten", "lengthen", "drag", "trim", "@dur", "words", "boring", "dull", "slower", "tedious", "wordy", "faster", "speedup"}:
        return None
    scenes = next((v for v in f.values(0) if isinstance(v, Scenes)), Scenes())
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    number = c.number(scenes.ids[0])
    scene = c.scene(scenes.ids[0])
    if "too" in words and "short" in words or words & {"longer", "lengthen"}:
        return ask(f"What should be said in scene {number} as well?", f"Hold scene {number} for 2 seconds", f"Hold scene {number} for 4 seconds")
    if scene is None or not scene.lines:
        return ask(f"Nothing is said in scene {number}; how long should it stay?", f"Hold scene {number} for 2 seconds", f"Delete scene {number}")
    options = [f"Make line {n} of scene {number} shorter" for n in range(1, len(scene.lines) + 1)][:2]
    last = [f"Delete line {len(scene.lines)} of scene {number}"] if len(scene.lines) > 1 else []
    return ask(f"A scene lasts as long as what is said in it; what should change in scene {number}?", *options, *last, "Make the voice faster")
