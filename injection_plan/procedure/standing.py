"""Where one aliquot and one syringe stand: frozen values, replaced and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from injection_plan.people import Stamp
from injection_plan.procedure.prepared import Checked
from injection_plan.product import SyringeFill
from injection_plan.protocol import Syringe
from injection_plan.terms import Standing
from injection_plan.volume import NOTHING, Volume, total

GIVEN_STANDINGS = frozenset({Standing.MARK_OWED, Standing.NOT_READ, Standing.VERIFIED, Standing.MARK_DIFFERS})
"""In which standings product counts as given."""

MARKED_STANDINGS = frozenset({Standing.VERIFIED, Standing.MARK_DIFFERS})
"""In which standings a mark was accepted."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One planned aliquot or extra pass: planned and given volume, where, when, and how it was verified.

    `stamp` says who gave or omitted it, and when; `acted` is the version of that entry, by which deliveries are
    put in order. `before` and `mark` are the marks before and after it; `measured` is their difference, and covers
    `measured_with` too where earlier marks of the syringe were not read. `version` last touched it.
    """

    code: str
    syringe: int
    planned: Volume | None
    standing: Standing
    version: int
    given: Volume | None = None
    place: str | None = None
    happened_at: datetime | None = None
    stamp: Stamp | None = None
    acted: int = 0
    readings: tuple[Volume, ...] = ()
    before: Volume | None = None
    mark: Volume | None = None
    mark_stamp: Stamp | None = None
    measured: Volume | None = None
    measured_with: tuple[str, ...] = ()
    expected: Volume | None = None
    reason: str | None = None

    @property
    def is_given(self) -> bool:
        """Whether product counts as given here."""
        return self.standing in GIVEN_STANDINGS

    @property
    def is_extra(self) -> bool:
        """Whether no plan had it."""
        return self.planned is None

    @property
    def counted(self) -> Volume:
        """What counts as given here; nothing for what was not given or is unknown."""
        return self.given if self.is_given and self.given is not None else NOTHING


@dataclass(frozen=True, slots=True)
class SyringeState:
    """One syringe: how it was filled, the last mark accepted, and what was given since that nobody has read.

    `filled` says who filled it and when, `checked` what a second person read, if anybody did since.
    `accepted_in` is the version of the entry that accepted it. `first_reading` waits for the second where the
    first disagreed. `start_due` asks for a mark on return. What is unknown stands in `unread` with no volume.
    `end_unread` says that its end mark will never be known.
    """

    syringe: Syringe
    version: int
    fill: SyringeFill | None = None
    filled: Stamp | None = None
    checked: Checked | None = None
    accepted: Volume | None = None
    accepted_at: datetime | None = None
    accepted_in: int = 0
    unread: tuple[tuple[str, Volume], ...] = ()
    first_reading: Volume | None = None
    start_due: bool = False
    used: bool = False
    end_read: bool = False
    end_unread: bool = False

    @property
    def base(self) -> Volume | None:
        """The last accepted reading, or the start mark, or nothing while the syringe is not filled."""
        if self.accepted is not None:
            return self.accepted
        return self.fill.mark if self.fill is not None else None

    @property
    def expected(self) -> Volume | None:
        """Where the plunger should stand now: the last mark less what was given since."""
        base = self.base
        return None if base is None else base - total(volume for _, volume in self.unread)

    @property
    def end_mark(self) -> Volume | None:
        """The mark it ended at: the last accepted reading, if nothing was given after it."""
        if self.unread or self.end_unread or not (self.used or self.end_read):
            return None
        return self.accepted

    @property
    def owes_end_mark(self) -> bool:
        """Whether its end mark is neither read nor given up."""
        return self.fill is not None and self.end_mark is None and not self.end_unread
