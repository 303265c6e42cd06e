"""What a monitor who reads only the paper must find on it: what is not verified, where the product went, by whom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import wording
from app.drawing.marks import MarkState
from app.drawing.palette import Theme, contrast, palette
from app.record.content.legend import hands_content
from app.record.content.not_verified import not_verified_lines
from app.record.content.syringe_rows import syringe_table
from app.record.pages.styles import LOUD_INK
from injection_plan.procedure import Delivery
from injection_plan.reconciliation import reconciled_balance
from injection_plan.terms import Injected, Standing
from injection_plan.volume import Volume, total
from tests.app.record.paper import flat, record_of
from tests.app.record.told import ToldCase, closed, eventful

NOT_VERIFIED = frozenset({Standing.MARK_DIFFERS, Standing.NOT_READ, Standing.MARK_OWED, Standing.UNKNOWN})


@pytest.fixture(scope="module")
def case() -> ToldCase:
    return closed(eventful())


@pytest.fixture(scope="module")
def pages(case: ToldCase, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return record_of(case, tmp_path_factory.mktemp("monitor"))[1]


def doubtful() -> ToldCase:
    """A case with one of each that is given and not verified, and one of which nobody knows."""
    told = ToldCase().ready().give_on().wait(seconds=45).give().read(100).read(100)
    told.wait(seconds=45).give().wait(seconds=5).leave_unread()
    told.give_on()
    unsure = told.current
    told.wait(seconds=45).give().void(unsure, Injected.NOT_SURE)
    return told.wait(seconds=45).give()


def acted(one: Delivery) -> int:
    return one.acted


def test_a_signature_says_who_entered_it_and_at_which_workstation(pages: list[str]) -> None:
    words = flat(pages[0])
    assert words.count("entered by Johanna") == 2
    assert words.count("Theatre 3") == 2
    assert "Identity not authenticated by the program; sign in ink." in words


@pytest.mark.parametrize("told", [closed(eventful()), doubtful()], ids=["closed", "open"])
def test_everything_given_and_not_verified_is_named_once(told: ToldCase) -> None:
    lines = not_verified_lines(told.procedure, told.entries)
    expected = sorted((one for one in told.procedure.deliveries if one.standing in NOT_VERIFIED), key=acted)
    assert expected
    assert len(lines) == len(expected)
    for line, one in zip(lines, expected, strict=True):
        assert wording.aliquot(one.code) in line
        assert line.endswith(f"entry {one.acted}")
        assert not one.is_given or f"{wording.volume(one.counted)} given" in line


def test_the_first_page_names_what_is_not_verified(pages: list[str]) -> None:
    words = flat(pages[0])
    assert "Given or perhaps given, but not verified" in words
    assert (
        "0.25 mL given; 0.35 mL measured; mark read 0.4 mL, expected 0.5 mL"
        " · explained by Johanna Lindqvist, 10:42:24, entry 89: read at an angle"
        " · Amelia Hartmann, mark read by Johanna Lindqvist, entry 31"
    ) in words
    assert "Mark not read: Patient's RIGHT · middle · ulnar side · toward finger base; 0.25 mL given" in words


def test_a_doubt_and_an_owed_mark_stand_on_the_first_page_of_a_draft(tmp_path: Path) -> None:
    words = flat(record_of(doubtful(), tmp_path)[1][0])
    for expected in (
        "Mark differs:",
        "Mark not read:",
        "Unknown whether injected:",
        "Mark still to be read:",
    ):
        assert words.count(expected) == 1, expected
    assert "not explained yet" in words


def test_more_than_page_1_holds_is_continued_and_none_is_lost(tmp_path: Path) -> None:
    told = ToldCase().ready()
    while told.procedure.current is not None:
        told.wait(seconds=45).give().wait(seconds=5).leave_unread()
    _, pages = record_of(told, tmp_path)
    assert "Continued on the next page" in pages[0]
    assert "Given or perhaps given, but not verified, continued" in flat(pages[1])
    assert flat(" ".join(pages)).count("Mark not read: ") == 36


def test_the_given_box_says_what_was_measured_and_for_how_many(case: ToldCase, pages: list[str]) -> None:
    measured = total(one.measured for one in case.procedure.deliveries if one.measured is not None)
    given = [one for one in case.procedure.deliveries if one.is_given]
    read = [one for one in given if one.measured is not None]
    lines = pages[0].splitlines()
    assert wording.volume(measured) == "9.03 mL"
    first = next(number for number, line in enumerate(lines) if "measured 9.03 mL at the plunger," in line)
    assert f"known for {len(read)} of {len(given)}" in lines[first + 1]


def test_every_measure_is_known_where_a_later_mark_covers_it(tmp_path: Path) -> None:
    told = ToldCase().ready().wait(minutes=1).give().leave_unread()
    words = flat(record_of(told.give_on(), tmp_path)[1][0])
    assert "measured 1 mL at the plunger" in words
    assert "known for" not in words


def test_every_syringe_adds_up_to_the_reconciled_balance(case: ToldCase, pages: list[str]) -> None:
    balance = reconciled_balance(case.procedure)
    assert balance is not None
    table = syringe_table(case.procedure, case.entries)
    words = flat(" ".join(pages))
    assert len(table.rows) == len(balance.syringes) == 10
    for row, one in zip(table.rows, balance.syringes, strict=True):
        assert (row.drawn_up, row.given) == (wording.number(one.filled), wording.number(one.given))
        assert row.priming == ("unknown" if one.priming is None else wording.number(one.priming))
        assert row.left == ("not read" if one.left is None else wording.number(one.left))
        assert (row.discarded, row.spilled) == (wording.number(one.discarded), wording.number(one.spilled))
        assert f"{row.unexplained} mL" == wording.signed_volume(one.unexplained)
        assert bool(row.settled) == row.is_loud == bool(one.unexplained)
        loud = "! " if row.is_loud else ""
        figures = (row.drawn_up, row.start_mark, row.given, row.priming, row.left, row.discarded, row.spilled)
        assert f"{row.number} {row.finger} {' '.join(figures)} {loud}{row.unexplained}" in words
    assert table.sums.drawn_up == wording.number(balance.filled)
    assert table.sums.given == wording.number(case.procedure.given_volume)
    unexplained = balance.unexplained_volume - balance.unexplained_before_syringes
    assert f"{table.sums.unexplained} mL" == wording.signed_volume(unexplained)


def test_the_syringes_say_how_by_whom_and_when_they_were_settled(pages: list[str]) -> None:
    words = flat(" ".join(pages))
    for expected in (
        "All syringes 10 9.21 0 (9 known) 0.72 0 0.03 ! +0.04",
        "Unexplained volume accepted by name: Amelia Hartmann",
        "Unexplained volume explained by Johanna Lindqvist: Bubble in the hub, seen by both",
        "Reconciled 22 Nov 2026 10:42:24 +08:00 by Johanna Lindqvist, entry 89",
        "Product: 10 mL prepared = 10 mL drawn up + 0 mL quality-control sample",
    ):
        assert expected in words, expected


def test_before_reconciling_the_syringes_say_what_is_known(tmp_path: Path) -> None:
    told = eventful()
    table = syringe_table(told.procedure, told.entries)
    assert {row.unexplained for row in (*table.rows, table.sums)} == {"not yet"}
    assert [row.left for row in table.rows].count("not yet") == len(told.procedure.end_marks_owed) == 1
    assert table.sums.given == wording.number(told.procedure.given_volume)
    words = flat(" ".join(record_of(told, tmp_path)[1]))
    assert "Not reconciled yet: only what is known so far stands here." in words
    assert "Reconciled 22 Nov" not in words


def test_the_aliquots_tell_entries_from_aliquots_and_where_one_was_voided(
    case: ToldCase, pages: list[str]
) -> None:
    words = flat(" ".join(pages))
    assert "in the order in which each was given or omitted" in words
    assert "Aliquot Finger, side and direction" in words
    assert "0.4; 0.4" in words
    for one in case.procedure.deliveries:
        if one.is_given:
            assert f"given by Amelia Hartmann, entry {one.acted} · " in words
    assert "both entered by Johanna Lindqvist" in words
    assert words.count("First entry voided by entry") == 2
    assert "First entry voided by entry 39, see corrections" in words


def test_an_end_mark_that_was_given_up_is_not_read_for_good() -> None:
    told = eventful()
    (owed,) = told.procedure.end_marks_owed
    told.leave_unread()
    row = syringe_table(told.procedure, told.entries).rows[owed.syringe - 1]
    assert row.left == "not read"


def test_page_1_says_on_which_page_the_corrections_stand(pages: list[str]) -> None:
    found = re.search(r"listed on page (\d+)", flat(pages[0]))
    assert found is not None
    assert "The value before is struck through" in pages[int(found[1]) - 1]


def test_a_short_course_is_told_to_the_second(tmp_path: Path) -> None:
    told = ToldCase().ready().give_on().give_on()
    words = flat(record_of(told, tmp_path)[1][0])
    given = [one.stamp for one in told.procedure.deliveries if one.is_given and one.stamp is not None]
    first, last = wording.stamp_time(given[0]), wording.stamp_time(given[-1])
    assert f"{first} – {last} +08:00, 1 min" in words
    assert f"0.5 0.5 1 {last}" in words


def test_the_legend_has_what_is_drawn_and_nothing_else(case: ToldCase, pages: list[str]) -> None:
    states = {key.state for key in hands_content(case.procedure).legend}
    assert states == set(MarkState) - {MarkState.PLANNED, MarkState.CURRENT, MarkState.UNKNOWN}
    assert "given, mark not read" in flat(pages[0])
    assert "Back of the hands" in flat(pages[0])
    (only,) = hands_content(ToldCase().ready().give_all().procedure).legend
    assert only.state is MarkState.VERIFIED


def test_a_finger_that_got_another_amount_is_loud_over_the_hand(pages: list[str]) -> None:
    words = flat(pages[0])
    assert "! 0.95 of 1 mL" in words
    assert "! 0.76 of 1 mL" in words
    assert len(re.findall(r"! ?[\d.]+ of 1 mL", words)) == 2


def test_what_is_loud_is_dark_enough_for_a_printer_without_colours() -> None:
    inks = palette(Theme.PRINT)
    assert contrast(inks.colour(LOUD_INK), inks.colour("background")) >= 7.0


def test_an_unexplained_volume_says_that_priming_was_not_subtracted(pages: list[str]) -> None:
    words = flat(" ".join(pages))
    assert "Unexplained, priming not subtracted in 1 of 10 ! +0.04 mL" in flat(pages[0])
    assert words.count("negative: more was recorded as given than left the syringe") == 1


def test_the_chain_is_named_with_the_way_to_check_it(pages: list[str]) -> None:
    words = flat(" ".join(pages))
    assert "a SHA-256 chain. Check it with: main.py verify DATA-FOLDER" in words


def test_nothing_given_has_nothing_measured(tmp_path: Path) -> None:
    told = ToldCase().ready()
    assert told.procedure.given_volume == Volume(0)
    assert "measured" not in flat(record_of(told, tmp_path)[1][0])
