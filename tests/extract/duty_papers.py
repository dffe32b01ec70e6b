"""Small invented documents with their clauses, for the tests of bodies, roles and assignments."""

from __future__ import annotations

from pipeline.extract.bodies.canonical import Setting
from pipeline.model import CLOSING, PREAMBLE, Assignment, Clause, Document, Head, Page

LAKE = Setting(province="Lào Cai", unit="tỉnh", issuer="Chủ tịch Ủy ban nhân dân tỉnh")
CAPITAL = Setting(province="Hà Nội", unit="thành phố", issuer="Ủy ban nhân dân thành phố")
CENTRE = Setting(issuer="Thủ tướng Chính phủ")
DEPARTMENT = Setting(province="Lào Cai", unit="tỉnh", issuer="Sở Công Thương")

HEAD = Head(doc_type="chỉ thị", issuer="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", province="Lào Cai")


def paper(*parts: tuple[str, str], title: str = "") -> tuple[Document, tuple[Clause, ...], tuple[int, int]]:
    """A document of (path, text) parts; `preamble` and `closing` are paths as well. Also the span of its title."""
    text, clauses = f"{title}\n", []
    paths = [path for path, _ in parts]
    for path, words in parts:
        start = len(text)
        text += f"{words}\n"
        parent = path.rpartition("/")[0] or None
        kind = path if path in (PREAMBLE, CLOSING) else "task"
        assert parent is None or parent in paths
        clauses.append(Clause(path, parent, path.count("/"), None, None, words, kind, start, start, len(text), 1))
    return Document("paper.txt", text, "text", "0" * 64, (Page(1, 0, len(text)),)), tuple(clauses), (0, len(title))


def summary(rows: tuple[Assignment, ...]) -> list[str]:
    """`1/a: lead* Sở Nội vụ/head`, one line per row; the star marks what is inherited."""
    return [
        f"{row.clause}: {row.role}{'*' if row.inherited else ''} {row.body}{'/head' if row.office else ''}"
        for row in rows
    ]
