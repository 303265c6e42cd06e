"""The ledger: entries as postings between accounts that always add up to nothing. One truth, derived twice.

It follows the events on its own, so that a test can hold it against the fold: what left a syringe and what
reached the hand must agree, whatever was given, voided or put right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from injection_plan import events
from injection_plan.events import Entry
from injection_plan.terms import Injected
from injection_plan.volume import NOTHING, Volume, total


class Place(StrEnum):
    """Where product can be."""

    PREPARED = "prepared"
    SYRINGE = "syringe"
    GIVEN = "given"
    PRIMING = "priming"
    DISCARDED = "discarded"
    SPILLED = "spilled"
    SAMPLE = "sample"
    NOT_DRAWN_UP = "not drawn up"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Account:
    """A place where product can be, told apart by syringe number or aliquot code."""

    place: Place
    name: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """A change of one account by one entry."""

    version: int
    account: Account
    change: Volume


@dataclass(frozen=True, slots=True)
class _Drawn:
    syringe: int
    volume: Volume


class _Book:
    """What the ledger remembers while it walks the entries: what counts as given now, what was filled."""

    def __init__(self) -> None:
        self.counted: dict[str, _Drawn] = {}
        self.doubtful: dict[str, _Drawn] = {}
        self.planned: dict[str, _Drawn] = {}
        self.filled: dict[int, Volume] = {}
        self.reconciled: tuple[Posting, ...] = ()
        self.extras = 0


def postings(entries: Iterable[Entry]) -> tuple[Posting, ...]:
    """Return every posting of a case, in the order of its entries; those of each entry add up to nothing."""
    book = _Book()
    return tuple(posting for entry in entries for posting in _of(book, entry))


def balance(all_postings: Iterable[Posting], place: Place, name: str | None = None) -> Volume:
    """Return what an account holds; without a name, what all accounts of that place hold."""
    return total(
        posting.change
        for posting in all_postings
        if posting.account.place is place and (name is None or posting.account.name == name)
    )


def _move(version: int, source: Account, target: Account, volume: Volume) -> Iterator[Posting]:
    if volume:
        yield Posting(version, source, -volume)
        yield Posting(version, target, volume)


def _syringe(number: int) -> Account:
    return Account(Place.SYRINGE, str(number))


def _of(book: _Book, entry: Entry) -> Iterator[Posting]:
    event, version = entry.event, entry.version
    if isinstance(event, events.Opened):
        book.planned = {one.aliquot: _Drawn(one.syringe, one.volume) for one in event.protocol.aliquots}
    elif isinstance(event, events.SyringesFilled):
        yield from _filled(book, version, event)
    elif isinstance(event, events.Given):
        yield from _give(book, version, event.aliquot, _Drawn(event.syringe, event.volume))
    elif isinstance(event, events.Differed):
        book.extras += event.aliquot is None
        code = event.aliquot or f"extra-{book.extras}"
        yield from _give(book, version, code, _Drawn(event.syringe, event.volume))
    elif isinstance(event, events.Voided):
        yield from _void(book, version, event)
    elif isinstance(event, events.Reconciled):
        yield from _reconcile(book, version, event)


def _filled(book: _Book, version: int, event: events.SyringesFilled) -> Iterator[Posting]:
    for fill in event.fills:
        change = fill.drawn_up - book.filled.get(fill.syringe, NOTHING)
        book.filled[fill.syringe] = fill.drawn_up
        yield from _move(version, Account(Place.PREPARED), _syringe(fill.syringe), change)


def _give(book: _Book, version: int, code: str, drawn: _Drawn) -> Iterator[Posting]:
    book.counted[code] = drawn
    yield from _move(version, _syringe(drawn.syringe), Account(Place.GIVEN, code), drawn.volume)


def _void(book: _Book, version: int, event: events.Voided) -> Iterator[Posting]:
    was = book.counted.pop(event.about, None)
    if was is not None:
        yield from _move(version, Account(Place.GIVEN, event.about), _syringe(was.syringe), was.volume)
    known = was or book.doubtful.get(event.about) or book.planned.get(event.about)
    if known is None:
        return
    if event.injected is Injected.YES:
        yield from _give(book, version, event.about, _Drawn(known.syringe, event.volume or known.volume))
    elif event.injected is Injected.NOT_SURE:
        book.doubtful[event.about] = known
    else:
        book.doubtful.pop(event.about, None)


def _reconcile(book: _Book, version: int, event: events.Reconciled) -> Iterator[Posting]:
    for posting in book.reconciled:
        yield Posting(version, posting.account, -posting.change)
    prepared = Account(Place.PREPARED)
    moves: list[Posting] = []
    for loss in event.losses:
        source, name = _syringe(loss.syringe), str(loss.syringe)
        moves += _move(version, source, Account(Place.PRIMING, name), loss.priming or NOTHING)
        moves += _move(version, source, Account(Place.DISCARDED, name), loss.discarded)
        moves += _move(version, source, Account(Place.SPILLED, name), loss.spilled)
    for settled in event.settlements:
        source = _syringe(settled.line) if settled.line else prepared
        moves += _move(version, source, Account(Place.UNEXPLAINED, str(settled.line)), settled.volume)
    moves += _move(version, prepared, Account(Place.SAMPLE), event.sample)
    moves += _move(version, prepared, Account(Place.NOT_DRAWN_UP), event.not_drawn_up)
    book.reconciled = tuple(moves)
    yield from moves
