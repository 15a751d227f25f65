"""Shops, studios and rooms: photographs, sales in red, partners' logos, masks and icon fonts, windows for cookies."""

# ruff: noqa: E501 - pages stay as those who make pages write them

from __future__ import annotations

import json

from benchmarks.brand.drawn_logos import DrawnLogo, rendered
from benchmarks.brand.handmade.known import Known, css, fill, font, html, lettering, photo, stranger, svg


def bakery() -> Known:
    """Cream ground, terracotta buttons, a photograph over the whole width, a fixed bar for cookies at the bottom."""
    word, end = lettering("Maison Lupin", "SourceSerif", 34, 4, 40, "#4a2c1a")
    logo = DrawnLogo(word + f'<path d="M4 50H{end:.0f}V53H4Z" fill="#b4532a"/>', round(end + 4), 58)
    page = """
<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"/><title>«title»</title><link rel="stylesheet"
href="/wp-content/themes/miche/style.css"/>
<link rel="icon" href="/wp-content/uploads/fav.png" sizes="32x32"/></head><body class="home page-template"><div
id="page" class="site">
<header class="site-header"><div class="site-branding"><a href="/" class="custom-logo-link" rel="home"><img
class="custom-logo"
src="/wp-content/uploads/lupin-logo.png" alt="Maison Lupin" height="58"/></a></div><nav class="main-navigation"><a
href="/a-propos">La maison</a> <a
href="/pains">Nos pains</a> <a href="/contact">Contact</a></nav></header>«main»<footer class="site-footer"><p>Maison
Lupin, 8 rue du Four, 69001 Lyon
&middot; 04 78 00 00 00</p></footer></div><div class="cky-consent-bar" role="region" aria-label="Nous utilisons des cookies"
style="position:fixed;bottom:0;left:0;right:0;padding:24px;background:#212121;color:#fff;z-index:99999"><p>Nous
utilisons des cookies pour mesurer
l'audience.</p><button style="background:#1863dc;color:#fff;border:0;padding:12px 26px" onclick="this.parentNode.remove()">Tout accepter</button> <button style="background:#1863dc;color:#fff;border:0;padding:12px 26px" onclick="this.parentNode.remove()">Tout refuser</button></div></body></html>
"""
    style = """
@font-face{font-family:"Cormorant";src:url(fonts/co.woff2)} @font-face{font-family:"Nunito Sans";src:url(fonts/nu.woff2)}
body{background:#fbf4e6;color:#4a2c1a;font-family:"Nunito Sans",sans-serif;font-size:17px;line-height:1.7;margin:0}
h1,h2,h3{font-family:"Cormorant",serif;font-weight:700} .site-header{display:flex;justify-content:space-between;padding:24px 48px;align-items:center}
.main-navigation a{color:#4a2c1a;margin-left:24px} .hero{background:url(/wp-content/uploads/four.jpg)
center/cover;min-height:460px;display:flex;
align-items:center;padding:0 48px} .hero h1{color:#fff;font-size:64px;text-shadow:0 2px 20px rgba(0,0,0,.5)}
.wp-block-button__link{background-color:#b4532a;color:#fff;padding:14px
30px;border-radius:40px;text-decoration:none;display:inline-block}
.entry{padding:50px 48px;max-width:980px} .entry a:not(.wp-block-button__link){color:#b4532a}
.pain{background:#fffaf0;padding:20px;margin:14px 0}
.site-footer{background:#4a2c1a;color:#fbf4e6;padding:40px 48px}
"""
    home = """<div class="hero"><div><h1>Le pain prend son temps</h1><a class="wp-block-button__link"
href="/pains">Voir nos pains</a></div></div>
<div class="entry"><h2>Du levain, de la farine, rien d'autre</h2><p>Chaque nuit, à deux heures, Odile réveille le four. La pâte repose depuis la veille au soir et sera croustillante avant que la rue ne s'anime.</p><div class="pain"><h3>La
miche</h3><p>Seigle et blé, croûte
épaisse, 1,2 kg.</p></div><div class="pain"><h3>Le pavé</h3><p>Aux noix de Grenoble, le samedi seulement.</p></div><a
class="wp-block-button__link" href="/contact">Réserver un pain</a> <a href="/a-propos">Qui sommes-nous</a></div>"""
    about = """<div class="entry"><h1>La maison</h1><p>Ouverte en 1987 par deux soeurs, la boulangerie n'a jamais changé de rue ni de
levain, et elle n'en a pas l'intention.</p><a class="wp-block-button__link" href="/contact">Nous écrire</a></div>"""
    return Known(
        "bakery", ("Maison Lupin",), ("#b4532a",), "#fbf4e6", "#4a2c1a", "Cormorant", "Nunito Sans", logo,
        {
            "/": html(fill(page, title="Maison Lupin &#8211; Boulangerie à Lyon", main=home)),
            "/a-propos": html(fill(page, title="La maison &#8211; Maison Lupin", main=about)),
            "/contact": html(fill(page, title="Contact &#8211; Maison Lupin", main=about)),
            "/wp-content/themes/miche/style.css": css(style),
            "/wp-content/themes/miche/fonts/co.woff2": font("Cormorant", "SourceSerif", bold=True),
            "/wp-content/themes/miche/fonts/nu.woff2": font("Nunito Sans", "SourceSans"),
            "/wp-content/uploads/lupin-logo.png": ("image/png", rendered(logo.svg(), 520)),
            "/wp-content/uploads/four.jpg": photo(21, (150, 90, 50), 1440, 700),
        },
        ground="#fbf4e6",
    )  # fmt: skip


