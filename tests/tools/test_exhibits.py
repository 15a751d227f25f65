"""What scenes show is read out of what is said in them: nothing is invented, and most sentences show the presenter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.boarding import board
from tools.brief import Brief
from tools.exhibits import exhibit_of
from tools.layouts import content_texts
from tools.manuscript import read_manuscript
from tools.script import Line, Script, Section
from tools.source import read_file
from tools.storyboard import Storyboard


def section(*said: str, **fields: object) -> Section:
    return Section(id="s", lines=tuple(Line(id=f"l{n}", text=text) for n, text in enumerate(said)), **fields)


@pytest.mark.parametrize(
    ("said", "layout", "shown"),
    [
        (("First, unfold the stand.", "Then plug it in.", "Finally, touch the shade."), "steps",
         ["Unfold the stand", "Plug it in", "Touch the shade"]),
        (("First unfold the stand, then plug it in, and touch the shade.",), "steps",
         ["Unfold the stand", "Plug it in", "Touch the shade"]),
        (("It comes with a stand, two shades and a warranty.",), "points", ["A stand", "Two shades", "A warranty"]),
        (("Three things matter: price, quality and time.",), "points", ["Price", "Quality", "Time"]),
        (("It works offline.", "It syncs at night.", "It costs nothing."), "points",
         ["Works offline", "Syncs at night", "Costs nothing"]),
        (("There are three reasons.", "It is warm.", "It dims at a touch."), "points",
         ["It is warm", "It dims at a touch"]),
        (("Tempo cuts meetings by 48 percent.",), "statistic", ["48%", "Tempo cuts meetings by 48 percent"]),
        (("10,000 companies trust us.",), "statistic", ["10,000", "companies trust us"]),
        (("We raised $1.2 million.",), "statistic", ["$1.2 million", "We raised $1.2 million"]),
        (("“I read an hour longer every night,” says Ana Ribeiro, an architect.",), "quote",
         ["I read an hour longer every night", "Ana Ribeiro", "an architect"]),
        (("As Ana puts it, “I read an hour longer every night.”",), "quote",
         ["I read an hour longer every night.", "Ana"]),
        (("The Lumen Desk costs €89.",), "product", ["Lumen Desk", "€89"]),
        (("Before, the light was cold.", "With Lumen, it is warm."), "comparison",
         ["Before", "The light was cold", "With Lumen", "It is warm"]),
        (("You get live dashboards instead of manual reports.",), "comparison",
         ["Manual reports", "Live dashboards"]),
        (("Instead of spreadsheets, use Ledgerly.",), "comparison", ["Spreadsheets", "Use Ledgerly"]),
        (("Output grew from 3 GWh in 2021 to 5 GWh in 2022 and 9 GWh in 2023.",), "chart",
         ["2021", "2022", "2023", "GWh"]),
    ],
)  # fmt: skip
def test_what_is_said_is_shown(said: tuple[str, ...], layout: str, shown: list[str]) -> None:
    found = exhibit_of(section(*said), verbatim=False)
    assert found is not None and found.layout == layout
    assert [text.rstrip(".") for _, text in content_texts(found.content) if text] == [
        text.rstrip(".") for text in shown
    ]


@pytest.mark.parametrize(
    "said",
    [
        "You pay 2500 dollars a year.",
        "We have 3 shops in Porto.",
        "Since 2021 we bake bread.",
        "In the morning, in the evening, and at night, we are here for you.",
        "Our service runs 24/7.",
        "Call 555 123 4567 today.",
        "Version 2.0 is out.",
        "You get 20% off until May 3.",
        "Room 404 is open.",
        "Model 300 uses less power.",
        "“Soon,” says Ana.",
        "We walked home by the river instead of taking the bus that everybody takes on a rainy Monday.",
        "A calm office and 10,000 companies that have one now trust us with all of theirs.",
        "First of all, thank you.",
        "The bakery in Porto sells bread, and the one in Lisbon sells cakes, which everybody who comes by likes a lot.",
    ],
)
def test_what_only_looks_like_it_is_left_to_the_presenter(said: str) -> None:
    assert exhibit_of(section(said), verbatim=False) is None


@pytest.mark.parametrize(
    ("said", "value", "label"),
    [
        ("The necklace Aurelia costs 189 euros.", "€189", "the price"),
        ("It starts at €89.", "€89", "starting price"),
        ("The price is 45 euros per person.", "€45", "per person"),
        ("The price is 320000 euros.", "€320,000", "the price"),
        ("They cost 650 kroner.", "650 kroner", "the price"),
    ],
)
def test_a_price_that_stands_alone_is_a_figure_as_it_is_said(said: str, value: str, label: str) -> None:
    shown = exhibit_of(section(said), verbatim=False)
    assert shown is not None
    assert (shown.layout, shown.content.value, shown.content.label) == ("statistic", value, label)
    assert exhibit_of(section(said), verbatim=True) is None


def test_short_facts_are_points_and_what_leads_on_or_asks_is_none() -> None:
    shown = exhibit_of(section("It's made in Belgium.", "No plastic.", "They cost 7 euros."), verbatim=False)
    assert shown is not None and shown.layout == "points"
    assert [entry.text for entry in shown.content.entries] == ["Made in Belgium", "No plastic", "7 euros"]
    listed = exhibit_of(
        section("Coffee is free.", "Here's what you get: meeting rooms and 24/7 access."), verbatim=False
    )
    assert listed is not None
    assert [entry.text for entry in listed.content.entries] == ["Coffee is free", "Meeting rooms", "24/7 access"]
    assert exhibit_of(section("Here's what you should know.", "No plastic."), verbatim=False) is None
    assert exhibit_of(section("Any questions left?", "No plastic."), verbatim=False) is None
    assert exhibit_of(section("It's made in Belgium.", "No plastic."), verbatim=True) is None


def test_lines_that_may_go_are_not_shown_and_verbatim_scripts_are_not_interpreted() -> None:
    optional = Section(id="s", lines=(Line(id="l", text="Tempo cuts meetings by 48 percent.", optional=True),))
    assert exhibit_of(optional, verbatim=False) is None
    priced = section("The Lumen Desk costs €89.")
    assert exhibit_of(priced, verbatim=True) is None and exhibit_of(priced, verbatim=False) is not None


def listing(count: int) -> Script:
    made = [
        section("It works offline.", "It syncs at night.", "It costs nothing.").changed(id=f"s{n}")
        for n in range(count)
    ]
    lines = [s.changed(lines=[line.changed(id=f"{s.id}-{line.id}") for line in s.lines]) for s in made]
    return Script(sections=tuple(lines), verbatim=True)


def test_a_programme_is_not_all_lists() -> None:
    layouts = [scene.layout for scene in board(listing(9)).scenes]
    assert layouts.count("points") == 3
    assert all(one != "points" or other != "points" for one, other in zip(layouts, layouts[1:], strict=False))


def test_the_first_scene_shows_who_speaks_and_words_stay_as_they_are() -> None:
    script = Script(sections=(section("Tempo cuts meetings by 48 percent."),), verbatim=True)
    made = board(script)
    assert made.scenes[0].layout == "presenter"
    assert [line.text for scene in made.scenes for line in scene.lines] == ["Tempo cuts meetings by 48 percent."]


def test_a_heading_that_says_what_the_figure_says_is_left_out() -> None:
    texts = {"a": "Hello.", "b": "Tempo cuts meetings by 48 percent.", "c": "Come and see."}
    sections = [section(text).changed(id=id_) for id_, text in texts.items()]
    own = tuple(s.changed(lines=[line.changed(id=f"{s.id}{line.id}") for line in s.lines]) for s in sections)
    headed = (own[0], own[1].changed(heading="Cuts meetings by 48 percent"), own[2])
    brief = Brief(request="about Tempo", goal="explainer", product="Tempo", duration_seconds=20)
    for one in (board(Script(sections=headed, verbatim=True)), board(Script(sections=headed), brief)):
        scene = next(scene for scene in one.scenes if scene.layout == "statistic")
        assert scene.heading == ""


MARKDOWN = """# Meet Lumen

