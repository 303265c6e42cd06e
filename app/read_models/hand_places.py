"""The place selected on the hands, in full words: what is planned there pass by pass, and what lies around it."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.plan_drafts import plan_of
from injection_plan.anatomy import PASSES, SITES, Finger, finger_code
from injection_plan.hand_findings import finger_at, joints_of, passes_at
from injection_plan.people import Stamp
from injection_plan.procedure import Procedure
from injection_plan.protocol import Aliquot
from injection_plan.terms import EndsAt
from injection_plan.volume import Volume, total

DOMAIN = "plan_hands"


@dataclass(frozen=True, slots=True)
class PassLine:
    """One pass at the selected place: planned with its number in the order, or not, and then why, by whom and when."""

    code: str
    words: str
    spoken: str
    is_planned: bool
    told: str


@dataclass(frozen=True, slots=True)
class Nearby:
    """A place on the same finger that can be selected instead: its code and a short word."""

    where: str
    word: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The selected place; `joints` are those at which a part may be missing, and empty where it is no whole finger."""

    where: str
    title: str
    planned: str
    nearby: tuple[Nearby, ...]
    passes: tuple[PassLine, ...]
    joints: tuple[EndsAt, ...]


def place_view(procedure: Procedure, where: str) -> PlaceView:
    """Return the place of a code; one that spells no finger, entry site or pass is a `KeyError`."""
    finger = finger_at(where)
    known = {one.aliquot: one for one in procedure.protocol.aliquots}
    here = [known[code] for code in passes_at(where) if code in known]
    plan = plan_of(procedure)
    numbers = {code: number for number, code in enumerate(plan.order, start=1)}
    return PlaceView(
        where=where,
        title=wording.place(where),
        planned=_planned(here, numbers),
        nearby=_nearby(finger),
        passes=tuple(_line(procedure, one, numbers.get(one.aliquot), where) for one in here),
        joints=joints_of(finger.digit) if where == finger_code(finger) else (),
    )


def who_and_when(stamp: Stamp) -> str:
    """Return who acted, and when by the workstation's clock: Wei Zhang, 22 Nov 2026 10:13."""
    day = wording.local_date(stamp.recorded, stamp.offset_minutes)
    time = wording.short_time(stamp.recorded, stamp.offset_minutes)
    return wording.say(DOMAIN, "who_and_when", name=stamp.acted_by.name, day=day, time=time)


def why_left_out(procedure: Procedure, code: str) -> str:
    """Return the reason for which a pass is not planned, by whom and when; an empty text where it is planned."""
    reason = next((one.reason for one in plan_of(procedure).not_planned if one.aliquot == code), None)
    if reason is None:
        return ""
    stamp = procedure.prepared.left_out_by(code)
    words = " ".join(reason.split())
    return words if stamp is None else wording.say(DOMAIN, "left_out", reason=words, who=who_and_when(stamp))


def _planned(here: list[Aliquot], numbers: dict[str, int]) -> str:
    planned = [one.volume for one in here if one.aliquot in numbers]
    return wording.say(
        DOMAIN,
        "place.planned",
        count=len(planned),
        all=len(here),
        volume=wording.volume(total(planned)),
        whole=wording.volume(_whole(here)),
    )


def _whole(here: list[Aliquot]) -> Volume:
    return total(one.volume for one in here)


def _nearby(finger: Finger) -> tuple[Nearby, ...]:
    whole = finger_code(finger)
    sites = (site for site in SITES.values() if site.finger == finger)
    return (
        Nearby(whole, wording.say(DOMAIN, "place.whole_finger")),
        *(Nearby(site.code, wording.side(site.side)) for site in sites),
    )


def _line(procedure: Procedure, aliquot: Aliquot, number: int | None, where: str) -> PassLine:
    code = aliquot.aliquot
    one = PASSES[code]
    way = wording.direction(one.direction)
    phrase = (
        way
        if where in SITES
        else wording.say(DOMAIN, "pass.side_and_way", side=wording.side(one.site.side), way=way)
    )
    words = wording.say(DOMAIN, "pass.words", phrase=phrase, volume=wording.volume(aliquot.volume))
    told = (
        wording.say(DOMAIN, "pass.number", number=number)
        if number is not None
        else why_left_out(procedure, code)
    )
    return PassLine(code, words, wording.aliquot(code), number is not None, told)
