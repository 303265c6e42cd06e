"""What stands on paper is what stands in the journal, row by row, on pages that say whose they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import wording
from app.record.pdf import WrittenRecord
from app.version import SOFTWARE
from injection_plan import commands
from injection_plan.people import Person
from injection_plan.terms import Standing
from tests.app.record.paper import flat, pages_of, poppler, record_of
from tests.app.record.told import DIGEST, ToldCase, closed, eventful

Printed = tuple[ToldCase, WrittenRecord, list[str]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    case = closed(eventful())
    return case, *record_of(case, tmp_path_factory.mktemp("record"))


def test_the_figures_of_page_1(printed: Printed) -> None:
    case, _, (first, *_) = printed
    assert case.procedure.given_volume.microlitres == 9_210
    lines = first.splitlines()
    figures = lines[next(number for number, line in enumerate(lines) if "9.21 mL" in line)]
    assert flat(figures).replace("! ", "!") == "9.21 mL !33 !2 !3 !2 not asked"
    words = flat(first).replace("! ", "!")
    for expected in (
        "Participant 01-0107 Surgeon Amelia Hartmann",
        "Centre 01 Verifying nurse Johanna Lindqvist",
        "Product lot C800-2231; ready 22 Nov 2026 09:12",
        "22 Nov 2026, 09:53:15 – 10:36:11 +08:00, 42 min 56 s",
        "of 34 planned; 31",
        "Hand 2.5 !2 !4.5 !2.26 !2.45 !4.71",
        "thumb MCP 0.5 0.5 1 10:19 0.5 0.5 1 09:54",
        "little PIP 0.5 not planned !0.5 10:36 0.5 0.5 1 10:16",
        "Lost in priming and hub 0 mL, unknown in 1 of 10",
        "I gave the volumes recorded here.",
        "22 Nov 2026 10:48:26 +08:00",
        "Identity not authenticated by the program; sign in ink.",
    ):
        assert expected in words, expected


def test_adverse_events_are_never_none_when_nobody_asked(printed: Printed) -> None:
    _, _, (first, *_) = printed
    assert re.search(r"Adverse events(?:.|\n)*not asked", first)
    assert "Participant feels faint, pulse 52" in first


def test_every_page_says_whose_it_is(printed: Printed) -> None:
    case, written, pages = printed
    assert len(pages) == written.pages
    for number, page in enumerate(pages, start=1):
        words = flat(page)
        for expected in (
            "Participant 01-0107 · record 01-0107-1 · revision 1",
            f"head {written.head[:8]} … {written.head[-8:]} · {len(case.entries)} entries",
            f"{SOFTWARE} · NCT07360808 protocol file version 2, digest {DIGEST[:8]}",
            f"Page {number} of {len(pages)}",
            "Record and checklist aid. Not validated as a medical device.",
            "Reveals the treatment arm. Not for the blinded assessor.",
        ):
            assert expected in words, (number, expected)
        assert "DRAFT" not in page
        assert "PRACTICE" not in page


def aliquot_lines(pages: list[str]) -> dict[str, str]:
    """Return what stands behind every aliquot's phrase on the main line of its row."""
    rows: dict[str, str] = {}
    for line in "\n".join(pages).splitlines():
        found = re.match(r"\s*(?:\d+|–) +(Patient's (?:RIGHT|LEFT)(?: · [a-z ]+?){3})(?: {2,}(.*))$", line)
        if found:
            rows.setdefault(found[1], flat(found[2]))
    return rows


def test_every_aliquot_stands_on_paper_as_in_the_journal(printed: Printed) -> None:
    case, _, pages = printed
    rows = aliquot_lines(pages)
    assert len(case.procedure.deliveries) == 36
    for one in case.procedure.deliveries:
        expected: list[str] = []
        if one.standing is not Standing.NOT_PLANNED:
            assert one.planned is not None
            expected.append(wording.number(one.planned))
        if one.is_given and one.given is not None:
            mark = "" if one.given == one.planned else "! "
            expected.append(mark + wording.number(one.given))
        if one.measured is not None and one.before is not None and one.mark is not None:
            sign = " *" if one.measured_with else ""
            expected.append(wording.number(one.measured) + sign)
            expected += [wording.number(one.before), wording.number(one.mark)]
        if one.readings:
            expected.append("; ".join(wording.number(mark) for mark in one.readings))
        if one.stamp is not None:
            expected.append(wording.stamp_time(one.stamp))
        line = rows[wording.aliquot(one.code)]
        figures = " ".join(expected)
        assert line.startswith(figures), one.code
        rest = line.removeprefix(figures).strip()
        assert rest, one.code
        assert wording.standing(one.standing).startswith(rest), one.code


def test_every_aliquot_has_its_code_and_none_that_was_not_planned_a_number(printed: Printed) -> None:
    case, _, pages = printed
    words = flat(" ".join(pages))
    for one in case.procedure.deliveries:
        if not one.is_extra:
            assert f" {one.code} · " in words
    assert len(re.findall(r" – Patient's LEFT · little · ulnar side", words)) == 2


