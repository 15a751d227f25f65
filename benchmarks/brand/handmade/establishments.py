"""Houses with a long history: a bank, a newspaper, a university, a council, an ironmonger's from the age of tables."""

# ruff: noqa: E501 - pages stay as those who make pages write them

from __future__ import annotations

from benchmarks.brand.drawn_logos import DrawnLogo, rendered
from benchmarks.brand.handmade.known import Known, css, fill, font, html, lettering, photo, stranger, svg


def bank() -> Known:
    """Navy on white, gold for fine lines and the second button, a framework's class names, one style sheet."""
    word, end = lettering("Halvorsen Pryce", "SourceSerif", 27, 48, 30, "#0b2545")
    crest = '<path d="M4 4H36V22C36 31 28 36 20 38C12 36 4 31 4 22Z" fill="#0b2545"/>'
    crest += '<path d="M13 12H17V19H23V12H27V30H23V23H17V30H13Z" fill="#c8963e"/>'
    logo = DrawnLogo(crest + word, round(end + 2), 40)
    style = """
@font-face{font-family:"Tiempos Headline";src:url(/f/th.woff2) format("woff2");font-weight:500 700;font-display:swap}
@font-face{font-family:"Soehne";src:url("../f/so.woff2") format("woff2");font-weight:400;font-display:swap}
@font-face{font-family:"FontAwesome";src:url(/f/fa.woff2) format("woff2")}
*,*::before,*::after{box-sizing:border-box} html{font-size:100%}
body{margin:0;font:400 1rem/1.6 "Soehne","Helvetica Neue",Arial,sans-serif;color:#24303f;background:#fff}
h1,h2,h3{font-family:"Tiempos Headline",Georgia,serif;font-weight:600;color:#0b2545;line-height:1.15}
h1{font-size:3.25rem} h2{font-size:2.1rem} .container{max-width:1140px;margin:0 auto;padding:0 24px}
.topbar{background:#f3f5f8;font-size:.8rem;padding:8px 0} .topbar
a{color:#46566b;margin-right:18px;text-decoration:none}
.navbar{border-bottom:3px solid #c8963e;padding:18px 0} .navbar .container{display:flex;align-items:center;gap:32px}
.navbar-brand img{height:40px;display:block} .nav-link{color:#0b2545;text-decoration:none;font-weight:500}
.btn{display:inline-block;padding:.8rem 1.6rem;border-radius:2px;text-decoration:none;font-weight:600;border:0}
.btn-primary{background:#0b2545;color:#fff} .btn-gold{background:#c8963e;color:#0b2545}
.jumbotron{background:#eef2f7;padding:84px 0} .card-deck{display:grid;grid-template-columns:repeat(3,1fr);gap:24px}
.card{border:1px solid #dce2ea;padding:28px;background:#fff} .card a{color:#0b2545}
.fa{font-family:FontAwesome;color:#c8963e}
.rates td,.rates th{padding:10px 18px;border-bottom:1px solid #dce2ea;text-align:left}
.alert-warning{background:#fff3cd;border:1px solid #ffeeba;color:#856404;padding:12px 20px}
footer{background:#0b2545;color:#cfd8e3;padding:48px 0;margin-top:64px} footer a{color:#fff}
"""
    page = """
<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>«title»</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/css/site.min.css">
<meta property="og:site_name" content="Halvorsen Pryce"><meta property="og:image" content="/img/advert.jpg">
<link rel="icon" href="/favicon.ico"></head><body>
<div class="topbar"><div class="container"><a href="/find">Find a branch</a><a href="/help">Help</a></div></div>
<div class="alert-warning" role="alert">Branches are closed on Monday. <a href="/help">More</a></div>
<nav class="navbar"><div class="container"><a class="navbar-brand" href="/"><img src="/img/hp.svg" alt="Halvorsen Pryce"></a>
<a class="nav-link" href="/about">About us</a><a class="nav-link" href="/contact">Contact</a>
<a class="btn btn-primary" href="/login">Log in</a></div></nav>«main»
<footer><div class="container"><p>Halvorsen Pryce is authorised by the regulator. Registered in Leith, no. 004417.</p>
<a href="/contact">Contact</a> <a href="tel:+441315550123">0131 555 0123</a></div></footer></body></html>
"""
    home = """
<section class="jumbotron"><div class="container"><h1>Banking that keeps its word since 1871</h1>
<p>Savings, mortgages and private advice from people who know you by name and answer the telephone themselves.</p>
<a class="btn btn-primary" href="/open">Open an account</a> <a class="btn btn-gold" href="/talk">Talk to
us</a></div></section>
<section class="container"><h2>What we do</h2><div class="card-deck">
<div class="card"><i class="fa">*</i><h3>Savings</h3><p>Fixed rates for one, three and five years, paid monthly.</p>
<a href="/s">See the rates</a></div><div class="card"><i class="fa">*</i><h3>Mortgages</h3><p>A decision within two
working days, made in the branch and not by a form.</p><a href="/m">Borrow</a></div><div class="card"><i
class="fa">*</i>
<h3>Private clients</h3><p>One adviser for the whole family, for as long as you wish.</p><a href="/p">Meet
us</a></div></div>
<h2>Rates today</h2><table class="rates"><tr><th>Term</th><th>Gross</th></tr><tr><td>1 year</td><td>4.10 %</td></tr>
<tr><td>3 years</td><td>4.35 %</td></tr></table><a class="btn btn-primary" href="/rates">All rates</a></section>
"""
    about = (
        "<section class='container'><h1>Our house</h1><p>Three families founded the bank to finance herring boats, and"
    )
    about += " two of them still sit on its board today.</p><a class='btn btn-primary' href='/contact'>Write to us</a></section>"
    return Known(
        "bank", ("Halvorsen Pryce",), ("#0b2545",), "#ffffff", "#24303f", "Tiempos Headline", "Soehne", logo,
        {
            "/": html(fill(page, title="Home | Halvorsen Pryce", main=home)),
            "/about": html(fill(page, title="About us | Halvorsen Pryce", main=about)),
            "/contact": html(fill(page, title="Contact | Halvorsen Pryce", main=about)),
            "/css/site.min.css": css(style), "/img/hp.svg": svg(logo), "/img/advert.jpg": photo(4, (210, 60, 40)),
            "/f/th.woff2": font("Tiempos Headline", "SourceSerif", bold=True), "/f/so.woff2": font("Soehne", "Hanken"),
            "/f/fa.woff2": font("FontAwesome", "Manrope"),
        },
        secondary="#c8963e",
    )  # fmt: skip


