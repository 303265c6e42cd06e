"""The commands that need no window, tried through the door."""
