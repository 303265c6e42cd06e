"""The windows, worked by keys, each on a real session and a real journal."""
