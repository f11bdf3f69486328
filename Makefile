# Les deux commandes à connaître : « make run » et « make test ». Aucune ne pose de question, aucune ne demande d’être root.
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=
WORKERS ?= 3

.DEFAULT_GOAL := help
.PHONY: help run test lint vendor contact-sheet

help: ## afficher cette aide
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(VENV)/.requirements ## démarrer Tremplin (installe d’abord ce qui manque)
	$(BIN)/python app.py serve

# modules compiled once serve the two test processes and all the servers that they start
test: export PYTHONDONTWRITEBYTECODE :=
test: lint ## vérifier le style puis lancer tous les tests ; une partie : make test ARGS="tests/workshop -x"
	scripts/install-test-tools
	$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal $(ARGS)

lint: $(VENV)/.requirements-dev ## vérifier le style
	$(BIN)/ruff check .

contact-sheet: $(VENV)/.requirements-dev ## photographier chaque activité sur téléphone, écran et bilan, côte à côte
	scripts/install-test-tools
	$(BIN)/python scripts/contact_sheet.py

vendor: $(VENV)/.requirements-dev ## reprendre les bibliothèques du navigateur, les icônes et les caractères (demande npm)
	$(BIN)/python scripts/vendor.py

# Each stamp is as old as the last installation: pip runs only when a list has changed since.
$(VENV)/.requirements: requirements.txt $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(VENV)/.requirements-dev: requirements-dev.txt $(VENV)/.requirements
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(BIN)/python:
	PYTHON="$(PYTHON)" scripts/make-venv $(VENV)
