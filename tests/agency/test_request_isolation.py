"""Every address of the chat, asked by nobody, by another user and by a reviewer: what is somebody's stays theirs."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from typing import Any

import pytest

from agency.request_limits import BODY, LOGINS, RequestLimits
from agency.reviewers import is_reviewer, login_name
from agency.settings import Settings
from tests.e2e.commandline import environment

ASK = """
import asyncio, json, sqlite3
from agency.chat_server import chat_app
from agency.database import opened
from agency.home import home
from agency.moderation import Reviews
from agency.ownership import claim
from agency.settings import load_settings
from starlette.testclient import TestClient
from tools.moderation.policy import default_policy
from tools.moderation.verdict import judge

settings = load_settings()
place = home(settings)
drafts = place.productions / "lamp-1" / "drafts"
drafts.mkdir(parents=True)
(drafts / "1.mp4").write_bytes(b"film")
app = chat_app(settings)

def walk(routes):
    for route in routes:
        inner = getattr(route, "routes", None) or getattr(getattr(route, "original_router", None), "routes", None)
        if inner:
            yield from walk(inner)
        elif getattr(route, "methods", None):
            yield from ((route.path, method) for method in sorted(route.methods))

def client(name, password):
    made = TestClient(app, base_url="http://localhost", follow_redirects=False, raise_server_exceptions=False)
    if name:
        assert made.post("/login", data={"username": name, "password": password}).status_code == 200
    return made

ada, bob, rita = client("Ada", "sesame"), client("Bob", "sesame"), client("Rita", "rita's own")
nobody = client("", "")
claim(place, "lamp-1", "Ada")
with opened(place.database) as db:
    ids = {row["identifier"]: row["id"] for row in db.execute("SELECT id, identifier FROM users")}
    db.execute('INSERT INTO threads (id, name, "userId", "userIdentifier", metadata) VALUES (?, ?, ?, ?, ?)',
               ("thread-1", "A secret lamp", ids["Ada"], "Ada", "{}"))
    db.execute('INSERT INTO elements (id, "threadId", type, name, display, "forId", props) '
               'VALUES (?, ?, ?, ?, ?, ?, ?)',
               ("element-1", "thread-1", "custom", "Board", "inline", "step-1", json.dumps({"title": "A secret lamp"})))
kept = place.root / "chat" / "files" / ids["Ada"] / "element-1" / "secret.txt"
kept.parent.mkdir(parents=True)
kept.write_text("A secret lamp")
texts = {"line": "Stop taking your insulin, our tea is better."}
review = Reviews(place.database).enter(judge(texts, "stock", default_policy()), "A secret lamp")

VALUES = {"{production}": "lamp-1", "{name}": "1.mp4", "{kind}": "avatars", "{brand}": "b", "{digest}": "d",
          "{user}": ids["Ada"], "{element}": "element-1", "{path:path}": "x", "{secret}": "s",
          "{number}": str(review.id),
          "{decision}": "approve", "{thread_id}": "thread-1", "{element_id}": "element-1", "{file_id}": "f",
          "{filename:path}": "x.js", "{provider_id}": "google", "{avatar_id:str}": "x", "{full_path:path}": "page"}
body = {"threadId": "thread-1", "thread_id": "thread-1", "sessionId": "s", "name": "n", "isShared": True,
        "element": {"id": "element-1", "threadId": "thread-1", "type": "custom", "name": "Board", "props": {}},
        "pagination": {"first": 20}, "filter": {"userId": ids["Ada"]}, "feedback": {"forId": "step-1", "value": 1},
        "feedbackId": "f", "action": {"name": "say", "payload": {"text": "hi"}, "id": "a", "forId": "step-1"},
        "note": "",
        "content": review.verdict.content}
