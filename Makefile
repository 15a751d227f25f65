# Everything a person does with this project. `make help` lists it.
PYTHON ?= $(or $(shell for p in python3 python3.13 python3.12 python3.11; do command -v $$p && break; done),python3)
BIN := .venv/bin
DEMO ?= A 20 second launch video for Lumen, a desk lamp that follows daylight, for people who work from home. Warm and confident. Ask them to order at lumen.example.

.DEFAULT_GOAL := help
.PHONY: help setup chat demo showcase cast-sheet test test-extras check fix lock audit clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

setup: ## Install everything into .venv, and the voices, fonts and browser where the system allows
	@$(PYTHON) agency/installation.py

chat: setup ## Open the agency in the browser, at http://localhost:8000
	@$(BIN)/agency chat

demo: setup ## Make a finished 20 second video from a plain-words brief
	@mkdir -p demo
	@$(BIN)/agency make "$(DEMO)" --duration 20s -o demo/lumen.mp4

showcase: setup ## Make ten short videos of made-up brands and a page of them in showcase/ (SIZE=1080p for real ones)
	@AGENCY_HOME=showcase/.home $(BIN)/agency showcase showcase --resolution $(or $(SIZE),540p)

cast-sheet: setup ## Draw every presenter with mouths, emotions, gestures and framings into demo/cast
	@$(BIN)/python -m renderers.avatar.sheet demo/cast

test: setup ## Run all tests
	@$(BIN)/python -m pytest -n 2 --dist worksteal

test-extras: setup ## Run the tests of the extras (torch and Coqui, about 7 GB) in an environment of their own, .venv-extras
	@$(BIN)/python -m agency.extra_environment
	@.venv-extras/bin/python -m pytest -p no:cacheprovider tests/renderers/speech/test_coqui_speech.py

check: setup ## Style, types and import rules; reads only
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: setup ## Mend what can be mended without thinking
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: setup ## Resolve the dependencies anew into requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --extra develop --group weights --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --quiet -o requirements.lock

audit: setup ## Look for known weaknesses in what we depend on, and write the bill of materials into sbom.json
	@$(BIN)/python -m benchmarks.dependencies audit
	@$(BIN)/python -m benchmarks.dependencies bill -o sbom.json

clean: ## Remove what was made here, the environment included
	rm -rf .venv .venv-extras .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis demo
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
