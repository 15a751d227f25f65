"""`agency verify`: what a file says of how it was made, whether that still holds, and whether we know it without."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from agency.exporting import latest_draft
from agency.home import home
from agency.settings import load_settings
from agency.signing import PROVENANCE, anchors
from renderers.credentials import Credentials, read_credentials
from renderers.errors import MediaRejected
from renderers.media import FOREIGN
from renderers.media_child import ask_child
from tools.errors import BadInput
from tools.provenance import Contents, Part, explain


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
        return list(explain(self.credentials, self.known_as))

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
