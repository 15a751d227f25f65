"""What a presenter made from a photo does in a finished file: in time, closed where needed, sharp, and itself.

A script is spoken, performed and painted at 1080p, encoded as a draft is, and read back. Its mouth is measured as
`agency review` does, and on people the 468 points of the face are found on every frame: they tell whether the face
stays the same, and of the lips less than that, as the network makes small mouths rounder and smoother than they are.

    .venv/bin/python -m benchmarks.photo_avatar PHOTO [--landmarks FILE] [--kind pet] [--model FOLDER] [--seconds 20]
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agency.face_models import face_models
from agency.home import home
from agency.settings import load_settings
from benchmarks.avatar import busy_performance
from benchmarks.performance import speak
from renderers.avatar import AvatarRequest, Performance
from renderers.avatar.measures import Curve, closes, expected_gap, hits, offset, offset_of, stillness
from renderers.avatar.mouth import aperture
from renderers.avatar.mouth_watch import Sight, watch_mouths
from renderers.avatar.performance import perform
from renderers.avatar.photo.face_mesh import FaceMesh, Points
from renderers.avatar.photo.identity import Drift, drift_of, face_shapes
from renderers.avatar.photo.layer import PhotoLayer
from renderers.avatar.photo.placing import place as place_crop
from renderers.avatar.photo.portrait import Portrait, write_portrait
from renderers.avatar.photo.taking import take_portrait
from renderers.avatar.prosody import read_prosody
from renderers.encoding import write_segment
from renderers.layout import regions
from renderers.media import frames
from renderers.picture_format import PictureFormat, Rect, picture_format
from renderers.planes import empty_planes
from renderers.quality import MASTER
from renderers.speech import Viseme
from renderers.speech.catalogue import available, voices

RATE = Fraction(30)


def main() -> None:
    """Print the measures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photo", type=Path)
    parser.add_argument("--landmarks", type=Path)
    parser.add_argument("--kind", default="person")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--framing", default="half_body")
    asked = parser.parse_args()
    models = face_models(home(load_settings()), asked.model)
    taken = take_portrait(asked.photo, asked.kind, asked.landmarks, models)
    voice = next(voice for voice in voices() if available(voice) and voice.language.startswith("en"))
    request = replace(speak(voice, asked.seconds), framing=asked.framing)
    performance = perform(request)
    picture = picture_format("16:9", "1080p", RATE)
    place = regions("presenter", picture, captions=False, presenter=True).presenter
    assert place is not None

    def layer(framing: str, what: Any = performance) -> PhotoLayer:  # noqa: ANN401
        return PhotoLayer(taken.portrait, what, place, picture, framing, "#2f6f8f", framed=True)

    found: dict[str, Any] = {
        "advice": taken.advice,
        "milliseconds": {
            f: _cost(layer(f, busy_performance(90)), picture) for f in ("half_body", "head_shoulders", "close_up")
        },
    }
    painted = layer(asked.framing)
    planes = empty_planes(picture.width, picture.height)
    ground = empty_planes(picture.width, picture.height)
    for plane in (planes.y, planes.u, planes.v, ground.y, ground.u, ground.v):
        plane[...] = 128

    def film() -> Any:  # noqa: ANN401
        for n in range(request.frames):
            painted.lay_over(planes, n, ground)
            yield planes

    with tempfile.TemporaryDirectory(prefix="photo-") as name:
        path = Path(name) / "film.mp4"
        write_segment(path, film(), picture, MASTER.encoding)
        found["rig"] = _rig(painted, request.frames, performance, taken.portrait, asked.framing)
        found["file"] = _file(path, taken.portrait, request, performance, place, picture)
        if models is not None and asked.kind == "person":
            mesh = FaceMesh(models)
            points = _track(mesh, path)
            times = np.asarray((np.arange(request.frames) + 0.5) / float(RATE), np.float64)
            tall = np.linalg.norm(points[:, 10, :2] - points[:, 152, :2], axis=1)
            gap = np.linalg.norm(points[:, 13, :2] - points[:, 14, :2], axis=1) / tall
            gap = gap - _nothing(gap)
            found["mesh_in_file"] = {
                "offset_ms": offset(expected_gap(request.phones, len(request.loudness)), gap, times),
                "offset_to_level_ms": offset(np.array(request.loudness), gap, times),
                "closures": _share(request, gap, times, Viseme.PP, closes),
                "tucks": _share(request, gap, times, Viseme.FF, lambda near, top: bool(near.min() < 0.30 * top)),
                "openings": _share(request, gap, times, Viseme.AA, lambda near, top: bool(near.max() > 0.35 * top)),
                "stillness": stillness(read_prosody(request).pauses, gap, times),
                "drift": asdict(_drift(points)),
            }
    print(json.dumps(found, indent=1, default=float))


def _nothing(gap: Curve) -> Curve:
    """What the mesh sees of lips that are shut, which with this network is never nothing and goes with the head's pose.

    It is the least within a second, and at most a quarter of the way above the least of all.
    """
    reach, size = int(RATE), len(gap)
    near = np.array([np.percentile(gap[max(n - reach, 0) : min(n + reach, size) + 1], 4) for n in range(size)])
    least, most = np.percentile(gap, [2, 95])
    return np.asarray(np.minimum(near, least + 0.25 * (most - least)), np.float64)


