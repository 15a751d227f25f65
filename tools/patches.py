"""Patches: the typed operations that change a storyboard. Notes become patches; patches name ids, never positions.

Each is small, says one thing, and holds all it needs: what an engine wrote or chose stands in it as a value. How one is
applied, described and undone is told by `tools.patching`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from renderers.looks import LOOKS
from tools.brief import Aspect, Resolution
from tools.content_patches import ContentPatch
from tools.content_patches import SetLayout as SetLayout
from tools.delivery_patches import SetDelivery, SetEmphasis, SetPause
from tools.disclosing import SetDisclosure
from tools.documents import Document
from tools.line_spans import Span
from tools.presenter_patches import PresenterPatch
from tools.script import Line
from tools.sound_patches import SoundPatch
from tools.storyboard import (
    BackgroundChoice,
    BrandUse,
    CaptionStyle,
    Corner,
    Energy,
    FilmChoice,
    Hex,
    Scene,
    Tempo,
    TransitionKind,
)

Size = Literal["small", "medium", "large"]


class SetDuration(Document):
    """The length to be met exactly; None: as long as the speech needs."""

    op: Literal["set_duration"] = "set_duration"
    seconds: float | None = Field(ge=1, le=7200)


class SetSpeed(Document):
    """How fast the voice speaks; 1.0 is its own pace."""

    op: Literal["set_speed"] = "set_speed"
    speed: float = Field(ge=0.5, le=2.0)


class SetFormat(Document):
    """Shape, size and rate of the picture; None leaves one as it is."""

    op: Literal["set_format"] = "set_format"
    aspect: Aspect | None = None
    resolution: Resolution | None = None
    fps: Literal[24, 25, 30, 50, 60] | None = None


class SetAvatar(Document):
    """Who presents: an id of the catalogue; empty: chosen to fit the voice."""

    op: Literal["set_avatar"] = "set_avatar"
    avatar: str


class SetVoice(Document):
    """Who is heard: an id of the catalogue; empty: chosen to fit the presenter."""

    op: Literal["set_voice"] = "set_voice"
    voice: str


class SetMusic(Document):
    """The mood of the music, an id of the catalogue or `none`, and how loud it is in dB against what is usual.

    A `file` is played in place of composed music, with its `licence` in words; a mood that is named without one takes
    the file out again. `energy` and `tempo` are those of composed music. None leaves one as it is.
    """

    op: Literal["set_music"] = "set_music"
    mood: str | None = None
    gain: float | None = Field(None, ge=-40, le=12)
    energy: Energy | None = None
    tempo: Tempo | None = None
    file: str | None = None
    licence: str | None = Field(None, max_length=300)


class SetBackground(Document):
    """What stands behind a scene, or behind all where `scene` is empty."""

    op: Literal["set_background"] = "set_background"
    scene: str = ""
    background: BackgroundChoice


class SetColour(Document):
    """The colour of a role; None: chosen to fit the others."""

    op: Literal["set_colour"] = "set_colour"
    role: Literal["primary", "secondary", "accent"]
    colour: Hex | None


class SetDark(Document):
    """Light on dark, dark on light, or (None) as fits the colours."""

    op: Literal["set_dark"] = "set_dark"
    dark: bool | None


class SetLook(Document):
    """The design direction; empty: the plain one. What is chosen beside it, colours or typefaces, stays as it is."""

    op: Literal["set_look"] = "set_look"
    look: str = Field(description=f"One of {', '.join(LOOKS)}, or empty.")


class SetTypeface(Document):
    """The family for headings or for everything else; empty: ours."""

    op: Literal["set_typeface"] = "set_typeface"
    role: Literal["heading", "body"]
    family: str


class SetLogo(Document):
    """The logo's file (empty: none), its corner and its size; None leaves one as it is."""

    op: Literal["set_logo"] = "set_logo"
    file: str | None = None
    place: Corner | None = None
    size: Size | None = None


class SetPart(Document):
    """The brand's opening or closing: this film, or (None) none."""

    op: Literal["set_part"] = "set_part"
    part: Literal["opening", "closing"]
    film: FilmChoice | None


class SetCaptions(Document):
    """Whether captions are burned in and lie beside the file, their size, place and style, and whether they say who
    speaks; None leaves one as it is.
    """

    op: Literal["set_captions"] = "set_captions"
    burned: bool | None = None
    sidecar: bool | None = None
    size: Size | None = None
    place: Literal["bottom", "top"] | None = None
    style: CaptionStyle | None = None
    speakers: bool | None = None


class SetTransition(Document):
    """How a scene comes in, or all of them where `scene` is empty; an empty `transition` leaves it to the look."""

    op: Literal["set_transition"] = "set_transition"
    scene: str = ""
    transition: TransitionKind


class SetEndCard(Document):
    """What the end card says, and whether a code to scan leads to its address; None leaves one as it is.

    A programme without the card gets one.
    """

    op: Literal["set_end_card"] = "set_end_card"
    call_to_action: str | None = Field(None, max_length=120)
    address: str | None = Field(None, max_length=120)
    headline: str | None = Field(None, max_length=120)
    qr: bool | None = None


