"""In which language a text is, and its small words: what every text has and no brand is known by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

SMALL_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the a an and or but of to for in on at with is are was were be been being this that these those we our "
        "ours us you your yours it its they their them he she his her him i me my from by as not no have has had will "
        "would can could should may might must do does did so if than then there here what which who whom when where "
        "why how all any both each few more most other some such only own same too very just about into over after "
        "before under again once out up down off through during above below between also get got make made one two "
        "new now every many much never always even still while because since until like well back way see use used",
        "de": "der die das den dem des ein eine einen einem einer eines und oder aber von zu zum zur für in im ins auf "
        "an am mit ist sind war waren sein seine ihre ihr ihren wir uns unser unsere unseren sie es er ich du dich dir "
        "dein deine deinen nicht kein keine auch als wie wenn dann so nur noch mehr sehr schon über unter nach bei aus "
        "durch um bis vor wird werden wurde haben hat hatte kann können muss soll alle alles dass was wer wo "
        "jetzt hier",
        "fr": "le la les l un une des et ou mais de du d à au aux pour dans sur sous avec sans par en est sont était "
        "être a ont avons nous notre nos vous votre vos il elle ils elles je tu on ce cet cette ces qui que qu quoi "
        "dont où ne pas plus moins très aussi si comme tout tous toute toutes son sa ses leur leurs se y même "
        "bien fait",
        "es": "el la los las lo un una unos unas y e o pero de del a al para por con sin en sobre entre es son era ser "
        "está están ha han hay nosotros nuestro nuestra nuestros nuestras tu tus te ti su sus usted ustedes se me mi "
        "que qué quien como cómo cuando donde no más menos muy también si ya todo todos toda todas este esta estos eso",
        "it": "il lo la i gli le un uno una e o ma di del dello della dei delle a al alla ai alle da dal dalla in nel "
        "nella con su sul sulla per tra è sono era essere ha hanno abbiamo noi nostro nostra nostri nostre voi vostro "
        "tu tuo tua tuoi si ci che chi cui come quando dove non più molto anche se già tutto tutti tutta questo questa",
        "pt": "o a os as um uma uns umas e ou mas de do da dos das a ao à aos para por com sem em no na nos nas sobre "
        "é são era ser está estão tem têm há nós nosso nossa nossos nossas você vocês seu sua seus suas que quem como "
        "quando onde não mais menos muito também se já todo todos toda todas este esta isso pelo pela",
        "nl": "de het een en of maar van voor in op aan met zonder bij naar uit over door om te is zijn was waren "
        "wordt "
        "worden heeft hebben wij we ons onze u uw je jouw jij hij zij ze ik mijn dat dit die deze er niet geen ook als "
        "dan wat wie waar hoe meer veel zo nog al alle kan kunnen",
        "sv": "och eller men av för i på med utan till från om är var en ett den det de vi vår våra vårt oss du din "
        "dina ditt ni er han hon jag som att inte ingen också när där här hur vad mer alla så kan ska har hade blir",
        "da": "og eller men af for i på med uden til fra om er var en et den det de vi vores os du din dine dit i jer "
        "han hun jeg som at ikke ingen også når hvor her hvordan hvad mere alle så kan skal har havde bliver",
        "pl": "i oraz lub ale z ze w we na do od o po dla bez przez przy jest są był być ma mają my nasz nasza nasze "
        "nas wy wasz ty twój twoja ich jego jej się nie tak co kto jak gdzie kiedy że to ten ta te tym już też tylko",
        "cs": "a i nebo ale z ze v ve na do od o po pro bez při je jsou byl být má mají my náš naše nás vy váš vaše "
        "jejich se si ne ano co kdo jak kde když že to ten ta tyto jen také více",
        "tr": "ve veya ama ile için bir bu şu o biz bizim siz sizin sen senin ben de da ki mi ne nasıl nerede çok daha "
        "en gibi kadar sonra önce değil var yok olan olarak her tüm",
        "ru": "и или но в во на с со к ко от до для без по при о об у из за не нет да мы наш наша наши нас вы ваш ваша "
        "ваши вас он она они их его её я ты что кто как где когда это этот эта эти все всё так уже также только более",
    }.items()
}
"""Articles, pronouns, prepositions and the like, by ISO 639-1 code. Written for this table."""

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.05), ("ko", re.compile("[\uac00-\ud7af]"), 0.3),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.3), ("ar", re.compile("[\u0600-\u06ff]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3), ("el", re.compile("[\u0370-\u03ff]"), 0.3),
    ("hi", re.compile("[\u0900-\u097f]"), 0.3), ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.3),
)  # fmt: skip
_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")
_SURE = 0.12
"""Share of small words from which a text's language outweighs what the page declares; running text has 0.3 and more."""


def language_of(texts: Iterable[str], declared: str = "") -> str:
    """The ISO 639-1 code of what `texts` are written in: by script, by small words, else as `declared`, else `en`."""
    text = " ".join(texts)[:40_000]
    letters = sum(sign.isalpha() for sign in text)
    for code, letter, least in _SCRIPTS:
        if letters and len(letter.findall(text)) / letters >= least:
            return code
    said = _CODE.match(declared.strip().lower())
    tag = said.group() if said else ""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    total = words.total()
    if total < 8:
        return tag or "en"
    shares = {code: sum(words[word] for word in small) / total for code, small in SMALL_WORDS.items()}
    best = max(shares, key=lambda code: (shares[code], code == tag, code == "en"))
    if shares[best] >= _SURE and shares[best] > 1.15 * shares.get(tag, 0.0):
        return best
    return tag or (best if shares[best] > 0.05 else "en")
