"""Who does what in a text, read from left to right: bodies as subjects and as objects of cues.

[Sở A] chủ trì, phối hợp với [B] tham mưu [C]      A leads, B coordinates, C is advised
Giao [A] …, báo cáo [C] (qua [B])                  A is responsible, C and B are reported to
[A] chỉ đạo [B] làm                                both are responsible
đề xuất [C] chỉ đạo [B] …                          C is advised, the content of the proposal gives nothing
hướng dẫn, đôn đốc [B] phối hợp với [C]            neither: what B does is B's
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import combinations
from operator import itemgetter

from pipeline.extract.assignments import phrases, predicates
from pipeline.extract.assignments.cuewords import Cue, joined
from pipeline.extract.assignments.items import others_named
from pipeline.extract.assignments.passage import COORDINATE, LEAD, LEADS, RESPONSIBLE, SILENT, Passage, Reading
from pipeline.extract.assignments.signs import signs_of
from pipeline.extract.assignments.slots import take_object
from pipeline.extract.bodies import BodyList, find_bodies, is_unnamed
from pipeline.extract.bodies.canonical import Setting, catalogue
from pipeline.spelling import fold

_PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|thủ đô) ")
_OFFICE = "Văn phòng"  # passes on what others command
MOST_CUES = 8
_LABELLED_CUES = {COORDINATE: "phối hợp", "reported_to": "báo cáo"}
_LEADERS = ("cơ quan chủ trì", "đơn vị chủ trì")
_COMMANDING = ("authority", "government", "head_of_state", "party_central", "party_provincial", "national_assembly")


def read_roles(
    text: str, folded: str, start: int, end: int, setting: Setting, formal: bool = False, outside: bool = False
) -> Reading:
    """The duties that `text[start:end]` gives, without regard to what is inherited. Linear in the length.

    `formal`: it opens or ends the text, where whoever demands commands, and not only those who may; `outside`: it
    stands before or behind the clauses, where the issuer directs whom the document commands.

    >>> reading = read_roles("Sở Y tế chủ trì.", "sở y tế chủ trì.", 0, 16, Setting())
    >>> [(duty.mention.body, duty.role) for duty in reading.subjects]
    [('Sở Y tế', 'lead')]
    """
    signs = signs_of(text, folded)
    lines = signs.lines_within(start, end)
    if not lines:
        return SILENT
    cues = signs.cues_within(start, end)
    lists = find_bodies(text, folded, start, end, setting, lines)
    if not lists:
        return LEADS if "lead" in [cue.kind for cue in cues] else SILENT
    passage = Passage(text, folded, start, end, _speakers(setting), part=start, formal=formal)
    passage.directors = _directors(setting) if formal or outside else frozenset()
    for event in _events(lists, cues, signs.ends_within(start, end)):
        if isinstance(event, int):
            _end_part(passage, event)
        elif isinstance(event, Cue):
            _take_cue(passage, event)
        else:
            _take_list(passage, event)
    _end_part(passage, end)
    return passage.reading()


def _events(lists: tuple[BodyList, ...], cues: list[Cue], ends: list[int]) -> list[BodyList | Cue | int]:
    """Lists, cues outside of names, and the ends of parts outside of lists, in the order of the text."""
    stops = [item.end for item in lists]

    def inside(left: int, right: int) -> bool:
        index = bisect_left(stops, left + 1)
        return index < len(lists) and lists[index].start < right

    events: list[tuple[int, int, BodyList | Cue | int]] = [(item.start, 1, item) for item in lists]
    events += [(cue.start, 2, cue) for cue in cues if not inside(cue.start, cue.end)]
    events += [(stop, 0, stop) for stop in ends if not inside(stop, stop)]
    return [event for _, _, event in sorted(events, key=itemgetter(0, 1))]


@lru_cache(maxsize=4)
def _speakers(setting: Setting) -> frozenset[str]:
    """Who may be the one that commands: the issuer, also without its place, its province and the authorities."""
    issuer = fold(setting.issuer or "")
    own = {issuer, fold(f"{setting.unit} {setting.province}")} if setting.province else {issuer}
    words = issuer.split()
    parts = {" ".join(words[start:end]) for start, end in combinations(range(len(words) + 1), 2)}
    return (_authorities() | own | (parts & catalogue().keys())) - {""}


@lru_cache(maxsize=4)
def _directors(setting: Setting) -> frozenset[str]:
    """Whose `chỉ đạo` is a command: the issuer's, and of whomever an office writes for, or a text without issuer."""
    speakers, issuer = _speakers(setting), setting.issuer
    if issuer is None or issuer.startswith(_OFFICE):
        return speakers
    return frozenset(name for name in speakers if fold(issuer).endswith(name))


@cache
def _authorities() -> frozenset[str]:
    return frozenset(name for name, row in catalogue().items() if row.kind in _COMMANDING)


def _end_part(passage: Passage, end: int) -> None:
    """At the end of a part of a sentence slots close and silence ends."""
    words = passage.folded[passage.part : end]
    colon = words.rstrip().endswith(":")
    if passage.label and not colon:
        _take_others(passage, end, passage.label)
    if not passage.imperative:
        passage.imperative = not passage.subjects and not phrases.opens(words) and phrases.begins_task(words)
    if colon:
        passage.label, passage.counted = phrases.label_role(words), phrases.counts(words)
    elif passage.text[end - 1 : end] != ";":
        passage.label, passage.counted = None, False
    passage.spoken = passage.spoken and colon
    passage.chain, passage.pending, passage.last, passage.muted, passage.named = [], None, None, None, []
    passage.part = end


