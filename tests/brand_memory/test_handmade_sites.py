from __future__ import annotations

import pytest

from benchmarks.brand.handmade.__main__ import SITES, read_one, summary


def test_sites_written_by_hand_are_many_and_whole():
    known = [made() for made in SITES]
    assert len({one.slug for one in known}) == len(known) >= 16
    assert all("/" in one.files for one in known)
    assert all(made().files == made().files for made in SITES[:3])
    assert any(one.secondary == "" for one in known)


@pytest.mark.parametrize("slug", ["bank", "ironmonger", "tram", "physio"])
def test_some_are_read_right_without_a_browser(slug: str):
    number = next(at for at, made in enumerate(SITES) if made.__name__ == slug)
    found = read_one(number, static=True, again=True)
    asked = ("primary", "background", "text", "heading", "body", "logo", "name")
    assert {question: found.said[question] for question in asked if found.right[question] is not True} == {}
    assert summary([found])["primary"] == 1
