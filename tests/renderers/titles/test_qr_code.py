"""Codes to scan: read off the painted frame by another program, in every aspect, and from a film made of it."""

from __future__ import annotations

import io
from fractions import Fraction

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from renderers.background.stills import picture
from renderers.layout import regions
from renderers.look import Look, Palette
from renderers.picture_format import ASPECTS, PictureFormat, picture_format
from renderers.raster import surface
from renderers.timeline import BackdropClip, EndCardClip
from renderers.titles.end_card import EndCardLayer
from renderers.titles.qr_code import MODULE, QUIET, code_side, modules, payload

LIGHT = Palette("#f6f3ee", "#ffffff", "#1f5f4a", "#2f7d86", "#e0a43a", "#1b2421", "#5d6863", "#ffffff", False)
NEON = Palette("#0b1410", "#14211a", "#39ff14", "#14ffd0", "#ffb454", "#eef2fb", "#9fb0cc", "#0b1220", True)


def card(format: PictureFormat, address: str = "acme.example/start", palette: Palette = LIGHT) -> NDArray[np.uint8]:
    """The frame of an end card at rest, RGB."""
    area = regions("end_card", format, captions=True, presenter=False).end_card
    look = Look("look", palette, "Manrope", "Hanken Grotesk", 24.0)
    clip = EndCardClip("Book a demo", address, "Paperwork that minds itself", area, 0, 90, qr=True)
    layer = EndCardLayer(clip, look, format)
    pixels = np.zeros((format.height, format.width, 4), np.uint8)
    canvas = surface(pixels).getCanvas()
    canvas.scale(format.scale, format.scale)
    layer.paint(canvas, 80)
    ground = picture(BackdropClip("", 1), look, format, 10)
    alpha = pixels[..., 3:] / 255.0
    return (pixels[..., 2::-1] + ground * (1.0 - alpha)).round().astype(np.uint8)


def read(frame: NDArray[np.uint8]) -> str:
    return str(cv2.QRCodeDetector().detectAndDecode(np.ascontiguousarray(frame[..., ::-1]))[0])


@pytest.mark.parametrize("palette", [LIGHT, NEON], ids=["light", "neon"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_code_on_an_end_card_leads_to_its_address(aspect: str, palette: Palette):
    assert read(card(picture_format(aspect, "540p", Fraction(30)), palette=palette)) == "https://acme.example/start"


def test_the_code_is_still_read_from_a_film():
    format = picture_format("16:9", "540p", Fraction(30))
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as made:
        stream = made.add_stream("libx264", rate=30)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = format.width, format.height, "yuv420p"
        stream.options = {"crf": "30", "preset": "veryfast"}
        frame = card(format)
        for _ in range(4):
            for packet in stream.encode(av.VideoFrame.from_ndarray(frame, "rgb24")):
                made.mux(packet)
        for packet in stream.encode():
            made.mux(packet)
    file.seek(0)
    with av.open(file) as opened:
        seen = [picture.to_ndarray(format="rgb24") for picture in opened.decode(video=0)]
    assert [read(picture) for picture in seen] == ["https://acme.example/start"] * 4


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("acme.example", "https://acme.example"),
        ("acme.example/a?b=1", "https://acme.example/a?b=1"),
        ("https://acme.example", "https://acme.example"),
        ("hello@acme.example", "mailto:hello@acme.example"),
        ("+43 660 123 45 67", "tel:+436601234567"),
        ("acme.example:8080/x", "https://acme.example:8080/x"),
        ("Ask for Anna", "Ask for Anna"),
        ("  ", ""),
        ("x" * 400, ""),
    ],
)
def test_an_address_is_told_as_readers_expect_it(address: str, told: str):
    assert payload(address) == told


def test_a_code_has_modules_of_four_pixels_and_is_left_out_where_they_would_be_finer():
    count = len(modules("acme.example")) + 2 * QUIET
    assert MODULE * 0.5 == 4.0
    assert code_side("acme.example", 10_000) >= MODULE * count
    assert code_side("acme.example", MODULE * count - 1) == 0.0
    assert code_side("", 10_000) == 0.0
    assert read(card(picture_format("16:9", "540p", Fraction(30)), "x" * 400)) == ""


def test_the_code_stands_dark_on_a_light_ground_with_its_margin_free():
    frame = card(picture_format("16:9", "540p", Fraction(30)), palette=NEON).astype(int)
    _, corners, _ = cv2.QRCodeDetector().detectAndDecode(np.ascontiguousarray(frame[..., ::-1].astype(np.uint8)))
    left, top = (int(v) for v in np.floor(corners[0].min(axis=0)))
    right, bottom = (int(v) for v in np.ceil(corners[0].max(axis=0)))
    margin = 4 * 3
    ring = frame[top - margin : bottom + margin + 1, left - margin : right + margin + 1].min(axis=2)
    ring[margin - 3 : -(margin - 3), margin - 3 : -(margin - 3)] = 255
    assert ring.min() > 240
    assert frame[top:bottom, left:right].mean(axis=2).min() < 110
