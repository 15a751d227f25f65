"""Consent banners, pop-ups and chat bubbles, put away before anything is measured.

What says no is pressed, then what closes; nothing is ever accepted on anybody's behalf. What neither answers nor goes
is taken out of sight. Frames of other sites and open shadow roots are looked into as well.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from brand_memory.cleaning import clean
from brand_memory.overlay_wording import overlay_words
from brand_memory.probing import OVERLAYS, Probe, ProbeFailed, calling

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

_FRAMES = 12
_SETTLE = 0.35


async def put_away(page: Page, probe: Probe, seconds: float) -> tuple[str, ...]:
    """What lay over the page and what was done about it, in words; afterwards none of it is seen.

    Raises ProbeFailed where the page can not be looked at at all.
    """
    found: list[str] = []
    inner = [frame for frame in page.frames if frame.parent_frame is not None][:_FRAMES]
    for said in await asyncio.gather(*(_answer_frame(frame, seconds / 3) for frame in inner)):
        found += said
    pressed = _named(await probe.ask(OVERLAYS, _values("click"), seconds))
    if found or pressed:
        await asyncio.sleep(_SETTLE)
    hidden = _named(await probe.ask(OVERLAYS, _values("hide"), seconds))
    if hidden:
        # What a thing lay under may have been a second thing.
        hidden += _named(await probe.ask(OVERLAYS, _values("hide"), seconds))
    found += [f"{kind}: pressed “{label}”" for kind, label in pressed if label]
    found += [f"{kind}: hidden" for kind, _ in hidden]
    return tuple(dict.fromkeys(found))


async def _answer_frame(frame: Frame, seconds: float) -> list[str]:
    """Say no in a frame that is a banner, and take the frame away."""
    try:
        async with asyncio.timeout(seconds):
            said = _named(await frame.evaluate(calling(OVERLAYS, _values("frame"))))
            if said:
                await asyncio.sleep(_SETTLE)
                if not frame.is_detached():
                    element = await frame.frame_element()
                    await element.evaluate("frame => frame.style.setProperty('display', 'none', 'important')")
    except (ProbeFailed, TimeoutError):
        return []
    except Exception:  # a frame that went away, or is broken, lies over nothing
        return []
    return [f"{kind} in a frame: " + (f"pressed “{label}”" if label else "hidden") for kind, label in said]


def _values(act: str) -> dict[str, object]:
    return {"act": act, "WORDS": overlay_words()}


def _named(answer: object) -> list[tuple[str, str]]:
    items = answer if isinstance(answer, list) else []
    return [
        (clean(item.get("kind"), 40), clean(item.get("pressed"), 40)) for item in items[:20] if isinstance(item, dict)
    ]
