"""Closing at the desk, by real keys and clicks on a real session with a real journal."""
