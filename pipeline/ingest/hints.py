"""What the name of a file says of a number that cannot be read: offered to a person, never taken for the value."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import PurePath

from pipeline.gazetteers import load
from pipeline.model import Issue
from pipeline.patterns import one_of
from pipeline.spelling import unmarked

UNREADABLE_NUMBER = "unreadable-number"


def with_hints(issues: tuple[Issue, ...], source: str) -> tuple[Issue, ...]:
    """The issues; one about an unreadable number tells what the name of the file `source` says."""
    hint = number_in_name(source) if any(issue.code == UNREADABLE_NUMBER for issue in issues) else None
    if hint is None:
        return issues
    return tuple(
        replace(issue, message=f"{issue.message}; the file name says {hint}")
        if issue.code == UNREADABLE_NUMBER
        else issue
        for issue in issues
    )


def number_in_name(source: str) -> str | None:
    """The number beside the abbreviation of a type in the name of a file.

    >>> number_in_name("scans/tb660_2024.pdf"), number_in_name("07-CT-UBND.pdf"), number_in_name("scan 2024.pdf")
    ('660', '07', None)
    """
    found = _numbered().search(unmarked(PurePath(source).stem.lower()))
    return found["behind"] or found["before"] if found else None


@cache
def _numbered() -> re.Pattern[str]:
    code = one_of(unmarked(code.lower()) for code in load.type_codes())
    return re.compile(
        rf"(?<![a-z]){code}[ ._-]?(?:so[ ._-]?)?(?P<behind>\d{{1,5}})(?!\d)"
        rf"|(?<!\d)(?P<before>\d{{1,5}})[ ._-]?{code}(?![a-z])"
    )
