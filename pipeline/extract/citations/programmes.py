"""Programmes known by a bare number, or announced by their count.

`Đề án 06` · `Chương trình 363 của Chính phủ` · `02 Chương trình MTQG: giảm nghèo bền vững; xây dựng nông thôn mới`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from pipeline.extract.citations.issuing import issuer_at
from pipeline.extract.citations.mentions import Named
from pipeline.extract.dates import iso_date
from pipeline.gazetteers.citing import any_of
from pipeline.model import Head
from pipeline.patterns import DATE

_SHORT = re.compile(
    rf"\b(?P<type>{any_of('short-number')})[ ](?:số[ ])?(?P<no>\d{{1,3}}[a-z]?)"
    r"(?![\w/%]|[-.,]\d|\s?-\s?[a-zđ]|\s?[/⁄]|\s%|\s(?:năm|quý|tháng|tuần|ngày|giờ)(?!\w))"
)
# A number without symbol that its day identifies: `Công điện số 1409 ngày 15/8/2024 của Bộ Y tế`.
_OF_DAY = re.compile(rf"\b(?P<type>{any_of('short-number')}) số (?P<no>\d{{1,5}}),? ngày (?P<date>{DATE})")
_COUNTED = re.compile(r"(?<![\d/])(?P<count>0?[2-9])\s$")
_ANNOUNCED = re.compile(rf"(?P<type>{any_of('programme')})(?:\s(?:mục\stiêu\squốc\sgia|mtqg))?:\s")
_ITEM = re.compile(r"(?:\(\d\)\s)?(?P<name>[^;:.()\n]{8,160})(?:;\s(?:và\s)?|$|(?=[.\n]))")
_OF = re.compile(r"\scủa\s")


def find_short_numbers(
    text: str, folded: str, span: tuple[int, int], starts: Iterable[int], head: Head
) -> Iterator[Named]:
    """`Đề án 06`, `Nghị quyết 57`: a type with a bare number that readers know it by."""
    for start in starts:
        dated = _OF_DAY.match(folded, start, span[1])
        found = dated or _SHORT.match(folded, start, span[1])
        if found is not None:
            issuer = _issuer_of(text, folded, found.end(), head)
            date = iso_date(dated["date"]) if dated else None
            yield Named(start, found.end("no"), found["type"], found["no"], issuer, "short", date)


def find_counted(text: str, folded: str, span: tuple[int, int], starts: Iterable[int]) -> Iterator[Named]:
    """`02 Chương trình: A; B`: as many names as were announced."""
    for found in filter(None, (_ANNOUNCED.match(folded, start, span[1]) for start in starts)):
        count = _COUNTED.search(folded, max(span[0], found.start() - 4), found.start())
        items = list(islice(_items(folded, found.end(), span[1]), int(count["count"]))) if count else []
        if count and len(items) == int(count["count"]):
            for start, end in items:
                yield Named(start, end, found["type"], text[start:end], None, "counted")


def _items(folded: str, begin: int, limit: int) -> Iterator[tuple[int, int]]:
    while item := _ITEM.match(folded, begin, limit):
        yield item.span("name")
        begin = item.end()


def _issuer_of(text: str, folded: str, end: int, head: Head) -> str | None:
    """`Chương trình 363 của Chính phủ`."""
    of = _OF.match(folded, end)
    issuer = issuer_at(text, folded, of.end(), head) if of else None
    return issuer.name if issuer else None