class SetPresenter(Document):
    """What the name strap says; None leaves one as it is."""

    op: Literal["set_presenter"] = "set_presenter"
    name: str | None = None
    role: str | None = None


class SetPronunciation(Document):
    """How a word is said; empty: as the voice says it. What is shown stays as it is written."""

    op: Literal["set_pronunciation"] = "set_pronunciation"
    word: str = Field(min_length=1)
    said: str = ""


class SetTitle(Document):
    """The name of the programme."""

    op: Literal["set_title"] = "set_title"
    title: str


class SetSeed(Document):
    """Another variation of everything that is chosen by chance."""

    op: Literal["set_seed"] = "set_seed"
    seed: int = Field(ge=0, le=2**31 - 1)


class SetBrand(Document):
    """The brand that the programme is made for, and which choices came from it; None: no brand."""

    op: Literal["set_brand"] = "set_brand"
    brand: BrandUse | None


class EditLine(Document):
    """Other words for a line, which may be marked as in a script.

    With `spans` the text is taken as it is and they say how it is spoken; without, words that stay are said as before.
    """

    op: Literal["edit_line"] = "edit_line"
    line: str
    text: str = Field(min_length=1, max_length=2000)
    spans: tuple[Span, ...] | None = None


class ReplaceWords(Document):
    """`new` wherever `old` stands as whole words, spoken and shown; in one scene, or in all where `scene` is empty."""

    op: Literal["replace_words"] = "replace_words"
    old: str = Field(min_length=1, max_length=300)
    new: str = Field(max_length=300)
    scene: str = ""


class AddLine(Document):
    """A new line in a scene, after the line with the id `after`, or first where that is empty."""

    op: Literal["add_line"] = "add_line"
    scene: str
    after: str = ""
    line: Line


class DeleteLine(Document):
    """A line is left out."""

    op: Literal["delete_line"] = "delete_line"
    line: str


class SetHeading(Document):
    """What stands on screen in a scene; None leaves one as it is."""

    op: Literal["set_heading"] = "set_heading"
    scene: str
    heading: str | None = Field(None, max_length=300)
    subtitle: str | None = Field(None, max_length=300)


class SetHold(Document):
    """How long a scene stays after its last word, at least."""

    op: Literal["set_hold"] = "set_hold"
    scene: str
    seconds: float = Field(ge=0, le=60)


class SetFilm(Document):
    """The film of a clip scene, or what part of it is shown."""

    op: Literal["set_film"] = "set_film"
    scene: str
    film: FilmChoice


class InsertScene(Document):
    """A new scene after the scene with the id `after`, or first where that is empty."""

    op: Literal["insert_scene"] = "insert_scene"
    after: str = ""
    scene: Scene


class DeleteScene(Document):
    """A scene is left out."""

    op: Literal["delete_scene"] = "delete_scene"
    scene: str


class DuplicateScene(Document):
    """A copy of a scene right after it, with an id of its own; its lines get ids made from that."""

    op: Literal["duplicate_scene"] = "duplicate_scene"
    scene: str
    new_id: str


class MoveScene(Document):
    """A scene comes right after another, or first where `after` is empty."""

    op: Literal["move_scene"] = "move_scene"
    scene: str
    after: str = ""


class SwapScenes(Document):
    """Two scenes change places."""

    op: Literal["swap_scenes"] = "swap_scenes"
    first: str
    second: str


class SplitScene(Document):
    """A scene becomes two: what comes after the line `after` becomes the scene `new_id`."""

    op: Literal["split_scene"] = "split_scene"
    scene: str
    after: str
    new_id: str


class MergeScenes(Document):
    """A scene and the one right after it become one, which keeps the first one's id, heading and layout."""

    op: Literal["merge_scenes"] = "merge_scenes"
    first: str
    second: str


class LockScene(Document):
    """No edit in words touches a locked scene until it is unlocked."""

    op: Literal["lock_scene"] = "lock_scene"
    scene: str
    locked: bool = True


class RestoreScenes(Document):
    """These scenes, in this order, in place of all: the inverse of what can not be undone by a smaller operation."""

    op: Literal["restore_scenes"] = "restore_scenes"
    scenes: tuple[Scene, ...] = Field(min_length=1, max_length=400)


Patch = Annotated[
    SetDuration
    | SetSpeed
    | SetFormat
    | SetAvatar
    | PresenterPatch
    | SetVoice
    | SetMusic
    | SoundPatch
    | SetDisclosure
    | SetBackground
    | SetColour
    | SetDark
    | SetLook
    | SetTypeface
    | SetLogo
    | SetPart
    | SetCaptions
    | SetTransition
    | SetEndCard
    | SetPresenter
    | SetPronunciation
    | SetTitle
    | SetSeed
    | SetBrand
    | SetDelivery
    | SetPause
    | SetEmphasis
    | EditLine
    | ReplaceWords
    | AddLine
    | DeleteLine
    | SetHeading
    | ContentPatch
    | SetHold
    | SetFilm
    | InsertScene
    | DeleteScene
    | DuplicateScene
    | MoveScene
    | SwapScenes
    | SplitScene
    | MergeScenes
    | LockScene
    | RestoreScenes,
    Field(discriminator="op"),
]
"""Any one of them, told apart by `op`."""
