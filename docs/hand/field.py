"""Signed distance fields of tapered capsules, their iso-contours, and smooth cubic curves along those contours.

Development only (numpy). Distances are millimetres, negative inside; fields are arrays (rows of y, columns of x).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Cubic = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Grid:
    """A regular lattice of points over the hand, `step` millimetres apart."""

    left: float
    bottom: float
    right: float
    top: float
    step: float

    def points(self) -> tuple[Array, Array]:
        """Return the x and y of every lattice point, each of shape (rows, columns)."""
        xs = np.arange(self.left, self.right, self.step)
        ys = np.arange(self.bottom, self.top, self.step)
        x, y = np.meshgrid(xs, ys)
        return x, y


def tapered_capsule(x: Array, y: Array, start: Array, end: Array) -> Array:
    """Return the distance to two circles (x, y, radius) and the straight skin stretched over them."""
    axis = end[:2] - start[:2]
    length = float(np.hypot(*axis))
    if length < 1e-6 or abs(start[2] - end[2]) >= length:
        big = start if start[2] >= end[2] else end
        return np.hypot(x - big[0], y - big[1]) - big[2]
    along = ((x - start[0]) * axis[0] + (y - start[1]) * axis[1]) / length
    beside = np.abs((x - start[0]) * axis[1] - (y - start[1]) * axis[0]) / length
    slope = (start[2] - end[2]) / length
    cosine = np.sqrt(1.0 - slope * slope)
    where = cosine * along - slope * beside
    skin = cosine * beside + slope * along - start[2]
    at_start = np.hypot(beside, along) - start[2]
    at_end = np.hypot(beside, along - length) - end[2]
    return np.where(where < 0, at_start, np.where(where > cosine * length, at_end, skin))


def chain(x: Array, y: Array, circles: Array) -> Array:
    """Return the distance to a chain of circles of shape (n, 3), skin stretched from each to the next."""
    distance = np.full_like(x, np.inf)
    for start, end in pairwise(circles):
        distance = np.minimum(distance, tapered_capsule(x, y, start, end))
    return distance


def smooth_union(first: Array, second: Array, rounding: float) -> Array:
    """Return the union of two fields whose inner corners are rounded over about `rounding` millimetres."""
    overlap = np.maximum(rounding - np.abs(first - second), 0.0) / rounding
    return np.minimum(first, second) - overlap**3 * rounding / 6.0


def blurred(field: Array, sigma: float) -> Array:
    """Return a field smoothed by a Gaussian of `sigma` lattice steps, its border held."""
    reach = int(3 * sigma) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    padded = np.pad(field, reach, mode="edge")
    rows = np.apply_along_axis(lambda row: np.convolve(row, kernel, "valid"), 1, padded)
    return np.apply_along_axis(lambda column: np.convolve(column, kernel, "valid"), 0, rows)


def depth_inside(x: Array, y: Array, field: Array, skin: Array) -> Array:
    """Return the true distance to the contour `skin` (n, 2) inside a field, and 0 outside."""
    depth = np.zeros_like(field)
    inside = np.argwhere(field < 0)
    for start in range(0, len(inside), 4000):
        part = inside[start : start + 4000]
        px, py = x[part[:, 0], part[:, 1]], y[part[:, 0], part[:, 1]]
        gaps = np.hypot(px[:, None] - skin[None, :, 0], py[:, None] - skin[None, :, 1])
        depth[part[:, 0], part[:, 1]] = gaps.min(axis=1)
    return depth


# Which edges of a lattice cell the contour joins, by which corners (SW 1, SE 2, NE 4, NW 8) lie inside.
_JOINS: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("W", "S"),), 2: (("S", "E"),), 3: (("W", "E"),), 4: (("E", "N"),), 5: (("W", "N"), ("E", "S")),
    6: (("S", "N"),), 7: (("W", "N"),), 8: (("N", "W"),), 9: (("N", "S"),), 10: (("S", "W"), ("N", "E")),
    11: (("N", "E"),), 12: (("E", "W"),), 13: (("E", "S"),), 14: (("S", "W"),),
}  # fmt: skip


def contours(grid: Grid, field: Array, level: float) -> list[Array]:
    """Return every closed line on which the field has the level, longest first, each of shape (n, 2)."""
    low = field - level
    inside = (low < 0).astype(int)
    corners = inside[:-1, :-1] + 2 * inside[:-1, 1:] + 4 * inside[1:, 1:] + 8 * inside[1:, :-1]
    follows: dict[tuple[int, int, str], tuple[int, int, str]] = {}
    for row, column in np.argwhere((corners > 0) & (corners < 15)):
        for start, end in _JOINS[int(corners[row, column])]:
            follows[_edge(int(row), int(column), start)] = _edge(int(row), int(column), end)
    loops = []
    while follows:
        first, edge = follows.popitem()
        loop = [first]
        while edge != first and edge in follows:
            loop.append(edge)
            edge = follows.pop(edge)
        loops.append(np.array([_crossing(grid, low, *one) for one in loop]))
    return sorted(loops, key=len, reverse=True)


def _edge(row: int, column: int, side: str) -> tuple[int, int, str]:
    moved = {
        "S": (row, column, "-"),
        "N": (row + 1, column, "-"),
        "W": (row, column, "|"),
        "E": (row, column + 1, "|"),
    }
    return moved[side]


def _crossing(grid: Grid, low: Array, row: int, column: int, way: str) -> tuple[float, float]:
    here = low[row, column]
    there = low[row, column + 1] if way == "-" else low[row + 1, column]
    part = here / (here - there)
    dx, dy = (part, 0.0) if way == "-" else (0.0, part)
    return grid.left + (column + dx) * grid.step, grid.bottom + (row + dy) * grid.step


def curve(loop: Array, turn: float = 0.35, longest: float = 12.0) -> tuple[list[float], list[Cubic]]:
    """Return a closed loop as a start point and cubic segments, cut where it has turned by `turn` radians."""
    count = len(loop)
    window = np.array([1.0, 4.0, 6.0, 4.0, 1.0]) / 16.0
    soft = sum(w * np.roll(loop, shift, axis=0) for w, shift in zip(window, range(-2, 3), strict=True))
    tangent = np.roll(soft, -2, axis=0) - np.roll(soft, 2, axis=0)
    tangent /= np.hypot(*tangent.T)[:, None]
    steps = np.hypot(*(np.roll(soft, -1, axis=0) - soft).T)
    angle = np.unwrap(np.arctan2(tangent[:, 1], tangent[:, 0]))
    knots, turned, length = [0], 0.0, 0.0
    for one in range(1, count):
        turned += abs(angle[one] - angle[one - 1])
        length += steps[one - 1]
        if (turned > turn or length > longest) and count - one > 3:
            knots.append(one)
            turned, length = 0.0, 0.0
    segments: list[Cubic] = []
    for here, there in zip(knots, [*knots[1:], count], strict=True):
        third = steps[here:there].sum() / 3.0
        a, b = soft[here], soft[there % count]
        c, d = a + third * tangent[here], b - third * tangent[there % count]
        segments.append(tuple(round(float(v), 2) for v in (*c, *d, *b)))  # type: ignore[arg-type]
    return [round(float(v), 2) for v in soft[0]], segments
