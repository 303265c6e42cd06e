"""The closed words of the procedure: roles, phases, standings, occasions, answers. Nothing here is checked or stored.

They stand apart from the facts because everybody needs them, also where no case is open: the list of cases says
its phases without loading what checks a stored fact.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """In which capacity a person acts in a case."""

    PERFORMER = "performer"
    VERIFIER = "verifier"
    INVESTIGATOR = "investigator"
    PREPARER = "preparer"


TEAM = (Role.PERFORMER, Role.VERIFIER)
"""The two roles that stand at the hands and sign; each is held by one person at a time."""


class Phase(StrEnum):
    """Where a case is in its life."""

    DRAFT = "draft"
    PLANNED = "planned"
    TIME_OUT = "time-out"
    INJECTING = "injecting"
    PAUSED = "paused"
    STOPPED = "stopped"
    SETTLED = "settled"
    RECONCILED = "reconciled"
    SIGNED = "signed"


class Standing(StrEnum):
    """What an aliquot or an extra pass is at this moment."""

    NOT_PLANNED = "not planned"
    PLANNED = "planned"
    MARK_OWED = "mark owed"
    NOT_READ = "not read"
    VERIFIED = "verified"
    MARK_DIFFERS = "mark differs"
    OMITTED = "omitted"
    UNKNOWN = "unknown"


class Occasion(StrEnum):
    """When a plunger mark is read: after an aliquot, on return to a syringe, or at its end."""

    AFTER = "after"
    START = "start"
    END = "end"


class Injected(StrEnum):
    """The answer to: was product injected there?"""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not sure"


class Verdict(StrEnum):
    """What the investigator decided: that what a criterion says is so of this participant, or that it is not."""

    MET = "met"
    NOT_MET = "not met"


class Step(StrEnum):
    """The steps of one case on its visible path, in order."""

    SET_UP = "set-up"
    ELIGIBILITY = "eligibility"
    PRODUCT = "product"
    SYRINGES = "syringes"
    HANDS = "hands"
    PLAN = "plan"
    TIME_OUT = "time-out"
    INJECT = "inject"
    CLOSE = "close"


class Severity(StrEnum):
    """How a finding about a plan bears on its approval."""

    BLOCKS = "blocks"
    WARNS = "warns"
    NOTE = "note"


class FindingKind(StrEnum):
    """What was found at a finger, an entry site or along a pass; each kind has a mark of its own on the hands."""

    ULCER = "ulcer"
    CONTRACTURE = "contracture"
    MISSING = "missing part"
    ATROPHIC = "atrophic skin"
    OTHER = "other"


class EndsAt(StrEnum):
    """At which joint a finger ends whose part beyond it is missing."""

    DIP = "DIP"
    IP = "IP"
    PIP = "PIP"
    MCP = "MCP"
