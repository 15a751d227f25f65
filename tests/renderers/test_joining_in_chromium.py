"""A browser plays the joined file: every frame it seeks to, at joins too, is the one that was painted there."""

from __future__ import annotations

import json
import queue
import re
import shutil
import subprocess
import threading
from fractions import Fraction
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from renderers.encoding import encode_sound, write_segment
from renderers.joining import write_programme
from renderers.layer import Planes
from renderers.picture_format import PictureFormat
from renderers.quality import Encoding
from renderers.sound_pieces import save_packets

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-headless-shell")
LENGTHS = (31, 1, 60, 2, 26)
JOINS = (0, 1, 30, 31, 32, 33, 91, 92, 93, 94, 119)
PAGE = """<!doctype html><body><video src="out.mp4" muted preload="auto"></video><script>
const video = document.querySelector("video");
const canvas = document.createElement("canvas"); canvas.width = 320; canvas.height = 176;
const pen = canvas.getContext("2d", {willReadFrequently: true});
function number() {
  pen.drawImage(video, 0, 0);
  let found = 0;
  for (let bit = 0; bit < 12; bit++)
    if (pen.getImageData(16 * bit + 8, 16, 1, 1).data[1] > 128) found |= 1 << bit;
  return found;
}
async function seek(frame) {
  const done = new Promise(resolve => video.addEventListener("seeked", resolve, {once: true}));
  video.currentTime = (frame + 0.5) / 30;
  await done;
  // The browser may say that it has sought before it shows what it found.
  for (let wait = 0; wait < 100 && number() !== frame; wait++) await new Promise(resolve => setTimeout(resolve, 20));
  return number();
}
async function play() {
  await seek(20);
  const ended = new Promise(resolve => video.addEventListener("ended", resolve, {once: true}));
  await video.play();
  await ended;
  return number();
}
async function look() {
  if (video.readyState < 2) await new Promise(resolve => video.addEventListener("loadeddata", resolve, {once: true}));
  const first = number();
  const seen = [];
  for (const frame of FRAMES) seen.push(await seek(frame));
  return {first, seen, last: await play(), duration: video.duration};
}
const tell = told => fetch("/told", {method: "POST", body: JSON.stringify(told)});
look().then(tell, error => tell({error: String(error)}));
video.addEventListener("error", () => tell({error: video.error.message}));
</script>"""


def film(folder: Path) -> None:
    """A film of numbered frames in `folder`, as `out.mp4`."""
    form = PictureFormat(320, 176, Fraction(30))
    chroma = np.full((88, 160), 128, np.uint8)
    made, start = [], 0
    for length in LENGTHS:
        (place := folder / f"segment{start}").mkdir()
        frames = []
        for number in range(start, start + length):
            luma = np.full((176, 320), 90, np.uint8)
            luma[60:120, 2 * number % 280 :][:, :40] = 200
            for bit in range(12):
                luma[:32, 16 * bit : 16 * bit + 16] = 235 if number >> bit & 1 else 16
            frames.append(Planes(luma, chroma, chroma))
        write_segment(place / "segment.mp4", frames, form, Encoding())
        made.append(place / "segment.mp4")
        start += length
    wave = 0.1 * np.sin(2 * np.pi * 440 * np.arange(start * 1600) / 48_000)
    sound = save_packets(encode_sound(np.stack([wave, wave], axis=1).astype(np.float32), slice(None)), folder)
    write_programme(folder / "out.mp4", made, LENGTHS, [sound], form, {"title": "Numbers"})


def serve(folder: Path, told: queue.Queue[dict[str, Any]]) -> ThreadingHTTPServer:
    """A server of the files in `folder`, stretches of them too; what a page posts goes into `told`."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place = folder / self.path.strip("/")
            if not place.is_file():
                self.send_error(404)
                return
            data = place.read_bytes()
            asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
            first = int(asked[1]) if asked else 0
            last = int(asked[2]) if asked and asked[2] else len(data) - 1
            self.send_response(206 if asked else 200)
            self.send_header("Content-Type", "video/mp4" if place.suffix == ".mp4" else "text/html")
            self.send_header("Accept-Ranges", "bytes")
            if asked:
                self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
            self.send_header("Content-Length", str(last + 1 - first))
            self.end_headers()
            self.wfile.write(data[first : last + 1])

        def do_POST(self) -> None:
            told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def visit(folder: Path) -> dict[str, Any]:
    """What the page in `folder` tells."""
    told: queue.Queue[dict[str, Any]] = queue.Queue()
    server = serve(folder, told)
    flags = "--headless --no-sandbox --disable-gpu --no-first-run --mute-audio --disable-background-networking"
    browser = subprocess.Popen(
        [
            str(CHROMIUM),
            *flags.split(),
            "--autoplay-policy=no-user-gesture-required",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            f"--user-data-dir={folder / 'profile'}",
            f"http://127.0.0.1:{server.server_address[1]}/page.html",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return told.get(timeout=90)
    finally:
        browser.terminate()
        browser.wait(20)
        server.shutdown()
        server.server_close()


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_chromium_shows_each_frame_it_is_asked_for(tmp_path: Path) -> None:
    film(tmp_path)
    (tmp_path / "page.html").write_text(PAGE.replace("FRAMES", json.dumps(JOINS)))
    told = visit(tmp_path)
    assert "error" not in told, told
    assert told["first"] == 0
    assert told["seen"] == list(JOINS)
    assert told["last"] == sum(LENGTHS) - 1
    assert told["duration"] == pytest.approx(sum(LENGTHS) / 30, abs=1e-3)
