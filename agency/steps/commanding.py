"""Commanding: what is asked for that is no change of the storyboard, from undo to export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from langgraph.runtime import Runtime

from agency.brand_learning import learn_brand
from agency.branding import known_brand
from agency.conversation import Conversation, Room
from agency.exporting import export_production
from agency.jobs import Jobs
from agency.revisions import Revision, compare, drafts, go_to_draft, redo, undo
from agency.steps.revising import following, told
from agency.steps.understanding import understanding
from tools.errors import BadInput
from tools.notes import Command

NOTHING_YET = "There is no video yet. Tell me what it is about, and I will make a plan."


def command(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Every command of the message, one after another."""
    after: Conversation = {}
    more: list[str] = []
    for asked in understanding(state).commands:
        if asked.name == "new_production":
            continue
        if not state.get("production") and asked.name not in _WITHOUT:
            runtime.stream_writer({"kind": "say", "text": NOTHING_YET})
            continue
        changed = _COMMANDS[asked.name](asked, {**state, **after}, runtime)
        more += [step for step in changed.pop("todo", []) if step not in more]
        after = {**after, **changed}
    return {**after, "todo": [*more, *state["todo"][1:]]}


def _undo(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    return _moved(undo(runtime.context.home, state["production"]), state, runtime)


def _redo(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    return _moved(redo(runtime.context.home, state["production"]), state, runtime)


def _go_to_draft(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    if not asked.drafts:
        raise BadInput("Which draft do you mean? Say its number.")
    return _moved(go_to_draft(runtime.context.home, state["production"], asked.drafts[0]), state, runtime)


def _moved(to: Revision, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    return {**told(to, state, runtime), "todo": [following(state)]}


def _compare(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    made = [row.number for row in drafts(runtime.context.home, state["production"])]
    pair = asked.drafts[:2] if len(asked.drafts) > 1 else tuple(made[-2:])
    if len(pair) < 2:
        raise BadInput("There is one draft only, so there is nothing to compare it with yet.")
    changes = compare(runtime.context.home, state["production"], *pair)
    runtime.stream_writer(
        {
            "kind": "compare",
            "production": state["production"],
            "drafts": list(pair),
            "changes": [asdict(change) for change in changes],
        }
    )
    return {}


def _export(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    home = runtime.context.home
    folder = home.production(state["production"]) / "exports"
    folder.mkdir(exist_ok=True)
    runtime.stream_writer({"kind": "progress", "text": "Writing the files …"})
    files = export_production(state["production"], asked.value or "srt,vtt,png", folder)
    runtime.stream_writer({"kind": "files", "production": state["production"], "files": [path.name for path in files]})
    return {}


def _approve(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    if state.get("stage") == "board":
        return {"todo": ["produce"]}
    if state.get("stage") == "draft":
        runtime.stream_writer(
            {"kind": "ask", "text": "Good. Shall I hand you the files?", "options": ["Export the captions and a GIF"]}
        )
    return {}


def _produce(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    return {"todo": ["produce"]}


def _stop(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    jobs = Jobs(runtime.context.home.database)
    for id_ in state.get("jobs", []):
        jobs.ask_to_stop(id_)
    text = "Stopped. What was finished is kept; say `go ahead` to go on." if state.get("jobs") else "Nothing runs."
    runtime.stream_writer({"kind": "say", "text": text})
    made = drafts(runtime.context.home, state["production"])
    return {"jobs": [], "stage": "draft" if made else "board"}


def _show_storyboard(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    runtime.stream_writer({"kind": "board", "production": state["production"], "changed": []})
    return {}


def _show_draft(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    made = drafts(runtime.context.home, state["production"])
    if not made:
        raise BadInput("There is no draft yet; say `go ahead` and I make one.")
    wanted = asked.drafts[0] if asked.drafts else made[-1].number
    row = next((row for row in made if row.number == wanted), None)
    if row is None:
        raise BadInput(f"There is no draft {wanted}; there are {', '.join(str(row.number) for row in made)}.")
    runtime.stream_writer(
        {"kind": "draft", "production": state["production"], "draft": row.number, "seconds": row.seconds}
    )
    return {}


def _learn_brand(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    def say(line: str) -> None:
        runtime.stream_writer({"kind": "progress", "text": line})

    learned = learn_brand([asked.value], say=say)
    runtime.stream_writer({"kind": "brand", "brand": learned.kit.id, "version": learned.kit.version})
    return _used(learned.kit.id, state)


def _use_brand(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    pinned = known_brand(asked.value, runtime.context.settings)
    if pinned is None:
        raise BadInput(f"I know no brand called “{asked.value}”. Give me the address of its website to learn it.")
    runtime.stream_writer({"kind": "brand", "brand": pinned.id, "version": pinned.version})
    return _used(pinned.id, state)


def _used(brand: str, state: Conversation) -> Conversation:
    """The brand holds from now on; a plan that is not made yet is written anew with it."""
    chosen: Conversation = {"brand": brand, "settings": {**state.get("settings", {}), "brand": brand}}
    return {**chosen, "todo": ["write"]} if state.get("stage") == "board" else chosen


def _help(asked: Command, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    runtime.stream_writer({"kind": "say", "text": HELP})
    return {}


HELP = (
    "Tell me what your video is about, for whom and how long; I make a plan to look at, then a draft. Then say what "
    "should be different: “calmer music”, “swap scenes two and three”, “say gold instead of silver”, “shorter”, "
    "“bigger captions”, “undo”. Drop in a logo, a photo or a script at any time, or give me the address of your site."
)
_WITHOUT = frozenset({"learn_brand", "use_brand", "help", "stop"})
"""Commands that need no production."""
_COMMANDS: dict[str, Callable[[Command, Conversation, Runtime[Room]], Conversation]] = {
    "undo": _undo,
    "redo": _redo,
    "go_to_draft": _go_to_draft,
    "compare": _compare,
    "export": _export,
    "approve": _approve,
    "produce": _produce,
    "stop": _stop,
    "show_storyboard": _show_storyboard,
    "show_draft": _show_draft,
    "learn_brand": _learn_brand,
    "use_brand": _use_brand,
    "help": _help,
}
