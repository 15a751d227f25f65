"""The OpenGL libraries that Skia is linked against, on machines that have none.

Painting into memory never calls OpenGL, yet the loader refuses Skia without `libGL.so.1` and `libEGL.so.1`. Where they
are missing, small shared objects of the same names take their place: every function Skia would look up is there and
answers 0. They are built from Skia's own list of undefined symbols, in memory, so nothing is written to disk.

Layout and constants: System V ABI, generic part ("gABI" 4.1, chapters 4 and 5); x86-64 and AArch64 supplements.
"""

from __future__ import annotations

import ctypes
import importlib.util
import mmap
import os
import re
import struct
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from renderers.errors import RenderError

_LIBRARY = re.compile(r"lib(GL|EGL|GLX|OpenGL|GLESv2)\.so\.\d+")
_FUNCTION = re.compile(r"(gl|egl)[A-Z]\w*")

_RETURN_ZERO = {
    62: bytes.fromhex("31c0c3"),  # EM_X86_64: xor eax, eax; ret
    183: bytes.fromhex("000080d2c0035fd6"),  # EM_AARCH64: mov x0, #0; ret
}
_PAGE = 0x10000
"""The largest page of both processors (AArch64 kernels may use 64 KiB), so that segments never share one."""

_SHT_DYNAMIC, _SHT_DYNSYM = 6, 11
_DT_NEEDED, _DT_HASH, _DT_STRTAB, _DT_SYMTAB, _DT_STRSZ, _DT_SYMENT, _DT_SONAME = 1, 4, 5, 6, 10, 11, 14
_PT_LOAD, _PT_DYNAMIC, _PT_GNU_STACK = 1, 2, 0x6474E551
_READ, _WRITE, _EXECUTE = 4, 2, 1

_held: list[int] = []
"""Descriptors of the libraries in memory: the loader knows them by number, so the numbers are never used again."""


@dataclass(frozen=True)
class SharedObject:
    """What a 64-bit little-endian ELF file asks of others: its processor, the libraries and the undefined symbols."""

    machine: int
    needed: tuple[str, ...]
    undefined: tuple[str, ...]


def read_shared_object(path: Path) -> SharedObject:
    """What the shared object at `path` needs. Raises `RenderError` for a file that is no 64-bit ELF."""
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data[:6] != b"\x7fELF\x02\x01":
            raise RenderError(f"{path.name} is not a 64-bit shared object; reinstall skia-python for this machine.")
        (machine,) = struct.unpack_from("<H", data, 18)
        (table,) = struct.unpack_from("<Q", data, 40)
        size, count = struct.unpack_from("<HH", data, 58)
        sections = [struct.unpack_from("<IIQQQQIIQQ", data, table + size * n) for n in range(count)]

        def name(strings: int, offset: int) -> str:
            start = sections[strings][4] + offset
            return data[start : data.find(b"\0", start)].decode()

        needed: list[str] = []
        undefined: list[str] = []
        for _, kind, _, _, offset, length, link, _, _, _ in sections:
            block = data[offset : offset + length] if kind in (_SHT_DYNAMIC, _SHT_DYNSYM) else b""
            if kind == _SHT_DYNAMIC:
                needed += [name(link, value) for tag, value in struct.iter_unpack("<QQ", block) if tag == _DT_NEEDED]
            elif kind == _SHT_DYNSYM:
                symbols = struct.iter_unpack("<IBBHQQ", block)
                undefined += [name(link, start) for start, _, _, section, _, _ in symbols if start and section == 0]
    return SharedObject(machine, tuple(needed), tuple(undefined))


