"""Signing with one's own key: what fits is used, what does not is refused in one sentence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from agency.errors import BadSetting
from agency.home import Home
from agency.settings import Settings
from agency.signing import signer_of

Key = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey


def kept(folder: Path, key: Key, of: Key | None = None) -> Settings:
    """Settings that name `key` with a certificate of it, or of another."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Acme Studio")])
    now = datetime.now(UTC)
    own = of or key
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(own.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(own, None if isinstance(own, ed25519.Ed25519PrivateKey) else hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return Settings(sign_certificate=str(folder / "cert.pem"), sign_key=str(folder / "key.pem"))


def test_the_algorithm_follows_from_the_key(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    for key, algorithm in (
        (ec.generate_private_key(ec.SECP256R1()), "es256"),
        (ec.generate_private_key(ec.SECP384R1()), "es384"),
        (ed25519.Ed25519PrivateKey.generate(), "ed25519"),
    ):
        assert signer_of(kept(tmp_path, key), home).algorithm == algorithm
    assert not (home.root / "keys").exists()


def test_keys_that_can_not_be_used_are_refused(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    key, other = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    with pytest.raises(BadSetting, match="not that of the first certificate"):
        signer_of(kept(tmp_path, key, other), home)
    with pytest.raises(BadSetting, match="P-256"):
        signer_of(kept(tmp_path, rsa.generate_private_key(65537, 2048)), home)
    settings = kept(tmp_path, key)
    (tmp_path / "key.pem").write_text("no key")
    with pytest.raises(BadSetting, match="AGENCY_SIGN_KEY"):
        signer_of(settings, home)
    with pytest.raises(BadSetting, match="name both files"):
        signer_of(Settings(sign_certificate=str(tmp_path / "absent.pem")), home)
