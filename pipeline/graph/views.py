"""Parts of the graph that answer one question each; every one is measured and laid out on its own."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph import Graph
from pipeline.graph.arrays import Codes, Mask
from pipeline.graph.claims import ASSIGNS, BELONGS_TO, CITES, COORDINATES
from pipeline.graph.layout import with_layout
from pipeline.graph.measure import with_measures
from pipeline.graph.nodes import DOCUMENT


def finished(graph: Graph) -> Graph:
    """`graph`, its nodes measured and laid out."""
    return with_layout(with_measures(graph))


def citations_view(graph: Graph) -> Graph:
    """Which document rests on which: all documents of the corpus, and what they cite."""
    return _view(graph, _of_kind(graph, CITES), pc.equal(graph.nodes["type"], DOCUMENT).to_numpy())


def responsibility_view(graph: Graph) -> Graph:
    """Who has to do what: documents, the bodies they call on, who works with whom, and where."""
    calls = _of_kind(graph, ASSIGNS, COORDINATES)
    return _view(graph, calls | _of_kind(graph, BELONGS_TO) & _called(graph, calls)[_ends(graph)[0]])


def coordination_view(graph: Graph) -> Graph:
    """Which body works with which, and where."""
    pairs = _of_kind(graph, COORDINATES)
    paired = _called(graph, pairs)
    paired[_ends(graph)[0][pairs]] = True
    return _view(graph, pairs | _of_kind(graph, BELONGS_TO) & paired[_ends(graph)[0]])


def _ends(graph: Graph) -> tuple[Codes, Codes]:
    return graph.edges["source"].to_numpy(), graph.edges["target"].to_numpy()


def _called(graph: Graph, edges: Mask) -> Mask:
    """The nodes that one of `edges` points at."""
    found = np.zeros(len(graph.nodes), bool)
    found[_ends(graph)[1][edges]] = True
    return found


def _of_kind(graph: Graph, *families: str) -> Mask:
    kinds = graph.edges["kind"].cast(pa.string())
    found: Mask = np.any([pc.starts_with(kinds, family).to_numpy() for family in families], axis=0)
    return found


def _view(graph: Graph, edges: Mask, nodes: Mask | None = None) -> Graph:
    """A new graph of `edges`, their ends and `nodes`, finished."""
    kept = np.zeros(len(graph.nodes), bool) if nodes is None else nodes.copy()
    source, target = _ends(graph)
    kept[source[edges]] = kept[target[edges]] = True
    place = (np.cumsum(kept) - 1).astype(np.int32)
    chosen = graph.edges.filter(pa.array(edges))
    for number, end in enumerate(("source", "target"), chosen.column_names.index("source")):
        chosen = chosen.set_column(number, end, pa.array(place[chosen[end].to_numpy()]))
    return finished(Graph(graph.nodes.filter(pa.array(kept)), chosen))
