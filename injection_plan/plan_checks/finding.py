"""What can be found about a plan: what, how it bears on approval, and which thing on the screen it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from injection_plan.terms import Severity, Step
from injection_plan.times import local_time
from injection_plan.volume import Volume


class Found(StrEnum):
    """What can be found about a plan and its preparation."""

    NO_TEAM = "no_team"
    CRITERION_OPEN = "criterion_open"
    CRITERION_AGAINST = "criterion_against"
    VALUE_CONTRADICTS = "value_contradicts"
    VALUE_MISSING = "value_missing"
    SHEET_NOT_SIGNED = "sheet_not_signed"
    DAY_NOT_CHECKED = "day_not_checked"
    DAY_NOT_CLEAR = "day_not_clear"
    NO_PRODUCT = "no_product"
    NOT_RELEASED = "not_released"
    LABEL_NOT_COMPARED = "label_not_compared"
    HARVEST_SHORT = "harvest_short"
    LOT_EXPIRED = "lot_expired"
    PAST_ITS_TIME = "past_its_time"
    NOT_RECORDED = "not_recorded"
    NOT_FILLED = "not_filled"
    NOT_CHECKED = "not_checked"
    CHECK_DIFFERS = "check_differs"
    FILL_TOO_SMALL = "fill_too_small"
    SYRINGE_SHORT = "syringe_short"
    NO_PLAN = "no_plan"
    NOTHING_PLANNED = "nothing_planned"
    TWICE = "twice"
    MISSING = "missing"
    FOREIGN = "foreign"
    FINGER_APART = "finger_apart"
    FOUND_AFTER_DECISION = "found_after_decision"
    FOUND_AFTER_ANSWER = "found_after_answer"
    FINDING_UNANSWERED = "finding_unanswered"
    FINDING_WITHDRAWN = "finding_withdrawn"
    SHORT_BY = "short_by"
    LOSS_UNKNOWN = "loss_unknown"


class Moment(NamedTuple):
    """When a plan is looked at: UTC, and the workstation's minutes east of it."""

    utc: datetime
    offset_minutes: int

    @property
    def today(self) -> date:
        """The calendar day at the workstation."""
        return local_time(self.utc, self.offset_minutes).date()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a plan: what, how it bears on approval, at which step, about which code or number or name."""

    what: Found
    severity: Severity
    step: Step
    about: str = ""
    volume: Volume | None = None


def blocks(what: Found, step: Step, about: str = "") -> Finding:
    """Return a finding that stands against approval."""
    return Finding(what, Severity.BLOCKS, step, about)


def warns(what: Found, step: Step, about: str = "", volume: Volume | None = None) -> Finding:
    """Return a finding that is read and answered for by the performer."""
    return Finding(what, Severity.WARNS, step, about, volume)


def notes(what: Found, step: Step, about: str = "") -> Finding:
    """Return a finding that is only to be known."""
    return Finding(what, Severity.NOTE, step, about)