def forge() -> Known:
    """A gaming studio in the dark: neon green, magenta beside it, store badges, an inline logo in two inks."""
    word, end = lettering("VEXEL FORGE", "Hanken", 28, 44, 31, "#ffffff")
    logo = DrawnLogo('<path d="M4 6L20 36L36 6H28L20 22L12 6Z" fill="#39ff88"/>' + word, round(end + 2), 42)
    page = """
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><style>
@font-face{font-family:"Chakra Petch";src:url(/chakra.woff2)}html{background:#07080d}
body{margin:0;background:#07080d radial-gradient(circle at 80% 0,#1a1030,transparent
60%);color:#dfe3f0;font-family:"Chakra Petch",monospace}
.bar{position:sticky;top:0;background:#07080dcc;backdrop-filter:blur(8px);display:flex;justify-content:space-between;padding:16px 5%}
.bar a{color:#dfe3f0;text-decoration:none;margin-left:22px}.neon{background:#39ff88;color:#07080d;padding:14px
30px;font-weight:700;text-transform:uppercase;
border:none;clip-path:polygon(8px 0,100% 0,calc(100% - 8px) 100%,0
100%);font-family:inherit;text-decoration:none;display:inline-block}
.ghost{border:2px solid #ff2fb3;color:#ff2fb3;padding:12px 28px;text-decoration:none;display:inline-block}h1{font-size:72px;text-transform:uppercase;margin:0}
h1 span{color:#39ff88;text-shadow:0 0 30px #39ff8866}.sec{padding:80px 5%}.game{background:#11131c;border:1px solid
#232738;padding:24px;margin:14px 0}
.tag{background:#ff2fb3;color:#07080d;padding:4px 10px;font-weight:700}</style></head><body><div class="bar"><a
href="/">«logo»</a><div><a href="/about">Studio</a><a
href="/jobs">Jobs</a><a class="neon" href="/play" style="color:#07080d">Play</a></div></div>«main»<div
class="sec"><small>Vexel Forge Oy, Tampere</small></div></body></html>
"""
    home = """<div class="sec"><h1>We break <span>worlds</span></h1><p>Forty people in a former power station make
games in which everything
can be taken apart, including the rules you thought you knew.</p><a class="neon" href="/play">Play the beta</a> <a
class="ghost" href="/trailer">Watch
trailer</a></div><div class="sec"><h2>Games</h2><div class="game"><span class="tag">NEW</span><h3>Hollow
Circuit</h3><p>A heist inside a
machine that is dreaming of you.</p><a class="neon" href="/hc">Wishlist</a></div><div
class="game"><h3>Saltglass</h3><p>Sail a city through a
desert and try not to sink it.</p><a class="ghost" href="/sg">More</a></div></div>"""
    about = """<div class="sec"><h1>The studio</h1><p>We are owned by the people who work here, and the reactor hall
is now a very loud
kitchen with excellent acoustics.</p><a class="neon" href="/jobs">Join us</a></div>"""
    return Known(
        "forge", ("Vexel Forge",), ("#39ff88",), "#07080d", "#dfe3f0", "Chakra Petch", "Chakra Petch", logo,
        {
            "/": html(fill(page, title="Vexel Forge", main=home, logo=logo.svg())),
            "/about": html(fill(page, title="Studio // Vexel Forge", main=about, logo=logo.svg())),
            "/jobs": html(fill(page, title="Jobs // Vexel Forge", main=about, logo=logo.svg())),
            "/chakra.woff2": font("Chakra Petch", "Hanken"),
        },
        secondary="#ff2fb3", ground="#07080d",
    )  # fmt: skip


