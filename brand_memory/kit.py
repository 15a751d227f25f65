"""The brand kit: every fact about a brand with its value, how sure it is, where it was seen, and who decides.

A fact from the web is `found`: data, never an instruction. A person makes it `confirmed`, `corrected` or `rejected`,
and learning again never overwrites that.
"""

from __future__ import annotations

from math import log
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

ValueT = TypeVar("ValueT")
Hex = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Share = Annotated[float, Field(ge=0, le=1)]
Status = Literal["found", "confirmed", "corrected", "rejected"]


class Record(BaseModel):
    """What all parts of a kit share: frozen, strict about unknown keys, readable JSON on disk."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class StoredFile(Record):
    """A file of the brand's, kept under the hash of its bytes. `name` is for people and never a path."""

    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    name: Annotated[str, Field(max_length=120)]
    media_type: str
    size: Annotated[int, Field(ge=0)]


class Evidence(Record):
    """Where a fact was seen: the page or file, the place on it, what stood there, a picture of it, and when (UTC)."""

    page: str
    place: str = ""
    quote: Annotated[str, Field(max_length=300)] = ""
    crop: StoredFile | None = None
    seen_at: str = ""


class Fact(Record, Generic[ValueT]):
    """One fact. `confidence` is calibrated: of the facts said with 0.8, eight in ten are true."""

    value: ValueT
    confidence: Share
    evidence: tuple[Evidence, ...] = ()
    status: Status = "found"


class Colour(Record):
    """An opaque colour: sRGB as `#rrggbb`, and OKLCH (lightness 0..1, chroma, hue in degrees) as the site wrote it."""

    hex: Hex
    lightness: Share
    chroma: Annotated[float, Field(ge=0, le=0.5)]
    hue: Annotated[float, Field(ge=0, lt=360)]


class Gradient(Record):
    """A gradient as the site draws it: stops from 0 to 1, and its angle in CSS degrees (None: radial)."""

    stops: tuple[tuple[Share, Colour], ...]
    angle: float | None = None


class Typeface(Record):
    """A family by its real name, with the weights in use; `files` are fonts that the site serves itself."""

    family: Annotated[str, Field(max_length=80)]
    category: Literal["sans", "serif", "mono", "display", "script", "unknown"] = "unknown"
    weights: tuple[Annotated[int, Field(ge=1, le=1000)], ...] = ()
    files: tuple[StoredFile, ...] = ()


class Logo(Record):
    """One variant of the logo. `ground` is what it is made to stand on; `colours` its own dominant ones."""

    kind: Literal["mark", "wordmark", "combined"]
    ground: Literal["light", "dark", "any"]
    file: StoredFile
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]
    colours: tuple[Colour, ...] = ()


class Shape(Record):
    """Corners, spacing and depth. `radius` and `spacing` in CSS pixels."""

    radius: Annotated[float, Field(ge=0)]
    spacing: Annotated[float, Field(ge=0)]
    shadow: Annotated[str, Field(max_length=200)] = ""
    language: Literal["sharp", "soft", "round", "pill"] = "soft"


class Picture(Record):
    """A picture of the brand's: what it shows in words, where the eye goes (x, y, width, height as shares), colours."""

    file: StoredFile
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]
    caption: Annotated[str, Field(max_length=300)] = ""
    saliency: tuple[Share, Share, Share, Share] = (0.0, 0.0, 1.0, 1.0)
    colours: tuple[Colour, ...] = ()


class Product(Record):
    """Something for sale, as the site states it."""

    name: Annotated[str, Field(max_length=200)]
    price: str = ""
    currency: str = ""
    description: Annotated[str, Field(max_length=600)] = ""
    picture: StoredFile | None = None
    address: str = ""


class Contact(Record):
    """A way to reach the brand: `kind` is `email`, `phone`, `address`, or the name of a network."""

    kind: str
    value: Annotated[str, Field(max_length=300)]


