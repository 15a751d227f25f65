"""A brand's card: typefaces are shown in their own files, and what is decided stays within the card."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from agency.brand_card import brand_view
from agency.brand_desk import brand_records
from agency.home import Home, home
from agency.settings import load_settings
from brand_memory.kit import Typeface
from brand_memory.storage import FileStore
from renderers.typography import family_files
from tests.brand_memory.made_kits import fact, kit

with warnings.catch_warnings():
    # What Chainlit imports is written for an older Pydantic.
    warnings.simplefilter("ignore")
    from agency.chat_controls import decide_fact


def learned(**changes: Any) -> Home:
    records = brand_records()
    with records.learning("lumen") as files:
        made = {name: value(files) if callable(value) else value for name, value in changes.items()}
        records.learn(kit(files, **made))
    return home(load_settings())


def shown(place: Home) -> dict[str, dict[str, Any]]:
    view = brand_view("lumen", place)
    assert json.loads(json.dumps(view)) == view
    return {one["key"]: one for one in view["facts"]}


def served(place: Home, address: str) -> Path:
    assert address.startswith("/media/brands/lumen/")
    return place.root / "chat" / "brands" / "lumen" / address.rpartition("/")[2]


def test_a_typeface_that_we_bring_is_shown_in_its_own_file(own_home: Path) -> None:
    place = learned()
    facts = shown(place)
    heading, body = facts["heading"]["sample"], facts["body"]["sample"]
    assert heading["text"] == "Light that follows your day"
    assert (heading["weight"], body["weight"]) == (800, 400)
    files = {file.name: file.read_bytes() for file in (*family_files("Manrope"), *family_files("Source Sans Pro"))}
    assert "Bold" in heading["source"] and "Regular" in body["source"]
    for sample in (heading, body):
        assert served(place, sample["source"]).read_bytes() == files[sample["source"].rpartition("/")[2]]


def test_a_typeface_that_the_brand_serves_comes_before_ours_and_any_other_is_told(own_home: Path) -> None:
    def heading(files: FileStore) -> Any:
        light = files.keep(b"wOF2 their light cut", "manrope-light.woff2", "font/woff2")
        own = files.keep(b"wOF2 their own cut", "manrope-bold.woff2", "font/woff2")
        return fact(Typeface(family="Manrope", weights=(700,), files=(light, own)))

    place = learned(
        heading=heading,
        body=fact(Typeface(family='Their "Own"', category="serif")),
    )
    facts = shown(place)
    assert served(place, facts["heading"]["sample"]["source"]).read_bytes() == b"wOF2 their own cut"
    assert facts["heading"]["sample"]["source"].endswith(".woff2")
    assert facts["body"]["sample"]["source"] == ""
    assert facts["body"]["sample"]["family"] == '"Their Own", Georgia, serif'


def test_the_logo_is_decided_about_as_the_rest_is(own_home: Path) -> None:
    place = learned()
    logo = shown(place)["logo"]
    assert (logo["text"], logo["editable"]) == ("lumen.svg", False)
    assert decide_fact({"brand": "lumen", "verb": "confirm", "key": "logo", "which": logo["which"]})["kind"] == "brand"
    assert shown(place)["logo"]["status"] == "confirmed"
    decide_fact({"brand": "lumen", "verb": "correct", "key": "primary", "value": "navy"})
    told = shown(place)["primary"]
    assert (told["text"], told["status"], told["place"]) == ("#000080", "corrected", "")
    decide_fact({"brand": "lumen", "verb": "reject", "key": "logo", "which": logo["which"]})
    assert shown(place)["logo"]["text"] == "lumen-white.svg"


@pytest.mark.parametrize("key", ["logo", "favicon", "picture", "opening", "never say", ""])
def test_what_is_typed_on_the_card_never_names_a_file_of_this_machine(own_home: Path, tmp_path: Path, key: str) -> None:
    place = learned()
    secret = tmp_path / "private.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>')
    told = decide_fact({"brand": "lumen", "verb": "correct", "key": key, "value": str(secret)})
    assert told["kind"] == "say"
    assert brand_records().kit("lumen").version == 1
    assert "private" not in json.dumps(brand_view("lumen", place))
