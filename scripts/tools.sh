#!/usr/bin/env bash
# Installs what building (and, with `test`, testing) needs. Says nothing and does nothing
# when it is all there at the pinned versions.
#
#   scripts/tools.sh build   rust target, trunk, wasm-bindgen, wasm-split, wasm-opt, crates
#   scripts/tools.sh test    the same, and a Chromium for the browser tests
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/versions.sh

tools="$PWD/.tools"
mkdir -p "$tools/stamps"

# The whole tool folder is built on one side of the lock, so that two makes do not collide.
exec 9>"$tools/.lock"
flock 9

# once NAME COMMAND...: runs the command unless NAME has already been installed.
once() {
  local stamp="$tools/stamps/$1"
  shift
  [ -e "$stamp" ] && return 0
  echo "tools: installing $(basename "$stamp")"
  "$@"
  touch "$stamp"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_rust() {
  rustup toolchain list | grep -q "^$RUST_VERSION-" ||
    rustup toolchain install "$RUST_VERSION" --profile minimal --no-self-update
  rustup component add --toolchain "$RUST_VERSION" rustfmt clippy
  rustup target add --toolchain "$RUST_VERSION" wasm32-unknown-unknown
}

# Build tools are compiled for quick installation, not for speed: they only drive the build.
# They share one target folder, which is thrown away afterwards.
install_trunk() {
  CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 cargo install trunk \
    --version "$TRUNK_VERSION" --locked --no-default-features --debug --root "$tools"
}

# Without --locked: the lock shipped with this release names a crate version that was withdrawn.
install_wasm_bindgen() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off cargo install wasm-bindgen-cli \
    --version "$WASM_BINDGEN_VERSION" --no-default-features \
    --bin wasm-bindgen --bin wasm-bindgen-test-runner --root "$tools"
}

# Splits the page's module into what is needed at once and what is fetched later.
install_wasm_split() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off cargo install wasm_split_cli_support \
    --version "$WASM_SPLIT_VERSION" --locked --features build-binary --root "$tools"
}

install_node_packages() {
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
}

install_chromium() {
  if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then return 0; fi
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    chromium chromium-driver fonts-dejavu-core
}

once "rust-$RUST_VERSION" install_rust
once "trunk-$TRUNK_VERSION" install_trunk
once "wasm-bindgen-$WASM_BINDGEN_VERSION" install_wasm_bindgen
once "wasm-split-$WASM_SPLIT_VERSION" install_wasm_split
# Trunk builds offline, so the crates are there before it begins; nothing is asked for what is there.
cargo fetch --locked --quiet
lock_sum=$(sha256sum package-lock.json | cut -c1-12)
[ -d node_modules ] || rm -f "$tools/stamps/npm-$lock_sum"
once "npm-$lock_sum" install_node_packages
if [ "${1:-build}" = test ]; then
  once chromium install_chromium
fi
