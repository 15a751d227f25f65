"""The languages that espeak-ng of the wheel speaks, and how the tags of languages are matched."""

from __future__ import annotations

import unicodedata

_TABLE = """
af Afrikaans|am Amharic|an Aragonese|ar Arabic|as Assamese|az Azerbaijani|ba Bashkir|be Belarusian|bg Bulgarian
bn Bengali|bpy Bishnupriya|bs Bosnian|ca Catalan|ca-va Valencian|cmn Mandarin|cs Czech|cv Chuvash|cy Welsh|da Danish
de German|el Greek|eo Esperanto|es Spanish|es-419 Latin American Spanish|et Estonian|eu Basque|fa Persian|fi Finnish
fr French|fr-be Belgian French|fr-ch Swiss French|ga Irish|gd Scottish Gaelic|gn Guarani|gu Gujarati|hak Hakka
haw Hawaiian|he Hebrew|hi Hindi|hr Croatian|ht Haitian Creole|hu Hungarian|hy Armenian|hyw Western Armenian
ia Interlingua|id Indonesian|io Ido|is Icelandic|it Italian|ja Japanese|ka Georgian|kk Kazakh|kl Greenlandic
kn Kannada|ko Korean|kok Konkani|ku Kurdish|ky Kyrgyz|la Latin|lb Luxembourgish|lfn Lingua Franca Nova|lt Lithuanian
ltg Latgalian|lv Latvian|mi Maori|mk Macedonian|ml Malayalam|mr Marathi|ms Malay|mt Maltese|mto Totontepec Mixe
my Burmese|nb Norwegian|nci Classical Nahuatl|ne Nepali|nl Dutch|nog Nogai|om Oromo|or Odia|pa Punjabi|pap Papiamento
pl Polish|pt Portuguese|pt-br Brazilian Portuguese|qu Quechua|quc Kiche|ro Romanian|ru Russian|sd Sindhi|shn Shan
si Sinhala|sk Slovak|sl Slovenian|smj Lule Sami|sq Albanian|sr Serbian|sv Swedish|sw Swahili|ta Tamil|te Telugu
th Thai|ti Tigrinya|tk Turkmen|tn Setswana|tr Turkish|tt Tatar|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese
vi-vn-x-central Central Vietnamese|vi-vn-x-south Southern Vietnamese|yue Cantonese
"""
LANGUAGES: dict[str, str] = {
    code: name for entry in _TABLE.replace("\n", "|").split("|") if entry for code, name in [entry.split(" ", 1)]
}
"""English names by espeak-ng's code, English aside. Made-up tongues and spellings in foreign letters are left out."""

_READERS = {
    "CYRILLIC": "ba be bg bs cv kk ky mk nog ru sr tt uk uz",
    "GREEK": "el",
    "ARABIC": "ar fa sd ug ur",
    "HEBREW": "he",
    "DEVANAGARI": "hi kok mr ne",
    "BENGALI": "as bn bpy",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "ORIYA": "or",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "THAI": "th",
    "LAO": "",
    "MYANMAR": "my shn",
    "KHMER": "",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy hyw",
    "ETHIOPIC": "am ti",
    "HANGUL": "ko",
    "CJK": "cmn yue",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KATAKANA-HIRAGANA": "ja",
    "TIBETAN": "",
    "MONGOLIAN": "",
    "CHEROKEE": "",
    "BOPOMOFO": "cmn",
}
_SCRIPTS = {script: frozenset(codes.split()) for script, codes in _READERS.items()}
_SAME = {
    "zh": "cmn",
    "no": "nb",
    "nn": "nb",
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "mo": "ro",
    "sh": "hr",
    "hbs": "hr",
    "fil": "tl",
    "gsw": "de",
    "val": "ca-va",
    "zh-hk": "yue",
    "zh-yue": "yue",
    "zh-hant-hk": "yue",
    "pt-pt": "pt",
}
_LATIN_AMERICA = frozenset("mx ar co cl pe ve ec gt cu bo do hn py sv ni cr pa uy us pr".split())


def canonical(tag: str) -> str:
    """A language tag in lower case, in the code that the catalogue uses: "zh-CN" is "cmn", "es-MX" is "es-419"."""
    lower = tag.strip().lower().replace("_", "-")
    if lower in _SAME:
        return _SAME[lower]
    base, _, region = lower.partition("-")
    if base == "es" and region in _LATIN_AMERICA:
        return "es-419"
    if base in _SAME:
        return _SAME[base]
    return lower


def base(tag: str) -> str:
    """The language of a tag without region or script."""
    return canonical(tag).split("-")[0]


def unreadable(word: str, language: str) -> bool:
    """Whether `word` holds a letter of a script that the voices of `language` skip or spell as letter names.

    The languages by script are those whose words espeak-ng said as words in our trials; it has no readings of kanji.
    """
    own = base(language)
    return any(
        char.isalpha() and own not in _SCRIPTS.get(unicodedata.name(char, "?").split()[0], (own,))
        for char in word
        if not char.isascii()
    )
