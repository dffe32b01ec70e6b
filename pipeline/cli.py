"""The command `chithi`: a thin door to run.py and evaluate."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size

from pipeline.errors import ChithiError, UsageError

INTERRUPTED = 130
EXIT_CODES = f"""
exit codes:
  0  all well
  1  an unexpected error, or a score below its floor
  2  a wrong call
  3  some documents failed; the others are done
  4  nothing could be read
  5  a gazetteer has a wrong row, or a model in models/ is damaged
  6  the results could not be written
  {INTERRUPTED}  interrupted with Ctrl-C; no half file is left
"""
EXTRACT_HELP = """
examples:
  chithi extract corpus/sample                    write to build/
  chithi extract ~/directives --out ~/result      any folder, read with all folders below it
  chithi extract directive.docx --out result      a single file
  chithi extract archive --out result --jobs 2    on two cores

FOLDER may hold PDF, scans, Word, ODT, RTF, HTML and text; what a file is, its content says, not its name.
Look first at OUT/manifest.json (what was read), OUT/report.html (to explore), OUT/tasks.xlsx (who does what),
OUT/graph.gexf (for Gephi).
"""
EVALUATE_HELP = """
examples:
  chithi evaluate corpus/gold --out build                                    score a run
  chithi evaluate corpus/gold --out build --show 5                           with five slips per part
  chithi evaluate corpus/gold --out build --floors corpus/gold/floors.json   fail below the floors
  chithi evaluate corpus/gold --out build --floors corpus/gold/floors.json --pin   raise them to this run

GOLD holds NAME.gold.json files; NAME is the name of the document without its suffix.
"""


COMPARE_HELP = """
examples:
  chithi compare build                     compare the provinces of a run; write the tables beside its own
  chithi compare build --today             over the 34 provinces since 2025-07-01

Writes province_documents (who builds on which national document, how soon), province_similarity, and text_reuse
(clauses that provinces share nearly word for word), as Parquet and CSV; with --today their names end in _2025.
"""
COVERAGE_HELP = """
examples:
  chithi coverage ~/directives             what looks like a number and was not taken for a citation
  chithi coverage documents.jsonl.gz       the same for JSON lines with a "text" each

Each shape of what was left is listed once, digits as 9, with an example in its context.
"""


SQL_HELP = """
examples:
  chithi sql                                                   list tables and views with their columns
  chithi sql "SELECT * FROM bodies_load ORDER BY n_lead DESC"   who leads most
  chithi sql "FROM tasks WHERE due IS NULL" --csv > tasks.csv   the whole answer as CSV
  chithi sql "FROM issues_by_code" --out result                ask another run

The SQL is DuckDB's. Questions only read; README.md and pipeline/sql/QUESTIONS.md have ready ones.
"""


GRAPH_HELP = """
examples:
  chithi graph build      after the tables in build/ were corrected by hand, or with a newer chithi

