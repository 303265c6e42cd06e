"""The sections of the protocol view; a further one is one function in `SECTIONS`.

The source leaves points open, and the file says of each what it proposes and how sure that is. Beside a value that
such a point is about stands its status; a value without one is as the file has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from app import wording
from app.drawing.fingers import finger_code
from app.read_models.protocol_words import Sure, measure_words, name_of, sure, sure_of
from injection_plan.anatomy import site_of
from injection_plan.protocol import CheckLine, Limits, Protocol
from injection_plan.volume import total

DOMAIN = "protocol_view"

# The open points of a protocol file that are about one value or one section: their words there, as one name each.
ORDER = "order"
PILOT = "pilot_per_site_or_per_direction"
SYRINGES = "syringes"
TOLERANCE = "tolerance_of_a_mark"
LOCK_OUT = "lock_out_between_two_gives"
USE_WITHIN = "time_limit_from_product_ready"
COUNTS = "anaesthesia_needle_length_landmarks_rate_needle_and_cannula_counts"
AMPUTATION = "amputation_criterion"
APTT = "aptt"
UNSAFE = "ulcer_or_contracture_that_makes_it_unsafe"
MONTHS = "months_before_screening"
QUESTIONED = "values_that_are_questioned"
CHECKLISTS = "short_time_out_sign_out_questions_of_the_day"
FINEST = "finest_mark_and_another_day"

_OF_LIMIT = {
    "mark_tolerance": TOLERANCE,
    "mark_step": FINEST,
    "lock_out_ms": LOCK_OUT,
    "another_day_after_hours": FINEST,
    "use_within_minutes": USE_WITHIN,
}
_OF_CRITERION = {"amputation": AMPUTATION, "contracture_or_ulcer": UNSAFE, "laboratory": APTT}


@dataclass(frozen=True, slots=True)
class ViewRow:
    """One row of a section: its cells, how sure it is where the file says so, and the place of the hand it is about.

    `code` is that of a pass, an entry site or a finger, and empty where a row has no place.
    """

    cells: tuple[str, ...]
    sure: Sure | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What the file says of an open point that is about a whole section, and how sure it is."""

    says: str
    sure: Sure


@dataclass(frozen=True, slots=True)
class Section:
    """Some rows under a title; `shares` are the parts of the breadth that its columns take, in percent."""

    name: str
    title: str
    head: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[ViewRow, ...]
    notes: tuple[Note, ...] = ()

    @property
    def is_on_the_hands(self) -> bool:
        """Whether its rows have places on the hands, so that the hands are shown beside it."""
        return any(row.code for row in self.rows)

    @property
    def has_status(self) -> bool:
        """Whether it says of any row how sure it is."""
        return any(row.sure is not None for row in self.rows)


def order(protocol: Protocol) -> Section:
    """Return every aliquot in the order of the file."""
    rows = tuple(
        ViewRow(
            (str(number), _aliquot(one.aliquot), wording.volume(one.volume), str(one.syringe)),
            code=one.aliquot,
        )
        for number, one in enumerate(protocol.aliquots, start=1)
    )
    return _section(
        "order", {"number": 13, "aliquot": 47, "volume": 22, "syringe": 18}, rows, _notes(protocol, ORDER)
    )


def _aliquot(code: str) -> str:
    return _say("order.words", phrase=wording.short_aliquot(code), code=code)


def entry_sites(protocol: Protocol) -> Section:
    """Return every place that the pilot opens."""
    rows = tuple(ViewRow((wording.site(site_of(code)), code), code=code) for code in protocol.entry_sites)
    return _section("entry_sites", {"site": 66, "code": 34}, rows, _notes(protocol, PILOT))


def syringes(protocol: Protocol) -> Section:
    """Return every syringe with its finger, its size and what it serves."""
    rows = []
    for one in protocol.syringes:
        mine = [aliquot.volume for aliquot in protocol.aliquots if aliquot.syringe == one.number]
        planned = _say("syringes.planned", count=len(mine), volume=wording.volume(total(mine)))
        cells = (str(one.number), wording.finger(one.finger), wording.volume(one.size), planned)
        rows.append(ViewRow(cells, code=finger_code(one.finger)))
    shares = {"number": 13, "finger": 40, "size": 17, "planned": 30}
    return _section("syringes", shares, tuple(rows), _notes(protocol, SYRINGES))


def limits(protocol: Protocol) -> Section:
    """Return the numbers that the procedure is held against."""
    rows = tuple(
        ViewRow((_say(f"limits.{name}"), figure), sure_of(protocol, _OF_LIMIT.get(name, "")))
        for name, figure in _figures(protocol.limits).items()
    )
    return _section("limits", {"what": 50, "says": 30}, rows)


def _figures(held: Limits) -> dict[str, str]:
    """Return each limit in words, by its name in the file."""
    harvest, within, unset = held.harvest_least, held.use_within_minutes, _say("limits.unset")
    return {
        "finger_most": wording.volume(held.finger_most),
        "total": wording.volume(held.total),
        "mark_tolerance": wording.volume(held.mark_tolerance),
        "mark_step": wording.volume(held.mark_step),
        "lock_out_ms": _say("limits.ms", count=held.lock_out_ms),
        "another_day_after_hours": _say("limits.hours", count=held.another_day_after_hours),
        "harvest_least": unset if harvest is None else wording.volume(harvest),
        "use_within_minutes": unset if within is None else _say("limits.minutes", count=within),
    }


