"""report.html, the explorer: tasks, bodies, cited documents, provinces and texts of a run in one page for any browser.

It needs no network and may not use one: its policy (Content Security Policy, W3C) allows the script and the style that
stand in it, by their hashes, and nothing else.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from string import Template

from pipeline.files import replacing
from pipeline.model import Extraction
from pipeline.publish.report.content import content_of

_HERE = Path(__file__).parent
_NO_MARKUP = "\\u003c"
"""What JSON reads as `<`; without one no text can close the element that holds it."""


def write_report(extractions: Sequence[Extraction], path: Path, texts: Mapping[str, str]) -> None:
    """Write the explorer to `path`. `texts`: source → its text file, for the links.

    The same input gives the same bytes. Raises OSError where the file cannot be written.
    """
    content = json.dumps(content_of(extractions, texts), ensure_ascii=False, separators=(",", ":"))
    script, style = "".join(map(_part, ("elements.js", "tables.js", "views.js"))), _part("explorer.css")
    page = Template(_part("explorer.html")).substitute(
        content=content.replace("<", _NO_MARKUP),
        script=script,
        script_hash=_hash(script),
        style=style,
        style_hash=_hash(style),
    )
    with replacing(path) as unfinished:
        unfinished.write_bytes(page.encode("utf-8", errors="replace"))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _part(name: str) -> str:
    return _HERE.joinpath(name).read_text(encoding="utf-8")
