"""The review of a finished file: everything measured on the file itself, held against the plan where there is one."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from renderers.inspection import Inspection, inspect, inspect_foreign
from renderers.picture_format import PictureFormat
from renderers.takes import TakeStore
from tools.review_brand import check_brand
from tools.review_captions import check_captions
from tools.review_credentials import check_credentials, check_disclosure
from tools.review_logo import check_logo
from tools.review_plan import Expected as Expected
from tools.review_plan import Places
from tools.review_plan import SceneSpan as SceneSpan
from tools.review_plan import SpeechSpan as SpeechSpan
from tools.review_presenter import check_presenter
from tools.review_reading import check_reading
from tools.review_report import Finding as Finding
from tools.review_report import Report as Report
from tools.review_report import render_report as render_report
from tools.review_report import summarise
from tools.review_streams import check_streams
from tools.review_stretches import check_loudness, check_stretches
from tools.review_texts import check_texts


def review(
    path: Path, expected: Expected | None = None, takes: TakeStore | None = None, models: Path | None = None
) -> Report:
    """The report on the file at `path`. Without `expected` it is a stranger, held against good practice alone.

    Where there is a plan, `takes` saves measuring again what was measured on the same bytes before, and `models`, the
    folder of the face model, tells whether presenters from photos stay themselves.
    Raises `renderers.errors.MediaRejected` where the file can not be read to its end.
    """
    found = inspect(path, takes=takes) if expected else inspect_foreign(path)
    rate = expected.rate if expected else found.facts.video.rate if found.facts.video else Fraction(30)
    places = Places(rate or Fraction(30), expected.scenes if expected else ())
    findings = (
        *check_streams(found, expected, places),
        *check_loudness(found, expected),
        *check_stretches(found, expected, places),
        *(check_presenter(path, expected, places, takes, models) if expected else ()),
        *(check_texts(path, expected, places, takes) if expected else ()),
        *(check_logo(path, expected, places, takes) if expected else ()),
        *check_captions(path, found, expected),
        *check_reading(path, expected, places, _aspect(found)),
        *([told] if expected and (told := check_disclosure(expected)) else ()),
        check_credentials(path, own=expected is not None and expected.signed),
        *(check_brand(path, expected.brand, places, takes) if expected and expected.brand else ()),
    )
    return Report(video=path.name, duration_seconds=found.duration, summary=summarise(findings), findings=findings)


def _aspect(found: Inspection) -> str:
    """The named aspect nearest to the picture's."""
    video = found.facts.video
    return PictureFormat(video.width, video.height, Fraction(30)).aspect if video else "16:9"
