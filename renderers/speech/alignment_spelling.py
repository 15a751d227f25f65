"""Words that the aligner's dictionary does not know, spelt in the sounds of its acoustic model; and their stress."""

from __future__ import annotations

from collections.abc import Sequence

from renderers.speech.phonemes import Sounds, read_word
from renderers.speech.phones import ipa_stress, ipa_viseme, is_vowel

_TABLE = """
tʃ CH|dʒ JH|eɪ EY|aɪ AY|ɔɪ OY|aʊ AW|oʊ OW|əʊ OW|iə IY AH|ɪɹ IH R|ɛɹ EH R|ʊɹ UH R|ɑɹ AA R|ɔɹ AO R|ɜɹ ER|əl AH L|ju Y UW
aɪə AY ER|aɪɚ AY ER|ɑ AA|æ AE|ʌ AH|ə AH|ɐ AH|ɚ ER|ɝ ER|ɜ ER|ɛ EH|e EH|ɪ IH|ᵻ IH|i IY|ɔ AO|ɒ AA|o OW|ʊ UH|u UW|a AA
b B|d D|ð DH|f F|ɡ G|g G|h HH|j Y|k K|l L|ɫ L|m M|n N|ŋ NG|p P|ɹ R|r R|ɾ D|s S|ʃ SH|t T|θ TH|v V|w W|z Z|ʒ ZH|ʔ T
x K|ç SH|ʍ W|y UW|ø ER|œ ER|ɲ N Y|ʁ R|c K|q K|β V|ɣ G
"""
_ARPABET: dict[str, tuple[str, ...]] = {
    ipa: tuple(names.split())
    for entry in _TABLE.replace("\n", "|").split("|")
    if entry
    for ipa, names in [entry.split(" ", 1)]
}
_LENGTHS = "ːˈˌ\u0361\u035c\u0303\u0329"
ACCENT = "en-us"
"""The accent of the acoustic model."""


def spell_sounds(word: str) -> tuple[str, ...]:
    """`word` as sounds of the aligner (ARPABET in capitals), at least one."""
    return to_arpabet(read_word(word, ACCENT)) or ("AH",)


def to_arpabet(sounds: Sequence[str]) -> tuple[str, ...]:
    """IPA sounds as ARPABET in capitals; what English has not becomes what is nearest, and what is unknown goes."""
    text = "".join(sounds).translate(str.maketrans("", "", _LENGTHS))
    found: list[str] = []
    at = 0
    while at < len(text):
        size = next((size for size in (3, 2, 1) if text[at : at + size] in _ARPABET), 0)
        found += _ARPABET[text[at : at + size]] if size else ()
        at += size or 1
    return tuple(found)


def stressed_vowel(sounds: Sounds, vowels: int) -> int:
    """Which of the `vowels` of a word bears its stress, given its sounds in IPA; -1 for a word without stress."""
    heard = [sound for sound in sounds if is_vowel(sound.strip("ˈˌ"), ipa_viseme(sound))]
    stressed = next((at for at, sound in enumerate(heard) if ipa_stress(sound) == 1), -1)
    return min(stressed, vowels - 1)
