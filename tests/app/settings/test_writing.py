"""Saving settings: what is saved is what is read again, and nobody's file is overwritten unseen."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.atomic_file import NotWritten
from app.settings import Settings, ThemeChoice, TypeSize, machine_name, read_settings, save_settings
from injection_plan.terms import Role

OTHER = Settings("01", "theatre 2", Role.PERFORMER, None, ThemeChoice.LIGHT, TypeSize.LARGE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "not there yet" / "settings.toml"


@pytest.mark.parametrize("settings", [Settings(), OTHER, replace(OTHER, centre='"\\ Zürich 手')])
def test_what_is_saved_is_read_again(path: Path, tmp_path: Path, settings: Settings) -> None:
    settings = replace(settings, data_folder=tmp_path / "cases")
    saved = save_settings(settings, read_settings(path))
    again = read_settings(path)
    assert again.settings == settings
    assert again == saved.read
    assert saved.kept is None


def test_the_machines_own_name_and_folder_are_not_written_down(path: Path) -> None:
    save_settings(Settings(), read_settings(path))
    text = path.read_text(encoding="utf-8")
    assert "workstation" not in text
    assert "data_folder" not in text
    assert machine_name() not in text


def test_saving_again_keeps_nothing_beside(path: Path) -> None:
    first = save_settings(Settings(), read_settings(path))
    second = save_settings(OTHER, first.read)
    assert second.kept is None
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "content", [b"centre = ", b'# the ward\ncentre = "01"\n', b'size = 1\ncentre = "01"\n']
)
def test_what_somebody_wrote_is_kept_beside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    path.with_name("settings-kept-1.toml").write_text("an earlier one")
    saved = save_settings(OTHER, read_settings(path))
    assert saved.kept == path.with_name("settings-kept-2.toml")
    assert saved.kept.read_bytes() == content
    assert read_settings(path).settings == OTHER


def test_what_changed_in_the_meantime_is_kept_too(path: Path) -> None:
    mine = read_settings(path)
    theirs = save_settings(OTHER, read_settings(path))
    saved = save_settings(Settings(), mine)
    assert saved.kept is not None
    assert saved.kept.read_bytes() == theirs.read.content


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    real = tmp_path / "real.toml"
    path.symlink_to(real)
    save_settings(OTHER, read_settings(path))
    assert path.is_symlink()
    assert read_settings(real).settings == OTHER


def test_a_place_that_cannot_be_written_says_so_and_keeps_what_was_there(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(NotWritten):
        save_settings(OTHER, read_settings(path))
    assert path.parent.read_text() == "a file where the folder should be"


def test_what_cannot_be_read_is_not_replaced(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(NotWritten):
        save_settings(OTHER, read_settings(path))
    assert path.is_dir()
