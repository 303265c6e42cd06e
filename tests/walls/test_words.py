"""Code and catalogues fit: every id that is said is there, none lies idle, and the fields are those of the text."""

from collections.abc import Callable, Iterable
from enum import Enum

import pytest

from app import wording
from app.atomic_file import WhyNotWritten
from app.case_check import CaseFault
from app.command_line.parser import COMMANDS
from app.folder_check import Unfit
from app.journal.faults import WhyNotStored, WhyRefused
from app.read_models.offers import BUTTONS, Intent
from app.read_models.ready_time import UnreadableTime
from app.read_models.review import Stage
from app.read_models.signing import Meaning
from app.read_models.timeline import Tone
from app.record.checked_case import WhyNoRecord
from app.record.papers.refused import WhyNoPaper
from app.settings import ThemeChoice, TypeSize
from app.settings import Wrong as WrongSetting
from injection_plan.anatomy import PASSES, SITES, Digit, Direction, Hand, Side
from injection_plan.protocol import Status
from injection_plan.protocol_checks import Wrong
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.terms import (
    FindingKind,
    Injected,
    Occasion,
    Phase,
    Role,
    Severity,
    Standing,
    Step,
    Verdict,
)
from injection_plan.views import EVERY_VIEW
from injection_plan.volume import Unreadable
from tests.walls.source import module, product
from tests.walls.words import Catalogues, Said, catalogues, placeholders, said, strangers, used
from ui.planning.case_table import COLUMNS
from ui.review import aliquots_page, entries_page
from ui.review.stage_steps import SHOWN
from ui.windows.key_list import KEYS
from ui.windows.paper_errands import Paper

TEXTS = catalogues()
EVERY_CALL = tuple(one for found in product() for one in said(found))


def ids(front: str, members: Iterable[Enum] | Iterable[str], end: str = "") -> list[str]:
    values = [str(one.value) if isinstance(one, Enum) else one for one in members]
    return [f"{front}.{value.replace(' ', '_')}{end}" for value in values]


ON_BUTTONS = (*BUTTONS, Intent.ENTER_MARK, Intent.NOT_READ)

# What is put together from the members of an enumeration, or of a list: each must have its words.
TOLD_BY_THEIR_PAGE = {Stage.SIGN_OUT, Stage.RECONCILE}
FAMILIES = [
    ("cases", ids("closed", WhyRefused)),
    ("cases", ids("keys", KEYS, ".does") + ids("keys", KEYS, ".key")),
    ("cases", ids("list.column", COLUMNS)),
    ("cases", ids("unstored", WhyNotStored)),
    ("cases", [one for end in (".title", ".save_title", ".document") for one in ids("paper", Paper, end)]),
    ("closing", ids("aliquots", aliquots_page.HEAD)),
    ("closing", ids("entries", entries_page.HEAD)),
    ("closing", ids("meaning", Meaning)),
    ("closing", ids("stage", [one.name.lower() for one in SHOWN])),
    ("closing", ids("told", [one.name.lower() for one in Stage if one not in TOLD_BY_THEIR_PAGE])),
    ("closing", ids("void.meaning", [one.name.lower() for one in Injected])),
    ("command_line", ids("help", COMMANDS)),
    ("command_line", ids("protocol", Wrong)),
    ("command_line", ids("verify", CaseFault)),
    ("live", ids("intent", [*ON_BUTTONS, Intent.RECONCILE]) + ids("key", [*ON_BUTTONS, Intent.GIVE])),
    ("live", ids("pad.question", Occasion)),
    ("live", ids("timeline", [Tone.NOW, Tone.NEXT])),
    ("live", ids("wrong.time", UnreadableTime)),
    ("papers", ids("refused", [*WhyNoRecord, *WhyNoPaper])),
    ("record", ids("protocol.status", Status)),
    ("record", ids("refused", WhyNoRecord)),
    ("entries", ids("finding", FindingKind) + ids("verdict", Verdict) + ids("severity", Severity)),
    ("entries", [one.replace("-", "_") for one in ids("step", Step)]),
    ("set_up", [one.replace(".", ".told_at_") for one in ids("wrong", UnreadableTime)]),
    ("settings", ids("problem", WrongSetting) + ids("unfit", Unfit) + ids("unsaved", WhyNotWritten)),
    ("settings", ids("theme", ThemeChoice) + ids("size", [one.name.lower() for one in TypeSize])),
]


def broken(calls: Iterable[Said], texts: Catalogues) -> list[str]:
    """Return the calls that name an id which their catalogue does not have, or pass other fields than it wants.

    A call that may say one of several texts passes what all of them together want, and no more.
    """
    findings = []
    for call in calls:
        missing = [one for one in call.ids if one not in texts.get(call.domain, {})]
        findings += [f"{call.where} {call.domain}: {one}" for one in missing]
        if missing or call.fields is None:
            continue
        wanted = frozenset[str]().union(*(placeholders(texts[call.domain][one]) for one in call.ids))
        if wanted != call.fields:
            findings.append(f"{call.where} {call.ids}: {sorted(wanted ^ call.fields)}")
    return findings


