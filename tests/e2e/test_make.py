"""`agency make` from every kind of source, to files that are what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import av
import pytest

from renderers.speech.catalogue import find_voice
from tests.e2e.commandline import Agency

SCRIPT = """# Quarterly update

Hello, and welcome. This quarter we shipped 12 new features.

## What changed

Exports are 3x faster, and they cost $0.
"""
ORDER = {
    "avatar_id": "professional_male_01",
    "script": "Hello and welcome to our latest product update! "
    "We're excited to share some new features with you today.",
    "voice_id": "standard_english_male_03",
    "background_music": "upbeat_corporate_track",
}
SMALL = ("--resolution", "540p", "--json")


def frames_of(path: str) -> int:
    """The number of pictures that really decode."""
    with av.open(path) as container:
        return sum(1 for _ in container.decode(video=0))


@pytest.fixture(scope="module")
def from_words(agency: Agency, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("out") / "words.mp4"
    done = agency(
        "make",
        "A short launch video about Lumen, a desk lamp that follows daylight. Visit lumen.example",
        "-o",
        out,
        "--duration",
        "10s",
        *SMALL,
    )
    assert done.code == 0, done.err
    return done.result


def test_a_sentence_becomes_a_video_of_the_asked_length(from_words: dict[str, Any]) -> None:
    assert frames_of(from_words["video"]) == 300
    assert from_words["duration_seconds"] == 10
    assert Path(from_words["poster"]).stat().st_size > 10_000
    assert "-->" in Path(from_words["captions"]["srt"]).read_text()
    assert Path(from_words["captions"]["vtt"]).read_text().startswith("WEBVTT")


def test_the_report_of_the_file_finds_no_fault(from_words: dict[str, Any]) -> None:
    findings = json.loads(Path(from_words["report"]).read_text())["findings"]
    assert [finding for finding in findings if finding["severity"] in ("warning", "fault")] == []
    assert {finding["check"] for finding in findings} >= {"duration", "loudness"}


def test_the_video_says_how_it_was_made(agency: Agency, from_words: dict[str, Any], tmp_path: Path) -> None:
    told = agency("verify", from_words["video"], "--json")
    assert told.code == 0, told.err
    assert (told.result["credentials"]["state"], told.result["holds"]) == ("trusted", True)
    poster = agency("verify", from_words["poster"], "--json")
    assert poster.result["credentials"]["manifest"]["ingredients"][0]["relationship"] == "parentOf", poster.err
    rights = agency("licences", from_words["production"], "--json").result["parts"]
    assert {part["kind"] for part in rights} >= {"presenter", "voice", "music", "background", "typeface"}
    assert all(part["licence"] for part in rights)
    data = bytearray(Path(from_words["video"]).read_bytes())
    data[-1000] ^= 1
    (tmp_path / "changed.mp4").write_bytes(data)
    changed = agency("verify", tmp_path / "changed.mp4")
    assert changed.code == 1 and "changed after it was signed" in changed.out
    exported = agency("export", from_words["production"], "--format", "png,gif", "-o", tmp_path, "--length", "1")
    assert exported.code == 0, exported.err
    for name in ("png", "gif"):
        made = agency("verify", next(tmp_path.glob(f"*.{name}")), "--json").result
        assert made["credentials"]["manifest"]["ingredients"][0]["relationship"] == "parentOf"


def test_the_contract_of_the_json_result(from_words: dict[str, Any]) -> None:
    assert set(from_words) >= {
        "production",
        "draft",
        "video",
        "duration_seconds",
        "width",
        "height",
        "fps",
        "captions",
        "storyboard",
        "poster",
        "report",
        "takes",
        "engines",
        "seconds",
    }
    assert set(from_words["engines"]) >= {"language", "speech", "avatar", "background", "music"}
    assert (from_words["width"], from_words["height"], from_words["fps"]) == (960, 540, 30)


def test_the_same_storyboard_again_makes_no_take(agency: Agency, from_words: dict[str, Any], tmp_path: Path) -> None:
    again = agency("make", from_words["storyboard"], "-o", tmp_path / "again.mp4", "--json")
    assert again.code == 0, again.err
    assert again.result["takes"]["made"] == 0
    assert again.result["takes"]["reused"] > 0
    assert frames_of(again.result["video"]) == 300


def test_a_script_is_spoken_word_for_word_and_as_long_as_planned(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "script.md").write_text(SCRIPT)
    done = agency("make", tmp_path / "script.md", "-o", tmp_path / "script.mp4", *SMALL)
    assert done.code == 0, done.err
    planned = re.search(r"\((\d+) frames\)", done.err)
    assert planned and frames_of(done.result["video"]) == int(planned[1])
    said = " ".join(
        re.sub(r"(?s)^\d+\n[^\n]*-->[^\n]*\n", "", block)
        for block in Path(done.result["captions"]["srt"]).read_text().split("\n\n")
    )
    assert " ".join(said.split()) == (
        "Hello, and welcome. This quarter we shipped 12 new features. Exports are 3x faster, and they cost $0."
    )
    board = json.loads(Path(done.result["storyboard"]).read_text())
    assert [scene["heading"] for scene in board["scenes"]][:1] == ["Quarterly update"]
    assert "What changed" in [scene["heading"] for scene in board["scenes"]]


def test_foreign_names_become_the_nearest_of_ours_and_the_result_says_so(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "order.json").write_text(json.dumps(ORDER))
    done = agency("make", tmp_path / "order.json", "-o", tmp_path / "order.mp4", "--resolution", "540p", "--json")
    assert done.code == 0, done.err
    notes = " ".join(done.result["notes"])
    assert all(name in notes for name in ("professional_male_01", "standard_english_male_03", "upbeat_corporate_track"))
    voice = find_voice(done.result["cast"]["voice"])
    assert voice and (voice.gender, voice.language[:2]) == ("male", "en")
    assert done.result["cast"]["avatar"] == "daniel"
    assert done.result["cast"]["music"] == "upbeat_corporate"


def test_equal_inputs_give_bit_identical_segments_in_another_home(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("The same words, twice.")
    homes = [tmp_path / "first", tmp_path / "second"]
    segments = []
    for home in homes:
        home.mkdir()
        done = agency("make", tmp_path / "line.txt", "-o", home / "line.mp4", *SMALL, home=home)
        assert done.code == 0, done.err
        segments.append(
            {path.parent.name: path.read_bytes() for path in (home / "takes" / "segments").rglob("segment.mp4")}
        )
    assert segments[0] and segments[0] == segments[1]


@pytest.mark.parametrize(
    ("aspect", "fps", "size"), [("9:16", 24, (540, 960)), ("1:1", 25, (540, 540)), ("4:5", 50, (540, 676))]
)
def test_shapes_and_rates(agency: Agency, tmp_path: Path, aspect: str, fps: int, size: tuple[int, int]) -> None:
    (tmp_path / "hi.txt").write_text("Hi there.")
    done = agency("make", tmp_path / "hi.txt", "-o", tmp_path / "hi.mp4", "--aspect", aspect, "--fps", fps, *SMALL)
    assert done.code == 0, done.err
    with av.open(done.result["video"]) as container:
        video = container.streams.video[0]
        assert (video.width, video.height) == size
        assert video.average_rate == fps
        assert video.codec_context.pix_fmt == "yuv420p"


def test_the_presenter_leaves_alone(agency: Agency, from_words: dict[str, Any], tmp_path: Path) -> None:
    done = agency("export", from_words["production"], "--format", "webm", "-o", tmp_path)
    assert done.code == 0, done.err
    with av.open(str(tmp_path / f"{from_words['production']}.webm")) as film:
        assert film.streams.video[0].metadata["ALPHA_MODE"] == "1"
        assert film.duration == pytest.approx(from_words["duration_seconds"] * av.time_base, rel=0.01)
        assert len(film.streams.audio) == 1


def test_export_and_review_find_the_production(agency: Agency, from_words: dict[str, Any], tmp_path: Path) -> None:
    done = agency("export", from_words["production"], "--format", "srt,vtt,png,gif", "-o", tmp_path, "--json")
    assert done.code == 0, done.err
    assert sorted(Path(path).suffix for path in done.result["files"]) == [".gif", ".png", ".srt", ".vtt"]
    assert all(Path(path).stat().st_size > 100 for path in done.result["files"])
    report = agency("review", from_words["production"], "--json")
    assert report.code == 0, report.err
    assert report.result["duration_seconds"] == 10


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("大家好，欢迎来到我们的新店。", "大家好，欢迎来到我们的新店。"),
        ("مرحباً بكم في متجرنا الجديد.", "مرحباً بكم في متجرنا الجديد."),
        ("Hello \u202eevil\u202c \x00world\x07 🎉, naïve café: €5,99.", "Hello evil world 🎉, naïve café: €5,99."),
    ],
)
def test_other_scripts_emoji_and_stray_characters(agency: Agency, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "script.txt").write_text(text)
    done = agency("make", tmp_path / "script.txt", "-o", tmp_path / "out.mp4", *SMALL)
    assert done.code == 0, done.err
    captions = Path(done.result["captions"]["srt"]).read_text()
    spoken = [line for line in captions.splitlines() if line and not line.isdecimal() and "-->" not in line]
    assert "".join("".join(spoken).split()) == "".join(said.split())
    missing = [note for note in done.result["notes"] if "No installed font" in note]
    assert len(missing) <= 1
    assert all(
        finding["severity"] != "fault" for finding in json.loads(Path(done.result["report"]).read_text())["findings"]
    )


def test_a_scene_in_which_nobody_speaks(agency: Agency, tmp_path: Path) -> None:
    board = {
        "schema": "storyboard/1",
        "scenes": [{"id": "s1", "layout": "title", "heading": "Soon"}],
        "resolution": "540p",
    }
    (tmp_path / "silent.json").write_text(json.dumps(board))
    done = agency("make", tmp_path / "silent.json", "-o", tmp_path / "silent.mp4", "--json")
    assert done.code == 0, done.err
    assert done.result["captions"] == {"srt": None, "vtt": None, "ass": None}
    findings = json.loads(Path(done.result["report"]).read_text())["findings"]
    assert [finding for finding in findings if finding["severity"] in ("warning", "fault")] == []


def test_a_length_that_no_pause_can_make_up_is_refused(agency: Agency, tmp_path: Path) -> None:
    line = {
        "id": "l1",
        "text": "This line is far too long for three seconds of video, whatever is done with its pauses.",
    }
    board = {"schema": "storyboard/1", "duration_seconds": 3, "scenes": [{"id": "s1", "lines": [line]}]}
    (tmp_path / "tight.json").write_text(json.dumps(board))
    done = agency("make", tmp_path / "tight.json", "-o", tmp_path / "tight.mp4")
    assert done.code == 1
    assert "3 s were asked for, but the script needs at least" in done.err
    assert not (tmp_path / "tight.mp4").exists()


def test_a_draft_and_a_master_share_everything_but_pictures(
    agency: Agency, from_words: dict[str, Any], tmp_path: Path
) -> None:
    board = tmp_path / "board.json"
    storyboard = json.loads(Path(from_words["storyboard"]).read_text())
    board.write_text(json.dumps({**storyboard, "resolution": "720p"}))
    animatic = agency("make", board, "-o", tmp_path / "animatic.mp4", "--quality", "animatic", "--json")
    assert animatic.code == 0, animatic.err
    assert (animatic.result["quality"], animatic.result["height"]) == ("animatic", 540)
    assert animatic.result["duration_seconds"] == from_words["duration_seconds"]
    assert not {"speech", "avatar", "music"} & set(animatic.result["takes"]["made_by_kind"])
    draft = agency("make", board, "-o", tmp_path / "draft.mp4", "--quality", "draft", "--json")
    assert set(draft.result["takes"]["made_by_kind"]) <= {"segments"}
    assert frames_of(draft.result["video"]) == frames_of(animatic.result["video"])
    refused = agency("make", board, "-o", tmp_path / "x.mp4", "--quality", "best", "--json")
    assert refused.code == 1 and "animatic, draft, master" in refused.err
