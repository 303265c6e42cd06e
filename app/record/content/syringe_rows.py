"""Every syringe: where what was drawn up went, what is unexplained and how that was settled, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app import wording
from app.record.content.words import partly_known, say
from injection_plan.anatomy import Finger
from injection_plan.events import Entry, Reconciled
from injection_plan.people import Stamp
from injection_plan.plan_checks import check_differs
from injection_plan.procedure import Procedure, SyringeState
from injection_plan.reconciliation import CaseBalance, SyringeBalance, case_balance, reconciled_balance
from injection_plan.settling import Settlement
from injection_plan.volume import NOTHING, Volume, total


@dataclass(frozen=True, slots=True)
class SyringeRow:
    """One syringe, or the sum of all: texts for its columns, its label, and how its unexplained volume was settled."""

    number: str
    finger: str
    drawn_up: str
    start_mark: str
    given: str
    priming: str
    left: str
    discarded: str
    spilled: str
    unexplained: str
    label: str
    settled: str
    is_loud: bool


@dataclass(frozen=True, slots=True)
class SyringeTable:
    """The rows by number, their sum, the line of the product before the syringes, and when it was reconciled."""

    rows: tuple[SyringeRow, ...]
    sums: SyringeRow
    product: str
    product_settled: str
    reconciled: str


def syringe_table(procedure: Procedure, entries: Iterable[Entry]) -> SyringeTable:
    """Return where the product of each syringe went; before reconciling, what is known and that it is not all."""
    balance = reconciled_balance(procedure)
    known = balance or case_balance(procedure, (), NOTHING, NOTHING)
    done = balance is not None
    states = {state.syringe.number: state for state in procedure.syringes}
    settled = {} if procedure.reconciliation is None else _settled(procedure)
    rows = tuple(
        _row(procedure, states[one.syringe], one, settled.get(one.syringe, ""), done=done)
        for one in known.syringes
    )
    return SyringeTable(
        rows=rows,
        sums=_sums(known, done=done),
        product=_product(known, done=done),
        product_settled=settled.get(0, ""),
        reconciled=_reconciled(procedure, entries),
    )


def _row(
    procedure: Procedure, state: SyringeState, one: SyringeBalance, settled: str, *, done: bool
) -> SyringeRow:
    finger = state.syringe.finger
    unknown = say("product.unknown")
    return SyringeRow(
        number=str(one.syringe),
        finger=_finger(finger),
        drawn_up=wording.number(one.filled),
        start_mark=say("not_recorded") if state.fill is None else wording.number(state.fill.mark),
        given=wording.number(one.given),
        priming=_closing(unknown if one.priming is None else wording.number(one.priming), done=done),
        left=_end_mark(state),
        discarded=_closing(wording.number(one.discarded), done=done),
        spilled=_closing(wording.number(one.spilled), done=done),
        unexplained=_closing(_signed(one.unexplained), done=done),
        label=_label(procedure, state),
        settled=settled,
        is_loud=done and bool(one.unexplained),
    )


def _label(procedure: Procedure, state: SyringeState) -> str:
    """Return the label of a syringe and how its second reading turned out, as far as anybody recorded them.

    Where other syringes have a label, one that has none says so.
    """
    parts = []
    if state.fill is not None and state.fill.label is not None:
        parts.append(say("syringe.label", label=state.fill.label))
    elif state.fill is not None and any(one.fill and one.fill.label for one in procedure.syringes):
        parts.append(say("syringe.no_label"))
    if state.checked is not None:
        key = "syringe.second.differs" if check_differs(procedure, state) else "syringe.second.agrees"
        parts.append(say(key, mark=wording.number(state.checked.check.mark)))
    return "; ".join(parts)


def _end_mark(state: SyringeState) -> str:
    """Return the mark a syringe ended at; one that is still owed is not yet read, another never will be."""
    if state.end_mark is not None:
        return wording.number(state.end_mark)
    return say("syringe.not_yet" if state.owes_end_mark else "syringe.not_read")


def _sums(balance: CaseBalance, *, done: bool) -> SyringeRow:
    rows = balance.syringes
    unexplained = total(one.unexplained for one in rows)
    return SyringeRow(
        number="",
        finger=say("syringe.sum"),
        drawn_up=wording.number(balance.filled),
        start_mark="",
        given=wording.number(total(one.given for one in rows)),
        priming=_closing(partly_known([one.priming for one in rows]), done=done),
        left=partly_known([one.left for one in rows]),
        discarded=_closing(wording.number(total(one.discarded for one in rows)), done=done),
        spilled=_closing(wording.number(total(one.spilled for one in rows)), done=done),
        unexplained=_closing(_signed(unexplained), done=done),
        label="",
        settled="",
        is_loud=done and any(one.unexplained for one in rows),
    )


def _finger(finger: Finger) -> str:
    return say("syringe.finger", hand=wording.short_hand(finger.hand), digit=wording.digit(finger.digit))


def _closing(figure: str, *, done: bool) -> str:
    """Return a figure that is only known once the volumes are reconciled."""
    return figure if done else say("syringe.not_yet")


def _signed(volume: Volume) -> str:
    return wording.signed_volume(volume).removesuffix(f" {wording.UNIT}")


def _product(balance: CaseBalance, *, done: bool) -> str:
    """Return the sum before the syringes: prepared, sample, not drawn up, and what these do not account for."""
    if not done:
        return say(
            "syringe.product.open",
            prepared=wording.volume(balance.prepared),
            filled=wording.volume(balance.filled),
        )
    return say(
        "syringe.product",
        prepared=wording.volume(balance.prepared),
        filled=wording.volume(balance.filled),
        sample=wording.volume(balance.sample),
        not_drawn_up=wording.volume(balance.not_drawn_up),
        unexplained=wording.signed_volume(balance.unexplained_before_syringes),
    )


def _settled(procedure: Procedure) -> dict[int, str]:
    """Return how each line was settled, by its number: 0 for the product, else the syringe."""
    reconciliation = procedure.reconciliation
    if reconciliation is None:
        return {}
    by = reconciliation.stamp.acted_by.name
    return {one.line: _settlement(one, by) for one in reconciliation.figures.settlements if one.volume}


def _settlement(one: Settlement, by: str) -> str:
    parts = []
    if one.accepted_by is not None:
        parts.append(say("syringe.accepted", person=one.accepted_by.name))
    if one.explanation is not None:
        parts.append(say("syringe.explained", person=by, explanation=one.explanation))
    return "; ".join(parts)


def _reconciled(procedure: Procedure, entries: Iterable[Entry]) -> str:
    if procedure.reconciliation is None:
        return say("syringe.not_reconciled")
    stamp = procedure.reconciliation.stamp
    version = max(entry.version for entry in entries if isinstance(entry.event, Reconciled))
    return say("syringe.reconciled", when=_when(stamp), who=stamp.acted_by.name, version=version)


def _when(stamp: Stamp) -> str:
    return wording.date_time(stamp.recorded, stamp.offset_minutes)
