# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Citations across provinces
#
# Which national documents do provinces build on, how soon after their date, which provinces build on the same, and
# which clauses do they share nearly word for word: how policy travels.
#
# To look at your own documents, change the line `RUN = ...` to the folder of your run.

# %%
from html import escape
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import HTML

from pipeline import compare, load_run

RUN = "../build"

assert Path(RUN, "documents.parquet").is_file(), f"There is no run in {RUN}. In the folder of chithi: make extract"
plt.style.use("chithi.mplstyle")
run = load_run(RUN)
cited = compare.province_documents(run)
cited.head()

# %% [markdown]
# ## Who builds on what
#
# A row for each province, a column for each national document, darker where more of the province's documents cite it.
# Neighbouring rows cite much the same; documents that only one province cites are counted in the last column.


# %%
def by_likeness(matrix: pd.DataFrame) -> list[str]:
    """The provinces in a chain: after each the one that is most like it."""
    like = compare.province_similarity(run)
    left = list(matrix.sum(axis=1).sort_values(ascending=False).index)
    chain = [left.pop(0)] if left else []
    while left:
        chain.append(like.loc[chain[-1], left].idxmax())
        left.remove(chain[-1])
    return chain


def shortened(name: str, most: int = 46) -> str:
    """A name cut at a word; the date behind it goes first."""
    if len(name) > most:
        name = name.rsplit(" (", 1)[0]
    return name if len(name) <= most else name[:most].rsplit(" ", 1)[0] + " …"


def heat_map(most: int = 24) -> None:
    matrix = compare.province_document_matrix(run)
    spread = (matrix > 0).sum()
    shared = spread[spread > 1].sort_values(ascending=False, kind="stable").index[:most]
    alone = matrix.loc[:, spread == 1].gt(0).sum(axis=1)
    names = cited.drop_duplicates("target_id").set_index("target_id")["document"]
    rows = by_likeness(matrix)
    shown = matrix.loc[rows, shared]
    fig, ax = plt.subplots(figsize=(3 + 0.42 * (len(shared) + 1), 2.6 + 0.34 * len(rows)))
    top = max(shown.to_numpy().max(initial=1), 3)
    ax.imshow(np.ma.masked_equal(shown, 0), cmap="Blues", vmin=-1, vmax=top, aspect="auto")
    for (row, column), count in np.ndenumerate(shown.to_numpy()):
        if count:
            ax.text(column, row, count, ha="center", va="center", color="white", fontsize=8)
    for row, count in enumerate(alone[rows]):
        ax.text(len(shared) + 0.2, row, f"+{count}", ha="center", va="center", color="#718096", fontsize=8)
    ax.set(xlim=(-0.5, len(shared) + 0.7), title="Documents of a province that cite a national document")
    labels = [*names[shared].map(shortened), "cited by this province alone"]
    slanted = {"rotation": 40, "ha": "right", "rotation_mode": "anchor", "fontsize": 8}
    ax.set_xticks([*range(len(shared)), len(shared) + 0.2], labels, **slanted)
    ax.set_yticks(range(len(rows)), rows)
    ax.set_xticks(np.arange(len(shared)) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(rows)) - 0.5, minor=True)
    ax.grid(True, which="minor")
    ax.tick_params(which="both", length=0)


heat_map()

# %%
compare.shared_documents(run)[["document", "spread", "n_provinces", "n_mentions", "provinces"]].head(10)

# %% [markdown]
# ## How soon
#
# Days between the date of a national document and the first document of the province that cites it. Short lags are
# answers to a new instruction; long ones are the laws and decrees that stand behind everyday work.


