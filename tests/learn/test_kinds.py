from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ModelError, UsageError
from pipeline.learn.kinds import CONTEXT, KINDS, TASK, features, installed_model, read_kinds, write_kinds
from pipeline.learn.measure_kinds import agreement, cross_validated, table
from pipeline.learn.seal import write_sealed
from pipeline.learn.train_kinds import LABELS, Label, fitted, learned, main, model_of, read_labels
from pipeline.learn.words import Compounds

HEADER = "document,above,text,kind\n"
ROWS = {
    "task": ["Rà soát các dự án chậm", "Kiểm tra các bếp ăn", "Rà soát các bếp ăn"],
    "context": ["Năm qua tỉnh đạt kết quả tốt", "Tỉnh đạt kết quả tốt", "Năm qua kết quả tốt"],
    "condition": ["Trường hợp hồ sơ thiếu thì trả lại", "Trường hợp thiếu thì trả lại", "Trường hợp hồ sơ thiếu"],
    "organisation": ["Quyết định này có hiệu lực từ ngày ký", "Quyết định có hiệu lực", "Quyết định này có hiệu lực"],
}
TINY = [Label(f"paper {number}", "", text, kind) for kind, texts in ROWS.items() for number, text in enumerate(texts)]


def test_scores_are_those_of_scikit_learn() -> None:
    labels, compounds = read_labels(LABELS)[::9], Compounds.of(["thực_hiện", "tổ_chức", "ủy_ban"])
    pipeline = fitted(labels, compounds)
    model = model_of(pipeline, compounds)
    clauses = [label.clause for label in read_labels(LABELS)[1::5]] + [("", ""), ("zzz", "")]
    theirs = pipeline.predict_proba([[*features(clause, compounds)] for clause in clauses])
    assert np.abs(np.array(model.probabilities(clauses)) - theirs).max() < 1e-3
    assert [kind for kind, _ in model.judged(clauses)] == [KINDS[number] for number in theirs.argmax(axis=1)]


def test_the_installed_model_is_learned_from_the_labels_of_the_corpus() -> None:
    model, labels = installed_model(), read_labels(LABELS)
    again = model_of(fitted(labels, model.compounds), model.compounds)
    assert again.weights.keys() == model.weights.keys()
    assert max(np.abs(np.subtract(again.weights[name], found)).max() for name, found in model.weights.items()) < 0.02
    right = sum(kind == label.kind for (kind, _), label in zip(judged(labels), labels, strict=True))
    assert right / len(labels) > 0.95


def judged(labels: list[Label]) -> list[tuple[str, float]]:
    return installed_model().judged([label.clause for label in labels])


def test_no_clauses_have_no_kinds() -> None:
    assert installed_model().judged([]) == []


@pytest.mark.parametrize(
    ("kind", "text", "above"),
    [
        (TASK, "rà soát, xử lý các công trình vi phạm; báo cáo kết quả trước ngày 15/9", "sở xây dựng"),
        (CONTEXT, "tỷ lệ giải ngân đạt 41%, thấp hơn cùng kỳ năm trước", "kết quả đạt được"),
        ("condition", "trường hợp hồ sơ chưa hợp lệ thì trả lại và nêu rõ lý do", ""),
        ("organisation", "quyết định này có hiệu lực kể từ ngày ký", ""),
    ],
)
def test_plain_clauses_are_told_apart(kind: str, text: str, above: str) -> None:
    assert installed_model().judged([(text, above)])[0][0] == kind


def test_familiar_is_the_share_of_known_words() -> None:
    model = installed_model()
    assert model.familiar("thực hiện kế hoạch") == 1.0
    assert model.familiar("the quick brown fox") == model.familiar("... 12:") == 0.0


def test_the_same_labels_give_the_same_bytes(tmp_path: Path) -> None:
    rows = "".join(f"{each.document},{each.above},{each.text},{each.kind}\n" for each in TINY)
    (tmp_path / "labels.csv").write_text(HEADER + rows, encoding="utf-8")
    assert [main([str(tmp_path / "labels.csv"), str(tmp_path / name)]) for name in "ab"] == [0, 0]
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert read_kinds(tmp_path / "a").judged([("rà soát các chợ", "")])[0][0] == TASK


def test_a_kind_without_labels_is_named() -> None:
    with pytest.raises(UsageError, match="organisation"):
        learned([label for label in TINY if label.kind != "organisation"])


@pytest.mark.parametrize("rows", ["a,b\n", HEADER + "x,,text,order\n", HEADER + "x,,text\n", None])
def test_a_wrong_table_leaves_the_model_alone(
    tmp_path: Path, rows: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if rows is not None:
        (tmp_path / "labels.csv").write_text(rows)
    (tmp_path / "model").write_bytes(b"as it was")
    assert main([str(tmp_path / "labels.csv"), str(tmp_path / "model")]) == 2
    assert "labels.csv" in capsys.readouterr().err
    assert (tmp_path / "model").read_bytes() == b"as it was"


def test_no_document_is_in_training_and_test_at_once() -> None:
    told = cross_validated(TINY, folds=3)
    assert told == [label.kind for label in TINY]
    lone = [*TINY, Label("alone", "", "Lễ hội hoa ban", TASK)]
    assert "accuracy" in table(lone, cross_validated(lone, folds=4))


def test_the_table_counts_by_kind() -> None:
    shown = table(TINY, [TASK] * len(TINY))
    assert "| `task` | 0.250 | 1.000 | 0.400 | 3 | 0 | 0 | 0 | 3 |" in shown
    assert "accuracy 0.250" in shown


def test_agreement_is_that_of_word_borders() -> None:
    texts = ["Tổ chức thực hiện kế hoạch"]
    assert agreement(texts, Compounds.of(["tổ_chức", "thực_hiện", "kế_hoạch"])) == 1.0
    assert agreement(texts, Compounds.of([])) == pytest.approx(2 / 3)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_kinds(tmp_path / "a.model", installed_model())
    assert read_kinds(tmp_path / "a.model") == installed_model()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"weights": [], "compounds": [], "intercepts": []}', b"\xff"])
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    write_sealed(tmp_path / "a.model", content)
    with pytest.raises(ModelError, match=r"a\.model"):
        read_kinds(tmp_path / "a.model")
