"""Captions: every word once and in order, lines that fit, breaks where the sense breaks, files that players read."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderers.speech import Word
from renderers.timeline import CaptionCue, CueWord
from tools.caption_files import to_srt, to_vtt
from tools.captions import COLUMNS, ROWS, Breaking, break_captions, caption_words, cue_text
from tools.sense import break_cost, columns_of

RATE = Fraction(30)


def timed(text: str, pace: int = 10, gap: int = 1) -> list[CueWord]:
    """Each word `pace` frames long, `gap` frames apart."""
    return [CueWord(word, index * (pace + gap), index * (pace + gap) + pace) for index, word in enumerate(text.split())]


def broken(text: str, columns: int = 42, pace: int = 10) -> tuple[CaptionCue, ...]:
    words = timed(text, pace)
    return break_captions(words, Breaking(columns), rate=RATE, end=words[-1].end + 15)


LONG = (
    "We bake every loaf by hand in the middle of Porto, and we open the doors at seven. Come by on your way to "
    "work, or sit down with a coffee and read the paper, because nobody here will ever ask you to hurry."
)


@pytest.mark.parametrize("columns", COLUMNS.values())
def test_lines_fit_and_cues_follow_one_another(columns: int) -> None:
    cues = broken(LONG, columns)
    assert " ".join(" ".join(cue_text(cue).split("\n")) for cue in cues) == LONG
    for cue in cues:
        assert len(cue.lines) <= 2
        assert all(len(line) <= columns for line in cue_text(cue).split("\n"))
        assert cue.end - cue.start >= 25
    assert all(before.end <= after.start for before, after in zip(cues, cues[1:], strict=False))


def test_breaks_follow_sense() -> None:
    last_words = [cue_text(cue).split()[-1].lower() for cue in broken(LONG)]
    line_ends = [line.split()[-1].lower() for cue in broken(LONG) for line in cue_text(cue).split("\n")]
    assert last_words[-1] == "hurry."
    assert "seven." in last_words
    assert not {"the", "a", "of", "and", "to", "our", "by"} & set(line_ends)


def test_names_and_amounts_stay_together() -> None:
    assert break_cost("New", "York") > break_cost("city", "in")
    assert break_cost("the", "city") > break_cost("city", "which")
    assert break_cost("20", "euros") > break_cost("euros", "and")
    assert break_cost("done.", "Next") == 0 < break_cost("Mr.", "Smith")


def test_a_long_silence_ends_a_cue() -> None:
    words = [CueWord("One.", 0, 10), CueWord("Two.", 90, 100)]
    first, second = break_captions(words, Breaking(42), rate=RATE, end=130)
    assert first.end < 60 and second.start == 90


def test_a_word_longer_than_a_line_stands_alone() -> None:
    cues = broken("See example.com/a-very-long-address-that-fits-no-line today", 25)
    assert all(len(line) <= 25 or " " not in line for cue in cues for line in cue_text(cue).split("\n"))


def test_marks_and_unspoken_signs_stay_with_their_words() -> None:
    text = "“Hello” — said 🙂 she."
    words = [Word(word, at, at + 0.3, text.index(word)) for at, word in enumerate(("Hello", "said", "she"))]
    assert [written for written, _, _ in caption_words(text, words)] == ["“Hello” —", "said 🙂", "she."]


def test_a_token_spoken_as_many_words_takes_all_their_time() -> None:
    words = [Word("well", 0.0, 0.2, 0), Word("known", 0.2, 0.5, 5), Word("place", 0.6, 0.9, 11)]
    assert caption_words("well-known place", words) == (("well-known", 0.0, 0.5), ("place", 0.6, 0.9))


def test_chinese_breaks_between_characters_and_keeps_its_marks() -> None:
    text = "我们每天早上七点开门，欢迎您来品尝我们手工制作的面包和咖啡。"
    words = [
        CueWord(written, int(start * 30), max(int(start * 30) + 1, int(end * 30)))
        for written, start, end in caption_words(text, [Word(text, 0.0, 6.0, 0)])
    ]
    cues = break_captions(words, Breaking(25), rate=RATE, end=200)
    lines = [line for cue in cues for line in cue_text(cue).split("\n")]
    assert "".join(lines) == text
    assert all(len(line) <= 13 for line in lines)
    assert not any(line[0] in "，。" for line in lines)


def test_files_have_the_right_clock_and_no_markup() -> None:
    start = 3690 * 30
    lines = ((CueWord("a", 0, 10), CueWord("<b>", 10, 20)), (CueWord("&", 20, 30), CueWord("-->", 30, 40)))
    cue = CaptionCue(lines, start, start + 45)
    srt, vtt = to_srt([cue], RATE), to_vtt([cue], RATE)
    assert srt == "1\n01:01:30,000 --> 01:01:31,500\na <b>\n& →\n"
    assert vtt == "WEBVTT\n\n01:01:30.000 --> 01:01:31.500\na &lt;b&gt;\n&amp; →\n"


def test_a_quick_short_sentence_is_not_left_to_flash() -> None:
    cues = broken("Yes. It really is as simple as that.", pace=5)
    assert all(cue.end - cue.start >= 25 for cue in cues)


def test_tall_pictures_get_three_even_lines_before_two_captions() -> None:
    words = timed("We bake every loaf by hand in the middle of old Porto.", 12)
    (cue,) = break_captions(words, Breaking(25, ROWS["9:16"]), rate=RATE, end=words[-1].end + 30)
    lines = cue_text(cue).split("\n")
    assert len(lines) == 3 and max(map(len, lines)) <= 25
    assert not {"the", "a", "of", "by"} & {line.split()[-1] for line in lines}


def test_a_few_large_words_at_a_time() -> None:
    cues = break_captions(timed(LONG), Breaking(14, rows=1, words=3, shortest=0.3), rate=RATE, end=1000)
    assert " ".join(map(cue_text, cues)) == LONG
    assert all(len(cue.lines) == 1 and len(cue.lines[0]) <= 3 for cue in cues)
    assert all(len(cue_text(cue)) <= 14 for cue in cues)


def test_no_caption_of_several_words_stays_longer_than_seven_seconds() -> None:
    words = timed("Breathe in and hold it for a while", 60)
    cues = break_captions(words, Breaking(42), rate=RATE, end=words[-1].end + 900)
    assert len(cues) > 1
    assert all(cue.end - cue.start <= 7 * RATE for cue in cues)


tokens = st.lists(st.text("abcdeXY.,!?'-€9", min_size=1, max_size=18), min_size=1, max_size=60)


@settings(max_examples=80, deadline=None)
@given(tokens, st.sampled_from(list(COLUMNS.values())), st.lists(st.integers(1, 40), min_size=60, max_size=60))
def test_every_word_is_shown_once_in_order(words: list[str], columns: int, lengths: list[int]) -> None:
    timed_words, at = [], 0
    for word, length in zip(words, lengths, strict=False):
        timed_words.append(CueWord(word, at, at + length))
        at += length + length % 5
    cues = break_captions(timed_words, Breaking(columns), rate=RATE, end=at + 20)
    assert [word for cue in cues for line in cue.lines for word in line] == timed_words
    for cue in cues:
        assert len(cue.lines) <= 2
        assert cue.start == cue.lines[0][0].start < cue.end <= at + 20
    assert all(before.end <= after.start for before, after in zip(cues, cues[1:], strict=False))


def test_korean_characters_fill_two_columns_each() -> None:
    cues = broken("이 책상 램프는 매일 전기를 절약하고 눈을 아프게 하지 않습니다.", 42, 16)
    lines = [line for cue in cues for line in cue_text(cue).split("\n")]
    assert len(lines) > 1
    assert all(columns_of(line) <= 42 for line in lines)


def test_spaces_that_are_written_between_dense_words_are_kept_and_broken_at() -> None:
    text = "このランプは まいにち でんりょくを せつやくします。めを きずつける ことは ありません。"
    tokens, at = text.split(), 0
    words = []
    for token in tokens:
        words.append(Word(token, at, at + len(token) / 8, text.index(token)))
        at += len(token) / 8
    pieces = caption_words(text, words)
    assert "".join(piece for piece, _, _ in pieces) == text
    frames = [CueWord(piece, round(start * 30), round(end * 30)) for piece, start, end in pieces]
    cues = break_captions(frames, Breaking(25, 3), rate=RATE, end=frames[-1].end + 20)
    lines = [line for cue in cues for line in cue_text(cue).split("\n")]
    assert not any(line != line.strip() or "  " in line for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    ends = {text[: match.start()].replace(" ", "") for match in re.finditer(r"\s|(?<=。)|$", text)}
    heard = ""
    for line in lines:
        heard += line.replace(" ", "")
        assert heard in ends, line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("โคมไฟตั้งโต๊ะนี้ช่วยประหยัดไฟทุกวัน และไม่ทำร้ายดวงตาของคุณ",
         "โคม ไฟ ตั้ง โต๊ะ นี้ ช่วย ประหยัด ไฟ ทุก วัน และ ไม่ ทำร้าย ดวงตา ของ คุณ"),
        ("ສະບາຍດີທຸກຄົນມື້ນີ້ພວກເຮົາມີຂ່າວດີ", "ສະບາຍດີ ທຸກ ຄົນ ມື້ ນີ້ ພວກ ເຮົາ ມີ ຂ່າວ ດີ"),
        ("ថ្ងៃនេះយើងមានព័ត៌មានល្អ។", "ថ្ងៃ នេះ យើង មាន ព័ត៌មាន ល្អ។"),
        ("ဒီနေ့ကျွန်တော်တို့မှာသတင်းကောင်းရှိပါတယ်။", "ဒီ နေ့ ကျွန်တော် တို့ မှာ သတင်းကောင်း ရှိ ပါ တယ်။"),
    ],
)  # fmt: skip
def test_writing_that_needs_a_dictionary_is_broken_between_words(text: str, words: str) -> None:
    heard = [Word(token, 3.0 * at, 3.0 * at + 2.9, text.index(token)) for at, token in enumerate(text.split())]
    pieces = caption_words(text, heard)
    assert [piece.strip() for piece, _, _ in pieces] == words.split()
    assert all(before[2] <= after[1] + 1e-9 for before, after in pairwise(pieces))
    whole = {"".join(words.split()[:count]) for count in range(len(words.split()) + 1)}
    frames = [CueWord(piece, round(start * 30), round(end * 30)) for piece, start, end in pieces]
    for columns in (42, 25, 12):
        cues = break_captions(frames, Breaking(columns, 3), rate=RATE, end=frames[-1].end + 20)
        lines = [line.replace(" ", "") for cue in cues for line in cue_text(cue).split("\n")]
        assert "".join(lines) == text.replace(" ", "")
        assert {"".join(lines[:count]) for count in range(len(lines))} <= whole, lines


def test_a_word_of_several_lines_stands_alone() -> None:
    address = "https://www.lumen.example/products/lamp-daylight/2024"
    words = timed(f"Have a look at {address} and order the lamp that follows daylight.", 30)
    cues = break_captions(words, Breaking(25, 3), rate=RATE, end=words[-1].end + 20)
    assert address in [cue_text(cue) for cue in cues]


@pytest.mark.parametrize(
    "text", ["このデスクランプは毎日電気を節約します。", "โคมไฟตั้งโต๊ะนี้ช่วยประหยัดไฟทุกวัน", "Lumen saves power."]
)
def test_who_speaks_is_told_beside_what_is_said_in_every_writing(text: str) -> None:
    heard = [Word(token, 2.0 * at, 2.0 * at + 1.9, text.index(token)) for at, token in enumerate(text.split())]
    frames = [CueWord(piece, round(start * 30), round(end * 30)) for piece, start, end in caption_words(text, heard)]
    named = [CueWord("Maya Lindgren:", frames[0].start, frames[0].start), *frames]
    first, *rest = break_captions(named, Breaking(42, 2), rate=RATE, end=frames[-1].end + 20)
    assert first.lines[0][0].text == "Maya Lindgren:"
    cues = [replace(first, speaker="Maya Lindgren"), *rest]
    assert "".join(map(cue_text, cues)).replace("\n", "").replace(" ", "") == f"MayaLindgren:{text}".replace(" ", "")
    told = to_vtt(cues, RATE)
    assert "<v Maya Lindgren>" in told
    assert "Lindgren:" not in told and text.split()[0] in told.replace("\n", "")


@pytest.mark.parametrize("columns", [42, 32, 28, 25])
def test_japanese_is_broken_where_a_phrase_ends_and_never_inside_a_foreign_word(columns: int) -> None:
    text = (
        "このデスクランプは毎日電気を節約し、目を傷つけることはありません。"
        "価格は四十九ユーロで、カタログから注文できます。"
    )
    frames = [
        CueWord(piece, round(start * 30), round(end * 30))
        for piece, start, end in caption_words(text, [Word(text, 0.0, 12.0, 0)])
    ]
    cues = break_captions(frames, Breaking(columns, 3), rate=RATE, end=frames[-1].end + 20)
    lines = [line for cue in cues for line in cue_text(cue).split("\n")]
    assert "".join(lines) == text
    for before, after in pairwise(lines):
        assert not re.search("[ァ-ー]$", before) or not re.match("[ァ-ー]", after), lines
        assert not re.search("[一-龥ァ-ー]$", before) or not re.match("[ぁ-ん]", after), lines
