"""chithi: Vietnamese official documents as tables and as a graph of citations and responsibilities.

>>> from pathlib import Path
>>> from pipeline import build_graph, extract, link, read
>>> documents = [read(path) for path in sorted(Path("corpus/sample").glob("*.txt"))]
>>> graph = build_graph(link([extract(document) for document in documents]))
>>> graph.number_of_nodes() > len(documents)
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extract import extract
from pipeline.ingest import read
from pipeline.link import link
from pipeline.model import Document, Extraction
from pipeline.results import Run, load_run, tabulate

if TYPE_CHECKING:
    from pipeline.graph.build import build_graph

__all__ = ["Document", "Extraction", "Run", "build_graph", "extract", "link", "load_run", "read", "tabulate"]


def __getattr__(name: str) -> object:
    """Load `build_graph`, and networkx and numpy with it, when it is asked for."""
    if name != "build_graph":
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    from pipeline.graph.build import build_graph

    return build_graph
