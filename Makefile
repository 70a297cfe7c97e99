# Two commands do all: `make demo` runs the main job on a bundled article pair,
# `make test` passes the tests. The others measure and maintain.

GO      ?= go
DEMO    := testdata/articles/sleep-and-memory
DATA    ?= ../shared/data
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)

AXE     := 4.14.1

.PHONY: all build demo test browser page-bench lint docs align-bench lexicon-check cite-bench damage-bench damage-outside check-bench site-bench pair-bench term-bench clean

all: build

build:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w -X tvilling/internal/cli.version=$(VERSION)' -o bin/tvilling ./cmd/tvilling

# The report ends in exit status 1: the article has errors, and that is the point.
demo: build
	@bin/tvilling check $(DEMO)/en.md $(DEMO)/sv.txt --glossary $(DEMO)/glossary.yaml || test $$? -eq 1

test: browser
	$(GO) vet ./...
	$(GO) test -race -timeout 30m ./...

# What the tests of the review page want: Chromium, and axe-core, which checks how
# accessible it is. Who has no browser and may not install one can do without: these
# tests are skipped then, unless TVILLING_BROWSER_REQUIRED is set.
browser:
	@for b in chromium chromium-browser google-chrome; do command -v $$b > /dev/null && exit 0; done; \
	test "$$(id -u)" = 0 && command -v apt-get > /dev/null && echo "installing chromium" && \
	apt-get update > /dev/null 2>&1 && apt-get install -y --no-install-recommends chromium > /dev/null 2>&1 || \
	echo "make: THERE IS NO CHROMIUM, and it cannot be installed here: the review page is not tried in a browser"
	@test -e bin/axe/node_modules/axe-core/axe.min.js || \
	npm install --prefix bin/axe --no-save --no-audit --no-fund --silent axe-core@$(AXE) > /dev/null 2>&1 || \
	echo "make: axe-core $(AXE) CANNOT BE FETCHED with npm: the accessibility of the review page is not checked"

# How fast a page of 20,000 words answers in Chromium.
page-bench: browser
	$(GO) test ./internal/page -run TestBrowserSpeed -count=1 -v -rounds 10 | grep -v '^==='

lint: bin/staticcheck
	@test -z "$$(gofmt -l cmd internal)" || { gofmt -l cmd internal; echo 'run gofmt -w on these'; exit 1; }
	bin/staticcheck ./...

bin/staticcheck: tools/go.mod
	$(GO) -C tools build -o ../bin/staticcheck honnef.co/go/tools/cmd/staticcheck

# Everything that is generated from the code: the rule page and the goldens.
docs:
	$(GO) run ./cmd/tvilling rules --format markdown > docs/rules.md

# What docs/quality.md claims. The data lie outside the project: DATA=path.
align-bench:
	$(GO) run ./cmd/alignbench -data $(DATA)

lexicon-check:
	$(GO) run ./cmd/lexicon check $(DATA)

cite-bench:
	$(GO) test ./internal/cite -run TestSplitScore -count=1 -v -args -table

damage-bench:
	$(GO) run ./cmd/damagebench testdata/articles/clean

# An injector from outside, where it lies beside the data; SEEDS=41,42 takes other damage.
SEEDS   ?= 21,22,23
damage-outside: build
	python3 $(DATA)/../tools/damage.py $(DATA)/articles --bin bin/tvilling --seeds $(SEEDS)

# The time of each pair.
check-bench: build
	$(GO) run ./cmd/sitebench -each $(DATA)/articles

# A whole site, cold and warm: pairs made of the sections of the bundled articles.
site-bench: build
	$(GO) run ./cmd/sitebench testdata/articles/clean testdata/articles/clean-sv-en

# One article after the other, in one process.
pair-bench:
	$(GO) test ./internal/review -run '^$$' -bench Pair -benchmem

clean:
	rm -rf bin

# How well terms are found beside other ways, and what 20,000 of them cost.
term-bench:
	$(GO) run ./cmd/termbench $(if $(wildcard $(DATA)/articles),-articles $(DATA)/articles)
