from __future__ import annotations

import re
from pathlib import Path

import pytest

FORBIDDEN = {
    # Written in parts, so that this file may be searched like every other.
    "a package registry": r"py" + r"pi\.org|python" + r"hosted\.org|npm" + r"js\.(org|com)|registry\.[a-z]+\.(org|com)",
    "a path of one machine": r"/(?:root|work)/\w|/(?:home|Users)/(?!you\b|me\b|<)\w+/|[A-Z]:\\+Users\\",
    "a note to come back to": r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b",
    "a key": r"\bsk-[A-Za-z0-9]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str, texts: dict[Path, str]):
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts.items()
        if path.name != "requirements.lock"
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(FORBIDDEN[what], line)
    ]
    assert not found


def test_the_files_of_the_house_are_there(texts: dict[Path, str]):
    wanted = {"README.md", "LICENSE", "CHANGELOG.md", "Makefile", "chainlit.md", "pyproject.toml", "requirements.lock"}
    assert wanted | {".ci/run"} <= {str(path) for path in texts}
