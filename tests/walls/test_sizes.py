"""The report of sizes sees what is too long, and nothing else."""

from tests.walls.sizes import LONGEST_FUNCTION, oversizes
from tests.walls.source import module


def function_of(lines: int) -> str:
    return "def steps():\n" + "    pass\n" * (lines - 1)


def test_a_function_of_just_the_longest_length_is_not_reported() -> None:
    assert oversizes([module("ui/step.py", function_of(LONGEST_FUNCTION))]) == []


def test_one_line_more_is_reported_with_its_place() -> None:
    (found,) = oversizes([module("ui/step.py", "\n" + function_of(LONGEST_FUNCTION + 1))])
    assert str(found) == "   41 lines (at most 40)  ui/step.py:2 steps"


def test_modules_and_classes_are_measured_and_the_worst_comes_first() -> None:
    text = "class Screen:\n" + "    shown = True\n" * 400
    assert [(one.lines, one.limit, one.what) for one in oversizes([module("ui/screen.py", text)])] == [
        (401, 150, "ui/screen.py:1 Screen"),
        (401, 250, "ui/screen.py"),
    ]
