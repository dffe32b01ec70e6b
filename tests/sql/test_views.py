"""What the views say of a small invented corpus."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.model import Extraction
from pipeline.publish import publish_tables
from pipeline.sql import DATABASE, write_database
from tests.make import (
    DECREE,
    HUNG_YEN,
    LAI_CHAU,
    make_assignment,
    make_citation,
    make_document,
    make_extraction,
    make_head,
)

LAW = "/akn/vn/doc/luat/quoc-hoi/2019/dau-tu"


def rows(query: str, out: Path) -> list[tuple[Any, ...]]:
    with duckdb.connect(out / DATABASE, read_only=True) as database:
        return database.execute(query).fetchall()


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directive of Hưng Yên, read twice; a plan of Lai Châu that carries it out; both build on the same decree."""
    directive: dict[str, Any] = {
        "citations": [make_citation(), make_citation(relation="mentions", pinpoint="Điều 7"), make_citation(HUNG_YEN)],
        "assignments": [
            make_assignment(deadline="trong tháng 2", deadline_date="2099-02", body_id_today="P-SNV@hung-yen"),
            make_assignment("Sở Y tế", "P-SYT@hung-yen", "coordinate", body_id_today="P-SYT@hung-yen"),
            make_assignment("Sở Xây dựng", "P-SXD@hung-yen", "coordinate", body_id_today="P-SXD@hung-yen"),
        ],
    }
    plan = make_extraction(
        LAI_CHAU,
        make_head(date="2023-02", province="Lai Châu", number=None),
        make_document(source="plan.txt"),
        citations=[
            make_citation(HUNG_YEN, date="2021-08-02", relation="implements", in_corpus=True),
            make_citation(LAW, number=None, name="Luật Đầu tư", date="2019"),
            make_citation(LAW, number=None, name="Luật Đầu tư", date="2019"),
        ],
        assignments=[
            make_assignment(role="responsible", deadline="hằng tháng", deadline_date="monthly", body_id_today="P-SNV")
        ],
    )
    readings = [make_extraction(document=make_document(source=source), **directive) for source in ("a.txt", "b.txt")]
    found: list[Extraction] = [*readings, plan]
    folder = tmp_path_factory.mktemp("out")
    publish_tables(found, folder)
    write_database(folder)
    return folder


def test_a_document_read_twice_counts_once(out: Path) -> None:
    assert rows("SELECT doc_id, day, source FROM documents_today", out) == [
        (HUNG_YEN, date(2021, 8, 2), "a.txt"),
        (LAI_CHAU, None, "plan.txt"),
    ]


def test_pairs_know_relations_pinpoints_and_days(out: Path) -> None:
    found = rows("SELECT target_id, relations, pinpoints, n_mentions, days_after FROM citation_pairs ORDER BY ALL", out)
    assert found == [
        (HUNG_YEN, ["implements"], None, 1, None),
        (LAW, ["based_on"], None, 2, None),
        (DECREE, ["based_on", "mentions"], ["Điều 7"], 2, 515),
    ]


def test_national_documents_count_documents_and_provinces(out: Path) -> None:
    found = rows(
        "SELECT target_id, n_documents, n_provinces, fewest_days_after FROM national_documents ORDER BY ALL", out
    )
    assert found == [(LAW, 1, 1, None), (DECREE, 1, 1, 515)]
    assert rows("SELECT province, name, n_mentions FROM provinces_building_on ORDER BY ALL", out) == [
        ("Hưng Yên", None, 2),
        ("Lai Châu", "Luật Đầu tư", 2),
    ]


def test_tasks_have_their_partners_and_last_day(out: Path) -> None:
    found = rows("SELECT source, role, due, deadline_date, coordinating FROM tasks ORDER BY source", out)
    assert found == [
        ("a.txt", "lead", date(2099, 2, 28), "2099-02", ["Sở Xây dựng", "Sở Y tế"]),
        ("plan.txt", "responsible", None, "monthly", None),
    ]
    assert rows("SELECT source FROM open_deadlines ORDER BY ALL", out) == [("a.txt",)]


def test_coordination_and_load(out: Path) -> None:
    assert rows("SELECT lead, partner, n_clauses, n_documents FROM coordination ORDER BY partner", out) == [
        ("Sở Nội vụ", "Sở Xây dựng", 1, 1),
        ("Sở Nội vụ", "Sở Y tế", 1, 1),
    ]
    assert rows("SELECT n_lead, n_responsible, n_coordinate FROM bodies_load ORDER BY ALL", out) == [
        (0, 0, 1),
        (0, 0, 1),
        (0, 1, 0),
        (1, 0, 0),
    ]


def test_chains_go_on_through_documents_of_the_corpus(out: Path) -> None:
    found = rows(
        "SELECT n_steps, documents FROM chains WHERE doc_id <> target_id ORDER BY n_steps DESC, documents", out
    )
    assert found == [
        (2, [LAI_CHAU, HUNG_YEN, DECREE]),
        (1, [HUNG_YEN, DECREE]),
        (1, [LAI_CHAU, HUNG_YEN]),
        (1, [LAI_CHAU, LAW]),
    ]


def test_quality_names_what_is_missing(out: Path) -> None:
    found = rows("SELECT source FROM quality WHERE number_missing ORDER BY ALL", out)
    assert found == [("plan.txt",)]
