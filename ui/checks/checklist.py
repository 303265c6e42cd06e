"""The time-out page: one hand, named and drawn large; each line is read aloud and ticked before the first aliquot."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.clock import Clock, SystemClock
from app.read_models.time_out_form import TimeOutForm
from injection_plan.terms import Role
from ui.checks.check_lines import CheckLines
from ui.checks.deliberate import DeliberateButton
from ui.checks.hand_facts import HandFacts
from ui.checks.headed_page import HeadedPage
from ui.checks.other_hand_card import OtherHandCard
from ui.hand.hand_view import HandView
from ui.theme import ROOM, inks, look, pixels

DOMAIN = "cases"
LOOK_AGAIN_MS = 10_000
HAND_LEAST = (300, 240)
ROOMY_FROM = 1700
"""From which width in pixels on the page has room for larger letters and a larger hand."""
NARROW, ROOMY = (29, 33, 38), (38, 31, 31)
"""How the columns share the width: the hand, what is read beside it, and the lines."""


class TimeOutPage(HeadedPage):
    """Shows a time-out, and utters its command once every line is ticked; nothing else passes it."""

    wished = Signal(object)
    """A `PassTimeOut`, when both people have answered everything."""

    left = Signal()
    """Somebody wants the hands instead; the time-out stays due."""

    plan_wanted = Signal()
    """Somebody wants the plan again, before anything is given; only a change of it takes the approval back."""

    def __init__(self, clock: Clock | None = None, parent: QWidget | None = None) -> None:
        """Lay out the page, without a time-out on it yet; the clock only moves the time since release."""
        super().__init__(ROOM, parent)
        self._clock = clock or SystemClock()
        self._form: TimeOutForm | None = None
        self._columns = QHBoxLayout()
        self._occasion = look(QLabel(), "strong")
        self._hand = look(QLabel(), "loud")
        self._planned = look(QLabel(), "strong")
        self._first = look(QLabel(), "strong")
        self._view = look(QLabel(), "small")
        self._drawn = HandView(inks(ROOM), "")
        self._beside, self._other = HandFacts(), OtherHandCard()
        self._lines = CheckLines()
        self._pass = DeliberateButton(wording.say(DOMAIN, "time_out.pass"), "Ctrl+Enter")
        self._leave = QPushButton(wording.say(DOMAIN, "time_out.leave"))
        self._to_plan = QPushButton(wording.say(DOMAIN, "time_out.to_plan"))
        self._seconds = QTimer(self)
        self._seconds.setInterval(LOOK_AGAIN_MS)
        self._compose()
        self._pass.clicked.connect(self._answered_all)
        self._leave.clicked.connect(self.left)
        self._to_plan.clicked.connect(self.plan_wanted)
        self._lines.changed.connect(self._say_what_is_missing)
        self._seconds.timeout.connect(self._show_expiry)

    def _compose(self) -> None:
        self.body.setContentsMargins(32, 14, 32, 14)
        self._columns.setSpacing(20)
        self._columns.addLayout(self._about())
        self._columns.addWidget(self._beside)
        self._columns.addWidget(self._lines)
        self.body.addLayout(self._columns)
        self._share(NARROW)
        self._leave.setShortcut(Qt.Key.Key_Escape)
        for button in (self._to_plan, self._leave):
            button.setAutoDefault(False)
            self.buttons.addWidget(button)
        self.buttons.addWidget(self._pass)

    def _about(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._occasion, self._hand, self._planned, self._first):
            label.setWordWrap(True)
            column.addWidget(label)
        # It is looked at, not pressed: the lists beside it name every site in words.
        self._drawn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drawn.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._drawn.setMinimumSize(*HAND_LEAST)
        column.addWidget(self._drawn, 1)
        self._view.setWordWrap(True)
        self._view.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._view)
        column.addWidget(self._other)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room of a large screen for the hand, and for letters that are read from further away."""
        super().resizeEvent(event)
        is_roomy = event.size().width() >= pixels(ROOMY_FROM)
        self._share(ROOMY if is_roomy else NARROW)
        for part in (self._beside, self._other, self._lines):
            part.show_roomy(is_roomy=is_roomy)
        for label in (self._planned, self._first):
            look(label, "figure" if is_roomy else "strong")

    def _share(self, shares: tuple[int, int, int]) -> None:
        for column, share in enumerate(shares):
            self._columns.setStretch(column, share)

    def show_form(self, form: TimeOutForm) -> None:
        """Show a time-out; one that is on the page already keeps its ticks, any other starts without."""
        if form == self._form:
            return
        self._form = form
        self.set_head(
            wording.say(DOMAIN, "head.participant", participant=form.participant),
            wording.say(DOMAIN, "time_out.subtitle"),
            wording.say(DOMAIN, "time_out.chip"),
            "chip-due",
        )
        people = ((Role.PERFORMER, form.performer), (Role.VERIFIER, form.verifier))
        self.set_facts(tuple((wording.role(role), name) for role, name in people))
        self._occasion.setText(form.occasion)
        self._hand.setText(form.hand_name)
        self._planned.setText(form.planned)
        self._first.setText(form.first)
        self._first.setVisible(bool(form.first))
        self._view.setText(form.view)
        if form.picture is not None:
            self._drawn.show_picture(form.picture)
        self._drawn.setAccessibleName(wording.say(DOMAIN, "time_out.hand_spoken", hand=form.hand_name))
        self._to_plan.setVisible(form.may_go_back)
        self._beside.show_form(form)
        self._other.show_other(form.other)
        self._show_expiry()
        self._lines.show_lines(form.which, form.lines)
        self._say_what_is_missing()
        self.focus_first_missing()

    def focus_first_missing(self) -> None:
        """Put the focus on the first line that is not answered yet."""
        self._lines.focus_first_missing()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the time since release run while somebody sees it."""
        super().showEvent(event)
        self._show_expiry()
        self._seconds.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let it rest."""
        super().hideEvent(event)
        self._seconds.stop()

    def _show_expiry(self) -> None:
        if self._form is not None:
            self._beside.show_expiry(self._form.expiry(self._clock.now()))

    def _say_what_is_missing(self) -> None:
        if self._form is None:
            return
        why_not = self._form.why_not(self._lines.ticked)
        self.tell(why_not or wording.say(DOMAIN, "time_out.complete", hand=self._form.hand_name))
        if why_not:
            self._pass.turn_off(why_not)
        else:
            self._pass.turn_on()

    def _answered_all(self) -> None:
        if self._form is not None and not self._form.missing(self._lines.ticked):
            self.wished.emit(self._form.passed())