def newspaper() -> Known:
    """Black type on white, a masthead drawn in the page, red for what is breaking, advertisements in loud colours."""
    word, end = lettering("The Alder Courier", "SourceSerif", 44, 2, 44, "#111111")
    logo = DrawnLogo(word, round(end + 4), 60)
    page = """
<!doctype html><html lang=en><head><meta charset=utf-8><title>«title»</title>
<meta name=twitter:site content="@aldercourier"><meta property=og:site_name content="The Alder Courier">
<style>@font-face{font-family:cheltenham;src:url(/t/c.woff2)}@font-face{font-family:imperial;src:url(/t/i.woff2)}
body{margin:0 auto;max-width:1280px;font:17px/1.55 imperial,georgia,serif;color:#333}
#mast{border-bottom:1px solid #111;text-align:center;padding:22px 0 14px}#mast svg{height:56px}
#secs{border-bottom:4px double #111;padding:9px;text-align:center;font:13px Arial}#secs a{color:#111;margin:0 9px;text-decoration:none}
h1,h2,h3{font-family:cheltenham,georgia,serif;color:#111;margin:.2em
0}h1{font-size:44px}h2{font-size:28px}h3{font-size:20px}
h1 a,h2 a,h3 a{color:#111;text-decoration:none}.g{display:grid;grid-template-columns:2fr 1fr
1fr;gap:26px;padding:22px}
.k{color:#c4161c;font:700 12px Arial;text-transform:uppercase}.ad{background:#ff5a00;color:#fff;padding:30px;font:700 24px Arial}
.ad b{background:#00e0ff;padding:8px 18px;display:inline-block}.sub{background:#111;color:#fff;border:0;padding:11px
20px;
font:700 14px Arial}.by{font:12px Arial;color:#727272}footer{border-top:1px solid #111;padding:30px;font:13px
Arial}</style>
</head><body><div id=mast><a href="/" aria-label="The Alder Courier"><svg viewBox="0 0 «w» 60"
role=img>«word»</svg></a>
<p class=by>Saturday, 14 March &middot; <a class=sub href=/subscribe>Subscribe</a></p></div>
<div id=secs><a href=/world>World</a><a href=/local>Local</a><a href=/about>About</a><a
href=/contact>Contact</a></div>«main»
<footer>&copy; The Alder Courier. <a href=/about>About the paper</a></footer></body></html>
"""
    home = """<div class=g><div><span class=k>Breaking</span><h1><a href=/a>Harbour wall gives way after third night
of storms</a></h1>
<p>Engineers warned two winters ago that the northern mole would not stand another season without repair. On Friday
at a quarter past four in the morning they were proved right.</p><p class=by>By Marta Quill</p><img src=/p/1.jpg
alt="The mole"
width=600 height=340><h2><a href=/b>Council votes for the long bridge</a></h2><p>After nine hours of debate the
matter was
settled by a single vote, and the chair wept openly.</p></div><div><h3><a href=/c>What the ferrymen know</a></h3>
<p>A reporter spent a month on the night boat and came home with a notebook full of weather.</p><span
class=k>Live</span>
<h3><a href=/d>Election night, street by street</a></h3><p>Results as they are counted, with maps.</p></div>
<aside><div class=ad data-ad-slot="right">SUPER SPRING SALE <b>BUY NOW</b></div><h3><a href=/e>Letters</a></h3>
<p>Readers on dogs, bicycles and the price of bread, in that order.</p><button class=sub>Subscribe
now</button></aside></div>"""
    about = """<div class=g><div><h1>About the paper</h1><p>The Courier was founded in a printer's cellar and has come out every
day since but one, when the river stood in the press room.</p><button class=sub>Subscribe</button></div></div>"""
    parts = {"w": f"{logo.width:g}", "word": word}
    return Known(
        "newspaper", ("The Alder Courier",), ("#111111",), "#ffffff", "#333333", "Cheltenham", "Imperial", logo,
        {
            "/": html(fill(page, title="The Alder Courier - news from the coast", main=home, **parts)),
            "/about": html(fill(page, title="About - The Alder Courier", main=about, **parts)),
            "/contact": html(fill(page, title="Contact - The Alder Courier", main=about, **parts)),
            "/t/c.woff2": font("Cheltenham", "SourceSerif", bold=True), "/t/i.woff2": font("Imperial", "SourceSerif"),
            "/p/1.jpg": photo(11, (90, 110, 130)),
        },
        secondary="#c4161c",
    )  # fmt: skip


