from __future__ import annotations

import pytest

from pipeline.printed import Place, Places

FIRST = Place(0, 10, 1, 90.0, 100.5, 500.1, 114.3)
SECOND = Place(11, 20, 2, 85.0, 120.0, 510.3, 134.0, confidence=0.951)
THIRD = Place(20, 31, 2, 85.0, 140.0, 510.3, 154.0, confidence=0.0)
PLACES = Places((FIRST, SECOND, THIRD))


def test_what_is_put_in_comes_out() -> None:
    assert list(PLACES) == [FIRST, SECOND, THIRD]
    assert (PLACES[-1], PLACES[1:], len(PLACES)) == (THIRD, [SECOND, THIRD], 3)


def test_nothing_stands_beyond_the_end() -> None:
    with pytest.raises(IndexError):
        PLACES[3]


def test_the_same_places_are_equal() -> None:
    again = Places((FIRST, SECOND))
    assert again != PLACES
    again.add(THIRD)
    assert again == PLACES and hash(again) == hash(PLACES)
