"""Wishes: lengths as people write them, and refusals that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from agency.wishes import Wishes, apply_wishes, check_files, check_wishes, parse_duration
from renderers.errors import MediaRejected
from tools.errors import BadInput, UnknownName
from tools.storyboard import Scene, Storyboard

BOARD = Storyboard(scenes=(Scene(id="s1"), Scene(id="s2")))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30", 30),
        ("30s", 30),
        ("1:30", 90),
        ("2m", 120),
        ("1m 30s", 90),
        ("90 seconds", 90),
        ("0.5 min", 30),
        ("7.5s", 7.5),
    ],
)
def test_lengths_as_people_write_them(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["0", "0s", "2s", "-5s", "99999999s", "5 hours", "soon", "1:99:00", "nan", "inf", "1e9"]
)
def test_lengths_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(BadInput, match="length"):
        parse_duration(text)


def test_unknown_choices_name_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="16:9, 9:16, 1:1, 4:5"):
        check_wishes(Wishes(aspect="3:2"))
    with pytest.raises(UnknownName, match="1080p"):
        check_wishes(Wishes(resolution="8k"))
    with pytest.raises(BadInput, match="24, 25, 30, 50, 60"):
        check_wishes(Wishes(fps=29))
    with pytest.raises(BadInput, match="hex"):
        check_wishes(Wishes(colour="bluish"))


def test_captions_can_be_combined_but_not_with_off() -> None:
    assert check_wishes(Wishes(captions="sidecar, burned"))["captions"] == ("burned", "sidecar")
    assert check_wishes(Wishes(captions="off"))["captions"] == ()
    with pytest.raises(BadInput, match="off"):
        check_wishes(Wishes(captions="off,burned"))


def test_missing_files_are_named() -> None:
    with pytest.raises(BadInput, match=r"no file 'nowhere\.svg' for the logo"):
        check_wishes(Wishes(logo="nowhere.svg"))


def test_wishes_are_laid_over_a_storyboard(tmp_path: Path) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "room.png")
    said = check_wishes(
        Wishes(
            duration="12s",
            aspect="9:16",
            colour="1A4FD6",
            background=str(tmp_path / "room.png"),
            call_to_action="Book now",
            seed=7,
        )
    )
    board = apply_wishes(BOARD, said)
    assert (board.duration_seconds, board.aspect, board.seed) == (12, "9:16", 7)
    assert board.look.primary == "#1a4fd6"
    assert {scene.background.picture for scene in board.scenes[:2]} == {str(tmp_path / "room.png")}
    assert board.end_card.call_to_action == "Book now"
    assert board.scenes[-1].layout == "end_card"


def test_saying_nothing_changes_nothing() -> None:
    assert apply_wishes(BOARD, check_wishes(Wishes())) == BOARD


def test_a_captions_style_is_asked_for_to_be_seen() -> None:
    assert check_wishes(Wishes(captions="karaoke")) == {"captions": ("burned", "sidecar"), "captions_style": "karaoke"}
    assert check_wishes(Wishes(captions="word,burned"))["captions"] == ("burned",)
    with pytest.raises(BadInput, match="one style"):
        check_wishes(Wishes(captions="word,karaoke"))
    with pytest.raises(UnknownName, match="captions choice"):
        check_wishes(Wishes(captions="neon"))


def test_music_is_a_mood_or_a_file_of_ones_own(tmp_path: Path) -> None:
    tune = tmp_path / "tune.mp3"
    tune.write_bytes(b"any")
    said = check_wishes(Wishes(music=str(tune), music_licence="CC BY 4.0", music_energy="High", loudness="podcast"))
    assert said == {
        "music_file": str(tune),
        "music_licence": "CC BY 4.0",
        "music_energy": "high",
        "loudness": "podcast",
    }
    own = Storyboard(scenes=(Scene(id="s1"),), music="calm", music_file="old.wav")
    assert apply_wishes(own, said).music_file == str(tune)
    assert apply_wishes(own, check_wishes(Wishes(music="tech"))).changed() == own.changed(music="tech", music_file="")
    with pytest.raises(BadInput, match="no file 'none.wav' for the music"):
        check_wishes(Wishes(music="none.wav"))
    with pytest.raises(UnknownName, match="web, podcast, ebu, atsc"):
        check_wishes(Wishes(loudness="loud"))


def test_a_music_file_that_is_none_is_refused_before_any_work(tmp_path: Path) -> None:
    for name, content in (("empty.mp3", b""), ("words.wav", b"no sound at all" * 20)):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(MediaRejected, match=name):
            check_files(Storyboard(scenes=(Scene(id="s1"),), music_file=str(path)))


def test_a_style_of_performance_is_the_storyboards_or_names_those_there_are() -> None:
    assert apply_wishes(BOARD, check_wishes(Wishes(style=" Interview "))).performance == "interview"
    assert apply_wishes(BOARD, check_wishes(Wishes())).performance == ""
    with pytest.raises(UnknownName, match="calm, presenter, energetic, interview"):
        check_wishes(Wishes(style="sleepy"))
