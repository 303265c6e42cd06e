"""What is played at the hands: every aliquot, with an omission, another volume, a void and a mark that differs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import wording
from app.read_models.spoken_check import spoken_check
from injection_plan.procedure import Procedure
from injection_plan.terms import Injected
from injection_plan.volume import Volume
from ui.guidance.dialogs.differ import DifferQuestion
from ui.guidance.dialogs.plain import OmitQuestion
from ui.guidance.dialogs.void import VoidQuestion
from ui.pedal import BURST_MS
from ui.rehearsal.keyboard import Keyboard, OutOfReachError
from ui.rehearsal.seat import Look, Tell

DOMAIN = "command_line"
OTHER_VOLUME_AT: Final = 4
OMITTED_AT: Final = 8
VOIDED_AT: Final = 11
DIFFERING_AT: Final = 15
LESS: Final = Volume(50)
LOCK_OUT_SLACK_MS: Final = 40

Asked = TypeVar("Asked", bound=QWidget)


class LivePart:
    """Plays the live case through keys; `procedure` shows it the case as stored, `look` keeps a screenshot.

    Every aliquot that something else happens to is the one that is next, and so one that is planned.
    """

    def __init__(
        self,
        keyboard: Keyboard,
        procedure: Callable[[], Procedure],
        look: Look,
        tell: Tell,
        time_out: Callable[[], None],
    ) -> None:
        """Take a seat in front of an open practice case; `time_out` answers the one that is due, if any is."""
        self._keyboard = keyboard
        self._procedure = procedure
        self._look = look
        self._tell = tell
        self._time_out = time_out
        self._since_given = QElapsedTimer()

    def play(self) -> None:
        """Play until every planned aliquot is settled and every mark is read."""
        special: dict[int, Callable[[], None]] = {
            OTHER_VOLUME_AT: self._other_volume,
            OMITTED_AT: self._omit,
            VOIDED_AT: self._void,
            DIFFERING_AT: self._mark_differs,
        }
        number = 0
        while self._procedure().current is not None:
            number += 1
            self._time_out()
            self._say_aloud()
            special.pop(number, self._plain)()
            if number == 2:
                self._look("given-and-verified")
        self._look("settled")

    def _say_aloud(self) -> None:
        """Answer for the syringe that is taken up, where the screen asks it."""
        asked = spoken_check(self._procedure()).answered
        if asked is None:
            return
        if not self._procedure().prepared.read_aloud:
            self._look("say-aloud")
        self._keyboard.press(Qt.Key.Key_K)
        self._keyboard.wait(BURST_MS)
        if asked.syringe not in self._procedure().prepared.read_aloud:
            raise OutOfReachError("K did not answer for the syringe")

    def _plain(self) -> None:
        self._give()
        self._read_rightly()

    def _give(self) -> None:
        locked_ms = self._procedure().protocol.limits.lock_out_ms + LOCK_OUT_SLACK_MS
        if self._since_given.isValid():
            self._keyboard.wait(max(locked_ms - self._since_given.elapsed(), BURST_MS))
        before = self._procedure().version
        self._keyboard.press(Qt.Key.Key_Space)
        self._since_given.start()
        if self._procedure().version == before:
            raise OutOfReachError("Space did not give")

    def _read_rightly(self) -> None:
        self._enter(self._expected())

    def _enter(self, mark: Volume) -> None:
        self._keyboard.type(wording.number(mark))
        self._keyboard.press(Qt.Key.Key_Return)

    def _expected(self) -> Volume:
        procedure = self._procedure()
        owed = procedure.owed
        assert owed is not None, "a mark is owed after every Given"
        expected = procedure.syringe(owed.syringe).expected
        assert expected is not None, "a syringe that gave was filled"
        return expected

    def _current_words(self) -> str:
        current = self._procedure().current
        assert current is not None, "it was looked at just now"
        return wording.aliquot(current.code)

    def _other_volume(self) -> None:
        words = self._current_words()
        self._keyboard.press(Qt.Key.Key_W)
        question = _question(DifferQuestion)
        self._keyboard.write(wording.number(_planned(self._procedure()) - LESS))
        self._keyboard.tab_to(question.reason)
        self._keyboard.write(wording.say(DOMAIN, "play.reason.resistance"))
        self._look("what-differed")
        self._keyboard.confirm()
        self._since_given.start()
        self._tell(wording.say(DOMAIN, "play.other_volume", aliquot=words))
        self._read_rightly()

    def _omit(self) -> None:
        words = self._current_words()
        self._keyboard.press(Qt.Key.Key_O)
        _question(OmitQuestion)
        self._keyboard.write(wording.say(DOMAIN, "play.reason.blanching"))
        self._look("omit")
        self._keyboard.confirm()
        self._tell(wording.say(DOMAIN, "play.omitted", aliquot=words))

    def _void(self) -> None:
        words = self._current_words()
        self._give()
        self._look("mark-owed")
        self._keyboard.press(Qt.Key.Key_U)
        question = _question(VoidQuestion)
        self._keyboard.tab_to(question.answers[Injected.NO])
        self._keyboard.press(Qt.Key.Key_Space)
        self._keyboard.tab_to(question.reason)
        self._keyboard.write(wording.say(DOMAIN, "play.reason.too_early"))
        self._look("void")
        self._keyboard.confirm()
        self._tell(wording.say(DOMAIN, "play.voided", aliquot=words))
        self._plain()

    def _mark_differs(self) -> None:
        words = self._current_words()
        self._give()
        wrong = self._expected() + LESS
        self._enter(wrong)
        self._look("read-again")
        self._enter(wrong)
        self._look("mark-differs")
        self._tell(wording.say(DOMAIN, "play.differs", aliquot=words))


def _planned(procedure: Procedure) -> Volume:
    current = procedure.current
    assert current is not None, "it was looked at just now"
    assert current.planned is not None, "what waits is planned"
    return current.planned


def _question(kind: type[Asked]) -> Asked:
    shown = QApplication.activeModalWidget()
    if not isinstance(shown, kind):
        raise OutOfReachError(kind.__name__)
    return shown
