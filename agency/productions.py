"""One production on disk: its brief, script, storyboard, timeline, drafts and their reports."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from renderers.errors import NoSpace
from renderers.leftovers import part_path, remove
from tools.documents import Document
from tools.storyboard import Storyboard

TAKES = ".takes.json"
"""How the name ends of the file that lists a draft's takes."""

SNAPSHOT, RECORD = ".storyboard.json", ".draft.json"
"""How the names end of a draft's storyboard, and of what else there is to know of it."""

_SLUG_LENGTH = 32


class DraftRecord(Document):
    """What a draft was made of: its `storyboard` as it is shown, and the `wish` for it where lines had no room.

    `revision` is the one of the production's that it shows; None where it was made from its source. `at` is when, in
    seconds since 1970.
    """

    storyboard: Storyboard
    wish: Storyboard | None = None
    revision: int | None = None
    note: str = ""
    quality: str = ""
    seconds: float = 0.0
    at: float = 0.0


@dataclass(frozen=True)
class Production:
    """The folder of one production."""

    id: str
    folder: Path

    @property
    def drafts(self) -> Path:
        """The folder of finished drafts, `1.mp4`, `2.mp4` …"""
        return self.folder / "drafts"

    def keep(self, name: str, document: Document) -> Path:
        """Write a document as `<name>.json`, whole or not at all, and return its path."""
        return self.keep_text(f"{name}.json", document.model_dump_json(by_alias=True, indent=2) + "\n")

    def keep_text(self, name: str, text: str) -> Path:
        """Write a text file, whole or not at all, and return its path."""
        path = self.folder / name
        making = part_path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            making.write_text(text, encoding="utf-8")
            making.replace(path)
        except OSError as error:
            making.unlink(missing_ok=True)
            raise NoSpace(
                f"Could not write to {self.folder}: {error.strerror or error}. Free some space and run it again."
            ) from error
        return path

    @contextmanager
    def new_draft(self, number: int) -> Iterator[Path]:
        """Where the video of draft `number` is to be made, in a hidden folder; what belongs to it lies beside it.

        At the end of the block all of it becomes the draft, the video last: where that is, the draft is whole. Where
        the block raises, nothing is left of it. Raises `NoSpace`.
        """
        making = part_path(self.folder / "draft")
        try:
            try:
                making.mkdir(parents=True)
                yield (video := making / self.video(number).name)
                self.drafts.mkdir(exist_ok=True)
                for path in sorted(making.iterdir(), key=lambda path: path == video):
                    path.replace(self.drafts / path.name)
            except NoSpace:
                raise
            except OSError as error:
                raise NoSpace(
                    f"Could not write to {self.folder}: {error.strerror or error}. Free some space and run it again."
                ) from error
        finally:
            remove(making)

    def takes(self) -> frozenset[tuple[str, str]]:
        """Kind and key of the takes that the newest draft was made of; none where that is not known."""
        newest = self.latest()
        try:
            kept = json.loads(newest.with_suffix(TAKES).read_bytes()) if newest else {}
            return frozenset((kind, key) for kind, keys in kept.items() for key in keys)
        except (OSError, ValueError, AttributeError, TypeError):
            return frozenset()

    def numbers(self) -> list[int]:
        """The numbers of the finished drafts, in order."""
        return sorted(int(path.stem) for path in self.drafts.glob("*.mp4") if path.stem.isdigit())

    def records(self) -> dict[int, DraftRecord]:
        """What each finished draft was made of; those that an older version made are not among them."""
        found: dict[int, DraftRecord] = {}
        for number in self.numbers():
            video = self.video(number)
            try:
                kept = json.loads(video.with_suffix(RECORD).read_bytes())
                board = json.loads(video.with_suffix(SNAPSHOT).read_bytes())
                at = video.stat().st_mtime
                found[number] = DraftRecord.model_validate({**kept, "storyboard": board, "at": at})
            except (OSError, ValueError, TypeError):
                continue
        return found

    def storyboard(self) -> Storyboard:
        """The storyboard of the latest draft."""
        return Storyboard.model_validate_json((self.folder / "storyboard.json").read_text(encoding="utf-8"))

    def next_draft(self) -> int:
        """The number that the next draft gets."""
        return max(self.numbers(), default=0) + 1

    def video(self, draft: int) -> Path:
        """Where the video of a draft is or will be."""
        return self.drafts / f"{draft}.mp4"

    def latest(self) -> Path | None:
        """The video of the newest draft, if there is one."""
        newest = self.next_draft() - 1
        return self.video(newest) if newest and self.video(newest).is_file() else None


def productions(home: Path) -> list[Production]:
    """All productions, in the order of their names."""
    return [Production(path.name, path) for path in sorted((home / "productions").glob("*")) if path.is_dir()]


def keep_record(video: Path, record: DraftRecord) -> None:
    """Write what the draft at `video` is made of beside it."""
    own = {"storyboard", "at"} | ({"wish"} if record.wish == record.storyboard else set())
    board = record.storyboard.model_dump_json(by_alias=True, indent=2)
    video.with_suffix(SNAPSHOT).write_text(board + "\n", encoding="utf-8")
    video.with_suffix(RECORD).write_text(record.model_dump_json(by_alias=True, exclude=own), encoding="utf-8")


def production(home: Path, source: Document, title: str, owner: str = "") -> Production:
    """The production of `source`: the same source and title, the same folder, so that making it again adds a draft.

    Each `owner` has productions of its own: two clients who ask for the same do not see each other's changes.
    """
    mark = hashlib.sha256((source.model_dump_json(by_alias=True) + owner).encode()).hexdigest()[:8]
    return Production(name := f"{slug(title)}-{mark}", home / "productions" / name)


def find_production(home: Path, asked: str) -> Production | None:
    """The production with this id (or this unique beginning of an id), if there is one."""
    root = home / "productions"
    if Path(asked).name == asked and (root / asked / "storyboard.json").is_file():
        return Production(asked, root / asked)
    known = sorted(path for path in root.glob("*") if path.is_dir() and (path / "storyboard.json").is_file())
    fitting = [path for path in known if path.name.startswith(asked)]
    return Production(fitting[0].name, fitting[0]) if len(fitting) == 1 and asked else None


def slug(text: str) -> str:
    """`text` as a short file name of small letters, digits and hyphens; `video` where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    name = ""
    for word in words:
        if len(name) + len(word) >= _SLUG_LENGTH:
            break
        name = f"{name}-{word}" if name else word
    return name or (words[0][:_SLUG_LENGTH] if words else "video")


def copy_file(source: Path, target: Path) -> None:
    """Put a copy of `source` at `target`, whole or not at all; no link, since a client may edit what was delivered."""
    making = part_path(target)
    try:
        shutil.copyfile(source, making)
        making.replace(target)
    except OSError as error:
        raise NoSpace(
            f"Could not write {target}: {error.strerror or error}. Free some space or choose another folder."
        ) from error
    finally:
        making.unlink(missing_ok=True)
