"""Lines that say by a label who does what the bullets above them ask.

    - Rà soát danh mục dự án;
    - Công khai quy hoạch.
    Đơn vị chủ trì: Phòng Quản lý đô thị; Đơn vị phối hợp: Văn phòng Sở.

Such a line stands once, behind the last bullet, and holds for every bullet since the line before it of that kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.assignments.passage import Duty
from pipeline.extract.assignments.phrases import label_role
from pipeline.extract.assignments.roles import read_roles
from pipeline.extract.bodies.canonical import Setting
from pipeline.model import Clause

_BULLETS = ("-", "+", "*")


def shared_duties(text: str, folded: str, clauses: Sequence[Clause], setting: Setting) -> dict[str, tuple[Duty, ...]]:
    """Path of a bullet → the duties of the labelled line behind the group of bullets that it stands in."""
    shared: dict[str, tuple[Duty, ...]] = {}
    groups: dict[str | None, list[Clause]] = {}
    for clause in clauses:
        if clause.path.rpartition("/")[2][:1] not in _BULLETS:
            continue
        group = groups.setdefault(clause.parent, [])
        group.append(clause)
        line = _labelled_line(folded, clause)
        if line is None:
            continue
        reading = read_roles(text, folded, *line, setting)
        shared |= {one.path: (*reading.subjects, *reading.others) for one in group[:-1]}
        group.clear()
    return shared


def _labelled_line(folded: str, clause: Clause) -> tuple[int, int] | None:
    """The span of the clause's line, behind its first, that opens with a label for bodies."""
    begin = folded.find("\n", clause.text_start, clause.end)
    while begin >= 0:
        begin += 1
        colon = folded.find(":", begin, min(begin + 60, clause.end))
        stop = folded.find("\n", begin, clause.end)
        if colon >= 0 and "\n" not in folded[begin:colon] and label_role(folded[begin : colon + 1]) is not None:
            return begin, stop if stop >= 0 else clause.end
        begin = stop
    return None
