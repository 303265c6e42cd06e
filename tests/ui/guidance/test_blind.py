"""While a mark is owed, nothing on the nurse's side gives the expected one away: the whole screen is read for it.

Every syringe starts at a mark of its own, so that each expected mark and each sum of a finger is a number that
cannot stand on the screen for another reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import wording
from app.drawing.shapes import Label
from app.read_models.blind import blind
from app.read_models.hands import hands
from app.read_models.spoken_check import SpokenCheck, spoken_check
from app.read_models.syringes import SyringeTone
from injection_plan.commands import ChooseNext
from injection_plan.procedure import Procedure
from injection_plan.terms import Occasion
from injection_plan.volume import Volume, total
from tests.ui.guidance.live_case import LiveCase
from ui.guidance.nurse_screen import NurseScreen

MARKS = {number: 989 - 8 * number for number in range(1, 11)}
"""Start marks from 0.981 mL down: with quarters and halves taken off, no two expected marks are alike."""

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def spoken_by(widget: QWidget) -> Iterator[str]:
    """Yield every text that a widget shows or says."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.whatsThis())
    yield from (widget.statusTip(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()


def everything(screen: NurseScreen, procedure: Procedure) -> list[str]:
    """Return every text of the nurse's side: widgets, table, picture, syringes, tooltips."""
    said = [text for widget in (screen, *screen.findChildren(QWidget)) for text in spoken_by(widget)]
    rows = screen.parts.timeline.rows
    for row in range(rows.rowCount()):
        for column in range(rows.columnCount()):
            for role in Qt.ItemDataRole:
                value = rows.data(rows.index(row, column), role)
                said += [value] if isinstance(value, str) else []
    picture = screen.parts.hands._picture
    assert picture is not None
    said += [shape.text for shape in picture.shapes if isinstance(shape, Label)]
    for syringe in screen.parts.syringes.rows:
        said += [syringe.caption, syringe.spoken]
        said += [wording.number(syringe.level)] if syringe.level is not None else []
    said += [cell.words for cell in screen.parts.totals.cells.cells]
    return [text for text in said if text]


def numbers(said: list[str]) -> set[str]:
    return {found for text in said for found in NUMBER.findall(text)}


def secrets(procedure: Procedure) -> set[str]:
    """Return what must not be read: the expected mark, and each sum or level that counts what was given since."""
    owed = procedure.owed
    assert owed is not None
    state = procedure.syringe(owed.syringe)
    assert state.expected is not None
    given = [one for one in procedure.deliveries if one.is_given]
    sums = {state.expected}
    if owed.occasion is Occasion.AFTER:
        sums.add(total(one.counted for one in given))
    return {wording.number(abs(volume)) for volume in sums}


def unusual(folder: Path) -> LiveCase:
    return LiveCase(folder, marks=MARKS)


def shown(qtbot: QtBot, case: LiveCase) -> NurseScreen:
    screen = NurseScreen(case.clock)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show_procedure(case.procedure, case.session.entries)
    case.session.listen(screen.show_procedure)
    return screen


@pytest.mark.parametrize("is_answered", [False, True])
def test_no_expected_mark_is_anywhere_for_each_of_the_thirty_six(
    qtbot: QtBot, tmp_path: Path, is_answered: bool
) -> None:
    case = unusual(tmp_path / "cases")
    screen = shown(qtbot, case)
    seen_after: set[Volume] = set()
    spoken = 0
    for _ in range(36):
        check = spoken_check(case.procedure)
        spoken += check.answered is not None
        if is_answered and check.answered is not None:
            case.must(check.answered)
        code = case.give()
        assert screen.parts.pad.spoken.words == ""
        screen.select(code)
        hidden = secrets(case.procedure)
        found = numbers(everything(screen, case.procedure)) & (hidden - planned_numbers(case.procedure))
        assert found == set(), code
        owed = case.procedure.owed
        assert owed is not None
        level = next(row.level for row in screen.parts.syringes.rows if row.number == owed.syringe)
        assert level == case.procedure.syringe(owed.syringe).base
        expected = case.procedure.syringe(owed.syringe).expected
        assert expected is not None
        assert wording.number(abs(expected)) not in planned_numbers(case.procedure), "else nothing is tried"
        seen_after.add(expected)
        mark = read_until_settled(case)
        assert mark in numbers(everything(screen, case.procedure)), "once it is read, it is shown"
    assert len(seen_after) == 36
    assert spoken == 10, "once for each syringe"
    case.journal.close()


def read_until_settled(case: LiveCase) -> str:
    """Read the owed mark, twice where the plunger cannot stand as far down as expected."""
    mark = wording.number(case.read())
    if case.procedure.owed is not None and case.procedure.owed.occasion is Occasion.AFTER:
        case.read()
    return mark


def planned_numbers(procedure: Procedure) -> set[str]:
    """Return the numbers that stand on the screen whatever was given: whole sums such as the 10 mL prepared."""
    product = procedure.product
    assert product is not None
    whole = {wording.number(Volume(amount)) for amount in (250, 500, 750, 1000)}
    counts = {str(number) for number in range(61)}
    return whole | counts | {wording.number(product.prepared)} | still(procedure)


def still(procedure: Procedure) -> set[str]:
    """Return the sums up to the last mark read, and what is left of the plan by them."""
    held = {code for state in procedure.syringes for code, _ in state.unread}
    read = total(one.counted for one in procedure.deliveries if one.code not in held)
    return {wording.number(read), wording.number(Volume(10_000) - read)}


def test_the_spoken_check_says_no_mark_but_the_start_mark_that_stands_beside_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    case = unusual(tmp_path / "cases")
    screen = shown(qtbot, case)
    start = wording.number(Volume(MARKS[1]))
    first = next(row for row in screen.parts.syringes.rows if row.number == 1)
    assert start in first.caption
    assert numbers(list(spoken_by(screen.parts.pad.spoken._words))) == {"1", start}
    case.give()
    said = [text for part in (screen.parts.pad.spoken, *screen.parts.pad.spoken.findChildren(QWidget))
            for text in spoken_by(part)]  # fmt: skip
    assert numbers(said) == set()
    case.journal.close()


def test_the_sums_stand_at_the_last_mark_read(qtbot: QtBot, tmp_path: Path) -> None:
    case = unusual(tmp_path / "cases")
    screen = shown(qtbot, case)
    case.give()
    case.read()
    case.give()
    given = screen.parts.totals._sums["given"]._number
    left = screen.parts.totals._sums["still_to_give"]._number
    assert (given.text(), left.text()) == ("0.5", "9.5")
    case.read()
    assert (given.text(), left.text()) == ("1", "9")
    case.journal.close()


def test_a_wrong_first_reading_tells_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    case = unusual(tmp_path / "cases")
    screen = shown(qtbot, case)
    case.give()
    wrong = wording.number(case.read(off_by=60))
    said = numbers(everything(screen, case.procedure))
    assert secrets(case.procedure) & said - planned_numbers(case.procedure) == set()
    assert wrong not in said, "the first reading is not shown either"
    case.read(off_by=60)
    assert wrong in numbers(everything(screen, case.procedure))
    case.journal.close()


def test_the_start_mark_on_return_is_covered(qtbot: QtBot, tmp_path: Path) -> None:
    case = unusual(tmp_path / "cases")
    screen = shown(qtbot, case)
    case.give()
    last_read = wording.number(case.read())
    other, first = "RH-3-PIP-rad-dis", "RH-1-MCP-uln-dis"
    case.must(ChooseNext(aliquot=other, seen=case.procedure.seen(other)))
    case.give()
    case.read()
    case.must(ChooseNext(aliquot=first, seen=case.procedure.seen(first)))
    owed = case.procedure.owed
    assert owed is not None
    assert owed.occasion is Occasion.START
    screen.select("RH-1-MCP-rad-dis")
    assert last_read not in numbers(everything(screen, case.procedure))
    assert screen.parts.pad.spoken.words == ""
    covered = next(row for row in screen.parts.syringes.rows if row.number == owed.syringe)
    assert (covered.level, covered.tone) == (None, SyringeTone.COVERED)
    case.read()
    assert last_read in numbers(everything(screen, case.procedure))
    case.journal.close()


@pytest.mark.parametrize("leak", ["label", "accessible", "tooltip", "picture", "spoken", "syringe"])
def test_a_leak_is_seen_wherever_it_stands(qtbot: QtBot, tmp_path: Path, leak: str) -> None:
    case = unusual(tmp_path / "cases")
    screen = shown(qtbot, case)
    case.give()
    hidden = secrets(case.procedure) - planned_numbers(case.procedure)
    assert hidden
    words = f"mark {min(hidden)}"
    match leak:
        case "label":
            screen.parts.detail.setText(words)
        case "accessible":
            screen.parts.syringes.setAccessibleDescription(words)
        case "spoken":
            screen.parts.pad.spoken.show_check(SpokenCheck(is_kept=True, words=words))
        case "tooltip":
            screen.parts.step.give_button.setToolTip(words)
        case "picture":
            picture = hands(case.procedure, blind(case.procedure), case.procedure.view)
            label = next(shape for shape in picture.shapes if isinstance(shape, Label))
            leaky = replace(label, runs=(replace(label.runs[0], text=words),))
            screen.parts.hands.show_picture(replace(picture, shapes=(*picture.shapes, leaky)))
        case _:
            first, *others = screen.parts.syringes.rows
            leaky_row = replace(first, level=case.procedure.syringe(1).expected)
            screen.parts.syringes.show_syringes((leaky_row, *others))
    assert hidden & numbers(everything(screen, case.procedure))
    case.journal.close()
