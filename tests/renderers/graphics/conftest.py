from __future__ import annotations

import pytest

from renderers.graphics.clips import PictureSource
from tests.renderers.graphics.graphic_clips import pictures


@pytest.fixture(scope="session")
def kit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PictureSource]:
    """Pictures by name."""
    return pictures(tmp_path_factory.mktemp("graphics"))
