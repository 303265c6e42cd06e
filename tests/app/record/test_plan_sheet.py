"""The plan sheet: what the plan says on paper, who approved it, and in large letters when nobody did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import Reading
from app.drawing.shapes import Label
from app.read_models.plan_hands import hands_of_plan, plan_picture
from app.read_models.plan_rows import plan_rows
from app.record.checked_case import WhyNoRecord
from app.record.content.found_key import found_keys
from app.record.papers.plan_sheet_content import numbers_of
from app.record.papers.refused import PaperRefused, WhyNoPaper
from app.record.papers.writing import WrittenPaper, write_plan_sheet
from app.version import SOFTWARE
from injection_plan import commands
from injection_plan.anatomy import Hand
from injection_plan.hand_findings import HandFinding
from injection_plan.plan import LeftOut, Plan
from injection_plan.product import Process
from injection_plan.terms import EndsAt, FindingKind
from injection_plan.views import FIRST_VIEW
from tests.app.record.paper import flat, pages_of, poppler
from tests.app.record.told import DIGEST, ToldCase
from tests.stories.case import ul

REASONS = {
    "RH-4-PIP-rad-dis": "Ring finger ends at the DIP joint",
    "RH-4-PIP-uln-dis": "Ring finger ends at the DIP joint",
    "LH-5-PIP-uln-dis": "Digital ulcer at the ulnar side",
    "LH-5-PIP-uln-prx": "Digital ulcer near the entry site",
}


ULCER = HandFinding(where="LH-5-PIP-uln", kind=FindingKind.ULCER, note="4 mm, dry")


def planned(*, practice: bool = False) -> ToldCase:
    case = ToldCase(practice=practice).with_product()
    case.fill(tuple(one.model_copy(update={"label": f"S-{one.syringe}"}) for one in case.fills()))
    case.do(commands.NoteHandFinding(finding=ULCER))
    order = tuple(one.aliquot for one in case.protocol.aliquots if one.aliquot not in REASONS)
    left_out = tuple(
        LeftOut(aliquot=code, reason=reason, finding=1 if code.startswith(ULCER.where) else None)
        for code, reason in REASONS.items()
    )
    return case.do(commands.DraftPlan(plan=Plan(order=order, not_planned=left_out)))


@dataclass
class Watch:
    """A clock that stands, some time after the last entry of a case."""

    case: ToldCase
    later: timedelta = timedelta(minutes=5)

    def now(self) -> Reading:
        moment = self.case.moment
        return Reading(moment.utc + self.later, moment.offset_minutes, 0, "a later run")


def sheet_of(case: ToldCase, folder: Path, name: str = "", later: timedelta = Watch.later) -> WrittenPaper:
    with case.store(folder) as journal:
        target = folder / name if name else folder
        written = write_plan_sheet(journal, case.case_id, target, clock=Watch(case, later))
    assert isinstance(written, WrittenPaper), written
    return written


def test_what_is_left_out_stands_there_with_its_reason_and_the_sums(tmp_path: Path) -> None:
    written = sheet_of(planned().approve(), tmp_path)
    first, *rest = (flat(page) for page in pages_of(written.path))
    assert "32 of 36 planned, 9 mL; 4 not planned, 1 mL" in first
    assert "RH-4-PIP-rad-dis Patient's RIGHT · ring · radial side · toward fingertip 0.25 mL Ring" in first
    assert "LH-5-PIP-uln-prx Patient's LEFT · little · ulnar side · toward finger base 0.25 mL" in first
    for reason in set(REASONS.values()):
        assert first.count(reason) == list(REASONS.values()).count(reason)
    assert not any(code in page for code in REASONS for page in rest)
    assert written.path.name == "01-0107_01-0107-1_plan-sheet.pdf"


def test_who_approved_it_stands_there_and_when(tmp_path: Path) -> None:
    case = planned().approve()
    pages = [flat(page) for page in pages_of(sheet_of(case, tmp_path).path)]
    assert re.search(r"Plan approved by Amelia Hartmann, 22 Nov 2026 09:40:\d\d \+08:00", pages[0])
    assert not any("NOT APPROVED" in page for page in pages)
    assert f"{DIGEST[:32]} " in pages[0]
    for number, page in enumerate(pages, start=1):
        for expected in (
            "Reveals the treatment arm. Not for the blinded assessor.",
            "Record and checklist aid. Not validated as a medical device.",
            "Participant 01-0107 · case 01-0107-1",
            f"{SOFTWARE} · NCT07360808 protocol file version {case.protocol.version}, digest {DIGEST[:8]}",
            f"Page {number} of {len(pages)}",
        ):
            assert expected in page, (number, expected)
        assert "PRACTICE" not in page


def test_what_nobody_approved_says_so_on_every_page_and_once_in_large_letters(tmp_path: Path) -> None:
    written = sheet_of(planned(), tmp_path)
    assert written.warning == "NOT APPROVED"
    assert all("NOT APPROVED" in page for page in pages_of(written.path))
    boxes = poppler("pdftotext", "-bbox", "-l", "1", str(written.path), "-")
    tops = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">APPROVED<', boxes)
    assert max(float(bottom) - float(top) for top, bottom in tops) > 24


def test_an_approval_that_a_change_took_back_is_none(tmp_path: Path) -> None:
    case = planned().approve()
    case.do(commands.DraftPlan(plan=case.plan()))
    pages = [flat(page) for page in pages_of(sheet_of(case, tmp_path).path)]
    assert "NOT APPROVED" in pages[0]
    assert "approved by" not in pages[0]
    assert "Everything of the protocol is planned." in pages[0]


def test_practice_is_on_every_page_and_in_the_name(tmp_path: Path) -> None:
    written = sheet_of(planned(practice=True), tmp_path, "sheet.pdf")
    assert written.path.name == "PRACTICE_sheet.pdf"
    assert all("PRACTICE" in page.splitlines()[0] + page for page in pages_of(written.path))


def test_every_syringe_tells_what_is_planned_from_it(tmp_path: Path) -> None:
    words = flat("\n".join(pages_of(sheet_of(planned().approve(), tmp_path).path)))
    filled = "1 mL 1 Johanna 1 mL, Amelia"
    assert f"4 RIGHT ring 1 mL S-4 {filled} 2 planned, 0.5 mL Lindqvist Hartmann numbers 11, 12" in words
    assert f"5 RIGHT little 1 mL S-5 {filled} 4 planned, 1 mL Lindqvist Hartmann numbers 13 to 16" in words


def test_what_was_found_on_the_hands_is_numbered_listed_and_drawn(tmp_path: Path) -> None:
    case = planned()
    first = flat(pages_of(sheet_of(case, tmp_path).path)[0])
    assert "1 Patient's LEFT · little · ulnar side: ulcer. 4 mm, dry Amelia Hartmann 22 Nov 2026" in first
    assert first.count("(finding 1)") == 2
    drawn = hands_of_plan(case.procedure, plan_rows(case.protocol, case.plan())).shapes
    bare = plan_picture(plan_rows(case.protocol, case.plan()), FIRST_VIEW).shapes
    assert {shape.about for shape in set(drawn) - set(bare)} == {ULCER.where}


def found_on(*findings: HandFinding) -> ToldCase:
    case = planned()
    for finding in findings:
        case.do(commands.NoteHandFinding(finding=finding))
    return case


SCAR = HandFinding(where="LH-2-PIP-uln-dis", kind=FindingKind.OTHER, note="Old scar")
TIP = HandFinding(where="RH-4", kind=FindingKind.MISSING, ends_at=EndsAt.DIP, note="Old amputation")
BENT = HandFinding(where="RH-2-PIP-rad", kind=FindingKind.CONTRACTURE, note="Fixed")
THIN = HandFinding(where="LH-3", kind=FindingKind.ATROPHIC, note="Thin")


def test_the_kinds_of_findings_that_are_drawn_have_a_key_and_no_other(tmp_path: Path) -> None:
    front = "Marks of what was found"
    first = flat(pages_of(sheet_of(planned(), tmp_path / "one").path)[0])
    assert f"{front} ulcer Not planned" in first
    case = found_on(SCAR, TIP, BENT, THIN)
    first = flat(pages_of(sheet_of(case, tmp_path / "all").path)[0])
    assert f"{front} ulcer contracture missing part atrophic skin other finding" in first
    keys = found_keys(case.procedure)
    assert len({key.sample.shapes for key in keys}) == len(FindingKind)
    bare = ToldCase().filled()
    bare.do(commands.DraftPlan(plan=bare.plan()))
    assert front not in flat(pages_of(sheet_of(bare, tmp_path / "none").path)[0])


def test_what_warned_at_the_approval_stands_there(tmp_path: Path) -> None:
    first = flat(pages_of(sheet_of(planned().approve(), tmp_path).path)[0])
    assert "To look at As at the approval, and at 22 Nov 2026 09:45:" in first
    assert "look at this Nobody recorded who released the product, or when it was ready. Product" in first
    assert "look at this The product label was not compared with this participant. Product" in first
    assert "blocks approval" not in first


def test_what_stands_against_a_plan_on_another_day_stands_there_first(tmp_path: Path) -> None:
    written = sheet_of(planned().approve(), tmp_path, later=timedelta(days=1))
    first = flat(pages_of(written.path)[0])
    assert "blocks approval The questions of the day were not asked today. Eligibility look at this" in first


def test_a_case_that_has_begun_says_what_warned_when_it_was_approved(tmp_path: Path) -> None:
    case = planned().approve()
    case.time_out(Hand.RIGHT).time_out(Hand.LEFT).give_on()
    first = flat(pages_of(sheet_of(case, tmp_path, later=timedelta(days=30)).path)[0])
    assert "To look at As at the approval. look at this Nobody" in first
    assert "blocks approval" not in first


def test_what_stands_against_approval_is_gathered_and_that_nothing_does_is_said(tmp_path: Path) -> None:
    case = ToldCase().with_team()
    case.do(commands.DraftPlan(plan=case.plan()))
    first = flat(pages_of(sheet_of(case, tmp_path / "early").path)[0])
    assert "To look at As at 22 Nov 2026 09:45:" in first
    assert "blocks approval The investigator has not decided 25 criteria. Eligibility" in first
    assert "blocks approval These syringes are not filled: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10. Syringes" in first
    case = planned()
    released = Process(released_by="Tomasz Wilk", label=case.to_open().participant)
    ready = case.moment.utc - timedelta(minutes=28)
    case.do(
        commands.DescribeProduct(prepared=ul(10_000), lot=None, ready_at=ready, process=released)
    ).approve()
    first = flat(pages_of(sheet_of(case, tmp_path / "clear").path)[0])
    assert re.search(r"To look at As at the approval, and at [^.]+\. Nothing\. Read aloud", first)


def test_the_path_in_words_has_the_numbers_of_the_picture(tmp_path: Path) -> None:
    case = planned().approve()
    last = flat(pages_of(sheet_of(case, tmp_path).path)[-1])
    plan = case.procedure.plan
    assert plan is not None
    rows = plan_rows(case.protocol, plan)
    drawn = {
        (shape.about, shape.text)
        for shape in plan_picture(rows, FIRST_VIEW).shapes
        if isinstance(shape, Label) and shape.text.isdigit()
    }
    for number, code in enumerate(plan.order, start=1):
        assert re.search(rf"\b{number} {code} ", last), code
        assert (code, str(number)) in drawn


def test_numbers_are_said_in_spans() -> None:
    rows = plan_rows(ToldCase().protocol, ToldCase().plan()).rows
    assert numbers_of((*rows[2:6], *rows[8:10], rows[11])) == "3 to 6, 9, 10, 12"
    assert numbers_of(()) == ""


def test_without_a_plan_there_is_no_sheet(tmp_path: Path) -> None:
    case = ToldCase().opened()
    with case.store(tmp_path) as journal:
        refused = write_plan_sheet(journal, case.case_id, tmp_path / "plan.pdf")
        unknown = write_plan_sheet(journal, "01-0999-1", tmp_path / "plan.pdf")
    assert refused == PaperRefused(WhyNoPaper.NO_PLAN, "01-0107-1")
    assert refused.sentence == "Nothing was written: case 01-0107-1 has no plan yet."
    assert unknown == PaperRefused(WhyNoRecord.NO_SUCH_CASE, "01-0999-1")
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.parametrize("count", [1, 9, 36])
def test_many_left_out_and_long_reasons_stay_within_the_margins(tmp_path: Path, count: int) -> None:
    case = ToldCase().filled()
    codes = [one.aliquot for one in case.protocol.aliquots]
    reason = " ".join(["Ulcer."] * (250 // count))
    left_out = tuple(LeftOut(aliquot=code, reason=reason) for code in codes[:count])
    case.do(commands.DraftPlan(plan=Plan(order=tuple(codes[count:]), not_planned=left_out)))
    written = sheet_of(case, tmp_path)
    words = flat("\n".join(pages_of(written.path)))
    assert words.count("Ulcer.") == count * (250 // count)
    for box in re.finditer(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"',
        poppler("pdftotext", "-bbox", str(written.path), "-"),
    ):
        left, top, right, bottom = map(float, box.groups())
        assert left > 40
        assert right < 595.28 - 40
        assert top > 14
        assert bottom < 841.89 - 14


def test_its_fonts_are_in_the_file_and_its_bytes_are_the_same_again(tmp_path: Path) -> None:
    case = planned().approve()
    written = sheet_of(case, tmp_path)
    fonts = poppler("pdffonts", str(written.path)).splitlines()[2:]
    assert fonts
    assert all(re.search(r"\syes yes", line) for line in fonts), fonts
    assert sheet_of(case, tmp_path / "again").sha256 == written.sha256


@pytest.mark.parametrize("label", ["PRACTICE-S{}", "PRACTICE-12/2026-11/S{}"])
def test_a_label_stays_on_one_line(tmp_path: Path, label: str) -> None:
    case = ToldCase().with_product()
    fills = (one.model_copy(update={"label": label.format(one.syringe)}) for one in case.fills())
    case.fill(tuple(fills)).do(commands.DraftPlan(plan=case.plan()))
    last = pages_of(sheet_of(case, tmp_path).path)[-1]
    assert all(re.search(rf"{re.escape(label.format(number))}\s", last) for number in range(1, 11))
