# chithi: `make help` lists the targets, README.md explains them.
.DEFAULT_GOAL := help
.PHONY: help extract graph sql notebook evaluate coverage test lint bench train clean

CORPUS ?= corpus/sample
OUT ?= build
GOLD ?= corpus/gold
JOBS ?=
BULK ?=
TEXT ?=
Q ?=

BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check -c constraints.txt

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*##/\1:/p' Makefile | awk -F: '{ printf "  make %-10s%s\n", $$1, $$2 }'
	@echo "  Variables: CORPUS=$(CORPUS) OUT=$(OUT) JOBS=(all cores) BULK=documents.jsonl.gz TEXT=documents.jsonl.gz Q=\"SELECT ...\""

extract: .venv/installed .venv/ocr  ## read every document of CORPUS, write tables and graphs to OUT
	@$(BIN)/chithi extract "$(CORPUS)" --out "$(OUT)" $(if $(JOBS),--jobs "$(JOBS)")

graph: .venv/installed  ## make the graph in OUT again from the tables there, without reading documents
	@$(BIN)/chithi graph "$(OUT)"

sql: .venv/installed  ## ask the run in OUT: make sql Q="FROM tasks"; without Q list its tables and views
	@$(BIN)/chithi sql $(if $(Q),"$$Q") --out "$(OUT)"

notebook: .venv/installed-notebooks  ## open the notebooks in JupyterLab; they show the run in build/
	@$(BIN)/python -m jupyterlab --notebook-dir=notebooks

evaluate: extract  ## extract CORPUS, then score OUT against the gold in GOLD
	@$(BIN)/chithi evaluate "$(GOLD)" --out "$(OUT)" --floors "$(GOLD)/floors.json"

coverage: .venv/installed  ## list what looks like a document's number in CORPUS (or BULK) and was not taken
	@$(BIN)/chithi coverage "$(or $(BULK),$(CORPUS))"

test: lint .venv/ocr .venv/browser  ## check style, types and behaviour
	@$(BIN)/python -m pytest -n auto

lint: .venv/installed-dev  ## check style and types only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

bench: .venv/installed-dev  ## time every stage over BULK (JSON lines), or over the sample many times
	@$(BIN)/python -m tests.bench $(if $(BULK),"$(BULK)")

train: .venv/installed  ## learn the models in models/: bodies, clause kinds, and tones from TEXT (JSON lines, or a folder)
	@$(BIN)/python -m pipeline.learn.train_linker
	@$(BIN)/python -m pipeline.learn.train_kinds
	@$(if $(TEXT),$(BIN)/python -m pipeline.learn.train "$(TEXT)",echo "To learn tone marks too: make train TEXT=documents.jsonl.gz")

clean:  ## remove what make made
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find pipeline tests -name __pycache__ -prune -exec rm -rf {} +

.venv/installed: pyproject.toml constraints.txt | .venv/bin/pip
	@echo "Installing chithi into .venv"
	@$(INSTALL) -e .
	@touch $@

.venv/installed-dev: pyproject.toml constraints.txt | .venv/bin/pip
	@echo "Installing chithi and its test tools into .venv"
	@$(INSTALL) -e '.[dev]'
	@touch $@ .venv/installed

.venv/installed-notebooks: pyproject.toml constraints.txt | .venv/bin/pip
	@echo "Installing chithi and JupyterLab into .venv"
	@$(INSTALL) -e '.[notebooks]'
	@touch $@ .venv/installed

# Asks apt once and without questions for the packages $(1), where that is allowed; else says what they are for, $(2).
define from_apt
packages="$(1)"; root=$$([ "$$(id -u)" = 0 ] || echo "sudo -n"); \
install() { $$root env DEBIAN_FRONTEND=noninteractive apt-get -qy -o Acquire::http::Timeout=20 install $$packages; }; \
if $$root true 2>/dev/null && command -v apt-get >/dev/null && echo "Installing $$packages" && \
    { install || { $$root apt-get -q -o Acquire::http::Timeout=20 update && install; }; } >/dev/null 2>&1; then :; else \
    echo "$(2): sudo apt-get install -y $$packages" >&2; \
fi
endef

# Scans are read by Tesseract; without it all but scans is read.
.venv/ocr: | .venv/bin/pip
	@tesseract --list-langs 2>/dev/null | grep -q Vietnamese || { \
	    $(call from_apt,tesseract-ocr tesseract-ocr-vie tesseract-ocr-script-viet,To read scans too); }
	@touch $@

# The explorer is tested in Chromium; without it these tests are skipped.
.venv/browser: | .venv/bin/pip
	@command -v chromium >/dev/null || { $(call from_apt,chromium,To test the explorer too); }
	@touch $@

# The newest Python that is new enough; one that can make environments goes first.
.venv/bin/pip:
	@for name in python3.14 python3.13 python3.12 python3.11 python3; do \
	    "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    "$$name" -c 'import ensurepip' 2>/dev/null && found=$$name && break; \
	    : "$${bare:=$$name}"; \
	done; \
	if [ -z "$$found" ] && [ -n "$$bare" ]; then \
	    package=$$("$$bare" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'); \
	    echo "$$bare cannot make environments; installing $$package"; \
	    root=$$([ "$$(id -u)" = 0 ] || echo "sudo -n"); \
	    { $$root apt-get update -q && $$root env DEBIAN_FRONTEND=noninteractive apt-get install -qy "$$package"; } >/dev/null && found=$$bare || \
	    { echo "chithi needs $$package. Run: sudo apt-get install $$package" >&2; exit 1; }; \
	fi; \
	[ -n "$$found" ] || { echo "chithi needs Python 3.11 or newer. Run: sudo apt-get install python3 python3-venv" >&2; exit 1; }; \
	"$$found" -m venv --clear .venv
