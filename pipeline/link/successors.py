"""Bodies over time: which body has taken the place of another, and which province of another, up to a day.

Departments merged in March 2025, provinces on 2025-07-01 (Resolution 202/2025/QH15), so that a task given to the
Department of Planning of Hà Giang is today's of the Department of Finance of Tuyên Quang.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.gazetteers import load
from pipeline.link.bodies import MERGER

TODAY = "9999"
"""Later than every day: the last successors known."""


@lru_cache(maxsize=1 << 16)
def successor_id(body_id: str, as_of: str = TODAY) -> str:
    """The id of the body that stands in the place of `body_id` on the ISO day `as_of`.

    A body whose work went to several others keeps its id, for nothing says which of them a task went to.

    >>> successor_id("P-SKHDT@ha-giang"), successor_id("P-SKHDT@ha-giang", "2024-12-31"), successor_id("C-BGTVT")
    ('P-STC@tuyen-quang', 'P-SKHDT@ha-giang', 'C-BXD')
    >>> successor_id("P-STTTT@ha-noi"), successor_id("hop-tac-xa-hoa-binh")
    ('P-STTTT@ha-noi', 'hop-tac-xa-hoa-binh')
    """
    code, _, province = body_id.partition("@")
    seen = {code}
    while (following := _following(code, as_of)) and following not in seen:
        seen.add(following)
        code = following
    return "@".join(filter(None, (code, _province(province, as_of))))


def successor_ids(body_id: str) -> tuple[str, ...]:
    """The bodies of today that have taken over the work of `body_id`; none where it stands as it was.

    >>> successor_ids("P-SKHDT@ha-giang"), successor_ids("P-STTTT@ha-noi"), successor_ids("P-SNV@ha-noi")
    (('P-STC@tuyen-quang',), ('P-SKHCN@ha-noi', 'P-SVHTTDL@ha-noi'), ())
    """
    today = successor_id(body_id)
    code, _, province = today.partition("@")
    body = _bodies().get(code)
    heirs = body.successors if body and len(body.successors) > 1 else (code,)
    found = ("@".join(filter(None, (heir, province))) for heir in heirs)
    return tuple(heir for heir in found if heir != body_id)


def province_today(slug: str) -> str:
    """The slug of the province that `slug` is part of since 2025-07-01; an unknown one stays.

    >>> province_today("ha-giang"), province_today("ha-noi")
    ('tuyen-quang', 'ha-noi')
    """
    return _merged().get(slug, slug)


def _following(code: str, as_of: str) -> str | None:
    body = _bodies().get(code)
    ended = body is not None and body.valid_to is not None and body.valid_to < as_of
    return body.successors[0] if body and ended and len(body.successors) == 1 else None


def _province(slug: str, as_of: str) -> str:
    return _merged().get(slug, slug) if as_of >= MERGER else slug


@cache
def _bodies() -> dict[str, load.Body]:
    return {body.id: body for body in load.bodies()}


@cache
def _merged() -> dict[str, str]:
    """Slug of a province before the merger → that of the province it is part of since."""
    slugs = {province.name: province.slug for province in load.provinces()}
    return {province.slug: slugs[province.name_2025] for province in load.provinces()}
