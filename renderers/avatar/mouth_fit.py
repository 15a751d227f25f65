"""How far a drawn presenter's mouth is open in a film: as far as the drawn mouth that is most like it. Loads numba."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from renderers.avatar.drawing.characters import find_character
from renderers.avatar.drawing.mouth import lip_measures, mouth_tones
from renderers.avatar.drawing.mouth_filling import draw_mouth
from renderers.avatar.drawing.mouth_outlines import CHANNELS
from renderers.avatar.drawing.pose import Pose, face_depth
from renderers.avatar.illustrated import placed
from renderers.avatar.mouth_shapes import GAPS, Channels, likest_gap, mouths
from renderers.picture_format import PictureFormat, Rect

_FINEST = 56.0
"""Pixels that a drawn mouth is broad at most: finer than the samples of a picture."""
_MARGIN = 8
_COVERED = 0.02
_BLACK, _SPAN = 16.0, 219.0
_WEIGHTS = np.array((0.0722, 0.7152, 0.2126, 0.0), np.float32)
"""Of blue, green and red in luma (ITU-R BT.709)."""
_FACING = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0)

Points = NDArray[np.float64]
Samples = NDArray[np.float32]


class DrawnMouth:
    """The mouth of a presenter that is painted in `region`, sampled at `rows` × `columns` places about the lips."""

    def __init__(self, avatar: str, region: Rect, framing: str, format: PictureFormat, rows: int, columns: int) -> None:
        character = find_character(avatar)
        assert character is not None
        place, unit, lips = placed(character, region, framing), format.scale, character.lips
        self._place = place.scale * unit, place.left * unit, place.top * unit
        x = np.linspace(-lips.half, lips.half, columns)
        y = np.linspace(lips.y - lips.upper, lips.y + lips.lower + 0.9 * character.jaw_drop, rows)
        across, down = (part.ravel() for part in np.meshgrid(x, y))
        self._points = np.stack([across, down, face_depth(across, np.full_like(down, lips.y))], axis=1)
        self._lips = lip_measures(character)
        tones = [bytes.fromhex(tone[1:])[::-1] for tone in mouth_tones(character)]
        self._tones = np.array([list(tone) for tone in tones], np.float32) / np.float32(255)
        self._scale = min(self.width, _FINEST) / float(np.ptp(x))
        self._left, self._top = (_MARGIN - float(side.min()) * self._scale for side in (x, y))
        self._area = tuple(2 * int(np.ptp(side) * self._scale / 2 + 1) + 2 * _MARGIN for side in (x, y))
        # A sample's middle lies half a pixel inside it.
        across, down = across * self._scale + self._left - 0.5, down * self._scale + self._top - 0.5
        self._column, self._row = across.astype(int), down.astype(int)
        self._right = (across - self._column).astype(np.float32)
        self._low = (down - self._row).astype(np.float32)

    @property
    def width(self) -> float:
        """How broad the mouth is in the film, in pixels."""
        return self._place[0] * float(np.ptp(self._points[:, 0]))

    def spots(self, channels: Channels) -> Points:
        """Where the places are in a picture in which the presenter does this, in pixels (n × 2)."""
        scale, left, top = self._place
        return np.asarray(Pose(channels).project(self._points) * scale + np.array([left, top]), np.float64)

    def models(self, channels: Sequence[Channels]) -> NDArray[np.uint8]:
        """What `mouths` of each of n frames look like: n × mouths × 2 × places; the luma they add, what they cover."""
        drawn = np.stack([[self._draw(each) for each in mouths(its)] for its in channels])
        drawn[:, :, 1] *= 255
        return np.rint(np.clip(drawn, 0, 255)).astype(np.uint8)

    def openings(self, seen: NDArray[np.uint8], models: NDArray[np.uint8], planned: Samples) -> Points:
        """How far the mouth is open, as `aperture` has it, in each of n samplings of luma (n × places).

        `models` are those of the performance there, and `planned` the gaps that it meant: by those the picture is told
        apart into the mouth and what is about it, and by nothing else.
        """
        samples = seen.astype(np.float32)
        luma, cover = models[:, :, 0].astype(np.float32), models[:, :, 1] * np.float32(1 / 255)
        shown = cover[np.arange(len(samples)), 1 + np.abs(planned[:, None] - GAPS).argmin(axis=1)]
        model = luma + (1 - cover) * _surrounding(samples, shown)
        error = (model - samples[:, None]) ** 2
        counts = cover.max(axis=1) > _COVERED
        return likest_gap(np.where(counts[:, None], error, 0).sum(axis=2))

    def _draw(self, channels: Channels) -> Samples:
        """The luma that a mouth adds at the places, and how much it covers of each."""
        wide, high = self._area
        pose = tuple(float(channels[name]) for name in CHANNELS)
        words, left, top = draw_mouth(
            self._lips, self._tones, pose, _FACING, self._left, self._top, self._scale, (0, 0, wide, high)
        )
        picture = np.zeros((2, high, wide), np.float32)
        if words.size:
            found = words.view(np.uint8).reshape(*words.shape, 4).astype(np.float32) / 255
            inside = (slice(top, top + words.shape[0]), slice(left, left + words.shape[1]))
            picture[0][inside] = found @ _WEIGHTS * _SPAN + found[..., 3] * _BLACK
            picture[1][inside] = found[..., 3]
        row, column, right, low = self._row, self._column, self._right, self._low
        above = picture[:, row, column] * (1 - right) + picture[:, row, column + 1] * right
        below = picture[:, row + 1, column] * (1 - right) + picture[:, row + 1, column + 1] * right
        sampled: Samples = above * (1 - low) + below * low
        return sampled


def _surrounding(samples: Samples, cover: Samples) -> Samples:
    """The luma at each place where the mouth does not cover it; that of most places where it always does."""
    covered = cover >= _COVERED
    bare = np.where(covered, np.nan, samples)
    bare[:, covered.all(axis=0)] = np.median(samples if covered.all() else samples[~covered])
    return np.asarray(np.nanmedian(bare, axis=0), np.float32)
