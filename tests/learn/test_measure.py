from __future__ import annotations

from random import Random

import pytest

from pipeline.learn.measure import Figures, measured
from pipeline.learn.noise import slips, with_slips
from pipeline.spelling import unmarked
from tests.learn.make import SENTENCES, tiny_model


@pytest.mark.parametrize("letter", list("aảêểuựiịđyỹ"))
def test_slips_are_other_marks_on_the_same_letter(letter: str) -> None:
    others, weights = slips(letter)
    assert letter not in others
    assert {unmarked(other) for other in others} <= {unmarked(letter)}
    assert len(others) == len(weights) and all(weight > 0 for weight in weights)
    assert bool(others) == (letter != "đ")


def test_a_share_of_the_words_is_misread() -> None:
    text = "\n".join(SENTENCES * 50)
    noisy, planted = with_slips(text, 0.1, Random(1))
    assert len(noisy) == len(text) and unmarked(noisy) == unmarked(text)
    assert 0.05 < len(planted) / len(text.split()) < 0.12
    assert all(noisy[start : start + 7] != text[start : start + 7] for start in planted)
    assert with_slips(text, 0.1, Random(1)) == (noisy, planted)


def test_figures_of_a_model_over_its_own_text() -> None:
    figures = measured(["\n".join(SENTENCES)] * 20, tiny_model())
    assert figures.changed == 0
    assert figures.planted > 10
    assert figures.mended / figures.planted > 0.7
    assert figures.wrong <= figures.planted - figures.mended
    assert "recall" in str(figures) and str(Figures()).startswith("0 words")
