"""Small films with a known opening or closing: moving pictures with grain, voices, music, in several shapes and rates.

Everything is drawn and synthesised here from a seed, and encoded as H.264 and AAC at low bit rates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Literal

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.worn_films import dissolved, encode_again

SOUND_RATE = 32_000
Pictures = NDArray[np.uint8]
Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Ident:
    """A planted clip: `seed` decides how it looks and sounds; a `card` is the end of a logo's coming in, all along."""

    seed: int
    seconds: float
    kind: Literal["logo", "live", "card"] = "logo"


@dataclass(frozen=True)
class FilmPlan:
    """One film. `voice_over` is the share of the idents over which somebody speaks; `fit` how an ident made for 16:9
    comes into another shape; `cold` seconds of the film come before the opening; `bed` is the seed of music under all,
    `wall` of what is behind everybody; a `dubbed` film has other music over its idents. `dissolve` seconds the idents
    take to come and go, `titled` films have words of their own over them, `level` is how loud they are, and `worn`
    is the scale at which a film was encoded a second time.
    """

    seed: int
    body: float
    opening: Ident | None = None
    closing: Ident | None = None
    size: tuple[int, int] = (320, 180)
    rate: int = 25
    crf: int = 27
    sound_bits: int = 96_000
    voice_over: float = 0.0
    fit: Literal["crop", "letterbox", "design"] = "design"
    cold: float = 0.0
    bed: int | None = None
    fade: float = 0.0
    wall: int | None = None
    lower_third: tuple[float, float] | None = None
    dubbed: bool = False
    bug: bool = False
    dissolve: float = 0.0
    titled: bool = False
    level: float = 0.9
    worn: float = 0.0

    def _whole(self, *parts: float) -> float:
        """Seconds of several parts, each of whole pictures."""
        return sum(round(part * self.rate) for part in parts) / self.rate

    @property
    def seconds(self) -> float:
        """How long the film is."""
        return self._whole(self.cold, self.body, *(ident.seconds for ident in (self.opening, self.closing) if ident))

    @property
    def opening_span(self) -> tuple[float, float] | None:
        """Where the opening lies."""
        return (self._whole(self.cold), self._whole(self.cold, self.opening.seconds)) if self.opening else None

    @property
    def closing_span(self) -> tuple[float, float] | None:
        """Where the closing lies."""
        return (self.seconds - self._whole(self.closing.seconds), self.seconds) if self.closing else None


