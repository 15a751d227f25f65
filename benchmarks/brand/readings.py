"""Made-up sites read once and kept, so that conclusions can be drawn again without opening a browser."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

from benchmarks.brand.serving import here, served
from benchmarks.brand.sites import Site
from brand_memory.crawling import read_site
from brand_memory.reading import SiteReading

_CACHE = Path(__file__).resolve().parents[1] / ".cache" / "brand"
PAGES = 4


def reading_of(site: Site, *, static: bool = False, again: bool = False) -> SiteReading:
    """The reading of a site, from the last time where its files have not changed and `again` is not asked for."""
    digest = hashlib.sha256(repr(sorted(site.files.items())).encode()).hexdigest()[:16]
    path = _CACHE / f"{site.theme.number:02}-{digest}{'-static' if static else ''}.pickle"
    if path.is_file() and not again:
        try:
            kept = pickle.loads(path.read_bytes())
        except (AttributeError, TypeError, ImportError, EOFError):
            kept = None
        if isinstance(kept, SiteReading):
            return kept
    with served(site) as (address, bounds):
        reading = read_site(address, bounds=bounds, resolver=here, pages=PAGES, browser=False if static else None)
    _CACHE.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(reading))
    return reading
