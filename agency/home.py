"""Where all state lives: brands, productions, takes, previews and the database, under one folder."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agency.errors import HomeNotWritable

if TYPE_CHECKING:
    from agency.settings import Settings


@dataclass(frozen=True)
class Home:
    """The places under `root`. Nothing is written anywhere else but to paths that the user names."""

    root: Path

    @property
    def brands(self) -> Path:
        """What is known of each brand."""
        return self.root / "brands"

    @property
    def productions(self) -> Path:
        """One folder a production."""
        return self.root / "productions"

    @property
    def takes(self) -> Path:
        """Everything that was ever made, by content."""
        return self.root / "takes"

    @property
    def previews(self) -> Path:
        """Preview pictures of the catalogues."""
        return self.root / "previews"

    @property
    def cache(self) -> Path:
        """What is compiled once: kernels in `kernels`, modules beside them."""
        return self.root / "cache"

    @property
    def database(self) -> Path:
        """The SQLite file of jobs, chats and checkpoints."""
        return self.root / "agency.db"

    @property
    def studio(self) -> Path:
        """Held by the process that makes the jobs of the chat; beside it lies what it wrote (`studio.log`)."""
        return self.root / "studio.lock"

    def production(self, id_: str) -> Path:
        """The folder of one production."""
        return self.productions / id_


def home(settings: Settings) -> Home:
    """The home named by `settings`, with its folders made. Raises `HomeNotWritable`."""
    place = Home(settings.home)
    try:
        for folder in (place.brands, place.productions, place.takes, place.previews):
            folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place.root):
            pass
    except OSError as error:
        raise HomeNotWritable(
            f"The agency keeps its work in {str(settings.home)!r}, but that can not be written "
            f"({error.strerror or error}): free it, or set AGENCY_HOME to a folder of yours."
        ) from error
    return place
