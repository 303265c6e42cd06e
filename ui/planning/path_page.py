"""The page around the steps of a preparation: whose case, the path, the step itself, and how to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QStackedWidget, QWidget

from app import wording
from app.read_models.path import PREPARING, PathStep
from injection_plan.terms import Step
from ui.checks.deliberate import DeliberateButton
from ui.checks.headed_page import HeadedPage
from ui.planning.path_row import PathRow
from ui.theme import DESK, look

DOMAIN = "path"


class PathPage(HeadedPage):
    """Holds the pages of the steps and says which is shown; what is stored and what comes next others decide."""

    step_wanted = Signal(object)
    """The `Step` somebody wants to go to."""

    go_on_wanted = Signal()
    """Somebody wants what is typed recorded, and the next step."""

    left = Signal()
    """Somebody wants back to the list of cases."""

    save_wanted = Signal(str)
    """The name of a paper to save."""

    print_wanted = Signal(str)
    """The name of a paper to print."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the path without any step on it yet."""
        super().__init__(DESK, parent)
        self._row = PathRow()
        self._stack = QStackedWidget()
        self._pages: dict[Step, QWidget] = {}
        self._now = Step.SET_UP
        self._leave = _button("leave", "Esc")
        self._back = _button("back", "Alt+Left")
        self._go_on = DeliberateButton(wording.say(DOMAIN, "go_on.first"), "Ctrl+Enter")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self._row)
        self.body.addWidget(look(QFrame(), "line"))
        self.body.addWidget(self._stack, 1)
        self._papers = self._papers_button()
        for button in (self._papers, self._leave, self._back, self._go_on):
            self.buttons.addWidget(button)
        self._row.wanted.connect(self.step_wanted)
        self._leave.clicked.connect(self.left)
        self._back.clicked.connect(self._go_back)
        self._go_on.clicked.connect(self.go_on_wanted)

    @property
    def now(self) -> Step:
        """The step that is shown."""
        return self._now

    def add_step(self, step: Step, page: QWidget) -> None:
        """Put the page of a step on the path."""
        self._pages[step] = page
        self._stack.addWidget(page)

    def show_step(self, step: Step) -> None:
        """Show the page of a step."""
        self._now = step
        self._stack.setCurrentWidget(self._pages[step])
        self._back.setVisible(step is not PREPARING[0])
        self._papers.setVisible(step in {Step.HANDS, Step.PLAN})

    def show_path(self, steps: tuple[PathStep, ...], unrecorded: frozenset[Step]) -> None:
        """Show how far each step is, and what going on would do now."""
        self._row.show_path(steps, self._now, unrecorded)
        at = PREPARING.index(self._now)
        following = PREPARING[at + 1] if at + 1 < len(PREPARING) else None
        if following is None:
            words = wording.say(DOMAIN, "go_on.last")
        elif steps[0].missing and self._now is Step.SET_UP:
            words = wording.say(DOMAIN, "go_on.first")
        else:
            words = wording.say(DOMAIN, "go_on", step=wording.step(following))
        self._go_on.rename(words)

    def offer_to_go_on(self, *, offered: bool) -> None:
        """Offer to go on; where the page itself has the button that does, there is no second one."""
        self._go_on.setVisible(offered)

    def _papers_button(self) -> QPushButton:
        """Return the button that opens the papers of a plan: what is read aloud, and what stands in for a screen."""
        button = QPushButton(wording.say(DOMAIN, "papers"))
        button.setAutoDefault(False)
        menu = QMenu(button)
        for paper in ("plan_sheet", "worksheet"):
            save = menu.addAction(wording.say(DOMAIN, f"papers.save.{paper}"))
            out = menu.addAction(wording.say(DOMAIN, f"papers.print.{paper}"))
            for action, wanted in ((save, self.save_wanted), (out, self.print_wanted)):
                action.triggered.connect(lambda _=False, wanted=wanted, paper=paper: wanted.emit(paper))
        button.setMenu(menu)
        button.hide()
        return button

    def _go_back(self) -> None:
        at = PREPARING.index(self._now)
        if at:
            self.step_wanted.emit(PREPARING[at - 1])


def _button(word: str, keys: str) -> QPushButton:
    words = wording.say("cases", "button.with_key", text=wording.say(DOMAIN, word), key=keys)
    button = QPushButton(words)
    button.setShortcut(Qt.Key.Key_Escape if keys == "Esc" else keys)
    button.setAutoDefault(False)
    return button
