"""Makes `assets/hand/dorsal.json` and `palmar.json`: a right hand, once, in millimetres, y toward the fingertips.

A development script, not part of the app; it needs numpy: `python docs/hand/make_hand.py`. The skin is the zero line
of a signed distance field (tapered capsules around the joints, rounded into one another); tones are lines further
inside. The palm has the same silhouette seen from its other side, so its x is turned; skin lines are its own.
"""

from __future__ import annotations

import json
from pathlib import Path as File
from typing import Any

import numpy as np
from details import creases, nail, wrinkles
from field import Array
from silhouette import Silhouette, silhouette
from skeleton import FINGERS, THUMB, Ray

OUT = File(__file__).parents[2] / "assets" / "hand"
EDGE = 3.25  # how far inside the skin a track runs: half a solid track and a visible rim of skin
GHOST_CLEAR = 0.9  # how far the ground beyond an end reaches over the skin's line
WEB_CLEAR = 3.0  # a pass toward the base stops this far distal to the web
NUMBERS = {"thumb": 1, "index": 2, "middle": 3, "ring": 4, "little": 5}
SIDES = {"rad": -1.0, "uln": 1.0}


def rounded(point: Array) -> list[float]:
    """Return a point to a hundredth of a millimetre."""
    return [round(float(v), 2) for v in point]


def web_place(hand: Silhouette, finger: Ray) -> float:
    """Return the place along a finger's first bone where the higher of its two webs reaches its side."""
    for place in np.linspace(0.95, 0.2, 76):
        reach = finger.half_breadth(place) + 1.6
        inner, outer = (hand.value(finger.beside(place, sign * reach)) for sign in (-1.0, 1.0))
        if inner < 0 or outer < 0:
            return float(place)
    message = f"no web beside the {finger.name}"
    raise ValueError(message)


def tracks_of(ray: Ray, web: float) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the sites and the passes of a digit, each pass from its far end to the joint."""
    joint, tip = (1.0, 2.27) if ray is THUMB else (1.0, 2.3)
    edge = 1.25 * EDGE if ray is THUMB else EDGE
    base = web + WEB_CLEAR / ray.lengths[0]
    sites, tracks = {}, {}
    for side, sign in SIDES.items():
        name = f"{NUMBERS[ray.name]}-{'MCP' if ray is THUMB else 'PIP'}-{side}"

        def line(start: float, end: float, sign: float = sign) -> list[list[float]]:
            # One even bow rather than every bulge of the skin: a cannula does not wriggle.
            parts = np.linspace(0.0, 1.0, 9)
            places = start + (end - start) * parts
            skin = np.array([ray.half_breadth(one) for one in places])
            straight = skin[0] + (skin[-1] - skin[0]) * parts - edge
            over = (straight - (skin - 0.8 * edge))[1:-1] / (4.0 * parts * (1.0 - parts))[1:-1]
            across = straight - max(0.0, float(over.max())) * 4.0 * parts * (1.0 - parts)
            pairs = zip(places, across, strict=True)
            return [rounded(ray.beside(one, sign * aside)) for one, aside in pairs]

        sites[name] = line(joint, joint)[0]
        tracks[f"{name}-dis"] = line(tip, joint)
        if ray is not THUMB:
            tracks[f"{name}-prx"] = line(base, joint)
    return sites, tracks


def region(ray: Ray, first: float) -> list[list[float]]:
    """Return a polygon around a digit, a little wider than its skin, from a place to beyond its tip."""
    last = ray.breadths[-1][0]
    places = np.linspace(first, last, 14)
    sides = [
        [ray.beside(one, sign * (ray.half_breadth(one) + 1.5)) for one in places] for sign in (-1.0, 1.0)
    ]
    half = ray.half_breadth(last) + 1.5
    cap = [
        ray.at(last) + half * (np.cos(a) * -_aside(ray, last) + np.sin(a) * ray.heading(last))
        for a in np.linspace(0.2, np.pi - 0.2, 7)
    ]
    return [rounded(one) for one in [*sides[0], *cap, *reversed(sides[1])]]


def ends(ray: Ray, web: float) -> dict[str, Any]:
    """Return, for every joint at which a digit may end: the ground beyond it, its ghost, and the end itself."""
    joints = {"MCP": 1.0, "IP": 2.0} if ray is THUMB else {"MCP": web, "PIP": 1.0, "DIP": 2.0}
    return {joint: _end(ray, place) for joint, place in joints.items()}


def _end(ray: Ray, first: float) -> dict[str, list[list[float]]]:
    last = ray.breadths[-1][0]
    places = np.linspace(first, last, 12)

    def around(wider: float) -> list[Array]:
        sides = [
            [ray.beside(one, sign * (ray.half_breadth(one) + wider)) for one in places]
            for sign in (-1.0, 1.0)
        ]
        half = ray.half_breadth(last) + wider
        cap = [ray.at(last) + half * (np.cos(a) * -_aside(ray, last) + np.sin(a) * ray.heading(last))
               for a in np.linspace(0.2, np.pi - 0.2, 9)]  # fmt: skip
        return [*sides[0], *cap, *reversed(sides[1])]

    # A finger that ends is round there: the end bows toward the tip that is missing.
    half, bow = ray.half_breadth(first), 0.42 * ray.half_breadth(first)
    end = [ray.beside(first, half * float(np.cos(a))) + ray.heading(first) * bow * float(np.sin(a))
           for a in np.linspace(np.pi, 0.0, 13)]  # fmt: skip
    return {
        "ground": [rounded(one) for one in [*around(GHOST_CLEAR), *reversed(end)]],
        "ghost": [rounded(one) for one in around(-0.3)],
        "end": [rounded(one) for one in end],
    }


def spots(ray: Ray) -> list[list[float]]:
    """Return where signs about a whole digit stand, the first one first: on its axis, between its passes."""
    places = (1.5, 1.22, 1.8) if ray is THUMB else (1.5, 0.66, 1.0)
    return [rounded(ray.at(one)) for one in places]


def _aside(ray: Ray, place: float) -> Array:
    ahead = ray.heading(place)
    return np.array([ahead[1], -ahead[0]])


def label(ray: Ray) -> dict[str, list[float]]:
    """Return where a finger's label stands: a point beyond its tip, and the way it leads away from the tip."""
    last = ray.breadths[-1][0]
    ahead = ray.heading(last)
    return {"at": rounded(ray.at(last) + ahead * (ray.half_breadth(last) + 3.2)), "toward": rounded(ahead)}


