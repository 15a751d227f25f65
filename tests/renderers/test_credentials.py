"""Content credentials: what is signed can be read back, and a changed byte, a stripped box and another key are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from agency.home import Home
from agency.settings import Settings
from agency.signing import anchors, signer_of
from renderers.credentials import Ingredient, Signer, can_be_ingredient, read_credentials, read_here, sign_file
from renderers.errors import CannotSign, MediaRejected
from renderers.media import packets_mark
from renderers.mp4_boxes import content_digest, credentials_box, insert_credentials, top_boxes
from tools.provenance import Contents, Part, manifest_of

CONTENTS = Contents(production="p1", title="Lamp", parts=(Part(kind="presenter", name="Maya", licence="Apache-2.0"),))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small film with a moving picture and a sound, its index at the front."""
    made = tmp_path_factory.mktemp("credentials")
    with av.open(made / "film.mp4", "w", options={"movflags": "faststart"}) as container:
        video = container.add_stream("libx264", 10, options={"preset": "ultrafast"})
        video.width = video.height = 64
        video.pix_fmt = "yuv420p"
        sound = container.add_stream("aac", 48_000, layout="mono")
        for number in range(10):
            picture = np.full((64, 64, 3), number * 20, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture)))
        tone = np.sin(np.arange(48_000, dtype=np.float32) / 20)[None]
        frame = av.AudioFrame.from_ndarray(tone, "flt", "mono")
        frame.sample_rate = 48_000
        container.mux(sound.encode(frame))
        container.mux(video.encode())
        container.mux(sound.encode())
    Image.new("RGB", (32, 32), "#c33").save(made / "photo.png")
    return made


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    return signer_of(Settings(), Home(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def signed(folder: Path, signer: Signer) -> Path:
    out = folder / "signed.mp4"
    given = (Ingredient("photo.png", folder / "photo.png"),)
    sign_file(folder / "film.mp4", out, manifest_of(CONTENTS, "2026-01-02T03:04:05Z", 1), signer, given)
    return out


def test_what_was_signed_is_read_back(signed: Path, signer: Signer) -> None:
    found = read_credentials(signed)
    assert (found.state, found.problems) == ("valid", ("signingCredential.untrusted",))
    assert found.manifest["title"] == "Lamp"
    [photo] = found.manifest["ingredients"]
    assert (photo["title"], photo["relationship"]) == ("photo.png", "componentOf")
    assert "thumbnail" not in photo
    told = {each["label"]: each["data"] for each in found.manifest["assertions"]}
    assert Contents.model_validate(told["org.videoagency.contents"]) == CONTENTS
    created, placed = told["c2pa.actions.v2"]["actions"]
    assert (created["when"], placed["action"]) == ("2026-01-02T03:04:05Z", "c2pa.placed")
    assert read_credentials(signed, signer.certificates).state == "trusted"


def test_a_signature_changes_neither_pictures_nor_sound(folder: Path, signed: Path) -> None:
    assert packets_mark(signed) == packets_mark(folder / "film.mp4")
    assert content_digest(signed) == content_digest(folder / "film.mp4")
    kinds = [box.kind for box in top_boxes(signed)]
    assert kinds[:3] == [b"ftyp", b"uuid", b"moov"]


def test_a_kept_signature_put_back_gives_the_same_file(folder: Path, signed: Path, tmp_path: Path) -> None:
    insert_credentials(folder / "film.mp4", tmp_path / "again.mp4", credentials_box(signed))
    assert (tmp_path / "again.mp4").read_bytes() == signed.read_bytes()
    assert credentials_box(folder / "film.mp4") == b""


def test_an_ingredient_is_what_its_bytes_say(folder: Path, signer: Signer, tmp_path: Path) -> None:
    manifest = manifest_of(CONTENTS, "2026-01-02T03:04:05Z", 2)
    named = {"photo.wav": folder / "photo.png", "sound.png": folder / "film.mp4"}
    given = []
    for name, source in named.items():
        (tmp_path / name).write_bytes(source.read_bytes())
        given.append(Ingredient(name, tmp_path / name))
    (tmp_path / "notes.wav").write_bytes(b"no sound at all")
    assert not can_be_ingredient(tmp_path / "notes.wav")
    sign_file(folder / "film.mp4", tmp_path / "signed.mp4", manifest, signer, given)
    found = read_here(tmp_path / "signed.mp4", "video/mp4")
    assert found.state == "valid"
    assert [each["format"] for each in found.manifest["ingredients"]] == ["image/png", "video/mp4"]


@pytest.mark.parametrize("place", [0.3, 0.6, 0.9])
def test_a_flipped_byte_is_told(signed: Path, tmp_path: Path, place: float) -> None:
    data = bytearray(signed.read_bytes())
    boxes = {box.kind: box for box in top_boxes(signed)}
    samples = boxes[b"mdat"]
    data[samples.start + samples.header + int((samples.size - samples.header) * place)] ^= 1
    (tmp_path / "flipped.mp4").write_bytes(data)
    found = read_credentials(tmp_path / "flipped.mp4")
    assert found.state == "invalid" and "assertion.bmffHash.mismatch" in found.problems


def test_a_changed_index_or_claim_is_told(signed: Path, tmp_path: Path) -> None:
    boxes = {box.kind: box for box in top_boxes(signed)}
    for kind in (b"moov", b"uuid"):
        data = bytearray(signed.read_bytes())
        data[boxes[kind].start + boxes[kind].size - 20] ^= 0xFF
        (tmp_path / "changed.mp4").write_bytes(data)
        assert read_credentials(tmp_path / "changed.mp4").state == "invalid"


@pytest.mark.parametrize("name", ["remux.mp4", "remux.mkv"])
def test_a_repackaged_film_carries_nothing_but_is_known_by_its_packets(signed: Path, tmp_path: Path, name: str) -> None:
    with av.open(signed) as given, av.open(tmp_path / name, "w") as made:
        streams = {stream.index: made.add_stream_from_template(stream) for stream in given.streams}
        for packet in given.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                made.mux(packet)
    assert read_credentials(tmp_path / name).state == "none"
    assert packets_mark(tmp_path / name) == packets_mark(signed)


def test_pictures_are_signed_as_made_from_the_film(signed: Path, signer: Signer, folder: Path, tmp_path: Path) -> None:
    manifest = {"claim_generator_info": [{"name": "x", "version": "1"}], "title": "still.png"}
    parent = Ingredient("signed.mp4", signed, "parentOf")
    sign_file(folder / "photo.png", tmp_path / "still.png", manifest, signer, (parent,))
    found = read_here(tmp_path / "still.png", "image/png")
    assert found.state == "valid"
    assert found.manifest["ingredients"][0]["relationship"] == "parentOf"
    assert Image.open(tmp_path / "still.png").getpixel((3, 3)) == (0xCC, 0x33, 0x33)


def test_a_key_that_does_not_belong_to_its_certificate_signs_nothing(folder: Path, tmp_path: Path) -> None:
    one, other = (signer_of(Settings(), Home(tmp_path / name)) for name in ("one", "other"))
    wrong = Signer("es256", one.certificates, other.key)
    try:
        sign_file(folder / "film.mp4", tmp_path / "out.mp4", manifest_of(CONTENTS, "2026-01-02T03:04:05Z", 0), wrong)
    except CannotSign as refusal:
        assert "could not be signed" in str(refusal)
    else:
        assert read_credentials(tmp_path / "out.mp4").state == "invalid"


@pytest.mark.parametrize("content", [b"", b"\0" * 500, b"\0\0\0\x20ftypisom" + b"x" * 400, b"not a film" * 90])
def test_rubbish_is_refused_or_says_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.mp4").write_bytes(content)
    assert read_credentials(tmp_path / "odd.mp4").state in ("none", "invalid")
    with pytest.raises(MediaRejected, match="check the name"):
        read_credentials(tmp_path / "absent.mp4")
    shutil.copy(tmp_path / "odd.mp4", tmp_path / "odd.txt")
    with pytest.raises(MediaRejected, match="no video, sound or picture"):
        read_credentials(tmp_path / "odd.txt")


def test_a_cut_file_has_no_boxes_to_speak_of(signed: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.mp4").write_bytes(signed.read_bytes()[:-100])
    with pytest.raises(MediaRejected, match="cut off"):
        top_boxes(tmp_path / "cut.mp4")


def test_anchors_are_those_of_the_home_and_the_settings(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert anchors(Settings(), home) == b""
    made = signer_of(Settings(), home)
    assert anchors(Settings(), home) == made.certificates
    assert signer_of(Settings(), home) == made
    key = home.root / "keys" / "key.pem"
    assert key.stat().st_mode & 0o777 == 0o600
    other = signer_of(Settings(), Home(tmp_path / "other"))
    assert other.certificates != made.certificates
