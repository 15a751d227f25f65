"""Patches of the presenter's picture: how much of the presenter is seen."""

from __future__ import annotations

from typing import Literal

from tools.documents import Document
from tools.storyboard import Framing


class SetFraming(Document):
    """How much of the presenter is seen, in one scene or, without `scene`, in the programme.

    An empty framing is, of a scene, as the programme says, and of the programme head and shoulders.
    """

    op: Literal["set_framing"] = "set_framing"
    framing: Framing
    scene: str = ""