Reads documents, citations and assignments (.parquet) in OUT and writes nodes, edges, cocitation, coupling and all graph
files again. No document is read.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the answer is the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except ChithiError as error:
        print(f"chithi: {error}\n{error.advice}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("chithi: interrupted; run it again to have everything", file=sys.stderr)
        return INTERRUPTED


def _extract(options: argparse.Namespace) -> int:
    from pipeline.manifest import summary
    from pipeline.progress import progress
    from pipeline.run import run

    manifest = run(options.folder, options.out, options.jobs, progress())
    print(summary(manifest, options.out))
    return manifest.exit_code


def _compare(options: argparse.Namespace) -> int:
    from pipeline.compare.store import write_comparison
    from pipeline.results import load_run

    for name, rows in write_comparison(load_run(options.out), options.out, options.today).items():
        print(f"{options.out / name}: {rows} rows")
    return 0


def _graph(options: argparse.Namespace) -> int:
    from pipeline.run import rebuild_graph

    seconds = rebuild_graph(options.out)
    print(f"graph of {options.out} made again in {sum(seconds.values()):.1f} s; look next at {options.out}/graph.gexf")
    return 0


def _coverage(options: argparse.Namespace) -> int:
    from pipeline.coverage import cover, extractions_of, report

    print(report(cover(extractions_of(options.corpus)), options.show))
    return 0


def _sql(options: argparse.Namespace) -> int:
    from pipeline.sql import describe, show, write_csv

    if not options.query:
        print(describe(options.out))
    elif options.csv:
        write_csv(options.query, options.out, sys.stdout)
    else:
        show(options.query, options.out, get_terminal_size().columns)
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from pipeline.evaluate import check_floors, evaluate, pin_floors, report

    if options.pin and not options.floors:
        raise UsageError("--pin needs --floors FILE")
    scores = evaluate(options.gold, options.out)
    print(report(scores, options.show))
    if options.pin:
        pin_floors(scores, options.gold, options.floors)
    elif options.floors:
        check_floors(scores, options.gold, options.floors)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chithi",
        description="Turns Vietnamese official documents into tables and a graph of citations and responsibilities.",
        epilog="Each command has help of its own: chithi extract --help" + "\n" + EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, summary: str, epilog: str) -> argparse.ArgumentParser:
        raw = argparse.RawDescriptionHelpFormatter
        return commands.add_parser(name, help=summary, description=summary, epilog=epilog, formatter_class=raw)

    extract = command("extract", "Read every document of a folder; write tables, graphs and a manifest.", EXTRACT_HELP)
    extract.add_argument("folder", metavar="FOLDER", type=Path, help="folder of documents, or one document")
    extract.add_argument("--out", type=Path, default=Path("build"), help="folder for the results (default: build)")
    extract.add_argument("--jobs", type=_positive, metavar="N", help="worker processes (default: one per core)")
    extract.set_defaults(command=_extract)

    evaluate = command("evaluate", "Score a run against hand-made answers.", EVALUATE_HELP)
    evaluate.add_argument("gold", metavar="GOLD", type=Path, help="folder of NAME.gold.json files")
    evaluate.add_argument("--out", type=Path, default=Path("build"), help="folder of the run (default: build)")
    evaluate.add_argument("--show", type=int, default=0, metavar="N", help="list the first N slips of every part")
    evaluate.add_argument("--floors", type=Path, metavar="FILE", help="fail where a score is below its floor in FILE")
    evaluate.add_argument("--pin", action="store_true", help="raise the floors in FILE to the scores of this run")
    evaluate.set_defaults(command=_evaluate)

    graph = command("graph", "Make the graph again from the tables of a run, without reading documents.", GRAPH_HELP)
    graph.add_argument("out", metavar="OUT", type=Path, help="folder of the run")
    graph.set_defaults(command=_graph)

    sql = command("sql", "Ask the tables of a run in SQL.", SQL_HELP)
    sql.add_argument("query", metavar="QUERY", nargs="?", help="one SELECT; without it tables and views are listed")
    sql.add_argument("--out", type=Path, default=Path("build"), help="folder of the run (default: build)")
    sql.add_argument("--csv", action="store_true", help="print all rows as CSV instead of a table")
    sql.set_defaults(command=_sql)

    compare = command("compare", "Compare the provinces of a run.", COMPARE_HELP)
    compare.add_argument(
        "out", metavar="OUT", nargs="?", type=Path, default=Path("build"), help="folder of the run (default: build)"
    )
    compare.add_argument("--today", action="store_true", help="provinces and bodies as they are since 2025-07-01")
    compare.set_defaults(command=_compare)

    coverage = command("coverage", "List what looks like a document's number and was not taken.", COVERAGE_HELP)
    coverage.add_argument("corpus", metavar="CORPUS", type=Path, help="folder, document or JSON lines (may be gzipped)")
    coverage.add_argument("--show", type=int, default=40, metavar="N", help="list the N commonest shapes (default: 40)")
    coverage.set_defaults(command=_coverage)
    return parser


def _positive(text: str) -> int:
    if text.isdecimal() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"{text} is not a number above 0")


if __name__ == "__main__":
    sys.exit(main())