Lumen is a lamp.

## Why people choose it

There is a lot to like.

- **Warm light**: all evening long
- Dims at a touch

## In every room

![The desk model](sea.png)

It looks at home in every room.

## What owners say

> I read an hour longer every night.
> — Ana Ribeiro, architect

## Ready in three steps

1. Unfold the stand.
2. Plug it in.
"""


def drawn(folder: Path, text: str) -> Storyboard:
    path = folder / "script.md"
    path.write_text(text, encoding="utf-8")
    script = read_file(path)
    assert isinstance(script, Script)
    return board(script)


def test_a_markdown_script_says_what_is_shown(tmp_path: Path) -> None:
    made = drawn(tmp_path, MARKDOWN)
    by = {scene.layout: scene for scene in made.scenes}
    assert [entry.text for entry in by["points"].content.entries] == ["Warm light", "Dims at a touch"]
    assert by["points"].content.entries[0].detail == "all evening long"
    assert by["points"].heading == "Why people choose it"
    assert by["picture"].content.picture == str(tmp_path / "sea.png")
    assert (by["picture"].content.picture_text, by["picture"].heading) == ("The desk model", "In every room")
    quote = by["quote"].content
    assert (quote.quote, quote.author, quote.role) == ("I read an hour longer every night.", "Ana Ribeiro", "architect")
    assert [entry.text for entry in by["steps"].content.entries] == ["Unfold the stand", "Plug it in"]
    said = [line.text for scene in made.scenes for line in scene.lines]
    assert "Warm light: all evening long" in said and "Unfold the stand." in said


@pytest.mark.parametrize("file", ["../secret.png", "/etc/passwd", "https://example.com/a.png", "notes.txt", "a b.png"])
def test_only_pictures_beside_the_script_are_shown(tmp_path: Path, file: str) -> None:
    made = drawn(tmp_path, f"Hello there.\n\n![it]({file})\n\nIt is warm.")
    assert all(not scene.content.picture for scene in made.scenes)
    chat = read_manuscript("![it](sea.png)\n\nIt is warm.", markdown=True)
    assert not chat.sections[0].content.picture
