"""Rules of what stands on screen: headings, subtitles and titles."""

from __future__ import annotations

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_words import READS, TO, raw
from tools.patches import SetEndCard, SetHeading, SetTitle

BOOK = Rulebook()


def headed(c: Context, f: Found) -> Scenes:
    """The scene whose heading is meant, or a question."""
    value = f.value("s") if f.has("s") else None
    if isinstance(value, Scenes):
        return value
    if f.word("h") == "subtitle":
        own = [s.id for s in c.scenes if s.subtitle] or [s.id for s in c.scenes if s.layout == "title"]
        if len(own) == 1:
            return Scenes((own[0],))
    focus = next(iter(c.focus), "")
    if focus:
        return Scenes((focus,))
    named = [n for n, scene in enumerate(c.scenes, 1) if scene.layout != "end_card"]
    return Scenes(problem="Of which scene do you mean the heading?", options=tuple(f"Scene {n}" for n in named[:4]))


_OF = "( ( in/of/on/for/from/at )+ s=@scene )?"


@BOOK.rule(
    f"""
    ( change/set/make/rename/replace/put/rewrite/use/update/call ) h=heading/subtitle ( {_OF} ) {TO} t=...
        ;
    ( change/set/make/rename/replace/put ) s=@scene h=heading/subtitle {TO} t=... ;
    h=heading/subtitle ( {_OF} ) {READS} t=... ;
    s=@scene h=heading/subtitle {READS} t=... ;
    h=heading/subtitle ( {_OF} ) : t=... ;
    s=@scene ,? ( new/another )? h=heading/subtitle : t=... ;
    ( put/add/write/show/use/give/set/have/want ) t=@quote ( as/in/for/on )+ h=heading/subtitle ( {_OF} ) ;
    ( give/add ) s=@scene h=heading/subtitle ( :/of/with/that/saying/say/read/call/title )* t=... ;
    ( add/put/write ) h=heading/subtitle ( ( to/in/on/for/of )+ s=@scene )? ( :/that/which/with/of )* (
        say/read/call/title ) ( : )? t=... ;
    ( add/put/write ) h=heading/subtitle t=@quote ( ( to/in/on/for/of )+ s=@scene )? ;
    ( add/put/write ) h=heading/subtitle ( to/in/on/for/of )+ s=@scene : t=... ;
    ( title/head/call/rename/name ) s=@scene ( to/as/into/: )? t=... ;
    s=@scene ( into/to/as ) t=@quote ;
    ( put/write/show/add ) t=@quote ( on/in )+ s=@scene ;
    s=@scene ( should/must )? be ( call/title/titled/headed/headlined/named ) t=... ;
    make h=heading/subtitle ( {_OF} ) ( say/read/: )? t=@quote ;
    ( change/set/make/put/rename ) h=heading/subtitle ( {_OF} ) t=@quote ;
    for h=heading/subtitle ( {_OF} )? ( use/write/put/take ) t=... ;
    ( have/let ) h=heading ( ( in/of/on/for/from/at )+ s=@scene )? ( say/read ) t=... ;
    want h=heading ( ( in/of/on/for/from/at )+ s=@scene )? ( to )? ( say/read/be )+ t=... ;
    ( in/on ) s=@scene ( change/set ) h=heading ( to )? t=... ;
    ( change/set/make/put/update/rename )? h=heading/subtitle ( in/of/on/for/from/at )* s=@scene ( to/:/as ) t=... ;
    ( give ) s=@scene title ( : )? t=@quote ;
    s=@scene ( get/gets/has/have/needs/need/receives ) h=heading/title/subtitle ( : )? t=@quote ;
    s=@scene h=heading/subtitle ( to/: ) t=... ;
    h=heading/subtitle ( in/of/on/for/from/at )* s=@scene t=@quote ;
    s=@scene h=heading/subtitle t=@quote ;
    h=heading ( {_OF} ) t=@quote ;
    ( in/on/at )? s=@scene ,? ( put/add/write/show/use/set/have/want ) t=@quote ( as/in/for/on )+ h=heading/subtitle ;
    ( put/add/write/show/use/set/have/want ) t=@quote ( as/in/for/on )+ h=heading/subtitle ( in/on/at/for/of )*
        s=@scene ;
    ( put/add/write/show/use/set/have/want ) t=... ( as )+ h=heading/subtitle ( {_OF} )
    """
)
def _heading(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    words = [t.norm for t in f.tokens("t")]
    if (
        not text
        or words[0] in ("@scene", "@colour")
        or (len(words) == 1 and words[0] in ("bigger", "smaller", "shorter", "longer"))
    ):
        return None
    if words[0] in ("something", "another") or (
        len(words) < 3 and {"bigger", "smaller", "shorter", "longer", "abit", "typeface", "top", "bottom"} & set(words)
    ):
        return None
    scenes = headed(c, f)
    if scenes.problem:
        return ask(
            scenes.problem, *(f'Change the heading of scene {o.split()[-1]} to "{text}"' for o in scenes.options)
        )
    named = f.tokens("s")
    if named and c.text[named[0].start : named[0].end].lower() in ("it", "that"):
        scenes = Scenes(scenes.ids[:1])
    key = "subtitle" if f.word("h") == "subtitle" else "heading"
    card = c.scene(scenes.ids[0]) if len(scenes.ids) == 1 else None
    if card is not None and card.layout == "end_card" and not f.has("h"):
        return do(SetEndCard(call_to_action=text[:120]), focus=scenes.ids)
    patches = [
        SetHeading(scene=id_, heading=text[:300]) if key == "heading" else SetHeading(scene=id_, subtitle=text[:300])
        for id_ in scenes.ids
    ]
    return do(*patches, focus=scenes.ids)


@BOOK.rule("""
    ( in/on/at )+ s=@scene ,? ( write/put/show/print ) t=@quote
    """)
def _written_on(c: Context, f: Found) -> Reading | None:
    scenes: Scenes = f.value("s")
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    if len(scenes.ids) == 1 and getattr(c.scene(scenes.ids[0]), "layout", "") == "end_card":
        return do(SetEndCard(call_to_action=raw(c, f, "t")[:120]), focus=scenes.ids)
    return do(*(SetHeading(scene=id_, heading=raw(c, f, "t")[:300]) for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule("""
    ( write/put/add/show ) t=@quote ( under/below ) ( title/heading )
    """)
def _under_the_title(c: Context, f: Found) -> Reading | None:
    card = next((one for one in c.scenes if one.layout == "title"), None)
    return do(SetHeading(scene=card.id, subtitle=raw(c, f, "t")[:300]), focus=(card.id,)) if card else None


@BOOK.rule("""
    s=@scene h=heading/subtitle t=... ;
    h=heading/subtitle s=@scene t=...
    """)
def _bare_heading(c: Context, f: Found) -> Reading | None:
    """`scene 4 headline Ordering is easy`: without a verb only what begins like a heading is one."""
    text, scenes = raw(c, f, "t"), f.value("s")
    if not text[:1].isupper() or scenes is None or len(text.split()) > 8:
        return None
    return _heading(c, f)


@BOOK.rule("""
    ( change/replace/rename/swap ) ( heading/title/subtitle ) old=@quote ( to/with/by/into/for )+ new=@quote
    """)
def _named_heading(c: Context, f: Found) -> Reading | None:
    old, new = raw(c, f, "old"), raw(c, f, "new")
    ids = [scene.id for scene in c.scenes if scene.heading.lower().strip(" .!?") == old.lower().strip(" .!?")]
    if len(ids) == 1:
        return do(SetHeading(scene=ids[0], heading=new[:300]), focus=ids)
    return ask(f'No scene has the heading "{old[:60]}"; of which scene do you mean it?') if not ids else None


@BOOK.rule(f"""
    ( remove/no/clear/empty/lose/drop | dont show | dont want ) h=heading/subtitle ( {_OF} ) ;
    ( remove/no ) s=@scene h=heading/subtitle ;
    ( no/remove ) h=heading/subtitle ( in/on )+ ( all )+ scene ;
    s=@scene ( needs/need/have | should have ) ( no ) h=heading/subtitle ;
    h=heading/subtitle ( {_OF} ) ( should/must/can )? ( go/off/away/out/gone/goes | be remove )
    """)
def _no_heading(c: Context, f: Found) -> Reading | None:
    scenes = headed(c, f)
    if scenes.problem:
        return ask(scenes.problem, *(f"Remove the heading of scene {o.split()[-1]}" for o in scenes.options))
    if f.word("h") == "subtitle":
        return do(*(SetHeading(scene=id_, subtitle="") for id_ in scenes.ids), focus=scenes.ids)
    return do(*(SetHeading(scene=id_, heading="") for id_ in scenes.ids), focus=scenes.ids)


@BOOK.rule(f"""
    ( change/rewrite/replace/update/hate/fix/add/set ) h=heading/subtitle ( {_OF} ) ;
    ( another/better/new/shorter/catchier/punchier ) h=heading/subtitle ( {_OF} ) ;
    ( use/want/need/give/add ) ( another/better/new/shorter/catchier )? h=heading/subtitle ( {_OF} ) ;
    ( change/rewrite/replace/hate ) s=@scene h=heading/subtitle ;
    s=@scene needs ( another/better/new )? h=heading/subtitle ;
    MAKE h=heading ( {_OF} ) ( better/shorter/catchier/nicer/longer ) ;
    h=heading ( {_OF} ) ( is ) ( too )? ( shorter/longer/long/boring/bad/wrong/dull/short )
    """)
def _which_heading(c: Context, f: Found) -> Reading | None:
    scenes = headed(c, f)
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return ask(f"What should the {f.word('h') or 'heading'} of scene {c.number(scenes.ids[0])} say?")


@BOOK.rule(f"""
    ( change/set/make/rename/replace/put ) title ( of )? ( in/on )? ( m=video/project )? ( {_OF} ) {TO} t=... ;
    title ( of )? m=video/project? ( {_OF} ) {READS} t=... ;
    title ( of m=video/project )? : t=... ;
    ( use/put/want/have ) t=@quote as title ( of m=video/project )? ;
    title of s=@scene ( {READS} | to ) t=... ;
    s=@scene title ( {READS} | : ) t=... ;
    make title t=@quote ;
    title t=@quote ;
    ( change/set/rename ) m=video/project title {TO} t=... ;
    give ( it | video ) title t=... ;
    m=video/project title ( should be )? t=@quote
    """)
def _title(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    first = f.tokens("t")[0].norm
    if not text or first in ("@scene", "bigger", "smaller", "@colour", "shorter", "longer"):
        return None
    if f.has("m"):
        return do(SetTitle(title=text[:300]))
    scene = f.value("s") if f.has("s") else None
    if isinstance(scene, Scenes) and scene.problem:
        return ask(scene.problem)
    card = next((one for one in c.scenes if one.layout == "title"), None)
    if isinstance(scene, Scenes):
        return do(*(SetHeading(scene=id_, heading=text[:300]) for id_ in scene.ids), focus=scene.ids)
    return (
        do(SetHeading(scene=card.id, heading=text[:300]), focus=(card.id,)) if card else do(SetTitle(title=text[:300]))
    )


@BOOK.rule("""
    ( rename/call/name ) ( it/video/project/this )+ ( to/: )? t=... ;
    name of video : t=... ;
    ( new/another/better )? name ( for/of ) video ( : | is | should be ) t=... ;
    video ( should/must/shall/will/needs ) ( to )? be ( named/titled/call ) t=... ;
    video ( should/must ) be ( call ) t=... ;
    ( rename/change ) name of video to t=... ;
    ( video/project/programme ) is call t=... ;
    video title ( is | should be )? t=@quote ;
    video name ( is | should be | must be | has to be )? t=@quote
    """)
def _rename(c: Context, f: Found) -> Reading | None:
    return do(SetTitle(title=raw(c, f, "t")[:300])) if raw(c, f, "t") else None


@BOOK.rule("""
    ( change/rename ) ( title | video | name of video ) ;
    ( another/better/new ) title ;
    ( hate ) title ;
    want/need another title
    """)
def _which_title(c: Context, f: Found) -> Reading | None:
    return ask("What should the title say?")
