"""Pronunciations in IPA, for the engines that take sounds: as ARPABET in syllables, or as espeak-ng's mnemonics."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from renderers.errors import EngineFailed

_CONSONANTS = {
    "tʃ": "ch", "dʒ": "jh", "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "c": "k", "g": "g", "f": "f", "v": "v",
    "θ": "th", "ð": "dh", "s": "s", "z": "z", "ʃ": "sh", "ʒ": "zh", "h": "hh", "x": "k", "ç": "hh", "ɣ": "g", "m": "m",
    "n": "n", "ŋ": "ng", "ɲ": "n y", "l": "l", "ɫ": "l", "ʎ": "l y", "ɹ": "r", "r": "r", "ʁ": "r", "ʀ": "r", "ɾ": "d",
    "j": "y", "w": "w", "ʍ": "w", "β": "v", "ɥ": "w", "ʔ": "",
}  # fmt: skip
_VOWELS = {
    "aɪ": "ay", "aʊ": "aw", "eɪ": "ey", "ɔɪ": "oy", "oʊ": "ow", "əʊ": "ow", "ɪə": "ih r", "eə": "eh r", "ʊə": "uh r",
    "ɜr": "er", "ɜɹ": "er", "ər": "er", "əɹ": "er", "iː": "iy", "uː": "uw", "ɑː": "aa", "ɔː": "ao", "ɜː": "er",
    "i": "iy", "ɪ": "ih", "y": "uw", "ʏ": "uh", "e": "ey", "ɛ": "eh", "ø": "er", "œ": "er", "æ": "ae", "a": "aa",
    "ɑ": "aa", "ɒ": "aa", "ɔ": "ao", "o": "ow", "ʊ": "uh", "u": "uw", "ʌ": "ah", "ə": "ax", "ɐ": "ax", "ɜ": "er",
    "ɝ": "er", "ɚ": "er", "ɨ": "ih", "ʉ": "uw",
}  # fmt: skip
"""The nearest sounds of American English; those of other languages are said as an American would."""

_ESPEAK = {
    "tʃ": "tS", "dʒ": "dZ", "aɪ": "aI", "aʊ": "aU", "eɪ": "eI", "ɔɪ": "OI", "oʊ": "oU", "əʊ": "oU", "iː": "i:",
    "uː": "u:", "ɑː": "A:", "ɔː": "O:", "ɜː": "3:", "θ": "T", "ð": "D", "ʃ": "S", "ʒ": "Z", "ŋ": "N", "ɹ": "r",
    "ɾ": "t#", "ɲ": "n^", "ç": "C", "ɪ": "I", "ɛ": "E", "æ": "a", "ɑ": "A:", "ɒ": "0", "ɔ": "O", "ʊ": "U", "ʌ": "V",
    "ə": "@", "ɐ": "@", "ɜ": "3:", "ɝ": "3:", "ɚ": "3", "ɫ": "l", "ʔ": "?",
}  # fmt: skip
_PLAIN = frozenset("pbtdkgfvszhxmnlrjwieaouycq")
_TIES = "\u0361\u035c"
_IGNORED = frozenset("ː.‿ \u0303\u0329\u032f\u0325ʰʲˠ")
_ONSETS = frozenset(
    "s t r|s p r|s k r|s p l|s k w|p r|p l|b r|b l|t r|d r|k r|k l|g r|g l|f r|f l|th r|sh r|s p|s t|s k|s m|s n|s l"
    "|s w|t w|k w|d w|k y|p y|b y|m y|f y|v y|hh y".split("|")
)
_LETTERS = {"ɡ": "g", "ʧ": "tʃ", "ʤ": "dʒ", "'": "ˈ", ",": "ˌ", ":": "ː", "ɻ": "ɹ", "ʦ": "ts", "ʣ": "dz"}


@dataclass(frozen=True)
class Syllable:
    """The ARPABET sounds of a syllable, and whether it is stressed (1) or not (0)."""

    sounds: tuple[str, ...]
    stress: int


def to_arpabet(ipa: str, engine: str) -> tuple[Syllable, ...]:
    """The syllables of a word in IPA, one of them stressed. Raises `EngineFailed` for letters that are no IPA."""
    sounds: list[tuple[str, bool, bool]] = []
    stress_next = False
    text = _plain(ipa)
    at = 0
    while at < len(text):
        if text[at] in "ˈˌ":
            stress_next, at = stress_next or text[at] == "ˈ", at + 1
            continue
        if text[at] in _IGNORED:
            at += 1
            continue
        for length in (2, 1):
            piece = text[at : at + length]
            table, vowel = (_VOWELS, True) if piece in _VOWELS else (_CONSONANTS, False)
            if piece in table:
                for part, symbol in enumerate(table[piece].split()):
                    sounds.append((symbol, vowel and part == 0, stress_next and part == 0))
                stress_next = False if vowel else stress_next
                at += length
                break
        else:
            raise _unknown(text[at], ipa, engine)
    return _syllables(sounds, ipa, engine)


def made_name(number: int) -> str:
    """A word that no dictionary has and that can be said, so that no front end spells it; to stand for given sounds."""
    made = "zovu"
    for _ in range(3):
        made, number = made + "bdfgklmnprst"[number % 12] + "eo"[number // 12 % 2], number // 24
    return made


def to_espeak(ipa: str, engine: str) -> str:
    """espeak-ng's mnemonics for a word in IPA. Raises `EngineFailed` for letters that are no IPA."""
    text, found, at = _plain(ipa), "", 0
    while at < len(text):
        piece = next((text[at : at + n] for n in (2, 1) if text[at : at + n] in _ESPEAK), "")
        if piece:
            found += _ESPEAK[piece]
        elif text[at] in "ˈˌ":
            found += "'" if text[at] == "ˈ" else ","
        elif text[at] in _PLAIN:
            found += text[at]
        elif text[at] == "ː":
            found += ":"
        elif text[at] not in _IGNORED:
            raise _unknown(text[at], ipa, engine)
        at += max(1, len(piece))
    return found if "'" in found else f"'{found}"


