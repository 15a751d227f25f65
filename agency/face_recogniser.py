"""The recogniser of faces, which compares the face in a consent with the portrait: fetched when asked for, and used."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit

from agency.face_models import face_models
from agency.home import Home
from agency.settings import Settings
from brand_memory.egress import Bounds, Egress
from brand_memory.errors import BrandError
from brand_memory.fetching import Fetcher, Sink
from renderers.avatar.photo.same_face import (
    RECOGNISER,
    RECOGNISER_DIGEST,
    FaceComparison,
    FaceRecogniser,
    Picture,
    film_looks,
)
from renderers.errors import EngineFailed, MediaRejected
from renderers.leftovers import remove, temporary_folder
from tools.errors import BadInput

SOURCE = "https://huggingface.co/opencv/face_recognition_sface/resolve/main"
"""Where it is published; `AGENCY_FACE_RECOGNISER_URL` names a copy of that folder."""
SIZE = 38_696_353
LICENCE = "Apache License 2.0 (SFace, published by OpenCV)"
_SECONDS = 1800.0
_PHOTO_SIDE = 1600
NO_MODEL = (
    "A person has to see that the face is the same: no recogniser of faces is installed here that compares them "
    "(`agency avatar model get --recogniser`)."
)


def offer_recogniser() -> str:
    """What is offered, in words."""
    return (
        f"The recogniser of faces: compares the face in a consent with the photo; without it a person does.\n"
        f"From: {SOURCE}, {SIZE / 1e6:.1f} MB.\nLicence: {LICENCE}."
    )


def recogniser_of(place: Home) -> Path | None:
    """The recogniser's file in the home; None where it was not fetched."""
    found = _folder(place) / RECOGNISER
    return found if found.is_file() else None


def get_recogniser(place: Home, settings: Settings, source: Path | None = None) -> Path:
    """Keep the recogniser in the home, downloaded through the guarded way out or taken from the file `source`.

    Raises `BadInput` where it can not be had or is not what was offered; what was there before stays then.
    """
    with temporary_folder() as folder:
        fetched = folder / RECOGNISER
        if source is None:
            _download(fetched, settings)
        else:
            try:
                given = source.expanduser()
                fetched.write_bytes((given / RECOGNISER if given.is_dir() else given).read_bytes())
            except OSError as error:
                raise BadInput(f"There is no recogniser of faces at {source} ({error.strerror or error}).") from error
        if hashlib.sha256(fetched.read_bytes()).hexdigest() != RECOGNISER_DIGEST:
            raise BadInput(f"This is not the recogniser of faces that was offered ({RECOGNISER}). Nothing was kept.")
        target = _folder(place)
        target.mkdir(parents=True, exist_ok=True)
        (target / "LICENCE.txt").write_text(f"{RECOGNISER}: {LICENCE}\n", encoding="utf-8")
        making = target / f"{RECOGNISER}.part"
        try:
            making.write_bytes(fetched.read_bytes())
            making.replace(target / RECOGNISER)
        finally:
            remove(making)
    return target / RECOGNISER


def face_findings(sample: Path, recording: Path, place: Home) -> tuple[list[str], list[str]]:
    """What a person has to look at before the face in `recording` counts as that of `sample`, and the figures told.

    `sample` is a photo, or a film of the person. Without the models every face is a person's to look at.
    """
    models, recogniser = face_models(place), recogniser_of(place)
    if models is None or recogniser is None:
        return [NO_MODEL], []
    try:
        seconds = _seconds(recording)
        if seconds is None:
            return ["The recording is sound only, so a person has to see that it is the same face."], []
        found = FaceRecogniser(models, recogniser).compare(_pictures(sample), film_looks(recording, seconds))
    except (EngineFailed, MediaRejected) as error:
        return [f"A person has to see that the face is the same: it could not be compared ({error})."], []
    return _told(found)


def _told(found: FaceComparison | None) -> tuple[list[str], list[str]]:
    if found is None:
        return ["A person has to see that the face is the same: none alone is found in what the consent is for."], []
    return found.doubts(), [found.told()]


def _pictures(sample: Path) -> list[Picture]:
    """The photo, or pictures of the film; none of a sound. Raises `MediaRejected`."""
    from renderers.background.picture import open_picture

    try:
        return [open_picture(sample, longest=_PHOTO_SIDE)]
    except MediaRejected:
        seconds = _seconds(sample)
        return [] if seconds is None else list(film_looks(sample, seconds))


def _seconds(film: Path) -> float | None:
    """How long the pictures of a film go; None for a sound. Raises `MediaRejected`."""
    from renderers.media import probe_foreign

    video = probe_foreign(film).video
    return None if video is None else float(video.duration)


def _folder(place: Home) -> Path:
    return place.root / "models" / "recogniser"


def _download(target: Path, settings: Settings) -> None:
    base = os.environ.get("AGENCY_FACE_RECOGNISER_URL", SOURCE).rstrip("/")
    parts = urlsplit(base)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    bounds = Bounds(
        answer_bytes=SIZE,
        total_bytes=2 * SIZE,
        seconds=_SECONDS,
        ports=frozenset({80, 443, port}),
        any_private=settings.allow_private_urls,
    )
    try:
        with target.open("wb") as out, Egress(bounds) as egress:
            Fetcher(egress, seconds=_SECONDS).save(f"{base}/{RECOGNISER}", "weights", Sink(out, SIZE))
    except BrandError as error:
        raise BadInput(
            f"{str(error).rstrip('.')}. Download {RECOGNISER} by hand and give it with `agency avatar model get "
            "--recogniser --from FILE`."
        ) from error
