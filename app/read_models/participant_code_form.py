"""A wrong participant code is put right by an entry with a reason: the right one, typed twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app import wording
from injection_plan.commands import CorrectParticipantCode
from injection_plan.procedure import Procedure

DOMAIN = "closing"

CODE = "code"
AGAIN = "again"
REASON = "reason"


@dataclass(frozen=True, slots=True)
class CodeText:
    """The form as it stands, letter by letter."""

    code: str = ""
    again: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CodeChecked:
    """The command when nothing is wrong, else a sentence for each field in order."""

    command: CorrectParticipantCode | None
    problems: dict[str, str] = field(default_factory=dict)


def check_participant_code(procedure: Procedure, text: CodeText) -> CodeChecked:
    """Check both codes against each other, against the protocol's form and against the recorded one."""
    problems: dict[str, str] = {}
    code, again = text.code.strip(), text.again.strip()
    if not code:
        problems[CODE] = wording.say(DOMAIN, "code.missing")
    elif re.fullmatch(procedure.protocol.participant_code, code) is None:
        problems[CODE] = wording.say(DOMAIN, "code.form", code=code)
    elif code == procedure.participant:
        problems[CODE] = wording.say(DOMAIN, "code.same")
    if not again:
        problems[AGAIN] = wording.say(DOMAIN, "code.again_missing")
    elif again != code:
        problems[AGAIN] = wording.say(DOMAIN, "code.differs")
    if not text.reason.strip():
        problems[REASON] = wording.say(DOMAIN, "dialog.reason_missing")
    if problems:
        return CodeChecked(None, problems)
    return CodeChecked(CorrectParticipantCode(participant=code, reason=text.reason))
