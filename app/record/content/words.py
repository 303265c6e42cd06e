"""The record's own words, the deliveries in the order in which they happened, and when each of them did."""

from __future__ import annotations

from datetime import datetime

from app import wording
from injection_plan.people import Stamp
from injection_plan.procedure import Delivery, Procedure

DOMAIN = "record"


def say(key: str, **fields: str | int) -> str:
    """Return words of the record's catalogue."""
    return wording.say(DOMAIN, key, **fields)


def happened_at(delivery: Delivery) -> datetime | None:
    """Return when a delivery happened: the time put down for it, else when it was recorded."""
    if delivery.happened_at is not None:
        return delivery.happened_at
    return delivery.stamp.recorded if delivery.stamp is not None else None


def given_deliveries(procedure: Procedure) -> tuple[Delivery, ...]:
    """Return what counts as given, in the order in which it was recorded."""
    given = [one for one in procedure.deliveries if one.is_given and one.stamp is not None]
    return tuple(sorted(given, key=lambda one: one.acted))


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
