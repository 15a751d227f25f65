"""What a brand says and shows, on the brand sheet: messages, voice, pictures, films, products, evidence."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from brand_memory.colour_values import from_colour
from brand_memory.exporting import readable_on
from brand_memory.kit import BrandKit, Clip, Tone
from brand_memory.sheet_markup import listed, section, state, sure
from brand_memory.sheet_pictures import Pictures
from brand_memory.slots import all_facts, described, measured

_MOST_PICTURES = 12
_MOST_EVIDENCE = 24
_PERSONS = {"we": "speaks as we", "you": "speaks to you", "i": "speaks as I", "they": "speaks of others"}


def messages(kit: BrandKit) -> str:
    """The headline, promises, proof and calls to action."""
    said = kit.messages
    body = ""
    if said.headline:
        body += f'<p class="said{state(said.headline)}">{escape(said.headline.value)}</p><p>{sure(said.headline)}</p>'
    for title, facts in (("Promises", said.value_propositions[:8]), ("Proof", said.proof_points[:8])):
        if facts:
            body += f"<h3>{title}</h3>{listed(facts)}"
    if said.calls_to_action:
        body += f'<h3>Calls to action</h3><div class="actions">{_actions(kit)}</div>'
    return section("Messages", "In the brand's own words.", body)


def voice(kit: BrandKit) -> str:
    """The tone in words and numbers, and which words are used and which never."""
    body = ""
    if kit.tone:
        tone = kit.tone.value
        words = ", ".join(tone.described)
        body += f'<p class="tone{state(kit.tone)}">{escape(words[:1].upper() + words[1:])}</p><p>{sure(kit.tone)}</p>'
        body += f'<div class="measures">{_measures(tone)}</div>' if tone.words else ""
    lexicon = kit.lexicon
    if lexicon.used:
        used = "".join(f"<span>{escape(word)}</span>" for word in lexicon.used[:24])
        body += f'<h3>Says</h3><div class="words">{used}</div>'
    if lexicon.never:
        never = "".join(f'<span class="never">{escape(word)}</span>' for word in lexicon.never[:24])
        body += f'<h3>Never says</h3><div class="words">{never}</div>'
    if lexicon.said:
        said = "".join(f"<span>{escape(word)}: {escape(way)}</span>" for word, way in list(lexicon.said.items())[:24])
        body += f'<h3>Said aloud</h3><div class="words">{said}</div>'
    return section("Voice", "Counted on visible text.", body)


def imagery(kit: BrandKit, pictures: Pictures) -> str:
    """Pictures with their captions and colours."""
    figures = []
    for fact in kit.imagery[:_MOST_PICTURES]:
        picture = fact.value
        image = pictures.image(picture.file, 400, picture.caption)
        if image:
            dots = "".join(f'<i style="background:{colour.hex}"></i>' for colour in picture.colours[:5])
            x, y, width, height = picture.saliency
            focus = f"<img style='object-position:{(x + width / 2) * 100:.0f}% {(y + height / 2) * 100:.0f}%'"
            frame = f'<div class="frame">{image.replace("<img", focus, 1)}</div>'
            words = escape(picture.caption) or "No caption"
            figures.append(
                f'<figure class="{state(fact).strip()}">{frame}<figcaption><span class="name">{words}</span>'
                f'<span class="dots">{dots}</span>{sure(fact)}</figcaption></figure>'
            )
    return section("Imagery", "", f'<div class="pictures">{"".join(figures)}</div>' if figures else "")


def films(kit: BrandKit, pictures: Pictures, still: Callable[[Clip], bytes | None]) -> str:
    """The opening and closing as stills, and what was measured on the films."""
    figures = []
    parts = [(name, fact) for name, fact in (("Opening", kit.opening), ("Closing", kit.closing)) if fact]
    for name, fact in parts:
        for clip in (fact.value, *fact.value.others):
            content = still(clip)
            address = pictures.encoded(content, "image/png", 800) if content else ""
            image = f'<img src="{address}" alt="{name}" style="object-fit:contain">' if address else ""
            figures.append(
                f'<figure class="{state(fact).strip()}"><div class="frame">{image}</div><figcaption><span class="name">'
                f"{name}, {clip.seconds:.1f} s, {clip.width} × {clip.height}</span>{sure(fact)}</figcaption></figure>"
            )
    body = f'<div class="pictures">{"".join(figures)}</div>' if figures else ""
    rows = []
    for film in kit.films[:12]:
        rows.append(f'<li><span>{escape(film.name)}</span><span class="soft">{measured(film)}</span></li>')
    if rows:
        body += f'<h3>Films</h3><ul class="plain">{"".join(rows)}</ul>'
    return section("Films", "", body)


def products(kit: BrandKit) -> str:
    """What is for sale."""
    rows = []
    for fact in kit.products[:12]:
        product = fact.value
        about = f'<br><span class="soft">{escape(product.description[:160])}</span>' if product.description else ""
        price = escape(f"{product.price} {product.currency}".strip())
        rows.append(
            f'<li class="{state(fact).strip()}"><span><span class="name">{escape(product.name)}</span>{about}</span>'
            f"<span>{price}<br>{sure(fact)}</span></li>"
        )
    return section("Products", "", f'<ul class="plain">{"".join(rows)}</ul>' if rows else "")


def contacts(kit: BrandKit) -> str:
    """How to reach the brand."""
    rows = [
        f'<li class="{state(fact).strip()}"><span class="soft">{escape(fact.value.kind.capitalize())}</span>'
        f'<span class="name">{escape(fact.value.value)}</span></li>'
        for fact in kit.contacts[:16]
    ]
    return section("Contact", "", f'<ul class="plain">{"".join(rows)}</ul>' if rows else "")


def evidence(kit: BrandKit, pictures: Pictures) -> str:
    """Where facts were seen: a crop of the page, its address, the place on it, and what stood there."""
    figures: list[str] = []
    for place, fact in all_facts(kit):
        seen = next((one for one in fact.evidence if one.crop), None)
        if seen is None or len(figures) >= _MOST_EVIDENCE:
            continue
        image = pictures.image(seen.crop, 480, f"{place.key} as seen")
        if image:
            quote = f"<q>{escape(seen.quote)}</q>" if seen.quote else ""
            figures.append(
                f'<figure><div class="crop">{image}</div><figcaption><b>{escape(place.key.capitalize())}</b> '
                f"{escape(described(fact.value))} {quote}<code>{escape(seen.page)} {escape(seen.place)}</code>"
                "</figcaption></figure>"
            )
    body = f'<div class="seen">{"".join(figures)}</div>' if figures else ""
    return section("Evidence", "Where it was seen.", body)


def _actions(kit: BrandKit) -> str:
    """Calls to action as buttons in the brand's colour and shape."""
    primary = kit.palette.primary
    style = "background:#17181a;color:#ffffff"
    if primary and primary.status != "rejected":
        shade = primary.value
        style = f"background:{shade.hex};color:{readable_on(from_colour(shade))}"
    radius = f"border-radius:{kit.shape.value.radius:g}px" if kit.shape else "border-radius:8px"
    buttons = [
        f'<span class="button{"" if number == 0 else " ghost"}{state(fact)}" style="{style};{radius}">'
        f'<span class="name">{escape(fact.value)}</span></span>'
        for number, fact in enumerate(kit.messages.calls_to_action[:6])
    ]
    return "".join(buttons)


def _measures(tone: Tone) -> str:
    ease = f"{tone.reading_ease:.0f}" if tone.reading_ease is not None else ""
    measures = [
        (f"{tone.sentence_words:.0f}", "words a sentence"),
        (ease, "reading ease of 100"),
        (f"{tone.exclamations:.0%}", "of sentences exclaim"),
        (f"{tone.questions:.0%}", "ask"),
        (f"{tone.words:,}", "words read"),
    ]
    told = "".join(f"<div><b>{number}</b><span>{what}</span></div>" for number, what in measures if number)
    if tone.person in _PERSONS:
        who, _, whom = _PERSONS[tone.person].rpartition(" ")
        told += f"<div><b>{whom}</b><span>{who}</span></div>"
    return told