def _share(
    request: AvatarRequest, gap: Curve, times: Curve, viseme: Viseme, met: Callable[[Curve, float], bool]
) -> float:
    return float(np.mean(hits(request.phones, gap, times, viseme, met)))


def _cost(layer: PhotoLayer, picture: Any) -> dict[str, float]:  # noqa: ANN401
    """Milliseconds of one core a frame, everything moving, into a 1080p picture: the mean, and the first frame."""
    planes, ground = empty_planes(picture.width, picture.height), empty_planes(picture.width, picture.height)
    spent = []
    for n in range(60):
        began = time.thread_time()
        layer.lay_over(planes, n, ground)
        spent.append((time.thread_time() - began) * 1000)
    return {
        "mean": round(float(np.mean(spent[2:])), 2),
        "p95": round(float(np.percentile(spent[2:], 95)), 2),
        "first": round(spent[0], 1),
    }


def _track(mesh: FaceMesh, path: Path) -> Points:
    """The 468 points on every frame of a film (frames × 468 × 3)."""
    found: list[Points] = []
    for shown in frames(path):
        rgb = shown.pixels
        points, _ = mesh.follow(rgb, found[-1]) if found else mesh.points(rgb, mesh.faces(rgb)[0])
        found.append(points)
    return np.stack(found)


def _file(
    path: Path,
    portrait: Portrait,
    request: AvatarRequest,
    performance: Performance,
    region: Rect,
    picture: PictureFormat,
) -> dict[str, float]:
    """What `agency review` measures of the mouth, on the encoded film."""
    kept = path.with_suffix(".zip")
    write_portrait(portrait, kept)
    seen = watch_mouths(
        path, [Sight(0, "photo", performance, "", region, request.framing, portrait=kept)], picture
    )  # fmt: skip
    every = np.asarray((np.arange(request.frames) + 0.5) / float(RATE), np.float64)
    times = np.concatenate([every[one.first : one.first + len(one.opening)] for one in seen])
    gap = np.concatenate([one.opening for one in seen])
    rig = aperture(performance).astype(np.float64)
    meant = [(rig[one.first : one.first + len(one.opening)], one.opening) for one in seen]
    heard = expected_gap(request.phones, len(request.loudness))
    return {
        "follows": float(np.corrcoef(np.concatenate([one for one, _ in meant]), gap)[0, 1]),
        "offset_ms": offset_of(meant, int(RATE))[0] + offset(heard, rig, every),
        "closures": _share(request, gap, times, Viseme.PP, closes),
        "tucks": _share(request, gap, times, Viseme.FF, lambda near, top: bool(near.min() < 0.30 * top)),
        "openings": _share(request, gap, times, Viseme.AA, lambda near, top: bool(near.max() > 0.35 * top)),
        "stillness": stillness(read_prosody(request).pauses, gap, times),
    }


def _drift(points: Points) -> Drift:
    """The drift of the face from its first second, second by second."""
    shapes = face_shapes(points)
    return drift_of([shapes[n : n + 30].mean(axis=0) for n in range(0, len(shapes) - 29, 30)])


def _rig(layer: PhotoLayer, count: int, performance: Any, portrait: Portrait, framing: str) -> dict[str, float]:  # noqa: ANN401
    """What holds of the painted frames before they are encoded."""
    from renderers.avatar.channels import REST

    figure = layer.figure
    rest = figure.draw(REST).y.astype(np.int16)
    spans = figure.rig.spans
    outside = np.ones(rest.shape, bool)
    for k, (first, last) in enumerate(spans):
        outside[2 * k : 2 * k + 2, first:last] = False
    still = figure.rig.still.y.astype(np.int16)
    names, curves = list(performance.channels), np.stack(list(performance.channels.values()), axis=1)
    worst, sharp = 0, []
    for n in range(0, count, max(count // 60, 1)):
        seen = figure.draw(dict(zip(names, curves[n].tolist(), strict=True))).y
        if outside.any():
            worst = max(worst, int(np.abs(seen.astype(np.int16) - still)[outside].max()))
        sharp.append(_sharpness(seen, figure.rig) / _sharpness(rest.astype(np.uint8), figure.rig))
    crop = place_crop(portrait.landmarks, rest.shape[1], rest.shape[0], framing)
    rgb = crop.cut(portrait.picture, 0).astype(np.float32)
    photo = np.round(16 + rgb @ np.array([0.2126, 0.7152, 0.0722], np.float32) * 219 / 255).astype(np.uint8)
    return {
        "moved_outside": worst,
        "mouth_sharpness_at_rest": _sharpness(rest.astype(np.uint8), figure.rig) / _sharpness(photo, figure.rig),
        "mouth_sharpness": float(np.median(sharp))
        * _sharpness(rest.astype(np.uint8), figure.rig)
        / _sharpness(photo, figure.rig),
    }


def _sharpness(luma: NDArray[np.uint8], rig: Any) -> float:  # noqa: ANN401
    """The variance of the Laplacian about the mouth."""
    import cv2

    from renderers.avatar.photo.rig import EDGE

    mouth = rig.face.mouth
    x, y, half = int(mouth.axes.x) - EDGE, int(mouth.axes.y) - EDGE, int(1.3 * mouth.half)
    cut = luma[max(y - half, 0) : y + half, max(x - half, 0) : x + half]
    return float(cv2.Laplacian(cut.astype(np.float32), cv2.CV_32F).var())


if __name__ == "__main__":
    main()
