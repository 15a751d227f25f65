"""A second hand: a theme shop with sections in odd order, a landing page with scripts, old blogs, cards, clubs."""

# ruff: noqa: E501 - pages stay as those who make pages write them

from __future__ import annotations

import json

from benchmarks.brand.drawn_logos import DrawnLogo, rendered
from benchmarks.brand.handmade.known import Known, css, fill, font, html, lettering, photo, stranger, svg


def ferry() -> Known:
    """The ground is stated on `html` alone, the logo leads to an index file, buttons are `div`s, times in a table."""
    word, end = lettering("Sundline", "Hanken", 32, 50, 32, "#00356b")
    logo = DrawnLogo(
        '<path d="M4 26H40L34 36H10Z" fill="#00356b"/><path d="M21 4V22H36Z" fill="#e4002b"/>' + word,
        round(end + 3),
        40,
    )
    style = """
html{background-color:#f2f6fa;font-size:62.5%}body{margin:0 auto;width:1180px;font-size:1.7rem;font-family:"Overpass",sans-serif;color:#22313f;line-height:1.55}
#kopf{display:flex;align-items:center;gap:4rem;height:9rem}#kopf img{height:40px}#kopf span a{color:#22313f;text-decoration:none;margin-right:2.4rem}
.knopf{background:#00356b;color:#fff;display:inline-block;padding:1.3rem
2.8rem;border-radius:.4rem;cursor:pointer;font-weight:700}
h1,h2{font-family:"Overpass",sans-serif;font-weight:800;color:#00356b}h1{font-size:4.8rem;margin:.3em
0}.kasten{background:#fff;padding:3rem;margin:2rem 0;
box-shadow:0 2px 8px rgba(0,53,107,.15)}table{border-collapse:collapse}td{padding:.8rem 2rem;border-bottom:1px solid
#d5dfe9}.spaet{color:#e4002b}
#fuss{border-top:4px solid #00356b;padding:3rem 0;font-size:1.4rem}#fuss a{color:#00356b}
"""
    page = """
<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>«title»</title><link rel="stylesheet"
href="stil.css"><link rel="icon" href="/favicon.png">
</head><body><div id="kopf"><a href="/index.html"><img src="/bilder/sundline.svg" alt="Zur Startseite"></a><span><a
href="/fahrplan">Fahrplan</a><a
href="/about">Über uns</a><a href="/kontakt">Kontakt</a></span></div>«main»<div id="fuss">© 2026 Sundline Reederei
GmbH · <a href="/impressum">Impressum</a>
</div></body></html>
"""
    home = """<div class="kasten"><h1>In vierzig Minuten auf der Insel</h1><p>Wir fahren bei jedem Wetter, das der
Kapitän für fahrbar hält, und er ist kein
ängstlicher Mensch. Fahrräder fahren umsonst mit.</p><div class="knopf" role="button" tabindex="0">Fahrkarte
kaufen</div></div><div class="kasten"><h2>Heute</h2>
<table><tr><td>08:10</td><td>Hafen Nord</td><td>pünktlich</td></tr><tr><td>09:40</td><td>Hafen Nord</td><td
class="spaet">+10 Minuten</td></tr></table>
<p>Gruppen ab zehn Personen melden sich bitte einen Tag vorher an.</p><div class="knopf" role="button"
tabindex="0">Alle Fahrten</div></div>"""
    about = """<div class="kasten"><h1>Über uns</h1><p>Seit 1923 bringt die Reederei Menschen, Post und gelegentlich
eine Kuh über den Sund, immer mit
zwei Schiffen und einem in Reserve.</p><div class="knopf" role="button" tabindex="0">Fahrplan</div></div>"""
    return Known(
        "ferry", ("Sundline", "Sundline Reederei"), ("#00356b",), "#f2f6fa", "#22313f", "Overpass", "Overpass", logo,
        {
            "/": html(fill(page, title="Sundline – Fähren zur Insel", main=home)),
            "/index.html": html(fill(page, title="Sundline – Fähren zur Insel", main=home)),
            "/about": html(fill(page, title="Über uns – Sundline", main=about)),
            "/kontakt": html(fill(page, title="Kontakt – Sundline", main=about)), "/stil.css": css(style),
            "/bilder/sundline.svg": svg(logo), "/favicon.png": ("image/png", rendered(logo.svg(), 64)),
        },
        ground="#f2f6fa",
    )  # fmt: skip


