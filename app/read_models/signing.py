"""Signing: who signs what, in which meaning; a full name typed exactly is the deliberate act.

No secret is asked here: the register of people, which will prove a name, comes later, and the screen says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app import wording
from injection_plan.commands import Sign
from injection_plan.procedure import Procedure
from injection_plan.terms import Role

DOMAIN = "closing"

NAME = "name"
MEANING = "meaning"


class Meaning(StrEnum):
    """What a signature may mean."""

    GAVE = "gave"
    VERIFIED = "verified"
    REVIEWED = "reviewed"


MEANINGS: dict[Role, tuple[Meaning, ...]] = {
    Role.PERFORMER: (Meaning.GAVE, Meaning.REVIEWED),
    Role.VERIFIER: (Meaning.VERIFIED, Meaning.REVIEWED),
}
"""Between which meanings the person in each role chooses."""


def meaning_words(meaning: Meaning) -> str:
    """Return the sentence that is signed."""
    return wording.say(DOMAIN, f"meaning.{meaning.value}")


@dataclass(frozen=True, slots=True)
class SignView:
    """One signature: whose, whether it can be given now, and what was signed when it was."""

    role: Role
    role_word: str
    name: str
    meanings: tuple[Meaning, ...]
    signed: str
    signed_at: str


@dataclass(frozen=True, slots=True)
class SignChecked:
    """The command when nothing is wrong, else a sentence for each field."""

    command: Sign | None
    problems: dict[str, str] = field(default_factory=dict)


def sign_views(procedure: Procedure) -> tuple[SignView, ...]:
    """Return the two signatures, the performer's first."""
    return tuple(_view(procedure, role) for role in (Role.PERFORMER, Role.VERIFIER))


def _view(procedure: Procedure, role: Role) -> SignView:
    person = procedure.person(role)
    signed = next(((one, stamp) for one, stamp in procedure.signatures if stamp.role is role), None)
    signed_at = ""
    if signed is not None:
        stamp = signed[1]
        signed_at = wording.date_time(stamp.recorded, stamp.offset_minutes)
    return SignView(
        role=role,
        role_word=wording.role(role),
        name=person.name if person is not None else "",
        meanings=MEANINGS[role],
        signed="" if signed is None else signed[0].meaning,
        signed_at=signed_at,
    )


def check_sign(procedure: Procedure, view: SignView, typed: str, meaning: Meaning | None) -> SignChecked:
    """Return the command when the meaning was chosen and the name typed is the signer's, letter by letter."""
    problems: dict[str, str] = {}
    if meaning is None:
        problems[MEANING] = wording.say(DOMAIN, "sign.meaning_missing")
    if not typed.strip():
        problems[NAME] = wording.say(DOMAIN, "sign.name_missing")
    elif typed.strip() != view.name:
        problems[NAME] = wording.say(DOMAIN, "sign.name_differs", name=view.name)
    if problems or meaning is None:
        return SignChecked(None, problems)
    return SignChecked(Sign(meaning=meaning_words(meaning), seen=procedure.version))
