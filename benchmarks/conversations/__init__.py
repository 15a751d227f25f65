"""Conversations with the agency, by the hundred: does every turn end with a reply, in a state that can be gone on from?"""
