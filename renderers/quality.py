"""How much care a film gets: an animatic to see the plan, a draft to judge it, and the master that is published.

The three share speech, performances and sound; only pictures are made anew on the way up.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from renderers.picture_format import RESOLUTIONS


@dataclass(frozen=True)
class Encoding:
    """The x264 options that decide a segment's bytes."""

    preset: str = "veryfast"
    crf: float = 19.0


@dataclass(frozen=True)
class Quality:
    """One rung. `resolution` is the most it has; a picture stays for `still_seconds`, or a single frame where 0."""

    name: str
    resolution: str
    encoding: Encoding
    still_seconds: Fraction = Fraction(0)
    music: bool = True

    def size(self, wanted: str) -> str:
        """The name of the resolution for a film that is `wanted` in the end."""
        return min(wanted, self.resolution, key=lambda name: RESOLUTIONS[name])

    def hold(self, rate: Fraction) -> int:
        """For how many frames a picture stays, at least 1."""
        return max(1, round(self.still_seconds * rate))


ANIMATIC = Quality("animatic", "540p", Encoding("ultrafast", 24.0), Fraction(1, 2), music=False)
DRAFT = Quality("draft", "720p", Encoding("veryfast", 22.0))
MASTER = Quality("master", "4k", Encoding())
QUALITIES = {quality.name: quality for quality in (ANIMATIC, DRAFT, MASTER)}
"""From the quickest to the best."""
