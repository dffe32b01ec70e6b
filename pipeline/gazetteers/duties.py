"""The tables behind the assignments: forms and abbreviations of names of bodies, collectives, offices, cues, verbs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table


@dataclass(frozen=True, slots=True)
class BodyForm:
    """The word or words that open a body's name.

    `open`: any name may follow, as after Trung tâm or Công ty; `not_before`: words that make another word of the form
    (`Trường` in "Trường hợp").
    """

    form: str
    open: bool
    not_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyAbbreviation:
    """A word of a body's name printed short: `UBND` for `Ủy ban nhân dân`."""

    short: str
    long: str


@dataclass(frozen=True, slots=True, eq=False)
class CollectiveNoun:
    """A noun that stands for many bodies: `các sở`, `các đơn vị`. Told apart as objects, each is a row of its own.

    `name` is canonical, without `các`; nouns of one `group` that a comma joins are one body (`các sở, ban, ngành`);
    `bare`: a body even without `các`; `related`: keeps "liên quan" in its name; `subordinate`: may be "trực thuộc";
    `shares`: nouns behind it of which it shares the words that follow (`các tổ chức, cá nhân nước ngoài`);
    `not_before`: words that make the noun part of another word (`ban` in "ban hành").
    """

    noun: str
    name: str
    group: str | None
    bare: bool
    related: bool
    subordinate: bool
    shares: tuple[str, ...]
    not_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CollectiveModifier:
    """Words behind a collective noun; `kept`: they belong to the canonical name (`cơ quan chức năng`).

    `plain`: with them one noun without "các" is a body: `cơ quan chức năng`, not "doanh nghiệp vận tải".
    `apart`: they name two kinds, each a body of its own: `cơ quan thông tấn, báo chí`.
    """

    words: str
    kept: bool
    plain: bool
    apart: bool


@dataclass(frozen=True, slots=True)
class Office:
    """The title of a body's head. `spread`: it governs the whole list, or only the items of the same kind.

    `before`: what must follow if it is to be this title, as `ban` behind `trưởng ban`; nothing where all may.
    """

    title: str
    spread: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleCue:
    """A verb that gives a body a role; `kind` says how (see extract/assignments/roles.py)."""

    cue: str
    kind: str


@dataclass(frozen=True, slots=True)
class NameStop:
    """Words that end a name of a body - verbs, particles - unless one of `unless` stands before them (`*`: never)."""

    words: str
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskVerb:
    """A verb or adverb that opens what a body is told to do."""

    verb: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A noun that is counted in what a task is to reach: `hồ sơ`, `mô hình`."""

    unit: str


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """Words of one part in the grammar of a sentence (see cuewords.py and phrases.py of extract/assignments)."""

    group: str
    words: tuple[str, ...]


@cache
def body_forms() -> tuple[BodyForm, ...]:
    """Words that open names of bodies."""
    return read_table("body_forms", BodyForm)


@cache
def body_abbreviations() -> tuple[BodyAbbreviation, ...]:
    """Short forms inside names of bodies (Decree 30/2020/NĐ-CP, annex VI, and usage)."""
    return read_table("body_abbreviations", BodyAbbreviation)


@cache
def collective_nouns() -> tuple[CollectiveNoun, ...]:
    """Nouns of collectives."""
    return read_table("collective_nouns", CollectiveNoun)


@cache
def collective_modifiers() -> tuple[CollectiveModifier, ...]:
    """What may stand behind a collective noun."""
    return read_table("collective_modifiers", CollectiveModifier)


@cache
def offices() -> tuple[Office, ...]:
    """Titles of heads of bodies."""
    return read_table("offices", Office)


@cache
def role_cues() -> tuple[RoleCue, ...]:
    """Verbs that give roles."""
    return read_table("role_cues", RoleCue)


@cache
def name_stops() -> tuple[NameStop, ...]:
    """Words at which a name ends."""
    return read_table("name_stops", NameStop)


@cache
def task_verbs() -> tuple[TaskVerb, ...]:
    """Verbs that open tasks."""
    return read_table("task_verbs", TaskVerb)


@cache
def units() -> tuple[Unit, ...]:
    """Nouns that targets count."""
    return read_table("units", Unit)


@cache
def sentence_words() -> dict[str, tuple[str, ...]]:
    """Group → its words."""
    return {row.group: row.words for row in read_table("sentence_words", SentenceWords)}
