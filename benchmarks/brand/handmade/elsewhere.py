"""Other scripts and other sizes: right to left, Japanese, a person's own page, a group of companies, a hotel."""

# ruff: noqa: E501 - pages stay as those who make pages write them

from __future__ import annotations

from benchmarks.brand.drawn_logos import DrawnLogo, rendered
from benchmarks.brand.handmade.known import Known, css, fill, font, html, lettering, photo, stranger, svg


def warraq() -> Known:
    """An Arabic publisher, right to left; its logo is a drawing with a name in Arabic as alternative text."""
    word, end = lettering("WARRAQ", "SourceSerif", 22, 50, 30, "#0f4c4a")
    leaf = '<path d="M22 2C36 12 40 28 22 42C4 28 8 12 22 2Z" fill="#0f4c4a"/><path d="M22 8V40" stroke="#e0b15e" stroke-width="3"/>'
    logo = DrawnLogo(leaf + word, round(end + 4), 44)
    page = """
<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>«title»</title><link rel="stylesheet"
href="/rtl.css"></head><body>
<header class="top"><a class="site-logo" href="/"><img src="/assets/shiar.svg" alt="دار الورّاق" height="44"></a><ul
class="nav"><li><a href="/about">من نحن</a></li>
<li><a href="/books">الكتب</a></li><li><a href="/contact">اتصل بنا</a></li></ul></header>«main»
<footer class="bottom"><p>© دار الورّاق للنشر، طنجة</p></footer></body></html>
"""
    style = """
body{margin:0;background:#fff;color:#26302f;font-family:"IBM Plex Sans Arabic","Noto Sans Arabic",Tahoma,sans-serif;font-size:18px;line-height:1.9}
h1,h2,h3{font-family:"Noto Kufi Arabic","Geeza Pro",sans-serif}.top{display:flex;justify-content:space-between;padding:22px 60px;border-bottom:1px solid #dfe6e5}
.nav{display:flex;list-style:none;gap:26px}.nav a{color:#26302f;text-decoration:none}.zir{background:#0f4c4a;color:#fff;padding:13px 30px;border-radius:6px;
text-decoration:none;display:inline-block}.intro{padding:70px
60px;background:#f5f2ea}.books{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;padding:40px 60px}
.books article{border:1px solid #dfe6e5;padding:22px;border-radius:6px}.books
a{color:#0f4c4a}.bottom{background:#0f4c4a;color:#fff;padding:36px 60px}
"""
    home = """<section class="intro"><h1>كتب تبقى على الطاولة</h1><p>ننشر الرواية والشعر والترجمة منذ ثلاثين عاما،
ونختار كل غلاف كما نختار كل كلمة
في الصفحة الأولى من الكتاب.</p><a class="zir" href="/books">تصفح الكتب</a></section><section
class="books"><article><h3>ليل المرفأ</h3><p>رواية عن مدينة
لا تنام إلا حين تغادرها السفن الأخيرة.</p><a href="/b1">اقرأ المزيد</a></article><article><h3>قصائد
الملح</h3><p>ديوان قصير يكتب البحر كما لو كان
بيتا قديما.</p><a href="/b2">اقرأ المزيد</a></article><article><h3>خرائط الجدة</h3><p>حكايات جمعتها حفيدة من شرفات
الحي.</p><a href="/b3">اقرأ المزيد</a>
</article></section>"""
    about = """<section class="intro"><h1>من نحن</h1><p>بدأنا في غرفة واحدة فوق مطبعة قديمة، وما زلنا نسمع صوت
الآلات كلما فتحنا كتابا جديدا.</p>
<a class="zir" href="/contact">راسلنا</a></section>"""
    return Known(
        "warraq", ("دار الورّاق",), ("#0f4c4a",), "#ffffff", "#26302f", "Noto Kufi Arabic", "IBM Plex Sans Arabic",
logo,
        {
            "/": html(fill(page, title="دار الورّاق", main=home)),
            "/about": html(fill(page, title="من نحن | دار الورّاق", main=about)),
            "/contact": html(fill(page, title="اتصل بنا | دار الورّاق", main=about)),
            "/rtl.css": css(style), "/assets/shiar.svg": svg(logo),
        },
        secondary="",
    )  # fmt: skip


