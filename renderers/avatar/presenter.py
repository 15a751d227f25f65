"""A presenter as a document: who it is and how it looks, by the names of features or by colours.

The stock cast is written in the same documents, so that whatever it has, a presenter of one's own can have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from renderers.avatar.drawing import feature_names as names
from renderers.errors import RenderError

Gender = Literal["female", "male", "neutral"]
Species = Literal["human", "fox", "robot"]
Share = Annotated[float, Field(ge=0.0, le=1.0)]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MOST_BYTES = 65_536
"""A document is a few hundred bytes; one that is larger than this is none."""


class Presenter(BaseModel):
    """One presenter. Features are named as `FEATURES` lists them; colours are such names, or `#rrggbb`.

    `years` draws the lines of age, 0 to 1, `beard_strength` is how dense a beard is, and `seated` puts the presenter in
    a wheelchair. `second` is the colour of what is worn under a jacket or of trims.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{1,39}$")]
    name: Annotated[str, Field(min_length=1, max_length=40)]
    gender: Gender = "neutral"
    age: Annotated[str, Field(max_length=40)] = ""
    style: Annotated[str, Field(max_length=200)] = ""
    licence: Annotated[str, Field(max_length=60)] = "Apache-2.0"
    species: Species = "human"
    skin: str = "light"
    face: str = "oval"
    hair: str = "lob"
    hair_colour: str = "brown"
    eyes: str = "almond"
    eye_colour: str = "brown"
    brows: str = "soft"
    nose: str = "straight"
    lips: str = "medium"
    beard: str = "none"
    beard_strength: Share = 0.9
    glasses: str = "none"
    earrings: str = "none"
    necklace: bool = False
    years: Share = 0.0
    freckles: Share = 0.0
    build: str = "average"
    outfit: str = "blazer_blouse"
    second: str = "linen"
    legs: Literal["trousers", "skirt", "long_skirt"] = "trousers"
    trousers: str = "#2f3440"
    shoes: str = "#2a2426"
    seated: bool = False
    neck: Literal["short", "medium", "long"] = "medium"

    @field_validator("face", "hair", "eyes", "brows", "nose", "lips", "beard", "glasses", "earrings", "build", "outfit")
    @classmethod
    def _known(cls, value: str, info: Any) -> str:  # noqa: ANN401  (pydantic's own)
        known = features()[info.field_name]
        if value not in known:
            raise ValueError(_unknown(value, known))
        return value

    @field_validator("skin", "hair_colour", "eye_colour", "second", "trousers", "shoes")
    @classmethod
    def _coloured(cls, value: str, info: Any) -> str:  # noqa: ANN401  (pydantic's own)
        known = features().get(info.field_name, ())
        if value not in known and not _COLOUR.fullmatch(value):
            raise ValueError(_unknown(value, (*known, "#rrggbb")))
        return value

    def document(self) -> str:
        """The presenter as JSON in one line, without what is left at its default; `read_presenter` reads it back."""
        return json.dumps(self.model_dump(exclude_defaults=True), ensure_ascii=False, sort_keys=True)


def features() -> dict[str, tuple[str, ...]]:
    """What each named field of a presenter can be, in the order in which it is listed."""
    return {
        "skin": names.SKINS,
        "face": names.FACES,
        "hair": names.HAIR_CUTS,
        "hair_colour": names.HAIR_COLOURS,
        "eyes": names.EYES,
        "eye_colour": names.EYE_COLOURS,
        "brows": names.BROWS,
        "nose": names.NOSES,
        "lips": names.LIPS,
        "beard": names.BEARDS,
        "glasses": names.GLASSES,
        "earrings": names.EARRINGS,
        "build": names.BUILDS,
        "outfit": names.OUTFITS,
        "neck": names.NECKS,
        "legs": names.LEGS,
        "second": ("linen", "tint", "deep"),
    }


def read_presenter(text: str, where: str = "The presenter") -> Presenter:
    """The presenter that a JSON document describes; `where` begins what is said of one that is wrong.

    Raises `RenderError` with one sentence that names the field, what stands there and what can.
    """
    if len(text.encode(errors="replace")) > MOST_BYTES:
        raise RenderError(f"{where} is no presenter's document: it is larger than {MOST_BYTES // 1024} KB.")
    try:
        return Presenter.model_validate(json.loads(text))
    except (json.JSONDecodeError, RecursionError) as error:
        place = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "nested too deep"
        raise RenderError(f"{where} is not JSON ({place}); mend it, or begin from one of the stock cast.") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the document"
        raise RenderError(f'{where} has a fault in "{field}": {_said(field, first)}') from error


def _said(field: str, error: Any) -> str:  # noqa: ANN401  (pydantic's own)
    if error["type"] == "extra_forbidden":
        known = get_close_matches(field, Presenter.model_fields, 1, 0.6)
        return "there is no such field" + (f"; did you mean {known[0]}?" if known else ".")
    if error["type"] == "missing":
        return "it is missing; write it."
    told = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    return f"{told[:1].lower()}{told[1:]}."


def _unknown(value: str, choices: Iterable[str]) -> str:
    known = list(choices)
    near = get_close_matches(value, known, 1, 0.6)
    listed = f"{', '.join(known[:-1])} or {known[-1]}" if len(known) > 1 else known[0]
    return f"{value[:40]!r} is not known; " + (f"did you mean {near[0]}?" if near else f"choose {listed}.")
