"""What a pass over a text finds (duties), hands on (a reading) and remembers on its way (the passage)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.extract.assignments.cuewords import Cue
from pipeline.extract.bodies import BodyList, Mention

LONGEST_SILENCE, LONGEST_BEFORE = 400, 800
_ROLE = re.compile(r"\s\((?:(?:là\s)?(?:cơ quan|đơn vị)\s)?(?:(?P<lead>chủ trì)|(?P<coordinate>phối hợp))\b")
RESPONSIBLE, LEAD, COORDINATE = "responsible", "lead", "coordinate"


class Duty(NamedTuple):
    """A body and its role, with the cue and the rule that gave it; of a subject also the span of its list."""

    mention: Mention
    role: str
    cue: str | None
    rule: str
    listed: tuple[int, int] | None = None


class Reading(NamedTuple):
    """What a text says: its own subjects, the other bodies, and what falls to the bodies inherited from above.

    `imperative`: some of it has no subject of its own; `leads`: that part says "chủ trì"; `order_end`: where the bodies
    of the last command ("yêu cầu X …") end, None without a command.
    """

    subjects: tuple[Duty, ...] = ()
    others: tuple[Duty, ...] = ()
    imperative: bool = True
    leads: bool = False
    order_end: int | None = None


SILENT, LEADS = Reading(), Reading(leads=True)


@dataclass(slots=True)
class Passage:
    """The state of the one pass over `text[start:end]`.

    `chain`: cues that wait for an object; `pending`: the last one that a preposition may still tie to a list; `group`:
    which subjects are acting; `muted`: where the object of a cue ended whose own doings follow; `part`: where this part
    of the sentence began; `formal`: whoever demands commands; `directors`: whose `chỉ đạo` is a command; `label`: the
    role that a label gave to the lists behind it; `counted`: they are only counted up; `named`: where those behind a
    label stand; `spoken`: the issuer speaks.
    """

    text: str
    folded: str
    start: int
    end: int
    speakers: frozenset[str]
    part: int
    formal: bool = False
    directors: frozenset[str] = frozenset()
    subjects: list[Duty] = field(default_factory=list)
    others: list[Duty] = field(default_factory=list)
    chain: list[Cue] = field(default_factory=list)
    pending: Cue | None = None
    group: list[int] = field(default_factory=list)
    last: BodyList | None = None
    last_acts: bool = False
    muted: int | None = None
    label: str | None = None
    counted: bool = False
    named: list[tuple[int, int]] = field(default_factory=list)
    spoken: bool = False
    imperative: bool = False
    leads: bool = False
    order_end: int | None = None

    def before(self, position: int) -> str:
        """The words of this part before `position`; only the last ones where it is absurdly long."""
        if position - self.part <= LONGEST_BEFORE:
            return self.folded[self.part : position]
        return f"… {self.folded[position - 24 : position]}"

    def add(self, found: BodyList, role: str, cue: str | None, rule: str) -> None:
        """Notes the bodies of a list beside the subjects."""
        self.others += [Duty(mention, role, cue, rule) for mention in found.mentions]

    def make_subject(self, found: BodyList, cue: str | None, rule: str, role: str = RESPONSIBLE) -> None:
        """The list acts from here on; one that opens the line below a heading takes the heading's place."""
        heading = bool(self.group) and self.subjects[self.group[0]].rule == "heading"
        if heading and not self.imperative and self.text[self.part - 1 : self.part] == "\n":
            self.subjects = [duty for duty in self.subjects if duty.rule != "heading"]
        start = len(self.subjects)
        span = found.start, found.end
        roles = self._in_brackets(found) or [role] * len(found.mentions)
        duties = [Duty(*told, cue, rule, span) for told in zip(found.mentions, roles, strict=True)]
        self.subjects += [duty for duty in duties if duty.role != COORDINATE]
        self.others += [duty._replace(rule="label", listed=None) for duty in duties if duty.role == COORDINATE]
        self.group = list(range(start, len(self.subjects)))
        self.muted = None

    def raise_charged(self, cue: str) -> bool:
        """Lets those of the last list lead that are told what to do by the subject; False where it tells none."""
        told = self.last.mentions if self.last else ()
        charged = [duty for duty in self.others if duty.mention in told and duty.rule in ("direct", "order")]
        self.others = [duty._replace(role=LEAD, cue=cue) if duty in charged else duty for duty in self.others]
        return bool(charged)

    def _in_brackets(self, found: BodyList) -> list[str] | None:
        """The roles in brackets, as in `Sở A (chủ trì), Sở B, Sở C (phối hợp)`; None where nobody leads."""
        roles, last = list[str](), None
        for mention in reversed(found.mentions):
            bracket = _ROLE.match(self.folded, mention.end)
            last = bracket.lastgroup if bracket else last if last == COORDINATE else None
            roles.append(last or RESPONSIBLE)
        return roles[::-1] if LEAD in roles else None

    def silent(self, kind: str, position: int) -> bool:
        """Whether a cue tells what the object of an earlier one does.

        A comma, a bracket, "và" or "tổng hợp" brings the subject back, save for the commands inside a proposal.
        """
        if self.muted is None:
            return False
        between = self.folded[self.muted : min(position, self.muted + LONGEST_SILENCE)]
        if position - self.muted > LONGEST_SILENCE:
            return kind in ("direct", "order")
        return kind in ("direct", "order") or not (
            "," in between or "(" in between or between.endswith((" và ", " tổng hợp "))
        )

    def reading(self) -> Reading:
        """The result at the end of the pass."""
        imperative = self.imperative or not self.subjects
        return Reading(tuple(self.subjects), tuple(self.others), imperative, self.leads, self.order_end)
