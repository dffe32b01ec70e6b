"""Invented documents in the form of the clean text."""

from __future__ import annotations

from hypothesis import strategies as st

from pipeline.model import Document, Footnote, Page

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PIECES = (
    "I. MỤC TIÊU",
    "II- Nhiệm vụ",
    "1. Sở Y tế",
    "2. Sở Nội vụ:",
    "7. Rà soát.",
    "1.1. Tuyên truyền",
    "a) Trồng cây;",
    "b) Tưới cây;",
    "i) Nhổ cỏ",
    "ii) Bón phân",
    "(1) Mua giống",
    "1) Bán quả",
    "- Ghi sổ.",
    "+ Đếm cây:",
    "* Lưu ý",
    "Điều 1. Phạm vi",
    "Chương I",
    "Phần thứ nhất",
    "PHỤ LỤC",
    "Phụ lục II",
    "QUY CHẾ",
    "(Kèm theo Quyết định số 5/QĐ-UBND)",
    "KẾ HOẠCH",
    "QUYẾT ĐỊNH:",
    "Kính gửi:",
    "V/v trồng cây",
    "Số: /UBND-NC",
    "UBND TỈNH HƯNG YÊN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Hưng Yên, ngày tháng năm 2023",
    "Căn cứ Luật Trồng trọt;",
    "Nơi nhận:",
    "- Như trên;",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Lê Thị Mận",
    "“Điều 2. Vườn",
    "hết.”",
    "Trên đây là Kế hoạch./.",
    "Cây xanh làm mát phố phường, giữ nước và nuôi chim; trồng một cây là để lại bóng mát cho người sau.",
)
"""Lines of every kind, to be put together at random."""


def paper(text: str, notes: tuple[tuple[int, int], ...] = ()) -> Document:
    """`text` as a document of one page; `notes` are the spans of footnotes."""
    footnotes = tuple(Footnote("1", start, start, end) for start, end in notes)
    return Document("paper.txt", text, "text", "0" * 64, (Page(1, 0, len(text)),), footnotes)


papers = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=40).map("\n".join).map(paper)
"""Documents in which anything follows anything."""
