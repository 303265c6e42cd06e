"""The form of a new case: its text as typed, and what is wrong with it, field by field, in one sentence each.

Nothing typed is ever changed here, and nothing is accepted quietly: the check answers with a case, or with a
sentence for every field that stands against it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from app import wording
from app.clock import Reading
from app.read_models.new_case_steps import NewCase
from app.read_models.ready_time import read_ready_time
from injection_plan.people import Person
from injection_plan.procedure import Procedure
from injection_plan.product import SyringeFill
from injection_plan.protocol import Protocol
from injection_plan.times import local_time
from injection_plan.volume import NOTHING, Unreadable, Volume, read_volume, total

DOMAIN = "cases"
MARK_DECIMALS = 2
LONGEST = 120
LEAST_NAME = 2

PARTICIPANT = "participant"
PARTICIPANT_AGAIN = "participant_again"
CENTRE = "centre"
PERFORMER = "performer"
VERIFIER = "verifier"
PREPARED = "prepared"
LOT = "lot"
READY = "ready"
APPROVED = "approved"


def drawn_up_field(syringe: int) -> str:
    """Return the name of the field for what was drawn up into a syringe."""
    return f"drawn_up.{syringe}"


def mark_field(syringe: int) -> str:
    """Return the name of the field for the mark that a syringe starts at."""
    return f"mark.{syringe}"


@dataclass(frozen=True, slots=True)
class FillText:
    """What was typed for one syringe: drawn up, and the mark it starts at, both in millilitres."""

    syringe: int
    drawn_up: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NewCaseText:
    """The form as it stands, letter by letter."""

    participant: str = ""
    participant_again: str = ""
    centre: str = ""
    performer: str = ""
    verifier: str = ""
    prepared: str = ""
    lot: str = ""
    lot_not_recorded: bool = False
    ready: str = ""
    ready_not_recorded: bool = False
    fills: tuple[FillText, ...] = ()
    approved: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a form: the case when nothing is wrong, else a sentence for each field in order."""

    case: NewCase | None
    problems: dict[str, str] = field(default_factory=dict)


def form_of(stored: Procedure, offset_minutes: int) -> NewCaseText:
    """Return the form for a case that was begun, filled with what is on disk already."""
    product = stored.product
    ready = product.ready_at if product is not None else None
    return NewCaseText(
        participant=stored.participant,
        participant_again=stored.participant,
        centre=stored.centre,
        performer=stored.performer.name if stored.performer is not None else "",
        verifier=stored.verifier.name if stored.verifier is not None else "",
        prepared=wording.number(product.prepared) if product is not None else "",
        lot=(product.lot or "") if product is not None else "",
        lot_not_recorded=product is not None and product.lot is None,
        ready=f"{local_time(ready, offset_minutes):%Y-%m-%d %H:%M}" if ready is not None else "",
        ready_not_recorded=product is not None and ready is None,
        fills=tuple(
            FillText(state.syringe.number)
            if state.fill is None
            else FillText(
                state.syringe.number, wording.number(state.fill.drawn_up), wording.number(state.fill.mark)
            )
            for state in stored.syringes
        ),
    )


def drawn_up_in_all(text: NewCaseText) -> str:
    """Return what the syringes hold together as far as it can be read, and how many cannot be read yet."""
    read = [read_volume(fill.drawn_up) for fill in text.fills]
    volumes = [one for one in read if isinstance(one, Volume)]
    words: dict[str, str | int] = {
        "volume": wording.volume(total(volumes)),
        "count": len(read) - len(volumes),
    }
    return wording.say(DOMAIN, "new.sum" if len(volumes) == len(read) else "new.sum_so_far", **words)


def practice_people() -> tuple[str, str]:
    """Return the names of the built-in surgeon and nurse, who act in practice cases and nowhere else."""
    return wording.say("procedure", "practice.surgeon"), wording.say("procedure", "practice.nurse")


def check_new_case(text: NewCaseText, protocol: Protocol, now: Reading, *, practice: bool = False) -> Checked:
    """Check a whole form against the protocol at this moment; the practice people are nobody in a real case."""
    form = _Form(text, protocol, now)
    if not practice:
        form.refuse_practice_people()
    participant, centre = form.participant(), form.centre()
    performer, verifier = form.people()
    prepared = form.volume(PREPARED, text.prepared)
    lot, ready_at = form.lot(), form.ready_at()
    fills = form.fills(prepared)
    if not text.approved:
        form.refuse(APPROVED, "wrong.not_approved")
    if form.problems or performer is None or verifier is None or prepared is None:
        return Checked(None, form.problems)
    return Checked(NewCase(participant, centre, performer, verifier, prepared, lot, ready_at, fills))


