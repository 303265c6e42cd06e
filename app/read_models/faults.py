"""What the journal's faults mean to the people in the room: one clear sentence, and what to do."""

from __future__ import annotations

from app import wording
from app.journal import (
    JournalDamaged,
    JournalError,
    JournalHeld,
    JournalRefused,
    NotStored,
    StoreUnknown,
    WhyNotStored,
)

DOMAIN = "cases"


def why_unstored(fault: JournalError) -> str:
    """Return why the last thing that was asked is not recorded, for the banner that stays."""
    match fault:
        case NotStored():
            return _not_again(fault.reason, "unstored.certain")
        case StoreUnknown():
            return _not_again(fault.reason, "unstored.unknown")
        case JournalDamaged():
            # Damage may be found when the entry is read back, and then it may lie on disk.
            return _not_again(WhyNotStored.DAMAGED, "unstored.unknown", why_closed(fault))
        case _:
            return _not_again(WhyNotStored.FAILED, "unstored.unknown", why_closed(fault))


def _not_again(why: WhyNotStored, key: str, reason: str = "") -> str:
    """Return the sentences that can never be heard as an order to inject once more."""
    reason = reason or wording.say(DOMAIN, _reason("unstored", why.value))
    return wording.say(DOMAIN, key, reason=reason, remedy=wording.say(DOMAIN, _reason("remedy", why.value)))


def why_closed(fault: JournalError) -> str:
    """Return why a journal or a case could not be opened, naming who holds it or where it is damaged."""
    match fault:
        case JournalHeld(holder=None):
            return wording.say(DOMAIN, "closed.held")
        case JournalHeld(holder=holder) if holder is not None:
            return wording.say(
                DOMAIN, "closed.held_by", program=holder.program, pid=holder.pid, host=holder.host,
                since=holder.since,
            )  # fmt: skip
        case JournalRefused():
            return wording.say(DOMAIN, _reason("closed", fault.reason.value))
        case JournalDamaged():
            return wording.say(
                DOMAIN,
                "closed.damaged",
                case=fault.case_id or wording.say(DOMAIN, "closed.whole_journal"),
                version=fault.version or 0,
            )
        case _:
            return wording.say(DOMAIN, "unstored.failed")


def _reason(group: str, value: str) -> str:
    return f"{group}.{value.replace(' ', '_')}"
