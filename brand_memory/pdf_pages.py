"""A program of its own: a PDF on standard input, its texts, font names and pictures as JSON on standard output.

It runs in a process with little memory and time, since a PDF can be made to need more than anybody has. It imports
nothing of this project, so that it starts fast and knows nothing.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import sys
from typing import Any

PAGES, PICTURES = 60, 12
SECONDS, MEMORY = 20, 1_200_000_000
"""Processor seconds and bytes of memory that the process may take."""
_TEXT, _PICTURE, _SMALLEST = 20_000, 4_000_000, 1500


def limit() -> None:
    """Let this process have no more than its share of time and memory, and write no file."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(content: bytes) -> dict[str, Any]:
    """`pages` (text by page), `fonts` (names by how many pages have them), `pictures`, and `error` if it failed."""
    import logging
    import warnings

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    import pypdf

    said: dict[str, Any] = {"pages": [], "fonts": {}, "pictures": [], "count": 0, "error": ""}
    reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return said | {"error": "locked"}
    said["count"] = len(reader.pages)
    said["title"] = str(reader.metadata.get("/Title", "") if reader.metadata else "")[:300]
    for number in range(min(PAGES, said["count"])):
        try:
            page = reader.pages[number]
            text = page.extract_text()[:_TEXT]
        except Exception:
            # One damaged page does not take the others with it.
            said["pages"].append("")
            continue
        said["pages"].append(text)
        for name in _fonts(page):
            said["fonts"][name] = said["fonts"].get(name, 0) + 1
        if "logo" in text.lower() and len(said["pictures"]) < PICTURES:
            said["pictures"] += [[number + 1, one] for one in _pictures(page)][: PICTURES - len(said["pictures"])]
    return said


def _fonts(page: Any) -> set[str]:  # noqa: ANN401 - pypdf's page
    found: set[str] = set()
    with contextlib.suppress(Exception):
        fonts = page["/Resources"].get_object()["/Font"].get_object()
        for key in list(fonts)[:60]:
            name = str(fonts[key].get_object().get("/BaseFont", "")).lstrip("/")
            if name:
                found.add(name[:100])
    return found


def _pictures(page: Any) -> list[str]:  # noqa: ANN401 - pypdf's page
    found: list[str] = []
    with contextlib.suppress(Exception):
        for image in list(page.images)[:8]:
            if _SMALLEST < len(image.data) <= _PICTURE:
                found.append(base64.b64encode(image.data).decode())
    return found


def main() -> None:
    """Read, and write what was read; a failure is said in the answer, since nobody reads a traceback here."""
    limit()
    try:
        answer = read(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"error": "memory"}
    except Exception:
        answer = {"error": "damaged"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
