"""How a programme looks, as resolved values: no brand, no names to look up, only what a painter needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Palette:
    """Colours by role as `#rrggbb`, already chosen so that text roles are readable on their grounds.

    `text` reads on `background` and on `surface` with at least 4.5:1; `on_primary` reads on `primary`.
    """

    background: str
    surface: str
    primary: str
    secondary: str
    accent: str
    text: str
    muted: str
    on_primary: str
    dark: bool


@dataclass(frozen=True)
class FontFamily:
    """A family of a programme's own: its `files`, one a weight or a variable one, under a `name` that no other has.

    Files that differ must come under names that differ: the name alone is in the keys of what is set in it. `stand_in`
    is the family of ours that draws what it lacks.
    """

    name: str
    files: tuple[Path, ...]
    stand_in: str


@dataclass(frozen=True)
class Style:
    """The design direction of one programme: how shapes, type and motion behave. The default is `clean`.

    `plate` is how a surface under text is made, `rule` the mark beside a heading, `texture` what lies over the
    backdrop; `entrance` is how text comes in, a `step` at a time, `pace` times as fast as usual, by the curve `easing`
    (see `renderers.motion`). `backdrop` is the family behind scenes that name none (empty: by the palette), `label` the
    typeface of kickers and of the second line of name straps (empty: that of running text). `tracking` is added to that
    of headings, in parts of the size. With `voiced`, what is said in a scene brings its heading in, word by word or
    line by line. With `floods`, scenes of type alone stand on the brand's colour, where the palette is a light one.
    """

    name: str = "clean"
    plate: Literal["solid", "outline", "tint", "glass", "paper"] = "solid"
    rule: Literal["bar", "underline", "block", "hairline", "none"] = "bar"
    capitals: bool = False
    heading_weight: int = 700
    tracking: float = 0.0
    texture: Literal["none", "grain", "dots", "lines", "paper"] = "none"
    entrance: Literal["rise", "fade", "wipe", "pop", "slide"] = "rise"
    step: Literal["line", "word"] = "line"
    pace: float = 1.0
    easing: Literal["settle", "swift", "snap", "glide", "overshoot"] = "settle"
    backdrop: str = ""
    label: str = ""
    voiced: bool = False
    floods: bool = False

    @property
    def accented(self) -> bool:
        """Whether the marks of headings are fine or drawn by hand, and therefore of the accent's colour."""
        return self.rule in ("hairline", "underline")


@dataclass(frozen=True)
class Look:
    """Palette, type, shape and motion of one programme.

    `heading` and `body` are family names known to `renderers.typography` or among `fonts`; `radius` is in design units.
    """

    name: str
    palette: Palette
    heading: str
    body: str
    radius: float = 24.0
    fonts: tuple[FontFamily, ...] = ()
    style: Style = Style()
