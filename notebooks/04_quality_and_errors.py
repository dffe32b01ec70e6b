# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Quality and errors
#
# How well the documents could be read, what is missing in them, what chithi is in doubt about, and how often it is
# right where people have said what is right.
#
# To look at your own documents, change the line `RUN = ...` to the folder of your run.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from pipeline import load_run
from pipeline.evaluate import evaluate, total

RUN = "../build"
GOLD = "../corpus/gold"  # answers by people; only documents of the run count

assert Path(RUN, "documents.parquet").is_file(), f"There is no run in {RUN}. In the folder of chithi: make extract"
plt.style.use("chithi.mplstyle")
run = load_run(RUN)
documents = run.documents.set_index("source")


def bare(ax: plt.Axes) -> None:
    """Without the axis at the foot, for bars that bear their figures."""
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    ax.tick_params(length=0)


# %% [markdown]
# ## How well the letters were read
#
# `quality` is the share of words in small letters that can be Vietnamese; `ocr_confidence`, for scans, how sure
# Tesseract is of its words. Below 0.80 a page is worth reading again with the paper beside it. Abbreviations and
# foreign names keep even a clean text a little below 1. The documents that were read worst:


# %%
def letters(most: int = 25) -> None:
    worst = documents[["quality", "ocr_confidence"]].astype(float)
    worst = worst.loc[worst.min(axis=1).sort_values(ascending=False).index[-most:]]
    fig, ax = plt.subplots(figsize=(9, 1 + 0.28 * len(worst)))
    ax.axvline(0.8, color="#c53030", ls=":", lw=1)
    ax.plot(worst["quality"], range(len(worst)), "o", color="#2b6cb0", label="quality")
    ax.plot(worst["ocr_confidence"], range(len(worst)), "D", color="#dd6b20", label="ocr_confidence (scans)")
    ax.set_yticks(range(len(worst)), worst.index, fontsize=7.5)
    ax.set(xlim=(min(0.75, worst.min(axis=None) - 0.02), 1.005), title="How well the letters were read")
    ax.grid(True)
    fig.legend(loc="outside lower center", ncols=2)


letters()

# %% [markdown]
# ## What the documents do not say
#
# White is missing: in the document itself, or it was not found. Drafts have blank numbers and days; what is blank stays
# blank. Under each field stands how many documents have it.


# %%
def heads(most: int = 40) -> None:
    fields = ["doc_type", "number", "date", "issuer", "title", "signer_name", "signer_position", "recipients"]
    known = documents[fields].notna()
    known["recipients"] = documents["recipients"].map(np.size) > 0
    level = known.astype(float)
    level.loc[documents["date"].str.len() < 10, "date"] = 0.4
    shown = level.loc[level.sum(axis=1).sort_values(kind="stable").index[:most]]
    fig, ax = plt.subplots(figsize=(8.5, 1.6 + 0.24 * len(shown)))
    ax.imshow(np.ma.masked_equal(shown, 0), cmap="Greens", vmin=0, vmax=1.4, aspect="auto")
    ax.set_yticks(range(len(shown)), shown.index, fontsize=7.5)
    names = [f"{field}\n{known[field].sum()} of {len(known)}" for field in fields]
    ax.set_xticks(range(len(fields)), names, fontsize=7.5)
    ax.set_xticks(np.arange(len(fields)) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(shown)) - 0.5, minor=True)
    ax.grid(True, which="minor", color="white", lw=1.5)
    ax.tick_params(which="both", length=0)
    ax.set_title("What the head and the signature say (pale: a date without its day)")


heads()

# %% [markdown]
# ## How exact dates and targets are
#
# A citation is `resolved` where its target has an identity of its own, `external` where only its words are known,
# `ambiguous` where it can mean several documents.


# %%
def exactness(dates: pd.Series) -> pd.Series:
    """Day, month, year or none, by how far an ISO date goes; a day whose year is not said is none."""
    dates = dates.mask(dates.str.startswith("-", na=False))
    return dates.str.len().map({10: "day", 7: "month", 4: "year"}).fillna("none").value_counts()


