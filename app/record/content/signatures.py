"""Who signed, with what meaning and when, as it stands in the journal; and the boxes for signatures in ink."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.record.content.words import moment, say
from injection_plan.procedure import Procedure
from injection_plan.terms import TEAM, Role


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """One box: whose it is, the lines of what was signed at the workstation, and the words of its ink line."""

    name: str
    role: str
    lines: tuple[str, ...]
    ink: str
    is_signed: bool


def signature_boxes(procedure: Procedure) -> tuple[SignatureBox, ...]:
    """Return a box for each person of the case, signed or not, and one for the investigator, for ink alone."""
    investigator = SignatureBox(
        "", say("signature.investigator"), (), say("signature.ink.named"), is_signed=False
    )
    return (*(_box(procedure, role) for role in TEAM), investigator)


def _box(procedure: Procedure, role: Role) -> SignatureBox:
    signed = next(((event, stamp) for event, stamp in procedure.signatures if stamp.role is role), None)
    holder = procedure.person(role)
    if signed is None:
        name = say("not_named") if holder is None else holder.name
        unsigned = (say("signature.none"),)
        return SignatureBox(name, wording.role(role), unsigned, say("signature.ink"), is_signed=False)
    event, stamp = signed
    entered = say(
        "signature.entered",
        moment=moment(stamp),
        entered=stamp.entered_by.name,
        workstation=stamp.workstation,
    )
    words = (event.meaning, entered)
    return SignatureBox(stamp.acted_by.name, wording.role(role), words, say("signature.ink"), is_signed=True)
