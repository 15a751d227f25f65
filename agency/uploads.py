"""Uploads: what the files that came with a message are for, told from what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from renderers.errors import RenderError
from tools.errors import BadInput, ToolError
from tools.own_music import ENDINGS
from tools.scene_contents import SceneContent

SCRIPTS = (".txt", ".md", ".docx", ".pdf", ".pptx")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif")
FILMS = (".mp4", ".mov", ".webm", ".mkv")

_MUSIC = re.compile(
    r"(?:^|[^a-z])(?:music|song|tune|track|soundtrack|jingle|beats?|bed|bgm|score|loop)s?(?:$|[^a-z])", re.IGNORECASE
)
"""Words of a file's name that say that it holds music and not a voice."""
_VOICE = re.compile(
    r"(?:^|[^a-z])(?:voice|voice-?over|vo|narration|narrator|recording|recorded|speech|spoken|reading|take)s?(?:$|[^a-z])",
    re.IGNORECASE,
)
"""Words of a file's name that say that somebody speaks in it."""
_USE = {
    **dict.fromkeys(ENDINGS, "; say what it is for, e.g. “use it as the voice”, or “play it as the music”."),
    **dict.fromkeys(FILMS, "; say where it belongs, e.g. “use it as the opening”, or “play it after scene 2”."),
}
"""What is said of a file that alone does not tell what it is for, by its ending."""


_MOST_TOLD = 4
"""Values of a table that are said back."""


@dataclass
class Uploads:
    """What came: the path of a `script` to be spoken word for word, `settings` that follow, `charts` by the names of
    their files, and what is to be said.
    """

    script: str | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    charts: dict[str, SceneContent] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def has_script(files: Mapping[str, str]) -> bool:
    """Whether one of the files (path by name) is a script."""
    return any(Path(path).suffix.lower() in SCRIPTS for path in files.values())


def read_uploads(files: Mapping[str, str]) -> Uploads:
    """What the files (path by the client's name) are for.

    A picture that is called a logo, or is drawn in vectors, is the logo; another stands behind the scenes. Sound
    that is called music is the music; sound that is called a voice, or comes with a script, speaks the script.
    """
    found = Uploads()
    for name, path in files.items():
        ending = Path(path).suffix.lower()
        try:
            if ending in SCRIPTS:
                from tools.script_files import script_text

                found.script = script_text(Path(path), name)
                found.notes.append(f"I speak “{name}” word for word.")
            elif ending in PICTURES and ("logo" in name.lower() or ending == ".svg"):
                _check(name, path, logo=True)
                found.settings["logo"] = path
                found.notes.append(f"“{name}” is the logo from now on.")
            elif ending in PICTURES:
                _check(name, path, logo=False)
                found.settings["background"] = path
                found.notes.append(f"“{name}” stands behind the scenes.")
            elif ending in ENDINGS and _MUSIC.search(Path(name).stem):
                from renderers.music.tracks import check_track

                check_track(_there(name, path))
                found.settings["music_file"] = path
                found.notes.append(f"“{name}” is the music from now on; see to it that you may use it.")
            elif ending in (*ENDINGS, ".webm") and (_VOICE.search(Path(name).stem) or has_script(files)):
                from renderers.speech.recording import check_recording

                check_recording(_there(name, path))
                found.settings["narration"] = path
                found.notes.append(f"“{name}” speaks the script from now on; I compare the two word by word.")
            elif ending == ".csv":
                from tools.chart_files import read_chart_data

                data, unit = read_chart_data(_there(name, path), name)
                found.charts[Path(name).stem] = SceneContent(data=data, unit=unit[:20])
                told = ", ".join(f"{one.label} {one.value:g}{unit and f' {unit}'}" for one in data[:_MOST_TOLD])
                more = " …" if len(data) > _MOST_TOLD else ""
                found.notes.append(f"“{name}” holds {len(data)} values: {told}{more}.")
            else:
                found.notes.append(f"I have kept “{name}”{_USE.get(ending, '; say what it is for.')}")
        except (RenderError, ToolError) as error:
            # People know the file by the name they gave it.
            found.notes.append(str(error).replace(path, name).replace(Path(path).name, name))
    return found


def _check(name: str, path: str, *, logo: bool) -> None:
    """Raise where the picture can not be used, so that no video is begun with it."""
    picture = _there(name, path)
    if logo:
        from renderers.titles.logo import check_logo

        check_logo(picture)
    else:
        from renderers.background.picture import check_picture

        check_picture(picture)


def _there(name: str, path: str) -> Path:
    if not Path(path).is_file():
        raise BadInput(f"“{name}” has gone; give it again.")
    return Path(path)
