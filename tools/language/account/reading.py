"""Reading: what is said of an account, in the client's own sentences, and what only orders it."""

from __future__ import annotations

import re
from dataclasses import replace

from tools.brief import Goal
from tools.language.account.accounts import Account
from tools.language.account.calls import Call, address_in, read_call
from tools.language.account.fragments import (
    is_instruction,
    is_listed_subject,
    is_step,
    read_fragments,
)
from tools.language.account.identity import Identity, owner_in, read_identity
from tools.language.account.orders import Order, read_order
from tools.language.account.sentences import apart, is_personal, turned, unfilled
from tools.language.account.styles import is_wish
from tools.language.account.utterances import (
    Utterance,
    hide_quotes,
    is_finite,
    shown,
    unsigned,
    utterances,
)
from tools.language.account.wording import said
from tools.language.grammar import base_of, sentence
from tools.language.subject import names_people


def read_account(message: str, goal: Goal) -> Account:
    """The account in `message`; nothing in it is lost but what only orders the video."""
    account = Account()
    heard = unsigned(utterances(message))
    told = " ".join(each.text for each in heard if not each.label and read_order(each.text) is None)
    account.personal = is_personal(told, message)
    for each in heard:
        if each.label:
            _read_labelled(account, each, goal)
        else:
            _read_clause(account, each.text, goal)
    return account


def _read_clause(account: Account, text: str, goal: Goal) -> None:
    if branded := re.search(r"\s*\((?:our\s+)?(?:brand|name|company)(?:\s+is)?:?\s+(?P<who>[A-Z][^()]{1,40})\)", text):
        account.owner = account.owner or branded["who"]
        text = text.replace(branded.group(), "")
    hidden, quotes = hide_quotes(unfilled(text))
    head, colon, tail = hidden.partition(": ")
    if colon and (who := re.fullmatch(r"for\s+(?P<who>[^,.;:]+)", head, re.I)) and names_people(who["who"]):
        account.audience = account.audience or who["who"]
        _read_clause(account, shown(tail, quotes), goal)
        return
    if (
        colon
        and len(head.split()) <= 6
        and not is_finite(head)
        and re.search(
            r"\b(?:info|information|notice|reminder|news|update|briefing|note|memo|comms|communication)\b", head, re.I
        )
        and not account.title
    ):
        account.title = re.sub(
            r"\s+(?:info|information|notice|note|memo)?\s*(?:for|to)\s.*$|\s+(?:info|information|notice|note|memo)$",
            "",
            head,
            flags=re.I,
        )
        _read_clause(account, shown(tail, quotes), goal)
        return
    if colon and read_order(head) is not None and re.search(r"\w", tail):
        _read_clause(account, shown(head, quotes), goal)
        if re.match(r"(?:how|why|what|when|where)\b", tail, re.I) and not account.topic:
            account.topic = turned(shown(tail, quotes), account.personal)
        else:
            _read_clause(account, shown(tail, quotes), goal)
        return
    pieces = [shown(piece, quotes).strip() for piece in re.split(r",\s+", hidden) if piece.strip()]
    if not pieces:
        return
    if re.match(r"how to\s", pieces[0], re.I) and not account.topic and not is_finite(pieces[0]):
        account.topic, account.topic_at = turned(pieces.pop(0), account.personal), 0
        if pieces:
            _read_clause(account, ", ".join(pieces), goal)
        return
    if len(pieces) > 1 and (owner := _named_behind(pieces)) is not None:
        _take(account, Order(seconds=(read_order(pieces[0]) or Order()).seconds), goal)
        if len(pieces) > 2 and re.match(r"(?:where|which|who|in which|that)\s", pieces[2]):
            owner = replace(owner, opening=f"{owner.opening.rstrip('.')}, {pieces.pop(2)}.")
        _name(account, owner, goal)
        del pieces[1]
    if (order := read_order(pieces[0])) is not None:
        whole = read_order(", ".join(pieces)) if len(pieces) > 1 else None
        if whole is not None and (whole.call or whole.fact):
            _take(account, whole, goal)
            return
        _take(account, order, goal)
        if is_wish(pieces[0]):
            pieces = [
                piece
                for piece in pieces
                if not re.match(r"(?:no|not|nothing|without|for\s+(?:the|our|my))\s", piece, re.I)
            ] or pieces[:1]
        rest = [
            piece for piece in pieces[1:] if not _ordered(account, piece, goal) and not _is_audience(account, piece)
        ]
        if order.call and rest and account.calls:
            account.calls[-1] = Call(", ".join([account.calls[-1].text, *rest]), account.calls[-1].address)
        elif rest:
            _read_facts(account, ", ".join(_begun(rest)), goal)
        return
    while len(pieces) > 1 and _trails(pieces):
        order = read_order(pieces.pop())
        _take(account, order or Order(), goal)
    _read_facts(account, ", ".join(pieces), goal)


def _begun(pieces: list[str]) -> list[str]:
    return [re.sub(r"^(?:and|but|so)\s+", "", pieces[0], flags=re.I), *pieces[1:]]


