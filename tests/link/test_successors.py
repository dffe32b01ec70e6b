from __future__ import annotations

import pytest

from pipeline.gazetteers import load
from pipeline.link.successors import successor_id

CASES = [
    ("P-SKHDT@lai-chau", "9999", "P-STC@lai-chau"),
    ("P-SKHDT@ha-giang", "2025-03-15", "P-STC@ha-giang"),
    ("P-SKHDT@ha-giang", "2025-07-01", "P-STC@tuyen-quang"),
    ("P-SNV@hung-yen", "9999", "P-SNV@hung-yen"),
    ("P-SNV@thai-binh", "9999", "P-SNV@hung-yen"),
    ("P-SNV@thai-binh", "2025-06-30", "P-SNV@thai-binh"),
    ("C-BNNPTNT", "9999", "C-BNNMT"),
    ("C-BNNPTNT", "2024-01-01", "C-BNNPTNT"),
    ("P-SLDTBXH@ha-noi", "9999", "P-SLDTBXH@ha-noi"),
    ("trung-tam-x@bac-giang", "9999", "trung-tam-x@bac-ninh"),
]


@pytest.mark.parametrize(("body_id", "as_of", "successor"), CASES)
def test_successor(body_id: str, as_of: str, successor: str) -> None:
    assert successor_id(body_id, as_of) == successor


def test_successors_come_to_rest() -> None:
    for body in load.bodies():
        last = successor_id(f"{body.id}@ha-noi")
        assert successor_id(last) == last