def outfitter() -> Known:
    """A shop: products as JSON-LD, sale badges and prices in red, two pictures of the logo in a `<picture>`."""
    word, end = lettering("BRACK & FELL", "Manrope", 30, 4, 34, "#1f4d3a")
    logo = DrawnLogo(word, round(end + 4), 46)
    pale = DrawnLogo(word.replace("#1f4d3a", "#ffffff"), logo.width, 46)
    names = (("Fell Jacket", "249.00", "189.00"), ("Tarn Jumper", "120.00", "84.00"), ("Gill Boots", "210.00",
"150.00"),
             ("Beck Socks", "22.00", "15.00"))  # fmt: skip
    goods = [
        {
            "@context": "https://schema.org", "@type": "Product", "name": name, "image": f"/cdn/p{at}.jpg",
            "description": f"The {name.lower()} that lasts.", "offers": {"@type": "Offer", "price": now,
"priceCurrency": "GBP"},
        }
        for at, (name, _, now) in enumerate(names)
    ]  # fmt: skip
    cards = "".join(
        f'<li class="product-card"><span class="badge badge--sale">Sale</span><img src="/cdn/p{at}.jpg" alt="{name}" loading="lazy" width="280" '
        f'height="280"><h3 class="product-card__title"><a href="/products/{at}">{name}</a></h3><s>&pound;{was}</s> '
        f'<span class="price--sale">&pound;{now}</span><button class="product-form__submit">Add to basket</button></li>'
        for at, (name, was, now) in enumerate(names)
    )
    page = """
<!doctype html><html class="no-js" lang="en"><head><meta charset="utf-8"><title>«title»</title><link
href="/cdn/base.css" rel="stylesheet">
<script type="application/ld+json">«goods»</script></head><body class="template-index"><div
class="announcement-bar">Winter sale: up to 40 % off</div>
<header class="header"><h1 class="header__heading"><a href="/" class="header__heading-link"><picture><source
srcset="/cdn/logo-white.svg"
media="(prefers-color-scheme: dark)"><img src="/cdn/logo.svg" alt="Brack &amp; Fell" width="«w»"
height="46"></picture></a></h1><nav><a href="/pages/about">Our
story</a><a href="/pages/contact">Contact</a></nav></header><main>«main»</main><footer class="footer"><ul
class="list-payment"><li><img
src="/cdn/visa.svg" alt="Visa"></li><li><img src="/cdn/klarna.svg" alt="Klarna"></li></ul><p>Brack &amp; Fell,
Kendal</p></footer></body></html>
"""
    style = """
:root{--font-body-family:"Jost",sans-serif;--font-heading-family:"DM Serif Display",serif;--color-button:31,77,58;--color-sale:200,16,46}
body{margin:0;background:#fff;color:#222;font-family:var(--font-body-family);font-size:16px}h1,h2,h3{font-family:var(--font-heading-family);font-weight:400}
.announcement-bar{background:rgb(var(--color-sale));color:#fff;text-align:center;padding:10px}.header{display:flex;align-items:center;gap:30px;padding:16px 50px}
.header nav a{color:#222;margin-right:20px;text-decoration:none}.product-grid{display:grid;grid-template-columns:repeat(4,1fr);gap:20px;padding:30px 50px;list-style:none}
.product-card{position:relative}.badge--sale{position:absolute;background:rgb(var(--color-sale));color:#fff;padding:4px 12px;border-radius:20px}
.price--sale{color:rgb(var(--color-sale))}.product-form__submit,.btn{background:rgb(var(--color-button));color:#fff;border:0;padding:13px 22px;
font:500 15px Jost,sans-serif;text-decoration:none;display:inline-block}.product-card
a{color:#222;text-decoration:none}.lead{padding:50px;background:#f1ede4}
.lead h2{font-size:48px;margin:0}.footer{background:#1f4d3a;color:#fff;padding:40px
50px}.list-payment{display:flex;list-style:none}
"""
    home = f"""<div class="lead"><h2>Made to be mended</h2><p>Wool, waxed cotton and boots with soles you can
replace. If it tears, send it
back and we will sew it.</p><a class="btn" href="/collections/all">Shop the sale</a></div><ul
class="product-grid">{cards}</ul>"""
    about = """<div class="lead"><h2>Our story</h2><p>A saddler and a shepherd opened the workshop in a barn above
Kendal, where the
kettle is always on and the door never shuts properly.</p><a class="btn" href="/collections/all">Shop</a></div>"""
    parts = {"goods": json.dumps(goods), "w": f"{logo.width:g}"}
    return Known(
        "outfitter", ("Brack & Fell",), ("#1f4d3a",), "#ffffff", "#222222", "DM Serif Display", "Jost", logo,
        {
            "/": html(fill(page, title="Brack &amp; Fell | Outdoor clothing", main=home, **parts)),
            "/pages/about": html(fill(page, title="Our story | Brack &amp; Fell", main=about, **parts)),
            "/pages/contact": html(fill(page, title="Contact | Brack &amp; Fell", main=about, **parts)),
            "/cdn/base.css": css(style), "/cdn/logo.svg": svg(logo), "/cdn/logo-white.svg": svg(pale),
            "/cdn/visa.svg": stranger("VISA", "#1a1f71"), "/cdn/klarna.svg": stranger("Klarna", "#ffa8cd"),
            **{f"/cdn/p{at}.jpg": photo(30 + at, (130, 120, 100), 560, 560) for at in range(4)},
        },
    )  # fmt: skip


