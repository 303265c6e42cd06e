"""What is written down of a syringe as it is taken up and laid down, each box over the column that it is like."""

from __future__ import annotations

from app.record.papers.hand_written import Box
from app.record.papers.words import say
from app.record.papers.worksheet_columns import AFTER, BEFORE, GIVEN, GIVEN_BY, READ_BY, REMARK, TIME

SECOND = REMARK * 0.53
"""How broad the box is for the mark that the second person read: as its caption asks."""


def first_boxes() -> tuple[Box, ...]:
    """Return the boxes of a syringe that is taken up first, each over a column, those of its marks over the nurse's.

    Whoever checks it writes down at which mark the plunger was read; the box is as blank as all others.
    """
    return (
        Box(say("box.label"), TIME),
        Box(say("box.drawn_up"), GIVEN),
        Box(say("box.priming"), GIVEN_BY),
        Box(say("box.start_mark"), BEFORE),
        Box(say("box.read_by"), AFTER),
        Box(say("box.filled_by"), READ_BY),
        Box(say("box.checked_by"), REMARK - SECOND),
        Box(say("box.second"), SECOND),
    )


def boxes_again() -> tuple[Box, ...]:
    """Return the boxes of a syringe that comes again: only its mark is read anew."""
    return (
        Box(say("box.time"), TIME + GIVEN + GIVEN_BY),
        Box(say("box.start_mark"), BEFORE + AFTER),
        Box(say("box.read_by"), READ_BY),
        Box(say("box.remark"), REMARK),
    )


def end_boxes() -> tuple[Box, ...]:
    """Return the boxes of a syringe that is laid down."""
    return (
        Box(say("box.discarded"), TIME),
        Box(say("box.spilled"), GIVEN),
        Box(say("box.initials"), GIVEN_BY),
        Box(say("box.end_mark"), BEFORE + AFTER),
        Box(say("box.read_by"), READ_BY),
        Box(say("box.remark"), REMARK),
    )