def university() -> Known:
    """Two logos in the header, the university's and a ranking body's; burgundy bands; a crest; serif headings."""
    word, end = lettering("Universitas Varnensis", "SourceSerif", 24, 52, 32, "#ffffff")
    shield = '<path d="M6 4H42V26Q42 40 24 46Q6 40 6 26Z" fill="#f2c14e"/><path d="M14 12H34V20H14ZM14 24H34V28H14Z" '
    shield += 'fill="#7a0f2b"/>'
    logo = DrawnLogo(shield + word, round(end + 4), 50)
    style = """
:root{--unibrand:#7a0f2b;--goldleaf:#f2c14e;--paper:#fffdf8}
body{background:var(--paper);color:#2a2626;font-family:'Source Sans 3',Calibri,sans-serif;font-size:18px;margin:0}
.hd{background:var(--unibrand);display:flex;justify-content:space-between;padding:20px 5vw;align-items:center}
.hd img.award{height:60px;background:#fff;padding:5px}.hd .unilogo{height:50px}
.menu{background:#5d0b20;padding:0 5vw}.menu a{color:#fff;display:inline-block;padding:14px 16px;text-decoration:none}
h1,h2,h3{font-family:"Libre Caslon Text",Times,serif;color:#7a0f2b;font-weight:400}h1{font-size:46px}h2{font-size:32px}
main{padding:30px 5vw}main a{color:var(--unibrand)}.apply{background:var(--unibrand);color:#fff!important;padding:15px 30px;
display:inline-block;text-decoration:none;font-weight:600}.apply.alt{background:var(--goldleaf);color:#2a2626!important}
.strip{background:var(--goldleaf);padding:26px 5vw}.news{display:flex;gap:24px}.news>article{flex:1;background:#f4efe4;padding:22px}
footer{background:#2a2626;color:#ddd;padding:40px 5vw}footer img{height:44px}
"""
    page = """
<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>«title»</title>
    <link rel="stylesheet" href="/themes/custom/varna/dist/app.css?v=8" />
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"CollegeOrUniversity",
    "name":"Universitas Varnensis","url":"/","sameAs":["https://www.instagram.com/univarna"]}</script>
  </head>
  <body class="path-frontpage">
    <header class="hd"><a href="/" rel="home" title="Home"><img class="unilogo"
src="/sites/default/files/uv_white.svg" alt="Home"></a>
      <a href="https://rankings.example.org/"><img class="award" src="/sites/default/files/award-logo.svg"
alt="Global Rankings logo"></a>
    </header>
    <div class="menu"><a href="/about">The university</a><a href="/study">Study</a><a
href="/research">Research</a></div>
    <main>«main»</main>
    <footer><p>Universitas Varnensis, 3 Observatory Hill</p><img src="/sites/default/files/award-logo.svg"
alt="Rankings"></footer>
  </body>
</html>
"""
    home = """<h1>Learn by the sea, think for the world</h1><p>Nineteen thousand students from ninety countries study
medicine, navigation, law and the humanities on a campus between the harbour and the hills.</p>
<a class="apply" href="/apply">Apply by 1 May</a> <a class="apply alt" href="/visit">Visit us</a>
<div class="strip"><h2>Open day on Saturday</h2><p>Laboratories, lectures and the observatory are open to
all.</p></div>
<h2>News</h2><div class="news"><article><h3>A new telescope</h3><p>First light is planned for the autumn equinox.</p>
<a href="/n1">Read on</a></article><article><h3>Law clinic turns ten</h3><p>Students have advised four thousand
people.</p>
<a href="/n2">Read on</a></article></div>"""
    about = """<h1>The university</h1><p>Founded in 1921 as a school of commerce, it has taught in seven languages
and been closed
twice, and it opened again both times with more students than before.</p><a class="apply" href="/apply">Apply</a>"""
    return Known(
        "university", ("Universitas Varnensis",), ("#7a0f2b",), "#fffdf8", "#2a2626", "Libre Caslon Text", "Source Sans 3",
        logo,
        {
            "/": html(fill(page, title="Universitas Varnensis", main=home)),
            "/about": html(fill(page, title="The university | Universitas Varnensis", main=about)),
            "/study": html(fill(page, title="Study | Universitas Varnensis", main=about)),
            "/themes/custom/varna/dist/app.css": css(style), "/sites/default/files/uv_white.svg": svg(logo),
            "/sites/default/files/award-logo.svg": stranger("GlobalRank", "#0077c8"),
        },
        secondary="#f2c14e", ground="#7a0f2b",
    )  # fmt: skip


