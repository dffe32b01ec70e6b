"""Text reuse: clauses that stand nearly word for word in documents of several provinces, and where they came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher

import numpy as np
import pandas as pd

from pipeline.compare.base import PLACE, cited_documents, counted, dates_of, provinces_of, texts
from pipeline.compare.dates import days_between, who_first
from pipeline.compare.ngrams import ngram_counts, segmented, syllables, weighed
from pipeline.compare.pairs import similar_pairs
from pipeline.extract.layout.cues import cues
from pipeline.publish.periods import last_day
from pipeline.results import Run
from pipeline.spelling import fold

CENTRAL = "central"
LEAST_COSINE = 0.5
_ORDERS = {"one": "a first", "other": "a first"}
_LONGEST_FORMULA = 50  # words; in a longer clause a stock phrase is not all there is


def text_reuse(run: Run, threshold: float = 0.8, min_words: int = 10, today: bool = False) -> pd.DataFrame:
    """Pairs of clauses of two provinces, or of a province and a central body, that are nearly the same text.

    Words are segmented: compounds such as `tổ chức` are one. Candidates are all pairs whose TF-IDF vectors over words
    and pairs of words have a cosine of 0.5 or more; `score` is the share of their words that both have in the same
    order (2 × matches / words of both, 0 to 1), at least `threshold`. Clauses below `min_words` syllables are left out.
    Of the clauses of another province only the best match of each clause is kept, and of clauses of the same words in a
    province only the earliest.

    The compounds are those of `models/kinds.md`, taken from left to right: word borders agree with underthesea's to F1
    0.95, and 28 MB of clauses take seconds, where underthesea (0.1 MB a second) would take minutes. Of 22,000 pairs
    of 131,000 clauses of central bodies that score 0.8, of which syllables or words find any, 15 are no candidates.
    A lower threshold finds no more than the candidates.

    One row per pair, the best first. `_a` is the earlier where `order` is `a first`; else `order` is `same day` or
    `unknown` (a date missing or open). Columns: `score`, `order`, `days` between the two dates, `boilerplate` (a
    heading, an address, a closing formula), `b_cites_a` (the later document cites the earlier), `same_sources`
    (national documents that both clauses cite), `shared_sources` (those that both documents cite), then for each side
    `province` (`central` for a central body), `date`, `source`, `part`, `clause`, `text`.
    `today`: provinces as they are since 2025-07-01.
    """
    clauses = _clauses(run, min_words, today)
    groups = pd.factorize(clauses["province"])[0]
    first, second = similar_pairs(weighed(ngram_counts(clauses["text"])), groups, LEAST_COSINE)
    scores = _scores(clauses["text"], first, second)
    pairs = pd.DataFrame({"first": first, "second": second, "score": scores}).loc[scores >= threshold]
    pairs = _best(pairs, groups).sort_values(["score", "first", "second"], ascending=[False, True, True])
    return _described(run, clauses, pairs)


def _clauses(run: Run, min_words: int, today: bool) -> pd.DataFrame:
    """The clauses that are compared, with `province`, `date`; by date, then by source and place."""
    found = run.clauses.loc[run.clauses["source"].isin(counted(run)), [*PLACE, "doc_id", "kind", "heading", "text"]]
    words = [syllables(text) for text in found["text"]]
    found = found.assign(
        province=found["source"].map(provinces_of(run, today)).astype(object).fillna(CENTRAL),
        date=found["source"].map(dates_of(run)),
        words=[" ".join(each) for each in words],
    ).loc[[len(each) >= min_words for each in words]]
    found["by"] = found["date"].map(last_day, na_action="ignore")
    found = found.sort_values(["by", "source"], kind="stable").drop_duplicates(["province", "words"])
    return found.drop(columns=["words", "by"]).reset_index(drop=True)


def _scores(column: pd.Series, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    words = {row: segmented(column[row]) for row in np.union1d(first, second).tolist()}
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return np.array([_same_words(words[one], words[other]) for one, other in pairs], np.float64)


def _same_words(one: list[str], other: list[str]) -> float:
    """The share of words in common, in order; sorted first, since `ratio` may depend on which of the two leads.

    >>> _same_words("các sở ban ngành tỉnh".split(), "các sở ngành tỉnh".split())
    0.888...
    """
    first, second = sorted((one, other))
    return float(SequenceMatcher(None, first, second, autojunk=False).ratio())


def _best(pairs: pd.DataFrame, groups: np.ndarray) -> pd.DataFrame:
    """The pairs that are the best of one of their clauses in the other's province; of equal ones the earliest."""
    ordered = pairs.sort_values(["score", "first", "second"], ascending=[False, True, True])
    ordered = ordered.assign(place=groups[ordered["first"]], other=groups[ordered["second"]])
    kept = ~ordered.duplicated(["first", "other"]) | ~ordered.duplicated(["second", "place"])
    return ordered.loc[kept, ["first", "second", "score"]]


