"""What every page of a paper carries: whose it is, of which protocol, and what it must not be taken for."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.record.checked_case import SoundCase
from app.record.content.identity import SHOWN_OF_A_SEAL, short_seal
from app.record.papers.words import say
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Carried:
    """What every page carries; without a case the codes are empty, to be written in by hand.

    `paper` is its name; `warning` stands across every page where it is no approved plan; `digest` is that of the
    protocol file, and `state` says from which entry it was printed.
    """

    paper: str
    participant: str
    centre: str
    case: str
    practice: bool
    warning: str
    unblinding: str
    protocol: str
    version: str
    digest: str
    software: str
    state: str

    @property
    def title(self) -> str:
        """A neutral name for the file's own title, without the arm."""
        if not self.case:
            return say("file.title.blank", paper=self.paper, protocol=self.protocol, version=self.version)
        return say("file.title", paper=self.paper, participant=self.participant, case=self.case)

    @property
    def whose(self) -> str:
        """Whose paper it is, in one line; of no case, whose it is not."""
        if not self.case:
            return say("whose.blank")
        return say("whose", participant=self.participant, case=self.case)

    @property
    def foot_lines(self) -> tuple[str, str]:
        """The two lines at the foot of every page."""
        first = say("foot.paper", paper=self.paper, whose=self.whose)
        if self.state:
            first = say("foot.state", line=first, state=self.state)
        second = say(
            "foot.versions",
            software=self.software,
            protocol=self.protocol,
            version=self.version,
            digest=self.digest[:SHOWN_OF_A_SEAL],
        )
        return first, second


def carried_by_case(sound: SoundCase, paper: str, software: str) -> Carried:
    """Return what the pages of a paper about a case carry."""
    procedure = sound.procedure
    if procedure.plan is None:
        warning = say("warning.no_plan")
    else:
        warning = "" if procedure.approved else say("warning.not_approved")
    return Carried(
        paper=paper,
        participant=procedure.participant,
        centre=procedure.centre,
        case=procedure.case,
        practice=procedure.practice,
        warning=warning,
        unblinding=procedure.protocol.texts.unblinding,
        protocol=procedure.protocol.protocol,
        version=procedure.protocol.version,
        digest=procedure.protocol_digest,
        software=software,
        state=say("state", version=procedure.version, head=short_seal(sound.head)),
    )


def approval_of(procedure: Procedure) -> str:
    """Return who approved the plan of a case and when, or that nobody did."""
    stamp = procedure.prepared.approved_by
    if stamp is None or not procedure.approved:
        return say("warning.not_approved")
    when = wording.date_time(stamp.recorded, stamp.offset_minutes)
    return say("plan.approved", person=stamp.acted_by.name, when=when)


def carried_without_case(protocol: Protocol, digest: str, paper: str, software: str) -> Carried:
    """Return what the pages of a paper carry that belongs to no case yet."""
    return Carried(
        paper=paper,
        participant="",
        centre="",
        case="",
        practice=False,
        warning="",
        unblinding=protocol.texts.unblinding,
        protocol=protocol.protocol,
        version=protocol.version,
        digest=digest,
        software=software,
        state="",
    )
