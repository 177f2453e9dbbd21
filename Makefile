# What a newcomer can do here: `make demo` shows the site, `make test` runs the tests, `make check` the linters.
# Everything is installed into .venv; nothing outside this folder is touched but, for root, Debian packages.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
export MATTERS_HOME ?= $(CURDIR)/.home

.PHONY: help demo test check format install clean

help:
	@echo "make demo    index the sample papers and serve them on http://$(HOST):$(PORT)"
	@echo "make test    run every test (with the browser, if there is one)"
	@echo "make check   formatting, lint and types"
	@echo "make format  mend the formatting"
	@echo "make clean   remove what was made here"

demo: .venv/installed
	@$(BIN)/matters index
	@$(BIN)/matters serve --host $(HOST) --port $(PORT)

test: .venv/tools
	@tests/install_browser.sh
	$(BIN)/pytest --cov --cov-report=term:skip-covered

check: .venv/tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/tools
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

install: .venv/installed

# Debian keeps `ensurepip` in a package of its own.
.venv/python:
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -q && apt-get install -qy python3-venv; } \
	|| { echo "Python cannot make virtual environments here: install the package python3-venv, then try again." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade 'pip>=25.1'  # the first that knows dependency groups
	@touch $@

.venv/installed: .venv/python pyproject.toml hatch_build.py package-lock.json
	$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/tools: .venv/installed
	$(BIN)/pip install --quiet --group test --group check
	@touch $@

clean:
	rm -rf .venv .home build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
