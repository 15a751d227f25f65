"""What a site allows to be read, by its robots.txt; where that can not be read, nothing is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from brand_memory.browser import AGENT
from brand_memory.errors import SiteRefused, SiteUnreachable
from brand_memory.fetching import Fetcher

if TYPE_CHECKING:
    from protego import Protego

_LONGEST_DELAY = 5.0


@dataclass(frozen=True)
class Permission:
    """What one site allows; `reason` says why nothing is, and `delay` is how many seconds it asks for between pages."""

    rules: Protego | None
    reason: str = ""
    delay: float = 0.0

    def allows(self, address: str) -> bool:
        """Whether `address` may be read by us."""
        if self.reason:
            return False
        return self.rules is None or bool(self.rules.can_fetch(address, AGENT))


def read_permission(fetcher: Fetcher, address: str) -> Permission:
    """The rules of the site of `address`: none where it has no robots.txt (4xx), no permission where that fails.

    Raises SiteUnreachable or SiteRefused where the site itself can not be reached, or may not be.
    """
    from protego import Protego

    parts = urlsplit(address)
    place = f"{parts.scheme}://{parts.netloc}/robots.txt"
    try:
        status, found = fetcher.ask(place, "text")
    except SiteUnreachable as error:
        if "in time" not in str(error):
            raise
        return Permission(None, "its robots.txt did not come in time, and that is not permission")
    except SiteRefused as error:
        if "was not read:" in str(error):
            raise
        return Permission(None, "its robots.txt can not be read, and that is not permission")
    if status >= 500 or status == 429:
        return Permission(None, f"its robots.txt answers with an error ({status}), and that is not permission")
    if status >= 400 or not found.media_type.startswith("text/") or found.media_type == "text/html":
        return Permission(None)
    rules = Protego.parse(found.content.decode("utf-8", "replace"))
    delay = rules.crawl_delay(AGENT)
    return Permission(rules, delay=min(float(delay or 0), _LONGEST_DELAY))