def council() -> Known:
    """A purple council behind a well-known consent bar; the logo is a PNG; a notice in red above all."""
    word, end = lettering("Vale of Ember", "Hanken", 30, 46, 31, "#4b2e83")
    logo = DrawnLogo('<path d="M20 3C30 14 36 20 36 27A16 13 0 0 1 4 27C4 20 10 14 20 3Z" fill="#4b2e83"/>' + word,
                     round(end + 2), 42)  # fmt: skip
    page = """
<!DOCTYPE html><html lang="en" class="no-js"><head><title>«title»</title><meta name="theme-color" content="#0b0c0c">
<link href="/assets/application.css" rel="stylesheet" media="all"></head><body class="tpl">
<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk"
style="position:fixed;bottom:0;left:0;right:0;background:#fff; z-index:2147483645;box-shadow:0 0 18px rgba(0,0,0,.3);padding:26px"><div id="onetrust-policy-text">By clicking
Accept All Cookies,
you agree to the storing of cookies on your device.</div><button id="onetrust-reject-all-handler"
style="background:#68b631; color:#fff;padding:14px 40px;border:0">Reject All</button><button id="onetrust-accept-btn-handler"
style="background:#68b631; color:#fff;padding:14px 40px;border:0">Accept All Cookies</button></div></div>
<div class="emergency">Flood warning for the lower Ember. <a href="/flood">Advice</a></div>
<header role="banner"><a id="logo" href="/index"><img src="/assets/ember.png" alt="Vale of Ember Council home page"
width="«w»"
height="42"></a><form role="search"><input type="search" placeholder="Search"><button
class="srch">Search</button></form></header>
<main id="content">«main»</main><footer role="contentinfo"><p>&copy; Vale of Ember Council</p></footer></body></html>
"""
    style = """
body{margin:0;background:#fff;color:#0b0c0c;font-family:"Lato",Arial,sans-serif;font-size:19px}
h1,h2,h3{font-family:inherit;font-weight:700} h1{font-size:48px}
.emergency{background:#b10e1e;color:#fff;padding:14px 30px}
.emergency a{color:#fff} header{display:flex;justify-content:space-between;padding:20px 30px;border-bottom:10px
solid #4b2e83}
main{padding:20px 30px} main a{color:#4b2e83} .srch,.start{background:#4b2e83;color:#fff;border:0;padding:12px
22px;font-size:19px}
main a.start{color:#fff;text-decoration:none;display:inline-block} .topics{columns:3} .topics li{margin:0 0 18px}
.box{background:#f3f0f8;padding:24px;margin:24px 0} footer{background:#f3f2f1;border-top:1px solid
#b1b4b6;padding:30px}
"""
    home = """<h1>Services for people in the Vale</h1><p>Pay, report, apply and find out what happens in your street
this week.</p>
<a class="start" href="/pay">Pay your council tax</a><h2>Popular</h2><ul class="topics"><li><a href="/bins">Bins and
recycling</a></li>
<li><a href="/park">Parking permits</a></li><li><a href="/schools">School places</a></li><li><a
href="/plan">Planning</a></li>
<li><a href="/lib">Libraries</a></li><li><a href="/about">About the council</a></li></ul><div class="box"><h2>Have
your say</h2>
<p>The plan for the old cattle market is open for comments until the end of the month.</p><a class="start"
href="/say">Comment</a>
</div>"""
    about = (
        "<h1>About the council</h1><p>Forty-one councillors are elected every four years by the people of the Vale.</p>"
    )
    w = f"{logo.width:g}"
    return Known(
        "council", ("Vale of Ember", "Vale of Ember Council"), ("#4b2e83",), "#ffffff", "#0b0c0c", "Lato", "Lato",
logo,
        {
            "/": html(fill(page, title="Home - Vale of Ember Council", main=home, w=w)),
            "/about": html(fill(page, title="About the council - Vale of Ember Council", main=about, w=w)),
            "/assets/application.css": css(style),
            "/assets/ember.png": ("image/png", rendered(logo.svg(), 480)),
        },
        secondary="",
    )  # fmt: skip


