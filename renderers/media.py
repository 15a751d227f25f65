"""The one module that reads media: facts about a file, its pictures and its sound, as a player would present them.

Nothing is opened before `media_signature` has said what it is; the demuxer is then named, never guessed, and may open
nothing but this one file, so that playlists, references and network addresses have no effect. Times honour edit lists
and priming: time 0 is where a player starts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count
from math import ceil, inf
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.container import InputContainer
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from renderers.errors import MediaRejected
from renderers.media_child import ask_child
from renderers.media_facts import FOREIGN as FOREIGN
from renderers.media_facts import OWN, Limits, MediaFacts
from renderers.media_groups import Footage, GroupWatch, PacketWatch
from renderers.media_pictures import UNFILTERED, Luma, length_of, luma, pixels, plane_samples, start_of
from renderers.media_probe import read_facts
from renderers.media_signature import Signature, read_signature, rejected
from renderers.media_sound import SoundPiece as SoundPiece
from renderers.media_sound import SoundReader, Tape
from renderers.timebase import SOUND_RATE

CODECS = frozenset(
    "h264 hevc vp8 vp9 libdav1d av1 mpeg4 prores mjpeg dnxhd ffv1 png theora aac mp3 mp3float opus libopus vorbis flac "
    "alac ac3 eac3 pcm_s16le pcm_s16be pcm_s24le pcm_s24be pcm_s32le pcm_s32be pcm_f32le pcm_f32be pcm_f64le pcm_u8 "
    "pcm_alaw pcm_mulaw".split()
)
"""The decoders that may run: what cameras, phones and editors write. FFmpeg has hundreds of others, rarely tried."""
_FULL_RANGE = 2
_FAR, _EARLY = 3.0, 0.5
"""Seconds ahead from which on a film is wound on to the key frame before, and how long before the moment it begins."""
_NEAR = 90
"""Pictures ahead that are come by sooner by decoding all of them than by going to the key frame before."""


@dataclass(frozen=True)
class VideoPicture:
    """One picture: its number, the second at which it appears, and uint8 pixels, `(h, w)` grey or `(h, w, 3)` RGB."""

    index: int
    time: float
    pixels: NDArray[np.uint8]


@dataclass(frozen=True)
class LumaPicture:
    """One picture as `play` gives it: every `step`-th sample of its luma in video levels (16 black, 235 white).

    `time` and `duration` in seconds; `key` where a decoder can begin, `damaged` where it had to guess.
    """

    index: int
    time: float
    duration: float
    key: bool
    damaged: bool
    luma: Luma


@dataclass(frozen=True)
class Survey:
    """What is known of a file once all its packets have gone by; hardly anything is decoded.

    `footage` is None where its pictures can not be decoded in groups. `sound_mark` is the same for the same sound,
    and empty where there is none.
    """

    facts: MediaFacts
    footage: Footage | None
    sound_mark: str


def survey(path: Path, limits: Limits = OWN) -> Survey:
    """The survey of a file. Raises `MediaRejected` as `probe` does."""
    with _opened(path, limits) as (container, signature):
        watch = GroupWatch(container, signature.container, _luma_step(container))
        facts = read_facts(container, signature, path.name, limits, watch.see)
        return Survey(facts, watch.footage(), watch.sound_mark)


def packets_mark(path: Path, limits: Limits = OWN) -> str:
    """A hash of the encoded pictures and sound, the same however they are packed. Raises `MediaRejected` as `probe`."""
    with _opened(path, limits) as (container, signature):
        watch = PacketWatch()
        read_facts(container, signature, path.name, limits, watch.see)
        return watch.mark


def probe(path: Path, limits: Limits = OWN) -> MediaFacts:
    """The facts of a file that the house made. Counts and ends are measured on every packet.

    Raises `MediaRejected` with one sentence for what is missing, empty, cut off, no media, or beyond `limits`.
    """
    with _opened(path, limits) as (container, signature):
        return read_facts(container, signature, path.name, limits)


def probe_foreign(path: Path, limits: Limits = FOREIGN) -> MediaFacts:
    """The facts of a file from outside, read in a child process that `limits` bind in time and memory.

    The first picture and sound are decoded too. Raises `MediaRejected` as `probe` does, and where the child fails.
    """
    return ask_child("facts", path, limits, MediaFacts)


def frames(
    path: Path,
    size: tuple[int, int] | None = None,
    *,
    grey: bool = False,
    rate: Fraction | None = None,
    start: float = 0.0,
    end: float = inf,
    limits: Limits = OWN,
) -> Iterator[VideoPicture]:
    """Every picture in the order shown, one at a time; `size` is (width, height) as shown, `grey` gives luma alone.

    With `rate`, as many a second as asked, from second `start` until `end`: the one on screen at each
    `start + n / rate`, and one at least. Raises `MediaRejected` for a file without pictures, or one whose pictures can
    not be decoded.
    """
    with _opened(path, limits) as (container, _):
        if rate is not None:
            _seek(container, start)
        numbers = count()
        shown: VideoFrame | None = None
        due = 0
        over = 0.0
        for frame in _pictures(container, path.name, limits):
            begins = start_of(frame)
            if rate is None:
                yield VideoPicture(next(numbers), begins, pixels(frame, size, grey=grey))
                continue
            while shown is not None and due < ceil(round((min(begins, end) - start) * rate, 6)):
                yield VideoPicture(next(numbers), start + float(due / rate), pixels(shown, size, grey=grey))
                due += 1
            shown, over = frame, begins + length_of(frame)
            if begins >= end:
                break
        while shown is not None and rate is not None and due < max(1, ceil(round((min(over, end) - start) * rate, 6))):
            yield VideoPicture(next(numbers), start + float(due / rate), pixels(shown, size, grey=grey))
            due += 1


def show(
    path: Path, start: float, rate: Fraction, numbers: Iterable[int], limits: Limits
) -> Iterator[tuple[VideoFrame, bool, bool, Fraction]]:
    """The picture on screen at `start + n / rate` for each `n` of `numbers`, in order, undecoded ones skipped.

    Each comes with whether it is another one than before, whether the stream says full range, and the proportions of
    its pixels. The first picture is shown before it is due, the last after its end. A moment is looked at half a
    picture late, so that times that were rounded show no picture twice. Raises `MediaRejected`.
    """
    with _opened(path, limits) as (container, _):
        if not container.streams.video:
            raise rejected(path.name, "has no picture", "Give a video")
        stream = container.streams.video[0]
        late = 1 / (2 * max(rate, Fraction(stream.average_rate or rate), Fraction(1)))
        full = stream.codec_context.color_range == _FULL_RANGE
        shape = Fraction(stream.sample_aspect_ratio or 1) or Fraction(1)
        coming: Iterator[VideoFrame] = iter(())
        shown: VideoFrame | None = None
        following: VideoFrame | None = None
        last: VideoFrame | None = None
        at = -inf
        for number in numbers:
            due = start + float(number / rate + late)
            if due - at > _FAR:
                # Well before, since seeking goes by the times of decoding.
                _seek(container, due - _EARLY)
                coming = _pictures(container, path.name, limits)
                shown, following = None, next(coming, None)
            while following is not None and (shown is None or start_of(following) <= due):
                shown, following = following, next(coming, None)
            if shown is None:
                raise rejected(path.name, f"has no picture at {due:.2f} s", "Choose another span of it")
            yield shown, shown is not last, full, shape
            last, at = shown, due


class OwnFilm:
    """The pictures of a film that this house wrote at `rate`, one for each frame, by number. Close it after use.

    Raises `MediaRejected` where it can not be opened or read.
    """

    def __init__(self, path: Path, rate: Fraction) -> None:
        self._rate, self._name = rate, path.name
        self._open = _opened(path, replace(OWN, threads=1))
        self._container, _ = self._open.__enter__()
        self._coming: Iterator[VideoFrame] = iter(())
        self._next = inf

    def picture(self, number: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]:
        """The planes of picture `number`; those of pictures soon after the last one asked for come at once."""
        if not 0 <= number - self._next < _NEAR:
            stream = self._container.streams.video[0]
            self._container.seek(int(number / self._rate / (stream.time_base or 1)), stream=stream)
            self._coming = _pictures(self._container, self._name, OWN)
        for frame in self._coming:
            found = round(start_of(frame) * self._rate)
            if found >= number:
                self._next = found + 1
                return plane_samples(frame)
        raise rejected(self._name, f"has no picture number {number}")

    def close(self) -> None:
        """Let go of the file."""
        self._open.__exit__(None, None, None)


def picture_at(
    path: Path, seconds: float, size: tuple[int, int] | None = None, limits: Limits = OWN
) -> VideoPicture | None:
    """The picture on screen at `seconds`, in RGB, found from the key frame before it; None past the end.

    `index` counts from that key frame. Raises `MediaRejected` for a file without readable pictures.
    """
    with _opened(path, limits) as (container, _):
        if not container.streams.video:
            raise rejected(path.name, "has no picture", "Give a video")
        _seek(container, seconds)
        shown = None
        for number, frame in enumerate(_pictures(container, path.name, limits)):
            if shown is not None and start_of(frame) > seconds + 1e-6:
                break
            shown = (number, frame)
        if shown is None or seconds >= start_of(shown[1]) + max(length_of(shown[1]), 1e-3):
            return None
        return VideoPicture(shown[0], start_of(shown[1]), pixels(shown[1], size, grey=False))


def _seek(container: InputContainer, seconds: float) -> None:
    """Go to the key frame before `seconds`, if there are pictures."""
    stream = container.streams.video[0] if container.streams.video else None
    # A transport stream has no index: where FFmpeg lands in it, there may be no key frame any more.
    if stream is not None and stream.time_base and seconds > 0 and container.format.name != "mpegts":
        container.seek(int(seconds / stream.time_base), stream=stream, backward=True)


def sound(path: Path, rate: int = SOUND_RATE, limits: Limits = OWN) -> NDArray[np.float32]:
    """The whole sound as float32 `(n, 2)` at `rate`; sample 0 is presentation time 0, mono is on both sides.

    Raises `MediaRejected` for a file without sound, or one whose sound can not be decoded.
    """
    with _opened(path, limits) as (container, signature):
        if not container.streams.audio:
            raise rejected(path.name, "has no sound", "Give a file with sound")
        tape = Tape(limits.seconds)
        for piece in _pieces(container, signature, path.name, limits, luma_step=0):
            assert isinstance(piece, SoundPiece)
            tape.lay(piece)
    return tape.samples(rate)


def play(path: Path, limits: Limits = OWN) -> Iterator[LumaPicture | SoundPiece]:
    """Pictures (small, luma only) and sound in one decoding pass, as they come in the file."""
    with _opened(path, limits) as (container, signature):
        yield from _pieces(container, signature, path.name, limits, _luma_step(container))


def play_pictures(path: Path, limits: Limits = OWN) -> Iterator[LumaPicture]:
    """The pictures of `play` alone."""
    with _opened(path, limits) as (container, signature):
        for piece in _pieces(container, signature, path.name, limits, _luma_step(container), hearing=False):
            assert isinstance(piece, LumaPicture)
            yield piece


def play_sound(path: Path, limits: Limits = OWN, start: float = 0.0) -> Iterator[SoundPiece]:
    """The sound of `play` alone, from a little before second `start` on."""
    with _opened(path, limits) as (container, signature):
        if start > _FAR:
            container.seek(int((start - 2 * _EARLY) * av.time_base))
        for piece in _pieces(container, signature, path.name, limits, luma_step=0):
            assert isinstance(piece, SoundPiece)
            yield piece


def _luma_step(container: InputContainer) -> int:
    """The step between luma samples that leaves at least 135 on the short side: anything larger than it is seen."""
    if not container.streams.video:
        return 1
    context = container.streams.video[0].codec_context
    return max(1, min(context.width, context.height) // 135)


@contextmanager
def _opened(path: Path, limits: Limits) -> Iterator[tuple[InputContainer, Signature]]:
    """The file opened by its one demuxer, with streams checked; FFmpeg's own errors leave as `MediaRejected`."""
    signature = read_signature(path, limits)
    options = {"protocol_whitelist": "file", "max_streams": str(limits.streams), "max_pixels": str(limits.pixels)}
    if signature.demuxer == "mov":
        options |= {"enable_drefs": "0", "use_absolute_path": "0"}
    address = f"file:{path.absolute()}"
    try:
        with av.open(address, format=signature.demuxer, options=options, metadata_errors="replace") as container:
            _check(container, path.name, limits)
            yield container, signature
    except MediaRejected:
        raise
    except (av.FFmpegError, MemoryError, UnicodeError) as error:
        reason = str(getattr(error, "strerror", "") or error).lower()
        raise rejected(path.name, f"can not be read to its end: it is damaged or cut off ({reason})") from error


