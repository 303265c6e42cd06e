"""Makes `assets/fonts` from Inter: tabular figures and a tailed l become the characters' own glyphs.

A development script, not part of the app: `python docs/fonts/make_fonts.py FOLDER`, where FOLDER is the unpacked
npm package `@expo-google-fonts/inter`; it needs fontTools. reportlab applies no OpenType feature, so a column of
volumes would not line up on paper while it does on screen. Baking `tnum` (and `cv05`, so that 1, l and I differ)
into the character map gives both pens the same figures from the same file. The family is renamed, so that an Inter
already installed on the machine is never mistaken for it; the licence (OFL 1.1, no reserved name) allows both.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "Inter Tabular"
WEIGHTS = {"400Regular": "Regular", "500Medium": "Medium", "600SemiBold": "SemiBold", "700Bold": "Bold"}
TABULAR = {
    digit: f"{name}.tf"
    for digit, name in zip(
        "0123456789",
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
        strict=True,
    )
}
GLYPHS = TABULAR | {"l": "l.ss02"}
OUT = Path(__file__).parents[2] / "assets" / "fonts"


def bake(source: Path, style: str) -> None:
    """Write one weight with the chosen glyphs in its character map and the family renamed."""
    font = TTFont(source)
    for table in font["cmap"].tables:
        for character, glyph in GLYPHS.items():
            if ord(character) in table.cmap:
                table.cmap[ord(character)] = glyph
    names = {
        1: FAMILY if style in ("Regular", "Bold") else f"{FAMILY} {style}",
        2: style if style in ("Regular", "Bold") else "Regular",
        4: f"{FAMILY} {style}",
        6: f"{FAMILY.replace(' ', '')}-{style}",
        16: FAMILY,
        17: style,
    }
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(OUT / f"Inter-{style}.ttf")


def main(folder: Path) -> None:
    """Bake every weight the app uses and put the licence beside them."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, style in WEIGHTS.items():
        bake(folder / name / f"Inter_{name}.ttf", style)
    (OUT / "OFL.txt").write_bytes((folder / "LICENSE_FONT").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
