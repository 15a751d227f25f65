"""The README is true: its commands, options, make targets, pictures and links exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from agency.commands import COMMANDS, GROUPS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BY_NAME = COMMANDS | {f"{group} {name}": run for group, (_, inside) in GROUPS.items() for name, run in inside.items()}
SHELL = [
    line.split("  #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]


def options_of(name: str) -> set[str]:
    """The long and short options that a command really has."""
    import typer

    app = typer.Typer()
    app.command(name)(BY_NAME[name])
    return {option for parameter in get_command(app).params for option in parameter.opts}


@pytest.mark.parametrize("line", [line for line in SHELL if line.startswith("agency ")])
def test_every_command_line_would_be_understood(line: str) -> None:
    _, name, *rest = shlex.split(line)
    if name in GROUPS:
        name, rest = f"{name} {rest[0]}", rest[1:]
    assert name in BY_NAME
    assert {word for word in rest if word.startswith("-")} <= options_of(name)


def test_every_option_in_the_command_table_exists() -> None:
    groups = "|".join(GROUPS)
    rows = re.findall(rf"^\| `agency ((?:(?:{groups}) )?\w+)[^|]*\|(.*)\|$", README, re.MULTILINE)
    assert {name for name, _ in rows} <= set(BY_NAME)
    for name, told in rows:
        assert set(re.findall(r"--[a-z-]+", told)) - {"--json"} <= options_of(name)


def test_every_command_is_told_of() -> None:
    assert all(re.search(rf"`(?:agency )?{name}\b", README) for name in COMMANDS)
    assert all(
        re.search(rf"`(?:agency {group} )?{name}\b", README) for group, (_, inside) in GROUPS.items() for name in inside
    )


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^make (\w+)", "\n".join(SHELL), re.MULTILINE))))
def test_every_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_every_picture_and_linked_file_is_there() -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", README)
    assert linked
    assert [path for path in linked if not path.startswith("http") and not (ROOT / path).is_file()] == []


def test_every_folder_in_the_tour_is_there() -> None:
    told = re.findall(r"^\| `(\w+/)` \|", README, re.MULTILINE)
    assert len(told) == 4
    assert all((ROOT / folder).is_dir() for folder in told)
