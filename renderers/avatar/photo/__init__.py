"""Photographed presenters: a portrait that speaks, drawn from one photo and the landmarks of its face."""
