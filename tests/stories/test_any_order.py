"""Whatever is asked, in any order: memory equals replay, the two books agree, and nothing is given twice."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from injection_plan import commands
from injection_plan.anatomy import Hand
from injection_plan.commands import Command
from injection_plan.deviations import corrections, deviations
from injection_plan.events import Differed, Entry, Given, PlanDrafted, Reopened, Voided
from injection_plan.ledger import Place, balance, postings
from injection_plan.procedure import replay
from injection_plan.rules.verification import owed_marks, seen_mark
from injection_plan.terms import Injected, Occasion, Phase, Role, Standing
from injection_plan.views import FIRST_VIEW
from injection_plan.volume import NOTHING, Volume, total
from tests.stories.case import Case, ul
from tests.stories.people import NURSE, SECOND_NURSE, SECOND_SURGEON, SURGEON

ACTIONS = (
    *["give", "read"] * 5, "misread", "unread", "choose", "omit", "differ", "extra", "void", "void", "void",
    "pause", "resume", "resume", "stop", "continue", "time-out", "time-out", "hand over", "draft", "approve",
    "approve", "refill", "product", "team", "reconcile", "sign", "sign", "reopen", "addendum", "note", "turn",
    "code", "jump", "wait",
)  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """What somebody asks next, and the small choices in it."""

    action: str
    pick: int
    amount: int
    injected: Injected
    role: Role


WISHES = st.lists(
    st.builds(
        Wish,
        action=st.sampled_from(ACTIONS),
        pick=st.integers(0, 7),
        amount=st.integers(1, 1100),
        injected=st.sampled_from(Injected),
        role=st.sampled_from([*Role]),
    ),
    max_size=60,
)


@cache
def prepared() -> Case:
    return Case().ready("RH-2-PIP-uln-prx")


def fresh() -> Case:
    """Return the prepared case again; what it is made of is frozen, so only the list is copied."""
    case = Case()
    case.entries, case.state, case.moment = list(prepared().entries), prepared().state, prepared().moment
    return case


def asked(case: Case, wish: Wish) -> Command | None:
    codes = [one.code for one in case.procedure.deliveries][:6]
    codes += [one.code for one in case.procedure.deliveries if one.is_extra][:2]
    code = codes[wish.pick % len(codes)]
    planned = code if not code.startswith("extra") else codes[0]
    earlier = case.moment.utc - timedelta(seconds=wish.amount) if wish.amount % 3 else None
    match wish.action:
        case "give":
            return (
                case.to_give(planned) if case.procedure.current is None or wish.pick > 5 else case.to_give()
            )
        case "read" | "misread" | "unread":
            return reading(case, wish)
        case "choose":
            return commands.ChooseNext(aliquot=planned, seen=case.procedure.seen(planned))
        case "omit":
            return case.to_omit(planned)
        case "differ":
            syringe = wish.pick + 1 if wish.amount % 2 else None
            return case.to_differ(planned, syringe=syringe, volume=wish.amount, happened_at=earlier)
        case "extra":
            return case.to_differ(syringe=wish.pick % 3 + 1, volume=wish.amount, happened_at=earlier)
        case "void":
            volume = wish.amount if wish.pick % 2 else None
            return case.to_void(code, wish.injected, volume=volume, happened_at=earlier)
        case "wait":
            case.wait(hours=wish.pick)
            return None
        case "draft" | "refill" | "product" | "team" if wish.pick and case.procedure.approved:
            return None
        case _:
            return about_the_case(case, wish)


def reading(case: Case, wish: Wish) -> Command | None:
    marks = owed_marks(case.procedure)
    if not marks or case.syringe(marks[0].syringe).expected is None:
        return None
    match wish.action:
        case "read":
            return case.to_read()
        case "misread":
            return case.to_read(wish.amount)
        case _:
            return case.to_leave_unread()


def about_the_case(case: Case, wish: Wish) -> Command:
    one = (SURGEON, NURSE, SECOND_SURGEON, SECOND_NURSE)[wish.pick % 4]
    left_out = [aliquot.aliquot for aliquot in case.protocol.aliquots][: wish.pick]
    some: dict[str, Command] = {
        "pause": commands.Pause(),
        "resume": commands.Resume(),
        "stop": commands.Pause() if wish.pick else commands.Stop(reason="pain"),
        "continue": commands.ContinueCase(),
        "time-out": case.to_pass_time_out(Hand.RIGHT),
        "hand over": commands.HandOver(role=wish.role, person=one),
        "draft": commands.DraftPlan(plan=case.plan(*left_out)),
        "approve": commands.ApprovePlan(seen=case.procedure.version),
        "refill": commands.FillSyringes(fills=case.fills(wish.amount, wish.amount)[wish.pick :]),
        "product": commands.DescribeProduct(prepared=ul(wish.amount * 10), lot=None, ready_at=None),
        "team": commands.NameTeam(performer=SURGEON, verifier=one),
        "reconcile": case.to_reconcile(),
        "sign": case.to_sign(),
        "reopen": commands.Reopen(reason="wrong"),
        "addendum": commands.WriteAddendum(text="later"),
        "note": commands.NoteOccurrence(text="felt faint"),
        "turn": commands.TurnView(view=FIRST_VIEW),
        "code": commands.CorrectParticipantCode(participant=f"01-010{wish.pick}", reason="typed wrong"),
        "jump": commands.NoteClockJump(by_ms=wish.amount),
    }
    return some[wish.action]


def played(wishes: list[Wish], case: Case | None = None) -> Case:
    case = case or fresh()
    for wish in wishes:
        command = asked(case, wish)
        if command is not None:
            role = wish.role if isinstance(command, commands.Sign | commands.LeaveMarkUnread) else None
            case.tried(command, role)
    return case


def given_twice(entries: list[Entry]) -> list[str]:
    """Return the aliquots given while they counted as given, or might have been, and nobody had said no."""
    touched: set[str] = set()
    twice: list[str] = []
    for entry in entries:
        match entry.event:
            case Given(aliquot=code) | Differed(aliquot=str() as code):
                twice += [code] if code in touched else []
                touched.add(code)
            case Voided(about=code, injected=Injected.NO):
                touched.discard(code)
            case Voided(about=code):
                touched.add(code)
            case _:
                pass
    return twice


def the_books_agree(case: Case) -> None:
    book = postings(case.entries)
    for version in {posting.version for posting in book}:
        assert total(posting.change for posting in book if posting.version == version) == NOTHING
    for one in case.procedure.deliveries:
        assert balance(book, Place.GIVEN, one.code) == one.counted
    assert balance(book, Place.GIVEN) == case.procedure.given_volume


@settings(max_examples=250)
@given(WISHES)
def test_any_sequence_of_commands_keeps_every_promise(wishes: list[Wish]) -> None:
    case = played(wishes)
    entries = tuple(case.entries)
    assert replay(entries) == case.state
    assert tuple(Entry.model_validate_json(entry.model_dump_json()) for entry in entries) == entries
    assert given_twice(case.entries) == []
    the_books_agree(case)
    assert len(corrections(entries)) >= sum(isinstance(entry.event, Voided) for entry in entries)
    omitted = {one.code for one in case.procedure.deliveries if one.standing is Standing.OMITTED}
    assert omitted <= {one.code for one in deviations(entries)}


@settings(max_examples=120)
@given(WISHES)
def test_every_case_can_be_closed_and_then_only_what_is_unexplained_is_negative(wishes: list[Wish]) -> None:
    corrected = played(wishes[::-1], closed(played(wishes)).do(commands.Reopen(reason="wrong")))
    assert (
        closed(corrected).procedure.revision
        == len([entry for entry in corrected.entries if isinstance(entry.event, Reopened)]) + 1
    )


def closed(case: Case) -> Case:
    """Close a case as it stands and check the two books of it."""
    if case.procedure.is_signed:
        case.do(commands.Reopen(reason="closed twice"))
    if case.procedure.stopped is None:
        case.stop()
    while owed_marks(case.procedure):
        case.leave_unread() if len(case.entries) % 2 else read_or_leave(case)
    done = case.reconcile().sign().procedure
    assert done.phase is Phase.SIGNED
    book = postings(case.entries)
    for state in done.syringes:
        left = balance(book, Place.SYRINGE, str(state.syringe.number))
        assert left == (state.end_mark or NOTHING) >= NOTHING
    prepared_volume = done.product.prepared if done.product is not None else NOTHING
    assert balance(book, Place.PREPARED) + prepared_volume == NOTHING
    for place in (
        Place.GIVEN,
        Place.PRIMING,
        Place.DISCARDED,
        Place.SPILLED,
        Place.SAMPLE,
        Place.NOT_DRAWN_UP,
    ):
        assert balance(book, place) >= NOTHING
    the_books_agree(case)
    return case


def read_or_leave(case: Case) -> None:
    """Read the owed mark, where its syringe was filled and another person than the verifier injected."""
    mark = owed_marks(case.procedure)[0]
    fill = case.syringe(mark.syringe).fill
    command = commands.ReadMark(
        occasion=mark.occasion,
        syringe=mark.syringe,
        about=mark.about,
        mark=fill.mark if fill is not None and mark.occasion is Occasion.END else Volume(0),
        seen=seen_mark(case.procedure, mark),
    )
    if case.tried(command) is not None:
        case.leave_unread()


@settings(max_examples=80)
@given(WISHES)
def test_approval_never_survives_a_change_of_the_plan(wishes: list[Wish]) -> None:
    case = Case().approved()
    for wish in (one for one in wishes if one.action in {"draft", "approve", "refill", "product", "team"}):
        plan, approved = case.procedure.plan, case.procedure.approved
        refused = case.tried(about_the_case(case, wish)) is not None
        if wish.action == "approve":
            assert case.procedure.plan == plan
        else:
            assert case.procedure.approved is (approved and refused)
            assert refused or not isinstance(case.last, PlanDrafted) or case.last.plan == case.procedure.plan