def stub_library(soname: str, functions: tuple[str, ...], machine: int) -> bytes:
    """A whole shared object named `soname` in which each of `functions` returns 0.

    `machine` is the ELF number of the processor (62 x86-64, 183 AArch64). Raises `RenderError` for another one.
    """
    if machine not in _RETURN_ZERO:
        raise RenderError(f"No OpenGL library here, and no stand-in for processor {machine}: install libGL and libEGL.")
    strings = bytearray(b"\0")

    def add(text: str) -> int:
        strings.extend(text.encode() + b"\0")
        return len(strings) - len(text.encode()) - 1

    header = 64 + 4 * 56
    code_at = header
    code = _RETURN_ZERO[machine].ljust(16, b"\0")
    symbols_at = code_at + len(code)
    symbols = [bytes(24)]
    for function in functions:
        # STB_GLOBAL, STT_FUNC; section 1 stands for "defined": the loader looks at no section table.
        symbols.append(struct.pack("<IBBHQQ", add(function), 0x12, 0, 1, code_at, len(_RETURN_ZERO[machine])))
    hash_at = symbols_at + 24 * len(symbols)
    table = _hash_table(functions)
    strings_at = hash_at + len(table)
    soname_at = add(soname)
    text = strings_at + len(strings)
    dynamic_at = -(-text // _PAGE) * _PAGE
    dynamic = b"".join(
        struct.pack("<QQ", tag, value)
        for tag, value in (
            (_DT_SONAME, soname_at),
            (_DT_HASH, hash_at),
            (_DT_STRTAB, strings_at),
            (_DT_SYMTAB, symbols_at),
            (_DT_STRSZ, len(strings)),
            (_DT_SYMENT, 24),
            (0, 0),
        )
    )
    segments = (
        (_PT_LOAD, _READ | _EXECUTE, 0, text, _PAGE),
        (_PT_LOAD, _READ | _WRITE, dynamic_at, len(dynamic), _PAGE),
        (_PT_DYNAMIC, _READ | _WRITE, dynamic_at, len(dynamic), 8),
        (_PT_GNU_STACK, _READ | _WRITE, 0, 0, 16),
    )
    elf = struct.pack(
        "<16sHHIQQQIHHHHHH", b"\x7fELF\x02\x01\x01", 3, machine, 1, 0, 64, 0, 0, 64, 56, len(segments), 64, 0, 0
    )
    for kind, flags, at, length, align in segments:
        elf += struct.pack("<IIQQQQQQ", kind, flags, at, at, at, length, length, align)
    body = elf + code + b"".join(symbols) + table + bytes(strings)
    return body.ljust(dynamic_at, b"\0") + dynamic


@cache
def provide_graphics_library() -> str:
    """Make `import skia` possible: `system` where the machine's own libraries serve, else `stub`.

    Once for each process; always `system` on other systems than Linux. Raises `RenderError` where no stub can be made.
    """
    skia = importlib.util.find_spec("skia")
    if not sys.platform.startswith("linux") or skia is None or not skia.origin:
        return "system"
    missing = [name for name in ("libGL.so.1", "libEGL.so.1") if not _loads(name)]
    if not missing:
        return "system"
    binary = read_shared_object(Path(skia.origin))
    functions = [name for name in binary.undefined if _FUNCTION.fullmatch(name)]
    for name in binary.needed:
        if _LIBRARY.fullmatch(name) and (name in missing or not _loads(name)):
            own = tuple(f for f in functions if f.startswith("egl") == name.startswith("libEGL"))
            _load(name, stub_library(name, own, binary.machine))
    return "stub"


def _hash_table(functions: tuple[str, ...]) -> bytes:
    """The DT_HASH table for `functions` as symbols 1, 2, …; padded to 8 bytes."""
    buckets = [0] * max(1, len(functions))
    chains = [0] * (len(functions) + 1)
    for index, function in enumerate(functions, start=1):
        value = 0
        for byte in function.encode():
            value = (value << 4) + byte
            value = (value ^ (value & 0xF0000000) >> 24) & 0x0FFFFFFF
        bucket = value % len(buckets)
        chains[index], buckets[bucket] = buckets[bucket], index
    words = [len(buckets), len(chains), *buckets, *chains]
    return struct.pack(f"<{len(words)}I", *words).ljust(-(-len(words) // 2) * 8, b"\0")


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True


def _load(name: str, image: bytes) -> None:
    """Load `image` for the whole process, from memory or else (where that is forbidden) from a private folder."""
    try:
        descriptor = os.memfd_create(name)
        os.write(descriptor, image)
        ctypes.CDLL(f"/proc/self/fd/{descriptor}", mode=ctypes.RTLD_GLOBAL)
        _held.append(descriptor)
    except OSError:
        with tempfile.TemporaryDirectory(prefix="video-agency-") as folder:
            path = Path(folder) / name
            path.write_bytes(image)
            try:
                ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
            except OSError as error:
                raise RenderError(
                    f"{name} is missing and its stand-in was refused ({error}): install libgl1 and libegl1."
                ) from error
