"""How good is the tone-mark corrector: `python -m pipeline.learn.measure TEXT [--held-out]`.

TEXT is what `pipeline.learn.train` takes; it is held to be free of slips. With --held-out a model is trained on nine of
ten documents and measured on the tenth, else the installed model is measured on all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from pipeline.errors import UsageError
from pipeline.learn.command import answering
from pipeline.learn.noise import with_slips
from pipeline.learn.tones import Model, corrected, installed_model
from pipeline.learn.train import learned, texts

SLIPS = 0.02
"""The share of words that is misread, as of a poor scan."""
_WORD = re.compile(r"[^\W\d_]+")  # "12/NQ-CP năm" → NQ, CP, năm


@dataclass(slots=True)
class Figures:
    """`changed` of all `words` in clean text; of the slips `planted`, those `mended`, and the wrong changes beside."""

    words: int = 0
    changed: int = 0
    planted: int = 0
    mended: int = 0
    wrong: int = 0

    def __str__(self) -> str:
        return (
            f"{self.words:,} words; changed in clean text {self.changed / max(self.words, 1):.3%}; "
            f"of {self.planted:,} planted slips mended {self.mended / max(self.planted, 1):.1%} (recall), "
            f"right of all changes {self.mended / max(self.mended + self.wrong, 1):.1%} (precision)"
        )


def measured(documents: Iterable[str], model: Model) -> Figures:
    """The figures of `model` over clean `documents`; the slips are the same at every call."""
    figures, random = Figures(), Random(30)
    for text in documents:
        figures.words += len(_WORD.findall(text))
        figures.changed += len(corrected(text, model)[1])
        noisy, planted = with_slips(text, SLIPS, random)
        changes = corrected(noisy, model)[1]
        mended = sum(change.start in planted and text[change.start : change.end] == change.after for change in changes)
        figures.planted += len(planted)
        figures.mended += mended
        figures.wrong += len(changes) - mended
    return figures


@answering
def main(arguments: list[str]) -> None:
    """Print the figures over the text named first; the exit code."""
    if not arguments or arguments[1:] not in ([], ["--held-out"]):
        raise UsageError("usage: python -m pipeline.learn.measure TEXT [--held-out]")
    documents = list(texts(Path(arguments[0])))
    if len(arguments) == 1:
        print(measured(documents, installed_model()))
    else:
        rest = [text for number, text in enumerate(documents) if number % 10]
        print(measured(documents[::10], Model.of(learned(rest))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
