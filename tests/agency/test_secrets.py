"""A key is told to the service that it is for and to nobody else: whatever fails, no message and no log holds it."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from renderers.errors import EngineFailed
from renderers.redaction import redacted
from tools.brief import Brief
from tools.language import BriefRequest
from tools.moderation import openai_moderation
from tools.moderation.policy import default_policy

KEY = "sk-live-9f8e7d6c5b4a39281706"
ANSWERS = {
    "400": (400, "application/json", json.dumps({"error": {"message": f"bad request for {KEY}"}})),
    "401": (401, "application/json", json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}})),
    "429": (429, "application/json", json.dumps({"error": {"message": f"slow down, Bearer {KEY}"}})),
    "500": (500, "text/plain", f"trace: Authorization: Bearer {KEY}"),
    "prose": (200, "application/json", f'{{"echo": "{KEY}"}}'),
    "no json": (200, "text/plain", f"Bearer {KEY}"),
}


@pytest.fixture(params=sorted(ANSWERS))
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A server that tells everybody the key it was given."""
    status, kind, answer = ANSWERS[request.param]
    given: list[str] = []

    class Telling(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            given.append(str(self.headers["Authorization"]))
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status, answer.splitlines()[0][:100])
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer.encode())

        def log_message(self, *_: object) -> None:
            pass

    here = ThreadingHTTPServer(("127.0.0.1", 0), Telling)
    threading.Thread(target=here.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    for name in ("LLM", "SPEECH", "MODERATION"):
        monkeypatch.setenv(f"AGENCY_{name}_BASE_URL", f"http://127.0.0.1:{here.server_port}/v1")
        monkeypatch.setenv(f"AGENCY_{name}_API_KEY", KEY)
    monkeypatch.setenv("AGENCY_LLM_MODEL", "tiny")
    monkeypatch.setenv("AGENCY_SPEECH_MODEL", "some-model")
    monkeypatch.setattr(openai_moderation, "PAUSE", 0.0)
    yield given
    here.shutdown()
    here.server_close()


def ask_language() -> Any:
    from tools.language.openai_engine import OpenAILanguage

    return OpenAILanguage(wait=lambda seconds: None).complete(BriefRequest("A lamp", {}), Brief)


def ask_speech() -> Any:
    from renderers.speech import SpeechRequest
    from renderers.speech.openai_speech import OpenAISpeech, remote_voices

    engine = OpenAISpeech(wait=lambda seconds: None)
    return next(engine.speak([SpeechRequest("Open the door, please.", remote_voices()[0])]))


def ask_moderation() -> Any:
    return openai_moderation.look({"line": "Hello."}, "stock", default_policy())


@pytest.mark.parametrize("ask", [ask_language, ask_speech, ask_moderation])
def test_no_failure_tells_the_key(server: list[str], ask: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(EngineFailed) as failed:
        ask()
    assert server and all(KEY in header for header in server)
    assert KEY not in str(failed.value)
    assert KEY not in caplog.text


@pytest.mark.parametrize(
    "text",
    [
        f"at https://{KEY}:x@host/",
        "Bearer abc.def.ghi and more",
        "sk-proj-abcdefgh12345678",
        "https://me:secret@host/x",
    ],
)
def test_what_looks_like_a_key_is_hidden(text: str) -> None:
    assert not any(secret in redacted(text) for secret in (KEY, "abc.def", "abcdefgh12345678", "me:secret"))
    assert redacted("The task is skipped; risk-free.") == "The task is skipped; risk-free."


def test_the_secrets_of_the_environment_are_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENCY_CHAT_PASSWORD", "open sesame")
    monkeypatch.setenv("AGENCY_HOME", "/somewhere")
    assert redacted("wrong: open sesame at /somewhere") == "wrong: … at /somewhere"
