"""The time-out page: every line by hand or key, and no key that passes it by accident."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import wording
from app.clock import Reading
from app.drawing.palette import Theme
from app.read_models.time_out_facts import OtherHand, SyringeAtHand
from app.read_models.time_out_form import TimeOutForm, time_out_form
from injection_plan.anatomy import Hand
from injection_plan.commands import PassTimeOut
from injection_plan.events import ProductDescribed
from injection_plan.product import Lot, Process
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.volume import Volume
from tests.stories.case import Case
from tests.stories.people import shipped_protocol
from ui.checks.checklist import TimeOutPage
from ui.checks.deliberate import DeliberateButton
from ui.checks.one_line import OneLine
from ui.checks.tick_box import SNUG_HEIGHT, TickBox
from ui.theme import colour

FORM = TimeOutForm(
    hand=Hand.LEFT,
    hand_name="Patient's LEFT",
    occasion="Before the next hand",
    which="Short time-out: the whole was passed at 10:02",
    participant="01-0107",
    practice=False,
    performer="Wei Zhang",
    verifier="Na Li",
    planned="17 passes, 4.5 mL still planned on this hand",
    not_planned=("Patient's LEFT · little · ulnar side · toward fingertip: ulcer",),
    lines=shipped_protocol().time_out,
    protocol=shipped_protocol(),
    findings=("Patient's LEFT · little · ulnar side: ulcer. At the joint",),
    syringes=(
        SyringeAtHand(
            6, "thumb", "1 mL", "0.5 mL of 1 mL", True, "A7/6", "Syringe 6, thumb, in it 1 mL, label A7/6"
        ),
    ),
    second_person=("Second reading of 6: Wei Zhang",),
    product=ProductDescribed(
        prepared=Volume(10_000),
        lot="C800",
        ready_at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
        process=Process(
            lots=(
                Lot(what="Celase", number="1", expires=date(2026, 11, 22)),
                Lot(what="Intravase", number="2", expires=date(2026, 11, 21)),
                Lot(what="Device", number="3"),
            )
        ),
    ),
    may_go_back=True,
    first="First: Patient's LEFT · thumb · radial side · toward fingertip, 0.5 mL from syringe 6.",
    other=OtherHand("Patient's RIGHT", ("Patient's RIGHT · ring · radial side: a scar",), ()),
    warnings=("“Intravase” is past its expiry date.",),
)


class StandingClock:
    """Stands at five past ten until it is moved."""

    def __init__(self) -> None:
        self.passed = timedelta(minutes=65)

    def now(self) -> Reading:
        return Reading(datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + self.passed, 0, 0, "one run")


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def page(qtbot: QtBot, clock: StandingClock) -> TimeOutPage:
    shown = TimeOutPage(clock)
    qtbot.addWidget(shown)
    shown.resize(1366, 700)
    shown.show()
    shown.show_form(FORM)
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)
    shown.focus_first_missing()
    return shown


@pytest.fixture
def passed(page: TimeOutPage) -> list[PassTimeOut]:
    wishes: list[PassTimeOut] = []
    page.wished.connect(wishes.append)
    return wishes


def boxes(page: TimeOutPage) -> list[TickBox]:
    return page.findChildren(TickBox)


def press(qtbot: QtBot, key: Qt.Key, *, ctrl: bool = False, alt: bool = False) -> None:
    at = QApplication.focusWidget()
    assert isinstance(at, QWidget)
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    if alt:
        modifiers = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(at, key, modifiers)


def texts(page: TimeOutPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if not label.isHidden()}


def ticked(page: TimeOutPage) -> int:
    return sum(box.isChecked() for box in boxes(page))


def test_the_page_names_hand_people_and_what_is_left_out(page: TimeOutPage) -> None:
    said = texts(page)
    assert {"Patient's LEFT", "Wei Zhang", "Na Li", *FORM.not_planned, *FORM.findings, FORM.which} <= said
    assert {"6 · thumb", "1 mL", "0.5 mL of 1 mL", "A7/6", *FORM.second_person} <= said
    assert {FORM.first, *FORM.warnings, "Patient's RIGHT, the other hand"} <= said
    assert "Not planned: Patient's RIGHT · ring · radial side: a scar" in said
    assert [box.text() for box in boxes(page)] == [line.text for line in FORM.lines]
    assert all(box.height() >= SNUG_HEIGHT for box in boxes(page))


@pytest.mark.parametrize("size", [(1366, 700), (1366, 768), (1920, 1080)])
def test_a_syringe_that_falls_short_says_so_in_view_and_its_label_is_never_broken(
    page: TimeOutPage, size: tuple[int, int]
) -> None:
    long = "NCT07360808/01-0107/2026-11-22/"
    syringes = tuple(
        replace(FORM.syringes[0], number=number, digit="middle", label=label, short="short by 0.066 mL")
        for number in (6, 7, 8, 9, 10)
        for label in [f"PRACTICE-S{number}" if number < 10 else f"{long}10"]
    )
    page.resize(*size)
    page.show_form(replace(FORM, not_planned=FORM.not_planned * 6, syringes=syringes))
    QApplication.processEvents()
    facts = page._beside
    shown = [label for label in facts.findChildren(QLabel) if label.text() == "short by 0.066 mL"]
    assert len(shown) == len(syringes)
    for label in shown:
        assert label.width() >= label.sizeHint().width()
        assert facts.viewport().rect().contains(QRect(label.mapTo(facts.viewport(), QPoint()), label.size()))
    labels = [label for label in facts.findChildren(OneLine) if label.isVisible()]
    assert [label.accessibleName() for label in labels] == [one.label for one in syringes]
    assert labels[-1].toolTip() == f"{long}10"
    assert labels[-1].text().startswith("NCT")
    assert labels[-1].text().endswith("10")
    for whole in labels[:-1]:
        assert whole.text() == whole.accessibleName()
    for label in labels:
        assert label.height() < 2 * label.fontMetrics().height()
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_the_short_time_out_shows_no_other_hand_and_no_warnings(page: TimeOutPage) -> None:
    page.show_form(replace(FORM, other=None, warnings=()))
    assert not page._other.isVisible()
    assert not page._beside._warned.isVisible()


@pytest.mark.parametrize("theme", [Theme.SCREEN_DARK, Theme.SCREEN_LIGHT])
@pytest.mark.parametrize("ground", ["field", "panel"])
def test_the_outline_of_a_box_to_tick_is_seen(theme: Theme, ground: str) -> None:
    darker, lighter = sorted(light_of(colour(theme, name)) for name in ("field_line", ground))
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def light_of(shown: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (shown.redF(), shown.greenF(), shown.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_y_answers_a_line_and_goes_to_the_next_until_all_can_be_passed(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut]
) -> None:
    for number in range(len(FORM.lines)):
        assert ticked(page) == number
        press(qtbot, Qt.Key.Key_Y)
    assert "Every line is answered" in page.told
    with qtbot.waitSignal(page.wished):
        press(qtbot, Qt.Key.Key_Return, ctrl=True)
    assert passed == [PassTimeOut(hand=Hand.LEFT, lines=FORM.lines)]


def test_up_down_and_space_do_the_same(qtbot: QtBot, page: TimeOutPage) -> None:
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Up)
    assert [box.isChecked() for box in boxes(page)][:3] == [False, True, False]
    assert boxes(page)[0].hasFocus()


def test_it_is_not_passed_while_a_line_is_missing_and_says_which(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut]
) -> None:
    for box in boxes(page)[:-1]:
        box.setChecked(True)
    button = page.findChild(DeliberateButton)
    assert button is not None
    assert not button.isEnabled()
    assert FORM.lines[-1].text in page.told
    assert button.toolTip() == page.told
    press(qtbot, Qt.Key.Key_Return, ctrl=True)
    assert passed == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_no_plain_key_passes_even_with_the_focus_on_the_button(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut], key: Qt.Key
) -> None:
    for box in boxes(page):
        box.setChecked(True)
    button = page.findChild(DeliberateButton)
    assert button is not None
    button.setFocus()
    press(qtbot, key)
    assert passed == []
    button.click()
    assert len(passed) == 1


def test_a_held_key_answers_one_line(page: TimeOutPage) -> None:
    first = boxes(page)[0]
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(first, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, none, "y"))
    for _ in range(40):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, none, "y", autorep=True)
        at = QApplication.focusWidget()
        assert at is not None
        QApplication.sendEvent(at, held)
    assert ticked(page) == 1


def test_ticks_stay_while_the_same_time_out_is_shown_and_fall_with_another(page: TimeOutPage) -> None:
    boxes(page)[0].setChecked(True)
    page.show_form(replace(FORM))
    assert ticked(page) == 1
    page.show_form(replace(FORM, performer="Min Chen"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert ticked(page) == 0


def test_escape_leaves_for_the_hands_and_passes_nothing(
    qtbot: QtBot, page: TimeOutPage, passed: list[PassTimeOut]
) -> None:
    with qtbot.waitSignal(page.left):
        press(qtbot, Qt.Key.Key_Escape)
    assert passed == []


def test_back_to_the_plan_is_only_there_while_nothing_is_given(qtbot: QtBot, page: TimeOutPage) -> None:
    button = next(one for one in page.findChildren(QPushButton) if "plan" in one.text())
    assert button.isVisible()
    with qtbot.waitSignal(page.plan_wanted):
        press(qtbot, Qt.Key.Key_P, alt=True)
    page.show_form(replace(FORM, may_go_back=False))
    assert not button.isVisible()


def test_the_age_of_the_product_is_said_and_runs_on(page: TimeOutPage, clock: StandingClock) -> None:
    assert {
        "Released 09:00, 1 h 5 min ago",
        "Celase 1: expires 22 Nov 2026",
        "Intravase 2: expired 21 Nov 2026",
        "Device 3: last day not recorded",
    } <= texts(page)
    clock.passed += timedelta(minutes=3)
    page._seconds.timeout.emit()
    assert "Released 09:00, 1 h 8 min ago" in texts(page)


def test_a_limit_is_held_against_only_where_the_protocol_sets_one(
    page: TimeOutPage, clock: StandingClock
) -> None:
    limits = FORM.protocol.limits.model_copy(update={"use_within_minutes": 60})
    form = replace(FORM, protocol=FORM.protocol.model_copy(update={"limits": limits}))
    assert [line.is_past for line in FORM.expiry(clock.now())] == [False, False, False, True, False]
    assert [line.is_past for line in form.expiry(clock.now())] == [False, True, False, False, True, False]


def test_a_refusal_is_told_at_the_bottom_and_the_ticks_stay(page: TimeOutPage) -> None:
    for box in boxes(page):
        box.setChecked(True)
    page.tell(wording.refusal(Refusal(Why.DAY_NOT_CHECKED)), wrong=True)
    assert page.told == wording.refusal(Refusal(Why.DAY_NOT_CHECKED))
    assert ticked(page) == len(FORM.lines)


@pytest.mark.parametrize("size", [(1366, 700), (1366, 768), (1920, 1080)])
def test_every_line_and_the_hand_are_seen_whole(
    qtbot: QtBot, clock: StandingClock, size: tuple[int, int]
) -> None:
    case = Case().approved("RH-4-PIP-rad-dis", "RH-4-PIP-uln-dis", "LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")
    form = time_out_form(case.procedure, tuple(case.entries))
    assert form is not None
    shown = TimeOutPage(clock)
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show_form(form)
    shown.show()
    QApplication.processEvents()
    assert shown.size().toTuple() == size
    for box in boxes(shown):
        assert SNUG_HEIGHT <= box.height() >= box.heightForWidth(box.width())
    bottom = shown._lines.mapTo(shown, shown._lines.rect().bottomLeft()).y()
    assert boxes(shown)[-1].mapTo(shown, boxes(shown)[-1].rect().bottomLeft()).y() <= bottom
    assert shown._drawn.height() >= 300
    facts, other = shown._beside, shown._other
    inside, of_the_other = facts.widget(), other.widget()
    assert inside is not None
    assert of_the_other is not None
    assert inside.width() <= facts.viewport().width()
    if size[1] >= 768:
        assert inside.height() <= facts.viewport().height(), "all of it is seen without scrolling"
    assert of_the_other.height() <= other.height()
