"""Graphics of a scene as resolved clips: what its layout shows of its content, where, and in time with which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from renderers.graphics.clips import (
    ChapterClip,
    ChartClip,
    ComparisonClip,
    Datum,
    GraphicClip,
    Item,
    LogoRevealClip,
    PictureCardClip,
    PictureSource,
    PointsClip,
    ProductClip,
    QuoteClip,
    ScreenClip,
    Side,
    StatisticClip,
    StepsClip,
)
from renderers.picture_format import Rect
from renderers.timeline import CueWord
from tools.edit.entrances import LEAD_SECONDS, entrances, named_at, sides_entrances
from tools.edit.heading_cues import heading_cues
from tools.edit.supers import shown_label
from tools.edit.times import frames
from tools.icon_choice import icons_for
from tools.scene_contents import Entry
from tools.storyboard import Scene

LATEST = {"statistic": 0.6, "chart": 0.35}
"""The share of a stay by which a figure or a chart comes in, whenever it is named: nobody looks at an empty scene."""
QUOTED = 0.85
"""The share of its stay in which a quote comes in as it is read out: the last of it is read, too."""
LATEST_QUOTE, LONGEST_QUOTE = 1.5, 30.0
"""Seconds after which a quote is not waited for, and within which all of one is read out."""


@dataclass(frozen=True)
class Shown:
    """A scene whose graphic is made: its room, its stay in frames, and what is heard when.

    `span` are the frames from the first to the last word, both alike where nothing is said. `pictures` are by the path
    in the storyboard; `chapter` is the number of the chapter that the scene would open. With `voiced`, what is read out
    comes in as it is heard.
    """

    scene: Scene
    region: Rect
    start: int
    duration: int
    words: Sequence[CueWord]
    span: tuple[int, int]
    rate: Fraction
    pictures: Mapping[str, PictureSource]
    logo: tuple[Path, str] | None
    chapter: int
    voiced: bool = False

    def items(self, entries: Sequence[Entry]) -> tuple[Item, ...]:
        """Those of `entries` that say something, each with the frame at which it comes in."""
        written = [entry for entry in entries if entry.text.strip()]
        stay = (self.start, self.start + self.duration)
        at = entrances([entry.text for entry in written], self.words, self.span, stay, self.rate)
        return tuple(
            Item(entry.text, frame, entry.detail, entry.icon) for entry, frame in zip(written, at, strict=True)
        )

    def named(self, layout: str, *texts: str) -> int:
        """The frame at which the first of `texts` is said, or that at which the graphic comes in."""
        found = named_at([text for text in texts if text.strip()], self.words)
        if found is None:
            return self.start
        latest = self.start + round(LATEST[layout] * self.duration)
        return max(self.start, min(found - frames(LEAD_SECONDS, self.rate), latest))

    @property
    def picture(self) -> PictureSource | None:
        """The picture of the scene's content."""
        return self.pictures.get(self.scene.content.picture)


def graphic_clip(layout: str, shown: Shown) -> GraphicClip | None:
    """The clip of what `layout` shows beside heading and captions; None for a layout without a graphic."""
    make = _CLIPS.get(layout)
    return make(shown) if make else None


def _points(shown: Shown) -> PointsClip:
    items = shown.items(shown.scene.content.entries)
    if not any(item.icon for item in items):
        chosen = icons_for(tuple(item.text for item in items))
        items = tuple(replace(item, icon=icon) for item, icon in zip(items, chosen, strict=True))
    return PointsClip(items, shown.region, shown.start, shown.duration)


def _steps(shown: Shown) -> StepsClip:
    return StepsClip(shown.items(shown.scene.content.entries), shown.region, shown.start, shown.duration)


def _statistic(shown: Shown) -> StatisticClip:
    told = shown.scene.content
    at = shown.named("statistic", told.value)
    return StatisticClip(told.value, shown_label(shown.scene), told.note, at, shown.region, shown.start, shown.duration)


def _quote(shown: Shown) -> QuoteClip:
    told, begin, stay = shown.scene.content, shown.start, round(QUOTED * shown.duration)
    heard = heading_cues(told.quote, shown.words, begin, stay, shown.rate, LATEST_QUOTE, LONGEST_QUOTE)
    cues = tuple(begin + cue for cue in heard) if shown.voiced else ()
    return QuoteClip(told.quote, told.author, told.role, shown.picture, shown.region, begin, shown.duration, cues)


def _product(shown: Shown) -> ProductClip:
    told = shown.scene.content
    return ProductClip(
        told.name, told.price, told.detail, told.badge, shown.picture, shown.region, shown.start, shown.duration
    )


def _comparison(shown: Shown) -> ComparisonClip:
    told = [(side.title, [entry for entry in side.entries if entry.text.strip()]) for side in shown.scene.content.sides]
    texts = [(title, [entry.text for entry in entries]) for title, entries in told]
    at = sides_entrances(texts, shown.words, shown.span, (shown.start, shown.start + shown.duration), shown.rate)
    one, other = (
        Side(
            title,
            tuple(Item(e.text, frame, e.detail, e.icon) for e, frame in zip(entries, frames_, strict=True)),
            favoured=number == 1,
        )
        for number, ((title, entries), frames_) in enumerate(zip(told, at, strict=True))
    )
    return ComparisonClip((one, other), shown.region, shown.start, shown.duration)


def _chart(shown: Shown) -> ChartClip:
    told = shown.scene.content
    data = tuple(Datum(datum.label, datum.value) for datum in told.data)
    at = shown.named("chart", *(datum.label for datum in told.data), *(f"{datum.value:g}" for datum in told.data))
    return ChartClip(told.chart, data, told.unit, told.note, at, shown.region, shown.start, shown.duration)


def _picture(shown: Shown) -> PictureCardClip | None:
    picture = shown.picture
    if picture is None:
        return None
    return PictureCardClip(picture, shown.scene.content.picture_text, shown.region, shown.start, shown.duration)


def _screen(shown: Shown) -> ScreenClip:
    told = shown.scene.content
    return ScreenClip(told.device, shown.picture, told.text, told.address, shown.region, shown.start, shown.duration)


def _logo(shown: Shown) -> LogoRevealClip | None:
    if shown.logo is None:
        return None
    return LogoRevealClip(PictureSource(*shown.logo), shown.scene.heading, shown.region, shown.start, shown.duration)


def _chapter(shown: Shown) -> ChapterClip:
    number = shown.scene.content.value.strip() or str(shown.chapter)
    return ChapterClip(number, shown.scene.heading, shown.region, shown.start, shown.duration)


_CLIPS: dict[str, Callable[[Shown], GraphicClip | None]] = {
    "points": _points,
    "steps": _steps,
    "statistic": _statistic,
    "quote": _quote,
    "product": _product,
    "comparison": _comparison,
    "chart": _chart,
    "picture": _picture,
    "screen": _screen,
    "logo": _logo,
    "chapter": _chapter,
}
"""By layout."""
