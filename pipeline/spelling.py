"""One spelling for matching, letter for letter: every function here keeps the length, so offsets stay true."""

from __future__ import annotations

import re

_NEW_TONES = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLD_TONES = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = dict(zip(_NEW_TONES, _OLD_TONES, strict=True))
# Only at the end of a syllable, and not behind q: "hoài", "quý" keep their marks.
_NEW_STYLE = re.compile(rf"(?<!q)(?:{'|'.join(_NEW_TONES)})(?![a-zà-ỹđ])")
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "ð": "đ", "\u00a0": " "})


def fold(text: str) -> str:
    """`text` in lower case, tone marks in the old style (hòa, ủy), one kind of dash; same length as `text`.

    >>> fold("Uỷ ban nhân dân – HOÀ BÌNH, quý")
    'ủy ban nhân dân - hòa bình, quý'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter such as İ that grows when lowered
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _NEW_STYLE.sub(lambda match: _TONES[match[0]], lowered.translate(_DASHES))