def stacked(ax: plt.Axes, rows: dict[str, pd.Series], colours: dict[str, str], title: str) -> None:
    for height, (name, counts) in enumerate(reversed(rows.items())):
        before = 0.0
        for kind, colour in colours.items():
            share = counts.get(kind, 0) / max(counts.sum(), 1)
            ax.barh(height, share, left=before, color=colour, label=kind if height == 0 else None)
            if share > 0.06:
                ax.text(before + share / 2, height, f"{share:.0%}", ha="center", va="center", fontsize=8)
            before += share
    ax.set_yticks(range(len(rows)), [f"{name} ({counts.sum()})" for name, counts in reversed(rows.items())])
    ax.set_title(title, pad=22)
    bare(ax)
    ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=len(colours), borderaxespad=0)


dated = {
    "documents": exactness(run.documents["date"]),
    "citations": exactness(run.citations["date"]),
    "deadlines": exactness(run.assignments.dropna(subset="deadline")["deadline_date"]),
}
targets = {kind: some.value_counts() for kind, some in run.citations.groupby("doc_type")["status"]}
targets = dict(sorted(targets.items(), key=lambda item: -item[1].sum())[:8])
fig, (upper, lower) = plt.subplots(2, 1, figsize=(9, 5.4), height_ratios=[3, max(len(targets), 3)])
colours = {"day": "#68b984", "month": "#b7dfc4", "year": "#f6e05e", "none": "#e2e8f0"}
stacked(upper, dated, colours, "How exact the dates are")
colours = {"resolved": "#68b984", "external": "#f6e05e", "ambiguous": "#f08080"}
stacked(lower, targets, colours, "Targets of citations, by type")

# %% [markdown]
# ## What a person should look at
#
# Each issue names its place in the text. Blank numbers and open dates are the document's own; clause numbers that jump
# or stand twice may be slips of the writer or of the reading.


# %%
def issues(most: int = 25) -> None:
    counts = run.issues.groupby(["source", "code"]).size().unstack(fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False).index[:most]]
    counts = counts[counts.sum().sort_values(ascending=False).index]
    fig, ax = plt.subplots(figsize=(3.5 + 0.42 * len(counts.columns), 1.8 + 0.27 * len(counts)))
    rows, columns = np.nonzero(counts.to_numpy())
    sizes = counts.to_numpy()[rows, columns]
    ax.scatter(columns, rows, 90 + 25 * sizes, color="#f6ad55", edgecolor="white")
    for row, column, size in zip(rows, columns, sizes):
        ax.text(column, row, size, ha="center", va="center", fontsize=7)
    ax.set_yticks(range(len(counts)), counts.index, fontsize=7.5)
    names = [f"{code} ({run.issues['code'].eq(code).sum()})" for code in counts.columns]
    ax.set_xticks(range(len(names)), names, rotation=40, ha="right", rotation_mode="anchor", fontsize=8)
    ax.set(xlim=(-0.6, len(names) - 0.4), ylim=(len(counts) - 0.4, -0.6), title="Issues by document and code")
    ax.grid(True)


if len(run.issues):
    issues()

# %% [markdown]
# One of each:

# %%
run.issues.drop_duplicates("code")[["code", "source", "clause", "message"]]

# %% [markdown]
# ## How often it is right
#
# For each part the precision (how much of what was found is right) and the recall (how much of what is there was
# found), over the documents of the run that have answers in `GOLD`.


# %%
def right() -> None:
    names = {Path(source).stem for source in documents.index}
    scores = {name: parts for name, parts in evaluate(Path(GOLD), Path(RUN)).items() if name in names}
    if not scores:
        print(f"No document of this run has answers in {GOLD}.")
        return
    parts = dict(reversed([(part, score) for part, score in total(scores).items() if part != "document missing"]))
    fig, ax = plt.subplots(figsize=(9, 1.2 + 0.24 * len(parts)))
    height = np.arange(len(parts))
    precision, recall = ([getattr(score, figure) for score in parts.values()] for figure in ("precision", "recall"))
    ax.hlines(height, precision, recall, color="#cbd5e0", lw=2, zorder=1)
    ax.scatter(precision, height + 0.12, color="#2b6cb0", s=26, label="precision")
    ax.scatter(recall, height - 0.12, color="#dd6b20", s=26, label="recall")
    ax.set_yticks(height, [f"{part} ({score.gold})" for part, score in parts.items()], fontsize=7.5)
    ax.set(title=f"Against the answers for {len(scores)} documents (how many answers)", xlim=(None, 1.01))
    ax.grid(True)
    fig.legend(loc="outside lower center", ncols=2)


if Path(GOLD).is_dir():
    right()
