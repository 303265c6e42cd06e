"""A wish: a command that somebody asks for, and in whose role where both may act."""

from __future__ import annotations

from dataclasses import dataclass

from injection_plan.commands import Command
from injection_plan.terms import Role


@dataclass(frozen=True, slots=True)
class Wish:
    """A command, and who of the two people decides it; without a role it is the one that the command implies."""

    command: Command
    role: Role | None = None
