"""Closed groups of pictures, told apart by their bytes and decoded each by itself, several at once.

What an H.264 film in MP4 shows from one IDR picture up to the next depends on nothing outside: equal bytes, equal
pictures. So what is known of a group is known wherever the same bytes stand, and only groups never seen are decoded.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import av
from av.container import InputContainer
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext

from renderers.media_facts import Limits
from renderers.media_pictures import UNFILTERED, Luma, luma
from renderers.media_signature import rejected

MOST_PICTURES = 240
"""In a group that is decoded by itself: 4 seconds at 60 a second. Longer ones are no film of this house."""
_MARK_DIGITS = 32
_DECODER = f"avcodec {'.'.join(map(str, av.library_versions['libavcodec']))} {UNFILTERED}"
"""What decodes, and how: another version may differ."""
_IDR, _SLICES = 5, range(1, 6)
"""Kinds of NAL units in H.264 (ITU-T H.264, table 7-1)."""
_FULL_RANGE = 2

Found = TypeVar("Found")


@dataclass(frozen=True)
class Group:
    """Pictures that decode without any others. `mark` is a hash of their bytes and of all that decides how they decode.

    `times` and `lengths` in seconds are those of the pictures in the order shown; `places` are the offset and size in
    the file of each packet in the order decoded, and `order` is the place of each among `times`.
    """

    mark: str
    times: tuple[float, ...]
    lengths: tuple[float, ...]
    places: tuple[tuple[int, int], ...]
    order: tuple[int, ...]


@dataclass(frozen=True)
class Footage:
    """All groups of a film, and what a decoder has to be told before the first; `step` as for `media_pictures.luma`."""

    groups: tuple[Group, ...]
    extradata: bytes
    step: int
    full: bool


class PacketWatch:
    """Hashes the packets of a film that go by, each stream for itself: another container orders them otherwise."""

    def __init__(self) -> None:
        self._seen: dict[str, Any] = {}

    def see(self, packet: Packet[Any]) -> None:
        """Take in the next packet of the file."""
        kind = packet.stream.type
        if kind in ("video", "audio"):
            self._seen.setdefault(kind, hashlib.sha256()).update(packet)

    @property
    def mark(self) -> str:
        """The hash of all packets so far."""
        told = " ".join(f"{kind} {seen.hexdigest()}" for kind, seen in sorted(self._seen.items()))
        return hashlib.sha256(told.encode()).hexdigest()


class GroupWatch:
    """Cuts the packets of a film that go by into groups, and marks its sound."""

    def __init__(self, container: InputContainer, container_name: str, step: int) -> None:
        self._step = step
        self._video = container.streams.video[0] if container.streams.video else None
        self._sound = container.streams.audio[0] if container.streams.audio else None
        context = self._video.codec_context if self._video else None
        self._fit = container_name == "mp4" and context is not None and context.name == "h264"
        self._extradata = bytes(context.extradata or b"") if context else b""
        self._prefix = (self._extradata[4] & 3) + 1 if len(self._extradata) > 6 and self._extradata[0] == 1 else 0
        self._full = context is not None and int(context.color_range) == _FULL_RANGE
        self._groups: list[Group] = []
        self._waiting: list[Packet[Any]] = []
        self._heard = hashlib.sha256()

    def see(self, packet: Packet[Any]) -> None:
        """Take in the next packet of the file."""
        if self._sound is not None and packet.stream_index == self._sound.index:
            self._heard.update(f"{packet.pts} {packet.size} ".encode())
            self._heard.update(packet)
        elif self._fit and self._video is not None and packet.stream_index == self._video.index:
            starts = packet.is_keyframe and self._begins(bytes(packet))
            if starts:
                self._close()
            self._fit = self._fit and (starts or bool(self._waiting)) and _plain(packet)
            self._fit = self._fit and len(self._waiting) < MOST_PICTURES
            if self._fit:
                self._waiting.append(packet)

    def footage(self) -> Footage | None:
        """The groups once all packets have gone by; None where the film can not be cut into groups."""
        self._close()
        if not self._fit or not self._groups:
            return None
        return Footage(tuple(self._groups), self._extradata, self._step, self._full)

    @property
    def sound_mark(self) -> str:
        """A hash of the bytes and times of the sound, and of what decides how they decode; empty without sound."""
        if self._sound is None:
            return ""
        context, stream = self._sound.codec_context, self._sound
        about = (context.name, bytes(context.extradata or b""), context.sample_rate, context.layout.name)
        clock = (stream.time_base, stream.start_time, stream.duration)
        return hashlib.sha256(f"{self._heard.hexdigest()} {about} {clock}".encode()).hexdigest()

    def _begins(self, content: bytes) -> bool:
        """Whether the picture in `content` is an IDR picture, which nothing after it reaches behind."""
        at = 0
        while self._prefix and at + self._prefix < len(content):
            kind = content[at + self._prefix] & 31
            if kind in _SLICES:
                return kind == _IDR
            at += self._prefix + int.from_bytes(content[at : at + self._prefix], "big")
        return False

    def _close(self) -> None:
        """Make a group of the packets that wait."""
        packets, self._waiting = self._waiting, []
        if not packets or not self._fit:
            return
        shown = sorted(packet.pts for packet in packets if packet.pts is not None)
        tick = packets[0].time_base
        times = tuple(pts * tick.numerator / tick.denominator for pts in shown)
        self._fit = len(set(shown)) == len(packets) and (
            not self._groups or times[0] >= self._groups[-1].times[-1] + self._groups[-1].lengths[-1] - 1e-6
        )
        if not self._fit:
            return
        place = {pts: number for number, pts in enumerate(shown)}
        order = tuple(place[packet.pts] for packet in packets if packet.pts is not None)
        mark = _mark(self._extradata, self._full, self._step, order, packets)
        by_time = sorted(packets, key=lambda packet: packet.pts or 0)
        lengths = tuple((packet.duration or 0) * tick.numerator / tick.denominator for packet in by_time)
        places = tuple((packet.pos or 0, packet.size) for packet in packets)
        self._groups.append(Group(mark, times, lengths, places, order))


def _plain(packet: Packet[Any]) -> bool:
    """Whether a packet is one shown picture and changes nothing about the decoder."""
    shown = packet.pts is not None and packet.pts >= 0 and not packet.is_discard and not packet.is_corrupt
    return bool(shown and packet.duration and packet.pos is not None and not packet.has_sidedata("new_extradata"))


def decode_groups(
    path: Path,
    footage: Footage,
    wanted: Iterable[Group],
    measure: Callable[[list[Luma | None], list[bool]], Found],
    limits: Limits,
    cut: Callable[[Group, int, Luma], Luma] | None = None,
) -> Iterator[Found]:
    """`measure(pictures, damaged)` of every one of the groups `wanted`, in order; they are decoded side by side.

    `pictures` are in the order shown, None for one that could not be decoded; `damaged` says where the decoder had to
    guess. With `cut` they are what it makes of the group, the picture's number in it and all of its luma. Memory holds
    a few groups at a time. Raises `MediaRejected` where the file changes meanwhile or grows beyond `limits`.
    """
    workers = limits.threads or _cores()
    decoders = threading.local()

    def work(group: Group, contents: list[bytes]) -> Found:
        # A decoder that goes on has its memory at hand; what it must guess at should not depend on what it saw before.
        used = hasattr(decoders, "here")
        decoders.here = decoder = decoders.here if used else _decoder(footage, limits)
        pictures, damaged = _decode(decoder, path.name, footage, group, contents, limits, cut)
        if used and any(damaged):
            pictures, damaged = _decode(_decoder(footage, limits), path.name, footage, group, contents, limits, cut)
        if any(damaged):
            del decoders.here
        return measure(pictures, damaged)

    with path.open("rb") as file, ThreadPoolExecutor(workers, "decode") as pool:
        waiting: deque[Future[Found]] = deque()
        try:
            for group in wanted:
                waiting.append(pool.submit(work, group, _contents(file, footage, group, path.name)))
                while len(waiting) > 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _contents(file: BinaryIO, footage: Footage, group: Group, name: str) -> list[bytes]:
    """The packets of `group`, which are what they were when it was marked."""
    contents = []
    for offset, size in group.places:
        file.seek(offset)
        contents.append(file.read(size))
    if _mark(footage.extradata, footage.full, footage.step, group.order, contents) != group.mark:
        raise rejected(name, "was changed while it was read", "Try again")
    return contents


def _mark(
    extradata: bytes, full: bool, step: int, order: tuple[int, ...], packets: Sequence[bytes | Packet[Any]]
) -> str:
    told = hashlib.sha256(repr((_DECODER, extradata, full, step, order)).encode())
    for packet in packets:
        content = memoryview(packet)
        told.update(len(content).to_bytes(4, "big"))
        told.update(content)
    return told.hexdigest()[:_MARK_DIGITS]


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _decoder(footage: Footage, limits: Limits) -> VideoCodecContext:
    decoder = av.CodecContext.create("h264", "r")
    assert isinstance(decoder, VideoCodecContext)
    decoder.extradata = footage.extradata
    # One thread for each group keeps all cores as busy as threads within a picture would, without their waiting.
    decoder.thread_count = 1
    decoder.options = {"max_pixels": str(limits.pixels), **UNFILTERED}
    return decoder


def _decode(
    decoder: VideoCodecContext,
    name: str,
    footage: Footage,
    group: Group,
    contents: list[bytes],
    limits: Limits,
    cut: Callable[[Group, int, Luma], Luma] | None = None,
) -> tuple[list[Luma | None], list[bool]]:
    """Each picture of `group` as thin luma, and whether `decoder` had to guess at it; it may go on after it."""
    pictures: list[Luma | None] = [None] * len(group.times)
    damaged = [True] * len(group.times)
    for number in range(len(contents) + 1):
        packet = Packet(contents[number]) if number < len(contents) else None
        if packet is not None:
            packet.pts = packet.dts = group.order[number]
        try:
            decoded = decoder.decode(packet)
        except av.InvalidDataError:
            continue
        for frame in decoded:
            if frame.width * frame.height > limits.pixels:
                raise rejected(name, "grows beyond the picture size that is read", "Export it again")
            if frame.pts is not None and 0 <= frame.pts < len(pictures):
                seen = luma(frame, 1 if cut else footage.step, full=footage.full)
                pictures[frame.pts] = cut(group, frame.pts, seen) if cut else seen
                damaged[frame.pts] = bool(frame.is_corrupt)
    decoder.flush_buffers()
    return pictures, damaged
