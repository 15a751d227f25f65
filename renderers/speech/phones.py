"""Speech sounds and the mouth shapes that go with them, for ARPABET (Festival, flite) and for IPA (espeak)."""

from __future__ import annotations

import unicodedata

from renderers.speech import Viseme

SOUNDS = "1"
"""The edition of these tables; a change that gives a sound of a voice another shape, or one at all, raises it."""
SILENCES = frozenset({"pau", "h#", "brth", "sil", "ssil", "_"})
"""The symbols that stand for silence."""

_ARPABET_GROUPS: dict[Viseme, str] = {
    Viseme.SIL: " ".join(sorted(SILENCES)),
    Viseme.PP: "p b m",
    Viseme.FF: "f v",
    Viseme.TH: "th dh",
    Viseme.DD: "t d dx",
    Viseme.KK: "k g hh hv",
    Viseme.CH: "ch jh sh zh",
    Viseme.SS: "s z",
    Viseme.NN: "n l ng en el nx",
    Viseme.RR: "r er axr",
    Viseme.AA: "aa ae ah ay aw",
    # A schwa opens the jaw about as far as "e"; "aa" would make every weak syllable gape.
    Viseme.E: "eh ey ax",
    Viseme.IH: "ih iy ix y",
    Viseme.OH: "ao ow oy",
    Viseme.OU: "uw uh w",
}

ARPABET: dict[str, Viseme] = {symbol: viseme for viseme, group in _ARPABET_GROUPS.items() for symbol in group.split()}
"""Mouth shape by ARPABET symbol in lower case, without its stress digit."""

_IPA_GROUPS: dict[Viseme, str] = {
    Viseme.PP: "p b m ɓ ʘ",
    Viseme.FF: "f v ɱ ʋ ɸ β ⱱ",
    Viseme.TH: "θ ð",
    Viseme.DD: "t d ɗ ʈ ɖ ɾ ᶑ",
    Viseme.KK: "k g ɡ ɠ x ɣ q ɢ χ ħ ʕ h ɦ ʔ ɧ c ɟ ʛ ʡ ʜ",
    Viseme.CH: "ʃ ʒ ɕ ʑ ʂ ʐ ç ʝ tʃ dʒ tɕ dʑ tʂ dʐ ʧ ʤ ʨ ʥ",
    Viseme.SS: "s z ɬ ɮ ts dz ʦ ʣ",
    Viseme.NN: "n l ɲ ɳ ŋ ʎ ɭ ɫ ɴ ʟ ɺ",
    Viseme.RR: "r ɹ ɻ ʀ ʁ ɚ ɝ ɽ",
    Viseme.AA: "a ɑ ɐ æ ʌ ɶ",
    Viseme.E: "e ɛ ə ɜ ɘ",
    Viseme.IH: "i ɪ ɨ ᵻ j ɯ ɰ ʝ̞ ʲ",
    Viseme.OH: "o ɔ ɒ ɤ ø œ ɵ ɞ ᵿ",
    Viseme.OU: "u ʊ ʉ w ʍ ɥ y ʏ",
}
_LOOSE_GROUPS: dict[Viseme, str] = {
    Viseme.FF: "Φ", Viseme.KK: "X", Viseme.CH: "S", Viseme.NN: "N", Viseme.AA: "A", Viseme.E: "ε",
}  # fmt: skip
"""Letters of X-SAMPA and of Greek that espeak's tables leave among those of the IPA for some languages."""

IPA: dict[str, Viseme] = {
    symbol: viseme
    for groups in (_IPA_GROUPS, _LOOSE_GROUPS)
    for viseme, group in groups.items()
    for symbol in group.split()
}
"""Mouth shape by IPA letter, or by the two letters of an affricate."""

_PRIMARY, _SECONDARY = "ˈ", "ˌ"
_TIES = str.maketrans("", "", "ˈˌ\u0361\u035c")
_VOWELS = frozenset({Viseme.AA, Viseme.E, Viseme.IH, Viseme.OH, Viseme.OU})
_GLIDES = frozenset({"y", "w", "j", "ɥ", "ʍ", "ɰ"})
_VOICELESS = frozenset("ptkcqfsxhθʃçχħɸɕʂʔʈɬ")
"""The first letters of voiceless sounds, of ARPABET and IPA alike."""
_STOPS = ("p", "t", "k", "b", "d", "ɡ", "g", "q", "c", "jh", "ɟ", "ʈ", "ɖ", "ʔ")
_NO_STOPS = frozenset({"th", "dh"})
_SYLLABIC = frozenset({"er", "axr", "ɚ", "ɝ"})


def arpabet_viseme(symbol: str) -> Viseme:
    """The mouth shape of an ARPABET symbol in either case, with or without stress digit; `SIL` for an unknown one."""
    return ARPABET.get(symbol.lower().rstrip("012"), Viseme.SIL)


def ipa_viseme(symbol: str) -> Viseme:
    """The mouth shape of an IPA symbol, by its first letter that is known (an affricate by both); `SIL` for none."""
    bare = symbol.translate(_TIES)
    for at in range(len(bare)):
        for length in (2, 1):
            if (viseme := IPA.get(bare[at : at + length])) is not None:
                return viseme
        # A letter with its mark in one sign, such as the Japanese "ä".
        if (viseme := IPA.get(unicodedata.normalize("NFD", bare[at])[0])) is not None:
            return viseme
    return Viseme.SIL


def ipa_stress(symbol: str) -> int:
    """The stress that is marked on an IPA symbol: 0, 1 or 2."""
    return 1 if _PRIMARY in symbol else 2 if _SECONDARY in symbol else 0


def is_voiced(symbol: str, viseme: Viseme) -> bool:
    """Whether the voice sounds in a speech sound, so that it has a pitch."""
    return viseme is not Viseme.SIL and symbol.translate(_TIES)[:1].lower() not in _VOICELESS


def is_stop(symbol: str, viseme: Viseme) -> bool:
    """Whether a sound begins with a closed mouth: stops and affricates, of ARPABET and IPA alike."""
    bare = symbol.translate(_TIES).lower()
    return viseme is not Viseme.SIL and bare not in _NO_STOPS and bare.startswith(_STOPS)


def is_vowel(symbol: str, viseme: Viseme) -> bool:
    """Whether a sound can carry a syllable's stress."""
    return symbol in _SYLLABIC or (viseme in _VOWELS and symbol.translate(_TIES) not in _GLIDES)
