"""Rules of framing: how much of the presenter is seen, named, or one step closer or wider than now."""

from __future__ import annotations

import re

from tools.language.notes.context import Context, Reading, Scenes, ask, do
from tools.language.notes.patterns import Found, find
from tools.language.notes.rulebook import Rulebook
from tools.language.notes.splitting import Clause, undetermined
from tools.presenter_patches import SetFraming
from tools.storyboard import Framing

BOOK = Rulebook()

_STEPS: tuple[Framing, ...] = ("close_up", "head_shoulders", "half_body", "full_body")
"""From the closest to the widest."""
_USUAL: Framing = "head_shoulders"
_WHO = "( her/him/his/she/he/they/them/their/avatar/maya/daniel/lady/woman/man/guy/girl/person )"
_SMALL = (
    "( show/seen/shown/visible/on/make/use/want/have/put/do/let/get/frame/framing/framed/film/zoom/in/out/from/at/of/"
    "with/to/me/i/we/you/us/one/only/just/scene/view/should/must/could/can/be/is/as/would/love/more/abit/instead/for/"
    "all/video/,/:/so/not/a/the/her/him/his/she/he/they/them/avatar/maya/daniel/lady/woman/man/guy/girl/person/go/back/"
    "phone/mobile/switch/change/set/crop/cropped/camera/aspect/better/nice/please/here/everywhere/turn/bring/stand/"
    "standing )"
)
_PLACE = "( ( in/for/on/during/at )* s=@scene )"
_NAMED: dict[Framing, str] = {
    "close_up": "( extreme/tight )? close up/ups | closeup/closeups | tight scene/framing",
    "head_shoulders": "head and/to shoulders/shoulder | shoulders/chest up/upwards | bust scene/view/framing | "
    "headshot",
    "half_body": "half body/figure/duration | half the body | waist/hips/hip/belt/belly up/upwards | upper body/half | "
    "medium/mid/american scene | to/at the? waist/hips | top half of | torso",
    "full_body": "full/whole/entire/complete/all/total body/figure/height | full duration | full scene | "
    "head to toe/toes/foot/feet | top to toe/toes | ( all way )? ( down )? "
    "to ( her/his/their )? ( shoes/feet/toes ) | as a whole person",
}
_BY_PERSON = frozenset({"full duration", "full scene", "half duration", "upper half", "close up"})
"""What is a framing only where somebody is spoken of, or nothing else could be meant."""
_PERSONS = frozenset(_WHO.strip("() ").split("/"))


def _patterns(words: str) -> str:
    piece = f"( {_SMALL} )* k=( {words} )"
    small = f"( {_SMALL} )*"
    return f"{piece} {small} {_PLACE}? {small} ; {small} {_PLACE} {small} k=( {words} ) {small}"


def _named(framing: Framing) -> None:
    @BOOK.rule(_patterns(_NAMED[framing]))
    def _rule(c: Context, f: Found) -> Reading | None:
        words = {token.norm for token in f.tokens()}
        if f.word("k") in _BY_PERSON - {"close up"} and words.isdisjoint(_PERSONS):
            return None
        if "not" in words:
            return ask("That says how much of the presenter should not be seen; how much should be?", *_OPTIONS)
        return _framed(c, f, framing)


_OPTIONS = ("Show the presenter as close up", "Show the presenter as half body", "Show the presenter as full body")
for _framing in _STEPS:
    _named(_framing)


@BOOK.rule(f"""
    ( {_SMALL} )* show ( more/of/the/also/both )* {_WHO} ( both/two )? ( hands/arms ) ( too/also/as/well )*
        {_PLACE}? ;
    {_PLACE} ( {_SMALL} )* show {_WHO} ( both/two )? ( hands/arms ) ( too/also )* ;
    {_WHO} hands/arms ( should/must/could/can )? be? ( seen/visible/shown/on/show ) ( too/also )* {_PLACE}?
    """)
def _hands(c: Context, f: Found) -> Reading | None:
    return _framed(c, f, "half_body")


@BOOK.rule(
    f"( ( in/on/for/at/during )* s2=@scene ( ,/: )? )? ( {_SMALL} )* ( her/his )? avatar "
    f"( {_SMALL} )* {_PLACE}? ( {_SMALL} | tight )*"
)
def _face(c: Context, f: Found) -> Reading | None:
    words = f.tokens()
    said = c.text[max(0, words[0].start - 12) : words[-1].end].lower()
    near = re.search(r"\b(?:just|only|zoom|tight|close)\b.*\bface\b|\bface\b.*\b(?:only|tight|close)\b", said)
    return _framed(c, f, "close_up") if near else None


