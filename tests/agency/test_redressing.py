"""A production that is planned already takes on a brand."""

from __future__ import annotations

import pytest

from agency.branding import known_brand
from agency.desk import Desk
from agency.home import home
from agency.progress import StageTimes
from agency.redressing import redress
from agency.revisions import begin_production, current, revise, undo
from agency.settings import Settings, load_settings
from agency.writing import plan_source
from brand_memory.fragments import fragments_of
from brand_memory.records import BrandRecords
from tests.brand_memory.made_kits import kit
from tools.errors import BadInput
from tools.patches import SetColour
from tools.source import Words


@pytest.fixture
def settings() -> Settings:
    return load_settings()


@pytest.fixture
def production(settings: Settings) -> str:
    """A production without a brand, in a home in which the brand Lumen is known since."""
    place = home(settings)
    written = plan_source(Words("6 seconds about our new tea"), {}, Desk(settings, place), StageTimes())
    id_ = begin_production(place, written).id
    known = BrandRecords(place.brands)
    with known.learning("lumen") as files:
        made = kit(files)
        known.learn(made, fragments_of(made))
    return id_


def test_a_brand_comes_with_its_look_and_can_be_undone(settings: Settings, production: str):
    place = home(settings)
    before = current(place, production).storyboard
    pinned = known_brand("lumen", settings)
    assert pinned is not None
    made, _ = redress(place, production, pinned, Desk(settings, place), "use lumen", key="a")
    assert made.storyboard.brand is not None and made.storyboard.brand.id == "lumen"
    assert made.storyboard.look != before.look
    assert made.changes
    files = [made.storyboard.logo, *made.storyboard.look.fonts]
    assert all(path.startswith(str(place.production(production))) for path in files if path)
    with pytest.raises(BadInput, match="already"):
        redress(place, production, pinned, Desk(settings, place), "use lumen")
    assert undo(place, production).storyboard == before


def test_what_the_client_chose_stays(settings: Settings, production: str):
    place = home(settings)
    revise(place, production, "blue", [SetColour(role="primary", colour="#0000ff")])
    pinned = known_brand("lumen", settings)
    assert pinned is not None
    made, _ = redress(place, production, pinned, Desk(settings, place), "use lumen")
    assert made.storyboard.look.primary == "#0000ff"
