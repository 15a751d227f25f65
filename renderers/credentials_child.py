"""Reads the credentials of one file in a process of its own, bound in time and memory."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from renderers.credentials import read_here
from renderers.media_child import bind
from renderers.media_facts import FOREIGN


def answer() -> None:
    """Answer the request on standard input with the credentials, as JSON."""
    asked = json.loads(sys.stdin.buffer.read())
    bind(FOREIGN)
    sys.stdout.write(json.dumps(asdict(read_here(Path(asked["path"]), asked["kind"], asked["anchors"]))))


if __name__ == "__main__":
    answer()
