"""What is seen of a scene: equal answers mean equal pixels, and what is not seen does not count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from renderers.avatar import Performance
from renderers.avatar.channels import CHANNELS
from renderers.avatar.performance import save
from renderers.background.catalogue import FAMILIES
from renderers.background.scenery import backdrop
from renderers.colour import resolve_look
from renderers.compositing import ScenePainter
from renderers.layer import Planes
from renderers.look import Look, Palette
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.takes import digest, file_digest
from renderers.timeline import (
    BackdropClip,
    CaptionCue,
    CaptionsClip,
    CueWord,
    EndCardClip,
    LogoClip,
    LowerThirdClip,
    PictureClip,
    PresenterClip,
    Scene,
    TitleClip,
)
from renderers.titles.captions import CaptionsLayer
from renderers.titles.layers import build_layer
from renderers.visibility import DESIGNED, PICTURED, UNUSED, USED, visible

FORMAT = PictureFormat(320, 180, Fraction(30))
LOOK = resolve_look("#7b2ff7", "#1f8a70", "#f2a541")
LENGTH = 150
SPAN = 10


def cue(start: int, *words: str) -> CaptionCue:
    return CaptionCue((tuple(CueWord(w, start + 8 * i, start + 8 * i + 8) for i, w in enumerate(words)),), start,
                      start + 8 * len(words))  # fmt: skip


def curves(seed: int, alike: int) -> dict[str, np.ndarray]:
    """Random curves, the same for all seeds before frame `alike`."""
    first, later = np.random.default_rng(0), np.random.default_rng(seed)
    return {
        name: np.concatenate(
            [first.uniform(channel.low, channel.high, alike), later.uniform(channel.low, channel.high, LENGTH - alike)]
        ).astype(np.float32)
        for name, channel in CHANNELS.items()
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("takes")
    for seed in (1, 2):
        (place / str(seed)).mkdir()
        save(Performance(LENGTH, FORMAT.rate, curves(seed, 75)), place / str(seed))
    Image.linear_gradient("L").convert("RGB").save(place / "photo.png")
    return place


def scene(folder: Path, take: int = 1) -> Scene:
    clips: tuple[PictureClip, ...] = (
        PresenterClip("maya", "illustrated", folder / str(take), str(take), "#3355cc", Rect(1000, 100, 800, 980)),
        TitleClip("A heading of words", Rect(96, 96, 800, 400), 10, 100, "Kicker", "A line below"),
        LowerThirdClip("Maya Lind", "Presenter", Rect(96, 620, 600, 112), 20, 90),
        CaptionsClip((cue(30, "one", "two", "three"), cue(54, "four", "five"), cue(100, "six", "seven")),
                     Rect(96, 800, 900, 168)),
        EndCardClip("Call us", "example.com", "Ready?", Rect(300, 300, 900, 500), 60, 70),
    )  # fmt: skip
    return Scene("s", LENGTH, BackdropClip("contours", 1), clips)


def edits(folder: Path) -> list[tuple[str, Callable[[Scene, Look, int], tuple[Scene, Look]]]]:
    """Named edits; each takes a small number that says how much."""

    def clip(index: int, **how: Callable[[object, int], object]) -> Callable[[Scene, Look, int], tuple[Scene, Look]]:
        def edit(scene: Scene, look: Look, much: int) -> tuple[Scene, Look]:
            clips = list(scene.clips)
            changed = {name: change(getattr(clips[index], name), much) for name, change in how.items()}
            clips[index] = replace(clips[index], **changed)  # type: ignore[arg-type]
            return replace(scene, clips=tuple(clips)), look

        return edit

    def colour(role: str) -> Callable[[Scene, Look, int], tuple[Scene, Look]]:
        def edit(scene: Scene, look: Look, much: int) -> tuple[Scene, Look]:
            return scene, replace(look, palette=replace(look.palette, **{role: f"#{much * 7:02x}5a{200 - much:02x}"}))

        return edit

    def without(scene: Scene, look: Look, much: int) -> tuple[Scene, Look]:
        return replace(scene, clips=tuple(c for i, c in enumerate(scene.clips) if i != much % 5)), look

    def swap(scene: Scene, look: Look, much: int) -> tuple[Scene, Look]:
        clips = list(scene.clips)
        clips.append(clips.pop(much % 5))
        return replace(scene, clips=tuple(clips)), look

    def later(value: object, much: int) -> object:
        return value + much  # type: ignore[operator]

    def dropped(cues: object, much: int) -> object:
        return tuple(c for i, c in enumerate(cues) if i != much % 3)  # type: ignore[arg-type]

    def longer(cues: object, much: int) -> object:
        return (*cues, cue(120, "extraordinarily" * (much % 3 + 1), "long", "ending"))  # type: ignore[misc]

    def pictured(scene: Scene, look: Look, much: int) -> tuple[Scene, Look]:
        photo = folder / "photo.png"
        return replace(scene, backdrop=BackdropClip("", much % 3, photo, file_digest(photo))), look

    return [
        ("title start", clip(1, start=later)),
        ("title length", clip(1, duration=later)),
        ("title start and length", clip(1, start=later, duration=lambda v, much: v - much)),  # type: ignore[operator]
        ("title words", clip(1, text=lambda v, much: f"{v} {much % 2 or ''}".strip())),
        ("short title", clip(1, duration=lambda v, much: 20 + much)),
        ("a title that comes closer", clip(1, push=lambda v, much: much % 2 == 1)),
        ("strap start", clip(2, start=later)),
        ("strap length", clip(2, duration=later)),
        ("card start", clip(4, start=later)),
        ("card length", clip(4, duration=later)),
        ("other curves from the middle on", clip(0, take=lambda v, much: folder / "2")),
        ("a cue less", clip(3, cues=dropped)),
        ("a long cue more", clip(3, cues=longer)),
        ("a clip less", without),
        ("another order", swap),
        ("on the brand's colour", lambda scene, look, much: (replace(scene, flooded=much % 2 == 1), look)),
        ("a longer scene", lambda scene, look, much: (replace(scene, duration=scene.duration + much), look)),
        ("a picture behind", pictured),
        ("another backdrop", lambda s, look, much: (replace(s, backdrop=BackdropClip("contours", much % 2)), look)),
        ("radius", lambda scene, look, much: (scene, replace(look, radius=float(much)))),
        *((f"colour {role}", colour(role)) for role in ("primary", "secondary", "accent", "muted", "surface")),
    ]


def painted(painter: ScenePainter, start: int) -> list[Planes]:
    found = (painter.paint(n) for n in range(start, start + SPAN))
    return [Planes(planes.y.copy(), planes.u.copy(), planes.v.copy()) for planes in found]


def same(one: Planes, other: Planes) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in "yuv")


STARTS = st.one_of(st.sampled_from((10, 16, 20, 28, 54, 60, 66, 95, 100, 125)), st.integers(-SPAN, LENGTH))
"""First frames of a run: oftener those in which something comes or goes."""


@given(st.data(), st.integers(0, 30), STARTS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_equal_answers_mean_equal_pixels(folder: Path, data: st.DataObject, much: int, start: int) -> None:
    before, look = scene(folder), LOOK
    for _ in range(data.draw(st.integers(0, 1))):
        before, look = data.draw(st.sampled_from(edits(folder)))[1](before, look, data.draw(st.integers(0, 30)))
    name, edit = data.draw(st.sampled_from(edits(folder)))
    after, changed = edit(before, look, much) if len(before.clips) == 5 else (before, look)
    answers = [digest(visible(s, k, FORMAT, start, start + SPAN)) for s, k in ((before, look), (after, changed))]
    if answers[0] != answers[1]:
        return
    one, other = (painted(ScenePainter(s, k, FORMAT), start) for s, k in ((before, look), (after, changed)))
    assert all(map(same, one, other)), name


def kept(folder: Path, name: str, start: int, stop: int, much: int = 7) -> bool:
    """Whether the edit leaves the answer for those frames as it is."""
    before = scene(folder)
    after, look = dict(edits(folder))[name](before, LOOK, much)
    return digest(visible(before, LOOK, FORMAT, start, stop)) == digest(visible(after, look, FORMAT, start, stop))


@pytest.mark.parametrize(
    ("name", "start", "stop"),
    [
        ("title length", 40, 100),
        ("title start and length", 50, 110),
        ("strap length", 0, 100),
        ("strap start", 0, 20),
        ("card start", 0, 60),
        ("card length", 60, 130),
        ("other curves from the middle on", 0, 70),
        ("a cue less", 0, 50),
        ("a longer scene", 0, 150),
        ("colour accent", 0, 29),
    ],
)
def test_what_is_not_seen_does_not_count(folder: Path, name: str, start: int, stop: int) -> None:
    much = 2 if name == "a cue less" else 7
    assert kept(folder, name, start, stop, much)


@pytest.mark.parametrize(
    ("name", "start", "stop"),
    [
        ("title length", 95, 105),
        ("title start", 10, 20),
        ("title start", 25, 35),
        ("strap start", 15, 21),
        ("card start", 100, 110),
        ("card length", 120, 170),
        ("other curves from the middle on", 70, 80),
        ("a cue less", 100, 101),
        ("a clip less", 0, 10),
        ("colour primary", 0, 1),
        ("radius", 20, 40),
    ],
)
def test_what_is_seen_counts(folder: Path, name: str, start: int, stop: int) -> None:
    much = 2 if name == "a cue less" else 20
    assert not kept(folder, name, start, stop, much)


def test_what_comes_closer_counts_in_every_frame_by_how_long_it_has_been_there() -> None:
    title = TitleClip("A heading of words", Rect(96, 96, 800, 400), 10, 100, push=True)

    def told(start: int, first: int) -> str:
        clip = replace(title, start=start)
        scene = Scene("s", LENGTH, BackdropClip("contours", 1), (clip,))
        return digest(visible(scene, LOOK, FORMAT, first, first + SPAN)[2])

    assert told(10, 60) != told(20, 60)
    assert told(10, 60) != told(10, 70)
    assert told(10, 60) == told(20, 70)


_asked: set[str] = set()


class _Palette(Palette):
    """A palette that remembers which roles it was asked for."""

    def __getattribute__(self, name: str) -> object:
        if name in Palette.__dataclass_fields__:
            _asked.add(name)
        return super().__getattribute__(name)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class _Look(Look):
    """A look that remembers what it was asked for."""

    def __getattribute__(self, name: str) -> object:
        if name in Look.__dataclass_fields__ and name != "palette":
            _asked.add(name)
        return super().__getattribute__(name)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


def asked_of(use: Callable[[Look], object], dark: bool) -> set[str]:
    """What `use` asks a look for."""
    plain = resolve_look("#7b2ff7", "#1f8a70", "#f2a541", dark=dark)
    palette = _Palette(**{field.name: getattr(plain.palette, field.name) for field in fields(Palette)})
    look = _Look(plain.name, palette, plain.heading, plain.body, plain.radius)
    _asked.clear()
    use(look)
    return set(_asked)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("family", FAMILIES)
def test_no_backdrop_uses_more_of_a_palette_than_it_counts(family: str, dark: bool) -> None:
    def use(look: Look) -> None:
        for seed in range(3):
            drawn = backdrop(BackdropClip(family, seed), look, FORMAT)
            planes = empty_planes(FORMAT.width, FORMAT.height)
            for n in (0, 77):
                drawn.fill(planes, n)

    assert asked_of(use, dark) <= DESIGNED - UNUSED.get(family, set())


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_layer_uses_more_of_a_look_than_it_counts(folder: Path, dark: bool) -> None:
    logo = LogoClip(folder / "photo.png", "ab", Rect(0, 0, 300, 100))
    for clip in (*(c for c in scene(folder).clips if type(c) in USED), logo):

        def use(look: Look, clip: PictureClip = clip) -> None:
            build_layer(clip, look, FORMAT)

        assert asked_of(use, dark) <= USED[type(clip)], clip
    photo = BackdropClip("", 1, folder / "photo.png", "ab")
    assert asked_of(lambda look: backdrop(photo, look, FORMAT), dark) <= PICTURED


def test_captions_count_by_their_inks_and_their_setting(folder: Path) -> None:
    captions = scene(folder).clips[3]
    assert isinstance(captions, CaptionsClip)
    used = asked_of(lambda look: CaptionsLayer(captions, look, FORMAT), dark=True)
    assert used <= {"background", "primary", "secondary", "accent", "text", "body", "radius"}
