"""The record's own words, the deliveries in the order in which they happened, and when each of them did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from app import wording
from injection_plan.events import Entry, Reconciled
from injection_plan.people import Stamp
from injection_plan.procedure import Delivery, Procedure
from injection_plan.volume import Volume, total

DOMAIN = "record"


def say(key: str, **fields: str | int) -> str:
    """Return words of the record's catalogue."""
    return wording.say(DOMAIN, key, **fields)


def loud(figure: str) -> str:
    """Return a figure that wants a second look with the sign that says so in black and white; words say it alone."""
    is_figure = figure.lstrip(f"+{wording.MINUS}")[:1].isdigit()
    return say("loud", figure=figure) if is_figure else figure


def partly_known(figures: Iterable[Volume | None]) -> str:
    """Return the sum of what is known in millilitres, and of how many figures that is where it is not of all."""
    figures = list(figures)
    known = [one for one in figures if one is not None]
    if not known and figures:
        return say("product.unknown")
    words = wording.number(total(known))
    return words if len(known) == len(figures) else say("partly_known", sum=words, known=len(known))


def happened_at(delivery: Delivery) -> datetime | None:
    """Return when a delivery happened: the time put down for it, else when it was recorded."""
    if delivery.happened_at is not None:
        return delivery.happened_at
    return delivery.stamp.recorded if delivery.stamp is not None else None


def given_deliveries(procedure: Procedure) -> tuple[Delivery, ...]:
    """Return what counts as given, in the order in which it was recorded."""
    given = [one for one in procedure.deliveries if one.is_given and one.stamp is not None]
    return tuple(sorted(given, key=lambda one: one.acted))


def measured_later(procedure: Procedure, one: Delivery) -> Delivery | None:
    """Return the later delivery whose mark measured this one too, or nothing where none did."""
    return next((other for other in procedure.deliveries if one.code in other.measured_with), None)


def explanations(procedure: Procedure, entries: Iterable[Entry]) -> dict[str, str]:
    """Return why marks differ by the code of their aliquot: who explained it at closing, when, in which entry."""
    if procedure.reconciliation is None:
        return {}
    stamp = procedure.reconciliation.stamp
    version = max(entry.version for entry in entries if isinstance(entry.event, Reconciled))
    person, time = stamp.acted_by.name, wording.stamp_time(stamp)
    return {
        mark.aliquot: say(
            "explained", person=person, time=time, version=version, explanation=mark.explanation
        )
        for mark in procedure.reconciliation.figures.marks
    }


def is_short(start: datetime, end: datetime) -> bool:
    """Return whether two moments lie so near that minutes alone would tell too little: less than an hour apart."""
    return end - start < timedelta(hours=1)


def zone(when: datetime, offset: int) -> str:
    """Return the offset of a local time as it stands beside it: +08:00."""
    return wording.date_time(when, offset).split()[-1]


def offset_of(delivery: Delivery) -> int:
    """Return the local offset in minutes where a delivery was recorded; 0 where it never was."""
    return 0 if delivery.stamp is None else delivery.stamp.offset_minutes


def moment(stamp: Stamp) -> str:
    """Return when an entry was recorded, in local time with its offset and in UTC."""
    return say(
        "moment",
        local=wording.date_time(stamp.recorded, stamp.offset_minutes),
        utc=f"{stamp.recorded:%H:%M:%S}",
    )
