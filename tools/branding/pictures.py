"""The brand's own pictures behind scenes whose words they fit: each once, large enough, with what matters in view."""

from __future__ import annotations

import re

from brand_memory.kit import Fact, Picture
from renderers.picture_format import ASPECTS, DESIGN_SHORT_SIDE
from tools.branding.material import Material, Note, Remembered, source, usable
from tools.brief import Aspect
from tools.storyboard import BackgroundChoice, BrandSource, Scene

LEAST = 0.12
"""The score from which a picture is taken to fit a scene's words; of the captions that share no word, few reach it."""
MOST_ENLARGED = 1.5
"""How much a picture may be enlarged at 1080 lines before it looks soft."""
MOST_PICTURES = 0.5
"""The share of the presenter scenes that may stand before a picture: a programme is not a slide show."""
SUITED = ("title", "presenter")
_CANDIDATES = 12


def picture_scenes(
    scenes: tuple[Scene, ...], material: Material, aspect: Aspect, subject: str = ""
) -> tuple[tuple[Scene, ...], list[BrandSource], list[Note]]:
    """`scenes` with the brand's pictures behind those whose words they fit, where nobody chose a background.

    `subject` is what the programme is about, for scenes that say little. The best matches of the whole programme go
    first, each picture and each scene once; scenes next to each other do not both get one.
    """
    by_caption: dict[str, Fact[Picture]] = {}
    for fact in material.kit.imagery:
        caption = _plain(fact.value.caption)
        if caption and usable(fact) and _large_enough(fact.value, aspect) and _in_view(fact.value, aspect):
            by_caption.setdefault(caption, fact)
    open_ones = [
        (number, scene)
        for number, scene in enumerate(scenes)
        if scene.layout in SUITED
        and not scene.background.family
        and not scene.background.picture
        # A scene that may be left out for its length would take its picture with it.
        and not (scene.lines and all(line.optional for line in scene.lines))
    ]
    if not by_caption or not open_ones:
        return scenes, [], []
    matches: list[tuple[float, int, Fact[Picture], Remembered]] = []
    for number, scene in open_ones:
        for memory in material.recall(_words(scene, subject), "imagery", _CANDIDATES):
            known = by_caption.get(_plain(memory.text))
            if known is not None and memory.score >= LEAST:
                matches.append((memory.score, number, known, memory))
    chosen: dict[int, Fact[Picture]] = {}
    whys: dict[int, Remembered] = {}
    room = 1 + round(MOST_PICTURES * sum(scene.layout == "presenter" for _, scene in open_ones))
    for _, number, fact, memory in sorted(matches, key=lambda match: (-match[0], match[1])):
        used = {one.value.file.digest for one in chosen.values()}
        near = {number - 1, number, number + 1} & set(chosen)
        free = len(chosen) < room and not near and fact.value.file.digest not in used
        if free and material.legible(fact.value.file, "picture"):
            chosen[number], whys[number] = fact, memory
    made, sources, notes = list(scenes), list[BrandSource](), list[Note]()
    for number, fact in sorted(chosen.items()):
        scene = scenes[number]
        made[number] = scene.changed(background=BackgroundChoice(picture=material.place(fact.value.file)))
        sources.append(source(f"scenes.{scene.id}.background.picture", "picture", fact.value.caption, fact))
        why = f"Behind scene {scene.id} stands the brand's picture “{fact.value.caption}”: {whys[number].why}."
        notes.append(Note(why, scene.id))
    return tuple(made), sources, notes


def _words(scene: Scene, subject: str) -> str:
    said = " ".join(line.text for line in scene.lines)
    own = " ".join(part for part in (scene.heading, scene.subtitle, said) if part)
    return own if len(own.split()) > 5 else f"{own} {subject}".strip()


def _large_enough(picture: Picture, aspect: Aspect) -> bool:
    width, height = (side * DESIGN_SHORT_SIDE / min(ASPECTS[aspect]) for side in ASPECTS[aspect])
    return max(width / picture.width, height / picture.height) <= MOST_ENLARGED


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
