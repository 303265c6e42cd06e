"""The preparation of a case: leads from step to step, and puts what each says onto the disk before it goes on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app import wording
from app.edition import Edition
from app.read_models.path import PREPARING, path_of
from app.read_models.path_head import path_head
from app.read_models.set_up_form import SetUpText
from injection_plan.commands import Command
from injection_plan.plan_checks import Finding
from injection_plan.procedure import Procedure
from injection_plan.rules.refusal import Refusal
from injection_plan.terms import Step
from ui.planning.path_page import PathPage
from ui.planning.step_page import StepPage
from ui.session_signals import SessionSignals
from ui.windows.desk import Desk
from ui.windows.setting_up import SettingUp
from ui.windows.step_pages import StepPages

DOMAIN = "path"


class Preparation(QObject):
    """Leads a new case, or one that was begun, to its approved plan; what is stored stays if a step fails."""

    begun = Signal(object)
    """The `SessionSignals` of a new case, before its first command."""

    prepared = Signal(object)
    """The `Session` whose plan is approved."""

    left = Signal()
    """Somebody wants back to the list; what is stored is a draft."""

    save_wanted = Signal(str)
    """The name of a paper of the case that somebody wants saved: `plan_sheet` or `worksheet`."""

    print_wanted = Signal(str)
    """The name of a paper that somebody wants printed."""

    def __init__(
        self,
        desk: Desk,
        edition: Edition,
        pages: QStackedWidget,
        signals: SessionSignals | None,
        parent: QObject | None = None,
    ) -> None:
        """Show the path; with `signals` it starts with what that case has stored."""
        super().__init__(parent)
        self._desk = desk
        self._edition = edition
        self.signals: SessionSignals | None = None
        self._unrecorded: set[Step] = set()
        self._was_approved = False
        self._warned_of_leaving = False
        self._is_showing = False
        self._refusal = ""
        self._path = PathPage()
        self._setting_up = SettingUp(desk, edition, self)
        self._steps: StepPages | None = None
        self._path.add_step(Step.SET_UP, self._setting_up.page)
        self._path.step_wanted.connect(self._go_to)
        self._path.go_on_wanted.connect(self._go_on)
        self._path.left.connect(self._leave)
        self._path.save_wanted.connect(self.save_wanted)
        self._path.print_wanted.connect(self.print_wanted)
        self._setting_up.page.edited.connect(lambda: self._note_unrecorded(Step.SET_UP))
        self._setting_up.begun.connect(self._listen)
        self._setting_up.begun.connect(self.begun)
        pages.addWidget(self._path)
        pages.setCurrentWidget(self._path)
        if signals is None:
            self._show_step(Step.SET_UP)
            return
        self._listen(signals)
        self._is_showing = True
        self._setting_up.take_up(signals)
        self._is_showing = False
        if signals.procedure is not None:
            self._take_up(signals.procedure)
        self._go_to(self._first_open())

    @property
    def is_practice(self) -> bool:
        """Whether this is the preparation of a practice case."""
        return self._edition.practice

    @property
    def text(self) -> SetUpText:
        """What is typed of a case that is not open yet, so that leaving the page loses nothing."""
        return self._setting_up.page.text

    def show_text(self, text: SetUpText) -> None:
        """Put back what was typed before the page was left."""
        self._setting_up.page.show_text(text)

    def show_plan(self) -> None:
        """Go to the plan, as when somebody comes back from the time-out."""
        self._go_to(Step.PLAN)

    @property
    def _procedure(self) -> Procedure | None:
        return self.signals.procedure if self.signals is not None else None

    def _listen(self, signals: SessionSignals) -> None:
        self.signals = signals
        signals.refused.connect(self._say_refused)
        signals.changed.connect(self._follow_case)

    def _take_up(self, procedure: Procedure) -> None:
        """Make the pages of the steps, once there is a case that they can show."""
        self._setting_up.page.lock_the_case()
        if self._steps is not None:
            return
        self._was_approved = procedure.approved
        self._steps = StepPages(self)
        for step, page in self._steps.pages.items():
            self._path.add_step(step, page)
            page.wished.connect(self._store)
            page.edited.connect(lambda step=step: self._note_unrecorded(step))
        self._steps.finding_wanted.connect(self._point_at)

    def _first_open(self) -> Step:
        """Return the first step at which something is missing; at the end of the path, the plan."""
        for one in path_of(self._procedure, self._desk.now()):
            if one.step in PREPARING and one.missing:
                return one.step
        return Step.PLAN

    def _follow_case(self, procedure: Procedure) -> None:
        self._take_up(procedure)
        if self._was_approved and not procedure.approved:
            approved = procedure.prepared.was_approved
            self._refusal = wording.say(
                DOMAIN, "told.fell", who=approved.acted_by.name if approved is not None else ""
            )
        self._was_approved = procedure.approved
        self._show()

    def _note_unrecorded(self, step: Step) -> None:
        """Mark a step where something is typed; what is put into a page because it is stored is nothing typed."""
        if self._is_showing:
            return
        self._unrecorded.add(step)
        self._forget_what_is_stored()
        self._warned_of_leaving = False
        self._refusal = ""
        self._show_path()

    def _forget_what_is_stored(self) -> None:
        """Take the mark of a step off the path once its page has nothing on it but what is stored."""
        if self._steps is not None:
            pages = self._steps.pages
            self._unrecorded -= {step for step, page in pages.items() if not page.has_unrecorded}

    def _show(self) -> None:
        procedure, page = self._procedure, self._page
        now = self._desk.now()
        if procedure is not None and page is not None:
            self._is_showing = True
            page.show_case(procedure, now)
            self._is_showing = False
            self._forget_what_is_stored()
        head = path_head(procedure, self._edition.protocol)
        self._path.set_head(head.title, head.subtitle)
        self._path.set_facts(head.people)
        self._show_path()

    def _show_path(self) -> None:
        steps = path_of(self._procedure, self._desk.now())
        self._path.show_path(
            steps, frozenset(self._unrecorded) if self._procedure is not None else frozenset()
        )
        mine = next(one for one in steps if one.step is self._path.now)
        blocked = self._path.now is Step.PLAN and (self._procedure is None or not self._procedure.approved)
        self._path.offer_to_go_on(offered=not blocked)
        if self._refusal:
            self._path.tell(self._refusal, wrong=True)
        elif self._procedure is None:
            self._path.tell(wording.say(DOMAIN, "told.first"))
        else:
            self._path.tell(mine.missing or wording.say(DOMAIN, "told.nothing"))

    @property
    def _page(self) -> StepPage | None:
        return self._steps.pages.get(self._path.now) if self._steps is not None else None

    def _go_to(self, step: Step) -> None:
        """Record what can be recorded of the step that is left; what cannot stays typed, and is marked on the path."""
        if self._procedure is None and step is not Step.SET_UP:
            return
        if step is not self._path.now and self._path.now in self._unrecorded:
            self._record()
        self._refusal = ""
        self._show_step(step)

    def _show_step(self, step: Step) -> None:
        """Show a step, with the focus where one begins there."""
        self._path.show_step(step)
        self._show()
        if self._page is not None:
            self._page.point_at("")
        elif step is Step.SET_UP:
            self._setting_up.page.start_typing()

    def _go_on(self) -> None:
        self._refusal = ""
        before = self._procedure.version if self._procedure is not None else 0
        if not self._record():
            if not self._refusal:
                self._refusal = wording.say(DOMAIN, "told.wrong")
            self._show_path()
            return
        at = PREPARING.index(self._path.now)
        if before and self._is_half_way(before):
            return
        if at + 1 < len(PREPARING):
            self._show_step(PREPARING[at + 1])
        elif self.signals is not None and self._procedure is not None and self._procedure.approved:
            self.prepared.emit(self.signals.session)

    def _is_half_way(self, before: int) -> bool:
        """Say whether something was recorded just now at a step that still misses something: one stays there then."""
        if self._procedure is None or self._procedure.version == before:
            return False
        steps = path_of(self._procedure, self._desk.now())
        return any(one.step is self._path.now and one.missing for one in steps)

    def _record(self) -> bool:
        """Put what is typed at this step onto the disk, and say whether nothing of it is left."""
        if self._path.now is Step.SET_UP:
            is_stored = self._setting_up.record()
            self._unrecorded -= {Step.SET_UP} if is_stored else set()
            return is_stored
        commands = self._page.record() if self._page is not None else None
        if commands is None:
            return False
        step = self._path.now
        if not self._store(commands):
            return False
        self._unrecorded.discard(step)
        return True

    def _store(self, commands: Iterable[Command]) -> bool:
        """Store one command after the other; the first that is refused or not stored ends it, and nothing is lost.

        An approval leads on to the time-out, as the button that gives it says.
        """
        signals, was_approved = self.signals, self._was_approved
        if signals is None or not all(signals.submit(command) for command in commands):
            return False
        if self._was_approved and not was_approved:
            self.prepared.emit(signals.session)
        return True

    def _point_at(self, finding: Finding) -> None:
        """Lead to the thing on the screen that a finding is about."""
        self._go_to(finding.step if finding.step in PREPARING else Step.PLAN)
        if self._page is not None:
            self._page.point_at(finding.about)

    def _say_refused(self, refusal: Refusal) -> None:
        self._refusal = wording.refusal(refusal)
        self._show_path()

    def _leave(self) -> None:
        """Leave at once what is recorded or not opened yet; else say once what would be lost."""
        if self._procedure is None or self._nothing_left_unrecorded():
            self.left.emit()

    def _nothing_left_unrecorded(self) -> bool:
        if self._path.now in self._unrecorded:
            self._record()
        if not self._unrecorded or self._warned_of_leaving:
            return True
        self._warned_of_leaving = True
        names = ", ".join(wording.step(step) for step in PREPARING if step in self._unrecorded)
        self._refusal = wording.say(DOMAIN, "told.unrecorded", steps=names)
        self._show_path()
        return False
