"""The caption files of a draft: SubRip, WebVTT, and Advanced SubStation in the look of the picture's captions."""

from __future__ import annotations

from agency.orchestrator import Plan
from tools.caption_files import FileLook, spaced, to_ass, to_srt, to_vtt
from tools.edit import programme_cues
from tools.looks import captions_style_of

CAPTION_FILES = ("srt", "vtt", "ass")
"""Endings of the caption files that lie beside a draft."""


def caption_texts(plan: Plan) -> dict[str, str]:
    """The text of every caption file of `plan`, by ending."""
    board, rate = plan.storyboard, plan.format.rate
    cues = spaced(programme_cues(board, plan.edit, plan.spoken), rate)
    return {"srt": to_srt(cues, rate), "vtt": to_vtt(cues, rate), "ass": to_ass(cues, rate, _look(plan), board.title)}


def _look(plan: Plan) -> FileLook:
    """What the picture's captions look like, in lines of the design's size."""
    from renderers.layout import CAPTION_SIZES
    from renderers.titles.caption_styles import STYLES, caption_inks

    board, format = plan.storyboard, plan.format
    style = captions_style_of(board)
    style = "highlight" if style == "word" else style
    inks = caption_inks(plan.look.palette, style)
    return FileLook(
        width=round(format.design_width),
        height=round(format.design_height),
        family=plan.look.body,
        size=STYLES[style].sizes[1] * CAPTION_SIZES[board.captions_size],
        ink=inks.idle,
        active=inks.active,
        plate=inks.plate,
        opacity=inks.opacity,
        top=board.captions_place == "top",
        karaoke=style == "karaoke",
    )
