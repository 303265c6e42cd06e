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
    assert " Nothing was stored for it. Do not inject again: " in certain
    assert " It is not known whether it was stored; " in unknown
    assert "Nothing was stored" not in unknown
    for told in (certain, unknown):
        assert told.endswith(".")
        assert "press again" not in told.lower()
        assert told.partition(" ")[0] == certain.partition(" ")[0]
        assert told.split("Do not inject again: ")[1] == certain.split("Do not inject again: ")[1]


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
    assert why_unstored(fault).startswith(why_closed(fault))
    assert "It is not known whether it was stored; " in why_unstored(fault)
    assert "Do not inject again: " in why_unstored(fault)
