"""Backgrounds: what an engine is asked, what it answers, and which engines there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from renderers.look import Look
from renderers.picture_format import PictureFormat


@dataclass(frozen=True)
class BackgroundRequest:
    """One scene's background.

    `family` names a designed backdrop (see `renderers.background.designed.FAMILIES`); `picture` is a still image file
    that a camera moves over instead; `prompt` is for engines that make pictures from words.
    """

    look: Look
    format: PictureFormat
    seed: int
    family: str = ""
    picture: Path | None = None
    picture_digest: str = ""
    prompt: str = ""


@dataclass(frozen=True)
class Background:
    """What an engine made: a designed family drawn frame by frame, or a picture or clip on disk."""

    family: str = ""
    picture: Path | None = None
    clip: Path | None = None


class BackgroundEngine(Protocol):
    """Makes what stands behind the presenter."""

    @property
    def identity(self) -> str:
        """Name, version and data of the engine."""
        ...

    def paint(self, request: BackgroundRequest) -> Background:
        """The background for one scene. Raises `renderers.errors.EngineFailed`."""
        ...


ENGINES: dict[str, str] = {"designed": "renderers.background.designed:DesignedBackground"}
