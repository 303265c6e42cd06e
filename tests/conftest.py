"""What every test shares: Qt without a screen, no way to the user's own cases, and one Hypothesis profile."""

import os

# Before the first import of Qt: with neither a display nor this, Qt ends the whole process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

# A shared machine may be slow at any moment: time is measured by `make bench`, not by a test's deadline.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Point the user's folders into a temporary one, so that no test can reach a real case."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home / name.lower())
