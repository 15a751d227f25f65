"""What the page's elements are given to draw: plain data and addresses of our own server, never paths."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from agency.chat_choices import draft_choices
from agency.conversation import Event
from agency.home import Home
from agency.jobs import Jobs
from agency.revisions import DraftRow, current, drafts
from agency.situations import scene_seconds
from renderers.quality import ANIMATIC
from tools.layouts import LAYOUT_KINDS, texts_of_layout
from tools.storyboard import Scene, Storyboard

Props = dict[str, Any]

_EXPORTS = (
    {"label": "Captions (SRT and VTT)", "value": "srt,vtt"},
    {"label": "Still (PNG)", "value": "png"},
    {"label": "Preview (GIF)", "value": "gif"},
    {"label": "Preview (WebP)", "value": "webp"},
    {"label": "Presenter alone (WebM)", "value": "webm"},
    {"label": "Presenter alone (ProRes)", "value": "mov"},
)


_PACE = 1.0
"""Seconds of work for a second of video, where none was made here yet."""

_FRAMES = 30.0
"""Frames in a second, near enough for an estimate."""

_CHAPTER_WORDS = 4
"""Words of a scene without a heading that stand for it in the player."""

_LAST = 9
"""Drafts that an estimate is told from."""


def board_view(production: str, place: Home, *, before: Props | None = None, stage: str = "board") -> Props:
    """A storyboard with its scenes and the stills that the board `before` has of them.

    Scenes that are not as `before` had them are told as changed. At the `stage` of the board it can be approved.
    """
    revision = current(place, production)
    board = revision.storyboard
    told = {scene["id"]: scene for scene in (before or {}).get("scenes", ())}
    shown = {id_: scene["still"] for id_, scene in told.items()}
    spans = scene_seconds(place, production)
    scenes = [_scene(scene, number, spans, shown) for number, scene in enumerate(board.scenes, 1)]
    total = sum(end - start for start, end in spans.values())
    same_revision = before is not None and before["revision"] == revision.number
    changed = [scene["id"] for scene in scenes if told and _said(scene) != _said(told.get(scene["id"], {}))]
    return {
        "production": production,
        "revision": revision.number,
        "title": board.title,
        "aspect": board.aspect,
        "tint": board.look.primary or "",
        "told": " · ".join(filter(None, (_count(board), f"about {total:.0f} s" if total else ""))),
        "cast": _cast(board),
        "approve": stage == "board",
        "estimate": _estimate(making_seconds(place, total)) if total else "",
        "undo": revision.number > 0,
        "changed": (before or {}).get("changed", []) if same_revision else changed,
        "scenes": scenes,
    }


def making_seconds(place: Home, seconds: float) -> float:
    """How long a draft of `seconds` will take at most: as the slowest of those made here last did; 1 s at least."""
    jobs = Jobs(place.database)
    made = [job for job in jobs.list() if job.state == "finished" and job.frames and job.started][: 2 * _LAST]
    full = [job for job in made if jobs.commission(job.id).said.get("quality") != ANIMATIC.name][:_LAST]
    pace = max(((job.ended - job.started) / (job.frames / _FRAMES) for job in full), default=_PACE)
    return max(1.0, seconds * pace)


def _estimate(seconds: float) -> str:
    return f"{'A few seconds' if seconds < 8 else f'Up to {seconds:.0f} s'} to make, on this machine, free."


def _scene(scene: Scene, number: int, spans: dict[str, tuple[float, float]], stills: dict[str, str]) -> Props:
    start, end = spans.get(scene.id, (0.0, 0.0))
    return {
        "id": scene.id,
        "number": number,
        "layout": scene.layout,
        "name": LAYOUT_KINDS[scene.layout].name,
        "heading": scene.heading,
        "shown": list(texts_of_layout(scene, logo=True)),
        "locked": scene.locked,
        "lines": [{"id": line.id, "text": line.text} for line in scene.lines],
        "seconds": round(end - start, 1),
        "still": stills.get(scene.id, ""),
    }


def _said(scene: Props) -> Props:
    """What a client would call the scene's content: neither where it stands nor how it was painted."""
    return {key: scene.get(key) for key in ("layout", "heading", "shown", "locked", "lines")}


