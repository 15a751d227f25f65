"""Layering: the edit becomes a timeline, every scene with its clips in painter's order, and sound at its sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from renderers.avatar.framing import DEFAULT_FRAMING, FRAMINGS_WITH_ARMS, face_region
from renderers.graphics.clips import PictureSource
from renderers.layout import CAPTION_SIZES, Placing, Regions, disclosure_area, regions
from renderers.layout_graphics import is_stacked
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.timebase import samples
from renderers.timeline import (
    BackdropClip,
    CaptionCue,
    CaptionsClip,
    DisclosureClip,
    EndCardClip,
    LogoClip,
    LowerThirdClip,
    PictureClip,
    PresenterClip,
    SoundClip,
    Timeline,
    TitleClip,
    Transition,
)
from renderers.timeline import Scene as TimelineScene
from tools.edit.cues import burned, cue_words, scene_cues, speakers
from tools.edit.graphics import Shown, graphic_clip
from tools.edit.heading_cues import heading_cues
from tools.edit.supers import beside_supers, shown_heading
from tools.edit.times import Edit, EditedScene, SpokenLine, frames, line_marks
from tools.layouts import FILLED, ground_picture, presenter_place, shown_layout
from tools.looks import captions_style_of, transition_of, wipe_shape
from tools.storyboard import Layout, Scene, Storyboard

TEXT_DELAY_SECONDS = 0.1
"""Text begins to enter this long after the dissolve is over."""

STANDING_SECONDS = 2.0
"""The first scene's texts have entered so long before the first frame, which platforms show as the video's picture, and
the last scene's stay so long after the last, which stays on screen: longer than any text needs to come or go."""

CARRIED_SECONDS = 0.7
"""Texts stay so long after the middle of a transition that moves them with their picture: past its end, and longer
than they need to go."""
_CARRYING = frozenset({"push", "wipe", "whip"})
"""Transitions that move or cover pictures as they are, texts and all; between bare grounds there is nothing to see
of them. Where one picture fades into another, the texts of both would lie over each other."""

_FLOODED = frozenset({"title", "chapter", "statistic", "quote", "end_card"})
"""Layouts of type alone."""

SUPER_DELAY_SECONDS, SUPER_SECONDS = 0.4, 0.8
"""A heading over a film comes in when the film has been seen for so long, and is left out where it could not stay."""

STRAP_START_SECONDS, STRAP_SECONDS = 0.9, 4.5
"""When a name strap comes in after the scene began, and how long it stays."""

Stored = tuple[Path, str]
"""A take's folder (or a file) and its content key."""


@dataclass(frozen=True)
class PresenterTake:
    """The avatar take of one scene."""

    avatar: str
    engine: str
    folder: Path
    digest: str


@dataclass(frozen=True)
class _Stage:
    """What all scenes share."""

    storyboard: Storyboard
    rate: Fraction
    look: Look
    format: PictureFormat
    presenters: Mapping[str, PresenterTake]
    logo: Stored | None
    spoken: Mapping[str, SpokenLine]
    headed: bool
    """Whether any presenter scene has a heading; where none has, the presenter takes the middle of the picture."""
    placing: Placing
    pictures: Mapping[str, PictureSource]
    chapters: Mapping[str, int]
    """By scene id, the number of the chapter that a chapter card opens."""
    disclosure: str = ""
    """What every scene says of how it was made; empty: nothing."""

    def layout(self, scene: Scene) -> Layout:
        """The layout that `scene` is really shown in."""
        return shown_layout(scene, logo=self.logo is not None)

    def carried(self, scene: Scene) -> bool:
        """Whether the transition after `scene` moves it with all that is in it."""
        scenes = self.storyboard.scenes
        at = next(number for number, other in enumerate(scenes, 1) if other.id == scene.id)
        return any(transition_of(self.storyboard, after) in _CARRYING for after in scenes[at : at + 1])

    def floods(self, scene: Scene) -> bool:
        """Whether `scene` stands on the brand's colour: one of type alone, in a look that is light and likes to."""
        look = self.look
        return (
            look.style.floods
            and not look.palette.dark
            and self.layout(scene) in _FLOODED
            and scene.id not in self.presenters
        )

    def strapped(self) -> str:
        """The id of the scene in which the presenter's name is told: the first with room for it."""
        seen = [scene for scene in self.storyboard.scenes if scene.id in self.presenters]
        return next((scene.id for scene in seen if self._has_strap(scene)), "")

    def _has_strap(self, scene: Scene) -> bool:
        layout, place = self.layout(scene), presenter_place(scene, logo=self.logo is not None)
        if layout in FILLED or place == "circle" or is_stacked(layout, self.format.aspect):
            return False
        return place != "centre" or layout in ("presenter", "title")


