"""What a conversation does with what was chosen before, and with a draft whose maker was ended."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from agency.brand_desk import brand_records
from agency.conversations import Conversations
from agency.jobs import ATTEMPTS, Jobs
from agency.revisions import current
from tests.agency.test_conversations import REQUEST, THREAD, conversations, spoken, texts
from tests.agency.test_jobs import CLAIM
from tests.brand_memory.made_kits import kit

__all__ = ["conversations", "spoken"]


def test_a_brand_that_was_chosen_is_told_and_shown_by_its_name(conversations: Callable[[], Conversations]):
    with brand_records().learning("shop-17") as files:
        brand_records().learn(kit(files, "shop-17"))
    talk = conversations()
    list(talk.turn(THREAD, {"settings": {"brand": "shop-17"}}))
    told = texts(talk.turn(THREAD, {"text": REQUEST}))
    assert "in the brand Lumen" in told and "shop-17" not in told
    board = current(talk.home, talk.state(THREAD)["production"]).storyboard
    assert board.brand and board.brand.id == "shop-17"
    assert "shop-17" not in board.changed(brand=None, logo="").model_dump_json()


def test_a_draft_whose_studio_was_killed_is_waited_for(conversations: Callable[[], Conversations]):
    talk = conversations()
    list(talk.turn(THREAD, {"text": REQUEST}))
    list(talk.turn(THREAD, {"text": "go ahead"}))
    asked = talk.state(THREAD)["jobs"]
    jobs = Jobs(talk.home.database)
    for attempt in range(1, ATTEMPTS + 1):
        subprocess.run([sys.executable, "-c", CLAIM, jobs.path, asked[0]], check=True, stdout=subprocess.DEVNULL)
        told = texts(talk.turn(THREAD, {"job": asked[0]}))
        assert ("not finished" in told) == (attempt == ATTEMPTS)
        assert (talk.state(THREAD)["jobs"] == asked) == (attempt < ATTEMPTS)
