"""The journal: one append-only, sealed, synced table for all cases of a data folder."""

from app.journal.entries import CaseRow, Damage, Finding, Sealed, StoredEntry
from app.journal.faults import (
    JournalDamaged,
    JournalError,
    JournalHeld,
    JournalRefused,
    NotStored,
    StoreUnknown,
    WhyNotStored,
    WhyRefused,
)
from app.journal.holder import Holder
from app.journal.journal import Journal

__all__ = [
    "CaseRow",
    "Damage",
    "Finding",
    "Holder",
    "Journal",
    "JournalDamaged",
    "JournalError",
    "JournalHeld",
    "JournalRefused",
    "NotStored",
    "Sealed",
    "StoreUnknown",
    "StoredEntry",
    "WhyNotStored",
    "WhyRefused",
]
