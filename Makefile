# Two commands on a fresh machine: `make demo` and `make test`. Needs GNU make, Python 3.11 or
# later and a network; everything else is fetched and checked against the hashes in requirements/.
# Only a change of the editors' pages, and `make check`, need Node 20 or later as well.

VENV ?= .venv
PYTHON ?= python3
DIR ?= demo
PYTEST_ARGS ?=
# One pytest worker per core, a test file stays on one worker. Files go out in their order: the
# fewest tests, which the usual order leaves to the end, are those in a browser and take longest.
WORKERS ?= auto

# Absolute, so that a recipe may change folder.
override VENV := $(abspath $(VENV))
BIN := $(VENV)/bin
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
MUTATION := $(VENV)/.installed-mutation
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq
NODE := widgets/node_modules/.installed
NPM := npm --prefix widgets --silent
LOCKED := --require-hashes --no-deps --requirement
EDITABLE := --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo setup test browser check floors types style generated house page widgets bench mutation lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(RUN) ## Go from a register to a closed case in a new folder (DIR=demo)
	$(BIN)/workbench demo $(DIR)

setup: $(DEV) ## Install everything that working on the project needs
	@echo "ready: $(VENV)"

test: $(DEV) browser ## Run every test, browser included (PYTEST_ARGS="-k …")
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

check: floors types style generated house page ## Run every check that is not a test of behaviour

floors: $(DEV) ## Check that imports point down and each outside library has one home
	$(BIN)/lint-imports --no-logo

types: $(DEV) ## Check the types (mypy --strict)
	$(BIN)/mypy workbench
	$(BIN)/mypy scripts

style: $(DEV) ## Check layout and style, docstrings included (ruff)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

generated: $(DEV) ## Check that every generated file is what its generator writes today
	@set -e; for script in scripts/build_*.py scripts/measure_*.py; do \
	    $(BIN)/python "$$script" --check; done

house: $(DEV) ## Check the error tree, the docstrings and the house rules
	$(BIN)/python -m pytest -q tests/test_errors.py tests/test_house.py

page: $(NODE) ## Check what runs in the browser: layout, types, tests, and that it is built as committed
	$(NPM) run style
	$(NPM) run types
	$(NPM) run test
	$(NPM) run check

widgets: $(NODE) ## Build the editors' pages into the package (needs Node)
	$(NPM) run build

bench: $(DEV) ## Measure, one benchmark after another, and print the ratios
	$(BIN)/python benches/run.py

mutation: $(MUTATION) ## Change the code one thing at a time and see whether a test notices (minutes)
	$(BIN)/mutmut run --max-children 2
	$(BIN)/python scripts/mutation_score.py

lock: $(DEV) ## Renew requirements/*.txt (needs uv)
	scripts/lock.sh

clean: ## Remove the virtual environment and everything that tools left behind
	[ ! -e $(VENV)/pyvenv.cfg ] || rm -rf $(VENV)
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis \
	    build dist test-results mutants
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

browser: $(DEV)
	@$(BIN)/python scripts/bootstrap_browser.py

$(RUN): requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "installing what the workbench needs into $(VENV); about a minute, once"
	@$(PIP) $(LOCKED) requirements/run.txt
	@$(PIP) $(EDITABLE)
	@touch $@

$(DEV): requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "installing what working on the project needs into $(VENV); about a minute, once"
	@$(PIP) $(LOCKED) requirements/dev.txt
	@$(PIP) $(EDITABLE)
	@touch $(RUN) $@

$(MUTATION): requirements/mutation.txt | $(DEV)
	@$(PIP) $(LOCKED) requirements/mutation.txt
	@touch $@

$(NODE): widgets/package-lock.json
	@command -v node >/dev/null && command -v npm >/dev/null || \
	    { echo "error: Node was not found; install version 20 or later with npm, on Debian and Ubuntu: apt-get install nodejs npm" >&2; exit 1; }
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || \
	    { echo "error: Node $$(node --version) is too old; install version 20 or later" >&2; exit 1; }
	$(NPM) ci
	@touch $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || \
	    { echo "error: $(PYTHON) was not found; install Python 3.11 or later" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "error: $$($(PYTHON) --version) is too old; use: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "error: $(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
