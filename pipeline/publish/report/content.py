"""Extractions → what the explorer shows, as lists and dictionaries; rows are referred to by their place in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.graph.labels import head_label, kind_label
from pipeline.graph.nodes import body_node
from pipeline.model import Assignment, Citation, Extraction
from pipeline.publish.due_words import due_cell
from pipeline.publish.follow_up import ROLES, cited_label, place_words
from pipeline.publish.report.pieces import pieces_of, place_key
from pipeline.tables.tasks import Task, tasks_of

MOST_CHARACTERS = 10_000_000
"""Of text that a page holds: more would keep a browser busy for many seconds. The documents behind are left out."""

Row = dict[str, Any]


def content_of(extractions: Sequence[Extraction], texts: Mapping[str, str]) -> Row:
    """All that the explorer knows, ready for JSON. `texts`: source → its text file."""
    known = _Known(extractions, texts)
    for extraction in known.shown:
        known.add(extraction)
    return {
        "all": len(extractions),
        "roles": {role: kind_label(f"assigns:{role}") for role in ROLES},
        "documents": known.documents,
        "bodies": list(known.bodies.values()),
        "cited": [row | {"label": known.labels[key].most_common(1)[0][0]} for key, row in known.cited.items()],
        "tasks": known.tasks,
        "citations": known.citations,
    }


class _Known:
    """The lists as they grow; bodies and cited documents by their identity, each with its place in its list as `at`."""

    def __init__(self, extractions: Sequence[Extraction], texts: Mapping[str, str]) -> None:
        self.shown = list(_within_limit(sorted(extractions, key=lambda each: each.document.source)))
        self.documents: list[Row] = []
        self.bodies: dict[str, Row] = {}
        self.cited: dict[str, Row] = {}
        self.labels: dict[str, Counter[str]] = {}  # of what is cited: the usual one is none that OCR misread
        self.tasks: list[Row] = []
        self.citations: list[Row] = []
        self._texts = texts
        self._places = {each.doc_id: at for at, each in reversed([*enumerate(self.shown)]) if each.doc_id}

    def add(self, extraction: Extraction) -> None:
        """The document with its tasks and citations."""
        at, document, head = len(self.documents), extraction.document, extraction.head
        self.documents.append(
            {
                "label": head_label(head),
                "title": head.title,
                "province": head.province,
                "date": head.date,
                "source": document.source,
                "file": self._texts.get(document.source),
                "pieces": pieces_of(extraction, self.body, self.target),
            }
        )
        self.tasks += [self._task(at, task) for task in tasks_of(extraction)]
        self.citations += [self._citation(at, each) for each in extraction.citations]

    def body(self, row: Assignment) -> int:
        """The place of a body; one without identity goes by its name."""
        key = row.body_id or row.body
        if key not in self.bodies:
            shown = body_node(key, row.body)
            self.bodies[key] = {"at": len(self.bodies), "name": shown["label"], "province": shown.get("province")}
        return int(self.bodies[key]["at"])

    def target(self, row: Citation) -> int:
        """The place of a cited document; one without identity goes by its words."""
        key = row.target_id or row.text
        if key not in self.cited:
            self.cited[key] = {"at": len(self.cited), "document": self._places.get(row.target_id or "")}
            self.labels[key] = Counter()
        self.labels[key][cited_label(row)] += 1
        return int(self.cited[key]["at"])

    def _task(self, document: int, task: Task) -> Row:
        row = task.row
        due = due_cell(row.deadline_date)
        return {
            "document": document,
            "place": place_words(row),
            "key": place_key(row.part, row.clause),
            "page": row.page,
            "body": self.body(row) if task.acts else None,
            "role": row.role if task.acts else None,
            "head": row.office == "head",
            "text": row.task,
            "deadline": row.deadline,
            "due": due.isoformat() if isinstance(due, date) else due,
            "others": [[other.role, self.body(other)] for other in (*task.coordinate, *task.told)],
        }

    def _citation(self, document: int, row: Citation) -> Row:
        return {
            "document": document,
            "place": place_words(row),
            "key": place_key(row.part, row.clause),
            "cited": self.target(row),
            "relation": kind_label(f"cites:{row.relation}"),
            "pinpoint": row.pinpoint,
        }


def _within_limit(extractions: Iterable[Extraction]) -> Iterable[Extraction]:
    characters = 0
    for extraction in extractions:
        characters += len(extraction.document.text)
        if characters > MOST_CHARACTERS:
            return
        yield extraction
