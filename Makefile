# Two commands: `make run` starts Tremplin, `make test` installs what the tests need and passes them all.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test lint vendor help

help:
	@echo "make run     démarrer Tremplin (SQLite, rien à configurer)"
	@echo "make test    installer ce qu'il faut aux tests et les passer tous"
	@echo "make lint    vérifier le style du code"
	@echo "make vendor  remettre à jour static/vendor"

run: .venv/product
	@$(BIN)/python app.py serve

test: .venv/tests lint
	@scripts/install-test-tools
	@$(BIN)/python -m pytest

lint: .venv/tests
	@$(BIN)/ruff check .

vendor: .venv/tests
	@$(BIN)/python scripts/vendor.py

.venv/made:
	@scripts/make-venv $(PYTHON)
	@touch $@

.venv/product: .venv/made requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/tests: .venv/product requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
