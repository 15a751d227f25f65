"""Reading aloud: what is written stays whole, and what is spoken is what a reader would say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.speech.normalization import Pause, normalise

SAID = {
    "It costs $1,299.99.": "it costs one thousand two hundred ninety nine dollars and ninety nine cents",
    "€5m or £3 million": "five million euros or three million pounds",
    "$1 and $0.99 and US$5-10": "one dollar and ninety nine cents and five to ten U S dollars",
    "$5/month, 5 € and 7 EUR": "five dollars per month five euros and seven euros",
    "on 12 March 2026": "on the twelfth of march twenty twenty six",
    "March 12, 2026-11-21": "march twelfth november twenty first twenty twenty six",
    "3/4/2026": "march fourth twenty twenty six",
    "1999, 2005, 1905 and 1900": "nineteen ninety nine two thousand five nineteen oh five and nineteen hundred",
    "the 1990s and '90s": "the nineteen nineties and nineties",
    "at 3:30pm, 14:00 and 9:05 a.m.": "at three thirty P M fourteen hundred and nine oh five A M",
    "A 12.5% rise": "a twelve point five percent rise",
    "5 km, 30 fps, 10GB, 20°C": "five kilometers thirty frames per second ten gigabytes twenty degrees celsius",
    "1 km and 100km/h": "one kilometer and one hundred kilometers per hour",
    "5m users in 5m": "five million users in five meters",
    "10K likes in 4K": "ten thousand likes in four K",
    "1080p, 1920x1080, 16:9": "ten eighty P nineteen twenty by ten eighty sixteen by nine",
    "Dr. Smith vs. Mr Jones": "doctor smith versus mister jones",
    "Sunset Dr. is near Main St. and St. John": "sunset drive is near main street and saint john",
    "e.g. Acme Inc. in the U.S.": "for example acme incorporated in the U S",
    "No. 5": "number five",
    "No. Never.": "no never",
    "NASA and the API, the APIs": "nasa and the A P I the A P I's",
    "Get it NOW": "get it now",
    "JOIN US TODAY FOR FREE": "join us today for free",
    "example.com/shop": "example dot com slash shop",
    "https://www.acme-corp.co.uk": "W W W dot acme dash corp dot co dot U K",
    "jo.doe@example.org": "jo dot doe at example dot org",
    "#GreenFriday with @acme_co": "hashtag green friday with at acme underscore co",
    "#1 rocks🚀 🎉": "number one rocks",
    "10-20, 10–20%, 2019-2021": "ten to twenty ten to twenty percent twenty nineteen to twenty twenty one",
    "9am-5pm, Mon-Fri": "nine A M to five P M monday to friday",
    "1/2, 3/4, 9/10, 1½, 24/7": "one half three quarters nine out of ten one and a half twenty four seven",
    "555-1234": "five five five one two three four",
    "+1 555 123 4567": "plus one five five five one two three four five six seven",
    "v2.0 and 2.0.1": "version two point zero and two point zero point one",
    "R&D + AT&T": "R and D plus A T and T",
    "World War II, Henry VIII, I am": "world war two henry the eighth i am",
    "1st, 22nd, 007, 1,000,000": "first twenty second zero zero seven one million",
    "-5 or −5 or ~10": "minus five or minus five or about ten",
    "YouTube, OpenAI, McDonald's": "you tube open A I mcdonald's",
    "well-known e-mail, COVID-19, H2O": "well known E mail covid nineteen H two O",
    "word(s) — wait…what?": "words wait what",
    "“Quoted”, (bracketed) *starred* _lined_": "quoted bracketed starred lined",
    "naïve café, don’t": "naïve café don't",
    "two\x00 \x07words\u200f": "two words",
    "x² ① ﬁne": "X squared one fine",
}


@pytest.mark.parametrize("written", SAID)
def test_english_is_said_as_a_reader_would(written: str) -> None:
    assert " ".join(part for word in normalise(written) for part in word.spoken) == SAID[written]


FOREIGN = {
    ("es", "Son 1.299,99 € o $5, un 12,5%"): "Son mil doscientos noventa y nueve coma noventa y nueve euros o cinco "
    "dólares un doce coma cinco por ciento",
    ("es", "info@acme.es"): "info arroba acme punto es",
    ("fr", "Ça coûte 1 299,50 €"): "Ça coûte mille deux cent quatre-vingt-dix-neuf virgule cinquante euros",
    ("de", "Am 3. Mai 5,99€"): "Am dritten Mai fünf Komma neunundneunzig Euro",
    ("pt-BR", "R$25 #SextaVerde"): "vinte e cinco reais hashtag sexta verde",
    ("xh", "Molo 25%"): "Molo 25%",
}


@pytest.mark.parametrize(("language", "written"), FOREIGN)
def test_numbers_of_other_languages_are_said_in_them(language: str, written: str) -> None:
    said = " ".join(part for word in normalise(written, language) for part in word.spoken)
    assert said == FOREIGN[language, written]


def test_a_written_word_keeps_its_marks_and_place() -> None:
    words = normalise('He said: "Buy $5 — now!"')
    assert [word.text for word in words] == ["He", "said:", '"Buy', "$5", "—", 'now!"']
    assert [word.offset for word in words] == [0, 3, 9, 14, 17, 19]
    assert [word.spoken for word in words][3:] == [("five", "dollars"), (), ("now",)]
    assert [word.pause for word in words] == [
        Pause.NONE, Pause.MEDIUM, Pause.NONE, Pause.NONE, Pause.MEDIUM, Pause.LONG,
    ]  # fmt: skip


def test_a_stop_after_an_abbreviation_is_no_pause_unless_a_sentence_ends() -> None:
    pauses = {
        word.text: word.pause
        for word in normalise("Dr. Lee works at Acme Inc. in Rome. We met at 9 a.m. Come, too, etc.")
    }
    assert pauses["Dr."] is Pause.NONE and pauses["Inc."] is Pause.NONE
    assert pauses["Rome."] is Pause.LONG and pauses["a.m."] is Pause.LONG and pauses["etc."] is Pause.LONG


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh", "欢迎，OpenAI！", ["欢", "迎，", "OpenAI！"]),
        ("ja", "カメラは、いい。", ["カメラ", "は、", "いい。"]),
        ("th", "สวัสดีครับ", ["สวัส", "ดีค", "รับ"]),
    ],
)
def test_writing_without_spaces_is_cut_into_short_words(language: str, text: str, words: list[str]) -> None:
    assert [word.text for word in normalise(text, language)] == words


def test_a_blank_line_ends_a_sentence() -> None:
    assert [word.pause for word in normalise("Our story\n\nIt began\nin May")] == [0, Pause.LONG, 0, 0, 0, 0]


ODD = ["(", ")", "—", "🎉", "é", "你好", "\x00", "\u200b", "...", "'", "%"]
PIECES = st.sampled_from([*(part for text in SAID for part in text.split()), *ODD])
LANGUAGES = st.sampled_from(["en", "en-GB", "de", "fr", "ja", "sw"])


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=60), LANGUAGES)
def test_every_character_belongs_to_one_word_in_order(text: str, language: str) -> None:
    words = normalise(text, language)
    assert "".join(word.text for word in words) == "".join(text.split())
    assert all(text[word.offset : word.offset + len(word.text)] == word.text for word in words)
    assert [word.offset for word in words] == sorted({word.offset for word in words})


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_what_is_spoken_in_english_is_plain_words(text: str) -> None:
    for word in normalise(text):
        assert all(part and all(char.isalpha() or char == "'" for char in part) for part in word.spoken), word