def timeline(
    storyboard: Storyboard,
    edit: Edit,
    *,
    look: Look,
    format: PictureFormat,
    presenters: Mapping[str, PresenterTake],
    backdrops: Mapping[str, BackdropClip],
    voices: Mapping[str, Stored],
    logo: Stored | None,
    spoken: Mapping[str, SpokenLine],
    heard: Mapping[str, Stored] | None = None,
    pictures: Mapping[str, PictureSource] | None = None,
    disclosure: str = "",
) -> Timeline:
    """The timeline of `edit`. `presenters`, `backdrops` and `heard`, the sound of films, are by scene id, `voices` and
    `spoken` by line id, `pictures` by the paths of scenes' contents. Every scene says `disclosure`, where it is given.

    The picture's rate is that of the edit; `format` must agree. Raises KeyError for a scene without a backdrop or a
    placed line without a voice.
    """
    if format.rate != edit.rate:
        raise ValueError(f"The edit is at {edit.rate} frames a second and the picture at {format.rate}.")
    cards = [scene for scene in storyboard.scenes if scene.layout == "chapter"]
    stage = _Stage(
        storyboard,
        edit.rate,
        look,
        format,
        presenters,
        logo,
        spoken,
        any(scene.heading for scene in storyboard.scenes if scene.id in presenters),
        Placing(storyboard.captions_place, storyboard.captions_size, storyboard.logo_place, storyboard.logo_size),
        pictures or {},
        {scene.id: number for number, scene in enumerate(cards, 1)},
        disclosure,
    )
    strapped = stage.strapped()
    scenes: list[TimelineScene] = []
    for index, (scene, edited) in enumerate(zip(storyboard.scenes, edit.scenes, strict=True)):
        leaving = edit.scenes[index + 1].dissolve if index + 1 < len(edit.scenes) else 0
        clips = _clips(stage, scene, edited, leaving, strap=scene.id == strapped)
        transition = _transition(storyboard, scene, edited)
        backdrop = backdrops[scene.id]
        # A camera over a picture moves to the length of its scene, and a film has a time of its own.
        marks = line_marks(edited) if backdrop.picture is None and backdrop.film is None else ()
        plain = backdrop.picture is None and backdrop.film is None
        flooded = plain and stage.floods(scene)
        scenes.append(TimelineScene(scene.id, edited.duration, backdrop, clips, transition, marks, flooded))
    return Timeline(format, look, tuple(scenes), _sound(edit, voices, heard or {}))


def _transition(storyboard: Storyboard, scene: Scene, edited: EditedScene) -> Transition:
    """How a scene comes in over the frames that its edit gives to that."""
    kind = transition_of(storyboard, scene)
    if not edited.dissolve:
        return Transition()
    return Transition(kind, edited.dissolve, wipe_shape(storyboard) if kind == "wipe" else "")


def framing_of(storyboard: Storyboard, scene: Scene) -> str:
    """How much of the presenter is seen in a scene: as it says, else as the programme says, else head and shoulders."""
    usual = storyboard.framing or "head_shoulders"
    if usual in FRAMINGS_WITH_ARMS and presenter_place(scene, logo=bool(storyboard.logo)) == "circle":
        # A disc is too small for more of a figure, unless the scene itself asks for it.
        usual = "head_shoulders"
    return scene.framing or usual


