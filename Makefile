# The doors to lawgov; README.md says what stands behind them.
PYTHON := python3
VENV := .venv
INSIDE := $(VENV)/bin/python
UNITS := ../shared/data/units/units-2023.csv.xz
INSTALL := $(PYTHON) lawgov/embedded/install.py $(VENV)

export PYTHONUNBUFFERED := 1
export PYTHONUTF8 := 1

# A first look wants the demo; `make run DEMO=0` starts empty.
DEMO := 1
setup run: export LAWGOV_DEMO := $(DEMO)

.PHONY: install install-dev setup run test check bench

setup: install
	@$(INSIDE) -m lawgov.embedded.launch setup

run: install
	@$(INSIDE) -m lawgov.embedded.launch

test: install
	@$(INSIDE) -m pytest -n 2 --dist loadfile

bench: install
	@$(INSIDE) benchmarks/import_units.py $(UNITS)

check: install-dev
	$(INSIDE) -m ruff format --check .
	$(INSIDE) -m ruff check .
	$(INSIDE) manage.py makemigrations --check --dry-run
	DATABASE_URL=postgresql:///unused REDIS_URL=redis:///unused $(INSIDE) -m mypy .
	$(INSIDE) -m djlint --check --lint --quiet .

install:
	@$(INSTALL) requirements.txt

install-dev:
	@$(INSTALL) requirements-dev.txt
