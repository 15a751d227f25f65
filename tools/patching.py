"""Patching: what a patch makes of a storyboard, what takes it back, and how either is told in plain words."""

from __future__ import annotations

from tools.changes import Change, Differences, diff
from tools.descriptions import describe
from tools.patch_application import OPERATIONS, PATCHES, apply, apply_all
from tools.patch_inverses import inverse

__all__ = ["OPERATIONS", "PATCHES", "Change", "Differences", "apply", "apply_all", "describe", "diff", "inverse"]