_STEP = f"""
    zoom ( abit/much/more/right )* d=in ( abit/much/more )* ( on/to )+ {_WHO} ( face )? ( abit/more )* {_PLACE}? ;
    ( turn/bring/move/get/put/make/have/show/frame/come/go ) ( abit/much )* {_WHO}? ( in )? ( abit/much )* d=closer (
        in )? ( ( to/on ) {_WHO} )? ( to camera/us/lens/viewer )? {_PLACE}? ;
    ( {_SMALL} )* ( abit/much )* d=( closer/tighter ) ( scene/framing/view/crop ) ( ( of/on ) {_WHO} )? {_PLACE}? ;
    ( abit/much )* d=closer ( ( on/to ) {_WHO} ) {_PLACE}? ;
    ( abit/much )* d=( closer/tighter ) ;
    d=( closer/tighter ) {_PLACE} ;
    {_WHO} ( should/must/could/can )? be? ( abit/much )* d=closer ( to camera/us )? {_PLACE}? ;
    ( {_SMALL} )* ( abit/much )* d=( wider ) ( scene/framing/view/crop ) ( ( of/on ) {_WHO} )? {_PLACE}? ;
    ( {_SMALL} )* d=shorter ( scene/framing/view/crop ) ( of/on ) {_WHO} {_PLACE}? ;
    ( frame/show/film/crop ) {_WHO} ( abit/much )* d=( wider/tighter ) ( up )? {_PLACE}? ;
    zoom ( abit/much/more )* d=out ( abit/more )* ( on/from/of )* {_WHO} ( abit/more )* {_PLACE}? ;
    ( {_WHO} be )? too ( much )? d=close ( up )? {_PLACE}? ;
    show ( abit/much )* d=more of {_WHO} ( body )? {_PLACE}? ;
    ( move/turn/put/get/take ) {_WHO} ( abit/much )* d=( back/farther/further ) ( off )? {_PLACE}? ;
    ( move/turn/put ) d=off from {_WHO} {_PLACE}?
"""
_BEFORE = "( ( in/on/for/at/during )* s2=@scene ( ,/: )? )?"


@BOOK.rule(" ; ".join(f"{_BEFORE} {pattern.strip()}" for pattern in _STEP.split(";")))
def _step(c: Context, f: Found) -> Reading | None:
    words = f.tokens()
    if f.word("d") == "shorter" and "tight" not in c.text[words[0].start : words[-1].end].lower():
        return None
    if f.word("d") in ("closer", "tighter") and len(words) == 1 and not c.focus:
        return None
    closer = f.word("d") in ("in", "closer", "tighter", "shorter")
    groups = f.match.groupdict()
    scenes = f.value("s") if groups.get("s") else f.value("s2") if groups.get("s2") else None
    now = next((_now(c, id_) for id_ in (scenes.ids if isinstance(scenes, Scenes) else ())), _now(c, ""))
    place = _STEPS.index(now) + (-1 if closer else 1)
    if not 0 <= place < len(_STEPS):
        return ask(f"The presenter is shown as {'close' if closer else 'wide'} as can be already; what should change?")
    return _framed(c, f, _STEPS[place])


def _now(c: Context, scene: str) -> Framing:
    """How the presenter is framed in a scene, or without one in the programme."""
    own = c.scene(scene) if scene else None
    return (own.framing if own else "") or (c.board.framing if c.board else "") or _USUAL


def _framed(c: Context, f: Found, framing: Framing) -> Reading:
    groups = f.match.groupdict()
    scenes = f.value("s") if groups.get("s") else f.value("s2") if groups.get("s2") else None
    if not isinstance(scenes, Scenes) or scenes.every:
        return do(SetFraming(framing=framing))
    if scenes.problem:
        return ask(scenes.problem, *scenes.options)
    return do(*(SetFraming(framing=framing, scene=id_) for id_ in scenes.ids), focus=scenes.ids)


def read_framing(context: Context, clause: Clause) -> Reading | None:
    """How the presenter is to be framed, read before what can not be done: hands are seen without being directed."""
    if context.board is None or not clause.tokens:
        return None
    reading = BOOK.read(context, undetermined(clause.tokens))
    if reading is not None and reading.patches and find("no/not/dont/without/never ~", clause.raw) is not None:
        spared = find("no/not/dont/without/never ( ,/./wait/actually )", clause.raw)
        return reading if spared is not None else ask("How much of the presenter should be seen instead?", *_OPTIONS)
    return reading
