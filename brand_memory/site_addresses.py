"""Web addresses as the reader takes them: made whole, told apart, and of one site or not."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from brand_memory.errors import SiteRefused

_SHARED_ENDINGS = frozenset(
    "ac.uk co.uk gov.uk ltd.uk me.uk org.uk com.au net.au org.au co.nz co.jp or.jp co.kr co.in co.za com.br com.mx "
    "com.ar com.cn com.hk com.sg com.tw com.tr com.pl co.il com.ua github.io gitlab.io netlify.app vercel.app "
    "pages.dev web.app herokuapp.com wordpress.com blogspot.com myshopify.com wixsite.com webflow.io "
    "framer.website squarespace.com".split()
)
"""Endings under which strangers have names of their own."""


def whole_address(text: str) -> str:
    """The address of a page from what a person typed; `https` where no scheme is given, without fragment.

    Raises SiteRefused where it is no web address, or holds a name and password.
    """
    typed = text.strip()
    if len(typed) > 2000 or any(sign.isspace() or sign < " " for sign in typed):
        raise SiteRefused(f"{typed[:80]!r} is no web address; give one such as https://example.com.")
    head = typed.partition("/")[0].partition("?")[0]
    if "://" not in typed and (":" not in head or head.rpartition(":")[2].isdigit()):
        typed = f"https://{typed}"
    try:
        parts = urlsplit(typed)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in ("http", "https"):
        raise SiteRefused(f"{text.strip()[:80]!r} is not read: only http and https addresses are.")
    if parts.username is not None or parts.password is not None:
        raise SiteRefused("An address with a name and password in it is not read; leave them out.")
    if not host or ("." not in host and ":" not in host and host != "localhost"):
        raise SiteRefused(f"{text.strip()[:80]!r} is no web address; give one such as https://example.com.")
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    return urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, ""))


def is_web(address: str) -> bool:
    """Whether `address` is read over HTTP or HTTPS."""
    return address.startswith(("http://", "https://"))


def site_of(address: str) -> str:
    """The name under which a site's hosts lie together: `shop.lumen.co.uk` is of `lumen.co.uk`."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    labels = host.split(".")
    if ":" in host or labels[-1].isdigit() or len(labels) < 2:
        return f"{host}:{port}" if port else host
    ending = ".".join(labels[-2:])
    return ".".join(labels[-3:]) if ending in _SHARED_ENDINGS else ending


def same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one site."""
    return bool(site_of(one)) and site_of(one) == site_of(other)


def page_key(address: str) -> str:
    """What two spellings of one page have in common: host without `www`, path without index file and last slash."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    head, _, last = path.rpartition("/")
    if last.lower() in ("index.html", "index.htm", "index.php", "default.aspx"):
        path = head
    return f"{(parts.hostname or '').removeprefix('www.')}:{parts.port or ''}{path}?{parts.query}"
