"""From where the hands are seen: one affine transform moves outline, site, track, label place and hit region alike.

The assets hold one right hand with its fingers up the sheet: seen from its back the thumb points left, seen from its
palm it points right. A left hand is that hand mirrored (x changes its sign). The rest is where each hand lies:

* *As the patient sees them*, the arms reach away from the viewer, so the fingers point up. The patient's right hand
  lies on the right of the picture, whichever face is up: turning a hand over does not carry it across the table.
  With the backs up both thumbs point inward, to each other; with the palms up both point outward.
* *As seen from across the table*, the viewer has walked around the same table. Walking around it turns the whole
  picture by 180 degrees and mirrors nothing: the fingers point down, toward the viewer, and the patient's right hand
  lies on the *left* of the picture. Backs up, the thumbs still point inward; palms up, outward.

| face   | standpoint | RIGHT lies | fingers | RIGHT thumb points | radial of a RIGHT finger is its |
|--------|------------|------------|---------|--------------------|---------------------------------|
| dorsal | patient    | right      | up      | left (inward)      | left side                       |
| palmar | patient    | right      | up      | right (outward)    | right side                      |
| dorsal | across     | left       | down    | right (inward)     | right side                      |
| palmar | across     | left       | down    | left (outward)     | left side                       |

The left hand is the mirror image of each row. Text is placed at transformed points and never itself transformed.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.drawing.shapes import Path, Point
from injection_plan.anatomy import Hand
from injection_plan.views import Face, Standpoint, View

WIDTH = 436.0
TOP = 214.0
BOTTOM = -50.0
# How far each hand's wrist lies from the middle: palms up, the thumbs point outward and the little fingers meet.
_APART = {Face.DORSAL: 116.0, Face.PALMAR: 92.0}


@dataclass(frozen=True, slots=True)
class Affine:
    """The map (x, y) to (xx*x + xy*y + dx, yx*x + yy*y + dy), millimetres to millimetres."""

    xx: float = 1.0
    xy: float = 0.0
    yx: float = 0.0
    yy: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def point(self, one: Point) -> Point:
        """Return where a point comes to lie."""
        x, y = one
        return self.xx * x + self.xy * y + self.dx, self.yx * x + self.yy * y + self.dy

    def direction(self, one: Point) -> Point:
        """Return where a direction comes to point; shifts do not touch it."""
        x, y = one
        return self.xx * x + self.xy * y, self.yx * x + self.yy * y

    def line(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """Return where every point of a line comes to lie."""
        return tuple(self.point(one) for one in points)

    def path(self, one: Path) -> Path:
        """Return where a path comes to lie."""
        cubics = tuple((self.point(a), self.point(b), self.point(c)) for a, b, c in one.cubics)
        return Path(self.point(one.start), cubics, one.closed)

    def then(self, after: Affine) -> Affine:
        """Return the map that does this one first and `after` second."""
        return Affine(
            after.xx * self.xx + after.xy * self.yx,
            after.xx * self.xy + after.xy * self.yy,
            after.yx * self.xx + after.yy * self.yx,
            after.yx * self.xy + after.yy * self.yy,
            *after.point((self.dx, self.dy)),
        )


MIRROR = Affine(xx=-1.0)
"""The map from a right hand to a left hand, and back."""

# Half a turn about the middle of the picture's frame, so that both standpoints fill the same frame.
_HALF_TURN = Affine(xx=-1.0, yy=-1.0, dy=TOP + BOTTOM)


def place_of(hand: Hand, view: View) -> Affine:
    """Return the map from the right hand in the assets to one hand of a picture seen as `view` says."""
    aside = _APART[view.face]
    place = Affine(dx=aside) if hand is Hand.RIGHT else MIRROR.then(Affine(dx=-aside))
    match view.standpoint:
        case Standpoint.PATIENT:
            return place
        case Standpoint.ACROSS:
            return place.then(_HALF_TURN)
