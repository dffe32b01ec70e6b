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

ABSENT = -1


def codes_in(column: pa.ChunkedArray, pool: pa.Array) -> Codes:
    """The place of every value in `pool`, `ABSENT` where it has none."""
    one = encoded(column)
    places = pc.index_in(one.dictionary, pool).fill_null(ABSENT).to_numpy(zero_copy_only=False)
    return _behind(one, places)


def ranked(column: pa.ChunkedArray) -> tuple[Codes, pa.Array]:
    """Every value as its rank among the distinct values, `ABSENT` for null; and these, sorted."""
    pool = sorted_unique(encoded(column).dictionary)
    return codes_in(column, pool), pool


def mapped(column: pa.ChunkedArray, function: Callable[[Any], Any], kind: pa.DataType | None = None) -> pa.Array:
    """`function` of every value that is not null, called once for each distinct value."""
    one = encoded(column)
    values = pa.array([function(value) for value in one.dictionary.to_pylist()], kind or pa.string())
    return values.take(one.indices)


def taken(pool: pa.Array, codes: Codes) -> pa.Array:
    """The values of `pool` at `codes`; null for `ABSENT`."""
    return pool.take(pa.array(codes, mask=codes == ABSENT))


def sorted_unique(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    """The distinct values, without null, sorted."""
    found = pc.unique(values.drop_null())
    return found.take(pc.array_sort_indices(found))


def encoded(column: pa.ChunkedArray | pa.Array) -> pa.DictionaryArray:
    """The column as one array of codes and a dictionary of values."""
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    if isinstance(column, pa.ChunkedArray):
        column = column.unify_dictionaries().combine_chunks()
    return column


def _behind(column: pa.DictionaryArray, places: Codes) -> Codes:
    indices = column.indices.fill_null(len(places)).to_numpy(zero_copy_only=False)
    codes: Codes = np.append(places, ABSENT).astype(np.int32)[indices]
    return codes