def ironmonger() -> Known:
    """Tables, `bgcolor` and `<font>`: no style sheet at all, a logo as a picture, links in blue."""
    word, end = lettering("FENWICK HARDWARE", "Manrope", 30, 6, 34, "#ffcc00")
    logo = DrawnLogo(f'<rect width="{end + 8:.0f}" height="46" fill="#003399"/>' + word, round(end + 8), 46)
    page = """
<HTML><HEAD><TITLE>«title»</TITLE><META NAME="keywords" CONTENT="nails, screws"></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000" LINK="#003399" VLINK="#003399" MARGINWIDTH=0>
<TABLE WIDTH="100%" CELLPADDING=8 CELLSPACING=0 BORDER=0><TR><TD BGCOLOR="#003399"><A HREF="/"><IMG
SRC="/gif/fenwick.png"
ALT="Fenwick Hardware" BORDER=0 HEIGHT=46></A></TD></TR><TR><TD BGCOLOR="#FFCC00"><FONT FACE="Verdana" SIZE=2><B>
<A HREF="/about.html">About</A> | <A HREF="/contact.html">Contact</A> | <A
HREF="/tools.html">Tools</A></B></FONT></TD></TR></TABLE>
<TABLE WIDTH="100%" CELLPADDING=14><TR><TD VALIGN=top>«main»</TD><TD WIDTH=200 BGCOLOR="#EEEEEE" VALIGN=top>
<FONT FACE="Verdana" SIZE=2>Open Monday to Saturday, eight to six.<BR><BR>12 Mill Lane,
Fenwick</FONT></TD></TR></TABLE>
<CENTER><FONT FACE="Verdana" SIZE=1>Copyright Fenwick Hardware</FONT></CENTER></BODY></HTML>
"""
    home = """<H1><FONT FACE="Verdana" COLOR="#003399">Everything but the kitchen sink. And sinks.</FONT></H1>
<P><FONT FACE="Verdana" SIZE=3>We have sold screws by the piece since 1954 and we are not going to stop now. Bring
the old one along and
we will find its twin in one of nine thousand drawers.</FONT></P><FORM ACTION="/s"><INPUT TYPE=submit VALUE="Search the drawers"
STYLE="background:#003399;color:#FFCC00;font-family:Verdana;padding:8px 16px;border:0"></FORM><H2><FONT
FACE="Verdana" COLOR="#003399">
This week</FONT></H2><P><FONT FACE="Verdana" SIZE=3>Wood glue, two for one. Garden hoses are back in stock as
well.</FONT></P>"""
    about = """<H1><FONT FACE="Verdana" COLOR="#003399">About the shop</FONT></H1><P><FONT FACE="Verdana"
SIZE=3>Three generations
have stood behind this counter, and the fourth is learning where the washers are.</FONT></P>"""
    return Known(
        "ironmonger", ("Fenwick Hardware",), ("#003399",), "#ffffff", "#000000", "Verdana", "Verdana", logo,
        {
            "/": html(fill(page, title="Fenwick Hardware", main=home)),
            "/about.html": html(fill(page, title="About - Fenwick Hardware", main=about)),
            "/contact.html": html(fill(page, title="Contact - Fenwick Hardware", main=about)),
            "/gif/fenwick.png": ("image/png", rendered(logo.svg(), 560)),
        },
        secondary="#ffcc00", ground="#003399",
    )  # fmt: skip


SITES = (bank, newspaper, university, council, ironmonger)
