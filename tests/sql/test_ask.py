from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.errors import NoDatabase, WrongQuery
from pipeline.publish import publish_tables
from pipeline.sql import ask, describe, show, write_csv, write_database
from pipeline.sql.database import VIEWS
from tests.make import make_document, make_extraction, make_head
from tests.samples import linked_samples

QUESTIONS = (VIEWS.parent / "QUESTIONS.md").read_text(encoding="utf-8")
MAY_BE_EMPTY = re.compile(r"In the sample there (?:is|may be) none")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over the sample."""
    folder = tmp_path_factory.mktemp("out")
    publish_tables(linked_samples(), folder)
    write_database(folder)
    return folder


def test_every_ready_question_has_an_answer(out: Path) -> None:
    asked = re.findall(r"\*\*(.+?)\*\*(.*?)```sql\n(.*?)```", QUESTIONS, re.DOTALL)
    assert len(asked) >= 12 and len(asked) == QUESTIONS.count("```sql")
    silent = [question for question, note, query in asked if ask(query, out).empty and not MAY_BE_EMPTY.search(note)]
    assert silent == []


def test_every_view_is_in_a_ready_question() -> None:
    views = re.findall(r"CREATE VIEW (\w+)", VIEWS.read_text(encoding="utf-8"))
    assert [view for view in views if not re.search(rf"\b{view}\b", QUESTIONS)] == ["cited_documents", "citation_pairs"]


def test_the_list_has_every_table_view_column_and_comment(out: Path) -> None:
    listed = describe(out).split("\n\n")
    assert {"documents", "assignments", "tasks"} <= {entry.split("\n")[0] for entry in listed}
    (tasks,) = (entry for entry in listed if entry.startswith("tasks\n"))
    assert "One row per clause and body" in tasks and ", due (Last day of the deadline" in tasks


def test_a_table_is_printed_within_the_width(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show("SELECT * FROM tasks", out, 90)
    lines = capsys.readouterr().out.splitlines()
    assert 20 < len(lines) < 200 and max(map(len, lines)) <= 90
    assert "source" in lines[1]


def test_csv_has_all_rows_lists_joined_and_formulas_neutral(tmp_path: Path) -> None:
    head = make_head(title="=1+1", recipients=("Sở A", "Sở B"), signer_name=None)
    publish_tables([make_extraction(head=head, document=make_document(source="a,b"))], tmp_path)
    write_database(tmp_path)
    file = io.StringIO()
    write_csv(
        "SELECT source, title, recipients, signer_name, pages, n_clauses = 0 AS bare FROM documents", tmp_path, file
    )
    assert file.getvalue() == 'source,title,recipients,signer_name,pages,bare\n"a,b",\'=1+1,Sở A | Sở B,,1,true\n'


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELEC 1", "syntax error"),
        ("SELECT nothing FROM documents", "nothing"),
        ("FROM taskz", 'Did you mean "tasks"'),
        ("", "empty"),
        ("DELETE FROM documents", "read-only"),
        ("DROP VIEW tasks", "read-only"),
        ("COPY documents TO 'x.csv'", "disabled"),
        ("SELECT * FROM read_text('/etc/hostname')", "disabled"),
        ("SELECT 1 / 'x'", "x"),
    ],
)
def test_what_is_no_question_is_refused(query: str, message: str, out: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongQuery, match=f"(?i){re.escape(message)}"):
        show(query, out, 80)


def test_no_run_is_said_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NoDatabase, match="there is no"):
        ask("SELECT 1", tmp_path)
    assert main(["sql", "SELECT 1", "--out", str(tmp_path)]) == 2
    assert "chithi extract FOLDER --out" in capsys.readouterr().err


def test_the_command_lists_shows_and_writes_csv(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sql", "--out", str(out)]) == 0
    assert "open_deadlines" in capsys.readouterr().out
    assert main(["sql", "SELECT count(*) AS many FROM documents", "--out", str(out)]) == 0
    assert "│ many" in capsys.readouterr().out
    assert main(["sql", "SELECT count(*) AS many FROM documents", "--csv", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"many\n{len(linked_samples())}\n"
    assert main(["sql", "FROM nowhere", "--out", str(out)]) == 2
    assert "lists tables, views and columns" in capsys.readouterr().err
