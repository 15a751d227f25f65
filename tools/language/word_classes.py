"""Word classes: what a phrase is made of, by a tagger that needs no model, where no lexicon here has its words."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tools.language.grammar import base_of

Shape = Literal["clause", "instruction", "description", "thing", "things", "other"]
"""A sentence of its own, an imperative, what can stand behind `it is`, one countable thing, several, anything else."""

_FINITE = ("VBZ", "VBP", "VBD", "MD")
_BEFORE_NOUN = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "VBN", "VBG", "CD", "DT", "PRP$"))
_ALSO_ADJECTIVES = frozenset("free open like live light fit clean fast".split())
_SAYS_HOW = frozenset("anytime weekly daily monthly yearly now today only included extra too again always online "
                      "included possible needed".split())


def tagged(phrase: str) -> list[tuple[str, str]]:
    """The words of `phrase` with their classes in the Penn treebank's names."""
    words = re.findall(r"[\w$€£%]+(?:[.,'’:/+-][\w%]+)*", phrase)
    return [(word, tag) for word, tag, *_ in _tagger().find_tags(words)]


def shape_of(phrase: str) -> Shape:
    """What `phrase` is as a whole, as far as its words' classes tell."""
    words = tagged(phrase)
    if not words:
        return "other"
    tags = [tag for _, tag in words]
    first, last = words[0][0].lower(), tags[-1]
    if tags[0] in ("VB", "VBP") and first not in _ALSO_ADJECTIVES and len(words) > 1:
        return "instruction"
    finite = next((at for at, tag in enumerate(tags)
                   if tag in _FINITE or (tag == "VB" and at and tags[at - 1] == "NNS")), None)
    if finite and finite < len(tags) - 1 and any(tag.startswith(("NN", "PRP")) for tag in tags[:finite]):
        return "clause"
    if any(tags[at - 1:at + 2] == ["NNS", "NN", "PRP"] for at in range(1, len(tags) - 1)):
        return "clause"
    if any(tags[at] == "NNS" and tags[at - 1] == "NN" and (
            tags[at + 1] in ("CD", "DT", "PRP$") or tags[at + 1] in ("IN", "TO") and base_of(words[at][0].lower()))
           for at in range(1, len(tags) - 1)):
        return "clause"
    says_how = words[-1][0].lower() in _SAYS_HOW
    if last in ("JJ", "VBN", "VBD") and len(words) > 1 and tags[-2] in ("NN", "RB") and not says_how:
        return "description"
    if says_how or not set(tags) <= _BEFORE_NOUN:
        return "other"
    return "things" if last == "NNS" else "thing" if last == "NN" else "other"


@cache
def _tagger() -> Any:  # noqa: ANN401  (a class of a module that is loaded below)
    """The tagger of the library's English, loaded from its file: the whole package loads far more than it needs."""
    found = importlib.util.find_spec("textblob")
    assert found is not None and found.submodule_search_locations
    folder = Path(next(iter(found.submodule_search_locations)))
    spec = importlib.util.spec_from_file_location("_english_tagger", folder / "_text.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    english = folder / "en"
    # Given lines instead of paths: the library leaves the files open that it reads itself.
    words, morphology, context, entities = (
        (english / f"en-{name}.txt").read_text(encoding="utf-8").splitlines()
        for name in ("lexicon", "morphology", "context", "entities"))
    lexicon = module.Lexicon(path=words, morphology=morphology, context=context, entities=entities, language="en")
    return module.Parser(lexicon=lexicon, language="en")
