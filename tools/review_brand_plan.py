"""What a video of a brand is held against: the brand's own values, and where its scenes show and say what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Said:
    """Words of the programme and the frame in which they begin: spoken, or on screen."""

    text: str
    frame: int
    kind: Literal["spoken", "on screen"]
    section: str = ""
    """What of the scene it is: the id of a line, `heading`, `subtitle`, `end card`."""


Box = tuple[float, float, float, float]
"""Left, top, width and height as shares of the frame."""


@dataclass(frozen=True)
class BrandScene:
    """One scene: its frames, the region its logo is fitted into, who stands where, and what is said and shown.

    `pictured` scenes have a picture or a film behind them, whose colours are its own.
    """

    id: str
    start: int
    duration: int
    logo: Box | None = None
    presenter: Box | None = None
    pictured: bool = False
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class ExpectedBrand:
    """The brand at the version that the video was made with. Empty or None: not known, so not held against it.

    `colours` are its hex colours by role. `heading` and `body` are its own families, `set_heading` and `set_body` those
    that the text was set in, and `substituted` says which of the two stand in for want of files. `sentence_words`,
    `exclamations`, `questions` and `person` are its counted tone, `own_words` whether the script was ours to word.
    """

    id: str
    name: str
    version: int
    colours: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    body: str = ""
    set_heading: str = ""
    set_body: str = ""
    substituted: tuple[str, ...] = ()
    logo: str = ""
    never: tuple[str, ...] = ()
    sentence_words: float | None = None
    exclamations: float = 0.0
    questions: float = 0.0
    person: str = ""
    own_words: bool = True
    scenes: tuple[BrandScene, ...] = ()

    @property
    def primary(self) -> str:
        """The main colour; empty where none is known."""
        return next((colour for role, colour in self.colours if role == "primary"), "")


def read_expected_brand(kept: dict[str, Any] | None) -> ExpectedBrand | None:
    """The expectation from the JSON of its fields."""
    if not kept:
        return None
    scenes = tuple(
        BrandScene(
            **{
                **scene,
                "logo": tuple(scene["logo"]) if scene["logo"] else None,
                "presenter": tuple(scene["presenter"]) if scene["presenter"] else None,
                "said": tuple(Said(**said) for said in scene["said"]),
            }
        )
        for scene in kept["scenes"]
    )
    plain = {
        "colours": tuple((role, colour) for role, colour in kept["colours"]),
        "substituted": tuple(kept["substituted"]),
        "never": tuple(kept["never"]),
    }
    return ExpectedBrand(**{**kept, **plain, "scenes": scenes})
