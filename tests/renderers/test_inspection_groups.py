"""Measuring group by group: the same as in one pass, only what is new is decoded, damage stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from renderers import media_groups
from renderers.encoding import encode_sound, write_segment
from renderers.errors import MediaRejected
from renderers.inspection import Inspection, inspect
from renderers.inspection_picture import MISSING, measure_group
from renderers.inspection_stills import Stills
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.media import picture_at, survey
from renderers.media_groups import Group
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.sound_pieces import save_packets
from renderers.takes import TakeStore

FORMAT = PictureFormat(160, 96, Fraction(30))
LENGTHS = {"moving": 40, "still": 60, "same": 35, "black": 5, "drift": 60, "blink": 50, "noise": 20, "long": 130}
"""Kinds of segments and how many pictures each has; the last is longer than one group."""


def picture(kind: str, number: int) -> NDArray[np.uint8]:
    if kind == "drift":
        return np.repeat(np.linspace(40, 200, 400)[None, number // 2 : number // 2 + 160], 96, axis=0).astype(np.uint8)
    if kind == "noise":
        return np.random.default_rng(number).integers(40, 200, (96, 160), dtype=np.uint8)
    shown = np.full((96, 160), 16 if kind == "black" else 60, np.uint8)
    if kind in ("moving", "long"):
        shown[20:60, 4 * number % 120 : 4 * number % 120 + 30] = 200
    elif kind in ("still", "same"):
        shown[20:60, 10:40] = 200
    elif kind == "blink":
        shown[20:60, 10:40] = 200
        shown[30:33, 20:26] = 200 if number % 30 else 90
    return shown


@pytest.fixture(scope="module")
def segments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("segments")
    chroma = np.full((48, 80), 128, np.uint8)

    def planes(kind: str) -> Iterator[Planes]:
        for number in range(LENGTHS[kind]):
            yield Planes(picture(kind, number), chroma, chroma)

    for kind in LENGTHS:
        write_segment(folder / f"{kind}.mp4", planes(kind), FORMAT, Encoding())
    return {kind: folder / f"{kind}.mp4" for kind in LENGTHS}


def join(path: Path, segments: dict[str, Path], kinds: list[str], level: float | None = None) -> Path:
    """A film of segments of these kinds, with a tone of that amplitude."""
    counts = [LENGTHS[kind] for kind in kinds]
    pieces = []
    if level is not None:
        wave = level * np.sin(np.arange(sum(counts) * 1600) / 30)
        sound = np.stack([wave, wave], axis=1).astype(np.float32)
        (folder := path.with_suffix(".sound")).mkdir(exist_ok=True)
        pieces = [save_packets(encode_sound(sound, slice(None)), folder)]
    write_programme(path, [segments[kind] for kind in kinds], counts, pieces, FORMAT, {})
    return path


def in_one_pass(path: Path, monkeypatch: pytest.MonkeyPatch) -> Inspection:
    """The measures of a film whose groups are not told apart."""
    with monkeypatch.context() as patch:
        patch.setattr("renderers.inspection.survey", lambda path, limits: replace(survey(path, limits), footage=None))
        return inspect(path)


def test_a_film_of_the_house_comes_in_groups_from_key_frame_to_key_frame(
    segments: dict[str, Path], tmp_path: Path
) -> None:
    footage = survey(join(tmp_path / "film.mp4", segments, ["still", "long", "still"])).footage
    assert footage is not None
    assert [len(group.times) for group in footage.groups] == [60, 60, 60, 10, 60]
    assert footage.groups[0].mark == footage.groups[4].mark
    assert [group.times[0] for group in footage.groups] == pytest.approx([0, 2, 4, 6, 190 / 30])


@given(kinds=st.lists(st.sampled_from(list(LENGTHS)), min_size=1, max_size=6), data=st.data())
@settings(max_examples=20)
def test_groups_measure_as_one_pass_does_whatever_was_kept_before(
    segments: dict[str, Path], tmp_path_factory: pytest.TempPathFactory, kinds: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("film")
    takes = TakeStore(folder / "takes")
    edited = list(kinds)
    edited[data.draw(st.integers(0, len(kinds) - 1))] = data.draw(st.sampled_from(list(LENGTHS)))
    for name, order in (("first.mp4", kinds), ("edited.mp4", edited)):
        path = join(folder / name, segments, order)
        with pytest.MonkeyPatch.context() as patch:
            expected = in_one_pass(path, patch)
        assert expected.frames == sum(LENGTHS[kind] for kind in order)
        assert inspect(path) == expected
        assert inspect(path, takes=takes) == expected
        assert inspect(path, takes=TakeStore(takes.root)) == expected


def test_only_what_changed_is_measured(segments: dict[str, Path], tmp_path: Path) -> None:
    def measured(kinds: list[str], level: float) -> tuple[int, int]:
        takes = TakeStore(tmp_path / "takes")
        inspect(join(tmp_path / "film.mp4", segments, kinds, level), takes=takes)
        return takes.made.get("measures", 0), takes.reused.get("measures", 0)

    assert measured(["moving", "still", "noise"], 0.1) == (4, 0)
    assert measured(["moving", "still", "noise"], 0.1) == (0, 4)
    assert measured(["moving", "still", "noise"], 0.2) == (1, 3)
    assert measured(["moving", "drift", "noise"], 0.2) == (1, 3)
    # Another length moves the rest and changes the sound, but no other picture.
    assert measured(["moving", "black", "noise", "moving", "moving"], 0.2) == (2, 4)


def test_nothing_is_decoded_that_was_measured_before(
    segments: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = join(tmp_path / "film.mp4", segments, ["still", "moving", "black"], 0.1)
    first = inspect(path, takes=TakeStore(tmp_path / "takes"))

    def decode(*_: object) -> None:
        raise AssertionError("decoded again")

    monkeypatch.setattr(media_groups, "_decode", decode)
    monkeypatch.setattr("renderers.inspection_takes.play_sound", decode)
    assert inspect(path, takes=TakeStore(tmp_path / "takes")) == first
    with pytest.raises(AssertionError, match="decoded again"):
        inspect(path)


@pytest.mark.parametrize("content", [b"", b"not ours", b"\x78\x01\x03\x00\x00\x00\x00\x01"])
@pytest.mark.parametrize("recorded", [False, True])
def test_kept_measures_that_are_damaged_are_made_again(
    segments: dict[str, Path], tmp_path: Path, content: bytes, recorded: bool
) -> None:
    path = join(tmp_path / "film.mp4", segments, ["moving", "still"], 0.1)
    first = inspect(path, takes=TakeStore(tmp_path / "takes"))
    takes = TakeStore(tmp_path / "takes")
    for kept in (tmp_path / "takes" / "measures").glob("*/*"):
        (file,) = (file for file in kept.iterdir() if file.name != "take.json")
        file.write_bytes(content)
        if recorded:
            (moved := tmp_path / "moved").mkdir(exist_ok=True)
            kept.rename(moved / kept.name)
            takes.keep("measures", kept.name, lambda folder, name=file.name: (folder / name).write_bytes(content))  # type: ignore[misc]
    assert inspect(path, takes=takes) == first
    again = TakeStore(tmp_path / "takes")
    assert inspect(path, takes=again) == first
    assert (again.made.get("measures", 0), again.reused["measures"]) == (0, 3)


def damage(path: Path, group: int) -> None:
    """Overwrite the middle of a group's first packet."""
    footage = survey(path).footage
    assert footage is not None
    offset, size = footage.groups[group].places[0]
    whole = bytearray(path.read_bytes())
    whole[offset + size // 2 : offset + size // 2 + 40] = np.random.default_rng(3).bytes(40)
    path.write_bytes(whole)


def test_a_damaged_group_is_found_and_the_others_are_not_measured_again(
    segments: dict[str, Path], tmp_path: Path
) -> None:
    kinds = ["moving", "still", "noise", "moving", "still"]
    path = join(tmp_path / "film.mp4", segments, kinds)
    whole = inspect(path, takes=TakeStore(tmp_path / "takes"))
    assert (whole.damaged_frames, whole.damaged) == (0, ())
    damage(path, 2)
    takes = TakeStore(tmp_path / "takes")
    found = inspect(path, takes=takes)
    assert found.damaged_frames >= 1
    assert found.damaged[0].start == pytest.approx(100 / 30, abs=1e-6)
    assert all(each.end <= 120 / 30 + 1e-6 for each in found.damaged)
    assert (takes.made["measures"], takes.reused["measures"]) == (1, 4)
    assert inspect(path) == found


def test_a_picture_that_is_missing_counts_as_damaged() -> None:
    seen = np.full((96, 160), 60, np.uint8)
    measures = measure_group([None, seen, None, seen[:50]], [True, False, True, False])
    assert measures.state.tolist() == [MISSING, 0, MISSING, MISSING]
    with pytest.raises(ValueError, match="needs a picture"):
        measure_group([None], [True])


def test_a_group_of_which_nothing_decodes_is_refused_with_its_moment(
    segments: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = join(tmp_path / "film.mp4", segments, ["moving", "black"])
    decode = media_groups._decode

    def blind(decoder: object, name: str, footage: object, group: Group, *rest: object) -> object:
        count = len(group.times)
        return ([None] * count, [True] * count) if count == 5 else decode(decoder, name, footage, group, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(media_groups, "_decode", blind)
    with pytest.raises(MediaRejected, match=r"film\.mp4 has pictures at 1\.33 s that can not be decoded"):
        inspect(path)


def test_a_file_that_changes_while_it_is_read_is_refused(
    segments: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = join(tmp_path / "film.mp4", segments, ["moving"])
    before = survey(path)
    damage(path, 0)
    monkeypatch.setattr("renderers.inspection.survey", lambda path, limits: before)
    with pytest.raises(MediaRejected, match="changed while it was read"):
        inspect(path)


@pytest.mark.parametrize(
    ("name", "codec", "options"),
    [
        ("open.mp4", "libx264", {"x264-params": "keyint=12:open-gop=1:scenecut=0:bframes=3"}),
        ("long.mp4", "libx264", {"x264-params": "keyint=400:scenecut=0"}),
        ("closed.mkv", "libx264", {"x264-params": "keyint=12"}),
        ("other.mp4", "mpeg4", {"g": "12"}),
    ],
)
def test_films_of_others_are_measured_in_one_pass(
    tmp_path: Path, name: str, codec: str, options: dict[str, str]
) -> None:
    path = tmp_path / name
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=30, options=options)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        for number in range(260):
            frame = av.VideoFrame.from_ndarray(picture("moving" if number < 30 else "still", number), format="gray")
            frame = frame.reformat(format="yuv420p")
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert survey(path).footage is None
    takes = TakeStore(tmp_path / "takes")
    found = inspect(path, takes=takes)
    assert (found.frames, found.damaged_frames, takes.made) == (260, 0, {})
    assert [(each.start, each.end) for each in found.frozen] == [pytest.approx((1.0, 260 / 30), abs=0.3)]


MOMENTS = (0.0, 0.5, 1.3334, 2.49, 3.3333334, 4.0)


def stills(path: Path, takes: TakeStore | None, size: tuple[int, int] | None = None) -> list[NDArray[np.uint8] | None]:
    found = Stills(path, takes)
    return [found.at(seconds, size) for seconds in MOMENTS]


@pytest.mark.parametrize("size", [None, (80, 48)])
def test_kept_stills_are_the_pictures_on_screen(
    segments: dict[str, Path], tmp_path: Path, size: tuple[int, int] | None
) -> None:
    path, takes = join(tmp_path / "film.mp4", segments, ["moving", "noise", "drift"]), TakeStore(tmp_path / "takes")
    shown = [picture_at(path, seconds, size) for seconds in MOMENTS]
    assert [one is None for one in shown] == [False] * 5 + [True]
    for place in (None, takes, takes):
        for one, still in zip(shown, stills(path, place, size), strict=True):
            assert (one is None) == (still is None)
            assert one is None or still is None or np.array_equal(one.pixels, still)
    assert takes.made == {"measures": 5}
    assert takes.reused == {"measures": 5}


def test_stills_of_groups_that_stay_are_not_decoded_again(
    segments: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    takes = TakeStore(tmp_path / "takes")
    stills(join(tmp_path / "before.mp4", segments, ["moving", "noise", "drift"]), takes)
    after = join(tmp_path / "after.mp4", segments, ["still", "moving", "drift"])
    late = LENGTHS["still"] / 30
    whole = Stills(after).at(0.5 + late)
    monkeypatch.setattr("renderers.inspection_stills.picture_at", lambda *asked: pytest.fail("decoded again"))
    kept = Stills(after, takes).at(0.5 + late)
    assert kept is not None
    assert whole is not None
    assert np.array_equal(kept, whole)


def test_a_still_that_was_kept_badly_is_made_again(segments: dict[str, Path], tmp_path: Path) -> None:
    path, takes = join(tmp_path / "film.mp4", segments, ["noise"]), TakeStore(tmp_path / "takes")
    right = Stills(path, takes).at(0.2)
    assert right is not None
    for content in (b"", b"\0" * 12, (1).to_bytes(4, "big") * 3):
        [kept] = (tmp_path / "takes" / "measures").rglob("picture.bin")
        size = kept.stat().st_size
        kept.write_bytes(content.ljust(size, b"\0"))
        found = Stills(path, takes).at(0.2)
        assert found is not None
        assert np.array_equal(found, right)