class _Live:
    """Scenes that look filmed: soft shapes that drift and change, with cuts and grain."""

    def __init__(self, seed: int, size: tuple[int, int], wall: int | None = None, cuts: bool = True) -> None:
        self._random = np.random.default_rng(seed)
        self._size = size
        self._wall = wall
        self._cuts = cuts
        self._next_cut = -1.0
        self._field: Pictures = np.zeros((1, 1, 3), np.uint8)
        self._way = np.zeros(2)
        self._since = 0.0
        self._pace = float(self._random.uniform(1.5, 2.8))
        # Grain is drawn for each picture: from the same numbers, scenes would depend on the rate.
        self._dust = np.random.default_rng(seed + 1)
        grain = self._dust.normal(0, 4, (size[1] + 64, size[0] + 64))
        self._grain = np.repeat(grain.astype(np.int16)[..., None], 3, axis=2)

    def at(self, seconds: float) -> Pictures:
        width, height = self._size
        if seconds >= self._next_cut:
            self._since = seconds
            self._next_cut = seconds + (float(self._random.uniform(1.2, 4.5)) if self._cuts else 1e9)
            seed = self._random if self._wall is None else np.random.default_rng(self._wall)
            coarse = seed.uniform(0, 1, (7, 9, 3)) * seed.uniform(0.4, 1, 3) * 215 + 15
            fine = seed.uniform(-30, 30, (40, 52, 3))
            big = (width * 3 // 2, height * 3 // 2)
            field = cv2.resize(coarse.astype(np.float32), big, interpolation=cv2.INTER_CUBIC)
            field += cv2.resize(fine.astype(np.float32), big, interpolation=cv2.INTER_CUBIC)
            self._field = np.clip(field, 0, 255).astype(np.uint8)
            self._way = self._random.uniform(-1, 1, 2) * 0.1 * (self._wall is None)
        t = seconds - self._since
        x, y = (0.5 + np.clip(self._way * t, -0.45, 0.45)) * (width / 2, height / 2)
        moved = np.array([[1, 0, -x], [0, 1, -y]], np.float32)
        picture = cv2.warpAffine(self._field, moved, (width, height), borderMode=cv2.BORDER_REFLECT)
        self._person(picture, seconds)
        down, right = self._dust.integers(0, 64, 2)
        grain = self._grain[down : down + height, right : right + width]
        return np.asarray(cv2.add(picture, grain, dtype=cv2.CV_8U))

    def _person(self, picture: Pictures, seconds: float) -> None:
        """A head and shoulders that nod."""
        height, width = picture.shape[:2]
        phase = seconds * self._pace + self._next_cut
        middle = (int(width * (0.5 + 0.02 * np.sin(phase))), int(height * (0.48 + 0.015 * np.sin(1.7 * phase))))
        unit = min(width, height)
        cv2.ellipse(
            picture, (middle[0], int(height * 1.02)), (int(unit * 0.36), int(unit * 0.34)), 0, 0, 360, (60, 70, 95), -1
        )
        cv2.circle(picture, middle, int(unit * 0.16), (205, 160, 135), -1)
        mouth = (int(unit * 0.05), max(1, int(unit * 0.025 * abs(np.sin(7 * phase)))))
        cv2.ellipse(picture, (middle[0], middle[1] + int(unit * 0.08)), mouth, 0, 0, 360, (120, 50, 50), -1)


class _Logo:
    """A drawn ident: shapes and a name come in over a flat ground, hold, and shine; laid out for any size."""

    def __init__(self, ident: Ident, size: tuple[int, int]) -> None:
        random = np.random.default_rng(ident.seed)
        self._seconds, self._size = ident.seconds, size
        self._ground, self._ink, self._accent = random.choice(
            np.array(
                [
                    [18, 32, 60],
                    [240, 240, 236],
                    [220, 60, 40],
                    [250, 190, 30],
                    [20, 120, 90],
                    [10, 10, 12],
                    [120, 60, 170],
                ]
            ),
            3,
            replace=False,
        ).tolist()
        self._bars = [
            (float(x), float(w), float(d)) for x, w, d in random.uniform((0.1, 0.05, 0), (0.9, 0.2, 0.4), (3, 3))
        ]
        self._side = float(random.choice([-1.0, 1.0]))
        self._name = "".join(random.choice(list("ABDEGHKLMNORSTUVZ"), 6))
        self._ring = float(random.uniform(0.1, 0.2))

    def at(self, seconds: float) -> Pictures:
        width, height = self._size
        canvas = np.full((height * 2, width * 2, 3), self._ground, np.uint8)
        unit = min(width, height) * 2
        share = seconds / self._seconds

        def ease(start: float, length: float) -> float:
            t = min(1.0, max(0.0, (share - start) / length))
            return 1 - (1 - t) ** 3

        for x, w, delay in self._bars:
            grown = ease(delay * 0.6, 0.4)
            left = int(width * (x - w / 2) * 2)
            tall = int(unit * 0.16 * grown)
            base = height + int(self._side * unit * 0.34)
            cv2.rectangle(
                canvas, (left, base - tall // 2), (left + int(width * w * 2), base + tall // 2), self._accent, -1
            )
        radius = int(unit * self._ring * ease(0.05, 0.3))
        turn = 360 * ease(0.1, 0.8)
        centre = (width, int(height * 0.86))
        cv2.ellipse(canvas, centre, (radius, radius), -90, 0, turn, self._ink, max(2, unit // 28), cv2.LINE_AA)
        slid = ease(0.25, 0.4)
        scale = unit / 330
        (across, _), _ = cv2.getTextSize(self._name, cv2.FONT_HERSHEY_DUPLEX, scale, 3)
        origin = (int(width - across / 2 + (1 - slid) * self._side * width), int(height * 1.42))
        cv2.putText(canvas, self._name, origin, cv2.FONT_HERSHEY_DUPLEX, scale, self._ink, 3, cv2.LINE_AA)
        sweep = int(-0.3 * width + 2.6 * width * share)
        shine = canvas.copy()
        cv2.line(shine, (sweep, 0), (sweep - width // 4, height * 2), self._accent, unit // 30)
        canvas = cv2.addWeighted(shine, 0.4, canvas, 0.6, 0)
        return np.asarray(cv2.resize(canvas, (width, height), interpolation=cv2.INTER_AREA))


def _ident_pictures(ident: Ident, plan: FilmPlan) -> Iterator[Pictures]:
    width, height = plan.size
    made_for = plan.size if plan.fit == "design" else (320, 180)
    logo = _Live(ident.seed, made_for) if ident.kind == "live" else _Logo(ident, made_for)
    for n in range(round(ident.seconds * plan.rate)):
        picture = logo.at(ident.seconds if ident.kind == "card" else n / plan.rate)
        if picture.shape[:2] != (height, width):
            picture = _fitted(picture, plan)
        yield picture


def _fitted(picture: Pictures, plan: FilmPlan) -> Pictures:
    width, height = plan.size
    tall, wide = picture.shape[:2]
    scale = (max if plan.fit == "crop" else min)(width / wide, height / tall)
    scaled = np.asarray(
        cv2.resize(
            picture,
            (round(wide * scale), round(tall * scale)),
            interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC,
        )
    )
    tall, wide = scaled.shape[:2]
    if plan.fit == "crop":
        top, left = (tall - height) // 2, (wide - width) // 2
        return np.ascontiguousarray(scaled[top : top + height, left : left + width])
    canvas = np.zeros((height, width, 3), np.uint8)
    top, left = (height - tall) // 2, (width - wide) // 2
    canvas[top : top + tall, left : left + wide] = scaled
    return canvas


def pictures(plan: FilmPlan) -> Iterator[Pictures]:
    """The pictures of a film, `(h, w, 3)` RGB."""
    live = _Live(plan.seed, plan.size, plan.wall)
    count = 0

    def body(seconds: float) -> Iterator[Pictures]:
        nonlocal count
        for _ in range(round(seconds * plan.rate)):
            yield live.at(count / plan.rate)
            count += 1

    parts: list[Iterator[Pictures]] = [body(plan.cold)]
    if plan.opening:
        parts.append(_ident_pictures(plan.opening, plan))
    parts.append(body(plan.body))
    if plan.closing:
        parts.append(_ident_pictures(plan.closing, plan))
    shown = 0
    whole = dissolved([list(part) for part in parts], round(plan.dissolve * plan.rate)) if plan.dissolve else parts
    for part in whole:
        for picture in part:
            yield _with_graphics(picture, plan, shown / plan.rate)
            shown += 1


def _with_graphics(picture: Pictures, plan: FilmPlan, seconds: float) -> Pictures:
    height, width = picture.shape[:2]
    if plan.lower_third and plan.lower_third[0] <= seconds < plan.lower_third[1]:
        picture = picture.copy()
        top, left = int(height * 0.74), int(width * 0.06)
        cv2.rectangle(picture, (left, top), (left + int(width * 0.5), top + int(height * 0.14)), (20, 60, 140), -1)
        cv2.putText(
            picture,
            "MARA LENZ",
            (left + 8, top + int(height * 0.1)),
            cv2.FONT_HERSHEY_SIMPLEX,
            height / 330,
            (255, 255, 255),
            1,
            cv2.LINE_AA,
        )
    if plan.titled and any(span and span[0] <= seconds < span[1] for span in (plan.opening_span, plan.closing_span)):
        picture = picture.copy()
        words, at = f"No {plan.seed % 997} of {plan.seed % 31}", (int(width * 0.08), int(height * 0.93))
        cv2.putText(picture, words, at, cv2.FONT_HERSHEY_SIMPLEX, height / 400, (250, 250, 250), 1, cv2.LINE_AA)
    if plan.bug:
        picture = picture.copy()
        size = max(10, height // 11)
        right = width - size - 8
        cv2.rectangle(picture, (right, 8), (right + size, 8 + size), (245, 245, 245), -1)
        cv2.circle(picture, (right + size // 2, 8 + size // 2), size // 3, (200, 30, 30), -1)
    if plan.fade and seconds < plan.fade:
        picture = (picture * (seconds / plan.fade)).astype(np.uint8)
    return picture


def music(seed: int, seconds: float, notes: float = 4.0) -> Samples:
    """Chords and a beat, never twice the same for two seeds; `notes` a second."""
    random = np.random.default_rng(seed)
    length = round(seconds * SOUND_RATE)
    made = np.zeros(length + SOUND_RATE, np.float32)
    root = 110 * 2 ** (random.integers(0, 12) / 12)
    scale = np.array([0, 2, 4, 5, 7, 9, 11, 12])
    beat = 1 / notes
    colour = random.uniform(0.3, 0.8)
    for n in range(int(seconds * notes) + 1):
        at = round(n * beat * SOUND_RATE)
        for _ in range(int(random.integers(1, 4))):
            tone = root * 2 ** (random.choice(scale) / 12 + random.integers(0, 3))
            t = np.arange(round(random.uniform(0.3, 1.0) * SOUND_RATE)) / SOUND_RATE
            note = sum(colour**k * np.sin(2 * np.pi * tone * (k + 1) * t) for k in range(5)) * np.exp(
                -t * random.uniform(3, 9)
            )
            piece = note[: max(0, len(made) - at)]
            made[at : at + len(piece)] += 0.1 * piece
        hit = random.normal(0, 1, 1600) * np.exp(-np.arange(1600) / 300) * (0.25 if n % 2 else 0.12)
        made[at : at + 1600] += hit[: max(0, len(made) - at)]
    return made[:length].astype(np.float32)


def voice(seed: int, seconds: float) -> Samples:
    """Something like speech: a buzz through moving formants in syllables, with hisses and pauses."""
    from scipy.signal import lfilter

    random = np.random.default_rng(seed)
    length = round(seconds * SOUND_RATE)
    made = np.zeros(length, np.float32)
    pitch = random.uniform(95, 220)
    at = round(random.uniform(0, 0.3) * SOUND_RATE)
    while at < length:
        size = round(random.uniform(0.1, 0.28) * SOUND_RATE)
        t = np.arange(size) / SOUND_RATE
        phase = np.cumsum(pitch * (1 + 0.15 * np.sin(random.uniform(2, 6) * t + random.uniform(0, 6)))) / SOUND_RATE
        buzz = (np.diff(np.floor(phase), prepend=0) > 0).astype(np.float64) + random.normal(0, 0.01, size)
        if random.random() < 0.25:
            buzz = random.normal(0, 0.3, size)
        for formant, width in (
            (random.uniform(280, 850), 90),
            (random.uniform(900, 2300), 120),
            (random.uniform(2300, 3100), 160),
        ):
            radius = np.exp(-np.pi * width / SOUND_RATE)
            turn = 2 * np.pi * formant / SOUND_RATE
            buzz = lfilter([1 - radius], [1, -2 * radius * np.cos(turn), radius**2], buzz)
        shape = np.sin(np.pi * np.minimum(1, t / t[-1])) ** 0.6
        syllable = (buzz / (np.abs(buzz).max() + 1e-9) * shape * 0.3)[: length - at]
        made[at : at + len(syllable)] += syllable
        at += size + round(
            (random.uniform(0.25, 0.7) if random.random() < 0.15 else random.uniform(0, 0.05)) * SOUND_RATE
        )
    return made


def sound(plan: FilmPlan) -> Samples:
    """The sound of a film at `SOUND_RATE`, mono."""
    length = round(plan.seconds * SOUND_RATE)
    made = np.zeros(length, np.float32)
    made += voice(plan.seed + 1, plan.seconds)[:length]
    own = plan.bed if plan.bed is not None else plan.seed + 2
    if plan.bed is not None or plan.seed % 2:
        made += 0.25 * music(own, plan.seconds, 2 + plan.seed % 4 if plan.bed is None else 3.0)[:length]
    for ident, span in ((plan.opening, plan.opening_span), (plan.closing, plan.closing_span)):
        if ident is None or span is None:
            continue
        first, last = (min(length, round(at * SOUND_RATE)) for at in span)
        spoken = made[first:last].copy()
        until = round((last - first) * plan.voice_over)
        made[first:last] = (
            plan.level * music(ident.seed + 7 * plan.dubbed * plan.seed, ident.seconds + 0.2, 5.0)[: last - first]
        )
        made[first : first + until] += 0.7 * spoken[:until]
    return np.clip(made, -0.99, 0.99)


def render(path: Path, plan: FilmPlan) -> Path:
    """Write the film of `plan` to `path`, an MP4."""
    width, height = plan.size
    with av.open(str(path), "w") as container:
        stream = container.add_stream(
            "libx264", rate=plan.rate, options={"preset": "ultrafast", "crf": str(plan.crf), "threads": "1"}
        )
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=SOUND_RATE, layout="mono")
        audio.bit_rate = plan.sound_bits
        for picture in pictures(plan):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
        heard = sound(plan)
        for at in range(0, len(heard), 1024):
            frame = av.AudioFrame.from_ndarray(heard[None, at : at + 1024], format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, at, Fraction(1, SOUND_RATE)
            container.mux(audio.encode(frame))
        container.mux(audio.encode(None))
    if plan.worn:
        encode_again(path, plan.worn, plan.crf)
    return path
