"""How an entry site or a finger that somebody has chosen looks: a wide ring around it, or a line around it."""

from __future__ import annotations

from functools import cache

from app.drawing.fingers import FINGERS
from app.drawing.outline import right_hand
from app.drawing.shapes import Outline, Ring, Role, Shape, polygon
from app.drawing.standpoint import place_of
from injection_plan.anatomy import SITES
from injection_plan.views import View

SELECTED_RADIUS = 6.8  # wider than what was found there, so that both are seen


@cache
def selected_site(code: str, view: View) -> Shape:
    """Return the ground and ring for beneath a chosen entry site and whatever else is drawn around it."""
    site = SITES[code]
    centre = place_of(site.hand, view).point(right_hand(view.face).site(site))
    return Ring(centre, SELECTED_RADIUS, Role.SELECTED_SITE, code)


@cache
def selected_finger(code: str, view: View) -> Shape:
    """Return the line around a chosen finger, open toward the hand."""
    finger = FINGERS[code]
    around = place_of(finger.hand, view).line(right_hand(view.face).region(finger.digit))
    return Outline(polygon(around, closed=False), Role.SELECTED_FINGER, about=code)
