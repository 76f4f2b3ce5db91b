# Two commands on a fresh machine: `make demo` and `make test`. Needs GNU make, Python 3.11 or
# later and a network; everything else is fetched and checked against the hashes in requirements/.

VENV ?= .venv
PYTHON ?= python3
DIR ?= demo
PYTEST_ARGS ?=
# One pytest worker per core, a test file stays on one worker.
WORKERS ?= auto

# Absolute, so that a recipe may change folder.
override VENV := $(abspath $(VENV))
BIN := $(VENV)/bin
RUN := $(VENV)/.installed-run
DEV := $(VENV)/.installed-dev
MUTATION := $(VENV)/.installed-mutation
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq
LOCKED := --require-hashes --no-deps --requirement
EDITABLE := --no-deps --no-build-isolation --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo setup test browser check floors types style generated house bench mutation lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: $(RUN) ## Go from a register to a closed case in a new folder (DIR=demo)
	$(BIN)/workbench demo $(DIR)

setup: $(DEV) ## Install everything that working on the project needs
	@echo "ready: $(VENV)"

test: $(DEV) browser ## Run every test, browser included (PYTEST_ARGS="-k …")
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(PYTEST_ARGS)

check: floors types style generated house ## Run every check that is not a test of behaviour

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

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || \
	    { echo "error: $(PYTHON) was not found; install Python 3.11 or later" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "error: $$($(PYTHON) --version) is too old; use: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "error: $(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
