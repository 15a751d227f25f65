"""Certificates of an authority of our own, made when they are asked for: good, expired, for another name, unsigned."""

from __future__ import annotations

import base64
import datetime
import hashlib
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Fault = Literal["", "expired", "early", "other name", "stranger"]
_TODAY = datetime.datetime.now(datetime.UTC)
_DAY = datetime.timedelta(days=1)


@dataclass
class Encryption:
    """A server's side: its context, the names that clients asked for, and the hash of its key as Chromium takes it."""

    context: ssl.SSLContext
    asked: list[str]
    key_hash: str


class Authority:
    """An authority; `path` is the file that those who trust it are given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An authority for tests")])
        made = self._begun(self._name, self._key.public_key(), _TODAY - _DAY, _TODAY + 30 * _DAY)
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False)
        self.path = folder / "authority.pem"
        self.path.write_bytes(made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))

    def encryption(self, host: str, fault: Fault = "") -> Encryption:
        """The server's side of `host` with a certificate that is good, or has a fault."""
        key = ec.generate_private_key(ec.SECP256R1())
        begins = _TODAY + 5 * _DAY if fault == "early" else _TODAY - 20 * _DAY
        ends = _TODAY - 2 * _DAY if fault == "expired" else _TODAY + 20 * _DAY
        named = "elsewhere.example" if fault == "other name" else host
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, named)])
        made = self._begun(subject, key.public_key(), begins, ends)
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(named)]), critical=False)
        signing = ec.generate_private_key(ec.SECP256R1()) if fault == "stranger" else self._key
        signed = made.sign(signing, hashes.SHA256())
        path = self._folder / f"{host}-{fault.replace(' ', '-')}.pem"
        path.write_bytes(
            signed.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        asked: list[str] = []
        context.sni_callback = lambda _, name, __: asked.append(name or "")
        spki = key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return Encryption(context, asked, base64.b64encode(hashlib.sha256(spki).digest()).decode())

    def _begun(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey, begins: datetime.datetime, ends: datetime.datetime
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(ends)
        )
