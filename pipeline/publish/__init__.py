"""The last room: tables, graph files, the follow-up sheet, texts. Every file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.graph import Graph
from pipeline.graph.views import citations_view, responsibility_view
from pipeline.model import Extraction
from pipeline.publish.gexf import write_gexf
from pipeline.publish.graphml import write_graphml
from pipeline.publish.tables import make_tables, write_table
from pipeline.publish.texts import write_texts
from pipeline.publish.xlsx import write_tasks


def publish(extractions: Sequence[Extraction], graph: Graph, out: Path) -> None:
    """Write all files of a run but its manifest to the folder `out`. The same input gives the same bytes.

    Raises OSError where a file cannot be written.
    """
    text_files = write_texts(extractions, out)
    for name, table in make_tables(extractions, graph, text_files).items():
        write_table(table, out / name)
    write_gexf(graph, out / "graph.gexf")
    write_gexf(citations_view(graph), out / "citations.gexf")
    write_gexf(responsibility_view(graph), out / "responsibility.gexf")
    write_graphml(graph, out / "graph.graphml")
    write_tasks(extractions, out / "tasks.xlsx")
