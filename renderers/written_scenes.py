"""What the scenes of a timeline have written on them: which words, where, in what colours, and when they can be read.

Layers are set as they are for painting, at a small size, since type is placed in design units whatever the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.avatar.framing import face_region
from renderers.graphics.clips import (
    ChartClip,
    ComparisonClip,
    GraphicClip,
    PointsClip,
    ScreenClip,
    StatisticClip,
    StepsClip,
)
from renderers.picture_format import PictureFormat, Rect
from renderers.timeline import (
    CaptionsClip,
    DisclosureClip,
    EndCardClip,
    LogoClip,
    LowerThirdClip,
    PictureClip,
    PresenterClip,
    Scene,
    Timeline,
    TitleClip,
)
from renderers.visibility import clip_look

if TYPE_CHECKING:
    from renderers.look import Look
    from renderers.written import WrittenLine

SHORT_SIDE = 270
"""Pixels of the format in which layers are set to be asked."""
MOST_SCENES = 60
"""Scenes of one timeline that are set, spread over it."""
_SETTLED, _COUNTED, _LEAVING = 1.2, 2.3, 0.5
"""Seconds in which the last part of what is written has come in, in which a figure or a chart has, and in which all of
it leaves."""

Box = tuple[float, float, float, float]
"""Left, top, width and height as shares of the frame."""


@dataclass(frozen=True)
class SeenLine:
    """A line of type: its words, its colours, its size in design units, and the box of its letters."""

    text: str
    inks: tuple[str, ...]
    size: float
    box: Box
    edge: str = ""


@dataclass(frozen=True)
class SeenText:
    """What a clip says in a scene, from frame `start` to before `end` of the programme, and the frames [`first`,
    `last`] in which all of it is there and none of it leaves.

    `kind` is `heading`, `name`, `caption`, `graphic`, `screen`, `chart`, `entry`, `end card` or `disclosure`; an
    entry's lines are among those of its graphic.
    """

    scene: str
    kind: str
    text: str
    start: int
    end: int
    first: int
    last: int
    lines: tuple[SeenLine, ...] = ()


@dataclass(frozen=True)
class SeenFace:
    """Where the face of a scene's presenter is, and the region of all that is seen of them."""

    scene: str
    box: Box
    figure: Box = (0.0, 0.0, 0.0, 0.0)