class _Form:
    """One look at a form; `problems` gathers a sentence for each field, the first one found."""

    def __init__(self, text: NewCaseText, protocol: Protocol, now: Reading) -> None:
        self._text = text
        self._protocol = protocol
        self._now = now
        self.problems: dict[str, str] = {}

    def refuse(self, where: str, why: str, **fields: str | int) -> None:
        """Put down the first thing wrong with a field."""
        self.problems.setdefault(where, wording.say(DOMAIN, why, **fields))

    def participant(self) -> str:
        """Return the participant code, typed twice and of the protocol's form."""
        code, again = self._text.participant.strip(), self._text.participant_again.strip()
        if not code:
            self.refuse(PARTICIPANT, "wrong.participant_missing")
        elif re.fullmatch(self._protocol.participant_code, code) is None:
            self.refuse(PARTICIPANT, "wrong.participant_form", code=code)
        if not again:
            self.refuse(PARTICIPANT_AGAIN, "wrong.participant_again_missing")
        elif again != code:
            self.refuse(PARTICIPANT_AGAIN, "wrong.participant_differs")
        return code

    def centre(self) -> str:
        """Return the centre as it was typed."""
        centre = self._text.centre.strip()
        if not centre:
            self.refuse(CENTRE, "wrong.centre_missing")
        self._short(CENTRE, centre)
        return centre

    def people(self) -> tuple[Person | None, Person | None]:
        """Return the two people, who are two."""
        performer = self._person(PERFORMER, self._text.performer)
        verifier = self._person(VERIFIER, self._text.verifier)
        if performer is not None and verifier is not None and performer.is_same_as(verifier):
            self.refuse(VERIFIER, "wrong.one_person")
        return performer, verifier

    def refuse_practice_people(self) -> None:
        """Put down a person who exists for practice only."""
        built_in = [Person(name=name) for name in practice_people()]
        for where, typed in ((PERFORMER, self._text.performer), (VERIFIER, self._text.verifier)):
            name = " ".join(typed.split())
            if LEAST_NAME <= len(name) <= LONGEST and any(
                one.is_same_as(Person(name=name)) for one in built_in
            ):
                self.refuse(where, "wrong.practice_person")

    def _person(self, where: str, typed: str) -> Person | None:
        name = " ".join(typed.split())
        if len(name) < LEAST_NAME:
            self.refuse(where, f"wrong.{where}_missing")
            return None
        return Person(name=name) if self._short(where, name) else None

    def _short(self, where: str, typed: str) -> bool:
        if len(typed) > LONGEST:
            self.refuse(where, "wrong.too_long", most=LONGEST)
        return len(typed) <= LONGEST

    def volume(self, where: str, typed: str, *, decimals: int = 3) -> Volume | None:
        """Return a volume above nothing, or put down why it cannot be read."""
        read = read_volume(typed, decimals=decimals)
        if isinstance(read, Volume):
            if read > NOTHING:
                return read
            self.refuse(where, "wrong.nothing")
        elif read is Unreadable.EMPTY:
            self.refuse(where, "wrong.volume_missing")
        else:
            self.problems.setdefault(where, wording.unreadable(read))
        return None

    def lot(self) -> str | None:
        """Return the product lot; nothing only where it is said that it was not recorded."""
        lot = self._text.lot.strip()
        is_told = self._is_told(LOT, lot, not_recorded=self._text.lot_not_recorded)
        return lot if is_told and self._short(LOT, lot) else None

    def _is_told(self, where: str, typed: str, *, not_recorded: bool) -> bool:
        if not_recorded and typed:
            self.refuse(where, "wrong.both_said")
        if not not_recorded and not typed:
            self.refuse(where, f"wrong.{where}_missing")
        return bool(typed) and not not_recorded

    def ready_at(self) -> datetime | None:
        """Return when the product was ready, in UTC; nothing only where that was not recorded."""
        typed = self._text.ready.strip()
        if not self._is_told(READY, typed, not_recorded=self._text.ready_not_recorded):
            return None
        read = read_ready_time(typed, self._now)
        if isinstance(read, datetime):
            return read
        self.refuse(READY, f"wrong.ready_{read.value}")
        return None

    def fills(self, prepared: Volume | None) -> tuple[SyringeFill, ...]:
        """Return how each syringe was filled, none above its size, all together no more than was prepared."""
        fills = [fill for typed in self._text.fills if (fill := self._fill(typed)) is not None]
        drawn_up = total(fill.drawn_up for fill in fills)
        if prepared is not None and drawn_up > prepared:
            words = {"drawn_up": wording.volume(drawn_up), "prepared": wording.volume(prepared)}
            self.refuse(PREPARED, "wrong.too_much_drawn_up", **words)
        return tuple(fills)

    def _fill(self, typed: FillText) -> SyringeFill | None:
        drawn_up = self.volume(drawn_up_field(typed.syringe), typed.drawn_up)
        mark = self.volume(mark_field(typed.syringe), typed.mark, decimals=MARK_DECIMALS)
        if drawn_up is None or mark is None:
            return None
        size = self._protocol.syringe(typed.syringe).size
        if mark > size:
            self.refuse(mark_field(typed.syringe), "wrong.mark_above_size", size=wording.volume(size))
        elif mark > drawn_up:
            self.refuse(mark_field(typed.syringe), "wrong.mark_above_drawn_up")
        return SyringeFill(syringe=typed.syringe, drawn_up=drawn_up, mark=mark)