def _cast(board: Storyboard) -> list[Props]:
    """Who and what was chosen, each with the gallery that shows the others."""
    from agency.cast import cast_storyboard
    from renderers.music.catalogue import MOODS

    cast = cast_storyboard(board)
    music = next((mood.name for mood in MOODS if mood.id == cast.music), cast.music_name)
    family = next(iter(cast.backgrounds.values()), "")
    return [
        {"kind": "avatars", "label": "Presenter", "name": cast.avatar.name},
        {"kind": "voices", "label": "Voice", "name": cast.voice.name},
        {"kind": "music", "label": "Music", "name": music},
        {"kind": "backgrounds", "label": "Background", "name": (family or "to fit").replace("_", " ").capitalize()},
    ]


def draft_view(event: Event, place: Home) -> Props:
    """A draft for the player: its film, chapters, captions, and the draft before it."""
    production, number = event["production"], event["draft"]
    rows = drafts(place, production)
    row = next(row for row in rows if row.number == number)
    board = current(place, production).storyboard
    spans = scene_seconds(place, production)
    first_look = row.quality == "animatic"
    before = [one for one in rows if one.number < number and one.quality != "animatic"]
    changed = {scene for change in row.changes for scene in change.scenes} if before else set()
    return {
        "production": production,
        "draft": number,
        "label": f"Draft {number} · a first look" if first_look else f"Draft {number}",
        "shown": time.time(),
        "title": board.title,
        "told": _told(row, event),
        "video": _address(production, f"{number}.mp4"),
        "poster": _address(production, f"{number}.png"),
        "captions": _address(production, f"{number}.vtt") if row.video.with_suffix(".vtt").is_file() else "",
        "language": board.language,
        "chapters": [
            {"id": scene.id, "title": _name(scene), "start": spans[scene.id][0], "changed": scene.id in changed}
            for scene in board.scenes
            if scene.id in spans
        ],
        "previous": _address(production, f"{before[-1].number}.mp4") if before and not first_look else "",
        "exports": [] if first_look else list(_EXPORTS),
        "choices": [] if first_look else draft_choices(board),
        "findings": [finding["sentence"] for finding in event.get("findings", []) if finding["severity"] != "ok"],
    }


def listing_view(event: Event, place: Home) -> Props:
    """A catalogue as cards with pictures and samples."""
    what = event["of"]
    rows = [
        {
            "id": row["id"],
            "name": row.get("name") or str(row["id"]).replace("_", " "),
            "about": row.get("style") or row.get("description", ""),
            "picture": _preview(row.get("preview", ""), what),
            "sound": f"/media/samples/{what}/{row['id']}.wav" if what in ("voices", "music") else "",
        }
        for row in event["rows"]
    ]
    titles = {
        "avatars": "Presenters",
        "voices": "Voices",
        "music": "Music",
        "backgrounds": "Backgrounds",
        "looks": "Looks",
    }
    kinds = {"avatars": "avatar", "voices": "voice", "music": "music", "backgrounds": "background", "looks": "look"}
    return {"title": titles[what], "kind": kinds[what], "rows": rows, "more": event.get("more", 0)}


def files_view(event: Event) -> Props:
    """Files to take away."""
    return {
        "files": [{"name": name, "address": f"/media/exports/{event['production']}/{name}"} for name in event["files"]]
    }


def report_text(report: dict[str, Any]) -> str:
    """The measured report of a draft as text."""
    from tools.review import Report, render_report

    return f"```\n{render_report(Report.model_validate(report))}\n```" if report else "Nothing was measured yet."


def _preview(path: str, what: str) -> str:
    return f"/media/previews/{what}/{Path(path).name}" if path else ""


def _address(production: str, name: str) -> str:
    return f"/media/drafts/{production}/{name}"


def _told(row: DraftRow, event: Event) -> str:
    parts = [f"{row.seconds:.1f} s"]
    if "made" in event:
        parts.append(f"made in {event['took']:.0f} s" if event["took"] >= 1 else "made at once")
        if event["reused"] > event["made"]:
            parts.append(f"{event['reused']} of {event['reused'] + event['made']} pieces were there already")
    return " · ".join(parts)


def _count(board: Storyboard) -> str:
    return f"{len(board.scenes)} scene{'s' if len(board.scenes) != 1 else ''}"


def _name(scene: Scene) -> str:
    """What a scene is called in the player: what is read in it, or how its words begin."""
    said = " ".join(line.text for line in scene.lines).split()
    begun = " ".join(said[:_CHAPTER_WORDS]).rstrip(".,;:!") + (" …" if len(said) > _CHAPTER_WORDS else "")
    return scene.heading or scene.part.capitalize() or begun or LAYOUT_KINDS[scene.layout].name.capitalize()
