"""The parts of a page, in the markup of a theme's dialect."""

from __future__ import annotations

import random

from benchmarks.brand.drawn_logos import partners
from benchmarks.brand.sheets import Sheet, Style
from benchmarks.brand.themes import Theme

LEADS = (
    "Made for people who would rather be doing something else.",
    "Everything your team needs, and nothing it has to learn twice.",
    "Built with care, shipped on time, loved for years.",
    "The calm way to get the day's work done.",
)
SENTENCES = (
    "We started in a small workshop with two desks, one kettle and a stubborn idea about how this should feel.",
    "Every order is packed by hand and checked twice before it leaves the building, whatever the season.",
    "Our customers tell us that the best part is how little they have to think about it once it runs.",
    "You can change your mind at any time, and a real person answers within one working day.",
    "The numbers matter, but what people remember is how they were treated when something went wrong.",
    "In the last twelve months we have cut waste by a third without asking anybody to work longer hours.",
    "Nothing here is finished, and that is the point: we publish what we learn and keep improving it.",
)
ACTIONS = ("Get started", "Book a visit", "Shop now", "Request a quote", "Try it free", "See our work")
OTHERS = ("Learn more", "Watch the film", "Talk to us", "Compare plans")


class Blocks:
    """Writes the parts of one site's pages with one sheet."""

    def __init__(self, theme: Theme, sheet: Sheet) -> None:
        self.theme = theme
        self.sheet = sheet
        self.dice = random.Random(f"blocks {theme.number}")
        self.plain = theme.dialect == "builder"

    def tag(self, name: str) -> str:
        """The element for a part: page builders use `div` for everything."""
        return "div" if self.plain and name in ("header", "footer", "section", "nav", "main", "article") else name

    def button(self, text: str, *, second: bool = False, on_brand: bool = False, href: str = "/contact") -> str:
        """A call to action in the site's way of painting them."""
        theme, palette = self.theme, self.theme.palette
        look: Style = {"display": "inline-block", "padding": "13px 26px", "font-weight": "600", "font-size": "16px"}
        look |= {"border-radius": f"{theme.radius}px", "text-decoration": "none", "border": "0", "cursor": "pointer"}
        look["font-family"] = theme.body.written
        if on_brand and not second:
            look |= {"background-color": "#ffffff", "color": palette.primary if not palette.dark else "#111111"}
        elif second and on_brand:
            look |= {
                "background-color": "transparent",
                "color": palette.on_primary,
                "border": f"2px solid {palette.on_primary}",
            }
        elif second:
            way = self.theme.number % 3
            if way == 0:
                look |= {"background-color": palette.secondary, "color": "#ffffff"}
            elif way == 1:
                look |= {
                    "background-color": "transparent",
                    "color": palette.text,
                    "border": f"1px solid {palette.muted}",
                }
            else:
                look |= {"background-color": palette.surface, "color": palette.text}
        elif theme.buttons == "filled":
            look |= {"background-color": palette.primary, "color": palette.on_primary}
        elif theme.buttons == "gradient":
            look |= {
                "background-image": f"linear-gradient(120deg, {palette.primary}, {palette.secondary})",
                "color": "#ffffff",
            }
        elif theme.buttons == "outline":
            look |= {
                "background-color": "transparent",
                "color": palette.primary,
                "border": f"2px solid {palette.primary}",
            }
        else:
            look |= {"background-color": palette.text, "color": palette.background}
        part = f"button {second} {on_brand}"
        attributes = self.sheet.style(part, look)
        if self.plain:
            return f'<div role="button" tabindex="0"{attributes}><span>{text}</span></div>'
        if self.theme.number % 2 and not second:
            return f'<button type="button"{attributes}>{text}</button>'
        return f'<a href="{href}"{attributes}>{text}</a>'

    def heading(self, level: int, text: str, colour: str = "") -> str:
        """A heading in the heading typeface."""
        size = {1: "56px", 2: "36px", 3: "22px"}[level]
        look = {
            "font-family": self.theme.heading.written,
            "font-size": size,
            "font-weight": "700",
            "line-height": "1.15",
        }
        look |= {"margin": "0 0 16px", "color": colour or self.theme.palette.text}
        return f"<h{level}{self.sheet.style(f'h{level} {colour}', look)}>{text}</h{level}>"

    def words(self, count: int, colour: str = "", *, link: bool = False) -> str:
        """A paragraph of `count` sentences in the body typeface, perhaps with a link in it."""
        chosen = [self.dice.choice(SENTENCES) for _ in range(count)]
        look = {"font-family": self.theme.body.written, "font-size": "17px", "line-height": "1.6", "margin": "0 0 18px"}
        look["color"] = colour or self.theme.palette.text
        inside = " ".join(chosen)
        if link:
            inside += " " + self.link("Read the whole story")
        return f"<p{self.sheet.style(f'p {colour}', look)}>{inside}</p>"

    def link(self, text: str) -> str:
        """A link in running text, coloured in the site's way."""
        palette = self.theme.palette
        colour = {"primary": palette.primary, "accent": palette.accent, "text": palette.text, "browser": ""}[
            self.theme.links
        ]
        if not colour:
            return f'<a href="/blog">{text}</a>'
        attributes = self.sheet.style("link", {"color": colour, "text-decoration": "underline"})
        return f'<a href="/blog"{attributes}>{text}</a>'

    def section(self, inside: str, ground: str = "", part: str = "section") -> str:
        """A band across the page."""
        look = {"padding": "72px 8vw"} | ({"background-color": ground} if ground else {})
        return f"<{self.tag('section')}{self.sheet.style(f'{part} {ground}', look)}>{inside}</{self.tag('section')}>"

    def hero(self, title: str) -> str:
        """The opening of a page."""
        theme, palette = self.theme, self.theme.palette
        on_brand = theme.hero in ("band", "gradient")
        ink = palette.on_primary if on_brand else "#ffffff" if theme.hero == "picture" else palette.text
        inside = self.heading(1, title, ink)
        inside += self.words(1, ink if on_brand or theme.hero == "picture" else palette.muted)
        row = self.sheet.style("row", {"display": "flex", "gap": "14px", "flex-wrap": "wrap", "margin": "24px 0 0"})
        actions = self.button(ACTIONS[theme.number % len(ACTIONS)], on_brand=on_brand)
        if theme.second_button:
            other = self.button(OTHERS[theme.number % len(OTHERS)], second=True, on_brand=on_brand)
            actions = other + actions if theme.second_first else actions + other
        inside += f"<div{row}>{actions}</div>"
        look: Style = {"padding": "96px 8vw", "min-height": "380px"}
        if theme.hero == "band":
            look["background-color"] = palette.primary
        elif theme.hero == "gradient":
            look["background-image"] = f"linear-gradient(135deg, {palette.primary} 0%, {palette.secondary} 100%)"
        elif theme.hero == "picture":
            look |= {
                "background-color": "#33363d",
                "background-image": "linear-gradient(rgba(10,12,16,.62), rgba(10,12,16,.62)), url(/photo-2.jpg)",
                "background-size": "cover",
            }
        elif theme.hero == "split":
            two = self.sheet.style(
                "two", {"display": "grid", "grid-template-columns": "1fr 1fr", "gap": "40px", "align-items": "center"}
            )
            picture = self.sheet.style(
                "wide", {"width": "100%", "height": "auto", "border-radius": f"{min(theme.radius, 24)}px"}
            )
            inside = (
                f'<div{two}><div>{inside}</div><img src="/photo-1.jpg" alt="Two people at a long table"{picture}></div>'
            )
        tag = self.tag("section")
        return f"<{tag}{self.sheet.style('hero', look)}>{inside}</{tag}>"

    def cards(self, titles: list[str]) -> str:
        """Three or four cards with a call to action each."""
        theme, palette = self.theme, self.theme.palette
        grid = self.sheet.style("grid", {"display": "grid", "grid-template-columns": "repeat(3, 1fr)", "gap": "24px"})
        look: Style = {
            "background-color": palette.surface,
            "padding": "28px",
            "border-radius": f"{min(theme.radius, 20)}px",
        }
        if theme.shadow != "none":
            look["box-shadow"] = theme.shadow
        badge = self.sheet.style(
            "badge",
            {
                "background-color": palette.accent,
                "color": "#111111",
                "padding": "3px 10px",
                "font-size": "12px",
                "border-radius": "99px",
                "display": "inline-block",
                "font-family": theme.body.written,
            },
        )
        stars = self.sheet.style("stars", {"color": "#f5a623", "font-size": "14px", "font-family": theme.body.written})
        found = []
        for at, title in enumerate(titles):
            top = f"<span{badge}>New</span>" if at == 0 else f"<div{stars}>\u2605\u2605\u2605\u2605\u2605</div>"
            action = self.button("Add to basket", href="/products") if theme.number % 2 else self.link("See details")
            styled = self.sheet.style("card", look)
            inside = f"{top}{self.heading(3, title)}{self.words(1, palette.muted)}{action}"
            found.append(f"<div{styled}>{inside}</div>")
        return f"<div{grid}>{''.join(found)}</div>"

    def alert(self) -> str:
        """A notice that something went well or wrong, in loud colours that are not the brand's."""
        good = self.theme.number % 2 == 0
        look = {
            "background-color": "#16a34a" if good else "#dc3545",
            "color": "#ffffff",
            "padding": "22px 8vw",
            "font-family": self.theme.body.written,
            "font-size": "17px",
        }
        said = (
            "Success! Your changes have been saved."
            if good
            else "Error: one of the payment providers is not reachable at the moment."
        )
        role = ' role="alert"' if self.theme.number % 4 < 2 else ""
        name = "" if role else ' data-kind="notice"'
        styled = self.sheet.style("notice-success" if good else "notice-error", look)
        if not role and "class=" in styled:
            styled = styled.replace('class="', f'class="alert alert-{"success" if good else "danger"} ')
        elif not role:
            role = ' role="status"'
        return f"<div{role}{name}{styled}>{said}</div>"

    def promotion(self) -> str:
        """A thin strip above everything, in a colour that is to be seen and is not the first."""
        palette = self.theme.palette
        look = {"background-color": palette.accent if self.theme.number % 2 else palette.secondary, "color": "#111111"}
        look |= {"padding": "10px 8vw", "font-size": "14px", "font-family": self.theme.body.written}
        return f"<div{self.sheet.style('strip', look)}>Free delivery on everything until Sunday night.</div>"

    def crowd(self) -> str:
        """What component pages are full of: buttons in every colour, a form, pages to turn, prices, a bar."""
        theme, palette = self.theme, self.theme.palette
        base: Style = {"display": "inline-block", "padding": "10px 18px", "border": "0", "font-size": "15px"}
        base |= {"border-radius": f"{theme.radius}px", "font-family": theme.body.written, "font-weight": "600"}
        row = self.sheet.style(
            "loud row", {"display": "flex", "gap": "10px", "flex-wrap": "wrap", "margin": "0 0 28px"}
        )
        kinds = {"Standard": palette.primary, "Plus": palette.secondary, "Extra": palette.accent, "Done": "#22a06b"}
        kinds |= {"Careful": "#d4351c", "Plain": palette.surface}
        loud = ""
        for name, colour in kinds.items():
            look = base | {"background-color": colour, "color": "#ffffff"}
            loud += f"<button{self.sheet.style(f'loud {name}', look)}>{name}</button>"
        field: Style = {"padding": "12px 14px", "border": f"1px solid {palette.muted}", "font-size": "16px"}
        field |= {"border-radius": f"{min(theme.radius, 10)}px", "font-family": theme.body.written, "width": "320px"}
        send = base | {"background-color": palette.primary, "color": palette.on_primary}
        if theme.buttons == "dark":
            send |= {"background-color": palette.text, "color": palette.background}
        form = f'<form><input type="email" placeholder="Your address"{self.sheet.style("field", field)}> '
        form += f"<button{self.sheet.style('send', send)}>Subscribe</button></form>"
        bar = self.sheet.style("bar", {"background-color": palette.surface, "height": "14px", "margin": "28px 0"})
        full = self.sheet.style("full", {"background-color": "#3fb950", "height": "14px", "width": "64%"})
        return self.section(
            f"{self.heading(2, 'Choose what fits')}<div{row}>{loud}</div>{form}<div{bar}><div{full}></div></div>",
            part="crowd",
        )

    def wall(self) -> str:
        """Logos of partners."""
        row = self.sheet.style(
            "wall",
            {"display": "flex", "gap": "48px", "flex-wrap": "wrap", "align-items": "center", "margin": "24px 0 0"},
        )
        title = self.words(0) or ""
        look = self.sheet.style(
            "wall title",
            {"font-family": self.theme.body.written, "font-size": "14px", "color": self.theme.palette.muted},
        )
        title = f"<p{look}>{('Trusted by teams at', 'Our partners', 'As seen in')[self.theme.number % 3]}</p>"
        found = []
        for at, (name, logo) in enumerate(partners(self.theme.number)):
            if self.theme.number % 2:
                found.append(f'<img src="/partner-{at}.svg" alt="{name} logo" height="36">')
            else:
                found.append(logo.svg(f'role="img" aria-label="{name}" style="height:36px;width:auto"'))
        return self.section(f"{title}<div{row}>{''.join(found)}</div>", part="wall band")

    def illustration(self) -> str:
        """A large drawing in many colours, as marketing pages have."""
        colours = ("#ffb703", "#8ecae6", "#219ebc", "#fb8500", "#90be6d", "#f94144")
        shapes = "".join(
            f'<circle cx="{self.dice.randrange(30, 570)}" cy="{self.dice.randrange(30, 210)}" '
            f'r="{self.dice.randrange(14, 60)}" fill="{self.dice.choice(colours)}"/>'
            for _ in range(16)
        )
        return f'<svg viewBox="0 0 600 240" width="600" height="240" aria-hidden="true">{shapes}</svg>'
