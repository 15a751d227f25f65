"""Signing: the home's own key, or the one that the settings name, and drafts that carry what they are made of."""

from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from agency.contents import contents_of, ingredients_of
from agency.desk import Desk
from agency.errors import BadSetting
from agency.home import Home
from agency.moderation import policy_of
from agency.orchestrator import Plan
from agency.productions import copy_file
from agency.settings import Settings
from renderers.credentials import KINDS, Ingredient, Signer, can_be_ingredient, sign_file
from renderers.file_lock import locked
from renderers.leftovers import part_path
from renderers.media import packets_mark
from renderers.mp4_boxes import content_digest, credentials_box, insert_credentials
from renderers.takes import digest, file_digest
from tools.provenance import derived_manifest, manifest_of

KIND = "credentials"
"""The takes that keep the signature of a film: the same film has the same one, so that it is the same file."""
PROVENANCE = ".provenance.json"
"""Beside a draft: its contents, and the mark by which its pictures and sound are known again without a signature."""
_POSTER = "poster.png"
_YEARS = 10
_NAME = "Video Agency on this machine"


def sign_draft(draft: Path, plan: Plan, production: str, desk: Desk) -> None:
    """Sign the film at `draft` with what it is made of, in place. Raises `CannotSign`, `BadSetting` and `NoSpace`."""
    contents = contents_of(plan, production, policy_of(desk.settings))
    given = tuple(each for each in ingredients_of(plan) if can_be_ingredient(each.path))
    signer = signer_of(desk.settings, desk.home)
    key = digest(KIND, content_digest(draft), contents.model_dump_json(), signer.certificates.decode())
    made_at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def write(folder: Path) -> None:
        signed = folder / "signed.mp4"
        sign_file(draft, signed, manifest_of(contents, made_at, len(given)), signer, given)
        (folder / "credentials.bin").write_bytes(credentials_box(signed))
        signed.unlink()

    take = desk.takes.keep(KIND, key, write)
    signed = draft.with_name(f"signed-{draft.name}")
    insert_credentials(draft, signed, (take.folder / "credentials.bin").read_bytes())
    signed.replace(draft)
    kept = {"contents": contents.model_dump(mode="json", by_alias=True), "mark": packets_mark(draft)}
    draft.with_suffix(PROVENANCE).write_text(json.dumps(kept, indent=1), encoding="utf-8")


def sign_poster(draft: Path, desk: Desk) -> None:
    """Sign the poster beside the signed film at `draft`, in place, as made from it; the same poster of the same film is
    the same file. Raises `CannotSign` and `NoSpace`.
    """
    poster = draft.with_suffix(".png")
    certificates = signer_of(desk.settings, desk.home).certificates.decode()
    key = digest(KIND, file_digest(poster), content_digest(draft), certificates)

    def write(folder: Path) -> None:
        shutil.copyfile(poster, folder / _POSTER)
        sign_derived(folder / _POSTER, draft, desk.settings, desk.home)

    copy_file(desk.takes.keep(KIND, key, write).folder / _POSTER, poster)


def sign_derived(file: Path, source: Path, settings: Settings, home: Home) -> bool:
    """Sign `file` in place as made from the signed file at `source`; False for a kind that can carry no credentials."""
    if file.suffix.lower() not in KINDS or not source.is_file():
        return False
    parent = Ingredient(source.name, source, "parentOf")
    signed = part_path(file).with_suffix(file.suffix)
    try:
        sign_file(file, signed, derived_manifest(file.name), signer_of(settings, home), (parent,))
        signed.replace(file)
    finally:
        signed.unlink(missing_ok=True)
    return True


def signer_of(settings: Settings, home: Home) -> Signer:
    """The key of the settings where one is named, else the home's own, which is made at the first call.

    Raises `BadSetting` for files that are not there, do not belong together, or hold a key of another kind.
    """
    if settings.sign_certificate or settings.sign_key:
        return _own_signer(settings)
    folder = home.root / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    chain, key = folder / "certificates.pem", folder / "key.pem"
    with locked(folder / ".lock"):
        if not (chain.is_file() and key.is_file()):
            _make_keys(chain, key)
    return Signer("es256", chain.read_bytes(), key.read_bytes())


def anchors(settings: Settings, home: Home) -> bytes:
    """The PEM of the roots that are trusted here: the home's own, and those of the settings' certificates."""
    found = [home.root / "keys" / "certificates.pem"]
    if settings.sign_certificate:
        found.append(Path(settings.sign_certificate).expanduser())
    return b"".join(path.read_bytes() for path in found if path.is_file())


def _own_signer(settings: Settings) -> Signer:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

    paths = [Path(text).expanduser() for text in (settings.sign_certificate, settings.sign_key)]
    try:
        chain, secret = (path.read_bytes() for path in paths)
        certificate = x509.load_pem_x509_certificates(chain)[0]
        key = load_pem_private_key(secret, None)
    except (OSError, ValueError, TypeError, IndexError) as error:
        raise BadSetting(
            f"AGENCY_SIGN_CERTIFICATE and AGENCY_SIGN_KEY name {str(paths[0])!r} and {str(paths[1])!r}, which are no "
            f"certificates and key in PEM without a password ({error}); name both files, or neither."
        ) from error
    both = [
        each.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        for each in (key.public_key(), certificate.public_key())
    ]
    if both[0] != both[1]:
        raise BadSetting(f"The key in {str(paths[1])!r} is not that of the first certificate in {str(paths[0])!r}.")
    curves = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in curves:
        return Signer(curves[key.curve.name], chain, secret)
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return Signer("ed25519", chain, secret)
    raise BadSetting(f"The key in {str(paths[1])!r} can not sign films; use one on P-256, P-384, P-521 or Ed25519.")


def _make_keys(chain: Path, key: Path) -> None:
    """A root and, signed by it, the certificate of a new key. The root's own key is not kept: nothing else is signed.

    A signing certificate needs an extended key usage, or readers call it invalid (C2PA 2.2, 14.5.1).
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    now = datetime.now(UTC)
    secrets = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    issuer = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, f"{_NAME} (root)"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Video Agency"),
        ]
    )

    def certificate(number: int, *, root: bool) -> x509.Certificate:
        subject = (
            issuer
            if root
            else x509.Name(
                [
                    x509.NameAttribute(NameOID.COMMON_NAME, _NAME),
                    x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Video Agency"),
                ]
            )
        )
        public = secrets[number].public_key()
        usage = dict.fromkeys(
            (
                "content_commitment",
                "key_encipherment",
                "data_encipherment",
                "key_agreement",
                "encipher_only",
                "decipher_only",
            ),
            False,
        )
        built = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(minutes=5))
            .not_valid_after(now + timedelta(days=365 * _YEARS))
            .add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
            .add_extension(
                x509.KeyUsage(digital_signature=not root, key_cert_sign=root, crl_sign=root, **usage), critical=True
            )
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        )
        if not root:
            by = x509.AuthorityKeyIdentifier.from_issuer_public_key(secrets[0].public_key())
            built = built.add_extension(by, critical=False).add_extension(
                x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
            )
        return built.sign(secrets[0], hashes.SHA256())

    written = b"".join(certificate(number, root=number == 0).public_bytes(Encoding.PEM) for number in (1, 0))
    secret = secrets[1].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for path, content in ((key, secret), (chain, written)):
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        part.replace(path)
