"""Content keys: the hash of everything that decides a take."""

from __future__ import annotations

import hashlib
import json
from dataclasses import Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from pathlib import Path

import numpy as np

DIGEST_LENGTH = 32
"""Hex digits kept of a SHA-256: 128 bits, no collision to be expected before 2**64 takes."""


def digest(*parts: object) -> str:
    """The content key of `parts`: equal parts, equal key, on any machine.

    Takes plain values, frozen dataclasses, arrays and tuples of these. Paths never count.
    """
    text = json.dumps([_plain(part) for part in parts], sort_keys=True, ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def file_digest(path: Path) -> str:
    """The content key of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:DIGEST_LENGTH]


def _plain(value: object) -> object:
    """`value` as JSON can hold it, the same for equal values. Paths are left out: a digest stands beside each."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: _plain(getattr(value, f.name)) for f in fields(value) if _counts(f, getattr(value, f.name))}
        return {"": type(value).__name__, **{k: v for k, v in named.items() if v is not _PATH}}
    if isinstance(value, Path):
        return _PATH
    if isinstance(value, np.ndarray):
        return hashlib.sha256(np.ascontiguousarray(value).tobytes()).hexdigest()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in sorted(value.items())}
    if isinstance(value, list | tuple):
        return [v for v in map(_plain, value) if v is not _PATH]
    return value


def _counts(field: Field[object], value: object) -> bool:
    """Fields with the metadata `hash` False never count, `optional` ones only where they have not their default."""
    return bool(field.metadata.get("hash", True)) and not (field.metadata.get("optional") and value == field.default)


_PATH = object()
