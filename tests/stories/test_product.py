"""The product and its syringes: described as it is known, drawn up by one person, read blind by another."""

from datetime import timedelta

import pytest

from injection_plan import commands
from injection_plan.events import HandlingEntered, ProductDescribed
from injection_plan.people import Person
from injection_plan.product import (
    Cells,
    Handling,
    Harvest,
    Lot,
    Process,
    SupplyCount,
    SyringeCheck,
    SyringeFill,
)
from injection_plan.rules.product import names_another
from injection_plan.rules.refusal import Why
from injection_plan.terms import Role
from injection_plan.volume_plan import dead_space_of
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SECOND_NURSE, SURGEON

PATTERN = "[0-9]{2}-[0-9]{4}"
AN_HOUR = timedelta(hours=1)


def described(case: Case, process: Process, *, ready: timedelta | None = None) -> commands.DescribeProduct:
    ready_at = None if ready is None else case.moment.utc + ready
    return commands.DescribeProduct(prepared=ul(10_000), lot="C800", ready_at=ready_at, process=process)


def fill(number: int, drawn_up: int = 1000, mark: int = 1000, label: str | None = None) -> SyringeFill:
    return SyringeFill(syringe=number, drawn_up=ul(drawn_up), mark=ul(mark), label=label)


def to_fill(*fills: SyringeFill, by: Person | None = NURSE) -> commands.FillSyringes:
    return commands.FillSyringes(fills=fills, by=by)


def to_check(number: int, mark: int, by: Person = SURGEON) -> commands.CheckSyringes:
    return commands.CheckSyringes(checks=(SyringeCheck(syringe=number, mark=ul(mark)),), by=by)


def test_everything_that_was_recorded_is_kept_and_nothing_else_is_invented() -> None:
    case = Case().with_team()
    process = Process(
        harvest=Harvest(sites="abdomen", volume=ul(185_000)),
        lots=(Lot(what="device", number="C800-2231"),),
        started_at=case.moment.utc - 3 * AN_HOUR,
        ended_at=case.moment.utc - AN_HOUR,
        cells=Cells(count="as reported", viability_percent="92.5"),
        sample=ul(500),
        released_by="Wei Zhang",
        label="01-0107",
        confirmed=("harvest",),
    )
    case.do(described(case, process, ready=-AN_HOUR))
    assert isinstance(case.last, ProductDescribed)
    assert case.last.process == process
    assert Case().with_product().procedure.product == ProductDescribed(
        prepared=ul(10_000), lot=None, ready_at=None
    )


def test_no_time_of_the_product_lies_ahead() -> None:
    case = Case().with_team()
    ahead = case.moment.utc + AN_HOUR
    for process in (Process(started_at=ahead), Process(ended_at=ahead)):
        assert case.why(described(case, process)) is Why.IN_THE_FUTURE
    assert case.why(described(case, Process(), ready=AN_HOUR)) is Why.IN_THE_FUTURE


@pytest.mark.parametrize(
    "started,ended,ready", [(-1, -2, None), (None, -1, -2), (-1, None, -2), (-3, -1, -2), (-1, -2, 0)]
)
def test_the_process_starts_ends_and_is_released_in_this_order(
    started: int | None, ended: int | None, ready: int | None
) -> None:
    case = Case().with_team()
    at = {hours: case.moment.utc + hours * AN_HOUR for hours in (started, ended, ready) if hours is not None}
    process = Process(
        started_at=None if started is None else at[started], ended_at=None if ended is None else at[ended]
    )
    command = described(case, process, ready=None if ready is None else ready * AN_HOUR)
    assert case.why(command) is Why.TIMES_OUT_OF_ORDER


def test_another_participants_label_and_a_sample_of_more_than_there_is_are_refused() -> None:
    case = Case().with_team()
    assert case.why(described(case, Process(label="01-0108"))) is Why.OTHER_PARTICIPANT
    assert case.why(described(case, Process(sample=ul(10_001)))) is Why.SAMPLE_ABOVE_PREPARED
    assert case.why(described(case, Process(label="01-0107", sample=ul(10_000)))) is None


def test_no_less_can_have_been_prepared_than_the_syringes_hold() -> None:
    case = Case().filled()
    less = commands.DescribeProduct(prepared=ul(9_999), lot=None, ready_at=None)
    assert case.why(less) is Why.TOO_MUCH_DRAWN_UP
    assert case.why(less.model_copy(update={"prepared": ul(10_000)})) is None


