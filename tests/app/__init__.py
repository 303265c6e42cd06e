"""Tests of everything that outlives the window."""
