from __future__ import annotations

import ctypes
import platform
import struct
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from renderers.errors import RenderError
from renderers.graphics_library import read_shared_object, stub_library

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="shared objects are ELF files on Linux only")
MACHINES = {"x86_64": 62, "aarch64": 183}
DRAW = """
import sys
import numpy as np
from renderers import graphics_library
if sys.argv[1] == "stub":
    graphics_library._loads = lambda name: False
from renderers.raster import skia, surface
pixels = np.zeros((60, 160, 4), np.uint8)
canvas = surface(pixels).getCanvas()
canvas.drawCircle(40, 30, 25, skia.Paint(Color=0xFF3366FF, AntiAlias=True))
canvas.drawString("Lamp", 80, 40, skia.Font(skia.Typeface(), 24), skia.Paint(Color=0xFFFFFFFF, AntiAlias=True))
sys.stdout.write(graphics_library.provide_graphics_library() + " " + pixels.tobytes().hex())
"""


@LINUX
def test_every_function_of_a_stub_answers_zero(tmp_path: Path):
    functions = tuple(f"glMadeUp{n}" for n in range(200)) + ("eglMadeUp", "glXMadeUp")
    image = stub_library("libMadeUp.so.7", functions, MACHINES[platform.machine()])
    (tmp_path / "stub").write_bytes(image)
    library = ctypes.CDLL(str(tmp_path / "stub"))
    assert [getattr(library, name)(1, 2, 3) for name in functions] == [0] * len(functions)
    with pytest.raises(AttributeError):
        library.glNobodyAskedFor()
    assert len(image) < 100_000


@LINUX
def test_a_loaded_stub_is_found_by_its_own_name(tmp_path: Path):
    (tmp_path / "stub").write_bytes(stub_library("libMadeUpToo.so.7", ("glA",), MACHINES[platform.machine()]))
    with pytest.raises(OSError, match="libMadeUpToo"):
        ctypes.CDLL("libMadeUpToo.so.7")
    ctypes.CDLL(str(tmp_path / "stub"))
    assert ctypes.CDLL("libMadeUpToo.so.7").glA() == 0


@pytest.mark.parametrize(("machine", "code"), [(62, "31c0c3"), (183, "000080d2c0035fd6")])
def test_a_stub_is_made_for_either_processor_and_never_asks_for_an_executable_stack(machine: int, code: str):
    image = stub_library("libGL.so.1", ("glFlush",), machine)
    assert struct.unpack_from("<H", image, 18)[0] == machine
    assert bytes.fromhex(code) in image
    segments = [struct.unpack_from("<II", image, 64 + 56 * n) for n in range(struct.unpack_from("<H", image, 56)[0])]
    assert [flags & 1 for kind, flags in segments if kind == 0x6474E551] == [0]
    assert not [flags for _, flags in segments if flags & 1 and flags & 2]


def test_another_processor_is_refused_in_one_sentence():
    with pytest.raises(RenderError, match="processor 40: install libGL"):
        stub_library("libGL.so.1", ("glFlush",), 40)


@LINUX
def test_skia_tells_what_it_needs():
    spec = find_spec("skia")
    assert spec is not None
    assert spec.origin is not None
    skia = read_shared_object(Path(spec.origin))
    assert skia.machine == MACHINES[platform.machine()]
    assert "libGL.so.1" in skia.needed
    assert "glTexImage2D" in skia.undefined


def test_a_file_that_is_no_shared_object_is_refused(tmp_path: Path):
    (tmp_path / "skia.so").write_bytes(b"not one")
    with pytest.raises(RenderError, match=r"skia\.so is not a 64-bit shared object"):
        read_shared_object(tmp_path / "skia.so")


@LINUX
def test_skia_paints_the_same_with_and_without_an_opengl_library():
    def drawn(how: str) -> list[str]:
        done = subprocess.run([sys.executable, "-c", DRAW, how], capture_output=True, text=True, check=True)
        return done.stdout.split()

    (_, usual), (word, stubbed) = drawn("as it is"), drawn("stub")
    assert word == "stub"
    assert stubbed == usual
    assert "ff" in stubbed
