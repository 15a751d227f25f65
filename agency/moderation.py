"""Moderation of productions: the verdict before anything is spoken, the queue of what a person has to look at, and the
log of what was decided by whom. An approval holds for exactly the content that was looked at.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from agency.database import opened, transaction
from agency.errors import NeedsReview, NotAllowed, UnknownReview
from agency.home import Home
from agency.reviewed_content import reviewed_hash
from agency.settings import Settings
from renderers.errors import EngineFailed
from tools.layouts import content_texts, picture_paths
from tools.moderation import openai_moderation
from tools.moderation.policy import Policy, Presenter, default_policy, read_policy
from tools.moderation.verdict import Verdict, judge, verdict_of
from tools.speaking import heard_text
from tools.storyboard import Storyboard

STATES = ("waiting", "approved", "rejected", "denied")
_SENTENCE = 4
"""Words of a text on screen that is judged by itself, and not only with what stands beside it."""
_APPEALED = 2
"""So many different people have to approve what the policy itself refused."""


@dataclass(frozen=True)
class Review:
    """One content in the queue. `needed` approvals by different people let it pass; `approvers` gave theirs."""

    id: int
    state: str
    title: str
    verdict: Verdict
    needed: int
    approvers: tuple[str, ...]
    note: str
    created: float


def policy_of(settings: Settings) -> Policy:
    """The policy of the settings, or the one that ships. Raises `BadInput`."""
    return (
        read_policy(Path(settings.moderation_policy).expanduser()) if settings.moderation_policy else default_policy()
    )


def texts_of(board: Storyboard) -> dict[str, str]:
    """Everything that `board` says and shows, and the names of its files, by where."""
    found: dict[str, str] = {"title": board.title}
    for number, scene in enumerate(board.scenes, 1):
        for count, line in enumerate(scene.lines, 1):
            found[f"scene {number}, line {count}"] = line.text
            if (heard := heard_text(line)) != line.text:
                found[f"scene {number}, line {count}, as it is spoken"] = heard
        found[f"scene {number}, heading"] = scene.heading
        found[f"scene {number}, below the heading"] = scene.subtitle
        if scene.film is not None:
            found[f"scene {number}, name of the film"] = _name(scene.film.file)
        shown = [(where, text) for where, text in content_texts(scene.content) if text.strip()]
        found[f"scene {number}, what it shows"] = "; ".join(text for _, text in shown)
        # A word or two say little by themselves, and are taken for anything.
        found |= {f"scene {number}, {where}": text for where, text in shown if len(text.split()) >= _SENTENCE}
        for count, picture in enumerate(picture_paths(scene), 1):
            found[f"scene {number}, name of {'the' if count == 1 else 'another'} picture"] = _name(picture)
    card = board.end_card
    found["end card"] = "\n".join(filter(None, (card.headline, card.call_to_action)))
    given = (board.logo, board.music_file, board.narration, *board.look.fonts)
    found["names of the files"] = "\n".join(_name(path) for path in given if path)
    found["name strap"] = " ".join(filter(None, (board.presenter_name, board.presenter_role)))
    found["brand"] = board.brand.name if board.brand else ""
    found["facts of the brand"] = "\n".join(fact.value for fact in board.brand.sources) if board.brand else ""
    # What is heard in a word's place is said as well.
    found["pronunciations"] = "\n".join(board.pronunciations.values())
    return {where: text for where, text in found.items() if text.strip()}


def verdict_on(texts: Mapping[str, str], presenter: Presenter, settings: Settings) -> Verdict:
    """The verdict on `texts` by the engines of the settings; one that fails is named in the verdict's notes.

    The embedded engine always judges, so that no failure elsewhere lets anything through.
    """
    policy = policy_of(settings)
    own = judge(texts, presenter, policy)
    asked = settings.moderation_engine
    if asked == "embedded" or (asked == "auto" and not openai_moderation.wanted()) or own.action == "deny":
        return own
    try:
        others = openai_moderation.look(texts, presenter, policy)
    except EngineFailed as failure:
        return own.model_copy(update={"notes": (f"{failure} The embedded moderation judged alone.",)})
    engines = ("embedded", f"openai/{openai_moderation.MODEL}")
    return verdict_of((*own.concerns, *others), texts, presenter, policy, engines)


def moderate(board: Storyboard, presenter: Presenter, settings: Settings, home: Home) -> Verdict:
    """The verdict on what `board` says and shows, where it may be made: allowed, or approved as it is.

    Raises `NotAllowed` for what the policy or a reviewer refuses, and `NeedsReview` for what a person has to look at
    first; both are in the queue then.
    """
    verdict = verdict_on(texts_of(board), presenter, settings)
    if verdict.action == "allow":
        return verdict
    verdict = verdict.model_copy(update={"content": reviewed_hash(verdict.content, board, presenter)})
    review = Reviews(home.database).enter(verdict, board.title)
    if review.state == "approved":
        return verdict
    concern = next(each for each in verdict.concerns if each.action == verdict.action)
    said = f"{concern.where.capitalize()}, “{_short(concern.sentence)}”, {concern.about}"
    if review.state == "waiting":
        raise NeedsReview(
            f"{said}, or may be taken for it: somebody has to look at it before it is made (`agency moderation show "
            f"{review.id}`, then `approve {review.id}`); or say it differently.",
            review.id,
        )
    by = "a reviewer" if review.state == "rejected" else "the policy"
    raise NotAllowed(
        f"{said}, which {by} does not allow here; say it differently, or ask for another look with `agency moderation "
        f'appeal {review.id} "why"`.'
    )


class Reviews:
    """The queue and the log, in the home's database."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def enter(self, verdict: Verdict, title: str) -> Review:
        """The review of this content under this policy, entered where it is new."""
        with opened(self._database) as db, transaction(db):
            row = db.execute(
                "SELECT id FROM reviews WHERE content = ? AND policy = ?", (verdict.content, verdict.policy)
            ).fetchone()
            if row is None:
                state = "denied" if verdict.action == "deny" else "waiting"
                cursor = db.execute(
                    "INSERT INTO reviews (content, policy, verdict, title, state, created) VALUES (?, ?, ?, ?, ?, ?)",
                    (verdict.content, verdict.policy, verdict.model_dump_json(), title, state, time.time()),
                )
                id_ = int(cursor.lastrowid or 0)
                topics = dict.fromkeys(each.topic for each in verdict.concerns)
                _log(db, id_, state, "policy " + verdict.policy, ", ".join(topics))
            else:
                id_ = int(row["id"])
        return self.find(id_)

    def find(self, id_: int) -> Review:
        """The review with this number. Raises `UnknownReview`."""
        with opened(self._database) as db:
            row = db.execute("SELECT * FROM reviews WHERE id = ?", (id_,)).fetchone()
            if row is None:
                raise UnknownReview(f"There is no review {id_}; `agency moderation list --all` shows what there is.")
            return Review(
                id=id_,
                state=row["state"],
                title=row["title"],
                verdict=Verdict.model_validate_json(row["verdict"]),
                needed=row["needed"],
                approvers=tuple(json.loads(row["approvers"])),
                note=row["note"],
                created=row["created"],
            )

    def all(self, *states: str) -> list[Review]:
        """The reviews in these states (all for none), the oldest first."""
        with opened(self._database) as db:
            rows = db.execute("SELECT id, state FROM reviews ORDER BY id").fetchall()
        return [self.find(row["id"]) for row in rows if not states or row["state"] in states]

    def approve(self, id_: int, by: str, reason: str = "") -> Review:
        """The review with an approval of `by`; it passes when as many different people as it needs have approved.

        Raises `UnknownReview`, and `NotAllowed` for what was refused by the policy and not appealed.
        """
        review = self.find(id_)
        if review.state == "denied":
            raise NotAllowed(
                f"Review {id_} was refused by the policy; it can be looked at once somebody appeals (`agency "
                f'moderation appeal {id_} "why"`).'
            )
        approvers = tuple(dict.fromkeys((*review.approvers, by)))
        state = "approved" if len(approvers) >= review.needed else "waiting"
        self._decide(id_, state, by, reason, approvers, "approved by one" if state == "waiting" else "approved")
        return self.find(id_)

    def reject(self, id_: int, by: str, reason: str = "") -> Review:
        """The review, rejected. Raises `UnknownReview`."""
        self.find(id_)
        self._decide(id_, "rejected", by, reason, (), "rejected")
        return self.find(id_)

    def appeal(self, id_: int, note: str, by: str) -> Review:
        """The review, waiting again with the client's `note`; what the policy refused needs two people's approval.

        Raises `UnknownReview`, and `NotAllowed` where nothing was refused.
        """
        review = self.find(id_)
        if review.state not in ("denied", "rejected"):
            raise NotAllowed(f"Review {id_} is {review.state}; there is nothing to appeal.")
        needed = _APPEALED if review.verdict.action == "deny" else 1
        with opened(self._database) as db, transaction(db):
            db.execute(
                "UPDATE reviews SET state = 'waiting', needed = ?, approvers = '[]', note = ? WHERE id = ?",
                (needed, note[:1000], id_),
            )
            _log(db, id_, "appealed", by, note[:1000])
        return self.find(id_)

    def log(self, id_: int) -> list[Mapping[str, object]]:
        """What happened to a review, in order: `at`, `event`, `who`, `told`."""
        with opened(self._database) as db:
            rows = db.execute(
                "SELECT at, event, who, told FROM audit WHERE review = ? ORDER BY rowid", (id_,)
            ).fetchall()
        return [dict(row) for row in rows]

    def _decide(self, id_: int, state: str, by: str, reason: str, approvers: tuple[str, ...], event: str) -> None:
        with opened(self._database) as db, transaction(db):
            db.execute(
                "UPDATE reviews SET state = ?, approvers = ?, decided = ? WHERE id = ?",
                (state, json.dumps(approvers), time.time(), id_),
            )
            _log(db, id_, event, by, reason)


def _log(db: object, id_: int, event: str, who: str, told: str) -> None:
    db.execute(  # type: ignore[attr-defined]  # an open connection
        "INSERT INTO audit (at, review, event, who, told) VALUES (?, ?, ?, ?, ?)", (time.time(), id_, event, who, told)
    )


def _name(path: str) -> str:
    return Path(path).stem.replace("_", " ").replace("-", " ")


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 80 else sentence[:79].rstrip() + "…"
