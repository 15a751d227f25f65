"""`agency moderation`: the queue of what a person has to look at before it is made, and what was decided."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from agency.moderation import Review, Reviews

_Json = Annotated[bool, typer.Option("--json", help="Print one JSON document; everything else goes to standard error.")]
_Id = Annotated[int, typer.Argument(help="The number of the review.", show_default=False)]
_By = Annotated[str, typer.Option(help="Who decides (default: the name you are logged in with).")]
_Reason = Annotated[str, typer.Option(help="Why, for the log.")]


def list_reviews(
    every: Annotated[bool, typer.Option("--all", help="Also what is decided.")] = False, as_json: _Json = False
) -> None:
    """What waits for somebody to look at it."""
    found = _reviews().all(*(() if every else ("waiting",)))
    if as_json:
        print(json.dumps([review_row(review) for review in found], ensure_ascii=False, indent=2))
        return
    for review in found:
        topics = ", ".join(dict.fromkeys(concern.topic for concern in review.verdict.concerns))
        print(f"{review.id:>4}  {review.state:<9} {_called(review)[:48]:<48}  {topics}")
    if not found:
        print("Nothing waits.")


def _called(review: Review) -> str:
    """The title, or where there is none the first sentence that somebody has to look at."""
    return review.title or next((f"“{concern.sentence}”" for concern in review.verdict.concerns), "")


def show(id_: _Id, as_json: _Json = False) -> None:
    """Everything about one review: what is said where, why it was held, and what happened since."""
    queue = _reviews()
    review, log = queue.find(id_), queue.log(id_)
    if as_json:
        print(json.dumps({**review_row(review), "log": log}, ensure_ascii=False, indent=2))
        return
    print(f"Review {review.id}: {_called(review)} ({review.state})")
    if review.note:
        print(f"Appeal: {review.note}")
    for concern in review.verdict.concerns:
        sure = "" if concern.certain else "may be: "
        print(f"- {concern.where}: “{concern.sentence}”\n  {sure}{concern.about} ({concern.topic}, {concern.action})")
    for entry in log:
        at = datetime.fromtimestamp(float(str(entry["at"]))).isoformat(sep=" ", timespec="minutes")
        print(f"{at}  {entry['event']}, {entry['who']}{': ' if entry['told'] else ''}{entry['told']}")


def approve(id_: _Id, by: _By = "", reason: _Reason = "") -> None:
    """Let this content be made, exactly as it is now."""
    review = _reviews().approve(id_, by or getpass.getuser(), reason)
    left = review.needed - len(review.approvers)
    print(
        "Approved: ask for the video again, or say `agency resume`." if left <= 0 else f"Noted; {left} more must agree."
    )


def reject(id_: _Id, by: _By = "", reason: _Reason = "") -> None:
    """Do not let this content be made."""
    _reviews().reject(id_, by or getpass.getuser(), reason)
    print("Rejected.")


def appeal(
    id_: _Id,
    note: Annotated[str, typer.Argument(help="Why it should be looked at again.", show_default=False)],
    by: _By = "",
) -> None:
    """Ask for another look at what was refused; what the policy itself refused needs two people to agree."""
    _reviews().appeal(id_, note, by or getpass.getuser())
    print("It waits for another look.")


def _reviews() -> Reviews:
    from agency.home import home
    from agency.moderation import Reviews
    from agency.settings import load_settings

    return Reviews(home(load_settings()).database)


def review_row(review: Review) -> dict[str, Any]:
    """A review as JSON, for listings and for the page."""
    return {
        "id": review.id,
        "state": review.state,
        "title": review.title,
        "needed": review.needed,
        "approvers": list(review.approvers),
        "note": review.note,
        "verdict": review.verdict.model_dump(mode="json"),
    }


MODERATION_COMMANDS: dict[str, Callable[..., None]] = {
    "list": list_reviews,
    "show": show,
    "approve": approve,
    "reject": reject,
    "appeal": appeal,
}
