"""`agency verify`: what a file says of how it was made, whether that still holds, and whether we know it without."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from agency.exporting import latest_draft
from agency.face_models import face_models
from agency.face_recogniser import recogniser_of
from agency.home import home
from agency.settings import load_settings
from agency.signing import PROVENANCE, anchors
from renderers.credentials import BARE, Credentials, read_credentials
from renderers.errors import MediaRejected
from renderers.media import FOREIGN
from renderers.media_child import ask_child
from tools.errors import BadInput
from tools.provenance import Contents, Part, explain
from tools.trained_models import FACE_MESH, FACE_RECOGNISER, MODELS


@dataclass(frozen=True)
class Verification:
    """What was found out about a file: its credentials, and the draft of ours that has its pictures and sound."""

    file: str
    credentials: Credentials
    known_as: str = ""

    @property
    def holds(self) -> bool:
        """Whether the file is signed and unchanged."""
        return self.credentials.state in ("valid", "trusted")

    def sentences(self) -> list[str]:
        """All of it in plain words."""
        told = list(explain(self.credentials, self.known_as))
        ending = Path(self.file).suffix.lower()
        return [*told, f"No file of its kind ({ending}) can carry any."] if ending in BARE else told

    def document(self) -> dict[str, Any]:
        """All of it as plain JSON."""
        return {**asdict(self), "holds": self.holds, "sentences": self.sentences()}


def verify(path: Path) -> Verification:
    """What there is to know of the file at `path`. Raises `MediaRejected` where it can not be read."""
    settings = load_settings()
    place = home(settings)
    found = read_credentials(path, anchors(settings, place))
    return Verification(
        str(path), found, "" if found.state in ("valid", "trusted") else _known(path, place.productions)
    )


def list_licences(asked: str) -> tuple[Part, ...]:
    """What the newest draft of the production `asked` is made of. Raises `UnknownName` where there is none, `BadInput`
    for a draft that an older version made.
    """
    _, video = latest_draft(asked)
    try:
        kept = json.loads(video.with_suffix(PROVENANCE).read_bytes())
        return Contents.model_validate(kept["contents"]).parts
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(
            f"What the newest draft of {asked!r} is made of was not written down; make it again with `agency resume` "
            "or a new draft."
        ) from error


def list_models() -> tuple[dict[str, Any], ...]:
    """The trained models that the house works with: what each does, its licence, what for, and whether it is here."""
    place = home(load_settings())
    fetched = {FACE_MESH.id: face_models(place), FACE_RECOGNISER.id: recogniser_of(place)}
    return tuple(
        {
            **asdict(model),
            "uses": model.uses,
            "installed": find_spec(model.module) is not None if model.module else fetched[model.id] is not None,
        }
        for model in MODELS
    )


def render_models(rows: Sequence[Mapping[str, Any]]) -> str:
    """The models as lines: name, licence, what each does, and what for."""
    lines = ["Trained models, beside the voices (`agency voices`); give a production to see what its video is made of."]
    for row in rows:
        here = "" if row["installed"] else " (not installed)"
        lines += [f"{row['name']}{here}: {row['licence']}", f"  {row['does']}", f"  {row['uses']}"]
    return "\n".join(lines)


def render_licences(parts: Sequence[Part]) -> str:
    """`parts` as lines: what it is, its name and engine, the right to use it, and what for."""
    lines = []
    for part in parts:
        engine = f" ({part.engine})" if part.engine else ""
        right = part.licence or ("yours: you answer for the right to use it" if part.given else "not known")
        lines.append(f"{part.kind:<11} {part.name}{engine}: {right}")
        lines += [f"{'':<11} {told}" for told in (part.permitted, part.uses) if told]
    return "\n".join(lines)


def _known(path: Path, productions: Path) -> str:
    """The draft whose pictures and sound the file has, bit by bit; empty for a stranger."""
    try:
        mark = ask_child("mark", path, FOREIGN, str)
    except MediaRejected:
        return ""
    for kept in sorted(productions.glob(f"*/drafts/*{PROVENANCE}")):
        try:
            if json.loads(kept.read_bytes())["mark"] == mark:
                return f"draft {kept.name.removesuffix(PROVENANCE)} of the production {kept.parents[1].name}"
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return ""
