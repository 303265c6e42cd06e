"""What may be asked of the live case: each intent with its word, its key, and the reason where it is off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from app import wording
from app.read_models.spoken_check import spoken_check
from app.read_models.step import last_to_void
from injection_plan.commands import Command, Pause, Resume
from injection_plan.procedure import Procedure
from injection_plan.rules import gates
from injection_plan.rules.closing import may_reconcile
from injection_plan.rules.delivery import may_give
from injection_plan.rules.refusal import Refusal, Why
from injection_plan.rules.table import Asked, against
from injection_plan.rules.verification import owed_marks
from injection_plan.terms import Standing

DOMAIN = "live"


class Intent(StrEnum):
    """Everything that a key or a button of the live screen can mean."""

    GIVE = "give"
    ENTER_MARK = "enter_mark"
    NOT_READ = "not_read"
    DIFFERENT = "different"
    OMIT = "omit"
    VOID = "void"
    CHOOSE = "choose"
    PAUSE = "pause"
    NOTE_EVENT = "event"
    STOP = "stop"
    TURN_VIEW = "turn_view"
    READ_ALOUD = "read_aloud"
    FULL_SCREEN = "full_screen"
    PRINT = "print"
    KEYS = "keys"
    RECONCILE = "reconcile"


@dataclass(frozen=True, slots=True)
class Offer:
    """One intent as a button shows it; `why_off` is empty where it may be asked, else the sentence why not.

    `about` names the aliquot that the intent is about, and is empty where it is about none in particular.
    """

    intent: Intent
    word: str
    key: str
    why_off: str
    about: str = ""

    @property
    def is_on(self) -> bool:
        """Whether it may be asked now."""
        return not self.why_off


BUTTONS = (
    Intent.DIFFERENT,
    Intent.OMIT,
    Intent.CHOOSE,
    Intent.VOID,
    Intent.PAUSE,
    Intent.NOTE_EVENT,
    Intent.TURN_VIEW,
    Intent.STOP,
)
"""What has a small button of its own, in the order in which they stand."""


def offers(procedure: Procedure) -> tuple[Offer, ...]:
    """Return the small buttons of the live screen as the case stands."""
    return tuple(offer(procedure, intent) for intent in BUTTONS)


def offer(procedure: Procedure, intent: Intent) -> Offer:
    """Return one intent with its words."""
    word = word_of(intent, paused=procedure.paused)
    return Offer(intent, word, key_of(intent), why_off(procedure, intent), about(procedure, intent))


def about(procedure: Procedure, intent: Intent) -> str:
    """Return which aliquot an intent would be about, or an empty sentence."""
    one = {Intent.DIFFERENT: procedure.current, Intent.VOID: last_to_void(procedure)}.get(intent)
    return (
        "" if one is None else wording.say(DOMAIN, f"about.{intent.value}", phrase=wording.aliquot(one.code))
    )


def word_of(intent: Intent, *, paused: bool = False) -> str:
    """Return the word on the button of an intent."""
    if intent is Intent.PAUSE and paused:
        return wording.say(DOMAIN, "intent.resume")
    return wording.say(DOMAIN, f"intent.{intent.value}")


def key_of(intent: Intent) -> str:
    """Return the name of an intent's key, as it stands on the keyboard."""
    return wording.say(DOMAIN, f"key.{intent.value}")


def why_off(procedure: Procedure, intent: Intent) -> str:
    """Return the sentence against an intent now, whoever asks, by the rules; an empty one where it is open."""
    match intent:
        case Intent.GIVE:
            current = procedure.current
            return _said(gates.approved(procedure) if current is None else may_give(procedure, current.code))
        case Intent.ENTER_MARK | Intent.NOT_READ:
            return _said(gates.live(procedure)) or ("" if owed_marks(procedure) else _say("off.no_mark_owed"))
        case Intent.DIFFERENT:
            return _said(gates.approved(procedure))
        case Intent.OMIT:
            return _said(gates.approved(procedure)) or _nothing_waits(procedure)
        case Intent.VOID:
            return _said(gates.approved(procedure)) or _against_void(procedure)
        case Intent.CHOOSE:
            owed = procedure.owed_after[0] if procedure.owed_after else None
            return _said(gates.approved(procedure) or gates.owed(owed)) or _nothing_waits(procedure)
        case Intent.STOP:
            stopped = Refusal(Why.IS_STOPPED) if procedure.stopped is not None else None
            return _said(gates.live(procedure) or stopped)
        case Intent.PAUSE | Intent.NOTE_EVENT | Intent.TURN_VIEW:
            return _said(gates.live(procedure))
        case Intent.READ_ALOUD:
            is_asked = spoken_check(procedure).answered is not None
            return "" if is_asked else _say("off.nothing_to_read_aloud")
        case Intent.RECONCILE:
            return _said(gates.live(procedure) or _against_closing(procedure))
        case Intent.FULL_SCREEN | Intent.PRINT | Intent.KEYS:
            return ""
        case _:
            assert_never(intent)


def onward(procedure: Procedure) -> Offer | None:
    """Return where the case goes once nothing is left to give, or nothing while something is."""
    if not procedure.is_settled:
        return None
    against_it = why_off(procedure, Intent.RECONCILE)
    return Offer(Intent.RECONCILE, word_of(Intent.RECONCILE), "", against_it)


def pause_or_resume(procedure: Procedure) -> Command:
    """Return what the key for a pause asks: a pause, or going on after one."""
    return Resume() if procedure.paused else Pause()


def _say(key: str) -> str:
    return wording.say(DOMAIN, key)


def _said(refusal: Refusal | None) -> str:
    return "" if refusal is None else wording.refusal(refusal)


def _against_closing(procedure: Procedure) -> Refusal | None:
    """Return what keeps a case at the hands; end marks and the sign-out are asked where it is closed."""
    refusal = may_reconcile(procedure)
    return None if refusal is not None and refusal.why in _ASKED_AT_CLOSING else refusal


_ASKED_AT_CLOSING = frozenset({Why.END_MARK_OWED, Why.NO_SIGN_OUT})


def _nothing_waits(procedure: Procedure) -> str:
    waits = procedure.stopped is None and any(one.standing is Standing.PLANNED for one in procedure.planned)
    return "" if waits else _say("off.nothing_waits")


def _against_void(procedure: Procedure) -> str:
    last = last_to_void(procedure)
    if last is None:
        return _say("off.no_entry_yet")
    why = against(procedure, last.code, Asked.VOID)
    return "" if why is None else _said(Refusal(why, last.code))
