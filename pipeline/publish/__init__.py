"""The files that others read: graphs, the follow-up sheet, XML, linked data. Each appears whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.graph import Graph
from pipeline.graph.views import citations_view, coordination_view, finished, responsibility_view
from pipeline.model import Extraction
from pipeline.publish.akn import write_akn
from pipeline.publish.gephi import write_gephi
from pipeline.publish.gexf import write_gexf
from pipeline.publish.graphml import write_graphml
from pipeline.publish.nodelink import write_node_link
from pipeline.publish.rdf import write_turtle
from pipeline.publish.xlsx import write_tasks
from pipeline.tables.make import make_tables
from pipeline.tables.store import write_table
from pipeline.tables.texts import text_files, write_texts


def publish_tables(extractions: Sequence[Extraction], out: Path) -> dict[str, pa.Table]:
    """Write texts, tables and tasks.xlsx to the folder `out`; the answer is the tables by name.

    The same input gives the same bytes. Raises OSError where a file cannot be written.
    """
    tables = make_tables(extractions, write_texts(extractions, out))
    _write(tables, out)
    write_tasks(extractions, out / "tasks.xlsx")
    return tables


def publish_documents(extractions: Sequence[Extraction], out: Path) -> None:
    """Write each document as XML and all as linked data to `out`. Raises OSError where a file cannot be written."""
    write_akn(extractions, out, text_files(extractions))
    write_turtle(extractions, out / "graph.ttl")


def publish_graph(graph: Graph, out: Path) -> None:
    """Write the graph and its views to the folder `out`. Raises OSError where a file cannot be written."""
    whole = finished(graph)
    write_gephi(whole, out)
    write_gexf(whole, out / "graph.gexf")
    write_graphml(whole, out / "graph.graphml")
    write_node_link(whole, out / "graph.json")
    for name, view in (
        ("citations", citations_view),
        ("responsibility", responsibility_view),
        ("coordination", coordination_view),
    ):
        write_gexf(view(graph), out / f"{name}.gexf")


def _write(tables: Mapping[str, pa.Table], out: Path) -> None:
    for name, table in tables.items():
        write_table(table, out / name)
