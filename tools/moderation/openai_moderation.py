"""A second look by OpenAI's moderation: categories and scores of a hosted model, as concerns of our policy.

Asked for where `AGENCY_MODERATION_API_KEY` (or `AGENCY_MODERATION_BASE_URL`, a server of one's own) is set. Its answers
only ever add to what the embedded rules and vote find: where it allows something, they still hold; where it fails, they
judge alone.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from renderers.errors import EngineFailed
from renderers.remote_answers import AnswerFailed, failures_told, short
from tools.moderation.policy import Policy, Presenter, Topic
from tools.moderation.verdict import Concern

if TYPE_CHECKING:
    from openai import OpenAI

MODEL = "omni-moderation-latest"
TOPIC_OF: dict[str, Topic] = {
    "hate": "hate",
    "hate/threatening": "hate",
    "harassment": "harassment",
    "harassment/threatening": "violence",
    "sexual": "sexual",
    "sexual/minors": "minors",
    "self-harm": "self_harm",
    "self-harm/intent": "self_harm",
    "self-harm/instructions": "self_harm",
    "violence": "violence",
    "violence/graphic": "violence",
    "illicit": "fraud",
    "illicit/violent": "violence",
}
"""Our topic of each category of the model; it knows none for misinformation, politics and regulated advice."""
SURE, DOUBT = 0.85, 0.4
"""From which score on, from 0 to 1, a category is certain, and from which doubtful. The service flags near 0.5."""
TOGETHER = 32
"""Texts of one request."""
LONGEST = 8000
"""Characters of a text that are sent; longer ones go in pieces."""
QUIET_SECONDS, SECONDS, ATTEMPTS, PAUSE = 8.0, 25.0, 3, 0.5
"""Seconds that one answer and all of it may take, how often a request is tried, and the wait before the second try."""


def wanted() -> bool:
    """Whether a key or an address for it is set."""
    return bool(os.environ.get("AGENCY_MODERATION_API_KEY") or os.environ.get("AGENCY_MODERATION_BASE_URL"))


def look(
    texts: Mapping[str, str], presenter: Presenter, policy: Policy, wait: Callable[[float], None] = time.sleep
) -> tuple[Concern, ...]:
    """What the model finds in `texts` (by where each is said or shown) and the policy does not simply allow.

    Raises `EngineFailed` where it can not be asked, or gives no answer that holds within its budget.
    """
    if not wanted():
        raise EngineFailed("openai", "no key is set; set AGENCY_MODERATION_API_KEY, or let the embedded one judge.")
    from openai import OpenAI

    address, key = (os.environ.get(f"AGENCY_MODERATION_{name}", "") for name in ("BASE_URL", "API_KEY"))
    # Its own retries are off: ours count against one budget.
    client = OpenAI(base_url=address or None, api_key=key or "none", max_retries=0, timeout=QUIET_SECONDS)
    pieces = [(where, text[at : at + LONGEST]) for where, text in texts.items() for at in range(0, len(text), LONGEST)]
    deadline = time.monotonic() + SECONDS
    found: dict[tuple[str, Topic], Concern] = {}
    for start in range(0, len(pieces), TOGETHER):
        part = pieces[start : start + TOGETHER]
        for (where, text), scores in zip(part, _scores(client, part, deadline, wait), strict=True):
            for concern in _concerns(where, text, scores, presenter, policy):
                held = found.get((where, concern.topic))
                if held is None or concern.certain > held.certain:
                    found[where, concern.topic] = concern
    return tuple(found.values())


def _concerns(
    where: str, text: str, scores: Mapping[str, float], presenter: Presenter, policy: Policy
) -> Sequence[Concern]:
    found = []
    for category, score in scores.items():
        topic = TOPIC_OF.get(category)
        if topic is None or score < DOUBT:
            continue
        certain = score >= SURE
        action = policy.action(topic, presenter, certain=certain)
        if action != "allow":
            told = f"taken for {category} by {MODEL} ({score:.0%})"
            about = policy.topics[topic].about
            found.append(
                Concern(
                    topic=topic, action=action, certain=certain, where=where, sentence=text, words=told, about=about
                )
            )
    return found


def _scores(
    client: OpenAI, part: Sequence[tuple[str, str]], deadline: float, wait: Callable[[float], None]
) -> list[dict[str, float]]:
    """The scores of each text by category. Raises `EngineFailed`."""
    failure = AnswerFailed("it did not answer.", again=True)
    for attempt in range(ATTEMPTS):
        if attempt:
            pause = failure.seconds or PAUSE * 2 ** (attempt - 1)
            if time.monotonic() + pause > deadline:
                break
            wait(pause)
        try:
            return _ask(client, [text for _, text in part])
        except AnswerFailed as error:
            failure = error
            if not error.again:
                break
    raise EngineFailed("openai", failure.reason, retryable=failure.again)


def _ask(client: OpenAI, texts: list[str]) -> list[dict[str, float]]:
    import openai

    try:
        with failures_told():
            answer: Any = client.moderations.create(model=MODEL, input=texts)
    except openai.BadRequestError as error:
        raise AnswerFailed(f"it refused the request ({short(error)}).", again=False) from error
    try:
        found = [_read(result) for result in answer.results]
    except (AttributeError, TypeError, ValueError) as error:
        raise AnswerFailed("what it sent can not be read.", again=True) from error
    if len(found) != len(texts):
        raise AnswerFailed("it did not answer for every text.", again=True)
    return found


def _read(result: Any) -> dict[str, float]:  # noqa: ANN401  (what a server sent)
    """The scores of one result by category. Raises `TypeError` or `ValueError` for what is none."""
    told = result.category_scores
    given = told if isinstance(told, Mapping) else told.model_dump(by_alias=True)
    scores = {str(name): float(score) for name, score in given.items() if score is not None}
    if not scores or not all(0.0 <= score <= 1.0 for score in scores.values()):
        raise ValueError("no scores")
    return scores
