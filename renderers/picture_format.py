"""The size and rate of a picture, and the design space that every layout is written in.

Design units: the short side of the picture is always 1080 units, so one layout serves 720p and 4K alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

DESIGN_SHORT_SIDE = 1080.0
ASPECTS: dict[str, tuple[int, int]] = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1), "4:5": (4, 5)}
RESOLUTIONS: dict[str, int] = {"540p": 540, "720p": 720, "1080p": 1080, "1440p": 1440, "4k": 2160}
"""Names of resolutions and the short side they stand for, in pixels."""


@dataclass(frozen=True)
class Rect:
    """A rectangle in design units (or in pixels where said so): left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share any area."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def inset(self, margin: float) -> Rect:
        """The rectangle made smaller by `margin` on every side."""
        return Rect(self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin)


@dataclass(frozen=True)
class PictureFormat:
    """Width and height in pixels (both even) and the frame rate."""

    width: int
    height: int
    rate: Fraction

    @property
    def scale(self) -> float:
        """Pixels per design unit."""
        return min(self.width, self.height) / DESIGN_SHORT_SIDE

    @property
    def design_width(self) -> float:
        """Width in design units."""
        return self.width / self.scale

    @property
    def design_height(self) -> float:
        """Height in design units."""
        return self.height / self.scale

    @property
    def aspect(self) -> str:
        """The nearest named aspect, e.g. `16:9`."""
        ratio = self.width / self.height
        return min(ASPECTS, key=lambda name: abs(ASPECTS[name][0] / ASPECTS[name][1] - ratio))

    def pixels(self, rect: Rect) -> Rect:
        """The smallest pixel rectangle with even edges that covers `rect`, kept inside the picture."""
        left = max(0, int(rect.x * self.scale) // 2 * 2)
        top = max(0, int(rect.y * self.scale) // 2 * 2)
        right = min(self.width, -(-int(-(-rect.right * self.scale // 1)) // 2) * 2)
        bottom = min(self.height, -(-int(-(-rect.bottom * self.scale // 1)) // 2) * 2)
        return Rect(left, top, max(0, right - left), max(0, bottom - top))


def picture_format(aspect: str, resolution: str, rate: Fraction) -> PictureFormat:
    """The format for a named aspect and resolution, e.g. `("9:16", "1080p", 30)` is 1080 by 1920 pixels."""
    across, down = ASPECTS[aspect]
    short = RESOLUTIONS[resolution]
    unit = short / min(across, down)
    width, height = (round(side * unit / 2) * 2 for side in (across, down))
    return PictureFormat(width, height, rate)
