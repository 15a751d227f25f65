"""What goes with a consent: recordings declared as one's own, what was made with it, and forgetting all of it."""

from __future__ import annotations

import getpass
import json
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from agency.consent_hearing import drop_old_prints, drop_recording
from agency.consent_records import Consents, new_id, stamp
from agency.consent_requests import clear_requests, forget_requests
from agency.errors import AgencyError, ConsentDamaged
from agency.home import Home
from agency.productions import productions
from agency.settings import Settings
from agency.signing import PROVENANCE
from renderers.leftovers import remove
from renderers.speech.voice_folder import read_records
from renderers.takes import file_digest
from tools.consent import ConsentRecord, declaration_of


def declare(place: Home, settings: Settings, recording: Path, subject: str, user: str, *, own: bool) -> ConsentRecord:
    """The declared consent for a recording that is used as it is: by its speaker (`own`), or by whoever brings it."""
    consents = Consents(place)
    now = datetime.now(UTC)
    said = "The recording is of my own voice." if own else declaration_of(subject)
    record = ConsentRecord(
        id=new_id(),
        subject=subject,
        statement=said,
        way="declared",
        kind="footage",
        likeness=recording.name,
        digest=file_digest(recording),
        tenant=consents.tenant,
        user=user,
        findings=("Declared by whoever brings the recording; nothing was checked.",),
        outcome="pass",
        asked_at=stamp(now),
        decided_at=stamp(now),
        expires_at=stamp(now + timedelta(days=settings.consent_days)),
    )
    return consents.keep(record, "declared", user)


def declare_own(place: Home, settings: Settings, recording: Path) -> None:
    """Note that whoever gives a recording as narration says it is of their own voice, unless something is known of it.

    What was once revoked, rejected or expired stays so: then somebody has to declare it anew.
    """
    if recording.is_file() and not Consents(place).names(file_digest(recording)):
        user = user_name()
        declare(place, settings, recording, user, user, own=True)


def affected_productions(place: Home, ids: set[str]) -> list[str]:
    """The productions with drafts that were made with one of these consents, by their provenance files."""
    found = []
    for work in productions(place.root):
        kept = [path for path in sorted(work.drafts.glob(f"*{PROVENANCE}")) if ids & _consents_in(path)]
        if kept:
            found.append(work.id)
    return found


def user_name() -> str:
    """Whoever is logged in here."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "somebody"


def _consents_in(path: Path) -> set[str]:
    try:
        parts = json.loads(path.read_bytes())["contents"]["parts"]
        return {str(part.get("consent", "")).partition(" ")[0] for part in parts} - {""}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()


def forget_consent(place: Home, id_: str, by: str) -> list[str]:
    """Remove a consent with its recording and what was made of the likeness with it; the ids of that are given back.

    Videos stay: they are the client's files. A request that nobody answered goes too. Raises `UnknownConsent`.
    """
    consents = Consents(place)
    if id_ not in consents.ids() and forget_requests(place, id_):
        return []
    gone = []
    with suppress(ConsentDamaged):
        gone += _photos_gone(place, consents.find(id_))
    for folder in sorted(place.voices.glob("*")) if place.voices.is_dir() else ():
        made = [record.id for record in read_records(folder) if record.consent == id_]
        if made:
            gone += made
            remove(folder)
            for id_of in made:
                for sample in (place.previews / "voices").glob(f"{id_of}.*wav"):
                    sample.unlink(missing_ok=True)
    drop_recording(place, id_)
    forget_requests(place, id_)
    consents.forget(id_, by)
    return gone


def _photos_gone(place: Home, record: ConsentRecord) -> list[str]:
    """Remove the presenters that were made from the photo of a consent; their ids."""
    from agency.photo_avatars import likeness_of, photo_avatars, remove_photo

    gone = []
    for avatar in photo_avatars() if record.kind == "photo" else ():
        with suppress(ValueError):
            if (shown := likeness_of(avatar)) is not None and record.covers(shown):
                remove_photo(avatar.id, place)
                gone.append(avatar.id)
    return gone


def drop_old_recordings(place: Home, days: int) -> None:
    """Remove recordings that nobody looked at for that long, whose consents are rejected, and those left behind; and
    requests and prints of recordings that are older than they are kept.
    """
    clear_requests(place)
    drop_old_prints(place)
    folder = place.root / "consents"
    if not folder.is_dir():
        return
    consents = Consents(place)
    for kept in sorted(folder.iterdir()):
        try:
            old = time.time() - kept.stat().st_mtime > days * 24 * 3600.0
            record = consents.find(kept.name)
            waiting = record.outcome == "review" and not record.revoked_at
            if waiting and old:
                consents.decide(kept.name, "housekeeping", approve=False, days=1, reason="nobody looked at it in time")
            if old or not waiting:
                remove(kept)
        except AgencyError:
            remove(kept)
        except OSError:
            continue
