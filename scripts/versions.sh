# Pinned versions of the tools that are not libraries. Sourced by the other scripts.
RUST_VERSION=1.95.0
TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
WASM_SPLIT_VERSION=0.2.4
PYSPARK_VERSION=3.5.9
