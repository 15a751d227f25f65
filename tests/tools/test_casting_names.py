"""Casting: names of ours match exactly, descriptions to the nearest, and nonsense is refused with suggestions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.casting import Candidate, cast
from tools.errors import UnknownName


def candidate(id_: str, name: str, *words: str) -> Candidate:
    return Candidate(id_, name, frozenset(words))


AVATARS = (
    candidate("maya", "Maya", "female", "warm", "blazer"),
    candidate("daniel", "Daniel", "male", "calm", "casual"),
)
VOICES = (
    candidate("ef1", "Clara", "female", "en-us", "warm"),
    candidate("em1", "Owen", "male", "en-us", "clear"),
    candidate("em2", "Angus", "male", "en-gb", "scottish"),
    candidate("em3", "Miles", "male", "en-us", "soft"),
    candidate("es-x", "Ana", "female", "es"),
)
MOODS = (
    candidate("upbeat_corporate", "Upbeat corporate", "bright", "confident"),
    candidate("calm", "Calm", "warm", "unhurried"),
    candidate("tech", "Tech", "sleek", "modern"),
    candidate("cinematic", "Cinematic", "serious", "wide"),
    Candidate("acoustic", "Acoustic", frozenset({"acoustic", "guitars"})),
    Candidate("epic", "Epic", frozenset({"epic", "drums"})),
    Candidate("lofi", "Lo-fi", frozenset({"lofi", "beat"})),
    Candidate("tense", "Tense", frozenset({"tense"})),
)


@pytest.mark.parametrize(
    ("kind", "asked", "candidates", "found"),
    [
        ("avatar", "professional_male_01", AVATARS, "daniel"),
        ("avatar", "Anna_public_3_20240108", AVATARS, "maya"),
        ("avatar", "BusinessWoman", AVATARS, "maya"),
        ("avatar", "a woman", AVATARS, "maya"),
        ("avatar", "default", AVATARS, "maya"),
        ("voice", "standard_english_male_03", VOICES, "em3"),
        ("voice", "standard_english_male_01", VOICES, "em1"),
        ("voice", "british male", VOICES, "em2"),
        ("voice", "spanish_female_2", VOICES, "es-x"),
        ("voice", "1bd001e7e50f421d891986aad5158bc8", VOICES, "ef1"),
        ("music", "upbeat_corporate_track", MOODS, "upbeat_corporate"),
        ("music", "relaxing ambient", MOODS, "calm"),
        ("music", "epic_trailer_02", MOODS, "epic"),
        ("music", "dark suspense bed", MOODS, "tense"),
        ("music", "chillhop_03", MOODS, "lofi"),
        ("music", "folk guitar", MOODS, "acoustic"),
        ("music", "Electronic", MOODS, "tech"),
    ],
)
def test_descriptions_find_the_nearest_and_say_so(
    kind: str, asked: str, candidates: tuple[Candidate, ...], found: str
) -> None:
    casting = cast(kind, asked, candidates)
    assert casting.id == found and not casting.exact
    assert asked in casting.note and found in casting.note


@pytest.mark.parametrize("asked", ["upbeat_corporate", "Upbeat Corporate", "upbeat-corporate", " UPBEAT_CORPORATE "])
def test_our_own_names_match_in_any_spelling(asked: str) -> None:
    casting = cast("music", asked, MOODS)
    assert (casting.id, casting.exact, casting.note) == ("upbeat_corporate", True, "")


@pytest.mark.parametrize("asked", ["none", "OFF", "no music"])
def test_silence_is_a_kind_of_music_only(asked: str) -> None:
    assert cast("music", asked, MOODS).id == ""
    with pytest.raises(UnknownName):
        cast("voice", "off", VOICES)


@pytest.mark.parametrize(
    ("kind", "asked", "candidates", "suggestion"),
    [
        ("avatar", "zzzgibberish", AVATARS, "maya"),
        ("avatar", "danil", AVATARS, "did you mean daniel?"),
        ("music", "upbeet", MOODS, "did you mean upbeat_corporate?"),
        ("voice", "qqq www", VOICES, "agency voices"),
    ],
)
def test_nonsense_is_refused_with_suggestions(
    kind: str, asked: str, candidates: tuple[Candidate, ...], suggestion: str
) -> None:
    with pytest.raises(UnknownName) as refusal:
        cast(kind, asked, candidates)
    assert suggestion in str(refusal.value) and asked in str(refusal.value)


def test_a_gender_we_lack_still_finds_somebody() -> None:
    assert cast("avatar", "professional_male_01", AVATARS[:1]).id == "maya"


def test_an_empty_catalogue_is_said() -> None:
    with pytest.raises(UnknownName, match="no voice to choose from"):
        cast("voice", "any", ())


@given(st.text(max_size=60))
def test_any_name_is_found_or_refused(asked: str) -> None:
    try:
        assert cast("voice", asked, VOICES).id in {voice.id for voice in VOICES}
    except UnknownName as refusal:
        assert "\n" not in str(refusal)
