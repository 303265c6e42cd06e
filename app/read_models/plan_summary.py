"""The plan step: the volumes, the supplies as entered, and what is found about the plan, each a way to the thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.read_models.finding_words import FEW, GATHERED, finding_words, gathered_words
from injection_plan.plan_checks import Finding, Found, Moment, plan_findings
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol
from injection_plan.terms import Severity

DOMAIN = "plan_summary"
_LOUDEST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One row of the list: how it bears, its sentence, and the finding that says where it leads."""

    severity: Severity
    bears: str
    sentence: str
    step: str
    finding: Finding

    @property
    def spoken(self) -> str:
        """What is read aloud of it."""
        return wording.say(DOMAIN, "finding.spoken", bears=self.bears, sentence=self.sentence, step=self.step)


@dataclass(frozen=True, slots=True)
class FindingList:
    """What is found about a plan, what blocks first, and how much of each there is in one phrase."""

    lines: tuple[FindingLine, ...]
    counted: str

    @property
    def warnings(self) -> tuple[str, ...]:
        """The sentence of each line that is to be read and answered for before the plan is approved."""
        return tuple(line.sentence for line in self.lines if line.severity is Severity.WARNS)

    @property
    def blocking(self) -> int:
        """How many lines stand against the approval."""
        return sum(line.severity is Severity.BLOCKS for line in self.lines)


def finding_list(procedure: Procedure, now: Reading) -> FindingList:
    """Return what is found about a plan at this moment; more than a few of one kind are one line."""
    found = plan_findings(procedure, Moment(now.utc, now.offset_minutes))
    ordered = sorted(found, key=lambda one: _LOUDEST.index(one.severity))
    lines = tuple(_lines(ordered, procedure))
    return FindingList(lines, _counted(lines))


def supplies_of(protocol: Protocol) -> tuple[tuple[str, str], ...]:
    """Return every item to lay out: its lasting name and its words."""
    return tuple((one.supply, one.text) for one in protocol.supplies)


def _lines(found: list[Finding], procedure: Procedure) -> Iterator[FindingLine]:
    kinds: dict[Found, list[Finding]] = {}
    for one in found:
        kinds.setdefault(one.what, []).append(one)
    for what, alike in kinds.items():
        if what in GATHERED and len(alike) > FEW:
            yield _line(alike[0], gathered_words(alike, procedure))
        else:
            yield from (_line(one, finding_words(one, procedure)) for one in alike)


def _line(finding: Finding, sentence: str) -> FindingLine:
    return FindingLine(
        severity=finding.severity,
        bears=wording.severity(finding.severity),
        sentence=sentence,
        step=wording.step(finding.step),
        finding=finding,
    )


def _counted(lines: tuple[FindingLine, ...]) -> str:
    """Return how many lines there are of each: what is counted is what one sees."""
    counts = {one: sum(line.severity is one for line in lines) for one in _LOUDEST}
    parts = [
        wording.say(DOMAIN, f"counted.{one.value}", count=count) for one, count in counts.items() if count
    ]
    return " · ".join(parts) or wording.say(DOMAIN, "counted.nothing")
