"""Music and mix, measured: what nobody can listen to here is told by numbers."""
