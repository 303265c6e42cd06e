"""The one door to the assets."""

import pytest

from app import assets


def test_the_protocol_is_found_behind_the_door() -> None:
    assert "nct07360808.yaml" in assets.names("protocols")
    text = assets.read_text("protocols", "nct07360808.yaml")
    assert text.encode() == assets.read_bytes("protocols", "nct07360808.yaml")
    assert assets.path("protocols").is_dir()


def test_names_are_sorted_files_only() -> None:
    names = assets.names("protocols")
    assert list(names) == sorted(names)
    assert all(assets.path("protocols", name).is_file() for name in names)


@pytest.mark.parametrize("parts", [("..", "main.py"), ("protocols", "..", "..", "app"), ("/etc/passwd",)])
def test_no_way_leads_out(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        assets.path(*parts)
    with pytest.raises(ValueError, match=r"\w"):
        assets.read_bytes(*parts)


def test_a_missing_asset_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        assets.read_text("protocols", "none.yaml")
