//! The simulation in the browser: the same records as natively, to the bit.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod fingerprint;

use fingerprint::{FROZEN, OUTCOME, fingerprint, outcome};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn records_are_the_same_to_the_bit() {
    for (example, way, bits) in FROZEN {
        assert_eq!(fingerprint(example, way), bits, "{example} {way}");
    }
}

#[wasm_bindgen_test]
fn an_outcome_is_the_same_to_the_bit() {
    assert_eq!(outcome(), OUTCOME);
}
