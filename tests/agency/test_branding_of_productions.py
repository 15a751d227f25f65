"""Which brand a video is made for, at which version, and what of it stays in productions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from agency.__main__ import main
from agency.branding import (
    KIT,
    PinnedBrand,
    keep_brand_files,
    known_brand,
    material_of,
    pin_brand,
    productions_of,
    remember_script,
    remove_productions,
)
from agency.desk import Desk
from agency.home import home
from agency.progress import StageTimes
from agency.settings import Settings, load_settings
from agency.writing import plan_source
from brand_memory.fragments import fragments_of
from brand_memory.memory import Memory
from brand_memory.records import BrandRecords
from tests.brand_memory.made_kits import kit
from tools.brief import Brief
from tools.errors import BadInput, UnknownName
from tools.order import Order
from tools.source import Words
from tools.storyboard import Storyboard

WORDS = Words("20 seconds about our new lamp")


@pytest.fixture
def settings() -> Settings:
    return load_settings()


@pytest.fixture
def records(settings: Settings) -> BrandRecords:
    """The brand Lumen, known in the home."""
    known = BrandRecords(home(settings).brands)
    with known.learning("lumen") as files:
        made = kit(files)
        known.learn(made, fragments_of(made))
    return known


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command line prints to standard output."""
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    out = capsys.readouterr()
    assert ended.value.code in (0, None), out.err
    return out.out


def planned(asked: Any, said: dict[str, Any], settings: Settings) -> Any:
    return plan_source(asked, said, Desk(settings, home(settings)), StageTimes())


@pytest.mark.parametrize("name", ["lumen", "Lumen", "LUMEN", "https://lumen.example/about"])
def test_a_known_brand_is_pinned_by_id_name_or_address_at_its_newest_version(
    records: BrandRecords, settings: Settings, name: str
):
    records.correct("lumen", "primary", "#aa2200")
    assert pin_brand({"brand": name, "seed": 1}, WORDS, settings) == {"seed": 1, KIT: {"id": "lumen", "version": 2}}


def test_an_unknown_brand_is_refused_with_the_nearest(records: BrandRecords, settings: Settings):
    with pytest.raises(UnknownName, match="Did you mean 'lumen'"):
        pin_brand({"brand": "lunen"}, WORDS, settings)


def test_a_brand_in_a_document_is_used_where_it_is_known_and_else_only_a_name(
    records: BrandRecords, settings: Settings
):
    pinned = {KIT: {"id": "lumen", "version": 1}}
    assert pin_brand({}, Brief(request="about our lamp", brand="Lumen"), settings) == pinned
    assert pin_brand({}, Order(script="Hello.", brand="lumen"), settings) == pinned
    assert pin_brand({}, Order(script="Hello.", brand="Somebody"), settings) == {}


def test_a_brand_that_the_words_name_is_used_and_the_client_is_told(records: BrandRecords, settings: Settings):
    words = Words('20 seconds about our new desk lamp by a studio called "Lumen"')
    written = planned(words, {}, settings)
    assert written.plan.storyboard.brand is not None
    assert any("Lumen is a brand that is known here" in note for note in written.notes)
    said = pin_brand({"brand": "none"}, words, settings)
    assert planned(words, said, settings).plan.storyboard.brand is None


def test_a_storyboard_stays_with_the_version_it_was_made_with(records: BrandRecords, settings: Settings):
    said = pin_brand({"brand": "lumen"}, WORDS, settings)
    board = planned(WORDS, said, settings).plan.storyboard
    records.correct("lumen", "primary", "#aa2200")
    for again in ({}, pin_brand({"brand": "lumen"}, board, settings)):
        written = planned(board, again, settings)
        assert written.plan.storyboard.look == board.look
        assert written.plan.storyboard.brand == board.brand
        assert written.material is not None
        assert written.material.kit.version == 1
    assert any("stays so" in note for note in written.notes)


def test_colours_that_were_said_win_over_the_brand(records: BrandRecords, settings: Settings):
    said = {**pin_brand({"brand": "lumen"}, WORDS, settings), "colour": "#2f9e44", "call_to_action": "Come by"}
    board = planned(WORDS, said, settings).plan.storyboard
    assert (board.look.primary, board.end_card.call_to_action) == ("#2f9e44", "Come by")
    assert not any(one.field in ("look.primary", "end_card.call_to_action") for one in board.brand.sources)


