"""Disclosing: when a video says of itself that it is AI-generated, and how it says so in its language.

Article 50 of the EU's AI Act and several platforms ask for it where a real person's likeness is made to speak.
"""

from __future__ import annotations

from typing import Literal

from tools.documents import Document

Disclosure = Literal["", "on", "off"]
"""Whether a video says so; empty: as the settings say, which is on for the likeness of a real person."""


class SetDisclosure(Document):
    """Whether the video says of itself that it is AI-generated; empty: as the settings say."""

    op: Literal["set_disclosure"] = "set_disclosure"
    disclosure: Disclosure


LABELS = {
    "ar": "مُنشأ بالذكاء الاصطناعي",
    "cs": "Vytvořeno AI",
    "da": "AI-genereret",
    "de": "KI-generiert",
    "el": "Δημιουργήθηκε με ΤΝ",
    "en": "AI-generated",
    "es": "Generado con IA",
    "fi": "Tekoälyn luoma",
    "fr": "Généré par IA",
    "hu": "MI által készült",
    "it": "Generato con IA",
    "nl": "AI-gegenereerd",
    "no": "AI-generert",
    "pl": "Wygenerowano przez AI",
    "pt": "Gerado por IA",
    "ro": "Generat cu IA",
    "ru": "Создано ИИ",
    "sv": "AI-genererad",
    "tr": "Yapay zekâ ile üretildi",
    "uk": "Створено ШІ",
}
"""The label by language; any other language has the English one."""


def disclosure_label(language: str) -> str:
    """The label in `language`, a code such as `de` or `de-AT`."""
    return LABELS.get(language.lower().partition("-")[0].partition("_")[0], LABELS["en"])


def is_disclosed(asked: Disclosure, setting: Literal["auto", "on", "off"], *, likeness: bool) -> bool:
    """Whether a video says so: as it asks itself, else as the settings do; `auto` is for a `likeness` of a person."""
    if asked:
        return asked == "on"
    return setting == "on" or (setting == "auto" and likeness)
