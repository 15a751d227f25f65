"""Patches of delivery: how a programme, a scene, a line or some words are said."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.documents import Document
from tools.line_spans import LONGEST_PAUSE, Emphasis
from tools.script import Emotion


class SetDelivery(Document):
    """How a line is spoken, or a scene, or (where neither is named) the programme; None leaves one as it is.

    An empty emotion is that of what it belongs to. `speed` is a factor on the programme's pace, or that pace itself;
    `pitch` is in half-tones.
    """

    op: Literal["set_delivery"] = "set_delivery"
    scene: str = ""
    line: str = ""
    emotion: Emotion | None = None
    speed: float | None = Field(None, ge=0.5, le=2.0)
    pitch: float | None = Field(None, ge=-12, le=12)


class SetPause(Document):
    """Silence before and after a line, in seconds on top of what is usual; None leaves one as it is."""

    op: Literal["set_pause"] = "set_pause"
    line: str
    before: float | None = Field(None, ge=0, le=30)
    after: float | None = Field(None, ge=0, le=30)


class SetEmphasis(Document):
    """How words of a line are said: the `occurrence`-th time that they stand in it. None leaves one as it is.

    `emphasis` is empty for none; `pause` is the silence after the words, in seconds, 0 for what the voice does itself;
    `said` is spoken in their place and never shown (a respelling, or IPA between slashes), empty for as they are
    written.
    """

    op: Literal["set_emphasis"] = "set_emphasis"
    line: str
    words: str = Field(min_length=1, max_length=300)
    occurrence: int = Field(1, ge=1)
    emphasis: Emphasis | None = None
    speed: float | None = Field(None, ge=0.5, le=2.0)
    pitch: float | None = Field(None, ge=-12, le=12)
    volume: float | None = Field(None, ge=-20, le=12)
    pause: float | None = Field(None, ge=0, le=LONGEST_PAUSE)
    said: str | None = Field(None, max_length=300)
