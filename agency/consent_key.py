"""The key that signs records of consent: made for a home at first use, readable by its owner only."""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from agency.errors import ConsentDamaged
from agency.home import Home
from renderers.file_lock import locked

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_NAME = "consent.pem"


@dataclass(frozen=True)
class ConsentKey:
    """An Ed25519 key. `tenant` is the home that holds it, as a fingerprint of its public half."""

    tenant: str
    _secret: Ed25519PrivateKey = field(repr=False)

    def sign(self, content: bytes) -> str:
        """The signature of `content`, in base 64."""
        return base64.b64encode(self._secret.sign(content)).decode()

    def verifies(self, content: bytes, signature: str) -> bool:
        """Whether this key signed exactly `content`."""
        from cryptography.exceptions import InvalidSignature

        try:
            self._secret.public_key().verify(base64.b64decode(signature, validate=True), content)
        except (InvalidSignature, ValueError):
            return False
        return True

    @property
    def public(self) -> str:
        """The public half as PEM, with which others check a record."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        return self._secret.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def consent_key(place: Home) -> ConsentKey:
    """The key of this home. Raises `ConsentDamaged` for a file that holds no such key."""
    folder = place.root / "keys"
    path = folder / _NAME
    if not path.is_file():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(folder / ".consent.lock"):
            if not path.is_file():
                _make(path)
    return _read(str(path), path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: str, _changed: int) -> ConsentKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

    try:
        secret = load_pem_private_key(Path(path).read_bytes(), None)
        if not isinstance(secret, Ed25519PrivateKey):
            raise ValueError("no Ed25519 key")
    except (OSError, ValueError, TypeError) as error:
        raise ConsentDamaged(
            f"The key in {path!r}, with which consents are signed, can not be used ({error}); put the file back, or "
            "remove it and ask for the consents again."
        ) from error
    public = secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return ConsentKey(hashlib.sha256(public).hexdigest()[:16], secret)


def _make(path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    secret = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secret)
    part.replace(path)
