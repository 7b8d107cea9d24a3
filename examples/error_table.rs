//! Prints the tables of measured errors as they stand in the method page.
//!
//! `cargo run --example error_table` after a change of a formula or of the reference; its output
//! goes between the two markers in `public/method.html`. A test holds the page to it.

#[path = "../tests/approximations/mod.rs"]
#[allow(dead_code)]
mod approximations;

fn main() {
    print!("{}", approximations::tables());
}
