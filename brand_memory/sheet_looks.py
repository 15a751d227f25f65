"""What a brand looks like, on the brand sheet: colours, typefaces, logos, shapes."""

from __future__ import annotations

from html import escape

from brand_memory.colour_values import BLACK, WHITE, contrast, from_colour
from brand_memory.exporting import gradient_css, readable_on
from brand_memory.kit import BrandKit, Colour, Fact, Logo, Typeface
from brand_memory.sheet_markup import section, state, sure
from brand_memory.sheet_pictures import Pictures, css_stack
from brand_memory.slots import described

_SAMPLE = "The quick brown fox jumps over the lazy dog"
_GLYPHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 &!?@€$%()"
_WEIGHT_NAMES = {
    100: "Thin",
    200: "Extra light",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "Semibold",
    700: "Bold",
    800: "Extra bold",
    900: "Black",
}


def colour_section(kit: BrandKit) -> str:
    """Swatches with their role, values and contrast, and gradients."""
    palette = kit.palette
    swatches: list[str] = []
    if palette.primary:
        swatches.append(_swatch("Primary", palette.primary, "lead"))
    if palette.secondary:
        swatches.append(_swatch("Secondary", palette.secondary, ""))
    small = [(f"Accent {n}", fact) for n, fact in enumerate(palette.accents, 1)]
    small += [
        (name, fact)
        for name, fact in (("Background", palette.background), ("Surface", palette.surface), ("Text", palette.text))
        if fact
    ]
    body = f'<div class="swatches">{"".join(swatches)}</div>' if swatches else ""
    if small:
        tiles = "".join(_swatch(name, fact, "small") for name, fact in small)
        body += f'<div class="swatches few">{tiles}</div>'
    gradients = [
        f'<div style="padding:0;height:auto;box-shadow:none" class="{state(fact).strip()}">'
        f'<div style="background:{gradient_css(fact.value)}"></div>'
        f"<p><code>{escape(described(fact.value))}</code><br>{sure(fact)}</p></div>"
        for fact in palette.gradients[:6]
    ]
    if gradients:
        body += f'<h3>Gradients</h3><div class="gradients">{"".join(gradients)}</div>'
    return section("Colour", "By role, with contrast to white and black (WCAG 2): text needs 4.5, large text 3.", body)


def typography(kit: BrandKit) -> str:
    """Specimens of the typefaces for headings and text."""
    headline, promises = kit.messages.headline, kit.messages.value_propositions
    said = headline.value if headline and headline.status != "rejected" else _SAMPLE
    text = (
        " ".join(f"{fact.value.rstrip('.')}." for fact in promises if fact.status != "rejected")[:320] or f"{_SAMPLE}."
    )
    body = ""
    if kit.heading:
        body += _face("Headings", kit.heading, said, large=True)
    if kit.body:
        body += _face("Text", kit.body, text, large=False)
    own = any(fact and fact.value.files for fact in (kit.heading, kit.body))
    hint = "" if own else "Shown in a similar face where this one is not installed."
    return section("Typography", hint, body)


def logos(kit: BrandKit, pictures: Pictures) -> str:
    """Each variant on a light and a dark ground."""
    figures = [_logo(fact, pictures, kit.name.value) for fact in kit.logos[:8]]
    if kit.favicon and (image := pictures.image(kit.favicon.value, 64, "favicon")):
        grounds = f'<div class="ground on-light">{image}</div><div class="ground on-dark">{image}</div>'
        figures.append(
            f'<figure class="{state(kit.favicon).strip()}"><div class="grounds">{grounds}</div><figcaption>'
            f'<span class="name">Favicon <span class="soft">{escape(kit.favicon.value.name)}</span></span>'
            f"{sure(kit.favicon)}</figcaption></figure>"
        )
    shown = [figure for figure in figures if figure]
    return section("Logo", "", f'<div class="logos">{"".join(shown)}</div>' if shown else "")