def kodama() -> Known:
    """A Japanese tea house in vermilion; a consent window in a shadow root; Mincho headings over Gothic text."""
    word, end = lettering("kodama", "SourceSerif", 30, 48, 32, "#2b2420")
    seal = '<rect x="3" y="3" width="36" height="36" rx="4" fill="#d3381c"/><path d="M21 8V34M10 16H32M14 34L21 20L28 34" stroke="#fff" '
    seal += 'stroke-width="3.4" fill="none"/>'
    logo = DrawnLogo(seal + word, round(end + 3), 42)
    page = """
<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>«title»</title><style>
body{font-family:"Zen Kaku Gothic New","Hiragino Sans","Noto Sans CJK JP",sans-serif;color:#2b2420;background:#fdfcf9;margin:0;line-height:2}
h1,h2,h3{font-family:"Shippori Mincho","Hiragino Mincho ProN","Noto Serif CJK JP",serif;font-weight:600}header{padding:30px 5vw;display:flex;gap:40px;align-items:center}
header svg{height:42px}header nav a{color:#2b2420;margin-right:20px;text-decoration:none}.hiraku{background:#d3381c;color:#fff;padding:14px 36px;text-decoration:none;
display:inline-block}.top{display:grid;grid-template-columns:1fr 1fr;gap:40px;padding:30px 5vw}.top
img{width:100%}.cha{border-top:1px solid #e3ddd2;padding:24px 5vw}
.cha a{color:#d3381c}.sub{background:#47602f;color:#fff;padding:8px
16px;font-size:14px}footer{background:#2b2420;color:#e9e2d6;padding:40px 5vw}</style></head><body>
<header><a href="/">«logo»</a><nav><a href="/about">私たちについて</a><a href="/shop">お茶</a><a
href="/contact">お問い合わせ</a></nav></header>«main»
<footer>木霊茶舗　京都市左京区</footer><div id="cc"></div><script>(function(){var
s=document.getElementById('cc').attachShadow({mode:'open'});
s.innerHTML='<div style="position:fixed;right:20px;bottom:20px;width:420px;background:#0b3d91;color:#fff;padding:24px;z-index:9999">当サイトはクッキー（Cookie）を使用しています。'
+'<br><button style="background:#ffdd00;border:0;padding:12px 30px">同意する</button> <button style="background:#ffdd00;border:0;padding:12px 30px">拒否する</button></div>'})()
</script></body></html>
"""
    home = """<div class="top"><div><h1>一服のあいだ、耳をすます</h1><p>宇治の山あいで四代にわたり茶を育ててきました。手で摘み、蒸し、揉み、ゆっくりと
火を入れた葉だけをお届けします。</p><a class="hiraku" href="/shop">お茶を選ぶ</a></div><img src="/i/cha.jpg" alt="茶畑の朝"></div><div
class="cha"><span class="sub">新茶</span>
<h2>春摘み煎茶</h2><p>やわらかな甘みと若葉の香り。八十グラム入り。</p><a href="/s1">くわしく見る</a></div><div class="cha"><h2>炭火ほうじ茶</h2><p>夜にも飲める軽い
焙煎です。</p><a href="/s2">くわしく見る</a><p><a class="hiraku" style="color:#fff" href="/visit">茶室を予約する</a></p></div>"""
    about = """<div class="top"><div><h1>私たちについて</h1><p>明治三十一年、川のほとりの小さな店から始まりました。今も同じ石臼を使い、同じ水で湯を沸かして
います。</p><a class="hiraku" href="/shop">お茶を選ぶ</a></div></div>"""
    return Known(
        "kodama", ("木霊茶舗",), ("#d3381c",), "#fdfcf9", "#2b2420", "Shippori Mincho", "Zen Kaku Gothic New", logo,
        {
            "/": html(fill(page, title="木霊茶舗", main=home, logo=logo.svg())),
            "/about": html(fill(page, title="私たちについて｜木霊茶舗", main=about, logo=logo.svg())),
            "/shop": html(fill(page, title="お茶｜木霊茶舗", main=about, logo=logo.svg())),
            "/i/cha.jpg": photo(61, (90, 120, 60)),
        },
        ground="#fdfcf9",
    )  # fmt: skip


