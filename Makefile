# The targets below need git, make and a Python >= 3.11, and set up the rest themselves (scripts/setup.sh).
# The Python to use: the newest one here, unless you name one (make PYTHON=python3.12 VENV=.venv-3.12 test).
PYTHON ?=
VENV ?= .venv
# Who sends the bulletin by mail, and to whom (make mail).
FROM ?=
TO ?=
# Further options for pytest (make test ARGS="-k dateline") and for the resolver (make lock ARGS=--upgrade).
ARGS ?=

# Homebrew on Apple silicon keeps its libraries where the loader does not look by itself.
LIBRARIES := $(if $(wildcard /opt/homebrew/lib),DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib )
BIN := $(LIBRARIES)$(VENV)/bin
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --quiet $(ARGS)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help bulletin mail test bench check accept docs wheel lock judges hooks clean distclean command tools

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

bulletin: command ## make the bulletin of seeds/: print PDF, screen PDF, DOCX and EPUB, in build/
	$(BIN)/publisher build seeds -o build

mail: command ## save the message that carries the bulletin of build/, as a draft: make mail FROM=… TO=… [ARGS=…]
	@test -n '$(FROM)' -a -n '$(TO)' || { echo 'error: make mail needs a sender and a recipient.'; echo "hint: make mail FROM='Press Office <press@example.org>' TO=desk@example.org"; exit 2; } >&2
	$(BIN)/publisher mail build --from '$(FROM)' --to '$(TO)' $(ARGS)

test: tools ## run the tests
	$(BIN)/python -m pytest $(ARGS)

bench: tools ## measure our builds beside those of others; the table goes to benchmarks/results.md
	$(BIN)/python -m benchmarks $(ARGS)

check: tools ## check style, types, layers and the house rules
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_house.py

accept: tools ## rewrite the golden files from what the tests get now; review them with git diff
	PUBLISHER_ACCEPT=1 $(BIN)/python -m pytest $(ARGS)

docs: tools ## write the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

wheel: command ## build the wheel, in dist/
	$(BIN)/hatchling build -t wheel -d dist

lock: ## resolve requirements*.txt from pyproject.toml (needs uv; ARGS=--upgrade moves every package on)
	@command -v uv >/dev/null || { echo 'error: make lock needs uv, which is not here.'; echo 'hint: pip install uv'; exit 6; } >&2
	$(LOCK) --group build -o requirements.txt
	$(LOCK) --group dev --constraint requirements.txt -o requirements-dev.txt

judges: ## fetch the judges from outside that some tests ask, into .judges
	@sh scripts/judges.sh $(PYTHON)

hooks: ## let git run make check before each commit
	git config core.hooksPath .githooks

clean: ## remove what was built, and the caches
	rm -rf build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -path './.venv*' -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the Python environments too
	rm -rf .venv .venv-* .judges

command: # the environment of the command alone
	@sh scripts/setup.sh '$(VENV)' requirements.txt $(PYTHON)

tools: # the same, with what tests and checks need
	@sh scripts/setup.sh '$(VENV)' requirements-dev.txt $(PYTHON)
