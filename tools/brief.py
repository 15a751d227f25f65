"""The brief: what is wanted, for whom, how long, in which shape."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.documents import Document

Aspect = Literal["16:9", "9:16", "1:1", "4:5"]
Resolution = Literal["540p", "720p", "1080p", "1440p", "4k"]
Goal = Literal[
    "launch",
    "explainer",
    "how_to",
    "announcement",
    "testimonial",
    "recruitment",
    "update",
    "event",
    "sales",
    "training",
]


class Brief(Document):
    """What the client wants. Everything but `request` may be left out; empty means: we choose."""

    schema_: Literal["brief/1"] = Field("brief/1", alias="schema")
    request: str = Field(min_length=1, max_length=20_000)
    goal: Goal = "explainer"
    product: str = ""
    brand: str = ""
    audience: str = ""
    points: tuple[str, ...] = ()
    tone: str = ""
    call_to_action: str = ""
    address: str = ""
    duration_seconds: float | None = Field(None, ge=3, le=3600)
    aspect: Aspect = "16:9"
    language: str = "en"
    avatar: str = ""
    voice: str = ""
    music: str = ""
    background: str = ""
    stated: bool = False
    """Whether the points are sentences of the client's that are said as they stand, in their order."""
