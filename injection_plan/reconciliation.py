"""Where the product went: the two sums of the procedure, per syringe and for the case, in whole microlitres.

`filled = given + priming + left + discarded + spilled + unexplained` for each syringe, and
`prepared = filled + sample + not drawn up + unexplained` before the syringes. What is unknown falls, visibly,
into `unexplained`, which may be negative.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from injection_plan.anatomy import PASSES, SITES, Finger, pass_of, site_of
from injection_plan.procedure import Delivery, Procedure
from injection_plan.settling import Settlement, SyringeLoss
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING, Volume, total


@dataclass(frozen=True, slots=True)
class SyringeBalance:
    """One syringe's sum; `priming` and `left` are nothing where they are unknown."""

    syringe: int
    filled: Volume
    given: Volume
    priming: Volume | None
    left: Volume | None
    discarded: Volume
    spilled: Volume

    @property
    def unexplained(self) -> Volume:
        """What the known figures do not account for."""
        known = total(
            (self.given, self.priming or NOTHING, self.left or NOTHING, self.discarded, self.spilled)
        )
        return self.filled - known


@dataclass(frozen=True, slots=True)
class CaseBalance:
    """The whole product: every syringe, and what was prepared but never drawn up."""

    prepared: Volume
    sample: Volume
    not_drawn_up: Volume
    syringes: tuple[SyringeBalance, ...]

    @property
    def filled(self) -> Volume:
        """What was drawn up into all syringes."""
        return total(one.filled for one in self.syringes)

    @property
    def unexplained_before_syringes(self) -> Volume:
        """What was prepared but is neither in a syringe nor accounted for."""
        return self.prepared - self.filled - self.sample - self.not_drawn_up

    @property
    def unexplained(self) -> tuple[tuple[int, Volume], ...]:
        """Every unexplained volume that is not nothing, by line: 0 for the product, else the syringe."""
        lines = [(0, self.unexplained_before_syringes)]
        lines += [(one.syringe, one.unexplained) for one in self.syringes]
        return tuple((line, volume) for line, volume in lines if volume)

    @property
    def unexplained_volume(self) -> Volume:
        """The sum of everything unexplained."""
        return total(volume for _, volume in self.unexplained)


def case_balance(
    procedure: Procedure, losses: Iterable[SyringeLoss], sample: Volume, not_drawn_up: Volume
) -> CaseBalance:
    """Return how a case adds up with these figures; a syringe without figures lost nothing that is known."""
    by_number = {loss.syringe: loss for loss in losses}
    prepared = procedure.product.prepared if procedure.product is not None else NOTHING
    rows = []
    for state in procedure.syringes:
        number = state.syringe.number
        loss = by_number.get(number)
        rows.append(
            SyringeBalance(
                syringe=number,
                filled=state.fill.drawn_up if state.fill is not None else NOTHING,
                given=total(one.counted for one in procedure.deliveries if one.syringe == number),
                priming=loss.priming if loss is not None else None,
                left=state.end_mark,
                discarded=loss.discarded if loss is not None else NOTHING,
                spilled=loss.spilled if loss is not None else NOTHING,
            )
        )
    return CaseBalance(prepared, sample, not_drawn_up, tuple(rows))


def reconciled_balance(procedure: Procedure) -> CaseBalance | None:
    """Return the sums the case was reconciled with, or nothing while it is not."""
    if procedure.reconciliation is None:
        return None
    figures = procedure.reconciliation.figures
    return case_balance(procedure, figures.losses, figures.sample, figures.not_drawn_up)


def unsettled(balance: CaseBalance, settlements: Iterable[Settlement]) -> tuple[int, ...]:
    """Return the lines that are not settled once, as they stand, by an explanation or a person's name.

    A settlement of a line that has nothing unexplained does not stand either: no volume is made up.
    """
    settled: dict[int, list[Volume]] = {}
    for one in settlements:
        is_meant = one.explanation is not None or one.accepted_by is not None
        settled.setdefault(one.line, []).extend([one.volume] if is_meant else [])
    wanted = {line: [volume] for line, volume in balance.unexplained}
    lines = sorted({*wanted, *settled})
    return tuple(line for line in lines if settled.get(line) != wanted.get(line))


def marks_that_differ(procedure: Procedure) -> tuple[str, ...]:
    """Return the aliquots whose mark differs, which are explained at closing."""
    return tuple(one.code for one in procedure.deliveries if one.standing is Standing.MARK_DIFFERS)


def finger_reached(procedure: Procedure, delivery: Delivery) -> Finger:
    """Return on which finger product was injected: the one its place names, else the one its syringe is for.

    A place in free text names none; it is taken to be on the finger that was meant, so that no finger's sum is
    ever told too low.
    """
    place = delivery.place or delivery.code
    if place in PASSES:
        return pass_of(place).finger
    if place in SITES:
        return site_of(place).finger
    if delivery.code in PASSES:
        return pass_of(delivery.code).finger
    return procedure.syringe(delivery.syringe).syringe.finger


def given_on(procedure: Procedure, finger: Finger) -> Volume:
    """Return what counts as given on one finger, in microlitres, to warn before its most is passed."""
    return total(one.counted for one in procedure.deliveries if finger_reached(procedure, one) == finger)