def shape(kit: BrandKit) -> str:
    """Corners, depth and a button as the brand would draw it."""
    if kit.shape is None:
        return ""
    form = kit.shape.value
    radius = f"border-radius:{form.radius:g}px"
    primary = kit.palette.primary
    shade = primary.value.hex if primary and primary.status != "rejected" else "#17181a"
    ink = readable_on(from_colour(primary.value)) if primary and shade == primary.value.hex else "#ffffff"
    actions = [fact.value for fact in kit.messages.calls_to_action if fact.status != "rejected"] or ["Button"]
    buttons = f'<span class="button" style="{radius};background:{shade};color:{ink}">{escape(actions[0])}</span>'
    if len(actions) > 1:
        buttons += f'<span class="button ghost" style="{radius}">{escape(actions[1])}</span>'
    depth = f"box-shadow:{_shadow(form.shadow)}"
    body = (
        f'<div class="shapes{state(kit.shape)}"><div class="box" style="{radius};{depth}"></div>'
        f"{buttons}</div>"
        f'<ul class="plain" style="margin-top:20px"><li><span class="name">{escape(described(form).capitalize())}, '
        f"spacing in steps of {form.spacing:g} px</span>{sure(kit.shape)}</li></ul>"
    )
    return section("Shape", "", body)


def _swatch(name: str, fact: Fact[Colour], size: str) -> str:
    c = fact.value
    tint = from_colour(c)
    ink = readable_on(tint)
    on_white, on_black = contrast(tint, WHITE), contrast(tint, BLACK)
    line = "box-shadow:inset 0 -1px 0 rgb(127 127 127 / 18%);" if on_white < 1.25 else ""
    return (
        f'<div class="swatch {size}{state(fact)}"><div class="tint" style="background:{c.hex};color:{ink};{line}">'
        f'<b class="name">{escape(name)}</b><span>Aa</span></div><div class="facts">'
        f'<div class="row"><code>{c.hex}</code>{sure(fact)}</div>'
        f"<code>oklch({c.lightness:.2f} {c.chroma:.2f} {c.hue:.0f})</code>"
        f'<span class="contrast">{on_white:.1f} white, {on_black:.1f} black</span></div></div>'
    )


def _face(use: str, fact: Fact[Typeface], sample: str, *, large: bool) -> str:
    face = fact.value
    family = f"font-family:{escape(css_stack(face), quote=True)}"
    weights = face.weights or ((700,) if large else (400,))
    main = max(weights) if large else min(weights, key=lambda weight: abs(weight - 400))
    shown = [f'<div style="{family};font-weight:{w}">{_weight_name(w)}<small>{w}</small></div>' for w in weights[:6]]
    line = f'<p class="{"line" if large else "para"}" style="{family};font-weight:{main}">{escape(sample)}</p>'
    return (
        f'<div class="face{state(fact)}"><div class="head"><span><b class="name">{escape(face.family)}</b> '
        f'<span class="soft">{use}</span></span>{sure(fact)}</div>'
        f'<div class="specimen"><div class="aa" style="{family};font-weight:{main}">Aa</div><div>{line}'
        f'<p class="glyphs" style="{family}">{escape(_GLYPHS)}</p></div></div>'
        f'<div class="weights">{"".join(shown)}</div></div>'
    )


def _weight_name(weight: int) -> str:
    return _WEIGHT_NAMES[min(_WEIGHT_NAMES, key=lambda known: abs(known - weight))]


def _logo(fact: Fact[Logo], pictures: Pictures, brand: str) -> str:
    logo = fact.value
    image = pictures.image(logo.file, 360, f"{brand} logo")
    if not image:
        return ""
    grounds = "".join(
        f'<div class="ground on-{ground}{"" if logo.ground in (ground, "any") else " not"}">{image}</div>'
        for ground in ("light", "dark")
    )
    return (
        f'<figure class="{state(fact).strip()}"><div class="grounds">{grounds}</div><figcaption>'
        f'<span class="name">{logo.kind.capitalize()} <span class="soft">{escape(logo.file.name)}, '
        f"{logo.width} × {logo.height}</span></span>{sure(fact)}</figcaption></figure>"
    )


def _shadow(text: str) -> str:
    """A shadow as measured, where it is made of nothing but lengths and a colour."""
    harmless = text and all(sign.isalnum() or sign in " .,()-#%/" for sign in text) and "url" not in text.lower()
    return escape(text, quote=True) if harmless else "none"
