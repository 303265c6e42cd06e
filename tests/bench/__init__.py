"""Figures of speed as ratios measured in one run: `make bench`. No test depends on a clock."""
