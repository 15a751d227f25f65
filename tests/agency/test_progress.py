"""Progress: stages are timed, and a log says how far the current one is."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from agency.progress import LogReporter, StageTimes, TerminalReporter, reporting


def test_stages_are_timed_in_order_and_repeats_add_up() -> None:
    times = StageTimes()
    for stage in ("Voice", "Picture", "Voice"):
        times.begin(stage)
        time.sleep(0.01)
    times.close()
    assert list(times.seconds) == ["Voice", "Picture"]
    assert times.seconds["Voice"] > times.seconds["Picture"] > 0


def test_a_heartbeat_says_the_stage_its_share_and_the_time_left() -> None:
    log = LogReporter()
    log.begin("Picture")
    assert log.heartbeat(3.2) == "Picture: 3 s"
    log.advance(25, 100)
    assert log.heartbeat(10.0) == "Picture: 25%, about 30 s left"
    log.advance(0, 100)
    assert log.heartbeat(10.0) == "Picture: 0%"


def test_a_long_stage_does_not_go_quiet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agency.progress.HEARTBEAT_SECONDS", 0.05)
    with LogReporter() as log:
        log.begin("Picture")
        time.sleep(0.5)
        log.say("A sentence.")
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "Picture …"
    assert told[-1] == "A sentence."
    assert sum(line.startswith("Picture: ") for line in told) >= 2


def test_a_terminal_shows_a_bar_for_each_stage() -> None:
    screen = io.StringIO()
    with TerminalReporter(Console(file=screen, force_terminal=True, width=100)) as bars:
        bars.begin("Voice")
        bars.advance(1, 4)
        bars.say("The plan.")
        bars.begin("Picture")
        bars.advance(90, 100)
    shown = screen.getvalue()
    assert all(text in shown for text in ("Voice", "Picture", "The plan.", "100%"))


def test_where_nobody_looks_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    with reporting(quiet=True) as quiet:
        quiet.begin("Voice")
        quiet.say("unheard")
    assert capsys.readouterr() == ("", "")
    assert "Voice" in quiet.seconds
