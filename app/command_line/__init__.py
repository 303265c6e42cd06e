"""The command line: what may be typed after `main.py`, and the commands that need no window."""
