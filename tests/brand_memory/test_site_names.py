from __future__ import annotations

from typing import Any

import pytest

from brand_memory.evidence import Witness
from brand_memory.kit import Fact
from brand_memory.reading import SiteReading
from brand_memory.site_names import domain_name, site_name
from tests.brand_memory.made_elements import HOME, candidate, page, site


def name(*pages: Any, given: str = "") -> Fact[str]:
    reading = site(*pages)
    return site_name(reading, Witness(reading, None), given)


@pytest.mark.parametrize(
    "statement",
    [
        {"meta": {"og:site_name": "Lumen Optics"}},
        {"structured": ({"@type": "Organization", "name": "Lumen Optics GmbH"},)},
        {"logos": (candidate("a.svg", alternative="Lumen Optics logo"),)},
        {"title": "Glasses that fit | Lumen Optics"},
    ],
)
def test_each_statement_alone_is_enough(statement: dict[str, Any]):
    assert name(page(**statement)).value == "Lumen Optics"


def test_titles_agree_across_pages():
    titles = ["Lumen Optics - Glasses", "About us - Lumen Optics", "Journal - Lumen Optics"]
    pages = [page(title=title, address=f"{HOME}{n}") for n, title in enumerate(titles)]
    assert name(*pages).value == "Lumen Optics"


def test_a_given_name_is_a_persons_word():
    found = name(page(meta={"og:site_name": "Other"}), given="Lumen")
    assert (found.value, found.status) == ("Lumen", "confirmed")


def test_a_site_that_says_nothing_is_called_after_its_domain():
    found = name(page(title="Home"))
    assert found.value == "Lumen"
    assert found.confidence < 0.5


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://www.lumen.co.uk/", "lumen"), ("https://shop.lumen.com", "lumen"), ("http://127.0.0.1:80/", "")],
)
def test_domains(address: str, expected: str):
    assert domain_name(address) == expected


@pytest.mark.parametrize(
    ("said", "kept"), [("Petal & Co", "Petal & Co"), ("Lumen Inc.", "Lumen"), ("Acme, LLC", "Acme")]
)
def test_legal_forms_go_and_names_stay_whole(said: str, kept: str):
    assert name(page(meta={"og:site_name": said})).value == kept


def test_an_empty_reading_has_a_name():
    reading = SiteReading(HOME, (), {})
    assert site_name(reading, Witness(reading, None)).value == "Lumen"
