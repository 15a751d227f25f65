"""What is measured on a picture's pixels: where the eye goes, which colours prevail, and by what it is known again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from numpy.typing import NDArray

from brand_memory.colour_values import from_channels, to_colour
from brand_memory.kit import Colour

if TYPE_CHECKING:
    from PIL import Image

_SMALL, _SEAM = 64, 16
_NARROWEST = 0.12
"""Share of a side below which a box would be a speck that no crop can be made around."""
_CLUSTERS, _SAMPLES = 6, 3000
_TWINS = 0.06
"""OKLab distance below which two clusters are one colour to the eye."""
_LEAST = 0.025
_SAME_BITS = 8
"""Bits of 64 in which two hashes of one picture differ at most after scaling and compression (Zauner, 2010)."""
Floats = NDArray[np.floating[Any]]


def saliency(picture: Image.Image) -> tuple[float, float, float, float]:
    """Where the eye goes: x, y, width, height as shares of the picture; the whole where nothing stands out.

    The product of spectral residual (Hou and Zhang, CVPR 2007) and of the distance of each point's Lab colour from the
    mean one (Achanta and others, CVPR 2009), with a weak bias to the middle; the box holds nine tenths of what exceeds
    twice the mean (the threshold of the latter).
    """
    small = np.asarray(_flat(picture).resize((_SMALL, _SMALL)), dtype=np.float32)
    lab = cv2.cvtColor(small / 255, cv2.COLOR_RGB2LAB)
    blurred = cv2.GaussianBlur(lab, (0, 0), 1.0)
    apart = np.linalg.norm(blurred - blurred.mean(axis=(0, 1)), axis=2)
    if float(apart.max()) < 4.0:
        return 0.0, 0.0, 1.0, 1.0
    residue = _spectral_residual(lab[..., 0].astype(np.float32))
    steps = np.linspace(-1, 1, _SMALL)
    middle = np.exp(-(steps[:, None] ** 2 + steps[None, :] ** 2) / 2)
    heat = (0.25 + _scaled(residue)) * _scaled(apart) * middle
    heat = np.where(heat > 2 * heat.mean(), heat, 0.0)
    if heat.sum() <= 0:
        return 0.0, 0.0, 1.0, 1.0
    left, right = _span(heat.sum(axis=0))
    top, bottom = _span(heat.sum(axis=1))
    return left, top, round(right - left, 4), round(bottom - top, 4)


def dominant_colours(picture: Image.Image) -> tuple[Colour, ...]:
    """The colours that make up most of a picture, largest first, at most six: k-means over its pixels in OKLab."""
    small = picture.convert("RGBA")
    small.thumbnail((96, 96))
    values = np.asarray(small, dtype=np.float64).reshape(-1, 4) / 255
    seen = values[values[:, 3] > 0.5][:, :3]
    if len(seen) == 0:
        return ()
    step = max(1, len(seen) // _SAMPLES)
    points = _oklab(seen[::step]).astype(np.float32)
    count = min(_CLUSTERS, len(np.unique(points.round(3), axis=0)))
    cv2.setRNGSeed(7)
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.002)
    _, labels, _ = cv2.kmeans(points, count, np.zeros((0,), np.int32), ends, 2, cv2.KMEANS_PP_CENTERS)
    flat = labels.reshape(-1)
    shares = np.bincount(flat, minlength=count) / len(flat)
    chosen: list[tuple[Floats, Floats]] = []
    for cluster in np.argsort(-shares):
        members = points[flat == cluster]
        if shares[cluster] < _LEAST or len(members) == 0:
            continue
        centre = np.median(members, axis=0)
        if all(np.linalg.norm(centre - other) >= _TWINS for other, _ in chosen):
            # The nearest real pixel stands for the cluster, so that no colour is said that is not there.
            nearest = np.argmin(np.linalg.norm(points - centre, axis=1))
            chosen.append((centre, seen[::step][nearest]))
    return tuple(to_colour(from_channels(*rgb.tolist())) for _, rgb in chosen)


def fingerprint(picture: Image.Image) -> tuple[int, tuple[float, float, float]]:
    """By what a picture is known again: 64 signs of its low frequencies (pHash), and its mean colour in OKLab."""
    plain = _flat(picture)
    grey = np.asarray(plain.convert("L").resize((32, 32)), dtype=np.float32)
    low = cv2.dct(grey)[:8, :8].reshape(-1)
    low[0] = 0.0
    bits = low > np.median(low[1:])
    mean = _oklab(np.asarray(plain.resize((8, 8)), dtype=np.float64).reshape(-1, 3) / 255).mean(axis=0)
    return int("".join("1" if bit else "0" for bit in bits), 2), (float(mean[0]), float(mean[1]), float(mean[2]))


def same(one: tuple[int, tuple[float, float, float]], other: tuple[int, tuple[float, float, float]]) -> bool:
    """Whether two fingerprints are of one picture in two sizes or encodings."""
    near = float(np.linalg.norm(np.subtract(one[1], other[1]))) < 0.03
    return near and (one[0] ^ other[0]).bit_count() <= _SAME_BITS


def is_flat(picture: Image.Image) -> bool:
    """Whether a picture shows next to nothing: one colour, or a soft ramp of it."""
    grey = np.asarray(_flat(picture).resize((_SMALL, _SMALL)), dtype=np.float32)
    edges = np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean()
    return bool(grey.std(axis=(0, 1)).max() < 3.0 or edges < 0.35)


def _flat(picture: Image.Image) -> Image.Image:
    """`picture` as RGB, what is see-through over white."""
    from PIL import Image

    if picture.mode != "RGBA":
        return picture.convert("RGB")
    ground = Image.new("RGB", picture.size, (255, 255, 255))
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _spectral_residual(lightness: Floats) -> Floats:
    """Mirrored beyond its edges first: the transform takes a picture to repeat, and the seam would stand out."""
    wide = cv2.copyMakeBorder(lightness.astype(np.float32), _SEAM, _SEAM, _SEAM, _SEAM, cv2.BORDER_REFLECT_101)
    spectrum = np.fft.fft2(wide)
    loudness = np.log(np.abs(spectrum) + 1e-6)
    residual = loudness - cv2.blur(loudness.astype(np.float32), (3, 3))
    back = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    smooth = cv2.GaussianBlur(back.astype(np.float32), (0, 0), 2.5)
    return np.asarray(smooth[_SEAM:-_SEAM, _SEAM:-_SEAM])


def _scaled(values: Floats) -> Floats:
    low, high = float(values.min()), float(values.max())
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


def _span(mass: Floats) -> tuple[float, float]:
    """The shares between which nine tenths of the mass lie, at cell edges."""
    risen = np.cumsum(mass) / mass.sum()
    first = int(np.searchsorted(risen, 0.05)) / len(mass)
    last = min(len(mass), int(np.searchsorted(risen, 0.95)) + 1) / len(mass)
    if last - first < _NARROWEST:
        first = min(max(0.0, (first + last - _NARROWEST) / 2), 1 - _NARROWEST)
        last = first + _NARROWEST
    return round(first, 4), round(last, 4)


def _oklab(rgb: Floats) -> Floats:
    """SRGB from 0 to 1, one colour a row, in OKLab (Ottosson, 2020)."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ np.array(
        [[0.4122214708, 0.2119034982, 0.0883024619], [0.5363325363, 0.6806995451, 0.2817188376],
         [0.0514459929, 0.1073969566, 0.6299787005]]
    ))  # fmt: skip
    return np.asarray(cones @ np.array(
        [[0.2104542553, 1.9779984951, 0.0259040371], [0.7936177850, -2.4285922050, 0.7827717662],
         [-0.0040720468, 0.4505937099, -0.8086757660]]
    ))  # fmt: skip
