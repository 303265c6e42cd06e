"""The words of what is found on a hand, where it is, and what the investigator decided."""

from __future__ import annotations

from typing import Protocol

from app.wording.anatomy import aliquot, finger, site
from app.wording.catalogue import say
from injection_plan.anatomy import FINGERS, SITES
from injection_plan.terms import EndsAt, FindingKind, Severity, Step, Verdict

DOMAIN = "entries"


class FoundOnAHand(Protocol):
    """Whatever was found on a hand: asked for no more than its words, so that no stored fact is loaded for them."""

    @property
    def where(self) -> str:
        """The code of a finger, an entry site or a pass."""

    @property
    def kind(self) -> FindingKind:
        """What was found."""

    @property
    def ends_at(self) -> EndsAt | None:
        """The joint at which the finger ends, where a part of it is missing."""

    @property
    def note(self) -> str:
        """The performer's own words."""


def _key(group: str, value: str) -> str:
    return f"{group}.{value.replace(' ', '_').replace('-', '_')}"


def place(code: str) -> str:
    """Return a finger, an entry site or a pass in full words: Patient's LEFT · little · ulnar side."""
    if code in FINGERS:
        return finger(FINGERS[code])
    return site(SITES[code]) if code in SITES else aliquot(code)


def finding_kind(kind: FindingKind) -> str:
    """Return what was found: ulcer, contracture, missing part."""
    return say(DOMAIN, _key("finding", kind.value))


def hand_finding(finding: FoundOnAHand) -> str:
    """Return a finding as one phrase: what, where, and in the performer's words."""
    kind = finding_kind(finding.kind)
    if finding.ends_at is not None:
        kind = say(DOMAIN, "finding.ends_at", kind=kind, joint=finding.ends_at.value)
    return say(DOMAIN, "finding.phrase", place=place(finding.where), kind=kind, note=finding.note)


def verdict(which: Verdict) -> str:
    """Return what was decided of a criterion: met, or not met."""
    return say(DOMAIN, _key("verdict", which.value))


def severity(which: Severity) -> str:
    """Return how a finding about a plan bears on approval: blocks, warns, note."""
    return say(DOMAIN, _key("severity", which.value))


def step(which: Step) -> str:
    """Return the name of a step on the path of a case: Eligibility."""
    return say(DOMAIN, _key("step", which.value))


def line_name(name: str) -> str:
    """Return the lasting name of a line, criterion or item as words: contracture or ulcer."""
    return name.replace("_", " ")
