from __future__ import annotations

import json
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agency.consent import add_made, require_all, require_consent
from agency.consent_key import consent_key
from agency.consent_records import Consents, stamp
from agency.database import opened
from agency.errors import ConsentDamaged, ConsentRefused, UnknownConsent
from agency.home import Home, home
from agency.settings import load_settings
from renderers.errors import ConsentMissing
from renderers.likenesses import Likeness, open_gate, permit
from tests.agency.consents import agreed

PHOTO = Likeness("photo", "ana", "a" * 32)


@pytest.fixture
def place() -> Home:
    return home(load_settings())


def _edit(place: Home, old: str, new: str) -> None:
    with opened(place.database) as db:
        db.execute("UPDATE consents SET document = replace(document, ?, ?)", (old, new))


def test_nothing_is_used_that_nobody_agreed_to(place: Home) -> None:
    with pytest.raises(ConsentMissing, match="nobody is known to have agreed to this photo"):
        require_consent(PHOTO)
    record = agreed(place, PHOTO)
    assert require_consent(PHOTO) == record and require_all([PHOTO, PHOTO]) == (record,)
    for other in (Likeness("voice", "ana", PHOTO.digest), Likeness("photo", "ana", "b" * 32)):
        with pytest.raises(ConsentMissing):
            require_consent(other)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"outcome": "review", "expires_at": ""}, "waits for somebody"),
        ({"outcome": "reject", "expires_at": ""}, "rejected"),
        ({"expires_at": stamp(datetime.now(UTC) - timedelta(seconds=1))}, "expired"),
        ({"revoked_at": stamp(datetime.now(UTC))}, "revoked"),
    ],
)
def test_only_what_holds_now_counts(place: Home, fields: dict[str, object], why: str) -> None:
    agreed(place, PHOTO, **fields)
    with pytest.raises(ConsentMissing, match=why):
        require_consent(PHOTO)


@pytest.mark.parametrize(
    ("old", "new"), [("Ana Silva", "Eva Silva"), ("a" * 32, "b" * 32), ('"pass"', '"pass" '), ("20", "21")]
)
def test_a_record_edited_by_hand_is_refused(place: Home, old: str, new: str) -> None:
    record = agreed(place, PHOTO)
    _edit(place, old, new)
    with pytest.raises(ConsentMissing):
        require_consent(Likeness("photo", "ana", "b" * 32 if new == "b" * 32 else PHOTO.digest))
    with pytest.raises(ConsentDamaged):
        Consents(place).find(record.id)
    assert Consents(place).all() == [] and Consents(place).damaged() == [record.id]


def test_an_older_record_put_back_is_refused(place: Home) -> None:
    record = agreed(place, PHOTO)
    with opened(place.database) as db:
        before = tuple(db.execute("SELECT document, signature FROM consents").fetchone())
    Consents(place).revoke(record.id, "Ana")
    with opened(place.database) as db:
        db.execute("UPDATE consents SET document = ?, signature = ?", before)
    with pytest.raises(ConsentMissing, match="changed by another hand"):
        require_consent(PHOTO)


def test_a_record_of_another_home_does_not_count(place: Home, tmp_path: Path) -> None:
    agreed(place, PHOTO)
    other = Home(tmp_path / "other")
    other.root.mkdir()
    shutil.copyfile(place.database, other.database)
    with pytest.raises(ConsentMissing):
        Consents(other).require(PHOTO)
    assert Consents(other).tenant != Consents(place).tenant


def test_the_key_is_the_owners_alone_and_checks_what_is_handed_out(place: Home) -> None:
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    record = agreed(place, PHOTO)
    key = place.root / "keys" / "consent.pem"
    assert key.stat().st_mode & 0o777 == 0o600
    signed = Consents(place).signed(record.id)
    content = json.dumps(signed["record"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    import base64

    load_pem_public_key(str(signed["public_key"]).encode()).verify(base64.b64decode(str(signed["signature"])), content)
    os.utime(key, (1, 1))
    key.write_text("no key")
    with pytest.raises(ConsentDamaged, match="consent.pem"):
        consent_key(place)


def test_revoking_takes_every_consent_to_the_same_likeness_back(place: Home) -> None:
    first, second = agreed(place, PHOTO), agreed(place, PHOTO)
    other = agreed(place, Likeness("photo", "eva", "b" * 32))
    gone = Consents(place).revoke(first.id, "Ana", "I left")
    assert {one.id for one in gone} == {first.id, second.id}
    with pytest.raises(ConsentMissing, match="revoked"):
        require_consent(PHOTO)
    assert require_consent(Likeness("photo", "eva", "b" * 32)).id == other.id
    assert [line["event"] for line in Consents(place).log(first.id)] == ["passed", "revoked"]
    again = agreed(place, PHOTO)
    assert require_consent(PHOTO).id == again.id


def test_what_is_made_of_a_likeness_is_covered_and_the_hash_stays(place: Home) -> None:
    record = agreed(place, PHOTO)
    made = Likeness("photo", "ana-2", "c" * 32)
    with pytest.raises(ConsentMissing):
        require_consent(made)
    after = add_made(record, made.digest)
    assert require_consent(made) == after and after.hash == record.hash
    Consents(place).revoke(record.id, "Ana")
    with pytest.raises(ConsentMissing, match="revoked"):
        require_consent(made)


def test_decisions_are_made_once_and_forgetting_leaves_no_name(place: Home) -> None:
    record = agreed(place, PHOTO, outcome="review", expires_at="")
    consents = Consents(place)
    assert consents.decide(record.id, "Mia", approve=True, days=10).state(datetime.now(UTC)) == "valid"
    with pytest.raises(ConsentRefused, match="nothing to decide"):
        consents.decide(record.id, "Mia", approve=False, days=10)
    consents.forget(record.id, "Ana")
    with pytest.raises(UnknownConsent):
        consents.find(record.id)
    with pytest.raises(ConsentMissing):
        require_consent(PHOTO)
    assert [line["event"] for line in consents.log(record.id)] == ["forgotten"]
    with opened(place.database) as db:
        left = [
            str(tuple(row)) for table in ("consents", "consent_events") for row in db.execute(f"SELECT * FROM {table}")
        ]
    assert not any("Silva" in row or PHOTO.digest in row for row in left)


def test_without_a_gate_nothing_of_a_person_is_made(place: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    agreed(place, PHOTO)
    permit(PHOTO)
    monkeypatch.setattr("renderers.likenesses._gate", None)
    with pytest.raises(ConsentMissing, match="can not be known"):
        permit(PHOTO)
    open_gate(lambda likeness: None)
    permit(PHOTO)
