"""After a kill: is everything that was shown on disk, and once only, and does the whole journal hold?"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.case_check import check_case, check_journal
from app.journal import Journal, JournalError, JournalRefused, WhyRefused
from app.practice_folder import practice_folder
from injection_plan.events import Entry, Given
from injection_plan.procedure import Procedure, apply
from injection_plan.terms import Standing
from tests.torture.words import Key, Line, Shown

NOT_YET = {Standing.PLANNED, Standing.NOT_PLANNED}
KEPT = ("journal.sqlite", "journal.sqlite-wal")
Standings = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A case as it was found after a kill: seals, entries, what each of them made of it, and whether it is over."""

    seals: tuple[str, ...]
    entries: tuple[Entry, ...]
    standings: tuple[Standings, ...]
    procedure: Procedure | None

    @property
    def given(self) -> Counter[str]:
        """How often each aliquot was given, straight from the entries."""
        return Counter(entry.event.aliquot for entry in self.entries if isinstance(entry.event, Given))


@dataclass(frozen=True, slots=True)
class Found:
    """What lay in the practice journal: its cases, what is wrong with it, and how long opening it took."""

    cases: dict[str, StoredCase]
    problems: tuple[str, ...]
    opened_ms: float


@dataclass(slots=True)
class Verdict:
    """What one kill came to."""

    missing: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    repaints: int = 0
    resumed: bool = False
    stored_unshown: bool = False
    asked_unstored: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all is wrong."""
        return not (self.missing or self.doubled or self.problems)


def find(folder: Path, *, in_place: bool) -> Found:
    """Return what is on disk; with `in_place` by taking the journal at once, else from a copy.

    The copy leaves the log as the kill left it, for the windows to recover it themselves.
    """
    if in_place:
        return _read(practice_folder(folder))
    with tempfile.TemporaryDirectory() as name:
        for kept in KEPT:
            if (practice_folder(folder) / kept).exists():
                shutil.copy(practice_folder(folder) / kept, name)
        return _read(Path(name))


def _read(folder: Path) -> Found:
    before = time.perf_counter()
    try:
        journal = Journal.open(folder, create=False, reserve_bytes=0, log_bytes=0)
    except JournalRefused as refused:
        absent = refused.reason is WhyRefused.ABSENT
        return Found({}, () if absent else (f"the journal is refused: {refused!r}",), 0.0)
    except JournalError as fault:
        return Found({}, (f"the journal cannot be had: {fault!r}",), 0.0)
    opened_ms = (time.perf_counter() - before) * 1000
    with journal:
        problems = tuple(f"the journal does not hold: {one}" for one in check_journal(journal))
        if problems:
            return Found({}, problems, opened_ms)
        cases = {row.case_id: _stored(journal, row.case_id) for row in journal.cases()}
    return Found(cases, (), opened_ms)


def _stored(journal: Journal, case: str) -> StoredCase:
    checked = check_case(journal, case)
    return StoredCase(checked.seals, checked.entries, tuple(_one_by_one(checked.entries)), checked.procedure)


def _one_by_one(entries: tuple[Entry, ...]) -> Iterator[Standings]:
    """Yield what the timeline has to say after each entry."""
    procedure: Procedure | None = None
    for entry in entries:
        procedure = apply(procedure, entry)
        yield standings_of(procedure)


def standings_of(procedure: Procedure) -> Standings:
    """Return code and standing of every aliquot that is not simply planned."""
    return frozenset(
        (one.code, one.standing.value) for one in procedure.deliveries if one.standing not in NOT_YET
    )


def judge(lines: tuple[Line, ...], before: dict[str, StoredCase], found: Found) -> Verdict:
    """Hold what a run showed, and what was stored before it, against what is there now."""
    shown = [line for line in lines if isinstance(line, Shown)]
    verdict = Verdict(problems=list(found.problems), repaints=len(shown))
    verdict.missing += _lost(before, found.cases)
    verdict.missing += _unstored(shown, found.cases)
    for case, stored in found.cases.items():
        verdict.doubled += [f"{case} {code}" for code, times in stored.given.items() if times > 1]
    if shown and shown[0].case in before:
        verdict.resumed = True
        if shown[0].standings != before[shown[0].case].standings[-1]:
            verdict.problems.append(f"{shown[0].case} was taken up elsewhere than it was left")
    _say_where_it_cut(verdict, lines, shown, found)
    return verdict


def _lost(before: dict[str, StoredCase], now: dict[str, StoredCase]) -> Iterator[str]:
    """Yield every entry that was on disk before the run and is not the same now."""
    for case, stored in before.items():
        seals = now[case].seals if case in now else ()
        for at, seal in enumerate(stored.seals):
            if at >= len(seals) or seals[at] != seal:
                yield f"{case} entry {at + 1}, stored before"


def _unstored(shown: list[Shown], cases: dict[str, StoredCase]) -> Iterator[str]:
    """Yield what was shown and is not on disk: each repaint is some stored state, and they only go forward."""
    reached: dict[str, int] = {}
    for line in shown:
        states = cases[line.case].standings if line.case in cases else ()
        at = reached.get(line.case, 0)
        while at < len(states) and states[at] != line.standings:
            at += 1
        if at < len(states):
            reached[line.case] = at
            continue
        gone = sorted(line.standings - (states[-1] if states else frozenset()))
        what = f"{gone[-1]}, not on disk" if gone else "what was true at another time only"
        yield f"{line.case}: shown {what}"


def _say_where_it_cut(verdict: Verdict, lines: tuple[Line, ...], shown: list[Shown], found: Found) -> None:
    """Tell the kills that fell into the reach of a commit: before it, or between it and its repaint."""
    if not shown or shown[-1].case not in found.cases:
        return
    verdict.stored_unshown = found.cases[shown[-1].case].standings[-1] != shown[-1].standings
    last = lines[-1]
    verdict.asked_unstored = isinstance(last, Key) and last.stores and not verdict.stored_unshown
