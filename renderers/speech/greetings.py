"""What a voice says so that one can hear it: a greeting in its own language."""

from __future__ import annotations

from renderers.speech.languages import base

_GREETINGS = {
    "af": "Hallo. So klink ek wanneer ek vir jou praat.",
    "ar": "مرحبا. هكذا أبدو عندما أتحدث إليك.",
    "bg": "Здравейте. Така звучи моят глас.",
    "bn": "নমস্কার। আমি এভাবে কথা বলি।",
    "ca": "Hola. Així sona la meva veu quan parlo per a tu.",
    "cmn": "你好。这就是我说话的声音。",
    "cs": "Dobrý den. Takto zní můj hlas.",
    "cv": "Салам.",
    "cy": "Helo. Dyma sut mae fy llais yn swnio.",
    "da": "Hej. Sådan lyder jeg, når jeg taler for dig.",
    "de": "Hallo. So klinge ich, wenn ich für dich spreche.",
    "el": "Γεια σας. Έτσι ακούγεται η φωνή μου.",
    "en": "Hello. This is how I sound when I speak for you.",
    "eo": "Saluton. Tiel sonas mia voĉo.",
    "es": "Hola. Así suena mi voz cuando hablo por ti.",
    "et": "Tere. Nii kõlab minu hääl.",
    "eu": "Kaixo. Horrela entzuten da nire ahotsa.",
    "fa": "سلام. صدای من این طور است.",
    "fi": "Hei. Tältä minä kuulostan, kun puhun puolestasi.",
    "fr": "Bonjour. Voici ma voix quand je parle pour vous.",
    "ga": "Dia duit. Seo mar a chloistear mo ghuth.",
    "gu": "નમસ્તે. મારો અવાજ આવો છે.",
    "he": "שלום. כך נשמע הקול שלי.",
    "hi": "नमस्ते। मेरी आवाज़ ऐसी है।",
    "hr": "Dobar dan. Ovako zvuči moj glas.",
    "hu": "Jó napot. Így hangzik a hangom.",
    "hy": "Բարեւ։ Ահա իմ ձայնը։",
    "id": "Halo. Beginilah suara saya.",
    "is": "Halló. Svona hljómar röddin mín.",
    "it": "Ciao. Ecco come suona la mia voce.",
    "ja": "こんにちは。これがわたしのこえです。",
    "ka": "გამარჯობა. ასე ჟღერს ჩემი ხმა.",
    "kn": "ನಮಸ್ಕಾರ. ನನ್ನ ಧ್ವನಿ ಹೀಗಿದೆ.",
    "ko": "안녕하세요. 제 목소리는 이렇습니다.",
    "la": "Salve. Sic vox mea sonat.",
    "lt": "Sveiki. Taip skamba mano balsas.",
    "lv": "Sveiki. Tā skan mana balss.",
    "mk": "Здраво. Вака звучи мојот глас.",
    "ml": "നമസ്കാരം. എന്റെ ശബ്ദം ഇങ്ങനെയാണ്.",
    "mr": "नमस्कार. माझा आवाज असा आहे.",
    "ms": "Helo. Beginilah bunyi suara saya.",
    "nb": "Hei. Slik høres jeg ut når jeg snakker for deg.",
    "ne": "नमस्ते। मेरो आवाज यस्तो छ।",
    "nl": "Hallo. Zo klink ik als ik voor je spreek.",
    "pa": "ਸਤ ਸ੍ਰੀ ਅਕਾਲ। ਮੇਰੀ ਆਵਾਜ਼ ਇਸ ਤਰ੍ਹਾਂ ਹੈ।",
    "pl": "Dzień dobry. Tak brzmi mój głos.",
    "pt": "Olá. É assim que soa a minha voz.",
    "ro": "Bună. Așa sună vocea mea.",
    "ru": "Здравствуйте. Так звучит мой голос.",
    "sk": "Dobrý deň. Takto znie môj hlas.",
    "sl": "Pozdravljeni. Tako zveni moj glas.",
    "sq": "Përshëndetje. Kështu tingëllon zëri im.",
    "sr": "Здраво. Овако звучи мој глас.",
    "sv": "Hej. Så här låter jag när jag talar för dig.",
    "sw": "Habari. Hivi ndivyo sauti yangu inavyosikika.",
    "ta": "வணக்கம். என் குரல் இப்படி இருக்கும்.",
    "te": "నమస్కారం. నా గొంతు ఇలా ఉంటుంది.",
    "th": "สวัสดี นี่คือเสียงของฉัน",
    "tr": "Merhaba. Sesim böyle duyuluyor.",
    "uk": "Вітаю. Так звучить мій голос.",
    "ur": "سلام۔ میری آواز ایسی ہے۔",
    "vi": "Xin chào. Giọng nói của tôi nghe như thế này.",
    "yue": "你好。呢個就係我把聲。",
}
_COUNTING = "1, 2, 3, 4, 5."
"""Every voice can read figures in its own language."""


def greeting(language: str) -> str:
    """A sentence in a language; counting, where we know none."""
    return _GREETINGS.get(base(language), _COUNTING)
