"""Made-up sites read once and kept, so that conclusions can be drawn again without opening a browser."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Mapping
from pathlib import Path

from benchmarks.brand.sites import Site
from benchmarks.small_site import Answer, on_this_machine, serving
from brand_memory.crawling import read_site
from brand_memory.egress import Bounds
from brand_memory.reading import SiteReading

_CACHE = Path(__file__).resolve().parents[1] / ".cache" / "brand"
PAGES = 4


def reading_of(site: Site, *, static: bool = False, again: bool = False) -> SiteReading:
    """The reading of a site under the brand's own host name; a kept one where its files have not changed.

    `again` reads anew in any case.
    """
    host = re.sub(r"[^a-z0-9]", "", site.theme.name.lower()) + ".example"
    return reading_of_files(f"{site.theme.number:02}", site.files, host, static=static, again=again)


def reading_of_files(
    slug: str, files: Mapping[str, Answer], host: str, *, static: bool = False, again: bool = False
) -> SiteReading:
    """The reading of the site that answers with `files` under the name `host`; kept under `slug` as above."""
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:16]
    path = _CACHE / f"{slug}-{digest}{'-static' if static else ''}.pickle"
    if path.is_file() and not again:
        try:
            kept = pickle.loads(path.read_bytes())
        except (AttributeError, TypeError, ImportError, EOFError):
            kept = None
        if isinstance(kept, SiteReading):
            return kept
    with serving(files) as server:
        bounds = Bounds(private=frozenset({f"{host}:{server.port}"}), seconds=90)
        reading = read_site(
            f"http://{host}:{server.port}/",
            bounds=bounds,
            resolver=on_this_machine,
            pages=PAGES,
            browser=False if static else None,
        )
    _CACHE.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(reading))
    return reading
