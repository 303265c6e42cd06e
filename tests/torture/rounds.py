"""A round: one data folder, killed again and again; every kill is judged before the next begins."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from injection_plan.procedure import Procedure
from injection_plan.terms import Standing
from tests.torture.judging import Found, StoredCase, Verdict, find, judge
from tests.torture.killing import Cue, Ended, random_moment, run_and_kill, run_to_the_end


@dataclass(slots=True)
class Figures:
    """What came of the kills so far."""

    cues: dict[Cue, int] = field(default_factory=lambda: dict.fromkeys(Cue, 0))
    repaints: int = 0
    resumed: int = 0
    missing: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    stored_unshown: int = 0
    asked_unstored: int = 0
    entries: int = 0
    cases: int = 0
    given: int = 0
    verified: int = 0
    omitted: int = 0
    settled: int = 0
    slowest_opening_ms: float = 0.0

    @property
    def kills(self) -> int:
        """How many there were."""
        return sum(self.cues.values())

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all was wrong."""
        return not (self.missing or self.doubled or self.problems)

    def add(self, verdict: Verdict) -> None:
        """Count one run in."""
        self.repaints += verdict.repaints
        self.resumed += verdict.resumed
        self.missing += verdict.missing
        self.doubled += verdict.doubled
        self.problems += verdict.problems
        self.stored_unshown += verdict.stored_unshown
        self.asked_unstored += verdict.asked_unstored

    def count_stored(self, cases: Iterable[StoredCase]) -> None:
        """Count what lies in a journal at the end."""
        for stored in cases:
            self.cases += 1
            self.entries += len(stored.entries)
            if stored.procedure is not None:
                self._count(stored.procedure)

    def _count(self, procedure: Procedure) -> None:
        standings = [one.standing for one in procedure.planned]
        self.given += sum(one.is_given for one in procedure.planned)
        self.verified += standings.count(Standing.VERIFIED)
        self.omitted += standings.count(Standing.OMITTED)
        self.settled += procedure.is_settled and procedure.owed is None

    def __add__(self, other: Figures) -> Figures:
        """Return the figures of two rounds as one."""
        slowest = max(self.slowest_opening_ms, other.slowest_opening_ms)
        return Figures(
            cues={cue: self.cues[cue] + other.cues[cue] for cue in Cue},
            repaints=self.repaints + other.repaints,
            resumed=self.resumed + other.resumed,
            missing=self.missing + other.missing,
            doubled=self.doubled + other.doubled,
            problems=self.problems + other.problems,
            stored_unshown=self.stored_unshown + other.stored_unshown,
            asked_unstored=self.asked_unstored + other.asked_unstored,
            entries=self.entries + other.entries,
            cases=self.cases + other.cases,
            given=self.given + other.given,
            verified=self.verified + other.verified,
            omitted=self.omitted + other.omitted,
            settled=self.settled + other.settled,
            slowest_opening_ms=slowest,
        )


class Round:
    """Runs the windows on one folder and one kind of disk; the same seed asks for the same moments."""

    def __init__(self, folder: Path, disk: str | None, seed: int) -> None:
        """Begin with an empty folder, on the real disk when `disk` names none."""
        folder.mkdir(parents=True, exist_ok=True)
        self.figures = Figures()
        self._folder = folder
        self._disk = disk
        self._chance = random.Random(seed)
        self._before: dict[str, StoredCase] = {}

    def kill(self) -> Verdict:
        """Run, kill at a random moment, and judge what is left."""
        moment = random_moment(self._chance)
        ended = run_and_kill(self._folder, self._chance.getrandbits(32), self._disk, moment)
        self.figures.cues[moment.cue] += 1
        return self._judge(ended, find(self._folder, in_place=self._chance.random() < 0.5), str(moment))

    def finish(self) -> None:
        """Run a last time until its case has nothing left to give, and see that all of it is on disk."""
        ended = run_to_the_end(self._folder, self._chance.getrandbits(32), self._disk)
        found = find(self._folder, in_place=True)
        self._judge(ended, found, "the run to the end")
        newest = max(found.cases.values(), key=lambda stored: stored.entries[-1].stamp.recorded, default=None)
        procedure = newest.procedure if newest is not None else None
        if procedure is None or not procedure.is_settled or procedure.owed is not None:
            self.figures.problems.append("the last case did not come to its end")
        self.figures.count_stored(found.cases.values())

    def _judge(self, ended: Ended, found: Found, when: str) -> Verdict:
        verdict = judge(ended.lines, self._before, found)
        verdict.problems += ended.problems
        for wrong in (verdict.missing, verdict.doubled, verdict.problems):
            wrong[:] = [f"{self._folder.name}, {when}: {one}" for one in wrong]
        self.figures.add(verdict)
        self.figures.slowest_opening_ms = max(self.figures.slowest_opening_ms, found.opened_ms)
        self._before = found.cases
        return verdict
