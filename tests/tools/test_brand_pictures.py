"""The brand's own pictures and products come into the scenes whose words speak of them, and into no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.picture_choice import chosen, counted
from brand_memory.embedding import minilm_folder
from brand_memory.hashed_ngrams import HashedNgrams
from brand_memory.kit import BrandKit, Product, StoredFile
from brand_memory.storage import BrandFiles
from tests.brand_memory.made_kits import fact, kit
from tools.branding import Material, Remembered, dress_storyboard, undressed
from tools.branding.pictures import FITTING, fitting_score, standing_out
from tools.branding.products import price_of
from tools.scene_contents import SceneContent
from tools.script import Line
from tools.storyboard import Scene, Storyboard

PHOTO = StoredFile(digest="c" * 64, name="one.jpg", media_type="image/jpeg", size=10)


def sold(files: BrandFiles, sure: float = 0.93, **more: Any) -> BrandKit:
    told = {"name": "Daylight One", "price": "149.00", "currency": "EUR", "picture": PHOTO, **more}
    return kit(files, products=(fact(Product(**told), sure),))


def material(known: BrandKit, **more: Any) -> Material:
    return Material(known, lambda file: f"/brand/{file.digest[:8]}", **more)


def programme(*scenes: tuple[str, str], **more: Any) -> Storyboard:
    made = [
        Scene(id=f"s{n}", layout=layout, lines=(Line(id=f"l{n}", text=text),))
        for n, (layout, text) in enumerate(scenes, 1)
    ]
    return Storyboard(title="A lamp", scenes=tuple(made), **more)


@pytest.fixture
def files(tmp_path: Path) -> BrandFiles:
    return BrandFiles(tmp_path)


OPENING = ("presenter", "Evenings are long.")
NAMED = ("presenter", "The Daylight One follows the sun.")


def test_a_scene_that_names_a_product_shows_it_with_its_price_and_says_where_from(files: BrandFiles):
    dressed = dress_storyboard(programme(OPENING, NAMED, ("presenter", "It is quiet.")), material(sold(files)))
    _, shown, other, *_ = dressed.storyboard.scenes
    assert (shown.layout, other.layout) == ("product", "presenter")
    assert (shown.content.name, shown.content.price, shown.content.picture) == (
        "Daylight One",
        "€149",
        "/brand/cccccccc",
    )
    assert dressed.storyboard.brand is not None
    facts = {one.field: one.fact for one in dressed.storyboard.brand.sources}
    assert {facts[f"scenes.s2.content.{field}"] for field in ("name", "price", "picture")} == {"product"}
    assert any("Daylight One" in note.text and note.scene == "s2" for note in dressed.notes)


def test_what_a_product_scene_says_for_itself_stays(files: BrandFiles):
    asked = programme(OPENING, ("product", "The Daylight One costs $99."))
    asked = asked.changed(
        scenes=(asked.scenes[0], asked.scenes[1].changed(content=SceneContent(name="The One", picture="mine.png")))
    )
    shown = dress_storyboard(asked, material(sold(files))).storyboard.scenes[1].content
    assert (shown.name, shown.price, shown.picture) == ("The One", "", "mine.png")


@pytest.mark.parametrize(
    ("said", "more", "changes"),
    [
        ("It follows the sun.", {}, {}),
        ("The Daylight Onerous is another.", {}, {}),
        ("Daylight is for everyone.", {"name": "Daylight"}, {}),
        ("The daylight in here is poor.", {"name": "Daylight"}, {}),
        ("Buy from Lumen today.", {"name": "Lumen"}, {}),
        (NAMED[1], {"picture": None}, {}),
        (NAMED[1], {}, {"verbatim": True}),
    ],
)
def test_a_presenter_is_not_hidden_for_a_product_that_is_not_clearly_meant(
    files: BrandFiles, said: str, more: dict[str, Any], changes: dict[str, Any]
):
    made = dress_storyboard(programme(OPENING, ("presenter", said), **changes), material(sold(files, **more)))
    assert [scene.layout for scene in made.storyboard.scenes[:2]] == ["presenter", "presenter"]


def test_a_thumbnail_is_not_shown_large_nor_an_uncertain_price_at_all(files: BrandFiles):
    asked = programme(OPENING, ("product", NAMED[1]))
    small = dress_storyboard(asked, material(sold(files), sides=lambda file: (160, 120))).storyboard.scenes[1].content
    assert (small.name, small.price, small.picture) == ("Daylight One", "€149", "")
    unsure = dress_storyboard(asked, material(sold(files, 0.6))).storyboard.scenes[1].content
    assert (unsure.price, bool(unsure.picture)) == ("", True)


def test_a_product_is_shown_once_and_goes_with_the_brand(files: BrandFiles):
    dressed = dress_storyboard(programme(OPENING, NAMED, NAMED, OPENING, NAMED), material(sold(files))).storyboard
    assert sum(scene.layout == "product" for scene in dressed.scenes) == 1
    assert all(scene.content == SceneContent() for scene in undressed(dressed).scenes)


@pytest.mark.parametrize(
    ("price", "currency", "told"),
    [
        ("49.00", "EUR", "€49"),
        ("12.50–19.00", "USD", "from $12.50"),
        ("90", "CHF", "90 CHF"),
        ("", "EUR", ""),
        ("9", "", ""),
    ],
)
def test_a_price_is_written_as_people_write_it(price: str, currency: str, told: str):
    assert price_of(Product(name="Lamp", price=price, currency=currency)) == told


def test_a_picture_is_held_to_the_scale_of_the_engine_that_compared_it_and_to_its_lead_over_the_next():
    assert fitting_score("minilm:other") == FITTING["minilm"] and fitting_score("unknown") == max(FITTING.values())
    alike = [Remembered(str(n), score) for n, score in enumerate((0.3, 0.3))]
    alone = [Remembered(str(n), score) for n, score in enumerate((0.1, 0.3))]
    assert max(score for score, _ in standing_out(alike)) < max(score for score, _ in standing_out(alone))


def test_of_the_pictures_that_are_shown_most_fit_and_scenes_that_none_fits_show_none():
    if minilm_folder() is None:
        right, wrong, fitting = counted(list(chosen("sealed", HashedNgrams(), "hashed")))
        assert right >= 3 and wrong <= 1
        return
    from brand_memory.minilm import MiniLm

    right, wrong, fitting = counted(list(chosen("sealed", MiniLm(), "minilm")))
    assert right >= 0.6 * fitting and wrong <= 2
