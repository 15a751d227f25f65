"""OpenAI's moderation against a local server that behaves and misbehaves: it adds; its failure lets nothing in."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from agency.moderation import verdict_on
from agency.settings import Settings
from renderers.errors import EngineFailed
from tools.moderation import openai_moderation
from tools.moderation.policy import default_policy

HARMLESS = {"scene 1, line 1": "We bake bread every morning.", "title": "Bread"}
REFUSED = {"scene 1, line 1": "All Muslims should be deported."}
KEY = "sk-test-0123456789abcdef"


def result(**scores: float) -> dict[str, Any]:
    return {"flagged": bool(scores), "categories": {}, "category_scores": {"violence": 0.001, **scores}}


class Answers(BaseHTTPRequestHandler):
    """Answers with what the test lines up, the last of them for ever."""

    queue: list[tuple[int, Any]]
    asked: list[dict[str, Any]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append(json.loads(body))
        status, answer = self.queue.pop(0) if len(self.queue) > 1 else self.queue[0]
        if answer == "hang up":
            self.connection.close()
            return
        sent = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent) + (100 if answer == b"{cut" else 0)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., list[dict[str, Any]]]]:
    running: list[ThreadingHTTPServer] = []

    def start(*answers: tuple[int, Any]) -> list[dict[str, Any]]:
        handler = type("Handler", (Answers,), {"queue": list(answers), "asked": []})
        here = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        running.append(here)
        threading.Thread(target=here.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        monkeypatch.setenv("AGENCY_MODERATION_BASE_URL", f"http://127.0.0.1:{here.server_port}/v1")
        monkeypatch.setenv("AGENCY_MODERATION_API_KEY", KEY)
        return handler.asked  # type: ignore[attr-defined,no-any-return]

    monkeypatch.setattr(openai_moderation, "QUIET_SECONDS", 0.5)
    monkeypatch.setattr(openai_moderation, "PAUSE", 0.0)
    yield start
    for here in running:
        here.shutdown()
        here.server_close()


def test_what_it_finds_is_added_under_our_topics(server: Any) -> None:
    asked = server((200, {"id": "m", "model": "omni", "results": [result(), result(**{"self-harm/intent": 0.6})]}))
    verdict = verdict_on(HARMLESS, "stock", Settings())
    assert (verdict.action, verdict.engines) == ("review", ("embedded", "openai/omni-moderation-latest"))
    [concern] = verdict.concerns
    assert (concern.where, concern.topic, concern.certain) == ("title", "self_harm", False)
    assert "self-harm/intent" in concern.words
    assert asked[0]["model"] == "omni-moderation-latest"
    assert asked[0]["input"] == list(HARMLESS.values())


def test_a_sure_answer_is_refused_and_an_unknown_category_is_nothing(server: Any) -> None:
    server((200, {"id": "m", "model": "omni", "results": [result(hate=0.97, novelty=1.0), result()]}))
    verdict = verdict_on(HARMLESS, "stock", Settings())
    assert (verdict.action, [concern.topic for concern in verdict.concerns]) == ("deny", ["hate"])


@pytest.mark.parametrize(
    "answer",
    [
        (429, {"error": {"message": "slow down"}}),
        (500, b"oops"),
        (401, {"error": {"message": f"Incorrect API key provided: {KEY}"}}),
        (400, {"error": {"message": f"no such model for {KEY}"}}),
        (200, b"{cut"),
        (200, b"not json"),
        (200, {"results": []}),
        (200, {"results": [{"flagged": False}, {"flagged": False}]}),
        (200, {"results": [{"category_scores": {"hate": 7}}, {"category_scores": {"hate": "x"}}]}),
        (200, {"results": "allow"}),
        (200, [1, 2]),
        (200, "hang up"),
    ],
    ids=["429", "500", "401", "400", "cut", "prose", "none", "no scores", "odd scores", "words", "list", "closed"],
)
def test_a_failure_is_told_and_the_embedded_one_judges(server: Any, answer: tuple[int, Any]) -> None:
    server(answer)
    verdict = verdict_on(HARMLESS, "stock", Settings())
    assert (verdict.action, verdict.engines) == ("allow", ("embedded",))
    assert len(verdict.notes) == 1
    assert verdict.notes[0].endswith("The embedded moderation judged alone.")
    assert KEY not in str(verdict)
    doubtful = {"line": "Stop taking your insulin, our tea is better."}
    assert verdict_on(doubtful, "stock", Settings()).action == "review"


def test_one_failure_is_tried_again(server: Any) -> None:
    asked = server((503, b"busy"), (200, {"id": "m", "model": "omni", "results": [result(), result()]}))
    verdict = verdict_on(HARMLESS, "stock", Settings())
    assert (verdict.action, verdict.notes, len(asked)) == ("allow", (), 2)


def test_it_never_allows_what_the_embedded_one_refuses(server: Any) -> None:
    asked = server((200, {"id": "m", "model": "omni", "results": [result()]}))
    assert verdict_on(REFUSED, "stock", Settings()).action == "deny"
    assert not asked


def test_nothing_leaves_the_machine_without_a_key_or_where_the_setting_says_so(
    server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = server((200, {"id": "m", "model": "omni", "results": [result(hate=0.97), result()]}))
    assert verdict_on(HARMLESS, "stock", Settings(moderation_engine="embedded")).action == "allow"
    for name in ("AGENCY_MODERATION_BASE_URL", "AGENCY_MODERATION_API_KEY"):
        monkeypatch.delenv(name)
    assert verdict_on(HARMLESS, "stock", Settings()).action == "allow"
    assert not asked
    asked_for = verdict_on(HARMLESS, "stock", Settings(moderation_engine="openai"))
    assert (asked_for.action, len(asked_for.notes)) == ("allow", 1)
    with pytest.raises(EngineFailed, match="AGENCY_MODERATION_API_KEY"):
        openai_moderation.look(HARMLESS, "stock", default_policy())
