"""The only door to `assets/`, beside `app/`: protocols, hand outlines, words, themes, fonts, icons."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "assets"


def path(*parts: str) -> Path:
    """The absolute path of one asset, given its folder and file names; ValueError if it would lie outside."""
    inside = ROOT.joinpath(*parts).resolve()
    if not inside.is_relative_to(ROOT):
        raise ValueError(parts)
    return inside


def read_text(*parts: str) -> str:
    """The whole of one UTF-8 asset; OSError if there is none of that name."""
    return path(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """The whole of one asset as it lies on disk; OSError if there is none of that name."""
    return path(*parts).read_bytes()


def names(*folder: str) -> tuple[str, ...]:
    """The names of the files directly in one folder of assets, sorted; OSError if there is no such folder."""
    return tuple(sorted(entry.name for entry in path(*folder).iterdir() if entry.is_file()))