def lawyers() -> Known:
    """Everything is grey and white: a charcoal brand; a slider of photographs; the logo twice, pale in the footer."""
    word, end = lettering("Brandt Okoye", "SourceSerif", 32, 2, 34, "#2f3437")
    logo = DrawnLogo(word + f'<rect x="2" y="42" width="{end:.0f}" height="1.5" fill="#2f3437"/>', round(end + 4), 46)
    pale = DrawnLogo(logo.inside.replace("#2f3437", "#ffffff"), logo.width, 46)
    page = """
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><link rel="preload" as="style"
href="/a.css"><link rel="stylesheet" href="/a.css">
</head><body><header class="SiteHeader SiteHeader--transparent"><a class="SiteHeader-logo" href="/"><img
src="/logo.svg" alt="Brandt Okoye LLP"></a><nav
class="SiteHeader-nav"><a href="/people">People</a><a href="/about">About</a><a
href="/contact">Contact</a></nav></header>«main»<footer class="SiteFooter"><a
href="/"><img src="/logo-white.svg" alt="Brandt Okoye LLP"></a><p>Brandt Okoye LLP is a limited liability
partnership.</p></footer></body></html>
"""
    style = """
@font-face{font-family:Canela;src:url(/c.woff2)}@font-face{font-family:"Graphik";src:url(/g.woff2)}
body{margin:0;background:#fff;color:#3c4246;font:400 18px/1.6 Graphik,"Helvetica Neue",sans-serif}h1,h2,h3{font-family:Canela,Georgia,serif;font-weight:400;color:#2f3437}
h1{font-size:58px}.SiteHeader{display:flex;justify-content:space-between;padding:30px 6vw}.SiteHeader-nav
a{color:#3c4246;margin-left:30px;text-decoration:none}
.Slide{height:440px;background-size:cover;background-image:linear-gradient(rgba(0,0,0,.35),rgba(0,0,0,.35)),url(/office.jpg);color:#fff;padding:80px 6vw 0}.Slide h1{color:#fff}
.Button{background:#2f3437;color:#fff;padding:16px 30px;text-decoration:none;display:inline-block;letter-spacing:.04em}.Block{padding:60px 6vw}.Block a:not(.Button){color:#2f3437}
.Block--grey{background:#f1f1ef}.SiteFooter{background:#2f3437;color:#cfd2d3;padding:50px 6vw}
"""
    home = """<div class="Slide"><h1>Quiet work on loud disputes</h1></div><div class="Block"><h2>What we
do</h2><p>We act for families, foundations and the
occasional government in matters that none of them wish to read about in a newspaper.</p><a class="Button"
href="/contact">Speak to a partner</a></div><div
class="Block Block--grey"><h2>Recent matters</h2><p>A foundation recovered a library that had been lent in 1938. <a
href="/m1">Read more</a></p><p>Two brothers divided
a brewery without dividing the family. <a href="/m2">Read more</a></p><a class="Button" href="/people">Meet the
partners</a></div>"""
    about = """<div class="Block"><h1>About</h1><p>Nine partners, two dogs, no television. We answer every letter on
the day it arrives, by letter if you
prefer that.</p><a class="Button" href="/contact">Contact us</a></div>"""
    return Known(
        "lawyers", ("Brandt Okoye", "Brandt Okoye LLP"), ("#2f3437",), "#ffffff", "#3c4246", "Canela", "Graphik",
logo,
        {
            "/": html(fill(page, title="Brandt Okoye LLP", main=home)),
            "/about": html(fill(page, title="About | Brandt Okoye LLP", main=about)),
            "/people": html(fill(page, title="People | Brandt Okoye LLP", main=about)),
            "/contact": html(fill(page, title="Contact | Brandt Okoye LLP", main=about)),
            "/a.css": css(style), "/logo.svg": svg(logo), "/logo-white.svg": svg(pale), "/office.jpg": photo(91, (110, 100, 95), 1440, 500),
            "/c.woff2": font("Canela", "SourceSerif"), "/g.woff2": font("Graphik", "Hanken"),
        },
        secondary="",
    )  # fmt: skip


