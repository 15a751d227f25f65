"""Checks of the presenter in a finished film: lips and sound, blinks, movements on words, and repetition."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan, sqrt
from pathlib import Path

from renderers.avatar.film_measures import PresenterMeasures, measure_presenters
from renderers.avatar.measures import BOUNDS
from renderers.picture_format import PictureFormat
from renderers.takes import TakeStore
from tools.review_plan import Expected, Places
from tools.review_report import Finding, Severity, counted

_SEEN = 45.0
"""Milliseconds from which on people notice that lips and sound are apart (ITU-R BT.1359)."""
_LEAST_SECONDS = 20.0
"""How long a presenter has to be seen for blinks to be counted."""


def check_presenter(
    path: Path, expected: Expected, places: Places, takes: TakeStore | None, models: Path | None = None
) -> Iterator[Finding]:
    """A finding for each measure that there is enough to measure by; none where nobody appears.

    With `models`, the folder of the face model, also of whether somebody from a photo stays the same person.
    """
    picture = PictureFormat(expected.width, expected.height, expected.rate)
    found = measure_presenters(path, expected.presenters, picture, takes, models)
    if found is not None:
        yield from told_of(found, places)


def told_of(found: PresenterMeasures, places: Places) -> Iterator[Finding]:
    """What the measures of a film's presenters say."""
    if not isnan(found.offset_ms):
        yield _sync(found)
    elif not isnan(found.follows):
        sentence = "The mouth on screen goes too little with what was performed for lips and voice to be measured."
        yield Finding(
            check="lip sync", severity="notice", measured=round(found.follows, 2), expected=1.0, sentence=sentence
        )
    if not isnan(found.closures):
        yield _closures(found, places)
    if not isnan(found.stillness):
        yield _within(
            "still lips",
            found.stillness,
            BOUNDS["stillness"],
            "Lips are still while nothing is said.",
            f"Lips move while nothing is said: {found.stillness:.0%} of how much they move in speech.",
        )
    if found.seconds >= _LEAST_SECONDS:
        yield _blinks(found)
    movements = (("gestures", found.hands_p), ("brows", found.brows_p), ("nods", found.nods_p))
    measured = {name: p for name, p in movements if not isnan(p)}
    if measured:
        loose = [name for name, p in measured.items() if p >= BOUNDS["hands_p"][1]]
        yield _within(
            "movement on words",
            max(measured.values()),
            BOUNDS["hands_p"],
            f"{' and '.join(measured).capitalize()} fall on words that carry weight.",
            f"{' and '.join(loose).capitalize()} fall on the words no better than on others.",
        )
    if not isnan(found.alike):
        yield _within(
            "repetition",
            found.alike,
            BOUNDS["alike"],
            "Nothing the presenter does comes round again.",
            f"The presenter's movements repeat: they are {found.alike:.0%} like themselves a while later.",
            "another variation",
        )
    if not isnan(found.energy):
        yield _within(
            "lasting motion",
            found.energy,
            BOUNDS["energy"],
            "The presenter moves as much at the end as at the beginning.",
            f"The presenter moves {found.energy:.1f} times as much in the last half minute as in the first.",
        )
    if not isnan(found.drift):
        yield _within(
            "same face",
            found.drift,
            BOUNDS["drift"],
            "The presenter from the photo keeps the same face from beginning to end.",
            f"The presenter's face changes its shape by {found.drift:.0%} of the distance of the eyes.",
        )


def _sync(found: PresenterMeasures) -> Finding:
    late, bound = found.offset_ms, BOUNDS["offset_ms"][1]
    size = abs(late)
    severity: Severity = "ok" if size <= bound else "warning" if size <= _SEEN else "fault"
    side = "after" if late > 0 else "before"
    return Finding(
        check="lip sync",
        severity=severity,
        measured=round(late, 1),
        expected=0.0,
        sentence="Lips and voice go together."
        if severity == "ok"
        else f"Lips move {size:.0f} ms {side} the voice{'' if severity == 'warning' else ', which is seen'}.",
        patch=None if severity == "ok" else "make it again",
    )


def _closures(found: PresenterMeasures, places: Places) -> Finding:
    good = found.closures >= BOUNDS["closures"][0]
    first = found.missed[0] if found.missed and not good else None
    return Finding(
        check="lip closures",
        severity="ok" if good else "warning",
        measured=round(found.closures, 3),
        expected=BOUNDS["closures"][0],
        sentence="Lips close on p, b and m."
        if good
        else f"Lips stay open on {counted(len(found.missed), 'sound')} (p, b, m) that need them closed, here first.",
        scene=None if first is None else places.scene(first),
        timecode=None if first is None else places.timecode(first),
    )


def _blinks(found: PresenterMeasures) -> Finding:
    (low, high), minutes = BOUNDS["blinks"], found.seconds / 60
    # Few blinks are counted in a short film: chance moves their number by its root.
    least, most = (edge + 1.5 * sign * sqrt(edge / minutes) for edge, sign in ((low, -1), (high, 1)))
    even = found.blinks * minutes >= 12 and found.blink_variation < BOUNDS["blink_variation"][0]
    good = least <= found.blinks <= most and not even
    odd = "as evenly as a machine" if even else f"{found.blinks:.0f} times a minute"
    return Finding(
        check="blinks",
        severity="ok" if good else "notice",
        measured=round(found.blinks, 1),
        expected="12 to 26 a minute",
        sentence=f"The presenter blinks {found.blinks:.0f} times a minute, as people do."
        if good
        else f"The presenter blinks {odd}, which looks unlike a person.",
    )


def _within(
    check: str, value: float, bound: tuple[float, float], fine: str, wrong: str, patch: str | None = None
) -> Finding:
    good = bound[0] <= value <= bound[1]
    return Finding(
        check=check,
        severity="ok" if good else "notice",
        measured=round(value, 3),
        expected=bound[1],
        sentence=fine if good else wrong,
        patch=None if good else patch,
    )
