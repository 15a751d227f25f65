"""The brand's own pictures: what they show in words, where the eye goes, and their colours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from brand_memory.kit import Fact, Picture
from brand_memory.passages import readings, seen
from brand_memory.photographs import Photograph, declared_size, prepare
from brand_memory.picture_measures import dominant_colours, fingerprint, is_flat, saliency, same
from brand_memory.reading import PageReading, PictureSample, SiteReading
from brand_memory.storage import FileStore
from brand_memory.wording import instructs, plain, shorten, words_of

_PICTURES = 24
_TRIED = 60
_SHORTEST, _LONGEST_ASPECT = 160, 5.0
_SMALLEST_SIDE = 320
_NOT_A_SCENE = re.compile(
    r"(?:^|[\W_])(?:logos?|icons?|favicon|sprites?|badges?|avatars?|pixel|spacer|placeholder|blank|loader|"
    r"spinner|arrows?|flags?|"
    r"payments?|visa|mastercard|paypal|app-?store|google-?play|qr-?code|captcha|emoji|rating|stars?|trustpilot|"
    r"wordmark|lockup)(?:$|[\W_])",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"^(?:image|photo|picture|img|hero|banner|slide|bild|foto|imagen|immagine|background|cover|thumbnail|"
    r"untitled|default|dsc|"
    r"screenshot|alt|graphic|illustration)?[\s_-]*\d*(?:\.\w{3,4})?$|^[\w-]+\.(?:jpe?g|png|webp|gif|avif|svg)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Candidate:
    """One picture by its address, with the best words that stand by it anywhere on the site."""

    source: str
    sample: PictureSample
    page: PageReading
    caption: str
    pages: int


def pictures(site: SiteReading, store: FileStore) -> tuple[Fact[Picture], ...]:
    """The brand's own pictures that were fetched, surest first, at most 24; each is encoded anew and kept in `store`.

    Left out are what is not the brand's own, logos, icons, sprites, tracking pixels, flat fields, and duplicates by
    perceptual hash (the largest stays). Words come from the caption, else the alternative text, else what stands near.
    """
    ranked = sorted(_candidates(site), key=lambda one: -_worth(one))[:_TRIED]
    held: list[tuple[_Candidate, Photograph, tuple[int, tuple[float, float, float]]]] = []
    for one in ranked:
        photograph = _fetched(site, one)
        if photograph is None:
            continue
        mark = fingerprint(photograph.pixels)
        twin = next((at for at, (_, _, known) in enumerate(held) if same(mark, known)), None)
        if twin is None:
            if len(held) < _PICTURES:
                held.append((one, photograph, mark))
        elif photograph.width * photograph.height > held[twin][1].width * held[twin][1].height:
            better = one if one.caption else held[twin][0]
            held[twin] = (better, photograph, mark)
    facts = [_fact(one, photograph, store) for one, photograph, _ in held]
    return tuple(sorted(facts, key=lambda fact: -fact.confidence))


def picture_of(photograph: Photograph, name: str, caption: str, store: FileStore) -> Picture:
    """What the kit keeps of a picture: the file, its size, and what was measured on it."""
    return Picture(
        file=store.keep(photograph.content, f"{shorten(name, 100)}{photograph.ending}", photograph.media_type),
        width=photograph.width,
        height=photograph.height,
        caption=caption,
        saliency=saliency(photograph.pixels),
        colours=dominant_colours(photograph.pixels),
    )


def _fact(one: _Candidate, photograph: Photograph, store: FileStore) -> Fact[Picture]:
    name = _file_stem(one.source) or shorten(one.caption, 60) or "picture"
    quote = one.caption or plain(one.sample.alternative, 300)
    return Fact(
        value=picture_of(photograph, name, one.caption, store),
        confidence=round(min(0.95, _worth(one)), 2),
        evidence=(
            seen(
                one.page.address,
                "picture in the hero" if one.sample.hero else "picture",
                "" if instructs(quote) else quote,
            ),
        ),
    )


def _candidates(site: SiteReading) -> Iterator[_Candidate]:
    pages = readings(site)
    marks = {
        logo.source
        for page in pages
        for logo in page.logos
        if logo.source
        and logo.kind in ("image", "svg", "icon", "touch icon", "structured")
        and (logo.links_home or logo.region != "main")
    }
    held: dict[str, list[tuple[PageReading, PictureSample]]] = {}
    for page in pages:
        for sample in page.pictures:
            held.setdefault(sample.source, []).append((page, sample))
    for source, found in held.items():
        if source in marks or source not in site.assets or not all(sample.own for _, sample in found):
            continue
        if any(_is_mark(source, sample) for _, sample in found):
            continue
        page, sample = max(found, key=lambda pair: (pair[1].hero, pair[1].box.area))
        yield _Candidate(
            source, sample, page, _caption([each for _, each in found]), len({p.address for p, _ in found})
        )


def _is_mark(source: str, sample: PictureSample) -> bool:
    """Whether it is by its name, place or shown size a logo, an icon, a sprite or a pixel for counting."""
    path = "" if source.startswith("data:") else unquote(urlsplit(source).path)
    if _NOT_A_SCENE.search(path.rsplit("/", 1)[-1]) or _NOT_A_SCENE.search(" ".join(words_of(sample.alternative)[:4])):
        return True
    width, height = sample.box.width, sample.box.height
    return (
        min(width, height) < 72 or max(width, height) < 120 or max(width, height) > _LONGEST_ASPECT * min(width, height)
    )


def _fetched(site: SiteReading, one: _Candidate) -> Photograph | None:
    content = site.assets[one.source].content
    width, height = declared_size(content)
    if max(width, height) < _SMALLEST_SIDE or min(width, height) < _SHORTEST:
        return None
    if max(width, height) > _LONGEST_ASPECT * min(width, height):
        return None
    photograph = prepare(content)
    return None if photograph is None or is_flat(photograph.pixels) else photograph


def _caption(samples: Sequence[PictureSample]) -> str:
    """The best words for a picture: its caption, its alternative text, else what stands near it."""
    for words in (
        *(sample.caption for sample in samples),
        *(sample.alternative for sample in samples),
        *(sample.nearby for sample in samples),
    ):
        text = plain(words, 300)
        if len(words_of(text)) >= 1 and len(text) >= 4 and not _SAYS_NOTHING.match(text) and not instructs(text):
            return text
    return ""


def _worth(one: _Candidate) -> float:
    """How surely a picture shows the brand: by where it stands, how large, and whether anything is said of it."""
    sure = 0.6 + 0.2 * one.sample.hero
    sure += {"home": 0.06, "product": 0.06, "about": 0.05, "press": 0.04}.get(one.page.kind, 0.0)
    sure += 0.05 * bool(one.caption) + 0.05 * min(1.0, one.sample.box.area / 300_000)
    return sure - 0.1 * (one.page.kind == "blog")


def _file_stem(source: str) -> str:
    name = "" if source.startswith("data:") else unquote(urlsplit(source).path).rsplit("/", 1)[-1]
    return plain(name.rsplit(".", 1)[0], 80)