def festival() -> Known:
    """Loud: a yellow page with black type and hot pink buttons, rotated cards."""
    word, end = lettering("LAUT & LEISE", "Hanken", 40, 2, 40, "#ff1f8f")
    logo = DrawnLogo(word, round(end + 4), 50)
    page = """
<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>«title»</title><style>
body{background:#ffe94a;color:#111;font-family:"Archivo",Impact,sans-serif;font-size:20px;margin:0}a{color:#111}
.logo{background:url(/laut.svg) no-repeat 0 0/contain;width:«w»px;height:50px;margin:24px
4vw;text-indent:-999em;overflow:hidden}.logo a{display:block;height:100%}
h2,h3{font-family:"Archivo Black",Impact,sans-serif;text-transform:uppercase}h2{font-size:70px;margin:0;line-height:1}.reihe{display:flex;gap:20px;padding:40px 4vw}
.band{background:#fff;border:4px solid #111;padding:20px;transform:rotate(-1.5deg);flex:1}.karte{background:#ff1f8f;color:#fff;padding:18px 34px;border:0;font:800 20px
"Archivo",sans-serif;text-decoration:none;display:inline-block}.rein{padding:20px
4vw}.schwarz{background:#111;color:#ffe94a;padding:40px 4vw}.schwarz a{color:#ffe94a}</style></head>
<body><h1 class="logo"><a href="/">Laut &amp; Leise</a></h1><nav style="padding:0 4vw"><a
href="/programm">Programm</a> <a href="/about">Über</a></nav>«main»<div
class="schwarz">Laut &amp; Leise e.V. <a href="/kontakt">Kontakt</a></div></body></html>
"""
    home = """<div class="rein"><h2>Drei Tage Krach im Wald</h2><p>Vierzig Bands, ein See, keine Handys vor der
Bühne und jeden Morgen frische Waffeln von
Oma Gerda.</p><a class="karte" href="/tickets">Tickets holen</a></div><div class="reihe"><div
class="band"><h3>Freitag</h3><p>Die Betonmischer, Kleine
Schwester und ein Chor aus Tuba.</p></div><div class="band"><h3>Samstag</h3><p>Wald, Wiese, Wumms, und danach Stille
bis elf.</p></div><div class="band"><h3>Sonntag</h3>
<p>Frühstück mit Orgel und Abschied ohne Tränen.</p></div></div><div class="rein"><a class="karte"
href="/programm">Zum Programm</a></div>"""
    about = """<div class="rein"><h2>Über uns</h2><p>Wir sind neunzehn Leute und ein Anhänger, und wir machen das
seit zwölf Jahren, weil sonst keiner hier
etwas macht.</p><a class="karte" href="/tickets">Tickets holen</a></div>"""
    w = f"{logo.width:g}"
    return Known(
        "festival", ("Laut & Leise", "LAUT & LEISE"), ("#ff1f8f",), "#ffe94a", "#111111", "Archivo Black",
"Archivo", logo,
        {
            "/": html(fill(page, title="Laut &amp; Leise 2026", main=home, w=w)),
            "/about": html(fill(page, title="Über uns | Laut &amp; Leise", main=about, w=w)),
            "/programm": html(fill(page, title="Programm | Laut &amp; Leise", main=about, w=w)), "/laut.svg": svg(logo),
        },
        ground="#ffe94a",
    )  # fmt: skip


