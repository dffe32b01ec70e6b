# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Who does what
#
# Which bodies carry the load, who leads with whom, what is due when, what has no deadline at all; and one clause with
# its bodies and citations marked.
#
# To look at your own documents, change the line `RUN = ...` to the folder of your run.

# %%
from pathlib import Path
from textwrap import fill

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
import spacy
from spacy import displacy

from pipeline import load_run, spacy_component

RUN = "../build"

assert Path(RUN, "documents.parquet").is_file(), f"There is no run in {RUN}. In the folder of chithi: make extract"
plt.style.use("chithi.mplstyle")
run = load_run(RUN)

ROLES = {
    "lead": ("chủ trì", "#c53030"),
    "responsible": ("thực hiện", "#dd6b20"),
    "coordinate": ("phối hợp", "#d69e2e"),
    "advised": ("tham mưu", "#2b6cb0"),
    "reported_to": ("nhận báo cáo", "#a0aec0"),
}
tasks = run.assignments.merge(run.documents[["source", "date"]], on="source")
tasks["where"] = tasks["province"].fillna("trung ương")
tasks["who"] = tasks["body"] + " (" + tasks["where"] + ")"
tasks[["who", "role", "task", "deadline"]].head()

# %% [markdown]
# ## The load
#
# The clauses that name a body, by what it has to do in them. The long bars are those who carry the work; a bar that is
# mostly grey belongs to one who gets the reports.


