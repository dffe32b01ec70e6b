from __future__ import annotations

from pipeline.ingest.lines import Line
from pipeline.ingest.scan.layout import lay_out, with_marks
from pipeline.ingest.scan.words import ScannedPage
from tests.ingest.scan.make import row


def test_lines_in_points_of_the_page_as_it_was_scanned() -> None:
    words = tuple(row("Sở", "Nội", "vụ", left=400, base=600))
    straight = lay_out(ScannedPage(words, 0, 0.0, 1654, 2339, 200.0), 1)
    left, top, right, bottom = straight.lines[0].box or (0, 0, 0, 0)
    assert (straight.lines[0].text, left, round(right, 1)) == ("Sở Nội vụ", 144.0, round(words[-1].right * 0.36, 1))
    assert top < 600 * 0.36 < bottom
    turned = lay_out(ScannedPage(words, 1, 0.0, 1654, 2339, 200.0), 1)
    x0, y0, x1, y1 = turned.lines[0].box or (0, 0, 0, 0)
    assert x1 - x0 < y1 - y0  # it stood on its side
    sloped = lay_out(ScannedPage(words, 0, 2.0, 1654, 2339, 200.0), 1)
    assert (sloped.lines[0].box or (0, 0, 0, 0))[1] < top


def test_figures_and_issues() -> None:
    page = ScannedPage(tuple(row(("Sở", 0.6), ("Nội", 0.7), ("vụ", 0.8), base=900)), 0, 0.0, 1654, 2339, 200.0)
    result = lay_out(page, 3)
    assert (result.words, round(result.confidence, 2)) == (3, 0.7)
    assert [issue.code for issue in result.issues] == ["low-confidence"]
    empty = lay_out(ScannedPage((), 0, 0.0, 1654, 2339, 200.0), 1)
    assert (empty.lines, empty.words, empty.issues) == ([], 0, ())


def test_a_comma_behind_the_number_of_a_paragraph() -> None:
    lines = [Line("4. Sở Y tế", 6), Line("khoản 4,", 0), Line("5, Luật", 0), Line("5, Đề nghị", 6), Line("6, và", 6)]
    assert [line.text[:3] for line in with_marks(lines)] == ["4. ", "kho", "5, ", "5. ", "6, "]
