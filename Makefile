# Needs on the machine: Python 3.11 or newer (with venv and its C headers), a C compiler, make.
# Everything else is installed into .venv from the package registry that pip is configured for.

PYTHON ?= python3
PYTEST_ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help demo test check format record wheel-check clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

help:
	@echo "make demo         decide real requests from examples/"
	@echo "make test         run all tests (PYTEST_ARGS=... adds arguments)"
	@echo "make check        linter, formatter, types"
	@echo "make format       let the formatter and the linter correct what they can"
	@echo "make record       write the recorded texts, the shown outputs and the schemas anew"
	@echo "make wheel-check  build the wheel and use it in an empty environment"
	@echo "make clean        remove .venv and everything built"

demo: $(VENV)/.stamp-events
	$(BIN)/python examples/demo.py

test: $(VENV)/.stamp-test
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(PYTEST_ARGS)

check: $(VENV)/.stamp-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.stamp-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

record: $(VENV)/.stamp-test
	$(BIN)/python -m secrecy_rules.vocabulary
	$(BIN)/python -m secrecy_rules.schema
	RECORD_TEXTS=1 $(BIN)/python -m pytest -q tests/explain/test_texts.py tests/cli/test_docs.py tests/docs/test_readme.py tests/docs/test_regulations_page.py

wheel-check: $(VENV)/.stamp-dev
	scripts/wheel_check.sh $(BIN)/python

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests examples -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# durable_rules 2.0.28 calls a C function that Python 3.13 removed. There, its successor's name is given to
# the compiler, and a wheel that pip may have kept from a build without it is not used.
define INSTALL_DURABLE
@if $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 13))' \
	&& ! $(BIN)/python -c 'import durable.lang' 2>/dev/null; then \
	CPPFLAGS="$$CPPFLAGS -DPyEval_CallObject=PyObject_CallObject" \
	$(PIP) install --quiet --no-cache-dir --force-reinstall 'durable_rules>=2.0.28'; \
fi
endef

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "secrecy_rules needs Python 3.11 or newer; try: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "python cannot make a virtual environment: install its venv package" >&2; exit 1; }

# One stamp per set of extras; each wider set also serves the narrower ones.
$(VENV)/.stamp-events: pyproject.toml | $(BIN)/python
	$(INSTALL_DURABLE)
	$(PIP) install --quiet --editable '.[events]'
	@touch $@

$(VENV)/.stamp-test: pyproject.toml | $(BIN)/python
	$(INSTALL_DURABLE)
	$(PIP) install --quiet --editable '.[events,test]'
	@touch $(VENV)/.stamp-events $@

$(VENV)/.stamp-dev: pyproject.toml | $(BIN)/python
	$(INSTALL_DURABLE)
	$(PIP) install --quiet --editable '.[events,test,dev]'
	@touch $(VENV)/.stamp-events $(VENV)/.stamp-test $@
