"""The picture of both hands: a pure function of marks, words and view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.drawing.marks import Captions, FingerLabel, MarkState, PassMark
from app.drawing.outline import Anchor, HandOutline, right_hand
from app.drawing.pass_shapes import pass_shapes, site_shapes
from app.drawing.shapes import (
    Align,
    Label,
    Outline,
    Picture,
    Point,
    Role,
    Run,
    Shape,
    Track,
    Weight,
)
from app.drawing.standpoint import BOTTOM, TOP, WIDTH, Affine, place_of
from injection_plan.anatomy import PASSES, SITES, Digit, EntrySite, Finger, Hand, Pass, Side
from injection_plan.views import View

_AMOUNT_SIZE = 7.6
_REST_SIZE = 5.3
_NAME_SIZE = 5.6
_CAPTION_SIZE = 8.4
_SIDE_SIZE = 5.2
_CAP_HEIGHT = 0.73  # of the em, in the typeface that both pens use

_AMOUNT_ROLES = {
    MarkState.PLANNED: Role.AMOUNT,
    MarkState.CURRENT: Role.AMOUNT_CURRENT,
    MarkState.GIVEN: Role.AMOUNT_GIVEN,
    MarkState.VERIFIED: Role.AMOUNT_VERIFIED,
    MarkState.DIFFERS: Role.AMOUNT_OMITTED,
    MarkState.OMITTED: Role.AMOUNT_OMITTED,
    MarkState.NOT_PLANNED: Role.AMOUNT_OMITTED,
    MarkState.UNKNOWN: Role.AMOUNT_OMITTED,
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    marks: Mapping[str, PassMark]
    labels: Mapping[Finger, FingerLabel]
    captions: Captions
    view: View
    hand: Hand
    outline: HandOutline
    place: Affine

    def state(self, one: Pass) -> MarkState:
        mark = self.marks.get(one.code)
        return MarkState.NOT_PLANNED if mark is None else mark.state


def hand_picture(
    marks: Mapping[str, PassMark],
    view: View,
    captions: Captions,
    labels: Mapping[Finger, FingerLabel] | None = None,
    selected: str | None = None,
) -> Picture:
    """Return both hands as `view` shows them, with every one of the 36 passes in the state that `marks` says.

    A pass without a mark is drawn as not planned; a mark whose code no anatomy knows is a `KeyError`. `labels` are
    the words over the fingertips, and `selected` is the code of the pass that the user has chosen to look at.
    """
    unknown = set(marks) - set(PASSES)
    if unknown:
        raise KeyError(*sorted(unknown))
    # Both bare hands first: a pen may keep them, since nothing of them changes while a case goes on.
    shapes: list[Shape] = [shape for hand in Hand for shape in _skin(hand, view)]
    for hand in Hand:
        outline = right_hand(view.face)
        sheet = _Sheet(marks, labels or {}, captions, view, hand, outline, place_of(hand, view))
        shapes += _passes(sheet, selected)
        shapes += _words(sheet)
    return Picture(-WIDTH / 2, BOTTOM, WIDTH, TOP - BOTTOM, tuple(shapes))


def digit_region(finger: Finger, view: View) -> tuple[Point, ...]:
    """Return the corners of a polygon just around one digit, where `hand_picture` draws it."""
    return place_of(finger.hand, view).line(right_hand(view.face).region(finger.digit))


@cache
def _skin(hand: Hand, view: View) -> tuple[Shape, ...]:
    """Return the hand itself, made once for each way of seeing it: nothing on it changes in a case."""
    return tuple(_bare_hand(right_hand(view.face), place_of(hand, view)))


def _bare_hand(outline: HandOutline, place: Affine) -> Iterator[Shape]:
    path = place.path
    high, low = outline.fade
    fade = (place.point((0.0, high)), place.point((0.0, low)))
    yield Outline(path(outline.skin), Role.HAND_LINE, fade=fade)
    yield Outline(path(outline.flesh), Role.HAND_FILL, fade=fade)
    for number, tone in enumerate(outline.tones, start=1):
        for one in tone:
            yield Outline(path(one), Role.HAND_FILL, number / len(outline.tones), fade)
    yield from (Outline(path(one), Role.CREASE_SOFT) for one in outline.soft_creases)
    yield from (Outline(path(one), Role.CREASE) for one in outline.creases)
    yield from (Outline(path(one), Role.NAIL) for one in outline.nails)
    yield from (Outline(path(one), Role.NAIL_MOON) for one in outline.moons)


def _passes(sheet: _Sheet, selected: str | None) -> Iterator[Shape]:
    own = [one for one in PASSES.values() if one.site.hand is sheet.hand]
    quiet = [one for one in own if sheet.state(one) is not MarkState.CURRENT]
    loud = [one for one in own if sheet.state(one) is MarkState.CURRENT]
    for one in (*quiet, *loud):
        points = sheet.place.line(sheet.outline.track(one))
        if one.code == selected:
            yield Track(points, Role.SELECTED, one.code)
            yield Track(points, Role.SELECTED_GROUND, one.code)
        yield from pass_shapes(points, sheet.state(one), one.code)
    sites = [site for site in SITES.values() if site.hand is sheet.hand]
    for site in sites:
        states = tuple(sheet.state(one) for one in own if one.site == site)
        yield from site_shapes(sheet.place.point(sheet.outline.site(site)), states, site.code)


def _words(sheet: _Sheet) -> Iterator[Shape]:
    here = any(
        sheet.state(one) is MarkState.CURRENT for one in PASSES.values() if one.site.hand is sheet.hand
    )
    role = Role.CAPTION_CURRENT if here else Role.CAPTION
    x, y = sheet.place.point(sheet.outline.caption)
    run = Run(sheet.captions.hands[sheet.hand], role, _CAPTION_SIZE, Weight.SEMIBOLD)
    yield Label((x, y - _CAPTION_SIZE * _CAP_HEIGHT / 2), (run,), Align.CENTRE, sheet.hand.value)
    for digit, anchor in sheet.outline.labels.items():
        yield from _finger_words(sheet, digit, anchor)
    for side, anchor in sheet.outline.side_words.items():
        yield _side_word(sheet, side, anchor)


def _finger_words(sheet: _Sheet, digit: Digit, anchor: Anchor) -> Iterator[Shape]:
    finger = Finger(sheet.hand, digit)
    about = finger_code(finger)
    x, y = sheet.place.point(anchor.at)
    x += 9.0 * sheet.place.direction(anchor.toward)[0]
    words = sheet.labels.get(finger)
    name = Run(sheet.captions.digits[digit], Role.FINGER_NAME, _NAME_SIZE, Weight.REGULAR)
    above = 7.0
    # The block leads away from the fingertip and reads from top to bottom in either case: amount, then name.
    below = above + _AMOUNT_SIZE * _CAP_HEIGHT if words else _NAME_SIZE * _CAP_HEIGHT
    foot = y if sheet.view.fingers_up else y - below
    yield Label((x, foot), (name,), Align.CENTRE, about)
    if words is not None:
        amount = Run(f"{words.amount} ", _AMOUNT_ROLES[words.tone], _AMOUNT_SIZE, Weight.BOLD)
        rest = Run(words.rest, Role.FINGER_NAME, _REST_SIZE, Weight.REGULAR)
        yield Label((x, foot + above), (amount, rest), Align.CENTRE, about)


def _side_word(sheet: _Sheet, side: Side, anchor: Anchor) -> Shape:
    x, y = sheet.place.point(anchor.at)
    align = Align.START if sheet.place.direction(anchor.toward)[0] > 0 else Align.END
    run = Run(sheet.captions.sides[side], Role.SIDE_WORD, _SIDE_SIZE, Weight.MEDIUM)
    thumb = next(site for site in SITES.values() if _is_thumb(site, sheet.hand, side))
    return Label((x, y - _SIDE_SIZE * 0.27), (run,), align, thumb.code)


def _is_thumb(site: EntrySite, hand: Hand, side: Side) -> bool:
    return (site.hand, site.digit, site.side) == (hand, Digit.THUMB, side)


def finger_code(finger: Finger) -> str:
    """Return the front of every code on one finger, such as `RH-2`: what a finger's label is about."""
    site = next(site for site in SITES.values() if site.finger == finger)
    return "-".join(site.code.split("-")[:2])
