"""The explorer in a real browser: what it shows for an address."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import pytest
from lxml import html

from pipeline.publish.report import write_report
from tests.make import make_assignment, make_citation, make_clause, make_document, make_extraction, make_head

TEXT = "1. Sở Y tế thực hiện Nghị định 30/2020/NĐ-CP trước ngày 01/7/2023."
HEALTH = ("Sở Y tế", "P-SYT@lai-chau")
SECONDS = 120

Show = Callable[[str], html.HtmlElement]


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Show:
    """A function from an address to the page as the browser has it then."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed")
    folder = tmp_path_factory.mktemp("report")
    first = make_extraction(assignments=[make_assignment(), make_assignment("Sở Y tế", "P-SYT@hung-yen", "coordinate")])
    second = make_extraction(
        "second",
        make_head(number="31/KH-UBND", doc_type="kế hoạch", province="Lai Châu"),
        make_document(TEXT, "b.txt"),
        [make_clause()],
        [make_citation(start=21, end=44)],
        [make_assignment(*HEALTH, deadline="trước ngày 01/7/2023", deadline_date="2023-07-01", start=3, end=10)],
    )
    write_report([first, second], folder / "report.html", {"b.txt": "text/b.txt"})

    def shown(address: str) -> html.HtmlElement:
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
        command += ["--dump-dom", f"{(folder / 'report.html').as_uri()}{address}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
        return html.document_fromstring(done.stdout)

    return shown


def rows(page: html.HtmlElement) -> list[list[str]]:
    return [[cell.text_content() for cell in row.iter("td")] for row in page.iter("tr") if row.find("td") is not None]


def test_the_start_counts_and_leads_on(show: Show) -> None:
    page = show("")
    assert [item.text_content() for item in page.xpath("//ul/li")][:2] == ["2 văn bản", "2 nhiệm vụ"]
    assert len(page.xpath("//nav/a")) == 5


@pytest.mark.parametrize(
    ("query", "bodies"),
    [
        ("", ["Sở Nội vụ (Hưng Yên)", "Sở Y tế (Lai Châu)"]),
        ("?tim=so+y+TE", []),  # is no word of a task
        ("?tim=ho+SO", ["Sở Nội vụ (Hưng Yên)", "Sở Y tế (Lai Châu)"]),
        ("?tinh=Lai+Châu", ["Sở Y tế (Lai Châu)"]),
        ("?han=khong", ["Sở Nội vụ (Hưng Yên)"]),
        ("?vai-tro=coordinate", ["Sở Nội vụ (Hưng Yên)"]),
        ("?van-ban=1", ["Sở Y tế (Lai Châu)"]),
    ],
)
def test_tasks_are_chosen_by_the_address(query: str, bodies: list[str], show: Show) -> None:
    assert [row[0] for row in rows(show(f"#/nhiem-vu{query}"))] == bodies


def test_a_task_shows_its_deadline_and_those_that_help(show: Show) -> None:
    first, second = rows(show("#/nhiem-vu"))
    assert (first[3], first[4]) == ("", "phối hợp: Sở Y tế (Hưng Yên)")
    assert second[3] == "trước ngày 01/7/2023" + "01/07/2023"


def test_a_document_shows_where_bodies_and_citations_stand(show: Show) -> None:
    page = show("#/van-ban?so=1&cho=main/1")
    (article,) = page.iter("article")
    assert article.text_content() == TEXT
    assert [(link.get("class"), link.text) for link in article.iter("a")] == [
        ("body", "Sở Y tế"),
        ("cited", "Nghị định 30/2020/NĐ-CP"),
    ]
    assert [span.get("class") for span in article.iter("span")] == ["here"]
    assert page.xpath("//main//a[@href='text/b.txt']")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#/co-quan?tim=y+te", ["Sở Y tế (Lai Châu)", "Sở Y tế (Hưng Yên)"]),
        ("#/van-ban?tinh=Lai+Châu", ["Kế hoạch 31/KH-UBND (Ủy ban nhân dân tỉnh Hưng Yên, 2/8/2021)"]),
        ("#/vien-dan", ["Nghị định 30/2020/NĐ-CP (Chính phủ, 5/3/2020)"]),
        ("#/vien-dan?so=0", ["Kế hoạch 31/KH-UBND (Ủy ban nhân dân tỉnh Hưng Yên, 2/8/2021)"]),
        ("#/tinh", []),  # nothing is cited by two provinces
    ],
)
def test_the_other_views(address: str, expected: list[str], show: Show) -> None:
    assert [row[0] for row in rows(show(address))] == expected
