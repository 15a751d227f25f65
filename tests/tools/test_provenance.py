"""Provenance: the source type that fits what is in a file, and plain words for what a manifest says."""

from __future__ import annotations

import pytest

from renderers.credentials import Credentials
from tools.provenance import Contents, Part, explain, manifest_of, source_type

MAYA = Part(kind="presenter", name="Maya", engine="illustrated", licence="Apache-2.0")
TRAINED = Part(kind="voice", name="Clara", engine="festival", trained=True)
RULES = Part(kind="voice", name="Robot", engine="espeak")


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ((MAYA, RULES), "algorithmicMedia"),
        ((MAYA, TRAINED), "trainedAlgorithmicMedia"),
        ((MAYA, RULES, Part(kind="picture", name="a.png", given=True)), "compositeWithTrainedAlgorithmicMedia"),
        ((TRAINED, Part(kind="film", name="a.mp4", given=True)), "compositeWithTrainedAlgorithmicMedia"),
        ((TRAINED, Part(kind="logo", name="a.svg", given=True)), "trainedAlgorithmicMedia"),
    ],
)
def test_the_source_type_follows_from_the_parts(parts: tuple[Part, ...], kind: str) -> None:
    assert source_type(Contents(production="p", parts=parts)).endswith(f"/{kind}")


def signed(state: str, **problems: tuple[str, ...]) -> Credentials:
    manifest = manifest_of(Contents(production="p", title="Lamp", parts=(MAYA,)), "2026-01-02T03:04:05Z", 0)
    manifest["signature_info"] = {"common_name": "Acme Studio"}
    return Credentials(state, manifest, problems.get("problems", ()))


def test_a_whole_signature_is_told_with_who_and_what() -> None:
    told = "\n".join(explain(signed("trusted")))
    assert "nothing was changed" in told and "Acme Studio" in told and "presenter: Maya" in told
    assert "drawn and composed by a program" in told
    assert "not on a list that is" in " ".join(explain(signed("valid")))


def test_a_broken_signature_is_told_first() -> None:
    first, second, *_ = explain(signed("invalid", problems=("assertion.bmffHash.mismatch",)))
    assert "changed after it was signed" in first and "bmffHash" in second


def test_a_file_without_a_signature_may_be_known_all_the_same() -> None:
    assert len(list(explain(Credentials("none")))) == 1
    assert "draft 2 of the production x" in " ".join(explain(Credentials("none"), "draft 2 of the production x"))
