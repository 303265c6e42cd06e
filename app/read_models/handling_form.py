"""What the centre expects to lose in its syringes and lays out, as typed: read exactly, questioned, or said why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from app import wording
from app.clock import Reading
from app.read_models.entered_volume import read_entered
from app.read_models.field_said import Bearing, Said, SaidAtFields
from injection_plan.commands import EnterHandling
from injection_plan.procedure import Procedure
from injection_plan.product import Handling, SupplyCount
from injection_plan.protocol import Protocol
from injection_plan.volume import Volume

DOMAIN = "plan_summary"
PRIMING, CHANGES, PER_CHANGE = "priming", "changes", "per_change"
SUPPLY: Final = "supply:"
"""In front of the name of an item whose count is typed."""

MOST_CHANGES: Final = 100
MOST_SUPPLIES: Final = 1000
LONGEST_COUNT: Final = 6


@dataclass(frozen=True, slots=True)
class HandlingText:
    """The fields as they stand, letter by letter; `counts` has a text for each item of the protocol, in its order.

    `confirmed` are the questioned texts of which somebody said that they are right as they stand, by field.
    """

    priming: str = ""
    changes: str = ""
    per_change: str = ""
    counts: tuple[tuple[str, str], ...] = ()
    confirmed: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class HandlingChecked:
    """What is typed, as it would be stored, or nothing where something holds it back; and what is said at fields."""

    handling: Handling | None
    said: dict[str, Said] = field(default_factory=dict)

    @property
    def command(self) -> EnterHandling | None:
        """The command that stores it."""
        return None if self.handling is None else EnterHandling(handling=self.handling)


def stored_text(procedure: Procedure) -> HandlingText:
    """Return the fields as the case has them stored; what nobody entered is an empty field."""
    handling = procedure.prepared.handling
    counted = {one.supply: str(one.count) for one in handling.supplies}
    return HandlingText(
        priming="" if handling.priming is None else wording.number(handling.priming),
        changes="" if handling.changes is None else str(handling.changes),
        per_change="" if handling.per_change is None else wording.number(handling.per_change),
        counts=tuple((one.supply, counted.get(one.supply, "")) for one in procedure.protocol.supplies),
    )


def is_stored(text: HandlingText, procedure: Procedure) -> bool:
    """Say whether what is typed is what the case has stored, however it is written."""
    return check_handling(text, procedure.protocol).handling == procedure.prepared.handling


def stored_words(text: HandlingText, procedure: Procedure, now: Reading) -> str:
    """Return whether what is typed is stored and since when, is not stored yet, or that nothing was ever entered."""
    if not is_stored(text, procedure):
        return wording.say(DOMAIN, "handling.not_stored")
    stamp = procedure.prepared.handled
    if stamp is None:
        return wording.say(DOMAIN, "handling.nothing")
    time = wording.short_time(stamp.recorded, stamp.offset_minutes)
    day = wording.local_date(stamp.recorded, stamp.offset_minutes)
    if day == wording.local_date(now.utc, now.offset_minutes):
        return wording.say(DOMAIN, "handling.stored", time=time)
    return wording.say(DOMAIN, "handling.stored_on", day=day, time=time)


def check_handling(text: HandlingText, protocol: Protocol) -> HandlingChecked:
    """Return what the fields come to, and at each what stands against it; an empty one stands against nothing."""
    fields = SaidAtFields()
    priming = _loss(PRIMING, text.priming, text, protocol, fields)
    changes = _count(CHANGES, text.changes, MOST_CHANGES, fields)
    per_change = _loss(PER_CHANGE, text.per_change, text, protocol, fields)
    if not text.changes.strip() and text.per_change.strip():
        fields.say(CHANGES, wording.say(DOMAIN, "handling.changes_missing"), Bearing.WARNS)
    if changes and not text.per_change.strip():
        fields.say(PER_CHANGE, wording.say(DOMAIN, "handling.per_change_missing"), Bearing.WARNS)
    counts = {name: _count(SUPPLY + name, typed, MOST_SUPPLIES, fields) for name, typed in text.counts}
    if fields.hold_back:
        return HandlingChecked(None, fields.said)
    supplies = tuple(
        SupplyCount(supply=name, count=count) for name, count in counts.items() if count is not None
    )
    handling = Handling(priming=priming, changes=changes, per_change=per_change, supplies=supplies)
    return HandlingChecked(handling, fields.said)


def _loss(
    name: str, typed: str, text: HandlingText, protocol: Protocol, fields: SaidAtFields
) -> Volume | None:
    if not typed.strip():
        return None
    read = read_entered(typed)
    if isinstance(read, str):
        fields.say(name, read)
        return None
    size = min((one.size for one in protocol.syringes), default=protocol.limits.finger_most)
    if read >= size and (name, typed) not in text.confirmed:
        words = wording.say(DOMAIN, "handling.as_much_as_a_syringe", size=wording.volume(size))
        fields.say(name, words, Bearing.QUESTIONED)
    return read


def _count(name: str, typed: str, most: int, fields: SaidAtFields) -> int | None:
    written = typed.strip()
    if not written:
        return None
    if not (written.isascii() and written.isdecimal() and len(written) <= LONGEST_COUNT):
        fields.say(name, wording.say(DOMAIN, "handling.whole_number"))
        return None
    if int(written) > most:
        fields.say(name, wording.say(DOMAIN, "handling.too_many", most=most))
        return None
    return int(written)
