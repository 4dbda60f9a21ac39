# Each target does all its own set-up in .venv: what runs, and for tests, lint and documentation what each of them needs.
# A stamp for each says what is there; it is made anew when pyproject.toml or a lock changes.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SAMPLE := corpora/samples/e-res-2002-19
# Two workers unless told otherwise: each takes about 600 MB.
WORKERS ?= 2
# Compiled modules are kept between runs, in one folder beside the code's own, also where the environment lets none be written beside
# the modules: without them each worker compiles every module and test anew, which takes seconds.
PYTEST := PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=$(CURDIR)/.cache/bytecode $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

.PHONY: demo test whole check fast lint types imports docs pictures lock clean

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

# Every file that is installed must have the checksum that the lock names, which holds all of them: nothing is looked up. What is run is
# compiled when it is run first. The project itself is then added.
HASHED := -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes --requirement
OWN := -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --no-build-isolation --editable .

$(VENV)/.ready: pyproject.toml requirements-core.lock | $(VENV)/bin/python
	@$(BIN)/python $(HASHED) requirements-core.lock
	@$(BIN)/python $(OWN)
	@touch $@

$(VENV)/.ready-dev: pyproject.toml requirements.lock | $(VENV)/bin/python
	@$(BIN)/python $(HASHED) requirements.lock
	@$(BIN)/python $(OWN)
	@touch $@

demo: $(VENV)/.ready
	@$(BIN)/hexapla report $(SAMPLE) --output out/demo

test: $(VENV)/.ready-dev
	@$(PYTEST) -rs

# The tests over whole records and over everything that they could be tried on, of which make test has a sample.
whole: $(VENV)/.ready-dev
	@$(PYTEST) -m whole -rs

# What to run before each commit: under a minute on two cores. It names tests that take long and are not marked as slow.
# Types are checked beside the tests.
check: lint imports
	@$(MAKE) --no-print-directory --jobs 2 types fast

fast: $(VENV)/.ready-dev
	@$(PYTEST) -m "not slow and not record and not whole"

lint: $(VENV)/.ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	@$(BIN)/mypy

imports: $(VENV)/.ready-dev
	@$(BIN)/lint-imports

docs: $(VENV)/.ready-dev
	@$(BIN)/python docs/make_catalogue.py
	@$(BIN)/python docs/make_architecture.py
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs out/docs
	@echo out/docs/index.html

pictures: $(VENV)/.ready-dev
	@$(BIN)/python docs/make_pictures.py

# For every Python from 3.11 on and every system; the core in the versions of the whole.
COMPILE := -m uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet
lock: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/python $(COMPILE) --extra dev --upgrade -o requirements.lock
	@$(BIN)/python $(COMPILE) --extra build --constraint requirements.lock -o requirements-core.lock

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .cache/bytecode
