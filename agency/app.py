"""The chat's handlers: what the page tells goes to the conversation, and what that tells goes to the page."""

from __future__ import annotations

import asyncio
from typing import Any

import chainlit as cl
from chainlit.context import init_ws_context
from chainlit.server import sio
from chainlit.session import WebsocketSession
from chainlit.types import ThreadDict
from starlette.datastructures import Headers

from agency.chat_choices import panel_settings, settings_patches
from agency.chat_consent import ask_consent
from agency.chat_controls import decide_fact, gallery, starters
from agency.chat_elements import fold
from agency.chat_following import Follower
from agency.chat_history import ChatHistory
from agency.chat_pages import catch_up, mirror, said
from agency.chat_panel import settings_panel
from agency.chat_showing import APPROVE, keep_board, settle, show
from agency.chat_turns import Turns
from agency.chat_uploads import take_uploads
from agency.conversation import Event, Message
from agency.home import home
from agency.reviewers import login_name
from agency.settings import load_settings

SETTINGS = load_settings()
HOME = home(SETTINGS)
TURNS = Turns(SETTINGS)


@cl.data_layer
def history() -> ChatHistory:
    """Where everything said is kept."""
    return ChatHistory(HOME, TURNS.forget)


if SETTINGS.chat_password:

    @cl.password_auth_callback
    async def log_in(name: str, password: str) -> cl.User | None:
        """Whoever knows the password, under the name they give; a reviewer's name asks for that reviewer's own."""
        known = login_name(name, password, SETTINGS)
        return cl.User(identifier=known) if known else None

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
    await settings_panel({}).send()


@cl.on_chat_resume
async def resume(thread: ThreadDict) -> None:
    """An old conversation: a turn that was cut off is ended, and what is being made is followed again."""
    state = await asyncio.to_thread(TURNS.state, thread["id"])
    await settings_panel(state.get("settings", {})).send()
    _GOING_ON.add(task := asyncio.create_task(go_on(thread)))
    task.add_done_callback(_GOING_ON.discard)


async def go_on(shown: ThreadDict) -> None:
    """What follows once the page shows the thread; before that, the page would drop it."""
    thread = shown["id"]
    await asyncio.sleep(0.5)
    await catch_up(shown)
    async for event in TURNS.go_on(thread):
        await show(event, HOME)
    await settle()
    await keep_board(await asyncio.to_thread(TURNS.state, thread), HOME)
    Follower.attach(thread, TURNS, HOME)


_GOING_ON: set[asyncio.Task[None]] = set()


@cl.on_message
async def hear(message: cl.Message) -> None:
    """Words and uploads."""
    files, refused = take_uploads(message.elements or [], HOME, message.thread_id)
    if not message.content.strip() and files:
        await name_by_files(message.thread_id, list(files))
    for sentence in refused:
        await show({"kind": "say", "text": sentence}, HOME)
    user = cl.user_session.get("user")
    if await ask_consent(message.content, files, HOME, user.identifier if user else ""):
        return
    await turn({"id": message.id, "text": message.content, "files": files})


async def name_by_files(thread: str, names: list[str]) -> None:
    """A conversation that begins with files and no words is called after them; else it had neither name nor address."""
    if (await asyncio.to_thread(TURNS.state, thread)).get("turns"):
        return
    # After Chainlit's own telling of it, which has the empty name and works beside us.
    own = [task for task in asyncio.all_tasks() if getattr(task.get_coro(), "__name__", "") == "init_thread"]
    await asyncio.gather(*own, return_exceptions=True)
    await cl.context.emitter.init_thread(", ".join(names))


@cl.on_settings_update
async def set_up(chosen: dict[str, Any]) -> None:
    """What was chosen in the chat's settings: it holds for the video that is there, else for the next one."""
    state = await asyncio.to_thread(TURNS.state, cl.context.session.thread_id)
    before = state.get("settings", {})
    after = panel_settings(chosen, before)
    patches = settings_patches(before, after) if state.get("production") else []
    await turn({"settings": after, "patches": patches})


