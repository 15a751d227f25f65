from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from brand_memory.errors import (
    BadCorrection,
    BrandBusy,
    BrandError,
    RecordsUnusable,
    UnknownBrand,
    UnknownFact,
)
from brand_memory.kit import Lexicon, Messages, Palette
from brand_memory.records import BrandRecords
from tests.brand_memory.made_kits import SITE, colour, fact, kit, mark


@pytest.fixture
def records(tmp_path: Path) -> BrandRecords:
    return BrandRecords(tmp_path / "brands")


@pytest.fixture
def lumen(records: BrandRecords) -> BrandRecords:
    """The records, with one brand learned."""
    with records.learning("lumen") as files:
        records.learn(kit(files))
    return records


def _again(records: BrandRecords, **changes: object) -> tuple[str, ...]:
    with records.learning("lumen") as files:
        return records.learn(kit(files, **changes)).sentences()


def test_a_new_brand_is_kept_and_read_back_whole(records: BrandRecords):
    with records.learning("lumen") as files:
        made = kit(files)
        difference = records.learn(made)
    assert records.kit("lumen") == made
    assert (difference.before_version, difference.version) == (0, 1)
    assert "+ primary: #1a4fd6, sure" in difference.sentences()
    assert [(brand.id, brand.name, brand.version) for brand in records.brands()] == [("lumen", "Lumen", 1)]


def test_learning_the_same_again_makes_no_version(lumen: BrandRecords):
    assert _again(lumen) == ("Nothing changed: Lumen is as it was (version 1).",)
    assert len(lumen.history("lumen")) == 1


def test_what_a_person_said_is_never_overwritten(lumen: BrandRecords):
    lumen.correct("lumen", "primary", "navy")
    lumen.confirm("lumen", "heading")
    lumen.reject("lumen", "accent", "#ffb020")
    lumen.correct("lumen", "call to action", "Visit the studio")
    lumen.correct("lumen", "never say", "cheap, bargain")
    told = _again(
        lumen,
        palette=Palette(primary=fact(colour("#e02020"), 0.99), accents=(fact(colour("#ffb020"), 0.9),)),
        heading=None,
        messages=Messages(headline=fact("Another headline")),
        lexicon=Lexicon(used=("cheap", "bright")),
    )
    now = lumen.kit("lumen")
    assert now.palette.primary
    assert (now.palette.primary.value.hex, now.palette.primary.status) == ("#000080", "corrected")
    assert now.heading
    assert (now.heading.value.family, now.heading.status) == ("Manrope", "confirmed")
    assert [(a.value.hex, a.status) for a in now.palette.accents] == [("#ffb020", "rejected")]
    assert [c.value for c in now.messages.calls_to_action] == ["Visit the studio"]
    assert now.lexicon.never == ("cheap", "bargain")
    assert now.lexicon.used == ("bright",)
    assert "= primary: #000080 stays (set by you); #e02020 was found" in told
    assert "= heading: Manrope (600, 800) stays (confirmed by you)" in told
    assert "~ headline: Light that follows your day, sure → Another headline, fairly sure" in told
    assert "− background: #ffffff, sure" in told


def test_a_rejected_value_does_not_come_back_by_any_way(lumen: BrandRecords):
    lumen.reject("lumen", "primary")
    _again(lumen, palette=Palette(primary=fact(colour("#e02020"), 0.9)))
    assert lumen.kit("lumen").palette.primary.value.hex == "#e02020"  # type: ignore[union-attr]
    _again(lumen)  # which finds the rejected one again
    assert lumen.kit("lumen").palette.primary is None
    lumen.reject("lumen", "never say", "calm")
    lumen.reject("lumen", "say", "daylight")
    _again(lumen, lexicon=Lexicon(used=("daylight", "evening"), never=("calm",)))
    assert lumen.kit("lumen").lexicon.used == ("evening",)
    assert lumen.kit("lumen").lexicon.never == ()


