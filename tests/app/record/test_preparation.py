"""What was settled before and around the injections, read back from the paper: a monitor a year later asks nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.drawing.shapes import Outline
from app.record.content.legend import hands_content
from app.record.pdf import WrittenRecord
from injection_plan import commands
from injection_plan.people import Person
from injection_plan.product import SyringeCheck
from tests.app.record.paper import flat, pages_of, poppler, record_of
from tests.app.record.prepared import SCORES, ULCER, WRONG_ULCER, PreparedCase, prepared
from tests.app.record.test_kinds_of_case import Picture, words_on
from tests.app.record.told import ToldCase, closed
from tests.stories.case import ul

Printed = tuple[PreparedCase, WrittenRecord, list[str]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    case = prepared()
    closed(case)
    return case, *record_of(case, tmp_path_factory.mktemp("prepared"))


def part(pages: list[str], title: str, ends: str) -> str:
    """Return what stands between two headings, as one line."""
    words = flat(" ".join(pages))
    return words[words.index(title) : words.index(ends, words.index(title))]


def on_page(pages: list[str], title: str) -> int:
    return next(
        number for number, page in enumerate(pages, start=1) if re.search(rf"^ *{title}$", page, re.MULTILINE)
    )


def test_allocation_sign_off_and_approval_name_who_and_when(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Preparation Everything", "Warned at")
    for expected in (
        "ADRC injection; told by Interactive response system, to Mara Weiss, 19 Nov 2026 09:40:00 +08:00;",
        "reference R-48-017",
        "Screening visit 20 Oct 2026",
        "Eligibility signed off by Ines Okafor, 22 Nov 2026 09:41:09 +08:00, entered at the keyboard of Johanna",
        "Plan approved by Amelia Hartmann, 22 Nov 2026 09:46:19 +08:00",
        "Earlier approval, fallen Amelia Hartmann, 22 Nov 2026 09:43:17 +08:00; fell with entry 18: Lost in",
        "priming a syringe: 0.066 mL, now 0.12 mL",
    ):
        assert expected in words, expected


def test_what_warned_at_the_approval_stands_there_and_whether_it_was_ticked_as_read(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Warned at the approval", "Found on the hands")
    for expected in (
        "Eligibility A value says the opposite of what the investigator decided: exclusion criterion “laboratory”.",
        "not ticked as read Eligibility",
        "Eligibility Asked on the day, and not so: “No active infection today”.",
        "Product The harvest is 8 mL less than the protocol asks for.",
        "Product “Lactated Ringer's” is past its expiry date.",
        "Plan The product is 0.2 mL short of plan and dead space.",
    ):
        assert expected in words, expected


def test_findings_stand_with_what_was_left_out_for_them_and_the_withdrawn_one_is_struck(
    printed: Printed, tmp_path: Path
) -> None:
    _, written, pages = printed
    words = part(pages, "Found on the hands", "Order of the plan")
    for expected in (
        "1 Patient's RIGHT · ring: missing part, the finger ends at the DIP joint. Old",
        "Not planned for it: RIGHT ring · radial · toward fingertip; RIGHT ring · ulnar · toward fingertip",
        "Withdrawn by Amelia Hartmann, 22 Nov 2026 09:43:13 +08:00: It is the little finger",
        "3 Patient's LEFT · little · ulnar side: ulcer. Digital ulcer, 4 mm, dry Amelia Hartmann",
        "Not planned for it: LEFT little · ulnar · toward fingertip; LEFT little · ulnar · toward finger base",
        "Patient's LEFT · little · ulnar side · toward finger base 0.25 mL Amelia Hartmann 22 Nov 2026 09:43:15",
        "Ulcer at the entry site (finding 3)",
        "Nothing beyond the DIP joint (finding 1)",
    ):
        assert expected in words, expected
    number = on_page(pages, "Found on the hands")
    picture = Picture(written.path, number, tmp_path)
    struck = {word.text for word in words_on(written.path, number) if picture.is_struck(word)}
    assert {"Digital", "ulcer,"} <= struck
    assert not struck & {"missing", "Withdrawn"}


def test_what_was_found_is_drawn_on_the_hands_and_its_marks_have_a_key(printed: Printed) -> None:
    case, _, pages = printed
    hands = hands_content(case.procedure)
    drawn = {shape.about for shape in hands.picture.shapes if isinstance(shape, Outline)}
    assert ULCER.where in drawn
    assert WRONG_ULCER.where not in drawn
    assert [key.words for key in hands.found] == ["ulcer", "missing part"]
    first = [" ".join(line.split()) for line in pages[0].splitlines()]
    for words in ("Marks of what was found", "ulcer", "missing part"):
        assert any(line.startswith(words) for line in first), words


def test_the_order_is_told_where_it_is_not_the_protocols_own(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Order of the plan", "Product Prepared")
    assert "Hands: LEFT, RIGHT; in the protocol file RIGHT, LEFT." in words
    assert (
        "Sides of a finger: ulnar side, radial side; in the protocol file radial side, ulnar side." in words
    )
    assert "Directions" not in words


def test_the_product_says_what_was_recorded_and_what_was_not(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Product Prepared", "Syringes as they were filled")
    for expected in (
        "Product lot C800-2231",
        "172 mL from abdomen and both flanks;",
        "8 mL less than the protocol's 180 mL",
        "Process started 22 Nov 2026 06:30:00 +08:00",
        "Process ended 22 Nov 2026 08:50:00 +08:00",
        "Cell count, as reported 41.3 million",
        "Viability, as reported 91.5 %",
        "Quality-control sample 0.15 mL",
        "Released 22 Nov 2026 09:12:00 +08:00, by",
        "Agnieszka Nowak",
        "45 min to the first aliquot",
        "Label of the product 01-0107, the code of this participant",
        "Celution 800/CRS SN-20871 not recorded",
        "Celase reagent CR-5512 30 Apr 2027",
        "Lactated Ringer's LR-0098 ! 20 Nov 2026",
        "Lost in priming a syringe 0.12 mL Lost at each change not recorded",
        "With 0.12 mL of dead space in each of 10 syringes: 0.96 mL of the plan cannot be given from syringes 1, 2,",
        "0.76 mL is left in syringes 4, 10.",
        "25G sharp needle not recorded",
        "25G blunt cannula 21",
    ):
        assert expected in words, expected
    assert "Product lot C800-2231; released 22 Nov 2026" in flat(pages[0])
    assert "09:12 by Agnieszka Nowak" in flat(pages[0])


def test_every_syringe_has_its_label_and_both_readings(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Syringes as they were filled", "Questions of the day")
    for number, name in ((1, "RIGHT thumb"), (10, "LEFT little")):
        assert f"{number} {name} 01-0107/S{number:02} 1 1 Tomasz Wilk 1 Johanna Lindqvist agrees" in words
    assert "7 LEFT index not recorded 1 1 Tomasz Wilk" in words
    assert words.count("22 Nov 2026 09:40:04 +08:00 22 Nov 2026 09:40:05 +08:00") == 10
    assert "Label 01-0107/S04; second reading of the fill mark 1, agrees" in flat(" ".join(pages))


def test_the_questions_of_the_day_stand_with_their_answers(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Questions of the day Asked", "Eligibility Short")
    assert "Asked again on the day: Johanna Lindqvist, 22 Nov 2026 09:41:10 +08:00" in words
    assert "No new ulcer at an injection site since screening. clear" in words
    assert "No active infection today. NOT clear Graze on the palm, dry; the surgeon goes on" in words


def test_every_criterion_has_its_verdict_and_what_it_rests_on(printed: Printed) -> None:
    case, _, pages = printed
    words = part(pages, "Eligibility Short", "Changes before the first injection")
    assert len(re.findall(r"(?:Inclusion|Exclusion) \d+ ", words)) == len(case.protocol.criteria) == 25
    assert len(re.findall(r" (?:not )?met Ines Okafor 22 Nov 2026 09:41:08", words)) == 25
    for expected in (
        "Inclusion 1 “Age 18-70 years old",
        "Age 54 years, 3 Nov 2026",
        "Body mass index 22.4 kg/m², 3 Nov 2026",
        "Before: not met, Ines Okafor, 22 Nov 2026 09:40:07 +08:00",
        "Exclusion 14 laboratory ! not met",
        "Haemoglobin 78 g/L, 3 Nov 2026; Aspartate transaminase (AST) 31 U/L, upper limit of reference 40 U/L, 3",
        "Not recorded: White blood cell count; Absolute neutrophil count; Platelet count; Alanine aminotransferase",
        "! Haemoglobin 78 g/L is below 80 g/L: the text excludes. The investigator decided: not met, because:",
        "Haemoglobin repeated on 10",
        "Exclusion 16 anaesthesia not met Ines Okafor 22 Nov 2026 09:41:08 +08:00 Not recorded:",
    ):
        assert expected in words, expected


def test_no_outcome_score_is_on_any_page(printed: Printed) -> None:
    case, written, pages = printed
    stored = [one.value for found in case.procedure.prepared.decided for one in found.decision.values]
    assert set(SCORES.values()) <= set(stored)
    words = flat(" ".join(pages)) + poppler("pdftotext", "-raw", str(written.path), "-")
    for score in SCORES.values():
        assert re.search(rf"\b{score.partition('.')[0]}[.,]{score.partition('.')[2][:1]}", words) is None
    assert words.count("Compared with an outcome score, which stays with the blinded assessor") == 2 * 2


def test_what_was_answered_aloud_stands_there_and_what_was_not_says_so(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Time-outs Recorded", "Corrections Nothing")
    for expected in (
        "Patient's LEFT whole, 10 lines Amelia Hartmann, Johanna Lindqvist Johanna Lindqvist 22 Nov 2026 09:50:20",
        "identifiers, consent, allocation, product label, syringes, hands, anaesthesia, allergies,",
        "Patient's RIGHT short, 4 lines",
        "identifiers, hands, anaesthesia, position",
        "5 Syringe 5, its finger and its fill mark 1 mL Johanna Lindqvist",
        "6 not asked 7",
        "Answered aloud: Johanna Lindqvist, 22 Nov 2026",
        "The finger is perfused, and it does not bleed. not so. LEFT middle: White for 2 min, then pink",
        "LEFT index, LEFT ring, LEFT little",
    ):
        assert expected in words, expected
    assert words.count("not asked") == 1


def test_page_1_says_on_which_page_stands_why_something_is_not_planned(printed: Printed) -> None:
    _, _, pages = printed
    found = re.search(r"why: page (\d+)", flat(pages[0]))
    assert found is not None
    assert "Preparation Everything that was settled" in flat(pages[int(found[1]) - 1])


def test_the_protocol_stands_behind_it_word_for_word(printed: Printed) -> None:
    case, _, pages = printed
    words = flat(" ".join(pages))
    assert "6 inclusion criteria, 19 exclusion criteria" in words
    assert "harvest, at least: 180 mL; from release to injection, at most: no limit set" in words
    assert "injected: ADRC injection; not injected: Standard treatment" in words
    behind = words[words.index("Protocol file The") :].replace(" investigator decides", "")
    for one in case.protocol.criteria:
        assert flat(one.text)[:60] in behind, one.criterion
    for line in (*case.protocol.day_check, *case.protocol.time_out, *case.protocol.sign_out):
        assert line.text in behind, line.line


def test_every_change_of_the_preparation_stands_with_the_value_before_it(
    printed: Printed, tmp_path: Path
) -> None:
    _, written, pages = printed
    words = part(pages, "Changes before the first injection", "Time-outs Recorded")
    for expected in (
        "8 Inclusion 6, consent not met met Ines Okafor 22 Nov 2026 09:41:08 +08:00",
        "13 Finding 2 on the hands Patient's LEFT · ring · ulnar side: withdrawn: It is the little finger",
        "18 Lost in priming a syringe 0.066 mL 0.12 mL Johanna Lindqvist 22 Nov 2026 09:45:18 +08:00",
        "Ines Okafor, Amelia Hartmann: entered at the keyboard of Johanna Lindqvist.",
    ):
        assert expected in words, expected
    number = on_page(pages, "Changes before the first injection")
    picture = Picture(written.path, number, tmp_path)
    struck = {word.text for word in words_on(written.path, number) if picture.is_struck(word)}
    assert {"0.066", "Digital"} <= struck
    assert "0.12" not in struck


def test_page_1_and_the_corrections_agree_about_what_was_changed(printed: Printed) -> None:
    _, _, pages = printed
    number = on_page(pages, "Changes before the first injection")
    assert f"3, page {number}" in flat(pages[0])
    words = flat(" ".join(pages))
    assert "Corrections Nothing that was recorded at the hands was voided or put right" in words
    changes = "Changes of the preparation before the first injection: 3, with the value before each"
    assert f"{changes}, on page {number}." in words


def test_that_nothing_was_changed_is_said(tmp_path: Path) -> None:
    words = flat(" ".join(record_of(ToldCase().ready(), tmp_path)[1]))
    assert "Nothing was decided anew, withdrawn or entered again with another value." in words
    assert "Changes of the preparation before the first injection: " not in words


def test_the_sign_of_what_wants_a_look_has_its_key_on_the_pages_where_it_stands(printed: Printed) -> None:
    _, written, pages = printed
    for number, page in enumerate(pages, start=1):
        signs = sum(word.text == "!" for word in words_on(written.path, number))
        has_key = "! wants a look." in flat(page)
        assert signs != 1 if has_key else signs == 0, number


def test_of_the_second_reading_no_more_is_said_than_the_program_knows(printed: Printed) -> None:
    _, _, pages = printed
    words = part(pages, "Syringes as they were filled", "Questions of the day")
    assert "The program did not show the first reading on the second person's sheet." in words
    assert "Tomasz Wilk: entered at the keyboard of Johanna Lindqvist." in words
    assert "Label not recorded; second reading of the fill mark 1, agrees" in flat(" ".join(pages))


def test_it_takes_few_pages_and_nothing_of_it_is_beyond_the_margins(printed: Printed) -> None:
    _, written, pages = printed
    assert written.pages == len(pages) == 15
    boxes = poppler("pdftotext", "-bbox", str(written.path), "-")
    for found in re.finditer(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)"', boxes):
        left, right, bottom = map(float, found.groups())
        assert left > 40
        assert right < 595.28 - 40
        assert bottom < 841.89 - 14
    fonts = poppler("pdffonts", str(written.path)).splitlines()[2:]
    assert fonts
    assert all(re.search(r" yes +yes +yes ", line) for line in fonts)


def test_a_case_that_nobody_prepared_says_so_everywhere(tmp_path: Path) -> None:
    words = flat(" ".join(record_of(ToldCase().opened(), tmp_path)[1]))
    for expected in (
        "Screening visit not recorded",
        "Eligibility signed off by not signed off as it stands",
        "Plan approved by not approved",
        "Inclusion 2 diagnosis ! not answered",
        "Prepared not recorded",
        "1 RIGHT thumb not filled 2 RIGHT index not filled",
        "Questions of the day not asked",
        "No time-out was passed.",
        "Sign-out not yet (the case is open)",
        "There is no plan.",
    ):
        assert expected in words, expected
    assert "All of the protocol is planned" not in words
    assert "Warned" not in words


def test_a_second_reading_that_differs_is_loud(tmp_path: Path) -> None:
    case = PreparedCase().with_product().fill()
    case.do(commands.CheckSyringes(checks=(SyringeCheck(syringe=3, mark=ul(900)),), by=case.second_reader))
    words = flat(" ".join(record_of(case, tmp_path)[1]))
    assert "3 RIGHT middle 01-0107/S03 1 1 Tomasz Wilk ! 0.9 Johanna Lindqvist differs" in words
    assert "second reading of the fill mark 0.9, DIFFERS" in words


def test_names_and_notes_of_every_script_are_printed(tmp_path: Path) -> None:
    case = PreparedCase(surgeon=Person(name="张伟明 Zhang Weiming"), nurse=Person(name="Zoë Ångström Łódź"))
    written, _ = record_of(case.prepared(), tmp_path)
    words = flat(" ".join(pages_of(written.path)))
    assert "Plan approved by 张伟明 Zhang Weiming, 22 Nov 2026" in words
    assert "Withdrawn by 张伟明 Zhang Weiming" in words
    assert "1 Zoë Ångström Łódź agrees" in words


def test_the_first_page_says_how_many_lines_of_the_sign_out_were_not_so_and_where(printed: Printed) -> None:
    _, _, pages = printed
    told = re.search(r"! Sign-out: 1 line not so, page (\d+)", flat(pages[0]))
    assert told is not None
    assert int(told[1]) == on_page(pages, "Sign-out")


def test_the_first_page_says_that_the_sign_out_was_not_held_and_nothing_where_all_was_so(
    tmp_path: Path,
) -> None:
    case = ToldCase().ready().give_on()
    assert "! Sign-out: not yet" in record_of(case, tmp_path / "open")[1][0]
    assert "Sign-out" not in record_of(closed(case.give_rest()), tmp_path / "closed")[1][0]


def test_changes_of_the_preparation_are_told_apart_from_the_corrections(printed: Printed) -> None:
    _, _, pages = printed
    page = on_page(pages, "Changes before the first injection")
    assert re.search(rf"Preparation: 3,\s+page {page}", flat(pages[0]))
