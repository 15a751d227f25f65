"""Page and file text at the boundary: plain, cut at a word, and known for what it is when it gives orders.

Text that speaks to a machine ("ignore previous instructions") stays data like any other, but nobody takes it for the
brand's own voice: `instructs` finds it, and what is found is counted for the notes.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from functools import lru_cache

from brand_memory.cleaning import clean

_STYLES = re.compile("\ufe0f{2,}")
_MARKS = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
                    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip
_LONGEST_WORD = 40
"""A cut is made at a word as long as no more than this many characters are lost by it."""
_MACHINE = r"(?:ai|a\.i\.|llm|gpt|language model|chat ?bot|chatgpt|assistant|ai agent|agent|model|bot|crawler)s?"
_ORDERS = r"(?:instructions?|prompts?|directives?|system\ message)"
_RULES = r"(?:rules|guidelines|commands?|orders|constraints|polic(?:y|ies))"
_ENGLISH = rf"""
\b(?:ignore|disregard|forget|override|bypass|discard|(?:do\ not|don't|stop)\ (?:follow|obey|listen))\w*\b.{{0,30}}
    (?:\b(?:previous|prior|above|earlier|preceding|former|all|any|every|system|your|the|these
|other)\b.{{0,30}}\b{_ORDERS}
    |\b(?:previous|prior|above|earlier|preceding|former|system|your)\b.{{0,20}}\b{_RULES})\b
|\b(?:ignore|disregard|forget)\b.{{0,12}}\b(?:everything|all|anything|what)\b.{{0,20}}\b(?:above|before\ this
|previously|told\ you|were\ told)\b
|\bsystem[\s_-]*prompts?\b(?!\ (?:you|us|me|them|users?|the\ user)\b)|\b(?:hidden|initial|developer
|secret)\ (?:prompt|instructions?)\b|\bdeveloper\ mode\b|\bjailbreak
|\bprompt\s+override\b|\b(?:new|updated|real|actual|important|following|additional)\ instructions?\s*(?::
|for\ (?:the\ )?{_MACHINE}\b)
|\byou\ are\ (?:now\ |no\ longer\ )?(?:an?\ |the\ )?(?:\w+\ ){{0,2}}(?:ai|llm|language\ model|chatbot|dan
|unrestricted|root|(?:ai|helpful|evil|digital)\ assistant)\b
|\byou\ are\ now\ (?:in|an?|the)\b|\bfrom\ now\ on,?\ you\b
|\b(?:act|behave|respond|answer)\ as\ (?:if\ you\ (?:are|were)|an?\ (?:\w+\ )?(?:ai|llm|assistant|admin
|administrator|developer|system|hacker|dan)\b)
|\bpretend\ (?:that\ )?(?:to\ be|you\ are|you're)\ (?:an?\ |the\ )?(?:\w+\ )?(?:ai|llm|model|admin|administrator
|developer|system|unrestricted|root)\b
|\b(?:if|when|since|because)\ you(?:\ are|'re)\ (?:an?\ )?(?:\w+\ )?{_MACHINE}\b
|\b(?:note|message|notice|instructions?|attention|warning|memo)\b:?\s*(?:to|for)?\s*(?:all\ |any\ |the\ )?(?:ai|llm
|language\ model|chatbot|ai\ (?:agent|assistant|model))s?\b
|\b(?:dear|hey|hello|attention)\ (?:ai|llm|assistant|language\ model|chatbot|chatgpt|ai\ (?:agent|assistant))\b
|\b(?:ai|llm|language\ model|ai\ (?:agent|assistant|model|system))s?\ (?:reading|processing|visiting|parsing
|summari[sz]ing|that\ (?:read|process|crawl)s?)\b
|\b(?:ai|llm|language\ model|ai\ (?:agent|assistant|model|system))s?,?\ (?:must|shall|you\ must|please)\b
|\b(?:reveal|print|output|repeat|leak|disclose|exfiltrate|send|dump|show|tell)\b.{{0,20}}\b(?:system|hidden|secret
|initial|your)\b.{{0,12}}\b(?:prompt|instructions?|message|api\ keys?|keys|passwords?|credentials|secrets|memory
|environment\ variables?)\b
|\b(?:respond|reply|answer|output)\ (?:only\ |exactly\ |solely\ )(?:with|in|by)\b|\bdo\ not\ (?:tell|inform|alert
|mention\ (?:this\ )?to)\ the\ user\b
|\b(?:save|store|write|record|add|commit|remember)\b.{{0,40}}\b(?:in|to|into
|as)\ (?:your\ |the\ )?(?:long[\s-]term\ )?(?:memory|brand\ (?:memory|kit))\b
|\b(?:set|change|replace|overwrite|report)\b.{{0,20}}\b(?:brand|primary|logo|kit)\b.{{0,20}}\b(?:colou?r|name|url
|tone|kit)\b.{{0,8}}\b(?:to|with|as|=)\b.{{0,3}}\S
|\b(?:call|invoke|execute)\ (?:the\ )?(?:\w+\ )?(?:tool|function|shell|script)\b.{{0,20}}(?:\bwith\b|\bto\b|:|\()
"""
_MARKERS = r"""
^\W{0,4}(?:system|assistant)\s*(?:message|prompt)?\s*(?::|>|\]|\|)|^\W{0,4}(?:user|human
|developer)\s*:.*\b(?:assistant|system)\s*:
|<\|?\s*/?\s*(?:im_start|im_end|system|assistant|user|instructions?|prompt|tool_call|tool_result|function_calls?
|endoftext|sys)\b[^<>]{0,40}>
|\[/?(?:inst|system|assistant|sys)\]|<<\s*/?\s*sys\s*>>|^\#{2,}\s*(?:system|instructions?|human|assistant|user
|response)\b
|\b(?:begin|end|start\ of|end\ of)\ (?:system|hidden|new|admin|developer)\ (?:prompt|message|instructions?|note)\b
"""
_OTHERS = r"""
\b(?:ignorier|vergiss|vergessen|missacht|übergeh|befolge)\w*\b.{0,50}(?:anweisung|instruktion|vorgaben|befehle
|systemprompt|(?:vorherig|bisherig|vorig|obig|deine)\w* regeln)
|\bdu bist (?:jetzt|nun|ab jetzt|ab sofort) |\bdu bist (?:ein )?(?:ki\b|sprachmodell|assistent)
|\b(?:ignor|oubli|néglig|contourn)\w+.{0,40}\b(?:instructions?|consignes?|directives?|règles|ordres)\b
|\bne (?:tiens|tenez) pas compte\b
|\b(?:tu es|vous êtes) (?:maintenant|désormais) |\binvite système\b|\b(?:tu es|vous êtes) (?:une? )?(?:ia\b
|modèle de langage|assistant ia)
|\b(?:ignor|olvid|descart|omit)\w+.{0,40}\b(?:instruc|órdenes|ordenes|indicaciones|reglas|directrices)
|\bhaz caso omiso\b|\bahora eres\b|\b(?:mensaje|prompt|indicador) del sistema\b
|\b(?:ignor|dimentic|trascur)\w+.{0,40}\b(?:istruzion|direttiv|regole|indicazion|ordini)|\b(?:ora|adesso) sei (?:un
|una)\b|\bprompt di sistema\b
|\b(?:ignor|esqueç|desconsider|descart)\w+.{0,40}\b(?:instruç|regras|ordens|diretriz|comandos)
|\bagora (?:você )?é(?:s)? um|\bprompt d[oe] sistema\b
|\b(?:negeer|vergeet|sla)\b.{0,40}\b(?:instructies|opdrachten|aanwijzingen|regels)\b|\bje bent nu (?:een|geen)\b
|\b(?:ignorera|ignorer|ignorér|glöm|glem|bortse)\b.{0,40}\b(?:instruktion|instruks|anvisning|regler)
|\bdu är nu en\b|\bdu er nu en\b
|\b(?:z?ignoruj|zapomnij|pomiń)\w*.{0,40}\b(?:instrukcj|polece|zasad|wytyczn)|\bjesteś teraz\b
|(?:önceki|yukarıdaki|tüm|bütün).{0,40}(?:talimat|yönerge|komut|kural).{0,40}(?:yok say|görmezden|unut|dikkate alma)
|(?:игнориру|проигнориру|забудь|забыть|не обращай).{0,50}(?:инструкц|указани|правил|команд)|системн\w+ (?:промпт
|подсказк|сообщени)|ты теперь
|(?:ігнору|проігнору|забудь).{0,50}(?:інструкц|вказівк|правил|команд)
|(?:忽略|无视|無視|忘记|忘記|不要理会|不要遵守).{0,24}(?:指令|指示|提示|规则|規則|说明|命令)|系统提示|系統提示|你现在是|你現在是
|(?:指示|命令|ルール|プロンプト|指令).{0,14}(?:無視|忘れ|従わな)|システムプロンプト|あなたは今から
|(?:지시|명령|프롬프트|규칙|지침).{0,14}(?:무시|잊)|시스템 ?프롬프트|너는 이제|당신은 이제
|(?:تجاهل|انس|تجاوز).{0,50}(?:التعليمات|الأوامر|القواعد|التوجيهات)|(?:निर्देश|आदेश).{0,30}(?:अनदेखा|नज़रअंदाज़
|नजरअंदाज|भूल)
"""
_SQUASHED = re.compile(
    r"(?:ignore|disregard|forget|override)(?:all|any|every|the|your|my|of)*(?:previous|prior|above|earlier|preceding)?"
    r"(?:the|your|system)*(?:instructions?|prompts?|directives)|youarenowan?(?:ai|dan|assistant)"
)
_TWINS = str.maketrans("аеіоорсухкԁһјѕνοιαερτυκ", "aeioopcyxkdhjsvoiaeptuk")
"""Cyrillic and Greek letters that look like Latin ones (Unicode confusables, the common lower-case ones)."""
_LEET = str.maketrans("013457@$!|", "oieastasil")
_NO_WORD = re.compile(r"[^\w%]+|_+")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{32,}={0,2}")
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE | flag)
    for pattern, flag in ((_ENGLISH, re.VERBOSE), (_MARKERS, re.VERBOSE | re.M))
)
_FOREIGN = re.compile("".join(_OTHERS.splitlines()), re.IGNORECASE)


def plain(text: object, limit: int = 600) -> str:
    """`text` on one line in NFC, of at most `limit` characters, cut at a word, with nothing in it that can not be seen.

    Beside what `clean` takes out, piles of combining marks are cut to three. What is no text becomes the empty string;
    `plain` of its own result is that result.
    """
    found = clean(text, 4 * limit + 200)
    for _ in range(3):
        # Taking something out can bring two signs together that compose, so once is not always enough.
        again = unicodedata.normalize("NFC", _MARKS.sub(r"\1", _STYLES.sub("\ufe0f", found)))
        if again == found:
            break
        found = clean(again, 4 * limit + 200)
    return shorten(found, limit)


def shorten(text: str, limit: int) -> str:
    """`text` of at most `limit` characters, cut at the last word that fits where that costs no more than 40."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    if text[limit] != " " and " " in cut[-_LONGEST_WORD:]:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" \u200d")


@lru_cache(maxsize=16384)
def instructs(text: str) -> bool:
    """Whether `text` talks to a machine that reads it: orders to it, marks of a dialogue, a role put upon it.

    Letters from look-alike alphabets, digits for letters, spaced-out letters and base64 are seen through. Known in
    English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Polish, Turkish, Russian, Ukrainian,
    Chinese, Japanese, Korean, Arabic and Hindi. No such list is complete: nothing may depend on it but what is shown.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text[:4000]).casefold().split())
    if _FOREIGN.search(folded):
        return True
    latin = _without_accents(folded.translate(_TWINS)).replace("\u2019", "'")
    if any(pattern.search(latin) for pattern in _PATTERNS):
        return True
    squashed = re.sub(r"[^a-z]", "", latin.translate(_LEET))
    return bool(_SQUASHED.search(squashed)) or any(_hides(run) for run in _BASE64.findall(text[:4000])[:4])


@lru_cache(maxsize=32768)
def key_of(text: str) -> str:
    """What `text` is compared by: no case, no accents, letters and digits only, one space between words."""
    folded = _without_accents(unicodedata.normalize("NFKC", text).casefold())
    return _NO_WORD.sub(" ", folded).strip()


def words_of(text: str) -> list[str]:
    """The words of `text` as written, with inner apostrophes and hyphens; numbers are no words."""
    return [word for word in re.findall(r"[^\W_]+(?:['\u2019\-][^\W_]+)*", text) if not word.isdigit()]


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if unicodedata.category(sign) != "Mn")


def _hides(run: str) -> bool:
    """Whether a run of base64 holds readable text that gives orders."""
    try:
        said = base64.b64decode(run.replace("-", "+").replace("_", "/") + "=" * (-len(run) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return False
    return not _BASE64.fullmatch(said) and instructs(said)
