"""The planning played by keys alone, from the list of cases: what is stored of it, and that nothing of it is cut."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.settings import ThemeChoice
from injection_plan.procedure import Procedure
from injection_plan.terms import FindingKind
from tests.ui.rehearsal.clipping import clipped
from ui.application import StartRequest, open_desk, open_window
from ui.planning.path_row import PathRow
from ui.rehearsal.cast import Cast
from ui.rehearsal.keyboard import Keyboard
from ui.rehearsal.planning_part import PlanningPart
from ui.rehearsal.seat import Seat
from ui.rehearsal.time_out_part import TimeOutPart
from ui.theme import settle
from ui.windows import NurseWindow
from ui.windows.casework import signals_of

SIZES = ((1366, 768), (1920, 1080))
THEMES = (ThemeChoice.DARK, ThemeChoice.LIGHT)
CAST = Cast("01-0107", "01", "Wei Zhang", "Na Li", "Marta Keller")


@dataclass
class Watched:
    """A window that is looked at, in both sizes and themes, whenever whoever plays it says so."""

    window: NurseWindow
    running: QApplication
    cut: list[str] = field(default_factory=list)
    paths: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    themes: tuple[ThemeChoice, ...] = THEMES
    worn: ThemeChoice = ThemeChoice.BY_ROOM

    def look(self, name: str) -> None:
        row = self.window.findChild(PathRow)
        self.paths[name] = " ".join(one.text() for one in row.findChildren(QPushButton)) if row else ""
        self.themes = self.themes[::-1]  # what is worn already is looked at first
        for choice in self.themes:
            if self.worn is not choice:
                settle(self.running, choice)
            self.worn = choice
            for size in SIZES:
                self.window.resize(*size)
                for _ in range(4):
                    QApplication.processEvents()
                assert (self.window.width(), self.window.height()) == size
                self.cut += [f"{name}, {size}, {choice.value}: {one}" for one in clipped(self.window)]

    @property
    def procedure(self) -> Procedure:
        signals = signals_of(self.window)
        assert signals is not None
        assert signals.procedure is not None
        return signals.procedure


@pytest.fixture
def watched(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Watched]:
    desk = open_desk(tmp_path)
    window = open_window(desk, StartRequest())
    qtbot.addWidget(window)
    window.resize(*SIZES[0])
    window.show()
    yield Watched(window, qapp)
    settle(qapp)
    window.close()
    desk.close()


def test_a_new_user_comes_to_an_approved_plan_by_keys_and_nothing_is_cut(watched: Watched) -> None:
    keyboard = Keyboard(watched.window)
    watched.look("start")
    keyboard.confirm(Qt.Key.Key_N)
    seat = Seat(watched.window, keyboard, lambda: watched.procedure, watched.look, watched.told.append)
    PlanningPart(seat, CAST, watched.window.desk.now()).play()
    TimeOutPart(seat).play()
    assert watched.cut == []
    typed = {name for name, path in watched.paths.items() if "•" in path}
    assert {"eligibility", "product", "syringes-filled", "syringes-read", "plan-typed"} <= typed
    assert typed.isdisjoint(
        {"eligibility-sign-off", "syringes-agree", "hands-left-out", "hands-table", "plan"}
    )

    stored = watched.procedure
    assert (stored.case, stored.participant) == ("01-0107-1", "01-0107")
    assert stored.plan is not None
    assert len(stored.plan.order) == 32
    assert [(one.aliquot, one.finding) for one in stored.plan.not_planned] == [
        ("RH-4-PIP-rad-dis", 1), ("RH-4-PIP-uln-dis", 1), ("LH-5-PIP-uln-dis", 2), ("LH-5-PIP-uln-prx", 2),
    ]  # fmt: skip
    assert all(one.reason for one in stored.plan.not_planned)
    assert stored.prepared.approved_by is not None
    assert stored.prepared.approved_by.acted_by.name == "Wei Zhang"
    kinds = [one.finding.kind for one in stored.prepared.standing_findings]
    assert kinds == [FindingKind.MISSING, FindingKind.ULCER]
    for criterion in ("contracture_or_ulcer", "amputation"):
        decided = stored.prepared.decision(criterion)
        assert decided is not None
        assert (decided.decision.note, decided.stamp.acted_by.name) == (
            "judged safe to include",
            "Marta Keller",
        )
    assert [one.split(":")[0] for one in watched.told] == [
        "Set-up", "Eligibility", "Product", "Syringes", "Hands", "Plan", "Time-out, Patient's RIGHT",
    ]  # fmt: skip


WRONG = ("a label that is too narrow for its words", "a button that nobody can read to its end")


def test_what_is_cut_is_seen(qtbot: QtBot) -> None:
    page = QWidget()
    page.resize(400, 200)
    narrow, wrapped, beyond = QLabel(WRONG[0], page), QLabel(WRONG[1], page), QPushButton("beyond", page)
    narrow.setGeometry(QRect(0, 0, 60, 30))
    wrapped.setWordWrap(True)
    wrapped.setGeometry(QRect(0, 40, 90, 20))
    beyond.setGeometry(QRect(350, 100, 100, 50))
    qtbot.addWidget(page)
    page.show()
    assert [one.partition(":")[0] for one in clipped(page)] == [
        f"QLabel {WRONG[0]}", f"QLabel {WRONG[1]}", "QPushButton beyond reaches beyond QWidget",
    ]  # fmt: skip
