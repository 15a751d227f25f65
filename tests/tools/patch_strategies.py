"""Storyboards and patches drawn by chance, for properties that hold for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from renderers.looks import LOOKS
from tools import content_patches as c
from tools import delivery_patches as d
from tools import patches as p
from tools.disclosing import SetDisclosure
from tools.line_spans import Span
from tools.patches import Patch
from tools.presenter_patches import SetFraming, SetListening, SetPerformanceStyle
from tools.scene_contents import Datum, Entry, SceneContent, Side
from tools.script import Line
from tools.sound_patches import SetLoudness, SetNarration, SetSceneSound
from tools.storyboard import (
    BackgroundChoice,
    BrandUse,
    EndCard,
    FilmChoice,
    LookChoice,
    Scene,
    Storyboard,
    TransitionKind,
)

WORDS = (
    "lamp",
    "Lamp",
    "light",
    "desk",
    "can't",
    "GOLD",
    "€89",
    "lumen.example",
    "e-mail",
    "warm,",
    "It",
    "Why?",
    "3.5",
)
words = st.sampled_from(WORDS)
phrases = st.lists(words, min_size=1, max_size=6).map(" ".join)
texts = phrases.map(lambda text: text + ".")
short = st.one_of(st.just(""), phrases.map(lambda text: text[:100]))
names = st.sampled_from(("", "maya", "daniel", "calm", "none"))
colours = st.one_of(st.none(), st.sampled_from(("#1a4fd6", "#FFffFF", "#000000")))
films = st.builds(
    FilmChoice,
    file=st.sampled_from(("a.mp4", "b.mov")),
    start=st.floats(0, 3),
    sound=st.booleans(),
    speed=st.sampled_from((0.5, 1.0, 2.0)),
    turn=st.sampled_from((0, 90, 180, 270)),
)
backgrounds = st.one_of(
    st.builds(BackgroundChoice, family=st.sampled_from(("", "aurora"))), st.just(BackgroundChoice(picture="sea.png"))
)
transitions = st.sampled_from(get_args(TransitionKind))
corners = st.sampled_from(("top left", "bottom right"))
sizes = st.sampled_from(("small", "medium", "large"))
emotions = st.sampled_from(("", "calm", "excited"))
presenter_layouts = st.sampled_from(("title", "presenter", "presenter", "end_card", "points", "statistic", "chart"))
shown_layouts = st.sampled_from(("title", "presenter", "clip", "points", "steps", "statistic", "quote", "full_bleed"))
places = st.sampled_from(("", "left", "centre", "circle", "none"))
entries = st.lists(st.builds(Entry, text=short, detail=short), max_size=3).map(tuple)
sides = st.lists(st.builds(Side, title=short.map(lambda text: text[:80]), entries=entries), max_size=2).map(tuple)
values = st.lists(
    st.builds(Datum, label=phrases.map(lambda text: text[:60]), value=st.sampled_from((1.0, -2.5, 48.0))), max_size=3
).map(tuple)
figures = st.sampled_from(("", "48 %", "$1.2m"))
pictures = st.sampled_from(("", "sea.png", "tree.jpg"))
devices = st.sampled_from(("browser", "phone"))
contents = st.one_of(
    st.just(SceneContent()),
    st.builds(SceneContent, entries=entries, value=figures, picture=pictures),
    st.builds(
        SceneContent, sides=sides, data=values, quote=short, name=short, data_file=st.sampled_from(("", "s.csv"))
    ),
)


def _spoken_line(id_: str, text: str) -> Line:
    """A line with its first word stressed, a pause after its last but one, or neither, as its length has it."""
    how = ("plain", "stressed", "paused")[len(text) % 3]
    places = [match.span() for match in re.finditer(r"\S+", text)]
    stressed = Span(start=places[0][0], end=places[0][1], emphasis="strong")
    paused = Span(start=places[-2:][0][0], end=places[-2:][0][1], pause=0.5)
    spans = {"plain": (), "stressed": (stressed,), "paused": (stressed, paused)}[how]
    return Line(id=id_, text=text, spans=spans, pause_after=1.0 if how == "paused" else 0.0)


@st.composite
def scenes(draw: st.DrawFn, id_: str) -> Scene:
    film = draw(films) if draw(st.integers(0, 4)) == 4 else None
    count = draw(st.integers(0, 3))
    return Scene(
        id=id_,
        layout="clip" if film else draw(presenter_layouts),
        heading=draw(short),
        subtitle=draw(short),
        lines=() if film else tuple(_spoken_line(f"{id_}-l{n}", draw(texts)) for n in range(count)),
        background=draw(backgrounds),
        transition=draw(transitions),
        hold_seconds=draw(st.sampled_from((0.0, 0.5, 2.0))),
        film=film,
        locked=draw(st.integers(0, 7)) == 7,
        content=draw(contents),
        presenter_place=draw(places),
    )


@st.composite
def storyboards(draw: st.DrawFn) -> Storyboard:
    ids = [f"s{n}" for n in draw(st.permutations(range(1, draw(st.integers(1, 5)) + 1)))]
    made = [draw(scenes(id_)) for id_ in ids]
    if draw(st.booleans()):
        made.insert(0, Scene(id="opening", layout="clip", film=draw(films), part="opening"))
    return Storyboard(
        title=draw(short),
        scenes=tuple(made),
        end_card=EndCard(call_to_action=draw(short), address=draw(short), headline=draw(short)),
        avatar=draw(names),
        voice=draw(names),
        music=draw(names),
        captions=draw(st.sampled_from(((), ("burned",), ("sidecar",), ("sidecar", "burned")))),
        look=draw(st.builds(LookChoice, primary=colours, accent=colours, dark=st.sampled_from((None, True, False)))),
        logo=draw(st.sampled_from(("", "logo.svg"))),
        presenter_name=draw(short),
        duration_seconds=draw(st.sampled_from((None, 30.0))),
        pronunciations=draw(st.sampled_from(({}, {"Lumen": "loo men"}, {"GIF": "jif", "SQL": "sequel"}))),
        verbatim=draw(st.booleans()),
        **draw(st.sampled_from(({}, {"music_file": "tune.mp3", "music_licence": "bought"}))),
    )


def _some_word(board: Storyboard, line: str) -> str:
    return next((own.text.split()[-1] for scene in board.scenes for own in scene.lines if own.id == line), "lamp")


def _maybe(strategy: SearchStrategy[object]) -> SearchStrategy[object]:
    return st.one_of(st.none(), strategy)


def patches_for(board: Storyboard) -> dict[str, SearchStrategy[Patch]]:
    """By operation, patches that mostly fit `board`; now and then one names what is not there."""
    ids = [scene.id for scene in board.scenes]
    lines = [line.id for scene in board.scenes for line in scene.lines] or ["none"]
    scene = st.sampled_from((*ids, *ids, *ids, "s99"))
    where = st.sampled_from(("", *ids))
    line = st.sampled_from((*lines, *lines, *lines, "l99"))
    made = scenes("new").flatmap(lambda s: st.sampled_from(("new", "s1", "")).map(lambda id_: s.changed(id=id_)))
    build: Callable[..., SearchStrategy[Patch]] = st.builds
    role = st.sampled_from(("primary", "secondary", "accent"))
    neighbours = st.sampled_from(list(pairwise((*ids, "s99")))).map(
        lambda two: p.MergeScenes(first=two[0], second=two[1])
    )
    return {
        "set_duration": build(p.SetDuration, seconds=st.sampled_from((None, 12.0, 45.0))),
        "set_speed": build(p.SetSpeed, speed=st.sampled_from((0.9, 1.0, 1.2))),
        "set_format": build(
            p.SetFormat, aspect=_maybe(st.sampled_from(("9:16", "1:1"))), fps=_maybe(st.sampled_from((25, 30)))
        ),
        "set_avatar": build(p.SetAvatar, avatar=names),
        "set_framing": build(SetFraming, framing=st.sampled_from(("", "close_up", "half_body")), scene=where),
        "set_listening": build(
            SetListening,
            scene=st.sampled_from((*ids, "s99")),
            listening=st.booleans(),
            speaker=st.sampled_from((None, "", "Tom Berger")),
        ),
        "set_performance_style": build(
            SetPerformanceStyle, style=st.sampled_from(("", "calm", "interview")), scene=where
        ),
        "set_voice": build(p.SetVoice, voice=names),
        "set_music": build(
            p.SetMusic,
            mood=_maybe(names),
            gain=_maybe(st.sampled_from((-6.0, 0.0))),
            energy=_maybe(st.sampled_from(("low", "high"))),
            tempo=_maybe(st.sampled_from(("slow", "medium"))),
            file=_maybe(st.sampled_from(("", "tune.mp3", "song.wav"))),
            licence=_maybe(st.sampled_from(("", "CC BY 4.0, A. Composer"))),
        ),
        "set_disclosure": build(SetDisclosure, disclosure=st.sampled_from(("", "on", "off"))),
        "set_loudness": build(SetLoudness, preset=st.sampled_from(("web", "podcast", "ebu", "atsc"))),
        "set_narration": build(SetNarration, file=st.sampled_from(("", "me.wav", "me again.m4a"))),
        "set_scene_sound": build(
            SetSceneSound,
            scene=scene,
            music_gain=_maybe(st.sampled_from((-6.0, 0.0))),
            sound=_maybe(st.sampled_from(("", "riser"))),
        ),
        "set_background": build(p.SetBackground, scene=where, background=backgrounds),
        "set_colour": build(p.SetColour, role=role, colour=colours),
        "set_dark": build(p.SetDark, dark=st.sampled_from((None, True, False))),
        "set_typeface": build(p.SetTypeface, role=st.sampled_from(("heading", "body")), family=names),
        "set_logo": build(
            p.SetLogo, file=_maybe(st.sampled_from(("", "b.png"))), place=_maybe(corners), size=_maybe(sizes)
        ),
        "set_part": build(p.SetPart, part=st.sampled_from(("opening", "closing")), film=_maybe(films)),
        "set_captions": build(
            p.SetCaptions, burned=_maybe(st.booleans()), sidecar=_maybe(st.booleans()), size=_maybe(sizes)
        ),
        "set_transition": build(p.SetTransition, scene=where, transition=transitions),
        "set_look": build(p.SetLook, look=st.sampled_from(("", *LOOKS))),
        "set_end_card": build(
            p.SetEndCard, call_to_action=_maybe(short), address=_maybe(short), qr=_maybe(st.booleans())
        ),
        "set_presenter": build(p.SetPresenter, name=_maybe(short), role=_maybe(short)),
        "set_pronunciation": build(
            p.SetPronunciation, word=st.sampled_from(("lumen", "GIF", "Lamp")), said=st.sampled_from(("", "loo"))
        ),
        "set_title": build(p.SetTitle, title=phrases),
        "set_seed": build(p.SetSeed, seed=st.integers(0, 5)),
        "set_brand": build(p.SetBrand, brand=_maybe(st.builds(BrandUse, id=st.just("lumen"), version=st.just(1)))),
        "set_delivery": build(
            d.SetDelivery,
            scene=where,
            line=st.sampled_from(("", "", *lines)),
            emotion=_maybe(emotions),
            speed=_maybe(st.sampled_from((0.8, 1.0, 1.2))),
            pitch=_maybe(st.sampled_from((-2.0, 0.0))),
        ),
        "set_pause": build(
            d.SetPause, line=line, before=_maybe(st.just(1.0)), after=_maybe(st.sampled_from((0.0, 2.0)))
        ),
        "set_emphasis": st.builds(
            lambda line, **how: d.SetEmphasis(line=line, words=_some_word(board, line), **how),
            line,
            emphasis=_maybe(st.sampled_from(("", "strong"))),
            speed=_maybe(st.sampled_from((0.9, 1.0))),
            pause=_maybe(st.sampled_from((0.0, 0.5))),
            said=_maybe(st.sampled_from(("", "loo men", "/ˈluːmən/"))),
        ),
        "edit_line": build(
            p.EditLine, line=line, text=st.one_of(texts, texts.map(lambda text: f"*It* [pause 1] {text}"))
        ),
        "replace_words": build(p.ReplaceWords, old=words, new=st.one_of(st.just(""), phrases), scene=where),
        "add_line": build(
            p.AddLine,
            scene=scene,
            after=st.sampled_from(("", *lines)),
            line=st.builds(Line, id=st.sampled_from(("", "l1", *lines)), text=texts),
        ),
        "delete_line": build(p.DeleteLine, line=line),
        "set_heading": build(p.SetHeading, scene=scene, heading=_maybe(short), subtitle=_maybe(short)),
        "set_layout": build(p.SetLayout, scene=scene, layout=shown_layouts),
        "set_presenter_place": build(c.SetPresenterPlace, scene=scene, place=places),
        "set_entries": build(c.SetEntries, scene=scene, entries=entries),
        "set_sides": build(c.SetSides, scene=scene, sides=sides),
        "set_statistic": build(
            c.SetStatistic, scene=scene, value=_maybe(figures), label=_maybe(short), note=_maybe(short)
        ),
        "set_quote": build(
            c.SetQuote,
            scene=scene,
            quote=_maybe(short),
            author=_maybe(short.map(lambda text: text[:80])),
            role=_maybe(short),
        ),
        "set_product": build(
            c.SetProduct, scene=scene, name=_maybe(short), price=_maybe(figures), badge=_maybe(st.just("New"))
        ),
        "set_chart": build(
            c.SetChart,
            scene=scene,
            chart=_maybe(st.sampled_from(("line", "donut"))),
            data=_maybe(values),
            unit=_maybe(st.sampled_from(("", "%"))),
        ),
        "set_picture": build(c.SetPicture, scene=scene, picture=_maybe(pictures), text=_maybe(short)),
        "set_screen": build(
            c.SetScreen, scene=scene, device=_maybe(devices), address=_maybe(short), text=_maybe(short)
        ),
        "set_hold": build(p.SetHold, scene=scene, seconds=st.sampled_from((0.0, 1.5))),
        # Only a scene that shows a film can show another.
        "set_film": build(
            p.SetFilm,
            scene=st.one_of(scene, st.sampled_from([s.id for s in board.scenes if s.layout == "clip"] or ids)),
            film=films,
        ),
        "insert_scene": build(p.InsertScene, after=where, scene=made),
        "delete_scene": build(p.DeleteScene, scene=scene),
        "duplicate_scene": build(p.DuplicateScene, scene=scene, new_id=st.sampled_from(("", "copy", *ids))),
        "move_scene": build(p.MoveScene, scene=scene, after=where),
        "swap_scenes": build(p.SwapScenes, first=scene, second=scene),
        "split_scene": st.builds(
            lambda after, new: p.SplitScene(scene=after.rpartition("-")[0] or "s1", after=after, new_id=new),
            # After the last line of a scene there is nothing to split.
            st.one_of(
                line, st.sampled_from([said.id for each in board.scenes for said in each.lines[:-1]] or ["s1-l0"])
            ),
            st.sampled_from(("", "half", *ids)),
        ),
        "merge_scenes": st.one_of(
            neighbours,
            neighbours,
            build(p.MergeScenes, first=scene, second=scene),
        ),
        "lock_scene": build(p.LockScene, scene=scene, locked=st.booleans()),
        "restore_scenes": build(p.RestoreScenes, scenes=st.permutations(board.scenes).map(tuple)),
    }
