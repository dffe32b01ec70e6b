"""The account of a run, one entry per input: what was read, what was not and why. Nothing is skipped in silence."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pipeline.corpus import Input
from pipeline.errors import InputError, NothingRead
from pipeline.files import replacing
from pipeline.ingest.scan.tesseract import engine_name
from pipeline.model import Extraction, Issue
from pipeline.tables.tasks import tasks_of, without_deadline

OK = "ok"
PARTIAL = "partial"
FAILED = "failed"
NAME = "manifest.json"

_LOST_TEXT = frozenset({"page-without-text", "too-many-pages"})


def lost_text(extraction: Extraction) -> tuple[Issue, ...]:
    """The issues that say that a part of the document was not read."""
    return tuple(issue for issue in extraction.document.issues if issue.code in _LOST_TEXT)


@dataclass(frozen=True, slots=True)
class Entry:
    """An input and what came of it. `same_as` is the source of an input before it that holds the same bytes."""

    input: Input
    finding: Extraction | InputError
    same_as: str | None = None

    @property
    def status(self) -> str:
        """`ok`, `partial` where pages are missing, `failed`."""
        if isinstance(self.finding, InputError):
            return FAILED
        return PARTIAL if lost_text(self.finding) else OK

    def row(self) -> dict[str, object]:
        """The entry as it stands in the manifest."""
        head: dict[str, object] = {"source": self.input.source, "status": self.status, "sha256": self.input.sha256}
        if self.same_as:
            head["same_as"] = self.same_as
        if isinstance(self.finding, InputError):
            return head | {"code": self.finding.code, "message": str(self.finding), "advice": self.finding.advice}
        lost = lost_text(self.finding)
        return head | {
            **({"code": lost[0].code, "message": lost[0].message} if lost else {}),
            "doc_id": self.finding.doc_id,
            "method": self.finding.document.method,
            "clauses": len(self.finding.clauses),
            "citations": len(self.finding.citations),
            "assignments": len(self.finding.assignments),
            "issues": len(self.finding.issues),
        }


@dataclass(frozen=True, slots=True)
class Manifest:
    """All entries, by source, and the seconds that each stage took."""

    entries: tuple[Entry, ...]
    seconds: Mapping[str, float]

    @property
    def failures(self) -> tuple[tuple[str, InputError], ...]:
        """Source and error of every input that was not read."""
        return tuple((e.input.source, e.finding) for e in self.entries if isinstance(e.finding, InputError))

    @property
    def exit_code(self) -> int:
        """0 where all was read, else what the failures ask for."""
        if len(self.failures) == len(self.entries):
            return NothingRead.exit_code
        return InputError.exit_code if self.failures else 0

    def counts(self) -> dict[str, int]:
        """Inputs by status, and what was found in the documents, each document once."""
        status = Counter(entry.status for entry in self.entries)
        found = [e.finding for e in self.entries if isinstance(e.finding, Extraction) and not e.same_as]
        tasks = [task for extraction in found for task in tasks_of(extraction)]
        return {
            "inputs": len(self.entries),
            **{name: status[name] for name in (OK, PARTIAL, FAILED)},
            "documents": len(found),
            "clauses": sum(len(extraction.clauses) for extraction in found),
            "citations": sum(len(extraction.citations) for extraction in found),
            "assignments": sum(len(extraction.assignments) for extraction in found),
            "tasks": len(tasks),
            "tasks_without_deadline": without_deadline(tasks),
            "issues": sum(len(extraction.issues) for extraction in found),
        }


def make_manifest(
    inputs: Sequence[Input], findings: Mapping[str, Extraction | InputError], seconds: Mapping[str, float]
) -> Manifest:
    """One entry per input; `findings` hold, by source, what came of every first of its bytes without error."""
    first: dict[str | None, str] = {}
    entries = []
    for each in inputs:
        source = each.source if each.error else first.setdefault(each.sha256, each.source)
        entries.append(Entry(each, each.error or findings[source], source if source != each.source else None))
    return Manifest(tuple(entries), dict(seconds))


def write_manifest(manifest: Manifest, out: Path) -> None:
    """Write manifest.json to the folder `out`, whole or not at all. All but its `run` is the same on every run."""
    content = {
        "run": {
            "seconds": {stage: round(seconds, 3) for stage, seconds in manifest.seconds.items()},
            "versions": versions(),
        },
        "counts": manifest.counts(),
        "inputs": [entry.row() for entry in manifest.entries],
    }
    with replacing(out / NAME) as path:
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def summary(manifest: Manifest, out: Path) -> str:
    """The last words of a run: what was read and found, what failed, where to look next."""
    counts = manifest.counts()
    lines = [f"{source}: {error.code}: {error}. {error.advice}" for source, error in manifest.failures[:10]]
    if len(manifest.failures) > 10:
        lines.append(f"... and {len(manifest.failures) - 10} more, see {out / NAME}")
    lines.append(
        f"{counts['inputs']} inputs: {counts[OK]} ok, {counts[PARTIAL]} partial, {counts[FAILED]} failed"
        f" in {manifest.seconds['total']:.1f} s"
    )
    lines.append(", ".join(f"{counts[name]} {name}" for name in ("clauses", "citations", "assignments", "issues")))
    lines.append(f"{counts['tasks_without_deadline']} of {counts['tasks']} tasks state no deadline")
    files = f"report.html (to explore), tasks.xlsx (who does what), graph.gexf (for Gephi), {NAME} (what was read)"
    lines.append(f"Look next at {out}/: {files}")
    return "\n".join(lines)


def versions() -> dict[str, str]:
    """The versions that decide what is found."""
    names = ["chithi", "opencv-python-headless", "pillow", "lxml", "networkx", "pyarrow", "pypdfium2", "xlsxwriter"]
    known = {"python": platform.python_version(), "tesseract": engine_name()}
    return known | {name: metadata.version(name) for name in names}
