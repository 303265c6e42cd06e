"""Kills and power cuts: what was shown as stored must be there afterwards."""
