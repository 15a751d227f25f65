"""Who can reach the chat, what its addresses give away, and what leaves the page."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from agency import chat_server
from agency.chat_server import check_reach, is_loopback, prepare_page
from agency.chat_uploads import KNOWN
from agency.errors import BadSetting
from agency.home import home
from agency.page_policy import POLICY, PagePolicy
from agency.settings import load_settings
from tests.e2e.commandline import environment

ASK = """
import json, sys
from agency.chat_server import chat_app
from agency.settings import load_settings
from starlette.testclient import TestClient

app = chat_app(load_settings())
client = TestClient(app, base_url="http://localhost", follow_redirects=False)
def status(path, **more):
    return client.get(path, **more).status_code
told = {"out": {path: status(path) for path in json.loads(sys.argv[1])}}
told["foreign_host"] = status("/", headers={"host": "evil.example"})
told["local_host"] = status("/")
page = client.get("/")
told["policy"] = page.headers.get("content-security-policy")
told["links"] = [part for part in page.text.split('"') if part.startswith("http") and "<" not in part]
told["login"] = client.post("/login", data={"username": "you", "password": "wrong"}).status_code
right = client.post("/login", data={"username": "you", "password": "open sesame"})
told["right"] = right.status_code
told["in"] = {path: status(path) for path in json.loads(sys.argv[1])}
tool = {"sessionId": "1", "clientType": "stdio", "name": "x", "fullCommand": "id"}
told["mcp"] = client.post("/mcp", json=tool).status_code
told["settings"] = client.get("/project/settings").json()["features"]["mcp"]
told["page"] = client.get("/media/drafts/lamp-1/1.mp4").headers.get("x-content-type-options")
print("TOLD " + json.dumps(told))
"""

TRICKS = (
    "/media/drafts/lamp-1/..%2F..%2Fsecret.json",
    "/media/drafts/..%2f..%2f/1.mp4",
    "/media/drafts/%2e%2e/agency.db",
    "/media/drafts/lamp-1/.hidden.mp4",
    "/media/drafts/lamp-1/2.mp4",
    "/media/drafts/lamp-1/notes.jsonl",
    "/media/drafts/lamp-1/link.mp4",
    "/media/samples/voices/..%2f..%2fx.wav",
    "/media/samples/nothing/x.wav",
    "/media/previews/%2fetc/passwd",
    "/media/chat/you/element/..%2f..%2f..%2fsecret",
)
"""Addresses that would leave their folder, or name what is not for the page."""

THERE = "/media/drafts/lamp-1/1.mp4"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a server with a password answers, before and after the login."""
    root = tmp_path_factory.mktemp("home")
    drafts = root / "productions" / "lamp-1" / "drafts"
    drafts.mkdir(parents=True)
    for name in ("1.mp4", ".hidden.mp4", "notes.jsonl"):
        (drafts / name).write_bytes(b"film")
    outside = root.parent / "outside.mp4"
    outside.write_bytes(b"private")
    (drafts / "link.mp4").symlink_to(outside)
    done = subprocess.run(
        [sys.executable, "-c", ASK, json.dumps([THERE, *TRICKS])],
        env={**environment(root), "AGENCY_CHAT_PASSWORD": "open sesame"},
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


def test_nothing_is_shown_without_the_login(told: dict[str, Any]) -> None:
    assert told["out"][THERE] == 401
    assert not set(told["out"].values()) - {401, 404}


def test_a_wrong_password_is_refused_and_the_right_one_opens(told: dict[str, Any]) -> None:
    assert told["login"] == 401
    assert told["right"] == 200
    assert told["in"][THERE] == 200
    assert told["page"] == "nosniff"


@pytest.mark.parametrize("path", TRICKS)
def test_no_address_leads_out_of_its_folder(told: dict[str, Any], path: str) -> None:
    assert told["in"][path] == 404


def test_a_page_that_names_itself_like_this_machine_finds_no_one(told: dict[str, Any]) -> None:
    assert told["foreign_host"] == 400
    assert told["local_host"] == 200


def test_the_page_keeps_to_its_server(told: dict[str, Any]) -> None:
    assert told["policy"] == POLICY
    assert "default-src 'self'" in POLICY
    assert not [link for link in told["links"] if "localhost" not in link]


def test_tools_of_others_can_not_be_connected(told: dict[str, Any]) -> None:
    assert told["settings"]["enabled"] is False
    assert told["mcp"] >= 400


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org"])
def test_others_are_let_in_with_a_password_only(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadSetting, match="AGENCY_CHAT_PASSWORD"):
        check_reach(load_settings(), host)
    monkeypatch.setenv("AGENCY_CHAT_PASSWORD", "open sesame")
    check_reach(load_settings(), host)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.9", "::1"])
def test_this_machine_needs_none(host: str) -> None:
    assert is_loopback(host)
    check_reach(load_settings(), host)


def test_the_page_is_prepared_in_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AGENCY_HOME", str(tmp_path))
    root = prepare_page(home(load_settings()))
    words = json.loads((root / ".chainlit" / "translations" / "en-US.json").read_text(encoding="utf-8"))
    assert words["navigation"]["newChat"]["button"] == "New video"
    assert (root / "public" / "elements" / "Board.jsx").is_file()
    assert (root / "chainlit.md").read_text(encoding="utf-8").startswith("# ")


def test_links_to_elsewhere_are_taken_out_of_a_page() -> None:
    page = b'<head><link rel="stylesheet" href="https://fonts.example/x.css"><link rel="icon" href="/i.svg"></head>'
    sent = asyncio.run(_through_policy(page, b"text/html; charset=utf-8"))
    assert sent[1]["body"] == b'<head><link rel="icon" href="/i.svg"></head>'
    headers = dict(sent[0]["headers"])
    assert headers[b"content-length"] == str(len(sent[1]["body"])).encode()
    assert headers[b"content-security-policy"] == POLICY.encode()
    assert asyncio.run(_through_policy(page, b"image/png"))[1]["body"] == page


@pytest.mark.parametrize("fault", ["No response returned.", "another"])
def test_who_left_before_the_answer_is_no_fault(fault: str) -> None:
    async def gone(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError(fault)

    expected = contextlib.nullcontext() if fault == "No response returned." else pytest.raises(RuntimeError)
    with expected:
        asyncio.run(PagePolicy(gone)({"type": "http", "headers": []}, _nothing, _nothing))


async def _nothing(*_: Any) -> Any:
    """Neither sends nor receives."""


async def _through_policy(body: bytes, kind: bytes) -> list[Any]:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        head = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        await send({"type": "http.response.body", "body": body[:10], "more_body": True})
        await send({"type": "http.response.body", "body": body[10:]})

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    await PagePolicy(app)({"type": "http", "headers": []}, _nothing, send)
    if len(sent) > 2:
        return [sent[0], {"body": b"".join(part["body"] for part in sent[1:])}]
    return sent


def test_every_file_that_is_known_can_be_chosen_in_the_page() -> None:
    text = (Path(chat_server.__file__).parent / "chat_config.toml").read_text(encoding="utf-8")
    accepted = tomllib.loads(text)["features"]["spontaneous_file_upload"]["accept"]
    assert {ending for endings in accepted.values() for ending in endings} >= KNOWN - {".jpeg"}
    # As Chromium names a phone's recording, and what a system without an own name for it does.
    assert ".m4a" in accepted["audio/x-m4a"] and ".m4a" in accepted["application/octet-stream"]
