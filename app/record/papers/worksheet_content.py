"""What the downtime worksheet says before a pen has touched it, as one frozen value.

It carries no plunger mark at all: no fill mark, no stop mark, no mark to be expected, also where the case knows them.
The nurse reads blind, on paper as at the screen; a printed number would be read off the sheet instead of the
syringe. What each pass is to get must stand there, for the surgeon; so its columns are the surgeon's, apart from the
nurse's, and the start mark is read and written down like every other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app import wording
from app.protocol_file import ReadProtocol
from app.read_models.plan_rows import PlanRows, plan_rows
from app.read_models.syringe_turns import SyringeTurn, turns
from app.record.checked_case import SoundCase
from app.record.papers.carried import Carried, approval_of, carried_by_case, carried_without_case
from app.record.papers.words import say
from injection_plan.anatomy import Hand
from injection_plan.plan import Plan, plan_as_the_protocol_says
from injection_plan.protocol import CheckLine, FingerLine, Protocol, SpokenCheck


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The worksheet: the plan by syringe, the hands in the order in which it comes to them, and what is read aloud.

    Before the first hand all lines of the time-out are answered, before the other those that are in `short_time_out`.
    `syringe_check` is nothing where the protocol names no syringe aloud. `fingers` are those of which something is
    planned, in full words, hand by hand: a line of the sign-out about each finger is asked of them. `approval` says
    who approved the plan and when; it is empty where nobody did, and then every page says so in a band.
    """

    carried: Carried
    approval: str
    plan: PlanRows
    turns: tuple[SyringeTurn, ...]
    hands: tuple[Hand, ...]
    day_check: tuple[CheckLine, ...]
    time_out: tuple[CheckLine, ...]
    short_time_out: tuple[CheckLine, ...]
    syringe_check: SpokenCheck | None
    sign_out: tuple[FingerLine, ...]
    fingers: tuple[tuple[str, ...], ...]


def worksheet_of_case(sound: SoundCase, software: str) -> Worksheet:
    """Return the worksheet of a sound case; without a plan it has the whole protocol, and says so on every page."""
    protocol = sound.procedure.protocol
    plan = sound.procedure.plan or plan_as_the_protocol_says(protocol)
    carried = carried_by_case(sound, say("worksheet.title"), software)
    if sound.procedure.is_signed:
        carried = replace(carried, warning=say("warning.signed"))
    approval = approval_of(sound.procedure) if sound.procedure.approved else ""
    return _worksheet(carried, approval, protocol, plan)


def worksheet_of_protocol(read: ReadProtocol, software: str) -> Worksheet:
    """Return the worksheet of the whole protocol in its own order, for any participant."""
    carried = carried_without_case(read.protocol, read.digest, say("worksheet.title"), software)
    return _worksheet(carried, "", read.protocol, plan_as_the_protocol_says(read.protocol))


def _worksheet(carried: Carried, approval: str, protocol: Protocol, plan: Plan) -> Worksheet:
    rows = plan_rows(protocol, plan)
    in_turn = turns(protocol, rows)
    hands = tuple(dict.fromkeys(turn.finger.hand for turn in in_turn))
    return Worksheet(
        carried=carried,
        approval=approval,
        plan=rows,
        turns=in_turn,
        hands=hands,
        day_check=protocol.day_check,
        time_out=protocol.time_out,
        short_time_out=protocol.short_time_out,
        syringe_check=protocol.syringe_check,
        sign_out=protocol.sign_out,
        fingers=tuple(filter(None, (_fingers(in_turn, hand) for hand in hands))),
    )


def _fingers(in_turn: tuple[SyringeTurn, ...], hand: Hand) -> tuple[str, ...]:
    """Return the fingers of a hand of which something is planned, each once, as the plan comes to them."""
    planned = dict.fromkeys(turn.finger for turn in in_turn if turn.rows and turn.finger.hand is hand)
    return tuple(map(wording.finger, planned))
