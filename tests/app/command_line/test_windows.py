"""What opens the windows, on which folder, and with what on the first of them; the windows are tried in tests/ui."""

from pathlib import Path

import pytest

from main import main
from ui import application
from ui.application import Beginning, StartRequest


@pytest.mark.parametrize(
    "typed,beginning",
    [
        ([], Beginning.CASES),
        (["practice"], Beginning.PRACTICE),
        (["practice", "--full"], Beginning.FULL_PRACTICE),
    ],
)
def test_the_windows_open_on_the_folder_that_was_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: list[str], beginning: Beginning
) -> None:
    asked: list[tuple[Path, StartRequest]] = []

    def start(folder: Path, request: StartRequest) -> int:
        asked.append((folder, request))
        return 7

    monkeypatch.setattr(application, "start", start)
    assert main(["--data", str(tmp_path), *typed]) == 7
    assert asked == [(tmp_path, StartRequest(beginning))]
