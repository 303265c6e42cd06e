"""Every theme inks every role, and what is written can be read."""

import pytest

from app.drawing.palette import Palette, Theme, contrast, palette
from app.drawing.shapes import Role

each_theme = pytest.mark.parametrize(
    "inks", [palette(theme) for theme in Theme], ids=lambda one: one.theme.value
)

# ink on ground: what is read as text
_READ = [
    *((word, ground) for word in ("text", "quiet") for ground in ("background", "panel")),
    ("text", "raised"), ("button_text", "button"), ("button_text", "button_over"), ("button_off_text", "button_off"),
    ("quiet", "field"), ("quiet", "button_off"), ("warning_text", "panel"),
    ("on_primary", "primary"), ("text", "field"), ("on_selection", "selection"), ("warning_text", "warning_panel"),
    ("on_danger", "danger"), ("danger_text", "danger_panel"), ("good_text", "good_panel"), ("on_practice", "practice"),
    ("on_banner", "banner"), ("hand_word", "hand"), ("hand_word", "hand_deep"), ("hand_word", "background"),
    ("text", "hollow"), ("finding", "hollow"),
    *((state, ground) for state in ("given", "verified", "omitted", "differs", "unknown")
      for ground in ("background", "panel")),
]  # fmt: skip
_CURRENT = [
    ("current", "background"), ("current", "panel"), ("on_current", "current"), ("on_current_panel", "current_panel"),
    ("on_paused", "paused"),
]  # fmt: skip
_STATES = (
    "current",
    "given",
    "verified",
    "omitted",
    "differs",
    "unknown",
    "planned",
    "not_planned",
    "finding",
)


@each_theme
def test_every_role_leaves_a_trace(inks: Palette) -> None:
    for role in Role:
        ink = inks.ink(role)
        assert ink.line or ink.fill, role
        assert ink.line is None or ink.width > 0, role


@each_theme
@pytest.mark.parametrize("ink, ground", _READ)
def test_text_stands_out_from_its_ground(inks: Palette, ink: str, ground: str) -> None:
    assert contrast(inks.colour(ink), inks.colour(ground)) >= 4.5


@each_theme
@pytest.mark.parametrize("ground", ["field", "panel", "background", "raised"])
def test_the_edge_of_what_is_ticked_or_typed_in_stands_out(inks: Palette, ground: str) -> None:
    assert contrast(inks.colour("field_line"), inks.colour(ground)) >= 3.0


@each_theme
@pytest.mark.parametrize("ink, ground", _CURRENT)
def test_the_current_step_stands_out_most(inks: Palette, ink: str, ground: str) -> None:
    assert contrast(inks.colour(ink), inks.colour(ground)) >= 7.0


@each_theme
@pytest.mark.parametrize("state", _STATES)
def test_every_state_stands_out_from_the_skin(inks: Palette, state: str) -> None:
    assert min(contrast(inks.colour(state), inks.colour(skin)) for skin in ("hand", "hand_deep")) >= 3.0


def test_contrast_is_that_of_the_standard() -> None:
    white, black = "#" + "ff" * 3, "#" + "00" * 3
    assert contrast(white, black) == pytest.approx(21.0)
    assert contrast(white, white) == pytest.approx(1.0)


def test_depth_leads_from_one_tone_to_the_other() -> None:
    ink = palette(Theme.SCREEN_DARK).ink(Role.HAND_FILL)
    assert ink.tone(0.0) == ink.fill
    assert ink.tone(1.0) == ink.deep
    assert ink.tone(0.5) not in (ink.fill, ink.deep)
