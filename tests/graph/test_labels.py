from __future__ import annotations

import pytest

from pipeline.graph.claims import ASSIGNS, BELONGS_TO, CITES, COORDINATES, ISSUED_BY, SUCCEEDS
from pipeline.graph.labels import document_label, kind_label, shorten
from pipeline.publish.follow_up import ROLES

RELATIONS = ("amends", "based_on", "guided_by", "implements", "mentions", "repeals", "replaces")


@pytest.mark.parametrize(
    "kind",
    [
        BELONGS_TO,
        COORDINATES,
        ISSUED_BY,
        SUCCEEDS,
        *(CITES + each for each in RELATIONS),
        *(ASSIGNS + each for each in ROLES),
    ],
)
def test_every_kind_has_words(kind: str) -> None:
    assert kind_label(kind) != kind


def test_a_document_of_which_nothing_is_known_still_has_a_label() -> None:
    assert document_label(None, None, None, None) == "Văn bản …"


def test_a_long_title_is_cut_at_a_word() -> None:
    label = shorten("tăng cường kỷ luật, kỷ cương, " * 9, 80)
    assert len(label) <= 80
    assert label.endswith(("cường…", "luật…", "kỷ…", "cương…", "tăng…"))
