"""What a scene shows beside its heading: entries, a figure, a quote, a product, a chart, a picture, a screen.

One document serves all layouts, so that a list of points becomes steps without being written again.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.documents import Document

ChartForm = Literal["bars", "line", "donut"]
Device = Literal["browser", "phone", "code"]


class Entry(Document):
    """One entry of a list: a few words, a smaller line below, and the name of an icon (empty: chosen by meaning)."""

    text: str = Field(max_length=160)
    detail: str = Field("", max_length=240)
    icon: str = Field("", max_length=60)


class Side(Document):
    """One side of a comparison."""

    title: str = Field("", max_length=80)
    entries: tuple[Entry, ...] = Field((), max_length=8)


class Datum(Document):
    """One value of a chart."""

    label: str = Field(max_length=60)
    value: float = Field(ge=-1e12, le=1e12, allow_inf_nan=False)


class SceneContent(Document):
    """What the scene's layout shows; a layout takes what it knows and leaves the rest alone.

    `entries` are points or steps, `sides` a comparison (the second is the one spoken for). `value` and `label` are a
    statistic, `quote`, `author` and `role` a quote, `name`, `price`, `badge` and `detail` a product; `chart`, `data`
    and `unit` a chart. `picture` is a file for every layout that shows one; `device`, `address` and `text` are a
    screen. `note` is a small line below: a source, a condition. `data_file` is a table (CSV) that `data` is read from
    when the storyboard is taken up.
    """

    entries: tuple[Entry, ...] = Field((), max_length=12)
    sides: tuple[Side, ...] = Field((), max_length=2)
    value: str = Field("", max_length=40)
    label: str = Field("", max_length=160)
    quote: str = Field("", max_length=400)
    author: str = Field("", max_length=80)
    role: str = Field("", max_length=120)
    name: str = Field("", max_length=120)
    price: str = Field("", max_length=40)
    badge: str = Field("", max_length=30)
    detail: str = Field("", max_length=240)
    chart: ChartForm = "bars"
    data: tuple[Datum, ...] = Field((), max_length=24)
    unit: str = Field("", max_length=20)
    picture: str = ""
    picture_text: str = Field("", max_length=300)
    device: Device = "browser"
    address: str = Field("", max_length=120)
    text: str = Field("", max_length=2000)
    note: str = Field("", max_length=160)
    data_file: str = Field("", max_length=1000)