def _framing(stage: _Stage, scene: Scene, places: Regions, *, captioned: bool) -> str:
    """The framing of a scene, or the usual one where captions or a name would lie on a face that fills its region."""
    asked = framing_of(stage.storyboard, scene)
    if asked != "close_up" or places.presenter is None:
        return asked
    written = (places.captions if captioned else None, places.lower_third)
    face = face_region(places.presenter, asked)
    return DEFAULT_FRAMING if any(room is not None and room.overlaps(face) for room in written) else asked


def style_of(storyboard: Storyboard, scene: Scene) -> str:
    """The style in which the presenter of `scene` performs: its own, else the programme's."""
    return scene.performance or storyboard.performance or "presenter"


def _clips(stage: _Stage, scene: Scene, edited: EditedScene, leaving: int, *, strap: bool) -> tuple[PictureClip, ...]:
    layout = stage.layout(scene)
    cues = _captions(stage, scene, edited) if "burned" in stage.storyboard.captions else ()
    place = presenter_place(scene, logo=stage.logo is not None)
    bare = layout == "presenter" and not stage.headed and scene.presenter_place in ("", "centre")
    places = regions(
        "portrait" if bare else layout,
        stage.format,
        captions=bool(cues),
        presenter=scene.id in stage.presenters,
        logo=stage.logo is not None,
        placing=stage.placing,
        place="" if place == "none" else place,
        heading=len(shown_heading(scene, layout)) + len(scene.subtitle),
    )
    clips: list[PictureClip] = []
    take = stage.presenters.get(scene.id)
    if take is not None and places.presenter is not None:
        clips.append(
            PresenterClip(
                take.avatar,
                take.engine,
                take.folder,
                take.digest,
                stage.look.palette.primary,
                places.presenter,
                _framing(stage, scene, places, captioned=bool(cues)),
                circle=place == "circle",
            )
        )
    clips += _texts(stage, scene, edited, leaving, places, strap=strap)
    if stage.logo is not None and layout not in ("clip", "logo"):
        # Nobody knows what a picture has in that corner, nor when a presenter's hair comes by.
        behind = places.presenter is not None and places.presenter.overlaps(places.logo)
        over = behind or bool(ground_picture(scene, logo=True))
        clips.append(LogoClip(*stage.logo, places.logo, plated=over))
    if cues:
        board, size = stage.storyboard, CAPTION_SIZES[stage.storyboard.captions_size]
        style, rows = captions_style_of(board), burned(board, size).rows
        clips.append(CaptionsClip(cues, places.captions, size, board.captions_place == "top", style, rows))
    if stage.disclosure:
        logo = stage.storyboard.logo_place if stage.logo is not None and layout not in ("clip", "logo") else ""
        clips.append(DisclosureClip(stage.disclosure, disclosure_area(stage.format, "top right", logo)))
    return tuple(clips)


def _captions(stage: _Stage, scene: Scene, edited: EditedScene) -> tuple[CaptionCue, ...]:
    """What is said in a scene and not read in it anyway."""
    board = stage.storyboard
    named = speakers(board).get(scene.id, "") if captions_style_of(board) != "word" else ""
    asked = burned(board, CAPTION_SIZES[board.captions_size])
    return beside_supers(scene_cues(scene, edited, stage.spoken, stage.rate, asked, named), scene, stage.layout(scene))