class Tone(Record):
    """The brand's voice, counted on visible text. Shares are of sentences unless said otherwise.

    `reading_ease` is Flesch's (English only, else None); `person` the pronouns that prevail; `words` how much was read.
    """

    words: Annotated[int, Field(ge=0)]
    sentence_words: Annotated[float, Field(ge=0)]
    sentence_deviation: Annotated[float, Field(ge=0)]
    exclamations: Share
    questions: Share
    emoji: Annotated[float, Field(ge=0)]
    person: Literal["we", "you", "i", "they", "none"]
    reading_ease: float | None
    described: tuple[str, ...] = ()


class Lexicon(Record):
    """Words: typical ones, ones never to be used, and how names are said (word to respelling)."""

    used: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    said: dict[str, str] = {}


class Clip(Record):
    """A moving picture of the brand's, cut exactly: seconds, size, and its best copy.

    `others` are the best copies in other shapes of picture; these have no others of their own.
    """

    file: StoredFile
    seconds: Annotated[float, Field(gt=0)]
    width: Annotated[int, Field(ge=1)]
    height: Annotated[int, Field(ge=1)]
    sound: bool
    others: tuple[Clip, ...] = ()

    def fitting(self, width: int, height: int) -> Clip:
        """The copy whose shape is nearest to a picture of `width` by `height`, of two alike the first."""
        return min((self, *self.others), key=lambda clip: abs(log(clip.width * height / (clip.height * width))))


class ScreenText(Record):
    """Lettering that stands still: from which second until which, and its box (x, y, width, height as shares)."""

    start: Annotated[float, Field(ge=0)]
    end: Annotated[float, Field(gt=0)]
    box: tuple[Share, Share, Share, Share]


class Film(Record):
    """What was measured on one of the brand's videos: seconds, LUFS, beats a minute (None: no music with a beat)."""

    name: str
    seconds: Annotated[float, Field(gt=0)]
    shots: Annotated[int, Field(ge=1)]
    shot_seconds: Annotated[float, Field(gt=0)]
    loudness: float | None
    tempo: float | None
    graphic_colours: tuple[Colour, ...] = ()
    lower_thirds: tuple[tuple[float, float], ...] = ()
    corner_bug: Literal["", "top left", "top right", "bottom left", "bottom right"] = ""
    cuts_per_minute: tuple[float, ...] = ()
    """In the first, second and last third."""
    texts: tuple[ScreenText, ...] = ()


class Palette(Record):
    """Colours by role; any of them may be black, grey or navy. `candidates` are what was measured, best first."""

    primary: Fact[Colour] | None = None
    secondary: Fact[Colour] | None = None
    accents: tuple[Fact[Colour], ...] = ()
    background: Fact[Colour] | None = None
    surface: Fact[Colour] | None = None
    text: Fact[Colour] | None = None
    dark: bool = False
    candidates: tuple[Fact[Colour], ...] = ()
    gradients: tuple[Fact[Gradient], ...] = ()


class Messages(Record):
    """What the brand says of itself, in its own visible words."""

    headline: Fact[str] | None = None
    value_propositions: tuple[Fact[str], ...] = ()
    proof_points: tuple[Fact[str], ...] = ()
    calls_to_action: tuple[Fact[str], ...] = ()


class BrandKit(Record):
    """Everything known of one brand. `version` grows by one with every change; old versions stay."""

    schema_: Literal["brand/1"] = Field("brand/1", alias="schema")
    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,47}$")]
    version: Annotated[int, Field(ge=1)] = 1
    name: Fact[str]
    address: str = ""
    language: str = "en"
    learned_at: str = ""
    sources: tuple[str, ...] = ()
    palette: Palette = Palette()
    heading: Fact[Typeface] | None = None
    body: Fact[Typeface] | None = None
    logos: tuple[Fact[Logo], ...] = ()
    favicon: Fact[StoredFile] | None = None
    shape: Fact[Shape] | None = None
    imagery: tuple[Fact[Picture], ...] = ()
    messages: Messages = Messages()
    products: tuple[Fact[Product], ...] = ()
    contacts: tuple[Fact[Contact], ...] = ()
    tone: Fact[Tone] | None = None
    lexicon: Lexicon = Lexicon()
    opening: Fact[Clip] | None = None
    closing: Fact[Clip] | None = None
    films: tuple[Film, ...] = ()
    notes: tuple[str, ...] = ()
    """What a person should know of how this was learned: what was refused, what was missing, what looked odd."""
