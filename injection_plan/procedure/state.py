"""Procedure: the whole state of a case, a frozen value that is the fold of its entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from injection_plan.anatomy import Finger, Hand
from injection_plan.events import ProductDescribed, Reconciled, Signed
from injection_plan.people import Person, Stamp
from injection_plan.plan import Plan
from injection_plan.procedure.prepared import Prepared
from injection_plan.procedure.standing import Delivery, SyringeState
from injection_plan.protocol import CheckLine, Protocol
from injection_plan.terms import TEAM, Occasion, Phase, Role, Standing
from injection_plan.views import FIRST_VIEW, View
from injection_plan.volume import Volume, total


@dataclass(frozen=True, slots=True)
class Owed:
    """A mark that is to be read: on which occasion, of which syringe, about which aliquot."""

    occasion: Occasion
    syringe: int
    about: str | None


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The figures the case was reconciled with, and by whom."""

    figures: Reconciled
    stamp: Stamp


@dataclass(frozen=True)
class Procedure:
    """Everything that is known of a case; made by the fold, read by everybody, changed by nobody.

    `last` stamps the last entry, `last_act` the last one that people made: a clock that was moved is none.
    `briefed` says that the whole time-out was passed since anything asked for it, so that the short one is due next.

    What follows from the fields is worked out once for each value, when it is first asked: between a press and
    the repainted screen the same questions come hundreds of times, and a frozen value never answers differently.
    The answers lie in the instance's own dictionary, which is why this class alone has no slots; they are no
    fields, so equality, hash and `replace` know nothing of them.
    """

    case: str
    participant: str
    centre: str
    practice: bool
    protocol: Protocol
    protocol_digest: str
    version: int
    opened: Stamp
    last: Stamp
    last_act: Stamp
    prepared: Prepared
    performer: Person | None = None
    verifier: Person | None = None
    product: ProductDescribed | None = None
    plan: Plan | None = None
    approved: bool = False
    deliveries: tuple[Delivery, ...] = ()
    syringes: tuple[SyringeState, ...] = ()
    owed_after: tuple[Owed, ...] = ()
    time_outs: frozenset[Hand] = frozenset()
    briefed: bool = False
    chosen: str | None = None
    finger_in_hand: Finger | None = None
    last_given: Stamp | None = None
    first_given: Stamp | None = None
    paused: bool = False
    paused_since: Stamp | None = None
    stopped: str | None = None
    reconciliation: Reconciliation | None = None
    signatures: tuple[tuple[Signed, Stamp], ...] = ()
    revision: int = 1
    reopened: bool = False
    view: View = field(default=FIRST_VIEW)
    extras: int = 0

    @cached_property
    def planned(self) -> tuple[Delivery, ...]:
        """Every delivery that the plan asks for, in order, whatever became of it."""
        return tuple(
            one for one in self.deliveries if not one.is_extra and one.standing is not Standing.NOT_PLANNED
        )

    @cached_property
    def current(self) -> Delivery | None:
        """The aliquot shown as the next: the chosen one, else the finger in hand, else the plan's order."""
        waiting = [one for one in self.planned if one.standing is Standing.PLANNED]
        if not self.approved or self.stopped is not None or not waiting:
            return None
        chosen = [one for one in waiting if one.code == self.chosen]
        in_hand = [one for one in waiting if self.syringe(one.syringe).syringe.finger == self.finger_in_hand]
        return (chosen or in_hand or waiting)[0]

    @cached_property
    def owed(self) -> Owed | None:
        """The mark that must be read or given up before anything else is given."""
        if self.owed_after:
            return self.owed_after[0]
        current = self.current
        if current is not None and self.syringe(current.syringe).start_due:
            return Owed(Occasion.START, current.syringe, current.code)
        return None

    @cached_property
    def end_marks_owed(self) -> tuple[Owed, ...]:
        """The end marks to be read or given up before the case can close, by syringe."""
        waiting = {owed.syringe for owed in self.owed_after}
        return tuple(
            Owed(Occasion.END, state.syringe.number, None)
            for state in self.syringes
            if state.owes_end_mark and state.syringe.number not in waiting
        )

    @property
    def time_out_lines(self) -> tuple[CheckLine, ...]:
        """The lines of the time-out that is due: the short ones once the whole was passed."""
        return self.protocol.short_time_out if self.briefed else self.protocol.time_out

    @cached_property
    def has_started(self) -> bool:
        """Whether anything was ever given, omitted or put in doubt, so that the plan stands."""
        untouched = (Standing.PLANNED, Standing.NOT_PLANNED)
        return self.last_given is not None or any(one.standing not in untouched for one in self.deliveries)

    @cached_property
    def is_settled(self) -> bool:
        """Whether every planned aliquot is given, omitted or of unknown fate, so that nothing is left."""
        return self.stopped is not None or (
            self.approved and all(one.standing is not Standing.PLANNED for one in self.planned)
        )

    @cached_property
    def is_signed(self) -> bool:
        """Whether both people of the case have signed the record as it stands."""
        roles = {stamp.role for _, stamp in self.signatures}
        return roles.issuperset(TEAM)

    @cached_property
    def phase(self) -> Phase:
        """Where the case is in its life."""
        if self.is_signed:
            return Phase.SIGNED
        if self.reconciliation is not None:
            return Phase.RECONCILED
        if self.is_settled:
            return Phase.STOPPED if self.stopped is not None and self.owed_after else Phase.SETTLED
        if not self.approved:
            return Phase.DRAFT
        if self.paused:
            return Phase.PAUSED
        if any(one.is_given or one.standing is Standing.UNKNOWN for one in self.deliveries):
            return Phase.INJECTING
        return Phase.TIME_OUT if self.time_outs else Phase.PLANNED

    def delivery(self, code: str) -> Delivery | None:
        """Return the delivery of that code, or nothing where the case has none."""
        return self._by_code.get(code)

    def syringe(self, number: int) -> SyringeState:
        """Return the syringe of that number; a number the protocol lacks is a `KeyError`."""
        return self._by_number[number]

    def seen(self, code: str) -> int:
        """Return the last version that touched this aliquot or its syringe, which commands carry back."""
        delivery = self.delivery(code)
        return 0 if delivery is None else max(delivery.version, self.syringe(delivery.syringe).version)

    def person(self, role: Role) -> Person | None:
        """Return who holds a role now; roles outside the team are held by nobody for the length of a case."""
        if role is Role.PERFORMER:
            return self.performer
        return self.verifier if role is Role.VERIFIER else None

    @cached_property
    def given_volume(self) -> Volume:
        """What counts as given, extra passes included."""
        return total(one.counted for one in self.deliveries)

    @cached_property
    def _by_code(self) -> dict[str, Delivery]:
        return {one.code: one for one in self.deliveries}

    @cached_property
    def _by_number(self) -> dict[int, SyringeState]:
        return {state.syringe.number: state for state in self.syringes}
