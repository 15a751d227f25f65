"""The policy: which topics are allowed, looked at by a person, or refused, by who would say it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field, ValidationError

from tools.documents import Document
from tools.errors import BadInput

Topic = Literal[
    "hate",
    "harassment",
    "sexual",
    "minors",
    "self_harm",
    "violence",
    "fraud",
    "misinformation",
    "political",
    "regulated_advice",
]
Action = Literal["allow", "review", "deny"]
Presenter = Literal["stock", "likeness", "none"]
"""Who says it: one of the stock cast, the likeness of a real person (with consent), or nobody who is seen."""

TOPICS: tuple[Topic, ...] = get_args(Topic)
_STRICTEST: tuple[Action, ...] = ("deny", "review", "allow")
_DEFAULT = Path(__file__).with_name("policy.json")


class TopicRule(Document):
    """What becomes of a topic: `certain` where the text plainly is about it, `doubtful` where it may be."""

    certain: dict[Presenter, Action]
    doubtful: dict[Presenter, Action]
    about: str
    """What a client is told that this is, after "because it"."""


class Policy(Document):
    """A version and a rule for every topic."""

    schema_: Literal["moderation-policy/1"] = Field("moderation-policy/1", alias="schema")
    version: str
    topics: dict[Topic, TopicRule]

    def action(self, topic: Topic, presenter: Presenter, *, certain: bool) -> Action:
        """What the policy makes of a finding."""
        rule = self.topics[topic]
        return (rule.certain if certain else rule.doubtful)[presenter]


def strictest(actions: tuple[Action, ...]) -> Action:
    """The strictest of `actions`; `allow` for none."""
    return next((action for action in _STRICTEST if action in actions), "allow")


def limits_of(policy: Policy, presenter: Presenter) -> str:
    """What `presenter` may not say though others may, in words; empty where there is nothing."""
    kinds: dict[Action, list[str]] = {"deny": [], "review": []}
    for topic in TOPICS:
        own, others = (policy.action(topic, who, certain=True) for who in (presenter, "none"))
        if own != others and own in kinds:
            kinds[own].append(topic.replace("_", " "))
    told = [("not for", kinds["deny"]), ("only after a look for", kinds["review"])]
    return "; ".join(f"{how} what is {' or '.join(topics)}" for how, topics in told if topics)


@cache
def default_policy() -> Policy:
    """The policy that ships with the agency."""
    return read_policy(_DEFAULT)


def read_policy(path: Path) -> Policy:
    """The policy in the JSON file at `path`. Raises `BadInput` with what is wrong or missing."""
    try:
        policy = Policy.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        why = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise BadInput(f"The moderation policy {path.name!r} can not be used: {why}.") from error
    missing = [topic for topic in TOPICS if topic not in policy.topics]
    incomplete = [
        topic
        for topic, rule in policy.topics.items()
        for table in (rule.certain, rule.doubtful)
        if set(table) != set(get_args(Presenter))
    ]
    if missing or incomplete:
        told = f"says nothing of {', '.join(missing)}" if missing else f"is not complete for {', '.join(incomplete)}"
        raise BadInput(f"The moderation policy {path.name!r} {told}; copy the default policy and change that.")
    return policy
