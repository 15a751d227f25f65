"""Measures kept as takes: what was once measured on these very bytes, pictures or sound, is not measured again."""

from __future__ import annotations

import contextlib
import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np

from renderers.errors import NoSpace
from renderers.inspection_picture import BLOCK, GroupMeasures, Stretch, measure_group
from renderers.inspection_sound import Heard, SoundWatch
from renderers.media import play_sound
from renderers.media_facts import Limits
from renderers.media_groups import Footage, Group, decode_groups
from renderers.media_pictures import Luma
from renderers.media_signature import rejected
from renderers.takes import TakeStore, digest, drop_take

KIND = "measures"
VERSION = 1
"""Raised when something else is measured, or it is kept in another way."""
_HEAD = struct.Struct("<HHH")
_EFFORT = 1
"""Of 9: it takes 3 ms for two seconds of film."""
_PICTURES, _SOUND = "pictures.bin", "sound.json"


def measure_footage(
    path: Path, footage: Footage, limits: Limits, takes: TakeStore | None
) -> Iterator[tuple[Group, GroupMeasures]]:
    """The measures of every group of the film at `path`, in order; only those that are not in `takes` are decoded.

    Raises `MediaRejected` for a group of which no picture can be decoded.
    """
    wanted: dict[int, Group] = {}
    seen: set[str] = set()
    for number, group in enumerate(footage.groups):
        if takes is None or (group.mark not in seen and takes.find(KIND, _key(group.mark)) is None):
            wanted[number] = group
        seen.add(group.mark)
    fresh = _measure(path, footage, list(wanted.values()), limits)
    for number, group in enumerate(footage.groups):
        measures = None if number in wanted else _read_pictures(takes, group)
        if measures is None:
            measures = next(fresh if number in wanted else _measure(path, footage, [group], limits))
            if takes is not None:
                _keep(takes, group.mark, _PICTURES, _pack(measures))
        yield group, measures


def measure_sound(path: Path, mark: str, seconds: float, limits: Limits, takes: TakeStore | None) -> Heard:
    """What is heard in the film of `seconds` at `path`, whose sound bears `mark` (empty for none), or kept before."""
    if not mark:
        return Heard(None, None, ())
    key = f"{mark} {seconds} {limits.seconds}"
    kept = _content(takes, key, _SOUND)
    if kept is not None and takes is not None:
        with contextlib.suppress(ValueError, TypeError, KeyError):
            told = json.loads(kept)
            heard = Heard(**{**told, "silent": tuple(Stretch(**stretch) for stretch in told["silent"])})
            takes.count(KIND, made=False)
            return heard
        drop_take(takes.folder(KIND, _key(key)))
    watch = SoundWatch(limits.seconds)
    for piece in play_sound(path, limits):
        watch.hear(piece)
    heard = watch.finish(seconds)
    if takes is not None:
        _keep(takes, key, _SOUND, json.dumps(asdict(heard)).encode())
    return heard


def _measure(path: Path, footage: Footage, groups: list[Group], limits: Limits) -> Iterator[GroupMeasures]:
    def measure(pictures: list[Luma | None], damaged: list[bool]) -> GroupMeasures | None:
        return measure_group(pictures, damaged) if any(picture is not None for picture in pictures) else None

    for group, measures in zip(groups, decode_groups(path, footage, groups, measure, limits), strict=True):
        if measures is None:
            raise rejected(path.name, f"has pictures at {group.times[0]:.2f} s that can not be decoded: it is damaged")
        yield measures


def _key(mark: str) -> str:
    return digest("measures", VERSION, mark)


def _keep(takes: TakeStore, mark: str, name: str, content: bytes) -> None:
    """Keep `content`; a full disk is told where something is lost by it, which a measure is not."""
    with contextlib.suppress(NoSpace):
        takes.keep(KIND, _key(mark), lambda folder: (folder / name).write_bytes(content))


def _content(takes: TakeStore | None, mark: str, name: str) -> bytes | None:
    take = takes.find(KIND, _key(mark)) if takes is not None else None
    try:
        return (take.folder / name).read_bytes() if take else None
    except OSError:
        return None


def _read_pictures(takes: TakeStore | None, group: Group) -> GroupMeasures | None:
    """The kept measures of `group`; None, and the take is gone, where they are not what was kept."""
    content = _content(takes, group.mark, _PICTURES)
    if takes is None or content is None:
        return None
    try:
        measures = _unpack(content, len(group.times))
    except (ValueError, zlib.error, struct.error):
        drop_take(takes.folder(KIND, _key(group.mark)))
        return None
    takes.count(KIND, made=False)
    return measures


def _pack(measures: GroupMeasures) -> bytes:
    """The measures as bytes; of the blocks what changes from picture to picture, which is mostly nothing."""
    changes = np.diff(measures.blocks, axis=0, prepend=np.zeros_like(measures.blocks[:1]))
    flags = (measures.black, measures.state, measures.moved)
    parts = (_HEAD.pack(len(changes), *measures.first.shape), *flags, measures.first, measures.last, changes)
    return zlib.compress(b"".join(part if isinstance(part, bytes) else part.tobytes() for part in parts), _EFFORT)


def _unpack(content: bytes, count: int) -> GroupMeasures:
    """What `_pack` packed. Raises ValueError, `struct.error` or `zlib.error` where it is not that."""
    plain = zlib.decompress(content)
    found, height, width = _HEAD.unpack_from(plain)
    blocks = (count, height // BLOCK, width // BLOCK)
    sizes = [count, count, count, height * width, height * width, 2 * int(np.prod(blocks))]
    ends = np.cumsum([_HEAD.size, *sizes])
    if found != count or len(plain) != ends[-1]:
        raise ValueError("other measures than were kept")
    parts = [np.frombuffer(plain, np.uint8, size, at) for size, at in zip(sizes, ends.tolist(), strict=False)]
    black, state, moved, first, last, changes = parts
    sums = np.cumsum(changes.view("<u2").reshape(blocks), axis=0, dtype=np.uint16)
    return GroupMeasures(black, state, moved, sums, first.reshape(height, width), last.reshape(height, width))