def test_a_file_read_alone_takes_nothing_from_what_the_site_showed(lumen: BrandRecords):
    with lumen.learning("lumen") as files:
        one = kit(files)
        logo = one.logos[0].model_copy(update={"evidence": fact("x", page="logo.svg").evidence})
        bare = one.model_copy(
            update={
                "address": "",
                "sources": ("logo.svg",),
                "palette": Palette(primary=fact(colour("#333333"), 0.4, page="logo.svg")),
                "heading": None,
                "tone": None,
                "messages": Messages(),
                "products": (),
                "imagery": (),
                "logos": (logo,),
            }
        )
        difference = lumen.learn(bare)
    now = lumen.kit("lumen")
    assert difference.of("gone") == ()
    assert now.palette.primary
    assert now.palette.primary.value.hex == "#1a4fd6"  # the surer one of two that were both found
    assert now.heading
    assert now.products
    assert now.sources == ("logo.svg", SITE)
    assert now.address == SITE


def test_old_versions_stay_and_can_not_be_changed(lumen: BrandRecords):
    lumen.correct("lumen", "name", "Lumen Light")
    assert lumen.kit("lumen", 1).name.value == "Lumen"
    assert lumen.kit("lumen").name.value == "Lumen Light"
    assert [(e.version, e.who, e.why) for e in lumen.history("lumen")] == [
        (1, "you", "learned"),
        (2, "you", "name corrected"),
    ]
    with (
        sqlite3.connect(lumen.database) as db,
        pytest.raises(sqlite3.IntegrityError, match="never changes"),
    ):
        db.execute("UPDATE versions SET kit = '{}'")
    with pytest.raises(UnknownBrand, match="no version 9"):
        lumen.kit("lumen", 9)


@pytest.mark.parametrize(
    ("key", "typed", "shown"),
    [
        ("Primary color", "#1A4FD7", "#1a4fd7"),
        ("accents", "0bf", "#00bbff"),
        ("main colour", "oklch(0.5 0.2 260)", "#"),
        ("heading font", "source sans pro 700", "Source Sans Pro (700)"),
        ("body", "Work Sans", "Work Sans"),
        ("corners", "pill", "pill corners of 999 px"),
        ("radius", "4px", "soft corners of 4 px"),
        ("cta", "Book a visit", "Book a visit"),
        ("tone", "calm, dry and precise", "calm, dry, precise"),
        ("contact", "+49 30 1234567", "phone: +49 30 1234567"),
        ("product", "Lumen Two = 249 EUR", "Lumen Two, 249 EUR"),
        ("gradient", "#123456 to navy", "#123456 → #000080 (90°)"),
    ],
)
def test_people_say_keys_and_values_in_their_own_way(lumen: BrandRecords, key: str, typed: str, shown: str):
    difference = lumen.correct("lumen", key, typed)
    assert len(difference.changes) == 1
    assert difference.changes[0].after.startswith(shown)
    assert lumen.kit("lumen").version == 2


def test_a_logo_and_a_picture_are_given_as_files(lumen: BrandRecords, tmp_path: Path):
    drawing = tmp_path / "new mark.svg"
    drawing.write_bytes(mark("#ffffff").replace(b"<circle", b"<script>alert(1)</script><circle"))
    lumen.correct("lumen", "logo", str(drawing))
    logo = lumen.kit("lumen").logos[0]
    assert (logo.value.ground, logo.value.width, logo.status) == ("dark", 220, "corrected")
    assert b"script" not in lumen.files("lumen").read(logo.value.file)
    assert len(lumen.kit("lumen").logos) == 3


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("primray", "#fff", "no 'primray'.*Did you mean 'primary'"),
        ("primary", "nvay", "no colour.*Did you mean 'navy'"),
        ("primary", "rgb(0 0 0 / 50%)", "see-through"),
        ("primary", "  ", "reject"),
        ("heading", "Manrop", "Did you mean 'Manrope'"),
        ("heading", "<b>", "no typeface"),
        ("logo", "lumen.gif", "should end in"),
        ("logo", "nowhere.svg", "There is no file"),
        ("shape", "rond", "Did you mean 'round'"),
        ("gradient", "#fff", "no gradient"),
        ("pronounce", "Lumen", "equals sign"),
        ("never say", " , ", "which word"),
    ],
)
def test_what_can_not_be_is_told_and_changes_nothing(lumen: BrandRecords, key: str, typed: str, told: str):
    with pytest.raises((BadCorrection, UnknownFact), match=told):
        lumen.correct("lumen", key, typed)
    assert lumen.kit("lumen").version == 1


