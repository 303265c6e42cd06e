"""The measures of a right hand seen from its back: joints, bends and half-breadths, in millimetres.

x runs from the thumb's side to the little finger's side, y from the wrist to the fingertips; the wrist crease is y = 0.
Segment lengths and breadths stay near published adult means; splay and bends are those of a relaxed, opened hand.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Ray:
    """One digit: its first joint, the directions and lengths of its bones, and half-breadths along it.

    `bends` are degrees from straight up, positive toward the little finger, one for each bone; `breadths` are pairs
    (place, half-breadth), where place 1.5 is the middle of the second bone and the last place is the tip's centre.
    """

    name: str
    root: tuple[float, float]
    bends: tuple[float, ...]
    lengths: tuple[float, ...]
    breadths: tuple[tuple[float, float], ...]

    def joints(self) -> Array:
        """Return the joints from the root to the end of the last bone, shape (bones + 1, 2)."""
        angle = np.radians(self.bends)
        steps = np.stack([np.sin(angle), np.cos(angle)], axis=1) * np.array(self.lengths)[:, None]
        return np.vstack([[self.root], np.array(self.root) + np.cumsum(steps, axis=0)])

    def at(self, place: float) -> Array:
        """Return the axis point at a place; the joints are rounded so that the axis has no kink."""
        bones = len(self.lengths)
        fine = np.linspace(0, bones, 40 * bones + 1)
        joints = self.joints()
        line = np.stack([np.interp(fine, range(bones + 1), joints[:, k]) for k in (0, 1)], axis=1)
        weights = np.hanning(23)[1:-1]
        weights /= weights.sum()
        padded = np.vstack([2 * line[0] - line[10:0:-1], line, 2 * line[-1] - line[-2:-12:-1]])
        soft = np.stack([np.convolve(padded[:, k], weights, "valid") for k in (0, 1)], axis=1)
        return np.array([np.interp(place, fine, soft[:, k]) for k in (0, 1)])

    def heading(self, place: float) -> Array:
        """Return the unit vector along the axis at a place, toward the tip."""
        place = min(max(place, 0.03), len(self.lengths) - 0.03)
        step = self.at(place + 0.03) - self.at(place - 0.03)
        return step / np.hypot(*step)

    def beside(self, place: float, across: float) -> Array:
        """Return the point `across` millimetres from the axis at a place, positive to the ulnar side."""
        ahead = self.heading(place)
        return self.at(place) + across * np.array([ahead[1], -ahead[0]])

    def half_breadth(self, place: float) -> float:
        """Return the half-breadth at a place, smooth between the given ones."""
        places, breadths = np.array(self.breadths).T
        fine = np.linspace(places[0], places[-1], 400)
        rough = np.interp(fine, places, breadths)
        weights = np.hanning(27)
        weights /= weights.sum()
        return float(np.interp(place, fine, np.convolve(np.pad(rough, 13, mode="edge"), weights, "valid")))

    def circles(self, first: float = 0.0) -> Array:
        """Return circles (x, y, radius) from a place to the tip's centre, shape (n, 3)."""
        places = np.linspace(first, self.breadths[-1][0], 44)
        return np.array([[*self.at(one), self.half_breadth(one)] for one in places])


def _finger(
    name: str, root: tuple[float, float], bends: tuple[float, ...], lengths: tuple[float, ...], size: float
) -> Ray:
    shape = ((0.0, 10.9), (0.35, 10.3), (0.62, 9.5), (0.9, 10.35), (1.08, 10.3), (1.5, 8.75), (1.88, 9.25),
             (2.06, 9.15), (2.22, 8.7), (2.42, 8.75), (2.6, 8.3), (2.72, 7.5))  # fmt: skip
    return Ray(name, root, bends, lengths, tuple((place, half * size) for place, half in shape))


INDEX = _finger("index", (-24.5, 87.0), (-13.5, -12.5, -10.5), (44.0, 26.0, 24.0), 1.0)
MIDDLE = _finger("middle", (-2.5, 91.0), (-3.0, -2.5, -2.0), (48.0, 30.0, 25.0), 1.02)
RING = _finger("ring", (18.0, 86.5), (8.0, 7.0, 5.0), (45.0, 28.0, 25.0), 0.965)
LITTLE = _finger("little", (36.0, 75.5), (22.0, 19.5, 15.5), (39.0, 21.5, 22.5), 0.88)
FINGERS = (INDEX, MIDDLE, RING, LITTLE)

# The thumb's first bone is its metacarpal; place 1 is the MCP joint, place 2 the IP joint, place 3 the very tip.
THUMB = Ray(
    "thumb", (-16.0, 17.0), (-47.0, -40.0, -33.0), (47.0, 35.0, 31.0),
    ((0.0, 17.5), (0.5, 15.8), (0.9, 14.6), (1.08, 14.0), (1.5, 11.4), (1.88, 12.5),
     (2.05, 12.4), (2.35, 11.9), (2.55, 10.6), (2.69, 9.0)),
)  # fmt: skip

# The palm: one chain of circles along each metacarpal, the heel of the hand, and the forearm.
PALM = (
    np.array([[-13.0, 8.0, 15.0], [-20.0, 45.0, 13.0], [-24.5, 84.0, 11.2]]),
    np.array([[-4.0, 8.0, 16.0], [-3.0, 50.0, 13.0], [-2.5, 88.0, 11.6]]),
    np.array([[6.0, 8.0, 16.0], [12.0, 48.0, 13.0], [18.0, 83.0, 11.2]]),
    np.array([[12.0, 8.0, 15.0], [25.5, 38.0, 16.6], [33.5, 60.0, 13.0], [36.0, 74.0, 11.0]]),
)
FOREARM = np.array(
    [[0.0, 12.0, 28.5], [0.0, 0.0, 27.0], [0.5, -12.0, 26.2], [1.0, -30.0, 27.6], [1.5, -75.0, 32.0]]
)
WEBS = ((INDEX, 0.3, MIDDLE, 0.28), (MIDDLE, 0.28, RING, 0.3), (RING, 0.24, LITTLE, 0.2))
