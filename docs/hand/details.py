"""What lies on the skin: nails, wrinkles of the back, creases of the palm; curves in millimetres, thumb to the left."""

from __future__ import annotations

from typing import Any

import numpy as np
from field import Array
from skeleton import FINGERS, INDEX, LITTLE, MIDDLE, RING, THUMB, Ray

Path = dict[str, Any]


def path(points: list[Array], *, closed: bool) -> Path:
    """Return a path from its start point and three points for each cubic segment."""
    flat = [[round(float(v), 2) for v in one] for one in points]
    cubics = [[*flat[k], *flat[k + 1], *flat[k + 2]] for k in range(1, len(flat), 3)]
    return {"start": flat[0], "cubics": cubics, "closed": closed}


def _local(ray: Ray, place: float, lean: float = 0.0) -> Any:
    origin, ahead = ray.at(place), ray.heading(place)
    aside = np.array([ahead[1], -ahead[0]])
    return lambda u, v: origin + aside * (u + lean) + ahead * v


def nail(ray: Ray) -> tuple[Path, Path]:
    """Return the nail plate of a digit and the pale moon at its root."""
    thumb = ray is THUMB
    half = ray.half_breadth(2.45)
    wide, root = (0.56 * half, 2.4) if thumb else (0.69 * half, 2.33)
    # The thumb rests turned on its side, so its nail shows nearer its radial edge.
    at = _local(ray, root, -1.1 if thumb else 0.0)
    end = ray.at(ray.breadths[-1][0]) + ray.heading(2.7) * ray.half_breadth(2.7)
    long = float(np.hypot(*(end - ray.at(root)))) - (2.6 if thumb else 1.7)
    plate = path([
        at(0, 0), at(0.62 * wide, 0), at(0.98 * wide, 0.13 * long), at(wide, 0.45 * long),
        at(1.03 * wide, 0.62 * long), at(1.0 * wide, 0.74 * long), at(0.93 * wide, 0.84 * long),
        at(0.62 * wide, 1.05 * long), at(-0.62 * wide, 1.05 * long), at(-0.93 * wide, 0.84 * long),
        at(-1.0 * wide, 0.74 * long), at(-1.03 * wide, 0.62 * long), at(-wide, 0.45 * long),
        at(-0.98 * wide, 0.13 * long), at(-0.62 * wide, 0), at(0, 0),
    ], closed=True)  # fmt: skip
    moon = path([
        at(0, 0.05 * long), at(0.4 * wide, 0.05 * long), at(0.62 * wide, 0.12 * long), at(0.6 * wide, 0.2 * long),
        at(0.5 * wide, 0.3 * long), at(-0.5 * wide, 0.3 * long), at(-0.6 * wide, 0.2 * long),
        at(-0.62 * wide, 0.12 * long), at(-0.4 * wide, 0.05 * long), at(0, 0.05 * long),
    ], closed=True)  # fmt: skip
    return plate, moon


def _across(ray: Ray, place: float, part: float, bow: float, lean: float = 0.0) -> Path:
    half = part * ray.half_breadth(place)
    at = _local(ray, place, lean)
    return path([at(-half, 0), at(-0.5 * half, bow), at(0.5 * half, bow), at(half, 0)], closed=False)


def wrinkles() -> list[Path]:
    """Return the wrinkles of the back: over each finger joint and, softer, the knuckles and their tendons."""
    lines = []
    for finger in FINGERS:
        lines += [_across(finger, 0.92, 0.42, -1.5), _across(finger, 0.97, 0.55, -0.8),
                  _across(finger, 1.025, 0.55, 0.8),                  _across(finger, 1.08, 0.42, 1.5)]  # fmt: skip
        lines += [_across(finger, 1.95, 0.42, -0.6), _across(finger, 2.03, 0.42, 0.6)]
    lines += [
        _across(THUMB, 1.93, 0.4, -0.9, -1.0),
        _across(THUMB, 1.985, 0.5, -0.2, -1.0),
        _across(THUMB, 2.04, 0.4, 0.9, -1.0),
    ]
    return [line | {"soft": False} for line in lines] + [line | {"soft": True} for line in _knuckles()]


def _knuckles() -> list[Path]:
    lines = []
    for finger in FINGERS:
        lines += [_across(finger, 0.1, 0.5, 3.4), _across(finger, -0.06, 0.42, -2.4)]
    for finger, length in ((INDEX, 38.0), (MIDDLE, 42.0), (RING, 38.0), (LITTLE, 30.0)):
        top = finger.at(0.0) + np.array([0.0, -7.0])
        root = np.array([0.35 * top[0] - 1.0, top[1] - length])
        bend = np.array([0.0, -length / 3.0])
        lines.append(path([top, top + bend, root - bend, root], closed=False))
    lines.append(_across(THUMB, 0.97, 0.32, -1.6, -3.0))
    return lines


def creases(bases: dict[str, float]) -> list[Path]:
    """Return the creases of the palm: two or one at each finger joint, the three great ones, and the wrist's."""
    lines = []
    for finger in FINGERS:
        lines += [
            _across(finger, 0.985, 0.8, -0.9),
            _across(finger, 1.055, 0.72, -0.7),
            _across(finger, 2.0, 0.78, -0.8),
        ]
        base = bases[finger.name] + (0.0 if finger is LITTLE else 0.01)
        lines.append(_across(finger, base, 0.84, -1.2))
    lines += [
        _across(THUMB, 1.96, 0.7, -0.8),
        _across(THUMB, 2.03, 0.6, -0.6),
        _across(THUMB, 1.16, 0.62, -1.6, -1.0),
    ]
    hard = [line | {"soft": False} for line in lines]
    p = lambda *xy: np.array(xy)  # noqa: E731
    great = [
        path(
            [p(-31.5, 68), p(-22, 66), p(-10, 54), p(-8.5, 34), p(-8, 22), p(-9, 14), p(-11, 8)], closed=False
        ),
        path([p(-32, 70), p(-20, 69), p(-2, 64), p(12, 53), p(19, 47.5), p(25, 43), p(30, 41)], closed=False),
        path([p(46, 62), p(36, 64), p(24, 66), p(12, 73), p(3, 78.5), p(-6, 83), p(-9.5, 93)], closed=False),
    ]
    soft = [
        path([p(-19, -0.5), p(-8, -3), p(8, -3), p(19, -0.5)], closed=False),
        path([p(-15, -5), p(-6, -6.5), p(6, -6.5), p(15, -5)], closed=False),
        path([RING.at(0.0) + p(-5, 1), MIDDLE.at(0.1) + p(13, 1), MIDDLE.at(0.1) + p(7, 3), MIDDLE.at(0.12) + p(2, 2)],
             closed=False),
    ]  # fmt: skip
    return hard + [line | {"soft": False} for line in great] + [line | {"soft": True} for line in soft]
