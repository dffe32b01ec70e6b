"""Counting: how many of the wanted answers were found, and how many of the found ones were wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.evaluate.answers import Answers, Row
from pipeline.evaluate.same import (
    alike,
    plain,
    plain_body,
    plain_date,
    plain_number,
    same_citation,
    same_clause,
    same_document,
)

HEAD_FIELDS = (
    *("doc_type", "number", "symbol", "issuer", "province", "place", "date", "title"),
    *("signer_name", "signer_position"),
)
CITATION_FIELDS: dict[str, Callable[[object], str]] = {"date": plain_date, "issuer": plain, "relation": plain}
ASSIGNMENT_FIELDS = ("office", "inherited")

Pairs = list[tuple[Row, Row]]
AssignmentKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one part, and its slips: `- ` before what was missed, `+ ` before what was found in vain."""

    matched: int = 0
    gold: int = 0
    found: int = 0
    slips: tuple[str, ...] = ()

    def __add__(self, other: Score) -> Score:
        """The score over both."""
        counts = (self.matched + other.matched, self.gold + other.gold, self.found + other.found)
        return Score(*counts, self.slips + other.slips)

    @property
    def precision(self) -> float:
        """The share of what was found that was wanted; 1 where nothing was found and nothing wanted."""
        return self.matched / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.matched / self.gold if self.gold else float(not self.found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Scores = dict[str, dict[str, Score]]
"""By the name of the document, by part."""


def score_document(wanted: Answers, found: Answers) -> dict[str, Score]:
    """The scores of one document by part: `head`, `head.number`, ..., `clauses`, `citations.numbered`, ..."""
    return _sums(
        [
            *_score_head(wanted.document, found.document),
            *_score_clauses(wanted.clauses, found.clauses),
            *_score_citations(wanted.citations, found.citations),
            *_score_assignments(wanted.assignments, found.assignments),
        ]
    )


def total(scores: Scores) -> dict[str, Score]:
    """The scores over all documents, by part; every answer counts the same."""
    return _sums(item for parts in scores.values() for item in parts.items())


def _sums(scores: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    sums: dict[str, Score] = {}
    for part, score in scores:
        sums[part] = sums.get(part, Score()) + score
    return sums


def _score_head(wanted: Row, found: Row) -> Iterator[tuple[str, Score]]:
    for field in HEAD_FIELDS:
        normal = plain_number if field == "number" else plain
        want, have = normal(wanted.get(field)), normal(found.get(field))
        good = want == have or (field == "title" and alike(want, have))
        score = _agreement(good, f"{field}: {want!r} wanted, {have!r} found")
        yield "head", score
        yield f"head.{field}", score


def _score_clauses(wanted: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[str, Score]]:
    yield "clauses", _matches(wanted, found, same_clause, lambda row: f"{row['text'] or ''}"[:40])[1]


def _score_citations(wanted: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[str, Score]]:
    def words(row: Row) -> str:
        return f"{row['doc_type']} {row['number'] or row['name']}"

    for kind in ("numbered", "named"):
        wants, haves = ([row for row in rows if row["kind"] == kind] for rows in (wanted, found))
        pairs, score = _matches(wants, haves, same_citation, words)
        yield f"citations.{kind}", score
        yield f"citations.{kind} (any clause)", _matches(wants, haves, same_document, words)[1]
        for field, normal in CITATION_FIELDS.items():
            if (kind, field) == ("named", "date"):
                continue
            for want, have in pairs:
                slip = f"[{want['clause']}] {words(want)}: {want[field]!r} wanted, {have[field]!r} found"
                yield f"citations.{kind}.{field}", _agreement(normal(want[field]) == normal(have[field]), slip)


def _score_assignments(wanted: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[str, Score]]:
    wants, haves = _by_key(wanted), _by_key(found)
    yield "assignments", _overlap(wants.keys(), haves.keys())
    yield "assignments (any role)", _overlap({key[:2] for key in wants}, {key[:2] for key in haves})
    for want in wanted:
        have = haves.get(_key(want))
        if have is None:
            continue
        place = f"[{want['clause']}] {want['body']}"
        for field in ASSIGNMENT_FIELDS:
            slip = f"{place}: {want[field]!r} wanted, {have[field]!r} found"
            yield f"assignments.{field}", _agreement(plain(want[field]) == plain(have[field]), slip)
        yield "assignments.deadline", _score_deadline(plain(want["deadline"]), plain(have["deadline"]), place)


def _score_deadline(want: str, have: str, place: str) -> Score:
    good = bool(want) and alike(want, have)
    slips = () if good or not (want or have) else (f"{place}: {want!r} wanted, {have!r} found",)
    return Score(int(good), int(bool(want)), int(bool(have)), slips)


def _agreement(good: bool, slip: str) -> Score:
    return Score(int(good), 1, 1, () if good else (slip,))


def _matches(
    wanted: Sequence[Row], found: Sequence[Row], same: Callable[[Row, Row], bool], words: Callable[[Row], str]
) -> tuple[Pairs, Score]:
    """Each wanted row takes the first row found that is the same and not yet taken."""
    left, pairs, missed = list(found), Pairs(), []
    for want in wanted:
        place = next((place for place, have in enumerate(left) if same(want, have)), None)
        if place is None:
            missed.append(want)
        else:
            pairs.append((want, left.pop(place)))
    slips = [f"{sign} [{row['clause']}] {words(row)}" for sign, rows in (("-", missed), ("+", left)) for row in rows]
    return pairs, Score(len(pairs), len(wanted), len(found), tuple(slips))


def _overlap(wanted: Iterable[tuple[str, ...]], found: Iterable[tuple[str, ...]]) -> Score:
    wants, haves = set(wanted), set(found)
    slips = [
        f"{sign} [{key[0]}] {' '.join(key[1:])}"
        for sign, keys in (("-", wants - haves), ("+", haves - wants))
        for key in sorted(keys)
    ]
    return Score(len(wants & haves), len(wants), len(haves), tuple(slips))


def _by_key(rows: Sequence[Row]) -> dict[AssignmentKey, Row]:
    return {_key(row): row for row in rows}


def _key(row: Row) -> AssignmentKey:
    return row["clause"] or "", plain_body(row["body"]), plain(row["role"])
