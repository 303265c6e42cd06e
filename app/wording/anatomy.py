"""The words of the hand: one phrase for an aliquot, everywhere; R and L never alone."""

from __future__ import annotations

from functools import cache

from app.wording.catalogue import say
from injection_plan.anatomy import PASSES, Digit, Direction, EntrySite, Finger, Hand, Side, pass_of

DOMAIN = "procedure"


@cache
def hand(which: Hand) -> str:
    """Return whose hand it is: Patient's RIGHT."""
    return say(DOMAIN, f"hand.{which.value}")


def short_hand(which: Hand) -> str:
    """Return the hand for a table's column: RIGHT."""
    return say(DOMAIN, f"hand.short.{which.value}")


@cache
def digit(which: Digit) -> str:
    """Return the name of a digit: index."""
    return say(DOMAIN, f"digit.{which.value}")


def side(which: Side) -> str:
    """Return the side of a digit: ulnar side."""
    return say(DOMAIN, f"side.{which.value}")


def direction(which: Direction) -> str:
    """Return where the cannula is advanced to: toward fingertip."""
    key = "fingertip" if which is Direction.FINGERTIP else "base"
    return say(DOMAIN, f"direction.{key}")


@cache
def finger(which: Finger) -> str:
    """Return a finger with its hand: Patient's RIGHT · index."""
    return say(DOMAIN, "finger", hand=hand(which.hand), digit=digit(which.digit))


def site(which: EntrySite) -> str:
    """Return an entry site: Patient's RIGHT · index · ulnar side."""
    return say(DOMAIN, "site", hand=hand(which.hand), digit=digit(which.digit), side=side(which.side))


@cache
def aliquot(code: str) -> str:
    """Return the one phrase for an aliquot; an extra pass is named by its number."""
    if code not in PASSES:
        return say(DOMAIN, "extra", number=code.removeprefix("extra-"))
    one = pass_of(code)
    return say(DOMAIN, "aliquot", site=site(one.site), direction=direction(one.direction))


@cache
def short_aliquot(code: str) -> str:
    """Return the phrase for a narrow row: RIGHT index · ulnar · toward fingertip."""
    if code not in PASSES:
        return say(DOMAIN, "extra", number=code.removeprefix("extra-"))
    one = pass_of(code)
    return say(
        DOMAIN,
        "aliquot.short",
        hand=short_hand(one.site.hand),
        digit=digit(one.site.digit),
        side=say(DOMAIN, f"side.short.{one.site.side.value}"),
        direction=direction(one.direction),
    )


def where(place: str) -> str:
    """Return a recorded place: an aliquot's phrase where it is a code, else the words somebody wrote."""
    return aliquot(place) if place in PASSES else place
