"""A small sample of `make torture`: some kills that must cost nothing, and the control that must cost something."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.journal import Journal
from tests.torture.judging import Found, StoredCase, find, judge
from tests.torture.killing import Cue, Moment, run_and_kill
from tests.torture.lost_pages import IGNORE_SYNC, KEEP_SYNCED
from tests.torture.rounds import Round
from tests.torture.words import Key, Page, Shown, heard

SEED = 20
MIDST = Moment(Cue.KEY, 0.004, keys=4)


@pytest.fixture
def midst(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every kill fall right after the fourth key that stores, so that the sample is short and never empty."""
    monkeypatch.setattr("tests.torture.rounds.random_moment", lambda _: MIDST)


@pytest.mark.usefixtures("midst")
@pytest.mark.parametrize("disk", [None, KEEP_SYNCED])
def test_what_was_shown_survives_kills_and_the_case_goes_on(tmp_path: Path, disk: str | None) -> None:
    this = Round(tmp_path / "data", disk, SEED)
    this.kill()
    this.kill()
    figures = this.figures
    assert (figures.missing, figures.doubled, figures.problems) == ([], [], [])
    assert (figures.kills, figures.resumed) == (2, 1)
    assert figures.repaints > 4


@pytest.mark.usefixtures("midst")
def test_without_syncing_a_power_cut_is_caught(tmp_path: Path) -> None:
    this = Round(tmp_path / "data", IGNORE_SYNC, SEED)
    assert this.kill().missing


def test_a_run_that_ends_by_itself_is_a_fault(tmp_path: Path) -> None:
    with Journal.open(tmp_path, reserve_bytes=0, log_bytes=0):
        ended = run_and_kill(tmp_path, SEED, None, Moment(Cue.KEY, 0.0, keys=3))
    assert len(ended.problems) == 1
    assert "JournalHeld" in ended.problems[0]


def test_an_aliquot_given_twice_is_doubled(tmp_path: Path) -> None:
    run_and_kill(tmp_path, SEED, None, MIDST)
    found = find(tmp_path, in_place=True)
    twice = {case: replace(one, entries=one.entries * 2) for case, one in found.cases.items()}
    assert judge((), {}, found).doubled == []
    assert judge((), {}, replace(found, cases=twice)).doubled != []


GIVEN, VERIFIED = ("RH-1-MCP-rad-dis", "mark owed"), ("RH-1-MCP-rad-dis", "verified")


def shown(*standings: tuple[str, str]) -> Shown:
    return Shown("PRACTICE-1", tuple((code, standing, "") for code, standing in standings))


def stored(*states: tuple[str, str]) -> StoredCase:
    """A case of as many entries as states, after each of which one aliquot stands like that."""
    seals = tuple(f"seal {at}" for at, _ in enumerate(states))
    return StoredCase(seals, (), tuple(frozenset({state}) for state in states), None)


def test_what_is_shown_and_stored_is_sound() -> None:
    found = Found({"PRACTICE-1": stored(GIVEN, VERIFIED)}, (), 0.0)
    verdict = judge((shown(GIVEN), shown(GIVEN), Key("Key_Return", True), shown(VERIFIED)), {}, found)
    assert verdict.is_sound
    assert verdict.repaints == 3


@pytest.mark.parametrize(
    "lines",
    [(shown(GIVEN), shown(VERIFIED)), (shown(VERIFIED),), (shown(GIVEN, ("LH-1-MCP-rad-dis", "omitted")),)],
)
def test_what_is_shown_and_not_stored_is_missing(lines: tuple[Shown, ...]) -> None:
    assert judge(lines, {}, Found({"PRACTICE-1": stored(GIVEN)}, (), 0.0)).missing
    assert judge(lines, {}, Found({}, (), 0.0)).missing


def test_a_timeline_that_goes_back_is_missing_something() -> None:
    found = Found({"PRACTICE-1": stored(GIVEN, VERIFIED)}, (), 0.0)
    assert judge((shown(VERIFIED), shown(GIVEN)), {}, found).missing


def test_an_entry_that_was_there_before_and_is_gone_is_missing() -> None:
    before = {"PRACTICE-1": stored(GIVEN, VERIFIED)}
    assert judge((), before, Found({"PRACTICE-1": stored(GIVEN)}, (), 0.0)).missing
    assert judge((), before, Found(before, (), 0.0)).is_sound


def test_a_case_taken_up_elsewhere_than_it_was_left_is_a_fault() -> None:
    before = {"PRACTICE-1": stored(GIVEN, VERIFIED)}
    assert judge((shown(GIVEN),), before, Found(before, (), 0.0)).problems


def test_a_line_that_the_kill_cut_is_left_out() -> None:
    assert heard(b'{"kind": "Page", "name": "NurseScreen"}\n{"kind": "Sho') == (Page("NurseScreen"),)