def hedlund() -> Known:
    """One person's page: hardly any style, a name in type, links underlined in the colour of the text."""
    page = """
<!doctype html><title>«title»</title><meta name=viewport content="width=device-width"><style>
body{max-width:38em;margin:4em auto;padding:0 1em;font:19px/1.5 "EB Garamond",Garamond,serif;background:#fffff8;color:#151515}
a{color:inherit}h1{font-weight:400;font-size:1.6em}h1 a{text-decoration:none}h2{font-size:1.2em;font-style:italic;font-weight:400}
img{max-width:100%}nav a{margin-right:1em}</style><h1><a href="/">Jonas Hedlund</a></h1><nav><a
href="/about">About</a><a href="/writing">Writing</a>
<a href="mailto:jonas@hedlund.example">Mail</a></nav>«main»<p><small>&copy; Jonas Hedlund</small></p>
"""
    home = """<p>I photograph places where people have just been. Chairs, mostly, and tables with something left on
them.</p><img src="/a.jpg"
alt="An empty platform"><h2>Platform</h2><p>Forty railway stations on the last day of their service, taken between
the last train and the
locking of the doors.</p><img src="/b.jpg" alt="A table after lunch"><h2>After lunch</h2><p>A book of one hundred
and one tables.</p>"""
    about = "<h2>About</h2><p>Born in Falun, trained as a surveyor, which explains the tripod. Lives by a lake that is frozen half the year.</p>"
    return Known(
        "hedlund", ("Jonas Hedlund",), ("#151515",), "#fffff8", "#151515", "EB Garamond", "EB Garamond", None,
        {
            "/": html(fill(page, title="Jonas Hedlund", main=home)),
            "/about": html(fill(page, title="About - Jonas Hedlund", main=about)),
            "/writing": html(fill(page, title="Writing - Jonas Hedlund", main=about)),
            "/a.jpg": photo(71, (120, 110, 100)), "/b.jpg": photo(72, (160, 140, 110)),
        },
        secondary="", ground="#fffff8",
    )  # fmt: skip


def aster() -> Known:
    """A group in indigo whose three companies each have a colour and a logo of their own on the page."""
    word, end = lettering("Aster Group", "Manrope", 29, 46, 31, "#ffffff")
    star = '<path d="M20 2L25 15L38 20L25 25L20 38L15 25L2 20L15 15Z" fill="#8f94fb"/>'
    logo = DrawnLogo(star + word, round(end + 3), 40)
    parts = {"energy": "#2e9e4f", "mobility": "#f27d16", "home": "#d6246e"}
    cards = "".join(
        f'<div class="unit unit--{name}"><img src="/logos/aster-{name}.svg" alt="Aster {name.title()} logo" height="36"><h3>Aster {name.title()}</h3>'
        f'<p>{said}</p><a class="unit__link" href="/{name}">Visit Aster {name.title()}</a></div>'
        for name, said in zip(
            parts, ("Heat and light from wind and water.", "Buses that come.", "Flats one can afford."), strict=True
        )
    )
    page = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><link rel="stylesheet"
href="/etc/designs/aster/clientlib.css"></head>
<body><div class="cmp-header"><div class="cmp-header__logo"><a href="/"><img data-src="/logos/aster-group.svg"
src="/logos/aster-group.svg"
alt="Aster Group"></a></div><div class="cmp-header__nav"><a href="/about">About</a><a
href="/investors">Investors</a><a href="/careers">Careers</a></div></div>
«main»<div class="cmp-footer"><p>Aster Group plc</p><a href="/contact">Contact</a></div></body></html>
"""
    style = """
