"""Under what a case is opened: the protocol, its digest, the software, and whether it is practice."""

from __future__ import annotations

from dataclasses import dataclass

from injection_plan.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Edition:
    """The protocol, its digest (64 hex digits), the software, practice or not."""

    protocol: Protocol
    digest: str
    software: str
    practice: bool = False
