"""What brands are called: ids from names, and the brand that a person means by an id, a name or an address."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from brand_memory.errors import BrandError, UnknownBrand

LOCAL = "local"
"""The tenant of a home that one person has for themselves."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_TAKEN = frozenset({"index"})
"""Names of our own folders beside those of brands."""


@dataclass(frozen=True)
class Known:
    """A brand in a list."""

    id: str
    name: str
    address: str
    version: int
    changed_at: str


def check_tenant(tenant: str) -> str:
    """`tenant` where it may be one. Raises `BrandError`: names of tenants become names of folders and collections."""
    if not _ID.fullmatch(tenant):
        raise BrandError(f"{tenant!r} can not name a tenant: use small letters, digits and hyphens, at most 48.")
    return tenant


def unused_id(name: str, taken: Collection[str]) -> str:
    """An id made of `name` that is not `taken`: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:44].strip("-") or "brand"
    number, id_ = 1, slug
    while id_ in taken or id_ in _TAKEN:
        number += 1
        id_ = f"{slug}-{number}"
    return id_


def match_brand(asked: str, known: Sequence[Known]) -> str:
    """The id of the brand called `asked`. Raises `UnknownBrand`, which lists them and suggests the nearest."""
    wanted = asked.strip().casefold()
    site = host(asked)
    for fits in (
        lambda brand: brand.id == wanted,
        lambda brand: brand.name.casefold() == wanted,
        lambda brand: bool(site) and host(brand.address) == site,
    ):
        found = [brand for brand in known if fits(brand)]
        if len(found) == 1:
            return found[0].id
        if found:
            ids = " or ".join(brand.id for brand in found)
            raise UnknownBrand(f"Several brands are called {asked!r}: say {ids}.")
    names = {name.casefold(): brand.id for brand in known for name in (brand.id, brand.name)}
    near = difflib.get_close_matches(wanted, names, 1)
    hint = f" Did you mean {names[near[0]]!r}?" if near else ""
    listed = ", ".join(brand.id for brand in known[:12]) + (" …" if len(known) > 12 else "")
    raise UnknownBrand(
        f"No brand is called {asked!r}. Known: {listed}.{hint}"
        if known
        else f"No brand is known yet, so {asked!r} is none: start with `agency brand learn` and a website's address."
    )


def host(address: str) -> str:
    """The host of an address as people write it, with or without `https://` and `www.`; empty where it has none."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address.strip()}")
        name = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return name if "." in name or name == "localhost" or parts.port else ""
