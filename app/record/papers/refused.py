"""Why a paper was not written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.record.checked_case import RecordRefused, WhyNoRecord
from app.record.papers.words import say


class WhyNoPaper(StrEnum):
    """What stands in the way of a paper only, and of no record."""

    NO_PLAN = "no plan"
    NO_PROTOCOL = "no protocol"


@dataclass(frozen=True, slots=True)
class PaperRefused:
    """No paper was written: why, and what it is about, such as a case, an entry or a file."""

    why: WhyNoRecord | WhyNoPaper
    about: str = ""

    @property
    def sentence(self) -> str:
        """The refusal as a person reads it."""
        return say(f"refused.{self.why.value.replace(' ', '_')}", about=self.about)


def as_paper(refused: RecordRefused) -> PaperRefused:
    """Return why the case cannot be printed, said of a paper."""
    return PaperRefused(refused.why, refused.about)
