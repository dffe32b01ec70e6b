"""All extractions of a corpus → one identity for every document and body in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.link.bodies import MERGER, body_id
from pipeline.link.corpus import Draft, assemble, draft
from pipeline.link.dates import SHOWN, is_later
from pipeline.link.likeness import Likeness, likeness
from pipeline.link.resolve import AMBIGUOUS, RESOLVED, Target, identify, resolve
from pipeline.link.successors import successor_id
from pipeline.model import Assignment, Citation, Extraction, Head, Issue

__all__ = ["link"]


def link(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """`extractions` in the same order, with identities: of documents, issuers, cited documents and assigned bodies.

    Sets `doc_id`, `Head.issuer_id`, `body_id` and `body_id_today` of assignments and the last four fields of each
    citation (see `resolve` for the statuses), and adds the issues `ambiguous-target`, `forward-citation`,
    `self-citation` and `body-linked-by-likeness`. The order of the input changes nothing but the order of the output.
    """
    drafts = [draft(extraction) for extraction in extractions]
    corpus = assemble(drafts)
    own = [identify(one, corpus) for one in drafts]
    targets = [[resolve(mention, one, corpus) for mention in one.cited] for one in drafts]
    in_corpus = {target.uri for target in own}
    issuers = _issuers(drafts, own, targets)
    return tuple(
        _linked(one, target, cited, in_corpus, issuers) for one, target, cited in zip(drafts, own, targets, strict=True)
    )


def _linked(
    one: Draft, own: Target, targets: Sequence[Target], in_corpus: set[str], issuers: dict[str, str]
) -> Extraction:
    extraction = one.extraction
    citations = tuple(
        _cited(citation, mention.body or issuers.get(target.uri), target, target.uri in in_corpus)
        for citation, mention, target in zip(extraction.citations, one.cited, targets, strict=True)
    )
    found = [
        issue
        for citation, target in zip(extraction.citations, targets, strict=True)
        for issue in _issues(citation, target, own)
    ]
    return replace(
        extraction,
        doc_id=own.uri,
        head=replace(extraction.head, issuer_id=one.own.body),
        citations=citations,
        assignments=tuple(_assigned(assignment, extraction.head) for assignment in extraction.assignments),
        issues=(*extraction.issues, *found, *_misread(extraction.assignments, extraction.head)),
    )


def _cited(citation: Citation, issuer_id: str | None, target: Target, in_corpus: bool) -> Citation:
    status = RESOLVED if in_corpus else target.status
    return replace(citation, issuer_id=issuer_id, target_id=target.uri, status=status, in_corpus=in_corpus)


def _assigned(assignment: Assignment, head: Head) -> Assignment:
    bent = _bent(assignment, head)
    body = bent.body_id if bent else body_id(assignment.body, assignment.province or head.province, _era(head))
    return replace(assignment, body_id=body, body_id_today=successor_id(body))


def _bent(assignment: Assignment, head: Head) -> Likeness | None:
    return likeness(assignment.body, assignment.province or head.province, _era(head))


def _era(head: Head) -> str | None:
    return MERGER if (head.date or "") >= MERGER else None


def _misread(assignments: Iterable[Assignment], head: Head) -> Iterable[Issue]:
    """One for every bent name, where it stands first."""
    first = {each.body: each for each in reversed(tuple(assignments))}
    for each in reversed(first.values()):
        if bent := _bent(each, head):
            message = f"{each.body!r} is taken for {bent.name!r} ({bent.body_id}), likeness {bent.score:.2f}"
            yield Issue("body-linked-by-likeness", message, each.clause, each.start, each.end)


def _issuers(drafts: Iterable[Draft], own: Iterable[Target], targets: Iterable[Iterable[Target]]) -> dict[str, str]:
    """Node → the issuing body, where all who name one name the same."""
    found: dict[str, str | None] = {}
    for one, target, cited in zip(drafts, own, targets, strict=True):
        for mention, node in zip((one.own, *one.cited), (target, *cited), strict=True):
            if mention.body is not None and found.setdefault(node.uri, mention.body) != mention.body:
                found[node.uri] = None
    return {uri: body for uri, body in found.items() if body is not None}


def _issues(citation: Citation, target: Target, own: Target) -> Iterable[Issue]:
    words = citation.number or citation.name or citation.text
    if target.status == AMBIGUOUS:
        shown = ", ".join(target.candidates[:SHOWN]) + (", …" if len(target.candidates) > SHOWN else "")
        yield _issue("ambiguous-target", f"{words} can mean {shown}", citation)
    if target.uri == own.uri:
        yield _issue("self-citation", f"{words} is this document itself", citation)
    elif is_later(target.date, own.date):
        yield _issue("forward-citation", f"{words} of {target.date} is later than this document ({own.date})", citation)


def _issue(code: str, message: str, citation: Citation) -> Issue:
    return Issue(code, message, citation.clause, citation.start, citation.end)
