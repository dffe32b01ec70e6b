"""A run as notebooks want it: its tables as pandas data frames, its graph as networkx."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.model import Extraction

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import pyarrow as pa


@dataclass(frozen=True, eq=False)
class Run:
    """The tables of a run, with the columns of `pipeline.tables.columns`; an absent value is missing (NaN)."""

    documents: pd.DataFrame
    clauses: pd.DataFrame
    citations: pd.DataFrame
    assignments: pd.DataFrame
    issues: pd.DataFrame
    nodes: pd.DataFrame
    edges: pd.DataFrame

    def graph(self) -> nx.MultiDiGraph[str]:
        """The graph of these documents, citations and assignments, as `build_graph` gives it; so a part of a run has
        a graph of its own: `dataclasses.replace(run, documents=run.documents.query(...)).graph()`.
        """
        import pyarrow as pa

        from pipeline.graph.build import TABLES, finished, graph_of
        from pipeline.tables import columns

        schemas = {name: getattr(columns, name.upper()) for name in TABLES}
        tables = {
            name: pa.Table.from_pandas(getattr(self, name), schema, preserve_index=False)
            for name, schema in schemas.items()
        }
        return finished(graph_of(tables)).to_networkx()


def load_run(out: Path | str) -> Run:
    """The run whose files stand in the folder `out`. Raises UsageError where one of its tables is missing."""
    import pyarrow.parquet as pq

    paths = {name: Path(out, f"{name}.parquet") for name in _names()}
    if missing := [path.name for path in paths.values() if not path.is_file()]:
        raise UsageError(f"{out} is not the folder of a run: it has no {missing[0]}")
    return _run({name: pq.read_table(path) for name, path in paths.items()})


def tabulate(extractions: Sequence[Extraction]) -> Run:
    """The same tables from linked extractions in memory; nothing is written."""
    import pyarrow as pa

    from pipeline.graph.build import finished, graph_of
    from pipeline.publish.gephi import gephi_batches
    from pipeline.tables import columns
    from pipeline.tables.make import make_tables
    from pipeline.tables.texts import text_files

    tables = make_tables(extractions, text_files(extractions))
    nodes, edges = gephi_batches(finished(graph_of(tables)))
    tables["nodes"] = pa.Table.from_batches(nodes, columns.NODES)
    tables["edges"] = pa.Table.from_batches(edges, columns.EDGES)
    return _run(tables)


def _run(tables: Mapping[str, pa.Table]) -> Run:
    return Run(**{name: tables[name].to_pandas() for name in _names()})


def _names() -> list[str]:
    return [field.name for field in fields(Run)]
