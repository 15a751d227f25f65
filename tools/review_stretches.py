"""Checks of what is seen and heard over time: loudness, black, frozen and silent stretches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renderers.inspection import Inspection, Stretch
from tools.loudness import TARGETS
from tools.review_plan import LOUDNESS, Expected, Places, overlap
from tools.review_report import Finding, Severity

_LOUDNESS_TOLERANCE, _LOUDNESS_FAR = 1.0, 3.0
_PEAK, _CLIPPING = -1.0, 0.0
"""dBTP: what platforms ask for, and where every player distorts."""
_FADE = 1.0
"""Seconds of black that pass as a fade at the very start or end."""
STILL_END_SECONDS = 3.0
"""A closing card may rest this long: it is there to be read. Anywhere else two seconds of stillness look broken."""
_STUCK = 5.0
"""Seconds from which a still picture is taken for a fault rather than a choice."""
_PAUSE = 3.0
"""Seconds of silence between sentences that still pass as a pause."""
_MISSED = 0.5
"""Seconds of planned speech that may lie in a silence: a soft start, a trailing sound."""


def check_loudness(found: Inspection, expected: Expected | None) -> Iterator[Finding]:
    """Integrated loudness and true peak; nothing where no sound was asked for."""
    if found.facts.sound is None or (expected is not None and not expected.sound):
        return
    target = expected.loudness if expected else LOUDNESS
    if found.loudness is None or found.true_peak is None:
        sentence = "There is sound but nothing is heard."
        yield Finding(check="loudness", severity="fault", expected=target, sentence=sentence)
        return
    off = found.loudness - target
    near = abs(off) <= _LOUDNESS_FAR
    severity: Severity = "ok" if abs(off) <= _LOUDNESS_TOLERANCE else "warning" if near else "fault"
    sentence = (
        f"It is {found.loudness:.1f} LUFS loud, right for {_place_of(target)}."
        if severity == "ok"
        else (
            f"It is {abs(off):.1f} LU too {'loud' if off > 0 else 'quiet'}: {found.loudness:.1f} LUFS, not {target:g}."
        )
    )
    yield Finding(
        check="loudness",
        severity=severity,
        measured=found.loudness,
        expected=target,
        sentence=sentence,
        patch=None if severity == "ok" else f"mix it again {'quieter' if off > 0 else 'louder'}",
    )
    peak = found.true_peak
    level: Severity = "ok" if peak <= _PEAK else "warning" if peak <= _CLIPPING else "fault"
    yield Finding(
        check="true peak",
        severity=level,
        measured=peak,
        expected=_PEAK,
        sentence=f"The loudest moment is {peak:.1f} dBTP"
        + ("." if level == "ok" else f", above {_PEAK:g}: it may distort after upload."),
    )


def _place_of(loudness: float) -> str:
    """Where such a programme is heard."""
    return next((target.name for target in TARGETS.values() if target.loudness == loudness), "what was asked for")


def check_stretches(found: Inspection, expected: Expected | None, places: Places) -> Iterator[Finding]:
    """A finding for each black, frozen or silent stretch, or one that says there is none."""
    if found.facts.video is not None:
        yield from _all("black", "Nothing is black.", [_black(each, found, places) for each in found.black])
        frozen = [_frozen(each, found, expected, places) for each in found.frozen]
        yield from _all("frozen", "The picture never stands still.", frozen)
    if found.facts.sound is not None and (expected is None or expected.sound) and found.loudness is not None:
        silent = [_silent(each, expected, places) for each in found.silent]
        yield from _all("silent", "There is no silence of a second or more.", silent)


def _all(check: str, fine: str, findings: list[Finding]) -> list[Finding]:
    return findings or [Finding(check=check, severity="ok", measured=0, expected=0, sentence=fine)]


def _black(stretch: Stretch, found: Inspection, places: Places) -> Finding:
    if places.theirs(stretch.start, stretch.end):
        return _clients_own("black", f"The client's own film is black for {stretch.duration:.2f} s.", stretch, places)
    edge = stretch.start < 0.05 or stretch.end > found.duration - 0.05
    fade = edge and stretch.duration <= _FADE
    sentence = f"The picture is black for {stretch.duration:.2f} s{' at the edge of the film' if fade else ''}."
    return Finding(
        check="black",
        severity="notice" if fade else "fault",
        sentence=sentence,
        patch=None if fade else "change the background of this scene",
        **_place(stretch, places),
    )


def _frozen(stretch: Stretch, found: Inspection, expected: Expected | None, places: Places) -> Finding:
    if places.theirs(stretch.start, stretch.end):
        return _clients_own(
            "frozen", f"The client's own film stands still for {stretch.duration:.2f} s.", stretch, places
        )
    at_end = stretch.end > found.duration - 0.05
    spoken = overlap(stretch.start, stretch.end, expected.speech, expected.rate) if expected else 0.0
    if at_end and not spoken and stretch.duration < STILL_END_SECONDS:
        sentence = f"The closing picture rests for {stretch.duration:.2f} s."
        return Finding(check="frozen", severity="ok", sentence=sentence, **_place(stretch, places))
    severity: Severity = "fault" if spoken > 1.0 or stretch.duration >= _STUCK else "warning"
    sentence = f"The picture stands still for {stretch.duration:.2f} s{' while somebody speaks' if spoken else ''}."
    return Finding(
        check="frozen", severity=severity, sentence=sentence, patch="make this scene shorter", **_place(stretch, places)
    )


def _silent(stretch: Stretch, expected: Expected | None, places: Places) -> Finding:
    spoken = overlap(stretch.start, stretch.end, expected.speech, expected.rate) if expected else 0.0
    if spoken > _MISSED:
        sentence = f"Nothing is heard for {stretch.duration:.2f} s, though speech is planned for {spoken:.2f} s of it."
        return Finding(
            check="silent",
            severity="fault",
            sentence=sentence,
            patch="have this scene spoken again",
            **_place(stretch, places),
        )
    if places.theirs(stretch.start, stretch.end):
        sentence = f"The client's own film is silent for {stretch.duration:.2f} s."
        return _clients_own("silent", sentence, stretch, places)
    sentence = f"Nothing is heard for {stretch.duration:.2f} s."
    if expected is not None and expected.unscored:
        return Finding(
            check="silent",
            severity="ok",
            sentence=f"{sentence} A first look has no music; the draft has it.",
            **_place(stretch, places),
        )
    return Finding(
        check="silent",
        severity="warning" if stretch.duration >= _PAUSE else "notice",
        sentence=sentence,
        patch="add quiet music",
        **_place(stretch, places),
    )


def _clients_own(check: str, sentence: str, stretch: Stretch, places: Places) -> Finding:
    """What is so in a film of the client's, as it was given."""
    return Finding(check=check, severity="ok", sentence=sentence, **_place(stretch, places))


def _place(stretch: Stretch, places: Places) -> dict[str, Any]:
    """The fields of a finding that say how long, since when, and in which scene."""
    return {
        "measured": round(stretch.duration, 3),
        "expected": 0,
        "scene": places.scene(stretch.start),
        "timecode": places.timecode(stretch.start),
    }
