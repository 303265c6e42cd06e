"""What happened differed: another volume, place or time, or an extra pass; facts are asked for, never refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from app import wording
from app.clock import Reading
from app.read_models.hands import finger_of
from app.read_models.written import DOMAIN, REASON, VOLUME, Reader
from injection_plan.anatomy import PASSES, Finger
from injection_plan.commands import RecordDifference
from injection_plan.procedure import Procedure
from injection_plan.volume import Volume, total


@dataclass(frozen=True, slots=True)
class DifferenceForm:
    """What the form starts from: the aliquot that is next, if any, and the syringes there are."""

    aliquot: str | None
    phrase: str
    planned: str
    syringe: int
    syringes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DifferenceText:
    """The form as it stands: `aliquot` is nothing for an extra pass; `place` is a code, words, or empty."""

    aliquot: str | None
    syringe: int
    volume: str = ""
    place: str = ""
    time: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DifferenceChecked:
    """What came of checking: the command, or a sentence for each field; and what is warned of either way."""

    command: RecordDifference | None
    warning: str = ""
    problems: dict[str, str] = field(default_factory=dict)


def difference_form(procedure: Procedure) -> DifferenceForm:
    """Return the form for a case as it stands."""
    current = procedure.current
    in_hand = procedure.syringes[0].syringe.number
    if procedure.owed is not None:
        in_hand = procedure.owed.syringe
    if current is not None:
        in_hand = current.syringe
    planned = current.planned if current is not None else None
    return DifferenceForm(
        aliquot=current.code if current is not None else None,
        phrase=wording.aliquot(current.code) if current is not None else "",
        planned=wording.number(planned) if planned is not None else "",
        syringe=in_hand,
        syringes=tuple(
            (
                state.syringe.number,
                wording.say(
                    DOMAIN,
                    "syringe.of",
                    number=state.syringe.number,
                    finger=wording.finger(state.syringe.finger),
                ),
            )
            for state in procedure.syringes
        ),
    )


def check_difference(procedure: Procedure, text: DifferenceText, now: Reading) -> DifferenceChecked:
    """Read the form at a moment; above the most for a digit it warns, and the command is there all the same."""
    reader = Reader(now)
    volume = reader.volume(text.volume)
    if volume is None:
        reader.refuse(VOLUME, "wrong.volume_missing")
    moment = reader.moment(text.time)
    place = text.place.strip() or None
    if text.aliquot is None and place is None:
        reader.refuse("place", "wrong.place_missing")
    reason = reader.text(REASON, text.reason)
    warning = "" if volume is None else above_the_most(procedure, text.aliquot, place, volume)
    if reader.problems or volume is None or reason is None:
        return DifferenceChecked(None, warning, reader.problems)
    command = RecordDifference(
        aliquot=text.aliquot,
        syringe=text.syringe,
        volume=volume,
        place=None if place == text.aliquot else place,
        happened_at=moment,
        reason=reason,
    )
    return DifferenceChecked(command, warning)


def above_the_most(procedure: Procedure, aliquot: str | None, place: str | None, volume: Volume) -> str:
    """Return the warning that a digit would have received more than its most, or an empty sentence."""
    finger = _finger(procedure, aliquot, place)
    if finger is None:
        return ""
    there = [one for one in procedure.deliveries if finger_of(procedure, one) == finger]
    most = procedure.protocol.limits.finger_most
    if total(one.counted for one in there) + volume <= most:
        return ""
    return wording.say(DOMAIN, "warn.above", finger=wording.finger(finger), most=wording.volume(most))


def _finger(procedure: Procedure, aliquot: str | None, place: str | None) -> Finger | None:
    where = place or aliquot
    if where in PASSES:
        return PASSES[where].finger
    return None if aliquot is None else procedure.protocol.aliquot(aliquot).path.finger