# %%
def lags() -> None:
    known = cited.dropna(subset="lag_days").query("lag_days > 0")
    order = known.groupby("province")["lag_days"].median().sort_values(ascending=False)
    fig, ax = plt.subplots(figsize=(9, 1.5 + 0.32 * len(order)))
    types = r"^(Luật|Nghị quyết|Nghị định|Chỉ thị|Quyết định|Thông tư)"
    kinds = known["document"].str.extract(types)[0].fillna("khác")
    rows = known["province"].map({province: row for row, province in enumerate(order.index)})
    rows = rows + (known.groupby("province").cumcount() % 3 - 1) * 0.13
    for kind in sorted(kinds.unique(), key=lambda kind: (kind == "khác", kind)):
        some = kinds == kind
        days = known.loc[some, "lag_days"].astype(float)
        ax.scatter(days, rows[some], s=34, alpha=0.8, edgecolor="white", label=kind)
    ax.scatter(order, range(len(order)), s=260, marker="|", color="#1a202c", label="median")
    marks = {1: "a day", 7: "a week", 30: "a month", 91: "3 months"}
    marks |= {365: "a year", 1096: "3 years", 3652: "10 years"}
    ax.set(xscale="log", title="From the national document to the province that cites it")
    ax.set_xticks(list(marks), list(marks.values()))
    ax.minorticks_off()
    ax.set_yticks(range(len(order)), order.index)
    ax.set_xlim(0.8, 1.6 * known["lag_days"].max())
    ax.grid(True)
    fig.legend(loc="outside right upper")


lags()

# %% [markdown]
# The quickest answers:

# %%
quick = cited.dropna(subset="lag_days").nsmallest(8, "lag_days")
quick[["province", "document", "document_date", "first_date", "lag_days"]]

# %% [markdown]
# ## Provinces that resemble each other
#
# On the left by the national documents they cite, on the right by the words of their tasks (cosine, 1 is the same). Two
# provinces may answer different documents with the same tasks, and the other way round.


# %%
def similarity(ax: plt.Axes, table: pd.DataFrame, title: str) -> None:
    rows = [province for province in by_likeness(compare.province_document_matrix(run)) if province in table.index]
    values = table.loc[rows, rows].to_numpy(dtype=float, copy=True)
    np.fill_diagonal(values, np.nan)
    ax.imshow(values, cmap="Greens", vmin=0, vmax=max(0.5, np.nanmax(values)))
    ax.set_xticks(range(len(rows)), rows, rotation=45, ha="right", rotation_mode="anchor")
    ax.set_yticks(range(len(rows)), rows)
    ax.tick_params(length=0)
    ax.set_title(title)
    for (row, column), value in np.ndenumerate(values):
        if value >= 0.1:
            colour = "white" if value > 0.3 else "#2d3748"
            ax.text(column, row, f"{value:.1f}", ha="center", va="center", fontsize=7, color=colour)


fig, (left, right) = plt.subplots(1, 2, figsize=(11, 5))
similarity(left, compare.province_similarity(run), "By the documents they cite")
similarity(right, compare.province_similarity(run, of="tasks"), "By the words of their tasks")

# %% [markdown]
# ## The same words
#
# Clauses of two provinces that share most of their words, the earlier on the left; what both say is in bold.
# `boilerplate` marks formulas that every document ends with. Raise `threshold` in a large corpus.

# %%
reuse = compare.text_reuse(run, threshold=0.5)
print(len(reuse), "pairs,", int(reuse["boilerplate"].sum()), "of them boilerplate")


def marked(text: str, other: str) -> str:
    """The text as HTML, with each word in bold that stands in the other text too, whatever its case."""
    words = {word.strip(".,;:").lower() for word in other.split()}
    return " ".join(
        f"<b>{escape(word)}</b>" if word.strip(".,;:").lower() in words else f"<span>{escape(word)}</span>"
        for word in text.split()
    )


def side_by_side(pairs: pd.DataFrame) -> HTML:
    rows = "".join(
        f"<tr><th colspan=2>{escape(str(pair.province_a))}, {pair.date_a}, clause {escape(str(pair.clause_a))} → "
        f"{escape(str(pair.province_b))}, {pair.date_b}, clause {escape(str(pair.clause_b))}: {pair.score:.2f}</th></tr>"
        f"<tr><td>{marked(pair.text_a, pair.text_b)}</td><td>{marked(pair.text_b, pair.text_a)}</td></tr>"
        for pair in pairs.itertuples()
    )
    style = "table.reuse td {width: 50%; text-align: left; vertical-align: top} table.reuse th {text-align: left}"
    return HTML(f"<style>{style} table.reuse span {{color: #c05621}}</style><table class=reuse>{rows}</table>")


side_by_side(reuse.sort_values(["boilerplate", "score"], ascending=[True, False]).head(4))
