"""The verdict on a whole production: what the policy makes of everything that is said and shown in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from pydantic import Field

from tools.documents import Document
from tools.moderation.policy import Action, Policy, Presenter, Topic, strictest
from tools.moderation.reading import prepare, read_text


class Concern(Document):
    """One thing that the policy does not simply allow: where it is said or shown, the sentence, and what it is."""

    topic: Topic
    action: Action
    certain: bool
    where: str
    sentence: str
    words: str
    about: str


class Verdict(Document):
    """What becomes of a content: `content` is the hash an approval is bound to, `policy` the version that judged."""

    action: Action
    content: str
    policy: str
    presenter: Presenter
    concerns: tuple[Concern, ...] = Field(())
    engines: tuple[str, ...] = ("embedded",)
    """Which engines judged, in order."""
    notes: tuple[str, ...] = ()
    """What was not as the settings ask, such as an engine that did not answer."""


def content_hash(texts: Mapping[str, str], presenter: Presenter) -> str:
    """The hash of all that is said and shown: another word, another hash."""
    told = json.dumps([presenter, sorted(texts.items())], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def judge(texts: Mapping[str, str], presenter: Presenter, policy: Policy) -> Verdict:
    """The verdict of `policy` on `texts`, by where each is said or shown."""
    return verdict_of(tuple(_concerns(texts, presenter, policy)), texts, presenter, policy)


def verdict_of(
    concerns: tuple[Concern, ...],
    texts: Mapping[str, str],
    presenter: Presenter,
    policy: Policy,
    engines: tuple[str, ...] = ("embedded",),
    notes: tuple[str, ...] = (),
) -> Verdict:
    """The verdict that follows from `concerns`: the strictest of what they ask for."""
    action = strictest(tuple(concern.action for concern in concerns))
    return Verdict(
        action=action,
        content=content_hash(texts, presenter),
        policy=policy.version,
        presenter=presenter,
        concerns=concerns,
        engines=engines,
        notes=notes,
    )


def _concerns(texts: Mapping[str, str], presenter: Presenter, policy: Policy) -> Iterable[Concern]:
    prepare(texts.values())
    for where, text in texts.items():
        for finding in read_text(text):
            action = policy.action(finding.topic, presenter, certain=finding.certain)
            if action != "allow":
                yield Concern(
                    topic=finding.topic,
                    action=action,
                    certain=finding.certain,
                    where=where,
                    sentence=finding.sentence,
                    words=finding.words,
                    about=policy.topics[finding.topic].about,
                )
