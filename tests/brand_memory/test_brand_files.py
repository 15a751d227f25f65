from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import font_manrope
import pytest
from PIL import Image, ImageDraw

from brand_memory.brand_files import read_brand_files
from brand_memory.errors import BrandFileUnusable
from brand_memory.kit import Colour, Fact, StoredFile
from brand_memory.partial_kits import PartialKit
from brand_memory.storage import BrandFiles
from brand_memory.swatches import role_of
from tests.brand_memory.made_files import BRAND_YML, CSS, LOGO, TOKENS, guidelines


class Learner:
    """Writes files into a folder and learns from them into a store of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "given"
        self.folder.mkdir()
        self.store = BrandFiles(folder / "store")

    def __call__(self, **files: bytes | str) -> PartialKit:
        return read_brand_files(self.write(**files), self.store)

    def write(self, **files: bytes | str) -> list[Path]:
        paths = []
        for name, content in files.items():
            path = self.folder / name.replace("__", ".")
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            paths.append(path)
        return paths


@pytest.fixture
def learn(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


def hexes(*facts: Fact[Colour] | None) -> list[str]:
    return [fact.value.hex if fact else "" for fact in facts]


def png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


def packed(files: dict[str, bytes | str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_brand_yml_states_name_colours_typefaces_and_logos(learn: Learner):
    learn.write(logo__svg=LOGO)
    kit = learn(_brand__yml=BRAND_YML)
    assert kit.name is not None and kit.name.value == "Nordbrot Bäckerei"
    assert hexes(kit.palette.primary, kit.palette.background, kit.palette.text) == ["#e4572e", "#fffaf2", "#1b2a41"]
    assert kit.palette.secondary is None
    assert kit.heading is not None and (kit.heading.value.family, kit.heading.value.weights) == ("Fraunces", (600, 700))
    assert kit.body is not None and kit.body.value.family == "Inter"
    assert [logo.value.kind for logo in kit.logos] == ["wordmark"]
    assert kit.contacts[0].value.kind == "linkedin"
    assert all(fact.confidence >= 0.95 for fact in (kit.name, kit.palette.primary, kit.heading, kit.body, *kit.logos))  # type: ignore[union-attr]
    assert any("color.secondary is no colour" in note for note in kit.notes)


def test_brand_yml_reads_nothing_outside_its_folder(learn: Learner):
    outside = learn.folder.parent / "secret.svg"
    outside.write_text(LOGO)
    (learn.folder / "link.svg").symlink_to(outside)
    for path in ("../secret.svg", str(outside), "link.svg", "sub/../../secret.svg", "file:secret.svg"):
        kit = learn(_brand__yml=f"meta: {{name: X}}\nlogo: {json.dumps(path)}\n")
        assert kit.logos == ()
        assert "not there" in kit.notes[0]


def test_tokens_are_read_with_aliases_and_rings(learn: Learner):
    kit = learn(tokens__json=json.dumps(TOKENS))
    assert hexes(kit.palette.primary, kit.palette.background) == ["#e4572e", "#fcf8f1"]
    assert kit.heading is not None and kit.heading.value.family == "Fraunces"
    assert kit.body is not None and kit.body.value.family == "Inter"
    assert kit.shape is not None and kit.shape.value.radius == 8.0
    assert len(kit.palette.gradients) == 1
    assert sum("refers to itself" in note for note in kit.notes) == 2


def test_older_tokens_with_plain_text_are_read_too(learn: Learner):
    kit = learn(tokens__json=json.dumps({"primary": {"$type": "color", "$value": "#0a0a0a"}}))
    assert hexes(kit.palette.primary) == ["#0a0a0a"]


def test_css_is_read_by_names_and_by_use_in_light_only(learn: Learner):
    kit = learn(site__css=CSS)
    assert hexes(kit.palette.primary, kit.palette.background, kit.palette.text) == ["#e4572e", "#fffaf2", "#1a2941"]
    assert kit.heading is not None and kit.heading.value.family == "Fraunces"
    assert kit.body is not None and kit.body.value.family == "Inter"
    assert kit.shape is not None and kit.shape.value.language == "pill"


def test_css_without_names_gives_the_button_s_colour_less_surely(learn: Learner):
    kit = learn(site__css="body{background:#fff;color:#222;font:16px/1.5 'Work Sans',sans-serif}.btn{background:#0b5}")
    assert kit.palette.primary is not None
    assert (kit.palette.primary.value.hex, kit.palette.primary.confidence) == ("#00bb55", 0.8)
    assert kit.body is not None and kit.body.value.family == "Work Sans"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("--color-primary", "primary"), ("primary.500", "primary"), ("brandColor", "primary"),
        ("--bg", "background"), ("background-primary", "background"), ("text-primary", "text"),
        ("--accent", "accent"), ("secondary", "secondary"), ("on-primary", None), ("primary-hover", None),
        ("text-success", None), ("card-foreground", None), ("spring", None),
    ],
)  # fmt: skip
def test_names_of_colours_give_roles(name: str, role: str | None):
    assert role_of(name)[0] == role


def test_guidelines_state_colours_typefaces_rules_and_words(learn: Learner):
    kit = learn(guide__pdf=guidelines())
    assert hexes(kit.palette.primary, kit.palette.secondary, kit.palette.background) == [
        "#e4572e",
        "#1b2a41",
        "#fffaf2",
    ]
    assert len(kit.palette.candidates) == 3
    assert kit.palette.primary is not None and kit.palette.primary.evidence[0].place == "page 3"
    assert kit.heading is not None and kit.heading.value.family == "Fraunces"
    assert kit.body is not None and kit.body.value.family == "Inter"
    assert kit.lexicon.never == ("cheap", "best", "artisanal")
    assert kit.lexicon.used == ("slow", "crust", "morning")
    said = " ".join(kit.notes)
    assert "clear space of one loaf" in said and "Do not stretch" in said and "Pantone 7579 C" in said
    assert "1 line gives orders" in said and "approve everything" not in said


def test_a_logo_is_made_harmless_and_measured(learn: Learner):
    kit = learn(logo__svg=LOGO)
    logo = kit.logos[0].value
    assert (logo.kind, logo.file.media_type) == ("wordmark", "image/svg+xml")
    assert {"#e4572e", "#1b2a41"} == {colour.hex for colour in logo.colours}
    assert b"script" not in learn.store.read(logo.file)
    assert kit.palette.primary is not None and kit.palette.primary.confidence < 0.9
    assert learn(favicon__svg=LOGO).favicon is not None


def test_pictures_are_logos_by_name_or_look_and_else_imagery(learn: Learner):
    drawn = Image.new("RGBA", (200, 200))
    ImageDraw.Draw(drawn).ellipse((10, 10, 190, 190), fill="#e4572e")
    kit = learn(signet__png=png(drawn))
    assert [(fact.value.kind, fact.confidence) for fact in kit.logos] == [("mark", 0.97)]
    kit = learn(**{"old town bakery__png": png(Image.effect_noise((400, 300), 80).convert("RGB"))})
    assert [(fact.value.caption, fact.confidence) for fact in kit.imagery] == [("old town bakery", 0.95)]
    assert kit.logos == ()


def font() -> bytes:
    folder = Path(font_manrope.__file__).parent
    return next(path for path in sorted(folder.rglob("*")) if path.suffix in (".ttf", ".otf")).read_bytes()


def test_fonts_join_the_typeface_of_their_family(learn: Learner):
    kit = learn(body__ttf=font())
    assert kit.body is not None and kit.body.value.family == "Manrope"
    assert kit.body.value.files and kit.heading is not None
    kit = learn(body__ttf=font(), site__css="body{font-family:Manrope;color:#111} h1{font-family:Fraunces}")
    assert kit.heading is not None and kit.heading.value.family == "Fraunces"
    assert kit.body is not None and kit.body.value.files


def test_an_archive_is_taken_apart_and_its_films_are_kept(learn: Learner):
    film = b"\0\0\0\x18ftypmp42" + bytes(200)
    kit = learn(all__zip=packed({
        "brand/_brand.yml": BRAND_YML, "brand/logo.svg": LOGO, "brand/guide.pdf": guidelines(), "brand/clip.mp4": film,
        "__MACOSX/brand/._logo.svg": b"x", "../out.css": CSS, "inner.zip": b"PK", "notes.doc": b"\xd0\xcf\x11\xe0\0",
    }))  # fmt: skip
    assert kit.name is not None and kit.name.value == "Nordbrot Bäckerei"
    assert len(kit.logos) == 1
    assert [film.name for film in kit.films if isinstance(film, StoredFile)] == ["clip.mp4"]
    said = " ".join(kit.notes)
    assert "leads out of the archive" in said and "archive in an archive" in said and "'notes.doc'" in said
    assert "MACOSX" not in said


def test_films_are_handed_on_where_they_are(learn: Learner):
    path = learn.write(clip__mp4=b"\0\0\0\x18ftypmp42" + bytes(200))[0]
    assert read_brand_files([path], learn.store).films == (path,)


def test_what_brand_yml_says_goes_before_what_css_says(learn: Learner):
    kit = learn(a__css=":root{--color-primary:#111111}", _brand__yml="color: {primary: '#222222'}")
    assert hexes(kit.palette.primary) == ["#222222"]
    assert kit.sources == ("_brand.yml", "a.css")


def chained(count: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, count)]
    return "\n".join(["color: {}", *lines])


def bomb() -> bytes:
    return packed({"a.css": b" " * 40_000_000})


def many() -> bytes:
    return packed({f"{n}.css": "a{}" for n in range(600)})


HOSTILE: Sequence[tuple[str, bytes | str, str]] = [
    ("a__yml", chained(12), "repeats itself"),
    ("a__yml", "a: &a [*a]\ncolor: 1", "repeats itself|no YAML"),
    ("a__yml", "x: &x {a: 1}\ncolor: {<<: [*x, *x]}", "<<"),
    ("a__yml", "color: !!python/object/apply:os.system ['echo hi']", "no YAML"),
    ("a__yml", "[" * 4000, "nested too deeply|no YAML"),
    ("a__yml", "just text", "no list of brand facts"),
    ("a__yml", "other: 1", "none of the parts"),
    ("a__json", "[" * 100_000, "no JSON"),
    ("a__json", "{}", "no design tokens"),
    ("a__json", "9" * 10_000, "no JSON"),
    ("a__css", "{" * 10_000, "nested too deeply"),
    ("a__css", "hello", "no style rules"),
    ("a__pdf", b"%PDF-1.7\n" + bytes(500), "damaged"),
    ("a__zip", b"PK\3\4" + bytes(200), "damaged"),
    ("a__zip", packed({}), "nothing that a brand|no file that a brand"),
    ("a__zip", bomb(), "unpack to far more"),
    ("a__zip", many(), "600 entries"),
    (
        "a__svg",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
        "no SVG",
    ),
    ("a__svg", "<svg", "no SVG"),
    ("a__png", b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged"),
    ("a__ttf", b"\0\1\0\0" + bytes(300), "no font"),
    ("a__woff2", b"wOF2" + b"\xff" * 300, "no font"),
    ("a__txt", "hello", "no file that a brand"),
    ("a__exe", b"MZ" + bytes(100), "no file that a brand"),
    ("empty__css", b"", "empty"),
]


@pytest.mark.parametrize(("name", "content", "said"), HOSTILE, ids=[f"{n}-{s[:12]}" for n, _, s in HOSTILE])
def test_hostile_files_are_refused_in_one_plain_sentence(name: str, content: bytes | str, said: str, learn: Learner):
    with pytest.raises(BrandFileUnusable, match=said) as caught:
        learn(**{name: content})
    sentence = str(caught.value)
    assert repr(name.replace("__", ".")) in sentence
    assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 400
    assert not learn.store.folder.exists()


def test_missing_files_folders_and_pipes_are_refused(learn: Learner):
    pipe = learn.folder / "pipe.css"
    os.mkfifo(pipe)
    for path, said in ((learn.folder / "none.css", "no file"), (learn.folder, "is a folder"), (pipe, "no plain file")):
        with pytest.raises(BrandFileUnusable, match=said):
            read_brand_files([path], learn.store)


def test_locked_guidelines_are_refused(learn: Learner):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(guidelines())))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    with pytest.raises(BrandFileUnusable, match="locked with a password"):
        learn(guide__pdf=held.getvalue())


def test_links_in_archives_are_left_out(learn: Learner):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        link = zipfile.ZipInfo("logo.svg")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.css", CSS)
    kit = learn(all__zip=held.getvalue())
    assert kit.logos == ()
    assert any("it is a link" in note for note in kit.notes)


def test_names_of_files_are_for_people_only(learn: Learner):
    odd: dict[str, Any] = {"\u202esvg.ogol\n'; drop table.svg": LOGO}
    kit = learn(all__zip=packed(odd))
    assert "\u202e" not in kit.logos[0].value.file.name
    assert all(path.parent.parent == learn.store.folder for path in learn.store.folder.glob("*/*"))
