"""A programme between the brand's own opening and closing, made by the command line from a storyboard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.e2e.commandline import Agency
from tests.renderers.film.clips import number_in, numbered, write_clip

OPENING, CLOSING = 45, 40
"""Frames."""


def board(folder: Path, said: str = "We bring every parcel home.") -> Path:
    opening = write_clip(folder / "opening.mp4", numbered(640, 360), OPENING, tone=440.0)
    closing = write_clip(folder / "closing.mp4", numbered(640, 360, (90, 20, 40)), CLOSING)
    scenes: list[dict[str, Any]] = [
        {"id": "in", "layout": "clip", "part": "opening", "film": {"file": str(opening)}},
        {"id": "one", "lines": [{"id": "l1", "text": said}]},
        {"id": "two", "heading": "Today", "lines": [{"id": "l2", "text": "Call us today."}]},
        {"id": "out", "layout": "clip", "part": "closing", "film": {"file": str(closing)}},
    ]
    path = folder / "board.json"
    told = {"schema": "storyboard/1", "title": "Films", "resolution": "540p", "music": "none", "scenes": scenes}
    path.write_text(json.dumps(told))
    return path


def lumas(video: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(video)) as container:
        return [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]


def heard(video: Path) -> NDArray[np.float32]:
    with av.open(str(video)) as container:
        frames = [frame.to_ndarray() for frame in container.decode(audio=0) if (frame.pts or 0) >= 0]
    return np.concatenate(frames, axis=1)[0]


@pytest.mark.slow
def test_opening_and_closing_join_the_programme_to_the_frame(agency: Agency, tmp_path: Path):
    out = tmp_path / "out.mp4"
    first = agency("make", board(tmp_path), "-o", out, "--json")
    assert first.code == 0, first.err
    folder = Path(first.result["storyboard"]).parent
    kept = json.loads((folder / "timeline.json").read_text())["timeline"]["scenes"]
    lengths = {scene["id"]: scene["duration"] for scene in kept}
    assert (lengths["in"], lengths["out"]) == (OPENING, CLOSING)
    pictures = lumas(out)
    assert len(pictures) == sum(lengths.values())
    assert [number_in(picture) for picture in pictures[:OPENING]] == list(range(OPENING))
    assert [number_in(picture) for picture in pictures[-CLOSING:]] == list(range(CLOSING))
    ground = pictures[OPENING - 1][2, 2], pictures[-1][2, 2]
    assert abs(int(pictures[OPENING][2, 2]) - int(ground[0])) > 20
    assert abs(int(pictures[-CLOSING - 1][2, 2]) - int(ground[1])) > 20
    # The tone begins with the second second of the film.
    begins = int(np.argmax(np.abs(heard(out)) > 0.05)) / 48_000
    assert begins == pytest.approx(1.0, abs=1 / 30)
    report = json.loads(Path(first.result["report"]).read_text())
    assert [found["sentence"] for found in report["findings"] if found["severity"] == "fault"] == []

    again = agency("make", tmp_path / "board.json", "-o", tmp_path / "again.mp4", "--json")
    assert again.result["takes"]["made_by_kind"] == {}
    assert (tmp_path / "again.mp4").read_bytes() == out.read_bytes()

    edited = agency("make", board(tmp_path, "We bring every letter home."), "-o", tmp_path / "edited.mp4", "--json")
    made = edited.result["takes"]["made_by_kind"]
    assert made["speech"] == 1
    assert made.get("films", 0) == made.get("film_sound", 0) == 0
    changed = lumas(tmp_path / "edited.mp4")
    for one, other in zip(
        changed[:OPENING] + changed[-CLOSING:], pictures[:OPENING] + pictures[-CLOSING:], strict=True
    ):
        assert np.array_equal(one, other)
    scenes = json.loads((Path(edited.result["storyboard"]).parent / "timeline.json").read_text())["timeline"]["scenes"]
    assert made["segments"] <= sum(-(-scene["duration"] // 60) + 1 for scene in scenes if scene["id"] == "one") + 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("noise.mp4", np.random.default_rng(3).bytes(4000), "unknown kind"),
        ("list.mp4", b"#EXTM3U\nhttp://127.0.0.1/secret.ts\n", "playlist"),
        ("empty.mp4", b"", "empty"),
    ],
)
def test_a_hostile_film_is_refused_naming_scene_and_field(
    agency: Agency, tmp_path: Path, name: str, content: bytes, why: str
):
    (tmp_path / name).write_bytes(content)
    assert why in refused(agency, tmp_path, tmp_path / name)


def test_a_film_larger_than_is_read_is_refused_before_it_is_read(agency: Agency, tmp_path: Path):
    with (tmp_path / "huge.mp4").open("wb") as file:
        file.truncate(3 << 30)
    assert "at most" in refused(agency, tmp_path, tmp_path / "huge.mp4")


def test_a_span_outside_a_film_and_a_clip_without_one_are_refused(agency: Agency, tmp_path: Path):
    path = write_clip(tmp_path / "short.mp4", numbered(64, 36), 15)
    assert "runs from 0 to 0.50 s" in refused(agency, tmp_path, path, start=3.0)
    (tmp_path / "bare.json").write_text(
        json.dumps({"schema": "storyboard/1", "scenes": [{"id": "intro", "layout": "clip"}]})
    )
    run = agency("make", tmp_path / "bare.json", "-o", tmp_path / "out.mp4")
    assert run.code == 1
    assert '"intro"' in run.err
    assert "`film`" in run.err


def test_a_length_shorter_than_the_clips_is_refused_in_words(agency: Agency, tmp_path: Path):
    run = agency("make", board(tmp_path), "--duration", "3s", "-o", tmp_path / "out.mp4")
    assert run.code == 1
    assert "of them for clips" in run.err.splitlines()[-1]


def refused(agency: Agency, folder: Path, film: Path, **span: float) -> str:
    """The line that says why no video is made with that film; it names the scene and the field."""
    scene = {"id": "intro", "layout": "clip", "film": {"file": str(film), **span}}
    (folder / "bad.json").write_text(json.dumps({"schema": "storyboard/1", "scenes": [scene]}))
    run = agency("make", folder / "bad.json", "-o", folder / "out.mp4")
    assert run.code == 1
    assert not (folder / "out.mp4").exists()
    said = run.err.strip().splitlines()[-1]
    assert '`film` of the scene "intro"' in said
    assert "Traceback" not in run.err
    return said
