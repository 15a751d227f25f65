"""Remote answers: what stood against a request to an OpenAI-compatible address, in one kind of failure."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

from renderers.errors import EngineFailed
from renderers.redaction import redacted

_LONGEST_WAIT = 30.0


class AnswerFailed(EngineFailed):
    """One try came to nothing; `again` says whether another may do better, `seconds` how long to stay away."""

    def __init__(self, reason: str, *, again: bool, seconds: float = 0.0) -> None:
        super().__init__("openai", reason, retryable=again)
        self.reason, self.again, self.seconds = reason, again, seconds


@contextlib.contextmanager
def failures_told() -> Iterator[None]:
    """What goes wrong with a request inside, as `AnswerFailed`; a request that is refused as such passes unchanged."""
    import httpx2
    import openai

    try:
        yield
    except openai.BadRequestError:
        raise
    except openai.APIStatusError as error:
        again = error.status_code in (408, 409, 429) or error.status_code >= 500
        raise AnswerFailed(f"it answered {error.status_code}.", again=again, seconds=_asked_wait(error)) from error
    except openai.APITimeoutError as error:
        raise AnswerFailed("it took too long.", again=True) from error
    except openai.APIConnectionError as error:
        raise AnswerFailed("it can not be reached.", again=True) from error
    except openai.APIError as error:
        raise AnswerFailed(f"it broke off ({short(error)}).", again=True) from error
    except httpx2.HTTPError as error:
        # What the client lets through from under it when a stream breaks.
        raise AnswerFailed("its answer was cut off.", again=True) from error
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise AnswerFailed("what it sent can not be read.", again=True) from error


def short(error: Exception) -> str:
    """The error in one line, without any key that it repeats."""
    return redacted(" ".join(str(error).split()))[:160]


def _asked_wait(error: Any) -> float:  # noqa: ANN401  (an error of the client's with its answer)
    try:
        return min(_LONGEST_WAIT, max(0.0, float(error.response.headers.get("retry-after", 0))))
    except (TypeError, ValueError):
        return 0.0
