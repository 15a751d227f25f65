"""The programme as one FFmpeg command, written by hand: every layer lies ready in the pixel format of the blend.

Also the forms of the presenter that other peers read fastest. Colours are converted with the BT.709 matrix once, here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.composition import Composition

_TO_YUVA = "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p"
_TO_YUV = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"


def _spec(composition: Composition) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((composition.folder / "composition.json").read_text())
    return found


def _strip(spec: dict[str, Any]) -> tuple[int, int, int, int]:
    """Left, top, width and height of the box that holds every caption pill."""
    pills = spec["captions"]
    left, top = min(pill["x"] for pill in pills), min(pill["y"] for pill in pills)
    right = max(pill["x"] + pill["width"] for pill in pills)
    bottom = max(pill["y"] + pill["height"] for pill in pills)
    return left, top, right - left, bottom - top


def preparations(composition: Composition, ffmpeg: str) -> list[list[str]]:
    """The commands that turn the layers into raw planes: `backdrop.yuv` and `*.yuva` in the composition's folder."""
    folder, spec = composition.folder, _spec(composition)
    quiet = [ffmpeg, "-y", "-loglevel", "error"]

    def convert(source: list[str], name: str, filters: str) -> list[str]:
        return [*quiet, *source, "-vf", filters, "-f", "rawvideo", str(folder / name)]

    left, top, width, height = _strip(spec)
    made = [
        convert(["-i", str(folder / "backdrop.png")], "backdrop.yuv", _TO_YUV),
        convert(["-framerate", "30", "-i", str(folder / "presenter/%05d.png")], "presenter.yuva", _TO_YUVA),
        convert(["-i", str(folder / "title.png")], "title.yuva", _TO_YUVA),
        convert(["-i", str(folder / "logo.png")], "logo.yuva", _TO_YUVA),
    ]
    for number, pill in enumerate(spec["captions"]):
        pad = f"format=rgba,pad={width}:{height}:{pill['x'] - left}:{pill['y'] - top}:black@0,{_TO_YUVA}"
        made.append(convert(["-i", str(folder / pill["path"])], f"pill{number:03d}.yuva", pad))
    order = "|".join(str(folder / f"pill{number:03d}.yuva") for number in spec["spoken"])
    made.append([*quiet, "-f", "rawvideo", "-pix_fmt", "yuva420p", "-video_size", f"{width}x{height}", "-i",
                 f"concat:{order}", "-f", "rawvideo", str(folder / "captions.yuva")])  # fmt: skip
    return made


def command(composition: Composition, ffmpeg: str, out: Path) -> list[str]:
    """The measured command: six inputs, four blends, one encoder."""
    folder, spec = composition.folder, _spec(composition)
    fps, title, presenter, logo = spec["fps"], spec["title"], spec["presenter"], spec["logo"]
    left, top, width, height = _strip(spec)

    def raw(name: str, pixels: str, size: tuple[int, int], rate: str) -> list[str]:
        shape = f"{size[0]}x{size[1]}"
        given = ["-f", "rawvideo", "-pix_fmt", pixels, "-video_size", shape, "-framerate", rate]
        # Without these FFmpeg would convert each layer in every frame.
        given += ["-color_range", "tv", "-colorspace", "bt709"]
        return [*given, "-i", str(folder / name)]

    start = title["start"] / fps
    late = f"(1-min(max((t-{start:.4f})/{title['enter']},0),1))"
    rise = f"{title['y']}+{title['travel']}*pow({late},3)"
    length = spec["frames"] / fps
    graph = (
        f"[0:v]loop=loop=-1:size=1,setpts=N/{fps}/TB[ground];"
        f"[2:v]loop=loop=-1:size=1,setpts=N/{fps}/TB,fade=t=in:st={start:.4f}:d={title['enter']}:alpha=1[title];"
        f"[ground][3:v]overlay={logo['x']}:{logo['y']}:format=yuv420[a];"
        f"[a][title]overlay=x={title['x']}:y='{rise}':format=yuv420[b];"
        f"[b][1:v]overlay={presenter['x']}:{presenter['y']}:format=yuv420[c];"
        f"[c][4:v]overlay={left}:{top}:format=yuv420,trim=end_frame={spec['frames']}[v]"
    )
    inputs = [
        *raw("backdrop.yuv", "yuv420p", (spec["width"], spec["height"]), str(fps)),
        *raw("presenter.yuva", "yuva420p", (presenter["width"], presenter["height"]), str(fps)),
        *raw("title.yuva", "yuva420p", (title["width"], title["height"]), str(fps)),
        *raw("logo.yuva", "yuva420p", (logo["width"], logo["height"]), str(fps)),
        *raw("captions.yuva", "yuva420p", (width, height), f"{fps}/{spec['word']}"),
        *("-i", str(folder / spec["sound"])),
    ]
    coding = "-c:v libx264 -preset veryfast -crf 19 -pix_fmt yuv420p -c:a aac -b:a 192k -movflags +faststart"
    tags = "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709"
    return [
        *(ffmpeg, "-y", "-nostdin", "-loglevel", "error"),
        *inputs,
        *("-filter_complex", graph, "-map", "[v]", "-map", "5:a", "-t", f"{length:.4f}"),
        *coding.split(),
        *tags.split(),
        str(out),
    ]


def alpha_movie(composition: Composition, ffmpeg: str) -> list[str]:
    """The command that writes the presenter as `presenter.mov`, which decodes to RGBA at little cost."""
    frames = str(composition.folder / "presenter/%05d.png")
    return [ffmpeg, "-y", "-loglevel", "error", "-framerate", "30", "-i", frames, "-c:v", "qtrle", "-pix_fmt", "argb",
            str(composition.folder / "presenter.mov")]  # fmt: skip


def alpha_webm(composition: Composition, ffmpeg: str) -> list[str]:
    """The command that writes the presenter as `presenter.webm`, VP9 with alpha."""
    frames = str(composition.folder / "presenter/%05d.png")
    return [ffmpeg, "-y", "-loglevel", "error", "-framerate", "30", "-i", frames, "-vf", _TO_YUVA, "-c:v", "libvpx-vp9",
            *"-pix_fmt yuva420p -crf 20 -b:v 0 -deadline realtime -cpu-used 8 -row-mt 1 -auto-alt-ref 0".split(),
            *"-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv".split(),
            str(composition.folder / "presenter.webm")]  # fmt: skip
