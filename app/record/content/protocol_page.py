"""The protocol page: which version of which protocol, its source and its digest, and what the source leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app import wording
from app.read_models import protocol_sections
from app.read_models.protocol_sections import Section
from app.record.content.words import say
from injection_plan.criteria import CriterionKind
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol, Status

SECTIONS = (
    protocol_sections.criteria,
    protocol_sections.day_check,
    protocol_sections.time_out,
    protocol_sections.syringe_check,
    protocol_sections.sign_out,
    protocol_sections.supplies,
)
"""The parts of the protocol that are printed word for word, in the order in which they are come to."""


@dataclass(frozen=True, slots=True)
class OpenPointRow:
    """One open point: what it is, what the protocol file says, and how sure that is; open until confirmed."""

    point: str
    says: str
    status: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ProtocolContent:
    """Labelled lines about the protocol, its open points, and what is asked and laid out before and after.

    Each of the `sections` says which part of it nobody has confirmed.
    """

    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    open_points: tuple[OpenPointRow, ...]


def protocol_content(procedure: Procedure) -> ProtocolContent:
    """Return what the record says about the protocol that the case carries."""
    protocol = procedure.protocol
    return ProtocolContent(
        facts=tuple((say(f"protocol.{key}"), text) for key, text in _facts(procedure, protocol).items()),
        sections=tuple(one for section in SECTIONS if (one := section(protocol)).rows),
        open_points=tuple(
            OpenPointRow(one.point, one.says, say(_status(one.status)), one.status is not Status.CONFIRMED)
            for one in protocol.open_points
        ),
    )


def _facts(procedure: Procedure, protocol: Protocol) -> dict[str, str]:
    limits, texts = protocol.limits, protocol.texts
    return {
        "name": protocol.protocol,
        "title": protocol.title,
        "version": protocol.version,
        "digest": procedure.protocol_digest,
        "source": protocol.source,
        "counts": say(
            "protocol.counts.text",
            sites=len(protocol.entry_sites),
            aliquots=len(protocol.aliquots),
            syringes=len(protocol.syringes),
            volume=wording.volume(protocol.volume),
        ),
        "limits": say(
            "protocol.limits.text",
            finger=wording.volume(limits.finger_most),
            tolerance=wording.volume(limits.mark_tolerance),
            lock_out=limits.lock_out_ms,
            hours=limits.another_day_after_hours,
        ),
        "preparation": say("protocol.preparation.text", harvest=_harvest(protocol), within=_within(protocol)),
        "arms": say(
            "protocol.arms.text", treatment=protocol.arms.treatment, others=", ".join(protocol.arms.others)
        ),
        "criteria": say("protocol.criteria.text", **_criteria(protocol)),
        "product": texts.product,
        "needles": say("protocol.needles.text", pilot=texts.pilot, cannula=texts.cannula),
        "technique": texts.technique,
    }


def _harvest(protocol: Protocol) -> str:
    least = protocol.limits.harvest_least
    return say("protocol.no_limit") if least is None else wording.volume(least)


def _within(protocol: Protocol) -> str:
    minutes = protocol.limits.use_within_minutes
    return say("protocol.no_limit") if minutes is None else wording.duration(timedelta(minutes=minutes))


def _criteria(protocol: Protocol) -> dict[str, int]:
    kinds = [one.kind for one in protocol.criteria]
    return {
        "inclusion": kinds.count(CriterionKind.INCLUSION),
        "exclusion": kinds.count(CriterionKind.EXCLUSION),
    }


def _status(status: Status) -> str:
    return f"protocol.status.{status.value.replace(' ', '_')}"
