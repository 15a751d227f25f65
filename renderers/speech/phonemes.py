"""How words are said: their sounds in IPA, by espeak-ng in a process of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from renderers.errors import EngineFailed
from renderers.speech.installation import espeak_paths
from renderers.speech.languages import LANGUAGES, base, canonical
from renderers.speech.voice_client import VoiceClient

Sounds = tuple[str, ...]
"""The sounds of one word in IPA, marks of stress before them."""

_LANGUAGE_SWITCH = re.compile(r"\([a-z-]+\)")


def read_phrases(phrases: Sequence[str], voice: str) -> list[tuple[Sounds, ...]]:
    """For each phrase (words without marks) the sounds of its words as espeak's `voice` says them.

    Short words may come as one with their neighbour ("in the"). Raises `EngineFailed` where espeak is not installed or
    has no such voice.
    """
    if not phrases:
        return []
    paths = espeak_paths()
    if paths is None:
        raise EngineFailed("espeak", "the package espeakng-loader is not installed here; run `make setup`.")
    with VoiceClient("espeak", "espeak_phonemes.py", str(paths[0]), str(paths[1])) as client:
        header, _ = client.ask({"voice": voice, "texts": list(phrases), "text": " ".join(phrases)})
    return [_words(text) for text in header["ipa"]]


@lru_cache(maxsize=4096)
def read_word(word: str, voice: str) -> Sounds:
    """The sounds of one word said alone."""
    return sum(read_phrases([word], voice)[0], ())


def read_words(words: Sequence[str], voice: str) -> list[Sounds]:
    """The sounds of each word said alone, all asked at once."""
    return [sum(found, ()) for found in read_phrases(words, voice)]


def espeak_voice(language: str) -> str:
    """The name of espeak's voice for a language; English is American unless it is British."""
    tag = canonical(language)
    if base(tag) == "en":
        return "en" if tag.startswith("en-gb") else "en-us"
    return tag if tag in LANGUAGES else base(tag)


def _words(text: str) -> tuple[Sounds, ...]:
    """Espeak's line taken apart: "_" between sounds, spaces between words; its marks of a change of language go."""
    plain = _LANGUAGE_SWITCH.sub("", text).replace("\n", " ")
    return tuple(
        found for word in plain.split() if (found := tuple(sound for sound in word.split("_") if sound.strip("ˈˌ-")))
    )


def nfd(text: str) -> str:
    """`text` with accents and marks as letters of their own, as the voices' tables have them."""
    return unicodedata.normalize("NFD", text)
