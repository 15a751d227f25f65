"""Moderation: what a text is about that a policy may forbid, and what the policy makes of it."""
