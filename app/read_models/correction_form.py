"""An entry was wrong: was product injected there, and what is put right; typed text in, a command out.

The question comes first. A void that says no asks for nothing else but the reason; one that says yes keeps the
first values and puts down what was different.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from app import wording
from injection_plan.anatomy import PASSES, Finger, pass_of
from injection_plan.commands import Void
from injection_plan.procedure import Delivery, Procedure
from injection_plan.rules.table import Asked, against
from injection_plan.terms import Injected, Standing
from injection_plan.times import local_time
from injection_plan.volume import NOTHING, Unreadable, Volume, read_volume, total

DOMAIN = "closing"

INJECTED = "injected"
VOLUME = "volume"
PLACE = "place"
TIME = "time"
REASON = "reason"

_TIME = re.compile(r"(?:(\d{4})-(\d{2})-(\d{2})[ T]+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")


@dataclass(frozen=True, slots=True)
class CorrectionForm:
    """What a void is about: its phrase, what is recorded now, and what the answer must carry back.

    `places` are the phrases of every aliquot; times are read on the local day of `recorded_at`.
    """

    code: str
    phrase: str
    recorded: str
    seen: int
    is_given: bool
    recorded_at: datetime
    offset_minutes: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionText:
    """The form as it stands, letter by letter; `injected` is nothing until somebody has answered."""

    injected: Injected | None = None
    volume: str = ""
    place: str = ""
    time: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionChecked:
    """The command when nothing is wrong, else a sentence for each field that stands against it."""

    command: Void | None
    problems: dict[str, str] = field(default_factory=dict)


def may_void(procedure: Procedure, code: str) -> bool:
    """Say whether there is an entry about this delivery that could be wrong."""
    return against(procedure, code, Asked.VOID) is None


def correction_form(procedure: Procedure, code: str) -> CorrectionForm | None:
    """Return the form for voiding the entry of a delivery, or nothing where there is no entry."""
    delivery = procedure.delivery(code)
    if delivery is None or not may_void(procedure, code):
        return None
    stamp = delivery.stamp or procedure.last
    return CorrectionForm(
        code=code,
        phrase=wording.aliquot(code),
        recorded=_recorded(delivery),
        seen=procedure.seen(code),
        is_given=delivery.is_given,
        recorded_at=stamp.recorded,
        offset_minutes=stamp.offset_minutes,
        places=tuple(wording.aliquot(one.aliquot) for one in procedure.protocol.aliquots),
    )


def check_correction(form: CorrectionForm, text: CorrectionText) -> CorrectionChecked:
    """Read what was typed; details count only where product was injected."""
    problems: dict[str, str] = {}
    volume: Volume | None = None
    happened_at: datetime | None = None
    place = read_place(text.place)
    if text.injected is None:
        problems[INJECTED] = wording.say(DOMAIN, "void.question_missing")
    elif text.injected is Injected.YES:
        volume = _volume(text.volume, problems)
        happened_at = _moment(form, text.time, problems)
        if form.is_given and not any((text.volume.strip(), place, text.time.strip())):
            problems[VOLUME] = wording.say(DOMAIN, "void.nothing_different")
    if not text.reason.strip():
        problems[REASON] = wording.say(DOMAIN, "dialog.reason_missing")
    if problems or text.injected is None:
        return CorrectionChecked(None, problems)
    corrects = text.injected is Injected.YES
    command = Void(
        about=form.code,
        injected=text.injected,
        reason=text.reason,
        seen=form.seen,
        volume=volume,
        place=place if corrects else None,
        happened_at=happened_at,
    )
    return CorrectionChecked(command)


def correction_warning(procedure: Procedure, form: CorrectionForm, text: CorrectionText) -> str:
    """Return the warning that a finger would stand above its most, or nothing; it is no refusal."""
    delivery = procedure.delivery(form.code)
    if text.injected is not Injected.YES or delivery is None:
        return ""
    read = read_volume(text.volume)
    volume = read if isinstance(read, Volume) else delivery.given or delivery.planned or NOTHING
    finger = _finger_of(form.code, read_place(text.place) or delivery.place)
    if finger is None:
        return ""
    others = total(
        one.counted
        for one in procedure.deliveries
        if one.code != form.code and _finger_of(one.code, one.place) == finger
    )
    most = procedure.protocol.limits.finger_most
    if others + volume <= most:
        return ""
    return wording.say(
        DOMAIN,
        "void.finger_above",
        finger=wording.finger(finger),
        volume=wording.volume(others + volume),
        most=wording.volume(most),
    )


def read_place(typed: str) -> str | None:
    """Return the code of the aliquot whose phrase was written, else the words as they are; nothing if empty."""
    words = " ".join(typed.split())
    phrases = {wording.aliquot(code).casefold(): code for code in PASSES}
    return phrases.get(words.casefold(), words) or None


def _finger_of(code: str, place: str | None) -> Finger | None:
    where = place or code
    return pass_of(where).finger if where in PASSES else None


def _recorded(delivery: Delivery) -> str:
    stamp = delivery.stamp
    time = "" if stamp is None else wording.stamp_time(stamp)
    if stamp is not None and delivery.happened_at is not None:
        time = wording.clock_time(delivery.happened_at, stamp.offset_minutes)
    if delivery.standing is Standing.OMITTED:
        return wording.say(DOMAIN, "void.recorded.omitted", time=time, reason=delivery.reason or "")
    if delivery.standing is Standing.UNKNOWN:
        return wording.say(DOMAIN, "void.recorded.unknown", reason=delivery.reason or "")
    words = wording.say(
        DOMAIN,
        "void.recorded.given",
        volume=wording.volume(delivery.counted),
        time=time,
        syringe=delivery.syringe,
    )
    if delivery.place is None:
        return words
    return words + wording.say(DOMAIN, "void.recorded.place", place=wording.where(delivery.place))


def _volume(typed: str, problems: dict[str, str]) -> Volume | None:
    read = read_volume(typed)
    if read is Unreadable.EMPTY:
        return None
    if not isinstance(read, Volume):
        problems[VOLUME] = wording.unreadable(read)
        return None
    if read <= NOTHING:
        problems[VOLUME] = wording.say(DOMAIN, "void.volume_nothing")
        return None
    return read


def _moment(form: CorrectionForm, typed: str, problems: dict[str, str]) -> datetime | None:
    if not typed.strip():
        return None
    match = _TIME.fullmatch(typed.strip())
    if match is not None:
        year, month, day, hour, minute, second = match.groups()
        local = local_time(form.recorded_at, form.offset_minutes)
        date = (int(year), int(month), int(day)) if year else (local.year, local.month, local.day)
        zone = timezone(timedelta(minutes=form.offset_minutes))
        try:
            moment = datetime(*date, int(hour), int(minute), int(second or 0), tzinfo=zone)
        except ValueError:
            pass
        else:
            return moment.astimezone(UTC)
    problems[TIME] = wording.say(DOMAIN, "void.time_unreadable")
    return None
