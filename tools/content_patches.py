"""Patches of what a scene shows: its layout, where its presenter stands, and each kind of content by itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.documents import Document
from tools.scene_contents import ChartForm, Datum, Device, Entry, Side
from tools.storyboard import Layout, PresenterPlace


class SetLayout(Document):
    """Another arrangement of a scene; it has to have what that shows."""

    op: Literal["set_layout"] = "set_layout"
    scene: str
    layout: Layout


class SetPresenterPlace(Document):
    """Where the presenter of a scene stands; empty: as the layout has it, `none`: nobody is seen."""

    op: Literal["set_presenter_place"] = "set_presenter_place"
    scene: str
    place: PresenterPlace


class SetEntries(Document):
    """The points or steps of a scene, all of them in order."""

    op: Literal["set_entries"] = "set_entries"
    scene: str
    entries: tuple[Entry, ...] = Field(max_length=12)


class SetSides(Document):
    """The two sides of a comparison; the second one is spoken for."""

    op: Literal["set_sides"] = "set_sides"
    scene: str
    sides: tuple[Side, ...] = Field(max_length=2)


class SetStatistic(Document):
    """A figure, the words below it and its source; None leaves one as it is."""

    op: Literal["set_statistic"] = "set_statistic"
    scene: str
    value: str | None = Field(None, max_length=40)
    label: str | None = Field(None, max_length=160)
    note: str | None = Field(None, max_length=160)


class SetQuote(Document):
    """Somebody's words, and who said them; None leaves one as it is."""

    op: Literal["set_quote"] = "set_quote"
    scene: str
    quote: str | None = Field(None, max_length=400)
    author: str | None = Field(None, max_length=80)
    role: str | None = Field(None, max_length=120)


class SetProduct(Document):
    """What is told of a product; None leaves one as it is."""

    op: Literal["set_product"] = "set_product"
    scene: str
    name: str | None = Field(None, max_length=120)
    price: str | None = Field(None, max_length=40)
    badge: str | None = Field(None, max_length=30)
    detail: str | None = Field(None, max_length=240)


class SetChart(Document):
    """The form of a chart, its values in order, their unit and their source; None leaves one as it is."""

    op: Literal["set_chart"] = "set_chart"
    scene: str
    chart: ChartForm | None = None
    data: tuple[Datum, ...] | None = Field(None, max_length=24)
    unit: str | None = Field(None, max_length=20)
    note: str | None = Field(None, max_length=160)


class SetPicture(Document):
    """The picture that a scene shows, a file, and the words below it; None leaves one as it is."""

    op: Literal["set_picture"] = "set_picture"
    scene: str
    picture: str | None = None
    text: str | None = Field(None, max_length=300)


class SetScreen(Document):
    """On what a scene's picture or text is shown, and the address above it; None leaves one as it is."""

    op: Literal["set_screen"] = "set_screen"
    scene: str
    device: Device | None = None
    address: str | None = Field(None, max_length=120)
    text: str | None = Field(None, max_length=2000)


ContentPatch = (
    SetLayout
    | SetPresenterPlace
    | SetEntries
    | SetSides
    | SetStatistic
    | SetQuote
    | SetProduct
    | SetChart
    | SetPicture
    | SetScreen
)
