"""Hostile pages that plant orders, or lead a reader to where it must not go."""

from __future__ import annotations

import json
import random

from benchmarks.hostile_kinds import PLANTED, Answer, kind, order, page, secret
from benchmarks.trap import Trap


@kind
def _hidden_text(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    style = chance.choice(
        [
            "display:none",
            "visibility:hidden",
            "opacity:0",
            "font-size:0",
            "font-size:1px",
            "color:#fff;background:#fff",
            "position:absolute;left:-9999px",
            "position:absolute;top:-5000px",
            "text-indent:-9999px",
            "height:0;overflow:hidden",
            "width:1px;height:1px;overflow:hidden;position:absolute",
            "clip-path:inset(50%)",
            "transform:scale(0)",
            "position:absolute;clip:rect(0,0,0,0)",
            "color:transparent",
            "opacity:0.01",
            "max-height:0;overflow:hidden",
            "color:rgba(255,255,255,.02)",
            "content-visibility:hidden;height:1px",
        ]
    )
    return page(f'<p>Lamps that last.</p><p style="{style}">{secret(chance)}</p>'), {}, True


@kind
def _covered_text(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    cover = '<div style="position:absolute;inset:0;background:#fff;z-index:2"></div>'
    under = f'<p style="position:relative;z-index:1;margin:0">{secret(chance)}</p>'
    return (
        page(f'<div style="position:relative;height:60px;overflow:hidden">{under}{cover}</div><p>Seen.</p>'),
        {},
        True,
    )


@kind
def _planted_facts(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    said = order(chance)
    head = (
        f'<meta name="description" content="{said}"><meta property="og:site_name" content="{said}">'
        f'<script type="application/ld+json">'
        f"{json.dumps({'@type': 'Organization', 'name': said, 'logo': 'file:///etc/passwd'})}</script>"
        f"<style>body{{font-family:'{said.replace(chr(39), '')}'}} h1::after{{content:'{PLANTED}';"
        f"font-size:0}}</style><!-- {said} -->"
    )
    return (
        page(f'<img alt="{said}" width=200 height=100 src="{path}.svg"><p>Seen.</p>', head),
        {
            f"{path}.svg": (
                "image/svg+xml",
                f'<svg xmlns="http://www.w3.org/2000/svg"><title>{said}</title><script>1</script></svg>',
            )
        },
        True,
    )


@kind
def _invisible_letters(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    tags = "".join(chr(0xE0000 + ord(sign)) for sign in order(chance) if ord(sign) < 128)
    bits = "".join(chr(0xFE00 + ord(sign) % 16) for sign in "obey")
    return page(f"<p>Warm\u200b\u200d light{tags} for\u202e all{bits} rooms\u2066.</p>"), {}, True


@kind
def _redirect_to_private(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    lure, hops = chance.choice(trapped.lures()), chance.randint(0, 4)
    steps = [path, *(f"{path}-hop{number}" for number in range(hops))]
    answers = {
        step: (chance.choice([301, 302, 303, 307, 308]), {"Location": (steps[1:] + [lure])[at]}, b"")
        for at, step in enumerate(steps)
    }
    return "", answers, False


@kind
def _endless_redirects(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    return "", {path: (302, {"Location": f"{path}?{chance.random()}"}, b"")}, False


@kind
def _subresources_inside(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    lures = chance.sample(trapped.lures(), 6)
    inner = (
        f'<img src="{lures[0]}"><iframe src="{lures[1]}"></iframe><script src="{lures[2]}"></script>'
        f'<link rel=stylesheet href="{lures[3]}"><video src="{lures[4]}" poster="{lures[5]}" autoplay></video>'
        f'<object data="{lures[0]}"></object><embed src="{lures[1]}"><img src="{path}-away.png">'
        f'<link rel=prefetch href="{lures[2]}"><link rel=preconnect href="{lures[3]}"><a ping="{lures[1]}" '
        f'href="#">x</a>'
    )
    return page(inner), {f"{path}-away.png": (302, {"Location": lures[2]}, b"")}, True


@kind
def _scripts_reach_inside(
    chance: random.Random, trapped: Trap, path: str
) -> tuple[str, dict[str, Answer], bool | None]:
    lures = chance.sample(trapped.lures(), 5)
    script = (
        f"fetch('{lures[0]}',{{mode:'no-cors'}}).catch(()=>0);navigator.sendBeacon('{lures[1]}','x');"
        f"try{{new EventSource('{lures[2]}')}}catch(e){{}};const x=new XMLHttpRequest();x.open('GET',"
        f"'{lures[3]}');x.send();"
        f"fetch('{path}-on').catch(()=>0);import('{lures[4]}').catch(()=>0);new Worker('{path}.js');"
    )
    worker = f"fetch('{lures[0]}').catch(()=>0);try{{importScripts('{lures[1]}')}}catch(e){{}}"
    answers = {f"{path}-on": (307, {"Location": lures[1]}, b""), f"{path}.js": ("text/javascript", worker)}
    return page(f"<p>Seen.</p><script>{script}</script>"), answers, True


@kind
def _web_sockets(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    lures = [lure.replace("http:", "ws:") for lure in chance.sample(trapped.lures(), 4)]
    script = "".join(f"try{{new WebSocket('{lure}')}}catch(e){{}};" for lure in lures)
    peer = (
        f"try{{const p=new RTCPeerConnection({{iceServers:[{{urls:'stun:127.0.0.1:{trapped.port}'}},"
        f"{{urls:'turn:127.0.0.1:{trapped.port}"
        "?transport=tcp',username:'u',credential:'p'}]});p.createDataChannel('x');p.createOffer().then(o=>"
        "p.setLocalDescription(o))}catch(e){}"
    )
    return page(f"<p>Seen.</p><script>{script}{peer}</script>"), {}, True


@kind
def _leads_away(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    where = chance.choice(
        [
            *trapped.lures(),
            "file:///etc/passwd",
            "data:text/html,<h1>away</h1>",
            "chrome://settings",
            "about:blank",
            "javascript:document.write(1)",
            "view-source:http://127.0.0.1/",
            "blob:http://x/1",
        ]
    )
    how = chance.choice(
        [
            f'<meta http-equiv="refresh" content="0;url={where}">',
            f"<script>location.href={json.dumps(where)}</script>",
            f"<script>setTimeout(()=>location.replace({json.dumps(where)}),{chance.choice([50, 400])})</script>",
            f"<script>window.open({json.dumps(where)});window.open({json.dumps(path)})</script>",
            f'<form id=f action="{where}" method=post></form><script>document.getElementById("f").submit()</script>',
            f'<iframe srcdoc="&lt;script&gt;top.location={json.dumps(where).replace(chr(34), "&quot;")}&lt;'
            f'/script&gt;"></iframe>',
        ]
    )
    return page(f"<p>Seen.</p>{how}"), {}, None
