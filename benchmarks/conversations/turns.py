"""Turns: what happens in a scripted conversation, one thing after another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Happening = Literal["message", "jobs", "restart", "kill", "together", "same_brief", "idle_click"]
Outcome = Literal["finish", "fail", "stop", "die", "lose", "begin"]


@dataclass(frozen=True)
class Turn:
    """One thing that happens.

    `message`: it is sent. `jobs`: what is being made comes to the `outcome`, and the conversation hears of it; `begin`
    leaves it running beside what is said next. `restart`: another process goes on. `kill`: the process is killed while
    it works at the message, after `delay` seconds or at the `call`-th time that something is kept; the next process
    goes on. `together`: the message and `other` are sent at once. `same_brief`: another client sends the same brief at
    the same moment. `uploads` are kinds of `benchmarks.conversations.files`, by the name the client gave.
    """

    happening: Happening = "message"
    message: dict[str, Any] = field(default_factory=dict)
    other: dict[str, Any] = field(default_factory=dict)
    uploads: tuple[tuple[str, str], ...] = ()
    outcome: Outcome = "finish"
    delay: float = 0.0
    call: int = 0


@dataclass(frozen=True)
class Story:
    """A conversation: its name, its turns, and whether its drafts are made in full."""

    name: str
    turns: tuple[Turn, ...]
    full: bool = False


def say(text: str, **more: Any) -> Turn:  # noqa: ANN401  (fields of a message)
    """A message in words."""
    return Turn(message={"text": text, **more})


def upload(*files: tuple[str, str], text: str = "") -> Turn:
    """A message with files: name and kind of each."""
    return Turn(message={"text": text}, uploads=files)


def control(*patches: dict[str, Any], **command: Any) -> Turn:  # noqa: ANN401  (JSON)
    """A control of the page: patches, or a command."""
    return Turn(message={"patches": list(patches)} if patches else {"command": command})


def jobs(outcome: Outcome) -> Turn:
    """What is being made comes to an end."""
    return Turn("jobs", outcome=outcome)
