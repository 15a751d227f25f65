"""A portrait as it is kept: the photo, who of it is the person, the landmarks of the face, and whose likeness it is."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from renderers.avatar.photo.landmarks import Landmarks
from renderers.errors import TakeDamaged

Kind = Literal["person", "pet", "drawing"]
Ground = Literal["photo", "brand"]
KINDS: tuple[Kind, ...] = ("person", "pet", "drawing")
GROUNDS: tuple[Ground, ...] = ("photo", "brand")
LONGEST = 2400
"""Pixels kept on the long side: a face in close-up in a 4K picture has no more."""
_QUALITY = 97
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Portrait:
    """`picture` is sRGB (h × w × 3), `matte` how much of each pixel is the person (0 to 255).

    `source` is the SHA-256 of the photo's file, which a consent names; `ground` says what is seen behind the person:
    the photo's own background or tones of the brand.
    """

    picture: NDArray[np.uint8] = field(repr=False)
    matte: NDArray[np.uint8] = field(repr=False)
    landmarks: Landmarks
    kind: Kind
    ground: Ground
    source: str
    likeness: bool = True
    """Whether a person is shown, so that nothing may be made of it without a consent."""


def write_portrait(portrait: Portrait, path: Path) -> str:
    """Write a portrait to `path`; returns the SHA-256 of what was written, the same for the same portrait."""
    about = json.dumps(
        {
            "format": 1,
            "kind": portrait.kind,
            "ground": portrait.ground,
            "source": portrait.source,
            "likeness": portrait.likeness,
            "landmarks": portrait.landmarks.model_dump(mode="json"),
        },
        sort_keys=True,
    )
    picture, matte = io.BytesIO(), io.BytesIO()
    Image.fromarray(portrait.picture).save(picture, "JPEG", quality=_QUALITY, subsampling=0)
    Image.fromarray(portrait.matte).save(matte, "PNG")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as held:
        for name, data in (
            ("about.json", about.encode()),
            ("photo.jpg", picture.getvalue()),
            ("matte.png", matte.getvalue()),
        ):
            held.writestr(zipfile.ZipInfo(name, _STAMP), data)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_portrait(path: Path) -> Portrait:
    """The portrait that `write_portrait` wrote. Raises `TakeDamaged` where it can not be read."""
    try:
        with zipfile.ZipFile(path) as held:
            about = json.loads(held.read("about.json"))
            with Image.open(io.BytesIO(held.read("photo.jpg")), formats=["JPEG"]) as opened:
                picture = np.array(opened.convert("RGB"), np.uint8)
            with Image.open(io.BytesIO(held.read("matte.png")), formats=["PNG"]) as opened:
                matte = np.array(opened.convert("L"), np.uint8)
        if picture.shape[:2] != matte.shape:
            raise ValueError("its parts have different sizes")
        return Portrait(
            picture, matte, Landmarks.model_validate(about["landmarks"]), about["kind"], about["ground"],
            str(about["source"]), bool(about["likeness"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, UnidentifiedImageError) as error:
        raise TakeDamaged(f"The portrait {path.name} can not be read back ({error}).", path.parent) from error
