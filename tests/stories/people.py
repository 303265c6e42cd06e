"""The people, the protocol and the counted clock of every story."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from app.protocol_file import ReadProtocol, read_shipped_protocol
from injection_plan.people import Person, Stamp
from injection_plan.protocol import Protocol
from injection_plan.terms import Role

SURGEON = Person(name="Practice surgeon")
NURSE = Person(name="Practice nurse")
INVESTIGATOR = Person(name="Practice investigator")
SECOND_SURGEON = Person(name="Second surgeon")
SECOND_NURSE = Person(name="Second nurse")


@cache
def shipped_protocol() -> Protocol:
    read = read_shipped_protocol()
    assert isinstance(read, ReadProtocol)
    return read.protocol


@dataclass(frozen=True)
class Moment:
    """A counted clock: nobody reads a real one, so a story takes no time and is the same every day."""

    utc: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    offset_minutes: int = 60
    tick_ms: int = 5_000
    run: str = "first"

    def later(self, passed: timedelta) -> "Moment":
        return replace(
            self, utc=self.utc + passed, tick_ms=self.tick_ms + passed // timedelta(milliseconds=1)
        )

    def stamp(self, person: Person, role: Role) -> Stamp:
        return Stamp(
            acted_by=person,
            role=role,
            entered_by=NURSE,
            workstation="theatre 1",
            recorded=self.utc,
            offset_minutes=self.offset_minutes,
            tick_ms=self.tick_ms,
            run=self.run,
        )
