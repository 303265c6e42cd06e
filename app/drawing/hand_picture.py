"""The picture of both hands: a pure function of marks, words and view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import copysign

from app.drawing.finding_shapes import finding_shapes, missing_shapes
from app.drawing.fingers import FINGERS, finger_code, finger_of
from app.drawing.marks import Captions, FindingMark, FingerLabel, MarkState, PassMark
from app.drawing.order_numbers import number_shapes
from app.drawing.outline import HandOutline, right_hand
from app.drawing.pass_shapes import pass_shapes, site_shapes
from app.drawing.selection_shapes import selected_finger, selected_site
from app.drawing.shapes import (
    Align,
    Label,
    Outline,
    Picture,
    Point,
    Region,
    Role,
    Run,
    Shape,
    Track,
    Weight,
)
from app.drawing.standpoint import BOTTOM, TOP, WIDTH, Affine, place_of
from injection_plan.anatomy import PASSES, SITES, Digit, EntrySite, Finger, Hand, Side
from injection_plan.views import View

_AMOUNT_SIZE = 7.6
_REST_SIZE = 5.3
_NAME_SIZE = 5.6
_CAPTION_SIZE = 8.4
_SIDE_SIZE = 5.2
_LEAST_ASIDE = 26.0  # of a finger's words from the middle, where those of the two hands would meet
_CAP_HEIGHT = 0.73  # of the em, in the typeface that both pens use
_KEPT_WORDS = 512  # words over fingers, of which a case uses some hundred

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


_PASSES_OF = {hand: tuple(code for code, one in PASSES.items() if one.site.hand is hand) for hand in Hand}
_SITES_OF = {
    hand: {
        code: tuple(one.code for one in PASSES.values() if one.site == site)
        for code, site in SITES.items()
        if site.hand is hand
    }
    for hand in Hand
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    marks: Mapping[str, PassMark]
    labels: Mapping[Finger, FingerLabel]
    captions: Captions
    view: View
    hand: Hand
    selected: str | None
    numbers: Mapping[str, int]
    findings: tuple[FindingMark, ...]

    def state(self, code: str) -> MarkState:
        mark = self.marks.get(code)
        return MarkState.NOT_PLANNED if mark is None else mark.state


def hand_picture(
    marks: Mapping[str, PassMark],
    view: View,
    captions: Captions,
    labels: Mapping[Finger, FingerLabel] | None = None,
    selected: str | None = None,
    *,
    numbers: Mapping[str, int] | None = None,
    findings: tuple[FindingMark, ...] = (),
) -> Picture:
    """Return both hands as `view` shows them, with every one of the 36 passes in the state that `marks` says.

    A pass without a mark is drawn as not planned; a mark whose code no anatomy knows is a `KeyError`. `labels` are
    the words over the fingertips, `selected` is the code of the pass, entry site or finger that the user has chosen to
    look at, `numbers` are the places of passes in the order, and `findings` what was found on the hands.
    """
    unknown = set(marks) - set(PASSES) | set(numbers or {}) - set(PASSES)
    if unknown:
        raise KeyError(*sorted(unknown))
    # Both bare hands first: a pen may keep them, since nothing of them changes while a case goes on.
    shapes: list[Shape] = [shape for hand in Hand for shape in _skin(hand, view)]
    for hand in Hand:
        here = tuple(one for one in findings if finger_of(one.where).hand is hand)
        sheet = _Sheet(marks, labels or {}, captions, view, hand, selected, numbers or {}, here)
        shapes += _missing(sheet)
        shapes += _passes(sheet)
        shapes += _numerals(sheet)
        shapes += _words(sheet)
    return Picture(-WIDTH / 2, BOTTOM, WIDTH, TOP - BOTTOM, tuple(shapes), _regions(view))


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


def _missing(sheet: _Sheet) -> Iterator[Shape]:
    for one in sheet.findings:
        if one.from_joint is not None:
            yield from missing_shapes(finger_of(one.where), one.from_joint, sheet.view)


def _passes(sheet: _Sheet) -> Iterator[Shape]:
    states = {code: sheet.state(code) for code in _PASSES_OF[sheet.hand]}
    # The one that is next lies above its neighbours.
    loudest_last = sorted(states, key=lambda code: states[code] is MarkState.CURRENT)
    for code in loudest_last:
        yield from _one_pass(code, sheet.view, states[code], is_selected=code == sheet.selected)
    for code, finger in FINGERS.items():
        if code == sheet.selected and finger.hand is sheet.hand:
            yield selected_finger(code, sheet.view)
    # What was found lies around an entry site, not over it.
    yield from (selected_site(code, sheet.view) for code in _SITES_OF[sheet.hand] if code == sheet.selected)
    yield from _found(sheet)
    for site, codes in _SITES_OF[sheet.hand].items():
        yield from _one_site(site, sheet.view, tuple(states[code] for code in codes))


def _found(sheet: _Sheet) -> Iterator[Shape]:
    drawn: list[tuple[Shape, ...]] = []
    seen: list[str] = []
    for one in sheet.findings:
        if one.from_joint is None:
            drawn.append(finding_shapes(one.kind, one.where, seen.count(one.where), sheet.view))
            seen.append(one.where)
    # A second one at the same site is drawn wider, and so beneath the first.
    for shapes in reversed(drawn):
        yield from shapes


# A press changes one or two passes of 36. The shapes of the others are the very same objects as before, so that a
# pen tells by identity what to paint again. There are a few hundred ways to draw all passes, and no more.
@cache
def _one_pass(code: str, view: View, state: MarkState, *, is_selected: bool) -> tuple[Shape, ...]:
    one = PASSES[code]
    points = place_of(one.site.hand, view).line(right_hand(view.face).track(one))
    marked = (Track(points, Role.SELECTED, code), Track(points, Role.SELECTED_GROUND, code))
    return (*(marked if is_selected else ()), *pass_shapes(points, state, code))


@cache
def _one_site(code: str, view: View, states: tuple[MarkState, ...]) -> tuple[Shape, ...]:
    site = SITES[code]
    centre = place_of(site.hand, view).point(right_hand(view.face).site(site))
    return tuple(site_shapes(centre, states, code))


def _numerals(sheet: _Sheet) -> Iterator[Shape]:
    for code in _PASSES_OF[sheet.hand]:
        if code in sheet.numbers:
            yield from number_shapes(code, sheet.numbers[code], sheet.view)


@cache
def _regions(view: View) -> tuple[Region, ...]:
    return tuple(Region(digit_region(finger, view), code) for code, finger in FINGERS.items())


def _words(sheet: _Sheet) -> Iterator[Shape]:
    here = any(sheet.state(code) is MarkState.CURRENT for code in _PASSES_OF[sheet.hand])
    yield _hand_word(sheet.hand, sheet.view, sheet.captions.hands[sheet.hand], is_current=here)
    for digit in right_hand(sheet.view.face).labels:
        finger = Finger(sheet.hand, digit)
        yield from _finger_words(finger, sheet.view, sheet.captions.digits[digit], sheet.labels.get(finger))
    for side in right_hand(sheet.view.face).side_words:
        thumb = next(site.code for site in SITES.values() if _is_thumb(site, sheet.hand, side))
        beside = any(one.where == thumb for one in sheet.findings) or sheet.selected == thumb
        yield _side_word(thumb, sheet.view, sheet.captions.sides[side], 3.0 if beside else 0.0)


@cache
def _hand_word(hand: Hand, view: View, words: str, *, is_current: bool) -> Shape:
    role = Role.CAPTION_CURRENT if is_current else Role.CAPTION
    x, y = place_of(hand, view).point(right_hand(view.face).caption)
    run = Run(words, role, _CAPTION_SIZE, Weight.SEMIBOLD)
    return Label((x, y - _CAPTION_SIZE * _CAP_HEIGHT / 2), (run,), Align.CENTRE, hand.value)


@lru_cache(maxsize=_KEPT_WORDS)
def _finger_words(finger: Finger, view: View, name_of: str, words: FingerLabel | None) -> tuple[Shape, ...]:
    about = finger_code(finger)
    place, anchor = place_of(finger.hand, view), right_hand(view.face).labels[finger.digit]
    x, y = place.point(anchor.at)
    x += 9.0 * place.direction(anchor.toward)[0]
    x = copysign(max(abs(x), _LEAST_ASIDE), x)
    name = Run(name_of, Role.FINGER_NAME, _NAME_SIZE, Weight.REGULAR)
    above = 7.0
    # The block leads away from the fingertip and reads from top to bottom in either case: amount, then name.
    below = above + _AMOUNT_SIZE * _CAP_HEIGHT if words else _NAME_SIZE * _CAP_HEIGHT
    foot = y if view.fingers_up else y - below
    named = Label((x, foot), (name,), Align.CENTRE, about)
    if words is None:
        return (named,)
    amount = Run(f"{words.amount} ", _AMOUNT_ROLES[words.tone], _AMOUNT_SIZE, Weight.BOLD)
    rest = Run(words.rest, Role.FINGER_NAME, _REST_SIZE, Weight.REGULAR)
    return named, Label((x, foot + above), (amount, rest), Align.CENTRE, about)


@cache
def _side_word(thumb: str, view: View, words: str, further: float) -> Shape:
    """Return the word beside a site of a thumb, `further` away when something is drawn around that site."""
    site = SITES[thumb]
    place, anchor = place_of(site.hand, view), right_hand(view.face).side_words[site.side]
    x, y = place.point(anchor.at)
    way = 1.0 if place.direction(anchor.toward)[0] > 0 else -1.0
    run = Run(words, Role.SIDE_WORD, _SIDE_SIZE, Weight.MEDIUM)
    align = Align.START if way > 0 else Align.END
    return Label((x + way * further, y - _SIDE_SIZE * 0.27), (run,), align, thumb)


def _is_thumb(site: EntrySite, hand: Hand, side: Side) -> bool:
    return (site.hand, site.digit, site.side) == (hand, Digit.THUMB, side)
