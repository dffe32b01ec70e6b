"""The room between tables and publish: the tables of a run → one graph, itself two tables.

Column by column, so that a million edges take seconds and no more memory than their strings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import pyarrow as pa

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    import numpy.typing as npt

Attributes: TypeAlias = dict[str, Any]
Codes: TypeAlias = "npt.NDArray[np.int32]"


@dataclass(frozen=True, slots=True)
class Graph:
    """A directed graph with parallel edges of different kinds.

    `nodes`: a row per node, sorted by the column `id`; the other columns are its attributes.
    `edges`: a row per edge, sorted by `source`, `target` (int32: rows of `nodes`) and `kind`; `id` (int32) is unique
    and stays the same in every view.
    """

    nodes: pa.Table
    edges: pa.Table

    def with_nodes(self, **columns: Any) -> Graph:  # noqa: ANN401 - whatever pyarrow takes for a column
        """The same graph with these columns of its nodes added or put in place of others."""
        nodes = self.nodes
        for name, values in columns.items():
            nodes = nodes.drop_columns(name) if name in nodes.column_names else nodes
            nodes = nodes.append_column(name, values if isinstance(values, pa.ChunkedArray) else pa.array(values))
        return replace(self, nodes=nodes)

    def ends(self) -> tuple[Codes, Codes]:
        """Source and target of every edge."""
        return self.edges["source"].to_numpy(), self.edges["target"].to_numpy()

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The graph for people: the kind of an edge is its key, lists are tuples, what is absent is left out."""
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        ids = self.nodes["id"].to_pylist()
        graph.add_nodes_from(zip(ids, map(_known, self.nodes.drop_columns("id").to_pylist()), strict=True))
        for each in map(_known, self.edges.to_pylist()):
            source, target = ids[each.pop("source")], ids[each.pop("target")]
            graph.add_edge(source, target, key=each["kind"], **each | {"id": f"e{each['id']}"})
        return graph


def _known(attributes: Attributes) -> Attributes:
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in attributes.items()
        if value is not None
    }
