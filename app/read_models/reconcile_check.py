"""The check of the closing figures: every line with its sum, what is missing in it, and at last the command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from app import wording
from app.read_models import reconcile_form as form
from app.read_models.reconcile_form import PRODUCT, How, LossText, ReconcileText, SettlementText
from app.read_models.reconcile_lines import LineState, ProductLine, ReconcileCheck, Sums, SyringeLine
from injection_plan.anatomy import Finger
from injection_plan.commands import Reconcile
from injection_plan.people import Person
from injection_plan.procedure import Procedure
from injection_plan.reconciliation import CaseBalance, SyringeBalance, case_balance
from injection_plan.rules.closing import may_reconcile
from injection_plan.settling import MarkExplained, Settlement, SyringeLoss
from injection_plan.volume import NOTHING, Unreadable, Volume, read_volume, total

DOMAIN = "closing"


def check_reconcile(procedure: Procedure, text: ReconcileText) -> ReconcileCheck:
    """Read the form as typed so far and hold it against the case."""
    reading = _Reading(procedure, text)
    losses = tuple(reading.loss(one) for one in text.losses)
    sample = reading.figure(form.SAMPLE, text.sample)
    not_drawn_up = reading.figure(form.NOT_DRAWN_UP, text.not_drawn_up)
    balance = case_balance(procedure, losses, sample, not_drawn_up)
    settlements = tuple(reading.settlements(balance))
    marks = tuple(reading.marks())
    against = may_reconcile(procedure)
    command = None
    if against is None and not reading.problems:
        command = Reconcile(
            losses=losses,
            sample=sample,
            not_drawn_up=not_drawn_up,
            settlements=settlements,
            seen=procedure.version,
            marks=marks,
        )
    entered = {one.syringe for one in text.losses}
    return ReconcileCheck(
        lines=tuple(reading.line(one) for one in balance.syringes if one.syringe in entered),
        product=reading.product(balance),
        sums=_sums(balance, text),
        problems=reading.problems,
        stands_against="" if against is None else wording.refusal(against),
        command=command,
    )


class _Reading:
    """One look at the form; `problems` gathers a sentence for each field, the first one found."""

    def __init__(self, procedure: Procedure, text: ReconcileText) -> None:
        self._procedure = procedure
        self._text = text
        self.problems: dict[str, str] = {}

    def figure(self, where: str, typed: str) -> Volume:
        """Return a typed volume of nothing or more; what cannot be read counts as nothing and is put down."""
        read = read_volume(typed)
        if isinstance(read, Volume):
            return read
        empty = read is Unreadable.EMPTY
        self.problems[where] = _say("reconcile.figure_missing") if empty else wording.unreadable(read)
        return NOTHING

    def loss(self, typed: LossText) -> SyringeLoss:
        """Return what one syringe lost, as far as it can be read."""
        where = form.priming_field(typed.syringe)
        priming: Volume | None = None
        if typed.priming_unknown and typed.priming.strip():
            self.problems[where] = _say("reconcile.both_said")
        elif not typed.priming_unknown and not typed.priming.strip():
            self.problems[where] = _say("reconcile.priming_missing")
        elif not typed.priming_unknown:
            priming = self.figure(where, typed.priming)
        return SyringeLoss(
            syringe=typed.syringe,
            priming=priming,
            discarded=self.figure(form.discarded_field(typed.syringe), typed.discarded),
            spilled=self.figure(form.spilled_field(typed.syringe), typed.spilled),
        )

    def settlements(self, balance: CaseBalance) -> Iterator[Settlement]:
        """Yield how each unexplained volume is settled; what is not settled is put down."""
        for line, volume in balance.unexplained:
            settled = self._settlement(self._text.settlement(line), volume)
            if isinstance(settled, Settlement):
                yield settled
            else:
                self.problems[form.settled_field(line)] = settled

    def _settlement(self, typed: SettlementText, volume: Volume) -> Settlement | str:
        words = {"volume": wording.signed_volume(volume)}
        if typed.how is None:
            return _say("reconcile.unsettled", **words)
        if typed.seen != volume.microlitres:
            return _say("reconcile.changed_since", **words)
        explanation = typed.explanation.strip() or None
        if typed.how is How.EXPLAINED and explanation is None:
            return _say("reconcile.explanation_missing", **words)
        return Settlement(
            line=typed.line,
            unexplained=volume.microlitres,
            explanation=explanation,
            accepted_by=self._person(typed.how),
        )

    def _person(self, how: How) -> Person | None:
        match how:
            case How.EXPLAINED:
                return None
            case How.BY_PERFORMER:
                return self._procedure.performer
            case How.BY_VERIFIER:
                return self._procedure.verifier
            case _:
                assert_never(how)

    def marks(self) -> Iterator[MarkExplained]:
        """Yield the explanation of each mark that differs; a missing one is put down."""
        for one in self._text.marks:
            if explanation := one.explanation.strip():
                yield MarkExplained(aliquot=one.code, explanation=explanation)
            else:
                self.problems[form.mark_explained_field(one.code)] = _say("reconcile.mark_unexplained")

    def line(self, one: SyringeBalance) -> SyringeLine:
        """Return the line of a syringe as it stands."""
        number = one.syringe
        fields = (form.priming_field(number), form.discarded_field(number), form.spilled_field(number))
        state, said = self._state(number, fields, one.unexplained)
        return SyringeLine(
            syringe=number,
            finger=_short_finger(self._procedure.syringe(number).syringe.finger),
            drawn_up=wording.number(one.filled),
            given=wording.number(one.given),
            left=_say("reconcile.not_known") if one.left is None else wording.number(one.left),
            unexplained=one.unexplained,
            unexplained_words=_signed(one.unexplained),
            state=state,
            said=said,
        )

    def product(self, balance: CaseBalance) -> ProductLine:
        """Return the line of the product as it stands."""
        volume = balance.unexplained_before_syringes
        state, said = self._state(PRODUCT, (form.SAMPLE, form.NOT_DRAWN_UP), volume)
        return ProductLine(
            prepared=wording.number(balance.prepared),
            filled=wording.number(balance.filled),
            unexplained=volume,
            unexplained_words=_signed(volume),
            state=state,
            said=said,
        )

    def _state(self, line: int, fields: tuple[str, ...], volume: Volume) -> tuple[LineState, str]:
        wrong = [self.problems[name] for name in fields if name in self.problems]
        if wrong:
            return LineState.MISSING, wrong[0]
        if not volume:
            return LineState.ADDS_UP, _say("reconcile.adds_up")
        unsettled = self.problems.get(form.settled_field(line))
        if unsettled is not None:
            return LineState.OPEN, unsettled
        return LineState.SETTLED, _say("reconcile.settled")


def _short_finger(finger: Finger) -> str:
    hand, digit = wording.short_hand(finger.hand), wording.digit(finger.digit)
    return _say("reconcile.finger", hand=hand, digit=digit)


def _signed(volume: Volume) -> str:
    """Return a difference with its sign but without the unit, which stands above the column."""
    return ("+" if volume > NOTHING else "") + wording.number(volume)


def _sums(balance: CaseBalance, text: ReconcileText) -> Sums:
    """Return the sums; a column in which nobody has entered anything has none yet, and is not 0."""
    rows = balance.syringes

    def entered(volumes: Iterable[Volume], typed: Iterable[str]) -> str:
        return wording.number(total(volumes)) if any(one.strip() for one in typed) else ""

    return Sums(
        drawn_up=wording.number(balance.filled),
        given=wording.number(total(one.given for one in rows)),
        priming=entered((one.priming or NOTHING for one in rows), (one.priming for one in text.losses)),
        left=wording.number(total(one.left or NOTHING for one in rows)),
        discarded=entered((one.discarded for one in rows), (one.discarded for one in text.losses)),
        spilled=entered((one.spilled for one in rows), (one.spilled for one in text.losses)),
        unexplained=_signed(total(one.unexplained for one in rows)),
        unexplained_everywhere=wording.signed_volume(balance.unexplained_volume),
    )


def _say(key: str, **fields: str | int) -> str:
    return wording.say(DOMAIN, key, **fields)
