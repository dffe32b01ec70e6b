from __future__ import annotations

import pytest

from pipeline.ingest.hints import number_in_name, with_hints
from pipeline.model import Issue


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("KH 173.pdf", "173"),
        ("qd_so_61-2023.pdf", "61"),
        ("Quyết định 2280-QĐ-UBND.pdf", "2280"),
        ("1234.pdf", None),
        ("project12.pdf", None),
        ("ct.pdf", None),
    ],
)
def test_the_number_in_the_name_of_a_file(name: str, number: str | None) -> None:
    assert number_in_name(name) == number


def test_a_hint_is_no_value() -> None:
    issues = (Issue("unreadable-number", "cannot be read"), Issue("open-date", "open"))
    assert [issue.message for issue in with_hints(issues, "tb660.pdf")] == [
        "cannot be read; the file name says 660",
        "open",
    ]
    assert with_hints(issues, "scan.pdf") == issues
