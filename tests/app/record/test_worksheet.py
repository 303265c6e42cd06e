"""The worksheet for when the computer fails: every pass once with room for a pen, and no mark to read off the paper."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app import wording
from app.protocol_file import ReadProtocol, read_shipped_protocol
from app.record.papers.worksheet_styles import ROW, STRIP
from app.record.papers.writing import WrittenPaper, write_protocol_worksheet, write_worksheet
from injection_plan import commands
from injection_plan.plan import LeftOut, Plan
from injection_plan.protocol import SpokenCheck
from tests.app.record.paper import flat, pages_of, poppler
from tests.app.record.test_kinds_of_case import Picture, words_on
from tests.app.record.told import ToldCase, closed

CODE = re.compile(r"[RL]H-[1-5]-(?:MCP|PIP)-(?:rad|uln)-(?:dis|prx)")
EIGHT_MILLIMETRES = 8 * 72 / 25.4
LEFT_OUT = ("RH-4-PIP-rad-dis", "LH-5-PIP-uln-dis", "LH-5-PIP-uln-prx")


def protocol() -> ReadProtocol:
    read = read_shipped_protocol()
    assert isinstance(read, ReadProtocol)
    return read


def worksheet_of(case: ToldCase, folder: Path) -> WrittenPaper:
    with case.store(folder) as journal:
        written = write_worksheet(journal, case.case_id, folder)
    assert isinstance(written, WrittenPaper), written
    return written


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> WrittenPaper:
    written = write_protocol_worksheet(protocol(), tmp_path_factory.mktemp("blank"))
    assert isinstance(written, WrittenPaper), written
    return written


def test_the_blank_one_has_every_code_once_in_order_and_in_full_words(blank: WrittenPaper) -> None:
    pages = pages_of(blank.path)
    aliquots = protocol().protocol.aliquots
    assert CODE.findall("\n".join(pages)) == [one.aliquot for one in aliquots]
    words = flat("\n".join(pages))
    for number, one in enumerate(aliquots, start=1):
        phrase = wording.aliquot(one.aliquot)
        row = f"{one.aliquot} {number} {wording.volume(one.volume)} {one.syringe} {phrase}"
        assert row in words, row
    assert blank.path.name == f"NCT07360808_v{protocol().protocol.version}_worksheet.pdf"


def test_every_page_says_what_it_must_not_be_taken_for(blank: WrittenPaper) -> None:
    pages = pages_of(blank.path)
    assert len(pages) == blank.pages
    for number, page in enumerate(pages, start=1):
        words = flat(page)
        for expected in (
            "Reveals the treatment arm. Not for the blinded assessor.",
            "Record and checklist aid. Not validated as a medical device.",
            f"digest {protocol().digest[:8]}",
            f"Page {number} of {len(pages)}",
            "write the code on every sheet",
            "Participant Case Centre Date",
        ):
            assert expected in words, (number, expected)
        assert "PRACTICE" not in page


def test_both_time_outs_and_both_signatures_have_their_room(blank: WrittenPaper) -> None:
    first, *_, last = (flat(page) for page in pages_of(blank.path))
    for line in protocol().protocol.time_out:
        assert line.text in first
    assert "Before Patient's RIGHT Before Patient's LEFT" in first
    assert "Surgeon: name in capitals" in first
    assert last.count("Signature in ink, date, time") == 2


def test_the_sign_out_has_a_line_each_and_one_of_them_every_finger(blank: WrittenPaper) -> None:
    *_, asked, _ = (flat(page) for page in pages_of(blank.path))
    sign_out = protocol().protocol.sign_out
    assert "Sign-out, read aloud and answered with both people present" in asked
    assert all(asked.count(line.text) == 1 for line in sign_out)
    fingers = {wording.finger(one.finger) for one in protocol().protocol.syringes}
    assert len(fingers) == 10
    assert all(f"{finger} as it says not so" in asked for finger in fingers)
    boxes = sum(len(fingers) if line.each_finger else 1 for line in sign_out)
    assert asked.count("as it says not so") == asked.count("Remark") == boxes == 13
    assert "Answered at, initials of both" in asked


def test_the_sign_out_asks_of_no_finger_of_which_nothing_is_planned(tmp_path: Path) -> None:
    case = ToldCase()
    case.approved(*(one.aliquot for one in case.protocol.aliquots if one.syringe in {4, 6, 7, 8, 9, 10}))
    *_, asked, _ = (flat(page) for page in pages_of(worksheet_of(case, tmp_path).path))
    told = re.findall(r"(Patient's \S+ · \w+) as it says", asked)
    assert told == [f"Patient's RIGHT · {digit}" for digit in ("thumb", "index", "middle", "little")]


@pytest.mark.parametrize("practice", [False, True])
def test_the_questions_of_the_day_stand_on_the_first_sheet_before_the_time_out(
    tmp_path: Path, *, practice: bool
) -> None:
    written = worksheet_of(ToldCase(practice=practice).opened(), tmp_path)
    first = pages_of(written.path)[0]
    assert "NO PLAN WAS MADE" in first
    lines = protocol().protocol.day_check
    assert len(re.findall(r"(?<!not) clear", first)) == first.count("not clear") == len(lines)
    words = flat(first)
    assert words.index("Questions of the day") < words.index("Time-out, read aloud")
    assert "Asked at Initials Remark" in words
    assert "Passed at, initials of both" in words


def test_what_does_not_fit_on_the_first_sheet_has_one_of_its_own(tmp_path: Path) -> None:
    read = protocol()
    one, *_ = read.protocol.day_check
    many = tuple(one.model_copy(update={"line": f"line_{number}"}) for number in range(16))
    long = replace(read, protocol=read.protocol.model_copy(update={"day_check": many}))
    written = write_protocol_worksheet(long, tmp_path)
    assert isinstance(written, WrittenPaper)
    first, second, *_ = pages_of(written.path)
    assert "Questions of the day" not in first
    assert second.count("not clear") == len(many)


def test_each_syringe_has_a_box_for_what_is_read_aloud_as_it_is_taken_up(
    blank: WrittenPaper, tmp_path: Path
) -> None:
    assert [page.count("read aloud") for page in pages_of(blank.path)[1:5]] == [3, 2, 3, 2]
    assert "its number, hand, finger and fill mark are read aloud" in flat(pages_of(blank.path)[0])
    read = protocol()
    said = SpokenCheck(also=("The cells are resuspended.",))
    for check, times in ((said, 10), (None, 0)):
        other = replace(read, protocol=read.protocol.model_copy(update={"syringe_check": check}))
        written = write_protocol_worksheet(other, tmp_path)
        assert isinstance(written, WrittenPaper)
        first, *rest = pages_of(written.path)
        assert ("Also read aloud: The cells are resuspended." in first) is (check is not None)
        assert sum(page.count("read aloud") for page in rest[:4]) == times


def test_a_protocol_without_questions_and_sign_out_has_none(tmp_path: Path) -> None:
    read = protocol()
    bare = replace(read, protocol=read.protocol.model_copy(update={"day_check": (), "sign_out": ()}))
    written = write_protocol_worksheet(bare, tmp_path)
    assert isinstance(written, WrittenPaper)
    words = flat("\n".join(pages_of(written.path)))
    assert "Sign-out" not in words
    assert "Questions of the day" not in words
    assert len(CODE.findall(words)) == 36


def test_each_syringe_has_its_start_and_its_end(blank: WrittenPaper) -> None:
    words = flat("\n".join(pages_of(blank.path)))
    for caption in ("Start mark, mL", "End mark, mL", "Discarded, mL", "Spilled, mL", "Checked by"):
        assert words.count(caption) == len(protocol().protocol.syringes), caption


def test_a_row_is_high_enough_for_a_hand() -> None:
    assert min(ROW, STRIP) >= EIGHT_MILLIMETRES


def test_no_plunger_mark_stands_on_it_also_where_the_case_knows_them(tmp_path: Path) -> None:
    case = ToldCase().with_product()
    case.fill(case.fills(980, 940))
    case.do(commands.DraftPlan(plan=case.plan())).approve()
    words = flat("\n".join(pages_of(worksheet_of(case, tmp_path).path)))
    numbers = set(re.findall(r"(?<![\d.-])\d+(?:\.\d+)? ?mL", words))
    assert numbers == {"0.25 mL", "0.5 mL", "1 mL", "10 mL"}
    assert "0.94" not in words
    assert "0.98" not in words


def test_what_is_not_planned_is_struck_and_its_reason_stands_in_place_of_the_boxes(tmp_path: Path) -> None:
    written = worksheet_of(ToldCase().approved(*LEFT_OUT), tmp_path)
    pages = pages_of(written.path)
    words = flat("\n".join(pages))
    assert sorted(CODE.findall(words)) == sorted(one.aliquot for one in protocol().protocol.aliquots)
    assert words.count("NOT PLANNED: Digital ulcer at the ulnar side") == len(LEFT_OUT)
    assert "33 of 36 planned, 9.25 mL; 3 not planned, 0.75 mL" in words
    struck: dict[str, bool] = {}
    for number in range(1, len(pages) + 1):
        picture = Picture(written.path, number, tmp_path)
        for word in words_on(written.path, number):
            if CODE.fullmatch(word.text):
                struck[word.text] = picture.is_struck(word)
    assert {code for code, is_struck in struck.items() if is_struck} == set(LEFT_OUT)
    assert all("Participant 01-0107" in flat(page) for page in pages)


def test_a_syringe_that_comes_again_asks_for_its_mark_again(tmp_path: Path) -> None:
    case = ToldCase().filled()
    codes = [one.aliquot for one in case.protocol.aliquots]
    case.do(commands.DraftPlan(plan=Plan(order=(codes[0], *codes[2:], codes[1])))).approve()
    words = flat("\n".join(pages_of(worksheet_of(case, tmp_path).path)))
    assert words.count("Syringe 1, 1 mL, taken up again") == 1
    assert words.count("read aloud Label") == 10
    assert words.count("Start mark, mL") == 11


def test_a_finger_of_which_nothing_is_planned_has_no_boxes(tmp_path: Path) -> None:
    case = ToldCase()
    case.approved(*(one.aliquot for one in case.protocol.aliquots if one.syringe == 4))
    words = flat("\n".join(pages_of(worksheet_of(case, tmp_path).path)))
    assert "Syringe 4, 1 mL: nothing is planned" in words
    assert words.count("End mark, mL") == 9


def test_without_a_plan_the_whole_protocol_stands_there_and_says_so(tmp_path: Path) -> None:
    pages = pages_of(worksheet_of(ToldCase().opened(), tmp_path).path)
    assert len(CODE.findall("\n".join(pages))) == 36
    assert all("NO PLAN WAS MADE" in page for page in pages)


@pytest.mark.parametrize("character", ["W", "\N{SYRINGE}", "疡"])
def test_the_longest_reason_stays_within_the_margins_and_whole(tmp_path: Path, character: str) -> None:
    case = ToldCase(practice=True).filled()
    codes = [one.aliquot for one in case.protocol.aliquots]
    reasons = dict.fromkeys(codes[2:6], character * 2000)
    left_out = tuple(LeftOut(aliquot=code, reason=reason) for code, reason in reasons.items())
    case.do(commands.DraftPlan(plan=Plan(order=(*codes[:2], *codes[6:]), not_planned=left_out)))
    written = worksheet_of(case, tmp_path)
    pages = pages_of(written.path)
    # What no typeface has is spelt [U+1F489], over the end of a line if need be; each page's foot explains it once.
    told, explained = ("[", len(pages)) if character == "\N{SYRINGE}" else (character, 0)
    assert "".join(pages).count(told) >= 4 * 2000 + explained
    assert all("PRACTICE" in page and "NOT APPROVED" in page for page in pages)
    for box in re.finditer(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"',
        poppler("pdftotext", "-bbox", str(written.path), "-"),
    ):
        left, top, right, bottom = map(float, box.groups())
        assert left > 30
        assert right < 841.89 - 30
        assert top > 14
        assert bottom < 595.28 - 14


def test_its_fonts_are_in_the_file_and_its_bytes_are_the_same_again(
    blank: WrittenPaper, tmp_path: Path
) -> None:
    fonts = poppler("pdffonts", str(blank.path)).splitlines()[2:]
    assert fonts
    assert all(re.search(r"Identity-H\s+yes yes yes|WinAnsi\s+yes yes", line) for line in fonts), fonts
    again = write_protocol_worksheet(protocol(), tmp_path / "again.pdf")
    assert isinstance(again, WrittenPaper)
    assert again.sha256 == blank.sha256


def test_the_checker_writes_down_the_mark_that_was_read(blank: WrittenPaper) -> None:
    words = flat("\n".join(pages_of(blank.path)))
    assert words.count("Filled by Checked by Mark read, mL") == len(protocol().protocol.syringes)


def test_it_says_how_it_is_transcribed_and_what_the_diagram_is(blank: WrittenPaper) -> None:
    first = flat(pages_of(blank.path)[0])
    assert "Transcribe by code, not by number" in first
    assert "The diagram: bring the plan sheet." in first
    assert "Released, date and time" in first
    assert "Plan approved" not in first


def test_its_head_says_who_approved_the_plan_or_that_nobody_did(tmp_path: Path) -> None:
    case = ToldCase().approved()
    first = flat(pages_of(worksheet_of(case, tmp_path / "approved").path)[0])
    assert re.search(r"Plan approved by Amelia Hartmann, 22 Nov 2026 \d\d:\d\d:\d\d \+08:00", first)
    case.do(commands.DraftPlan(plan=case.plan(*LEFT_OUT)))
    pages = pages_of(worksheet_of(case, tmp_path / "fallen").path)
    assert all("NOT APPROVED" in page for page in pages)
    assert "Plan approved" not in pages[0]


def test_of_a_signed_case_every_sheet_says_so(tmp_path: Path) -> None:
    written = worksheet_of(closed(ToldCase().ready().give_all()), tmp_path)
    assert written.warning == "THE CASE IS SIGNED"
    assert all("THE CASE IS SIGNED" in page for page in pages_of(written.path))
