"""Short forms that a text defines for itself, behind the words that they stand for.

cải cách hành chính (CCHC)                                     Ban Chỉ đạo cải cách hành chính (BCĐ CCHC)
chuyển đổi số (sau đây viết tắt là CĐS)                        Hội đồng thẩm định giá đất (gọi tắt là Hội đồng)
"""

from __future__ import annotations

import re

_CUE = r"(?:[Ss]au đây |[Dd]ưới đây )?(?:được )?(?:[Gg]ọi|[Vv]iết) (?:tắt )?là:? "
_LONGEST_CUE = 40
_LETTERS = r"[A-ZĐ][A-ZĐ&-]{1,11}"
_DEFINED = re.compile(rf'\((?:{_CUE})?["“]?(?P<short>{_LETTERS}(?: {_LETTERS}){{0,2}})["”]?\)')
_CALLED = re.compile(r'là:? ["“]?(?P<name>[A-ZĐ][^\W\d_]+(?: [^\W\d_]+){0,4})["”]?(?=[),.;])')
_BEFORE_CALLED = re.compile(rf'(?:\(|, ){_CUE}["“]?$')
_INITIALS = re.compile(r"[^\W_]+")
_LINKS = ("và", "của", "về", "các")
_REACH = 160  # characters that a long form is looked for in
_BREAKS = re.compile(r"[.;:()\n]")
_NAME_END = re.compile(r" (?:theo|do|để|được|nhằm|tại|gồm) ")


def defined_shorts(text: str) -> dict[str, str]:
    """Abbreviations that a text defines by the initials of the words before the bracket, and those words.

    >>> defined_shorts("công tác cải cách hành chính (CCHC) của tỉnh")
    {'CCHC': 'cải cách hành chính'}
    >>> defined_shorts("Tổ công tác chuyển đổi số (sau đây viết tắt là TCT CĐS)")
    {'CĐS': 'chuyển đổi số', 'TCT': 'Tổ công tác'}
    """
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        words = list(_INITIALS.finditer(text, _line_start(text, match.start()), match.start()))
        longs: dict[str, str] = {}
        for short in reversed(match["short"].split(" ")):
            first = _first_word(re.sub(r"[&-]", "", short), words)
            if first is None:
                break
            longs[short] = text[words[first].start() : words[-1].end()]
            del words[first:]
        else:
            found = longs | found
    return found


def called_names(text: str) -> dict[str, str]:
    """Names that a text cuts short: the short name, and the whole one, which begins with the same words.

    >>> called_names("Lập Hội đồng thẩm định giá đất tỉnh (sau đây gọi tắt là Hội đồng).")
    {'Hội đồng': 'Hội đồng thẩm định giá đất tỉnh'}
    """
    found: dict[str, str] = {}
    for match in _CALLED.finditer(text):
        opened = _BEFORE_CALLED.search(text, max(0, match.start() - _LONGEST_CUE), match.start("name"))
        if opened is None:
            continue
        begin = text.rfind(f"{match['name']} ", _line_start(text, opened.start()), opened.start())
        whole = _NAME_END.split(text[begin : opened.start()].strip())[0]
        if begin >= 0 and len(whole) > len(match["name"]) and not _BREAKS.search(whole):
            found.setdefault(match["name"], whole)
    return found


def _line_start(text: str, end: int) -> int:
    """Where the words before `end` begin that a definition there can mean."""
    least = max(0, end - _REACH)
    return max(text.rfind("\n", least, end) + 1, least)


def _first_word(letters: str, words: list[re.Match[str]]) -> int | None:
    """Of the last words whose initials are `letters`, linking words aside, the first."""
    index = len(words)
    for letter in reversed(letters):
        index -= 1
        while index >= 0 and _links(words[index][0].lower(), letter):
            index -= 1
        if index < 0 or words[index][0][0].upper() != letter:
            return None
    return index if index < len(words) else None


def _links(word: str, letter: str) -> bool:
    return word in _LINKS and word[0] != letter.lower()
