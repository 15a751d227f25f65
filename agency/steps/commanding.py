"""Commanding: what is asked for that is no change of the storyboard, from undo to export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from langgraph.runtime import Runtime

from agency.brand_learning import learn_brand
from agency.branding import PinnedBrand, known_brand
from agency.caption_texts import CAPTION_FILES
from agency.conversation import OURS, Conversation, Room
from agency.exporting import export_production
from agency.jobs import Jobs
from agency.productions import copy_file
from agency.redressing import redress
from agency.revisions import Revision, compare, current, drafts, go_to_draft, redo, undo
from agency.steps.producing import settled
from agency.steps.revising import following, key_of, note_of, told
from agency.steps.understanding import understanding
from tools.errors import BadInput
from tools.notes import Command

NOTHING_YET = "There is no video yet. Tell me what it is about, and I will make a plan."


def command(state: Conversation, runtime: Runtime[Room]) -> Conversation:
    """Every command of the message, one after another."""
    after: Conversation = {}
    more: list[str] = []
    for number, asked in enumerate(understanding(state).commands, 1):
        if asked.name == "new_production":
            continue
        if not state.get("production") and asked.name not in _WITHOUT:
            runtime.stream_writer({"kind": "say", "text": NOTHING_YET})
            continue
        try:
            # Each by itself: what one of them can not do takes nothing from the others.
            changed = _COMMANDS[asked.name](asked, {**state, **after}, runtime, key_of(state, number))
        except OURS as error:
            runtime.stream_writer({"kind": "say", "text": str(error)})
            continue
        if asked.name == "stop":
            # Said after what it takes back.
            more = [step for step in more if step != "produce"]
        more += [step for step in changed.pop("todo", []) if step not in more]
        after = {**after, **changed}
    return {**after, "todo": [*more, *state["todo"][1:]]}


def _undo(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    return _moved(undo(runtime.context.home, state["production"], key=key), state, runtime)


def _redo(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    return _moved(redo(runtime.context.home, state["production"], key=key), state, runtime)


def _go_to_draft(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    home, production = runtime.context.home, state["production"]
    if not asked.drafts:
        raise BadInput("Which draft do you mean? Say its number.")
    known = [row.number for row in drafts(home, production)]
    if asked.drafts[0] not in known:
        raise BadInput(_no_draft(asked.drafts[0], known))
    before = current(home, production).number
    made = go_to_draft(home, production, asked.drafts[0], key=key)
    if made.number == before:
        raise BadInput(f"Draft {asked.drafts[0]} is what you have now.")
    return _moved(made, state, runtime)


def _moved(to: Revision, state: Conversation, runtime: Runtime[Room]) -> Conversation:
    return {**told(to, state, runtime), "todo": [following(state)]}


def _compare(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    made = [row.number for row in drafts(runtime.context.home, state["production"])]
    pair = asked.drafts[:2] if len(asked.drafts) > 1 else tuple(made[-2:])
    if len(pair) < 2:
        there = "one draft only" if made else "no draft yet"
        raise BadInput(f"There is {there}, so there is nothing to compare.")
    for number in pair:
        if number not in made:
            raise BadInput(_no_draft(number, made))
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


def _export(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    home = runtime.context.home
    made = drafts(home, state["production"])
    if not made:
        waiting = "it is being made" if state.get("stage") == "producing" else "say `go ahead` and I make one"
        raise BadInput(f"There is no draft to export yet; {waiting}.")
    video = made[-1].video
    formats = [part.strip().lower() for part in asked.value.split(",") if part.strip()]
    formats = formats or ["mp4", *(each for each in CAPTION_FILES if video.with_suffix(f".{each}").is_file()), "png"]
    folder = home.production(state["production"]) / "exports"
    folder.mkdir(exist_ok=True)
    runtime.stream_writer({"kind": "progress", "text": "Writing the files …"})
    files: list[Path] = []
    if "mp4" in formats:
        files.append(folder / f"{state['production']}.mp4")
        copy_file(video, files[0])
    if others := ",".join(each for each in formats if each != "mp4"):
        files += export_production(state["production"], others, folder)
    runtime.stream_writer({"kind": "files", "production": state["production"], "files": [path.name for path in files]})
    return {}


def _approve(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    if state.get("stage") != "draft" or current(runtime.context.home, state["production"]).draft is None:
        return {"todo": ["produce"]}
    runtime.stream_writer(
        {"kind": "ask", "text": "Good. Shall I hand you the files?", "options": ["Export the captions and a GIF"]}
    )
    return {}


def _produce(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    return {"todo": ["produce"]}


def _stop(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    jobs = Jobs(runtime.context.home.database)
    for id_ in state.get("jobs", []):
        jobs.ask_to_stop(id_)
    text = "Stopped. What was finished is kept; say `go ahead` to go on." if state.get("jobs") else "Nothing runs."
    runtime.stream_writer({"kind": "say", "text": text})
    return settled(state, runtime.context, [])


def _show_storyboard(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    runtime.stream_writer({"kind": "board", "production": state["production"], "changed": []})
    return {}


def _show_draft(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    made = drafts(runtime.context.home, state["production"])
    if not made:
        raise BadInput("There is no draft yet; say `go ahead` and I make one.")
    wanted = asked.drafts[0] if asked.drafts else made[-1].number
    row = next((row for row in made if row.number == wanted), None)
    if row is None:
        raise BadInput(_no_draft(wanted, [row.number for row in made]))
    runtime.stream_writer(
        {"kind": "draft", "production": state["production"], "draft": row.number, "seconds": row.seconds}
    )
    return {}


def _learn_brand(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    def say(line: str) -> None:
        runtime.stream_writer({"kind": "progress", "text": line})

    if not asked.value.strip():
        raise BadInput("Which website shall I read? Give me its address.")
    learned = learn_brand([asked.value], say=say)
    return _used(PinnedBrand(learned.kit.id, learned.kit.version), state, runtime, key)


def _use_brand(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    if not asked.value.strip():
        raise BadInput("Which brand do you mean? Say its name, or give me the address of its website.")
    pinned = known_brand(asked.value, runtime.context.settings)
    if pinned is None:
        raise BadInput(f"I know no brand called “{asked.value[:60]}”. Give me the address of its website to learn it.")
    return _used(pinned, state, runtime, key)


def _used(brand: PinnedBrand, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    """The brand holds from now on: a plan as it was first made is written anew with it, any other takes it on."""
    room = runtime.context
    runtime.stream_writer({"kind": "brand", "brand": brand.id, "version": brand.version})
    chosen: Conversation = {"brand": brand.id, "settings": {**state.get("settings", {}), "brand": brand.id}}
    if not state.get("production"):
        return chosen
    if state.get("stage") == "board" and state.get("brief") and not current(room.home, state["production"]).patches:
        return {**chosen, "todo": ["write"]}
    try:
        made, notes = redress(room.home, state["production"], brand, room.desk, note_of(state), key)
    except OURS as error:
        runtime.stream_writer({"kind": "say", "text": str(error)})
        return chosen
    for sentence in notes:
        runtime.stream_writer({"kind": "say", "text": sentence})
    return {**chosen, **told(made, state, runtime), "todo": [following(state)]}


def _no_draft(number: int, known: Sequence[int]) -> str:
    there = f"there {'is' if len(known) == 1 else 'are'} {', '.join(map(str, known))}" if known else "there is none yet"
    return f"There is no draft {number}; {there}."


def _help(asked: Command, state: Conversation, runtime: Runtime[Room], key: str) -> Conversation:
    runtime.stream_writer({"kind": "say", "text": HELP})
    return {}


HELP = (
    "Tell me what your video is about, for whom and how long; I make a plan to look at, then a draft. Then say what "
    "should be different: “calmer music”, “swap scenes two and three”, “say gold instead of silver”, “shorter”, "
    "“bigger captions”, “undo”. Drop in a logo, a photo or a script at any time, or give me the address of your site."
)
_WITHOUT = frozenset({"learn_brand", "use_brand", "help", "stop"})
"""Commands that need no production."""
_COMMANDS: dict[str, Callable[[Command, Conversation, Runtime[Room], str], Conversation]] = {
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
