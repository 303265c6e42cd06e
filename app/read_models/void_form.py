"""Voiding an entry: which one, whether product was injected there, and what is put right where it was."""

from __future__ import annotations

from dataclasses import dataclass, field

from app import wording
from app.clock import Reading
from app.read_models.written import ABOUT, INJECTED, REASON, VOLUME, Reader
from injection_plan.commands import Void
from injection_plan.procedure import Delivery, Procedure
from injection_plan.rules.table import Asked, against
from injection_plan.terms import Injected


@dataclass(frozen=True, slots=True)
class Voidable:
    """An entry that can be voided: its phrase, what it says and when, and as which version it was seen."""

    code: str
    phrase: str
    says: str
    is_given: bool
    seen: int


@dataclass(frozen=True, slots=True)
class VoidText:
    """The form as it stands; `injected` is nothing until it is answered."""

    about: str | None
    injected: Injected | None = None
    reason: str = ""
    volume: str = ""
    place: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class VoidChecked:
    """What came of checking: the command, or a sentence for each field that stands against it."""

    command: Void | None
    problems: dict[str, str] = field(default_factory=dict)


def voidable(procedure: Procedure) -> tuple[Voidable, ...]:
    """Return the entries that can be voided, the last one first."""
    acted = [one for one in procedure.deliveries if one.stamp is not None]
    newest = sorted(acted, key=lambda one: one.acted, reverse=True)
    return tuple(
        _voidable(procedure, one) for one in newest if against(procedure, one.code, Asked.VOID) is None
    )


def _voidable(procedure: Procedure, delivery: Delivery) -> Voidable:
    volume = delivery.given if delivery.is_given else delivery.planned
    parts = (
        "" if volume is None else wording.volume(volume),
        wording.standing(delivery.standing),
        "" if delivery.stamp is None else wording.stamp_time(delivery.stamp),
    )
    return Voidable(
        code=delivery.code,
        phrase=wording.aliquot(delivery.code),
        says=" · ".join(part for part in parts if part),
        is_given=delivery.is_given,
        seen=procedure.seen(delivery.code),
    )


def check_void(entries: tuple[Voidable, ...], text: VoidText, now: Reading) -> VoidChecked:
    """Read the form at a moment; only where product was injected there is anything to put right."""
    reader = Reader(now)
    entry = next((one for one in entries if one.code == text.about), None)
    if entry is None:
        reader.refuse(ABOUT, "wrong.about_missing")
    if text.injected is None:
        reader.refuse(INJECTED, "wrong.injected_missing")
    was = text.injected is Injected.YES
    volume = reader.volume(text.volume) if was else None
    moment = reader.moment(text.time) if was else None
    place = (text.place.strip() or None) if was else None
    if (
        entry is not None
        and was
        and entry.is_given
        and not (text.volume + text.time).strip()
        and place is None
    ):
        reader.refuse(VOLUME, "wrong.nothing_put_right")
    reason = reader.text(REASON, text.reason)
    if reader.problems or entry is None or text.injected is None or reason is None:
        return VoidChecked(None, reader.problems)
    command = Void(
        about=entry.code,
        injected=text.injected,
        reason=reason,
        seen=entry.seen,
        volume=volume,
        place=place,
        happened_at=moment,
    )
    return VoidChecked(command)