def test_one_of_a_list_is_named_by_words_or_number(lumen: BrandRecords):
    lumen.confirm("lumen", "call to action", "room")
    lumen.reject("lumen", "accent", "2")
    now = lumen.kit("lumen")
    assert [c.status for c in now.messages.calls_to_action] == ["found", "confirmed"]
    assert [(a.value.hex, a.status) for a in now.palette.accents] == [("#ffb020", "found"), ("#1f9d74", "rejected")]
    with pytest.raises(BadCorrection, match="say which: 1 Order now; 2 See it"):
        lumen.confirm("lumen", "call to action")
    with pytest.raises(UnknownFact, match="Did you mean 'Order now'"):
        lumen.confirm("lumen", "call to action", "Oder now")
    with pytest.raises(UnknownFact, match="Nothing is known of 'opening'"):
        lumen.confirm("lumen", "intro")


def test_brands_are_found_by_what_people_call_them(lumen: BrandRecords):
    assert {lumen.find(asked) for asked in ("lumen", "LUMEN", "lumen.example", "https://www.lumen.example/x")} == {
        "lumen"
    }
    with pytest.raises(UnknownBrand, match="Did you mean 'lumen'"):
        lumen.find("lumne")
    assert lumen.id_for("Anything", "http://lumen.example/press") == "lumen"
    assert lumen.id_for("Lumen", "https://lumen.test") == "lumen-2"
    assert lumen.id_for("Índex!") == "index-2"
    assert lumen.id_for("日本") == "brand"


def test_one_process_learns_a_brand_at_a_time_and_leaves_nothing_unneeded(lumen: BrandRecords):
    with lumen.learning("lumen") as files:
        stray = files.keep(b"never used", "x", "text/plain")
        with pytest.raises(BrandBusy, match="another program"), lumen.learning("lumen"):
            pass
    with lumen.learning("lumen") as files:
        assert stray.digest not in files.digests()
        assert files.digests()


def test_a_kit_whose_files_are_gone_is_not_kept(lumen: BrandRecords):
    with lumen.learning("lumen") as files:
        made = kit(files)
        files.path(made.logos[0].value.file).unlink()
        with pytest.raises(BrandError, match="learn it again"):
            lumen.learn(made)
    assert lumen.kit("lumen").version == 1


def test_tenants_do_not_see_each_other(lumen: BrandRecords):
    other = BrandRecords(lumen.root, "studio")
    assert other.brands() == ()
    with pytest.raises(UnknownBrand):
        other.kit("lumen")
    with other.learning("lumen") as files:
        other.learn(kit(files, name=fact("Another Lumen")))
    assert lumen.kit("lumen").name.value == "Lumen"
    assert other.folder("lumen") != lumen.folder("lumen")


@pytest.mark.parametrize("damage", ["garbage", "newer"])
def test_a_record_that_can_not_be_used_says_so(records: BrandRecords, damage: str):
    records.brands()
    if damage == "garbage":
        records.database.write_bytes(b"no database at all" * 400)
    else:
        db = sqlite3.connect(records.database)
        db.execute("PRAGMA user_version = 99")
        db.close()
    with pytest.raises(RecordsUnusable):
        records.brands()
