# The everyday commands. `make run` and `make test` need Python >= 3.11, make and PyPI, nothing else.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test cover lint fix bench bench-growth faults fuzz train check clients sssom text2term lock vocabularies clean

run: $(VENV)/.installed          ## serve on http://$(HOST):$(PORT), after loading what changed
	$(BIN)/vocabsvc load --if-changed
	$(BIN)/vocabsvc serve --host $(HOST) --port $(PORT)

# Tests start a hundred processes: compiled modules are kept, as Python does unless it is told otherwise.
test cover: export PYTHONDONTWRITEBYTECODE :=

test: $(VENV)/.installed-dev     ## every test
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

cover: $(VENV)/.installed-dev    ## every test, with coverage, which takes half as long again
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --cov --cov-report=term

lint: $(VENV)/.installed-dev     ## ruff, mypy strict (tests too), the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.installed-dev      ## let ruff repair what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-dev    ## load rate, start, memory, latency, relevance
	$(BIN)/python -m benchmarks

bench-growth: $(VENV)/.installed-dev ## the same at 50,000 and 300,000 synthetic concepts
	$(BIN)/python -m benchmarks growth

faults: $(VENV)/.installed-dev   ## kill 200 loads and servers that take decisions, and prove after each that nothing is lost
	$(BIN)/python -m faults

fuzz: $(VENV)/.installed-dev     ## damaged records by the thousand, SHACL engines on all records and 25,000 generated pairs
	FUZZING=1 $(BIN)/python -m pytest tests/properties/test_records.py tests/properties/test_shacl.py \
	    tests/repository/test_shacl_agreement.py

train: $(VENV)/.installed-dev    ## learn how the mapper weighs evidence again, from ../shared/data/gold
	$(BIN)/python -m training

clients:                         ## the clients from npm that tests run, if there is npm
	if command -v npm >/dev/null; then for folder in skosmos sparql; do \
	    npm ci --prefix tests/api/$$folder --ignore-scripts --no-audit --no-fund || exit 1; done; fi

sssom: $(VENV)/sssom/.installed  ## the sssom package, which a test runs, in an environment of its own

$(VENV)/sssom/.installed: requirements/sssom.txt $(VENV)/.installed
	$(BIN)/python -m venv $(VENV)/sssom
	$(VENV)/sssom/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

text2term: $(VENV)/text2term/.installed ## the peer of the mapper, which the benchmark times, in an environment of its own

$(VENV)/text2term/.installed: requirements/text2term.txt $(VENV)/.installed
	$(BIN)/python -m venv $(VENV)/text2term
	$(VENV)/text2term/bin/python -m pip install --quiet --require-hashes -r $<
	touch $@

check: lint cover                ## all that CI runs

vocabularies: $(VENV)/.installed ## rebuild vocabularies/ and mappings/ from the publishers' files
	$(BIN)/vocabsvc build --source ../shared/data/vocabularies

lock: $(VENV)/.installed-dev     ## resolve the dependencies again
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile $(UV_FLAGS) pyproject.toml --group build --output-file requirements/run.txt
	$(BIN)/uv pip compile $(UV_FLAGS) pyproject.toml --group dev --constraint requirements/run.txt \
	    --output-file requirements/dev.txt
	$(BIN)/uv pip compile $(UV_FLAGS) --group sssom --output-file requirements/sssom.txt
	$(BIN)/uv pip compile $(UV_FLAGS) --group text2term --output-file requirements/text2term.txt

UV_FLAGS := --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
            --no-emit-index-url --no-emit-find-links --no-annotate

# hatchling builds the editable install from the lock, so that nothing unpinned is fetched.
$(VENV)/.installed: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.installed-dev: requirements/dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@

clean:
	rm -rf $(VENV) var