def _take_cue(passage: Passage, cue: Cue) -> None:
    if cue.kind == "lead":
        _lead(passage, cue)
    linked = passage.chain and joined(passage.folded, passage.chain[-1].end, cue.start)
    passage.chain = [*passage.chain[-MOST_CUES:], cue] if linked else [cue]
    if cue.kind in ("report", "advise", "answer", "notify"):
        passage.pending = cue


def _lead(passage: Passage, cue: Cue) -> None:
    """`chủ trì` raises the bodies right before it, else the subject, else those inherited."""
    last, folded = passage.last, passage.folded
    beside = last is not None and folded[last.end : cue.start] != " và " and joined(folded, last.end, cue.start)
    if passage.silent(cue.kind, cue.start) or (beside and not passage.last_acts):
        return
    if beside and passage.raise_charged(cue.words):  # A chỉ đạo B chủ trì
        return
    passage.leads = passage.leads or not passage.group
    if passage.group and passage.subjects[passage.group[0]].role == LEAD:
        return
    for index in passage.group:
        passage.subjects[index] = passage.subjects[index]._replace(role=LEAD, cue=cue.words, rule="chủ trì")


def _take_list(passage: Passage, found: BodyList) -> None:
    passage.last_acts = take_object(passage, found) or _take_subject(passage, found)
    passage.last = found
    passage.chain = []


def _take_subject(passage: Passage, found: BodyList) -> bool:
    """The list as grammatical subject, as a heading, or behind a label such as `Cơ quan chủ trì:`."""
    if passage.label:
        return _labelled(passage, found, passage.label)
    before = passage.before(found.start)
    after = predicates.behind_attribute(passage.folded[found.end : min(passage.end, found.end + 240)])
    if _commands(passage, found):
        passage.spoken = True
        return False
    acting = found if _stands_as_subject(before, after) else _behind_clause(passage, found, before, after)
    if acting is None or _only_named(passage, found, after):
        return False
    heading = acting is found and (phrases.is_heading(after) or phrases.heads(before, after))
    passage.make_subject(acting, None, "heading" if heading else "subject")
    return True


def _commands(passage: Passage, found: BodyList) -> bool:
    """`UBND tỉnh yêu cầu …`: whether it is the one that orders what follows."""
    may = all(fold(mention.body) in passage.speakers for mention in found.mentions)
    office = found.mentions[0].body.startswith(_OFFICE)
    if not (may or office or passage.formal):
        return False
    stop = predicates.behind_name(passage.text, found.end)
    after = passage.folded[stop : min(passage.end, stop + 40)]
    if may and (predicates.speaks(after) or _directs(passage, found, after)):
        return True
    return (office and predicates.informs(after, outside=bool(passage.directors))) or (
        passage.formal and predicates.demands(after)
    )


def _directs(passage: Passage, found: BodyList, after: str) -> bool:
    """`Chủ tịch UBND tỉnh chỉ đạo Sở Y tế …`, `… chỉ đạo:`: whether the issuer commands by that."""
    own = all(fold(mention.body) in passage.directors for mention in found.mentions)
    return own and predicates.directs(after) and phrases.is_intro(passage.before(found.start))


def _only_named(passage: Passage, found: BodyList, after: str) -> bool:
    """Whether bodies where a subject stands are told nothing: places, a competence, what is counted up or described."""
    about = phrases.regards(passage.before(found.start)) and phrases.is_heading(after)
    if all(_PLACE.match(mention.body) for mention in found.mentions) and not (about or predicates.acts(after)):
        return True
    if passage.counted or predicates.describes(after) or all(map(is_unnamed, found.mentions)):
        return True
    return passage.folded.endswith(_LEADERS, found.start, found.end + len(" chủ trì"))


def _behind_clause(passage: Passage, found: BodyList, before: str, after: str) -> BodyList | None:
    """Of a list that begins in an adverbial clause, its last item, where that acts: `Theo đề nghị của A, [B] lập …`."""
    *others, last = found.mentions
    if not others or not phrases.is_owner_in_clause(before) or not predicates.acts(after):
        return None
    comma = passage.folded[others[-1].end : last.start] == ", "
    name, word = passage.text[last.start : found.end], passage.folded[others[-1].start : last.start].split(" ")[0]
    anew = name[0].isupper() or name.startswith(("các ", f"{word} "))
    return BodyList(last.start, found.end, (last,)) if comma and anew else None


def _stands_as_subject(before: str, after: str) -> bool:
    if not before.strip(predicates.MARKS):
        return phrases.is_heading(after) or (predicates.can_be_duty(after) and not after.startswith((" (", "-")))
    if phrases.is_intro(before):
        return predicates.acts(after) or phrases.is_heading(after) or phrases.heads(before, after)
    if before.endswith((" và ", " thì ")) and predicates.acts_strongly(after):
        return True
    if before.endswith(", "):
        return predicates.acts_strongly(after)
    return phrases.is_agent(before, after)


def _take_others(passage: Passage, end: int, label: str) -> None:
    """Whoever a labelled list names beside the bodies in it."""
    for other in others_named(passage.text, passage.folded, passage.part, end, passage.named):
        _labelled(passage, BodyList(other.start, other.end, (other,)), label)


def _labelled(passage: Passage, found: BodyList, role: str) -> bool:
    passage.named.append((found.start, found.end))
    if role in _LABELLED_CUES:
        passage.add(found, role, _LABELLED_CUES[role], "label")
        return False
    passage.make_subject(found, None, "label", role or RESPONSIBLE)
    return True
