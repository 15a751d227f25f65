"""The edit: from a storyboard and its spoken lines to scenes in exact frames, and from there to the timeline."""

from __future__ import annotations

from tools.edit.cues import cue_words, programme_cues
from tools.edit.fitting import fit_script, fit_storyboard
from tools.edit.layering import PresenterTake, framing_of, style_of, timeline
from tools.edit.placement import edit, film_frames, reach
from tools.edit.times import DoesNotFit, Edit, EditedScene, PlacedLine, Reach, SpokenLine, frames_over, line_marks

__all__ = [
    "DoesNotFit",
    "Edit",
    "EditedScene",
    "PlacedLine",
    "PresenterTake",
    "Reach",
    "SpokenLine",
    "cue_words",
    "edit",
    "film_frames",
    "fit_script",
    "fit_storyboard",
    "frames_over",
    "framing_of",
    "line_marks",
    "programme_cues",
    "reach",
    "style_of",
    "timeline",
]
