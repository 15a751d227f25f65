"""The programme in moviepy, run with moviepy's own Python: `moviepy_scene.py FOLDER OUT`."""

import json
import sys
from pathlib import Path

from moviepy import AudioFileClip, CompositeVideoClip, ImageClip, VideoFileClip, vfx


def build(folder: Path) -> CompositeVideoClip:
    """The composite clip of the prepared layers in `folder`."""
    spec = json.loads((folder / "composition.json").read_text())
    fps, length = spec["fps"], spec["frames"] / spec["fps"]

    def still(layer: dict[str, object], duration: float) -> ImageClip:
        return ImageClip(str(folder / layer["path"]), duration=duration)

    title = spec["title"]
    start, enter = title["start"] / fps, title["enter"]

    def risen(t: float) -> tuple[float, float]:
        late = 1 - min(max(t / enter, 0), 1)
        return title["x"], title["y"] + title["travel"] * late**3

    heading = still(title, length - start).with_effects([vfx.CrossFadeIn(enter)]).with_start(start)
    word = spec["word"] / fps
    pills = []
    for number, shown in enumerate(spec["spoken"]):
        layer = spec["captions"][shown]
        clip = still(layer, min(word, length - number * word)).with_start(number * word)
        pills.append(clip.with_position((layer["x"], layer["y"])))
    presenter = VideoFileClip(str(folder / "presenter.mov"), has_mask=True, audio=False)
    at = spec["presenter"]
    layers = [
        still(spec["backdrop"], length),
        still(spec["logo"], length).with_position((spec["logo"]["x"], spec["logo"]["y"])),
        heading.with_position(risen),
        presenter.with_position((at["x"], at["y"])),
        *pills,
    ]
    # The first layer fills the frame, so that nothing below it is painted.
    programme = CompositeVideoClip(layers, size=(spec["width"], spec["height"]), use_bgclip=True)
    return programme.with_duration(length).with_audio(AudioFileClip(str(folder / spec["sound"])))


def main() -> None:
    """Render the folder's programme."""
    folder, out = Path(sys.argv[1]), sys.argv[2]
    build(folder).write_videofile(
        out,
        fps=30,
        codec="libx264",
        preset="veryfast",
        audio_codec="aac",
        audio_bitrate="192k",
        audio_fps=48000,
        pixel_format="yuv420p",
        temp_audiofile_path=str(Path(out).parent),
        ffmpeg_params=[
            *("-crf", "19", "-vf", "scale=out_color_matrix=bt709:out_range=tv", "-colorspace", "bt709"),
            *("-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-movflags", "+faststart"),
        ],
        logger=None,
    )


if __name__ == "__main__":
    main()
