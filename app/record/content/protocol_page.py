"""The protocol page: which version of which protocol, its source and its digest, and what the source leaves open."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.record.content.words import say
from injection_plan.procedure import Procedure
from injection_plan.protocol import Protocol, Status


@dataclass(frozen=True, slots=True)
class OpenPointRow:
    """One open point: what it is, what the protocol file says, and how sure that is; open until confirmed."""

    point: str
    says: str
    status: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ProtocolContent:
    """Labelled lines about the protocol, the lines of its time-out, and its open points."""

    facts: tuple[tuple[str, str], ...]
    time_out: tuple[str, ...]
    open_points: tuple[OpenPointRow, ...]


def protocol_content(procedure: Procedure) -> ProtocolContent:
    """Return what the record says about the protocol that the case carries."""
    protocol = procedure.protocol
    return ProtocolContent(
        facts=tuple((say(f"protocol.{key}"), text) for key, text in _facts(procedure, protocol).items()),
        time_out=tuple(line.text for line in protocol.time_out),
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
        "product": texts.product,
        "needles": say("protocol.needles.text", pilot=texts.pilot, cannula=texts.cannula),
        "technique": texts.technique,
    }


def _status(status: Status) -> str:
    return f"protocol.status.{status.value.replace(' ', '_')}"