def _is_audience(account: Account, piece: str) -> bool:
    """Whether a piece behind an order only says for whom, or from whom: `for students`."""
    if sender := re.match(
        r"from\s+(?:(?:all of us|the (?:whole )?team|everyone|us all)\s+(?:at|from)\s+|the\s+)"
        r"?(?P<who>[A-Z][\w'& -]+)$",
        piece,
    ):
        account.owner = account.owner or sender["who"]
        return True
    found = re.match(r"(?:and\s+)?(?:for|to|aimed at|target group|audience)\s+(?P<who>[^,.;]+)$", piece, re.I)
    if found is None or not names_people(found["who"]):
        return False
    account.audience = account.audience or found["who"]
    return True


def _ordered(account: Account, piece: str, goal: Goal) -> bool:
    order = read_order(piece)
    if order is None:
        return False
    _take(account, order, goal)
    return True


def _trails(pieces: list[str]) -> bool:
    """Whether the last piece between commas is a wish about the video rather than the end of what is told."""
    last = pieces[-1]
    if not is_wish(last):
        return read_order(last) is not None and not last.lower().startswith(("not ", "nothing "))
    return not is_finite(pieces[0]) or any(
        is_wish(piece)
        and re.search(
            r"\d\s*(?:s|sec|min)|tiktok|insta|linkedin|"
            r"youtube",
            piece,
            re.I,
        )
        for piece in pieces[1:]
    )


def _named_behind(pieces: list[str]) -> Identity | None:
    """Who is named in the second piece of `a video for my practice, Riverside Dental in Bath`."""
    order = read_order(pieces[0])
    return owner_in(f"{order.topic}, {pieces[1]}") if order is not None and order.topic else None


def _take(account: Account, order: Order, goal: Goal) -> None:
    account.seconds = account.seconds or order.seconds
    account.audience = account.audience or order.audience
    if whose := re.search(r"\b(?:of|at)\s+(?P<who>[A-Z][\w'&-]+(?:\s(?:&\s)?[A-Z][\w'&-]+)*)$", order.audience):
        account.owner = account.owner or whose["who"]
    account.title = account.title or order.title
    if order.topic and not account.topic:
        owner = owner_in(order.topic)
        if owner and not account.name:
            _name(account, owner, goal)
        elif not owner and not (account.name and re.sub(r"^(?:my|our|the)\s+", "", order.topic) in account.what):
            account.topic = turned(order.topic, account.personal)
            account.topic_at = len(account.lines)
    if order.fact:
        _read_facts(account, order.fact, goal)
    if order.call:
        call = read_call(turned(order.call, account.personal), asked=True)
        account.calls.append(call or Call(order.call))


def _name(account: Account, found: Identity, goal: Goal) -> None:
    account.name, account.what, account.firm = found.name, found.what, found.firm
    opening = found.opening
    if (
        not found.what
        and account.lines
        and (
            runs := re.match(
                r"(?:We|I)\s+(?:have|run|own|are|manage)\s+(?P<what>(?:an?\s+)?[^,.;]+?)\.$", account.lines[-1]
            )
        )
    ):
        what = runs["what"] if re.match(r"an?\s", runs["what"]) else f"a {runs['what']}"
        account.what = what
        opening = f"We're {found.name}, {what}."
        account.lines.pop()
    made = re.match(
        r"(?:We|I)\b.*\b(?:made|built|created|started|wrote|developed|launched|opened|designed)\s",
        account.lines[-1] if account.lines else "",
    )
    if made and not found.what:
        account.add(f"It's called {found.name}")
    elif opening:
        account.opening = turned(opening, account.personal)
        if account.personal:
            account.opening = re.sub(r", our (?=\w)", ", my ", account.opening)
    if found.rest:
        rest = turned(found.rest, account.personal)
        (_read_facts if is_finite(rest) else read_fragments)(account, rest, goal)


def _read_labelled(account: Account, heard: Utterance, goal: Goal) -> None:
    text, label = turned(heard.text.strip(" ."), account.personal), heard.label
    if label == "head":
        return
    if label == "order":
        _take(account, read_order(text, "order") or Order(), goal)
    elif label == "audience":
        account.audience = account.audience or text
    elif label == "product":
        name, _, more = text.partition(", ")
        if re.match(r"(?:our|my|the|an?)\s", name, re.I):
            account.topic = account.topic or name
        elif not account.name:
            account.name, account.firm = name, False
        if more:
            account.add(f"{account.name or 'It'} is {more}" if re.match(r"an?\s|the\s", more) else said(more, goal))
    elif label == "topic":
        order = read_order(text)
        _take(account, order or Order(topic=re.sub(r"\s+(?:video|film|clip)$", "", text)), goal)
    elif label == "does":
        first = text.split()[0].lower()
        name = account.name or "It"
        does = base_of(first) or re.fullmatch(r"[a-z]{3,}[^su]s", first)
        account.add(
            f"{name} {text[:1].lower()}{text[1:]}"
            if does
            else f"{name} is {text}"
            if re.match(r"an?\s", text)
            else text
        )
    elif label == "price":
        account.add(
            text
            if is_finite(text)
            else said(text, goal)
            if re.search(r"[a-z]+ [€$£]|^[€$£\d]", text)
            else f"It's {text[:1].lower()}{text[1:]}"
            if text.lower().startswith("free")
            else text
        )
    elif label == "when":
        account.add(
            text
            if is_finite(text)
            else f"It's on {text}"
            if re.match(r"[A-Z\d]", text) and not re.match(r"(?:every|from|now|next|this)\b", text, re.I)
            else f"It's {text[:1].lower()}{text[1:]}"
        )
    elif label == "where":
        account.add(
            text
            if is_finite(text)
            else f"It's {text[:1].lower() + text[1:]}"
            if re.match(r"(?:in|at|on|near|opposite|behind)\b", text, re.I)
            else f"It's at {text}"
        )
    elif label == "call" and (call := read_call(text, asked=True)):
        account.calls.append(call)
    else:
        _read_clause(account, heard.text, goal)