@import url("base.css");
.cmp-header{background-color:#2b2d7c;display:flex;justify-content:space-between;padding:20px
64px;align-items:center}.cmp-header__logo img{height:40px}
.cmp-header__nav a{color:#fff;margin-left:28px;text-decoration:none}.teaser{background-color:#ecedfb;padding:72px
64px}.cmp-button{background-color:#2b2d7c;color:#fff;
padding:16px 32px;border-radius:4px;display:inline-block;text-decoration:none}.units{display:flex;gap:24px;padding:48px 64px}.unit{flex:1;border-top:8px solid;padding:24px;
background:#fff;box-shadow:0 4px 18px rgba(20,20,60,.12)}
"""
    style += "".join(
        f".unit--{name}{{border-color:{ink}}}.unit--{name} .unit__link{{color:{ink}}}" for name, ink in parts.items()
    )
    style += ".cmp-footer{background-color:#17184a;color:#fff;padding:48px 64px}.cmp-footer a{color:#fff}.copy{padding:48px 64px}.copy a{color:#2b2d7c}"
    base = """body{margin:0;font-family:var(--aster-font-text,"Aster Sans",Arial,sans-serif);background:#fff;color:#1d1e33}
:root{--aster-font-text:"Aster Sans",Arial,sans-serif;--aster-font-display:"Aster Display","Aster Sans",sans-serif}
@font-face{font-family:"Aster Sans";src:url(/fonts/as.woff2)}@font-face{font-family:"Aster Display";src:url(/fonts/ad.woff2)}
h1,h2,h3{font-family:var(--aster-font-display)}"""
    home = f"""<div class="teaser"><h1>One group, three ways to live better</h1><p>From the socket to the bus stop
to the front door: eleven thousand
people work on the things that nobody notices until they fail.</p><a class="cmp-button" href="/about">Who we
are</a></div><div class="units">{cards}</div>
<div class="copy"><h2>Results for the half-year</h2><p>Revenue rose by four per cent, and the buses ran on time in
nineteen of twenty cases.</p>
<a class="cmp-button" href="/investors">Read the report</a> <a href="/news">All news</a></div>"""
    about = """<div class="copy"><h1>Who we are</h1><p>Aster began as a gasworks in 1888, bought a tram line by
accident, and has since then been in the
business of keeping towns going.</p><a class="cmp-button" href="/careers">Work with us</a></div>"""
    return Known(
        "aster", ("Aster Group",), ("#2b2d7c",), "#ffffff", "#1d1e33", "Aster Display", "Aster Sans", logo,
        {
            "/": html(fill(page, title="Aster Group | Home", main=home)),
            "/about": html(fill(page, title="Aster Group | Who we are", main=about)),
            "/contact": html(fill(page, title="Aster Group | Contact", main=about)),
            "/etc/designs/aster/clientlib.css": css(style), "/etc/designs/aster/base.css": css(base), "/logos/aster-group.svg": svg(logo),
            **{f"/logos/aster-{name}.svg": stranger(f"Aster {name}", ink) for name, ink in parts.items()},
            "/fonts/as.woff2": font("Aster Sans", "Hanken"), "/fonts/ad.woff2": font("Aster Display", "Manrope", bold=True),
        },
        ground="#2b2d7c",
    )  # fmt: skip


def belvaro() -> Known:
    """A hotel with outlined buttons in olive, icon fonts everywhere, a booking frame, and a logo in `currentColor`."""
    word, end = lettering("Belvaro", "SourceSerif", 34, 4, 36, "currentColor")
    drawing = f'<path d="M4 44H{end:.0f}V46H4Z" fill="currentColor"/>' + word
    logo = DrawnLogo(drawing.replace("currentColor", "#5f6b3c"), round(end + 4), 50)
    icons = "".join(f'<span class="material-symbols-outlined">{name}</span> {said} ' for name, said in (
        ("wifi", "Wireless network"), ("pool", "Pool"), ("restaurant", "Kitchen"), ("spa", "Bath"), ("pets", "Dogs are welcome")))  # fmt: skip
    page = """
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>«title»</title><link rel="stylesheet"
href="/fonts.css"><link rel="stylesheet" href="/hotel.css">
</head><body><header id="masthead"><a class="navbar__logo" href="/" aria-label="Belvaro, home"><svg
xmlns="http://www.w3.org/2000/svg" viewBox="0 0 «w» 50"
class="logo-svg">«drawing»</svg></a><nav><a href="/about">The house</a><a href="/rooms">Rooms</a><a
href="/contact">Find us</a><a class="button" href="/book"><i
class="fas">&#xf073;</i> Book</a></nav></header>«main»<footer><p>Hotel Belvaro, Via del Porto 3 <i
class="fas">&#xf095;</i> +39 0185 000000</p></footer></body></html>
"""
    fonts = """
@font-face{font-family:'Material Symbols Outlined';font-style:normal;src:url(/ms.woff2) format('woff2')}
@font-face{font-family:"Font Awesome 6 Free";src:url(/fa.woff2)}@font-face{font-family:'Spectral';src:url(/sp.woff2);unicode-range:U+0000-00FF}
@font-face{font-family:'Spectral';src:url(/sp-cyr.woff2);unicode-range:U+0400-04FF}@font-face{font-family:'Marcellus';src:url(/ma.woff2)}
"""
    style = """
body{margin:0;color:#3a3a32;background:#faf9f5;font-family:'Spectral',serif;font-size:18px}h1,h2,h3{font-family:'Marcellus',serif;font-weight:400;color:#3a3a32}
.material-symbols-outlined{font-family:'Material Symbols Outlined';font-size:22px;overflow:hidden;width:22px;display:inline-block;white-space:nowrap}
.fas{font-family:"Font Awesome 6 Free";font-style:normal}#masthead{display:flex;justify-content:space-between;padding:24px 50px;align-items:center;color:#5f6b3c}
#masthead a{color:inherit}#masthead nav a{color:#3a3a32;margin-left:24px;text-decoration:none}.logo-svg{height:50px}.button,#masthead nav a.button{border:1.5px solid #5f6b3c;color:#5f6b3c;padding:12px 28px;
text-decoration:none;display:inline-block;background:transparent}.pic
img{width:100%;height:420px;object-fit:cover}.wrap{padding:50px;max-width:900px;margin:auto}
.wrap a{color:#5f6b3c}.tint{background:#eceadd;padding:50px}footer{background:#5f6b3c;color:#fff;padding:40px 50px}
"""
    home = f"""<div class="pic"><img src="/sea.jpg" alt="The terrace above the sea"></div><div
class="wrap"><h1>Twelve rooms above the harbour</h1><p>Breakfast
is under the lemon trees until somebody takes the last fig, and no one has ever been asked to leave before
noon.</p><a class="button" href="/rooms">See the
rooms</a></div><div class="tint"><h2>In the house</h2><p>{icons}</p></div><div class="wrap"><h2>Come by
boat</h2><p>We meet every ferry with a handcart and
an umbrella, whichever you need more.</p><a class="button" href="/book">Book</a> <a href="/contact">How to find
us</a></div>"""
    about = """<div class="wrap"><h1>The house</h1><p>A ship's doctor built it in 1904 and never went to sea again, although he kept the telescope in the
upper window for the rest of his life.</p><a class="button" href="/book">Book</a></div>"""
    parts = {"w": f"{logo.width:g}", "drawing": drawing}
    return Known(
        "belvaro", ("Belvaro", "Hotel Belvaro"), ("#5f6b3c",), "#faf9f5", "#3a3a32", "Marcellus", "Spectral", logo,
        {
            "/": html(fill(page, title="Hotel Belvaro", main=home, **parts)),
            "/about": html(fill(page, title="The house | Hotel Belvaro", main=about, **parts)),
            "/rooms": html(fill(page, title="Rooms | Hotel Belvaro", main=about, **parts)),
            "/fonts.css": css(fonts), "/hotel.css": css(style), "/ms.woff2": font("Material Symbols Outlined", "Manrope"),
            "/fa.woff2": font("Font Awesome 6 Free", "Manrope"), "/sp.woff2": font("Spectral", "SourceSerif"),
            "/sp-cyr.woff2": font("Spectral", "SourceSerif", bold=True), "/ma.woff2": font("Marcellus", "SourceSerif"),
            "/sea.jpg": photo(81, (70, 120, 150), 1440, 640),
            "/favicon.png": ("image/png", rendered(logo.svg(), 64)),
        },
        secondary="", ground="#faf9f5",
    )  # fmt: skip


SITES = (warraq, kodama, hedlund, aster, belvaro)
