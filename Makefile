# The doors of the house. Each sets up by itself what it needs, from nothing but Python 3.11 or later.
# On Windows, where make is rare, README.md gives the same doors as plain commands.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# The first Python here that the locks serve.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1 && { echo $$name; break; }; done)
INSIDE := .venv/bin/python
READY := .venv/ready
CATALOGUES := $(sort $(wildcard assets/locale/*/LC_MESSAGES/*.po))
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# Everything that runs the application compiles it first: a machine may be set not to do so by itself.
COMPILE := $(INSIDE) -m compileall -q main.py app ui injection_plan

.PHONY: help setup run test coverage lint format bench torture words clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

setup: $(READY) ## make .venv and install what is locked (the second call is instant)

$(READY): requirements.lock requirements-dev.lock docs/development/set_up.py
	@python=$(PYTHON); [ -n "$$python" ] || { echo "Python 3.11, 3.12, 3.13 or 3.14 is needed and was not found."; exit 1; }; \
	$$python docs/development/set_up.py

run: $(READY) ## open the application; without a display, play the practice case off screen
	@$(COMPILE)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(INSIDE) main.py; \
	else \
		mkdir -p out/screens && \
		$(OFFSCREEN) $(INSIDE) main.py --data out/data \
			practice --play --full --record out/practice-record.pdf --screens out/screens && \
		echo "No display was found, so the practice case was played off screen." && \
		echo "Record:      $(CURDIR)/out/practice-record.pdf" && \
		echo "Screenshots: $(CURDIR)/out/screens" && \
		echo "Cases:       main.py --data $(CURDIR)/out/data cases"; \
	fi

# The files are shared by three processes, one more than there may be cores: much of a test of windows is waiting.
SHARED := -n 3 --dist loadfile

test: coverage ## run every test, off screen; the procedure's own with every branch of it reached
	@$(OFFSCREEN) $(INSIDE) -m pytest $(SHARED) --ignore=tests/injection_plan --ignore=tests/stories

coverage: $(READY) ## run the tests of the procedure; a line or branch of it that none of them reaches fails
	@mkdir -p out
	@$(OFFSCREEN) $(INSIDE) -m pytest -q $(SHARED) tests/injection_plan tests/stories \
		--cov=injection_plan --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

lint: $(READY) ## ruff, mypy, the walls between the rooms, and a report of sizes
	@$(INSIDE) -m ruff check .
	@$(INSIDE) -m ruff format --check .
	@$(INSIDE) -m mypy
	@.venv/bin/lint-imports
	@$(INSIDE) -m tests.walls.sizes

format: $(READY) ## lay the code out as lint wants it
	@$(INSIDE) -m ruff check --fix .
	@$(INSIDE) -m ruff format .

bench: $(READY) ## measure speed and memory, as ratios
	@$(COMPILE)
	@$(INSIDE) -m tests.bench

torture: $(READY) ## kill the real windows 200 times and see that nothing shown as stored is missing
	@$(COMPILE)
	@$(INSIDE) -m tests.torture

words: $(READY) $(CATALOGUES:.po=.mo) ## compile the catalogues that have changed

%.mo: %.po
	@$(INSIDE) -m babel.messages.frontend --quiet compile --input-file $< --output-file $@
	@echo "compiled $@"

clean: ## remove what was made here, but not .venv
	@rm -rf out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
