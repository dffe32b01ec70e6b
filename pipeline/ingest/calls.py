"""Functions of PDFium that are called for each word or stroke of a page, taken with plain addresses.

To make pointers of ctypes, and to give the interpreter's lock away and take it back, takes longer than PDFium takes to
answer.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from struct import calcsize, iter_unpack

ADDRESS, INT = ctypes.c_void_p, ctypes.c_int

Call = Callable[..., int]
"""A function of integers and addresses."""


def plain(function: object, *arguments: type, result: type = INT) -> Call:
    """`function` of pypdfium2's raw interface with plain integers for its `arguments`, pointers or not."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


def address_of(pointer: object) -> int:
    """Where a pointer or function of ctypes points to."""
    return ctypes.cast(pointer, ADDRESS).value or 0  # type: ignore[arg-type]


def answers(
    call: Call, form: str, places: tuple[int, ...], count: int, *arguments: Iterable[int]
) -> Iterator[tuple[float, ...]]:
    """What `call` writes for each of `count` rows of `arguments`: floats in the `form` of module struct.

    Behind its arguments it is given addresses, as many as there are `places`: offsets in that form.
    """
    size = calcsize(form)
    room = ctypes.create_string_buffer(size * count)
    start = ctypes.addressof(room)
    addresses = (range(start + place, start + place + size * count, size) for place in places)
    deque(map(call, *arguments, *addresses), maxlen=0)
    return iter_unpack(form, room)
