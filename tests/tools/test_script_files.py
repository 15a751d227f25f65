"""Scripts as Word, PowerPoint and PDF files: their words come out, and what is no script is refused in a sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pptx
import pytest

from tools import script_files
from tools.errors import BadInput
from tools.script import Script
from tools.script_files import script_text
from tools.source import read_source


@pytest.fixture
def word(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_heading("A lamp that follows daylight", 1)
    document.add_paragraph("Good light helps you work.")
    document.add_paragraph("   ")
    document.add_paragraph("Order at lumen.example.")
    document.save(str(path := tmp_path / "script.docx"))
    return path


def test_a_word_document_gives_headings_and_paragraphs(word: Path):
    assert script_text(word) == (
        "# A lamp that follows daylight\n\nGood light helps you work.\n\nOrder at lumen.example."
    )


def test_a_word_document_is_a_source_like_any_script(word: Path):
    script = read_source(str(word))
    assert isinstance(script, Script) and script.verbatim
    assert [line.text for section in script.sections for line in section.lines] == [
        "Good light helps you work.",
        "Order at lumen.example.",
    ]


def test_slides_give_their_notes_and_else_what_stands_on_them(tmp_path: Path):
    deck = pptx.Presentation()
    layout = deck.slide_layouts[1]
    for title, text, notes in (("First", "On the slide", "What is said."), ("Second", "Only shown", "")):
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = title
        slide.placeholders[1].text = text
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    deck.save(str(path := tmp_path / "deck.pptx"))
    assert script_text(path) == "# First\n\nWhat is said.\n\n# Second\n\nOnly shown"


def test_lines_of_a_pdf_become_paragraphs():
    joined = script_files._joined("One line\ngoes on.\n\nAnother\nparagraph.")
    assert joined == "One line goes on.\n\nAnother paragraph."


@pytest.mark.parametrize("ending", ["docx", "pptx", "pdf", "xlsx"])
def test_what_is_no_script_is_refused_in_one_sentence(tmp_path: Path, ending: str):
    (path := tmp_path / f"a.{ending}").write_bytes(b"PK\x03\x04 nothing of the kind")
    with pytest.raises(BadInput, match=f"a.{ending}") as refused:
        script_text(path)
    assert "\n" not in str(refused.value)


def test_what_unpacks_to_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(script_files, "UNPACKED", 1000)
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "x" * 2000)
    with pytest.raises(BadInput, match="more than can be read safely"):
        script_text(path)


def test_a_document_without_words_is_refused(tmp_path: Path):
    docx.Document().save(str(path := tmp_path / "empty.docx"))
    with pytest.raises(BadInput, match="no words"):
        script_text(path)
