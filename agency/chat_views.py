"""What the page's elements are given to draw: plain data and addresses of our own server, never paths."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from agency.conversation import Event
from agency.home import Home
from agency.revisions import DraftRow, current, drafts
from agency.situations import scene_seconds
from tools.storyboard import Scene, Storyboard

Props = dict[str, Any]

_EXPORTS = (
    {"label": "Captions", "value": "srt,vtt"},
    {"label": "GIF", "value": "gif"},
    {"label": "Still", "value": "png"},
    {"label": "Presenter alone (WebM)", "value": "webm"},
)


def board_view(event: Event, place: Home, *, stills: bool) -> Props:
    """A storyboard with its scenes, and their stills where `stills`; else those that are painted already."""
    production = event["production"]
    revision = current(place, production)
    board = revision.storyboard
    shown = _stills(production, place) if stills else {}
    spans = scene_seconds(place, production)
    total = sum(end - start for start, end in spans.values())
    return {
        "production": production,
        "title": board.title,
        "aspect": board.aspect,
        "told": " · ".join(filter(None, (_count(board), f"about {total:.0f} s" if total else "", board.music))),
        "approve": not drafts(place, production),
        "changed": event.get("changed", []),
        "scenes": [
            {
                "id": scene.id,
                "number": number,
                "layout": scene.layout,
                "heading": scene.heading,
                "locked": scene.locked,
                "lines": [{"id": line.id, "text": line.text} for line in scene.lines],
                "seconds": round(spans[scene.id][1] - spans[scene.id][0], 1) if scene.id in spans else 0,
                "still": shown.get(scene.id, ""),
            }
            for number, scene in enumerate(board.scenes, 1)
        ],
    }


def draft_view(event: Event, place: Home) -> Props:
    """A draft for the player: its film, chapters, captions, and the draft before it."""
    production, number = event["production"], event["draft"]
    rows = drafts(place, production)
    row = next(row for row in rows if row.number == number)
    board = current(place, production).storyboard
    spans = scene_seconds(place, production)
    first_look = row.quality == "animatic"
    before = [one for one in rows if one.number < number and one.quality != "animatic"]
    changed = set(event.get("changed", []))
    return {
        "production": production,
        "draft": number,
        "label": "A first look" if first_look else f"Draft {number}",
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
        "findings": [str(finding.get("message") or finding.get("text", "")) for finding in event.get("findings", [])],
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
    titles = {"avatars": "Presenters", "voices": "Voices", "music": "Music", "backgrounds": "Backgrounds"}
    kinds = {"avatars": "avatar", "voices": "voice", "music": "music", "backgrounds": "background"}
    return {"title": titles[what], "kind": kinds[what], "rows": rows, "more": event.get("more", 0)}


def files_view(event: Event) -> Props:
    """Files to take away."""
    return {
        "files": [{"name": name, "address": f"/media/exports/{event['production']}/{name}"} for name in event["files"]]
    }


def brand_view(brand: str, place: Home) -> Props:
    """A brand as a card: colours, type, logo, and facts to confirm, correct or reject."""
    from agency.brand_desk import brand_records

    records = brand_records()
    kit = records.kit(brand)
    palette = kit.palette
    roles = {name: getattr(palette, name) for name in ("primary", "secondary", "background", "surface", "text")}
    found = {role: fact for role, fact in roles.items() if fact}
    colours = [{"role": role, "hex": fact.value.hex} for role, fact in found.items() if fact.status != "rejected"]
    facts = [_fact(role, role.capitalize(), fact.value.hex, fact, shown=fact.value.hex) for role, fact in found.items()]
    for key, label in (("heading", "Headings in"), ("body", "Text in")):
        if face := getattr(kit, key):
            facts.append(_fact(key, label, face.value.family, face))
    if headline := kit.messages.headline:
        facts.append(_fact("headline", "Headline", headline.value, headline))
    logo = next((fact for fact in kit.logos if fact.status != "rejected"), None)
    return {
        "brand": kit.id,
        "name": kit.name.value,
        "colours": colours,
        "facts": facts,
        "logo": _brand_file(records.files(kit.id).path(logo.value.file), kit.id, place) if logo else "",
        "ground": "#16181d" if logo and logo.value.ground == "dark" else "#ffffff",
        "tone": f"Tone: {', '.join(kit.tone.value.described)}." if kit.tone and kit.tone.value.described else "",
    }


def report_text(report: dict[str, Any]) -> str:
    """The measured report of a draft as text."""
    from tools.review import Report, render_report

    return f"```\n{render_report(Report.model_validate(report))}\n```" if report else "Nothing was measured yet."


def _fact(key: str, label: str, text: str, fact: Any, shown: str = "") -> Props:  # noqa: ANN401  (a fact of any type)
    return {
        "key": key,
        "label": label,
        "text": text,
        "hex": shown,
        "editable": True,
        "confidence": fact.confidence,
        "status": fact.status,
        "place": fact.evidence[0].page if fact.evidence else "",
    }


def _stills(production: str, place: Home) -> dict[str, str]:
    from agency.stills import scene_stills

    paths = scene_stills(place, production)
    return {id_: f"/media/stills/{production}/{path.name}" for id_, path in paths.items()}


def _brand_file(path: Path, brand: str, place: Home) -> str:
    """The address of a brand's file, a copy of which lies where the page may read."""
    target = place.root / "chat" / "brands" / brand / path.name
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return f"/media/brands/{brand}/{path.name}"


def _preview(path: str, what: str) -> str:
    return f"/media/previews/{what}/{Path(path).name}" if path else ""


def _address(production: str, name: str) -> str:
    return f"/media/drafts/{production}/{name}"


def _told(row: DraftRow, event: Event) -> str:
    parts = [f"{row.seconds:.1f} s"]
    if "made" in event:
        parts.append(f"made in {event['took']:.0f} s" if event["took"] >= 1 else "made at once")
        parts.append(f"{event['reused']} pieces kept, {event['made']} new")
    return " · ".join(parts)


def _count(board: Storyboard) -> str:
    return f"{len(board.scenes)} scene{'s' if len(board.scenes) != 1 else ''}"


def _name(scene: Scene) -> str:
    return scene.heading or scene.part or scene.layout.replace("_", " ").capitalize()
