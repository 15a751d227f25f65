"""The storyboard: the plan of the programme, scene by scene. It is all that is needed to make it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from renderers.looks import LOOKS
from tools.brief import Aspect, Resolution
from tools.disclosing import Disclosure
from tools.documents import Document
from tools.scene_contents import SceneContent
from tools.script import Delivery, Emotion, Line

Layout = Literal[
    "title",
    "presenter",
    "points",
    "picture",
    "picture_in_picture",
    "full_bleed",
    "statistic",
    "quote",
    "product",
    "comparison",
    "steps",
    "chart",
    "screen",
    "logo",
    "chapter",
    "end_card",
    "clip",
]
PresenterPlace = Literal["", "left", "right", "centre", "circle", "none"]
Corner = Literal["top left", "top right", "bottom left", "bottom right"]
CaptionStyle = Literal["", "highlight", "box", "brand", "karaoke", "word"]
TransitionKind = Literal["", "cut", "dissolve", "push", "wipe", "match_scale", "whip"]
Energy = Literal["low", "medium", "high"]
Tempo = Literal["slow", "medium", "fast"]
LoudnessPreset = Literal["web", "podcast", "ebu", "atsc"]
SmallSound = Literal["", "riser", "whoosh", "impact", "chime", "sting", "none"]
Framing = Literal["", "close_up", "head_shoulders", "half_body", "full_body"]
PerformanceStyle = Literal["", "calm", "presenter", "energetic", "interview"]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class BackgroundChoice(Document):
    """A designed family, or the path of a picture; empty means: chosen by the look."""

    family: str = ""
    picture: str = ""


class FilmChoice(Document):
    """A film in a file, from second `start` to before `end` (None: its end), with its own `sound` or without.

    It is played `speed` times as fast (its sound keeps its pitch), and `turn`ed clockwise by so many degrees.
    """

    file: str = Field(min_length=1)
    start: float = Field(0.0, ge=0)
    end: float | None = Field(None, gt=0)
    sound: bool = True
    speed: float = Field(1.0, ge=0.25, le=4.0)
    turn: Literal[0, 90, 180, 270] = 0


class Scene(Document):
    """One scene: who is seen, what is said, what stands on screen.

    `layout` `title` shows the heading large, `presenter` the speaking presenter with the heading beside,
    `end_card` the call to action, `clip` the `film`, filling the frame, for exactly its length; the others show their
    `content` (`tools.layouts`). `presenter_place` is where the presenter stands; empty: as the layout has it.
    `hold_seconds` is the least time the scene stays after its last word. `part` marks a brand's opening or closing. No
    edit in words touches a `locked` scene. `music_gain` in dB is added to the music under it; `sound` is a small sound
    as it begins (empty: as the look has it, `none`: silence), `transition` how it comes in (empty: as the look has it).
    `framing` is how much of the presenter is seen and `performance` how lively they are; empty: as the programme says.
    A presenter who is `listening` hears what is said from somebody else, who is `speaker` in captions with names.
    """

    id: str
    layout: Layout = "presenter"
    heading: str = Field("", max_length=300)
    subtitle: str = Field("", max_length=300)
    lines: tuple[Line, ...] = ()
    background: BackgroundChoice = BackgroundChoice()
    transition: TransitionKind = ""
    hold_seconds: float = Field(0.5, ge=0, le=60)
    film: FilmChoice | None = None
    part: Literal["", "opening", "closing"] = ""
    locked: bool = False
    delivery: Delivery = Delivery()
    music_gain: float = Field(0.0, ge=-40, le=12)
    sound: SmallSound = ""
    framing: Framing = ""
    content: SceneContent = SceneContent()
    presenter_place: PresenterPlace = ""
    performance: PerformanceStyle = ""
    listening: bool = False
    speaker: str = Field("", max_length=60)

    @model_validator(mode="before")
    @classmethod
    def _cut_to_films(cls, told: Any) -> Any:  # noqa: ANN401  (whatever was given)
        """A film is cut to, unless a transition is named: its first pictures were made to be seen."""
        cut = isinstance(told, dict) and told.get("layout") == "clip" and "transition" not in told
        return {**told, "transition": "cut"} if cut else told


def known_look(name: str) -> str:
    """`name`, if it is that of a look or empty. Raises ValueError, as a document's validator does."""
    if name and name not in LOOKS:
        raise ValueError(f"should be one of {', '.join(LOOKS)}")
    return name


