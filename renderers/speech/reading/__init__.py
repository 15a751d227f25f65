"""Reading aloud: how what is written is said. `renderers.speech.normalization` is the way in."""
