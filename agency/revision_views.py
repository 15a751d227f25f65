"""Drafts and storyboards as a person reads them: in a terminal, or as a page with a still of every scene."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.changes import Change, Differences
from tools.layouts import LAYOUT_KINDS, texts_of_layout
from tools.line_writing import write_line

if TYPE_CHECKING:
    from agency.revisions import DraftRow
    from tools.storyboard import Scene, Storyboard

_WIDTH = 100


def clock(seconds: float) -> str:
    """`1:05.3`."""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths % 600 / 10:04.1f}"


def told_changes(changes: Sequence[Change]) -> str:
    """One line a change."""
    return "\n".join(f"  {change.sentence}" for change in changes)


def told_drafts(rows: Sequence[DraftRow], pending: str) -> str:
    """The drafts, the newest last, each with what was said and changed; `pending` is what has no draft yet."""
    from agency.revision_runs import since

    lines = []
    for row in rows:
        quality = f", {row.quality}" if row.quality and row.quality != "master" else ""
        lines.append(f"Draft {row.number}  {since(row.created)}  {row.seconds:.1f} s{quality}  {row.video}")
        if row.note:
            lines.append(f"  {row.note}" if row.again else f"  “{row.note}”")
        lines += [f"    {change.sentence}" for change in row.changes]
    if pending:
        lines.append(pending)
    return "\n".join(lines) if lines else "There is no draft yet."


def told_differences(found: Differences, before: Storyboard, after: Storyboard) -> str:
    """What is different in `after`, and which scenes that concerns."""
    if not found.changes:
        return "The two are the same."
    kinds = (("changed", found.changed, after), ("new", found.new, after), ("moved", found.moved, after))
    lines = [change.sentence for change in found.changes]
    for name, ids, board in (*kinds, ("gone", found.gone, before)):
        if ids:
            places = [str(number) for number, scene in enumerate(board.scenes, 1) if scene.id in ids]
            lines.append(f"Scenes {name}: {', '.join(places)}{' (as counted before)' if name == 'gone' else ''}")
    return "\n".join(lines)


def told_board(board: Storyboard, spans: Mapping[str, tuple[float, float]]) -> str:
    """The storyboard for a terminal: scenes with numbers and times, what is seen and what is said."""
    from textwrap import wrap

    lines = [board.title, "", *_programme(board), ""] if board.title else [*_programme(board), ""]
    for number, scene in enumerate(board.scenes, 1):
        begin, end = spans.get(scene.id, (0.0, 0.0))
        marks = [LAYOUT_KINDS[scene.layout].name]
        if scene.presenter_place:
            seen = {"none": "nobody seen", "circle": "presenter in a disc"}
            marks.append(seen.get(scene.presenter_place, f"presenter {scene.presenter_place}"))
        marks += [*([scene.part] if scene.part else []), *(["locked"] if scene.locked else [])]
        lines.append(f"{number:>3}  {clock(begin)} – {clock(end)}  {', '.join(marks)}  [{scene.id}]")
        lines += [f"     {text}" for text in _shown(board, scene)]
        if scene.delivery.emotion:
            lines.append(f"     spoken {scene.delivery.emotion}")
        for line in scene.lines:
            lines += wrap(write_line(line), _WIDTH, initial_indent="       ", subsequent_indent="       ")
    return "\n".join(lines)


def board_row(board: Storyboard, spans: Mapping[str, tuple[float, float]]) -> list[dict[str, Any]]:
    """The scenes as plain values, numbered as people count them."""
    return [
        {
            "number": number,
            "id": scene.id,
            "start_seconds": spans.get(scene.id, (0.0, 0.0))[0],
            "end_seconds": spans.get(scene.id, (0.0, 0.0))[1],
            "layout": scene.layout,
            "presenter_place": scene.presenter_place,
            "shown": _shown(board, scene),
            "said": [{"line": line.id, "text": line.text, "spoken": write_line(line)} for line in scene.lines],
            "locked": scene.locked,
        }
        for number, scene in enumerate(board.scenes, 1)
    ]


def board_page(board: Storyboard, spans: Mapping[str, tuple[float, float]], stills: Mapping[str, Path]) -> str:
    """The storyboard as one HTML page that needs nothing else: a card a scene, with its still."""
    cards = []
    for number, scene in enumerate(board.scenes, 1):
        begin, end = spans.get(scene.id, (0.0, 0.0))
        picture = base64.b64encode(stills[scene.id].read_bytes()).decode()
        shown = "".join(f"<p class=shown>{escape(text)}</p>" for text in _shown(board, scene))
        layout = LAYOUT_KINDS[scene.layout].name
        said = "".join(f"<p>{escape(line.text)}</p>" for line in scene.lines)
        cards.append(
            f"<li><img alt='Scene {number}' src='data:image/jpeg;base64,{picture}'><div>"
            f"<h2>{number} <small>{layout} · {clock(begin)} – {clock(end)}</small></h2>{shown}{said}"
            "</div></li>"
        )
    facts = "".join(f"<li>{escape(text)}</li>" for text in _programme(board))
    title = escape(board.title or "Storyboard")
    wide = "portrait" if board.aspect in ("9:16", "4:5") else "wide"
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
        f"<title>{title}</title><style>{_STYLE}</style><body class={wide}><h1>{title}</h1><ul class=facts>{facts}</ul>"
        f"<ol>{''.join(cards)}</ol></body></html>\n"
    )


def _shown(board: Storyboard, scene: Scene) -> list[str]:
    """What stands on screen in a scene, and whose film fills it."""
    if scene.layout == "end_card":
        card = board.end_card
        return [text for text in (scene.heading or card.headline, card.call_to_action, card.address) if text]
    film = [Path(scene.film.file).name] if scene.layout == "clip" and scene.film else []
    pictures = [Path(picture).name for picture in (scene.content.picture,) if picture]
    content = texts_of_layout(scene, logo=bool(board.logo))
    return [*film, *(text for text in (scene.heading, scene.subtitle) if text), *content, *pictures]


def _programme(board: Storyboard) -> list[str]:
    """Who presents, who is heard, and to what music, also where nobody named them."""
    from agency.cast import cast_storyboard

    cast = cast_storyboard(board)
    brand = [f"Brand: {board.brand.name or board.brand.id}"] if board.brand else []
    return [
        f"Presenter: {cast.avatar.name}, voice: {cast.voice.name}, music: {cast.music_name}",
        f"{board.aspect}, {board.resolution}, {board.fps} fps",
        *brand,
    ]


_STYLE = """
:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}
h1{font-size:1.8rem;margin:0 0 .5rem}h2{font-size:1.1rem;margin:0 0 .4rem}small{font-weight:400;opacity:.7}
.facts{list-style:none;padding:0;margin:0 0 2rem;opacity:.75}
ol{list-style:none;padding:0;display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr))}
ol li{border:1px solid var(--line);border-radius:.75rem;overflow:hidden;background:var(--soft)}
img{display:block;width:100%}.portrait ol{grid-template-columns:repeat(auto-fill,minmax(13rem,1fr))}
ol div{padding:1rem}p{margin:.3rem 0}.shown{font-weight:600}
@media print{ol li{break-inside:avoid}}
"""
