"""Who does what in a text, read from left to right: bodies as subjects and as objects of cues.

[Sở A] chủ trì, phối hợp với [B] tham mưu [C]      A leads, B coordinates, C is advised
Giao [A] …, báo cáo [C] (qua [B])                  A is responsible, C and B are reported to
[A] chỉ đạo [B] làm                                both are responsible
đề xuất [C] chỉ đạo [B] …                          C is advised, the content of the proposal gives nothing
hướng dẫn, đôn đốc [B] phối hợp với [C]            neither: what B does is B's
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract import phrases
from pipeline.extract.bodies import BodyList, Mention, find_bodies
from pipeline.extract.canonical import Setting, catalogue
from pipeline.extract.phrases import Cue
from pipeline.spelling import fold

RESPONSIBLE, LEAD = "responsible", "lead"
_ROLES = {"coordinate": "coordinate", "advise": "advised", "report": "reported_to", "answer": "reported_to"}
_COMMANDING = ("authority", "government", "head_of_state", "party_central", "party_provincial", "national_assembly")


@dataclass(frozen=True, slots=True)
class Duty:
    """A body and its role, with the cue and the rule that gave it."""

    mention: Mention
    role: str
    cue: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: its own subjects, the other bodies, and what falls to the bodies inherited from above.

    `imperative`: some of it has no subject of its own; `leads`: that part says "chủ trì"; `ordered`: the subjects are
    told so by a command ("yêu cầu X …").
    """

    subjects: tuple[Duty, ...] = ()
    others: tuple[Duty, ...] = ()
    imperative: bool = True
    leads: bool = False
    ordered: bool = False
    order_end: int | None = None


@dataclass(slots=True)
class _Pass:
    """The state of the one pass over a text."""

    text: str
    folded: str
    start: int
    speakers: frozenset[str]
    subjects: list[Duty] = field(default_factory=list)
    others: list[Duty] = field(default_factory=list)
    chain: list[Cue] = field(default_factory=list)
    pending: Cue | None = None
    group: list[int] = field(default_factory=list)
    last: BodyList | None = None
    last_acts: bool = False
    muted: int | None = None
    part: int = 0
    label: str | None = None
    spoken: bool = False
    imperative: bool = False
    leads: bool = False
    ordered: bool = False
    order_end: int | None = None


def read_roles(text: str, folded: str, start: int, end: int, setting: Setting) -> Reading:
    """The duties that `text[start:end]` gives, without regard to what is inherited. Linear in the length."""
    lists = find_bodies(text, folded, start, end, setting)
    cues = _outside(phrases.find_cues(folded, start, end), lists)
    state = _Pass(text, folded, start, _speakers(setting), part=start)
    ends = [stop for stop in phrases.part_ends(text, folded, start, end) if not _inside(stop, lists)]
    events: list[tuple[int, int, BodyList | Cue | int]] = [(item.start, 1, item) for item in lists]
    events += [(cue.start, 2, cue) for cue in cues] + [(stop, 0, stop) for stop in ends]
    for _, _, event in sorted(events, key=lambda entry: entry[:2]):
        if isinstance(event, int):
            _end_part(state, event)
        elif isinstance(event, Cue):
            _take_cue(state, event)
        else:
            _take_list(state, event)
    _end_part(state, end)
    imperative = state.imperative or not state.subjects
    return Reading(tuple(state.subjects), tuple(state.others), imperative, state.leads, state.ordered, state.order_end)


def _speakers(setting: Setting) -> frozenset[str]:
    own = {fold(setting.issuer)} if setting.issuer else set()
    return frozenset(own | {name for name, row in catalogue().items() if row.kind in _COMMANDING})


def _outside(cues: list[Cue], lists: tuple[BodyList, ...]) -> list[Cue]:
    """The cues that are no part of a name (`Ban Chỉ đạo`)."""
    spans = iter(lists)
    span, kept = next(spans, None), []
    for cue in cues:
        while span and span.end <= cue.start:
            span = next(spans, None)
        if span is None or cue.end <= span.start:
            kept.append(cue)
    return kept


def _inside(offset: int, lists: tuple[BodyList, ...]) -> bool:
    low, high = 0, len(lists)
    while low < high:
        middle = (low + high) // 2
        if lists[middle].end < offset:
            low = middle + 1
        else:
            high = middle
    return low < len(lists) and lists[low].start < offset < lists[low].end


def _end_part(state: _Pass, end: int) -> None:
    """At the end of a part of a sentence slots close and silence ends."""
    words = state.folded[state.part : end]
    if not state.subjects and not phrases.opens(words) and phrases.begins_task(words):
        state.imperative = True
    state.label = phrases.label_role(words) if words.rstrip().endswith(":") else None
    if not words.rstrip().endswith(":"):
        state.spoken = False
    state.chain, state.pending, state.last, state.muted = [], None, None, None
    state.part = end


def _take_cue(state: _Pass, cue: Cue) -> None:
    if cue.kind == "lead":
        _lead(state, cue)
    gap = state.folded[state.chain[-1].end : cue.start] if state.chain else ""
    state.chain = [*state.chain, cue] if state.chain and phrases.joined(gap) else [cue]
    if cue.kind in ("report", "advise", "answer", "notify"):
        state.pending = cue


def _lead(state: _Pass, cue: Cue) -> None:
    """`chủ trì` raises the bodies right before it, else the subject, else those inherited."""
    if _silent(state, cue):
        return
    beside = state.last and phrases.joined(state.folded[state.last.end : cue.start])
    if beside and not state.last_acts:
        return
    if not state.group:
        state.leads = True
    for index in state.group:
        duty = state.subjects[index]
        state.subjects[index] = Duty(duty.mention, LEAD, cue.words, "chủ trì")


