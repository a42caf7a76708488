# Everything a newcomer needs: `make demo` and `make test` set themselves up.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test alone venv lint types bench learn lock clean

demo: venv  ## the whole desk on a pretend Telegram, in the browser
	$(BIN)/python -m simulator --demo

test: venv $(VENV)/layers/.installed  ## linters, types, import contracts, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(VENV)/layers/bin/lint-imports
# What is compiled once need not be compiled by each of the many processes.
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 4 --dist worksteal || { [ $$? = 1 ] && $(MAKE) --no-print-directory alone; }

alone:  ## the tests that failed, once more and one after the other: what fails now too is broken
	@echo "Once more, with nothing beside it. What passes now has lost a race, and wants mending all the same:"
	$(BIN)/python -m pytest -n 0 --last-failed --last-failed-no-failures none

venv: $(VENV)/.installed

$(VENV)/.installed: requirements/dev.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Hội nghị needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
	touch $@

$(VENV)/layers/.installed: requirements/layers.txt
	$(PYTHON) -m venv $(VENV)/layers
	$(VENV)/layers/bin/python -m pip install --quiet --require-hashes --requirement requirements/layers.txt
	touch $@

bench: venv $(VENV)/.bench  ## figures against a bare aiogram bot
	$(BIN)/python benchmarks/boot.py
	$(BIN)/python benchmarks/answers.py

$(VENV)/.bench: requirements/bench.txt
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --require-hashes --requirement requirements/bench.txt
	touch $@

learn: venv $(VENV)/.learn  ## what the second reading goes by, anew from the questions kept with the tests
	$(BIN)/python benchmarks/learn_lines.py

$(VENV)/.learn: requirements/learn.txt
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/learn.txt
	touch $@

lock:  ## renew the pinned versions (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements/dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/bench.in -o requirements/bench.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/layers.in -o requirements/layers.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/learn.in -o requirements/learn.txt

clean:
	rm -rf $(VENV) build
