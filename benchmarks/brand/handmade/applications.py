"""Sites as product teams write them: utility classes, tokens under odd names, layers, sprites, scripts that fetch."""

# ruff: noqa: E501 - pages stay as those who make pages write them

from __future__ import annotations

import json

from benchmarks.brand.drawn_logos import DrawnLogo, rendered
from benchmarks.brand.handmade.known import Known, css, fill, font, html, lettering, stranger, svg


def tidemark() -> Known:
    """Utility classes, colours in oklch() and color-mix() behind short tokens, layers, nesting."""
    word, end = lettering("tidemark", "Manrope", 28, 44, 30, "#1b1530")
    wave = '<path d="M2 24C8 12 14 12 20 20S32 28 38 14V34H2Z" fill="#6a3df0"/>'
    logo = DrawnLogo(wave + word, round(end + 2), 40)
    style = """
@layer reset,tokens,util;
@layer tokens{:root{--c-a9:oklch(54.2% .248 286);--c-a7:color-mix(in oklab,var(--c-a9) 12%,white);--c-z1:oklch(21.5%
.051 292);
--c-z0:#fff;--c-k:oklch(78% .155 70);--ff-d:"Onest Variable",ui-sans-serif,system-ui,sans-serif;--r-2:10px}}
@layer reset{*{margin:0;box-sizing:border-box;border:0 solid}body{font-family:var(--ff-d);background:var(--c-z0);color:var(--c-z1)}
a{color:inherit;text-decoration:none}button{font:inherit;background:none}}
@font-face{font-family:"Onest Variable";src:url(/_assets/onest.woff2) format("woff2-variations");font-weight:100
900;font-display:swap}
@layer util{.bg-a9{background-color:var(--c-a9)}.bg-a7{background-color:var(--c-a7)}.bg-z1{background-color:var(--c-z1)}.bg-k{background-color:var(--c-k)}
.tx-0{color:var(--c-z0)}.tx-a9{color:var(--c-a9)}.tx-m{color:color-mix(in oklch,var(--c-z1)
70%,white)}.rd{border-radius:var(--r-2)}
.px{padding-inline:1.5rem}.py{padding-block:.75rem}.pxl{padding-inline:max(1.5rem,8vw)}.pyl{padding-block:5rem}.fx{display:flex}.gp{gap:1.5rem}
.ic{align-items:center}.jb{justify-content:space-between}.g3{display:grid;grid-template-columns:repeat(3,1fr)}.t5{font-size:3.5rem;line-height:1.05}
.t3{font-size:1.75rem}.fb{font-weight:700}.mw{max-width:46rem}.bd{border:1px solid oklch(92% .01
290)}.pd{padding:1.75rem}.ib{display:inline-block}
.btn{&:hover{background:var(--c-k)} .i{color:var(--c-k)}}.lg{width:8.5rem;height:2.5rem}}
"""
    symbol = f'<symbol id="b" viewBox="0 0 {logo.width:g} 40">{logo.inside}</symbol>'
    ticks = '<symbol id="t" viewBox="0 0 20 20"><path d="M4 10l4 4 8-9" stroke="#2bb673" fill="none" stroke-width="3"/></symbol>'
    page = """
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><link rel="stylesheet"
href="/_assets/x7.css">
<link rel="icon" href="/_assets/i.svg" type="image/svg+xml"><meta name="theme-color" content="#ffffff"></head><body>
<svg width="0" height="0" style="position:absolute" aria-hidden="true">«ticks»«symbol»</svg>
<div class="pxl py fx jb ic"><a href="/" aria-label="tidemark"><svg class="lg"><use href="#b"></use></svg></a><div
class="fx gp ic">
<a href="/pricing">Pricing</a><a href="/about">About</a><a class="px py rd bg-a9 tx-0 fb btn" href="/signup">Start
free</a></div></div>
«main»<div class="pxl pyl bg-z1 tx-0"><p>tidemark GmbH, Kiel</p><a href="/about">About</a></div></body></html>
"""
    home = """<div class="pxl pyl bg-a7"><h1 class="t5 fb mw">Know when the numbers turn</h1><p class="mw tx-m">Tidemark watches every
metric you care about and tells you in a sentence what changed, when it changed, and which release did it.</p><a
href="/signup"
class="px py rd bg-a9 tx-0 fb ib btn">Start free</a> <a href="/demo" class="px py rd bd fb ib">Watch the
demo</a></div>
<div class="pxl pyl"><h2 class="t3 fb">Made for people on call</h2><div class="g3 gp"><div class="bd rd pd"><svg
width=20 height=20>
<use href="#t"/></svg><h3 class="fb">Quiet by default</h3><p class="tx-m">Nothing pages you unless a customer would
notice.</p></div>
<div class="bd rd pd"><svg width=20 height=20><use href="#t"/></svg><h3 class="fb">One line of code</h3><p
class="tx-m">Paste it and the
first chart is drawn before your coffee is.</p></div><div class="bd rd pd"><span class="bg-k px rd">New</span><h3
class="fb">Replays</h3>
<p class="tx-m">Scroll back through an incident as if it were a film.</p></div></div><a class="tx-a9 fb"
href="/docs">Read the docs</a></div>"""
    about = """<div class="pxl pyl"><h1 class="t5 fb">About us</h1><p class="tx-m mw">Eleven people in four time
zones, none of whom enjoy
being woken at night by a graph that means nothing.</p><a class="px py rd bg-a9 tx-0 fb ib btn" href="/jobs">See
open roles</a></div>"""
    parts = {"symbol": symbol, "ticks": ticks}
    return Known(
        "tidemark", ("tidemark",), ("oklch(54.2% .248 286)",), "#ffffff", "oklch(21.5% .051 292)", "Onest", "Onest",
logo,
        {
            "/": html(fill(page, title="tidemark - know when the numbers turn", main=home, **parts)),
            "/about": html(fill(page, title="About - tidemark", main=about, **parts)),
            "/pricing": html(fill(page, title="Pricing - tidemark", main=about, **parts)),
            "/_assets/x7.css": css(style), "/_assets/onest.woff2": font("Onest Variable", "Manrope"),
            "/_assets/i.svg": svg(DrawnLogo(wave, 40, 40)),
        },
    )  # fmt: skip