def _texts(
    stage: _Stage, scene: Scene, edited: EditedScene, leaving: int, places: Regions, *, strap: bool
) -> list[PictureClip]:
    """Titles, cards and straps: they enter when the dissolve is over and stay until the next one begins.

    A transition that moves pictures takes them along: they enter in its middle, and stay until it is over. Those of the
    first scene are there from the first frame, and those of the last to the last.
    """
    scenes, standing = stage.storyboard.scenes, frames(STANDING_SECONDS, stage.rate)
    start = edited.dissolve // 2 + frames(TEXT_DELAY_SECONDS, stage.rate)
    end = edited.duration - leaving // 2
    if edited.dissolve and transition_of(stage.storyboard, scene) in _CARRYING:
        start = 0
    if leaving and stage.carried(scene):
        end = edited.duration + frames(CARRIED_SECONDS, stage.rate)
    if end <= start:
        start, end = 0, edited.duration
    if scene.id == scenes[0].id:
        start = -standing
    if scene.id == scenes[-1].id:
        end = edited.duration + standing
    length = end - start
    layout = stage.layout(scene)
    if layout == "end_card":
        card = stage.storyboard.end_card
        length = edited.duration - start
        told = card.call_to_action, card.address, scene.heading or card.headline
        if places.end_card is not None and any(told):
            return [EndCardClip(*told, places.end_card, start, length, card.qr and bool(card.address.strip()))]
        return []
    if layout == "clip":
        start = max(0, start) + frames(SUPER_DELAY_SECONDS, stage.rate)
        if not scene.heading or places.lower_third is None or end - start < frames(SUPER_SECONDS, stage.rate):
            return []
        return [LowerThirdClip(scene.heading, scene.subtitle, places.lower_third, start, end - start)]
    if layout in FILLED:
        if not scene.heading or places.lower_third is None:
            return []
        return [LowerThirdClip(scene.heading, scene.subtitle, places.lower_third, start, length)]
    found: list[PictureClip] = []
    if places.graphic is not None:
        found += _graphics(stage, scene, edited, places.graphic, start, length)
    heading = shown_heading(scene, layout)
    if heading and layout not in ("logo", "chapter"):
        large = layout == "title"
        size, push = "display" if large else "title", large and scene.id not in stage.presenters
        cues = _heading_cues(stage, scene, edited, start, length)
        below = scene.subtitle
        found.append(TitleClip(heading, places.title, start, length, subtitle=below, size=size, cues=cues, push=push))
    board = stage.storyboard
    if strap and board.presenter_name and places.lower_third is not None:
        begin = min(frames(STRAP_START_SECONDS, stage.rate), max(0, edited.duration - 1))
        stay = min(frames(STRAP_SECONDS, stage.rate), edited.duration - leaving // 2 - begin)
        if stay > 0:
            found.append(LowerThirdClip(board.presenter_name, board.presenter_role, places.lower_third, begin, stay))
    return found


def _heading_cues(stage: _Stage, scene: Scene, edited: EditedScene, start: int, length: int) -> tuple[int, ...]:
    """When the words of a heading come in, where the look has them come as they are said."""
    if not stage.look.style.voiced:
        return ()
    words = cue_words(scene, edited, stage.spoken, stage.rate)
    return heading_cues(scene.heading, words, start, length, stage.rate)


def _graphics(
    stage: _Stage, scene: Scene, edited: EditedScene, region: Rect, start: int, length: int
) -> list[PictureClip]:
    """What the layout of a scene shows of its content, from frame `start` on."""
    said = [(line.start, stage.spoken[line.id].seconds) for line in edited.lines]
    first, last = (said[0][0], said[-1][0] + frames(said[-1][1], stage.rate)) if said else (0, 0)
    words = cue_words(scene, edited, stage.spoken, stage.rate)
    if words:
        first, last = words[0].start, words[-1].start
    shown = Shown(
        scene,
        region,
        start,
        length,
        words,
        (first, last),
        stage.rate,
        stage.pictures,
        stage.logo,
        stage.chapters.get(scene.id, 1),
        stage.look.style.voiced,
    )
    made = graphic_clip(stage.layout(scene), shown)
    return [made] if made is not None else []


def _sound(edit: Edit, voices: Mapping[str, Stored], heard: Mapping[str, Stored]) -> tuple[SoundClip, ...]:
    films = [
        SoundClip("film", *heard[scene.id], samples(scene.start, edit.rate))
        for scene in edit.scenes
        if scene.id in heard
    ]
    return tuple(
        SoundClip("voice", *voices[line.id], samples(scene.start + line.start, edit.rate))
        for scene in edit.scenes
        for line in scene.lines
    ) + tuple(films)
