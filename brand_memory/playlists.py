"""HLS playlists (RFC 8216) as data: which versions of a film there are, and of which pieces one of them is made.

Only what can be joined into one file is read: ended films that are not encrypted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from brand_memory.cleaning import clean
from brand_memory.errors import SiteRefused

_MOST_LINES = 20_000
_MOST_PIECES = 600
_LONGEST = 3600.0
"""Lines, pieces and seconds of what is read; an hour in pieces of six seconds has as many."""
_SHORT_SIDE = 1080
_ATTRIBUTE = re.compile(r'([A-Z0-9-]+)=("[^"]*"|[^",]*)')


@dataclass(frozen=True)
class Rendition:
    """One version of a film: its playlist, bits a second (0: not told), size in pixels, and the playlist of its sound.

    `sound` is empty where the sound is in the same pieces, or there is none.
    """

    address: str
    bits: int
    width: int
    height: int
    sound: str = ""


@dataclass(frozen=True)
class Pieces:
    """The addresses whose bytes, one after the other, are the film; how long it is; and what a person should know."""

    addresses: tuple[str, ...]
    seconds: float
    notes: tuple[str, ...] = ()


def is_playlist(text: str) -> bool:
    """Whether `text` is an HLS playlist."""
    return text.lstrip("\ufeff").startswith("#EXTM3U")


def renditions(text: str, address: str) -> tuple[Rendition, ...]:
    """The versions that a playlist lists, the best first up to 1080 lines; none where it is itself one version.

    Raises SiteRefused where a version is no web address.
    """
    sounds: dict[str, str] = {}
    found: list[Rendition] = []
    stated: dict[str, str] | None = None
    for line in _lines(text):
        if line.startswith("#EXT-X-MEDIA:"):
            told = _attributes(line)
            if told.get("TYPE") == "AUDIO" and told.get("URI"):
                group = told.get("GROUP-ID", "")
                if group not in sounds or told.get("DEFAULT") == "YES":
                    sounds[group] = _onward(address, told["URI"])
        elif line.startswith("#EXT-X-STREAM-INF:"):
            stated = _attributes(line)
        elif not line.startswith("#") and stated is not None:
            size = re.fullmatch(r"(\d{1,5})x(\d{1,5})", stated.get("RESOLUTION", ""))
            width, height = (int(size[1]), int(size[2])) if size else (0, 0)
            bits = stated.get("AVERAGE-BANDWIDTH") or stated.get("BANDWIDTH") or "0"
            codecs = stated.get("CODECS", "")
            if width or not codecs or re.search(r"avc|hvc|hev|vp0?[89]|av01|mp4v", codecs):
                found.append(
                    Rendition(
                        _onward(address, line),
                        int(bits) if bits.isdecimal() else 0,
                        width,
                        height,
                        stated.get("AUDIO", ""),
                    )
                )
            stated = None
    listed = [Rendition(one.address, one.bits, one.width, one.height, sounds.get(one.sound, "")) for one in found]
    return tuple(sorted(listed, key=_worth, reverse=True))


def _worth(one: Rendition) -> tuple[bool, int, int]:
    """The most pixels up to 1080 lines, then the most bits; what is larger only before nothing, the least of it."""
    short = min(one.width, one.height)
    fits = short <= _SHORT_SIDE
    return fits, short if fits else -short, one.bits


def pieces(text: str, address: str) -> Pieces:
    """What one version of a film is made of; its longest stretch where it is put together from several.

    Raises SiteRefused for live streams, encrypted ones, and what is too long or no playlist of pieces.
    """
    lines = _lines(text)
    if "#EXT-X-ENDLIST" not in lines and "#EXT-X-PLAYLIST-TYPE:VOD" not in lines:
        raise SiteRefused(f"{address[:200]} is a live stream, which has no end: give a file of the film.")
    stretches: list[tuple[list[str], float]] = [([], 0.0)]
    begins, seconds, ranged, header = "", 0.0, False, ""
    for line in lines:
        if line.startswith(("#EXT-X-KEY:", "#EXT-X-SESSION-KEY:")):
            if _attributes(line).get("METHOD", "NONE") != "NONE":
                raise SiteRefused(f"{address[:200]} is encrypted, and that is respected: give a file of the film.")
        elif line.startswith("#EXT-X-MAP:"):
            told = _attributes(line)
            header, ranged = _onward(address, told.get("URI", "")), ranged or "BYTERANGE" in told
        elif line.startswith("#EXT-X-BYTERANGE:"):
            ranged = True
        elif line == "#EXT-X-DISCONTINUITY":
            stretches.append(([], 0.0))
        elif line.startswith("#EXTINF:"):
            told_seconds = re.match(r"#EXTINF:\s*(\d{1,6}(?:\.\d{1,9})?)", line)
            seconds = float(told_seconds[1]) if told_seconds else 0.0
        elif not line.startswith("#"):
            held, so_far = stretches[-1]
            begins = _onward(address, line)
            held += [header] if header and not held else []
            held.append(begins)
            stretches[-1] = (held, so_far + seconds)
            seconds = 0.0
    if not begins:
        raise SiteRefused(f"{address[:200]} lists no pieces of a film.")
    addresses, whole = max(stretches, key=lambda stretch: stretch[1])
    if ranged or len(set(addresses)) < len(addresses):
        # Ranges of a file, one after the other, are that file.
        addresses = list(dict.fromkeys(addresses))
    if len(addresses) > _MOST_PIECES or whole > _LONGEST:
        raise SiteRefused(f"{address[:200]} is a film of {whole / 60:.0f} minutes, longer than is read.")
    several = sum(1 for held, _ in stretches if held) > 1
    notes = ("It is put together from several parts, of which the longest was read.",) if several else ()
    return Pieces(tuple(addresses), whole, notes)


def _lines(text: str) -> list[str]:
    found = [line.strip() for line in text.lstrip("\ufeff").splitlines()[:_MOST_LINES]]
    return [line for line in found if line]


def _attributes(line: str) -> dict[str, str]:
    return {name: value.strip('"') for name, value in _ATTRIBUTE.findall(line.partition(":")[2])}


def _onward(address: str, named: str) -> str:
    """The whole address of what a playlist names. Raises SiteRefused for anything but http and https."""
    try:
        onward = urljoin(address, named)
        scheme = urlsplit(onward).scheme
    except ValueError:
        scheme, onward = "", ""
    if not named or scheme not in ("http", "https") or (address.startswith("https:") and scheme != "https"):
        raise SiteRefused(f"{address[:200]} leads to something that is no web address: {clean(named, 80)!r}.")
    return onward
