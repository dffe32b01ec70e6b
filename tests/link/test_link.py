from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from pipeline.link import link
from pipeline.model import Extraction
from tests.link.make import assign, cite, only, paper

NQ76 = "/akn/vn/doc/nghi-quyet/chinh-phu/2021-07-15/76-nq-cp"


def codes(extraction: Extraction) -> list[str]:
    return [issue.code for issue in extraction.issues]


def test_the_examples_of_the_contract() -> None:
    linked = link(
        [
            paper(
                cite("nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ"),
                cite("nghị quyết", "08-NQ/TU", "2021-05-20", "Ban Chấp hành Đảng bộ tỉnh Lai Châu"),
            )
        ]
    )[0]
    assert [citation.target_id for citation in linked.citations] == [
        NQ76,
        "/akn/vn-lai-chau/doc/nghi-quyet/tinh-uy/2021-05-20/08-nq-tu",
    ]
    assert [citation.status for citation in linked.citations] == ["resolved", "resolved"]
    assert [citation.issuer_id for citation in linked.citations] == ["C-CP", "P-TINHUY@lai-chau"]


def test_a_document_cited_by_another_is_one_node() -> None:
    cited = paper(number="05/CT-UBND", on="2021-02-03", source="b.txt")
    citation = only(paper(cite("chỉ thị", "5/CT-UBND", "2021-02-03", "UBND tỉnh Lai Châu")), cited)
    assert citation.target_id == link([cited])[0].doc_id == "/akn/vn-lai-chau/doc/chi-thi/ubnd/2021-02-03/05-ct-ubnd"
    assert citation.in_corpus and citation.status == "resolved"


def test_a_head_with_the_year_alone_takes_the_only_full_date() -> None:
    drafted = paper(number="05/CT-UBND", on="2021", source="b.txt")
    linked = link([drafted, paper(cite("chỉ thị", "05/CT-UBND", "2021-02-03"))])
    assert linked[0].doc_id == linked[1].citations[0].target_id
    assert linked[1].citations[0].in_corpus


def test_blank_numbers_never_meet() -> None:
    first, second = link([paper(source="a"), paper(source="b")])
    assert first.doc_id != second.doc_id
    assert first.doc_id == f"/akn/vn-lai-chau/doc/chi-thi/ubnd/2021-09-01/ct-ubnd-{first.document.sha256[:8]}"


def test_one_file_under_two_names_is_one_document() -> None:
    first = paper(source="a")
    second = replace(first, document=replace(first.document, source="copy"))
    assert len({extraction.doc_id for extraction in link([first, second])}) == 1


def test_heads_without_issuer_or_date_stay_apart() -> None:
    bare = paper(number="12/KH-UBND", doc_type="kế hoạch", on=None, source="a")
    other = paper(number="12/KH-UBND", doc_type="kế hoạch", on=None, source="b")
    cited = paper(cite("kế hoạch", "12/KH-UBND", "2021-01-20"), source="c")
    ids = [extraction.doc_id for extraction in link([bare, other, cited])]
    assert len(set(ids)) == 3
    assert not link([bare, other, cited])[2].citations[0].in_corpus


def test_a_bare_mention_takes_date_and_issuer_of_the_fuller_one_in_its_document() -> None:
    linked = link(
        [
            paper(
                cite("nghị quyết", "76/NQ-CP"),
                cite("nghị quyết", "76/NQ-CP", "2021-07-15"),
                cite("báo cáo", "212/BC-ĐKT", "2019-10-30", "Đoàn Kiểm tra tỉnh Hưng Yên"),
                cite("báo cáo", "212/BC-ĐKT"),
                cite("nghị quyết", "76"),
            ),
            paper(cite("nghị quyết", "76/NQ-CP", "2013-06-13"), source="b", on="2014-01-01"),
        ]
    )[0]
    targets = [citation.target_id for citation in linked.citations]
    assert targets[0] == targets[1] == targets[4] == NQ76
    assert targets[2] == targets[3]
    assert targets[2] is not None and "/akn/vn-hung-yen/" in targets[2]


def test_two_candidates_in_the_document_leave_the_mention_alone() -> None:
    linked = link(
        [
            paper(
                cite("nghị quyết", "76/NQ-CP", "2013-06-13"),
                cite("nghị quyết", "76/NQ-CP", "2021-07-15"),
                cite("nghị quyết", "76/NQ-CP"),
            )
        ]
    )[0]
    bare = linked.citations[2]
    assert bare.status == "ambiguous"
    assert bare.target_id not in {citation.target_id for citation in linked.citations[:2]}
    (issue,) = linked.issues
    assert issue.code == "ambiguous-target"
    assert NQ76 in issue.message and "2013-06-13" in issue.message


