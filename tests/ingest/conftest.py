"""A Tesseract that says what a test wants it to, and none at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.ingest.scan.lasting import end_lasting
from pipeline.ingest.scan.tesseract import engine


@pytest.fixture(autouse=True)
def forget_the_engine() -> Iterator[None]:
    engine.cache_clear()
    yield
    engine.cache_clear()
    end_lasting()
