"""The review of how captions read: what is too fast, too wide, too short or over a cut is found, the rest is let be."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tools.review_captions import read_cues
from tools.review_plan import Expected, Places, SceneSpan
from tools.review_reading import check_reading
from tools.review_report import Finding

RATE = Fraction(30)
SCENES = (SceneSpan("s1", 0, 300), SceneSpan("s2", 300, 300))
PLAN = Expected(600, RATE, 1920, 1080, scenes=SCENES, captions=True)


def stamp(seconds: float) -> str:
    return f"00:00:{int(seconds):02d},{round(seconds % 1 * 1000):03d}"


def review(folder: Path, *cues: tuple[float, float, str], aspect: str = "16:9") -> list[Finding]:
    blocks = (f"{n}\n{stamp(a)} --> {stamp(b)}\n{text}\n" for n, (a, b, text) in enumerate(cues, 1))
    (folder / "film.srt").write_text("\n".join(blocks), encoding="utf-8")
    return list(check_reading(folder / "film.mp4", PLAN, Places(RATE, SCENES), aspect))


GOOD = (1.0, 3.0, "Fresh bread every morning.")


def test_captions_that_read_well_are_said_to(tmp_path: Path) -> None:
    (finding,) = review(tmp_path, GOOD)
    assert finding.severity == "ok" and finding.measured == 13.0


@pytest.mark.parametrize(
    ("cue", "severity", "word"),
    [
        ((4.0, 6.0, "Fresh bread every morning, at seven."), "warning", "faster than 17"),
        ((4.0, 5.5, "Fresh bread every morning, at seven."), "fault", "faster than 17"),
        ((4.0, 8.0, "Fresh bread, cakes and coffee every morning."), "warning", "2 lines of 42"),
        ((4.0, 7.0, "Fresh\nbread\ndaily"), "warning", "2 lines of 42"),
        ((4.0, 4.5, "Bread."), "warning", "less than 0.83"),
        ((11.0, 19.0, "Fresh bread every morning."), "warning", "more than 7 seconds"),
        ((8.0, 10.3, "Fresh bread every morning."), "warning", "beginning of a scene"),
    ],
)
def test_each_fault_is_found_where_it_is(
    tmp_path: Path, cue: tuple[float, float, str], severity: str, word: str
) -> None:
    (finding,) = review(tmp_path, GOOD, cue)
    assert (finding.severity, word in finding.sentence) == (severity, True), finding.sentence
    assert finding.timecode == f"00:00:{int(cue[0]):02d}:00"


def test_tall_pictures_may_have_three_short_lines(tmp_path: Path) -> None:
    cue = (1.0, 4.0, "Fresh bread\nevery morning\nat seven")
    assert [finding.severity for finding in review(tmp_path, cue, aspect="9:16")] == ["ok"]
    wide = (1.0, 4.0, "Fresh bread every morning at")
    assert [finding.severity for finding in review(tmp_path, wide, aspect="9:16")] == ["warning"]


def test_a_number_of_its_own_line_belongs_to_its_caption(tmp_path: Path) -> None:
    review(tmp_path, (1.0, 3.0, "Since\n1987"), (4.0, 6.0, "2026"))
    assert [cue.lines for cue in read_cues(tmp_path / "film.mp4")] == [("Since", "1987"), ("2026",)]


def test_voice_spans_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna>Hello there\n", encoding="utf-8")
    (cue,) = read_cues(tmp_path / "a.mp4")
    assert (cue.start, cue.end, cue.lines) == (1.0, 3.0, ("Hello there",))


def test_nothing_is_said_of_a_video_without_captions(tmp_path: Path) -> None:
    assert list(check_reading(tmp_path / "film.mp4", PLAN, Places(RATE, SCENES), "16:9")) == []


@pytest.mark.parametrize(
    ("text", "fine", "fast"),
    [
        # Netflix: 9 characters a second of Chinese, 12 of Korean with their spaces, 17 of Thai.
        ("这盏台灯每天都为您节省电", 1.5, 1.1),
        ("이 책상 램프는 매일 전기를", 1.3, 0.9),
        ("และไม่ทำร้ายดวงตาของคุณ", 1.4, 1.1),
    ],
)
def test_other_writing_is_read_at_its_own_pace(text: str, fine: float, fast: float, tmp_path: Path) -> None:
    assert review(tmp_path, (1.0, 1.0 + fine, text))[0].severity == "ok"
    assert review(tmp_path, (1.0, 1.0 + fast, text))[0].severity == "fault"
