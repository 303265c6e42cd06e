"""The protocol file: the shipped one says what the registry says; broken copies are told where and why."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app import assets
from app.protocol_file import ProtocolProblems, ReadProtocol, read_protocol, read_shipped_protocol
from injection_plan.anatomy import PASSES, SITES
from injection_plan.protocol import Protocol, Status
from injection_plan.protocol_checks import protocol_findings
from injection_plan.volume import Volume

SHIPPED = assets.read_text("protocols", "nct07360808.yaml")
LINES = SHIPPED.splitlines()


def shipped() -> Protocol:
    answer = read_shipped_protocol()
    assert isinstance(answer, ReadProtocol)
    return answer.protocol


def line_of(text: str) -> int:
    """Return the number of the only line of the shipped file that holds a text."""
    (number,) = [number for number, line in enumerate(LINES, start=1) if text in line]
    return number


def swapped(*pairs: tuple[str, str]) -> str:
    """Return the shipped text with each text, which stands in it once, replaced."""
    copy = SHIPPED
    for before, after in pairs:
        assert copy.count(before) == 1, before
        copy = copy.replace(before, after)
    return copy


Problems = Callable[[str | bytes], list[str]]


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    """Return a way to write a copy and read what is wrong with it, without the folder in front."""

    def read(content: str | bytes) -> list[str]:
        path = tmp_path / "protocol.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        answer = read_protocol(path)
        assert isinstance(answer, ProtocolProblems)
        assert all(line.startswith(f"{path}:") for line in answer.lines)
        return [line.removeprefix(f"{tmp_path}/") for line in answer.lines]

    return read


def test_the_shipped_file_has_all_sites_and_passes_in_the_default_order() -> None:
    protocol = shipped()
    assert list(protocol.entry_sites) == list(SITES)
    # Fingertip before finger base at each site, radial before ulnar, thumb to little, right before left.
    assert [one.aliquot for one in protocol.aliquots] == list(PASSES)
    assert len(protocol.entry_sites) == 20
    assert len(protocol.aliquots) == 36


def test_the_shipped_volumes_are_those_of_the_registry_text() -> None:
    protocol = shipped()
    for one in protocol.aliquots:
        assert one.volume == Volume(500 if "-1-MCP-" in one.aliquot else 250)
        assert protocol.syringe(one.syringe).finger == one.path.finger
    assert [one.number for one in protocol.syringes] == list(range(1, 11))
    assert {one.size for one in protocol.syringes} == {Volume(1000)}
    assert protocol.volume == Volume(10000)
    assert protocol_findings(protocol) == ()


def test_the_shipped_limits_and_marks_of_what_is_not_sure() -> None:
    protocol = shipped()
    limits = protocol.limits
    assert (limits.finger_most, limits.total) == (Volume(1000), Volume(10000))
    assert (limits.mark_tolerance, limits.mark_step) == (Volume(20), Volume(10))
    assert (limits.lock_out_ms, limits.another_day_after_hours) == (700, 6)
    assert re.fullmatch(protocol.participant_code, "01-0107")
    assert not re.fullmatch(protocol.participant_code, "01-01071")
    status = {one.point: one.status for one in protocol.open_points}
    assert len(status) == 14
    assert [point for point, how in status.items() if how is Status.PROPOSED] == [
        "order",
        "pilot per site or per direction",
        "tolerance of a mark",
        "lock-out between two Gives",
        "finest mark, and another day",
        "months before screening",
        "values that are questioned",
        "short time-out, sign-out, questions of the day",
    ]
    assert status["syringes"] is Status.READING
    assert Status.CONFIRMED not in status.values()


def test_every_line_of_the_time_out_has_a_name_of_its_own() -> None:
    names = [one.line for one in shipped().time_out]
    assert len(names) == len(set(names)) == 10


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SHIPPED.replace("\n", "\r\n").encode())
    answer = read_protocol(path)
    assert isinstance(answer, ReadProtocol)
    assert answer.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (answer.path, answer.protocol) == (path, shipped())


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_protocol(tmp_path / "none.yaml")


INDEX_ROW = "{aliquot: RH-2-PIP-rad-dis, volume: 250, syringe: 2}"
INDEX_LINE = line_of(INDEX_ROW)
SYRINGE_2 = line_of("{number: 2,")
TOTAL = line_of("  total: 10000")


OVERFULL = "does not empty: its aliquots are 1.25 mL, its size is 1 mL"
WHOLE = "a volume is a whole number of microlitres | got"
NO_PASS = "this code spells no entry site and direction of the hand | got"
IN_FULL = "A protocol says everything in full: no anchors (&) and no references (*)"
TWICE = f"This field stands here already, on line {INDEX_LINE}"


@pytest.mark.parametrize(
    "before,after,where,words",
    [
        ("250", "0.25", "41 aliquots.2.volume", f"{WHOLE} 0.25"),
        ("250", '"250"', "41 aliquots.2.volume", f'{WHOLE} "250"'),
        ("250", "250.0", "41 aliquots.2.volume", f"{WHOLE} 250.0"),
        ("250", "0250", "41 aliquots.2.volume", f'{WHOLE} "0250"'),
        ("250", "0x0fa", "41 aliquots.2.volume", f'{WHOLE} "0x0fa"'),
        ("250", "no", "41 aliquots.2.volume", f'{WHOLE} "no"'),
        ("250", "true", "41 aliquots.2.volume", f"{WHOLE} true"),
        ("250", "", "40 aliquots.2.volume", f"{WHOLE} null"),
        ("250", "0", "41 aliquots.2.volume", "a dose is more than 0 microlitres | got 0"),
        ("syringe: 2", "syringe: 2.0", "55 aliquots.2.syringe", "Input should be a valid integer | got 2.0"),
        ("}", ", colour: red}", "66 aliquots.2.colour", "Extra inputs are not permitted"),
        ("volume: 250, ", "", "5 aliquots.2.volume", "Field required"),
        ("RH-2", "RH-6", "15 aliquots.2.aliquot", f'{NO_PASS} "RH-6-PIP-rad-dis"'),
        ("}", ", volume: 250}", "58 aliquots.2.volume", TWICE),
        ("250", "!!int 250", "41 aliquots.2.volume", "A protocol uses no tags (!)"),
        ("250", "&dose 250", "41 aliquots.2.volume", IN_FULL),
    ],
)
def test_one_wrong_field_is_one_line(
    problems: Problems, before: str, after: str, where: str, words: str
) -> None:
    found = problems(swapped((INDEX_ROW, INDEX_ROW.replace(before, after))))
    assert found == [f"protocol.yaml:{INDEX_LINE}:{where} - {words}"]


def test_a_block_row_is_placed_as_well(problems: Problems) -> None:
    block = "aliquot: RH-2-PIP-rad-dis\n    amount: 250\n    volume: 0.25\n    syringe: 2"
    assert problems(swapped((INDEX_ROW, block))) == [
        f"protocol.yaml:{INDEX_LINE + 1}:13 aliquots.2.amount - Extra inputs are not permitted",
        f"protocol.yaml:{INDEX_LINE + 2}:13 aliquots.2.volume - {WHOLE} 0.25",
    ]


def test_a_missing_section_stands_where_the_file_begins_to_speak(problems: Problems) -> None:
    kept = LINES[: LINES.index("time_out:")] + LINES[LINES.index("open_points:") :]
    assert problems("\n".join(kept)) == [
        f"protocol.yaml:{line_of('protocol: NCT')}:1 time_out - Field required"
    ]


def test_a_dose_too_large_breaks_three_sums(problems: Problems) -> None:
    found = problems(swapped((INDEX_ROW, INDEX_ROW.replace("250", "500"))))
    assert found == [
        f"protocol.yaml:{TOTAL}:10 limits.total - All aliquots together are 10.25 mL, not 10 mL",
        f"protocol.yaml:{SYRINGE_2}:50 syringes.1.size - Syringe 2 {OVERFULL}",
        f"protocol.yaml:{INDEX_LINE + 3}:41 aliquots.5.volume - The right index gets 1.25 mL, more than 1 mL",
    ]


def test_an_aliquot_listed_twice(problems: Problems) -> None:
    found = problems(swapped(("RH-2-PIP-rad-prx, ", "RH-2-PIP-rad-dis, ")))
    assert found == [
        f"protocol.yaml:{INDEX_LINE + 1}:15 aliquots.3.aliquot - The aliquot RH-2-PIP-rad-dis is listed twice"
    ]


def test_field_errors_and_sum_errors_come_in_one_run(problems: Problems) -> None:
    copy = swapped(
        (INDEX_ROW, INDEX_ROW.replace("250", "0.25").replace("}", ", note: x}")),
        ("{aliquot: LH-5-PIP-uln-prx, volume: 250", "{aliquot: LH-5-PIP-uln-prx, volume: 500"),
        ("{aliquot: LH-1-MCP-uln-dis,", "{aliquot: LH-1-MCP-rad-dis,"),
        ('version: "2"', "version: 1"),
        ("  mark_step: 10  ", "  mark_stepp: 10 "),
    )
    thumb = line_of("LH-1-MCP-uln-dis,")
    little = line_of("LH-5-PIP-uln-prx, volume")
    step = line_of("  mark_step:")
    assert problems(copy) == [
        f"protocol.yaml:{line_of('version:')}:10 version - Input should be a valid string | got 1",
        f"protocol.yaml:{line_of('  finger_most:')}:3 limits.mark_step - Field required",
        f"protocol.yaml:{step}:15 limits.mark_stepp - Extra inputs are not permitted",
        f"protocol.yaml:{line_of('  - LH-1-MCP-uln')}:5 entry_sites.11 - No aliquot uses the entry site LH-1-MCP-uln",
        f"protocol.yaml:{line_of('{number: 10,')}:51 syringes.9.size - Syringe 10 {OVERFULL}",
        f"protocol.yaml:{INDEX_LINE}:41 aliquots.2.volume - {WHOLE} 0.25",
        f"protocol.yaml:{INDEX_LINE}:65 aliquots.2.note - Extra inputs are not permitted",
        f"protocol.yaml:{thumb}:15 aliquots.19.aliquot - The aliquot LH-1-MCP-rad-dis is listed twice",
        f"protocol.yaml:{little}:41 aliquots.35.volume - The left little gets 1.25 mL, more than 1 mL",
    ]


@pytest.mark.parametrize(
    "content,expected",
    [
        ("limits: [1, 2\n", "2:1 (whole file) - expected ',' or ']', but got '<stream end>'"),
        ("a: b: c\n", "1:5 (whole file) - mapping values are not allowed here"),
        (b"ok: yes\nno: \xff\n", "2:5 (whole file) - The file is not UTF-8 text from here on"),
        ("a: \x07\n", "1:4 (whole file) - The character U+0007 cannot stand in a protocol file"),
        ("[" * 400, "1:14 (whole file) - The lines nest deeper than any protocol does"),
        ('a: "\\UFFFFFFFF"\n', "1:1 (whole file) - The text cannot be read beyond this place"),
    ],
)
def test_what_is_no_yaml_is_one_line(problems: Problems, content: str | bytes, expected: str) -> None:
    assert problems(content) == [f"protocol.yaml:{expected}"]


def test_a_second_document_and_a_key_that_is_no_name(problems: Problems) -> None:
    found = problems(SHIPPED + "---\nmore: 1\n")
    second = "A second document begins here; a protocol file holds one"
    assert found == [f"protocol.yaml:{len(LINES) + 1}:1 (whole file) - {second}"]
    found = problems(SHIPPED + "? [a, b]\n: c\n")
    assert found == [f"protocol.yaml:{len(LINES) + 1}:3 (whole file) - The name of a field is expected here"]


def test_an_empty_file_is_told_so(problems: Problems) -> None:
    assert problems("# nothing\n") == ["protocol.yaml:1:1 (whole file) - The file holds no protocol"]


def test_what_is_confirmed_says_by_whom(problems: Problems, tmp_path: Path) -> None:
    before = "says: 700 ms\n    status: proposed"
    line = line_of("point: lock-out")
    assert problems(swapped((before, before.replace("proposed", "confirmed")))) == [
        (
            f"protocol.yaml:{line}:5 open_points.4 - "
            "what is confirmed says by whom (confirmed_by), and nothing else does"
        )
    ]
    named = swapped((before, before.replace("proposed", "confirmed\n    confirmed_by: Coordinating centre")))
    (tmp_path / "named.yaml").write_text(named, encoding="utf-8")
    answer = read_protocol(tmp_path / "named.yaml")
    assert isinstance(answer, ReadProtocol)
    assert answer.protocol.open_points[4].confirmed_by == "Coordinating centre"


def test_a_pattern_that_is_none_is_told(problems: Problems) -> None:
    assert problems(swapped(('"[0-9]{2}-[0-9]{4}"', '"[0-9{2}"'))) == [
        (
            f"protocol.yaml:{line_of('participant_code:')}:19 participant_code - "
            'this is no regular expression | got "[0-9{2}"'
        )
    ]
