"""What differed from the protocol, and what was corrected, as the first pages of the record say it."""

from injection_plan import commands
from injection_plan.deviations import (
    CaseReopened,
    Deviation,
    DeviationKind,
    EntryVoided,
    FiguresReplaced,
    ParticipantCodeChanged,
    corrections,
    deviations,
)
from injection_plan.terms import Injected, Standing
from tests.stories.case import Case, ul

FIRST, SECOND, THIRD = "RH-1-MCP-rad-dis", "RH-1-MCP-uln-dis", "RH-2-PIP-rad-dis"


def found(case: Case) -> tuple[Deviation, ...]:
    return deviations(tuple(case.entries))


def kinds(case: Case) -> list[tuple[DeviationKind, str | None]]:
    return [(one.kind, one.code) for one in found(case)]


def test_a_case_by_the_protocol_has_none() -> None:
    assert found(Case().ready(THIRD).give_all().signed()) == ()
    assert deviations(()) == ()
    assert corrections(()) == ()


def test_another_volume_and_place_stand_with_what_was_planned_and_why() -> None:
    case = Case().ready().differ(FIRST, volume=400, place="beside the nail")
    volume, place = found(case)
    assert (volume.kind, place.kind) == (DeviationKind.OTHER_VOLUME, DeviationKind.OTHER_PLACE)
    assert (volume.code, volume.planned, volume.given, volume.reason) == (
        FIRST,
        ul(500),
        ul(400),
        "resistance",
    )
    assert (place.place, place.version) == ("beside the nail", len(case.entries))


def test_the_aliquots_own_place_or_another_time_is_no_deviation() -> None:
    case = Case().ready()
    assert found(case.differ(FIRST, volume=500, place=FIRST, happened_at=case.moment.utc)) == ()


def test_a_volume_put_right_by_a_void_stands_as_it_was_put_right() -> None:
    case = Case().ready().give().read().void(FIRST, Injected.YES, volume=450)
    (one,) = found(case)
    assert (one.kind, one.given, one.reason) == (DeviationKind.OTHER_VOLUME, ul(450), "wrong entry")
    assert one.version == len(case.entries)
    assert found(case.void(FIRST, Injected.YES, volume=500)) == ()


def test_what_was_voided_disappears() -> None:
    case = Case().ready().omit().differ(SECOND, volume=300).leave_unread().differ(volume=50)
    assert [kind for kind, _ in kinds(case)] == [
        DeviationKind.OMISSION,
        DeviationKind.OTHER_VOLUME,
        DeviationKind.EXTRA_PASS,
    ]
    for code in (FIRST, SECOND, "extra-1"):
        case.void(code, Injected.NO)
    assert found(case) == ()


def test_a_stop_and_what_it_omits_carry_its_reason() -> None:
    case = Case().ready().give().read().stop()
    kinds_found = kinds(case)
    assert kinds_found[0] == (DeviationKind.STOP, None)
    assert len(kinds_found) == 36
    assert {one.reason for one in found(case)} == {"pain"}


def test_going_on_on_another_day_is_one() -> None:
    case = Case().ready().pause().wait(hours=15).resume().wait(hours=15).restarted()
    assert kinds(case) == [(DeviationKind.ANOTHER_DAY, None)] * 2


def test_a_finger_above_its_most_is_named_with_what_it_got() -> None:
    case = Case().ready().give().read().give().read().differ(volume=150, syringe=1).leave_unread()
    at = len(case.entries) - 1
    case.differ(volume=50, syringe=1)
    above = [one for one in found(case) if one.kind is DeviationKind.FINGER_ABOVE_MOST]
    thumb = case.protocol.syringe(1).finger
    assert [(one.finger, one.planned, one.given, one.version) for one in above] == [
        (thumb, ul(1000), ul(1200), at)
    ]


def test_what_is_unknown_is_no_deviation() -> None:
    assert found(Case().ready().give().void(FIRST, Injected.NOT_SURE)) == ()


def test_each_correction_says_before_and_after() -> None:
    case = Case().ready().give().void(FIRST, Injected.YES, volume=450).differ(volume=50, syringe=3)
    case.void("extra-1", Injected.NO).stop().read()
    case.do(commands.CorrectParticipantCode(participant="01-0108", reason="typed wrong"))
    case.signed().do(commands.Reopen(reason="wrong volume"))
    put_right, never_was, code, reopened = corrections(case.entries)
    assert isinstance(put_right, EntryVoided)
    assert put_right.after is not None
    assert (put_right.before.given, put_right.after.given) == (ul(500), ul(450))
    assert (put_right.reason, put_right.injected) == ("wrong entry", Injected.YES)
    assert isinstance(never_was, EntryVoided)
    assert never_was.before.standing is Standing.MARK_OWED
    assert never_was.after is None
    assert isinstance(code, ParticipantCodeChanged)
    assert (code.before, code.after, code.reason) == ("01-0107", "01-0108", "typed wrong")
    assert isinstance(reopened, CaseReopened)
    assert (reopened.before, reopened.after, reopened.version) == (1, 2, len(case.entries))


def test_figures_reconciled_again_keep_those_before() -> None:
    case = Case().ready().give().read().stop().signed().do(commands.Reopen(reason="spill was forgotten"))
    first = case.to_reconcile()
    loss = first.losses[0].model_copy(update={"spilled": ul(20)})
    spilled = case.to_reconcile((loss, *first.losses[1:]))
    case.do(spilled)
    reopened, replaced = corrections(case.entries)
    assert isinstance(reopened, CaseReopened)
    assert isinstance(replaced, FiguresReplaced)
    assert (replaced.before.losses[0].spilled, replaced.after.losses[0].spilled) == (ul(0), ul(20))
    assert (replaced.version, replaced.reason) == (len(case.entries), "")


def test_the_same_figures_again_are_no_correction() -> None:
    case = Case().ready().give().read().stop().signed().do(commands.Reopen(reason="a look")).reconcile()
    assert [type(one) for one in corrections(case.entries)] == [CaseReopened]