def seen_texts(timeline: Timeline) -> tuple[tuple[SeenText, ...], tuple[SeenFace, ...]]:
    """Everything that is written in the scenes of `timeline`, but in films, and where their faces are.

    Of more than `MOST_SCENES` scenes only so many are told, spread over all. Raises as painting the scenes does.
    """
    format = _small(timeline.format)
    step = max(1, -(-len(timeline.scenes) // MOST_SCENES))
    texts: list[SeenText] = []
    faces: list[SeenFace] = []
    start = 0
    for number, scene in enumerate(timeline.scenes):
        if number % step == 0:
            after = timeline.scenes[number + 1 : number + 2]
            leaving = after[0].transition.duration // 2 if after else 0
            texts += scene_texts(scene, timeline.look, format, start, leaving)
            faces += [_seen_face(scene, clip, format) for clip in scene.clips if isinstance(clip, PresenterClip)]
        start += scene.duration
    return tuple(texts), tuple(faces)


def scene_texts(
    scene: Scene, look: Look, format: PictureFormat, start: int = 0, leaving: int = 0
) -> Iterator[SeenText]:
    """What the clips of one scene say; `start` is its first frame in the programme, `leaving` the number of its last
    frames that are part of a transition. Raises as painting it does.
    """
    for clip in scene.clips:
        worn = clip_look(clip, scene, look)
        if isinstance(clip, CaptionsClip):
            yield from _captions(scene, clip, worn, format, start)
        elif not isinstance(clip, PresenterClip | LogoClip):
            yield from _clip(scene, clip, worn, format, start, leaving)


def _seen_line(line: WrittenLine, format: PictureFormat) -> SeenLine:
    return SeenLine(line.text, line.inks, round(line.size, 2), _shares(line.box, format), line.edge)


def _seen_face(scene: Scene, clip: PresenterClip, format: PictureFormat) -> SeenFace:
    face = face_region(clip.region, clip.framing, clip.circle)
    return SeenFace(scene.id, _shares(face, format), _shares(clip.region, format))


def _small(format: PictureFormat) -> PictureFormat:
    scale = SHORT_SIDE / min(format.width, format.height)
    return PictureFormat(round(format.width * scale / 2) * 2, round(format.height * scale / 2) * 2, format.rate)


def _clip(
    scene: Scene, clip: PictureClip, look: Look, format: PictureFormat, start: int, leaving: int
) -> Iterator[SeenText]:
    begin, length = (0, scene.duration) if isinstance(clip, DisclosureClip) else (clip.start, clip.duration)  # type: ignore[union-attr]
    rate = float(format.rate)
    end = min(begin + length, scene.duration)
    # What leaves after the scene's end stays to it, and what came in before its beginning is there.
    last = end - 1 if begin + length > scene.duration else int(end - 1 - _LEAVING * rate)
    # In a transition it may be anywhere.
    last = min(last, scene.duration - leaving - 1)
    settled = _COUNTED if isinstance(clip, StatisticClip | ChartClip) else _SETTLED
    first = min(max(round(_last_moment(clip) + settled / min(look.style.pace, 1.0) * rate), 0), last)
    lines = _lines(clip, look, format, max(first, 0))
    if not lines:
        return
    kind = _KINDS.get(type(clip), "graphic")
    said = " ".join(dict.fromkeys(line.text for line in lines))
    items = _items(clip)
    if items:
        for text, at in items:
            yield SeenText(scene.id, "entry", text, start + max(at, begin), start + end, start + first, start + last)
    yield SeenText(
        scene.id, kind, said, start + max(begin, 0), start + end, start + first, start + last,
        tuple(_seen_line(line, format) for line in lines),
    )  # fmt: skip


def _captions(scene: Scene, clip: CaptionsClip, look: Look, format: PictureFormat, start: int) -> Iterator[SeenText]:
    from renderers.titles.layers import build_layer
    from renderers.written import listening

    layer = build_layer(clip, look, format)
    for cue in clip.cues:
        middle = (cue.start + cue.end) // 2
        with listening() as heard:
            layer.paint(_nowhere(), middle)
        lines = _once(heard)
        yield SeenText(
            scene.id, "caption", " ".join(line.text for line in lines), start + cue.start, start + cue.end,
            start + middle, start + middle,
            tuple(_seen_line(line, format) for line in lines),
        )  # fmt: skip


def _lines(clip: PictureClip, look: Look, format: PictureFormat, frame: int) -> list[WrittenLine]:
    """The lines that a clip shows in a frame: those it sets when it is made, and those it sets then."""
    from renderers.titles.layers import build_layer
    from renderers.written import listening

    with listening() as heard:
        layer = build_layer(clip, look, format)
        layer.paint(_nowhere(), frame)
    return _once(heard)


def _nowhere() -> object:
    """A canvas whose picture nobody looks at."""
    import numpy as np

    from renderers.raster import surface

    return surface(np.zeros((2, 2, 4), np.uint8)).getCanvas()


def _once(lines: Sequence[WrittenLine]) -> list[WrittenLine]:
    """Each line once; once in each of its colours, where it is set in several states."""
    found: dict[tuple[str, int, int, tuple[str, ...]], WrittenLine] = {}
    for line in lines:
        found[line.text, round(line.box.x), round(line.box.y), line.inks] = line
    return list(found.values())


def _last_moment(clip: PictureClip) -> int:
    if isinstance(clip, GraphicClip):
        from renderers.graphics.timing import moments

        return moments(clip)[-1]
    if isinstance(clip, TitleClip) and clip.cues:
        return clip.start + clip.cues[-1]
    return 0 if isinstance(clip, DisclosureClip) else clip.start  # type: ignore[union-attr]


def _items(clip: PictureClip) -> list[tuple[str, int]]:
    if isinstance(clip, PointsClip | StepsClip):
        return [(f"{item.text} {item.detail}".strip(), item.at) for item in clip.items]
    if isinstance(clip, ComparisonClip):
        return [(f"{item.text} {item.detail}".strip(), item.at) for side in clip.sides for item in side.items]
    return []


def _shares(box: Rect, format: PictureFormat) -> Box:
    wide, high = format.design_width, format.design_height
    return tuple(round(side, 5) for side in (box.x / wide, box.y / high, box.width / wide, box.height / high))  # type: ignore[return-value]


_KINDS: dict[type, str] = {
    TitleClip: "heading",
    LowerThirdClip: "name",
    EndCardClip: "end card",
    DisclosureClip: "disclosure",
    ScreenClip: "screen",
    ChartClip: "chart",
}
