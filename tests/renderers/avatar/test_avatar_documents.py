"""Presenters as documents: what they say is what is drawn, and what is wrong is told in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from renderers.avatar.catalogue import AVATARS
from renderers.avatar.drawing import features as drawn_features
from renderers.avatar.drawing.accessories import EARRINGS, GLASSES
from renderers.avatar.drawing.beard import BEARDS as DRAWN_BEARDS
from renderers.avatar.drawing.characters import CHARACTERS, character_of, find_character
from renderers.avatar.drawing.clothing import GARMENTS
from renderers.avatar.drawing.feature_names import BEARDS, HAIR_CUTS, OUTFITS
from renderers.avatar.drawing.feature_names import EARRINGS as EARRING_NAMES
from renderers.avatar.drawing.feature_names import GLASSES as GLASSES_NAMES
from renderers.avatar.drawing.hair_styles import HAIR_STYLES
from renderers.avatar.illustrated import draw_portrait
from renderers.avatar.presenter import Presenter, features, read_presenter
from renderers.avatar.stock import STOCK
from renderers.errors import RenderError

ZOE = {"id": "zoe", "name": "Zoe", "skin": "#a8714f", "hair": "braids", "hair_colour": "#2f7f5f", "outfit": "shirt"}


@pytest.mark.parametrize("presenter", STOCK, ids=lambda presenter: presenter.id)
def test_a_document_is_read_back_as_it_was(presenter: Presenter) -> None:
    assert read_presenter(presenter.document()) == presenter
    assert character_of(read_presenter(presenter.document())) == CHARACTERS[presenter.id]


def test_what_a_document_can_name_is_what_can_be_drawn() -> None:
    assert set(HAIR_CUTS) == set(HAIR_STYLES) and set(OUTFITS) == set(GARMENTS)
    assert GLASSES_NAMES == GLASSES and EARRING_NAMES == EARRINGS and set(BEARDS) == {"none", *DRAWN_BEARDS}
    drawn: dict[str, Iterable[str]] = {
        "skin": drawn_features.SKINS, "face": drawn_features.FACES, "hair_colour": drawn_features.HAIRS,
        "eyes": drawn_features.EYES, "eye_colour": drawn_features.IRISES, "brows": drawn_features.BROWS,
        "nose": drawn_features.NOSES, "lips": drawn_features.LIPS, "build": drawn_features.BUILDS,
        "neck": drawn_features.NECKS,
    }  # fmt: skip
    assert {field: features()[field] for field in drawn} == {field: tuple(known) for field, known in drawn.items()}
    assert all(len(names) >= 3 for names in features().values())
    assert len(features()["face"]) >= 5 and len(features()["nose"]) >= 5 and len(features()["skin"]) >= 8
    assert len(HAIR_CUTS) >= 14 and len(features()["build"]) >= 4


@pytest.mark.parametrize(
    "field", ["hair", "outfit", "glasses", "beard", "face", "eyes", "nose", "lips", "brows", "build"]
)
def test_every_named_feature_is_drawn_and_changes_the_picture(field: str) -> None:
    base = {"hair": "pixie", "outfit": "tee", "build": "average"}
    drawn = {}
    for name in features()[field]:
        if name in ("fox", "robot", "chassis", "mascot", "machine"):
            continue
        # A long beard is as a full one on a face of its own.
        face = {"face": "bearded"} if name == "long" else {}
        presenter = read_presenter(json.dumps({**ZOE, **base, **face, field: name}))
        drawn[name] = draw_portrait(presenter.document(), 72, "#2f5fd0").tobytes()
    assert len(set(drawn.values())) == len(drawn)


def test_a_presenter_of_ones_own_is_drawn_from_its_document() -> None:
    variant = read_presenter(json.dumps(ZOE)).document()
    character = find_character(variant)
    assert character is not None and character.id == "zoe" and character.skin.base == "#a8714f"
    assert draw_portrait(variant, 48, "#2f5fd0").any()
    assert find_character("nobody") is None


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"hair": "bobb"}, "\"hair\": 'bobb' is not known; did you mean bob?"),
        ({"skin": "blue"}, "choose tan, fair.* or #rrggbb"),
        ({"shoes": "#12345"}, '"shoes"'),
        ({"name": ""}, '"name"'),
        ({"id": "../x"}, '"id"'),
        ({"years": 3}, '"years"'),
        ({"hats": 1}, "no such field"),
        ({"glases": "round"}, "did you mean glasses?"),
        ({"gender": "x"}, '"gender"'),
        ({"format": 2}, '"format"'),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, object], told: str) -> None:
    with pytest.raises(RenderError, match=told.replace("?", r"\?")) as refusal:
        read_presenter(json.dumps({**ZOE, **changed}), "zoe.json")
    assert str(refusal.value).startswith("zoe.json") and "\n" not in str(refusal.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", '{"id": "zoe"}', "[" * 30_000, "x" * 70_000])
def test_what_is_no_document_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(RenderError, match="^The presenter") as refusal:
        read_presenter(text)
    assert "\n" not in str(refusal.value)


def test_the_catalogue_says_of_everybody_what_casting_needs() -> None:
    assert [avatar.variant for avatar in AVATARS] == [presenter.id for presenter in STOCK]
    words = [set(avatar.style.lower().replace(";", ",").replace(",", " ").split()) for avatar in AVATARS]
    assert all(len(said) >= 4 for said in words) and len({frozenset(said) for said in words}) == len(words)
