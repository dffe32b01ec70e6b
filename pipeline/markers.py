"""The marks that open a clause: what `I.`, `1.1`, `đ)`, `Điều 5.` or `-` at the start of a line stands for.

Reads one line, knows nothing of its neighbours; whether a mark really opens a clause is for `extract.clauses` to say.
Forms after Decree 30/2020/NĐ-CP, annex I, and Party Guidance 05-HD/VPTW.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.spelling import unmarked

TITLED = ("part", "chapter", "section")
"""Kinds of clauses that hold articles."""
NAMED = (*TITLED, "article")
"""Kinds whose mark holds a word; it may be all of its line: `Chương I`."""
LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of điểm in Vietnamese law: no f, j, w, z; đ behind d."""


class Marker(NamedTuple):
    """`kind` is part, chapter, section, article, capital, roman, decimal, arabic, letter, small-roman, paren or bullet.

    `label` is what stands in the path (`I`, `1.1`, `đ`, `Điều 5`, `-`), `text` the mark as printed, `end` the offset
    in the line where the clause's own text begins.
    """

    kind: str
    label: str
    text: str
    end: int


_MARKER = re.compile(
    r"""
    (?! [^\W\d_]{2} [\w\ ] (?<! phầ | chư | mục | tiể | [đdð].. | [ivxhl1ìíîïĩị\ ]{3} ) )      # a word that is no mark
    (?P<specks> [ \t]*+ (?: [._,;:'‘`„|]{1,2} [ \t]* | [-–ÌÍÎÏĨỊ] [ ] (?=[a-zđ]\)) )? )     # of a scan
    (?:
        (?P<part>    Phần \s+ (?: thứ \s+ \w+ | [IVXLC]+ | \d{1,2} ) ) \b [.:]?     # PHẦN I, Phần thứ nhất
      | (?P<chapter> Chương \s+ (?: [IVXLC]+ | \d{1,2} ) ) \b [.:]?                 # Chương II
      | (?P<section> (?: Tiểu \s+ )? Mục \s+ (?: \d{1,2} | [IVXLC]+ ) ) \b [.:]?    # Mục 1
      | (?P<article> [ĐDÐ][iìíỉĩị][eêèéẻẽẹềếểễệ][uùúủũụ] \s+ (?: \d{1,3} [a-zđ]? | (?-i:[lIÌ]) ) ) \s? [.:]  # Điều 5a.
      | (?P<dotless> (?-i: Điều ) \s+ \d{1,3} (?= \s (?-i:[A-ZĐÀ-ỸÂ-Ư]) ) (?! \s (?: bộ | công | điều | hiến | hiệp
            | luật | nghị | pháp | phụ | quy | quyết | thông ) \s ) )          # Điều 5 Giao ..., no Điều 5 Luật ...
      | (?P<decimal> \d{1,2} (?: \. \d{1,2} ){1,3} ) (?: [.)] (?=\s) | (?=\s+[A-ZĐÀ-ỸÂ-Ư“"]) )   # 1.1  2.3.1.
      | (?P<roman>   (?-i: [IVX]{1,6} ) ) (?: [.] (?=\s) | \s? [-–/] (?=\s) )       # II.  II-  II -  II/
      | (?P<bare>    (?-i: [IVX]{1,4} ) ) (?= [ ] \w.{7} )                           # II NHIỆM VỤ, all in capitals
      | (?P<strokes> (?-i: (?=[^.]*[IÌÍÎÏĨỊL|\[\]]) [IVXHÌÍÎÏĨỊL|\[\]l1]{1,6} ) ) [.] (?=\s)   # Ï.  ]I.  L., of a scan
      | (?P<capital> (?-i: [A-HĐ] ) ) [.] (?=\s)                                    # A.
      | (?P<arabic>  \d{1,3} [a-zđ]? | (?-i: [lI] ) ) (?: [.] (?=\s|[^\W\d]{2}) | \s? [-/] (?=\s[^\W\d]) )  # 1.  l.  1-
      | (?P<eight>   § ) [.] (?=\s)
      | (?P<comma>   \d{1,2} ) , (?=\s (?-i:[A-ZĐÀ-ỸÂ-Ư]) )                         # 2, for 2.
      | (?P<smudge>  g?ø | [©€¢àáảãạăâäåèéẻẽẹêëìíỉĩịòóỏõọôơöøùúủũụưüỳýỷỹỵð|!\]] ) \) (?=\s)   # ø) for g), of a scan
      | (?P<letter>  [a-zđ] \d? ) (?: \) (?=\s|\w) | (?-i: (?<=[a-zđ0-9]) [./] (?=\s) ) )        # đ)  a.  a/  a1)
      | (?P<small>   [ivx]{2,5} ) \) (?=\s|\w)                                      # ii)
      | \( (?P<paren> \d{1,2} | [ivx]{1,5} | [a-zđ] ) \) [.]? (?=\s|\w)             # (1)  (i)
      | (?P<closed>  \d{1,2} ) \) (?=\s|\w)                                         # 1)
      | (?<!_) (?! \* \s? (?:lưu|ghi|chú)\ (?:ý|chú) )                             # no * Lưu ý, no rule ___-
            (?P<bullet>  [-–—+*•●▪] ) (?= \s | [A-ZĐÀ-Ỹ] )                         # -  +
    )
    \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {
    "dotless": "article",
    "bare": "roman",
    "small": "small-roman",
    "closed": "paren",
    "strokes": "roman",
    "eight": "arabic",
    "comma": "arabic",
    "smudge": "letter",
}
_BULLETS = {"–": "-", "—": "-", "•": "-", "●": "-", "▪": "-"}
_SLIPS = dict.fromkeys("lIÌ", "1")
_STROKES = str.maketrans(dict.fromkeys("ÌÍÎÏĨỊL|[]l1", "I") | {"H": "II"})
_SMUDGES = {"gø": "g", "ø": "g", "ð": "đ"} | dict.fromkeys("©€¢", "c") | dict.fromkeys("|!]", "l")


def match_marker(line: str) -> Marker | None:
    """The mark at the start of `line`, or None.

    >>> match_marker("đ) Triển khai rà soát")
    Marker(kind='letter', label='đ', text='đ)', end=3)
    >>> match_marker("]I. Các nhiệm vụ cụ thể").label
    'II'
    >>> match_marker("ø) Sở Công Thương").label, match_marker("._8. Hội Làm vườn").label
    ('g', '8')
    >>> match_marker("18-NQ/TW ngày 25/10/2017") is None
    True
    """
    found = _MARKER.match(line)
    if found is None or found.lastgroup is None:
        return None
    kind, end = found.lastgroup, found.end()
    if (kind == "bullet" and not line[end:].strip()) or (kind == "bare" and not line[end:].isupper()):
        return None
    return Marker(_KINDS.get(kind, kind), _label(kind, found[kind]), line[found.end("specks") : end].rstrip(), end)


def _label(kind: str, printed: str) -> str:
    words = printed.split()
    if kind == "article":
        return f"Điều {_SLIPS.get(words[1], words[1].lower())}"
    if kind in (*TITLED, "dotless"):
        tail = [word if word.isupper() or word.isdigit() else word.lower() for word in words[1:]]
        return " ".join([words[0].capitalize(), *tail])
    if kind == "bullet":
        return _BULLETS.get(printed, printed)
    if kind == "arabic":
        return _SLIPS.get(printed, printed)
    if kind == "strokes":
        return printed.translate(_STROKES)
    if kind == "eight":
        return "8"
    if kind == "smudge":
        return _SMUDGES.get(printed.lower()) or unmarked(printed.lower())
    return printed if kind in ("roman", "bare", "capital") else printed.lower()
