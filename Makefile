# Each target does all its own set-up in .venv: what runs, and for tests, lint and documentation what each of them needs.
# A stamp for each says what is there; it is made anew when pyproject.toml changes.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLE := corpora/samples/e-res-2002-19
# Two workers unless told otherwise: each takes about 600 MB.
WORKERS ?= 2

.PHONY: demo test whole check lint types imports docs pictures lock clean

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml requirements.lock | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

$(VENV)/.ready-%: pyproject.toml requirements.lock | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[$*]'
	@touch $@

demo: $(VENV)/.ready
	@$(BIN)/hexapla report $(SAMPLE) --output out/demo

test: $(VENV)/.ready-test $(VENV)/.ready-docs
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -rs

# The tests over whole records and over everything that they could be tried on, of which make test has a sample.
whole: $(VENV)/.ready-test
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -m whole -rs

# What to run before each commit: a minute on two cores. It names tests that take long and are not marked as slow.
check: lint types imports $(VENV)/.ready-test
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -m "not slow and not record and not whole"

lint: $(VENV)/.ready-lint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.ready-lint
	@$(BIN)/mypy

imports: $(VENV)/.ready-lint
	@$(BIN)/lint-imports

docs: $(VENV)/.ready-docs
	@$(BIN)/python docs/make_catalogue.py
	@$(BIN)/python docs/make_architecture.py
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs out/docs
	@echo out/docs/index.html

pictures: $(VENV)/.ready-test
	@$(BIN)/python docs/make_pictures.py

lock: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/python -m uv pip compile pyproject.toml --extra dev --universal --upgrade --no-header --quiet -o requirements.lock

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
