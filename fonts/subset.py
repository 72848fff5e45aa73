#!/usr/bin/env python3
"""Makes the bundled fonts of this folder from their full originals; README.md says where those come from.

    python3 -m pip install fonttools
    python3 subset.py ROLE ORIGINAL OUTPUT     # ROLE: song, song-regular, hei, kai, fang
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.roundingPen import RoundingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent

# Renamed, since a Reserved Font Name may not be carried by a changed version (OFL, condition 3).
FAMILY = {
    "song": "Tongxin Song Bold",
    "song-regular": "Tongxin Song",
    "hei": "Tongxin Hei",
    "kai": "Tongxin Kai",
    "fang": "Tongxin Fang",
}
KEPT_NAMES = {0, 7, 13, 14}  # copyright, trademark, licence, licence address
# Outlines of 仿宋 are redrawn with fewer curves, at most this far (thousandths of the size) from
# the original, and on a grid of this step: a subset in a PDF takes a quarter less, and at 3号 the
# difference is a fiftieth of a millimetre at most.
REDRAW_ERROR = (1, 2)
REDRAW_GRID = 3
LATIN_AND_DASH = set(range(0x20, 0x7F)) | {0x2014, 0x2013, 0xB7}


def ranges(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, _, last = line.partition("-")
            yield from range(int(first, 16), int(last or first, 16) + 1)


def listed(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return {ord(c) for line in lines if not line.startswith("#") for c in line if not c.isspace()}


def gb2312_symbols():
    """Rows 1 to 9 of GB/T 2312: punctuation, numbers, Greek, Cyrillic, kana, box drawing."""
    for high in range(0xA1, 0xAA):
        for low in range(0xA1, 0xFF):
            try:
                yield ord(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def big5_common():
    """The 5,401 common characters of Big5, so that names in traditional script can be set."""
    for high in range(0xA4, 0xC7):
        for low in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            try:
                yield ord(bytes([high, low]).decode("big5"))
            except UnicodeDecodeError:
                pass


def symbols():
    """What 楷体 has of Latin with accents, punctuation, units, numbers in circles and of other kinds, arrows,
    signs, kana, phonetic letters and full-width forms; it lends them to the other fonts."""
    blocks = [(0x100, 0x530), (0x1E00, 0x1F00), (0x2010, 0x2028), (0x2030, 0x205F), (0x2070, 0x27C0)]
    for first, end in [*blocks, (0x3000, 0x3400), (0xFE10, 0xFE50), (0xFF00, 0xFFF0)]:
        yield from range(first, end)


def add_boxes(font):
    """Boxes and heavy ticks for forms, which none of the originals has: made of what is there."""
    table = next(t for t in font["cmap"].tables if t.isUnicode() and t.format == 4)
    box, tick, cross = (table.cmap[code] for code in (0x25A1, 0x2713, 0x2717))
    pen = TTGlyphPen(font.getGlyphSet())
    for part in (box, tick):
        pen.addComponent(part, (1, 0, 0, 1, 0, 0))
    font.setGlyphOrder([*font.getGlyphOrder(), "ticked"])
    font["glyf"]["ticked"] = pen.glyph()
    font["hmtx"]["ticked"] = font["hmtx"][box]
    names = {0x2610: box, 0x2611: "ticked", 0x2714: tick, 0x2718: cross}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(names)


def characters(role, font):
    if role == "song-regular":
        return LATIN_AND_DASH
    if role == "fang":
        return {c for c in font.getBestCmap() if c >= 0x20 and not 0xE000 <= c <= 0xF8FF}
    chars = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(range(0x2010, 0x2027))
    chars |= set(ranges(HERE / "tongyong-guifan.txt")) | listed(HERE / "names.txt")
    chars |= set(gb2312_symbols())
    return chars | set(big5_common()) | set(symbols()) if role == "kai" else chars


def redraw(font):
    glyphs = font.getGlyphSet()
    top = font["CFF "].cff.topDictIndex[0]
    redrawn = {}
    for name in font.getGlyphOrder():
        old = top.CharStrings[name]
        pen = T2CharStringPen(font["hmtx"][name][0], None)
        grid = RoundingPen(pen, roundFunc=lambda v: REDRAW_GRID * round(v / REDRAW_GRID))
        fewer = Qu2CuPen(grid, REDRAW_ERROR[1], all_cubic=True)
        glyphs[name].draw(Cu2QuPen(fewer, REDRAW_ERROR[0]))
        redrawn[name] = pen.getCharString(old.private, old.globalSubrs)
    for name, charstring in redrawn.items():
        top.CharStrings[name] = charstring


def rename(font, family):
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES]
    postscript = family.replace(" ", "")
    for name_id, text in {1: family, 2: "Regular", 3: postscript, 4: family, 6: postscript}.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = family


def main(role, original, output):
    options = subset.Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    options.desubroutinize = False
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx", "DSIG", "gasp"]
    font = TTFont(original)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters(role, font))
    subsetter.subset(font)
    if role == "fang":
        redraw(font)
    if role == "kai":
        add_boxes(font)
    rename(font, FAMILY[role])
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
