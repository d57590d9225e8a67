# What this project can do: `make help` lists it.  The work is in scripts/, one job each.
# `make run` and `make test` need nothing but Python 3.10, and Node.js for the web page:
# they set up what is missing.

PY := .venv/bin/python
export RASA_TELEMETRY_ENABLED := false
# Rasa pins SQLAlchemy 1.4, whose notice on 2.0 is nothing that we could act on.
export SQLALCHEMY_SILENCE_UBER_WARNING := 1

.DEFAULT_GOAL := help
# The parts of `make test` run in the order in which they are listed.
.NOTPARALLEL:
.PHONY: help install install-full lock check format knowledge train widget run run-slack \
	chat ask services test unit validate test-core test-nlu test-rasa pytest bench bench-quick \
	profile clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

install: .venv/installed-default ## set up .venv (the others do it when needed)

install-full: install .venv/installed-full ## add TensorFlow, for DIET and TED (2 GB)

.venv/installed-default: requirements/default.lock scripts/install.py
	@sh scripts/python310.sh -m scripts.install default

.venv/installed-%: requirements/%.lock .venv/installed-default
	@sh scripts/python310.sh -m scripts.install $*

lock: ## renew requirements/*.lock after a change to an .in file
	@sh scripts/python310.sh -m scripts.lock

run: train widget ## start the assistant with its web page, and say where it is
	@$(PY) -m scripts.serve

# The settings first: whoever forgot a token needn't wait for the model to say so.
run-slack: install ## start the assistant with its web page and in Slack
	@$(PY) -m scripts.serve_slack --check
	@$(MAKE) --no-print-directory train widget
	@$(PY) -m scripts.serve_slack

chat: train ## talk with the assistant in the terminal
	@$(PY) -m scripts.chat

ask: export QUESTION = $(value Q)
ask: train ## answer one question: make ask Q="who funds CAMP"
	@$(PY) -m scripts.ask

train: install ## train the model, if something that it is made from has changed
	@$(PY) -m scripts.train

widget: install ## bring what the web widget needs from npm, if its lock has changed
	@$(PY) -m scripts.widget

knowledge: install ## check knowledge/ and the glossary and list every problem in them
	@$(PY) -m partners.check
	@$(PY) -m partners.glossary

check: .venv/installed-test knowledge ## check format, lint, types and knowledge
	@$(PY) -m ruff format --check --quiet . || (echo "run: make format"; exit 1)
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy

format: .venv/installed-test ## put the code into its format
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

test: services check unit validate test-core test-nlu test-rasa pytest ## everything that CI runs

services: ## install the system packages that tests need
	@sh scripts/services.sh

unit: .venv/installed-test ## the fast tests: seconds, without Rasa
	@$(PY) -m pytest -q -m "not slow"

validate: install ## check the training data as Rasa sees it
	@$(PY) -m scripts.logged validate -- rasa data validate --fail-on-warnings

# --e2e: without it the texts are not read at all, only the intents beside them.
test-core: train ## check the conversations in tests/conversations
	@$(PY) -m scripts.logged test-core -- rasa test core --e2e --stories tests/conversations \
		--fail-on-prediction-errors --model models/partners.tar.gz --out results/core

test-nlu: train ## check the intents of tests/nlu, which is not trained on
	@$(PY) -m scripts.held_out

test-rasa: train ## run plain `rasa test`, as a developer would type it
	@$(PY) -m scripts.logged test-rasa -- rasa test --fail-on-prediction-errors

pytest: train widget .venv/installed-test ## every test, with the questions to a real server
	@$(PY) -m pytest

bench: install ## measure us, stock Rasa and nlp.js: results/bench.md (20 minutes)
	@$(PY) -m benchmarks.bench

bench-quick: install ## measure us only, beside the others' last figures (3 minutes)
	@$(PY) -m benchmarks.bench --quick

profile: train ## show where the time of a question goes
	@$(PY) -W ignore -m benchmarks.profiling

clean: ## remove everything that these commands made, except what they installed
	@rm -rf models results logs .rasa .cache .pytest_cache .mypy_cache .ruff_cache