def physio() -> Known:
    """The logo is a mask filled with the brand's colour over hidden words; the rest is soft and round."""
    word, end = lettering("pomelo physio", "Manrope", 30, 46, 33, "#e8505b")
    logo = DrawnLogo('<circle cx="21" cy="22" r="17" fill="#e8505b"/>' + word, round(end + 3), 44)
    page = """
<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>«title»</title><style>
:root { --flesh: #e8505b; --rind: #f9d56e; --ink: #14394a; }
body { font-family: "Quicksand", "Avenir Next", sans-serif; color: var(--ink); background: #fff; margin: 0; }
h1, h2, h3 { font-family: "Quicksand", sans-serif; font-weight: 700; }
.masthead { padding: 28px 6%; display: flex; justify-content: space-between; }
.masthead h2 { margin: 0; } .masthead h2 a { display: block; width: «w»px; height: 44px; text-indent: -9999px;
overflow: hidden;
  background: var(--flesh); -webkit-mask: url(/logo-shape.svg) no-repeat left/contain; mask: url(/logo-shape.svg)
no-repeat left/contain; }
.book { background: var(--flesh); color: #fff; border-radius: 50px; padding: 15px 32px; text-decoration: none;
font-weight: 700; display: inline-block; }
.intro { background: #fdf3d7; padding: 80px 6%; border-radius: 0 0 60px 60px; } .intro h1 { font-size: 54px; }
.offer { display: flex; gap: 20px; padding: 50px 6%; } .offer > div { border: 3px solid var(--rind); border-radius:
30px; padding: 26px; flex: 1; }
.end { background: var(--ink); color: #fff; padding: 40px 6%; } .offer a { color: var(--flesh); }
</style></head><body><div class="masthead"><h2><a href="/">Pomelo Physio</a></h2><p><a style="color:inherit"
href="/about">About</a>
<a class="book" href="/book">Book a visit</a></p></div>«main»<div class="end">Pomelo Physio, 41 Canal
Walk</div></body></html>
"""
    home = """<div class="intro"><h1>Move like you used to</h1><p>Gentle, stubborn physiotherapy for backs, knees
and everything you did to
yourself in the garden last weekend.</p><a class="book" href="/book">Book a visit</a></div><div
class="offer"><div><h3>Backs</h3><p>From the first
twinge to the first handstand.</p><a href="/b">More</a></div><div><h3>Knees</h3><p>Stairs will be your friends
again.</p><a href="/k">More</a>
</div><div><h3>Runners</h3><p>We film you, you blush, we fix it.</p><a href="/r">More</a></div></div>"""
    about = """<div class="intro"><h1>About us</h1><p>Three therapists, one dog and a room full of rubber bands in
every colour that the
manufacturer could think of.</p><a class="book" href="/book">Book a visit</a></div>"""
    shape = logo.svg().replace("#e8505b", "#000000")
    w = f"{logo.width:g}"
    return Known(
        "physio", ("Pomelo Physio", "pomelo physio"), ("#e8505b",), "#ffffff", "#14394a", "Quicksand", "Quicksand",
logo,
        {
            "/": html(fill(page, title="Pomelo Physio", main=home, w=w)),
            "/about": html(fill(page, title="About - Pomelo Physio", main=about, w=w)),
            "/logo-shape.svg": ("image/svg+xml", shape.encode()),
        },
        secondary="#f9d56e",
    )  # fmt: skip


