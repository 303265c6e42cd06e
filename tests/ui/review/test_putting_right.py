"""After signing: an addendum, a correction with its reason, a wrong code; what was typed is lost by no refusal."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.read_models.review import Stage, stage_of
from injection_plan.events import AddendumWritten, ParticipantCodeCorrected, Reopened, Voided
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Injected, Phase, Role
from injection_plan.volume import Volume
from tests.ui.review.desk import Desk
from tests.ui.review.shown import CTRL, Shown
from ui.checks.reason_dialog import ReasonDialog
from ui.review.code_dialog import CodeDialog
from ui.review.correction_dialog import CorrectionDialog


def reason_dialog(shown: Shown) -> ReasonDialog:
    assert isinstance(shown.dialog, ReasonDialog)
    return shown.dialog


def confirm(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Return, CTRL, shown.dialog)


def reopen(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Space, on=shown.screen.sign.reopen)
    dialog = reason_dialog(shown)
    dialog.people[Role.VERIFIER].setChecked(True)
    shown.type("syringe 1 was read wrongly", dialog.text)
    confirm(shown)


def test_an_addendum_changes_no_number_and_leaves_both_signatures(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    before = desk.procedure
    shown.press(Qt.Key.Key_Space, on=shown.screen.sign.addendum)
    dialog = reason_dialog(shown)
    confirm(shown)
    assert dialog.told
    dialog.people[Role.PERFORMER].setChecked(True)
    shown.type("The participant called the next day.", dialog.text)
    confirm(shown)
    assert desk.last() == AddendumWritten(text="The participant called the next day.")
    assert desk.entries[-1].stamp.acted_by == before.performer
    assert desk.procedure.signatures == before.signatures
    assert desk.procedure.given_volume == before.given_volume
    assert shown.screen.dialogs.open is None
    assert "The participant called the next day." in shown.words


def test_a_correction_unsigns_and_raises_the_revision(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    reopen(shown)
    assert desk.last() == Reopened(reason="syringe 1 was read wrongly")
    assert desk.procedure.revision == 2
    assert not desk.procedure.signatures
    assert desk.procedure.phase is Phase.SETTLED
    assert "revision 2" in shown.words


def test_after_reopening_a_volume_is_put_right_and_the_case_signed_again(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    reopen(shown)
    shown.screen.tabs["aliquots"].click()
    shown.screen.aliquots.table.selectRow(0)
    shown.press(Qt.Key.Key_Return, on=shown.screen.aliquots.table)
    dialog = shown.dialog
    assert isinstance(dialog, CorrectionDialog)
    assert not any(button.isChecked() for button in dialog.answers.values())
    confirm(shown)
    assert dialog.told
    dialog.answers[Injected.YES].setChecked(True)
    shown.type("0,45", dialog.volume)
    shown.type("the plunger slipped", dialog.reason)
    confirm(shown)
    last = desk.last()
    assert isinstance(last, Voided)
    assert (last.volume, last.injected) == (Volume(450), Injected.YES)
    assert desk.entries[-1].stamp.role is Role.PERFORMER
    assert desk.procedure.given_volume == Volume(9950)
    while desk.procedure.end_marks_owed:
        desk.read()
    assert stage_of(desk.procedure) is Stage.RECONCILE


def test_a_signed_case_cannot_be_put_right_without_reopening(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    shown.screen.tabs["aliquots"].click()
    shown.screen.aliquots.table.selectRow(0)
    assert not shown.screen.aliquots.button.isEnabled()
    assert "Re-open" in shown.screen.aliquots.button.accessibleDescription()
    shown.press(Qt.Key.Key_Return, on=shown.screen.aliquots.table)
    assert shown.screen.dialogs.open is None
    assert not shown.screen.code.isEnabled()


def test_enter_and_space_confirm_no_dialog(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    before = len(desk.entries)
    shown.press(Qt.Key.Key_Space, on=shown.screen.sign.reopen)
    dialog = reason_dialog(shown)
    dialog.people[Role.VERIFIER].setChecked(True)
    dialog.text.setPlainText("a reason")
    targets: tuple[QAbstractButton, ...] = (dialog.confirm, dialog.people[Role.VERIFIER])
    for target in targets:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            target.setFocus()
            shown.press(key, on=target)
    assert len(desk.entries) == before


def test_a_wrong_participant_code_is_typed_twice_and_never_pasted(shown: Shown, desk: Desk) -> None:
    desk.give_all()
    shown.open()
    shown.press(Qt.Key.Key_Space, on=shown.screen.code)
    dialog = shown.dialog
    assert isinstance(dialog, CodeDialog)
    shown.type("01-0107", dialog.code)
    dialog.code.selectAll()
    dialog.code.copy()
    shown.press(Qt.Key.Key_V, CTRL, dialog.again)
    assert dialog.again.text() == ""
    shown.type("01-0107", dialog.again)
    shown.type("read from the wrong wristband", dialog.text)
    dialog.people[Role.VERIFIER].setChecked(True)
    confirm(shown)
    assert desk.last() == ParticipantCodeCorrected(
        participant="01-0107", reason="read from the wrong wristband"
    )
    assert "Participant 01-0107" in shown.words


def test_a_refusal_keeps_the_dialog_and_every_word_in_it(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    shown.press(Qt.Key.Key_Space, on=shown.screen.sign.addendum)
    dialog = reason_dialog(shown)
    dialog.text.setPlainText("a long thought")
    shown.screen.show_refusal(Refusal(Why.NOT_SIGNED))
    assert shown.dialog is dialog
    assert dialog.written == "a long thought"
    assert dialog.told


def test_what_could_not_be_stored_stays_typed_and_is_said_there(shown: Shown, desk: Desk) -> None:
    desk.give_with_troubles()
    shown.open()
    field = shown.screen.end_marks.fields[5]
    shown.screen.wished.disconnect()
    shown.type("0", field.edit)
    shown.press(Qt.Key.Key_Return, on=field.edit)
    shown.screen.show_unstored("NOT RECORDED: the disk is full.")
    assert field.edit.text() == "0"
    assert field.edit.accessibleDescription() == "NOT RECORDED: the disk is full."


def test_every_entry_can_be_read_on_the_screen(shown: Shown, desk: Desk) -> None:
    shown.close_case()
    shown.screen.tabs["entries"].click()
    model = shown.screen.entries.model
    assert model.rowCount() == len(desk.entries)
    assert model.index(0, 4).data() == "Signed: I verified the volumes recorded here."
    assert model.index(0, 2).data() == "Nurse: Practice nurse"


def test_changing_the_figures_before_both_have_signed_lets_the_signature_fall(
    shown: Shown, desk: Desk
) -> None:
    desk.give_all()
    shown.open()
    shown.reconcile()
    shown.sign(Role.PERFORMER)
    shown.press(Qt.Key.Key_Space, on=shown.screen.sign.change)
    assert shown.screen.reconcile.isVisible()
    assert desk.procedure.signatures
    shown.press(Qt.Key.Key_Return, CTRL, shown.screen)
    assert not desk.procedure.signatures
    assert shown.screen.sign.isVisible()
