"""Sources: words, scripts and JSON are told apart, and every bad one gets one clear sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tools.boarding import board_order
from tools.brief import Brief
from tools.errors import BadInput
from tools.json_documents import read_document
from tools.manuscript import LONGEST_SCRIPT, read_manuscript
from tools.order import Order
from tools.plain_text import decode
from tools.script import Script
from tools.sentences import LONGEST_LINE, split_sentences
from tools.source import Words, read_file, read_source
from tools.storyboard import Storyboard

HEYGEN = {
    "avatar_id": "professional_male_01",
    "script": "Hello and welcome to our latest product update! We're excited to share some new features with you "
    "today.",
    "voice_id": "standard_english_male_03",
    "background_music": "upbeat_corporate_track",
}


def said(script: Script) -> list[list[str]]:
    return [[line.text for line in section.lines] for section in script.sections]


def write(folder: Path, name: str, content: str | bytes | dict[str, object]) -> str:
    path = folder / name
    if isinstance(content, dict):
        content = json.dumps(content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def refusal(source: str) -> str:
    with pytest.raises(BadInput) as caught:
        read_source(source)
    message = str(caught.value)
    assert "\n" not in message and message[-1] in ".?"
    return message


def test_words_are_words_even_with_addresses_and_file_names_in_them() -> None:
    for text in ("A video about example.com", "example.com", "Explain what a .json file is to new staff", "and/or"):
        assert isinstance(read_source(text), Words)


def test_paragraphs_become_sections_and_headings_titles(tmp_path: Path) -> None:
    script = read_source(
        write(
            tmp_path,
            "a.md",
            (
                "# Our *spring* update\n\nHello **there**, Mr. Smith. See [our site](http://x.com)!\n\n"
                "## What's new\n\n- One thing\n- Another _thing_.\n\n---\n\n> A `quoted` word, e.g. this "
                "one.\n\n```\ncode()\n```\n"
            ),
        )
    )
    assert isinstance(script, Script) and script.verbatim
    assert script.title == "Our spring update"
    assert [section.heading for section in script.sections] == ["", "What's new", ""]
    assert said(script) == [
        ["Hello there, Mr. Smith.", "See our site!"],
        ["One thing", "Another thing."],
        ["A quoted word, e.g. this one."],
    ]
    assert len({line.id for section in script.sections for line in section.lines}) == 5


def test_plain_text_keeps_its_stars_and_underscores(tmp_path: Path) -> None:
    script = read_source(write(tmp_path, "a.txt", "Rated 5* by all. 3 * 4 in the file_name, and a*b*c."))
    assert isinstance(script, Script)
    assert said(script) == [["Rated 5* by all.", "3 * 4 in the file_name, and a*b*c."]]


def test_front_matter_is_not_spoken() -> None:
    assert said(read_manuscript("---\ntitle: x\n---\nHello.", markdown=True)) == [["Hello."]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_found_out(encoding: str) -> None:
    text = "Hello there. This is a café in São Paulo."
    assert decode(text.encode(encoding), "a.txt") == text


def test_other_bytes_are_refused_by_name(tmp_path: Path) -> None:
    assert "latin.txt is not text in UTF-8" in refusal(write(tmp_path, "latin.txt", "café au lait".encode("latin-1")))
    assert "does not look like text" in refusal(write(tmp_path, "b.txt", bytes(range(1, 32)) * 20))


def test_control_characters_are_taken_out(tmp_path: Path) -> None:
    script = read_source(write(tmp_path, "a.txt", "Hel\0lo\x07 there.\x1b You\u202e too."))
    assert isinstance(script, Script) and said(script) == [["Hello there.", "You too."]]
    words = read_source("A vi\0deo\x08 about bread")
    assert isinstance(words, Words) and words.text == "A video about bread"


def test_right_to_left_and_emoji_survive() -> None:
    assert said(read_manuscript("مرحبا بكم. 👩‍👩‍👧 يوم جيد")) == [["مرحبا بكم.", "👩‍👩‍👧 يوم جيد"]]
    assert read_manuscript("مرحبا بكم في شركتنا الجديدة").language == "ar"
    assert read_manuscript("Wir freuen uns, dass Sie bei uns sind und die neue App testen.").language == "de"


def test_the_order_of_other_services(tmp_path: Path) -> None:
    order = read_source(write(tmp_path, "h.json", HEYGEN))
    assert isinstance(order, Order)
    board = board_order(order)
    assert (board.avatar, board.voice, board.music) == (
        HEYGEN["avatar_id"],
        HEYGEN["voice_id"],
        HEYGEN["background_music"],
    )
    assert board.verbatim and " ".join(line.text for scene in board.scenes for line in scene.lines) == HEYGEN["script"]
    more = read_document(
        json.dumps(
            HEYGEN
            | {
                "aspect_ratio": "9:16",
                "resolution": "720P",
                "caption": False,
                "title": "T",
                "voice_settings": {"speed": 1.2},
                "background": None,
                "call_to_action": "Go",
            }
        ),
        "x",
    )
    assert isinstance(more, Order)
    wide = board_order(more)
    assert (wide.aspect, wide.resolution, wide.captions, wide.speed, wide.scenes[0].layout) == (
        "9:16",
        "720p",
        (),
        1.2,
        "title",
    )
    assert wide.scenes[-1].layout == "end_card" and wide.end_card.call_to_action == "Go"


def test_documents_are_recognised(tmp_path: Path) -> None:
    assert isinstance(read_source(write(tmp_path, "b.json", {"request": "x", "goal": "sales"})), Brief)
    board = read_source(
        write(tmp_path, "s.json", {"scenes": [{"lines": ["One.", {"text": "Two."}]}, {"lines": ["Three."]}]})
    )
    assert isinstance(board, Storyboard)
    assert [line.id for scene in board.scenes for line in scene.lines] == ["s1-l1", "s1-l2", "s2-l1"]
    again = read_document(board.model_dump_json(by_alias=True), "again")
    assert again == board


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ('{"script": "a",\n "voice_id": }', ("line 2, column 14",)),
        ('{"scenes": [{}, {}, {"lines": [{"text": 3}]}]}', ("`scenes[2].lines[0].text`", "valid string", "3")),
        ('{"script": "a", "voic_id": "b"}', ("`voic_id`", 'did you mean "voice_id"')),
        ('{"scenes": [{"backgroud": {}}]}', ("`scenes[0].backgroud`", '"background"')),
        ('{"scenes": [{"background": {"famly": "x"}}]}', ("`scenes[0].background.famly`", '"family"')),
        ('{"scenes": []}', ("`scenes`", "at least 1")),
        ('{"request": "x", "aspect": "3:2"}', ("`aspect`", "'16:9'", '"3:2"')),
        ('{"request": "x", "duration_seconds": 0}', ("`duration_seconds`", "greater than or equal to 3")),
        ('{"request": "x", "duration_seconds": 1e9}', ("`duration_seconds`", "less than or equal to 3600")),
        ('{"request": "x", "duration_seconds": NaN}', ("NaN",)),
        ('{"schema": "storyboard/9", "scenes": []}', ("storyboard/9", "storyboard/1")),
        ('{"scenes": [{"id": "a"}, {"id": "a"}]}', ('two scenes have the id "a"',)),
        ('{"scrpt": "hello"}', ('did you mean "script"',)),
        ("[1, 2]", ("a list",)),
        ('"text"', ('"text"',)),
        ("[" * 100_000, ("nested too deeply",)),
        ('{"script": "  "}', ("no words",)),
        ('{"script": "a", "speed": "fast"}', ("`speed`", "valid number")),
    ],
)
def test_bad_json_is_explained(tmp_path: Path, content: str, parts: tuple[str, ...]) -> None:
    message = refusal(write(tmp_path, "x.json", content))
    for part in parts:
        assert part in message


def test_bad_sources_are_explained(tmp_path: Path) -> None:
    assert "nothing to make a video from" in refusal(" \n\t ")
    assert "There are no words" in refusal("🙂 !!")
    assert "no file" in refusal(str(tmp_path / "missing.txt"))
    assert "no file" in refusal("missing.md")
    assert "is a folder" in refusal(str(tmp_path))
    assert "save it as .txt" in refusal(write(tmp_path, "a.doc", b"PK"))
    assert "damaged or locked" in refusal(write(tmp_path, "a.docx", b"PK"))
    assert "is empty" in refusal(write(tmp_path, "a.txt", " \n "))
    assert "no words to be spoken" in refusal(write(tmp_path, "a.md", "# Only a title\n\n---\n"))
    assert f"100,000 characters and the limit is {LONGEST_SCRIPT:,}" in refusal(
        write(tmp_path, "a.txt", "word " * 20_000)
    )
    assert "20,000" in refusal("word " * 5000)
    assert "MB" in refusal(write(tmp_path, "big.txt", b"a" * 5_100_000))
    assert "paragraphs" in refusal(write(tmp_path, "many.txt", "Hello.\n\n" * 500))


def test_an_unreadable_file_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(write(tmp_path, "a.txt", "Hello."))

    def deny(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    with pytest.raises(BadInput, match="can not be read: Permission denied"):
        read_file(path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr. Who met J. Smith at 3.5 p.m. today. Then he left.",
            ["Dr. Who met J. Smith at 3.5 p.m. today.", "Then he left."],
        ),
        ("We open at 9 a.m. Come early!", ["We open at 9 a.m.", "Come early!"]),
        ('He said "no." Then "yes!" came.', ['He said "no."', 'Then "yes!" came.']),
        ("Visit example.com. It is free… really? Yes.", ["Visit example.com.", "It is free… really?", "Yes."]),
        ("No. 5 is here, e.g. this one, i.e. mine.", ["No. 5 is here, e.g. this one, i.e. mine."]),
        ("你好。再见！", ["你好。", "再见！"]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert list(split_sentences(text)) == expected


@given(st.text(max_size=1500))
def test_sentences_say_every_word_once(text: str) -> None:
    pieces = split_sentences(text)
    assert "".join("".join(piece.split()) for piece in pieces) == "".join(text.split())
    assert all(0 < len(piece) <= LONGEST_LINE for piece in pieces)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_words_are_read_or_refused(text: str) -> None:
    try:
        assert isinstance(read_source(text), Words | Brief | Script | Storyboard | Order)
    except BadInput as error:
        assert "\n" not in str(error)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["scenes", "lines", "text", "script", "request", "id", "title", "schema", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(json_values)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        read_document(json.dumps(value), "x.json")
    except BadInput as error:
        assert str(error).startswith("x.json")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), suffix=st.sampled_from([".txt", ".md", ".json"]))
def test_any_file_is_read_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    try:
        read_file(path)
    except BadInput as error:
        assert "\n" not in str(error)
