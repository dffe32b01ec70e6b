"""Bodies as they stand in a text, and lists of them."""

from __future__ import annotations

from typing import NamedTuple


class Mention(NamedTuple):
    """A body as it stands at `start:end`: its canonical name, `head` where its head is named, its province if named."""

    start: int
    end: int
    body: str
    office: str | None = None
    province: str | None = None


def is_unnamed(mention: Mention) -> bool:
    """Whether only a competence is named, whoever may have it: one can report to it, but it is told nothing."""
    return mention.body.endswith((" có thẩm quyền", " có thẩm quyền liên quan"))


class BodyList(NamedTuple):
    """Bodies joined by commas and "và"."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
