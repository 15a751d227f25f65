"""Permitted uses: every catalogue tells them, and what a licence forbids is never told as free."""

from __future__ import annotations

import pytest

from agency.listings import listing
from agency.verification import render_licences
from tools.permitted_uses import permitted_uses
from tools.provenance import Part


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("Apache-2.0", "nobody has to be named"),
        ("GPL-3.0-or-later (espeak-ng, as a separate program)", "also commercial"),
        ("SIL Open Font License 1.1", "may not be sold alone"),
        ("CC BY 4.0", "author has to be named"),
        ("CC-BY-SA-4.0", "keep the licence"),
        ("CC BY-NC-SA 4.0", "not for commercial videos"),
        ("free for non-commercial use", "not for commercial videos"),
        ("", "ask who publishes it"),
        ("see its model card", "ask who publishes it"),
    ],
)
def test_a_licence_is_told_in_words(licence: str, told: str) -> None:
    assert told in permitted_uses(licence)


def test_what_the_client_brought_and_what_a_person_agreed_to_are_told_as_that() -> None:
    assert "you answer for that" in permitted_uses("", given=True)
    assert permitted_uses("the client's own photo", agreed=True).startswith("what the person agreed to")
    assert permitted_uses("Apache-2.0", limits="not for what is political").endswith("; not for what is political")


@pytest.mark.parametrize("what", ["voices", "music"])
def test_catalogues_tell_what_everything_may_be_used_for(what: str) -> None:
    rows = listing(what)
    assert rows and all(row["licence"] and "also commercial" in row["uses"] for row in rows)


def test_licences_tell_uses_and_limits_under_each_part() -> None:
    part = Part(kind="presenter", name="Maya", licence="Apache-2.0", permitted="any video", uses="not for politics")
    assert [line.strip() for line in render_licences([part]).splitlines()] == [
        "presenter   Maya: Apache-2.0",
        "any video",
        "not for politics",
    ]
