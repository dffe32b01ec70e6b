"""Columns of text as numbers, for numpy to sort and count."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Codes: TypeAlias = npt.NDArray[np.int32]
Mask: TypeAlias = npt.NDArray[np.bool_]
Call: TypeAlias = Callable[[Any], Any]

ABSENT = -1


def encoded(column: pa.ChunkedArray | pa.Array) -> pa.DictionaryArray:
    """The column as one array of codes and a dictionary of values."""
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    return column.unify_dictionaries().combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def numbers(column: pa.DictionaryArray) -> npt.NDArray[np.int64]:
    """The codes of an encoded column, `ABSENT` for null."""
    codes: npt.NDArray[np.int64] = column.indices.fill_null(ABSENT).to_numpy(zero_copy_only=False).astype(np.int64)
    return codes


def codes_in(column: pa.ChunkedArray | pa.Array, pool: pa.Array) -> Codes:
    """The place of every value in `pool`, `ABSENT` where it has none."""
    one = encoded(column)
    places = pc.index_in(one.dictionary, pool).fill_null(ABSENT).to_numpy(zero_copy_only=False)
    codes: Codes = np.append(places, ABSENT).astype(np.int32)[numbers(one)]
    return codes


def ranked(column: pa.ChunkedArray | pa.Array) -> tuple[Codes, pa.Array]:
    """Every value as its rank among the distinct values, `ABSENT` for null; and these, sorted."""
    one = encoded(column)
    pool = distinct(one)
    return codes_in(one, pool), pool


def mapped(column: pa.ChunkedArray | pa.Array, function: Call, kind: pa.DataType | None = None) -> pa.Array:
    """`function` of every value that is not null, called once for each distinct value."""
    one = renamed(column, function, kind)
    return one.dictionary.take(one.indices)


def renamed(column: pa.ChunkedArray | pa.Array, function: Call, kind: pa.DataType | None = None) -> pa.DictionaryArray:
    """The same as `mapped`, as codes."""
    one = encoded(column)
    values = pa.array([function(value) for value in one.dictionary.to_pylist()], kind or pa.string())
    return pa.DictionaryArray.from_arrays(one.indices, values)


def taken(pool: pa.Array, codes: Codes) -> pa.Array:
    """The values of `pool` at `codes`; null for `ABSENT`."""
    return pool.take(pa.array(codes, mask=codes == ABSENT))


def distinct(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    """The distinct values, without null, sorted."""
    one = encoded(column)
    found = pc.unique(one.dictionary.take(pc.unique(one.indices).drop_null()))
    return found.take(pc.array_sort_indices(found))
