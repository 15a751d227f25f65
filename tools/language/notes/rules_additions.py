"""Rules of new lines and new scenes: they hold what the client said, or are asked about."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Lines, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.rules_scenes import fresh_id
from tools.language.notes.rules_words import raw
from tools.language.notes.topics import line_saying
from tools.patches import (
    AddLine,
    InsertScene,
    SetHeading,
)
from tools.script import Line
from tools.storyboard import Scene

BOOK = Rulebook()

# new lines and scenes


def _line_target(c: Context, f: Found) -> Scenes:
    value = f.value("s") if f.has("s") else None
    if isinstance(value, Scenes):
        return value
    words = {t.norm for t in f.tokens()}
    spoken = [scene.id for scene in c.scenes if scene.lines]
    if "@last" in words and spoken:
        return Scenes((spoken[-1],))
    focus = next(iter(c.focus), "")
    if focus:
        return Scenes((focus,))
    return Scenes(
        problem="In which scene should that be said?", options=tuple(f"Scene {c.number(i)}" for i in spoken[:4])
    )


@BOOK.rule(
    """
    ( add/put/insert/append ) ( another/new/extra/one/more )* line ( ( to/in/at/on/into/for/end/of )+
        s=@scene )? ( :/that/saying/which/with )* ( say/read )? :? t=... ;
    ( add/put/insert/append ) ( another/new/extra/one/more )* line t=@quote ( ( to/in/at/on/into/for/end/of
        )* s=@scene )? ;
    ( add/put/insert/append/say/include ) t=@quote ( ( to/in/at/on/into/for/end/of )* s=@scene ) ;
    ( have/let/make/get/want ) ( her/him/she/he/avatar/voice/daniel/maya ) ( to )? ( say ) ( that )?
        t=@quote ( ( in/at/on/end/of )* s=@scene )? ;
    ( say/add/mention ) ( that )? t=( ... ) ( in/at/on/to )+ ( end of | beginning of )? s=@scene ;
    ( in/on/at ) s=@scene ( her/him/she/he/avatar )? ( should )? ( say/add/mention ) ( that )? t=... ;
    s=@scene ( should/must )? ( also )? say t=@quote ( too )? ;
    ( add/put ) line w=( after/before ) l=@line ( :/that/saying/say/read )* t=... ;
    ( after/before ) l=@line ( add/say/put/insert )+ ( line )? ( : )? t=... ;
    ( add/put ) t=@quote w=( after/before ) l=@line ;
    ( add/put/say/mention ) t=@quote ( p=@last ) ;
    ( say/mention/add ) ( that )? t=@quote ;
    ( she/he/avatar ) ( should/must ) ( say/mention ) ( that )? t=@quote ;
    ( have/let/make/get/want )? ( her/him/she/he/avatar/voice/daniel/maya )? ( should )? ( to )? also? (
        say/mention/add )
        also? ( that )? t=@quote ( in/at/on )* s=@scene ;
    ( have/let/make/get/want ) ( her/him/she/he/avatar/voice/daniel/maya ) ( to )? also? ( say/mention ) ( in/at/on )*
        s=@scene ( that/: )* t=@quote ;
    ( in/on/at/to )? s=@scene ( her/him/she/he/avatar/it/you )? ( should/can/could )? also? (
        say/add/mention/insert/put )
        also? ( another/new/extra/one/more )* ( line/words )? ( that/:/say/saying )* t=... ;
    ( have/let/make/get/want )? ( her/him/she/he/avatar/voice/daniel/maya )? ( should )? ( to )? also? (
        say/mention/add ) ( in/at/on )* s=@scene ( that/: )* t=@quote ;
    ( another/one/more/extra/new )+ line ( for/to/in/on )* s=@scene ,? t=@quote ;
    s=@scene ( also/additionally/plus/as/well )+ : t=@quote ;
    ( add/put/insert ) ( another/new/extra/one/more )* line ( for/to/in/on )* s=@scene ,? t=@quote ;
    s=@scene ( should/must )? p=( start/beginning/end/finish/@last/@first/close ) with ( words/line )? t=@quote ;
    p=( start/end/finish/close ) s=@scene with ( words/line )? t=@quote ;
    s=@scene ( needs/need/want | should have | could use ) ( another/one/more/extra/new )+ line ( :/that/say/with
        )* t=... ;
    ( add/put/insert ) ( words/line )? t=@quote ( in )? ( between ) l=@line ;
    ( add/put/insert ) ( words/line )? t=@quote ( right/directly/just )* w=( after/before/behind ) ( words/line )?
        q=@quote ;
    ( right/directly/just )* w=( after/before ) ( words/line )? q=@quote ,? ( her/him/she/he/avatar )? ( should )?
        ( say/add/put/insert )
        ( words/line )? t=@quote ;
    ( right/directly/just )* w=( after/before ) l=@line ,? ( her/him/she/he/avatar )? ( should )? (
        say/add/put/insert/have )
        ( words/line )? t=@quote ;
    ( add/put/insert ) another? line t=@quote ( right/directly/just )* w=( after/before ) l=@line ;
    ( add/put/insert ) ( another/new/extra/one/more )* line? w=( after/before ) l=@line ( :/that/saying/say/read )*
        t=... ;
    ( add/put/insert/include ) t=@quote s=@scene ;
    ( add/put/insert/include ) t=@quote w=as ( new )? l=@line ;
    ( add/put/insert/append/include ) ( this/following/line/words )* ( at/to/in/on )* s=@scene : t=... ;
    ( another/one/more/extra/new )+ line ( for/to/in/on )* s=@scene : t=...
    """
)
def _add_line(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    tokens = f.tokens("t")
    if (
        not text
        or "instead" in {t.norm for t in f.tokens()}
        or tokens[0].norm in ("@scene", "@line", "about", "music", "captions", "logo", "instead")
        or (tokens[0].norm in ("it", "something") and ":" not in {t.norm for t in f.tokens()})
        or any(t.norm in ("@line", "@scene") for t in tokens)
    ):
        return None
    if re.match(r"(?:about|on|regarding|where|who|for)\b", text, re.IGNORECASE) and tokens[0].norm != "@quote":
        return ask("What should the new line say?")
    marked = {"@quote", ":", "say", "read", "saying", "that", "with", "mention"} & {t.norm for t in f.tokens()}
    if not marked and not (text[:1].isupper() and len(text.split()) > 2):
        return None
    if re.match(r"(?:a|one|another|some)\b(?: \w+){0,2}$", text, re.IGNORECASE) and tokens[0].norm != "@quote":
        return None
    line = f.value("l") if f.match.groupdict().get("l") else None
    if f.match.groupdict().get("q"):
        line = line_saying(c, str(f.tokens("q")[0].value))
    if isinstance(line, Lines) and "between" in {t.norm for t in f.tokens()}:
        line = Lines(line.ids[:1], line.problem)
    if isinstance(line, Lines):
        if line.problem or len(line.ids) != 1:
            return ask(line.problem or "After which line?", *line.options)
        scene = next(s for s in c.scenes if any(one.id == line.ids[0] for one in s.lines))
        before = bool({"before", "as"} & {t.norm for t in f.tokens()})
        places = [one.id for one in scene.lines]
        after = (
            line.ids[0] if not before else (places[places.index(line.ids[0]) - 1] if places.index(line.ids[0]) else "")
        )
        return do(AddLine(scene=scene.id, after=after, line=Line(id=_line_id(scene), text=text)), focus=(scene.id,))
    scenes = _line_target(c, f)
    shown = c.scene(scenes.ids[0]) if scenes.ids else None
    if shown is not None and shown.layout == "end_card":
        return None
    if shown is not None and shown.layout == "title" and not shown.lines and f.tokens()[0].norm != "add":
        return do(SetHeading(scene=shown.id, heading=text[:300]), focus=scenes.ids)
    if scenes.problem:
        return ask(scenes.problem, *(f'Add the line "{text}" to scene {o.split()[-1]}' for o in scenes.options))
    found = c.scene(scenes.ids[0])
    if found is None:
        return None
    if tokens[0].norm != "@quote" and re.search(r"\b(?:but|should be|should say|instead)\b", text, re.IGNORECASE):
        return None
    told = (
        " ".join(text.lower().strip(" .!?").split()[:2]) if tokens[0].norm != "@quote" else text.lower().strip(" .!?")
    )
    if f.tokens()[0].norm in ("@scene", "in", "on", "at") and any(told in line.text.lower() for line in found.lines):
        return None  # what is said there already is told, not asked for
    first = scenes.kind == "start of" or bool(
        {"beginning", "@first", "start"} & {t.norm for t in f.tokens() if t not in tokens}
    )
    after = found.lines[-1].id if found.lines and not first else ""
    return do(AddLine(scene=found.id, after=after, line=Line(id=_line_id(found), text=text)), focus=(found.id,))


def _line_id(scene: Scene) -> str:
    taken, number = {line.id for line in scene.lines}, len(scene.lines) + 1
    while f"{scene.id}-l{number}" in taken:
        number += 1
    return f"{scene.id}-l{number}"


_NEW = "( another/new/extra/one/more/short/quick/final/separate/small )*"
_WHERE = (
    "( ( right/just/directly/straight/in/at/to )* ( w=( after/before/behind/between "
    ") ( s=@scene | e=endcard ) | p=( @first | @last | in middle ) ) )?"
)
_ABOUT = (
    "( ( about/on/for/explaining/showing/with/mention/describing/introducing/call/title/named/headed "
    ")+ a=( ~? ~? ~? ~? ~ ) )?"
)
_SAYING = (
    "( where/in/which/that/she/he/avatar/it/and/with/words/line/text/should/have/her/him/there "
    ")* ( say/read/: )+ ( that/: )?"
)


@BOOK.rule(
    f"""
    ( add/make/put/want/need/have/do )? {_NEW} n=scene/part/page {_WHERE} {_ABOUT} ,? {_SAYING} t=... ;
    ( add/make/put/want/need/have/do )? {_NEW} n=scene/part/page {_ABOUT} {_WHERE} ,? {_SAYING} t=... ;
    ( add/make/put/want/need/have/do )? {_NEW} n=scene/part/page {_WHERE} ( with/words/line/text )* t=@quote
        ;
    ( add/put/insert ) t=@quote as {_NEW} n=scene {_WHERE} ;
    {_WHERE} ( add/put/insert/want/need ) {_NEW} n=scene {_ABOUT} {_SAYING} t=... ;
    ( add/make/put/want/need/have ) {_NEW} n=scene {_ABOUT} {_WHERE} ,? t=@quote ;
    ( add/make/put/want/need/have/do ) {_NEW} n=scene/part/page {_WHERE} {_ABOUT} ;
    ( add/make/put/want/need/have/do ) {_NEW} n=scene/part/page {_ABOUT} {_WHERE} ;
    {_NEW} n=scene {_WHERE} {_ABOUT} ;
    ( want/need ) {_NEW} n=scene ;
    ( add/mention/say/include/put/want )+ ( something/abit/more/also/words/line/sentence/details )+ (
        about/on )+ a=... ;
    ( talk/mention/explain ) ( more )? ( about )? a=( .? .? .? . ) too? ;
    ( add/include/put/insert ) ( another/new/extra/more )* line ( ( to/in/at/on/into/for )+ s=@scene )? ;
    there is ( something )? missing ;
    ( mention/include | bring up ) a=...
    """
)
def _insert(c: Context, f: Found) -> Reading | None:
    words = {t.norm for t in f.tokens()}
    groups = f.match.groupdict()
    if not groups.get("n") and not words & {"something", "abit", "mention", "line", "missing", "more", "talk"}:
        return None
    if words & {"@colour", "@dur"} and "t" not in groups:
        return None
    text = raw(c, f, "t") if groups.get("t") else ""
    about = raw(c, f, "a") if groups.get("a") else ""
    if groups.get("a") and any(t.norm in ("@scene", "@line") for t in f.tokens("a")):
        return None
    place = _place(c, f)
    if isinstance(place, Reading):
        return place
    if not groups.get("n"):
        return ask(f"What should be said about {about}?" if about else "What should the new line say?")
    if not text and "@quote" in words and not any(t.norm == "@quote" for t in f.tokens("a")):
        return None
    if groups.get("a") and (named := [t for t in f.tokens("a") if t.norm == "@quote"]):
        if not text and "heading" in {t.norm for t in f.tokens("a")}:
            return None
        about = str(named[0].value)
    if not text:
        after = f" after scene {c.number(place)}" if place else " at the start"
        topic = f" about {about}" if about else ""
        return ask(f"What should the new scene{topic}{after} say?")
    lines = [part for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]
    base = fresh_id(c, "new")
    scene = Scene(
        id=base,
        heading=_titled(about)[:300],
        lines=tuple(Line(id=f"{base}-l{n}", text=part) for n, part in enumerate(lines, 1)),
    )
    return do(InsertScene(after=place, scene=scene), focus=(base,))


def _titled(about: str) -> str:
    plain = re.sub(r"^(?:the|our|my|a|an)\s+", "", about.strip("\"' "), flags=re.IGNORECASE)
    return plain[:1].upper() + plain[1:]


def _place(c: Context, f: Found) -> str | Reading:
    """The id after which a new scene comes: before the end card where nothing is said of it."""
    groups = f.match.groupdict()
    ids = [scene.id for scene in c.scenes]
    words = {t.norm for t in f.tokens()}
    scenes = f.value("s") if groups.get("s") else None
    if isinstance(scenes, Scenes) and scenes.problem:
        return ask(scenes.problem)
    if groups.get("e") and "before" not in words:
        return ids[-1] if ids else ""
    if isinstance(scenes, Scenes) and scenes.ids:
        way = f.word("w")
        if way == "between":
            return min(scenes.ids, key=c.number)
        if way == "before":
            at = ids.index(scenes.ids[0])
            return ids[at - 1] if at else ""
        return scenes.ids[-1]
    if "@first" in words:
        return ""
    spoken = [scene.id for scene in c.scenes if scene.layout != "end_card"]
    return spoken[-1] if spoken else ids[-1] if ids else ""


@BOOK.rule("""
    ( have/let/make/get/want ) ( her/him/she/he/avatar/voice ) ( to )? ( say ) t=... ;
    ( say/mention ) ( that )? t=... ;
    ( she/he/avatar ) ( should/must ) ( say/mention ) ( that )? t=...
    """)
def _say_something(c: Context, f: Found) -> Reading | None:
    text = raw(c, f, "t")
    words = [t.norm for t in f.tokens("t")]
    if (
        not text
        or {"@scene", "@line", "music", "voice"} & set(words)
        or words[0] in ("it", "about", "something", "this", "instead")
        or len(words) < 2
    ):
        return None
    spoken = [scene.id for scene in c.scenes if scene.lines]
    focus = next(iter(c.focus), "")
    if not spoken:
        return None
    return ask(
        "In which scene should that be said?",
        *(f'Add the line "{text}" to scene {c.number(i)}' for i in ([focus] if focus in spoken else spoken)[:4]),
    )
