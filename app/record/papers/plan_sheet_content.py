"""What the plan sheet of a case says, as one frozen value, before a single line is laid out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app import wording
from app.clock import Reading
from app.drawing.marks import MarkState
from app.drawing.shapes import Picture
from app.read_models.plan_hands import hands_of_plan
from app.read_models.plan_rows import PlanRow, PlanRows, plan_rows
from app.read_models.syringe_turns import turns
from app.record.checked_case import SoundCase
from app.record.content.facts import Fact
from app.record.content.found_key import FoundKey, found_keys
from app.record.content.legend import SIDE_AIR, LegendKey
from app.record.content.words import say as say_of_record
from app.record.papers.carried import Carried, approval_of, carried_by_case
from app.record.papers.to_look_at import ToLookAt, to_look_at
from app.record.papers.words import say
from injection_plan.anatomy import Hand
from injection_plan.people import Person, Stamp
from injection_plan.plan import Plan
from injection_plan.procedure import Procedure
from injection_plan.terms import Role


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Something found on a hand: its number in the case, what and where in one phrase, by whom and when."""

    number: str
    what: str
    person: str
    when: str


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """The plan sheet: its facts in two columns, the approval, the hands with their legend, and the plan in rows.

    `found` is what was found on the hands, `found_keys` how its kinds are drawn there; `hands` are in the order in
    which the plan comes to them.
    """

    carried: Carried
    facts: tuple[tuple[Fact, ...], tuple[Fact, ...]]
    is_approved: bool
    approval: str
    picture: Picture
    view: str
    legend: tuple[LegendKey, ...]
    found_keys: tuple[FoundKey, ...]
    plan: PlanRows
    found: tuple[FoundRow, ...]
    to_look_at: ToLookAt
    hands: tuple[Hand, ...]


def plan_sheet(sound: SoundCase, plan: Plan, software: str, now: Reading) -> PlanSheet:
    """Return the sheet of a sound case that has this plan, as it is looked at now."""
    procedure = sound.procedure
    rows = plan_rows(procedure.protocol, plan, procedure.syringes)
    picture = hands_of_plan(procedure, rows)
    carried = carried_by_case(sound, say("plan.title"), software)
    return PlanSheet(
        carried=carried,
        facts=(_whose(procedure), _of_what(carried, procedure)),
        is_approved=procedure.approved,
        approval=approval_of(procedure),
        picture=replace(picture, left=picture.left - SIDE_AIR, width=picture.width + 2 * SIDE_AIR),
        view=wording.view(procedure.view),
        legend=_legend(rows),
        found_keys=found_keys(procedure),
        plan=rows,
        found=_found(procedure),
        to_look_at=to_look_at(procedure, now),
        hands=hands_in_order(procedure, rows),
    )


def hands_in_order(procedure: Procedure, rows: PlanRows) -> tuple[Hand, ...]:
    """Return the hands as the plan comes to them, also one of which nothing is planned."""
    return tuple(dict.fromkeys(turn.finger.hand for turn in turns(procedure.protocol, rows)))


def numbers_of(rows: Iterable[PlanRow]) -> str:
    """Return where rows stand in the order, as it is said: 3 to 6, 9."""
    spans: list[list[int]] = []
    for number in (row.number for row in rows if row.number is not None):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(
        say("numbers.span", first=span[0], last=span[-1]) if len(span) > 2 else ", ".join(map(str, span))
        for span in spans
    )


def _whose(procedure: Procedure) -> tuple[Fact, ...]:
    return (
        (say("fact.participant"), procedure.participant),
        (say("fact.centre"), procedure.centre),
        (say("fact.case"), procedure.case),
        (wording.role(Role.PERFORMER), _name(procedure.performer)),
        (wording.role(Role.VERIFIER), _name(procedure.verifier)),
    )


def _of_what(carried: Carried, procedure: Procedure) -> tuple[Fact, ...]:
    return (
        (say("fact.protocol"), say("fact.protocol.text", protocol=carried.protocol, version=carried.version)),
        (say("fact.digest"), _in_halves(carried.digest)),
        (say("fact.phase"), wording.phase(procedure.phase)),
        (say("fact.printed_from"), carried.state),
    )


def _in_halves(digest: str) -> str:
    """Return a digest in two lines of the same length, as it is compared by eye."""
    half = len(digest) // 2
    return f"{digest[:half]}\n{digest[half:]}"


def _name(person: Person | None) -> str:
    return say_of_record("not_named") if person is None else person.name


def _when(stamp: Stamp) -> str:
    return wording.date_time(stamp.recorded, stamp.offset_minutes)


def _found(procedure: Procedure) -> tuple[FoundRow, ...]:
    return tuple(
        FoundRow(
            str(one.number), wording.hand_finding(one.finding), one.stamp.acted_by.name, _when(one.stamp)
        )
        for one in procedure.prepared.standing_findings
    )


def _legend(rows: PlanRows) -> tuple[LegendKey, ...]:
    """Return what the marks mean that are drawn in this plan."""
    drawn = [MarkState.PLANNED] if rows.rows else []
    drawn += [MarkState.NOT_PLANNED] if rows.left_out else []
    return tuple(LegendKey(state, say_of_record(f"legend.{state.value}")) for state in drawn)