@cl.action_callback("say")
async def say(action: cl.Action) -> None:
    """A button that says something for the client."""
    text = str(action.payload.get("text", ""))
    spoken = await said(cl.Message(content=text, type="user_message", author="You"))
    await turn({"id": spoken.id, "text": text})


@cl.action_callback("patch")
async def patch(action: cl.Action) -> None:
    """A control on the board: typed operations, no words. Before a draft, the board alone shows what became of them."""
    await turn({"patches": action.payload.get("patches") or []}, on_board=True)


@cl.action_callback("command")
async def command(action: cl.Action) -> None:
    """A control that changes nothing in the storyboard: approve, undo, export."""
    asked = dict(action.payload)
    await turn({"command": {k: v for k, v in asked.items() if k != "board"}}, on_board=bool(asked.get("board")))


@cl.action_callback("browse")
async def browse(action: cl.Action) -> None:
    """Everything of a kind that can be chosen, with pictures or samples."""
    board = await asyncio.to_thread(TURNS.state, cl.context.session.thread_id)
    await show(await asyncio.to_thread(gallery, str(action.payload.get("kind")), board, HOME), HOME)


@cl.action_callback("choose")
async def choose(action: cl.Action) -> None:
    """A card of a gallery: it is taken for the video, or for the next one where there is none."""
    kind, id_ = str(action.payload.get("kind")), str(action.payload.get("id"))
    if not (await asyncio.to_thread(TURNS.state, cl.context.session.thread_id)).get("production"):
        await turn({"settings": {kind: id_}})
        await show({"kind": "say", "text": "Taken. Tell me what the video is about."}, HOME)
        return
    known: dict[str, dict[str, Any]] = {"music": {"mood": id_}, "background": {"background": {"family": id_}}}
    value = known.get(kind, {kind: id_})
    await turn({"patches": [{"op": f"set_{kind}", **value}]})


@cl.action_callback("brand")
async def decide(action: cl.Action) -> None:
    """A fact of a brand that is confirmed, corrected or rejected on its card."""
    await show(await asyncio.to_thread(decide_fact, action.payload), HOME)


@cl.action_callback("comment")
async def comment(action: cl.Action) -> None:
    """A comment at the time where the player stands."""
    text, at = str(action.payload.get("text", "")), action.payload.get("at_seconds")
    stamp = f"At {int(at) // 60}:{int(at) % 60:02d}: " if isinstance(at, int | float) else ""
    await said(cl.Message(content=stamp + text, type="user_message", author="You"))
    await turn({"text": text, "at_seconds": at})


@sio.on("stop")  # type: ignore[untyped-decorator]
async def stop(sid: str) -> None:
    """The stop button: what is being made for this conversation is stopped, and everything finished is kept.

    It stands in the place of Chainlit's own answer, which speaks of tasks.
    """
    session = WebsocketSession.get(sid)
    if session is None:
        return
    init_ws_context(session)
    if session.current_task:
        session.current_task.cancel()
    await settle()
    if await asyncio.to_thread(TURNS.stop_jobs, session.thread_id):
        # Said by the conversation, which then knows that nothing is being made any more.
        await turn({"command": {"name": "stop"}})
    else:
        await show({"kind": "say", "text": "Stopped. What was finished is kept."}, HOME)


async def turn(message: Message, *, on_board: bool = False) -> None:
    """One turn of this page's conversation, shown as it goes; what came before it is answered by it."""
    thread = cl.context.session.thread_id
    planning = on_board and (await asyncio.to_thread(TURNS.state, thread)).get("stage") == "board"
    if not planning:
        await fold("Choices")
    async for event in TURNS.turn(thread, message):
        if not (planning and _stands_on_board(event)):
            await show(event, HOME)
    await settle()
    await keep_board(await asyncio.to_thread(TURNS.state, thread), HOME)
    await mirror(thread, without=cl.context.session.id)
    Follower.attach(thread, TURNS, HOME)


def _stands_on_board(event: Event) -> bool:
    return event["kind"] in ("board", "changes") or (event["kind"] == "ask" and event["options"] == [APPROVE])


TURNS.warm()