told = {"nobody": {}, "bob": {}}
for path, method in dict.fromkeys(walk(app.routes)):
    if path in ("/login", "/logout"):
        continue
    asked = path
    for name, value in VALUES.items():
        asked = asked.replace(name, value)
    for who, by in (("nobody", nobody), ("bob", bob)):
        more = {} if method in ("GET", "HEAD", "OPTIONS") else {"json": body}
        answer = by.request(method, asked, **more)
        leaked = "A secret lamp" in answer.text or answer.content == b"film"
        told[who][f"{method} {path}"] = [answer.status_code, leaked]
secret = f"/media/chat/{ids['Ada']}/element-1/secret.txt"
told["uploaded"] = [by.get(secret).status_code for by in (nobody, bob, rita, ada)]
told["draft"] = [by.get("/media/drafts/lamp-1/1.mp4").status_code for by in (nobody, bob, rita, ada)]
told["thread"] = [by.get("/project/thread/thread-1").status_code for by in (bob, ada)]
told["page"] = [(page.status_code, page.text) for page in (by.get("/reviews") for by in (nobody, bob, rita))]
told["reviews"] = [by.get("/reviews/list").status_code for by in (nobody, bob, rita)]
told["seen"] = rita.get("/reviews/list").json()["reviews"][0]["verdict"]["concerns"][0]["sentence"]
go = f"/reviews/{review.id}/approve"
content = {"content": review.verdict.content, "note": "for our doctors"}
told["form"] = rita.post(go, data=content).status_code
told["elsewhere"] = rita.post(go, json=content, headers={"sec-fetch-site": "cross-site"}).status_code
told["changed"] = rita.post(go, json={"content": "0" * 64}).status_code
told["odd"] = [rita.post(go, content=sent, headers={"content-type": "application/json"}).status_code
               for sent in (b"[", b"[1]", b"null", b'{"note": 7}', b"[" * 5000, b"x" * 9000)]
told["waiting"] = Reviews(place.database).find(review.id).state
told["approved"] = rita.post(go, json=content).json()["approvers"]
told["as_rita"] = [TestClient(app, base_url="http://localhost").post("/login", data={"username": name,
                   "password": "sesame"}).status_code for name in ("Rita", " rita ", "RITA")]
half = b'{"na\\xed\\xa0\\x80me": "n"}'
told["half"] = [ada.request(method, address, content=half, headers={"content-type": "application/json"}).status_code
                for method, address in (("PUT", "/project/thread"), ("POST", "/project/action"), ("PUT", "/feedback"))]
told["gone"] = ada.get("/project/thread/no-such-thread").status_code
told["thread_is_there"] = ada.get("/project/thread/thread-1").status_code
print("TOLD " + json.dumps(told))
"""

OPEN = {
    "GET /auth/config",
    "GET /project/translations",
    "GET /favicon",
    "GET /logo",
    "GET /health",
    "HEAD /",
    "GET /{full_path:path}",
    "POST /set-session-cookie",
    "GET /avatars/{avatar_id:str}",
    "GET /public/{filename:path}",
    "GET /assets/{filename:path}",
    "GET /copilot/{filename:path}",
}
"""What the login page itself needs: nothing in it is anybody's."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a server with a password, two users and a reviewer answers."""
    root = tmp_path_factory.mktemp("home")
    secrets = {"AGENCY_CHAT_PASSWORD": "sesame", "AGENCY_REVIEWERS__RITA": "rita's own"}
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**environment(root), **secrets},
        capture_output=True,
        text=True,
        cwd=root,
        timeout=300,
        check=False,
    )
    line = next((line for line in done.stdout.splitlines() if line.startswith("TOLD ")), "")
    assert line, done.stderr
    answers: dict[str, Any] = json.loads(line.removeprefix("TOLD "))
    return answers


def test_nobody_sees_anything_without_a_login(told: dict[str, Any]) -> None:
    seen = {address: status for address, (status, _) in told["nobody"].items() if status < 400}
    assert set(seen) <= OPEN, seen
    assert len(told["nobody"]) > 40