def insurer() -> Known:
    """Custom elements with shadow roots carry header and hero; orange first, deep green second."""
    word, end = lettering("Grünwald", "Manrope", 30, 44, 31, "#114b3c")
    word, end = lettering("Gruenwald", "Manrope", 30, 44, 31, "#114b3c")
    leaf = '<path d="M20 3C34 6 38 20 30 34C12 36 2 20 20 3Z" fill="#ff7a1a"/>'
    logo = DrawnLogo(leaf + word, round(end + 3), 40)
    script = """
const look=`:host{display:block}a{color:#114b3c;text-decoration:none}.cta{background:#ff7a1a;color:#1b1b1b;padding:16px 30px;border-radius:28px;display:inline-block;font-weight:700}
.alt{background:#114b3c;color:#fff;padding:16px 30px;border-radius:28px;display:inline-block;font-weight:700}`;
const make=(name,body)=>customElements.define(name,class extends
HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML=`<style>${look}</style>`+body}});
make('gw-header',`<div style="display:flex;justify-content:space-between;padding:22px 5vw;align-items:center"><a
href="/" aria-label="Gruenwald">«logo»</a><nav><a href="/about">About</a>
&nbsp; <a class="cta" href="/quote">Get a quote</a></nav></div>`);
make('gw-actions',`<a class="cta" href="/quote">Get a quote</a> <a class="alt" href="/call">Call me back</a>`);
make('gw-chat',`<div style="position:fixed;right:24px;bottom:24px;width:64px;height:64px;border-radius:50%;background:#2563eb;z-index:999" aria-label="chat"></div>`);
"""
    page = """
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><style>body{margin:0;font-family:"Mulish",sans-serif;color:#1f2a27;background:#fff}
h1,h2{font-family:"Mulish",sans-serif;font-weight:800;color:#114b3c}h1{font-size:52px}section{padding:60px
5vw}.soft{background:#fff4ea}footer{background:#114b3c;color:#fff;padding:40px
5vw}</style><script src="/ui.js" defer></script></head><body><gw-header></gw-header>«main»<footer>Gruenwald
Insurance AG</footer><gw-chat></gw-chat></body></html>
"""
    home = """<section class="soft"><h1>Insurance for people who hate insurance</h1><p>One contract, four pages,
plain words, and a person on the telephone who
is allowed to decide.</p><gw-actions></gw-actions></section><section><h2>House and home</h2><p>Water, fire, storm,
and the tree of your neighbour. We pay within nine days
or tell you exactly why not.</p></section><section class="soft"><h2>Bicycles too</h2><p>Even the rusty one, as long
as you love it.</p><gw-actions></gw-actions></section>"""
    about = """<section><h1>About us</h1><p>A mutual society since 1899, owned by the people it insures, most of
whom have never met but would get along
rather well.</p><gw-actions></gw-actions></section>"""
    return Known(
        "insurer", ("Gruenwald", "Gruenwald Insurance"), ("#ff7a1a",), "#ffffff", "#1f2a27", "Mulish", "Mulish", logo,
        {
            "/": html(fill(page, title="Gruenwald Insurance", main=home)), "/about": html(fill(page, title="About | Gruenwald Insurance", main=about)),
            "/ui.js": ("text/javascript", fill(script, logo=logo.svg()).encode()),
        },
        secondary="#114b3c", needs_browser=True,
    )  # fmt: skip


