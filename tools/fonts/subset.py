"""Make the fonts of assets/fonts from the fonts of the Debian packages named in SOURCES.

    python subset.py --fandol FandolFang-Regular.otf --unihan Unihan_OtherMappings.txt.bz2 --out ../../assets/fonts

Needs fonttools. The output depends on the input files and the fonttools version only: no time stamps are written.
"""

import argparse
import bz2
import hashlib
import json
import pathlib
import re

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

NOTO = "/usr/share/fonts/opentype/noto/"
WENKAI = "/usr/share/fonts/truetype/lxgw-wenkai/"
CWTEX = "/usr/share/fonts/truetype/cwtex/cwfs.ttf"
OFL = "licences/OFL-1.1.txt"

# What an official paper may carry besides Chinese characters. Kana, Cyrillic and Greek come with GB 2312.
SYMBOL_RANGES = [
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2010, 0x2027),
    (0x2030, 0x203B),
    (0x2100, 0x214F),
    (0x2150, 0x218B),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x2500, 0x257F),
    (0x25A0, 0x25FF),
    (0x2605, 0x2606),
    (0x2610, 0x2612),
    (0x2713, 0x2717),
    (0x3000, 0x301F),
    (0x3200, 0x33FF),
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFF5E),
    (0xFFE0, 0xFFE6),
]
# Codes that print nothing, or that turn the direction of what follows. A paper that carries one is refused.
NEVER = set(range(0x2000, 0x2010)) | set(range(0x2028, 0x2030)) | set(range(0x2060, 0x2070)) | {0xAD, 0xFEFF}
PAGE_NUMBER = set(map(ord, "0123456789 -–—·/"))


def gb2312():
    chars = set()
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            try:
                chars.add(ord(bytes([lead, trail]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return chars


def standard_characters(path):
    """通用规范汉字表 (2013): Unihan's property kTGH lists its 8,105 characters."""
    text = bz2.decompress(pathlib.Path(path).read_bytes()).decode("utf-8")
    chars = {int(code, 16) for code in re.findall(r"^U\+([0-9A-F]+)\tkTGH\t", text, re.M)}
    assert len(chars) == 8105, len(chars)
    return chars


def load(path, face_name=None):
    if face_name is None:
        return TTFont(path, recalcTimestamp=False)
    for font in TTCollection(path).fonts:
        if font["name"].getDebugName(4) == face_name:
            font.recalcTimestamp = False
            return font
    raise SystemExit(f"{path}: no face {face_name}")


def cut(font, chars):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "FFTM", "meta"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = True
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=chars)
    cutter.subset(font)


def rename(font, family, postscript):
    """The OFL keeps reserved names for unaltered fonts: what is cut carries a name of its own."""
    names = font["name"]
    for ident, text in [(1, family), (3, f"{postscript} subset"), (4, family), (6, postscript)]:
        names.removeNames(nameID=ident)
        names.setName(text, ident, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FullName = family
        top.FamilyName = family


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--fandol", required=True)
    args.add_argument("--unihan", required=True)
    args.add_argument("--out", required=True)
    args = args.parse_args()
    out = pathlib.Path(args.out)

    tgh = standard_characters(args.unihan)
    symbols = {c for low, high in SYMBOL_RANGES for c in range(low, high + 1)}
    full = (gb2312() | tgh | symbols) - NEVER

    fandol = load(args.fandol)
    missing = full - set(fandol.getBestCmap())
    cwtex = load(CWTEX)
    # The characters are drawn on a body of 920 units in an em of 1000. With 920 units to the em they stand
    # as large as their neighbours.
    cwtex["head"].unitsPerEm = 920

    jobs = [
        ("fang", fandol, full, "FandolFang R", "texlive-lang-chinese 2022.20230122-1", "licences/Fandol.txt", None),
        ("fang-cwtex", cwtex, missing, "cwTeX FangSong", "fonts-cwtex-fs 1.0-4", "licences/cwTeX.txt", None),
        ("fang-light", load(WENKAI + "LXGWWenKai-Light.ttf"), full, None, "fonts-lxgw-wenkai 1.250+repack-1", OFL,
         ("Desk Kai Light", "DeskKai-Light")),
        ("kai", load(WENKAI + "LXGWWenKai-Regular.ttf"), full, None, "fonts-lxgw-wenkai 1.250+repack-1", OFL,
         ("Desk Kai", "DeskKai-Regular")),
        ("hei", load(NOTO + "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"), full, None,
         "fonts-noto-cjk 1:20220127+repack1-1", OFL, None),
        ("title", load(NOTO + "NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC Bold"), full, None,
         "fonts-noto-cjk 1:20220127+repack1-1", OFL, None),
        ("song", load(NOTO + "NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"), PAGE_NUMBER, None,
         "fonts-noto-cjk 1:20220127+repack1-1", OFL, None),
    ]
    listing = []
    for key, font, chars, name, package, licence, new_name in jobs:
        original = font["name"].getDebugName(4)
        version = re.sub(r"^Version ", "", font["name"].getDebugName(5)).split(";")[0].strip()
        cut(font, chars)
        if new_name:
            rename(font, *new_name)
        file = f"{key}.{'otf' if 'CFF ' in font else 'ttf'}"
        font.save(out / file)
        data = (out / file).read_bytes()
        covered = set(font.getBestCmap())
        listing.append({
            "key": key,
            "file": file,
            "name": new_name[0] if new_name else (name or original),
            "original": original,
            "version": version,
            "package": package,
            "licence": licence,
            "sha256": hashlib.sha256(data).hexdigest(),
        })
        print(f"{file:16} {len(data):9} bytes, {len(covered):5} characters, lacks {len(tgh - covered):5} of the 8,105")
    listed = pathlib.Path(__file__).with_name("standard-8105.txt")
    listed.write_text("".join(map(chr, sorted(tgh))) + "\n", encoding="utf-8")
    (out / "fonts.json").write_text(json.dumps(listing, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