def _described(run: Run, clauses: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The table of `text_reuse` from pairs of rows of `clauses`."""
    first, second = pairs["first"].to_numpy(), pairs["second"].to_numpy()
    dates = texts(clauses["date"])
    orders = [who_first(dates[one], dates[other]) for one, other in zip(first, second, strict=True)]
    turned = np.array([order == "other" for order in orders], bool)
    earlier, later = (
        clauses.loc[rows].reset_index(drop=True)
        for rows in (np.where(turned, second, first), np.where(turned, first, second))
    )
    days = map(days_between, texts(earlier["date"]), texts(later["date"]))
    known = pd.DataFrame(
        {
            "score": pairs["score"].round(4).to_numpy(),
            "order": [_ORDERS.get(order, order) for order in orders],
            "days": pd.array(
                [day if order in _ORDERS else None for day, order in zip(days, orders, strict=True)], "Int64"
            ),
            "boilerplate": [*map(_is_boilerplate, earlier["kind"], texts(earlier["heading"]), earlier["text"])],
            **_sources(run, earlier, later),
        }
    )
    sides = {"_a": earlier, "_b": later}
    columns = ["province", "date", *PLACE, "text"]
    return pd.concat([known, *(side[columns].add_suffix(name) for name, side in sides.items())], axis=1)


def _sources(run: Run, earlier: pd.DataFrame, later: pd.DataFrame) -> dict[str, list[object]]:
    """Where the text of each pair may have come from."""
    cited = run.citations.dropna(subset="target_id")
    national = set(cited_documents(run).query("national")["target_id"])
    by_document = _targets(cited, ["source"])
    by_clause = _targets(cited, PLACE)
    pairs = list(zip(_places(earlier), _places(later), strict=True))
    documents = earlier["doc_id"].tolist()
    return {
        "b_cites_a": [each in by_document[b[:1]] for each, (_, b) in zip(documents, pairs, strict=True)],
        "same_sources": [sorted(by_clause[a] & by_clause[b] & national) for a, b in pairs],
        "shared_sources": [sorted(by_document[a[:1]] & by_document[b[:1]] & national) for a, b in pairs],
    }


def _places(clauses: pd.DataFrame) -> list[tuple[str, ...]]:
    return list(clauses[PLACE].itertuples(index=False, name=None))


def _targets(citations: pd.DataFrame, keys: list[str]) -> Mapping[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for *key, target in citations[[*keys, "target_id"]].itertuples(index=False, name=None):
        found[tuple(key)].add(target)
    return found


def _is_boilerplate(kind: str, heading: str | None, text: str) -> bool:
    """Whether a clause is a closing, a heading, an address that ends with a colon, or a short formula."""
    if kind == "closing" or text == heading or text.endswith(":"):
        return True
    folded = fold(text)
    return len(folded.split()) <= _LONGEST_FORMULA and any(cue in folded for cue in cues("stock"))
