from __future__ import annotations

from dataclasses import replace

from pipeline.ingest.scan.noise import without_noise
from pipeline.ingest.scan.words import ReadWord
from tests.ingest.scan.make import row, word

WORDS = "Sở Nội vụ chủ trì phối hợp với các cơ quan liên quan"
BODY = [each for number in range(8) for each in row(*WORDS.split(), left=300, base=400 + 60 * number)]


def kept(*noise: ReadWord) -> list[str]:
    """What is left of the noise."""
    known = {(each.left, each.base) for each in BODY}
    return [each.text for each in without_noise([*BODY, *noise]) if (each.left, each.base) not in known]


def test_text_stays() -> None:
    assert without_noise(BODY) == BODY
    assert without_noise([]) == []


def test_specks_go_and_bullets_stay() -> None:
    assert kept(*row("|", "Trường", "học", left=300, base=1000)) == ["Trường", "học"]
    assert kept(*row("-", "Trường", "học", ("'", 0.4), left=300, base=1000)) == ["-", "Trường", "học"]
    assert kept(*row("§.", "Trường", "học", left=300, base=1000)) == ["§.", "Trường", "học"]
    assert kept(*row("Trường", "§.", "học", left=300, base=1000)) == ["Trường", "học"]
    assert kept(*row(("-", 0.2), left=300, base=1000)) == []
    assert kept(*row("ngày", "¡", "31", "&", left=300, base=1000)) == ["ngày", "31", "&"]


def test_stamps_in_the_margin_go() -> None:
    assert kept(*row("ĐẾN", ("Ngày:", 0.5), left=20, base=820)) == []
    assert kept(*row(("ĐE", 0.6), left=200, base=400)) == []
    assert kept(*row("Kính", "gửi", "các", "sở", left=240, base=1000)) == ["Kính", "gửi", "các", "sở"]


def test_signatures_and_scrawl_go() -> None:
    scrawl = replace(word("Wj", 900, 1000, 0.4), top=850)
    assert kept(scrawl) == []
    assert kept(*row(("PZ", 0.1), ("hs", 0.2), left=900, base=1000)) == []
    assert kept(*row(("lqx", 0.0), ("0.", 0.6), "Trường", "học", left=300, base=1000)) == ["Trường", "học"]


def test_a_heading_of_syllables_stays() -> None:
    assert kept(*row(("QUYẾT", 0.03), "ĐỊNH", left=900, base=1000)) == ["QUYẾT", "ĐỊNH"]


def test_a_symbol_stays_though_it_is_hardly_read() -> None:
    assert kept(*row("Căn", "cứ", ("81/2019/NĐ-CP", 0.0), left=300, base=1000)) == ["Căn", "cứ", "81/2019/NĐ-CP"]


def test_a_dash_is_freed_of_specks() -> None:
    bullet, *_ = without_noise([*BODY, *row(("_...-", 0.4), "Trường", "học", left=300, base=1000)])[len(BODY) :]
    assert bullet.text == "-"
    assert bullet.left > 300
    assert kept(*row(("~", 0.8), "Trường", "học", left=300, base=1000)) == ["-", "Trường", "học"]
    assert kept(*row(("~", 0.8), "trường", "học", left=300, base=1000)) == ["trường", "học"]
    assert kept(*row(("~", 0.4), "Trường", "học", left=300, base=1000)) == ["Trường", "học"]


def test_gibberish_takes_letters_between_digits_along() -> None:
    row_of_title = row(("TRUNG-TAM-B1", 0.0), ("0.NG", 0.73), ("NỈ", 0.44), "Về", "việc", left=320, base=1000)
    assert kept(*row_of_title) == ["Về", "việc"]


def test_lone_letters_beside_words_are_the_edge_of_a_stamp() -> None:
    assert kept(*row("-", "Như", "trên;", left=300, base=1000), word("Ă", 900, 1000), word("%", 1000, 1000)) == [
        *("-", "Như", "trên;"),
    ]
    assert kept(*row("a)", "Trường", "học", left=300, base=1000)) == ["a)", "Trường", "học"]


def test_the_label_of_a_list_stays_though_half_of_it_is_hardly_read() -> None:
    signed = row("CHỦ", "TỊCH", left=900, base=1000)
    assert kept(*row(("Nơi", 0.27), "nhận:", left=300, base=1000), *signed) == ["Nơi", "nhận:", "CHỦ", "TỊCH"]


def test_a_comma_read_twice_stands_once() -> None:
    place = row("Huế,", "ngày", left=300, base=1000)
    again = replace(word(",", 0, 1002), left=place[0].right - 12, right=place[0].right - 2)
    assert kept(*place, again) == ["Huế,", "ngày"]
