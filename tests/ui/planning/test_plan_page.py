"""The plan step: what the volumes come to at once, where each finding leads, and the approval by name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.settings import ThemeChoice
from injection_plan.commands import ApprovePlan, DraftPlan, EnterHandling, NoteHandFinding
from injection_plan.hand_findings import HandFinding
from injection_plan.plan_checks import Finding, Found
from injection_plan.terms import FindingKind, Severity, Step
from injection_plan.volume import Volume
from tests.stories.case import Case
from tests.ui.planning.prepared_case import Shown
from ui.planning.hands_page import HandsPage
from ui.planning.plan_page import PlanPage
from ui.theme import settle

CTRL = Qt.KeyboardModifier.ControlModifier
UNRELEASED = (
    "Nobody recorded who released the product, or when it was ready.",
    "The product label was not compared with this participant.",
)
"""What warns of a product of which only the volume was entered."""


@pytest.fixture
def page() -> PlanPage:
    return PlanPage()


def ready_case() -> Case:
    case = Case().filled().eligible()
    return case.do(DraftPlan(plan=case.plan()))


@pytest.fixture
def shown(qtbot: QtBot, page: PlanPage) -> Shown:
    return Shown(qtbot, page, ready_case())


def type_in(page: PlanPage, name: str, text: str) -> None:
    page.handling.fields[name].edit.setText(text)


def said_of(page: PlanPage) -> str:
    return page.approval.button.accessibleDescription()


def words(page: PlanPage) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("loss,short", [("0.066", "0.66"), ("0,12", "1.2")])
def test_the_shortfall_is_stated_while_the_loss_is_typed_and_nothing_is_advised(
    shown: Shown, page: PlanPage, loss: str, short: str
) -> None:
    type_in(page, "priming", loss)
    lost = loss.replace(",", ".")
    assert page.volumes.sentence.text() == (
        f"10 mL prepared for 10 mL planned. With {lost} mL of dead space in each of 10 syringes, "
        f"{short} mL of the plan cannot be given. Too little was drawn up for plan and dead space in syringes "
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10. Needle changes and the quality-control sample are not counted: "
        "they were not entered."
    )
    assert f"−{short} mL" in words(page)
    assert "with the figures below, which are not stored yet" in words(page)
    assert shown.uttered == []


def test_losses_and_counts_are_stored_by_the_button_or_on_going_on(shown: Shown, page: PlanPage) -> None:
    type_in(page, "priming", "0.066")
    type_in(page, "changes", "2")
    type_in(page, "per_change", "0.01 mL")
    page.handling.button.click()
    handling = shown.case.procedure.prepared.handling
    assert (handling.priming, handling.changes, handling.per_change) == (Volume(66), 2, Volume(10))
    type_in(page, "supply:sharp_needle", "20")
    assert shown.record()
    assert [(one.supply, one.count) for one in shown.case.procedure.prepared.handling.supplies] == [
        ("sharp_needle", 20)
    ]
    assert page.record() == ()


def test_a_thousandfold_slip_is_questioned_and_taken_only_as_it_stands(shown: Shown, page: PlanPage) -> None:
    type_in(page, "priming", "66")
    assert page.record() is None
    field = page.handling.fields["priming"]
    assert field.line.sentence == "This is as much as a whole syringe holds, 1 mL. Is it meant?"
    field.line.button.click()
    assert page.record() is not None
    type_in(page, "priming", "67")
    assert page.record() is None
    assert field.text == "67"


@pytest.mark.parametrize(
    "field,typed,sentence",
    [
        ("priming", "05", "missing after the zero"),
        ("priming", "66 µL", "0.066 mL"),
        ("per_change", "0.0001", "decimal"),
        ("changes", "1.5", "whole number"),
        ("changes", "-1", "whole number"),
        ("changes", "101", "100"),
        ("supply:syringe", "1001", "1000"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_stays(
    shown: Shown, page: PlanPage, field: str, typed: str, sentence: str
) -> None:
    type_in(page, field, typed)
    page.handling.button.click()
    assert shown.uttered == []
    assert sentence in page.handling.fields[field].line.sentence
    assert page.handling.fields[field].text == typed
    assert shown.focus is page.handling.fields[field].edit


def test_figures_that_are_typed_survive_what_others_store(shown: Shown, page: PlanPage) -> None:
    type_in(page, "priming", "0.0")
    shown.case.do(NoteHandFinding(finding=HandFinding(where="LH-5", kind=FindingKind.OTHER, note="scar")))
    shown.show()
    assert page.handling.fields["priming"].text == "0.0"
    type_in(page, "priming", "")
    shown.case.do(EnterHandling(handling=shown.case.procedure.prepared.handling))
    shown.show()
    assert page.handling.fields["priming"].beside == "unknown"


def test_each_finding_leads_to_the_thing_that_it_is_about(qtbot: QtBot, page: PlanPage) -> None:
    case = Case().with_product()
    case.do(DraftPlan(plan=case.plan())).do(
        NoteHandFinding(finding=HandFinding(where="LH-5", kind=FindingKind.OTHER, note="scar"))
    )
    Shown(qtbot, page, case)
    wanted: list[Finding] = []
    page.wanted.connect(wanted.append)
    for row in page.findings.rows:
        row.click()
    assert len(wanted) == len(page.findings.rows)
    assert {one.step for one in wanted} == {
        Step.ELIGIBILITY, Step.PRODUCT, Step.SYRINGES, Step.HANDS, Step.PLAN,
    }  # fmt: skip
    severities = [row.line.severity for row in page.findings.rows]
    assert severities == sorted(severities, key=list(Severity).index)
    about = {one.what: one.about for one in wanted}
    assert about[Found.FINDING_UNANSWERED] == "1"


def test_the_plan_is_approved_by_the_performers_name_and_its_key(shown: Shown, page: PlanPage) -> None:
    name = page.approval.name
    page.reading.tick.click()
    for typed in ("Practice nurse", "practice surgeon"):
        name.edit.setText(typed)
        page.approval.button.click()
        assert name.problem
        assert name.text == typed
    name.edit.setText("Practice surgeon")
    name.edit.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        shown.press(key)
    page.approval.button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        shown.press(key)
    assert shown.uttered == []
    shown.press(Qt.Key.Key_1, CTRL)
    shown.bot.waitUntil(lambda: bool(shown.uttered))
    assert shown.uttered == [ApprovePlan(seen=shown.case.procedure.version - 1, read=UNRELEASED)]
    assert shown.case.procedure.approved
    assert "Approved by Practice surgeon on 2 Mar 2026 at 10:00" in words(page)
    assert not name.isVisible()
    assert not page.approval.button.isVisible()


def test_the_button_is_off_while_anything_blocks_and_says_so(qtbot: QtBot, page: PlanPage) -> None:
    Shown(qtbot, page, Case().with_product())
    assert not page.approval.button.isEnabled()
    assert page.approval.button.accessibleDescription() in words(page)
    assert "stand against the approval" in page.approval.button.accessibleDescription()


def test_nothing_is_approved_over_figures_that_are_not_stored(shown: Shown, page: PlanPage) -> None:
    page.approval.name.edit.setText("Practice surgeon")
    page.reading.tick.click()
    assert page.approval.button.isEnabled()
    type_in(page, "priming", "0.01")
    assert not page.approval.button.isEnabled()
    assert any("not stored yet. Store it" in one for one in words(page))
    page.handling.button.click()
    assert "Read the warnings above, and tick that they were read." in words(page)
    page.reading.tick.click()
    assert page.approval.button.isEnabled()


def test_the_button_is_off_until_the_name_is_typed_and_says_so(shown: Shown, page: PlanPage) -> None:
    page.reading.tick.click()
    for typed in ("", "  "):
        page.approval.name.edit.setText(typed)
        assert not page.approval.button.isEnabled()
        assert page.approval.button.accessibleDescription() == "Type your name."
        assert "Type your name." in words(page)
    page.approval.name.edit.setText("P")
    assert page.approval.button.isEnabled()
    assert "Type your name." not in words(page)


def test_warnings_are_ticked_as_read_before_they_are_approved_past(shown: Shown, page: PlanPage) -> None:
    type_in(page, "priming", "0.066")
    page.handling.button.click()
    tick = page.reading.tick
    assert (tick.text(), tick.isChecked()) == ("The 4 warnings above were read", False)
    page.approval.name.edit.setText("Practice surgeon")
    assert not page.approval.button.isEnabled()
    tick.click()
    shown.show()
    assert tick.isChecked()
    type_in(page, "priming", "0.12")
    page.handling.button.click()
    assert not tick.isChecked(), "the product falls short by more now: another warning"
    tick.click()
    page.approval.button.click()
    approved = shown.uttered[-1]
    assert isinstance(approved, ApprovePlan)
    assert approved.read == tuple(
        row.line.sentence for row in page.findings.rows if row.line.severity is Severity.WARNS
    )
    assert "The product is 1.2 mL short of plan and dead space." in approved.read
    assert not tick.isVisible()
    assert not tick.isChecked()


def test_what_is_approved_stands_there_in_full_words(qtbot: QtBot, page: PlanPage) -> None:
    case = Case().filled().eligible()
    plan = case.plan("RH-4-PIP-rad-dis", "LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
    Shown(qtbot, page, case.do(DraftPlan(plan=plan)))
    assert {
        "Patient's RIGHT: 17 passes, 4.75 mL.",
        "Not planned: ring · radial side · toward fingertip (ulcer).",
        "Patient's LEFT: 16 passes, 4.5 mL.",
        "Not planned: little · ulnar side · toward fingertip and toward finger base (ulcer).",
        (
            "Order: Patient's RIGHT, then Patient's LEFT; thumb, index, middle, ring, little; "
            "radial side, then ulnar side; toward fingertip, then toward finger base"
        ),
    } <= set(words(page))


def test_short_and_left_are_never_taken_off_against_each_other(qtbot: QtBot, page: PlanPage) -> None:
    case = Case().filled().eligible()
    plan = case.plan("RH-4-PIP-rad-dis", "RH-4-PIP-uln-dis", "LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
    Shown(qtbot, page, case.do(DraftPlan(plan=plan)))
    type_in(page, "priming", "0.066")
    said = words(page)
    assert said.index("0.34 mL") == said.index("Product less plan and dead space") + 1
    assert said.index("0.528 mL") == said.index("Short in 8 syringes (1, 2, 3, 5, 6, 7, 8, 9)") + 1
    assert said.index("0.868 mL") == said.index("Left in 2 syringes (4, 10)") + 1
    assert (
        "0.528 mL of the plan cannot be given from syringes 1, 2, 3, 5, 6, 7, 8, 9; "
        "0.868 mL is left in syringes 4, 10."
    ) in page.volumes.sentence.text()


def test_stored_is_told_from_typed_and_from_nothing_entered(shown: Shown, page: PlanPage) -> None:
    assert "nothing is entered yet" in words(page)
    type_in(page, "priming", "0.066")
    assert "not stored yet" in words(page)
    page.handling.button.click()
    assert "Stored 10:00" in words(page)
    assert not page.handling.button.isEnabled()


def test_the_head_counts_what_one_sees(qtbot: QtBot, page: PlanPage) -> None:
    Shown(qtbot, page, Case().with_product())
    rows = [row.line.severity for row in page.findings.rows]
    said = next(one for one in words(page) if "to settle" in one)
    assert said == f"{rows.count(Severity.BLOCKS)} to settle · " + " · ".join(
        f"{rows.count(one)} to {word}" for one, word in ((Severity.WARNS, "look at"), (Severity.NOTE, "know"))
    )
    assert f"{rows.count(Severity.BLOCKS)} things above stand against the approval." in said_of(page)


def test_an_approval_that_fell_is_said_loudly(shown: Shown, page: PlanPage) -> None:
    page.reading.tick.click()
    page.approval.name.edit.setText("Practice surgeon")
    page.approval.button.click()
    type_in(page, "priming", "0.066")
    page.handling.button.click()
    fell = "The plan was approved by Practice surgeon on 2 Mar 2026 at 10:00. It has changed since: approve it again."
    assert fell in words(page)
    assert page.approval.name.isVisible()
    assert page.approval.name.text == ""
    assert not page.approval.button.isEnabled()
    page.reading.tick.click()
    page.approval.name.edit.setText("Practice surgeon")
    page.approval.button.click()
    assert fell not in words(page)


def test_before_the_product_is_described_nothing_is_made_up(qtbot: QtBot, page: PlanPage) -> None:
    Shown(qtbot, page, Case().with_team())
    assert page.volumes.sentence.text().startswith("10 mL planned. The product is not described yet")
    assert words(page).count("unknown") >= 3


def test_a_finding_about_the_plan_step_leads_to_the_losses(shown: Shown, page: PlanPage) -> None:
    page.point_at("")
    assert shown.focus is page.handling.fields["priming"].edit


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[ThemeChoice]:
    settle(qapp, request.param)
    yield request.param
    settle(qapp)


@pytest.mark.parametrize("size", [(1366, 564), (1920, 876)])
def test_in_both_themes_everything_fits_and_has_a_name(
    qtbot: QtBot, page: PlanPage, theme: ThemeChoice, size: tuple[int, int]
) -> None:
    case = ready_case().approve()
    case.do(EnterHandling(handling=case.procedure.prepared.handling))
    Shown(qtbot, page, case, size)
    QApplication.processEvents()
    for widget in (*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)):
        if not widget.isVisible():
            continue
        assert widget.accessibleName() or getattr(widget, "text", str)()
        assert widget.height() >= 44, widget.accessibleName()
        assert widget.mapTo(page, QPoint(widget.width(), 0)).x() <= page.width()
    box = page.handling.mapTo(page, QPoint(page.handling.width(), 0)).x()
    assert box <= page.findings.mapTo(page, QPoint(0, 0)).x()


def test_the_hands_that_are_approved_are_drawn_as_at_the_step_before(qtbot: QtBot) -> None:
    case = Case().filled().eligible()
    left_out = "LH-5-PIP-uln-dis"
    case.do(NoteHandFinding(finding=HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="4 mm")))
    case.do(DraftPlan(plan=case.plan(left_out)))
    page, hands = PlanPage(), HandsPage()
    Shown(qtbot, page, case)
    Shown(qtbot, hands, case)
    assert not page.reading.drawn.hasFocus()
    for drawn in (page.reading.drawn, hands.shown.hands):
        drawn.setFixedSize(620, 400)
        drawn.clearFocus()
    QApplication.processEvents()
    assert page.reading.drawn.grab().toImage() == hands.shown.hands.grab().toImage()
