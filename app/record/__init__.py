"""The procedure record on paper."""
