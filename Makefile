# Two commands do all the set-up: `make serve` and `make test`. The rest is for those who build it.
# Tools go to .tools and node_modules, both ignored by git, at pinned versions; nothing is
# installed twice.

SHELL := /bin/bash
ROOT := $(CURDIR)
CARGO_HOME ?= $(HOME)/.cargo
export PATH := $(ROOT)/.tools/bin:$(ROOT)/node_modules/.bin:$(PATH)
export RUSTUP_TOOLCHAIN := 1.95.0
# The page carries no path of the machine that built it. Relocations are for wasm-split, which
# moves functions to modules of their own.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --cfg erase_components -Clink-args=--emit-relocs \
  --remap-path-prefix=$(CARGO_HOME)/registry/src=crates --remap-path-prefix=$(ROOT)=.
WASM := --target wasm32-unknown-unknown --no-default-features --features web
IN_BROWSER := CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
  CHROMEDRIVER=$$(command -v chromedriver)

.PHONY: serve build test check fmt bench interop terminal clean tools test-tools

serve: tools ## the page on localhost, rebuilt when a file changes
	trunk serve --release

build: tools ## the page into dist/
	trunk build --release

terminal: tools ## the terminal door into target/terminal/counterbalance
	cargo build --profile terminal --bin counterbalance

test: test-tools ## everything that must hold
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy $(WASM),split --lib --bin app --test web_canvas --test web_simulation --test web_bench -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --no-default-features --features worker --lib --bin worker -- -D warnings
	cargo test
	$(IN_BROWSER) cargo test $(WASM) --test web_canvas --test web_simulation
	trunk build --release
	node scripts/size.mjs
	playwright test --config tests/browser/playwright.config.mjs

check: tools ## the quick half of the tests
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings
	cargo clippy $(WASM),split --lib --bin app -- -D warnings
	cargo test

fmt: tools
	cargo fmt

bench: test-tools ## speed and size, as ratios where a test could fail
	cargo bench
	COUNTERBALANCE_SEEDS=1000 cargo test --profile bench --test simulation coverage -- --nocapture
	cargo test --profile bench --test cli memory
	$(IN_BROWSER) cargo test --release $(WASM) --test web_bench -- --nocapture
	trunk build --release
	node scripts/size.mjs
	node tests/browser/bench.mjs
	cargo build --profile terminal --bin counterbalance
	node tests/browser/speed.mjs

interop: terminal ## a study through PySpark's pipe; needs Java 17 and Python 3
	scripts/interop.sh

tools:
	@scripts/tools.sh build

test-tools:
	@scripts/tools.sh test

clean:
	cargo clean
	rm -rf dist test-results playwright-report
