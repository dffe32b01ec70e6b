"""Every record that one room of the pipeline hands to the next: frozen, without behaviour.

All offsets are half-open code point offsets into `Document.text`, the clean text that is also written to
`text/<slug>.txt`. Dates are ISO strings and may stop at the year or the month (`2021`, `2025-02`).
An absent value is None, never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.printed import Places

PREAMBLE = "preamble"
CLOSING = "closing"
TITLE = "title"
MAIN = "main"
OCR = "ocr"
PDF_TEXT = "pdf-text"
WORN_TEXT = "worn-text"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a person should look at. `code` is a slug such as `blank-number`."""

    code: str
    message: str
    clause: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the source (1-based) and the stretch of the clean text that came from it."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote. Its content stands in the clean text as a line of its own, right below the paragraph of its mark.

    `anchor` is the offset in the paragraph where the mark stood; the mark itself is no text.
    """

    mark: str
    anchor: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: one paragraph (or one line of the head or the end) per line of `text`, words one space apart.

    `ocr_confidence`: how sure OCR is of its words on average, 0 to 1; `quality`: the share of the words in small
    letters that can be Vietnamese, 0 to 1; `places`: the printed lines in the order of the text, where pages are known.
    """

    source: str
    text: str
    method: str
    sha256: str
    pages: tuple[Page, ...]
    footnotes: tuple[Footnote, ...] = ()
    ocr_confidence: float | None = None
    issues: tuple[Issue, ...] = ()
    places: Places = field(default_factory=Places)
    quality: float | None = None

    @property
    def is_worn(self) -> bool:
        """Whether OCR made the text, here or before it came here, so that marks of its letters may lack."""
        return self.method == OCR or any(issue.code == WORN_TEXT for issue in self.issues)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a document as spans of its text: head, body, end (recipients, signature), annexes."""

    head: tuple[int, int]
    body: tuple[int, int]
    end: tuple[int, int]
    annexes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What the head, the order line and the signature block say of the document itself (guidelines, section 1)."""

    doc_type: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    issuer_id: str | None = None
    province: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    title_span: tuple[int, int] | None = None
    signer_name: str | None = None
    signer_position: str | None = None
    signing_authority: str | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered or bulleted clause, the preamble or the closing.

    `start` is the offset of the marker, `text_start` that of the own text behind it, `end` where the next clause
    begins; so the clauses of a part share out its characters without gap or overlap. `text` is the own text,
    stripped; `heading` its first line where that is a heading; `parent` the path of the clause above, or None.
    `function` is what the words say the clause is for (models/kinds.md), `function_score` how likely that is, 0 to 1.
    """

    path: str
    parent: str | None
    level: int
    marker: str | None
    heading: str | None
    text: str
    kind: str
    start: int
    text_start: int
    end: int
    page: int
    part: str = MAIN
    function: str | None = None
    function_score: float | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of another document (guidelines, section 3). `link` fills the last four."""

    clause: str
    text: str
    doc_type: str
    number: str | None
    name: str | None
    date: str | None
    issuer: str | None
    relation: str
    kind: str
    rule: str
    start: int
    end: int
    page: int
    cue: str | None = None
    pinpoint: str | None = None
    part: str = MAIN
    issuer_id: str | None = None
    target_id: str | None = None
    status: str | None = None
    in_corpus: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """A body that a clause tells to act (guidelines, section 4). `start`, `end` span the body as it stands in the text.

    For an inherited body that is the place in the heading or the order line it comes from. `deadline` and `targets` are
    those of the clause, as printed; `deadline_date` and `target_values` say what they mean (see extract/assignments:
    due.py, targets.py). `task` is what this body is to do. `link` fills `body_id`, the body as it was, and
    `body_id_today`, the one that has taken its place.
    """

    clause: str
    text: str
    body: str
    office: str | None
    role: str
    inherited: bool
    deadline: str | None
    deadline_date: str | None
    task: str
    rule: str
    start: int
    end: int
    page: int
    cue: str | None = None
    province: str | None = None
    part: str = MAIN
    body_id: str | None = None
    body_id_today: str | None = None
    targets: tuple[str, ...] = ()
    target_values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one document. `doc_id` is None until `link` has given it an identity."""

    document: Document
    head: Head
    clauses: tuple[Clause, ...]
    citations: tuple[Citation, ...]
    assignments: tuple[Assignment, ...]
    issues: tuple[Issue, ...] = ()
    doc_id: str | None = None