def _check(container: InputContainer, name: str, limits: Limits) -> None:
    """Refuse streams that may not be decoded, before anything is."""
    for stream in (*container.streams.video, *container.streams.audio):
        codec = stream.codec_context.name if stream.codec_context else "unknown"
        if codec not in CODECS:
            raise rejected(name, f"holds a stream in a format ({codec}) that is not read here", "Export it as H.264")
    for stream in container.streams.video:
        if stream.width * stream.height > limits.pixels:
            raise rejected(name, f"has pictures of {stream.width} by {stream.height}, more than are read", "Shrink it")
        stream.codec_context.options = {"max_pixels": str(limits.pixels)}
        stream.codec_context.thread_count = limits.threads
        stream.thread_type = "AUTO"
    if not container.streams.video and not container.streams.audio:
        raise rejected(name, "holds neither picture nor sound", "Give a video or sound file")
    minutes, most = (container.duration or 0) / av.time_base / 60, limits.seconds / 60
    if minutes > most:
        raise rejected(name, f"is {minutes:.0f} minutes long; at most {most:.0f} are read", "Cut it")


def _pictures(container: InputContainer, name: str, limits: Limits) -> Iterator[VideoFrame]:
    """Decoded pictures from time 0 on, none larger and none later than `limits` allow."""
    if not container.streams.video:
        raise rejected(name, "has no picture", "Give a video")
    seen = False
    for frame in container.decode(container.streams.video[0]):
        if _presented(frame, name, limits):
            seen = True
            yield frame
    if not seen:
        raise rejected(name, "has no picture that can be decoded: it is damaged")


