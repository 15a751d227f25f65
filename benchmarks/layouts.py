"""Random storyboards over every layout, shape of frame, amount of text and palette: does what is written stay in place?

    python -m benchmarks.layouts --count 2000
    python -m benchmarks.layouts --crossed

Of each one the timeline is made and everything that is written is set; nothing may fail, reach out of the safe area,
cover a face or something else that is written. Of a share of them (`--painted`) a frame is painted, and the contrast of
every line with the pixels behind it is measured. `--crossed` takes every layout in every shape with every amount of
text and every palette once, and paints them all. Ends with 1 where anything was found, and says by which seed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from renderers.avatar.framing import face_region
from renderers.graphics.sources import picture_source
from renderers.layout import safe_area
from renderers.looks import LOOKS
from renderers.picture_format import ASPECTS, PictureFormat
from renderers.speech import Word
from renderers.timeline import BackdropClip, CaptionsClip, PresenterClip, Scene, Timeline
from renderers.written_scenes import Box, SeenText, scene_texts
from tools.edit import PresenterTake, SpokenLine, edit, timeline
from tools.layouts import LAYOUT_KINDS, ground_picture, presenter_place
from tools.looks import resolved_look
from tools.storyboard import Storyboard

PALETTES: dict[str, dict[str, object]] = {
    "light": {"primary": "#1f5f4a", "dark": False},
    "dark": {"primary": "#6a8dff", "dark": True},
    "mono": {"primary": "#1a1a1a"},
    "neon": {"primary": "#39ff14", "dark": True},
}
AMOUNTS = ("tiny", "normal", "huge")
SLACK = 6.0
"""Design units that overhanging letters and rounding may take."""
TOUCH = 0.03
"""The share of the smaller of two boxes that may be touched: ascenders and descenders are seldom all there."""
READABLE, LARGE_READABLE, LARGE = 4.5, 3.0, 48.0
_WORDS = (
    "light evening warm desk quiet morning delivery garden window paper company stronger because nothing measured "
    "Donaudampfschifffahrt straightforward a of in is we you it one two every everything international café"
).split()
_SCRIPTS = (
    *[""] * 4,
    "光を読む夜のための灯り",
    "ضوء دافئ طوال المساء",
    "Свет на весь вечер",
    "אור חם כל הערב",
    "✨ 🚀 done",
)


@dataclass(frozen=True)
class Kind:
    """What of a storyboard is given: its layout, the shape of the frame, the amount of text, the palette."""

    layout: str
    aspect: str
    amount: str
    palette: str


def every_kind() -> list[Kind]:
    """All there are, in an order."""
    layouts = [one for one in LAYOUT_KINDS if one != "clip"]
    return [Kind(*one) for one in product(layouts, ASPECTS, AMOUNTS, PALETTES)]


def covering_kinds() -> list[Kind]:
    """Some of them: each layout in each shape once, so that each comes with every amount and every palette."""
    layouts = [one for one in LAYOUT_KINDS if one != "clip"]
    palettes = list(PALETTES)
    return [
        Kind(layout, aspect, AMOUNTS[(row + column) % 3], palettes[(row + 3 * column) % 4])
        for row, layout in enumerate(layouts)
        for column, aspect in enumerate(ASPECTS)
    ]


def storyboard(seed: int, files: dict[str, str], kind: Kind | None = None) -> Storyboard:
    """The storyboard of one scene that `seed` stands for, of that `kind` where one is given."""
    dice = random.Random(seed)
    layout = dice.choice([one for one in LAYOUT_KINDS if one != "clip"])
    amount = dice.choice(AMOUNTS)
    if kind is not None:
        layout, amount = kind.layout, kind.amount

    def words(tiny: int, normal: int, most: int) -> str:
        count = {"tiny": tiny, "normal": normal, "huge": most // 5}[amount]
        count = max(0, round(count * dice.uniform(0.7, 1.3))) if count > 1 else count
        text = " ".join(dice.choice(_WORDS) for _ in range(count))
        script = dice.choice(_SCRIPTS)
        return (f"{script} {text}" if script and count else text).capitalize()[:most]

    def entries(most: int) -> list[dict[str, str]]:
        count = {"tiny": 1, "normal": 3, "huge": most}[amount]
        detailed = dice.random() < 0.3
        return [{"text": words(1, 3, 160) or "A", "detail": words(0, 5, 240) if detailed else ""} for _ in range(count)]

    content = {
        "entries": entries(12),
        "sides": [{"title": words(1, 2, 80), "entries": entries(8)} for _ in range(2)],
        "value": dice.choice(["7", "48 %", "$1.2m", "+38 %", "1,234,567,890.12", "10,000 → 250"]),
        "label": words(0, 6, 160),
        "note": words(0, 5, 160)[:120],
        "quote": words(1, 12, 400) or "Yes",
        "author": words(0, 2, 80),
        "role": words(0, 4, 120),
        "name": words(1, 2, 120) or "Tea",
        "price": dice.choice(["", "€12", "from $1,299.00 a month"]),
        "badge": dice.choice(["", "New", "Limited edition now"]),
        "detail": words(0, 6, 240)[:160],
        "chart": dice.choice(["bars", "line", "donut"]),
        "data": [
            {"label": (words(1, 1, 60) or "A")[:60], "value": round(dice.uniform(1, 10 ** dice.randint(1, 6)), 1)}
            for _ in range({"tiny": 2, "normal": 5, "huge": 24}[amount])
        ],
        "unit": dice.choice(["", "%", "h", "TWh"]),
        "picture": files[dice.choice(["photo", "tall"])],
        "picture_text": words(0, 4, 160)[:160],
        "device": dice.choice(["browser", "phone", "code"]),
        "address": dice.choice(["", "lamps.example"]),
        "text": "" if dice.random() < 0.5 else "def close(month):\n    return month  # all\n" * dice.choice([1, 3, 12]),
    }
    spoken = dice.random() < 0.8
    heading = words(1, 4, 300) if dice.random() < 0.8 or layout == "chapter" else ""
    scene = {
        "id": "s1",
        "layout": layout,
        "heading": heading or ("A" if layout == "chapter" else ""),
        "subtitle": words(0, 5, 200) if dice.random() < 0.3 else "",
        "lines": [{"id": "l1", "text": words(3, 14, 300) or "Yes."}] if spoken else [],
        "presenter_place": dice.choice(["", "", "left", "right", "centre", "circle", "none"]),
        "framing": dice.choice(["", "", "close_up", "half_body", "full_body"]),
        "content": content,
    }
    palette, aspect = dice.choice(list(PALETTES)), dice.choice(list(ASPECTS))
    if kind is not None:
        palette, aspect = kind.palette, kind.aspect
    return Storyboard.model_validate(
        {
            "scenes": [scene],
            "aspect": aspect,
            "look": {**PALETTES[palette], "direction": dice.choice(list(LOOKS))},
            "captions": ["burned"] if dice.random() < 0.7 else [],
            "captions_size": dice.choice(["small", "medium", "medium", "large"]),
            "captions_place": dice.choice(["bottom", "bottom", "top"]),
            "captions_style": dice.choice(["", "highlight", "box", "brand", "karaoke", "word"]),
            "logo": files["logo"] if dice.random() < 0.7 else "",
            "logo_place": dice.choice(["top left", "top right", "bottom left", "bottom right"]),
            "logo_size": dice.choice(["small", "medium", "large"]),
            "presenter_name": words(1, 2, 60),
            "presenter_role": words(0, 3, 60),
            "end_card": {
                "call_to_action": words(1, 3, 120),
                "address": dice.choice(["", "lamps.example", "shop.long-company-name.example/autumn-offer"]),
                "headline": words(0, 4, 120),
                "qr": dice.random() < 0.4,
            },
            "seed": seed,
        }
    )


def made(board: Storyboard, short: int = 270) -> Timeline:
    """The timeline of `board`, its lines told from their words; takes of presenters are named and not there."""
    spoken: dict[str, SpokenLine] = {}
    for scene in board.scenes:
        for line in scene.lines:
            words, at = [], 0
            for index, token in enumerate(line.text.split()):
                at = line.text.index(token, at)
                words.append(Word(token, index * 0.3, index * 0.3 + 0.28, at))
                at += len(token)
            spoken[line.id] = SpokenLine(line.id, 0.3 * max(len(words), 1), tuple(words))
    across, down = ASPECTS[board.aspect]
    unit = short / min(across, down)
    format = PictureFormat(round(across * unit / 2) * 2, round(down * unit / 2) * 2, Fraction(board.fps))
    logo = bool(board.logo)
    look = replace(resolved_look(board.look), name="")
    grounds = {scene.id: ground_picture(scene, logo=logo) for scene in board.scenes}
    sources = {
        scene.content.picture: picture_source(Path(scene.content.picture))
        for scene in board.scenes
        if scene.content.picture
    }
    return timeline(
        board,
        edit(board, spoken),
        look=look,
        format=format,
        presenters={
            scene.id: PresenterTake("maya", "illustrated", Path("take"), scene.id)
            for scene in board.scenes
            if presenter_place(scene, logo=logo) != "none"
        },
        backdrops={
            id_: BackdropClip("", board.seed, Path(path), path) if path else BackdropClip("", board.seed)
            for id_, path in grounds.items()
        },
        voices={id_: (Path("voice"), id_) for id_ in spoken},
        logo=(Path(board.logo), "logo") if logo else None,
        spoken=spoken,
        pictures=sources,
    )


def draw_files(folder: Path) -> dict[str, str]:
    """A photograph, a tall one and a logo in `folder`."""
    from PIL import Image, ImageDraw

    photo = Image.effect_noise((640, 420), 40).convert("RGB")
    ImageDraw.Draw(photo).ellipse((430, 90, 540, 200), fill=(236, 190, 90))
    tall = Image.linear_gradient("L").resize((300, 900)).convert("RGB")
    logo = Image.new("RGBA", (320, 96), (0, 0, 0, 0))
    ImageDraw.Draw(logo).rounded_rectangle((0, 8, 320, 88), 30, fill=(47, 85, 212, 255))
    found = {}
    for name, picture in (("photo", photo), ("tall", tall), ("logo", logo)):
        picture.save(folder / f"{name}.png")
        found[name] = str(folder / f"{name}.png")
    return found


def faults(board: Storyboard, *, painted: bool = False) -> Iterator[str]:
    """What is wrong with how `board` is laid out, in a sentence each. Raises whatever making it raises."""
    found = made(board)
    format, look = found.format, found.look
    wide, high = format.design_width, format.design_height
    safe = safe_area(format)
    room = (safe.x / wide, safe.y / high, safe.width / wide, safe.height / high)
    for scene in found.scenes:
        texts = [text for text in scene_texts(scene, look, format) if text.lines and text.kind != "disclosure"]
        faces = [
            face_region(clip.region, clip.framing, clip.circle)
            for clip in scene.clips
            if isinstance(clip, PresenterClip)
        ]
        for text in texts:
            for line in text.lines:
                if over := _outside(line.box, room, wide, high):
                    yield f"{text.kind} {line.text[:30]!r} stands {over:.0f} units outside the safe area"
                for face in faces:
                    if _share((face.x / wide, face.y / high, face.width / wide, face.height / high), line.box) > TOUCH:
                        yield f"{text.kind} {line.text[:30]!r} covers the face"
        for one, other in combinations(texts, 2):
            if one.start < other.end and other.start < one.end:
                share = max(_share(a.box, b.box) for a in one.lines for b in other.lines)
                if share > TOUCH:
                    yield f"{one.kind} lies over {other.kind}, by {share:.0%}"
        if painted:
            yield from _unreadable(scene, found, texts)


def _outside(box: Box, room: Box, wide: float, high: float) -> float:
    across = max(room[0] - box[0], box[0] + box[2] - room[0] - room[2]) * wide
    down = max(room[1] - box[1], box[1] + box[3] - room[1] - room[3]) * high
    over = max(across, down)
    return over if over > SLACK else 0.0


def _share(one: Box, other: Box) -> float:
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    least = min(one[2] * one[3], other[2] * other[3])
    return wide * high / least if wide > 0 and high > 0 and least > 0 else 0.0


def _unreadable(scene: Scene, found: Timeline, texts: list[SeenText]) -> Iterator[str]:
    """Lines of one painted frame that do not stand out from the pixels behind them; presenters are left out of it."""
    from renderers.background.stills import to_rgb
    from renderers.compositing import ScenePainter
    from tools.review_text_pixels import line_contrast

    across, down = (2 * side for side in (found.format.width, found.format.height))
    format = PictureFormat(across, down, found.format.rate)
    clips = tuple(clip for clip in scene.clips if not isinstance(clip, PresenterClip))
    at = max((text.first for text in texts if text.kind != "caption"), default=texts[0].first if texts else 0)
    pixels = to_rgb(ScenePainter(replace(scene, clips=clips), found.look, format).paint(at))
    cued = any(isinstance(clip, CaptionsClip) for clip in clips)
    for text in texts:
        if text.kind == "caption" and not (cued and text.start + 6 <= at < text.end - 6):
            continue
        if text.kind != "caption" and not text.first <= at <= text.last:
            continue
        best: dict[tuple[str, Box], float] = {}
        least: dict[tuple[str, Box], float] = {}
        for line in text.lines:
            ratio = line_contrast(pixels, line)
            if ratio is not None:
                key = (line.text, line.box)
                best[key] = max(best.get(key, 0.0), ratio)
                least[key] = LARGE_READABLE if line.size >= LARGE else READABLE
        for key, ratio in best.items():
            if ratio < 0.95 * least[key]:
                yield f"{text.kind} {key[0][:30]!r} has a contrast of {ratio:.1f}:1"


def main() -> int:
    """Run what was asked for; 1 where anything was wrong."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--count", type=int, default=200, help="how many storyboards")
    asked.add_argument("--first", type=int, default=0, help="the seed of the first one")
    asked.add_argument("--painted", type=float, default=0.1, help="the share of which a frame is painted")
    asked.add_argument(
        "--crossed", action="store_true", help="every layout, shape, amount and palette once, all painted"
    )
    given = asked.parse_args()
    kinds: list[Kind | None] = [*every_kind()] if given.crossed else [None] * given.count
    painted = 1.0 if given.crossed else given.painted
    tally: Counter[str] = Counter()
    wrong, began = 0, time.process_time()
    with TemporaryDirectory() as folder:
        files = draw_files(Path(folder))
        for seed, kind in enumerate(kinds, given.first):
            board = storyboard(seed, files, kind)
            scene = board.scenes[0]
            step = round(1 / painted) if painted > 0 else 0
            try:
                said = list(faults(board, painted=bool(step and seed % step == 0)))
            except Exception as error:
                where = traceback.extract_tb(error.__traceback__)[-1]
                said = [f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}: {error}"]
            if said:
                wrong += 1
                look = f"{board.look.direction}, {board.look.primary}"
                place = f"{scene.presenter_place or 'as usual'}, {scene.framing or 'as usual'}"
                print(f"{seed}: {scene.layout}, {board.aspect}, {look}, presenter {place}: {'; '.join(said[:3])}")
                tally[f"{scene.layout}: {said[0].split(' ')[0]} {said[0].rsplit(' ', 6)[-1]}"] += 1
    spent = time.process_time() - began
    print(f"{len(kinds)} storyboards in {spent:.1f} CPU s: {wrong} with something wrong.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
