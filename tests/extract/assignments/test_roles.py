from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.assignments.passage import Reading
from pipeline.extract.assignments.roles import read_roles
from pipeline.spelling import fold
from tests.extract.duty_papers import LAKE


def read(text: str) -> Reading:
    return read_roles(text, fold(text), 0, len(text), LAKE)


def said(text: str) -> tuple[str, str]:
    """Subjects and others as `role body/head`, joined by `; `."""
    reading = read(text)

    def line(duties: tuple) -> str:  # type: ignore[type-arg]
        return "; ".join(f"{duty.role} {duty.mention.body}{'/head' * bool(duty.mention.office)}" for duty in duties)

    return line(reading.subjects), line(reading.others)


NVU, TC, UB = "Sở Nội vụ", "Sở Tài chính", "Ủy ban nhân dân tỉnh"

SUBJECTS = [
    # a body right at the front, as a heading or as the subject of a verb
    ("Sở Nội vụ", f"responsible {NVU}"),
    ("Sở Nội vụ:", f"responsible {NVU}"),
    ("Sở Nội vụ\nMở lớp tập huấn cho cán bộ.", f"responsible {NVU}"),
    ("Sở Nội vụ chủ trì rà soát.", f"lead {NVU}"),
    ("Sở Nội vụ, Sở Tài chính theo chức năng lập kế hoạch.", f"responsible {NVU}; responsible {TC}"),
    ("Sở Nội vụ có trách nhiệm tổng hợp.", f"responsible {NVU}"),
    ("Các sở, ngành được UBND tỉnh giao dự toán khẩn trương giải ngân.", "responsible các sở, ban, ngành"),
    # behind an adverbial
    ("Trong tháng 9, Sở Nội vụ hoàn thành rà soát.", f"responsible {NVU}"),
    ("Đối với các xã khó khăn, giao Sở Nội vụ hướng dẫn.", f"responsible {NVU}"),
    # commands
    ("Giao Sở Nội vụ mở lớp.", f"responsible {NVU}"),
    ("Giao Sở Nội vụ chủ trì mở lớp.", f"lead {NVU}"),
    ("UBND tỉnh yêu cầu Thủ trưởng các sở, ngành chấp hành.", "responsible các sở, ban, ngành/head"),
    ("Đề nghị Tòa án nhân dân tỉnh phối hợp.", "responsible Tòa án nhân dân tỉnh"),
    ("Văn phòng thông báo để các cơ quan, đơn vị biết, thực hiện.", "responsible các cơ quan, đơn vị"),
    # labels
    ("Cơ quan chủ trì: Sở Nội vụ", f"lead {NVU}"),
    ("Đơn vị thực hiện: Sở Nội vụ", f"responsible {NVU}"),
    ("- Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính.", f"lead {NVU}"),
    # a subject of the line below displaces the heading
    ("Các Ban Quản lý dự án\nBan Quản lý dự án số 3 thi công cầu.", "responsible Ban Quản lý dự án số 3"),
    ("do Sở Nội vụ chủ trì soạn thảo", f"lead {NVU}"),
    # behind an adverbial clause that ends with another body; behind a bracket
    ("Hằng năm, trên cơ sở đề nghị của Sở Nội vụ, Sở Tài chính bố trí vốn.", f"responsible {TC}"),
    ("Theo đề nghị của Sở Nội vụ, các đơn vị lập danh sách.", "responsible các đơn vị"),
    ("Các đơn vị (nhất là đơn vị mới thành lập) rà soát biên chế.", "responsible các đơn vị"),
    # a line on duties heads what follows, whatever it says of the body
    ("Trách nhiệm của Sở Nội vụ trong quản lý biên chế\nLập kế hoạch.", f"responsible {NVU}"),
    ("Nhiệm vụ, quyền hạn của Sở Nội vụ:", f"responsible {NVU}"),
    ("Người đứng đầu Sở Nội vụ chịu hoàn toàn trách nhiệm về kết quả.", f"responsible {NVU}/head"),
    ("bảo vệ rừng và người đứng đầu Sở Nội vụ chịu trách nhiệm", f"responsible {NVU}/head"),
    # what tells of the body more closely, or a further one that is no body, stands before what it is told
    ("Sở Nội vụ và những người trực đêm có trách nhiệm bàn giao sổ.", f"responsible {NVU}"),
    ("Các đơn vị đã lắp máy in (kể cả máy cũ) có trách nhiệm bảo trì.", "responsible các đơn vị"),
    ("Đối với cây đổ, UBND tỉnh nơi có rừng xem xét thanh lý.", f"responsible {UB}"),
    ("Ngoài buổi trực, Sở Nội vụ rà soát sổ sách.", f"responsible {NVU}"),
    # who does all of a matter
    ("Việc kiểm kê do Sở Nội vụ thực hiện và chịu trách nhiệm.", f"responsible {NVU}"),
    # without "các", where something must be done
    ("Tổ chức, cá nhân nuôi ong phải đăng ký.", "responsible các tổ chức; responsible các cá nhân"),
    ("Doanh nghiệp có trách nhiệm đăng ký.", "responsible các doanh nghiệp"),
    ("Bộ trưởng Tài chính chịu trách nhiệm thi hành.", "responsible Bộ Tài chính/head"),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_subjects(text: str, subjects: str) -> None:
    assert said(text)[0] == subjects


NO_SUBJECTS = [
    "Sở Nội vụ đã rà soát xong.",
    "Theo đề nghị của Giám đốc Sở Nội vụ.",
    "UBND tỉnh ghi nhận nỗ lực của Sở Nội vụ.",
    "UBND tỉnh nhận được văn bản của Sở Nội vụ.",
    "Kế hoạch do Sở Nội vụ soạn thảo được phê duyệt.",
    "Bộ phận Một cửa tại Sở Nội vụ hoạt động tốt.",
    "Thực hiện ý kiến chỉ đạo của UBND tỉnh.",
    "Nâng cao vai trò của các cơ quan, đơn vị chủ trì từng lĩnh vực.",
    "Sở Nội vụ là đơn vị đạt giải nhất.",
    "UBND tỉnh xác định đây là việc quan trọng.",
    "Cấp có thẩm quyền quyết định mức thu.",
    "Theo đề nghị của các sở, ngành, địa phương bố trí vốn.",
    "Rà soát theo đề nghị của Sở Tài chính, Sở Nội vụ bố trí vốn.",
    # what somebody may do, need not do, gets or is
    "Các đơn vị được hỗ trợ vốn.",
    "Các đơn vị phải được kiểm tra.",
    "Các đơn vị được phép thuê xe.",
    "Các đơn vị không phải nộp phí.",
    "Sở Nội vụ có trụ sở tại phường Cốc Lếu.",
    "Sở Nội vụ có 05 phòng.",
    "Sở Nội vụ hoạt động theo chế độ thủ trưởng.",
    "Chủ tịch Hội đồng là lãnh đạo Sở Nội vụ.",
    "Một số đơn vị đã chậm, trong đó các kho chưa có trách nhiệm.",
    "Hồ sơ do Sở Nội vụ lập.",
    "Tổ chức hội nghị phải tiết kiệm.",
]


@pytest.mark.parametrize("text", NO_SUBJECTS)
def test_what_is_only_told_assigns_nothing(text: str) -> None:
    assert said(text)[0] == ""


OBJECTS = [
    ("Cơ quan nhận báo cáo: Sở Nội vụ, Sở Tài chính.", f"reported_to {NVU}; reported_to {TC}"),
    ("Sở Tài chính chỉ đạo Sở Nội vụ chủ trì mở lớp.", f"lead {NVU}"),
    ("Sở Tài chính chỉ đạo cơ quan quản lý kho và Sở Nội vụ kiểm kê.", f"responsible {NVU}"),
    ("chế độ báo cáo Sở Nội vụ", ""),
    ("Phối hợp với Sở Nội vụ mở lớp.", f"coordinate {NVU}"),
    ("phối hợp chặt chẽ, kịp thời với Sở Nội vụ", f"coordinate {NVU}"),
    ("phối hợp các cơ quan có liên quan rà soát", "coordinate các cơ quan liên quan"),
    ("Chủ trì, phối hợp với Sở Nội vụ tham mưu UBND tỉnh.", f"coordinate {NVU}; advised {UB}"),
    ("phối hợp, hỗ trợ chính quyền địa phương", "coordinate chính quyền địa phương"),
    ("tham mưu cho UBND tỉnh ban hành quy chế", f"advised {UB}"),
    ("Giúp UBND tỉnh theo dõi.", f"advised {UB}"),
    ("kiến nghị với Bộ Tài chính tháo gỡ", "advised Bộ Tài chính"),
    ("tham mưu, báo cáo UBND tỉnh", f"advised {UB}; reported_to {UB}"),
    ("tổng hợp, báo cáo UBND tỉnh (qua Sở Nội vụ)", f"reported_to {UB}; reported_to {NVU}"),
    ("báo cáo kết quả rà soát về Sở Nội vụ", f"reported_to {NVU}"),
    (
        "gửi các Sở: Nội vụ, Tài chính thẩm định, trình UBND tỉnh",
        f"reported_to {NVU}; reported_to {TC}; reported_to {UB}",
    ),
    ("chịu trách nhiệm toàn diện trước UBND tỉnh về tiến độ", f"reported_to {UB}"),
    ("chịu trách nhiệm trước pháp luật và UBND tỉnh về số liệu", f"reported_to {UB}"),
    ("kiểm điểm trách nhiệm trước UBND tỉnh", f"reported_to {UB}"),
    ("Các phòng, đơn vị báo cáo tiến độ về Sở Nội vụ.", f"reported_to {NVU}"),
    ("Cử đầu mối phối hợp với Sở Nội vụ.", f"coordinate {NVU}"),
    ("Phối hợp thực hiện: Sở Nội vụ.", f"coordinate {NVU}"),
    ("chủ trì cùng Sở Nội vụ kiểm tra", f"coordinate {NVU}"),
    ("tổng hợp kết quả gửi Sở Nội vụ", f"reported_to {NVU}"),
    ("phối hợp cùng đại diện Sở Nội vụ tiếp dân", f"coordinate {NVU}"),
    ("Phối hợp với Sở Nội vụ; các hội nghề nghiệp mở lớp.", f"coordinate {NVU}; coordinate các hội nghề nghiệp"),
    ("Rà soát, đề nghị cấp có thẩm quyền bổ sung vốn.", "advised cấp có thẩm quyền"),
    ("đăng ký nhu cầu với Sở Nội vụ", f"reported_to {NVU}"),
    ("Chỉ đạo các xã, phường tuần tra.", "responsible các xã; responsible các phường"),
    ("Chỉ đạo UBND các xã, phường tuần tra.", "responsible Ủy ban nhân dân cấp xã"),
    ("chỉ đạo, kiểm tra, đôn đốc các cơ quan, đơn vị thi hành", "responsible các cơ quan, đơn vị"),
    ("chỉ đạo Công an cấp xã phối hợp với Sở Nội vụ", f"responsible Công an cấp xã; coordinate {NVU}"),
    ("khẩn trương giao Sở Nội vụ lập hồ sơ", f"responsible {NVU}"),
    ("Đơn vị phối hợp: Sở Nội vụ; Sở Tài chính.", f"coordinate {NVU}; coordinate {TC}"),
    # the content of a proposal, what the watched do, mere mentions
    ("đề xuất UBND tỉnh chỉ đạo các cơ quan, đơn vị sắp xếp", f"advised {UB}"),
    ("tham mưu UBND tỉnh trình HĐND tỉnh thông qua", f"advised {UB}"),
    ("đôn đốc các chủ đầu tư phối hợp với chính quyền địa phương", ""),
    ("Hướng dẫn, kiểm tra các sở, ban, ngành.", ""),
    ("Mời UBND các xã, phường đến làm việc.", ""),
    ("rà soát công trình giao thông của Sở Nội vụ", ""),
    ("theo yêu cầu của UBND tỉnh và quy trình của Sở Nội vụ", ""),
    ("UBND tỉnh đã giao Sở Nội vụ rà soát", ""),
    ("Đánh giá cao Sở Nội vụ đã kịp thời báo cáo UBND tỉnh.", ""),
    ("soạn công văn của UBND tỉnh chỉ đạo, đôn đốc các sở, ngành chấm công", ""),
    ("giải quyết theo thẩm quyền hoặc kiến nghị cấp có thẩm quyền", ""),
    ("giải quyết theo thẩm quyền hoặc báo cáo cấp có thẩm quyền", "reported_to cấp có thẩm quyền"),
    ("thừa ủy quyền UBND tỉnh ký tờ trình", ""),
    ("Hồ sơ trình UBND tỉnh gồm 3 bộ.", ""),
    ("tiếp công dân đến khiếu nại, tố cáo, kiến nghị, phản ánh với UBND tỉnh", ""),
    ("Thông báo chỉ tiêu tuyển sinh cho các địa phương để thực hiện.", ""),
    ("vận động người dân trở về địa phương sau khi báo cáo", ""),
    # a competence, whoever has it; those one meets; the way that a report takes
    ("trình cấp thẩm quyền phê duyệt", "reported_to cấp có thẩm quyền"),
    ("Tổ chức làm việc với Sở Nội vụ để gỡ vướng.", f"coordinate {NVU}"),
    ("bố trí lịch làm việc với Sở Nội vụ", ""),
    ("gửi về UBND tỉnh thông qua Sở Nội vụ", f"reported_to {UB}; reported_to {NVU}"),
]


@pytest.mark.parametrize(("text", "others"), OBJECTS)
def test_objects_of_cues(text: str, others: str) -> None:
    reading = read(text)
    ordered = "; ".join(f"{d.role} {d.mention.body}" for d in (*reading.subjects, *reading.others))
    assert (ordered if "giao Sở" in text and not reading.others else said(text)[1]) == others


def test_a_silence_ends_with_the_sentence_or_a_comma() -> None:
    text = "Đôn đốc các đơn vị thi hành; phối hợp với Sở Nội vụ. Hướng dẫn các xã, phường, báo cáo UBND tỉnh."
    assert said(text)[1] == f"coordinate {NVU}; reported_to {UB}"


@pytest.mark.parametrize(
    ("text", "imperative", "leads"),
    [
        ("Rà soát quy hoạch.", True, False),
        ("Chủ trì, phối hợp với Sở Nội vụ rà soát.", True, True),
        ("Sở Nội vụ rà soát.", False, False),
        ("TỔ CHỨC THỰC HIỆN\nSở Nội vụ rà soát.", False, False),
        ("Rà soát quy hoạch. Sở Nội vụ tổng hợp.", True, False),
        ("Chủ trì hội nghị giao ban.", True, False),
    ],
)
def test_what_is_left_to_the_bodies_above(text: str, imperative: bool, leads: bool) -> None:
    reading = read(text)
    assert (reading.imperative, reading.leads) == (imperative, leads)


WORDS = [
    "Sở Nội vụ",
    "các sở, ban, ngành",
    "UBND tỉnh",
    "giao",
    "chủ trì",
    "phối hợp với",
    "báo cáo",
    "đôn đốc",
    "tham mưu",
]
MARKS = [",", ";", ".", ":", "\n", "(", ")", "và", "đã", "của", "Cơ quan chủ trì:", "İ", "😀"]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=40))
def test_never_raises_and_every_duty_has_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = read(text)
    for duty in (*reading.subjects, *reading.others):
        words = text[duty.mention.start : duty.mention.end]
        assert words and words == words.strip()
        assert duty.role in ("lead", "coordinate", "advised", "reported_to", "responsible")
