"""When the process started and ended and the product was released: local times, none ahead, each after the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app import wording
from app.clock import Reading
from app.read_models import product_form as form
from app.read_models.field_said import SaidAtFields
from app.read_models.product_form import ProductText, moment_text
from app.read_models.ready_time import read_ready_time
from injection_plan.procedure import Procedure
from injection_plan.product import Process

DOMAIN = "product"


@dataclass(frozen=True, slots=True)
class Moments:
    """The three moments in UTC; one that nobody recorded, or that cannot be read, is nothing."""

    started: datetime | None
    ended: datetime | None
    ready: datetime | None


def read_moments(text: ProductText, procedure: Procedure, now: Reading, fields: SaidAtFields) -> Moments:
    """Read the three moments of a form; what is wrong with them is said through `fields`.

    A time that stands as it is stored keeps its seconds, and is not judged again.
    """
    product = procedure.product
    process = product.process if product is not None else Process()
    stored = {
        form.STARTED: process.started_at,
        form.ENDED: process.ended_at,
        form.READY: product.ready_at if product is not None else None,
    }
    read = {name: _moment(text, name, known, now, fields) for name, known in stored.items()}
    moments = Moments(read[form.STARTED], read[form.ENDED], read[form.READY])
    for where, later, earlier, key in (
        (form.ENDED, moments.ended, moments.started, "wrong.end_before_start"),
        (form.READY, moments.ready, moments.ended, "wrong.release_before_end"),
        (form.READY, moments.ready, moments.started, "wrong.release_before_start"),
    ):
        if later is not None and earlier is not None and later < earlier:
            time = moment_text(earlier, now)
            fields.say(where, wording.say(DOMAIN, key, earlier=time))
    return moments


def _moment(
    text: ProductText, where: str, stored: datetime | None, now: Reading, fields: SaidAtFields
) -> datetime | None:
    typed = text.typed(where).strip()
    if not typed:
        return None
    if stored is not None and typed == moment_text(stored, now):
        return stored
    read = read_ready_time(typed, now)
    if isinstance(read, datetime):
        return read
    time = wording.short_time(now.utc, now.offset_minutes)
    fields.say(where, wording.say(DOMAIN, f"time.{read.value}", now=time))
    return None