def norrsken() -> Known:
    """A studio in black and white with its clients' loud logos, and a window for cookies in a frame of its own."""
    word, end = lettering("Studio Norrsken", "Hanken", 32, 2, 34, "#0f0f0f")
    logo = DrawnLogo(word, round(end + 2), 46)
    clients = {
        "Frukt": "#ff3b30",
        "Havsbad": "#0a84ff",
        "Glassig": "#ff2d92",
        "Elbolaget": "#34c759",
        "Tåget": "#ff9500",
    }
    wall = "".join(f'<figure><img src="/c/{at}.svg" alt="{name}"></figure>' for at, name in enumerate(clients))
    page = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><link rel="stylesheet"
href="/s.css"></head>
<body><iframe src="/cmp/index.html" title="Consent window" style="position:fixed;inset:0;width:100vw;height:100vh;border:0;z-index:2147483647"></iframe>
<header><a class="w" href="/"><img src="/norrsken.svg" alt="Studio Norrsken"></a><nav><a href="/about">About</a><a
href="/contact">Contact</a></nav></header>
«main»<footer><p>Studio Norrsken AB, Luleå</p></footer></body></html>
"""
    style = """
@font-face{font-family:"Neue Haas";src:url(/nh.woff2)}body{margin:0 3vw;font:18px/1.45 "Neue Haas",Helvetica,Arial,sans-serif;color:#0f0f0f;background:#fff}
header,nav{display:flex;justify-content:space-between;gap:30px;padding:20px 0}a{color:#0f0f0f}header
img{height:46px}h1{font-size:8vw;letter-spacing:-.04em;margin:.4em 0;
line-height:.95}h2{font-size:40px}.pill{background:#0f0f0f;color:#fff;padding:18px
34px;border-radius:99px;text-decoration:none;display:inline-block}
.clients{display:flex;gap:34px;padding:50px 0}.clients figure{margin:0}.clients
img{height:44px}.work{display:grid;grid-template-columns:1fr 1fr;gap:20px}
.work img{width:100%}footer{border-top:1px solid #0f0f0f;padding:30px 0}
"""
    frame = """
<!DOCTYPE html><html><head><title>Consent</title></head><body style="background:rgba(0,0,0,.55);margin:0"><div
role="dialog" aria-modal="true"
style="background:#fff;width:520px;margin:18vh auto;padding:34px;font-family:Arial"><h2>We value your
privacy</h2><p>We and our 843 partners store cookies on
your device.</p><button style="background:#6cc04a;color:#fff;border:0;padding:15px 44px">Agree</button> <button
style="background:#6cc04a;color:#fff;border:0;padding:15px 44px">Disagree</button></div></body></html>
"""
    home = f"""<main><h1>We draw what others describe</h1><p>Identities, type and moving pictures for companies that
are tired of looking like
their competitors.</p><a class="pill" href="/contact">Start a project</a><section><h2>Work</h2><div
class="work"><img src="/w1.jpg" alt="Posters on a wall"><img src="/w2.jpg" alt="A tin of herring"></div></section><section><h2>Our clients</h2><div
class="clients">{wall}</div></section><a class="pill"
href="/contact">Say hello</a></main>"""
    about = """<main><h1>About</h1><p>Six designers who moved north for the light and stayed for the dark, which is
better for concentrating
and for saunas.</p><a class="pill" href="/contact">Say hello</a></main>"""
    return Known(
        "norrsken", ("Studio Norrsken",), ("#0f0f0f",), "#ffffff", "#0f0f0f", "Neue Haas", "Neue Haas", logo,
        {
            "/": html(fill(page, title="Studio Norrsken", main=home)),
            "/about": html(fill(page, title="About | Studio Norrsken", main=about)),
            "/contact": html(fill(page, title="Contact | Studio Norrsken", main=about)),
            "/s.css": css(style), "/cmp/index.html": html(frame), "/norrsken.svg": svg(logo),
            "/nh.woff2": font("Neue Haas", "Hanken"), "/w1.jpg": photo(51, (190, 90, 60)), "/w2.jpg": photo(52, (60, 120, 160)),
            **{f"/c/{at}.svg": stranger(name.replace("å", "a"), ink) for at, (name, ink) in enumerate(clients.items())},
        },
        secondary="",
    )  # fmt: skip


SITES = (bakery, forge, outfitter, physio, norrsken)
