"""Every fault of the journal has its sentence."""

import pytest

from app.journal import (
    Damage,
    Finding,
    Holder,
    JournalDamaged,
    JournalError,
    JournalHeld,
    JournalRefused,
    NotStored,
    StoreUnknown,
    WhyNotStored,
    WhyRefused,
)
from app.read_models.faults import why_closed, why_unstored


@pytest.mark.parametrize("reason", WhyNotStored)
def test_every_reason_not_to_store_has_its_sentence_and_the_unknown_says_so(reason: WhyNotStored) -> None:
    certain, unknown = why_unstored(NotStored(reason)), why_unstored(StoreUnknown(reason))
    assert certain.endswith(".")
    assert unknown == f"Nobody can tell yet whether it is stored; the next press looks first. {certain}"


@pytest.mark.parametrize("reason", WhyRefused)
def test_every_reason_not_to_open_has_its_sentence(reason: WhyRefused) -> None:
    assert why_closed(JournalRefused(reason)).endswith(".")


@pytest.mark.parametrize(
    "fault,says",
    [
        (JournalHeld(None), "Another window or program"),
        (
            JournalHeld(Holder("main.py", 4711, "theatre-1", "2026-11-22T09:30:00+00:00")),
            "process 4711 on theatre-1",
        ),
        (JournalDamaged(Finding("01-0107-1", 12, Damage.SEAL_DIFFERS)), "01-0107-1, entry 12"),
        (JournalDamaged(Finding(None, None, Damage.FILE_DAMAGED)), "the file as a whole"),
        (JournalError(), "unknown reason"),
    ],
)
def test_the_sentence_names_the_holder_or_the_place(fault: JournalError, says: str) -> None:
    assert says in why_closed(fault)
    assert why_unstored(fault) == why_closed(fault)
