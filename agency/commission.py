"""The commission: what was asked of a job, frozen, so that it can be made without the file that asked for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from agency.settings import Settings
from agency.wishes import background_path
from renderers.take_keys import digest
from tools.brief import Brief
from tools.documents import Document
from tools.order import Order
from tools.script import Script
from tools.source import Source, Words
from tools.storyboard import Storyboard

_FROZEN = {"engines", "aspect", "resolution", "fps"}
"""The settings that reach a video."""


class Commission(Document):
    """One source document, what was said beside it (see `agency.wishes.check_wishes`), and the settings that count."""

    schema_: Literal["commission/1"] = Field("commission/1", alias="schema")
    words: str = ""
    brief: Brief | None = None
    script: Script | None = None
    storyboard: Storyboard | None = None
    order: Order | None = None
    said: dict[str, Any] = {}
    settings: dict[str, Any] = {}

    @property
    def key(self) -> str:
        """The same for whatever asks for the same video."""
        return digest(self.model_dump(mode="json", by_alias=True))

    @property
    def source(self) -> Source:
        """The source as it was read."""
        return self.brief or self.script or self.storyboard or self.order or Words(self.words)

    def settled(self, settings: Settings) -> Settings:
        """`settings`, with those that were frozen as they were then."""
        return Settings(**{**settings.model_dump(), **self.settings})


def commission(source: Source, said: dict[str, Any], settings: Settings) -> Commission:
    """The commission of `source`; the pictures it names are named from the root, whatever folder it is made from."""
    beside = {**said}
    if path := background_path(said.get("background", "")):
        beside["background"] = str(path)
    frozen = settings.model_dump(mode="json", include=_FROZEN)
    if isinstance(source, Words):
        asked: dict[str, Any] = {"words": source.text}
    else:
        asked = {type(source).__name__.lower(): _from_the_root(source)}
    made = Commission(**asked, said=beside, settings=frozen)
    return Commission.model_validate_json(made.model_dump_json(by_alias=True))


def _from_the_root(source: Brief | Script | Storyboard | Order) -> Document:
    if isinstance(source, Order) and source.logo:
        return source.changed(logo=_absolute(source.logo))
    if isinstance(source, Storyboard):
        scenes = tuple(
            scene.changed(background=scene.background.changed(picture=_absolute(scene.background.picture)))
            for scene in source.scenes
        )
        return source.changed(scenes=scenes, logo=_absolute(source.logo))
    return source


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().absolute()) if path else ""