def pharmacy() -> Known:
    """A theme with the whole framework's colours in its variables, Greek text, green crosses, red offers, a modal."""
    word, end = lettering("Hygeia", "SourceSerif", 34, 48, 34, "#0a7d4b")
    logo = DrawnLogo('<path d="M16 4H28V16H40V28H28V40H16V28H4V16H16Z" fill="#0a7d4b"/>' + word, round(end + 3), 44)
    page = """
<!DOCTYPE html><html lang="el"><head><meta charset="utf-8"><title>«title»</title><link rel="stylesheet"
href="/boot.css"><link rel="stylesheet" href="/own.css"></head>
<body class="woocommerce"><div class="top-bar bg-danger text-white">Έως -40% σε αντηλιακά</div><header
class="header-main"><div id="logo" class="flex-col"><a href="/" title="Hygeia"
rel="home"><img width="«w»" height="44" src="/up/hygeia.svg" class="header_logo header-logo"
alt="Hygeia"/></a></div><ul class="nav"><li><a href="/about">Ποιοι είμαστε</a></li>
<li><a href="/shop">Προϊόντα</a></li></ul></header>«main»<footer class="footer-wrapper">© Hygeia
Φαρμακείο</footer><div id="popup" role="dialog" aria-modal="true" style="position:fixed;inset:0; background:rgba(0,0,0,.6);z-index:1000"><div style="background:#fde047;width:420px;margin:20vh auto;padding:30px"><h3>Newsletter</h3><p>Γραφτείτε για -10% στην πρώτη αγορά!</p><input
type="email"><button style="background:#7c3aed;color:#fff;padding:14px 30px;border:0">Εγγραφή</button><button
aria-label="Close" onclick="popup.remove()">×</button></div></div></body></html>
"""
    boot = """:root{--bs-primary:#0d6efd;--bs-secondary:#6c757d;--bs-danger:#dc3545;--bs-success:#198754}.bg-danger{background:#dc3545}.text-white{color:#fff}
.btn{padding:.7rem 1.4rem;border-radius:99px;display:inline-block;text-decoration:none;border:0}.btn-primary{background:var(--bs-primary);color:#fff}"""
    own = """body{margin:0;font-family:"Commissioner","Roboto",sans-serif;color:#2b2b2b;background:#fff}h1,h2,h3{font-family:"GFS Didot",serif}.top-bar{text-align:center;padding:8px}
.header-main{display:flex;justify-content:space-between;padding:18px 50px;border-bottom:1px solid
#e2e2e2}.nav{display:flex;gap:22px;list-style:none}.nav a{color:#2b2b2b}
.btn-primary{background:#0a7d4b}.promo{background:#e8f5ee;padding:60px
50px}.grid{display:grid;grid-template-columns:repeat(3,1fr);gap:20px;padding:40px 50px}.box{border:1px solid #e2e2e2;
border-radius:14px;padding:20px}.onsale{background:#dc3545;color:#fff;padding:3px 12px;border-radius:12px}.box
a:not(.btn){color:#0a7d4b}.footer-wrapper{background:#0a7d4b;color:#fff;padding:36px 50px}"""
    home = """<div class="promo"><h1>Η υγεία σας, στη γειτονιά σας</h1><p>Ρωτήστε μας για φάρμακα, βότανα και
καλλυντικά. Απαντάμε κάθε μέρα από τις οκτώ
το πρωί.</p><a class="btn btn-primary" href="/shop">Δείτε τα προϊόντα</a></div><div class="grid"><div
class="box"><span class="onsale">-40%</span><h3>Αντηλιακό SPF 50</h3><p>Για
ευαίσθητη επιδερμίδα και μικρά παιδιά.</p><a class="btn btn-primary" href="/p1">Στο καλάθι</a></div><div
class="box"><span class="onsale">-20%</span><h3>Βιταμίνη D</h3><p>Για τους
μήνες χωρίς ήλιο.</p><a class="btn btn-primary" href="/p2">Στο καλάθι</a></div><div class="box"><h3>Τσάι του
βουνού</h3><p>Μαζεμένο στον Όλυμπο.</p><a href="/p3">Περισσότερα</a></div></div>"""
    about = """<div class="promo"><h1>Ποιοι είμαστε</h1><p>Τρεις φαρμακοποιοί και μία γάτα, στην ίδια γωνία από το
1978, πάντα με χρόνο για μια κουβέντα.</p>
<a class="btn btn-primary" href="/shop">Προϊόντα</a></div>"""
    w = f"{logo.width:g}"
    return Known(
        "pharmacy", ("Hygeia",), ("#0a7d4b",), "#ffffff", "#2b2b2b", "GFS Didot", "Commissioner", logo,
        {
            "/": html(fill(page, title="Hygeia – Φαρμακείο", main=home, w=w)), "/about": html(fill(page, title="Ποιοι είμαστε – Hygeia", main=about, w=w)),
            "/shop": html(fill(page, title="Προϊόντα – Hygeia", main=about, w=w)), "/boot.css": css(boot), "/own.css": css(own), "/up/hygeia.svg": svg(logo),
        },
        secondary="",
    )  # fmt: skip


