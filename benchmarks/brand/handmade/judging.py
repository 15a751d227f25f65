"""What a kit got right about a site written by hand."""

from __future__ import annotations

from benchmarks.brand.drawn_logos import rendered
from benchmarks.brand.handmade.known import Known
from benchmarks.brand.scoring import ALIKE, Score, is_colour, likeness
from brand_memory.kit import BrandKit, Colour, Fact, Typeface
from brand_memory.storage import FileStore


def judge(known: Known, kit: BrandKit, store: FileStore) -> Score:
    """How right `kit` is about `known`: True, False, or None where nothing was said (or nothing is to be judged)."""
    found = Score(known.slug)
    _colour(found, "primary", kit.palette.primary, known.primary)
    _colour(found, "background", kit.palette.background, (known.background,))
    _colour(found, "text", kit.palette.text, (known.text,))
    if known.secondary is not None:
        _colour(found, "secondary", kit.palette.secondary, (known.secondary,) if known.secondary else ())
    found.recalled = any(is_colour(fact.value, truth) for fact in kit.palette.candidates[:5] for truth in known.primary)
    _typeface(found, "heading", kit.heading, known.heading)
    _typeface(found, "body", kit.body, known.body)
    _logo(found, known, kit, store)
    found.right["name"] = kit.name.value in known.name
    found.sure["name"] = kit.name.confidence
    found.said["name"] = f"{kit.name.value} for {known.name[0]}"
    return found


def _colour(found: Score, question: str, fact: Fact[Colour] | None, truths: tuple[str, ...]) -> None:
    """No answer is right where there is no truth, and counts as nothing said where there is one."""
    if fact is None:
        found.right[question] = None if truths else True
        found.sure[question] = 0.0
    else:
        found.right[question] = any(is_colour(fact.value, truth) for truth in truths)
        found.sure[question] = fact.confidence
    said = f"{fact.value.hex} ({fact.confidence:.2f})" if fact is not None else "-"
    found.said[question] = f"{said} for {' or '.join(truths) or '-'}"


def _typeface(found: Score, question: str, fact: Fact[Typeface] | None, truth: str) -> None:
    said = fact.value.family if fact is not None else ""
    found.right[question] = said.casefold() == truth.casefold() if fact is not None else None
    found.sure[question] = fact.confidence if fact is not None else 0.0
    found.said[question] = f"{said or '-'} for {truth}"


def _logo(found: Score, known: Known, kit: BrandKit, store: FileStore) -> None:
    if known.logo is None:
        first = kit.logos[0] if kit.logos else None
        found.right["logo"] = first is None or first.value.kind == "wordmark"
        found.sure["logo"] = first.confidence if first is not None else 0.0
        found.said["logo"] = (
            f"{first.value.kind + ' ' + first.value.file.name if first is not None else '-'} for no drawing"
        )
        return
    if not kit.logos:
        found.right["logo"], found.sure["logo"], found.said["logo"] = None, 0.0, "-"
        return
    fact = kit.logos[0]
    content = store.read(fact.value.file)
    try:
        drawn = fact.value.file.media_type == "image/svg+xml"
        shown = rendered(content.decode(), 400, known.ground) if drawn else content
        alike = likeness(shown, rendered(known.logo.svg(), 400, known.ground), known.ground)
    except (AttributeError, ValueError, OSError):
        alike = 0.0
    found.right["logo"] = alike > ALIKE
    found.sure["logo"] = fact.confidence
    found.said["logo"] = f"{fact.value.kind} {fact.value.file.name} {alike:.2f}"
