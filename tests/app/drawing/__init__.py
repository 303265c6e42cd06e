"""Tests of the picture of the hands: geometry, states, words and inks."""
