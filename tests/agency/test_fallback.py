"""Language engines in a row: where the first fails at its work the next does it, and the client is told once."""

from __future__ import annotations

import pytest

from agency.desk import Desk
from agency.fallback import FallbackLanguage
from agency.home import home
from agency.settings import load_settings
from renderers.errors import EngineFailed
from tools.brief import Brief
from tools.language import BriefRequest, DocumentT, LanguageRequest
from tools.language.director import Director

REQUEST = BriefRequest("A launch video for our new lamp Lumen")


class Failing:
    """Fails at everything."""

    identity = "failing/1"

    def complete(self, request: LanguageRequest, schema: type[DocumentT]) -> DocumentT:
        raise EngineFailed("failing", "it always does.", retryable=True)


def test_the_next_engine_works_and_it_is_said_once():
    said: list[str] = []
    language = FallbackLanguage((Failing(), Director()), said.append)
    assert "Lumen" in language.complete(REQUEST, Brief).product
    assert "Lumen" in language.complete(REQUEST, Brief).product
    assert said == ["The failing engine could not do this: it always does. Director works instead."]
    assert language.identity == Director().identity


def test_the_last_engine_fails_aloud():
    with pytest.raises(EngineFailed, match="always does"):
        FallbackLanguage((Failing(),), print).complete(REQUEST, Brief)


def test_the_settings_name_the_row(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AGENCY_ENGINES__LANGUAGE", "openai,director")
    monkeypatch.setenv("AGENCY_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("AGENCY_LLM_MODEL", "tiny")
    monkeypatch.setattr("tools.language.openai_engine.FIRST_WAIT", 0.0)
    settings = load_settings()
    desk = Desk(settings, home(settings))
    assert "Lumen" in desk.engine("language").complete(REQUEST, Brief).product
    assert "can not be reached" in desk.notes[0] and "Director works instead" in desk.notes[0]


def test_an_engine_without_its_address_is_passed_over(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AGENCY_ENGINES__LANGUAGE", "openai,director")
    settings = load_settings()
    desk = Desk(settings, home(settings))
    assert desk.engine("language").identity == Director().identity
    assert "AGENCY_LLM_BASE_URL" in desk.notes[0]
