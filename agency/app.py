"""The chat's handlers: what the page tells goes to the conversation, and what that tells goes to the page."""

from __future__ import annotations

import hmac
from typing import Any

import chainlit as cl
from chainlit.types import ThreadDict
from starlette.datastructures import Headers

from agency.chat_controls import chat_settings, decide_fact, read_settings, starters
from agency.chat_following import Follower
from agency.chat_history import ChatHistory
from agency.chat_showing import show
from agency.chat_turns import Turns
from agency.chat_uploads import take_uploads
from agency.conversation import Message
from agency.home import home
from agency.settings import load_settings

SETTINGS = load_settings()
HOME = home(SETTINGS)
TURNS = Turns(SETTINGS)


@cl.data_layer
def history() -> ChatHistory:
    """Where everything said is kept."""
    return ChatHistory(HOME)


if SETTINGS.chat_password:

    @cl.password_auth_callback
    async def log_in(name: str, password: str) -> cl.User | None:
        """Whoever knows the password, under the name they give."""
        known = hmac.compare_digest(password.encode(), SETTINGS.chat_password.encode())
        return cl.User(identifier=name.strip()[:80] or "guest") if known else None

else:

    @cl.header_auth_callback
    async def let_in(headers: Headers) -> cl.User | None:
        """Whoever sits at this machine; nobody else can reach the chat without a password."""
        return cl.User(identifier="you")


@cl.set_starters
async def offer_starters(user: cl.User | None) -> list[cl.Starter]:
    """Real things people come for."""
    return starters()


@cl.on_chat_start
async def begin() -> None:
    """A new conversation: its settings, and nothing said yet."""
    await chat_settings(HOME, {}).send()


@cl.on_chat_resume
async def resume(thread: ThreadDict) -> None:
    """An old conversation: a turn that was cut off is ended, and what is being made is followed again."""
    id_ = thread["id"]
    state = TURNS.state(id_)
    await chat_settings(HOME, state.get("settings", {})).send()
    async for event in TURNS.go_on(id_):
        await show(event, HOME)
    Follower.attach(id_, TURNS, HOME)


@cl.on_message
async def hear(message: cl.Message) -> None:
    """Words and uploads."""
    files, refused = take_uploads(message.elements or [], HOME, message.thread_id)
    for sentence in refused:
        await show({"kind": "say", "text": sentence}, HOME)
    await turn({"id": message.id, "text": message.content, "files": files})


@cl.on_settings_update
async def set_up(chosen: dict[str, Any]) -> None:
    """What was chosen in the chat's settings."""
    await turn({"settings": read_settings(chosen)})


@cl.action_callback("say")
async def say(action: cl.Action) -> None:
    """A button that says something for the client."""
    text = str(action.payload.get("text", ""))
    await cl.Message(content=text, type="user_message", author="You").send()
    await turn({"text": text})


@cl.action_callback("patch")
async def patch(action: cl.Action) -> None:
    """A control on the board or the player: typed operations, no words."""
    payload = action.payload
    await turn({"patches": payload.get("patches") or [], "at_seconds": payload.get("at_seconds")})


@cl.action_callback("command")
async def command(action: cl.Action) -> None:
    """A control that changes nothing in the storyboard: approve, undo, export."""
    await turn({"command": action.payload})


@cl.action_callback("choose")
async def choose(action: cl.Action) -> None:
    """A card of a gallery: it is taken for the video, or for the next one where there is none."""
    kind, id_ = str(action.payload.get("kind")), str(action.payload.get("id"))
    if not TURNS.state(cl.context.session.thread_id).get("production"):
        await turn({"settings": {kind: id_}})
        await show({"kind": "say", "text": "Taken. Tell me what the video is about."}, HOME)
        return
    known: dict[str, dict[str, Any]] = {"music": {"mood": id_}, "background": {"background": {"family": id_}}}
    value = known.get(kind, {kind: id_})
    await turn({"patches": [{"op": f"set_{kind}", **value}]})


@cl.action_callback("brand")
async def decide(action: cl.Action) -> None:
    """A fact of a brand that is confirmed, corrected or rejected on its card."""
    await show(decide_fact(action.payload), HOME)


@cl.action_callback("comment")
async def comment(action: cl.Action) -> None:
    """A comment at the time where the player stands."""
    text, at = str(action.payload.get("text", "")), action.payload.get("at_seconds")
    stamp = f"At {int(at) // 60}:{int(at) % 60:02d}: " if isinstance(at, int | float) else ""
    await cl.Message(content=stamp + text, type="user_message", author="You").send()
    await turn({"text": text, "at_seconds": at})


@cl.on_stop
async def stop() -> None:
    """The stop button: what is being made for this conversation is stopped, and everything finished is kept."""
    TURNS.stop_jobs(cl.context.session.thread_id)


@cl.on_chat_end
async def leave() -> None:
    """The page has gone; what is being made goes on."""
    Follower.detach(cl.context.session.thread_id, cl.context.session.id)


async def turn(message: Message) -> None:
    """One turn of this page's conversation, shown as it goes."""
    thread = cl.context.session.thread_id
    async for event in TURNS.turn(thread, message):
        await show(event, HOME)
    Follower.attach(thread, TURNS, HOME)
