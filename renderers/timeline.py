"""The edit: scenes of layered clips in exact frames, and the sound under them. Rendering is a function of this alone.

Words follow OpenTimelineIO where it has them. Picture clips are painted in the order listed; sound is additive.
Everything is frozen and plain (numbers, strings, paths), so that a scene can be hashed and sent to another process.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from renderers.graphics.clips import GraphicClip
from renderers.look import Look
from renderers.picture_format import PictureFormat, Rect
from renderers.quality import MASTER, Quality


@dataclass(frozen=True)
class PresenterClip:
    """A presenter: `take` is the folder of the avatar take, `digest` its content key, `tint` colours the clothing.

    `framing` says how much is shown: `close_up`, `head_shoulders`, `half_body` or `full_body`; with
    `circle` it is a disc in the middle of the region, on a ground of its own.
    """

    avatar: str
    engine: str
    take: Path
    digest: str
    tint: str
    region: Rect
    framing: str = "head_shoulders"
    circle: bool = False


@dataclass(frozen=True)
class TitleClip:
    """A heading, a kicker above and a line below; `size` is `display` or `title`, `align` `left` or `centre`.

    `cues` are the frames from `start` at which the words of the heading come in, one a word, in order; empty: at once.
    With `push` it comes slowly closer for as long as it stays.
    """

    text: str
    region: Rect
    start: int
    duration: int
    kicker: str = ""
    subtitle: str = ""
    size: str = "title"
    align: str = "left"
    cues: tuple[int, ...] = ()
    push: bool = False


@dataclass(frozen=True)
class LowerThirdClip:
    """A name strap."""

    name: str
    role: str
    region: Rect
    start: int
    duration: int


@dataclass(frozen=True)
class LogoClip:
    """A logo image (PNG, JPEG, WebP or SVG file), fitted into the region without being stretched.

    `plated` puts a plate under it whatever it looks like, where it stands over more than the backdrop.
    """

    path: Path
    digest: str
    region: Rect
    plated: bool = False


@dataclass(frozen=True)
class CueWord:
    """One word of a caption and the frames (scene-local) in which it is heard."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class CaptionCue:
    """What is shown at once: lines of words, from frame `start` to before `end` (scene-local).

    Where a cue tells its `speaker`, the first word of its first line is the label that says so.
    """

    lines: tuple[tuple[CueWord, ...], ...]
    start: int
    end: int
    speaker: str = ""


@dataclass(frozen=True)
class CaptionsClip:
    """The burned captions of a scene, `scale` times as large as usual; `top`: they hang from the top of the region.

    `style` is one of `renderers.titles.caption_styles.STYLES`; room is kept for `rows` lines, so that one programme's
    captions are of one size.
    """

    cues: tuple[CaptionCue, ...]
    region: Rect
    scale: float = 1.0
    top: bool = False
    style: str = "highlight"
    rows: int = 2


@dataclass(frozen=True)
class EndCardClip:
    """The closing card: a call to action as a button-like plate, an address below, a small headline above.

    With `qr`, a code to scan leads to the address.
    """

    call_to_action: str
    address: str
    headline: str
    region: Rect
    start: int
    duration: int
    qr: bool = False


@dataclass(frozen=True)
class DisclosureClip:
    """The label that says how the picture came about; it stands as long as its scene."""

    text: str
    region: Rect


PictureClip = (
    PresenterClip | TitleClip | LowerThirdClip | LogoClip | CaptionsClip | EndCardClip | DisclosureClip | GraphicClip
)


@dataclass(frozen=True)
class FilmClip:
    """A film prepared at the size and rate of the programme: `duration` pictures, of which the last one stays.

    `takes` are the folders of its stretches (see `renderers.film.footage`), `digest` stands for all that decides them.
    """

    takes: tuple[Path, ...]
    digest: str
    duration: int


@dataclass(frozen=True)
class BackdropClip:
    """What fills the frame: a designed `family`, a `picture` (with its content digest) under a slow camera move, or a
    `film`.
    """

    family: str
    seed: int
    picture: Path | None = None
    digest: str = ""
    film: FilmClip | None = None


@dataclass(frozen=True)
class Transition:
    """How a scene comes in, centred on the cut and `duration` frames long (even; a `cut` has none).

    `kind` is one of `renderers.transitions.KINDS`, `shape` the edge of a wipe, one of its `SHAPES`.
    """

    kind: str = "cut"
    duration: int = 0
    shape: str = ""


@dataclass(frozen=True)
class Scene:
    """One scene: `duration` frames, a backdrop, and clips in painter's order.

    `marks` are the frames at which its spoken lines begin, all but the first; see `renderers.scene_clock`. One that is
    `flooded` has the brand's colour as its ground; see `renderers.flood`.
    """

    id: str
    duration: int
    backdrop: BackdropClip
    clips: tuple[PictureClip, ...]
    transition: Transition = Transition()
    marks: tuple[int, ...] = ()
    flooded: bool = False


@dataclass(frozen=True)
class SoundClip:
    """A sound take placed in the programme: `start` is a sample at 48 kHz; `take` is the folder, `digest` its key.

    `kind` is `voice`, `music`, `film` (a film's own sound) or `small`, a small sound; `gain` in dB. Of music, `gains`
    are dB that are added from a sample of the programme on, in order.
    """

    kind: str
    take: Path
    digest: str
    start: int
    gain: float = 0.0
    gains: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A whole programme. Scenes follow one another without gaps."""

    format: PictureFormat
    look: Look
    scenes: tuple[Scene, ...]
    sound: tuple[SoundClip, ...] = ()
    loudness: float = -14.0
    true_peak: float = -1.0
    quality: Quality = MASTER

    @property
    def duration(self) -> int:
        """Length in frames."""
        return sum(scene.duration for scene in self.scenes)

    def start_of(self, scene_id: str) -> int:
        """The programme frame at which the scene begins. Raises KeyError for an unknown id."""
        start = 0
        for scene in self.scenes:
            if scene.id == scene_id:
                return start
            start += scene.duration
        raise KeyError(scene_id)
