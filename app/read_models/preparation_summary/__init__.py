"""What was settled before and around the injections, in words: one summary for the record and for a screen."""

from app.read_models.preparation_summary.approval import WarnedRow
from app.read_models.preparation_summary.changes import ChangeRow
from app.read_models.preparation_summary.eligibility import CriterionRow, DayRow, EligibilitySummary
from app.read_models.preparation_summary.hands import FindingRow, HandsSummary, LeftOutRow
from app.read_models.preparation_summary.product import LotRow, ProductSummary
from app.read_models.preparation_summary.spoken import AloudRow, SignOutRow, SpokenSummary, TimeOutRow
from app.read_models.preparation_summary.summary import PreparationSummary, preparation_summary
from app.read_models.preparation_summary.syringes import FilledRow
from app.read_models.preparation_summary.words import Doer, Told, keyboards

__all__ = [
    "AloudRow",
    "ChangeRow",
    "CriterionRow",
    "DayRow",
    "Doer",
    "EligibilitySummary",
    "FilledRow",
    "FindingRow",
    "HandsSummary",
    "LeftOutRow",
    "LotRow",
    "PreparationSummary",
    "ProductSummary",
    "SignOutRow",
    "SpokenSummary",
    "TimeOutRow",
    "Told",
    "WarnedRow",
    "keyboards",
    "preparation_summary",
]
