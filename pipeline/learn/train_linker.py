"""Train the linker of misread names: `make train`, or `python -m pipeline.learn.train_linker [MODEL]`.

It learns from the catalogue of bodies alone: the names, the weights of their n-grams, and, on names bent on purpose,
how like a name must be. A bent name asked for while its own body is left out stands for the bodies that the catalogue
does not know: whatever it is linked to then, a sister, is wrong. The same catalogue gives the same bytes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from random import Random

import numpy as np

from pipeline.errors import UsageError
from pipeline.gazetteers import load
from pipeline.learn.bent import bent, recased
from pipeline.learn.command import answering
from pipeline.learn.linker import GRAMS, MODEL, Bars, Match, Names, shape
from pipeline.learn.ngrams import Arrays
from pipeline.learn.store import write_model
from pipeline.link.words import plain_words, words
from pipeline.spelling import UPPER

LEVELS = (1, 2, 3)
"""How many slips a bent name has."""
PRECISE = 0.995
"""The share of right links, of all links to right bodies and to sisters, that the bars must reach in training."""
TRIES = [Bars(*each) for each in product((0.5, 0.6, 0.7, 0.8, 0.9), (0.02, 0.05, 0.1), (8, 9, 10, 12))]
_ABBREVIATED = re.compile(rf"(?<!\w)[{UPPER}][{UPPER}&]")
_OWN_UNIT = re.compile(r"(?<! cấp) tỉnh$")


@dataclass(frozen=True, slots=True)
class Trial:
    """A bent name of the body numbered `body`: what it is most like, and what if its own body were unknown."""

    body: int
    match: Match | None
    sister: Match | None


@dataclass(slots=True)
class Figures:
    """Of `asked` bent names those linked `right` and `wrong`, and those linked to a `sister` without their body."""

    asked: int = 0
    right: int = 0
    wrong: int = 0
    sisters: int = 0

    @property
    def precision(self) -> float:
        """Right links of all; half of all names asked for are of unknown bodies."""
        return self.right / max(self.right + self.wrong + self.sisters, 1)

    @property
    def recall(self) -> float:
        """Right links of all bent names of known bodies."""
        return self.right / max(self.asked, 1)

    def __str__(self) -> str:
        known = self.right / max(self.right + self.wrong, 1)
        false = self.sisters / max(self.asked, 1)
        return (
            f"{self.asked:,} names; linked {self.recall:.1%} (recall), of these right {known:.2%}; "
            f"without their body linked {false:.2%}; precision {self.precision:.2%}"
        )


def known_names() -> dict[str, int]:
    """Every name in words that the catalogue holds, with and without contraction → the number of its body.

    Single words and names with abbreviations (`Sở VHTT`) are left out, for they tell too little to be guessed at, and
    what begins with `các`, for to the grammar one word more there makes others of them (`các đơn vị thuộc Bộ`).
    """
    found: dict[str, int] = {}
    for number, name in _printed():
        for key in map(_bare, (words(name), plain_words(name))):
            if " " in key:
                found.setdefault(key, number)
    return found


def learned() -> Arrays:
    """What the model file holds."""
    names = known_names()
    arrays = _fitted(names, TRIES[0])
    return _fitted(names, best_bars(trials(Names.of(arrays), LEVELS, Random(1))))


def _fitted(names: dict[str, int], bars: Bars) -> Arrays:
    from sklearn.feature_extraction.text import TfidfVectorizer  # half a second, and only training needs it

    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=GRAMS, lowercase=False)
    columns = vectorizer.fit_transform(f" {shape(name)} " for name in names).tocsc()
    grams = vectorizer.get_feature_names_out()
    return {
        "names": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "bodies": np.array(list(names.values()), dtype=np.int32),
        "vocabulary": np.frombuffer("\n".join(grams).encode(), dtype=np.uint8),
        "idf": vectorizer.idf_.astype(np.float32),
        "starts": columns.indptr.astype(np.int32),
        "postings": columns.indices.astype(np.int16),
        "weights": columns.data.astype(np.float32),
        "bars": np.array([bars.bar, bars.lead, bars.letters]),
    }


def trials(names: Names, levels: Sequence[int], random: Random) -> list[Trial]:
    """Every printed name of the catalogue, bent once at each of `levels`, but for those that are exact all the same."""
    numbers = dict(zip(names.names, names.bodies.tolist(), strict=True))
    asked = [
        (numbers[key], _bare(words(recased(bent(name, level, random), random))))
        for _, name in _printed()
        for level in levels
        if (key := _bare(words(name))) in numbers  # two bodies of one name count as the first
    ]
    return [
        Trial(number, names.ranked(name), names.ranked(name, without=number))
        for number, name in asked
        if name not in numbers
    ]


def best_bars(tried: Sequence[Trial]) -> Bars:
    """The bars that link most and are precise enough; of equals the strictest."""
    scored = [(measured(tried, bars), bars) for bars in TRIES]
    precise = [(figures.right, bars.bar, bars.lead, bars) for figures, bars in scored if figures.precision >= PRECISE]
    if not precise:
        raise UsageError("No bars are precise enough; the catalogue holds names that are too much alike.")
    return max(precise, key=lambda each: each[:3])[3]


def measured(tried: Sequence[Trial], bars: Bars) -> Figures:
    """The figures with these bars."""
    figures = Figures(asked=len(tried))
    for trial in tried:
        if trial.match and trial.match.passes(bars):
            figures.right += trial.match.body == trial.body
            figures.wrong += trial.match.body != trial.body
        figures.sisters += trial.sister is not None and trial.sister.passes(bars)
    return figures


def _printed() -> Iterator[tuple[int, str]]:
    """The names without abbreviations, as they are printed, and the numbers of their bodies."""
    for number, body in enumerate(load.bodies()):
        for name in (body.name, *body.aliases):
            if " " in name and not name.startswith("các ") and not _ABBREVIATED.search(name):
                yield number, name


def _bare(key: str) -> str:
    return _OWN_UNIT.sub("", key)


@answering
def main(arguments: list[str]) -> None:
    """Train, write the model to the path named first, and print its figures on noise that it has not seen."""
    if len(arguments) > 1:
        raise UsageError("usage: python -m pipeline.learn.train_linker [MODEL]")
    target = Path(arguments[0]) if arguments else MODEL
    arrays = learned()
    write_model(target, arrays)
    names = Names.of(arrays)
    print(f"{target}: {len(names.names):,} names; taken: {names.bars}")
    for level in LEVELS:
        print(f"  {level} slips: {measured(trials(names, (level,), Random(100 + level)), names.bars)}")
    tried = trials(names, LEVELS, Random(200))
    for bar in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        print(f"  cosine {bar}: {measured(tried, replace(names.bars, bar=bar))}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
