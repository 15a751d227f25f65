"""Preferences: what was chosen in the settings of a conversation, as far as it can be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from agency.wishes import apply_wishes, check_files
from renderers.errors import RenderError
from tools.brief import Brief
from tools.errors import ToolError
from tools.storyboard import Scene, Storyboard

_PLAIN = ("brand", "background", "colour", "call_to_action", "look")
"""What is a name, and no field of a storyboard or not as it stands there."""


def check_preferences(chosen: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What of `chosen` can be used, by name, and a sentence for each that can not; an empty value leaves it to us."""
    kept: dict[str, Any] = {}
    refused: list[str] = []
    for name, value in chosen.items():
        shown = str(name).replace("_", " ")[:40]
        if name not in _PLAIN and (name not in Storyboard.model_fields or name in ("schema_", "scenes")):
            refused.append(f"There is no setting “{shown}”, so it is left out.")
        elif value in ("", None):
            kept[name] = value
        else:
            try:
                _try(name, value)
                kept[name] = value
            except (ToolError, RenderError) as error:
                refused.append(f"{error} The setting “{shown}” stays as it was.")
            except (ValidationError, TypeError, ValueError, AttributeError):
                refused.append(f"The setting “{shown}” can not be {str(value)[:40]!r}, so it stays as it was.")
    return kept, tuple(refused)


def _try(name: str, value: Any) -> None:  # noqa: ANN401  (whatever the page sent)
    """Raise where a storyboard with the setting could not be made."""
    from agency.cast import cast_storyboard

    if name in Brief.model_fields and name != "background":
        Brief.model_validate({"request": "any", name: value})
    elif name in Storyboard.model_fields and name not in _PLAIN:
        Storyboard.model_validate({"scenes": [{"id": "any"}], name: value})
    if name in _PLAIN and not isinstance(value, str):
        raise TypeError(name)
    if name != "brand":
        board = apply_wishes(Storyboard(scenes=(Scene(id="any"),)), {name: value})
        cast_storyboard(board)
        check_files(board)
