"""Functions of PDFium that are called for each word or stroke of a page, taken with plain addresses.

To make pointers of ctypes, and to give the interpreter's lock away and take it back, takes longer than PDFium takes to
answer.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from struct import calcsize, iter_unpack
from typing import TypeVar

ADDRESS, INT = ctypes.c_void_p, ctypes.c_int

_Kind = TypeVar("_Kind", ctypes.c_char, ctypes.c_ushort)
Call = Callable[..., int]
"""A function of integers and addresses."""


def plain(function: object, *arguments: type, result: type = INT) -> Call:
    """`function` of pypdfium2's raw interface with plain integers for its `arguments`, pointers or not."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


def address_of(pointer: object) -> int:
    """Where a pointer or function of ctypes points to."""
    return ctypes.cast(pointer, ADDRESS).value or 0  # type: ignore[arg-type]


def room_for(kind: type[_Kind], count: int) -> ctypes.Array[_Kind]:
    """Room for `count` of a `kind` and some more: a new length takes ctypes longer to make than all of the room."""
    return (kind * (1 << count.bit_length()))()


def answers(
    call: Call, form: str, places: tuple[int, ...], count: int, *arguments: Iterable[int]
) -> Iterator[tuple[float, ...]]:
    """What `call` writes for each of `count` rows of `arguments`: floats in the `form` of module struct.

    Behind its arguments it is given addresses, as many as there are `places`: offsets in that form.
    """
    size = calcsize(form)
    room = room_for(ctypes.c_char, size * count)
    start = ctypes.addressof(room)
    addresses = (range(start + place, start + place + size * count, size) for place in places)
    deque(map(call, *arguments, *addresses), maxlen=0)
    return iter_unpack(form, memoryview(room)[: size * count])