def kestrel() -> Known:
    """An empty root that a script fills after it fetched its words; styles are put in by the script as well."""
    word, end = lettering("Kestrel Maps", "Hanken", 28, 42, 30, "#10302f")
    logo = DrawnLogo('<path d="M3 6L37 20L3 34L12 20Z" fill="#00857c"/>' + word, round(end + 2), 40)
    content = {
        "h": "Every path, even the ones the goats made",
        "p": "Offline maps for walkers, drawn from nine million recorded steps and checked by people with wet boots.",
        "f": [
            ["Offline first", "The whole of the Alps fits in your pocket and needs no signal at all."],
            ["Honest times", "We measured how long a tired person takes, not a fresh one."],
            ["Shelter", "Huts, springs and overhangs, with the date somebody last saw them."],
        ],
    }
    script = """
(async()=>{const sheet=document.createElement('style');sheet.textContent=`
body{margin:0;font-family:Figtree,sans-serif;color:#10302f;background:#f7faf9}.k1{display:flex;justify-content:space-between;padding:20px 6vw}
.k2{padding:90px 6vw}.k2 h1{font-size:60px;margin:0}.k3{background:#00857c;color:#fff;border:none;border-radius:999px;padding:16px 30px;font:600 17px Figtree}
.k4{display:flex;gap:20px;padding:0 6vw}.k4>div{background:#fff;border-radius:18px;padding:26px;flex:1}.k5{background:#10302f;color:#cde;padding:50px 6vw;margin-top:80px}
h1,h2,h3{font-family:Figtree,sans-serif}a{color:#00857c}.k1 svg{height:40px}.k6{background:#ffb703;padding:3px
10px;border-radius:6px}`;
const d=await(await fetch('/api/content.json')).json();await new
Promise(r=>setTimeout(r,350));document.head.append(sheet);
const f=new FontFace('Figtree','url(/w/figtree.woff2)');document.fonts.add(await f.load());
const about=location.pathname!=='/';document.title=(about?'About | ':'')+'Kestrel Maps';
document.getElementById('root').innerHTML=`<header class=k1><a href="/" class="home">«logo»</a><nav><a
href="/about">About</a></nav></header>
<main><section class=k2><h1>${about?'About Kestrel':d.h}</h1><p>${d.p}</p><button class=k3>Get the
app</button></section>
<section class=k4>${d.f.map(([h,p])=>`<div><h3>${h}</h3><p>${p}</p></div>`).join('')}</section><section
class=k2><h2>Start walking</h2>
<p>Free for one region, and for mountain rescue always.</p><span class=k6>Winter maps</span> <button class=k3>Choose
a region</button></section>
</main><footer class=k5>Kestrel Maps, Innsbruck</footer>`})();
"""
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Loading</title></head><body><div id="root">'
    )
    page += (
        '<div class="spinner" aria-busy="true"></div></div><script type="module" src="/main.js"></script></body></html>'
    )
    return Known(
        "kestrel", ("Kestrel Maps",), ("#00857c",), "#f7faf9", "#10302f", "Figtree", "Figtree", logo,
        {
            "/": html(page), "/about": html(page),
            "/main.js": ("text/javascript", fill(script, logo=logo.svg()).encode()),
            "/api/content.json": ("application/json", json.dumps(content).encode()),
            "/w/figtree.woff2": font("Figtree", "Manrope"),
        },
        secondary="#ffb703", ground="#f7faf9", needs_browser=True,
    )  # fmt: skip


