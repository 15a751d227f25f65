from __future__ import annotations

from pathlib import Path

import pytest

from agency.cast import cast_storyboard
from agency.desk import Desk
from agency.home import home
from agency.orchestrator import plan, spoken_lines
from agency.settings import load_settings
from agency.uploads import read_uploads
from agency.wishes import Wishes, check_files, check_wishes
from agency.writing import plan_source
from renderers.errors import MediaRejected
from renderers.speech.storage import load_speech
from tests.renderers.speech.recordings import LINES, PAUSE, READ, record, write_wav
from tools.errors import BadInput
from tools.script import Line
from tools.storyboard import Scene, Storyboard


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    samples, _ = record(READ)
    return write_wav(tmp_path_factory.mktemp("recording") / "my voice.wav", samples)


def board(voice: Path, *lines: str, **fields: object) -> Storyboard:
    said = tuple(Line(id=f"l{number}", text=text) for number, text in enumerate(lines or LINES))
    scenes = (Scene(id="s1", lines=said[:1]), Scene(id="s2", lines=said[1:]))
    return Storyboard(scenes=scenes, narration=str(voice), **fields)


class Silent:
    def begin(self, stage: str) -> None: ...

    def advance(self, done: float, of: float) -> None: ...

    def say(self, sentence: str) -> None: ...

    def close(self) -> None: ...


def test_a_recording_speaks_the_lines(voice: Path) -> None:
    settings = load_settings()
    desk = Desk(settings, home(settings))
    storyboard = board(voice, duration_seconds=60)
    cast = cast_storyboard(storyboard)
    takes, spoken = spoken_lines(storyboard, cast, desk, Silent())
    assert list(spoken) == ["l0", "l1", "l2"] == list(takes)
    assert load_speech(takes["l0"].folder).seconds == pytest.approx(spoken["l0"].seconds)
    told = "\n".join(desk.notes)
    assert "“power”" in told and "“short” is in the script" in told and "“This sentence is not read.”" in told
    made = plan(storyboard, cast, takes, spoken).edit
    rate = float(made.rate)
    place = {p.id: scene.start + p.start for scene in made.scenes for p in scene.lines}
    for here, there in (("l0", "l1"), ("l1", "l2")):
        end = place[here] / rate + spoken[here].words[-1].end
        begin = place[there] / rate + spoken[there].words[0].start
        assert begin - end == pytest.approx(spoken[here].rest, abs=3.5 / rate) == pytest.approx(PAUSE, abs=0.25)
    assert made.duration / rate < 20 and "kept as it is" in made.note
    before = dict(desk.takes.made)
    spoken_lines(storyboard, cast, desk, Silent())
    assert desk.takes.made == before


def test_words_of_ours_are_not_spoken_by_a_recording(voice: Path) -> None:
    settings = load_settings()
    said = check_wishes(Wishes(narration=str(voice)))
    with pytest.raises(BadInput, match=r"\.txt or \.md"):
        plan_source("20 seconds about our new lamp", said, Desk(settings, home(settings)), Silent())
    empty = Storyboard(scenes=(Scene(id="s1", heading="Hello"),), narration=str(voice))
    with pytest.raises(BadInput, match="no lines"):
        spoken_lines(empty, cast_storyboard(empty), Desk(settings, home(settings)), Silent())


def test_files_that_are_no_recordings_are_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no file"):
        check_wishes(Wishes(narration=str(tmp_path / "none.wav")))
    (tmp_path / "text.wav").write_text("no sound")
    with pytest.raises(MediaRejected, match=r"text\.wav"):
        check_files(board(tmp_path / "text.wav"))


def test_an_upload_is_a_voice_by_its_name_or_with_a_script(voice: Path, tmp_path: Path) -> None:
    (tmp_path / "script.txt").write_text("Meet Lumen.")
    assert read_uploads({"my voice.wav": str(voice)}).settings["narration"] == str(voice)
    together = read_uploads({"a.wav": str(voice), "script.txt": str(tmp_path / "script.txt")})
    assert together.settings["narration"] == str(voice) and together.script
    assert "narration" not in read_uploads({"a.wav": str(voice)}).settings
    assert "narration" not in read_uploads({"our jingle.wav": str(voice)}).settings
