# mingwen: make site · make test · make check · make bench
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
BROWSER ?= 1

.PHONY: site serve test check install dev browser bench clean help
.DEFAULT_GOAL := help

help: ## what can be made
	@grep -E '^[a-z]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 12

site: install ## build the sample site into site/
	@$(BIN)/mingwen build

serve: install ## preview the site at 127.0.0.1, rebuilt on every save
	@$(BIN)/mingwen serve

test: dev browser check ## ruff, mypy and the whole suite (BROWSER=0 leaves real Chromium out)
	$(BIN)/python -m pytest -n auto --dist loadfile $(if $(filter 0,$(BROWSER)),-m "not browser",)

check: dev ## ruff (format and lint) and mypy
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

install: $(VENV)/installed

$(VENV)/installed: requirements.lock pyproject.toml
	@test -x $(BIN)/python || { echo "正在新建 $(VENV)，安装依赖（约一分钟）… Making $(VENV), installing dependencies …"; $(PYTHON) -m venv $(VENV); }
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

dev: install $(VENV)/dev

$(VENV)/dev: requirements-dev.lock
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

browser: ## Chromium and Chinese fonts for the browser tests, by apt-get when missing
ifneq ($(BROWSER),0)
	@tests/browser/install.sh
endif

bench: dev ## mingwen beside other generators, then how it grows (see benchmarks/)
	$(BIN)/python -m benchmarks.peers --documents 1000
	$(BIN)/python -m benchmarks.scale 1000

clean: ## remove what can be made again (.venv, caches); site/ stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
