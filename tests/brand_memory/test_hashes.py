"""Pictures compared as they come out of films of several shapes."""

from __future__ import annotations

import numpy as np

from brand_memory.hashes import PictureRecorder, Prints


def prints(picture: np.ndarray) -> Prints:
    recorder = PictureRecorder(0.0, 320, 180)
    recorder.add(picture)
    return recorder.trace().views["whole"]


def test_a_line_of_what_lies_beside_a_view_makes_no_difference():
    picture = np.full((90, 160, 3), (250, 190, 30), np.uint8)
    picture[30:60, 50:110] = (20, 20, 40)
    lined = picture.copy()
    lined[0], lined[-1], lined[:, 0] = 0, 0, 0
    other = picture.copy()
    other[20:40, 20:60] = 255
    one, here = prints(picture), np.zeros(1, np.intp)
    assert one.apart(here, prints(lined), here)[0] < 0.5
    assert one.apart(here, prints(other), here)[0] > 10
