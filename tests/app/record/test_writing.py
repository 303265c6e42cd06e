"""No record of a case that does not hold, no half file, and the same bytes whenever it is written again."""

from __future__ import annotations

import hashlib
import io
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest

from app.command_line import record as record_command
from app.journal import Journal
from app.record.checked_case import RecordRefused, WhyNoRecord, read_sound_case
from app.record.pdf import WrittenRecord, write_record
from injection_plan import commands
from injection_plan.volume import Volume
from tests.app.journal.test_damage import tamper
from tests.app.record.paper import flat, pages_of, record_of, written_in
from tests.app.record.told import ToldCase, closed, eventful


def short_case() -> ToldCase:
    return ToldCase().ready().give_on().give_on()


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    case = short_case()
    with case.store(tmp_path) as journal:
        first = written_in(journal, case, tmp_path)
        content = first.path.read_bytes()
        second = written_in(journal, case, tmp_path)
    assert first == second
    assert second.path.read_bytes() == content
    assert second.sha256 == hashlib.sha256(content).hexdigest()
    assert list(tmp_path.glob("*.part")) == []


def test_another_entry_gives_another_head(tmp_path: Path) -> None:
    case = short_case()
    first, _ = record_of(case, tmp_path)
    other = tmp_path / "other"
    second, _ = record_of(case.give_on(), other)
    assert first.head != second.head
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("old,new", [('"volume":500', '"volume":400'), ("Amelia", "Amalie")])
def test_a_changed_entry_refuses(tmp_path: Path, old: str, new: str) -> None:
    case = short_case()
    case.store(tmp_path).close()
    tamper(tmp_path, "UPDATE entries SET body = replace(body, ?, ?)", old, new)
    with Journal.open(tmp_path, create=False, reserve_bytes=0) as journal:
        refused = write_record(journal, case.case_id, tmp_path / "out.pdf")
    assert isinstance(refused, RecordRefused)
    assert refused.why is WhyNoRecord.JOURNAL_DAMAGED
    assert "entry" in refused.sentence
    assert not (tmp_path / "out.pdf").exists()


def test_a_screen_that_says_otherwise_refuses(tmp_path: Path) -> None:
    case = short_case()
    shown = replace(case.procedure, participant="01-0108")
    with case.store(tmp_path) as journal:
        assert isinstance(
            write_record(journal, case.case_id, tmp_path, session_procedure=case.procedure), WrittenRecord
        )
        refused = write_record(journal, case.case_id, tmp_path, session_procedure=shown)
    assert isinstance(refused, RecordRefused)
    assert refused.why is WhyNoRecord.DIFFERS_FROM_SCREEN


def test_there_is_no_record_of_no_case(tmp_path: Path) -> None:
    with short_case().store(tmp_path) as journal:
        refused = read_sound_case(journal, "01-0999-1")
    assert refused == RecordRefused(WhyNoRecord.NO_SUCH_CASE, "01-0999-1")
    assert "01-0999-1" in refused.sentence


def test_a_file_that_cannot_be_put_in_place_is_said(tmp_path: Path) -> None:
    case = short_case()
    with case.store(tmp_path) as journal:
        refused = write_record(journal, case.case_id, tmp_path / "nowhere" / "out.pdf")
    assert isinstance(refused, RecordRefused)
    assert refused.why is WhyNoRecord.NOT_WRITTEN
    assert "no folder" in refused.sentence


def test_a_correction_raises_the_revision_and_the_name(tmp_path: Path) -> None:
    case = closed(eventful())
    case.do(commands.WriteAddendum(text="Participant felt well at 14:00"))
    case.do(commands.Reopen(reason="Spilled volume was read wrongly"))
    written, pages = record_of(case, tmp_path)
    words = flat(" ".join(pages))
    assert written.revision == 2
    assert written.path.name.endswith("_r2.pdf")
    assert written.is_draft
    assert "revision 1, signed revision 2 Spilled volume was read wrongly" in words
    assert "Participant felt well at 14:00" in words
    assert "Not signed at the workstation" in words
    case.with_figures().sign()
    again, pages = record_of(case, tmp_path / "again")
    assert not again.is_draft
    assert all("revision 2" in flat(page) for page in pages)


def test_a_practice_record_never_lies_under_another_name(tmp_path: Path) -> None:
    case = ToldCase(practice=True).ready().give_on()
    with case.store(tmp_path) as journal:
        plain = write_record(journal, case.case_id, tmp_path / "record.pdf")
        named = write_record(journal, case.case_id, tmp_path / "practice-record.pdf")
    assert isinstance(plain, WrittenRecord)
    assert isinstance(named, WrittenRecord)
    assert plain.path.name == "PRACTICE_record.pdf"
    assert named.path.name == "practice-record.pdf"


def test_an_extra_pass_in_words_stands_apart_and_joint_measures_are_named(tmp_path: Path) -> None:
    case = ToldCase().ready()
    case.wait(minutes=1).give().leave_unread()
    case.differ(None, syringe=1, volume=100, place="web between thumb and index").read(400)
    _, pages = record_of(case, tmp_path)
    words = flat(" ".join(pages))
    assert case.procedure.given_volume == Volume(600)
    assert "In a place described in words, in no column above: 0.1 mL" in words
    assert "0.6 *" in words
    assert "* Measured together with RIGHT thumb · radial · toward fingertip" in words
    assert "* Measured together with the later extra pass 1" in words


def test_the_command_writes_a_record_or_says_why_not(tmp_path: Path) -> None:
    case = short_case()
    case.store(tmp_path).close()
    target, out = tmp_path / "record.pdf", io.StringIO()
    arguments = Namespace(folder=tmp_path, case=case.case_id, output=target)
    assert record_command.run(arguments, out) == 0
    assert "DRAFT record of case 01-0107-1" in out.getvalue()
    assert "Participant 01-0107" in pages_of(target)[0]
    arguments.case = "01-0999-1"
    assert record_command.run(arguments, out) == 1
    assert out.getvalue().splitlines()[-1] == "No record was written: there is no case 01-0999-1."
