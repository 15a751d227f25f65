"""The manuscript: a script that a person wrote, as text or Markdown, to be spoken word for word."""

from __future__ import annotations

import re
from pathlib import Path

from tools.documents import numbered_id
from tools.errors import BadInput
from tools.language.tongues import detect_language
from tools.line_markup import MarkReader, mark_text, without_marks
from tools.manuscript_contents import Shown, shown_in
from tools.script import Script, Section
from tools.sentences import split_sentences

LONGEST_SCRIPT = 60_000
"""Characters; about an hour of speech."""

MOST_SECTIONS = 390
"""A storyboard holds 400 scenes, the title and the end card among them."""

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(r"^\s{0,8}(?:[-*+•–]|\d{1,3}[.)])\s+")
_RULE = re.compile(r"^\s{0,3}(?:([-*_=])\s*){3,}$")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_MARKDOWN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), " "),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), " "),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"<(https?://[^>\s]+|[\w.+-]+@[\w.-]+)>"), r"\1"),
    (re.compile(r"(?:</[a-zA-Z][^<>\n]*>)+(?=[.,;:!?…)\]])"), ""),
    (re.compile(r"</?[a-zA-Z][^<>\n]*>"), " "),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w_])", re.DOTALL), r"\2"),
    (re.compile(r"~~(?=\S)(.+?)~~", re.DOTALL), r"\1"),
    (re.compile(r"`+([^`\n]+)`+"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!~>-])"), r"\1"),
)


def read_manuscript(text: str, *, markdown: bool = False, folder: Path | None = None) -> Script:
    """The verbatim script in `text`: paragraphs become sections, `#` lines become headings, the first one the title.

    Markdown marks are not spoken: links (their words are), images, code fences, comments. List items are sentences of
    one section. What is a list, a quotation or an image is shown as such too; images are those that lie in `folder`.
    `[pause 0.5]`, `*stress*` and the SSML of `tools.line_marks` say how words are spoken. Raises
    `tools.errors.BadInput` when nothing is to be said, or too much, or a mark is malformed.
    """
    if len(text) > LONGEST_SCRIPT:
        raise BadInput(
            f"The script has {len(text):,} characters and the limit is {LONGEST_SCRIPT:,}; cut it into several videos."
        )
    if markdown:
        text = _without_front_matter(text)
    reader = mark_text(_without_fences(text), markdown=markdown)
    title, heading, begun = "", "", False
    over, waiting = "", Shown()
    sections: list[Section] = []
    for block in _blocks(reader.text):
        match = _HEADING.match(block) if "\n" not in block else None
        if match is None:
            shown = shown_in(block, _bare, folder) if markdown else Shown()
            found = _section(heading, block, reader, markdown=markdown)
            if found is None:
                # An image that stands alone belongs to what is said next.
                waiting = shown if shown.content.picture else waiting
                continue
            if not heading and shown.layout in ("points", "steps"):
                found = found.changed(heading=over)
            sections.append(_showing(found, shown, waiting))
            heading, begun, waiting = "", True, Shown()
            continue
        words = reader.read(_plain(match.group(2), markdown=markdown)).text
        if not title and not begun and not heading and len(match.group(1)) == 1:
            title = words
        else:
            heading = over = words
    if waiting.content.picture and sections and not sections[-1].layout:
        sections[-1] = _showing(sections[-1], Shown(), waiting)
    if not sections:
        raise BadInput("The script has no words to be spoken; write what the presenter shall say.")
    if len(sections) > MOST_SECTIONS:
        raise BadInput(
            f"The script has {len(sections)} paragraphs and the limit is {MOST_SECTIONS}; join some of them."
        )
    numbered = tuple(
        section.changed(
            id=(id_ := numbered_id("s", n)),
            lines=[line.changed(id=numbered_id(f"{id_}-l", m)) for m, line in enumerate(section.lines, 1)],
        )
        for n, section in enumerate(sections, 1)
    )
    language = detect_language(without_marks(reader.text))
    return Script(title=title[:200], sections=numbered, verbatim=True, language=language)


def _showing(section: Section, shown: Shown, waiting: Shown) -> Section:
    """`section` with what its block shows, and the picture that stood before it."""
    content = shown.content
    if waiting.content.picture and not content.picture:
        content = content.changed(picture=waiting.content.picture, picture_text=waiting.content.picture_text)
    layout = shown.layout or ("picture" if content.picture else "")
    return section.changed(layout=layout, content=content) if layout else section


def _bare(piece: str) -> str:
    """A piece of Markdown as it is read on screen."""
    return without_marks(_plain(piece, markdown=True))


def _section(heading: str, block: str, reader: MarkReader, *, markdown: bool) -> Section | None:
    sentences = [sentence for item in _items(block) for sentence in split_sentences(_plain(item, markdown=markdown))]
    lines = [reader.read(sentence) for sentence in sentences]
    spoken = tuple(line for line in lines if any(character.isalnum() for character in line.text))
    return Section(id="s", heading=heading[:300], lines=spoken) if spoken else None


def _blocks(text: str) -> list[str]:
    """Paragraphs, headings and lists, without rules."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip() or _RULE.match(line):
            blocks.append([])
        elif _HEADING.match(line):
            blocks += [[line.strip()], []]
        else:
            blocks[-1].append(line)
    return ["\n".join(block) for block in blocks if block]


def _without_fences(text: str) -> str:
    """`text` without fenced code."""
    kept, fenced = [], False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            kept.append(line)
    return "\n".join(kept)


def _items(block: str) -> list[str]:
    """The items of a list, or the block as one."""
    items: list[str] = []
    for line in block.split("\n"):
        quoted = re.sub(r"^\s{0,3}>\s?", "", line)
        if _ITEM.match(quoted):
            items.append(_ITEM.sub("", quoted))
        elif items:
            items[-1] += " " + quoted.strip()
        else:
            items.append(quoted.strip())
    return items


def _plain(text: str, *, markdown: bool) -> str:
    if markdown:
        for pattern, replacement in _MARKDOWN:
            text = pattern.sub(replacement, text)
    return " ".join(text.split())


def _without_front_matter(text: str) -> str:
    match = re.match(r"\s*---\n(?:[^\n]*:[^\n]*\n|\s+[^\n]*\n|-[^\n]*\n|\n)*?---\n", text)
    return text[match.end() :] if match else text
