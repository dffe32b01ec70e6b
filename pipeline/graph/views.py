"""Parts of the graph that answer one question each; every one is measured and laid out on its own."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.gazetteers.load import provinces
from pipeline.graph import Graph
from pipeline.graph.arrays import Mask, distinct, encoded, mapped, numbers, renamed
from pipeline.graph.build import Findings, finished
from pipeline.graph.claims import ASSIGNS, BELONGS_TO, CITES, COORDINATES
from pipeline.graph.edges import family
from pipeline.graph.nodes import DOCUMENT, PROVINCE_ID, province_id, province_nodes


def citations_view(graph: Graph) -> Graph:
    """Which document rests on which: all documents of the corpus, and what they cite."""
    return _view(graph, _of_kind(graph, CITES), pc.equal(graph.nodes["type"], DOCUMENT).to_numpy())


def responsibility_view(graph: Graph) -> Graph:
    """Who has to do what: documents, the bodies they call on, who works with whom, and where."""
    calls = _of_kind(graph, ASSIGNS, COORDINATES)
    return _view(graph, calls | _of_kind(graph, BELONGS_TO) & _called(graph, calls)[graph.ends()[0]])


def coordination_view(graph: Graph) -> Graph:
    """Which body works with which, and where."""
    pairs = _of_kind(graph, COORDINATES)
    paired = _called(graph, pairs)
    paired[graph.ends()[0][pairs]] = True
    return _view(graph, pairs | _of_kind(graph, BELONGS_TO) & paired[graph.ends()[0]])


def provinces_view(found: Findings) -> Graph:
    """Which national documents each province builds on; the weight of an edge is the number of citing documents."""
    nodes, claims = found
    slugs = {province.name: province_id(province.slug) for province in provinces()}
    homes = dict(zip(nodes["id"].to_pylist(), map(slugs.get, nodes["province"].to_pylist()), strict=True))
    claims = claims.filter(pc.starts_with(claims["kind"].cast(pa.string()), CITES))
    pairs = np.stack([numbers(encoded(claims[name])) for name in ("document", "target")])
    claims = claims.take(np.sort(np.unique(pairs, axis=1, return_index=True)[1]))
    home = renamed(claims["source"], homes.get)  # the codes also name what no claim speaks of any more
    national = pc.equal(mapped(claims["target"], lambda node: homes.get(node) is None, pa.bool_()), True)
    for name, column in {"source": home, "kind": renamed(claims["kind"], family)}.items():
        claims = claims.set_column(claims.column_names.index(name), name, column)
    claims = claims.filter(pc.and_(national, mapped(home, bool, pa.bool_())))
    places = [node.removeprefix(PROVINCE_ID) for node in distinct(claims["source"]).to_pylist()]
    cited = nodes.filter(pc.is_in(nodes["id"], distinct(claims["target"])))
    return finished(Findings(pa.concat_tables([cited, province_nodes(places)]).sort_by("id"), claims).graph())


def _called(graph: Graph, edges: Mask) -> Mask:
    """The nodes that one of `edges` points at."""
    found = np.zeros(len(graph.nodes), bool)
    found[graph.ends()[1][edges]] = True
    return found


def _of_kind(graph: Graph, *families: str) -> Mask:
    kinds = graph.edges["kind"].cast(pa.string())
    found: Mask = np.any([pc.starts_with(kinds, family).to_numpy() for family in families], axis=0)
    return found


def _view(graph: Graph, edges: Mask, nodes: Mask | None = None) -> Graph:
    """A new graph of `edges`, their ends and `nodes`, finished."""
    kept = np.zeros(len(graph.nodes), bool) if nodes is None else nodes.copy()
    source, target = graph.ends()
    kept[source[edges]] = kept[target[edges]] = True
    place = (np.cumsum(kept) - 1).astype(np.int32)
    chosen = graph.edges.filter(pa.array(edges))
    for number, end in enumerate(("source", "target"), chosen.column_names.index("source")):
        chosen = chosen.set_column(number, end, pa.array(place[chosen[end].to_numpy()]))
    return finished(Graph(graph.nodes.filter(pa.array(kept)), chosen))
