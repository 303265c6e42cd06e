"""Is a stored case what it says it is? Chain, replay and sums, checked from the journal each time it matters.

Three independent looks: the journal's own (every seal, the index's digests), the fold (every entry is understood
and fits the one before), and the ledger, which follows the volumes without the fold. What is wrong is returned
as values that name the entry, so that the record can refuse to print and `verify` can say where.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from app.journal import Journal, StoredEntry
from app.session import index_row
from injection_plan.events import Entry
from injection_plan.ledger import Place, balance, postings
from injection_plan.procedure import Procedure, apply
from injection_plan.procedure.fold import Unfoldable
from injection_plan.volume import total


class CaseFault(StrEnum):
    """What can be wrong with a stored case, beyond what the journal finds itself."""

    DAMAGED = "damaged"
    NOT_UNDERSTOOD = "not understood"
    DOES_NOT_FOLLOW = "does not follow"
    OTHER_CASE = "other case"
    SUMS_DIFFER = "sums differ"
    INDEX_DIFFERS = "index differs"


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """One thing that is wrong: in which case and entry where known, what, and the journal's own word for it."""

    case: str | None
    version: int | None
    what: CaseFault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """A case read from the journal: its entries, their seals, the state they come to, and what is wrong."""

    entries: tuple[Entry, ...]
    seals: tuple[str, ...]
    procedure: Procedure | None
    findings: tuple[CaseFinding, ...]

    @property
    def head(self) -> str:
        """The seal of the last entry, or nothing for a case without entries."""
        return self.seals[-1] if self.seals else ""


def check_journal(journal: Journal) -> tuple[CaseFinding, ...]:
    """Return everything that is wrong with any case of a journal; an empty tuple means that all of it holds."""
    damage = tuple(
        CaseFinding(one.case_id, one.version, CaseFault.DAMAGED, one.what.value) for one in journal.check()
    )
    if damage:
        return damage
    return tuple(finding for row in journal.cases() for finding in check_case(journal, row.case_id).findings)


def check_case(journal: Journal, case: str) -> CheckedCase:
    """Return a case with what is wrong with it; a damaged one comes back without a state."""
    damage = journal.check(case)
    if damage:
        findings = tuple(
            CaseFinding(one.case_id, one.version, CaseFault.DAMAGED, one.what.value) for one in damage
        )
        return CheckedCase((), (), None, findings)
    stored = journal.entries(case)
    seals = tuple(entry.seal for entry in stored)
    entries: list[Entry] = []
    procedure: Procedure | None = None
    for one in stored:
        read = _read(one)
        if isinstance(read, CaseFinding):
            return CheckedCase(tuple(entries), seals, None, (read,))
        try:
            procedure = apply(procedure, read)
        except Unfoldable as misfit:
            finding = CaseFinding(case, one.version, CaseFault.DOES_NOT_FOLLOW, str(misfit))
            return CheckedCase(tuple(entries), seals, None, (finding,))
        entries.append(read)
    if procedure is None:
        return CheckedCase((), (), None, (CaseFinding(case, None, CaseFault.OTHER_CASE),))
    wrong = (*_sums(procedure, tuple(entries)), *_index(journal, procedure))
    return CheckedCase(tuple(entries), seals, procedure, wrong)


def _read(stored: StoredEntry) -> Entry | CaseFinding:
    try:
        entry = Entry.model_validate_json(stored.body)
    except ValidationError as unread:
        first = unread.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return CaseFinding(
            stored.case_id, stored.version, CaseFault.NOT_UNDERSTOOD, f"{where}: {first['msg']}"
        )
    same = (entry.case, entry.version, entry.key) == (stored.case_id, stored.version, stored.key)
    return entry if same else CaseFinding(stored.case_id, stored.version, CaseFault.OTHER_CASE)


def _sums(procedure: Procedure, entries: tuple[Entry, ...]) -> tuple[CaseFinding, ...]:
    """Hold the ledger against the fold: what is given at each aliquot, and that nothing came from nowhere."""
    book = postings(entries)
    findings = [
        CaseFinding(procedure.case, one.version, CaseFault.SUMS_DIFFER, one.code)
        for one in procedure.deliveries
        if balance(book, Place.GIVEN, one.code) != one.counted
    ]
    if total(posting.change for posting in book) or balance(book, Place.GIVEN) != procedure.given_volume:
        findings.append(CaseFinding(procedure.case, procedure.version, CaseFault.SUMS_DIFFER))
    return tuple(findings)


def _index(journal: Journal, procedure: Procedure) -> tuple[CaseFinding, ...]:
    row = next((row for row in journal.cases() if row.case_id == procedure.case), None)
    if row == index_row(procedure):
        return ()
    return (CaseFinding(procedure.case, procedure.version, CaseFault.INDEX_DIFFERS),)
