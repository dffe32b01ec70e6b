# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A first look
#
# What was read, when and where it was issued, what stands in it, and the graph that comes of it.
#
# A *run* is the folder that `make extract CORPUS=my-folder OUT=my-run` writes. To look at your own documents,
# change the line `RUN = ...` below to its name; all else stays.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

from pipeline import load_run

RUN = "../build"

assert Path(RUN, "documents.parquet").is_file(), f"There is no run in {RUN}. In the folder of chithi: make extract"
plt.style.use("chithi.mplstyle")
run = load_run(RUN)
documents = run.documents.assign(
    day=pd.to_datetime(run.documents["date"], format="ISO8601", errors="coerce"),
    where=run.documents["province"].fillna("Trung ương"),
    what=run.documents["doc_type"].fillna("?"),
)

# %% [markdown]
# ## The documents
#
# One row each. A number that is blank in the document is blank here: nothing is guessed.

# %%
columns = ["date", "what", "number", "issuer", "title", "n_clauses", "n_citations", "n_assignments"]
documents[columns].sort_values("date")

# %% [markdown]
# ## When, where, of what kind
#
# Each dot is a document; the larger, the more it asks somebody to do. *Trung ương* (the centre) has no province.


# %%
def timeline(documents: pd.DataFrame) -> None:
    """A line for each province, a dot for each document at its date."""
    dated = documents.dropna(subset="day")
    first = dated.groupby("where")["day"].min().sort_values(ascending=False)
    rows = {where: row for row, where in enumerate(first.index)}
    fig, ax = plt.subplots(figsize=(9, 1.4 + 0.3 * len(rows)))
    for what, some in dated.groupby("what"):
        height = some["where"].map(rows)
        size = 20 + 30 * some["n_assignments"] ** 0.5
        ax.scatter(some["day"], height, size, alpha=0.7, edgecolor="white", label=what)
    ax.set(yticks=range(len(rows)), ylim=(-0.7, len(rows) - 0.3), title="Documents by province and date")
    ax.set_yticklabels(rows)
    ax.grid(True)
    legend = fig.legend(loc="outside right upper", title="loại văn bản", alignment="left")
    for dot in legend.legend_handles:
        dot.set_sizes([45])


timeline(documents)

# %% [markdown]
# ## What stands in them
#
# A *citation* is a mention of another document, in one of several relations: the text is `based_on` it (căn cứ),
# `implements` it (thực hiện), is `guided_by` it (theo) … An *assignment* is a body that a clause tells to act: it
# leads (`lead`, chủ trì), co-operates (`coordinate`, phối hợp), and so on.


# %%
def bars(ax: plt.Axes, counts: pd.Series, title: str, colour: str) -> None:
    """Horizontal bars with their figures, the largest on top."""
    shown = counts.sort_values().tail(12)
    ax.bar_label(ax.barh(shown.index, shown, color=colour), padding=3, color="#4a5568")
    ax.set(title=title, xticks=[])
    ax.spines["bottom"].set_visible(False)
    ax.margins(x=0.12)


fig, (left, middle, right) = plt.subplots(1, 3, figsize=(11, 3.2))
bars(left, documents["what"].value_counts(), "Documents by type", "#718096")
bars(middle, run.citations["relation"].value_counts(), "Citations by relation", "#2b6cb0")
bars(right, run.assignments["role"].value_counts(), "Assignments by role", "#dd6b20")

# %% [markdown]
# ## The graph
#
# Documents, what they cite, the bodies that they call on, and provinces. The positions are those of `graph.gexf`, so
# Gephi shows the same picture. Each province gathers its own documents and bodies; what several cite stands between.

# %%
COLOURS = {"body": "#dd6b20", "cited": "#a0aec0", "document": "#2b6cb0", "province": "#2f855a"}
INK = {"body": "#7b341e", "cited": "#4a5568", "document": "#1a4971", "province": "#1c4532"}
NAMES = {"body": "body (cơ quan)", "cited": "cited document", "document": "document read", "province": "province"}


def shortened(text: str, most: int = 30) -> str:
    """A label without what stands in brackets, cut at a word."""
    text = text.split(" (")[0]
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def write_apart(ax: plt.Axes, nodes: pd.DataFrame, most: int) -> None:
    """Label nodes in their order, leaving out each label that would lie over one before it."""
    ax.figure.canvas.draw()
    taken = []
    for node in nodes.itertuples():
        label = ax.annotate(
            shortened(node.Label), (node.x, node.y), (0, 1 + node.size**0.5 / 2), textcoords="offset points",
            ha="center", fontsize=7.5, color=INK[node.type],
        )
        label.set_bbox({"facecolor": "white", "alpha": 0.7, "edgecolor": "none", "pad": 0.5})
        box = label.get_window_extent()
        if len(taken) >= most or any(box.overlaps(other) for other in taken):
            label.remove()
        else:
            taken.append(box)


def draw(nodes: pd.DataFrame, edges: pd.DataFrame, most: int = 45) -> None:
    """The graph at the positions of its nodes, with the names of provinces, documents and what most point at."""
    fig, ax = plt.subplots(figsize=(11, 10))
    least = nodes["type"].map({"document": 70, "province": 90}).fillna(12)
    nodes = nodes.assign(size=least + 8 * nodes["in_degree"], first=least)
    at = nodes.set_index("Id")[["x", "y"]]
    source, target = (at.loc[edges[end]].to_numpy() for end in ("Source", "Target"))
    ax.plot([source[:, 0], target[:, 0]], [source[:, 1], target[:, 1]], color="#a0aec0", lw=0.5, alpha=0.5, zorder=1)
    for kind, some in nodes.groupby("type"):
        look = {"color": COLOURS[kind], "label": NAMES[kind], "edgecolor": "white", "linewidth": 0.5, "zorder": 2}
        ax.scatter(some["x"], some["y"], some["size"], **look)
    ax.set_aspect("equal", adjustable="datalim")
    ax.axis("off")
    for dot in fig.legend(loc="outside upper center", ncols=4).legend_handles:
        dot.set_sizes([45])
    write_apart(ax, nodes.sort_values(["first", "in_degree"], ascending=False), most)


draw(run.nodes, run.edges)

# %% [markdown]
# ## Who and what most point at
#
# The same graph as numbers; `run.graph()` gives it to networkx.

# %%
run.nodes.query("type != 'province'").nlargest(10, "in_degree")[["Label", "type", "in_degree", "pagerank"]]

# %% [markdown]
# ## One document from beginning to end
#
# The one that asks the most: each clause, who has to act in it, and by when.

# %%
busiest = documents.loc[documents["n_assignments"].idxmax()]
print(busiest["what"].capitalize(), busiest["number"], "–", busiest["title"])
tasks = run.assignments[run.assignments["source"] == busiest["source"]]
tasks.groupby(["clause", "role"], sort=False).agg(
    bodies=("body", lambda names: ", ".join(dict.fromkeys(names))),
    deadline=("deadline", "first"),
    task=("task", "first"),
)
