from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given

from pipeline.extract.clauses import find_clauses
from pipeline.extract.clauses.numbering import clause_issues
from pipeline.extract.layout import find_layout
from pipeline.model import Clause, Document, Layout
from tests.extract.papers import paper, papers
from tests.timing import is_linear


def clauses_of(body: str, notes: tuple[tuple[int, int], ...] = ()) -> tuple[Clause, ...]:
    """The clauses of a document that is nothing but body."""
    size = len(body)
    return find_clauses(paper(body, notes), Layout((0, 0), (0, size), (size, size)))


def paths(body: str) -> str:
    return " ".join(clause.path for clause in clauses_of(body))


CASES = {
    "numbers and letters": ("1. Sở Y tế:\na) Khám;\nb) Chữa.\n2. Sở Nội vụ.", "1 1/a 1/b 2"),
    "roman above arabic, counted anew": ("I. A\n1. Mua.\n2. Bán.\nII. B\n1. Ăn.", "I I/1 I/2 II II/1"),
    "arabic counted on below the next roman": ("I. A\n1. Mua.\nII. B\n2. Bán.", "I I/1 II II/2"),
    "decimals below their number": ("1. A\n1.1. Mua.\n1.2. Bán.\n2. B\n2.1 Cây", "1 1/1.1 1/1.2 2 2/2.1"),
    "letters right below roman": ("I. A\na) Mua;\nb) Bán.\nII. B", "I I/a I/b II"),
    "capitals above roman": ("A. X\nI. Y\n1. Z\nB. T\nI. U", "A A/I A/I/1 B B/I"),
    "party style": ("I- A\n1- Mua cây.\n- Một.\nII- B", "I I/1 I/1/-1 II"),
    "bullets below anything": ("1. A\n- Một.\n- Hai.\n2. B\na) C:\n- Ba.\nb) D.", "1 1/-1 1/-2 2 2/a 2/a/-1 2/b"),
    "plus below minus": ("1. A\n- X:\n+ Một;\n+ Hai.\n- Y.", "1 1/-1 1/-1/+1 1/-1/+2 1/-2"),
    "plus on its own": ("1. A\n+ Một;\n- Hai;\n- Ba.", "1 1/+1 1/-1 1/-2"),
    "minus below plus where it is announced": ("1. A\n+ Một:\n- Hai;\n- Ba.", "1 1/+1 1/+1/-1 1/+1/-2"),
    "bullets before any number": ("- Một;\n- Hai.\n1. Ba.", "-1 -2 1"),
    "a decision": ("Điều 1. A\n1. X:\na) Một;\n- Hai.\n2. Y\nĐiều 2. B", "Điều_1 Điều_1/1 Điều_1/1/a Điều_1/1/a/-1"),
    "a decision behind its bases": (
        "- Căn cứ tờ trình;\nQUYẾT ĐỊNH:\nĐiều 1. A\n1. X.\nĐiều 2. B",
        "-1 Điều_1 Điều_1/1 Điều_2",
    ),
    "a rule and a stroke are no bullet": ("__— Mua cây.\n1. A\n2. B", "preamble 1 2"),
    "chapters": ("Chương I\nCHUNG\nMục 1\nX\nĐiều 1. A\nĐiều 2. B\nChương II\nRIÊNG\nĐiều 3. C", "Chương_I"),
    "Tiểu mục below Mục": ("Mục 1\nA\nTiểu mục 1\nB\nĐiều 1. C\nTiểu mục 2\nD\nMục 2\nE", "Mục_1 Mục_1/Tiểu_mục_1"),
    "parts": ("PHẦN I\nX\nI. A\nPHẦN II\nY\nI. B", "Phần_I Phần_I/I Phần_II Phần_II/I"),
    "a label twice": ("2. A\n2.5. X.\n2.7. Y.\n2.5. Z.", "2 2/2.5 2/2.7 2/2.5(2)"),
    "brackets at line starts": ("1. A:\n(1). Một.\n(2). Hai.", "1 1/1 1/2"),
    "small roman": ("1. A:\ni) Một;\nii) Hai;\niii) Ba;\niv) Bốn;\nv) Năm.", "1 1/i 1/ii 1/iii 1/iv 1/v"),
    "i is a letter behind h": ("1. A\ng) X;\nh) Y;\ni) Z;\nk) T.", "1 1/g 1/h 1/i 1/k"),
    "a list announced below a bullet": ("1. A\n- X:\na) Một;\nb) Hai.\n- Y.", "1 1/-1 1/-1/a 1/-1/b 1/-2"),
    "a list announced below its own kind": ("1. A:\na) X:\n1. Một;\n2. Hai.\nb) Y.\n2. B.", "1 1/a 1/a/1 1/a/2 1/b 2"),
    "l for 1": ("l. Mua.\n2. Bán.", "1 2"),
    "I for 1": ("I. Mua cây.\n2. Bán quả.\n3. Ăn.", "1 2 3"),
    "I for 1 below an article": ("Điều 1. A\nI. Mua cây.\nĐiều 2. B", "Điều_1 Điều_1/1 Điều_2"),
    "roman below an article": ("Điều 1. A\nI. Mua.\nII. Bán.", "Điều_1 Điều_1/I Điều_1/II"),
    "roman in capitals without its dot": ("I. CÂY\nMua.\nII RỪNG NÚI\nV NGƯỜI VÀ VẬT\nIII. SÔNG", "I II III"),
    "an article with worn marks": ("Điêu I. A\nDiều 2. B\nĐiểu 3: C", "Điều_1 Điều_2 Điều_3"),
    "a speck before a letter": ("1. A\na) Một;\nÍ b) Hai.", "1 1/a 1/b"),
    "an article without its dot": ("Điều 1 Bố trí cây.\nĐiều 2. B\nĐiều 3 Giao rừng.", "Điều_1 Điều_2 Điều_3"),
    "an article of a law": ("Điều 1. A\nĐiều 2 Luật Đất đai nêu rõ.\nĐiều 9 Bán cây.", "Điều_1"),
    "5.11 for 5.1": ("5. A:\n5.11. Mua:\n- Cây.\n5.2. Bán.\n6. B", "5 5/5.1 5/5.1/-1 5/5.2 6"),
    "5.11 behind 5.10": ("5. A:\n5.10. Mua.\n5.11. Bán.\n6. B\n6.2. C", "5 5/5.10 5/5.11 6 6/6.2"),
    "] for 5.1": ("5. A:\n.]. Mua cây.\n5.2. Bán.\n6. B", "5 5/5.1 5/5.2 6"),
    "a note is no item": ("1. A\n* Lưu ý: Mua cây.\n* Bán quả.\n2. B", "1 1/*1 2"),
    "Ì for 1": ("Ì. Mua cây.\n2. Bán quả.", "1 2"),
    "Ï and ]I for I and II": ("Ï. A\n1. Mua.\n]I. B\n1. Bán.", "I I/1 II II/1"),
    "1 and H for I and II": ("1. A\n1. Mua.\n2. Bán.\nH. B\n1. Ăn.\nHI. C", "I I/1 I/2 II II/1 III"),
    "L for I": ("L. A\n1. Mua.\nII. B", "I I/1 II"),
    "the signs of a scan": ("7. A\n§. B\na) X;\nb) Y;\n©) Z;\nø) T.", "7 8 8/a 8/b 8/c 8/g"),
    "specks before marks": ("._1. A\n_a) X;\n,b) Y.\n„2. B", "1 1/a 1/b 2"),
    "specks and a space": ("_ 1. A\n: a) X;\n| b) Y;\n- c) Z.\n_ - Một.", "1 1/a 1/b 1/c 1/c/-1"),
    "a comma for a stop": ("1. A\n2, Bán cây.\n3. C", "1 2 3"),
    "a number of a sentence before a comma": ("1. A\n2. B\n7, Luật này.\n3. C", "1 2 3"),
    "1) behind h and k": ("1. A\nh) X;\n1) Y;\nk) Z;\n1) T.", "1 1/h 1/i 1/k 1/l"),
    "8) behind e": ("1. A\ne) X;\n8) Y;\nh) Z.", "1 1/e 1/g 1/h"),
    "9) behind p": ("1. A\np) X;\n9) Y.", "1 1/p 1/q"),
    "1. behind q": ("1. A\n2. B:\np) X;\nq) Y.\n1. Z.\n3. C", "1 2 2/p 2/q 2/r 3"),
    "numbers that count on below a letter": ("1. A\nh) X.\n1) Y;\n2) Z.", "1 1/h 1/h/1 1/h/2"),
    "a stroke within a sentence": ("1. A\n- Tưới các cây\n- ven hồ vào mùa khô.\n- Tỉa cành.", "1 1/-1 1/-2"),
    "bullets with small letters": ("1. Mua:\n- cây xoài\n- cây nhãn", "1 1/-1 1/-2"),
    "a second d is đ": ("1. A\nc) X;\nd) Y;\nd) Z;\ne) T.", "1 1/c 1/d 1/đ 1/e"),
    "no space": ("1.Mua cây.\n2.Bán quả.", "1 2"),
    "numbers of running text": ("1. Mua\n15. 000 cây được trồng.\n2. Bán.", "1 2"),
    "an item within a sentence": ("1. Mua:\n(2) bán và (3) ăn.\n2. Ngủ.", "1 2"),
    "a jump that the next number confirms": ("1. A\n8. B\n9. C", "1 8 9"),
    "preamble and closing": ("Để vui:\n1. Hát.\n2. Múa.\nTrên đây là Kế hoạch.", "preamble 1 2 closing"),
    "a heading's own paragraph": ("1. Sở Y tế\nKhám bệnh cho dân.\n2. Sở Nội vụ\nTuyển người.", "1 2"),
    "an order behind a heading's paragraph": (
        "I. KINH PHÍ\nDùng tiền có sẵn.\nYêu cầu các sở thực hiện.",
        "I closing",
    ),
    "a number that a narrow column has cut off": (
        "- Tổng kết mùa lũ năm\n2014 trước ngày 20/4; sửa đê.\nTrên đây",
        "-1 closing",
    ),
    "an order behind a sentence": ("1. Trồng cây ven hồ.\nMỗi xã trồng một nghìn cây.", "1 closing"),
    "no marks at all": ("Cây xanh.\nGió mát.", "preamble"),
    "quoted clauses of another document": (
        "Điều 1. Sửa đổi Điều 5 như sau:\n“Điều 5. Cây\n1. Trồng.\n2. Tỉa.”.\nĐiều 2. Hiệu lực.",
        "Điều_1 Điều_2",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_paths(case: str) -> None:
    body, expected = CASES[case]
    found = [clause.path.replace(" ", "_") for clause in clauses_of(body)]
    assert found[: expected.count(" ") + 1] == expected.split()
    if "Chương" not in expected and "Điều" not in expected and "Mục" not in expected:
        assert len(found) == expected.count(" ") + 1


def test_articles_below_their_chapter() -> None:
    found = paths(CASES["chapters"][0])
    assert found.endswith("Chương I/Mục 1/Điều 1 Chương I/Mục 1/Điều 2 Chương II Chương II/Điều 3")


def test_own_text_and_heading() -> None:
    first, second, third = clauses_of("1. Sở Y tế\nKhám bệnh.\n- Chữa răng.\nBằng kìm.\n2. Trồng cây.")
    assert (first.marker, first.heading, first.text) == ("1.", "Sở Y tế", "Sở Y tế\nKhám bệnh.")
    assert (second.marker, second.heading, second.text) == ("-", None, "Chữa răng.\nBằng kìm.")
    assert (third.parent, second.parent, second.level) == (None, "1", 2)


def test_a_chapter_takes_its_title_from_the_next_line() -> None:
    assert clauses_of("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Cây")[0].heading == "QUY ĐỊNH CHUNG"


def test_a_footnote_opens_no_clause() -> None:
    body = "1. Mua cây.\n2. Giống tốt.\n3. Bán quả."
    start = body.index("2. Giống")
    first, second = clauses_of(body, ((start, start + 13),))
    assert (first.text, second.path) == ("Mua cây.\n2. Giống tốt.", "3")


def test_annexes_have_their_own_tree_and_end() -> None:
    annex = "PHỤ LỤC\n1. Cây bàng.\n2. Cây đa.\nNơi nhận:\n- Lưu: VT."
    body = "1. Trồng cây.\n"
    layout = Layout((0, 0), (0, len(body)), (len(body),) * 2, ((len(body), len(body + annex)),))
    found = [(clause.part, clause.path) for clause in find_clauses(paper(body + annex), layout)]
    assert found == [("main", "1"), *(("annex-1", path) for path in ("preamble", "1", "2", "closing"))]


def test_issues() -> None:
    body = "1. A\na) X;\nc) Y;\n2. B\nd) Z;\nd) T.\n4. C\n4. D\nI. E\n5. F"
    found = [(issue.code, issue.clause) for issue in clause_issues(clauses_of(body))]
    assert ("clause-jump", "1/c") in found
    assert ("clause-slip", "2/đ") in found
    assert ("clause-jump", "4") in found
    assert ("clause-repeat", "4(2)") in found
    assert not clause_issues(clauses_of("I. A\n1. X\nII. B\n2. Y\na) Z\nb) T\nc) U\nd) V\nđ) W\ne) S\ng) R"))


@given(papers)
def test_a_valid_tree_that_shares_out_every_part(document: Document) -> None:
    layout = find_layout(document)
    clauses = find_clauses(document, layout)
    spans = {"main": layout.body} | {f"annex-{n}": span for n, span in enumerate(layout.annexes, 1)}
    for part, (start, end) in spans.items():
        own = [clause for clause in clauses if clause.part == part]
        if not own:
            assert not document.text[start:end].strip()
            continue
        assert (own[0].start, own[-1].end) == (start, end)
        assert all(one.end == two.start for one, two in pairwise(own))
        assert all(one.start <= one.text_start <= one.end for one in own)
        known = [clause.path for clause in own]
        assert len(set(known)) == len(known)
        for index, clause in enumerate(own):
            assert clause.parent is None or clause.parent in known[:index]
            assert clause.text == document.text[clause.text_start : clause.end].strip()
            assert clause.marker is None or clause.path.rpartition("/")[0] == (clause.parent or "")
    clause_issues(clauses)


@pytest.mark.parametrize("lines", [["1. A:", "a) B:"], ["1. A", "- B", "+ C:", "(1) D"], ["I. A", "1.1. B:", "x) C"]])
def test_many_clauses_take_linear_time(lines: list[str]) -> None:
    def seconds(times: int) -> float:
        body = "\n".join(lines * times)
        start = time.process_time()
        assert len(clauses_of(body)) >= times
        return time.process_time() - start

    seconds(100)
    assert is_linear(seconds, 2_000, 8_000, factor=8, slack=0.1)
