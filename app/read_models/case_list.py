"""The list of cases on the start screen: participant, state, how far it came, and when its last entry was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app import wording
from app.clock import Reading
from app.journal import CaseRow
from injection_plan.terms import Phase

DOMAIN = "cases"
INTERRUPTIBLE = frozenset({Phase.PLANNED, Phase.TIME_OUT, Phase.INJECTING, Phase.PAUSED})
"""In which phases a case is in its middle, so that going on after the program ended is asked first."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case as the start screen shows it; `is_interrupted` when the program ended in its middle."""

    case: str
    participant: str
    practice: bool
    phase: Phase
    state: str
    progress: str
    last_entry: str
    action: str
    is_interrupted: bool

    @property
    def whose(self) -> str:
        """The participant's code, or the word that says that there is none: nobody is practised on."""
        return wording.say(DOMAIN, "band.practice") if self.practice else self.participant


def case_lines(rows: Iterable[CaseRow], now: Reading) -> tuple[CaseLine, ...]:
    """Return the lines of the list, the newest entry first; times as this workstation's wall clock shows them."""
    newest_first = sorted(rows, key=lambda row: row.last_entry_utc, reverse=True)
    return tuple(_line(row, now) for row in newest_first)


def newest_interrupted(lines: Iterable[CaseLine]) -> CaseLine | None:
    """Return the case in whose middle the program ended last, practice aside, or nothing."""
    return next((line for line in lines if line.is_interrupted and not line.practice), None)


def when(moment: datetime, now: Reading) -> str:
    """Return a moment to the minute, with its day: today 10:13, or 22 Nov 2026 10:13."""
    time = wording.short_time(moment, now.offset_minutes)
    return wording.say(DOMAIN, "when", day=day(moment, now), time=time)


def day(moment: datetime, now: Reading) -> str:
    """Return the day of a moment on this workstation's calendar: today, or 22 Nov 2026."""
    date = wording.local_date(moment, now.offset_minutes)
    is_today = date == wording.local_date(now.utc, now.offset_minutes)
    return wording.say(DOMAIN, "today") if is_today else date


def _line(row: CaseRow, now: Reading) -> CaseLine:
    phase = Phase(row.state)
    return CaseLine(
        case=row.case_id,
        participant=row.participant,
        practice=row.practice,
        phase=phase,
        state=wording.phase(phase),
        progress=_progress(row),
        last_entry=when(datetime.fromisoformat(row.last_entry_utc), now),
        action=wording.say(DOMAIN, _action(phase)),
        is_interrupted=phase in INTERRUPTIBLE,
    )


def _action(phase: Phase) -> str:
    match phase:
        case Phase.SIGNED:
            return "list.open_record"
        case Phase.DRAFT:
            return "list.go_on_preparing"
        case Phase.SETTLED | Phase.STOPPED | Phase.RECONCILED:
            return "list.close_case"
        case Phase.PLANNED | Phase.TIME_OUT | Phase.INJECTING | Phase.PAUSED:
            return "list.resume"


def _progress(row: CaseRow) -> str:
    if not row.planned:
        return wording.say(DOMAIN, "list.no_plan")
    given = wording.say(DOMAIN, "list.given", given=row.given, planned=row.planned, verified=row.verified)
    if not row.omitted:
        return given
    return wording.say(DOMAIN, "list.with_omitted", given=given, omitted=row.omitted)
