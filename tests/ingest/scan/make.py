"""Pictures of pages, PDF files that hold them, and a stand-in for Tesseract, made for the tests."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.errors import DependencyMissing
from pipeline.ingest.scan.tesseract import engine
from pipeline.ingest.scan.words import ReadWord

DPI = 200
PAPER = (1654, 2339)
_FONTS = (
    "Tinos-Regular.ttf",
    "NotoSerif-Regular.ttf",
    "DejaVuSerif.ttf",
    "DejaVuSans.ttf",
    "LiberationSerif-Regular.ttf",
)

FAKE = """#!{python}
import sys, time, pathlib
arguments = sys.argv[1:]
def note():
    with pathlib.Path({log!r}).open("a") as log:
        print(" ".join(arguments), file=log)
def answer():
    note()
    time.sleep({seconds})
    if {failure!r}:
        sys.exit({failure!r})
    said = {hocr!r} if arguments[arguments.index("--psm") + 1] == "3" else {part!r}
    print(said or {nothing!r}, flush=True)
if arguments == ["--version"]:
    note()
    print("tesseract 5.9.9")
elif arguments == ["--list-langs"]:
    note()
    print("List of available languages (2):\\n" + {languages!r})
else:
    answer()
"""
"""A line of the log is a picture that was read, or a question."""
HOCR = "  <div class='ocr_page'>\n{}\n  </div>"
LINE = "<span class='ocr_line' title='bbox {0} {1} {2} {3}; baseline 0.01 -8; x_size 36'>{4}</span>"
WORD = "<span class='ocrx_word' title='bbox {0} {1} {2} {3}; x_wconf {4}'>{5}</span>"


def needs_tesseract() -> None:
    """Skip the calling test where no scan can be read."""
    try:
        engine()
    except DependencyMissing:
        pytest.skip("Tesseract or its Vietnamese data is not installed")


def fake_tesseract(
    folder: Path,
    patch: pytest.MonkeyPatch,
    hocr: str = "",
    part: str = "",
    languages: str = "Vietnamese",
    seconds: float = 0,
    failure: str = "",
) -> Path:
    """Put a command `tesseract` first in the path; the answer is the file in which it notes its calls.

    It says `hocr` of a whole page and `part` of a part of one.
    """
    log = folder / "calls.txt"
    command = folder / "bin" / "tesseract"
    command.parent.mkdir()
    command.write_text(
        FAKE.format(
            python=sys.executable,
            log=str(log),
            languages=languages,
            seconds=seconds,
            failure=failure,
            hocr=hocr,
            part=part,
            nothing=HOCR.format(""),
        )
    )
    command.chmod(0o755)
    patch.setenv("PATH", str(command.parent))
    return log


def no_tesseract(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """A path that holds no command."""
    patch.setenv("PATH", str(folder))


def hocr(*lines: str) -> str:
    """What Tesseract would write of lines of words set in boxes of equal letters, 60 dots below each other."""
    spans = []
    for number, line in enumerate(lines):
        left, top, words = 200, 300 + 60 * number, []
        for word in line.split():
            words.append(WORD.format(left, top, left + 18 * len(word), top + 36, 95, word))
            left += 18 * (len(word) + 1)
        spans.append(LINE.format(200, top, left, top + 36, "".join(words)))
    return HOCR.format("".join(spans))


def page(*lines: tuple[str, int, int], size: int = 40, angle: float = 0.0) -> Image.Image:
    """A4 paper at 200 dpi with each line of words at its x and y; turned by `angle` degrees to the right."""
    picture = Image.new("L", PAPER, 255)
    draw = ImageDraw.Draw(picture)
    for words, x, y in lines:
        draw.text((x, y), words, 0, font=_font(size))
    return picture.rotate(-angle, fillcolor=255, resample=Image.Resampling.BICUBIC) if angle else picture


def _font(size: int) -> ImageFont.FreeTypeFont:
    for name in _FONTS:
        try:
            font = ImageFont.truetype(name, size)
        except OSError:
            continue
        if bytes(font.getmask("ợ")) != bytes(font.getmask("\uffff")):  # what is drawn for a letter it lacks
            return font
    pytest.skip("no font with Vietnamese letters")


def as_bytes(pages: list[Image.Image], form: str) -> bytes:
    """The pictures as a file of that form: PDF and TIFF hold all of them, PNG and JPEG one."""
    buffer = BytesIO()
    more: dict[str, object] = {"save_all": True, "append_images": pages[1:]} if form in ("PDF", "TIFF") else {}
    scale = {"resolution": DPI} if form == "PDF" else {"dpi": (DPI, DPI)}
    pages[0].save(buffer, form, **more, **scale)
    return buffer.getvalue()


def word(text: str, left: float = 0.0, base: float = 100.0, sure: float = 0.95, height: float = 36.0) -> ReadWord:
    """A word whose letters are half as wide as high."""
    right = left + len(text) * height / 2
    return ReadWord(text, left, base - 0.7 * height, right, base + 0.1 * height, base, height, sure)


def row(*texts: str | tuple[str, float], left: float = 0.0, base: float = 100.0) -> list[ReadWord]:
    """Words one letter apart; a pair gives a word and its confidence."""
    words: list[ReadWord] = []
    for text in texts:
        said, sure = text if isinstance(text, tuple) else (text, 0.95)
        words.append(word(said, left, base, sure))
        left = words[-1].right + 18
    return words
