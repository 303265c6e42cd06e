"""From the last aliquot to two signatures, by keys; and what no key may do by accident."""

import pytest
from PySide6.QtCore import Qt

from app.read_models.review import Stage, stage_of
from injection_plan.events import MarkNotRead, MarkRead, Reconciled, Signed
from injection_plan.terms import Occasion, Phase, Role
from injection_plan.volume import Volume
from tests.ui.review.desk import Desk
from tests.ui.review.shown import CTRL, Shown

SLIPS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def test_end_marks_are_read_blind_and_by_keys(shown: Shown, desk: Desk) -> None:
    desk.give_with_troubles()
    shown.open()
    assert [field.edit.text() for field in shown.screen.end_marks.fields.values()] == ["", ""]
    assert "0.25 mL" not in shown.words
    shown.type("0,0")
    shown.press(Qt.Key.Key_Return)
    assert desk.last() == MarkRead(occasion=Occasion.END, syringe=5, about=None, mark=Volume(0))
    shown.press(Qt.Key.Key_N, on=shown.screen.end_marks.fields[10].edit)
    assert isinstance(desk.last(), MarkNotRead)
    assert stage_of(desk.procedure) is Stage.SIGN_OUT
    assert shown.screen.sign_out.isVisible()


@pytest.mark.parametrize("typed", ["5", "05", "0.755", "1.5", "x", ""])
def test_a_mark_that_cannot_be_is_refused_and_what_was_typed_stays(
    shown: Shown, desk: Desk, typed: str
) -> None:
    desk.give_with_troubles()
    shown.open()
    before = len(desk.entries)
    field = shown.screen.end_marks.fields[5]
    shown.type(typed, field.edit)
    shown.press(Qt.Key.Key_Return, on=field.edit)
    assert len(desk.entries) == before
    assert field.edit.text() == typed
    assert field.edit.accessibleDescription().endswith(".")


def test_a_mark_that_disagrees_is_read_again_in_an_empty_field(shown: Shown, desk: Desk) -> None:
    desk.give_with_troubles()
    shown.open()
    field = shown.screen.end_marks.fields[10]
    shown.type("0.5", field.edit)
    shown.press(Qt.Key.Key_Return, on=field.edit)
    again = shown.screen.end_marks.fields[10]
    assert again.view.is_second
    assert again.edit.text() == ""
    shown.type("0.5", again.edit)
    shown.press(Qt.Key.Key_Return, on=again.edit)
    assert desk.procedure.syringe(10).end_mark == Volume(500)


def test_reconciling_too_early_says_which_lines_are_missing_and_goes_to_the_first(
    shown: Shown, desk: Desk
) -> None:
    desk.give_all()
    shown.open()
    before = len(desk.entries)
    shown.press(Qt.Key.Key_Return, CTRL, shown.screen)
    assert len(desk.entries) == before
    assert "1, 2, 3, 4, 5, 6, 7, 8, 9, 10" in shown.screen.told
    assert shown.focus is shown.screen.reconcile.rows[1].priming
    assert shown.screen.reconcile.rows[1].priming.toolTip().endswith(".")


def test_nothing_is_prefilled_and_zeros_are_written_where_they_are_seen(shown: Shown, desk: Desk) -> None:
    desk.give_all()
    shown.open()
    page = shown.screen.reconcile
    every = [edit for row in page.rows.values() for edit in row.edits.values()]
    assert [edit.text() for edit in (*every, *page.product.edits.values())] == [""] * 32
    assert not any(row.unknown.isChecked() for row in page.rows.values())
    page.rows[3].spilled.setText("0,02")
    page.nothing_lost.click()
    assert page.rows[3].spilled.text() == "0,02"
    assert {row.discarded.text() for row in page.rows.values()} == {"0"}


def test_an_unexplained_volume_is_settled_by_name_before_the_case_is_reconciled(
    shown: Shown, desk: Desk
) -> None:
    desk.give_all()
    shown.open()
    shown.fill_figures()
    row = shown.screen.reconcile.rows[4]
    row.spilled.setText("0.03")
    shown.press(Qt.Key.Key_Return, CTRL, shown.screen)
    assert not isinstance(desk.last(), Reconciled)
    assert "\N{MINUS SIGN}0.03" in shown.words
    choice = row.settled.settling.how
    choice.setFocus()
    shown.press(Qt.Key.Key_End, on=choice)
    shown.press(Qt.Key.Key_Return, CTRL, shown.screen)
    last = desk.last()
    assert isinstance(last, Reconciled)
    assert last.settlements[0].unexplained == -30
    assert last.settlements[0].accepted_by == desk.procedure.verifier


def test_two_people_sign_by_name(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    assert desk.procedure.phase is Phase.SIGNED
    signed = [(entry.stamp.role, entry.event) for entry in desk.entries if isinstance(entry.event, Signed)]
    assert signed == [
        (Role.PERFORMER, Signed(meaning="I gave the volumes recorded here.")),
        (Role.VERIFIER, Signed(meaning="I verified the volumes recorded here.")),
    ]
    assert shown.screen.sign.cards[Role.PERFORMER].name.text() == ""


@pytest.mark.parametrize("key", SLIPS)
def test_enter_and_space_never_sign(shown: Shown, desk: Desk, key: Qt.Key) -> None:
    desk.give_all()
    shown.open()
    shown.reconcile()
    card = shown.screen.sign.cards[Role.PERFORMER]
    next(iter(card.meanings.values())).setChecked(True)
    card.name.setText("Practice surgeon")
    for widget in (card.name, card.button, next(iter(card.meanings.values())), shown.screen):
        widget.setFocus()
        shown.press(key, on=widget)
    assert not desk.procedure.signatures


@pytest.mark.parametrize("key", SLIPS)
def test_enter_and_space_never_reconcile(shown: Shown, desk: Desk, key: Qt.Key) -> None:
    desk.give_all()
    shown.open()
    shown.fill_figures()
    for widget in (shown.screen.go_on, shown.screen, shown.screen.reconcile.rows[1].priming):
        widget.setFocus()
        shown.press(key, on=widget)
    assert desk.procedure.reconciliation is None


def test_somebody_elses_name_does_not_sign(shown: Shown, desk: Desk) -> None:
    desk.give_all()
    shown.open()
    shown.reconcile()
    card = shown.screen.sign.cards[Role.PERFORMER]
    next(iter(card.meanings.values())).setChecked(True)
    shown.type("Practice nurse", card.name)
    shown.press(Qt.Key.Key_1, CTRL, card.name)
    assert not desk.procedure.signatures
    assert card.name.text() == "Practice nurse"
    assert "Practice surgeon" in card.name.accessibleDescription()


def test_what_the_window_does_is_only_asked_for(shown: Shown, desk: Desk) -> None:
    desk.give_all()
    shown.open()
    asked: list[str] = []
    shown.screen.asked.connect(asked.append)
    for place in range(3):
        item = shown.screen.buttons.itemAt(place)
        assert item is not None
        shown.press(Qt.Key.Key_Space, on=item.widget())
    assert asked == ["back", "save", "print"]
