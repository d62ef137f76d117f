#!/usr/bin/env python3
"""Makes the reader's type: four WOFF2 files in Sources/EmbeddedAssets/fonts, from faces that Debian packages.

    apt-get install fonts-noto-core fonts-sil-gentiumplus
    pip install -r Scripts/requirements.txt
    python3 Scripts/subset-fonts.py

Latin is Gentium Book Plus, Arabic is Noto Naskh Arabic. The Arabic files also hold the digits, the punctuation and the plain letters of
Gentium, a little smaller, so that a page in Arabic with dates and foreign names needs no Latin file. Both faces are under the SIL Open Font
License, which lets nobody call a changed font by its reserved name: hence the names "Matbaa Serif" and "Matbaa Naskh".
The same input gives the same bytes.
"""

import argparse
import sys
from io import BytesIO
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

DEBIAN = Path("/usr/share/fonts/truetype")
TARGET = Path(__file__).resolve().parent.parent / "Sources/EmbeddedAssets/fonts"
LIMIT = 60 * 1024

# Letters of Western and Central Europe and of Turkish, and those that transliterate Arabic.
LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), 0x1E6, 0x1E7, 0x218, 0x219, 0x21A, 0x21B, 0x259, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2C6, 0x2DC,
    *range(0x300, 0x305), 0x306, 0x307, 0x308, 0x30A, 0x30C, 0x323, 0x324, 0x327, 0x32E, 0x331,
    0x1E0C, 0x1E0D, 0x1E0E, 0x1E0F, 0x1E24, 0x1E25, 0x1E2A, 0x1E2B, 0x1E62, 0x1E63, 0x1E6C, 0x1E6D, 0x1E6E, 0x1E6F, 0x1E92, 0x1E93, 0x1E96,
    *range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
    0x20AC, 0x2116, 0x2122, 0x2212,
]
# Arabic with Persian's and Urdu's letters and both sets of digits; the ligature of the name of God, the riyal, the ornate brackets.
ARABIC = [*range(0x600, 0x700), 0x20, 0xA0, 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC, 0xFDF2, 0xFDFA, 0xFDFC, 0xFD3E, 0xFD3F]
# What Arabic text borrows from Gentium, and how large it stands beside the Arabic letters.
BORROWED = [*range(0x21, 0x7F), 0xA9, 0xAB, 0xB0, 0xB7, 0xBB, 0xC9, 0xE0, 0xE7, 0xE8, 0xE9, 0xEA, 0xF6, 0xFC, 0xD7,
            0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x20AC]
BORROWED_SIZE = 0.92

# Seconds since 1904 that stand in every file: 2020-01-01. A time of day would make each build another font.
MADE = 3_660_681_600

# Merging takes these from whichever font is the taller; lines of Arabic keep the height that Naskh gives them.
METRICS = {
    "hhea": ["ascent", "descent", "lineGap"],
    "OS/2": ["sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"],
}


def subset(path, characters, features):
    """The font at `path` with only these characters and layout features, and without hints."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options(layout_features=features, hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 13, 14], glyph_names=False)
    options.drop_tables = ["DSIG", "FFTM", "Feat", "Silf", "Sill", "Silt", "Glat", "Gloc", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def borrowed(path, units):
    """The borrowed characters, in an em of `units` and at their smaller size, without rules of their own."""
    font = subset(path, BORROWED, [])
    for table in ("GSUB", "GPOS", "GDEF"):
        if table in font:
            del font[table]
    scale_upem(font, round(units * BORROWED_SIZE))
    font["head"].unitsPerEm = units
    return font


def merged(first, second):
    """One font of two, with the line height of the first."""
    files = []
    for font in (first, second):
        file = BytesIO()
        font.save(file, reorderTables=None)
        file.seek(0)
        files.append(file)
    metrics = {name: {key: getattr(first[name], key) for key in keys} for name, keys in METRICS.items()}
    font = Merger().merge(files)
    for name, values in metrics.items():
        for key, value in values.items():
            setattr(font[name], key, value)
    return font


def write(font, family, style, weight, file):
    """Writes `font` as WOFF2 under the name it may bear, and returns how many bytes it takes."""
    names = font["name"]
    kept = {identifier: str(names.getName(identifier, 3, 1, 0x409) or "") for identifier in (0, 13, 14)}
    names.names = []
    for identifier, text in {**kept, 1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}.items():
        names.setName(text, identifier, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = MADE
    font.recalcTimestamp = False
    font.flavor = "woff2"
    TARGET.mkdir(parents=True, exist_ok=True)
    font.save(TARGET / file)
    return (TARGET / file).stat().st_size


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--from", dest="source", type=Path, default=DEBIAN, help="the folder of the TrueType files (%(default)s)")
    source = arguments.parse_args().source
    sizes = {}
    for style, weight in (("Regular", 400), ("Bold", 700)):
        gentium = source / f"gentiumplus/GentiumBookPlus-{style}.ttf"
        naskh = source / f"noto/NotoNaskhArabic-{style}.ttf"
        for path in (gentium, naskh):
            if not path.exists():
                sys.exit(f"{path} is missing: apt-get install fonts-noto-core fonts-sil-gentiumplus")
        latin = subset(gentium, LATIN, ["kern", "liga", "ccmp", "mark", "mkmk", "locl"])
        sizes[f"serif-{style.lower()}.woff2"] = write(latin, "Matbaa Serif", style, weight, f"serif-{style.lower()}.woff2")
        arabic = subset(naskh, ARABIC, ["ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "liga", "calt", "kern", "mark", "mkmk", "curs"])
        both = merged(arabic, borrowed(gentium, arabic["head"].unitsPerEm))
        sizes[f"naskh-{style.lower()}.woff2"] = write(both, "Matbaa Naskh", style, weight, f"naskh-{style.lower()}.woff2")
    for file, size in sizes.items():
        print(f"{file}  {size:6} bytes" + ("  over the limit" if size > LIMIT else ""))
    return int(any(size > LIMIT for size in sizes.values()))


if __name__ == "__main__":
    sys.exit(main())
