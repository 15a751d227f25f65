"""`agency consent`: ask a person to agree, hear the recording, look at what waits, and take a consent back."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from agency.consent_records import Consents
    from agency.consent_requests import ConsentRequest
    from agency.home import Home
    from agency.settings import Settings
    from tools.consent import ConsentRecord

_Json = Annotated[bool, typer.Option("--json", help="Print one JSON document; everything else goes to standard error.")]
_Id = Annotated[str, typer.Argument(metavar="ID", help="The number of the consent.", show_default=False)]
_By = Annotated[str, typer.Option(help="Who decides (default: the name you are logged in with).")]
_Reason = Annotated[str, typer.Option(help="Why, for the log.")]
_Name = Annotated[str, typer.Option("--name", help="Who agrees, first and last name.")]


def start(
    kind: Annotated[str, typer.Argument(help="photo, voice or footage.", show_default=False)],
    file: Annotated[Path, typer.Argument(help="The photo, or the recording of the voice.", show_default=False)],
    name: _Name,
    link: Annotated[
        str, typer.Option(help="The address of the chat, e.g. https://studio.example: a link for the person's phone.")
    ] = "",
    as_json: _Json = False,
) -> None:
    """Ask a person to agree: prints what is read aloud, with five words that hold for five minutes."""
    from agency.consent_affairs import user_name
    from agency.consent_requests import start_request

    place, _ = _here()
    asked = start_request(place, kind, file, name, user_name())
    address = f"{link.rstrip('/')}/consent/{asked.secret}" if link else ""
    if as_json:
        print(json.dumps(_asked(asked, address), ensure_ascii=False, indent=2))
        return
    print(f"{asked.subject} reads aloud, within five minutes:\n\n  {asked.statement}\n  {', '.join(asked.words)}.\n")
    if address:
        import segno

        print(f"On {asked.subject}'s own phone: {address}")
        segno.make(address).terminal(compact=True)
    print(f"Then: agency consent record {asked.id} RECORDING")


def record(
    id_: _Id,
    file: Annotated[Path, typer.Argument(help="The recording: sound, or a film with sound.", show_default=False)],
    as_json: _Json = False,
) -> None:
    """Hear the recording of a request; there are three tries. The file stays yours: remove it when it is done."""
    from agency.consent_hearing import hear_consent
    from agency.consent_requests import open_request
    from tools.errors import BadInput

    place, settings = _here()
    if not file.expanduser().is_file():  # A name that is mistyped costs none of the tries.
        raise BadInput(f"There is no file {str(file)!r}; check the name.")
    heard = hear_consent(open_request(place, id_), file.expanduser(), place, settings)
    if as_json:
        print(json.dumps(heard.document(), ensure_ascii=False, indent=2))
    else:
        print("\n".join(heard.sentences))
        if heard.outcome == "again":
            print(f"{heard.left} tr{'y is' if heard.left == 1 else 'ies are'} left, with other words:")
            print(f"\n  {', '.join(heard.words)}.")
    if heard.outcome in ("again", "reject"):
        raise typer.Exit(1)


def declare(
    file: Annotated[Path, typer.Argument(help="A recording that is used as it is.", show_default=False)],
    name: _Name,
    yes: Annotated[bool, typer.Option("--yes", help="Declare it without being asked to type it.")] = False,
    as_json: _Json = False,
) -> None:
    """Declare that somebody agrees to a recording of theirs being used as it is, as narration."""
    from agency.consent_affairs import declare as declare_consent
    from agency.consent_affairs import user_name
    from agency.errors import ConsentRefused
    from tools.consent import declaration_of
    from tools.errors import BadInput

    place, settings = _here()
    if not file.expanduser().is_file():
        raise BadInput(f"There is no file {str(file)!r}; check the name.")
    if not yes and typer.prompt(f"{declaration_of(name)}\nType “I agree” to declare this", err=True) != "I agree":
        raise ConsentRefused("Nothing was declared; type exactly “I agree”, or say --yes.")
    kept = declare_consent(place, settings, file.expanduser(), " ".join(name.split()), user_name(), own=False)
    print(json.dumps(_row(kept), ensure_ascii=False, indent=2) if as_json else f"Declared: {kept.id}.")


def list_consents(
    every: Annotated[bool, typer.Option("--all", help="Also what is over.")] = False, as_json: _Json = False
) -> None:
    """Who agreed to what, until when, what waits to be looked at, and who is being asked."""
    from agency.consent_requests import open_requests

    place, _ = _here()
    consents, asked = _consents(), open_requests(place)
    known = consents.all()
    found = [one for one in known if every or one.state(_now()) in ("waiting", "valid")]
    damaged = consents.damaged()
    if as_json:
        open_ = [_waiting(one) for one in asked]
        told = {"consents": [_row(one) for one in found], "asked": open_, "damaged": damaged}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for request in asked:
        named = f"{request.kind:<7}  {request.subject:<24}  {request.likeness:<24}"
        print(f"{request.id}  {'asked':<8}  {named}  {_left(request)}")
    for one in found:
        until = f"until {one.expires_at[:10]}" if one.expires_at else ""
        print(f"{one.id}  {one.state(_now()):<8}  {one.kind:<7}  {one.subject:<24}  {one.likeness:<24}  {until}")
    for id_ in damaged:
        print(f"{id_}  changed by another hand; it does not count")
    if known and not (found or asked or damaged):
        print("Nothing holds, and nothing waits; `agency consent list --all` shows what is over.")
    elif not (found or asked or damaged):
        print("Nobody was asked yet: `agency consent start photo|voice FILE --name NAME`.")


def show(id_: _Id, as_json: _Json = False) -> None:
    """Everything about one consent: what was read, what was checked, what was made with it, and what happened since."""
    from agency.consent_affairs import affected_productions
    from agency.consent_hearing import raw_folder
    from agency.consent_requests import open_requests

    place, _ = _here()
    consents = _consents()
    if request := next((one for one in open_requests(place) if one.id == id_), None):
        # Nobody has answered yet: there is no record.
        if as_json:
            print(json.dumps(_waiting(request), ensure_ascii=False, indent=2))
        else:
            print(f"{id_}: {request.subject}, {request.kind} {request.likeness!r} (asked)\n“{request.statement}”")
            print(f"Nobody has read it yet: {_left(request)}.")
        return
    signed, one, log = consents.signed(id_), consents.find(id_), consents.log(id_)
    made = affected_productions(place, {id_})
    if as_json:
        told = {**signed, "hash": one.hash, "state": one.state(_now()), "productions": made, "log": log}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    print(f"{one.id}: {one.subject}, {one.kind} {one.likeness!r} ({one.state(_now())})\n“{one.statement}”")
    for finding in one.findings:
        print(f"- {finding}")
    if made:
        print(f"Made with it: {', '.join(made)}")
    for path in sorted(raw_folder(place, id_).glob("recording.*")):
        print(f"To look at: {path}")
    for entry in log:
        at = datetime.fromtimestamp(float(str(entry["at"]))).isoformat(sep=" ", timespec="minutes")
        print(f"{at}  {entry['event']}, {entry['who']}{': ' if entry['told'] else ''}{entry['told']}")


def approve(id_: _Id, by: _By = "", reason: _Reason = "") -> None:
    """Let a consent hold that waits: you saw and heard that it is this person who agrees."""
    kept = _decided(id_, by, reason, good=True)
    print(f"It holds until {kept.expires_at[:10]}; the recording was deleted.")


def reject(id_: _Id, by: _By = "", reason: _Reason = "") -> None:
    """Do not let a consent hold that waits."""
    _decided(id_, by, reason, good=False)
    print("Rejected; the recording was deleted.")


def revoke(id_: _Id, by: _By = "", reason: _Reason = "", as_json: _Json = False) -> None:
    """Take a consent back: nothing new is made from now on, also what is being made; lists what was made with it."""
    from agency.consent_affairs import affected_productions, user_name
    from agency.consent_hearing import drop_recording

    place, _ = _here()
    gone = _consents().revoke(id_, by or user_name(), reason)
    for one in gone:
        drop_recording(place, one.id)
    made = affected_productions(place, {one.id for one in gone} | {id_})
    if as_json:
        print(json.dumps({"revoked": [one.id for one in gone], "productions": made}, indent=2))
        return
    print(f"Revoked: {', '.join(one.id for one in gone)}." if gone else "It was revoked already.")
    print("Made with it, and not removed: " + ", ".join(made) if made else "No production was made with it.")


def forget(id_: _Id, yes: Annotated[bool, typer.Option("--yes", help="Without asking.")] = False) -> None:
    """Remove a consent with everything that was kept of it, and likenesses that were made with it; videos stay.

    A request that nobody answered yet goes too: its words hold no more.
    """
    from agency.consent_affairs import affected_productions, forget_consent, user_name

    place, _ = _here()
    if not yes and not typer.confirm("What was agreed can not be shown any more afterwards. Forget it?", err=True):
        raise typer.Exit(1)
    made = affected_productions(place, {id_})
    gone = forget_consent(place, id_, user_name())
    print("Forgotten" + (f", and with it {', '.join(gone)}" if gone else "") + ".")
    if made:
        print(f"Videos were made with it, and stay: {', '.join(made)}.")


CONSENT_COMMANDS: dict[str, Callable[..., None]] = {
    "start": start,
    "record": record,
    "declare": declare,
    "list": list_consents,
    "show": show,
    "approve": approve,
    "reject": reject,
    "revoke": revoke,
    "forget": forget,
}


def _here() -> tuple[Home, Settings]:
    from agency.home import home
    from agency.settings import load_settings

    settings = load_settings()
    return home(settings), settings


def _consents() -> Consents:
    from agency.consent_records import Consents

    return Consents(_here()[0])


def _decided(id_: str, by: str, reason: str, *, good: bool) -> ConsentRecord:
    from agency.consent_affairs import user_name
    from agency.consent_hearing import drop_recording

    place, settings = _here()
    kept = _consents().decide(id_, by or user_name(), approve=good, days=settings.consent_days, reason=reason)
    drop_recording(place, id_)
    return kept


def _asked(asked: ConsentRequest, address: str) -> dict[str, Any]:
    return {
        "consent": asked.id,
        "subject": asked.subject,
        "kind": asked.kind,
        "statement": asked.statement,
        "words": list(asked.words),
        "seconds": round(asked.ends - time.time()),
        "tries": asked.left,
        "address": address,
    }


def _waiting(asked: ConsentRequest) -> dict[str, Any]:
    """A request that is open, for listings: without the words, which are for whoever reads them."""
    told = _asked(asked, "")
    del told["words"], told["address"]
    return {**told, "likeness": asked.likeness, "state": "asked"}


def _left(asked: ConsentRequest) -> str:
    minutes = max(1, math.ceil((asked.ends - time.time()) / 60))
    return f"{minutes} minute{'s' * (minutes > 1)} and {asked.left} tr{'y' if asked.left == 1 else 'ies'} left"


def _row(one: ConsentRecord) -> dict[str, Any]:
    return {**one.model_dump(mode="json", by_alias=True), "state": one.state(_now()), "hash": one.hash}


def _now() -> datetime:
    return datetime.now(UTC)