@pytest.mark.parametrize(
    "fills,why",
    [
        ((fill(11),), Why.SYRINGE_MISSING),
        ((fill(1, 1200, 1100),), Why.ABOVE_SYRINGE_SIZE),
        ((fill(1, 900, 950),), Why.MARK_ABOVE_DRAWN_UP),
        ((fill(1, label="01-0108/3"),), Why.OTHER_PARTICIPANT),
        ((fill(1, label="A"), fill(2, label="A")), Why.LABEL_TWICE),
        (tuple(fill(number, 1100) for number in range(1, 11)), Why.TOO_MUCH_DRAWN_UP),
    ],
)
def test_fills_that_cannot_be_are_refused(fills: tuple[SyringeFill, ...], why: Why) -> None:
    assert Case().with_product().why(to_fill(*fills)) is why


def test_nothing_is_drawn_up_before_the_product_is_described_or_after_it_was_given() -> None:
    assert Case().with_team().why(to_fill(fill(1))) is Why.NO_PRODUCT
    case = Case().ready().give().read()
    assert case.why(to_fill(fill(1))) is Why.ALREADY_STARTED
    assert case.why(described(case, Process())) is Why.ALREADY_STARTED
    assert case.why(to_check(1, 1000)) is Why.ALREADY_STARTED
    assert case.why(commands.EnterHandling(handling=Handling())) is Why.ALREADY_STARTED


def test_a_label_and_a_sum_are_held_against_what_was_filled_before() -> None:
    case = Case().with_product().do(to_fill(fill(1, label="A"), fill(2, 8900)))
    assert case.why(to_fill(fill(3, 50, 50, label="A"))) is Why.LABEL_TWICE
    assert case.why(to_fill(fill(3, 101, 100))) is Why.TOO_MUCH_DRAWN_UP
    assert case.why(to_fill(fill(3, 100, 100, label="01-0107 B"))) is None


def test_a_label_names_another_only_by_a_code_that_is_not_this_ones() -> None:
    assert names_another(PATTERN, "01-0107", "C800 01-0108")
    assert not names_another(PATTERN, "01-0107", "C800 01-0107 of 01-0108")
    assert not names_another(PATTERN, "01-0107", "C800-2231")


def test_whoever_filled_a_syringe_acts_in_that_and_so_does_whoever_reads_it() -> None:
    case = Case().with_product().do(to_fill(fill(1), by=SECOND_NURSE)).do(to_check(1, 1000))
    state = case.syringe(1)
    assert state.filled is not None
    assert state.checked is not None
    assert (state.filled.acted_by, state.checked.stamp.acted_by) == (SECOND_NURSE, SURGEON)
    assert state.filled.role is Role.PREPARER
    assert Case().with_product().do(to_fill(fill(1), by=None)).syringe(1).filled is not None


def test_a_reading_is_another_persons_of_a_filled_syringe_and_at_most_its_size() -> None:
    case = Case().with_product().do(to_fill(fill(1)))
    assert case.why(to_check(2, 1000)) is Why.SYRINGE_MISSING
    assert case.why(to_check(11, 1000)) is Why.SYRINGE_MISSING
    assert case.why(to_check(1, 1000, Person(name="practice  NURSE"))) is Why.CHECKED_BY_THE_FILLER
    assert case.why(to_check(1, 1001)) is Why.ABOVE_SYRINGE_SIZE
    assert case.why(to_check(1, 900)) is None


def test_both_values_are_kept_and_a_new_fill_asks_for_a_new_reading() -> None:
    case = Case().with_product().do(to_fill(fill(1), fill(2))).do(to_check(1, 900)).do(to_check(2, 1000))
    state = case.syringe(1)
    assert state.fill is not None
    assert state.checked is not None
    assert (state.fill.mark, state.checked.check.mark) == (ul(1000), ul(900))
    case.do(to_fill(fill(1, 950, 950)))
    assert case.syringe(1).checked is None
    assert case.syringe(2).checked is not None


def test_expected_losses_and_counts_are_entered_for_listed_items_once_each() -> None:
    case = Case().with_product()
    listed = case.protocol.supplies[0].supply
    known = SupplyCount(supply=listed, count=20)
    for supplies in ((SupplyCount(supply="strange", count=1),), (known, known)):
        asked = commands.EnterHandling(handling=Handling(supplies=supplies))
        assert case.why(asked) is Why.NO_SUCH_LINE
    handling = Handling(priming=ul(66), changes=1, per_change=ul(50), supplies=(known,))
    case.do(commands.EnterHandling(handling=handling))
    assert case.last == HandlingEntered(handling=handling)
    assert dead_space_of(handling) == ul(116)
    assert dead_space_of(Handling(changes=2)) is None
