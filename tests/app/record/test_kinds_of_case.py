"""The record of a case that did not go its plain way: stopped, put right after signing, under another code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from app import wording
from app.record.pdf import WrittenRecord
from injection_plan import commands
from injection_plan.terms import Injected, Standing
from injection_plan.volume import NOTHING
from tests.app.record.paper import flat, poppler, record_of
from tests.app.record.told import ToldCase, closed, eventful

DOTS_PER_INCH = 144
POINTS_PER_INCH = 72
DARK = 150


@dataclass(frozen=True)
class Word:
    """A word on a page, with its box in points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_on(path: Path, page: int) -> list[Word]:
    told = poppler("pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-")
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', told
    )
    return [Word(text, *map(float, box)) for *box, text in found]


class Picture:
    """One page in grey, as a printer would see it."""

    def __init__(self, path: Path, page: int, folder: Path) -> None:
        where = folder / "page"
        one = ("-f", str(page), "-l", str(page), "-singlefile")
        poppler("pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), *one, str(path), str(where))
        _, size, _, self._dots = where.with_suffix(".pgm").read_bytes().split(b"\n", 3)
        self._width = int(size.split()[0])

    def is_struck(self, word: Word) -> bool:
        """Tell whether one row of dots is dark from a word's beginning to its end."""
        scale = DOTS_PER_INCH / POINTS_PER_INCH
        left, right = int(word.left * scale) + 1, int(word.right * scale) - 1
        rows = range(int(word.top * scale), int(word.bottom * scale))
        return any(all(dot < DARK for dot in self._row(row, left, right)) for row in rows)

    def _row(self, row: int, left: int, right: int) -> bytes:
        begins = row * self._width
        return self._dots[begins + left : begins + right]


class Corrections:
    """The table of corrections as it is printed: what stands under its heads, and which of it is struck through."""

    def __init__(self, written: WrittenRecord, pages: list[str], folder: Path) -> None:
        number = max(n for n, page in enumerate(pages, start=1) if "What was corrected" in flat(page))
        self._words = words_on(written.path, number)
        self._picture = Picture(written.path, number, folder)
        self._before = self._head("Before")
        self._after = self._head("After")
        self._why = self._head("Reason")

    def before(self, version: int) -> list[Word]:
        return self._cell(version, self._before, self._after)

    def after(self, version: int) -> list[Word]:
        return self._cell(version, self._after, self._why)

    def struck(self, words: list[Word]) -> list[bool]:
        return [self._picture.is_struck(word) for word in words]

    def _head(self, text: str) -> Word:
        """Return the head of a column: the word on the line on which "What was corrected" ends."""
        line = max(one.top for one in self._words if one.text == "corrected")
        return next(one for one in self._words if one.text == text and abs(one.top - line) < 2)

    def _cell(self, version: int, head: Word, following: Word) -> list[Word]:
        """Return the words of one cell: under its head, from the line of its entry to the next entry's."""
        entries = [
            one
            for one in self._words
            if one.top > head.bottom and one.text.isdigit() and one.right < head.left / 2
        ]
        (first,) = (one for one in entries if one.text == str(version))
        ends = min((one.top for one in entries if one.top > first.top + 1), default=first.top + 40)
        return [
            one
            for one in self._words
            if first.top - 1 <= one.top < ends - 1 and head.left - 1 <= one.left < following.left - 1
        ]


def text_of(words: list[Word]) -> str:
    return flat(" ".join(word.text for word in words))


def test_a_stopped_case_says_so_and_lists_every_aliquot_that_was_not_given(tmp_path: Path) -> None:
    case = ToldCase().ready().give_on().give_on().give_on()
    case.wait(minutes=1).stop()
    closed(case)
    written, pages = record_of(case, tmp_path)
    assert not written.is_draft
    left_out = [one for one in case.procedure.deliveries if one.standing is Standing.OMITTED]
    assert len(left_out) == 33
    rows = re.findall(r"^ *\d+ +(Patient's .+?) {2,}.*\b(omitted|verified)", "\n".join(pages), re.MULTILINE)
    assert {phrase for phrase, standing in rows if standing == "omitted"} == {
        wording.aliquot(one.code) for one in left_out
    }
    assert len(rows) == 36
    assert re.search(r"stopped.{0,60}pain", flat(pages[0])), "page 1 says that it was stopped, and why"
    assert wording.volume(case.procedure.given_volume) in flat(pages[0])


def test_what_was_put_right_after_signing_stands_struck_beside_the_new_value(tmp_path: Path) -> None:
    case = closed(eventful())
    code = "RH-4-PIP-uln-dis"
    assert wording.number(case.delivery(code).given or NOTHING) == "0.25"
    case.wait(minutes=9).do(commands.Reopen(reason="Volume was told wrongly"))
    reopened = len(case.entries)
    case.void(code, Injected.YES, volume=210).read_all()
    voided = reopened + 1
    case.wait(minutes=2).with_figures().sign()
    written, pages = record_of(case, tmp_path)
    assert (written.revision, written.is_draft) == (2, False)
    assert all("revision 2" in flat(page) for page in pages)
    assert not any("record 01-0107-1 · revision 1" in flat(page) for page in pages)
    corrections = Corrections(written, pages, tmp_path)
    before, after = corrections.before(voided), corrections.after(voided)
    assert re.fullmatch(r"verified, 0\.25 mL, mark 0\.25, \d\d:\d\d:\d\d", text_of(before))
    assert re.fullmatch(r"mark differs, 0\.21 mL, mark 0\.25, \d\d:\d\d:\d\d", text_of(after))
    assert all(corrections.struck(before))
    assert not any(corrections.struck(after))
    assert text_of(corrections.before(reopened)) == "revision 1, signed"
    assert all(corrections.struck(corrections.before(reopened)))


def test_a_corrected_code_is_on_every_page_and_the_wrong_one_struck_in_the_corrections(
    tmp_path: Path,
) -> None:
    case = eventful()
    case.do(commands.CorrectParticipantCode(participant="01-0170", reason="wristband read again"))
    corrected = len(case.entries)
    closed(case)
    written, pages = record_of(case, tmp_path)
    assert written.path.name.startswith("01-0170_")
    assert all("Participant 01-0170" in flat(page) for page in pages)
    assert not any("Participant 01-0107" in flat(page) for page in pages)
    corrections = Corrections(written, pages, tmp_path)
    before, after = corrections.before(corrected), corrections.after(corrected)
    assert (text_of(before), text_of(after)) == ("01-0107", "01-0170")
    assert (corrections.struck(before), corrections.struck(after)) == ([True], [False])


def test_an_addendum_stands_with_its_author_and_leaves_the_signed_record_signed(tmp_path: Path) -> None:
    case = closed(eventful())
    case.wait(minutes=30).do(commands.WriteAddendum(text="Participant felt well at 14:00"))
    written, pages = record_of(case, tmp_path)
    assert (written.revision, written.is_draft) == (1, False)
    (page,) = (flat(page) for page in pages if "Addenda" in page)
    time = wording.date_time(case.entries[-1].stamp.recorded, case.entries[-1].stamp.offset_minutes)
    author = case.entries[-1].stamp.acted_by.name
    assert re.search(rf"{len(case.entries)} Participant felt well at 14:00 {author}, {time[:6]}", page)
    assert not any("DRAFT" in one for one in pages)