def plume() -> Known:
    """Gradients on every button, a dark scheme that swaps the grounds, a logo painted with a gradient of its own."""
    word, end = lettering("Plume", "Hanken", 30, 44, 31, "#181425")
    shades = '<defs><linearGradient id="pg"><stop stop-color="#5b21e6"/><stop offset="1" stop-color="#e6217f"/></linearGradient></defs>'
    logo = DrawnLogo(shades + '<circle cx="20" cy="20" r="17" fill="url(#pg)"/>' + word, round(end + 2), 40)
    page = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><style>
:root{color-scheme:light dark;--bg:#fff;--fg:#181425;--panel:#f6f4fb;--from:#5b21e6;--to:#e6217f}
@media (prefers-color-scheme:dark){:root{--bg:#100c1c;--fg:#efecf8;--panel:#1c1630}}
@font-face{font-family:'Sora';src:url(/sora.woff2)}
body{background:var(--bg);color:var(--fg);font:16px/1.6 'Sora',sans-serif;margin:0}.wrap{max-width:1080px;margin:auto;padding:24px}
header{display:flex;justify-content:space-between;align-items:center}h1{font-size:56px;line-height:1.1}h1
em{font-style:normal;
background:linear-gradient(90deg,var(--from),var(--to));-webkit-background-clip:text;background-clip:text;color:transparent}
.cta{display:inline-block;background-image:linear-gradient(100deg,var(--from) 0%,var(--to)
100%);color:#fff;padding:14px 28px;border-radius:14px;
text-decoration:none;font-weight:600}.panel{background:var(--panel);border-radius:22px;padding:30px;margin:18px
0}a{color:var(--from)}
.stat{font-size:44px;font-weight:700}</style></head><body><div class="wrap"><header><a href="/"
title="Plume">«logo»</a><nav><a href="/about">About</a>
<a href="/security">Security</a> <a class="cta" href="/start">Open account</a></nav></header>«main»<footer><p>Plume
Payments AB</p></footer>
</div></body></html>
"""
    home = """<h1>Money that moves <em>at your pace</em></h1><p>Send, split and save in thirty currencies, with the
exchange rate you
saw on the news and a fee you can say in one breath.</p><a class="cta" href="/start">Open account</a><div
class="panel"><h2>Split
anything</h2><p>Rent, dinner, a canoe. Everyone pays their part and nobody needs to be asked twice.</p></div><div
class="panel">
<div class="stat">30</div><p>currencies without a mark-up</p><a class="cta" href="/fees">See the fees</a></div>"""
    about = """<h1>About Plume</h1><p>We began as four flatmates with one spreadsheet and a lasting disagreement
about the gas bill.</p>
<a class="cta" href="/start">Open account</a>"""
    return Known(
        "plume", ("Plume",), ("#5b21e6",), "#ffffff", "#181425", "Sora", "Sora", logo,
        {
            "/": html(fill(page, title="Plume", main=home, logo=logo.svg())),
            "/about": html(fill(page, title="About - Plume", main=about, logo=logo.svg())),
            "/security": html(fill(page, title="Security - Plume", main=about, logo=logo.svg())),
            "/sora.woff2": font("Sora", "Manrope"),
        },
        secondary="#e6217f",
    )  # fmt: skip


def trailhead() -> Known:
    """A name in type only; the drawn mark is in the web manifest and the touch icon."""
    mark = (
        '<rect width="64" height="64" rx="14" fill="#d9480f"/><path d="M12 50L28 18L38 38L44 28L54 50Z" fill="#fff"/>'
    )
    logo = DrawnLogo(mark, 64, 64)
    manifest = {
        "name": "Trailhead", "short_name": "Trailhead", "theme_color": "#2f9e44", "start_url": "/",
        "icons": [{"src": "icons/i-192.png", "sizes": "192x192", "type": "image/png"},
                  {"src": "icons/i-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any"}],
    }  # fmt: skip
    page = """
<!doctype html><html lang="en"><meta charset="utf-8"><title>«title»</title><link rel="manifest"
href="/app.webmanifest">
<link rel="apple-touch-icon" href="/icons/i-192.png"><meta property="og:image" content="/share.png"><meta
property="og:site_name"
content="Trailhead"><style>body{margin:0;background:#fffaf5;color:#2b2118;font-family:"Work Sans",sans-serif}h1,h2{font-family:"Zilla Slab",
serif}nav{padding:18px 4%;display:flex;gap:24px}.brand{font:700 24px "Zilla Slab",serif;color:#2b2118;text-decoration:none}
.hero{padding:70px 4%}.go{background:#d9480f;color:#fff;border-radius:8px;padding:15px
26px;text-decoration:none;font-weight:600;display:inline-block}
.tile{background:#fff;border:1px solid #eadfd3;border-radius:12px;padding:24px;margin:12px 0}.tile
a{color:#d9480f}section{padding:24px 4%}
</style><nav><a class="brand" href="/">Trailhead</a><a href="/about">About</a><a class="go" href="/join">Join a
walk</a></nav>«main»
<footer style="padding:40px 4%;background:#2b2118;color:#fffaf5">Trailhead walking club</footer></html>
"""
    home = """<div class="hero"><h1>Walk with somebody who knows the way</h1><p>Two hundred volunteers lead walks of
every length, all
year round, and all you need are shoes and a sandwich.</p><a class="go" href="/join">Join a
walk</a></div><section><div class="tile">
<h2>Sunday on the ridge</h2><p>Fourteen kilometres with a pub in the middle.</p><a href="/w1">Details</a></div><div
class="tile"><h2>Night
walk</h2><p>Bring a lamp and leave it off.</p><a href="/w2">Details</a></div></section>"""
    about = """<div class="hero"><h1>About the club</h1><p>It started as a mistake on a noticeboard and became the
largest walking club in
the county within three summers.</p><a class="go" href="/join">Join a walk</a></div>"""
    return Known(
        "trailhead", ("Trailhead",), ("#d9480f",), "#fffaf5", "#2b2118", "Zilla Slab", "Work Sans", logo,
        {
            "/": html(fill(page, title="Trailhead", main=home)), "/about": html(fill(page, title="About", main=about)),
            "/app.webmanifest": ("application/manifest+json", json.dumps(manifest).encode()),
            "/icons/i-192.png": ("image/png", rendered(logo.svg(), 192)),
            "/icons/i-512.png": ("image/png", rendered(logo.svg(), 512)),
            "/share.png": ("image/png", rendered(DrawnLogo('<rect width="120" height="63" fill="#ff00aa"/>', 120, 63).svg(), 600)),
        },
        secondary="", ground="#fffaf5",
    )  # fmt: skip


def tram() -> Known:
    """Black on yellow: the logo comes from a sprite in a file, is drawn in `currentColor`."""
    word, end = lettering("ostrava tram", "Hanken", 28, 44, 30, "currentColor")
    shape = (
        '<rect x="3" y="5" width="32" height="26" rx="6" fill="currentColor"/><path d="M8 11H30V20H8Z" fill="#ffd100"/>'
    )
    inner = f'<symbol id="brand" viewBox="0 0 {end + 2:.0f} 40">{shape}{word}</symbol>'
    inner += '<symbol id="ticket" viewBox="0 0 24 24"><path d="M3 7H21V17H3Z"/></symbol>'
    drawn = (shape + word).replace("currentColor", "#1a1a1a")
    logo = DrawnLogo(drawn, round(end + 2), 40)
    page = """
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><link rel=stylesheet
href="/main.css"></head><body>
<div class="head"><div class="head__in"><a class="head__mark" href="/"><svg width="«w»" height="40"
aria-label="Ostrava Tram"><use
xlink:href="/img/sprite.svg#brand" href="/img/sprite.svg#brand"></use></svg></a><ul class="head__nav"><li><a
href="/about">About</a></li><li><a href="/lines">
Lines</a></li></ul></div></div>«main»<div class="foot"><p>Run with the support of</p><img src="/img/fund.svg"
alt="Regional fund" height="40"><img src="/img/eu.svg"
alt="Union programme" height="40"></div></body></html>
"""
    style = """
body{margin:0;color:#1a1a1a;background:#fff;font-family:"Barlow",sans-serif;font-size:18px}.head{background:#ffd100}
.head__in{display:flex;padding:16px 40px;align-items:center}.head__mark{color:#1a1a1a}.head__nav{display:flex;list-style:none;gap:20px}
.head__nav a{color:#1a1a1a;text-decoration:none;font-weight:600}.big{padding:60px
40px;background:#f4f4f1}h1,h2{font-family:"Barlow Condensed","Barlow",sans-serif;
text-transform:uppercase}h1{font-size:64px;margin:0}.buy{background:#ffd100;color:#1a1a1a;padding:16px
28px;text-decoration:none;font-weight:700;display:inline-block}
.rows{padding:30px 40px}.rows a{color:#1a1a1a}.line{display:inline-block;width:34px;color:#fff;text-align:center;border-radius:4px}.l1{background:#e4002b}
.l2{background:#0072ce}.l3{background:#00843d}.foot{padding:40px;border-top:6px solid #ffd100}.foot
img{margin-right:30px}
"""
    home = """<div class="big"><h1>Every six minutes, all day</h1><p>Tickets are on your phone, and the tram leaves
on time whether you are
in it or not.</p><a class="buy" href="/buy">Buy a ticket</a></div><div class="rows"><h2>Lines</h2><p><span
class="line l1">1</span> Harbour to
Hospital</p><p><span class="line l2">2</span> Castle to University</p><p><span class="line l3">3</span> Station to
Zoo</p><a class="buy"
href="/plan">Plan a journey</a></div>"""
    about = '<div class="big"><h1>About us</h1><p>Electric since 1894, and very proud of it, thank you for asking.</p></div>'
    w = f"{logo.width:g}"
    return Known(
        "tram", ("Ostrava Tram", "ostrava tram"), ("#ffd100",), "#ffffff", "#1a1a1a", "Barlow Condensed", "Barlow",
logo,
        {
            "/": html(fill(page, title="Ostrava Tram", main=home, w=w)),
            "/about": html(fill(page, title="About | Ostrava Tram", main=about, w=w)),
            "/lines": html(fill(page, title="Lines | Ostrava Tram", main=about, w=w)), "/main.css": css(style),
            "/img/sprite.svg": ("image/svg+xml", f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode()),
            "/img/fund.svg": stranger("Regionfund", "#d6006e"), "/img/eu.svg": stranger("Unionprog", "#003399"),
        },
        ground="#ffd100",
    )  # fmt: skip


SITES = (tidemark, kestrel, plume, trailhead, tram)
