"""Downloading voices: what a voice is, from where, its size and licence; then its files, checked as they come."""

from __future__ import annotations

import difflib
import hashlib
import io
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from agency.home import Home
from agency.settings import Settings
from agency.voice_adding import keep_voice
from brand_memory.egress import Bounds, Egress
from brand_memory.errors import BrandError
from brand_memory.fetching import Fetcher, Sink
from renderers.leftovers import temporary_folder
from renderers.speech import Voice
from renderers.speech.piper_model import describe_piper
from tools.errors import BadInput, UnknownName

SOURCE = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
"""Where Piper's voices are published; `AGENCY_VOICES_URL` names a copy of it."""

INDEX = "voices.json"
LARGEST = 400_000_000
"""Bytes of one voice."""

_INDEX_BYTES, _CARD_BYTES = 8_000_000, 100_000
_SECONDS = 3600.0
_LICENCE = re.compile(r"licen[cs]e\W+(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class VoiceFile:
    """One file of a voice: its address, its size in bytes and its MD5 as the index states them."""

    address: str
    size: int
    digest: str

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.address.rpartition("/")[2]


@dataclass(frozen=True)
class Offer:
    """A voice that can be downloaded: what it is, from where, under which licence, and its files."""

    name: str
    language: str
    source: str
    licence: str
    files: tuple[VoiceFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


class VoiceShop:
    """The published voices, reached through the one guarded way out."""

    def __init__(self, settings: Settings) -> None:
        self._base = os.environ.get("AGENCY_VOICES_URL", SOURCE).rstrip("/")
        parts = urlsplit(self._base)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self._bounds = Bounds(
            answer_bytes=LARGEST,
            total_bytes=LARGEST,
            seconds=_SECONDS,
            ports=frozenset({80, 443, port}),
            any_private=settings.allow_private_urls,
        )

    def offer(self, name: str) -> Offer:
        """The published voice called `name` ("en_US-lessac-medium").

        Raises `UnknownName` with near names, and `BadInput` where the list can not be had.
        """
        listed = self._read(f"{self._base}/{INDEX}", _INDEX_BYTES)
        try:
            index: dict[str, Any] = json.loads(listed)
            if name not in index:
                near = difflib.get_close_matches(name, index, 3, 0.4)
                hint = f" Did you mean {', '.join(near)}?" if near else ""
                raise UnknownName(f"There is no voice {name!r} at {self._base}.{hint}")
            told = index[name]
            language = str(told["language"]["code"])
            files = [
                VoiceFile(f"{self._base}/{path}", int(one["size_bytes"]), str(one["md5_digest"]))
                for path, one in told["files"].items()
            ]
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, UnknownName):
                raise
            raise BadInput(f"The list of voices at {self._base} can not be read; try again later.") from error
        wanted = tuple(file for file in files if file.name.endswith((".onnx", ".onnx.json")))
        if len(wanted) != 2 or not 0 < sum(file.size for file in wanted) <= LARGEST:
            raise BadInput(f"The voice {name!r} at {self._base} is not complete there; choose another one.")
        card = next((file for file in files if file.name == "MODEL_CARD"), None)
        licence = _licence(self._read(card.address, _CARD_BYTES).decode("utf-8", "replace")) if card else ""
        return Offer(name, language, self._base, licence or "not stated; see its model card", wanted)

    def download(self, offer: Offer, place: Home, tell: Callable[[int, int], None]) -> Voice:
        """The voice of an offer, downloaded, checked against size and checksum, and added; `tell` hears the bytes.

        Raises `BadInput` where a file does not come or is not what was offered; nothing is left behind then.
        """
        with temporary_folder() as folder:
            done = 0
            for file in offer.files:
                target = folder / file.name
                with target.open("wb") as out:
                    counted = _Counted(out, done, offer.size, tell)
                    self._save(file.address, file.size, counted)
                done += file.size
                found = hashlib.md5(target.read_bytes(), usedforsecurity=False).hexdigest()
                if target.stat().st_size != file.size or found != file.digest:
                    raise BadInput(f"{file.name} is not the file that was offered (its checksum differs); try again.")
            model = next(folder / file.name for file in offer.files if file.name.endswith(".onnx"))
            record = describe_piper(model, offer.licence, f"{offer.source}/{INDEX}")
            return keep_voice([record], [folder / file.name for file in offer.files], place)[0]

    def _read(self, address: str, most: int) -> bytes:
        held = io.BytesIO()
        self._save(address, most, held)
        return held.getvalue()

    def _save(self, address: str, most: int, out: Any) -> None:  # noqa: ANN401  (whatever can be written to)
        try:
            with Egress(self._bounds) as egress:
                Fetcher(egress, seconds=_SECONDS).save(address, "weights", Sink(out, most))
        except BrandError as error:
            raise BadInput(
                f"{str(error).rstrip('.')}. A voice that is on disk is added with `agency voices add piper PATH`."
            ) from error


class _Counted:
    """An open file that tells how many bytes of all have come."""

    def __init__(self, file: BinaryIO, done: int, size: int, tell: Callable[[int, int], None]) -> None:
        self._file, self._done, self._size, self._tell = file, done, size, tell

    def write(self, piece: bytes) -> int:
        """Write, and tell."""
        self._done += len(piece)
        self._tell(self._done, self._size)
        return self._file.write(piece)


def _licence(card: str) -> str:
    found = _LICENCE.search(card)
    return " ".join(found[1].split())[:120] if found else ""
