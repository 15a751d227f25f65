"""Saying words: parts of patterns that sayings have in common, for who, where, how long and quoted words."""

from __future__ import annotations

SECONDS = r"(?:seconds?|secs?|sec|s)"
LENGTH = (
    rf"(?:\d[\d.]*[ -]?(?:{SECONDS}|minutes?|mins?)|"
    r"[a-z]+(?:-[a-z]+)?(?: and a half)?[ -](?:seconds?|secs?|sec|minutes?|mins?))"
)
Q = r"[\"'“”‘’]"
HER = r"(?:her|him|the (?:presenter|host|woman|man|lady|guy|speaker|narrator)|maya|daniel)"
SHE = r"(?:she|he|the (?:presenter|host|woman|man|lady|guy|speaker|narrator|voice)|maya|daniel)"
NTH = r"(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
LINE = (
    r"(?:the [\w' ]{2,40}? (?:line|sentence|bit)|line \w+ (?:of|in) scene \w+|the (?:line|"
    r"sentence) about [\w ]{3,30}?)"
)
SCENE = r"(?:scene \w+|the [\w ]{3,25}? scene|the (?:title|end) card|the opening|the ending)"
NAMED = r"(?-i:[A-Z])[\w.'’-]*(?: (?-i:[A-Z])[\w.'’-]*){0,3}"
