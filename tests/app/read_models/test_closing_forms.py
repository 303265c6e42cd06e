"""The forms of closing, without a window: typed text in, one command or a sentence for each field out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import wording
from app.read_models import reconcile_form as form
from app.read_models.blind import blind
from app.read_models.correction_form import (
    REASON,
    TIME,
    VOLUME,
    CorrectionText,
    check_correction,
    correction_form,
    correction_warning,
)
from app.read_models.entry_words import what_happened
from app.read_models.participant_code_form import AGAIN, CODE, CodeText, check_participant_code
from app.read_models.reconcile_check import check_reconcile
from app.read_models.reconcile_form import How, LossText, ReconcileText, SettlementText
from app.read_models.reconcile_lines import LineState
from app.read_models.review import Stage, delivery_rows, entry_rows, eyes_of, stage_of
from app.read_models.signing import MEANING, NAME, Meaning, check_sign, sign_views
from injection_plan.events import Reconciled, Signed
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import Injected, Role
from injection_plan.volume import Volume
from tests.ui.review.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.close()


def full_form(desk: Desk) -> ReconcileText:
    empty = form.empty_form(desk.procedure)
    filled = form.nothing_discarded_or_spilled(form.priming_unknown_elsewhere(empty))
    marks = tuple(replace(one, explanation="read at an angle") for one in filled.marks)
    return replace(filled, sample="0", not_drawn_up="0", marks=marks)


def settled_form(desk: Desk) -> ReconcileText:
    text = full_form(desk)
    check = check_reconcile(desk.procedure, text)
    volumes = {line.syringe: line.unexplained for line in check.lines}
    settlements = tuple(
        SettlementText(one.line, How.BY_PERFORMER, "", volumes[one.line].microlitres)
        if volumes.get(one.line)
        else one
        for one in text.settlements
    )
    return replace(text, settlements=settlements)


def test_an_untouched_form_has_no_figure_and_names_every_line(desk: Desk) -> None:
    desk.give_all()
    check = check_reconcile(desk.procedure, form.empty_form(desk.procedure))
    assert check.command is None
    assert {line.state for line in check.lines} == {LineState.MISSING}
    assert check.product.state is LineState.MISSING
    assert len(check.problems) == 32
    assert check.sums.priming == check.sums.discarded == check.sums.spilled == ""
    assert "1, 2, 3, 4, 5, 6, 7, 8, 9, 10" in check.missing


def test_an_untroubled_case_adds_up_once_everything_is_said(desk: Desk) -> None:
    desk.give_all()
    check = check_reconcile(desk.procedure, full_form(desk))
    assert check.problems == {}
    assert check.command is not None
    desk.do(check.command)
    last = desk.last()
    assert isinstance(last, Reconciled)
    assert last.settlements == ()
    assert all(loss.priming is None for loss in last.losses)


def test_zeros_are_written_only_where_nobody_typed(desk: Desk) -> None:
    typed = replace(form.empty_form(desk.procedure), losses=(LossText(1, discarded="0,05"), LossText(2)))
    filled = form.nothing_discarded_or_spilled(typed)
    assert [(one.discarded, one.spilled) for one in filled.losses] == [("0,05", "0"), ("0", "0")]
    ticked = form.priming_unknown_elsewhere(replace(typed, losses=(LossText(1, priming="0.07"), LossText(2))))
    assert [one.priming_unknown for one in ticked.losses] == [False, True]


@pytest.mark.parametrize(
    "typed,unexplained",
    [("0.07", "\N{MINUS SIGN}0.07"), ("0,07", "\N{MINUS SIGN}0.07"), ("0.001", "\N{MINUS SIGN}0.001")],
)
def test_what_is_lost_in_priming_is_missing_to_the_microlitre(
    desk: Desk, typed: str, unexplained: str
) -> None:
    desk.give_all()
    text = full_form(desk)
    losses = (replace(text.losses[0], priming=typed, priming_unknown=False), *text.losses[1:])
    check = check_reconcile(desk.procedure, replace(text, losses=losses))
    assert check.lines[0].unexplained_words == unexplained
    assert check.lines[0].state is LineState.OPEN
    assert form.settled_field(1) in check.problems
    assert check.command is None


@pytest.mark.parametrize("typed", ["05", "1,000", "0.0001", "a", "-0.1", "."])
def test_a_figure_that_cannot_be_read_is_refused_with_a_sentence_at_its_field(desk: Desk, typed: str) -> None:
    text = full_form(desk)
    losses = (replace(text.losses[0], spilled=typed), *text.losses[1:])
    problems = check_reconcile(desk.procedure, replace(text, losses=losses)).problems
    assert problems[form.spilled_field(1)].endswith(".")


def test_a_figure_and_unknown_together_are_refused(desk: Desk) -> None:
    text = full_form(desk)
    losses = (replace(text.losses[0], priming="0.07"), *text.losses[1:])
    assert form.priming_field(1) in check_reconcile(desk.procedure, replace(text, losses=losses)).problems


def test_accepting_a_volume_holds_for_that_volume_only(desk: Desk) -> None:
    desk.give_all()
    text = full_form(desk)
    losses = (replace(text.losses[0], priming="0.07", priming_unknown=False), *text.losses[1:])
    seventy = replace(text, losses=losses, settlements=(SettlementText(1, How.BY_VERIFIER, "", -70),))
    assert check_reconcile(desk.procedure, seventy).command is not None
    eighty = replace(seventy, losses=(replace(losses[0], priming="0.08"), *losses[1:]))
    check = check_reconcile(desk.procedure, eighty)
    assert check.command is None
    assert wording.signed_volume(Volume(-80)) in check.problems[form.settled_field(1)]


def test_an_explanation_is_words(desk: Desk) -> None:
    desk.give_all()
    text = full_form(desk)
    losses = (replace(text.losses[0], priming="0.07", priming_unknown=False), *text.losses[1:])
    silent = replace(text, losses=losses, settlements=(SettlementText(1, How.EXPLAINED, "  ", -70),))
    assert check_reconcile(desk.procedure, silent).command is None
    said = replace(silent, settlements=(SettlementText(1, How.EXPLAINED, "overfilled", -70),))
    command = check_reconcile(desk.procedure, said).command
    assert command is not None
    assert command.settlements[0].explanation == "overfilled"
    assert command.settlements[0].accepted_by is None


def test_a_case_with_troubles_closes_only_after_every_mark_and_every_volume(desk: Desk) -> None:
    desk.give_with_troubles()
    assert stage_of(desk.procedure) is Stage.END_MARKS
    assert check_reconcile(desk.procedure, full_form(desk)).command is None
    while desk.procedure.end_marks_owed:
        desk.read()
    assert stage_of(desk.procedure) is Stage.SIGN_OUT
    check = check_reconcile(desk.procedure, settled_form(desk))
    assert (check.problems, check.command) == ({}, None)
    assert check.missing == wording.refusal(Refusal(Why.NO_SIGN_OUT))
    desk.sign_out()
    assert stage_of(desk.procedure) is Stage.RECONCILE
    unexplained = replace(settled_form(desk), marks=form.empty_form(desk.procedure).marks)
    assert check_reconcile(desk.procedure, unexplained).command is None
    check = check_reconcile(desk.procedure, settled_form(desk))
    assert check.problems == {}
    assert check.command is not None
    desk.do(check.command)
    assert stage_of(desk.procedure) is Stage.SIGN


def test_the_figures_recorded_last_come_back_only_into_empty_fields(desk: Desk) -> None:
    desk.give_all()
    command = check_reconcile(desk.procedure, full_form(desk)).command
    assert command is not None
    desk.do(command)
    before = form.last_figures(desk.entries)
    assert before is not None
    typed = replace(form.empty_form(desk.procedure), sample="0.1")
    again = form.figures_again(typed, before)
    assert again.sample == "0.1"
    assert again.not_drawn_up == "0"
    assert all(one.priming_unknown and one.discarded == one.spilled == "0" for one in again.losses)


def test_no_entry_and_no_row_shows_a_mark_that_is_still_to_be_read(desk: Desk) -> None:
    desk.give_with_troubles()
    eyes = eyes_of(desk.procedure)
    assert eyes == blind(desk.procedure)
    owed = {mark.syringe for mark in desk.procedure.end_marks_owed}
    assert owed
    for entry in desk.entries:
        words = what_happened(entry, eyes)
        if entry.event.kind == "mark_read" and entry.event.syringe in owed:
            assert "mL" not in words
    rows = {row.code: row for row in delivery_rows(desk.procedure, eyes)}
    for one in desk.procedure.deliveries:
        if one.syringe in owed:
            assert not any(figure.isdigit() for figure in rows[one.code].mark)


def test_every_entry_has_words_and_the_newest_stands_first(desk: Desk) -> None:
    desk.give_with_troubles()
    rows = entry_rows(desk.entries, eyes_of(desk.procedure))
    assert [row.number for row in rows] == list(range(len(desk.entries), 0, -1))
    assert all(row.what.strip() and row.who and row.entered_by for row in rows)


def test_a_signature_needs_a_meaning_and_the_name_letter_by_letter(desk: Desk) -> None:
    desk.give_all()
    command = check_reconcile(desk.procedure, full_form(desk)).command
    assert command is not None
    desk.do(command)
    surgeon, nurse = sign_views(desk.procedure)
    assert set(check_sign(desk.procedure, surgeon, "", None).problems) == {NAME, MEANING}
    for wrong in ("practice surgeon", "Practice  surgeon", nurse.name):
        assert NAME in check_sign(desk.procedure, surgeon, wrong, Meaning.GAVE).problems
    signed = check_sign(desk.procedure, surgeon, surgeon.name, Meaning.GAVE).command
    assert signed is not None
    desk.do(signed, Role.PERFORMER)
    assert desk.last() == Signed(meaning="I gave the volumes recorded here.")


def test_a_correction_asks_first_whether_product_was_injected(desk: Desk) -> None:
    desk.give_all()
    code = desk.procedure.planned[0].code
    asked = correction_form(desk.procedure, code)
    assert asked is not None
    assert set(check_correction(asked, CorrectionText()).problems) == {"injected", REASON}
    same = CorrectionText(Injected.YES, reason="slip")
    assert VOLUME in check_correction(asked, same).problems
    assert TIME in check_correction(asked, replace(same, time="25:00")).problems
    assert VOLUME in check_correction(asked, replace(same, volume="0")).problems
    right = replace(same, volume="0,4", time="10:01", place=wording.aliquot("RH-2-PIP-rad-dis"))
    command = check_correction(asked, right).command
    assert command is not None
    assert (command.volume, command.place) == (Volume(400), "RH-2-PIP-rad-dis")
    assert command.happened_at is not None
    assert command.happened_at.utcoffset() == timedelta(0)
    desk.do(command)


def test_above_the_most_for_a_finger_it_warns_and_records(desk: Desk) -> None:
    desk.give_all()
    code = desk.procedure.planned[0].code
    asked = correction_form(desk.procedure, code)
    assert asked is not None
    text = CorrectionText(Injected.YES, volume="0.6", reason="the plunger slipped")
    assert "1.1 mL" in correction_warning(desk.procedure, asked, text)
    assert correction_warning(desk.procedure, asked, replace(text, volume="0.5")) == ""
    assert check_correction(asked, text).command is not None


def test_a_participant_code_is_put_right_by_typing_it_twice(desk: Desk) -> None:
    check = check_participant_code(desk.procedure, CodeText())
    assert set(check.problems) == {CODE, AGAIN, REASON}
    same = CodeText(desk.procedure.participant, desk.procedure.participant, "wristband")
    assert set(check_participant_code(desk.procedure, same).problems) == {CODE}
    differs = CodeText("01-0107", "01-0170", "wristband")
    assert set(check_participant_code(desk.procedure, differs).problems) == {AGAIN}
    command = check_participant_code(desk.procedure, CodeText("01-0107", "01-0107", "wristband")).command
    assert command is not None
    desk.do(command)
    assert desk.procedure.participant == "01-0107"
