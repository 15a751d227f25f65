"""Tools that a model may call: each has a name, what it does in words, and arguments that are a document of ours."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import ValidationError

from tools.documents import Document
from tools.errors import ToolError
from tools.notes import Understanding

LONGEST = 6000
"""Characters of a result that are told; a catalogue is shorter."""


@dataclass(frozen=True)
class Tool:
    """Something that can be called: `run` takes the arguments and returns what is told, any JSON.

    What `run` raises of `ToolError` or ValueError is told to the caller as well; it is for a model to act on.
    """

    name: str
    description: str
    arguments: type[Document]
    run: Callable[[Any], Any]


class Nothing(Document):
    """No arguments."""


@dataclass(frozen=True)
class Called:
    """One call: which tool with which arguments, what was told, and whether it was of use."""

    tool: str
    arguments: str
    told: str
    good: bool


class Planner(Protocol):
    """What a model plans with: the tools that it may call, and what came of it so far."""

    @property
    def tools(self) -> Toolbox:
        """The tools."""
        ...

    @property
    def finished(self) -> bool:
        """Whether the model has said that it is done."""
        ...

    @property
    def understanding(self) -> Understanding:
        """What was proposed so far, all of it checked."""
        ...


class Toolbox:
    """The tools by name. Every call is told to `log`, good or not; nothing that is called raises."""

    def __init__(self, tools: Sequence[Tool], log: Callable[[Called], None]) -> None:
        self._tools = {tool.name: tool for tool in tools}
        self._log = log

    def definitions(self) -> list[dict[str, Any]]:
        """The tools as an OpenAI-compatible endpoint wants them."""
        return [
            {
                "type": "function",
                "function": {
                    "name": tool.name,
                    "description": tool.description,
                    "parameters": tool.arguments.model_json_schema(by_alias=True),
                },
            }
            for tool in self._tools.values()
        ]

    def call(self, name: str, arguments: str) -> Called:
        """What came of calling the tool with arguments as JSON text."""
        good, told = True, ""
        try:
            tool = self._tools[name]
            told = json.dumps(tool.run(_read(tool, arguments)), ensure_ascii=False, default=str)
        except KeyError:
            good, told = False, f"There is no tool {name[:60]!r}; there are {', '.join(self._tools)}."
        except ValidationError as error:
            wrong = [
                f"{'.'.join(map(str, one['loc'])) or 'the arguments'}: {one['msg']}"
                for one in error.errors(include_url=False)[:6]
            ]
            good, told = False, f"The arguments do not fit: {'; '.join(wrong)}."
        except (ToolError, ValueError) as error:
            good, told = False, str(error)
        called = Called(name[:60], arguments[:LONGEST], told[:LONGEST], good)
        self._log(called)
        return called


def _read(tool: Tool, arguments: str) -> Document:
    try:
        given = json.loads(arguments or "{}")
    except (ValueError, RecursionError) as error:
        raise ValueError("The arguments are no JSON.") from error
    return tool.arguments.model_validate(given)
