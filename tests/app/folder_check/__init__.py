"""May cases lie in a folder."""
