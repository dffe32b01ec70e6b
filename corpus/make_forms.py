"""Write the DOCX, PDF and scanned samples from the texts in `source/`.

    python corpus/make_forms.py [--font Tinos]

Needs python-docx and reportlab (no dependencies of the project itself) and, for PDFs and scans, a TrueType font family
with Vietnamese that fontconfig knows (Debian: fonts-croscore). The same texts and the same font give the same bytes.
The markup of the texts is described in sources.py.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from make_docx import write_docx
from make_pdf import write_pdf
from make_scan import write_scan
from sources import Source, read_source

HERE = Path(__file__).parent


def main() -> None:
    """Write every source in its form to `sample/`."""
    parser = argparse.ArgumentParser(description="Write the DOCX, PDF and scanned samples from the texts in source/.")
    parser.add_argument("--font", default="Tinos", help="font family of the PDFs, as fontconfig names it")
    font = parser.parse_args().font
    for path in sorted((HERE / "source").glob("*.md")):
        source = read_source(path)
        suffix, content = made(source, font)
        (HERE / "sample" / f"{source.name}.{suffix}").write_bytes(content)


def made(source: Source, font: str) -> tuple[str, bytes]:
    """The suffix and the bytes of a source in its form."""
    match source.form:
        case "docx":
            return "docx", write_docx(source)
        case "scan":
            return "pdf", write_scan(source, font)
        case _:
            return "pdf", write_pdf(source, font)


if __name__ == "__main__":
    main()
