"""Hostile pages that hold a reader up, fill its memory, ask it for things, or bend its tools."""

from __future__ import annotations

import contextlib
import gzip
import random
import time
import zlib
from http.server import BaseHTTPRequestHandler

from benchmarks.hostile_kinds import PLANTED, Answer, kind, order, page
from benchmarks.trap import Trap


@kind
def _endless_page(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    script = chance.choice(
        [
            "addEventListener('scroll',()=>{for(let i=0;i<60;"
            "i++)document.body.append(Object.assign(document.createElement('p'),{textContent:'more '+i}))})",
            "setInterval(()=>{for(let i=0;i<40;i++)document.body.append(document.createElement('div'))},5)",
            "(function f(){document.body.append('x');setTimeout(f,1)})()",
            "setInterval(()=>document.body.classList.toggle('a'),1)",
        ]
    )
    return page(f"<div style='height:2000px'>tall</div><script>{script}</script>"), {}, True


@kind
def _never_rests(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    script = chance.choice(
        [
            "setTimeout(()=>{for(;;){}},200)",
            "for(;;){}",
            "addEventListener('scroll',()=>{for(;;){}})",
            "Promise.resolve().then(function f(){return Promise.resolve().then(f)})",
        ]
    )
    return page(f"<p>Seen.</p><div style='height:3000px'></div><script>{script}</script>"), {}, None


@kind
def _memory_eater(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    script = chance.choice(
        [
            "const a=[];setInterval(()=>a.push(new Array(1e6).fill(Math.random())),1)",
            "let s='x';for(let i=0;i<40;i++){try{s+=s}catch(e){break}};window.s=s",
            "let h='';for(let i=0;i<60000;i++)h+='<b>'+i+'</b>';document.body.insertAdjacentHTML('beforeend',h)",
        ]
    )
    return page(f"<p>Seen.</p><script>{script}</script>"), {}, None


@kind
def _huge_answer(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(10**9))
        handler.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(1000):
                handler.wfile.write(b"<p>" + b"x" * 1_000_000)

    if chance.random() < 0.5:
        return page(f'<img width=200 height=80 src="{path}.png"><p>Seen.</p>'), {f"{path}.png": pour}, True
    return "", {path: pour}, None


@kind
def _bomb(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    inner = page("<p>Seen.</p>" + " " * 60_000_000).encode()
    packed, name = (gzip.compress(inner, 9), "gzip") if chance.random() < 0.6 else (zlib.compress(inner, 9), "deflate")
    logo = gzip.compress(b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * 40_000_000 + b"</svg>")
    answers: dict[str, Answer] = {
        f"{path}-logo.svg": (200, {"Content-Type": "image/svg+xml", "Content-Encoding": "gzip"}, logo)
    }
    if chance.random() < 0.5:
        return page(f'<a href="/"><img alt=logo width=100 height=40 src="{path}-logo.svg"></a>'), answers, True
    return "", {path: (200, {"Content-Type": "text/html", "Content-Encoding": name}, packed)}, None


@kind
def _slow_drip(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        with contextlib.suppress(OSError):
            handler.wfile.write(
                b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n" + (b"" if chance.random() < 0.5 else b"\r\n")
            )
            for _ in range(60):
                handler.wfile.write(b"X: y\r\n" if chance.random() < 0.5 else b"<")
                handler.wfile.flush()
                time.sleep(0.5)

    if chance.random() < 0.6:
        return (
            page(f'<img src="{path}.png" width=90 height=50><script async src="{path}.js"></script>'),
            {f"{path}.png": drip, f"{path}.js": drip},
            True,
        )
    return "", {path: drip}, None


@kind
def _attachment(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": 'attachment; filename="../../.bashrc"',
    }
    if chance.random() < 0.5:
        return "", {path: (200, headers, b"#!/bin/sh\n")}, False
    inner = (
        f"<p>Seen.</p><iframe src='{path}.bin'></iframe><a id=d download href='{path}.bin'>get</a><script>"
        f"document.getElementById('d').click()</script>"
    )
    return page(inner), {f"{path}.bin": (200, headers, b"#!/bin/sh\n")}, True


@kind
def _dialogs(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    script = chance.choice(
        [
            "alert('stop');confirm('go on?');prompt('who?')",
            ("addEventListener('beforeunload',e=>{e.preventDefault();e.returnValue='stay'})"),
            "setInterval(()=>alert('again'),50)",
            "print();showModalDialog&&showModalDialog('x')",
            "Notification.requestPermission();navigator.geolocation.getCurrentPosition(()=>0);"
            "navigator.mediaDevices.getUserMedia({video:true}).catch(()=>0)",
            "document.documentElement.requestFullscreen().catch(()=>0);document.body.requestPointerLock()",
        ]
    )
    return page(f"<p>Seen.</p><script>{script}</script>"), {}, True


@kind
def _service_worker(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    lure = chance.choice(trapped.lures())
    worker = f"self.addEventListener('install',e=>fetch('{lure}').catch(()=>0));fetch('{lure}').catch(()=>0)"
    script = f"navigator.serviceWorker&&navigator.serviceWorker.register('{path}.js',{{scope:'/'}}).catch(()=>0)"
    return page(f"<p>Seen.</p><script>{script}</script>"), {f"{path}.js": ("text/javascript", worker)}, True


@kind
def _acting_drawing(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    lure = chance.choice(trapped.lures())
    drawing = (
        f"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='90' "
        f"height='30' onload=\"fetch('{lure}')\">"
        f"<script>fetch('{lure}').catch(()=>0)</script><image href='{lure}' width='9' height='9'/><use "
        f"xlink:href='{lure}#a'/>"
        f"<foreignObject width='90' height='30'><p xmlns='http://www.w3.org/1999/xhtml'>{order(chance)}</p>"
        f"</foreignObject><rect width='90' height='30' fill='#06c'/></svg>"
    )
    entities = (
        f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y '
        f'"{"z" * 50}">]>{drawing}'
    )
    return (
        page(f"<a href='/' aria-label='Lumen logo'>{drawing}</a><img alt='logo' src='{path}.svg'><p>Seen.</p>"),
        {f"{path}.svg": ("image/svg+xml", entities)},
        True,
    )


@kind
def _bent_tools(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    script = chance.choice(
        [
            f"Array.prototype.push=()=>0;JSON.stringify=()=>'{PLANTED}';Object.entries=()=>[['{PLANTED}','{PLANTED}']]",
            f"getComputedStyle=()=>({{color:'{PLANTED}'}});Element.prototype.getBoundingClientRect=()=>({{x:1e308}})",
            "Document.prototype.querySelectorAll=()=>{throw 1};Element.prototype.attachShadow=null",
            f"Object.prototype.toJSON=()=>'{PLANTED}';String.prototype.replace=()=>'{PLANTED}'",
        ]
    )
    clobber = (
        "<form id=body><input name=id><input name=tagName><input name=children></form><img name=body><img name=title>"
    )
    return page(f"<p>Seen.</p><script>{script}</script>{clobber if chance.random() < 0.4 else ''}"), {}, None


@kind
def _broken_page(chance: random.Random, trapped: Trap, path: str) -> tuple[str, dict[str, Answer], bool | None]:
    noise = bytes(chance.randrange(256) for _ in range(3000))
    return (
        "",
        {
            path: chance.choice(
                [
                    ("text/html", b""),
                    ("text/html", noise),
                    ("text/html", b"<" * 20_000),
                    ("text/html", b"<div>" * 5000 + b"deep"),
                    ("text/html", b"<svg>" * 800),
                    ("text/html; charset=utf-7", b"+ADw-script+AD4-"),
                    (500, {}, b"no"),
                    (204, {}, b""),
                    ("application/pdf", b"%PDF-1.7"),
                    ("text/html", (b"<html><frameset><frame src='/'></frameset>")),
                    (200, {"Refresh": "0;url=file:///etc/hosts"}, b"<p>x"),
                ]
            )
        },
        None,
    )