def agency() -> Known:
    """A page builder's markup: wrappers in wrappers, inline styles, buttons as spans in links."""
    word, end = lettering("Kiteworks Media", "Manrope", 28, 44, 30, "#ffffff")
    logo = DrawnLogo('<path d="M20 2L36 18L20 38L4 18Z" fill="#22d3ee"/>' + word, round(end + 3), 40)
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Kiteworks Media", "url": "/"},
            {"@type": "WebPage", "name": "Home"}]}  # fmt: skip
    button = (
        '<div class="et_pb_button_wrapper"><a href="«to»" style="text-decoration:none"><span style="display:inline-block;background-color:#22d3ee;color:#0b1220;padding:15px 30px;'
        'border-radius:6px;font-weight:600">«says»</span></a></div>'
    )
    page = """
<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8"><title>«title»</title><script
type="application/ld+json">«data»</script><style>body{margin:0;
font-family:'Red Hat Text',Helvetica,Arial,Lucida,sans-serif;color:#334155;background-color:#fff;font-size:17px}h1,h2,h4{font-family:'Red Hat Display',Helvetica,sans-serif;color:#0b1220}
h1{font-size:54px}.sec{padding:70px 8%}</style></head><body><div id="page-container"><div id="et-top"
style="background-color:#0b1220;padding:22px 8%"><div class="row"
style="display:flex;justify-content:space-between"><div class="col"><a href="/"><img
src="/up/2024/kiteworks-media-logo-white.svg" width="«w»" height="40"></a></div><div class="col"><img
src="/up/best-agency.svg" alt="Best agency 2025" height="36"> <a href="/about" style="color:#fff">About</a> <a
href="/contact" style="color:#fff">Contact</a></div></div></div>«main»<div
style="background-color:#0b1220;color:#94a3b8;padding:50px 8%"><p>© 2026 Kiteworks Media. All rights
reserved.</p></div></div></body></html>
"""
    home = f"""<div class="sec"><div class="inner"><h1>Films that sell without shouting</h1><p>We make short films
for long-lived companies, from the first sketch to
the last cut, in a barn with very good internet.</p>{fill(button, to="/contact", says="Book a call")}</div></div><div class="sec" style="background-color:#ecfeff"><h2>Our way</h2>
<h4>Listen</h4><p>A day with you, no camera, much coffee.</p><h4>Draw</h4><p>A storyboard on paper, since paper is
patient.</p><h4>Shoot</h4><p>Two days, small crew, good lunch.</p>
{fill(button, to="/work", says="See the work")}</div>"""
    about = f"""<div class="sec"><h1>About</h1><p>Eight people with forty years of television between them, and none
of the bad habits that usually come along with
it.</p>{fill(button, to="/contact", says="Book a call")}</div>"""
    parts = {"data": json.dumps(data), "w": f"{logo.width:g}"}
    return Known(
        "agency", ("Kiteworks Media",), ("#22d3ee",), "#ffffff", "#334155", "Red Hat Display", "Red Hat Text", logo,
        {
            "/": html(fill(page, title="Home", main=home, **parts)), "/about": html(fill(page, title="About", main=about, **parts)),
            "/contact": html(fill(page, title="Contact", main=about, **parts)), "/up/2024/kiteworks-media-logo-white.svg": svg(logo),
            "/up/best-agency.svg": stranger("BestOf", "#f5c518"),
        },
        ground="#0b1220",
    )  # fmt: skip


SITES = (ferry, lawyers, festival, insurer, pharmacy, agency)