def _plain(ipa: str) -> str:
    apart = unicodedata.normalize("NFD", ipa.strip("/[] ")).replace("c\u0327", "ç")
    return "".join(_LETTERS.get(sign, sign) for sign in apart if sign not in _TIES)


def _syllables(sounds: list[tuple[str, bool, bool]], ipa: str, engine: str) -> tuple[Syllable, ...]:
    """Consonants between vowels begin a syllable as far as English words can begin with them."""
    vowels = [at for at, (_, vowel, _) in enumerate(sounds) if vowel]
    if not vowels:
        raise EngineFailed(engine, f"the pronunciation /{ipa}/ has no vowel; write it in IPA, like /ˈluːmən/.")
    starts = [0]
    for before, after in zip(vowels, vowels[1:], strict=False):
        first = after
        while first - 1 > before and _begins([symbol for symbol, _, _ in sounds[first - 1 : after]]):
            first -= 1
        starts.append(first)
    ends = [*starts[1:], len(sounds)]
    parts = [sounds[first:last] for first, last in zip(starts, ends, strict=True)]
    stressed = [any(stress for _, vowel, stress in part if vowel) for part in parts]
    if not any(stressed):
        stressed[0] = True
    return tuple(
        Syllable(tuple(symbol for symbol, _, _ in part), int(stress))
        for part, stress in zip(parts, stressed, strict=True)
    )


def _begins(consonants: list[str]) -> bool:
    return (len(consonants) == 1 and consonants[0] != "ng") or " ".join(consonants) in _ONSETS


def _unknown(sign: str, ipa: str, engine: str) -> EngineFailed:
    return EngineFailed(
        engine,
        f"“{sign}” in the pronunciation /{ipa}/ is no letter of the IPA that it knows; write it like /ˈluːmən/, or "
        "as a respelling.",
    )
