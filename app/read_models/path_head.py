"""The head of the path: whose preparation this is, under which protocol file, and who the two people are."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol
from injection_plan.terms import TEAM

DOMAIN = "path"


@dataclass(frozen=True, slots=True)
class PathHead:
    """Title, subtitle, and people as pairs of their role and name."""

    title: str
    subtitle: str
    people: tuple[tuple[str, str], ...] = ()


def path_head(procedure: Procedure | None, protocol: Protocol) -> PathHead:
    """Return the head of the preparation of a case, or of one that is not open yet."""
    words: dict[str, str | int] = {"protocol": protocol.protocol, "version": protocol.version}
    if procedure is None:
        return PathHead(wording.say(DOMAIN, "title.new"), wording.say(DOMAIN, "subtitle.new", **words))
    words |= {"case": procedure.case, "centre": procedure.centre}
    people = tuple((wording.role(role), person.name) for role in TEAM if (person := procedure.person(role)))
    title = wording.say(DOMAIN, "title.case", participant=procedure.participant)
    return PathHead(title, wording.say(DOMAIN, "subtitle.case", **words), people)