def texts(protocol: Protocol) -> Section:
    """Return the protocol's own sentences, the arms, and what a participant's code looks like."""
    told = {
        "product": protocol.texts.product,
        "pilot": protocol.texts.pilot,
        "cannula": protocol.texts.cannula,
        "technique": protocol.texts.technique,
        "unblinding": protocol.texts.unblinding,
        "treatment": protocol.arms.treatment,
        "others": ", ".join(protocol.arms.others),
        "participant_code": protocol.participant_code,
    }
    rows = tuple(ViewRow((_say(f"texts.{name}"), text)) for name, text in told.items())
    return _section("texts", {"what": 26, "says": 58}, rows)


def criteria(protocol: Protocol) -> Section:
    """Return the criteria word for word, with what the source leaves unclear and what is compared."""
    numbers: Counter[str] = Counter()
    rows = []
    for one in protocol.criteria:
        numbers[one.kind.value] += 1
        number = _say(f"criteria.{one.kind.value}", number=numbers[one.kind.value])
        text = (
            one.text if one.unclear is None else _say("criteria.unclear", text=one.text, unclear=one.unclear)
        )
        compared = "\n".join(measure_words(measure) for measure in one.measures)
        rows.append(
            ViewRow((number, text, compared), sure_of(protocol, _OF_CRITERION.get(one.criterion, "")))
        )
    shares = {"number": 12, "text": 43, "compared": 30}
    return _section("criteria", shares, tuple(rows), _notes(protocol, MONTHS, QUESTIONED))


def day_check(protocol: Protocol) -> Section:
    """Return what is asked again on the day."""
    return _section(
        "day_check", {"number": 8, "text": 92}, _lines(protocol.day_check), _notes(protocol, CHECKLISTS)
    )


def time_out(protocol: Protocol) -> Section:
    """Return the lines of the time-out, and which of them its short form has."""
    short = {line.line for line in protocol.short_time_out} if protocol.time_out_short else set()
    rows = tuple(
        ViewRow((str(number), line.text, _say("time_out.short") if line.line in short else ""))
        for number, line in enumerate(protocol.time_out, start=1)
    )
    notes = _notes(protocol, CHECKLISTS) if short else ()
    return _section("time_out", {"number": 9, "text": 65, "again": 26}, rows, notes)


def syringe_check(protocol: Protocol) -> Section:
    """Return what is said aloud at each syringe."""
    also = protocol.syringe_check.also if protocol.syringe_check is not None else ()
    said = (_say("syringe_check.always"), *(also or (_say("syringe_check.nothing"),)))
    return _section("syringe_check", {"text": 100}, tuple(ViewRow((line,)) for line in said))


def sign_out(protocol: Protocol) -> Section:
    """Return the lines of the sign-out, and which of them is asked of every finger."""
    rows = tuple(
        ViewRow((str(number), line.text, _say("sign_out.each_finger") if line.each_finger else ""))
        for number, line in enumerate(protocol.sign_out, start=1)
    )
    return _section("sign_out", {"number": 9, "text": 65, "asked": 26}, rows, _notes(protocol, CHECKLISTS))


def supplies(protocol: Protocol) -> Section:
    """Return what is laid out; how many of each is counted by the centre."""
    rows = tuple(ViewRow((one.text, _say("supplies.counted"))) for one in protocol.supplies)
    return _section("supplies", {"text": 60, "count": 40}, rows, _notes(protocol, COUNTS))


def open_points(protocol: Protocol) -> Section:
    """Return everything that the source leaves open, what the file says of it, and how sure that is."""
    rows = tuple(ViewRow((one.point, one.says), sure(one)) for one in protocol.open_points)
    return _section("open_points", {"what": 26, "says": 56}, rows)


SECTIONS: tuple[Callable[[Protocol], Section], ...] = (
    order,
    entry_sites,
    syringes,
    limits,
    texts,
    criteria,
    day_check,
    time_out,
    syringe_check,
    sign_out,
    supplies,
    open_points,
)
"""Every section in the order of the page; one without rows is not shown."""


def _section(
    name: str, columns: dict[str, int], rows: tuple[ViewRow, ...], notes: tuple[Note, ...] = ()
) -> Section:
    head = tuple(_say(f"column.{column}") for column in columns)
    return Section(name, _say(f"section.{name}"), head, tuple(columns.values()), rows, notes)


def _lines(lines: tuple[CheckLine, ...]) -> tuple[ViewRow, ...]:
    return tuple(ViewRow((str(number), line.text)) for number, line in enumerate(lines, start=1))


def _notes(protocol: Protocol, *points: str) -> tuple[Note, ...]:
    found = (one for one in protocol.open_points if name_of(one) in points)
    return tuple(Note(_say("note", point=one.point, says=one.says), sure(one)) for one in found)


def _say(key: str, **fields: str | int) -> str:
    return wording.say(DOMAIN, key, **fields)