class LookChoice(Document):
    """Colours and type. Empty fields are chosen to fit the others. `fonts` are font files of families of its own.

    `direction` is one of `renderers.looks.LOOKS`, which chooses what nobody else has chosen; empty: the plain one.
    """

    primary: Hex | None = None
    secondary: Hex | None = None
    accent: Hex | None = None
    background: Hex | None = None
    dark: bool | None = None
    heading: str = ""
    body: str = ""
    fonts: tuple[str, ...] = ()
    direction: str = ""

    @field_validator("direction")
    @classmethod
    def _known(cls, name: str) -> str:
        return known_look(name)


class EndCard(Document):
    """What the closing card says; with `qr`, a code to scan leads to the address."""

    call_to_action: str = Field("", max_length=120)
    address: str = Field("", max_length=120)
    headline: str = Field("", max_length=120)
    qr: bool = False


class BrandSource(Document):
    """Where one choice came from: `field` of the storyboard, the brand's `fact`, its value, the page it was seen on."""

    field: str
    fact: str
    value: str = ""
    page: str = ""


class BrandUse(Document):
    """The brand that a programme is made for, the version of its kit, and which choices came from it."""

    id: str
    name: str = ""
    version: int = Field(ge=1)
    sources: tuple[BrandSource, ...] = ()


class Storyboard(Document):
    """The whole plan. `duration_seconds` is a wish to be met exactly; None means: as long as the speech needs.

    `music` is a mood; a `music_file` is played in its place, and `music_licence` says by what right. `narration` is the
    file of a recorded voice that speaks all lines in the place of `voice`, with the pauses it has. `framing` is how
    much of the presenter is seen; empty: head and shoulders. `performance` is the style in which they present.
    `disclosure` says whether the video says of itself that it is AI-generated; empty: as the settings say.
    """

    schema_: Literal["storyboard/1"] = Field("storyboard/1", alias="schema")
    title: str = ""
    scenes: tuple[Scene, ...] = Field(min_length=1, max_length=400)
    end_card: EndCard = EndCard()
    aspect: Aspect = "16:9"
    resolution: Resolution = "1080p"
    fps: Literal[24, 25, 30, 50, 60] = 30
    language: str = "en"
    avatar: str = ""
    voice: str = ""
    speed: float = Field(1.0, ge=0.5, le=2.0)
    music: str = ""
    music_gain: float = Field(0.0, ge=-40, le=12)
    captions: tuple[Literal["burned", "sidecar"], ...] = ("burned", "sidecar")
    captions_size: Literal["small", "medium", "large"] = "medium"
    captions_place: Literal["bottom", "top"] = "bottom"
    captions_style: CaptionStyle = ""
    captions_speakers: bool = False
    look: LookChoice = LookChoice()
    logo: str = ""
    logo_place: Corner = "top left"
    logo_size: Literal["small", "medium", "large"] = "medium"
    presenter_name: str = ""
    presenter_role: str = ""
    duration_seconds: float | None = Field(None, ge=1, le=7200)
    seed: int = Field(1, ge=0, le=2**31 - 1)
    verbatim: bool = False
    pronunciations: dict[str, str] = {}
    brand: BrandUse | None = None
    emotion: Emotion = ""
    pitch: float = Field(0.0, ge=-12, le=12)
    music_energy: Energy = "medium"
    music_tempo: Tempo = "medium"
    music_file: str = ""
    music_licence: str = Field("", max_length=300)
    loudness: LoudnessPreset = "web"
    narration: str = ""
    framing: Framing = ""
    performance: PerformanceStyle = ""
    disclosure: Disclosure = ""

    @field_validator("captions")
    @classmethod
    def _in_one_order(cls, named: tuple[str, ...]) -> tuple[str, ...]:
        """The same captions are the same value, in whatever order they were named."""
        return tuple(sorted(set(named)))

    @model_validator(mode="before")
    @classmethod
    def _cut_after_films(cls, told: Any) -> Any:  # noqa: ANN401  (whatever was given)
        """What follows a film is cut to, unless a transition is named: a film's last pictures were made to be seen."""
        scenes = told.get("scenes") if isinstance(told, dict) else None
        if not isinstance(scenes, list | tuple):
            return told
        named = [scene if isinstance(scene, dict) else _given(scene) for scene in scenes]
        return {
            **told,
            "scenes": [
                {**fields, "transition": "cut"}
                if number and fields.keys() and "transition" not in fields and named[number - 1].get("layout") == "clip"
                else scene
                for number, (scene, fields) in enumerate(zip(scenes, named, strict=True))
            ],
        }


def _given(scene: object) -> dict[str, Any]:
    return {name: getattr(scene, name) for name in scene.model_fields_set} if isinstance(scene, Scene) else {}
