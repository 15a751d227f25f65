"""Rules of scenes: splitting, joining, locking."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_scenes import SCENE, fresh_id, meant
from tools.language.notes.topics import line_saying
from tools.patches import LockScene, MergeScenes, SplitScene

BOOK = Rulebook()


@BOOK.rule(f"""
    split ( {SCENE} ) ( ( after/behind/following/at )+ l=@line )? ;
    split ( {SCENE} ) ( in/into/up )* ( @num/half/halves/parts/part/pieces/scene )* ;
    ( make/turn ) ( @num/two ) ( scene )? ( out )? of ( {SCENE} ) ;
    make ( {SCENE} ) ( into )? @num scene ;
    split after l=@line ;
    own=( @line ) (
        deserves/deserve/needs/need/should/must/want/wants/gets/get/have/has/as/be/to/for/is/worth/in/into )*
        its? own scene ;
    ( make/give/put/turn/move/have ) own=( @line ) ( into/in/as/to/a/on )* its? own scene ;
    ( split ) ( {SCENE} ) ( after/at )+ l=@line ;
    split ( {SCENE} ) ( in/into/up )* ( @num/half/halves/parts/part/pieces/scene )* ( right/directly )* (
        after/behind/at )
        l=@line ;
    split ( {SCENE} ) ( in/into/up )* ( @num/half/halves/parts/part/pieces/scene )* ( right/directly )* (
        after/behind/at )
        ( words/line )? q=@quote ;
    turn ( {SCENE} ) into @num scene ;
    cut ( {SCENE} ) ( in/into ) ( @num/half ) ;
    ( cut/remove/make/turn ) ( {SCENE} ) ( in/into ) ( @num/half/halves ) ( scene/parts/part/pieces )? (
    after/behind/following
        ) ( words/line )? ( l=@line | q=@quote ) ;
    ( cut/split ) ( {SCENE} ) w=before ( words/line )? ( l=@line | q=@quote ) ;
    ( {SCENE} ) ( should/must/could/can )? ( be/become/into/in )+ @num scene ,? ( cut/split )? ( after/behind ) (
    words/line
        )? ( l=@line | q=@quote ) ;
    ( {SCENE} ) ( should/must/could ) be split ( in/into/@num/after/scene )* l=@line?
    """)
def _split(c: Context, f: Found) -> Reading | None:
    if f.match.groupdict().get("own"):
        return _own_scene(c, f.value("own"))
    lines = f.value("l") if f.has("l") else None
    if f.has("q"):
        lines = line_saying(c, str(f.value("q")))
    if isinstance(lines, Lines) and lines.problem and f.has("s"):
        lines = None
    if isinstance(lines, Lines) and f.match.groupdict().get("w"):
        order = [line.id for scene in c.scenes for line in scene.lines]
        place = order.index(lines.ids[0]) if len(lines.ids) == 1 else 0
        lines = Lines((order[place - 1],)) if place else Lines(problem="After which line should it be split?")
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


def _own_scene(c: Context, lines: Lines) -> Reading:
    """`the velvet box line deserves its own scene`: the scene is split before the line, or behind it."""
    if lines.problem:
        return ask(lines.problem, *lines.options)
    scene = next(s for s in c.scenes if any(line.id == lines.ids[0] for line in s.lines))
    ids = [line.id for line in scene.lines]
    if len(lines.ids) > 1 or len(ids) < 2:
        return ask("Which line should be a scene of its own?")
    place, number = ids.index(lines.ids[0]), c.number(scene.id)
    if 0 < place < len(ids) - 1:
        return ask(
            f"Lines of scene {number} stand before it and behind it; where should the scene be split?",
            *(f"Split scene {number} after line {n}" for n in (place, place + 1)),
        )
    return do(SplitScene(scene=scene.id, after=ids[max(0, place - 1)], new_id=fresh_id(c, scene.id)), focus=(scene.id,))


@BOOK.rule("""
    s=( @scene ( and/with/, )* @scene? ) ( can/could/should/must/might/will/to/would/have )* (
        belong/go/fit/be/stay )* (
        together | one scene | in one | into one | merge | one part )+ ( scene/together )* ;
    merge s=( @scene ) ( together/into/in/one/scene )* ;
    merge s=( @scene ( and/with/into/to/, )* @scene ) ( together/into/one/scene )* ;
    make s=@scene ( into )? one scene? ;
    make one scene ( out )? of s=@scene ;
    s=@scene ( should/could/must ) be ( merge | one scene ) ( together )? ;
    ( put/turn/roll ) s=@scene ( together/into/one/scene/in )+ ;
    make s=@scene one ;
    make? one scene ( from/of/out )+ s=@scene ;
    s=@scene ( in/into/to/as ) one ( scene )? ;
    ( put/turn/roll/fold ) s=( @scene ( and/with/into/to/in/, )* @scene ) ( together )?
    """)
def _merge(c: Context, f: Found) -> Reading | None:
    values = [value for value in f.values(0) if isinstance(value, Scenes)]
    problem = next((value for value in values if value.problem), None)
    if problem is not None:
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


@BOOK.rule("""
    lock ( whole/entire/all/of/it )* ( video/everything/all )
    """)
def _lock_all(c: Context, f: Found) -> Reading | None:
    return do(*(LockScene(scene=scene.id) for scene in c.scenes))


@BOOK.rule(f"""
    lock ( {SCENE} ) ( down/in | as it is | for now )* ;
    ( {SCENE} ) ( is/are )? ( final/finished/perfect/approve/locked/done ) ,? ( lock it | lock | dont change
        it? ) ( any more/anymore/again )* ;
    ( lock ) ( {SCENE} ) so ... ;
    ( make sure )? ( {SCENE} ) ( stays/stay ) ( locked/lock ) ;
    ( {SCENE} ) lock ;
    ( {SCENE} ) ( is/are ) lock ( ,? i know )? ;
    ( {SCENE} ) should be lock ;
    ( dont )? ( let )? ( no-one/nobody/anybody/anyone/anything/nothing | no one ) ( may/can/should/must )? (
        change/changes/touch/touches/alter/edit ) ( anything )? ( in/of )* ( {SCENE} ) ( any/anymore/again/more )* ;
    ( no-one/nobody | no one ) ( is/are allowed to/? | is/are to ) ( change/touch/edit ) ( {SCENE} ) ;
    ( no-one/nobody | no one ) ( is/are ) ( allowed ) ( to )? ( change/touch/edit ) ( {SCENE} ) ;
    dont let ( no-one/nobody/anybody/anyone/anything ) change ( in )? ( {SCENE} ) ( any/anymore/again/more )* ;
    ( leave/keep ) ( {SCENE} ) ( exactly | just )? as it is from now on ;
    lock ( {SCENE} ) from change/edit/edits/changes ;
    keep ( {SCENE} ) lock ;
    ( keep/leave/make ) ( {SCENE} ) safe ( from/change/edit/edits/changes/for/now/everything/all )* ;
    leave ( {SCENE} ) lock ;
    dont ( change ) ( {SCENE} ) ( any/anymore/again/much/more )* ( ,/because/since/as )* ( it | that one | this one
        )? is
        ( final/finished/perfect/approve/locked/done | signed off | good to go ) ( now )?
    """)
def _lock(c: Context, f: Found) -> Reading | None:
    scenes = meant(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    told = re.search(r"\b(?:is|are|'s|was) (?:still |already |currently )?locked\b", c.text.lower())
    if told and all(getattr(c.scene(id_), "locked", False) for id_ in scenes.ids):
        return Reading(kept=True, said="It is locked.", focus=scenes.ids)
    return do(*(LockScene(scene=id_) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule("""
    ( can/may )? ( be )? change s=@scene ;
    s=@scene ( can/may ) ( be )? ( change/open/edit/changed )
    """)
def _open_again(c: Context, f: Found) -> Reading | None:
    if not re.search(r"\b(?:can|may)\b.*\b(?:chang\w+|edit\w*|touch\w*)\b.*\bagain\b", c.text.lower()):
        return None
    ids = [id_ for id_ in f.value("s").ids if getattr(c.scene(id_), "locked", False)]
    return do(*(LockScene(scene=id_, locked=False) for id_ in ids), focus=ids) if ids else None


@BOOK.rule(f"""
    unlock ( {SCENE} ) ( again )? ;
    ( {SCENE} ) ( can/may/should ) be ( unlock/change ) ( again )? ;
    ( remove | take off ) lock ( from/on/of/off )* ( {SCENE} ) ;
    ( dont/no ) lock ( {SCENE} ) ;
    lock ( on/of/from/in )+ ( {SCENE} ) ( has/should/must/can/needs/is/to/be )* ( go | off | remove | unnecessary ) ;
    unlock ( everything/all/them | all of it | whole video | video )? ;
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