def test_who_may_not_see_the_reviews_is_told_what_to_do(told: dict[str, Any]) -> None:
    (nobody, said), (bob, refused), (rita, page) = told["page"]
    assert (nobody, bob, rita) == (401, 403, 200)
    assert 'Open <a href="/">the chat</a> first' in said
    assert "Only reviewers" in refused
    assert "What waits" not in said + refused
    # A phone shows a page that names no width as small as a desk's.
    assert "width=device-width" in said and "width=device-width" in refused
    assert "What waits" in page


def test_no_answer_is_a_fault(told: dict[str, Any]) -> None:
    for who in ("nobody", "bob"):
        assert {address: status for address, (status, _) in told[who].items() if status >= 500} == {}


def test_what_can_not_be_read_is_refused(told: dict[str, Any]) -> None:
    assert told["half"] == [422, 422, 422]
    assert told["gone"] == 404


def test_another_user_is_never_told_what_is_not_theirs(told: dict[str, Any]) -> None:
    for who in ("nobody", "bob"):
        assert not [address for address, (_, secret) in told[who].items() if secret]
    assert told["uploaded"] == [401, 404, 404, 200]
    assert told["draft"] == [401, 404, 200, 200]
    assert told["thread"][0] >= 400
    assert told["thread"][1] == told["thread_is_there"] == 200


def test_reviews_are_for_reviewers(told: dict[str, Any]) -> None:
    assert told["reviews"] == [401, 403, 200]
    assert told["seen"].startswith("Stop taking your insulin")


def test_a_decision_comes_from_the_page_and_is_on_what_was_looked_at(told: dict[str, Any]) -> None:
    assert (told["form"], told["elsewhere"], told["changed"]) == (415, 403, 409)
    assert set(told["odd"]) <= {413, 422}
    assert told["waiting"] == "waiting"
    assert [name.casefold() for name in told["approved"]] == ["rita"]


def test_nobody_else_bears_a_reviewers_name(told: dict[str, Any]) -> None:
    assert told["as_rita"] == [401, 401, 401]
    settings = Settings(chat_password="sesame", reviewers={"rita": "her own"})
    assert login_name("Rita", "her own", settings) == "rita"
    assert login_name("R\u200bita", "sesame", settings) is None
    assert login_name("\uff32ita", "sesame", settings) is None
    assert login_name("Bob", "her own", settings) is None
    assert not is_reviewer("Bob", settings)
    assert is_reviewer("you", Settings())


def asked(limits: RequestLimits, path: str, *parts: bytes, method: str = "POST", length: int | None = None) -> int:
    """The status that a request to `path` gets."""
    sent: list[int] = []
    left = list(parts) or [b""]

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    async def send(message: Any) -> None:
        sent.extend([message["status"]] if "status" in message else [])

    headers = [] if length is None else [(b"content-length", str(length).encode())]
    scope = {"type": "http", "method": method, "path": path, "headers": headers, "client": ("10.0.0.1", 1)}
    asyncio.run(limits(scope, receive, send))
    return sent[0]


async def _reads_all(scope: Any, receive: Any, send: Any) -> None:
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": []})


def test_passwords_can_not_be_tried_for_long() -> None:
    now = [0.0]
    limits = RequestLimits(_reads_all, lambda: now[0])
    assert [asked(limits, "/login") for _ in range(LOGINS + 1)] == [200] * LOGINS + [429]
    assert asked(limits, "/project/threads") == 200
    now[0] = 61.0
    assert asked(limits, "/login") == 200


@pytest.mark.parametrize("length", [None, 10, BODY + 1])
def test_what_is_sent_has_a_limit_whatever_its_length_says(length: int | None) -> None:
    limits = RequestLimits(_reads_all)
    assert asked(limits, "/project/threads", *[b"x" * (BODY // 2)] * 3, length=length) == 413
    assert asked(limits, "/project/threads", b"x" * 100) == 200
    assert asked(limits, "/project/file", *[b"x" * (BODY // 2)] * 3) == 200
    assert asked(limits, "/docs", method="GET") == 404
