"""Refusal: why not, as a value. The words stand in the catalogue under the reason's name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Every reason for which a command is refused."""

    NOT_OPEN = "not_open"
    ALREADY_OPEN = "already_open"
    ONE_PERSON = "one_person"
    NO_TEAM = "no_team"
    NOT_IN_TEAM = "not_in_team"
    NOT_YOUR_ROLE = "not_your_role"
    CODE_DOES_NOT_FIT = "code_does_not_fit"
    TOO_MUCH_DRAWN_UP = "too_much_drawn_up"
    MARK_ABOVE_DRAWN_UP = "mark_above_drawn_up"
    ABOVE_SYRINGE_SIZE = "above_syringe_size"
    SYRINGE_MISSING = "syringe_missing"
    NO_PRODUCT = "no_product"
    NO_PLAN = "no_plan"
    PLAN_FAULTY = "plan_faulty"
    ALREADY_STARTED = "already_started"
    ALREADY_APPROVED = "already_approved"
    LINES_MISSING = "lines_missing"
    NOTHING_ON_HAND = "nothing_on_hand"
    NOT_PLANNED = "not_planned"
    NOT_SHOWN = "not_shown"
    NOT_GIVEN_YET = "not_given_yet"
    NOTHING_TO_READ = "nothing_to_read"
    NOTHING_TO_VOID = "nothing_to_void"
    ALREADY_GIVEN = "already_given"
    ALREADY_READ = "already_read"
    ALREADY_OMITTED = "already_omitted"
    ALREADY_SHOWN = "already_shown"
    ONLY_A_LATER_MARK = "only_a_later_mark"
    VOID_IT_FIRST = "void_it_first"
    FATE_UNKNOWN = "fate_unknown"
    MARK_IS_OWED = "mark_is_owed"
    IS_PAUSED = "is_paused"
    NOT_PAUSED = "not_paused"
    NO_TIME_OUT = "no_time_out"
    TOO_SOON = "too_soon"
    STALE = "stale"
    NOT_THE_BOUND_ONE = "not_the_bound_one"
    BY_THE_PERFORMER = "by_the_performer"
    MORE_THAN_FILLED = "more_than_filled"
    OTHER_VOLUME = "other_volume"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_THE_CASE = "before_the_case"
    VOLUME_NEEDED = "volume_needed"
    NOT_SETTLED = "not_settled"
    END_MARK_OWED = "end_mark_owed"
    LOSSES_MISSING = "losses_missing"
    UNSETTLED = "unsettled"
    MARK_UNEXPLAINED = "mark_unexplained"
    NOT_RECONCILED = "not_reconciled"
    ALREADY_SIGNED = "already_signed"
    NOT_SIGNED = "not_signed"
    IS_STOPPED = "is_stopped"
    AFTER_SIGNING = "after_signing"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command was refused, why, and what it is about: a code, a hand, syringe numbers, or nothing."""

    why: Why
    about: str = ""
