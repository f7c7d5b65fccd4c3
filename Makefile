# Zicht. `make help` lists what there is.
MONITOR ?= monitors/landelijk-2015-2019
PORT ?= 8080
SECONDS_EACH ?= 60
SWIFT ?= swift
ZICHT = .build/release/zicht

.PHONY: help packages browser build server demo test bench bench-estimates crash fuzz reference format clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

packages: ## Install the Debian packages that building needs
	@scripts/packages build

browser: packages ## Install what the checks in a browser need
	@scripts/packages browser

build: packages ## Build the program, optimised
	$(SWIFT) build -c release --product zicht

server: build ## Build the web server that shows an edition
	$(SWIFT) build -c release --product zicht-serve
	$(SWIFT) build -c release --product zicht-review

demo: build ## Build all editions from their deliveries and serve the national one (MONITOR=... serves another)
	@for monitor in monitors/*/; do $(ZICHT) build "$$monitor" || exit; done
	@if [ "$(SERVE)" != "no" ]; then \
	  echo "The editions are there: monitors/*/edition/index.html. Building the web server to show one ..."; \
	  $(MAKE) --no-print-directory server && $(ZICHT) serve $(MONITOR) --port $(PORT); \
	fi

test: packages browser ## Run every test
	@scripts/test

bench: packages ## Measure, against named peers in the same run
	@scripts/bench

bench-estimates: packages ## Measure how often the headline of an estimate holds the truth (TABLES each, default 400; SEED, default 2026)
	$(SWIFT) build -c release --product zicht-bench
	.build/release/zicht-bench coverage $(or $(TABLES),400) seed=$(or $(SEED),2026)

crash: build ## Cut the program and the power off at every place that hurts (STATES, default 2000)
	@python3 Benchmarks/crash/crash.py $(ZICHT) $(or $(STATES),2000)

fuzz: packages ## Feed any bytes to the readers for a bounded time (SECONDS_EACH a target)
	@$(SWIFT) package resolve
	@Fuzz/run.sh $(SECONDS_EACH)

reference: packages ## Write docs/reference.md again
	$(SWIFT) build --product zicht
	.build/debug/zicht reference > docs/reference.md

format: ## Check the format of the sources
	$(SWIFT) format lint --recursive --strict Sources Confidential Tests Fuzz Package.swift

clean: ## Remove what was built
	rm -rf .build .venv monitors/*/workspace monitors/*/edition
