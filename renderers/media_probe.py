"""Facts measured packet by packet: one picture is decoded, the rest only counted, so an hour of film takes a second."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import av
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from renderers.media_facts import Limits, MediaFacts, SoundFacts, VideoFacts, colour_names
from renderers.media_pictures import clockwise
from renderers.media_signature import Signature, rejected

_MISSING = 1.0
"""Seconds that may lack at the end against the container's claim before a file counts as cut off."""
_MOST_PACKETS = 5_000_000


@dataclass
class _Track:
    """What the packets of one stream have shown: when each is presented, where the last ends, and samples hidden."""

    times: list[int] = field(default_factory=list)
    end: int = 0
    hidden: int = 0

    def add(self, packet: Any) -> None:  # noqa: ANN401  (PyAV's packets are generic over their stream)
        if packet.pts is None:
            return
        if not self.times and packet.has_sidedata("skip_samples"):
            self.hidden += struct.unpack_from("<I", bytes(packet.get_sidedata("skip_samples")))[0]
        end = packet.pts + (packet.duration or 0)
        self.end = max(self.end, end)
        if not packet.is_discard and (end > 0 or packet.pts >= 0):
            self.times.append(packet.pts)


def read_facts(
    container: InputContainer,
    signature: Signature,
    name: str,
    limits: Limits,
    see: Callable[[Packet[Any]], None] = lambda _: None,
) -> MediaFacts:
    """The facts of an opened file; `see` is shown every packet that goes by.

    Raises `MediaRejected` for a file that ends too soon or goes on beyond `limits`.
    """
    tracks = {stream.index: _Track() for stream in container.streams}
    for number, packet in enumerate(container.demux()):
        if number > _MOST_PACKETS:
            raise rejected(name, "has more parts than are read", "Export it again")
        if packet.size:
            tracks[packet.stream_index].add(packet)
            see(packet)
    turned = _rotation(container, name)
    videos = tuple(_video(stream, tracks[stream.index], turned, name) for stream in container.streams.video)
    sounds = tuple(_sound(stream, tracks[stream.index]) for stream in container.streams.audio)
    ends = [video.start + video.duration for video in videos] + [heard.start + heard.duration for heard in sounds]
    last = max(ends)
    claimed = container.duration / av.time_base if container.duration else last
    if last > limits.seconds:
        raise rejected(name, f"is {last / 60:.0f} minutes long; at most {limits.seconds / 60:.0f} are read", "Cut it")
    short = claimed + (container.start_time or 0) / av.time_base - last
    # Raw AAC has no index: its length is a guess from the bit rate.
    if short > _MISSING and signature.container != "aac":
        raise rejected(name, f"is cut off: it says {claimed:.1f} s and ends {short:.1f} s sooner")
    return MediaFacts(
        signature.container,
        signature.bytes,
        claimed,
        signature.fast_start,
        videos,
        sounds,
        len(container.streams.subtitles),
    )


def _video(stream: VideoStream, track: _Track, turned: int, name: str) -> VideoFacts:
    context = stream.codec_context
    if not track.times or not stream.time_base:
        raise rejected(name, "has a picture track without pictures")
    times = sorted(track.times)
    rate, constant = _rate(stream, times, stream.time_base)
    start = times[0] * stream.time_base
    return VideoFacts(
        codec=context.name,
        profile=context.profile or "",
        level=max(context.level or 0, 0),
        tag=_tag(context.codec_tag),
        width=context.width,
        height=context.height,
        rotation=turned,
        pixel_format=context.pix_fmt or "unknown",
        **colour_names(context.color_primaries, context.color_trc, context.colorspace, context.color_range),
        rate=rate,
        constant=constant,
        frames=len(times),
        start=float(start),
        duration=float(track.end * stream.time_base - start),
    )


def _rate(stream: VideoStream, times: list[int], tick: Fraction) -> tuple[Fraction, bool]:
    """The exact rate, and whether every picture lies within one tick of its place at that rate."""
    rates = [Fraction(rate) for rate in (stream.average_rate, stream.guessed_rate) if rate]
    for rate in rates:
        ticks, parts = (1 / (rate * tick)).as_integer_ratio()
        if all(abs((time - times[0]) * parts - number * ticks) <= parts for number, time in enumerate(times)):
            return rate, True
    if rates:
        return rates[0], False
    spread = (times[-1] - times[0]) * tick
    return (Fraction(len(times) - 1) / spread if spread else Fraction(0)), False


def _sound(stream: AudioStream, track: _Track) -> SoundFacts:
    context = stream.codec_context
    tick = stream.time_base or Fraction(1, context.sample_rate or 1)
    start = max(0, min(track.times, default=0)) * tick
    return SoundFacts(
        codec=context.name,
        profile=context.profile or "",
        tag=_tag(context.codec_tag),
        rate=context.sample_rate,
        channels=context.channels,
        layout=context.layout.name,
        priming=track.hidden,
        start=float(start),
        duration=float(max(Fraction(0), track.end * tick - start)),
    )


def _tag(tag: str) -> str:
    """The four-character code, or nothing where the container has none."""
    return tag if tag.isalnum() else ""


def _rotation(container: InputContainer, name: str) -> int:
    """The degrees clockwise by which a player turns the first picture. Raises `MediaRejected` where none decodes."""
    if not container.streams.video:
        return 0
    container.seek(0)
    # For one picture the threads would only wait for one another.
    container.streams.video[0].codec_context.thread_count = 1
    for frame in container.decode(container.streams.video[0]):
        return clockwise(frame)
    raise rejected(name, "has no picture that can be decoded: it is damaged")
