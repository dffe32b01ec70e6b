from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.learn import ngrams
from pipeline.learn.ngrams import Language, count

IDS = np.array([1, 2, 3, 1, 2, 3, 1, 2, 4, 1, 3, 0, 2, 0, 3, 1], dtype=np.int64)
SIZE = 5


def probabilities(language: Language, first: int, second: int) -> NDArray[np.float64]:
    return np.exp(language.log_probability(np.full(SIZE, first), np.full(SIZE, second), np.arange(SIZE)))


@pytest.mark.parametrize("history", [(1, 2), (2, 3), (3, 3), (0, 1), (4, 0)])
def test_probabilities_of_the_next_word_make_at_most_one(history: tuple[int, int]) -> None:
    found = probabilities(Language.of(count(IDS, SIZE)), *history)
    assert (found > 0).all()
    assert 0.5 < found.sum() <= 1.2  # the unknown word is taken for one of many, an unseen one for twice seen


def test_what_was_seen_is_likelier() -> None:
    language = Language.of(count(IDS, SIZE))
    assert np.argmax(probabilities(language, 1, 2)) == 3
    assert np.argmax(probabilities(language, 2, 3)) == 1
    assert probabilities(language, 1, 2)[3] > probabilities(language, 3, 2)[3]


def test_counts_are_exact() -> None:
    counts = count(IDS, SIZE)
    bigrams = dict(zip(np.cumsum(counts["bigram_steps"]).tolist(), counts["bigrams"].tolist(), strict=True))
    assert bigrams == {1 * 5 + 2: 3, 1 * 5 + 3: 1, 2 * 5 + 3: 2, 2 * 5 + 4: 1, 3 * 5 + 1: 3, 4 * 5 + 1: 1, 2: 1, 3: 1}
    assert counts["trigrams"].tolist() == [2, 2, 2]  # 1 2 3, 2 3 1 and 3 1 2; the others come once
    assert counts["words"].tolist() == np.bincount(IDS).tolist()


def test_the_model_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ngrams, "MOST_NGRAMS", 3)
    assert sorted(count(IDS, SIZE)["bigrams"].tolist()) == [2, 3, 3]


def test_no_text_at_all() -> None:
    language = Language.of(count(np.array([1, 1], dtype=np.int64), SIZE))
    assert np.isfinite(np.log(probabilities(language, 2, 3))).all()
