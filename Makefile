# What one does with Mentordesk. `make demo` and `make test` prepare everything they need by themselves.
PYTHON ?= python3
WORKERS ?= 2
ifeq ($(OS),Windows_NT)
venv := .venv/Scripts/python.exe
else
venv := .venv/bin/python
endif

.PHONY: help demo run test lint types pytest bench bench-hostile bench-gaps pictures proofs words format lock ready ready-dev
.DEFAULT_GOAL := help

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

demo: ready ## make the sample, import, print; opens the window when there is a display
	@$(venv) main.py demo --output demo

run: ready ## open the window
	@$(venv) main.py

test: lint types pytest ## everything that must pass

lint: ready-dev ## ruff: habits and format
	@$(venv) -m ruff check
	@$(venv) -m ruff format --check

types: ready-dev ## mypy, strict
	@$(venv) -m mypy

pytest: ready-dev ## the tests, on WORKERS=2 processes
	@$(venv) -m pytest -n $(WORKERS)

format: ready-dev ## put the code into the house's format
	@$(venv) -m ruff check --fix
	@$(venv) -m ruff format

bench: ready-dev ## measure what must be fast, beside its floor
	@$(venv) -m benchmarks
	@$(venv) -m benchmarks.memory_of_pages

bench-hostile: ready-dev ## read files made to harm: their end, time and memory
	@$(venv) -m benchmarks.hostile

bench-gaps: ready-dev ## how long the window stands still during an import, and how soon cancelling works
	@$(venv) -m benchmarks.responsiveness
	@$(venv) -m benchmarks.import_window

pictures: ready-dev ## take a picture of every page, light and dark
	@$(venv) scripts/pictures.py

proofs: ready-dev ## draw every paper in every language with short, typical and extreme content; ONLY=…
	@$(venv) scripts/proofs.py $(if $(ONLY),--only $(ONLY))

words: ready-dev ## bring the catalogues in resources/i18n up to date with the code
	@$(venv) scripts/words.py

lock: ## pin the newest allowed packages (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra dev pyproject.toml -o requirements/dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  requirements/build.in -o requirements/build.txt

ready:
	@$(PYTHON) scripts/bootstrap.py

ready-dev:
	@$(PYTHON) scripts/bootstrap.py --dev
