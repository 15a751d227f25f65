"""The showcase: every piece made as anybody would make it, measured, and laid out on one page that asks nothing of the
network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from agency.showcase_boards import PIECES, Piece

STILL = 0.7
"""Where in a scene its still is taken, as a share of its length: all has come in, and nothing leaves yet."""
MOST_STILL = 720
"""The most rows of a still."""
_PAGE = Path(__file__).with_name("showcase_page.html")


@dataclass(frozen=True)
class Exhibit:
    """A piece that was made: its files, and what the review of its file says. Names are relative to the page."""

    piece: Piece
    video: str
    stills: tuple[str, ...]
    seconds: float
    took: float
    summary: str
    findings: tuple[str, ...]

    @property
    def row(self) -> dict[str, Any]:
        """What is told of it as JSON."""
        board = self.piece.board
        return {
            "id": self.piece.id,
            "look": board["look"]["direction"],
            "layouts": [scene["layout"] for scene in board["scenes"]],
            "aspect": board.get("aspect", "16:9"),
            "palette": self.piece.palette,
            "seconds": self.seconds,
            "took": self.took,
            "video": self.video,
            "stills": list(self.stills),
            "review": self.summary,
            "findings": list(self.findings),
        }


def make_showcase(folder: Path, resolution: str = "540p", only: Sequence[str] = ()) -> Iterator[Exhibit]:
    """Every piece (or `only` those ids) as soon as it is made in `folder`; at the end the page is written there.

    What was made before is not made again. Raises as `agency.job_commands.make_video` does, and `UnknownName` for an
    id that is none.
    """
    from agency.showcase_art import draw_showcase_art
    from tools.errors import UnknownName

    known = {piece.id: piece for piece in PIECES}
    if wrong := [id_ for id_ in only if id_ not in known]:
        raise UnknownName(f"The showcase has no piece {wrong[0]!r}; its pieces are {', '.join(known)}.")
    folder.mkdir(parents=True, exist_ok=True)
    art = draw_showcase_art(folder / "art", {piece.id: (piece.name.split(" &")[0], piece.ink) for piece in PIECES})
    made = []
    for piece in PIECES:
        if not only or piece.id in only:
            made.append(_exhibit(piece, folder, art, resolution))
            yield made[-1]
    (folder / "index.html").write_text(page(made), encoding="utf-8")


def _exhibit(piece: Piece, folder: Path, art: dict[str, str], resolution: str) -> Exhibit:
    """The piece, made; its storyboard lies beside the video, to be changed and made again."""
    from agency.job_commands import make_video
    from agency.wishes import Wishes

    board = piece.storyboard(art, resolution)
    source = folder / f"{piece.id}.json"
    source.write_text(board.model_dump_json(by_alias=True, exclude_defaults=True, indent=2), encoding="utf-8")
    video = folder / f"{piece.id}.mp4"
    made = make_video(str(source), video, Wishes(), quiet=True)
    report = json.loads(Path(made["report"]).read_text(encoding="utf-8"))
    worse = [found for found in report["findings"] if found["severity"] in ("warning", "fault")]
    return Exhibit(
        piece,
        video.name,
        tuple(_stills(video, made["production"])),
        made["duration_seconds"],
        round(sum(made["seconds"].values()), 1),
        report["summary"],
        tuple(f"{found['severity']}: {found['sentence']}" for found in worse),
    )


def _stills(video: Path, production: str) -> Iterable[str]:
    """A still of every scene, beside the video."""
    from agency.home import home
    from agency.settings import load_settings
    from agency.situations import scene_seconds
    from renderers.media import picture_at, probe
    from renderers.preview_files import save_jpeg

    facts = probe(video).video
    size = None
    if facts is not None:
        high = min(facts.height, MOST_STILL)
        size = (round(facts.width * high / facts.height / 2) * 2, high)
    for number, (start, end) in enumerate(scene_seconds(home(load_settings()), production).values(), 1):
        picture = picture_at(video, start + STILL * (end - start), size)
        if picture is not None:
            path = video.with_name(f"{video.stem}-{number}.jpg")
            save_jpeg(picture.pixels, path)
            yield path.name


def page(exhibits: Sequence[Exhibit]) -> str:
    """The page of all `exhibits` as HTML: no script, no font and no file from elsewhere."""
    return _PAGE.read_text(encoding="utf-8").replace("{{exhibits}}", "\n".join(map(_card, exhibits)))


def _card(exhibit: Exhibit) -> str:
    row, piece = exhibit.row, exhibit.piece
    shape = row["aspect"].replace(":", " / ")
    stills = "".join(f'<img src="{escape(name)}" alt="" loading="lazy">' for name in exhibit.stills)
    tags = "".join(f"<li>{escape(tag)}</li>" for tag in (row["look"], row["aspect"], piece.palette))
    shown = ", ".join(layout.replace("_", " ") for layout in row["layouts"])
    faults = "".join(f"<li>{escape(sentence)}</li>" for sentence in exhibit.findings)
    poster = escape(exhibit.stills[0]) if exhibit.stills else ""
    return (
        f'<article style="--shape: {shape}">'
        f'<video src="{escape(exhibit.video)}" poster="{poster}" controls loop playsinline preload="none"></video>'
        f'<h2>{escape(piece.name)}</h2><ul class="tags">{tags}</ul>'
        f'<div class="stills">{stills}</div>'
        f"<p>{escape(shown)}: {exhibit.seconds:.1f} s, made in {exhibit.took:.0f} s.</p>"
        f'<p class="review">{escape(exhibit.summary)}</p>'
        f'<ul class="faults">{faults}</ul></article>'
    )
