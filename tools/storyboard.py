"""The storyboard: the plan of the programme, scene by scene. It is all that is needed to make it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tools.brief import Aspect, Resolution
from tools.documents import Document
from tools.script import Line

Layout = Literal["title", "presenter", "end_card"]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class BackgroundChoice(Document):
    """A designed family, or the path of a picture; empty means: chosen by the look."""

    family: str = ""
    picture: str = ""


class Scene(Document):
    """One scene: who is seen, what is said, what stands on screen.

    `layout` `title` shows the heading large, `presenter` the speaking presenter with the heading beside,
    `end_card` the call to action. `hold_seconds` is the least time the scene stays after its last word.
    """

    id: str
    layout: Layout = "presenter"
    heading: str = Field("", max_length=300)
    subtitle: str = Field("", max_length=300)
    lines: tuple[Line, ...] = ()
    background: BackgroundChoice = BackgroundChoice()
    transition: Literal["cut", "dissolve"] = "dissolve"
    hold_seconds: float = Field(0.5, ge=0, le=60)


class LookChoice(Document):
    """Colours and type. Empty fields are chosen to fit the others."""

    primary: Hex | None = None
    secondary: Hex | None = None
    accent: Hex | None = None
    dark: bool | None = None
    heading: str = ""
    body: str = ""


class EndCard(Document):
    """What the closing card says."""

    call_to_action: str = Field("", max_length=120)
    address: str = Field("", max_length=120)
    headline: str = Field("", max_length=120)


class Storyboard(Document):
    """The whole plan. `duration_seconds` is a wish to be met exactly; None means: as long as the speech needs."""

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
    look: LookChoice = LookChoice()
    logo: str = ""
    presenter_name: str = ""
    presenter_role: str = ""
    duration_seconds: float | None = Field(None, ge=1, le=7200)
    seed: int = Field(1, ge=0, le=2**31 - 1)
    verbatim: bool = False
