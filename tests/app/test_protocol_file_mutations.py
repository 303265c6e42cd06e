"""Whatever is done to the text of a protocol file, the answer is a protocol or lines, never a crash."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app import assets
from app.protocol_file import ProtocolProblems, ReadProtocol, read_protocol
from injection_plan.protocol_checks import protocol_findings

SHIPPED = assets.read_text("protocols", "nct07360808.yaml")
A_LINE = re.compile(r".*:[1-9][0-9]*:[1-9][0-9]* \S.* - \S.*", re.DOTALL)
# What YAML or a careless editor could bring in: indicators, directives, half escapes, control characters.
SCRAPS = st.sampled_from(
    [
        "", " ", "\n", "\t", "\r", "\0", "\x85", "\u2028", "\ufeff", "- ", ": ", ":", "{", "}", "[", "]", ",",
        "&a ", "*a", "!!int ", "!x ", "| \n", ">9", "%YAML 9.9\n", "%TAG ! x", "---\n", "...\n", "? ", "<<: ",
        '"', "'", '"\\x', '"\\uD800"', '"\\UFFFFFFFF"', "#", "@", "`", "~", "null", "1e999", ".nan", "0o7",
        "99999999999999999999", "-1", "1_000", "2001-01-01", "12:30:00", "é", "😀", "[[[[[[[[[[[[[[[[",
    ]
)  # fmt: skip
PLACES = st.integers(0, len(SHIPPED))


def answered(folder: Path, content: bytes) -> None:
    """Read a copy and see that the answer is one of the two, and holds what it promises."""
    path = folder / "copy.yaml"
    path.write_bytes(content)
    answer = read_protocol(path)
    if isinstance(answer, ReadProtocol):
        assert protocol_findings(answer.protocol) == ()
        return
    assert isinstance(answer, ProtocolProblems)
    assert answer.lines
    assert all(A_LINE.fullmatch(line) for line in answer.lines)
    last = content.count(b"\n") + 1
    assert all(int(line.removeprefix(f"{path}:").split(":")[0]) <= last for line in answer.lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutations")


pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning")  # a mutated pattern may earn one from `re`


@settings(max_examples=150)
@given(PLACES, st.integers(0, 60), SCRAPS | st.text(max_size=8))
def test_a_piece_of_the_text_replaced(folder: Path, at: int, length: int, scrap: str) -> None:
    copy = SHIPPED[:at] + scrap + SHIPPED[at + length :]
    answered(folder, copy.encode("utf-8", "surrogatepass"))


@settings(max_examples=100)
@given(st.data())
def test_values_of_fields_replaced(folder: Path, data: st.DataObject) -> None:
    lines = SHIPPED.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(0, len(lines) - 1))
        spots = [one.start() for one in re.finditer(r"(?<=[:-] )(?=\S)", lines[row])]
        if spots:
            spot = data.draw(st.sampled_from(spots))
            lines[row] = lines[row][:spot] + data.draw(SCRAPS) + re.sub(r"^[^,}\n]*", "", lines[row][spot:])
    answered(folder, "".join(lines).encode())


@settings(max_examples=60)
@given(st.lists(st.integers(0, len(SHIPPED.splitlines()) - 1), min_size=1, max_size=5), st.booleans())
def test_lines_dropped_or_doubled(folder: Path, rows: list[int], doubled: bool) -> None:
    lines = SHIPPED.splitlines(keepends=True)
    copy = [line * ((2 if doubled else 0) if row in rows else 1) for row, line in enumerate(lines)]
    answered(folder, "".join(copy).encode())


@settings(max_examples=100)
@given(st.binary(max_size=200) | st.lists(SCRAPS, max_size=12).map("".join).map(str.encode))
@example(b"")
@example(b"&a [*a]")
@example(b"aliquots: {}\nlimits: []\nsyringes: 3\nentry_sites: {a: b}\n")
@example(b"aliquots: [1, [], {}]\nsyringes: [null, {number: x}]\nlimits: {total: {}}\n")
def test_anything_at_all(folder: Path, content: bytes) -> None:
    answered(folder, content)