def test_what_is_said_is_there_with_the_fields_that_it_wants() -> None:
    assert len(EVERY_CALL) > 500
    assert broken(EVERY_CALL, TEXTS) == []


def test_no_text_only_looks_like_an_id() -> None:
    assert [one for found in product() for one in strangers(found, TEXTS)] == []


def test_no_words_lie_idle() -> None:
    alive = used(product(), TEXTS)
    assert [
        (domain, one) for domain, texts in TEXTS.items() for one in texts if one not in alive[domain]
    ] == []


@pytest.mark.parametrize("domain,wanted", FAMILIES, ids=lambda one: one if isinstance(one, str) else one[0])
def test_every_member_of_a_family_has_its_words(domain: str, wanted: list[str]) -> None:
    assert [one for one in wanted if one not in TEXTS[domain]] == []


SPOKEN: list[tuple[Callable[..., str], Iterable[object]]] = [
    (wording.aliquot, (*PASSES, "extra-1")),
    (wording.digit, Digit),
    (wording.finding_kind, FindingKind),
    (wording.direction, Direction),
    (wording.hand, Hand),
    (wording.injected, Injected),
    (wording.occasion, Occasion),
    (wording.phase, Phase),
    (wording.refusal, [Refusal(why, about) for why in Why for about in ("", "right", "RH-1-MCP-rad-dis")]),
    (wording.role, Role),
    (wording.severity, Severity),
    (wording.step, Step),
    (wording.verdict, Verdict),
    (wording.short_aliquot, (*PASSES, "extra-1")),
    (wording.short_hand, Hand),
    (wording.side, Side),
    (wording.site, SITES.values()),
    (wording.standing, Standing),
    (wording.unreadable, Unreadable),
    (wording.view, EVERY_VIEW),
]


@pytest.mark.parametrize("speaker,members", SPOKEN, ids=lambda one: getattr(one, "__name__", ""))
def test_every_member_is_said_and_no_field_stays_open(
    speaker: Callable[..., str], members: Iterable[object]
) -> None:
    for member in members:
        words = speaker(member)
        assert words.strip()
        assert "{" not in words
        assert "_" not in words


PLAIN = {"live": {"give.on": "Given", "timeline.place": "{phrase} in {place}", "old.words": "Before"}}
HEAD = "from app import wording\nDOMAIN = 'live'\nNOT_MINE = ('now', 'next')\n"


@pytest.mark.parametrize(
    "line,finding",
    [
        ("wording.say(DOMAIN, 'give.on')", 0),
        ("wording.say(DOMAIN, 'give.of')", 1),
        ("wording.say('record', 'give.on')", 1),
        ("wording.say(DOMAIN, 'give.on' if owed else 'give.of')", 1),
        ("wording.say(DOMAIN, 'timeline.place', phrase=a, place=b)", 0),
        ("wording.say(DOMAIN, 'timeline.place', phrase=a)", 1),
        ("wording.say(DOMAIN, 'timeline.place', phrase=a, place=b, mark=c)", 1),
        ("wording.say(DOMAIN, 'timeline.place')", 1),
        ("wording.say(DOMAIN, 'timeline.place', **fields)", 0),
        ("def _say(key):\n    return wording.say(DOMAIN, key)\n_say('give.of')", 1),
        ("def _say(key):\n    return wording.say(DOMAIN, key, phrase=a, place=b)\n_say('timeline.place')", 0),
        ("def _say(key):\n    return wording.say(DOMAIN, key, phrase=a)\n_say('timeline.place')", 1),
        (
            "def _say(key, **of):\n    return wording.say(DOMAIN, key, **of)\n_say('timeline.place', place=b)",
            1,
        ),
    ],
)
def test_a_wrong_id_and_a_wrong_field_are_seen(line: str, finding: int) -> None:
    assert len(broken(said(module("ui/guidance/step_card.py", HEAD + line)), PLAIN)) == finding


def test_an_id_that_nothing_says_is_seen() -> None:
    text = HEAD + "wording.say(DOMAIN, 'give.on')\nwording.say(DOMAIN, f'timeline.{tone.value}')\n"
    assert used([module("ui/one.py", text)], PLAIN) == {"live": {"give.on"}}
    text += "KEY = 'place'\nOTHER = 'old.words'\n"
    assert used([module("ui/one.py", text)], PLAIN) == {"live": set(PLAIN["live"])}


def test_a_text_that_looks_like_an_id_is_seen() -> None:
    assert list(strangers(module("ui/one.py", HEAD + "_KEYS = {1: 'give.waiting'}"), PLAIN)) == [
        "ui/one.py:4 give.waiting"
    ]
