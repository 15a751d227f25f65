"""Where all state lives: brands, productions, takes, previews and the database, under one folder."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from agency.errors import HomeNotWritable
from renderers.leftovers import part_path, remove
from renderers.likenesses import Likeness, open_gate
from renderers.speech.voice_folder import open_voice_folder

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
    def voices(self) -> Path:
        """The voices that were added, one folder each."""
        return self.root / "voices"

    @property
    def previews(self) -> Path:
        """Preview pictures of the catalogues."""
        return self.root / "previews"

    @property
    def cache(self) -> Path:
        """What is compiled once: kernels in `kernels-…`, modules beside them."""
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


SHARED_KERNELS = Path(sys.prefix) / "kernels"
"""Where `make setup` compiles the kernels that paint (`agency.installation`); homes begin with a copy."""


def kernel_cache(place: Home, shared: Path = SHARED_KERNELS) -> Path:
    """The folder of the home's compiled kernels; a new home gets those of `shared`, which take seconds to compile.

    It is named after the code: numba looks at the calling function's file alone, so that kernels of older code that
    others call would go on being used.
    """
    own = place.cache / f"kernels-{_painting_code()}"
    for other in place.cache.glob("kernels*"):
        if other != own and not other.name.startswith(own.name):
            remove(other)
    if not own.exists() and shared.is_dir():
        making = part_path(own)
        # Without a copy they are compiled when they are needed.
        with contextlib.suppress(OSError, shutil.Error):
            making.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(shared, making)
            making.rename(own)
        remove(making)
    return own


def set_kernels(place: Home) -> None:
    """Have this process and those it starts keep compiled kernels in the home, unless the environment says where."""
    if "NUMBA_CACHE_DIR" not in os.environ:
        os.environ["NUMBA_CACHE_DIR"] = str(kernel_cache(place))


def _painting_code() -> str:
    """A digest of every module of the renderers."""
    renderers = Path(__file__).parent.parent / "renderers"
    found = hashlib.sha256()
    for path in sorted(renderers.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]


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
    open_voice_folder(place.voices)
    open_gate(partial(_ask_for_consent, place))
    return place


def _ask_for_consent(place: Home, likeness: Likeness) -> object:
    from agency.consent_records import Consents

    return Consents(place).require(likeness)