# %%
def load(most: int = 15) -> None:
    counts = tasks.groupby(["who", "role"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(ROLES), fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values().index[-most:]]
    fig, ax = plt.subplots(figsize=(10, 1 + 0.36 * len(counts)))
    names = [fill(name, 52) for name in counts.index]
    before = 0 * counts.iloc[:, 0]
    for role, (said, colour) in ROLES.items():
        ax.barh(names, counts[role], left=before, color=colour, label=f"{role} ({said})")
        before = before + counts[role]
    ax.bar_label(ax.containers[-1], [int(total) for total in before], padding=3, color="#4a5568")
    ax.set(title="Clauses by body and role", xticks=[])
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(length=0)
    ax.legend(loc="lower right")


load()

# %% [markdown]
# ## Who leads, with whom
#
# An arrow from the body that leads or carries out a task to each that co-operates in it; wider where it happens more.
# Bodies of the same name are one here, whatever their province: this is how the offices of a province work together.


# %%
def together(most: int = 30) -> nx.DiGraph:
    """Bodies of the same clause: who leads (or else is responsible) → who co-operates."""
    graph = nx.DiGraph()
    for _, clause in tasks.groupby(["source", "part", "clause"]):
        by_role = {role: list(dict.fromkeys(some["body"])) for role, some in clause.groupby("role")}
        for head in by_role.get("lead") or by_role.get("responsible", []):
            for helper in by_role.get("coordinate", []):
                if head != helper:
                    before = graph.get_edge_data(head, helper, {"weight": 0})["weight"]
                    graph.add_edge(head, helper, weight=before + 1)
    busy = sorted(graph, key=lambda body: graph.degree(body, weight="weight"), reverse=True)[:most]
    graph = graph.subgraph(busy).copy()
    graph.remove_nodes_from(list(nx.isolates(graph)))
    return graph


def places(graph: nx.DiGraph) -> dict[str, tuple[float, float]]:
    """Near where few steps lie between; parts that are not joined stand beside each other."""
    steps = dict(nx.all_pairs_shortest_path_length(graph.to_undirected()))
    far = 1 + max((max(row.values()) for row in steps.values()), default=1) / 2
    return nx.kamada_kawai_layout(graph, dist={a: {b: steps[a].get(b, far) for b in graph} for a in graph}, weight=None)


def network(graph: nx.DiGraph) -> None:
    fig, ax = plt.subplots(figsize=(11, 9))
    place = places(graph)
    sizes = [60 + 50 * graph.degree(body, weight="weight") for body in graph]
    colours = [ROLES["lead" if graph.out_degree(body) else "coordinate"][1] for body in graph]
    widths = [1.2 * weight**0.5 for *_, weight in graph.edges(data="weight")]
    nx.draw_networkx_nodes(graph, place, node_size=sizes, node_color=colours, edgecolors="white", ax=ax)
    nx.draw_networkx_edges(graph, place, width=widths, edge_color="#a0aec0", node_size=sizes, arrowsize=9, ax=ax)
    for (body, (x, y)), size in zip(place.items(), sizes):
        down = -2 - size**0.5 / 2
        ax.annotate(fill(body, 18), (x, y), (0, down), textcoords="offset points", ha="center", va="top", fontsize=7)
    ax.axis("off")
    ax.set_title("Red leads or carries out, yellow only co-operates")


network(together())

# %% [markdown]
# ## What is due when
#
# One line for each deadline with a date, from the document that set it to the day the task is due.


# %%
def deadlines(most: int = 28) -> None:
    due = tasks.dropna(subset=["deadline_date", "date"]).drop_duplicates(["source", "part", "clause", "deadline_date"])
    due = due.assign(
        set=pd.to_datetime(due["date"], format="ISO8601", errors="coerce"),
        end=pd.to_datetime(due["deadline_date"], format="ISO8601", errors="coerce"),
    ).dropna(subset=["set", "end"])
    due = due.sort_values(["set", "end"], ascending=False).tail(most).reset_index(drop=True)
    fig, ax = plt.subplots(figsize=(10, 1 + 0.3 * len(due)))
    colours = due["role"].map({role: colour for role, (_, colour) in ROLES.items()})
    ax.hlines(due.index, due["set"], due["end"], color=colours, alpha=0.5, lw=2)
    ax.scatter(due["set"], due.index, s=14, color="#a0aec0")
    ax.scatter(due["end"], due.index, s=30, color=colours, zorder=3)
    names = [fill(f"{who}, {clause}", 60) for who, clause in zip(due["who"], due["clause"])]
    ax.set_yticks(due.index, names, fontsize=7.5)
    ax.set(title="From the document to the deadline", ylim=(-1, len(due)))
    ax.grid(True, axis="x")


deadlines()

# %% [markdown]
# ## What has no deadline
#
# The share of clauses with a task that say by when (`trước ngày …`, `trong tháng …`, `hằng năm`), in each document.

# %%
clauses = tasks.groupby(["source", "part", "clause"])["deadline"].first().notna()
share = clauses.groupby("source").mean().sort_values().tail(25)
names = run.documents.set_index("source")
labels = names["doc_type"].str.capitalize() + " " + names["number"].fillna("(no number)")
fig, ax = plt.subplots(figsize=(9, 0.8 + 0.26 * len(share)))
ax.barh(range(len(share)), 1, color="#edf2f7")
ax.bar_label(ax.barh(range(len(share)), share, color="#2f855a"), [f"{value:.0%}" for value in share], padding=3)
ax.set_yticks(range(len(share)), labels.reindex(share.index).fillna("?"))
ax.set(title="Clauses with a task that say by when", xticks=[], xlim=(0, 1.1))
ax.tick_params(length=0)

# %% [markdown]
# Tasks that somebody leads, but without a date:

# %%
tasks[(tasks["role"] == "lead") & tasks["deadline"].isna()][["who", "source", "clause", "task"]].head(10)

# %% [markdown]
# ## One clause, marked
#
# The clause with the most bodies and citations. chithi is also a pipe of spaCy: `doc.spans` holds the citations, the
# bodies and the clauses of any text; displaCy draws them.

# %%
per_clause = ["source", "part", "clause"]
own = run.assignments[~run.assignments["inherited"]].groupby(per_clause)["start"].nunique()
counts = own.mul(run.citations.groupby(per_clause).size(), fill_value=0.1)
inside = run.clauses.set_index(per_clause)["text"].str.len()
source, part, clause = counts[inside.reindex(counts.index).between(1, 900)].idxmax()

nlp = spacy.blank("xx")
nlp.add_pipe("chithi")
doc = nlp(Path(RUN, run.documents.set_index("source").loc[source, "text_file"]).read_text(encoding="utf-8"))
shown = next(span for span in doc.spans[spacy_component.CLAUSES] if span._.chithi_clause == clause)
first = shown.start_char
marks = {
    span.start_char: {"start": span.start_char - first, "end": span.end_char - first, "label": span.label_}
    for key in (spacy_component.BODIES, spacy_component.CITATIONS)
    for span in doc.spans[key]
    if first <= span.start_char and span.end_char <= shown.end_char
}
colours = {role: colour + "66" for role, (_, colour) in ROLES.items()}
colours |= {relation: "#bee3f8" for relation in run.citations["relation"].unique()}
marked = {"text": shown.text, "ents": [marks[start] for start in sorted(marks)], "title": f"{source}, {clause}"}
displacy.render(marked, style="ent", manual=True, jupyter=True, options={"colors": colours})
