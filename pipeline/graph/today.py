"""The graph rolled up to the 34 provinces and the bodies of today: claims move to the successors, then are weighed."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph.arrays import mapped, renamed
from pipeline.graph.build import Findings
from pipeline.graph.nodes import PROVINCE_ID, body_nodes, province_id
from pipeline.link.successors import province_today, successor_id


def of_today(found: Findings) -> Findings:
    """What was found, told of today's bodies and provinces; a document stays what it is, but for its province.

    A body whose work went to several others stays itself, for nothing says which of them a task went to.
    """
    nodes, claims = found
    now = mapped(nodes["id"], today)
    kept = nodes.filter(pc.equal(nodes["id"], now))
    missing = set(now.to_pylist()).difference(kept["id"].to_pylist())
    kept = with_places(kept)
    for end in ("source", "target"):
        claims = claims.set_column(claims.column_names.index(end), end, renamed(claims[end], today))
    return Findings(pa.concat_tables([kept, body_nodes(dict.fromkeys(missing, ""))]).sort_by("id"), claims)


def with_places(documents: pa.Table) -> pa.Table:
    """The same nodes with the provinces and the issuers of today."""
    places = {"province": documents["province_2025"], "issuer_id": mapped(documents["issuer_id"], today)}
    for name, column in places.items():
        documents = documents.set_column(documents.column_names.index(name), name, column)
    return documents


def today(node: str) -> str:
    """The node that stands in the place of `node` today.

    >>> today("province:ha-giang"), today("P-SKHDT@ha-giang"), today("/akn/vn/doc/luat/_/_/dat-dai")
    ('province:tuyen-quang', 'P-STC@tuyen-quang', '/akn/vn/doc/luat/_/_/dat-dai')
    """
    if node.startswith(PROVINCE_ID):
        return province_id(province_today(node.removeprefix(PROVINCE_ID)))
    return successor_id(node)
