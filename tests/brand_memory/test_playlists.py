"""Playlists as data: which version is taken, which pieces it is made of, and what is not read."""

from __future__ import annotations

import pytest

from brand_memory.errors import SiteRefused
from brand_memory.playlists import is_playlist, pieces, renditions

HERE = "https://lumen.example/films/index.m3u8"
MASTER = """#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="de",DEFAULT=NO,URI="sound/de.m3u8"
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="en",DEFAULT=YES,URI="sound/en.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=9000000,RESOLUTION=3840x2160,CODECS="avc1.640033,mp4a.40.2",AUDIO="aac"
2160.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=640x360,CODECS="avc1.4d401e,mp4a.40.2",AUDIO="aac"
360.m3u8

#EXT-X-STREAM-INF:BANDWIDTH=5200000,AVERAGE-BANDWIDTH=4000000,RESOLUTION=1920x1080,AUDIO="aac"
1080.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.2"
only-sound.m3u8
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,RESOLUTION=640x360,URI="still.m3u8"
"""
PLAIN = """#EXTM3U
#EXT-X-TARGETDURATION:6
#EXTINF:6.0,
one.ts
#EXTINF:4.5,
https://cdn.example/two.ts
#EXT-X-ENDLIST
"""


def test_the_largest_version_up_to_1080_lines_comes_first_and_knows_its_sound() -> None:
    found = renditions(MASTER, HERE)
    assert [version.address.rpartition("/")[2] for version in found] == ["1080.m3u8", "360.m3u8", "2160.m3u8"]
    assert found[0].bits == 4_000_000
    assert {version.sound for version in found} == {"https://lumen.example/films/sound/en.m3u8"}
    assert renditions(PLAIN, HERE) == ()


def test_pieces_are_whole_addresses_in_order() -> None:
    found = pieces(PLAIN, HERE)
    assert found.addresses == ("https://lumen.example/films/one.ts", "https://cdn.example/two.ts")
    assert found.seconds == pytest.approx(10.5)
    assert found.notes == ()


def test_the_header_of_fragments_comes_before_them() -> None:
    text = PLAIN.replace("#EXTINF:6.0", '#EXT-X-MAP:URI="init.mp4"\n#EXTINF:6.0')
    assert pieces(text, HERE).addresses[0] == "https://lumen.example/films/init.mp4"


def test_ranges_of_one_file_are_that_file() -> None:
    text = (
        '#EXTM3U\n#EXT-X-MAP:URI="all.mp4",BYTERANGE="800@0"\n#EXTINF:4,\n#EXT-X-BYTERANGE:900@800\nall.mp4\n'
        "#EXTINF:4,\n#EXT-X-BYTERANGE:700\nall.mp4\n#EXT-X-ENDLIST\n"
    )
    assert pieces(text, HERE).addresses == ("https://lumen.example/films/all.mp4",)


def test_of_several_parts_the_longest_is_read_and_that_is_told() -> None:
    text = PLAIN.replace("#EXTINF:4.5", "#EXT-X-DISCONTINUITY\n#EXTINF:4.5")
    found = pieces(text, HERE)
    assert found.addresses == ("https://lumen.example/films/one.ts",)
    assert "longest" in found.notes[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PLAIN.replace("#EXT-X-ENDLIST", ""), "live stream"),
        (PLAIN.replace("#EXTINF:6", '#EXT-X-KEY:METHOD=AES-128,URI="key"\n#EXTINF:6'), "encrypted"),
        (PLAIN.replace("#EXTINF:6", '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://x"\n#EXTINF:6'), "encrypted"),
        (PLAIN.replace("one.ts", "file:///etc/passwd"), "no web address"),
        (PLAIN.replace("one.ts", "http://lumen.example/one.ts"), "no web address"),
        (PLAIN.replace("one.ts", "concat:one.ts|two.ts"), "no web address"),
        ("#EXTM3U\n#EXT-X-ENDLIST\n", "no pieces"),
        (
            "#EXTM3U\n" + "#EXTINF:6,\none.ts\n" * 3 + "#EXTINF:9999,\ntwo.ts\n#EXT-X-ENDLIST\n",
            "longer than is read",
        ),
        ("#EXTM3U\n" + "".join(f"#EXTINF:1,\n{n}.ts\n" for n in range(700)) + "#EXT-X-ENDLIST\n", "longer than"),
    ],
)
def test_what_is_not_read_is_refused_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(SiteRefused, match=words):
        pieces(text, HERE)


def test_anything_else_is_no_playlist() -> None:
    assert is_playlist("\ufeff#EXTM3U\n")
    assert not is_playlist("<html>#EXTM3U")
    assert renditions("#EXTM3U\n#EXT-X-STREAM-INF:RESOLUTION=axb,BANDWIDTH=x\nlow.m3u8", HERE)[0].bits == 0
