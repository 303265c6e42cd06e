"""What can be chosen next: every aliquot still to give, with the command that would make it the one shown."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models.timeline import waiting_in_order
from injection_plan.commands import ChooseNext, Omit
from injection_plan.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Choice:
    """One aliquot still to give: its phrase and volume in words, and as which version it was seen."""

    code: str
    phrase: str
    volume: str
    is_shown: bool
    seen: int

    def chosen(self) -> ChooseNext:
        """Return the command that makes this the next one."""
        return ChooseNext(aliquot=self.code, seen=self.seen)

    def omitted(self, reason: str) -> Omit:
        """Return the command that leaves this one out for a reason."""
        return Omit(aliquot=self.code, reason=reason, seen=self.seen)


def choices(procedure: Procedure) -> tuple[Choice, ...]:
    """Return what is still to give, the one that is shown first."""
    current = procedure.current
    return tuple(
        Choice(
            code=one.code,
            phrase=wording.aliquot(one.code),
            volume="" if one.planned is None else wording.volume(one.planned),
            is_shown=current is not None and current.code == one.code,
            seen=procedure.seen(one.code),
        )
        for one in waiting_in_order(procedure)
    )
