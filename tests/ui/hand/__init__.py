"""Tests of the hands on the screen."""