def _silent(state: _Pass, cue: Cue) -> bool:
    """Whether a cue tells what the object of an earlier one does; a comma brings back the subject, save for orders."""
    if state.muted is None:
        return False
    between = state.folded[state.muted : cue.start]
    return cue.kind in ("direct", "order") or not ("," in between or between.endswith(" và "))


def _take_list(state: _Pass, found: BodyList) -> None:
    handled = _as_object(state, found) or _as_subject(state, found)
    state.last, state.last_acts = found, bool(handled)
    if handled or state.chain:
        state.chain = []


def _as_object(state: _Pass, found: BodyList) -> bool:
    """Fills the slot of the cues before the list; True when the list then acts itself."""
    cue = state.chain[-1] if state.chain else None
    if cue and phrases.fills(cue.kind, state.folded[cue.end : found.start]):
        return _fill(state, found, state.chain)
    if cue and phrases.fills_from_afar(cue.kind, state.folded[cue.end : found.start]) and cue.kind != "notify":
        return _fill(state, found, [cue])
    cue = state.pending
    if cue and phrases.fills_from_afar(cue.kind, state.folded[cue.end : found.start]):
        return _fill(state, found, [cue])
    return False


def _fill(state: _Pass, found: BodyList, chain: list[Cue]) -> bool:
    cue = chain[-1]
    effective = _effective(chain)
    first = next((item for item in chain if item.kind != "watch"), cue)
    if _silent(state, first) or effective is None:
        state.muted = found.end
        return False
    if effective.kind in ("direct", "order"):
        return _charge(state, found, effective)
    if effective.kind == "notify":
        return _notified(state, found)
    kinds = {item.kind for item in chain if item.kind in ("advise", "report")} if effective is cue else set()
    for kind in sorted(kinds | {effective.kind}):
        state.others += [Duty(mention, _ROLES[kind], effective.words, kind) for mention in found.mentions]
    if effective.kind in ("advise", "report"):
        state.muted = found.end
    if cue is state.pending:
        state.pending = cue if effective.kind == "report" else None
    return False


def _effective(chain: list[Cue]) -> Cue | None:
    """The cue that rules the object: the last, or before `hướng dẫn, đôn đốc` a `chỉ đạo` or `phối hợp`; else None."""
    for cue in reversed(chain):
        if cue.kind not in ("watch", "lead"):
            shares = cue.kind == "direct" or (cue.kind == "coordinate" and chain[-1].words == "hỗ trợ")
            return cue if cue is chain[-1] or shares else None
    return None


def _charge(state: _Pass, found: BodyList, cue: Cue) -> bool:
    """`giao X`, `A chỉ đạo X`: X is responsible; a command that opens the part makes X its subject."""
    before = state.folded[state.part : cue.start]
    opens = state.spoken or phrases.is_intro(before)
    if cue.kind == "order" and (opens or not (state.subjects or state.imperative)):
        _subject(state, found, cue.words, "order")
        state.ordered, state.order_end = True, found.end
    else:
        start = len(state.subjects)
        state.others += [Duty(mention, RESPONSIBLE, cue.words, cue.kind) for mention in found.mentions]
        state.group = state.group if start else []
    return True


def _notified(state: _Pass, found: BodyList) -> bool:
    """`thông báo để X biết, thực hiện`: X is to act."""
    if (
        state.folded[found.end : found.end + 60]
        .lstrip(" ,")
        .startswith(("biết", "để", "triển khai", "thực hiện", "nghiêm"))
    ):
        _subject(state, found, "thông báo", "notify")
        state.ordered = True
        return True
    return False


def _subject(state: _Pass, found: BodyList, cue: str | None, rule: str, role: str = RESPONSIBLE) -> None:
    if state.text[state.part - 1 : state.part] == "\n" and not state.imperative:
        state.subjects = [duty for duty in state.subjects if duty.rule != "heading"]
    start = len(state.subjects)
    state.subjects += [Duty(mention, role, cue, rule) for mention in found.mentions]
    state.group = list(range(start, len(state.subjects)))
    state.muted = None


def _as_subject(state: _Pass, found: BodyList) -> bool:
    """The list as grammatical subject, as a heading, or behind a label such as `Cơ quan chủ trì:`."""
    before = state.folded[state.part : found.start]
    after = state.folded[found.end : found.end + 240]
    if state.label and not before.strip():
        return _labelled(state, found)
    if _is_speaker(state, found) and phrases.speaks(after):
        state.spoken = True
        return False
    if phrases.is_oblique(before) and not phrases.is_intro(before):
        if not (before.endswith("do ") and after.startswith(" chủ trì")):
            return False
    elif not _stands_as_subject(before, after):
        return False
    _subject(state, found, None, "heading" if phrases.is_heading(after) else "subject")
    return True


def _stands_as_subject(before: str, after: str) -> bool:
    if not before.strip(' -+,."“('):
        return phrases.is_heading(after) or (phrases.predicates(after) and not after.startswith((" (", "-")))
    if phrases.is_intro(before):
        return phrases.acts(after) or phrases.is_heading(after)
    strong = after.lstrip(" ").startswith(("chủ trì", "có trách nhiệm", "chịu trách nhiệm"))
    return strong and before.endswith(", ")


def _labelled(state: _Pass, found: BodyList) -> bool:
    if state.label == "coordinate":
        state.others += [Duty(mention, "coordinate", "phối hợp", "label") for mention in found.mentions]
        return False
    _subject(state, found, None, "label", state.label or RESPONSIBLE)
    return True


def _is_speaker(state: _Pass, found: BodyList) -> bool:
    return all(fold(mention.body) in state.speakers for mention in found.mentions)
