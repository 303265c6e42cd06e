"""Whose record it is, which one, and how far: what every page carries."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.record.checked_case import SoundCase
from app.record.content.words import say

SHOWN_OF_A_SEAL = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """What every page carries; `head` is the seal of the last entry, `digest` that of the protocol file, in hex."""

    participant: str
    centre: str
    case: str
    revision: int
    practice: bool
    signed: bool
    unblinding: str
    head: str
    entries: int
    software: str
    protocol: str
    protocol_version: str
    digest: str
    last_entry: str

    @property
    def title(self) -> str:
        """A neutral name for the file's own title, without the arm."""
        return say("file.title", participant=self.participant, case=self.case, revision=self.revision)

    @property
    def banner(self) -> str:
        """What stands across every page that must not be taken for a final record of a real case, or nothing."""
        if self.practice:
            return say("banner.practice" if self.signed else "banner.practice.draft")
        return "" if self.signed else say("banner.draft")

    @property
    def record_line(self) -> str:
        """Which record, which revision, and whether it is final."""
        key = "head.signed" if self.signed else "head.draft"
        return say("head.record", case=self.case, revision=self.revision, state=say(key))

    @property
    def foot_lines(self) -> tuple[str, str]:
        """The two lines at the foot of every page."""
        first = say(
            "foot.identity",
            participant=self.participant,
            case=self.case,
            revision=self.revision,
            head=short_seal(self.head),
            entries=self.entries,
        )
        second = say(
            "foot.versions",
            software=self.software,
            protocol=self.protocol,
            version=self.protocol_version,
            digest=self.digest[:SHOWN_OF_A_SEAL],
        )
        return first, second


def identity(sound: SoundCase, software: str) -> Identity:
    """Return what every page of a case's record carries, written by this software."""
    procedure = sound.procedure
    last = procedure.last
    return Identity(
        participant=procedure.participant,
        centre=procedure.centre,
        case=procedure.case,
        revision=procedure.revision,
        practice=procedure.practice,
        signed=procedure.is_signed,
        unblinding=procedure.protocol.texts.unblinding,
        head=sound.head,
        entries=len(sound.entries),
        software=software,
        protocol=procedure.protocol.protocol,
        protocol_version=procedure.protocol.version,
        digest=procedure.protocol_digest,
        last_entry=wording.date_time(last.recorded, last.offset_minutes),
    )


def short_seal(seal: str) -> str:
    """Return the first and last eight characters of a seal, as they are compared by eye."""
    return f"{seal[:SHOWN_OF_A_SEAL]} … {seal[-SHOWN_OF_A_SEAL:]}"
