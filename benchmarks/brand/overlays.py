"""Consent banners and chat bubbles in the ways that real ones come: bar, modal, child frame, shadow root."""

from __future__ import annotations

_WORDS = "We use cookies and similar technologies to improve your experience. Read our privacy policy."


def banner(kind: str) -> str:
    """The markup of a banner in loud colours that are not the site's."""
    button = "padding:14px 30px;border:0;border-radius:6px;font:600 16px Arial;cursor:pointer"
    inside = (
        f'<p style="font:16px Arial;margin:0 0 14px">{_WORDS}</p>'
        f'<button style="{button};background:#00a651;color:#fff" class="q1">Accept all</button> '
        f'<button style="{button};background:#0057d9;color:#fff" class="q2">Reject all</button> '
        f'<button style="{button};background:#ff7a00;color:#fff" class="q3">Manage preferences</button>'
    )
    leave = (
        "<script>document.querySelectorAll('.q1,.q2').forEach(b=>"
        "b.onclick=()=>document.getElementById('cmp').remove())</script>"
    )
    if kind == "bar":
        return (
            '<div id="cmp" style="position:fixed;left:0;right:0;bottom:0;z-index:9999;background:#ffe9b8;color:#222;'
            f'padding:26px">{inside}</div>{leave}'
        )
    if kind == "modal":
        return (
            '<div id="cmp" style="position:fixed;inset:0;z-index:9999;background:rgba(0,0,0,.6)"><div role="dialog" '
            'aria-modal="true" style="position:absolute;left:20%;top:20%;width:60%;background:#e8f4ff;color:#222;'
            f'padding:40px">{inside}</div></div>{leave}'
        )
    if kind == "frame":
        return (
            '<iframe id="cmp" title="Privacy" src="/consent-frame" style="position:fixed;left:0;right:0;bottom:0;'
            'width:100%;height:220px;border:0;z-index:9999"></iframe>'
        )
    if kind == "shadow":
        return (
            '<div id="cmp"></div><script>(()=>{const r=document.getElementById("cmp").attachShadow({mode:"open"});'
            'r.innerHTML=`<div style="position:fixed;left:0;right:0;bottom:0;z-index:9999;'
            "background:#d6ffe0;color:#222;"
            f'padding:26px">{inside}</div>`;'
            'r.querySelectorAll(".q1,.q2").forEach(b=>b.onclick=()=>document.getElementById("cmp").remove())})()</script>'
        )
    return ""


def consent_frame() -> str:
    """The page that a banner in a child frame shows."""
    button = "padding:14px 30px;border:0;font:600 16px Arial"
    return (
        f'<!doctype html><title>Privacy</title><body style="margin:0;background:#fff3d6;padding:24px"><p>{_WORDS}</p>'
        f'<button style="{button};background:#00a651;color:#fff">Accept all</button> '
        f'<button style="{button};background:#0057d9;color:#fff">Reject all</button></body>'
    )


def chat_bubble() -> str:
    """The round button of a chat, fixed in the corner."""
    return (
        '<div id="chat-widget" style="position:fixed;right:20px;bottom:20px;width:60px;height:60px;border-radius:30px;'
        'background:#7b16ff;z-index:9998"><button aria-label="Open chat" style="width:60px;height:60px;border:0;'
        'border-radius:30px;background:#7b16ff;color:#fff">?</button></div>'
    )
