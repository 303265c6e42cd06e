"""Session: the one mutable object. It stamps, decides, applies unseen, appends on disk, only then shows."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta

from app.clock import Clock, Reading, jump_between
from app.journal import CaseRow, Journal, NotStored, Sealed
from injection_plan.acting import acting_person, acting_role
from injection_plan.commands import Command, Give, NoteClockJump, OpenCase
from injection_plan.decide import decide
from injection_plan.events import Entry
from injection_plan.people import Person, Stamp
from injection_plan.procedure import Procedure, apply
from injection_plan.rules.refusal import Refusal
from injection_plan.terms import Role, Standing

Listener = Callable[[Procedure], None]


class Session:
    """One case at one workstation: commands go in, stored entries come out, listeners are told afterwards.

    What the session shows is stored: `procedure` is replaced only after the journal has confirmed the entry.
    """

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        workstation: str,
        *,
        holder: Person,
        case: str,
        entries: tuple[Entry, ...] = (),
        head: str = "",
        procedure: Procedure | None = None,
        given_key: Role = Role.VERIFIER,
    ) -> None:
        """Take up a case; `holder` is who holds the keyboard until the verifier is named.

        `given_key` is the role of whoever holds the key or pedal that says Given, as the workstation is set.
        """
        self.case = case
        self.entries = entries
        self.head = head
        self.procedure = procedure
        self._journal = journal
        self._clock = clock
        self._workstation = workstation
        self._holder = holder
        self._given_key = given_key
        self._listeners: list[Listener] = []
        self._reading: Reading | None = None
        self._in_doubt: tuple[Entry, Procedure] | None = None

    @property
    def holder(self) -> Person:
        """Who holds the keyboard: the verifier, once there is one."""
        named = self.procedure.verifier if self.procedure is not None else None
        return named or self._holder

    def listen(self, listener: Listener) -> None:
        """Have `listener` called with the new state after every stored entry."""
        self._listeners.append(listener)

    def unlisten(self, listener: Listener) -> None:
        """Call `listener` no more; one that never listened is a fault (`ValueError`)."""
        self._listeners.remove(listener)

    def submit(self, command: Command, *, role: Role | None = None) -> Refusal | None:
        """Make a command happen, or return why it may not.

        Raises NotStored or StoreUnknown when the entry could not be put on disk; the state is then as it was,
        and the same press may be tried again.
        """
        self._settle_doubt()
        reading = self._clock.now()
        self._note_jump(reading)
        return self._enter(command, self._stamp(command, role, reading))

    def _enter(self, command: Command, stamp: Stamp) -> Refusal | None:
        answer = decide(self.procedure, command, stamp)
        if isinstance(answer, Refusal):
            return answer
        version = 1 if self.procedure is None else self.procedure.version + 1
        entry = Entry(case=self.case, version=version, key=secrets.token_hex(16), stamp=stamp, event=answer)
        self._store(entry, apply(self.procedure, entry))
        return None

    def _store(self, entry: Entry, after: Procedure) -> None:
        self._in_doubt = entry, after
        try:
            sealed = self._append(entry, after)
        except NotStored:
            self._in_doubt = None
            raise
        self._in_doubt = None
        self.entries = (*self.entries, entry)
        self.head = sealed.seal
        self.procedure = after
        for listener in tuple(self._listeners):
            listener(after)

    def _append(self, entry: Entry, after: Procedure) -> Sealed:
        body = entry.model_dump_json()
        return self._journal.append(entry.case, entry.version, entry.key, body, index_row(after))

    def _settle_doubt(self) -> None:
        """Before anything else is asked, find out what became of an entry whose storing nobody could tell.

        It is not appended anew: its key is looked up, and it is shown if it turns out to be on disk.
        """
        if self._in_doubt is None:
            return
        entry, after = self._in_doubt
        try:
            self._store(entry, after)
        except NotStored:
            # It is certain now that it was never stored; what is asked next is decided on the old state.
            return

    def _note_jump(self, reading: Reading) -> None:
        last, self._reading = self._reading, reading
        if last is None or self.procedure is None or self.procedure.is_signed:
            return
        jump = jump_between(last, reading)
        if jump is not None:
            note = NoteClockJump(by_ms=jump.by_ms)
            self._enter(note, self._stamp(note, None, reading))

    def _stamp(self, command: Command, role: Role | None, reading: Reading) -> Stamp:
        acting = role or acting_role(command)
        named = self.procedure.person(acting) if self.procedure is not None else None
        return Stamp(
            acted_by=acting_person(command) or named or self._holder,
            role=Role.VERIFIER if isinstance(command, OpenCase) else acting,
            entered_by=self._who_entered(command),
            workstation=self._workstation,
            recorded=reading.utc,
            offset_minutes=reading.offset_minutes,
            tick_ms=reading.tick_ms,
            run=reading.run,
        )

    def _who_entered(self, command: Command) -> Person:
        """Return who pressed: a Given comes from its own key or pedal, everything else from the keyboard."""
        if isinstance(command, Give) and self.procedure is not None:
            return self.procedure.person(self._given_key) or self.holder
        return self.holder

    def since(self, stamp: Stamp) -> timedelta:
        """Return how long ago an entry was recorded, by the wall clock and never negative."""
        return max(self._clock.now().utc - stamp.recorded, timedelta())


def index_row(procedure: Procedure) -> CaseRow:
    """Return what the list of cases says of a case; derived, and stored in the same transaction."""
    standings = [one.standing for one in procedure.planned]
    return CaseRow(
        case_id=procedure.case,
        participant=procedure.participant,
        practice=procedure.practice,
        state=procedure.phase.value,
        planned=len(standings),
        given=sum(one.is_given for one in procedure.planned),
        verified=standings.count(Standing.VERIFIED),
        omitted=standings.count(Standing.OMITTED),
        given_ul=procedure.given_volume.microlitres,
        last_entry_utc=procedure.last.recorded.isoformat(timespec="milliseconds"),
    )
