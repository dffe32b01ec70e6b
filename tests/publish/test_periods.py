from __future__ import annotations

import pytest

from pipeline.publish.periods import period, timeset


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"date": "2021-07-15"}, ("2021-07-15", None)),
        ({"date": "2025-02"}, ("2025-02-01", None)),
        ({"first_date": "2020", "last_date": "2024-02"}, ("2020-01-01", "2024-02-29")),
        ({"valid_to": "2025"}, (None, "2025-12-31")),
        ({"valid_from": "2025-03-01", "valid_to": "2025-06"}, ("2025-03-01", "2025-06-30")),
        ({"date": "2021-02-30"}, (None, None)),
        ({"date": "2021-13"}, (None, None)),
        ({"date": "hằng năm"}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_first_and_last_day(attributes: dict[str, str], expected: tuple[str | None, str | None]) -> None:
    assert period(attributes) == expected


def test_what_has_no_date_has_no_timeset() -> None:
    assert timeset({"date": None}) is None
    assert timeset({"valid_to": "2025-02-28"}) == "<[-Infinity, 2025-02-28]>"
