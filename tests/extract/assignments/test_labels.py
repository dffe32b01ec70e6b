from __future__ import annotations

from tests.extract.assignments.test_assignments import found

LINE = "Đơn vị chủ trì: Sở Xây dựng; Đơn vị phối hợp: Sở Tài chính."


def test_a_labelled_line_behind_bullets_holds_for_all_of_them() -> None:
    assert found(
        ("1", "Quy hoạch đô thị"),
        ("1/-1", "Rà soát danh mục dự án;"),
        ("1/-2", f"Công khai quy hoạch.\n{LINE}"),
    ) == [
        "1/-1: lead* Sở Xây dựng",
        "1/-1: coordinate* Sở Tài chính",
        "1/-2: lead Sở Xây dựng",
        "1/-2: coordinate Sở Tài chính",
    ]


def test_each_line_holds_for_its_own_group_only() -> None:
    rows = found(
        ("1", "Quy hoạch đô thị"),
        ("1/-1", f"Rà soát danh mục dự án.\n{LINE}"),
        ("1/-2", "Mở lớp tập huấn."),
        ("1/-3", "Kiểm tra cơ sở.\nCơ quan chủ trì: Sở Y tế."),
    )
    assert [row for row in rows if row.startswith("1/-2")] == ["1/-2: lead* Sở Y tế"]


def test_numbered_clauses_share_no_line() -> None:
    assert found(("1", "Quy hoạch"), ("1/a", "Rà soát dự án."), ("1/b", f"Công khai quy hoạch.\n{LINE}")) == [
        "1/b: lead Sở Xây dựng",
        "1/b: coordinate Sở Tài chính",
    ]


def test_other_labels_are_no_duties() -> None:
    assert found(("1", "Hội nghị"), ("1/-1", "Chuẩn bị tài liệu."), ("1/-2", "In ấn.\nĐịa điểm: Sở Y tế.")) == []
