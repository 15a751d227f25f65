"""The review sees on a film's own pictures and sound whether lips and voice go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.catalogue import AVATARS
from renderers.avatar.film_measures import Appearance, PresenterMeasures, measure_presenters
from renderers.avatar.illustrated import presenter_layer
from renderers.avatar.performance import perform, save
from renderers.encoding import encode_sound, write_segment
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.picture_format import PictureFormat, Rect
from renderers.planes import empty_planes
from renderers.quality import Encoding
from renderers.sound_pieces import save_packets
from renderers.speech import Phone, Speech, Viseme, Word
from renderers.speech.storage import save_speech
from renderers.takes import TakeStore
from renderers.timeline import PresenterClip
from tools.review_plan import Places, SceneSpan
from tools.review_presenter import told_of

RATE, SECONDS, SOUND = Fraction(30), 11.0, 48_000
FORMAT = PictureFormat(320, 180, RATE)
REGION = Rect(300, 0, 1400, 1080)
_SOUNDS = (Viseme.PP, Viseme.AA, Viseme.SS, Viseme.E, Viseme.DD, Viseme.OH, Viseme.KK, Viseme.IH)


def _speak() -> tuple[Speech, AvatarRequest]:
    """Words between pauses, whose vowels are heard louder the wider they are open, and what a presenter is asked."""
    throw, at = np.random.default_rng(3), 0.7
    words, phones = list[Word](), list[Phone]()
    samples = throw.normal(0, 1e-4, int(SECONDS * SOUND))
    while at < SECONDS - 1.5:
        begin = at
        for place in range(4):
            viseme = _SOUNDS[int(throw.integers(len(_SOUNDS)))] if place % 2 else _SOUNDS[2 * int(throw.integers(4))]
            viseme = Viseme.AA if place == 1 else viseme
            length = float(throw.uniform(0.07, 0.17))
            phones.append(Phone(viseme.value, at, at + length, viseme, int(place == 1), len(words)))
            loud = {Viseme.AA: 0.3, Viseme.E: 0.2, Viseme.OH: 0.2, Viseme.IH: 0.1}.get(viseme, 0.02)
            first, last = int(at * SOUND), int((at + length) * SOUND)
            samples[first:last] += loud * np.sin(np.arange(last - first) * 0.03)
            at += length
        words.append(Word(f"word{len(words)}", begin, at, 0))
        at += float(throw.uniform(0.3, 0.8)) if throw.random() < 0.35 else 0.0
    speech = Speech(samples.astype(np.float32), SOUND, tuple(words), tuple(phones))
    level = (0.7,) * int(SECONDS * 100)
    frames = int(SECONDS * RATE)
    return speech, AvatarRequest(AVATARS[0], speech.words, speech.phones, level, frames, RATE, 2, "close_up")


def _paint(folder: Path, shown: Performance) -> tuple[list[Path], list[int]]:
    """The segments of the film of a performance, and how many frames each has."""
    folder.mkdir()
    save(shown, folder)
    clip = PresenterClip("maya", "illustrated", folder, "x", "#2f6f8f", REGION, "close_up")
    layer, ground = presenter_layer(clip, FORMAT), empty_planes(FORMAT.width, FORMAT.height)
    ground.y[:] = 180

    def pictures(first: int, last: int) -> Iterator[Planes]:
        for number in range(first, last):
            planes = empty_planes(FORMAT.width, FORMAT.height)
            layer.lay_over(planes, number, ground)
            yield planes

    spans = [(at, min(at + 60, shown.frames)) for at in range(0, shown.frames, 60)]
    segments = [folder / f"{first}.mp4" for first, _ in spans]
    for segment, (first, last) in zip(segments, spans, strict=True):
        write_segment(segment, pictures(first, last), FORMAT, Encoding())
    return segments, [last - first for first, last in spans]


@pytest.fixture(scope="module")
def measure(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., PresenterMeasures]:
    """The measures of a film in which `change` is seen while what was planned was, or was not, `meant`."""
    folder = tmp_path_factory.mktemp("films")
    speech, request = _speak()
    voice = folder / "voice"
    voice.mkdir()
    save_speech(speech, voice)
    planned = perform(request)
    take = folder / "planned"
    take.mkdir()
    save(planned, take)
    seen = Appearance("s1", 0, take, "planned", "maya", "illustrated", REGION, "close_up", False, (), ((0, voice),))
    painted = dict[object, tuple[list[Path], list[int]]]()

    def made(
        name: str,
        late: float = 0.0,
        change: Callable[[Performance], Performance] | None = None,
        *,
        known: bool = False,
        meant: bool = False,
    ) -> PresenterMeasures:
        film, which = folder / f"{name}.mp4", name if change else ""
        if which not in painted:
            painted[which] = _paint(folder / f"pictures {which}", change(planned) if change else planned)
        sound = np.roll(speech.samples, round(late * SOUND))
        pieces = [save_packets(encode_sound(np.stack([sound, sound], axis=1), slice(None)), folder)]
        write_programme(film, *painted[which], pieces, FORMAT, {})
        told = replace(seen, take=folder / f"pictures {which}") if meant else seen
        found = measure_presenters(film, [told], FORMAT, TakeStore(folder / "takes") if known else None)
        assert found is not None
        return found

    return made


def test_a_good_film_is_in_sync_and_its_lips_close(measure: Callable[..., PresenterMeasures]) -> None:
    found = measure("good")
    assert found.follows > 0.9 and abs(found.offset_ms) < 20
    assert found.closures == 1.0 and found.stillness < 0.25
    told = {f.check: f.severity for f in told_of(found, Places(RATE))}
    assert {"lip sync", "lip closures", "still lips"} <= told.keys() and set(told.values()) == {"ok"}


def test_takes_that_were_removed_leave_the_film_unmeasured(tmp_path: Path) -> None:
    gone = Appearance("s1", 0, tmp_path, "x", "maya", "illustrated", REGION, "close_up", False, (), ())
    assert measure_presenters(tmp_path / "film.mp4", [gone], FORMAT) is None


def test_what_was_looked_at_once_is_measured_alike(measure: Callable[..., PresenterMeasures]) -> None:
    assert repr(measure("good", known=True)) == repr(measure("good", known=True)) == repr(measure("good"))


@pytest.mark.parametrize("late", [0.12, -0.08])
def test_a_voice_that_is_late_is_told(measure: Callable[..., PresenterMeasures], late: float) -> None:
    found = measure(f"late {late}", late)
    assert abs(found.offset_ms - measure("good").offset_ms + 1000 * late) < 4
    (sync,) = (f for f in told_of(found, Places(RATE)) if f.check == "lip sync")
    assert sync.severity == "fault" and ("before" if late > 0 else "after") in sync.sentence


def test_pictures_that_are_late_are_told(measure: Callable[..., PresenterMeasures]) -> None:
    def later(planned: Performance) -> Performance:
        """Lips alone, by 3 frames: what is seen is then no longer what the rig did."""
        moved = {name: np.roll(planned.channels[name], 3) for name in ("jaw", "press", "upper_lip", "lower_lip")}
        return replace(planned, channels={**planned.channels, **moved})

    found = measure("later", change=later)
    assert abs(found.offset_ms - measure("good").offset_ms - 100) < 10


def test_lips_that_smile_or_are_pressed_are_not_open(measure: Callable[..., PresenterMeasures]) -> None:
    def smiling(planned: Performance) -> Performance:
        rest = np.linspace(0.1, 0.9, planned.frames, dtype=np.float32)
        return replace(planned, channels={**planned.channels, "smile": rest})

    for found in (measure("good"), measure("smiling", change=smiling, meant=True)):
        assert found.closures == 1.0 and found.follows > 0.97 and found.stillness < 0.15


def test_lips_that_do_not_close_are_told_with_the_place(measure: Callable[..., PresenterMeasures]) -> None:
    def open_lips(planned: Performance) -> Performance:
        curves = {**planned.channels, "press": np.zeros_like(planned.channels["press"])}
        curves["jaw"] = np.maximum(planned.channels["jaw"], 0.3 * (planned.channels["press"] > 0.3)).astype(np.float32)
        return replace(planned, channels=curves)

    found = measure("open", change=open_lips)
    assert found.closures < 0.7 and found.follows > 0.6
    (closures,) = (
        f for f in told_of(found, Places(RATE, (SceneSpan("s1", 0, 330),))) if f.check == "lip closures"
    )  # fmt: skip
    assert closures.severity == "warning" and closures.scene == "s1" and closures.timecode


def test_a_mouth_that_is_not_the_rigs_is_not_measured(measure: Callable[..., PresenterMeasures]) -> None:
    def another(planned: Performance) -> Performance:
        return replace(planned, channels={name: curve[::-1].copy() for name, curve in planned.channels.items()})

    found = measure("another", change=another)
    assert found.follows < 0.6 and found.closures != found.closures
    assert [(f.check, f.severity) for f in told_of(found, Places(RATE))][0] == ("lip sync", "notice")
