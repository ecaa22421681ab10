# Each target explains itself: make help
SETUP = @sh tools/setup/run.sh

.DEFAULT_GOAL := help
.PHONY: help setup demo test check train tune bench bench-nlu audit-month load journeys faults lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## Install everything that running needs and train the assistant
	$(SETUP) setup

demo: ## Set up, start the service with sample borrowers, say where it is (KEPT_PORT=8080)
	$(SETUP) demo

test: ## Set up with the test tools and run all tests
	$(SETUP) test

check: ## Look for faults: ruff, mypy, yamllint, house rules, Rasa data
	$(SETUP) check

train: ## Train the assistant, if anything it is made of has changed
	$(SETUP) train

tune: ## Tune the encoders that training builds on (PyTorch; an hour and more without a GPU)
	$(SETUP) tune

bench: ## Measure turns per second and the time from webhook to provider
	$(SETUP) bench

bench-nlu: ## Measure understanding beside stock Rasa, and reading beside other readers
	$(SETUP) bench-nlu

audit-month: ## Let 100,000 invented borrowers live a month and audit what was sent, without the gate
	$(SETUP) audit-month

load: ## Let 200 webhooks a second fall on the gateway while the assistant is stopped
	$(SETUP) load

journeys: ## Tell every story of tests/journeys (`make test` tells every third)
	$(SETUP) journeys

faults: ## Run the long fault tests: providers that fail and repeat themselves at random
	$(SETUP) faults

lock: ## Write requirements/*.txt from the *.in files (UPGRADE=1: newer versions)
	$(SETUP) lock

clean: ## Remove environments, models and caches; the data stays
	$(SETUP) clean
