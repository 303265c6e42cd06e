"""Tests that look at what was painted."""
