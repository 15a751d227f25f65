"""A page that says one sentence: what there is to say where there is no page to show."""

from __future__ import annotations

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>:root {{ color-scheme: light dark }}
body {{ margin: 0 auto; max-width: 34rem; padding: 24px 16px; font: 18px/1.5 system-ui, sans-serif }}</style>
</head><body><p>{sentence}</p></body></html>
"""


def sentence_page(title: str, sentence: str) -> str:
    """HTML that says `sentence` in letters that a phone shows large enough, light or dark as its reader has it.

    `sentence` is HTML already: whoever puts what others wrote into it escapes it first.
    """
    return _PAGE.format(title=title, sentence=sentence)