def test_every_entry_stands_on_paper_with_its_seal(printed: Printed, tmp_path: Path) -> None:
    case, written, pages = printed
    with case.store(tmp_path) as journal:
        seals = [one.seal for one in journal.entries(case.case_id)]
    assert seals[-1] == written.head
    words = flat("\n".join(pages))
    for entry, seal in zip(case.entries, seals, strict=True):
        utc = f"{entry.stamp.recorded:%Y-%m-%d %H:%M:%S}"
        first = next(
            (line for page in pages for line in page.splitlines() if f"{entry.version} {utc}" in flat(line)),
            "",
        )
        assert seal[:8] in first, entry.version
        assert seal[-8:] in words
        assert entry.stamp.acted_by.name in first
    assert f"Seal of the last entry, in full: {written.head}" in words


def test_corrections_keep_the_value_before_and_everybody_stands_there(printed: Printed) -> None:
    _, _, pages = printed
    words = flat("\n".join(pages))
    assert "Corrections The value before is struck through" in words
    assert "injected? No, nothing was injected" in words
    assert "wrong entry" in words
    assert "Present: Amelia Hartmann, Johanna Lindqvist" in words
    assert "explained by Johanna Lindqvist, 10:42:24, entry 89: read at an angle" in words
    assert "* Measured together" not in words


def test_what_is_open_in_the_protocol_says_how_sure_it_is(printed: Printed) -> None:
    _, _, pages = printed
    first = next(number for number, page in enumerate(pages) if "What the source leaves open" in page)
    words = flat(" ".join(pages[first:]))
    assert "Protocol file The program's own protocol file" in words
    assert "It is not the sponsor's protocol document." in words
    assert DIGEST in words
    assert "tolerance of a mark 0.02 mL proposed" in words
    open_points, _, parts = words.partition("Criteria proposed: ")
    assert open_points.count("proposed") == 8
    assert parts.count("proposed: short time-out, sign-out, questions of the day") == 3


def test_every_typeface_is_embedded(printed: Printed) -> None:
    _, written, _ = printed
    lines = poppler("pdffonts", str(written.path)).splitlines()[2:]
    assert lines
    for line in lines:
        assert re.search(r" yes +yes +yes +\d+ +\d+$", line), line
        assert "Helvetica" not in line


def test_the_files_own_title_is_neutral(printed: Printed) -> None:
    _, written, _ = printed
    about = poppler("pdfinfo", str(written.path))
    assert re.search(r"Title: +Procedure record 01-0107-1, participant 01-0107, revision 1", about)
    assert "ADRC" not in about
    assert written.path.name == "01-0107_01-0107-1_procedure-record_r1.pdf"


def test_a_draft_and_a_practice_case_say_so_on_every_page(tmp_path: Path) -> None:
    written, pages = record_of(eventful(practice=True), tmp_path)
    assert written.is_draft
    assert written.path.name.startswith("PRACTICE_")
    for page in pages:
        assert "PRACTICE · DRAFT - case not closed" in flat(page)
    assert "The volumes are not reconciled yet." in flat(" ".join(pages))


def test_a_chinese_name_is_printed_and_a_character_without_a_glyph_is_spelt(tmp_path: Path) -> None:
    case = ToldCase(surgeon=Person(name="张伟明 Zhang Weiming"), nurse=Person(name="Zoë Ångström Łódź"))
    case.ready().give_on().do(commands.NoteOccurrence(text="Mood \U0001f600 steady"))
    written, pages = record_of(case, tmp_path)
    words = flat(" ".join(pages))
    assert "Surgeon 张伟明 Zhang Weiming" in words
    assert "Zoë Ångström Łódź" in words
    assert "Mood [U+1F600] steady" in words
    assert all("are printed as [U+…]" in flat(page) for page in pages)
    fonts = poppler("pdffonts", str(written.path))
    assert "NotoSansSC" in fonts


def test_a_case_of_hundreds_of_entries_loses_none(tmp_path: Path) -> None:
    case = ToldCase().ready()
    long = "A long remark that goes on and on, " * 50
    for number in range(80):
        case.do(
            commands.NoteOccurrence(text=f"Remark {number:03}. {long if number in (7, 50) else ''}".strip())
        )
        case.do(commands.Pause()).resume()
    written, pages = record_of(case, tmp_path)
    words = flat(" ".join(pages_of(written.path)))
    assert len(case.entries) > 240
    for number in range(80):
        assert words.count(f"Remark {number:03}.") == 2
    assert words.count("goes") == 4 * 50
    assert f"Page {len(pages)} of {len(pages)}" in flat(pages[-1])
    assert "Continued on the next page" in flat(pages[0])
    assert all(f"{version} 2026-11-22" in words for version in range(1, len(case.entries) + 1))


def test_nothing_is_drawn_beyond_the_margins(printed: Printed) -> None:
    _, written, _ = printed
    boxes = poppler("pdftotext", "-bbox", str(written.path), "-")
    for found in re.finditer(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes):
        left, top, right, bottom = map(float, found.groups())
        assert left > 40
        assert right < 595.28 - 40
        assert top > 14
        assert bottom < 841.89 - 14
