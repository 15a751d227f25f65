"""Scopes: what is set for the whole programme is not done where a note wants it in one place, or not everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.delivery_patches import SetDelivery
from tools.language.notes.context import Context, Lines, Reading, Scenes, ask
from tools.language.notes.patterns import Token, find
from tools.language.notes.phrasing import phrased
from tools.patches import Patch, SetBackground, SetMusic, SetSpeed, SetTransition
from tools.presenter_patches import SetFraming, SetPerformanceStyle
from tools.sound_patches import SetSceneSound

_WHOLE = frozenset(
    "set_music set_captions set_logo set_voice set_avatar set_speed set_typeface set_colour set_dark set_format".split()
)
"""What can only be set for the whole programme."""
_CHOSEN = frozenset("set_voice set_avatar set_colour set_typeface set_background".split())
"""What is chosen: to keep it is to leave it as it is."""
_PLACED = frozenset("set_background set_transition".split())
_PLACE = (
    "( in/on/for/at/during/over/from/until/till/after/before/within/throughout ) ( just/only/the/our/whole )* "
    "( opening/ending/endcard/intro/beginning/@time | title scene/page/screen/slide/card )"
)
_LESS = (
    "( but not | not | except ( for )? | apart from | other than | excluding | everywhere but | besides | bar ) "
    "( in/on/for/at/during/over/the/our )* ( @scene/endcard/opening/ending/intro/beginning/title/there )"
)
_ELSEWHERE = "elsewhere | ( in/on ) ( the/all )* ( other/others/rest/remaining ) ( scene | ones | of the video )?"
_SPAN = "( just/only )? ( in/on/for/at/during/over/until/till/after/before/while/when ) ( just/only/the )* s=@scene"
_AT_SOMETHING = (
    "( into/before/during ( the/our/her/his )+ ( ~ ) ) | ( only/just ( when/while/where ) ) | ( when/while ( she/he ) )"
)
_ANY = (
    "( anything/anybody/anyone/whatever/whichever | any .? ) ( ,/just/so/as/long )* "
    "( but/except/not | other than | apart from )"
)
_OPPOSED = "( but also ( under/over/below/above/less/more/no/not ) )"

IN_SCENES = SetBackground | SetTransition | SetFraming | SetPerformanceStyle | SetDelivery
"""What holds for a scene, or for all of them where none is named."""
_SHAPES = "vertical/square/landscape/fourfive/@ratio"
SHAPES = ("Make it vertical", "Make it square", "Make it landscape")
"""Messages that ask for one."""


def scoped(context: Context, tokens: Sequence[Token], reading: Reading) -> Reading:
    """The reading, or a question where what it does goes further than was asked for."""
    if not reading.patches or reading.question:
        return reading
    ops = {patch.op for patch in reading.patches}
    leaving = find("( and/but/just/please )* leave", tokens, at=0) is not None
    if leaving and ops <= _CHOSEN and find("but/only/out/off/away/with", tokens) is None:
        return Reading(kept=True)
    if find(_ANY, tokens) is not None or find(_OPPOSED, tokens) is not None:
        return ask("That says what it should not be; what should it be?")
    reading = _levelled(context, tokens, _confined(context, tokens, reading))
    ops = {patch.op for patch in reading.patches}
    options = [phrased(context, patch) for patch in reading.patches[:3]]
    if ops <= _WHOLE and (
        find(_PLACE, tokens) is not None or find(_ELSEWHERE, tokens) is not None or _in_one_scene(tokens)
    ):
        return ask("That is the same in the whole video; shall I change it everywhere?", *options)
    if ops <= _PLACED and _reaches(reading) and find(_AT_SOMETHING, tokens) is not None:
        return ask("In which scene do you mean that?", *options)
    if ops <= _WHOLE | _PLACED and find(_LESS, tokens) is not None and _reaches(reading):
        return ask(
            "It can be changed everywhere, or in one scene after another; shall I change it everywhere?", *options
        )
    return reading


_ORDERED = frozenset("move_scene swap_scenes delete_scene merge_scenes".split())


def whole_length(tokens: Sequence[Token], before: Reading | None) -> bool:
    """Whether `it`, to be so long, is the video: right behind the order of scenes, `swap 2 and 3 and make it 20 s`.

    A scene that was only put somewhere else, or taken out, is not what a length without the word scene is about.
    """
    norms = {token.norm for token in tokens}
    ordered = before is not None and any(patch.op in _ORDERED for patch in before.patches)
    return ordered and {"it", "@dur"} <= norms and not norms & {"hold", "pause", "@scene", "scene", "stay"}


_THERE = "there | in/on/for/at/during ( it | this/that ( one/scene/part )? ) | ( the/this/that scene/part )"
"""Where what was said before holds: in the scene that was talked about."""
_ALL_BUT = (
    "( except | apart from | but not | other than | excluding | besides | bar | everywhere but | all/everything but ) "
    "( in/on/for/at/the/our )* but=@scene"
)
_CONFINED = "( in/on/for/at/behind/during/to/into ) ( just/only/the/our )* s=@scene"


def _levelled(context: Context, tokens: Sequence[Token], reading: Reading) -> Reading:
    """The reading, with a louder or quieter music and a faster or slower voice in the one scene that is named."""
    match, board = find(_SPAN, tokens) or find(_LABELLED, tokens, at=0), context.board
    lines = [token.value for token in tokens if token.norm == "@line"]
    if board is not None and len(lines) == 1 and isinstance(lines[0], Lines) and not lines[0].whole:
        return _paced_line(context, reading, lines[0])
    place = match.value("s") if match is not None else None
    if board is None or not isinstance(place, Scenes) or place.every or place.problem or len(place.ids) != 1:
        return reading
    inside = tokens[match.range(0)[1] :] if match is not None and not match.range(0)[0] else tokens
    if find("and/but/then/plus/,/;", inside[1:] if inside[:1] and inside[0].norm == "," else inside) is not None:
        return reading
    (scene,) = place.ids
    made: list[Patch] = []
    for patch in reading.patches:
        if isinstance(patch, SetMusic) and patch.gain is not None and patch.mood is None and patch.file is None:
            own = getattr(context.scene(scene), "music_gain", 0.0)
            gain = min(12.0, max(-40.0, own + patch.gain - board.music_gain))
            made.append(SetSceneSound(scene=scene, music_gain=gain))
        elif isinstance(patch, SetSpeed) and 0.5 <= patch.speed / board.speed <= 2:
            made.append(SetDelivery(scene=scene, speed=round(patch.speed / board.speed, 3)))
        else:
            made.append(patch)
    return replace(reading, patches=tuple(made), focus=(scene, *reading.focus))


def _paced_line(context: Context, reading: Reading, lines: Lines) -> Reading:
    """The reading, with a faster or slower voice in the one line that is named."""
    board = context.board
    speeds = [patch for patch in reading.patches if isinstance(patch, SetSpeed)]
    if board is None or len(lines.ids) != 1 or lines.problem or len(speeds) != 1 or len(reading.patches) != 1:
        return reading
    now = next((one.delivery for scene in context.scenes for one in scene.lines if one.id == lines.ids[0]), None)
    speed = getattr(now, "speed", 1.0) * speeds[0].speed / board.speed
    if not 0.5 <= speed <= 2:
        return reading
    return replace(reading, patches=(SetDelivery(line=lines.ids[0], speed=round(speed, 3)),))


_LABELLED = "( and/but/then/please/also )* s=@scene ( : | , )"


def _confined(context: Context, tokens: Sequence[Token], reading: Reading) -> Reading:
    """The reading, with what can be set in one place set only in those that the clause names."""
    placed = [patch for patch in reading.patches if isinstance(patch, IN_SCENES) and not getattr(patch, "line", "")]
    if not placed:
        return reading
    held = {patch.scene for patch in placed}
    if held != {""}:  # `scene 2 half body and calm`: what opens with one scene is all about it
        opened = find("( and/but/then/also/please )* ( in/for )? s=@scene ~", tokens, at=0)
        alone = opened is not None and len([token for token in tokens if token.norm == "@scene"]) == 1
        ids = tuple(held - {""})
        if not alone or len(ids) != 1 or "" not in held or opened is None or opened.value("s").ids != ids:
            return reading
        return _set_in(reading, [patch for patch in placed if not patch.scene], ids)
    if (less := find(_ALL_BUT, tokens)) is not None and isinstance(less.value("but"), Scenes) and less.value("but").ids:
        others = [scene.id for scene in context.scenes if scene.id not in less.value("but").ids]
        return _set_in(reading, placed, others)
    if find(_LESS, tokens) is not None:
        return reading
    named_here = any(token.norm in ("@scene", "all", "@line") for token in tokens)
    if context.focus and not named_here and find(_THERE, tokens) is not None:
        return _set_in(reading, placed, context.focus[:1])
    named = [t.value for t in tokens if t.norm == "@scene" and isinstance(t.value, Scenes)]
    match = find(_CONFINED, tokens) or find(_LABELLED, tokens, at=0)
    if match is None or any(value.every or value.problem for value in named) or find("except/all/rest/without", tokens):
        return reading
    ids = tuple(dict.fromkeys(id_ for value in named for id_ in value.ids))
    if len(ids) > 4:
        return reading
    return _set_in(reading, placed, ids)


def _set_in(reading: Reading, placed: Sequence[Patch], ids: Sequence[str]) -> Reading:
    """The reading with what is placed set in these scenes alone."""
    patches = tuple(
        made
        for patch in reading.patches
        for made in ([patch.model_copy(update={"scene": id_}) for id_ in ids] if patch in placed else [patch])
    )
    return replace(reading, patches=patches, focus=(*ids, *reading.focus))


def elsewhere(
    context: Context, tokens: Sequence[Token], reading: Reading, readings: Sequence[Reading | None]
) -> Reading:
    """`facets in scene 2, aurora everywhere else`: what is placed holds for the scenes not spoken of before."""
    placed = [patch for patch in reading.patches if isinstance(patch, IN_SCENES) and not patch.scene]
    if not placed or find("else | ( other/others/rest/remaining )", tokens) is None:
        return reading
    ops = {patch.op for patch in placed}
    before = [one for one in readings if one is not None]
    done = {patch.scene for one in (*before, reading) for patch in one.patches if patch.op in ops}
    others = [scene.id for scene in context.scenes if scene.id not in done]
    return _set_in(reading, placed, others) if done - {""} and others else reading


def several_shapes(tokens: Sequence[Token]) -> bool:
    """Whether two shapes are asked for at once: `both portrait and square versions`."""
    if {"not", "no", "dont", "never", "instead"} & {token.norm for token in tokens}:
        return False
    match = find(
        f"one=( {_SHAPES} ) ( video/draft/version/aspect )? ( , | and | or | plus | also | a | one )* "
        f"two=( {_SHAPES} )",
        tokens,
    )
    if match is None:
        return False
    names = {"vertical": "9:16", "square": "1:1", "landscape": "16:9", "fourfive": "4:5"}
    one, two = (names.get(t.norm, t.value) for t in (match.tokens("one")[0], match.tokens("two")[0]))
    return bool(one != two)


def _in_one_scene(tokens: Sequence[Token]) -> bool:
    match = find(_SPAN, tokens)
    place = match.value("s") if match is not None else None
    return isinstance(place, Scenes) and not place.every


def _reaches(reading: Reading) -> bool:
    return any(not getattr(patch, "scene", "") for patch in reading.patches)
