"""Graphics at the size they are watched at: what is usual to say is large, and names of shares stand apart."""

from __future__ import annotations

import itertools

import pytest

from renderers.graphics.clips import ChartClip, Datum, PictureSource
from renderers.graphics.layers import graphic_layer
from renderers.look import Look
from renderers.picture_format import Rect
from renderers.written import WrittenLine, listening
from tests.renderers.graphics.graphic_clips import LOOKS, REST, STAY, clips, small
from tests.renderers.graphics.test_graphics_in_place import painted

KINDS = [kind for kind in clips({}) if kind not in ("browser", "phone", "code", "picture", "logo")]
WHOLE = {"16:9": Rect(96, 330, 1728, 500), "9:16": Rect(64, 480, 952, 900)}
"""The room below a heading where no presenter is seen."""
READ = 32.0
"""Nothing smaller is read on a phone that shows a picture 1920 units wide 800 points wide."""
SHARES = (("Word of mouth", 42.0), ("Search engines", 27.0), ("Newsletter", 14.0), ("Fairs", 9.0), ("All else", 8.0))


def written_in(clip: ChartClip, look: Look, aspect: str) -> list[WrittenLine]:
    with listening() as found:
        format = small(aspect, 216)
        painted(graphic_layer(clip, look, format), REST, format)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("aspect", WHOLE)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_usual_to_say_is_large(kind: str, aspect: str, kit: dict[str, PictureSource]) -> None:
    for look in ("light", "mono"):
        format = small(aspect, 216)
        with listening() as found:
            painted(graphic_layer(clips(kit)[kind]("normal", WHOLE[aspect]), LOOKS[look], format), REST, format)
        assert found
        assert not [line for line in found if line.size < READ], look


@pytest.mark.parametrize("aspect", WHOLE)
@pytest.mark.parametrize("look", LOOKS)
def test_shares_of_a_ring_are_named_whole_and_apart(look: str, aspect: str) -> None:
    data = tuple(Datum(*share) for share in SHARES)
    lines = written_in(ChartClip("donut", data, "%", "", 6, WHOLE[aspect], 0, STAY), LOOKS[look], aspect)
    assert {label for label, _ in SHARES} <= {line.text for line in lines}
    for a, b in itertools.combinations((line.box for line in lines), 2):
        across, down = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
        assert across < 2.0 or down < 2.0, (a, b)
