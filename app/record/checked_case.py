"""Before a word is written: the case is read from the journal again, and everything about it is checked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app import wording
from app.case_check import CaseFault, CaseFinding, check_case
from app.journal import Journal, JournalError
from injection_plan.events import Entry
from injection_plan.ledger import Place, balance, postings
from injection_plan.procedure import Procedure
from injection_plan.reconciliation import reconciled_balance
from injection_plan.volume import NOTHING

DOMAIN = "record"


class WhyNoRecord(StrEnum):
    """Why no record was written."""

    NO_SUCH_CASE = "no such case"
    JOURNAL_DAMAGED = "journal damaged"
    JOURNAL_UNREADABLE = "journal unreadable"
    DOES_NOT_FOLLOW = "does not follow"
    LIST_DIFFERS = "list differs"
    SUMS_DIFFER = "sums differ"
    DIFFERS_FROM_SCREEN = "differs from screen"
    NOT_WRITTEN = "not written"


@dataclass(frozen=True, slots=True)
class RecordRefused:
    """No record was written: why, and what it is about, such as a case, an entry or a file."""

    why: WhyNoRecord
    about: str = ""

    @property
    def sentence(self) -> str:
        """The refusal as a person reads it."""
        return wording.say(DOMAIN, f"refused.{self.why.value.replace(' ', '_')}", about=self.about)


@dataclass(frozen=True, slots=True)
class SoundCase:
    """A case that holds: its entries in order, the seal of each in 64 hex digits, and the state they come to."""

    entries: tuple[Entry, ...]
    seals: tuple[str, ...]
    procedure: Procedure

    @property
    def head(self) -> str:
        """The seal of the last entry, 64 hex digits, which stands for all of them."""
        return self.seals[-1]


def read_sound_case(
    journal: Journal, case: str, session_procedure: Procedure | None = None
) -> SoundCase | RecordRefused:
    """Read a case from disk and return it only if its chain, its replay and its sums hold.

    With `session_procedure`, the replay must also be what the screen shows. Whatever is wrong comes back as a
    refusal. It must be called on the thread that opened the journal.
    """
    try:
        if journal.head(case)[0] == 0 and not journal.check(case):
            return RecordRefused(WhyNoRecord.NO_SUCH_CASE, case)
        checked = check_case(journal, case)
    except JournalError:
        return RecordRefused(WhyNoRecord.JOURNAL_UNREADABLE, case)
    if checked.findings or checked.procedure is None:
        return _refused(case, checked.findings)
    if session_procedure is not None and session_procedure != checked.procedure:
        return RecordRefused(WhyNoRecord.DIFFERS_FROM_SCREEN, case)
    sound = SoundCase(checked.entries, checked.seals, checked.procedure)
    wrong = next(closing_sums_that_differ(sound), None)
    return sound if wrong is None else RecordRefused(WhyNoRecord.SUMS_DIFFER, wrong)


_WHY = {
    CaseFault.DAMAGED: WhyNoRecord.JOURNAL_DAMAGED,
    CaseFault.NOT_UNDERSTOOD: WhyNoRecord.DOES_NOT_FOLLOW,
    CaseFault.DOES_NOT_FOLLOW: WhyNoRecord.DOES_NOT_FOLLOW,
    CaseFault.OTHER_CASE: WhyNoRecord.DOES_NOT_FOLLOW,
    CaseFault.SUMS_DIFFER: WhyNoRecord.SUMS_DIFFER,
    CaseFault.INDEX_DIFFERS: WhyNoRecord.LIST_DIFFERS,
}


def _refused(case: str, findings: tuple[CaseFinding, ...]) -> RecordRefused:
    if not findings:
        return RecordRefused(WhyNoRecord.DOES_NOT_FOLLOW, case)
    first = findings[0]
    place = case if first.version is None else wording.say(DOMAIN, "refused.place", version=first.version)
    return RecordRefused(_WHY[first.what], f"{place}: {first.detail}" if first.detail else place)


def closing_sums_that_differ(sound: SoundCase) -> Iterator[str]:
    """Yield what the ledger has otherwise than the reconciliation: a syringe by its number, or the product."""
    reconciled = reconciled_balance(sound.procedure)
    if reconciled is None:
        return
    book = postings(sound.entries)
    for row in reconciled.syringes:
        if balance(book, Place.SYRINGE, str(row.syringe)) != (row.left or NOTHING):
            yield str(row.syringe)
    if -balance(book, Place.PREPARED) != reconciled.prepared:
        yield Place.PREPARED.value
