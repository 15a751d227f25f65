"""`agency review`: the measured report of any video file, or of the newest draft of a production."""

from __future__ import annotations

from pathlib import Path

from agency.exporting import latest_draft
from agency.face_models import face_models
from agency.home import home
from agency.settings import load_settings
from renderers.takes import TakeStore
from tools.errors import BadInput
from tools.review import Report, review


def review_video(asked: str) -> Report:
    """The report of the file, or of the production with this id. Raises `BadInput` and what reading the file raises."""
    path = Path(asked).expanduser()
    if path.is_file():
        return review(path, None)
    if path.is_dir():
        raise BadInput(f"{asked!r} is a folder; name a video file or a production.")
    if path.suffix or "/" in asked:
        raise BadInput(f"There is no file {asked!r}; check the name.")
    production, video = latest_draft(asked)
    planned = production.folder / "timeline.json"
    if planned.is_file():
        from agency.expectation import read_expectation

        place = home(load_settings())
        return review(video, read_expectation(planned), TakeStore(place.takes), face_models(place))
    return review(video, None)
