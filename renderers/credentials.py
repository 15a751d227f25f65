"""Content credentials (C2PA): a file signed with what it is and of what it was made, and read back.

The library is loaded when a file is signed or read, never before.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renderers.errors import CannotSign, MediaRejected

KINDS = {
    ".mp4": "video/mp4",
    ".mov": "video/quicktime",
    ".m4a": "audio/mp4",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".flac": "audio/flac",
}
"""What kinds of files can carry credentials, by ending."""
BARE = frozenset(".webm .mkv .mka .avi .ts .m2ts .ogg .oga .opus .aac .srt .vtt .ass".split())
"""Endings of what we read or hand out of which no kind can carry any."""
_FIRST_BYTES = {
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"fLaC": ".flac",
    b"ID3": ".mp3",
    b"\xff\xfb": ".mp3",
    b"\xff\xf3": ".mp3",
}
_OTHER_BYTES = (b"OggS", b"\x1aE\xdf\xa3")
_MP4_KINDS = frozenset({KINDS[ending] for ending in (".mp4", ".mov", ".m4a")})
_UNMARKED_KINDS = frozenset({KINDS[ending] for ending in (".svg", ".mp3", ".mov")})
"""What may begin with anything: text, sound without a tag, a film of old without its first box."""
_ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 120.0
_LONGEST_ANSWER = 8 << 20
_LARGEST_INGREDIENT = 1 << 30
"""Bytes; of a larger file only its name and fingerprint are told."""
_SETTINGS = {"builder": {"thumbnail": {"enabled": False}}, "verify": {"remote_manifest_fetch": False}}
"""No small copies of a client's pictures inside the file, and no address of a file's own choosing is ever asked."""


@dataclass(frozen=True)
class Signer:
    """A signing key with its certificates, the key's own first, all as PEM; `algorithm` as C2PA names it."""

    algorithm: str
    certificates: bytes
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Ingredient:
    """A file that a programme was made of; `relation` is `componentOf`, or `parentOf` for what it was made from."""

    title: str
    path: Path
    relation: str = "componentOf"


@dataclass(frozen=True)
class Credentials:
    """What a file says of itself. `state` is `none`, `valid`, `trusted` (signed by one of the anchors) or `invalid`.

    `manifest` is the active one as the library tells it; `problems` are the codes of what failed (C2PA 2.2, 15).
    """

    state: str
    manifest: dict[str, Any] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def sign_file(
    source: Path, out: Path, manifest: dict[str, Any], signer: Signer, ingredients: Sequence[Ingredient] = ()
) -> None:
    """Write the file at `source` to `out`, signed; actions of `manifest` name ingredients by number, from `"0"`.

    Raises `CannotSign` with what stands against it; `out` may then be half-written.
    """
    import c2pa

    try:
        info = c2pa.C2paSignerInfo(
            alg=signer.algorithm.encode(), sign_cert=signer.certificates, private_key=signer.key, ta_url=None
        )
        with (
            c2pa.Signer.from_info(info) as hand,
            c2pa.Builder(json.dumps(manifest), context=c2pa.Context.from_dict(_SETTINGS)) as builder,
            source.open("rb") as given,
            out.open("w+b") as made,
        ):
            if any(each.relation == "parentOf" for each in ingredients):
                builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
            for number, each in enumerate(ingredients):
                if not can_be_ingredient(each.path):
                    continue
                about = {"title": each.title, "relationship": each.relation, "instance_id": str(number)}
                with each.path.open("rb") as content:
                    builder.add_ingredient(json.dumps(about), _kind(each.path), content)
            builder.sign(hand, KINDS[out.suffix.lower()], given, made)
    except c2pa.C2paError as error:
        raise CannotSign(f"{out.name!r} could not be signed: {error}") from error


def can_be_ingredient(path: Path) -> bool:
    """Whether the file at `path` is of a kind and size that can be bound into credentials."""
    return path.is_file() and path.stat().st_size <= _LARGEST_INGREDIENT and bool(_kind(path))


def _kind(path: Path) -> str:
    """The kind of an ingredient by its first bytes, as a name may end otherwise; empty where credentials know none."""
    with path.open("rb") as file:
        head = file.read(12)
    named = KINDS.get(path.suffix.lower(), "")
    if head[4:8] == b"ftyp":
        return named if named in _MP4_KINDS else KINDS[".mp4"]
    if head[:4] == b"RIFF":
        return {b"WAVE": KINDS[".wav"], b"WEBP": KINDS[".webp"]}.get(head[8:12], "")
    if found := next((KINDS[ending] for start, ending in _FIRST_BYTES.items() if head.startswith(start)), ""):
        return found
    return named if named in _UNMARKED_KINDS and not head.startswith(_OTHER_BYTES) else ""


def read_credentials(path: Path, anchors: bytes = b"") -> Credentials:
    """The credentials of the file at `path`, read in a process of its own; `anchors` are the PEM of roots to trust.

    Raises `MediaRejected` for a file that is not there, is no film, sound, picture or captions, or can not be read.
    """
    if not path.is_file():
        raise MediaRejected(f"There is no file {str(path)!r}; check the name.")
    if path.suffix.lower() in BARE:
        return Credentials("none")
    if path.suffix.lower() not in KINDS:
        raise MediaRejected(f"{path.name!r} is no video, sound or picture; give one of these.")
    asked = {"path": str(path.absolute()), "kind": KINDS[path.suffix.lower()], "anchors": anchors.decode()}
    try:
        child = subprocess.run(
            [sys.executable, "-B", "-m", "renderers.credentials_child"],
            input=json.dumps(asked).encode(),
            cwd=_ROOT,
            capture_output=True,
            env={"LANG": "C.UTF-8"},
            timeout=_PATIENCE,
            check=False,
        )
        said = json.loads(child.stdout) if len(child.stdout) <= _LONGEST_ANSWER and not child.returncode else {}
    except (subprocess.TimeoutExpired, ValueError):
        said = {}
    if not isinstance(said, dict) or "state" not in said:
        raise MediaRejected(f"{path.name!r} can not be read; it is damaged, or no such file as its name says.")
    return Credentials(str(said["state"]), dict(said["manifest"]), tuple(map(str, said["problems"])))


def read_here(path: Path, kind: str, anchors: str = "") -> Credentials:
    """The credentials of the file at `path`, read in this process: for files of our own, and for the child."""
    import c2pa

    trust = {"trust": {"user_anchors": anchors}} if anchors else {}
    try:
        with (
            path.open("rb") as file,
            c2pa.Reader(kind, file, context=c2pa.Context.from_dict(_SETTINGS | trust)) as reader,
        ):
            told = json.loads(reader.json())
            state = str(reader.get_validation_state()).lower()
    except c2pa.C2paError as error:
        if "ManifestNotFound" in type(error).__name__ or str(error).startswith("ManifestNotFound"):
            return Credentials("none")
        return Credentials("invalid", {}, (str(error)[:200],))
    manifest = told.get("manifests", {}).get(told.get("active_manifest"), {})
    problems = tuple(status["code"] for status in told.get("validation_status") or ())
    return Credentials(state, manifest, problems)
