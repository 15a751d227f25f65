"""Ownership: whose conversation a production came from. What was made on the command line belongs to nobody alone."""

from __future__ import annotations

from agency.database import opened, transaction
from agency.home import Home
from agency.reviewers import is_reviewer
from agency.settings import Settings


def claim(place: Home, production: str, user: str) -> None:
    """Record that the production was begun by `user`; whoever was first stays."""
    with opened(place.database) as db, transaction(db):
        db.execute("INSERT OR IGNORE INTO owners (production, user) VALUES (?, ?)", (production, user))


def may_see(place: Home, production: str, user: str, settings: Settings) -> bool:
    """Whether `user` may see the drafts of the production: its owner, a reviewer, and everybody where it has none."""
    with opened(place.database) as db:
        row = db.execute("SELECT user FROM owners WHERE production = ?", (production,)).fetchone()
    return row is None or row["user"] == user or is_reviewer(user, settings)
