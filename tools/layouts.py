"""The layouts of scenes: what each shows, what it needs for that, and who is seen beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tools.scene_contents import Entry, SceneContent
from tools.storyboard import Layout, PresenterPlace, Scene


@dataclass(frozen=True)
class LayoutKind:
    """A layout: its `name` in plain words, what it `shows`, what it `needs` (empty: nothing), and where its presenter
    usually stands, which is `none` for what is spoken over.
    """

    id: Layout
    name: str
    shows: str
    needs: str = ""
    presenter: PresenterPlace = "none"


_KINDS = (
    LayoutKind("title", "title", "the heading, large, with a line below"),
    LayoutKind("presenter", "presenter", "the speaking presenter, with the heading beside", presenter="right"),
    LayoutKind("points", "points", "a list beside the presenter, entry by entry as it is said", "entries", "right"),
    LayoutKind("picture", "picture", "a framed picture beside the presenter", "a picture", "right"),
    LayoutKind(
        "picture_in_picture",
        "picture in picture",
        "a picture that fills the frame, the presenter in a disc",
        "a picture",
        "circle",
    ),
    LayoutKind("full_bleed", "full-bleed picture", "a picture that fills the frame, the heading over it", "a picture"),
    LayoutKind("statistic", "statistic", "a figure that counts up, with words below", "a figure"),
    LayoutKind("quote", "quote", "somebody's words, who said them, their portrait", "a quote"),
    LayoutKind("product", "product", "a product: picture, name, price, a badge", "a product's name or picture"),
    LayoutKind("comparison", "comparison", "two sides, the second one favoured", "two sides with a title or entries"),
    LayoutKind("steps", "steps", "numbered steps, or dates along a line", "entries"),
    LayoutKind("chart", "chart", "bars, a line or a donut that draws itself", "values"),
    LayoutKind("screen", "screen", "a picture or code on a browser, a phone or a code window", "a picture or text"),
    LayoutKind("logo", "logo", "the logo as it is revealed, with a line below", "the programme's logo"),
    LayoutKind("chapter", "chapter", "a card with the number and the name of a chapter", "a heading"),
    LayoutKind("end_card", "end card", "the call to action, the address, the logo, a code to scan"),
    LayoutKind("clip", "clip", "a film that fills the frame", "a film"),
)
LAYOUT_KINDS: dict[str, LayoutKind] = {kind.id: kind for kind in _KINDS}
"""By id, in the order in which people are told of them."""

FILLED = ("picture_in_picture", "full_bleed")
"""Layouts whose picture is the ground of the whole frame."""
_ALONE = ("end_card", "clip")
"""Layouts beside which nobody can stand."""


def lacks(scene: Scene, layout: Layout, *, logo: bool) -> str:
    """What `scene` lacks to be shown in `layout`, in words; empty where it has all. `logo`: the programme has one."""
    content = scene.content
    there = {
        "points": bool(_written(content.entries)),
        "steps": bool(_written(content.entries)),
        "picture": bool(content.picture),
        "picture_in_picture": bool(content.picture or scene.background.picture),
        "full_bleed": bool(content.picture or scene.background.picture),
        "statistic": bool(content.value.strip()),
        "quote": bool(content.quote.strip()),
        "product": bool(content.name.strip() or content.picture),
        "comparison": len(content.sides) == 2
        and all(side.title.strip() or _written(side.entries) for side in content.sides),
        "chart": _drawable(content),
        "screen": bool(content.picture or content.text.strip()),
        "logo": logo,
        "chapter": bool(scene.heading.strip()),
        "clip": scene.film is not None,
    }
    return "" if there.get(layout, True) else LAYOUT_KINDS[layout].needs


def shown_layout(scene: Scene, *, logo: bool) -> Layout:
    """The layout that `scene` is really shown in: its own, or a plainer one where it lacks what that needs.

    Without it a scene that is spoken shows the presenter, and a silent one its heading.
    """
    if scene.layout == "clip" or not lacks(scene, scene.layout, logo=logo):
        return scene.layout
    return (
        "title"
        if not scene.lines and scene.heading and LAYOUT_KINDS[scene.layout].presenter == "none"
        else ("presenter")
    )


def presenter_place(scene: Scene, *, logo: bool) -> PresenterPlace:
    """Where the presenter of `scene` stands: `left`, `right`, `centre`, `circle`, or `none` where nobody is seen."""
    layout = shown_layout(scene, logo=logo)
    if layout in _ALONE:
        return "none"
    return scene.presenter_place or LAYOUT_KINDS[layout].presenter


def ground_picture(scene: Scene, *, logo: bool) -> str:
    """The picture behind `scene`, as a path; empty for a designed background."""
    filled = shown_layout(scene, logo=logo) in FILLED
    return scene.content.picture if filled and scene.content.picture else scene.background.picture


def picture_paths(scene: Scene) -> tuple[str, ...]:
    """The pictures that `scene` names, as paths."""
    return tuple(path for path in (scene.background.picture, scene.content.picture) if path)


def content_texts(content: SceneContent) -> Iterator[tuple[str, str]]:
    """Everything that `content` puts on screen as where it stands and what it says, in the order in which it is read.

    Texts that no layout of the moment shows are among them: another layout may.
    """
    for number, entry in enumerate(content.entries, 1):
        yield from _entry_texts(f"entry {number}", entry)
    for number, side in enumerate(content.sides, 1):
        yield f"side {number}", side.title
        for place, entry in enumerate(side.entries, 1):
            yield from _entry_texts(f"side {number}, entry {place}", entry)
    for field in ("value", "label", "quote", "author", "role", "name", "price", "badge", "detail"):
        yield field, getattr(content, field)
    for number, datum in enumerate(content.data, 1):
        yield f"chart value {number}", datum.label
    for field in ("unit", "picture_text", "address", "text", "note"):
        yield field.replace("_", " "), getattr(content, field)


def texts_of_layout(scene: Scene, *, logo: bool) -> tuple[str, ...]:
    """What `scene` shows of its content in the layout it has, in the order in which it is read."""
    fields = _TEXTS.get(shown_layout(scene, logo=logo), ())
    return tuple(
        text
        for where, text in content_texts(scene.content)
        if text.strip() and where.partition(" ")[0].rstrip(",") in fields
    )


def _entry_texts(where: str, entry: Entry) -> Iterator[tuple[str, str]]:
    yield where, entry.text
    yield f"{where}, detail", entry.detail


def _written(entries: tuple[Entry, ...]) -> bool:
    return any(entry.text.strip() for entry in entries)


def _drawable(content: SceneContent) -> bool:
    """Whether there are values that make a chart; shares of a whole are none below nothing."""
    if content.chart == "donut":
        return any(datum.value > 0 for datum in content.data) and all(datum.value >= 0 for datum in content.data)
    return len(content.data) >= (2 if content.chart == "line" else 1)


_TEXTS = {
    "points": ("entry",),
    "steps": ("entry",),
    "picture": ("picture",),
    "statistic": ("value", "label", "note"),
    "quote": ("quote", "author", "role"),
    "product": ("name", "price", "badge", "detail"),
    "comparison": ("side",),
    "chart": ("chart", "unit", "note"),
    "screen": ("address", "text"),
    "logo": ("label",),
    "chapter": ("value",),
}
"""The first word of the places of `content_texts` that each layout shows."""
