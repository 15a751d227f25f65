"""The review of a draft: each check says ok on a good film and names place, measure and severity on a bad one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.encoding import encode_sound, write_segment
from renderers.errors import MediaRejected
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.sound_pieces import save_packets
from tools.review import Expected, Finding, Report, SceneSpan, SpeechSpan, render_report, review
from tools.review_report import summarise

RATE = Fraction(30)
FRAMES = 180
FORMAT = PictureFormat(160, 96, RATE)
SCENES = (SceneSpan("s-open", 0, 60), SceneSpan("s-middle", 60, 60), SceneSpan("s-end", 120, 60))
PLAN = Expected(frames=FRAMES, rate=RATE, width=160, height=96, scenes=SCENES, speech=(SpeechSpan(10, 150),))

OTHER = Expected(frames=60, rate=RATE, width=160, height=96)


def tone(seconds: float = 6.0, level: float = -14.0) -> NDArray[np.float32]:
    """A sine of `level` LUFS: at 997 Hz on both sides that is its peak in dBFS. It sets in softly."""
    wave = 10 ** (level / 20) * np.sin(2 * np.pi * 997 * np.arange(round(seconds * 48_000)) / 48_000)
    wave[:2400] *= np.linspace(0, 1, 2400)
    return np.stack([wave, wave], axis=1).astype(np.float32)


def film(
    path: Path,
    *,
    frames: int = FRAMES,
    black: range = range(0),
    still: range = range(0),
    sound: NDArray[np.float32] | None = None,
) -> Path:
    """A film of a running block as the house writes it, with black and still stretches where asked."""
    chroma = np.full((48, 80), 128, np.uint8)

    def planes() -> Iterator[Planes]:
        for number in range(frames):
            luma = np.full((96, 160), 16 if number in black else 60, np.uint8)
            if number not in black:
                at = still.start if number in still else number
                luma[20:60, 4 * at % 120 : 4 * at % 120 + 30] = 200
            yield Planes(luma, chroma, chroma)

    segment = path.with_name("segment.mp4")
    write_segment(segment, planes(), FORMAT, Encoding())
    pieces = [] if sound is None else [save_packets(encode_sound(sound, slice(None)), path.parent)]
    write_programme(path, [segment], [frames], pieces, FORMAT, {})
    return path


def foreign(
    path: Path,
    *,
    codec: str = "libx264",
    pixels: str = "yuv420p",
    audio: str = "aac",
    rate: int = 44_100,
    layout: str = "mono",
    times: list[int] | None = None,
    late: float = 0.0,
) -> Path:
    """A film as others write it: no colour tags, index last, other sound, pictures at odd times."""
    with av.open(str(path), "w") as container:
        picture: Any = container.add_stream(codec, rate=30)
        picture.width, picture.height, picture.pix_fmt = 160, 96, pixels
        heard: Any = container.add_stream(audio, rate=rate, layout=layout)
        heard.codec_context.time_base = Fraction(1, rate)
        for number, time in enumerate(times or range(60)):
            image = np.full((96, 160, 3), 60, np.uint8)
            image[20:60, number : number + 40] = 220
            frame = av.VideoFrame.from_ndarray(image, format="rgb24").reformat(format=pixels)
            frame.pts, frame.time_base = time, Fraction(1, 30)
            container.mux(picture.encode(frame))
        container.mux(picture.encode(None))
        channels = 1 if layout == "mono" else 2
        wave = (0.2 * np.sin(2 * np.pi * 440 * np.arange(2 * rate) / rate)).astype(np.float32)
        for at in range(0, len(wave), 1024):
            piece = np.repeat(wave[None, at : at + 1024], channels, axis=0)
            kind = heard.codec_context.format.name
            piece = (piece * 32767).astype(np.int16) if kind.startswith("s16") else piece
            piece = np.ascontiguousarray(piece if kind.endswith("p") else piece.T.reshape(1, -1))
            sound = av.AudioFrame.from_ndarray(piece, format=kind, layout=layout)
            sound.sample_rate, sound.pts, sound.time_base = rate, at + round(late * rate), Fraction(1, rate)
            for packet in heard.encode(sound):
                container.mux(packet)
        container.mux(heard.encode(None))
    return path


def captions(beside: Path, *cues: tuple[float, float]) -> None:
    lines = ["WEBVTT", ""]
    for start, end in cues:
        lines += [f"00:{start:06.3f} --> 00:{end:06.3f}", "Hello there", ""]
    beside.with_suffix(".vtt").write_text("\n".join(lines), encoding="utf-8")


def only(report: Report, check: str) -> Finding:
    (finding,) = report.of(check)
    return finding


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = film(tmp_path_factory.mktemp("good") / "good.mp4", sound=tone())
    captions(path, (0.3, 3.0), (3.1, 5.4))
    return path


def test_a_good_film_is_ready_in_every_check(good: Path) -> None:
    report = review(good, PLAN)
    assert {finding.check: finding.severity for finding in report.findings} == dict.fromkeys(
        [
            "duration",
            "picture",
            "colour",
            "rate",
            "sound",
            "sync",
            "fast start",
            "damage",
            "loudness",
            "true peak",
            "black",
            "frozen",
            "silent",
            "captions",
            "caption reading",
            "provenance",
        ],
        "ok",
    )
    assert report.summary == "Ready: all 16 checks are fine."
    assert (report.video, report.duration_seconds, report.worst) == ("good.mp4", 6.0, "ok")
    assert only(report, "loudness").measured == pytest.approx(-14, abs=0.3)


def test_a_good_film_needs_no_plan(good: Path) -> None:
    assert review(good).worst == "ok"


def test_a_report_comes_back_from_json_as_it_was(good: Path) -> None:
    report = review(good, replace(PLAN, frames=90))
    again = Report.model_validate_json(report.model_dump_json(by_alias=True))
    assert again == report
    assert report.model_dump(by_alias=True)["schema"] == "report/1"


@pytest.mark.parametrize(
    ("planned", "severity", "words"),
    [
        (FRAMES, "ok", "exactly as planned"),
        (FRAMES + 2, "warning", "2 frames too short"),
        (FRAMES - 1, "warning", "1 frame too long"),
        (FRAMES + 3, "fault", "180 frames instead of 183"),
    ],
)
def test_length_is_counted_in_frames(good: Path, planned: int, severity: str, words: str) -> None:
    finding = only(review(good, replace(PLAN, frames=planned)), "duration")
    assert (finding.severity, finding.measured, finding.expected) == (severity, FRAMES, planned)
    assert words in finding.sentence


@pytest.mark.parametrize(
    ("change", "check"),
    [({"width": 1920}, "picture"), ({"rate": Fraction(25)}, "rate"), ({"loudness": -20.0}, "loudness")],
)
def test_what_was_not_asked_for_is_a_fault(good: Path, change: dict[str, Any], check: str) -> None:
    assert only(review(good, replace(PLAN, **change)), check).severity == "fault"


def test_stretches_name_scene_timecode_and_length(tmp_path: Path) -> None:
    sound = tone()
    sound[96_000 : 96_000 + 72_000] = 0
    report = review(film(tmp_path / "film.mp4", black=range(66, 72), still=range(80, 150), sound=sound), PLAN)
    black, frozen, silent = (only(report, check) for check in ("black", "frozen", "silent"))
    assert (black.severity, black.scene, black.timecode, black.measured) == ("fault", "s-middle", "00:00:02:06", 0.2)
    assert (frozen.severity, frozen.scene, frozen.timecode) == ("fault", "s-middle", "00:00:02:20")
    assert frozen.measured == pytest.approx(70 / 30, abs=1e-3)
    assert "while somebody speaks" in frozen.sentence
    assert (silent.severity, silent.scene) == ("fault", "s-middle")
    assert silent.measured == pytest.approx(1.5, abs=0.05)
    assert report.summary.startswith("Not ready: 3 faults")
    assert black.patch and frozen.patch and silent.patch


@pytest.mark.parametrize(("rest", "severity"), [(60, "ok"), (88, "ok"), (90, "warning")])
def test_a_closing_card_may_rest_for_less_than_three_seconds(tmp_path: Path, rest: int, severity: str) -> None:
    path = film(tmp_path / "film.mp4", still=range(FRAMES - rest, FRAMES), sound=tone())
    assert only(review(path, replace(PLAN, speech=(SpeechSpan(10, 60),))), "frozen").severity == severity


def test_the_same_rest_in_the_middle_is_a_warning(tmp_path: Path) -> None:
    path = film(tmp_path / "film.mp4", still=range(40, 105), sound=tone())
    assert only(review(path, replace(PLAN, speech=())), "frozen").severity == "warning"


def test_a_fade_from_black_passes(tmp_path: Path) -> None:
    finding = only(review(film(tmp_path / "film.mp4", black=range(6), sound=tone()), PLAN), "black")
    assert (finding.severity, finding.patch) == ("notice", None)


def test_a_pause_between_sentences_is_no_fault(tmp_path: Path) -> None:
    sound = tone()
    sound[2 * 48_000 : round(3.2 * 48_000)] = 0
    path = film(tmp_path / "film.mp4", sound=sound)
    speech = (SpeechSpan(0, 60), SpeechSpan(96, 60))
    assert only(review(path, replace(PLAN, speech=speech)), "silent").severity == "notice"
    first_look = only(review(path, replace(PLAN, speech=speech, unscored=True)), "silent")
    assert (first_look.severity, first_look.patch) == ("ok", None)
    assert "no music" in first_look.sentence
    assert only(review(path, PLAN), "silent").severity == "fault"


@pytest.mark.parametrize(
    ("level", "loudness", "peak", "word"),
    [
        (-15.5, "warning", "ok", "quiet"),
        (-20.0, "fault", "ok", "quiet"),
        (-0.8, "fault", "warning", "loud"),
    ],
)
def test_loudness_and_peak_are_measured(tmp_path: Path, level: float, loudness: str, peak: str, word: str) -> None:
    path = film(tmp_path / "film.mp4", frames=60, sound=tone(2.0, level))
    report = review(path, replace(PLAN, frames=60))
    found = only(report, "loudness")
    assert (found.severity, only(report, "true peak").severity) == (loudness, peak)
    assert found.measured == pytest.approx(level, abs=0.3)
    assert f"too {word}" in found.sentence


def test_a_film_without_sound_is_a_fault_unless_none_was_asked_for(tmp_path: Path) -> None:
    path = film(tmp_path / "mute.mp4")
    assert only(review(path, PLAN), "sound").severity == "fault"
    silent = review(path, replace(PLAN, sound=False, speech=()))
    assert only(silent, "sound").severity == "ok"
    assert not silent.of("loudness") and not silent.of("silent")


def test_sound_that_is_not_heard_is_a_fault(tmp_path: Path) -> None:
    report = review(film(tmp_path / "hush.mp4", sound=np.zeros((6 * 48_000, 2), np.float32)), PLAN)
    assert only(report, "loudness").sentence == "There is sound but nothing is heard."


def test_a_foreign_file_is_told_apart_in_every_point(tmp_path: Path) -> None:
    report = review(foreign(tmp_path / "other.mp4", pixels="yuv444p"), OTHER)
    said = {finding.check: finding.sentence for finding in report.findings if finding.severity == "warning"}
    assert "yuv444p instead of yuv420p" in said["picture"]
    assert "unspecified" in said["colour"]
    assert "44100" in said["sound"] and "1 channel instead of two" in said["sound"]
    assert "index lies at the end" in said["fast start"]


def test_another_container_and_codec_is_told(tmp_path: Path) -> None:
    path = foreign(tmp_path / "other.webm", codec="libvpx", audio="libopus", rate=48_000, layout="stereo")
    report = review(path, OTHER)
    assert "vp8" in only(report, "picture").sentence
    assert "opus" in only(report, "sound").sentence
    assert "matroska" in only(report, "fast start").sentence


def test_an_uneven_rate_and_a_late_sound_are_told(tmp_path: Path) -> None:
    report = review(foreign(tmp_path / "odd.mp4", times=[0, 1, 2, 3, 9, 10, 11, 20, 21], late=0.3))
    assert "do not come evenly" in only(report, "rate").sentence
    sync = only(report, "sync")
    assert sync.severity == "fault" and sync.measured == pytest.approx(0.3, abs=0.03)


@pytest.mark.parametrize(
    ("cues", "severity", "words"),
    [
        (((0.3, 3.0), (3.1, 5.4)), "ok", "2 captions"),
        ((), "fault", "no captions"),
        (((3.0, 4.0), (0.3, 2.0)), "fault", "not in order"),
        (((0.3, 3.0), (3.1, 9.0)), "fault", "3.0 s after"),
        (((0.3, 2.0),), "warning", "33%"),
    ],
)
def test_caption_files_are_read(
    good: Path, tmp_path: Path, cues: tuple[tuple[float, float], ...], severity: str, words: str
) -> None:
    (path := tmp_path / "film.mp4").write_bytes(good.read_bytes())
    captions(path, *cues)
    finding = only(review(path, PLAN), "captions")
    assert finding.severity == severity
    assert words in finding.sentence


def test_missing_captions_are_a_fault_only_where_they_were_asked_for(good: Path, tmp_path: Path) -> None:
    (path := tmp_path / "film.mp4").write_bytes(good.read_bytes())
    assert only(review(path, PLAN), "captions").severity == "notice"
    assert only(review(path, replace(PLAN, captions=True)), "captions").severity == "fault"


def test_the_text_tells_the_worst_first_and_everything_once(tmp_path: Path) -> None:
    report = review(film(tmp_path / "film.mp4", black=range(66, 72), sound=tone()), PLAN)
    text = render_report(report)
    lines = text.splitlines()
    assert lines[0] == "film.mp4, 6.00 s"
    assert lines[1].startswith("Not ready: 1 fault")
    marks = [line.split()[0] for line in lines[3:] if line[:1].strip()]
    order = ["fault", "warning", "notice", "ok"]
    assert marks == sorted(marks, key=order.index) and len(marks) == len(report.findings)
    assert "00:00:02:06 [s-middle] The picture is black for 0.20 s" in text
    assert max(map(len, lines)) <= 100


def test_the_summary_counts_and_quotes_the_worst() -> None:
    def found(severity: Any, sentence: str = "x") -> Finding:
        return Finding(check=sentence, severity=severity, sentence=sentence)

    assert summarise([found("ok"), found("notice", "y")]) == "Ready: nothing to mend in 2 checks, 1 notice."
    told = summarise([found("ok"), found("warning", "It hums."), found("warning", "It wobbles.")])
    assert told == "Usable, but have a look: 2 warnings in 3 checks. First: It hums."


def test_what_can_not_be_read_is_refused(tmp_path: Path) -> None:
    (path := tmp_path / "note.mp4").write_text("not a film")
    with pytest.raises(MediaRejected, match="a text file"):
        review(path, PLAN)


def test_what_is_still_or_silent_in_the_clients_own_film_is_no_finding_against_us(tmp_path: Path) -> None:
    quiet = tone()
    quiet[96_000:192_000] = 0
    path = film(tmp_path / "a.mp4", still=range(56, 122), sound=quiet)
    ours = replace(PLAN, speech=())
    middle = replace(SCENES[1], film=True)
    theirs = replace(ours, scenes=(SCENES[0], middle, SCENES[2]))
    for check in ("frozen", "silent"):
        assert {found.severity for found in review(path, ours).of(check)} != {"ok"}
        (found,) = review(path, theirs).of(check)
        assert found.severity == "ok"
        assert "The client's own film" in found.sentence


def test_black_that_reaches_out_of_the_clients_film_is_still_a_fault(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", black=range(62, 150), sound=tone())
    theirs = replace(PLAN, speech=(), scenes=(SCENES[0], replace(SCENES[1], film=True), SCENES[2]))
    assert {found.severity for found in review(path, theirs).of("black")} == {"fault"}
