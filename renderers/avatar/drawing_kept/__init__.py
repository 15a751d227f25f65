"""The illustrated presenters: shapes, tones and painting order. Units: the head is 240 high, y grows downwards."""
