"""Check of the content credentials of a file: whether it says who made it, and whether it was changed since."""

from __future__ import annotations

from pathlib import Path

from renderers.credentials import KINDS, Credentials, read_credentials, read_here
from renderers.errors import MediaRejected
from tools.review_plan import Expected
from tools.review_report import Finding


def check_disclosure(expected: Expected) -> Finding | None:
    """Whether the picture says how it was made, which the likeness of a real person should; None for a drawing that
    says nothing.
    """
    if expected.disclosure:
        sentence = f"Every scene says “{expected.disclosure}”."
        return Finding(check="disclosure", severity="ok", measured=expected.disclosure, sentence=sentence)
    if not expected.likeness:
        return None
    return Finding(
        check="disclosure",
        severity="warning",
        measured="none",
        sentence="It shows the likeness of a real person and does not say that it is AI-generated; the law of many "
        "places and most platforms ask for that.",
        patch="show the disclosure",
    )


def check_credentials(path: Path, *, own: bool) -> Finding:
    """Whether the file at `path` is signed and whole; a file of our `own` has to be, a stranger's may say nothing."""
    kind = KINDS.get(path.suffix.lower())
    try:
        found = Credentials("none") if kind is None else read_here(path, kind) if own else read_credentials(path)
    except MediaRejected as refusal:
        return Finding(check="provenance", severity="notice", measured="unread", sentence=str(refusal))
    if found.state == "none":
        return Finding(
            check="provenance",
            severity="fault" if own else "ok",
            measured="none",
            expected="valid" if own else None,
            sentence="The file carries no content credentials.",
            patch="make it again" if own else None,
        )
    if found.state == "invalid":
        return Finding(
            check="provenance",
            severity="fault",
            measured=", ".join(found.problems) or "invalid",
            expected="valid",
            sentence="The file was changed after it was signed.",
            patch="make it again" if own else None,
        )
    return Finding(
        check="provenance",
        severity="ok",
        measured=found.state,
        expected="valid",
        sentence="It is signed with what it is made of, and unchanged since.",
    )
