"""Answers to questions about the product and the production, read from what really is; nothing is made up."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from agency.conversation import Conversation, Event, Room
from agency.jobs import Jobs
from agency.revisions import current, drafts
from tools.layouts import LAYOUT_KINDS, texts_of_layout
from tools.loudness import TARGETS
from tools.notes import Enquiry
from tools.storyboard import Scene, Storyboard

_LENGTH = re.compile(r"\bhow (?:long|many (?:seconds|minutes|secs))\b|\blength\b|\bduration\b", re.IGNORECASE)
"""Asking about a scene for its length alone."""

LISTED = 12
"""Rows of a catalogue in one answer."""


def answer_enquiry(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    """What is said to one question: words, or a gallery where pictures say it better."""
    yield from _ANSWERS[enquiry.topic](enquiry, state, room)


def _say(text: str) -> Iterator[Event]:
    yield {"kind": "say", "text": text}


def _catalogue(what: str) -> Callable[[Enquiry, Conversation, Room], Iterator[Event]]:
    def told(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
        from agency.listings import listing

        board = _board(state, room)
        rows = listing(what, language=board.language if board else "en", drawn=False)
        yield {"kind": "listing", "of": what, "rows": rows[:LISTED], "more": max(0, len(rows) - LISTED)}

    return told


def _layouts(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    shown = "\n".join(f"- {kind.name}: {kind.shows}" for kind in LAYOUT_KINDS.values())
    return _say(f"A scene can be shown as any of these; say e.g. “show scene 2 as points”.\n{shown}")


def _brands(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    from agency.brand_desk import brand_records

    known = brand_records(room.settings).brands()
    if not known:
        return _say("I know no brand yet. Give me the address of your website, and I read its colours, type and words.")
    return _say("I know " + _listed([brand.name for brand in known]) + ".")


def _drafts(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    made = drafts(room.home, state["production"]) if state.get("production") else ()
    if not made:
        return _say("There is no draft yet.")
    lines = [f"- Draft {row.number}: {row.note or 'as planned'} ({_clock(row.seconds)})" for row in made]
    return _say("\n".join(lines))


def _duration(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    board, spans = _board(state, room), _spans(state, room)
    if board is None:
        return _say("There is no video yet. Say how long it may be, and I write to that length.")
    if enquiry.scene and enquiry.scene in spans:
        start, end = spans[enquiry.scene]
        return _say(f"{_named(board, enquiry.scene)} is {end - start:.1f} seconds long, from {_clock(start)} on.")
    if spans:
        return _say(f"The video is {max(end for _, end in spans.values()):.1f} seconds long.")
    asked = f"It is planned for {board.duration_seconds:.0f} seconds" if board.duration_seconds else "It takes as long"
    return _say(f"{asked} as the words need." if not board.duration_seconds else f"{asked}.")


def _scene(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    board = _board(state, room)
    if board is None:
        return _say("There is no storyboard yet.")
    if enquiry.scene and _LENGTH.search(enquiry.words):
        return _duration(enquiry, state, room)
    scenes = [scene for scene in board.scenes if scene.id == enquiry.scene] or list(board.scenes)
    spans = _spans(state, room)
    return _say("\n\n".join(_told(board, scene, spans.get(scene.id)) for scene in scenes))


def _script(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    board = _board(state, room)
    if board is None:
        return _say("There is no script yet.")
    spoken = [(_named(board, s.id), " ".join(line.text for line in s.lines)) for s in board.scenes if s.lines]
    return _say("\n\n".join(f"**{name}**\n\n{text}" for name, text in spoken) or "Nothing is spoken in it.")


def _why(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    board = _board(state, room)
    if board is None:
        return _say("Nothing is chosen yet.")
    lines: list[str] = []
    if board.brand:
        lines = [
            f"- {source.field}: {source.value or source.fact}, from the brand's {source.fact}"
            + (f" ({source.page})" if source.page else "")
            for source in board.brand.sources
        ]
    if not lines:
        return _say(
            "Colours, voice and music were chosen by us to fit what you asked for; no brand was given. Name a colour, "
            "or give me the address of your website, and everything follows it."
        )
    return _say(f"The video follows the brand {board.brand.name if board.brand else ''}:\n" + "\n".join(lines))


def _settings(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    board = _board(state, room)
    if board is None:
        return _say("Nothing is set yet; say what you need.")
    ours = "chosen by us"
    captions = {(): "off", ("burned",): "in the picture", ("sidecar",): "beside the file"}.get(
        board.captions, "in the picture and beside the file"
    )
    return _say(
        f"{board.aspect}, {board.resolution}, {board.fps} pictures a second; presenter {board.avatar or ours}, voice "
        f"{board.voice or ours} at {board.speed:g}x, music {Path(board.music_file).name or board.music or 'none'}, "
        f"captions {captions}, as loud as for {TARGETS[board.loudness].name}."
    )


def _changes(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    if not state.get("production"):
        return _say("Nothing has changed yet.")
    last = current(room.home, state["production"])
    if not last.changes:
        return _say("Nothing has changed since the plan.")
    return _say("\n".join(f"- {change.label}: {change.before} → {change.after}" for change in last.changes))


def _cost(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    board = _board(state, room)
    seconds = (board.duration_seconds or 30.0) if board else 30.0
    return _say(
        f"It costs nothing: everything is made on this machine. {seconds:.0f} seconds of video take about "
        f"{max(5, seconds * 0.6):.0f} seconds to make the first time, and a change much less."
    )


def _progress(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    jobs = Jobs(room.home.database)
    running = [job for id_ in state.get("jobs", []) if (job := jobs.find(id_)) and job.pending]
    if not running:
        return _say("Nothing is being made at the moment.")
    job = running[0]
    if job.state == "waiting":
        return _say("Your draft waits for another one that is being made; it is next.")
    if job.state == "stopped":
        return _say("Your draft goes on in a moment, from what is finished.")
    if not job.stage:
        return _say("Your draft has just begun.")
    share = f", {job.done / job.total:.0%} of it" if job.total else ""
    return _say(f"Your draft is at “{job.stage.lower()}”{share}.")


def _review(enquiry: Enquiry, state: Conversation, room: Room) -> Iterator[Event]:
    made = drafts(room.home, state["production"]) if state.get("production") else ()
    if not made:
        yield from _say("There is no draft to look at yet.")
        return
    path = room.home.production(state["production"]) / "drafts" / f"{made[-1].number}.report.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    yield {"kind": "report", "report": found, "production": state["production"], "draft": made[-1].number}


def _fixed(text: str) -> Callable[[Enquiry, Conversation, Room], Iterator[Event]]:
    return lambda enquiry, state, room: _say(text)


CAPABLE = (
    "I make videos with a speaking presenter from what you tell me: script, storyboard, voice, music, captions, titles "
    "and an end card, in 16:9, 9:16, 1:1 and 4:5, up to 4K. I read a website to follow its brand. Afterwards you tell "
    "me in words what should be different, as often as you like, and everything can be taken back."
)
PRIVATE = (
    "Everything stays on this machine: no account, no key, nothing is sent anywhere. Only when you give me the address "
    "of a website do I read its public pages."
)
FORMATS = (
    "The video is an MP4 that plays everywhere. I can also give you captions (srt, vtt), a still (png), a moving "
    "preview (gif, webp), and the presenter alone with a clear background (webm, mov): say e.g. “export as gif”."
)

STYLES = (
    "The presenter can be calm, plain, energetic or as in an interview, and be seen in a close-up, from the shoulders "
    "up, to the waist or whole. Captions can be highlighted, boxed, on a plate of the brand, as karaoke or word by "
    "word. Scenes can be cut to, dissolve, push, wipe, whip or grow into each other, with a riser, whoosh, impact, "
    "chime or sting as they begin. Say e.g. “present it calmly” or “captions as karaoke”."
)

_ANSWERS: dict[str, Callable[[Enquiry, Conversation, Room], Iterator[Event]]] = {
    "voices": _catalogue("voices"),
    "avatars": _catalogue("avatars"),
    "music": _catalogue("music"),
    "backgrounds": _catalogue("backgrounds"),
    "looks": _catalogue("looks"),
    "layouts": _layouts,
    "styles": _fixed(STYLES),
    "brands": _brands,
    "drafts": _drafts,
    "duration": _duration,
    "scene": _scene,
    "script": _script,
    "why": _why,
    "settings": _settings,
    "changes": _changes,
    "cost": _cost,
    "capabilities": _fixed(CAPABLE),
    "privacy": _fixed(PRIVATE),
    "formats": _fixed(FORMATS),
    "progress": _progress,
    "review": _review,
}


def _board(state: Conversation, room: Room) -> Storyboard | None:
    return current(room.home, state["production"]).storyboard if state.get("production") else None


def _spans(state: Conversation, room: Room) -> dict[str, tuple[float, float]]:
    from agency.situations import scene_seconds

    return dict(scene_seconds(room.home, state["production"])) if state.get("production") else {}


def _told(board: Storyboard, scene: Scene, span: tuple[float, float] | None) -> str:
    """A scene in a line or two, with its length where that is known."""
    content = texts_of_layout(scene, logo=bool(board.logo))
    shown = " / ".join(filter(None, (scene.heading, scene.subtitle, *content)))
    spoken = " ".join(line.text for line in scene.lines)
    kind = f"{LAYOUT_KINDS[scene.layout].name}{f', {span[1] - span[0]:.1f} s' if span else ''}"
    return f"**{_named(board, scene.id)}** ({kind}) {shown}\n\n{spoken}".strip()


def _named(board: Storyboard, id_: str) -> str:
    """What people call a scene: its number."""
    return f"Scene {next(n for n, scene in enumerate(board.scenes, 1) if scene.id == id_)}"


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
