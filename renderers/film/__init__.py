"""The client's own films as scenes: measured, prepared at the size and rate of a programme, and played."""
