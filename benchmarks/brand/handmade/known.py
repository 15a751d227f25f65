"""What a site written by hand consists of, what is true of its brand, and the small parts its pages are made from."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from functools import cache

from benchmarks.brand.drawn_logos import DrawnLogo
from benchmarks.brand.made_fonts import outline, web_font

Files = dict[str, tuple[str, bytes]]


@dataclass(frozen=True)
class Known:
    """A site's files by path, and the truth.

    Colours are as a style sheet writes them; several under one role are all right answers. `secondary` empty says that
    the site has none, so that any answer is wrong; None leaves it unjudged. `logo` None says that the site has no
    drawn logo: its name in type, or no logo at all, is the right answer. `needs_browser` marks sites that stay empty
    without scripts.
    """

    slug: str
    name: tuple[str, ...]
    primary: tuple[str, ...]
    background: str
    text: str
    heading: str
    body: str
    logo: DrawnLogo | None
    files: Files = field(repr=False)
    secondary: str | None = None
    ground: str = "#ffffff"
    needs_browser: bool = False


def fill(text: str, **parts: str) -> str:
    """`text` with every `«name»` replaced by the part of that name."""
    for name, part in parts.items():
        text = text.replace(f"«{name}»", part)
    return text.strip() + "\n"


def lettering(words: str, base: str, size: float, x: float, y: float, ink: str) -> tuple[str, float]:
    """A path of bold `words` with the baseline's left end at x, y, and where it ends."""
    path, width = outline(words, base, size)
    return f'<path transform="translate({x:g} {y:g})" fill="{ink}" d="{path}"/>', x + width


def html(text: str) -> tuple[str, bytes]:
    """An answer that is a page."""
    return "text/html; charset=utf-8", text.encode()


def css(text: str) -> tuple[str, bytes]:
    """An answer that is a style sheet."""
    return "text/css", text.encode()


def svg(drawing: DrawnLogo) -> tuple[str, bytes]:
    """An answer that is a drawing."""
    return "image/svg+xml", drawing.svg().encode()


def font(family: str, base: str, *, bold: bool = False) -> tuple[str, bytes]:
    """An answer that is a web font whose own name is `family`."""
    return "font/woff2", web_font(family, base, bold=bold)


@cache
def photograph(seed: int, tone: tuple[int, int, int], width: int = 960, height: int = 540) -> bytes:
    """A JPEG of soft light, blots and grain around a tone, as a photograph compresses."""
    import numpy as np
    from PIL import Image, ImageFilter

    dice = np.random.default_rng(seed)
    small = dice.normal(0, 46, (9, 16, 3)) + np.array(tone)
    picture = Image.fromarray(np.clip(small, 0, 255).astype(np.uint8)).resize((width, height), Image.Resampling.BICUBIC)
    picture = picture.filter(ImageFilter.GaussianBlur(3))
    grained = np.asarray(picture, dtype=np.float64) + dice.normal(0, 7, (height, width, 1))
    held = io.BytesIO()
    Image.fromarray(np.clip(grained, 0, 255).astype(np.uint8)).save(held, "JPEG", quality=78)
    return held.getvalue()


def photo(seed: int, tone: tuple[int, int, int], width: int = 960, height: int = 540) -> tuple[str, bytes]:
    """An answer that is a photograph."""
    return "image/jpeg", photograph(seed, tone, width, height)


def stranger(name: str, ink: str) -> tuple[str, bytes]:
    """An answer that is some other company's logo."""
    dice = random.Random(name)
    path, end = lettering(name, dice.choice(("Hanken", "Manrope")), 26, 40, 29, ink)
    shape = dice.choice((f'<rect x="4" y="6" width="28" height="28" rx="{dice.randrange(15)}" fill="{ink}"/>',
                         f'<path d="M4 34L18 6L32 34Z" fill="{ink}"/>'))  # fmt: skip
    return svg(DrawnLogo(shape + path, round(end + 4), 40))
