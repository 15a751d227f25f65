"""The brand's own pictures where a scene's words fit them: each once, large enough, with what matters in view.

A layout that shows a picture and has none gets one that fits its words. What nothing fits keeps its designed ground, or
is shown in a plainer layout: an unrelated picture is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from brand_memory.kit import Fact, Picture
from renderers.picture_format import ASPECTS, DESIGN_SHORT_SIDE
from tools.branding.material import Material, Note, Remembered, source, usable
from tools.brief import Aspect
from tools.storyboard import BackgroundChoice, BrandSource, Scene

FITTING = {"minilm": 0.36, "hashed": 0.26}
"""The score from which a picture is taken to fit a scene's words, for each embedder that was measured; another one is
held to the strictest. Of what is shown by them nine of ten pictures fit (`benchmarks/picture_choice.py`)."""
LEAD = 0.5
"""How much of the distance to the next picture the first one's score gains: words that several pictures of one brand
are like alike are like what they have in common, which is the brand and not the scene."""
MOST_ENLARGED = 1.5
"""How much a picture may be enlarged at 1080 lines before it looks soft."""
MOST_PICTURES = 0.5
"""The share of the presenter scenes that may stand before a picture: a programme is not a slide show."""
SUITED = ("title", "presenter")
"""Layouts that may stand before a picture."""
SHOWING = ("picture", "picture_in_picture", "full_bleed", "product")
"""Layouts that show a picture of their own; one in a frame needs half the size of one that fills the picture."""
_FRAMED = ("picture", "product")
_CANDIDATES = 12


def picture_scenes(
    scenes: tuple[Scene, ...], material: Material, aspect: Aspect, subject: str = ""
) -> tuple[tuple[Scene, ...], list[BrandSource], list[Note]]:
    """`scenes` with the brand's pictures behind those whose words they fit, where nobody chose a background, and in
    those that show a picture and name none.

    `subject` is what the programme is about, for scenes that say little. Scenes that show a picture choose first, then
    the best matches of the whole programme, each picture and each scene once; of scenes next to each other only one
    gets a picture behind it.
    """
    by_caption: dict[str, Fact[Picture]] = {}
    for fact in material.kit.imagery:
        caption = _plain(fact.value.caption)
        if caption and usable(fact) and _large_enough(fact.value, aspect, framed=True):
            by_caption.setdefault(caption, fact)
    open_ones = [
        (number, scene)
        for number, scene in enumerate(scenes)
        if (_wants_own(scene) or scene.layout in SUITED)
        and not scene.background.family
        and not scene.background.picture
        # A scene that may be left out for its length would take its picture with it.
        and not (scene.lines and all(line.optional for line in scene.lines))
    ]
    if not by_caption or not open_ones:
        return scenes, [], []
    matches: list[tuple[float, int, Fact[Picture], Remembered]] = []
    for number, scene in open_ones:
        for score, memory in standing_out(material.recall(_words(scene, subject), "imagery", _CANDIDATES)):
            known = by_caption.get(_plain(memory.text))
            if known is not None and score >= fitting_score(material.embedder) and _suits(scene, known.value, aspect):
                matches.append((score, number, known, memory))
    chosen: dict[int, Fact[Picture]] = {}
    whys: dict[int, Remembered] = {}
    own = {number for number, scene in open_ones if _wants_own(scene)}
    room = 1 + round(MOST_PICTURES * sum(scene.layout == "presenter" for _, scene in open_ones))
    for _, number, fact, memory in sorted(matches, key=lambda match: (match[1] not in own, -match[0], match[1])):
        used = {one.value.file.digest for one in chosen.values()}
        near = ({number} if number in own else {number - 1, number, number + 1}) & set(chosen)
        behind = len(chosen.keys() - own)
        free = (number in own or behind < room) and not near and fact.value.file.digest not in used
        if free and material.legible(fact.value.file, "picture"):
            chosen[number], whys[number] = fact, memory
    made, sources, notes = list(scenes), list[BrandSource](), list[Note]()
    for number, fact in sorted(chosen.items()):
        scene = scenes[number]
        path, said = material.place(fact.value.file), fact.value.caption
        if number in own:
            made[number] = scene.changed(content=scene.content.changed(picture=path))
            where, told = "content", f"Scene {scene.id} shows"
        else:
            made[number] = scene.changed(background=BackgroundChoice(picture=path))
            where, told = "background", f"Behind scene {scene.id} stands"
        sources.append(source(f"scenes.{scene.id}.{where}.picture", "picture", said, fact))
        why = f"{told} the brand's picture “{said}”: {whys[number].why}."
        notes.append(Note(why, scene.id))
    return tuple(made), sources, notes


def fitting_score(embedder: str) -> float:
    """The score from which a picture fits by `embedder`, `name` or `name:variant`."""
    return FITTING.get(embedder.partition(":")[0], max(FITTING.values()))


def standing_out(found: Sequence[Remembered]) -> list[tuple[float, Remembered]]:
    """Each of `found` with its score, the first one's with a share of its lead over the next."""
    ordered = sorted(found, key=lambda one: -one.score)
    lead = ordered[0].score - ordered[1].score if len(ordered) > 1 else 0.0
    return [(one.score + (LEAD * lead if place == 0 else 0.0), one) for place, one in enumerate(ordered)]


def _words(scene: Scene, subject: str) -> str:
    said = " ".join(line.text for line in scene.lines)
    named = (scene.content.name, scene.content.detail) if scene.layout == "product" else ()
    own = " ".join(part for part in (scene.heading, scene.subtitle, *named, said) if part)
    return own if len(own.split()) > 5 else f"{own} {subject}".strip()


def _wants_own(scene: Scene) -> bool:
    return scene.layout in SHOWING and not scene.content.picture


def _suits(scene: Scene, picture: Picture, aspect: Aspect) -> bool:
    """Whether `picture` is good enough for the room that `scene` has for it; what is framed is fitted to its frame."""
    if scene.layout in _FRAMED:
        return True
    return _large_enough(picture, aspect, framed=False) and _in_view(picture, aspect)


def _large_enough(picture: Picture, aspect: Aspect, *, framed: bool) -> bool:
    width, height = (side * DESIGN_SHORT_SIDE / min(ASPECTS[aspect]) for side in ASPECTS[aspect])
    return max(width / picture.width, height / picture.height) * (0.5 if framed else 1.0) <= MOST_ENLARGED


def _in_view(picture: Picture, aspect: Aspect) -> bool:
    """Whether what the eye goes to stays in the frame when the picture fills it from its middle."""
    width, height = ASPECTS[aspect]
    shape, frame = picture.width / picture.height, width / height
    x, y, wide, high = picture.saliency
    if shape > frame:
        shown = frame / shape
        low, length, centre = x, wide, 0.5
    else:
        shown = shape / frame
        low, length, centre = y, high, 0.42
    left = min(max(centre - shown / 2, 0.0), 1.0 - shown)
    if length > 0.95:
        return shown >= 0.3
    inside = min(low + length, left + shown) - max(low, left)
    return length <= 0 or inside / length >= 0.6


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
