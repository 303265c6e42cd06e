"""The product page by keys: what is said where, nothing lost, and another participant's label stops everything."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.read_models.product_form import LotText, ProductText
from app.settings import ThemeChoice
from injection_plan.commands import DescribeProduct, EnterHandling
from injection_plan.product import Handling
from tests.stories.case import Case, ul
from tests.ui.planning.recorded import is_unrecorded
from tests.ui.planning.stepping import Step, cut, scan, settle_layout, shown_on, type_in
from ui.planning.product_page import ProductPage
from ui.theme import settle


@pytest.fixture
def step(qtbot: QtBot) -> Step[ProductPage]:
    page = ProductPage()
    qtbot.addWidget(page)
    return shown_on(page, Case().with_team())


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def themed(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    settle(qapp, request.param)
    yield
    settle(qapp)


def said(step: Step[ProductPage], name: str) -> str:
    return step.page.fields.answers[name].line.sentence


def type_all(step: Step[ProductPage], **typed: str) -> None:
    for name, text in typed.items():
        type_in(step.page.fields.edit(name.replace("__", ".")), text)


def test_a_whole_product_is_typed_and_recorded(step: Step[ProductPage]) -> None:
    type_all(step, sites="abdomen", harvest="185", started_at="07:40", ended_at="09:10", prepared="10",
             lot="C800-2231", cells="40 million cells", viability="92.5", sample="0.5",
             released_by="Wei Zhang", ready_at="09:20", label="01-0107", lots__1__what="Device",
             lots__1__number="C800", lots__1__expires="2027-01-31")  # fmt: skip
    assert is_unrecorded(step.page)
    assert said(step, "label") == "Agrees: the label says 01-0107, the participant of this case."
    assert step.page.fields.since == ("40 min", "")
    assert step.go_on()
    product = step.case.procedure.product
    assert product is not None
    assert (product.prepared, product.process.lots[0].number) == (ul(10_000), "C800")
    assert step.page.text.ready_at == "2026-03-02 09:20"
    assert not is_unrecorded(step.page)
    assert step.go_on()
    assert len(step.stored) == 1


def test_an_empty_field_says_not_recorded_beside_it_and_is_not_wrong(step: Step[ProductPage]) -> None:
    besides = {name: field.beside for name, field in step.page.fields.answers.items()}
    assert besides.pop("prepared") == "needed"
    assert set(besides.values()) == {"not recorded"}
    type_all(step, prepared="10")
    assert step.page.fields.answers["prepared"].beside == ""
    assert step.go_on()
    assert step.stored == [DescribeProduct(prepared=ul(10_000), lot=None, ready_at=None)]


def test_nothing_typed_is_nothing_to_store(step: Step[ProductPage]) -> None:
    assert step.page.record() == ()


def test_what_stands_against_the_page_is_said_at_its_field_and_gone_to(step: Step[ProductPage]) -> None:
    type_all(step, lot="A", harvest="180 L")
    assert said(step, "harvest") == "180 L would be 180000 mL. Write millilitres."
    assert said(step, "prepared") == ""
    assert not step.go_on()
    assert "Without it there is no product" in said(step, "prepared")
    assert step.page.fields.edit("harvest").hasFocus()
    assert step.page.text == ProductText(lot="A", harvest="180 L")


def test_another_participants_label_is_loud_at_once_and_stores_nothing(step: Step[ProductPage]) -> None:
    type_all(step, prepared="10")
    step.page.fields.edit("label").setFocus()
    scan("01-0108")
    assert step.page.loud.startswith("STOP. The label says 01-0108")
    assert not step.go_on()
    assert step.stored == []
    scan("01-0107")
    assert step.page.text.label == "01-0107"
    assert step.page.loud == ""
    assert step.go_on()


def test_a_slip_is_confirmed_by_its_button_and_by_no_enter(step: Step[ProductPage]) -> None:
    type_all(step, prepared="0.018")
    button = step.page.fields.answers["prepared"].line.button
    assert not step.go_on()
    assert button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not step.go_on()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said(step, "prepared") == ""
    assert step.go_on()
    product = step.case.procedure.product
    assert product is not None
    assert product.process.confirmed == ("prepared",)


def test_rows_are_added_removed_and_put_back_by_keys(step: Step[ProductPage]) -> None:
    lots = step.page.fields.lots

    def whats() -> list[str]:
        return [text.what for text in lots.texts]

    type_all(step, lots__1__what="Device", lots__2__what="Reagent")
    lots.add_row.setFocus()
    QTest.keyClick(lots.add_row, Qt.Key.Key_Space)
    assert step.page.fields.edit("lots.3.what").hasFocus()
    lots.rows[0].remove.setFocus()
    QTest.keyClick(lots.rows[0].remove, Qt.Key.Key_Space)
    assert whats() == ["Reagent"]
    assert lots.rows[0].remove.accessibleName() == "Remove row 1"
    lots.put_back.setFocus()
    QTest.keyClick(lots.put_back, Qt.Key.Key_Space)
    assert whats() == ["Reagent", "Device"]
    assert not lots.put_back.isVisible()
    for _ in range(2):
        QTest.keyClick(lots.rows[0].remove, Qt.Key.Key_Space)
    assert len(lots.rows) == 1


def test_enter_at_the_last_day_leads_past_the_button_that_removes_the_row(step: Step[ProductPage]) -> None:
    lots = step.page.fields.lots
    for row, following in ((0, lots.rows[1].edits["what"]), (1, lots.add_row)):
        lots.rows[row].edits["expires"].setFocus()
        QTest.keyClick(lots.rows[row].edits["expires"], Qt.Key.Key_Return)
        assert following.hasFocus()


def test_the_label_match_what_is_needed_and_what_may_stay_empty_are_seen_from_everywhere(
    step: Step[ProductPage],
) -> None:
    strip = step.page.strip
    assert (strip.label.text(), strip.needed.text()) == ("Label: not compared yet", "Needed: prepared volume")
    assert strip.not_recorded.text() == "11 not recorded: may stay empty"
    type_all(step, prepared="10", sites="abdomen", label="01-0108")
    assert strip.label.text() == "Label: not that of 01-0107"
    assert not strip.needed.isVisible()
    assert strip.not_recorded.text() == "10 not recorded: may stay empty"
    type_all(step, label="01-0107", lots__2__what="Reagent")
    assert strip.label.text() == "Label: agrees, 01-0107"
    assert strip.not_recorded.text() == "9 not recorded: may stay empty"
    step.page.fields.edit("ready_at").setFocus()
    assert strip.isVisible()
    above = step.page.fields.edit("label").mapTo(step.page.fields, QPoint(0, 0)).y()
    others = [
        one.edit for name, one in step.page.fields.answers.items() if name in {"prepared", "released_by"}
    ]
    assert all(above < edit.mapTo(step.page.fields, QPoint(0, 0)).y() for edit in others)


def test_at_most_twenty_rows(step: Step[ProductPage]) -> None:
    lots = step.page.fields.lots
    while lots.add_row.isEnabled():
        lots.start_row()
    assert len(lots.rows) == 20
    assert lots.add_row.toolTip() == "A case keeps at most 20 rows."


def test_an_expired_row_is_said_and_does_not_hold_up(step: Step[ProductPage]) -> None:
    type_all(step, prepared="10", lots__2__what="Reagent", lots__2__number="8", lots__2__expires="2026-03-01")
    assert step.page.fields.lots.rows[1].edits["expires"].text() == "2026-03-01"
    assert "Expired" in " ".join(step.page.fields.lots.rows[1].said)
    assert step.go_on()


def test_what_is_typed_stays_when_the_page_is_shown_again(step: Step[ProductPage]) -> None:
    type_all(step, prepared="10", lots__1__what="Device", ready_at="soon")
    step.case.do(EnterHandling(handling=Handling(priming=ul(66))))
    step.show()
    typed = ProductText(prepared="10", lots=(LotText("Device"),), ready_at="soon")
    assert step.page.text == typed
    step.case.do(DescribeProduct(prepared=ul(9_000), lot="stored elsewhere", ready_at=None))
    step.show()
    assert step.page.text == ProductText(
        prepared="10", lots=(LotText("Device"),), ready_at="soon", lot="stored elsewhere"
    )


def test_the_page_leads_to_what_a_finding_is_about(step: Step[ProductPage]) -> None:
    type_all(step, prepared="10", lots__2__what="Reagent", lots__2__number="8", lots__2__expires="2026-03-01")
    for about, field in {
        "harvest": "harvest", "lots": "lots.1.what", "Reagent": "lots.2.expires", "ready_at": "ready_at",
        "": "sites", "unknown": "sites",
    }.items():  # fmt: skip
        step.page.point_at(about)
        assert step.page.fields.edit(field).hasFocus(), about


def test_a_page_that_was_shown_nothing_has_nothing_to_store(qtbot: QtBot) -> None:
    page = ProductPage()
    qtbot.addWidget(page)
    assert page.record() == ()


def test_tab_goes_down_the_page_in_its_order(step: Step[ProductPage]) -> None:
    page = step.page
    page.fields.edit("sites").setFocus()
    seen: list[object] = []
    while (focus := QApplication.focusWidget()) is not page.fields.edit("ready_at"):
        seen.append(focus)
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert len(seen) < 40
    edits = [page.fields.edit(name) for name in page.fields.names]
    assert [one for one in seen if one in edits] == edits[:-1]


@pytest.mark.usefixtures("themed")
@pytest.mark.parametrize("width,height", [(1366, 560), (1920, 872)])
def test_nothing_is_cut_and_everything_is_big_enough_and_named(
    step: Step[ProductPage], width: int, height: int
) -> None:
    step.page.resize(width, height)
    type_all(step, sites="abdomen", harvest="0.18", prepared="180000", viability="0.9", sample="180 L",
             ready_at="25:00", label="01-0108", lots__1__what="Reagent", lots__1__expires="2026-03-01",
             lots__2__expires="2062-01-01")  # fmt: skip
    step.page.record()
    settle_layout()
    assert cut(step.page) == []
    for one in step.page.findChildren(QLineEdit) + step.page.findChildren(QAbstractButton):
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert one.accessibleName() or getattr(one, "text", str)(), one
            assert one.height() >= 44, one.accessibleName()