def test_a_brand_forgotten_between_asking_and_making_is_refused_in_a_sentence(
    records: BrandRecords, settings: Settings
):
    with pytest.raises(BadInput, match="was forgotten"):
        planned(WORDS, {KIT: {"id": "gone", "version": 1}}, settings)
    assert material_of(PinnedBrand("lumen", 9), settings) is None


def test_what_a_client_noted_is_never_said_either(records: BrandRecords, settings: Settings):
    with Memory(records.root, Desk(settings, home(settings)).engine("embedding")) as memory:
        memory.remember("lumen", "note", 'Please never say "cheap" or budget. And use no stock photos.')
    material = material_of(PinnedBrand("lumen", 1), settings)
    assert material is not None
    assert {"cheap", "budget"} <= set(material.kit.lexicon.never)


def production_with(settings: Settings, board: Storyboard, name: str) -> Any:
    from agency.productions import production

    work = production(home(settings).root, board, name)
    kept = keep_brand_files(board, work, settings.home)
    work.keep("storyboard", kept)
    return work, kept


def test_a_production_keeps_copies_of_the_brands_files_and_survives_it(
    records: BrandRecords, settings: Settings, capsys: pytest.CaptureFixture[str]
):
    said = pin_brand({"brand": "lumen"}, WORDS, settings)
    board = planned(WORDS, said, settings).plan.storyboard
    work, kept = production_with(settings, board, "lamp")
    logo = Path(kept.logo)
    assert (logo.parent, logo.suffix) == (work.folder / "brand", ".svg")
    assert logo.read_bytes() == Path(board.logo).read_bytes()
    assert keep_brand_files(kept, work, settings.home) == kept
    assert json.loads(told(capsys, "brand", "forget", "lumen", "--json"))["productions"] == [work.id]
    written = planned(kept, {}, settings)
    assert written.plan.storyboard.logo == kept.logo
    assert written.material is None
    other, copied = production_with(settings, kept.changed(title="another"), "another")
    assert Path(copied.logo).is_relative_to(other.folder)


def test_forgetting_can_take_the_productions_along_but_no_other(
    records: BrandRecords, settings: Settings, capsys: pytest.CaptureFixture[str]
):
    said = pin_brand({"brand": "lumen"}, WORDS, settings)
    board = planned(WORDS, said, settings).plan.storyboard
    work, _ = production_with(settings, board, "lamp")
    other, _ = production_with(settings, board.changed(brand=None, title="x"), "other")
    place = home(settings)
    for each, keys in ((work, ["a" * 32, "b" * 32]), (other, ["b" * 32])):
        each.drafts.mkdir(parents=True)
        (each.drafts / "1.takes.json").write_text(json.dumps({"speech": keys}))
    folders = [place.takes / "speech" / key[:2] / key for key in ("a" * 32, "b" * 32)]
    for folder in folders:
        folder.mkdir(parents=True)
    assert work.id in told(capsys, "brand", "forget", "lumen", "--with-productions", "--yes")
    assert [folder.exists() for folder in folders] == [False, True]
    assert (work.folder.exists(), other.folder.exists()) == (False, True)
    assert productions_of(place.root, "lumen") == ()
    remove_productions((), place)


def test_the_words_of_a_video_are_remembered_for_the_next(records: BrandRecords, settings: Settings):
    said = pin_brand({"brand": "lumen"}, WORDS, settings)
    board = planned(WORDS, said, settings).plan.storyboard
    remember_script(board, "lamp-1", settings)
    with Memory(records.root, Desk(settings, home(settings)).engine("embedding")) as memory:
        found = memory.recall("lumen", "Calm light for long evenings", ("script",), 3)
    assert any("Calm light for long evenings" in one.text for one in found)
    assert found[0].source.page == "lamp-1"


def test_nothing_is_known_where_nothing_was_learned(settings: Settings):
    assert known_brand("lumen", settings) is None
    assert known_brand("", settings) is None
