"""Patches of the presenter's picture: how much of the presenter is seen, and how lively they are."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.documents import Document
from tools.storyboard import Framing, PerformanceStyle


class SetFraming(Document):
    """How much of the presenter is seen, in one scene or, without `scene`, in the programme.

    An empty framing is, of a scene, as the programme says, and of the programme head and shoulders.
    """

    op: Literal["set_framing"] = "set_framing"
    framing: Framing
    scene: str = ""


class SetPerformanceStyle(Document):
    """How lively the presenter is, in one scene or, without `scene`, in the programme.

    An empty style is, of a scene, as the programme says, and of the programme `presenter`.
    """

    op: Literal["set_performance_style"] = "set_performance_style"
    style: PerformanceStyle
    scene: str = ""


class SetListening(Document):
    """Whether the presenter of a scene listens to what is said in it, as from somebody else, or says it.

    `speaker` is that somebody's name, for captions with names; None leaves it as it is.
    """

    op: Literal["set_listening"] = "set_listening"
    scene: str
    listening: bool = True
    speaker: str | None = Field(None, max_length=60)


PresenterPatch = SetFraming | SetListening | SetPerformanceStyle
"""Any one of them."""