def _read_facts(account: Account, text: str, goal: Goal) -> None:
    text = turned(text, account.personal)
    if not re.search(r"\w", text):
        return
    pieces = re.split(r",\s+", text)
    if (
        len(pieces) > 1
        and not re.match(r"(?:if|when|once|as soon as|in case|should|for)\b", text, re.I)
        and (called := [(piece, call) for piece in pieces[1:] if address_in(piece) and (call := read_call(piece))])
    ):
        account.calls += [call for _, call in called]
        text = ", ".join(piece for piece in pieces if piece not in [each for each, _ in called])
    found = read_identity(text)
    if found is not None and not account.name and not found.opening and not found.rest:
        account.name, account.what = found.name, found.what
    elif found is not None and not account.name:
        _name(account, found, goal)
        if found.opening and found.opening.rstrip(".") == sentence(text).rstrip("."):
            account.opening = ""
            for line in apart(text):
                account.add(line)
            account.opening = account.lines.pop(0) if account.lines and len(account.lines) == len(apart(text)) else ""
            if not account.opening and account.lines:
                account.opening = account.lines.pop(-len(apart(text)))
        return
    if not account.name and (rest := _named_within(account, text, goal)):
        text = rest
    step = goal in ("how_to", "training")
    if not step or re.search(r"\d{5}|@|\.\w{2,}", text):
        call = read_call(text)
        if call is not None and not call.address and is_finite(text):
            account.add(text)
            account.calls.append(Call(call.text, line=account.lines[-1]))
            return
        if call is not None:
            account.calls.append(call)
            return
    if calls := [piece for piece in re.split(r",\s+", text) if "." in piece and address_in(piece) and read_call(piece)]:
        account.calls += [call for piece in calls if (call := read_call(piece))]
        text = ", ".join(piece for piece in re.split(r",\s+", text) if piece not in calls)
    if not re.search(r"\w", text):
        return
    first = text.split(", ")[0]
    if (
        is_listed_subject(text)
        or re.match(r"[A-Z]\w+, (?:thank|we|you|happy|good|welcome|enjoy|see)\b", text)
        or re.match(r"(?:new|this|in|coming|next|on)\b[^,]{2,30}: \w", text, re.I)
    ):
        account.add(text)
        return
    if "," in text and not is_finite(first) and not _OPENS.match(first) and not is_instruction(first):
        read_fragments(account, text, goal)
        return
    listed = re.split(r",\s+(?:and\s+)?", text)
    if step and len(listed) > 2 and all(is_instruction(each) or is_step(each) for each in listed):
        for each in listed:
            account.add(each)
        return
    if base_of(text.split()[0].lower()) and not step and re.match(r"[A-Za-z]+s\s+(?!of\b|and\b|are\b)", text):
        read_fragments(account, text[:1].lower() + text[1:], goal)
        return
    for line in apart(text):
        if is_finite(line) or '"' in line or is_instruction(line):
            account.add(line)
        else:
            read_fragments(account, line, goal)


def _named_within(account: Account, text: str, goal: Goal) -> str:
    """What else is told where a name stands between commas, after what bears it."""
    pieces = re.split(r",\s+", text)
    for at, piece in enumerate(pieces[1:], 1):
        found = read_identity(piece)
        if found is not None and not found.what and not found.opening.startswith(("I'm", "My")):
            rest = [*pieces[:at], *pieces[at + 1 :]]
            if at == 1 and re.match(r"(?:We|I)\s+(?:have|run|own|are|manage)\s", pieces[0]):
                account.add(rest.pop(0))
            _name(account, found, goal)
            return ", ".join(rest)
    return ""


_OPENS = re.compile(
    r"(?:if|when|whenever|after|before|once|while|as|since|until|unless|because|from|on|in|at|with|"
    r"without|for|"
    r"by|during|last|this|next|every|each|starting|between|over|under|to|now|today|tomorrow|tonight|"
    r"soon|"
    r"every|instead|then|first|finally|next|please|so far|today's|thanks|sadly|luckily|unlike|like)"
    r"\b",
    re.I,
)
"""What begins a sentence before its subject."""
