"""The commission: what was asked of a job, frozen, so that it can be made without the file that asked for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field

from agency.settings import Settings
from agency.wishes import background_path
from renderers.take_keys import digest
from tools.brief import Brief
from tools.chart_files import with_chart_data
from tools.documents import Document
from tools.order import Order
from tools.script import Script
from tools.source import Source, Words
from tools.storyboard import Storyboard

SourceT = TypeVar("SourceT", bound=Brief | Script | Storyboard | Order)

_FROZEN = {"engines", "aspect", "resolution", "fps"}
"""The settings that reach a video."""


class Commission(Document):
    """One source document, what was said beside it (see `agency.wishes.check_wishes`), and the settings that count.

    `production` is the id of the production that the draft belongs to, and `revision` which of its revisions it shows;
    without them, both come from the source.
    """

    schema_: Literal["commission/1"] = Field("commission/1", alias="schema")
    words: str = ""
    brief: Brief | None = None
    script: Script | None = None
    storyboard: Storyboard | None = None
    order: Order | None = None
    said: dict[str, Any] = {}
    settings: dict[str, Any] = {}
    production: str = ""
    revision: int | None = None

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
    """The commission of `source`; the files it names are named from the root, whatever folder it is made from."""
    beside = {**said}
    if path := background_path(said.get("background", "")):
        beside["background"] = str(path)
    if isinstance(source, Storyboard):
        source = with_chart_data(source)
    frozen = settings.model_dump(mode="json", include=_FROZEN)
    if isinstance(source, Words):
        asked: dict[str, Any] = {"words": source.text}
    else:
        asked = {type(source).__name__.lower(): from_the_root(source)}
    made = Commission(**asked, said=beside, settings=frozen)
    return Commission.model_validate_json(made.model_dump_json(by_alias=True))


def from_the_root(source: SourceT) -> SourceT:
    """`source` with the files it names named from the root."""
    if isinstance(source, Order) and source.logo:
        return source.changed(logo=_absolute(source.logo))
    if isinstance(source, Storyboard):
        scenes = tuple(
            scene.changed(
                background=scene.background.changed(picture=_absolute(scene.background.picture)),
                content=scene.content.changed(
                    picture=_absolute(scene.content.picture), data_file=_absolute(scene.content.data_file)
                ),
                film=scene.film and scene.film.changed(file=_absolute(scene.film.file)),
            )
            for scene in source.scenes
        )
        look = source.look.changed(fonts=tuple(_absolute(path) for path in source.look.fonts))
        return source.changed(
            scenes=scenes, logo=_absolute(source.logo), look=look, narration=_absolute(source.narration)
        )
    return source


def _absolute(path: str) -> str:
    return str(Path(path).expanduser().absolute()) if path else ""
