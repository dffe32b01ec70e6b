"""Train the tone-mark corrector: `make train TEXT=...`, or `python -m pipeline.learn.train TEXT [MODEL]`.

TEXT is a file of JSON lines with a field "text" (plain or gzip) or a folder of documents in any form that is read.
The same text gives the same bytes. Documents of a folder that cannot be read are named and left out.
"""

from __future__ import annotations

import gzip
import json
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_lowercase

import numpy as np

from pipeline.errors import InputError, UsageError
from pipeline.ingest import read
from pipeline.learn.command import answering
from pipeline.learn.ngrams import MOST_WORDS, RARE_WORD, Arrays, Ids, count
from pipeline.learn.store import write_model
from pipeline.learn.tokens import SPECIAL, tokens
from pipeline.learn.tones import MODEL
from pipeline.spelling import UPPER

_GZIP = b"\x1f\x8b"
_LETTERS = frozenset(ascii_lowercase + UPPER.removeprefix("A-Z").lower())


def texts(source: Path) -> Iterator[str]:
    """The texts in `source`, in the order of its lines or file names.

    Raises UsageError if `source` is missing, or a line is no JSON object with a text.
    """
    if source.is_dir():
        yield from _documents(source)
    elif source.is_file():
        yield from _lines(source)
    else:
        raise UsageError(f"{source} is neither a folder nor a file of JSON lines")


def _documents(folder: Path) -> Iterator[str]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            yield read(path).text
        except InputError as error:
            print(f"left out {path}: {error}", file=sys.stderr)


def _lines(source: Path) -> Iterator[str]:
    with source.open("rb") as raw:
        packed = raw.read(2) == _GZIP
    with gzip.open(source) if packed else source.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield unicodedata.normalize("NFC", json.loads(line)["text"])
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(f'{source}:{number}: no JSON object with a "text"') from error


def learned(documents: Iterable[str]) -> Arrays:
    """What the model file holds: the vocabulary in a fixed order, and how often its words stand together."""
    numbers: dict[str, int] = {key: number for number, key in enumerate(SPECIAL)}
    met = array("I")
    for text in documents:
        met.extend([numbers.setdefault(key, len(numbers)) for key in tokens(text).keys])
    first_met: Ids = np.frombuffer(met, dtype=np.uint32).astype(np.int64)
    vocabulary, new_numbers = _vocabulary(list(numbers), first_met)
    text_of_words = np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8)
    return {"vocabulary": text_of_words, **count(new_numbers[first_met], len(vocabulary))}


def _vocabulary(keys: list[str], met: Ids) -> tuple[list[str], Ids]:
    """The frequent words of Vietnamese letters behind the specials, in order, and the new number of each of `keys`."""
    often = np.bincount(met, minlength=len(keys))
    often[: len(SPECIAL)] = 0
    bar = max(RARE_WORD, int(np.sort(often)[-MOST_WORDS]) if len(often) > MOST_WORDS else 0)
    words = sorted(key for key, times in zip(keys, often, strict=True) if times >= bar and _LETTERS.issuperset(key))
    vocabulary = [*SPECIAL, *words]
    places = {word: place for place, word in enumerate(vocabulary)}
    return vocabulary, np.array([places.get(key, 0) for key in keys], dtype=np.int64)


@answering
def main(arguments: list[str]) -> None:
    """Train on the text named first, write the model to the path named second; the exit code."""
    if not 1 <= len(arguments) <= 2:
        raise UsageError("usage: python -m pipeline.learn.train TEXT [MODEL]")
    target = Path(arguments[1]) if len(arguments) == 2 else MODEL
    arrays = learned(texts(Path(arguments[0])))
    write_model(target, arrays)
    print(f"{target}: {len(arrays['bigrams']):,} pairs and {len(arrays['trigrams']):,} triples of words")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
