from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.link.ids import DocumentId, slug

SLUGS = st.text().map(slug)
DATES = st.one_of(
    st.none(),
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
)
IDS = st.builds(
    DocumentId,
    jurisdiction=st.sampled_from(["vn", "vn-lai-chau", "vn-ba-ria-vung-tau"]),
    doc_type=SLUGS,
    issuer=st.none() | SLUGS,
    date=DATES,
    number=SLUGS,
)


@given(IDS)
def test_parse_is_the_inverse_of_format(identity: DocumentId) -> None:
    assert DocumentId.parse(identity.format()) == identity


@given(st.text())
def test_format_is_the_inverse_of_parse(text: str) -> None:
    try:
        identity = DocumentId.parse(text)
    except ValueError:
        return
    assert identity.format() == text


@given(st.text(alphabet=st.sampled_from("aă Đđ5.-/_½ịŁ٣İ") | st.characters()))
def test_a_slug_is_its_own_slug_and_plain(text: str) -> None:
    made = slug(text)
    assert slug(made) == made
    assert made.isascii() and made == made.lower() and 0 < len(made) <= 120
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ủy ban nhân dân", "uy-ban-nhan-dan"),
        ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
        ("Đắk Nông", "dak-nong"),
        ("30c/NQ-CP", "30c-nq-cp"),
        ("66.7/2025/NQ-CP", "66.7-2025-nq-cp"),
        ("TT.HĐND", "tt-hdnd"),
        ("Luật Thuế thu nhập cá nhân;", "luat-thue-thu-nhap-ca-nhan"),
        ("", "x"),
        ("../../etc", "etc"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_long_slugs_do_not_meet() -> None:
    first, second = slug("kế hoạch " * 40 + "một"), slug("kế hoạch " * 40 + "hai")
    assert first != second and len(first) <= 120


@pytest.mark.parametrize(
    "text",
    [
        "/akn/vn/doc/nghi-quyet/chinh-phu/2021-07-15/76-nq-cp",
        "/akn/vn-lai-chau/doc/nghi-quyet/tinh-uy/2021-05-20/08-nq-tu",
        "/akn/vn/doc/luat/quoc-hoi/_/dau-tu-cong",
        "/akn/vn-hung-yen/doc/ke-hoach/_/2019/cai-cach-hanh-chinh",
        "/akn/vn/doc/nghi-quyet/chinh-phu/2025-06/66.7-2025-nq-cp",
    ],
)
def test_examples(text: str) -> None:
    assert DocumentId.parse(text).format() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/akn/la/doc/luat/quoc-hoi/_/dau-tu-cong",
        "/akn/vn/doc/luat/quoc-hoi/2021-7-15/dau-tu-cong",
        "/akn/vn/doc/luat/quoc-hoi/2021/Dau-Tu-Cong",
        "/akn/vn/doc/luat/quoc-hoi/2021/../x",
        "/akn/vn/doc/luat/quoc-hoi/2021/a\n",
    ],
)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(ValueError, match="not the URI"):
        DocumentId.parse(text)
