"""The script: what is said, line by line."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tools.documents import Document


class Line(Document):
    """One spoken sentence. `optional` lines may be left out when the script has to be shorter."""

    id: str
    text: str
    optional: bool = False


class Section(Document):
    """One idea: an on-screen heading and the lines spoken under it. It becomes one scene."""

    id: str
    heading: str = ""
    lines: tuple[Line, ...] = ()


class Script(Document):
    """All that is said. A `verbatim` script was given by the client and is never changed."""

    schema_: Literal["script/1"] = Field("script/1", alias="schema")
    title: str = ""
    sections: tuple[Section, ...]
    verbatim: bool = False
    language: str = "en"
