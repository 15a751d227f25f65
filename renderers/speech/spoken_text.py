"""A line as it is given to a voice that reads texts: plain words as they are written, all else as it is to be said."""

from __future__ import annotations

from renderers.speech.utterance import Utterance


def text_to_say(utterance: Utterance) -> str:
    """The words of the line with its marks; figures, signs and shortened words are spelt out."""
    found: list[str] = []
    for index, word in enumerate(utterance.words):
        own = [token for token in utterance.tokens if token.written == index]
        if not own:
            continue
        bare = word.text.strip(".,;:!?…\"'()[]“”‘’«»")
        said = " ".join(token.text for token in own)
        found.append((bare if bare.casefold() == said.casefold() else said) + own[-1].mark)
    return " ".join(found)
