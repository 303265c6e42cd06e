"""The silhouette of the hand: every part of the skeleton joined into one field, its skin and its inner tones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from field import Array, Cubic, Grid, blurred, chain, contours, curve, depth_inside, smooth_union
from skeleton import FINGERS, FOREARM, PALM, THUMB, WEBS

GRID = Grid(-125.0, -52.0, 96.0, 206.0, 0.5)
LINE_BREADTH = 0.62
FOREARM_END = -48.0
TONES = (1.7, 2.9, 4.1, 5.3, 6.5)


@dataclass(frozen=True)
class Silhouette:
    """The lattice, the field on it, the skin as points, and each level's curves from the skin inward."""

    x: Array
    y: Array
    field: Array
    skin: Array
    levels: tuple[tuple[float, list[tuple[list[float], list[Cubic]]]], ...]

    def value(self, point: Array) -> float:
        """Return the distance from the skin at a point, negative inside."""
        column = round((float(point[0]) - GRID.left) / GRID.step)
        row = round((float(point[1]) - GRID.bottom) / GRID.step)
        return float(self.field[row, column])


def joined() -> tuple[Array, Array, Array]:
    """Return x, y and the field of the whole hand: palm, webs, fingers, thumb and forearm rounded into one."""
    x, y = GRID.points()
    hand = chain(x, y, PALM[0])
    for metacarpal in PALM[1:]:
        hand = smooth_union(hand, chain(x, y, metacarpal), 14.0)
    for one, here, other, there in WEBS:
        web = np.array([[*one.at(here), 4.2], [*other.at(there), 4.2]])
        hand = smooth_union(hand, chain(x, y, web), 5.0)
    hand = smooth_union(hand, chain(x, y, FOREARM), 26.0)
    fingers = np.full_like(x, np.inf)
    for finger in FINGERS:
        fingers = smooth_union(fingers, chain(x, y, finger.circles()), 1.2)
    hand = smooth_union(hand, fingers, 4.5)
    fold = np.array([[*THUMB.at(0.35), 14.0], [-27.0, 56.0, 13.0]])
    hand = smooth_union(hand, chain(x, y, fold), 12.0)
    hand = smooth_union(hand, chain(x, y, THUMB.circles()), 17.0)
    return x, y, np.maximum(blurred(hand, 1.2), FOREARM_END - y)


def silhouette() -> Silhouette:
    """Return the hand with its skin, its inner line and its tones, each level as closed cubic curves."""
    x, y, field = joined()
    skin = max(contours(GRID, field, 0.0), key=len)
    depth = blurred(depth_inside(x, y, field, skin[::2]), 2.4)
    levels = [(0.0, [curve(skin)]), (LINE_BREADTH, [curve(contours(GRID, field, -LINE_BREADTH)[0])])]
    levels += [
        (tone, [curve(loop) for loop in contours(GRID, -depth, -tone) if len(loop) > 60]) for tone in TONES
    ]
    return Silhouette(x, y, field, skin, tuple(levels))