def _presented(frame: VideoFrame, name: str, limits: Limits) -> bool:
    if frame.width * frame.height > limits.pixels:
        raise rejected(name, "grows beyond the picture size that is read", "Export it again")
    if start_of(frame) > limits.seconds:
        raise rejected(name, "is longer than it says and than is read", "Cut it")
    return frame.pts is not None and frame.pts >= 0


def _pieces(
    container: InputContainer,
    signature: Signature,
    name: str,
    limits: Limits,
    luma_step: int,
    *,
    hearing: bool = True,
) -> Iterator[LumaPicture | SoundPiece]:
    """Sound where it is wanted, and with a `luma_step` pictures, decoded side by side."""
    heard = container.streams.audio[0] if hearing and container.streams.audio else None
    streams: list[Any] = [*(container.streams.video[:1] if luma_step else ()), *((heard,) if heard else ())]
    if not streams:
        return
    if luma_step and container.streams.video and container.streams.video[0].codec_context.name == "h264":
        container.streams.video[0].codec_context.options |= UNFILTERED
    origin = (container.start_time or 0) / av.time_base
    reader = SoundReader(heard, signature.container, origin, name) if heard else None
    full = bool(container.streams.video) and container.streams.video[0].codec_context.color_range == _FULL_RANGE
    numbers = count()
    for frame in container.decode(*streams):
        if isinstance(frame, AudioFrame) and reader is not None:
            piece = reader.read(frame)
            if piece is not None:
                yield piece
        elif isinstance(frame, VideoFrame) and _presented(frame, name, limits):
            yield LumaPicture(
                next(numbers),
                start_of(frame),
                length_of(frame),
                bool(frame.key_frame),
                bool(frame.is_corrupt),
                luma(frame, luma_step, full=full),
            )
