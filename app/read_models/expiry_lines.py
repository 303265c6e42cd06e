"""Whether the product may still be used, as far as the program can say: its lots' last days, and its time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app import wording
from app.clock import Reading
from app.read_models.release_words import since_release
from injection_plan.events import ProductDescribed
from injection_plan.product import Lot
from injection_plan.protocol import Protocol
from injection_plan.times import local_time

DOMAIN = "cases"


@dataclass(frozen=True, slots=True)
class ExpiryLine:
    """One fact about the age of the product in words; `is_past` is set where a day or a limit has gone by."""

    words: str
    is_past: bool = False


def expiry_lines(
    product: ProductDescribed | None, protocol: Protocol, now: Reading
) -> tuple[ExpiryLine, ...]:
    """Return the time since release, a limit only where the protocol sets one, and the lots that were recorded."""
    return () if product is None else tuple(_lines(product, protocol, now))


def _lines(product: ProductDescribed, protocol: Protocol, now: Reading) -> Iterator[ExpiryLine]:
    if product.ready_at is None:
        yield ExpiryLine(wording.say(DOMAIN, "time_out.release_unknown"))
    else:
        at = wording.short_time(product.ready_at, now.offset_minutes)
        since = since_release(product.ready_at, protocol, now)
        yield ExpiryLine(wording.say(DOMAIN, "time_out.released", at=at, elapsed=since.elapsed))
        if since.countdown:
            yield ExpiryLine(since.countdown, since.is_past)
    if product.lot is not None:
        yield ExpiryLine(wording.say(DOMAIN, "time_out.product_lot", lot=product.lot))
    yield from (_lot(lot, now) for lot in product.process.lots)


def _lot(lot: Lot, now: Reading) -> ExpiryLine:
    if lot.expires is None:
        return ExpiryLine(wording.say(DOMAIN, "time_out.lot_no_day", what=lot.what, number=lot.number))
    is_past = lot.expires < local_time(now.utc, now.offset_minutes).date()
    key = "time_out.lot_expired" if is_past else "time_out.lot_expires"
    words = wording.say(DOMAIN, key, what=lot.what, number=lot.number, day=wording.day(lot.expires))
    return ExpiryLine(words, is_past)
