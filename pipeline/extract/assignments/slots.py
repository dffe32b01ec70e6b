"""Bodies as objects: the slots behind cues.

phối hợp với [B]         B coordinates          tham mưu, báo cáo [C]        C is advised and reported to
giao [A] …, chỉ đạo [B]  both are responsible   báo cáo [C] (qua [B])        both are reported to
hướng dẫn, đôn đốc [B]   nothing                chỉ đạo, đôn đốc [B]         B is responsible
"""

from __future__ import annotations

from pipeline.extract.assignments import phrases, predicates
from pipeline.extract.assignments.cuewords import Cue, fills, fills_from_afar, joined
from pipeline.extract.assignments.passage import COORDINATE, RESPONSIBLE, Passage
from pipeline.extract.bodies import BodyList, is_unnamed

_ROLES = {
    "coordinate": COORDINATE,
    "advise": "advised",
    "report": "reported_to",
    "via": "reported_to",
    "answer": "reported_to",
    "register": "reported_to",
}


_TOLD = ("report", "advise", "answer")


def take_object(passage: Passage, found: BodyList) -> bool:
    """Fills the slot of the cues before the list; True when the list then acts itself."""
    cue = passage.chain[-1] if passage.chain else None
    if cue and fills(cue.kind, passage.folded, cue.end, found.start):
        return _fill(passage, found, passage.chain)
    if cue and fills_from_afar(cue.kind, passage.folded, cue.end, found.start):
        return _fill(passage, found, passage.chain)
    other = passage.pending
    if other and (fills_from_afar(other.kind, passage.folded, other.end, found.start) or _in_brackets(passage, found)):
        return _fill(passage, found, [other])
    return False


def _in_brackets(passage: Passage, found: BodyList) -> bool:
    """`báo cáo Bộ Tài chính (Cục Thuế)`: the part of a body that a report goes to."""
    last, pending = passage.last, passage.pending
    if last is None or pending is None or pending.kind != "via" or not passage.folded.startswith(")", found.end):
        return False
    return passage.folded[last.end : found.start] == " ("


def _fill(passage: Passage, found: BodyList, chain: list[Cue]) -> bool:
    effective = _effective(chain)
    if effective and effective.kind in _TOLD and _tells_nobody(passage, found, effective):
        return False
    if effective is None or _is_silent(passage, found, chain):
        passage.muted = found.end
        return False
    if effective.kind in ("direct", "order"):
        return _charge(passage, found, effective)
    if effective.kind == "notify":
        return _notify(passage, found, effective)
    shared = {cue.kind for cue in chain if cue.kind in ("advise", "report")} if effective is chain[-1] else set()
    for kind in sorted(shared | {effective.kind}):
        passage.add(found, _ROLES[kind], effective.words, kind)
    if effective.kind in ("advise", "report", "via"):
        passage.muted = found.end
    if chain[-1] is passage.pending:
        again = effective.kind in ("report", "via")
        passage.pending = Cue(effective.start, effective.end, "via", effective.words) if again else None
    return False


def _is_silent(passage: Passage, found: BodyList, chain: list[Cue]) -> bool:
    """Whether the cues stand in what the object of an earlier cue does; a slot filled again is judged at the list.

    `… thông qua X` goes with the report before it.
    """
    if chain[-1].kind == "via":
        return False
    first = next((cue for cue in chain if cue.kind != "watch"), chain[-1])
    again = passage.muted is not None and first.start < passage.muted
    return passage.silent(first.kind, found.start if again else first.start)


def _effective(chain: list[Cue]) -> Cue | None:
    """The cue that rules the object: the last; `chỉ đạo` rules over `đôn đốc` behind it, `phối hợp` over `hỗ trợ`."""
    for cue in reversed(chain):
        if cue.kind not in ("watch", "lead"):
            shares = cue.kind == "direct" or (cue.kind == "coordinate" and chain[-1].words == "hỗ trợ")
            return cue if cue is chain[-1] or shares else None
    return None


def _charge(passage: Passage, found: BodyList, cue: Cue) -> bool:
    """`giao X`, `A chỉ đạo X`: X is responsible; a command that opens the part makes X its subject.

    Only who may decide at all is asked: `rà soát, đề nghị cấp có thẩm quyền bổ sung`.
    """
    if cue.kind == "direct" and _is_quoted(passage, cue):
        return False
    before = passage.before(cue.start)
    opens = passage.spoken or phrases.is_intro(before)
    if cue.words == "đề nghị" and not opens and _asks(before, found):
        passage.add(found, _ROLES["advise"], cue.words, "advise")
        passage.muted = found.end
        return False
    if (cue.kind == "order" or _is_command(passage, cue)) and (opens or not (passage.subjects or passage.imperative)):
        passage.make_subject(found, cue.words, "order" if opens else "request")
        passage.order_end = found.end if opens else passage.order_end
    else:
        passage.add(found, RESPONSIBLE, cue.words, cue.kind)
    return True


def _asks(before: str, found: BodyList) -> bool:
    """`lập văn bản đề nghị X xem xét`, `rà soát, đề nghị cấp có thẩm quyền bổ sung`: a request in a task."""
    if phrases.begins_task(before) and all(map(is_unnamed, found.mentions)):
        return True
    return predicates.any_of("request", after=r"[^,;:]*\s$").search(before[-60:]) is not None


def _tells_nobody(passage: Passage, found: BodyList, cue: Cue) -> bool:
    """Praise for what has been reported; the way out of "theo thẩm quyền hoặc đề xuất cấp có thẩm quyền"."""
    before = passage.before(cue.start)
    proposed = cue.kind == "advise" and before.endswith("hoặc ") and all(map(is_unnamed, found.mentions))
    return proposed or phrases.praises(before) or _is_submitted(passage, cue)


def _is_submitted(passage: Passage, cue: Cue) -> bool:
    """`Thông qua các giải pháp của UBND tỉnh trình X`: what has been put before X is meant."""
    last = passage.last
    if last is None or cue.words != "trình" or passage.last_acts or passage.folded[last.end : cue.start] != " ":
        return False
    return passage.before(last.start).endswith("của ") or " của " in passage.folded[last.start : last.end]


def _is_quoted(passage: Passage, cue: Cue) -> bool:
    """`Công điện của Thủ tướng chỉ đạo X`: what another document tells X."""
    last = passage.last
    beside = last is not None and not passage.last_acts and joined(passage.folded, last.end, cue.start)
    return beside and last is not None and passage.before(last.start).endswith("của ")


def _is_command(passage: Passage, cue: Cue) -> bool:
    """`UBND tỉnh chỉ đạo X`, where the issuer speaks."""
    last = passage.last
    return passage.spoken and last is not None and not passage.last_acts and joined(passage.folded, last.end, cue.start)


def _notify(passage: Passage, found: BodyList, cue: Cue) -> bool:
    """`thông báo để X biết, thực hiện`: X is to act; a task that reads `Thông báo … cho X` is another's."""
    told = passage.folded[cue.end : found.start].rpartition(" ")[0].endswith((" để", " đê", " đề"))
    if not told and not passage.before(cue.start).strip(" -+"):
        return False
    if not predicates.is_notified(passage.folded[found.end : found.end + 60]):
        return False
    passage.make_subject(found, cue.words, "notify")
    passage.order_end = found.end
    return True