def side_words(sites: dict[str, Any]) -> dict[str, Any]:
    """Return where the thumb's two sites are named: radial outside the hand, ulnar on the hand's own side."""
    radial, ulnar = np.array(sites["1-MCP-rad"]), np.array(sites["1-MCP-uln"])
    return {"rad": {"at": rounded(radial + np.array([-8.5, -3.5])), "toward": [-1.0, 0.0]},
            "uln": {"at": rounded(ulnar + np.array([4.2, -2.2])), "toward": [1.0, 0.0]}}  # fmt: skip


def dorsal() -> dict[str, Any]:
    """Return everything about the back of a right hand."""
    hand = silhouette()
    loops = [
        {
            "inside": depth,
            "paths": [{"start": start, "cubics": segments, "closed": True} for start, segments in curves],
        }
        for depth, curves in hand.levels
    ]
    webs = {finger.name: web_place(hand, finger) for finger in FINGERS} | {"thumb": 0.86}
    sites: dict[str, Any] = {}
    tracks: dict[str, Any] = {}
    for ray in (THUMB, *FINGERS):
        own, passes = tracks_of(ray, webs[ray.name])
        sites |= own
        tracks |= passes
    nails = {ray.name: nail(ray) for ray in (THUMB, *FINGERS)}
    return {
        "hand": "right", "face": "dorsal", "unit": "mm",
        "skin": loops[0]["paths"][0], "flesh": loops[1]["paths"][0], "tones": loops[2:],
        "nails": {name: plate for name, (plate, _) in nails.items()},
        "moons": {name: moon for name, (_, moon) in nails.items()},
        "creases": wrinkles(), "sites": sites, "tracks": tracks,
        "regions": {ray.name: region(ray, webs[ray.name]) for ray in (THUMB, *FINGERS)},
        "ends": {ray.name: ends(ray, webs[ray.name]) for ray in (THUMB, *FINGERS)},
        "spots": {ray.name: spots(ray) for ray in (THUMB, *FINGERS)},
        "labels": {ray.name: label(ray) for ray in (THUMB, *FINGERS)},
        "side_words": side_words(sites), "caption": [0.0, -40.0], "fade": [34.0, -38.0],
        "palm_creases": creases(webs),
    }  # fmt: skip


def turned(value: Any) -> Any:
    """Return the same geometry seen from the other side of the sheet: every x changes its sign."""
    if isinstance(value, dict):
        kept = ("fade", "inside")
        return {key: one if key in kept else turned(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        if value and isinstance(value[0], float | int):
            return [round(-one, 2) + 0.0 if k % 2 == 0 else one for k, one in enumerate(value)]
        return [turned(one) for one in value]
    return value


def main() -> None:
    """Write both faces, one line for each of their parts."""
    back = dorsal()
    palm_creases = back.pop("palm_creases")
    palm = turned(back) | {"face": "palmar", "nails": {}, "moons": {}, "creases": turned(palm_creases)}
    OUT.mkdir(parents=True, exist_ok=True)
    for face in (back, palm):
        lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in face.items()]
        (OUT / f"{face['face']}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
