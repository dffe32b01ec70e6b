"""Bodies by likeness: what the exact look-up does not know, OCR or a slip of the typist may have bent.

`Tông cục Thuê` is C-TCT, `Phòng Tài nguyễn - Môi trường` is D-PTNMT; `Trung tâm Y tế huyện` stays what it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.link.bodies import is_town, look_up, named_id, placed, province_slug
from pipeline.link.words import words


@dataclass(frozen=True, slots=True)
class Likeness:
    """The catalogue's body that a bent name stands for: its id with the province, its name, the cosine."""

    body_id: str
    name: str
    score: float


@lru_cache(maxsize=1 << 16)
def likeness(name: str, province: str | None, on: str | None = None) -> Likeness | None:
    """The body that `name` is like, in a document of `province` dated `on`; arguments as of `body_id`.

    None where the name is known as it stands, or nothing is near enough (see `learn/linker.py`). Raises ModelError
    where the model is missing or damaged.

    >>> likeness("Sơ Nôi vụ", "Lai Châu").body_id, likeness("Sở Nội vụ", "Lai Châu")
    ('P-SNV@lai-chau', None)
    """
    place = placed(name, on)
    where = place.province or province_slug(province)
    if is_town(place.words, where, on) or look_up(place, where, on):
        return None
    from pipeline.learn.linker import installed_names  # with numpy, which most documents do without

    match = installed_names().nearest(place.words)
    if match is None:
        return None
    meant = replace(place, words=words(match.name))
    body = look_up(meant, where, on)
    return Likeness(named_id(meant, where, body), body.name, match.score) if body else None
