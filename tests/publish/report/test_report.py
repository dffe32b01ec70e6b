from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from lxml import html

from pipeline.model import Extraction
from pipeline.publish.report import write_report
from tests.make import make_corpus, make_document, make_extraction

HOSTILE = "</script><script>alert(1)</script><!-- & \u2028 $content ${style} \ud800"


def page(extractions: list[Extraction], folder: Path) -> str:
    write_report(extractions, folder / "report.html", {})
    return (folder / "report.html").read_text(encoding="utf-8")


def test_the_policy_allows_what_stands_in_the_page_and_nothing_else(tmp_path: Path) -> None:
    text = page(make_corpus(3), tmp_path)
    (policy,) = (meta.get("content", "") for meta in html.fromstring(text).iter("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    for kind, start in (("script", "<script>"), ("style", "<style>")):
        (inner,) = re.findall(rf"{start}(.*?)</{kind}>", text, re.DOTALL)
        digest = b64encode(sha256(inner.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert not re.search(r"https?://", text)


def test_no_text_is_markup(tmp_path: Path) -> None:
    text = page([make_extraction(document=make_document(HOSTILE))], tmp_path)
    holder, _ = html.document_fromstring(text).iter("script")
    content = json.loads(holder.text or "")
    assert content["documents"][0]["pieces"] == [HOSTILE.replace("\ud800", "?")]


def test_an_empty_run_has_a_page(tmp_path: Path) -> None:
    assert '"documents":[]' in page([], tmp_path)
