"""The files that others read: graphs, follow-up sheet, XML, linked data, explorer. Each appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pyarrow as pa

from pipeline.graph import Graph
from pipeline.graph.build import Findings, finished
from pipeline.graph.similar import similar_documents
from pipeline.graph.today import of_today, with_places
from pipeline.graph.views import citations_view, coordination_view, provinces_view, responsibility_view
from pipeline.model import Extraction
from pipeline.publish.akn import write_akn
from pipeline.publish.gephi import write_gephi
from pipeline.publish.gexf import write_gexf
from pipeline.publish.graphml import write_graphml
from pipeline.publish.nodelink import write_node_link
from pipeline.publish.rdf import write_turtle
from pipeline.publish.report import write_report
from pipeline.publish.xlsx import write_tasks
from pipeline.tables.make import make_tables
from pipeline.tables.store import write_table
from pipeline.tables.texts import text_files, write_texts

TODAY = "today"
"""The folder of the views that are rolled up to the provinces and bodies of today."""


def publish_tables(
    extractions: Sequence[Extraction], out: Path, files: Mapping[str, Path] | None = None
) -> dict[str, pa.Table]:
    """Write texts, tables and tasks.xlsx to the folder `out`; the answer is the tables by name.

    `files`: source → the file it was read from, for the links in tasks.xlsx. The same input gives the same bytes,
    links apart, which lead from `out` to the file. Raises OSError where a file cannot be written.
    """
    text_files = write_texts(extractions, out)
    tables = make_tables(extractions, text_files)
    _write(tables, out)
    write_tasks(extractions, out / "tasks.xlsx", text_files, files)
    return tables


def publish_documents(extractions: Sequence[Extraction], out: Path) -> None:
    """Write each document as XML, all as linked data, and the explorer to `out`.

    Raises OSError where a file cannot be written.
    """
    texts = text_files(extractions)
    write_akn(extractions, out, texts)
    write_turtle(extractions, out / "graph.ttl")
    write_report(extractions, out / "report.html", texts)


def publish_graph(found: Findings, out: Path) -> None:
    """Write the graph, its views, and these rolled up to today, to the folder `out`.

    Two files at a time: what takes long goes on outside of Python. Raises OSError where a file cannot be written.
    """
    with ThreadPoolExecutor(2) as pool:
        graph = found.graph()
        whole = pool.submit(finished, graph)
        tasks = [pool.submit(_write_citations, graph, out)]
        tasks += [pool.submit(task) for task in _views(found, graph, out)]
        tasks += [pool.submit(write, whole.result(), path) for write, path in _files(out)]
        tasks.append(pool.submit(_write_similar, graph, out))
        _wait(tasks)
        del graph, whole, tasks  # before the next one is made
        now = of_today(found)
        _wait([pool.submit(task) for task in _views(now, now.graph(), out / TODAY)])


def _files(out: Path) -> Iterator[tuple[Callable[[Graph, Path], None], Path]]:
    """The files of the whole graph."""
    yield write_gexf, out / "graph.gexf"
    yield write_graphml, out / "graph.graphml"
    yield write_node_link, out / "graph.json"
    yield write_gephi, out


def _views(found: Findings, graph: Graph, out: Path) -> Iterator[Callable[[], None]]:
    """A task for the file of every view but the citations."""
    views = {
        "responsibility": partial(responsibility_view, graph),
        "provinces": partial(provinces_view, found),
        "coordination": partial(coordination_view, graph),
    }
    for name, view in views.items():
        yield partial(_write_view, view, out / f"{name}.gexf")


def _write_citations(graph: Graph, out: Path) -> None:
    """Write the citations, then the same again with today's provinces: no document takes the place of another."""
    view = citations_view(graph)
    write_gexf(view, out / "citations.gexf")
    write_gexf(replace(view, nodes=with_places(view.nodes)), out / TODAY / "citations.gexf")


def _write_view(view: Callable[[], Graph], path: Path) -> None:
    write_gexf(view(), path)


def _write_similar(graph: Graph, out: Path) -> None:
    _write(similar_documents(graph), out)


def _wait(tasks: Iterable[Future[None]]) -> None:
    """Until all are done; the error of the first that failed."""
    for task in tasks:
        task.result()


def _write(tables: Mapping[str, pa.Table], out: Path) -> None:
    for name, table in tables.items():
        write_table(table, out / name)
