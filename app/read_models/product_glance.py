"""The product page at a glance: whether the label agrees, what is needed, and how much may stay empty."""

from __future__ import annotations

from dataclasses import dataclass

from app import wording
from app.read_models import eligibility_sheet, field_said
from app.read_models.product_check import ProductCheck
from app.read_models.product_form import ANSWERS, LABEL, PREPARED, ProductText
from injection_plan.procedure import Procedure

DOMAIN = "product"
Bearing = eligibility_sheet.Bearing


@dataclass(frozen=True, slots=True)
class ProductGlance:
    """The label match and how it bears; what is needed, and how many fields say nothing and may do so."""

    bearing: Bearing
    label: str
    needed: str
    not_recorded: str


def product_glance(text: ProductText, check: ProductCheck, procedure: Procedure) -> ProductGlance:
    """Return what is to be seen of the page from wherever it is scrolled to."""
    blank = sum(not text.typed(name).strip() for name in ANSWERS if name not in {LABEL, PREPARED})
    blank += all(lot.is_blank for lot in text.lots)
    bearing, label = _label(check, procedure)
    needed = "" if text.prepared.strip() else wording.say(DOMAIN, "glance.needed")
    return ProductGlance(
        bearing, label, needed, wording.say(DOMAIN, "glance.not_recorded", count=blank) if blank else ""
    )


def _label(check: ProductCheck, procedure: Procedure) -> tuple[Bearing, str]:
    said = check.said.get(LABEL)
    if said is None:
        return Bearing.OPEN, wording.say(DOMAIN, "glance.label_open")
    if said.bearing is field_said.Bearing.AGREES:
        agrees = wording.say(DOMAIN, "glance.label_agrees", participant=procedure.participant)
        return Bearing.FOR, agrees
    return Bearing.AGAINST, wording.say(DOMAIN, "glance.label_wrong", participant=procedure.participant)