def test_two_provinces_in_a_central_document_are_candidates() -> None:
    linked = link(
        [
            paper(cite("nghị quyết", "08-NQ/TU"), of=None),
            paper(cite("nghị quyết", "08-NQ/TU", "2021-05-20"), of="Lai Châu", source="b"),
            paper(cite("nghị quyết", "08-NQ/TU", "2021-03-02"), of="Hưng Yên", source="c"),
        ]
    )
    assert linked[0].citations[0].status == "ambiguous"
    assert "vn-lai-chau" in linked[0].issues[0].message and "vn-hung-yen" in linked[0].issues[0].message
    assert len({extraction.citations[0].target_id for extraction in linked}) == 3


def test_self_and_forward_citations_are_flagged() -> None:
    linked = link(
        [
            paper(
                cite("chỉ thị", "05/CT-UBND"),
                cite("nghị quyết", "76/NQ-CP", "2022-07-15"),
                cite("nghị quyết", "76/NQ-CP", "2021"),
                number="05/CT-UBND",
            )
        ]
    )[0]
    assert codes(linked) == ["self-citation", "forward-citation"]
    assert linked.citations[0].target_id == linked.doc_id


def test_issues_of_the_extraction_are_kept() -> None:
    first = link([paper(cite("nghị quyết", "76/NQ-CP", "2022-07-15"))])[0]
    assert codes(first) == ["forward-citation"]
    assert (first.issues[0].clause, first.issues[0].start, first.issues[0].end) == ("1", 0, 1)
    assert codes(link([first])[0])[0] == "forward-citation"


@pytest.mark.parametrize(
    ("body", "province", "of", "expected"),
    [
        ("Sở Nội vụ", None, "Hưng Yên", "P-SNV@hung-yen"),
        ("Bộ Nội vụ", None, "Hưng Yên", "C-BNV"),
        ("Ủy ban nhân dân tỉnh Hưng Yên", None, None, "P-UBND@hung-yen"),
        ("Sở Y tế", "Lai Châu", "Hưng Yên", "P-SYT@lai-chau"),
        ("Ban Quản lý vịnh Xanh", None, "Hưng Yên", "bql-vinh-xanh@hung-yen"),
        ("Ban Quản lý vịnh Xanh", None, None, "bql-vinh-xanh"),
    ],
)
def test_bodies(body: str, province: str | None, of: str | None, expected: str) -> None:
    linked = link([paper(of=of, assignments=(assign(body, province),))])[0]
    assert linked.assignments[0].body_id == expected


def test_the_only_known_issuer_of_a_node_is_everyones() -> None:
    citation = only(
        paper(cite("nghị quyết", "18-NQ/TW", "2017-10-25")),
        paper(cite("nghị quyết", "18-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương"), source="b"),
    )
    assert citation.issuer_id == "C-BCHTW"


def test_nothing_in_nothing_out() -> None:
    assert link([]) == ()


def many(count: int) -> list[Extraction]:
    """Documents of 1000 citations each: hostile repetitions of one number, bare and dated, and real variety."""
    dice = random.Random(7)
    days = [
        f"20{year:02}-{month:02}-{day:02}" for year in range(5, 25) for month in range(1, 13) for day in (1, 11, 21)
    ]
    kinds = [
        lambda: cite("nghị quyết", "18-NQ/TW", dice.choice([None, *days])),
        lambda: cite("kế hoạch", f"{dice.randrange(400)}/KH-UBND", dice.choice([None, *days])),
        lambda: cite("báo cáo", "7/BC-ĐKT", None, dice.choice([None, f"Đoàn số {dice.randrange(9999)}"])),
        lambda: cite("nghị định", f"{dice.randrange(200)}/20{dice.randrange(10, 25)}/NĐ-CP"),
        lambda: cite("luật", name=f"Thử nghiệm số {dice.randrange(50)}"),
    ]
    return [
        paper(*(dice.choice(kinds)() for _ in range(1000)), of=dice.choice(["Lai Châu", None]), source=str(number))
        for number in range(count // 1000)
    ]


def seconds(papers: list[Extraction]) -> float:
    """What linking costs at best: a busy machine makes single runs twice as slow."""
    costs = []
    for _ in range(3):
        start = time.process_time()
        link(papers)
        costs.append(time.process_time() - start)
    return min(costs)


def test_time_grows_with_the_number_of_citations() -> None:
    assert seconds(many(20_000)) < 8 * seconds(many(5_000)) + 0.5
