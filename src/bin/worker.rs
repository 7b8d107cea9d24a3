//! Door 2: the worker behind the page.

fn main() {
    counterbalance::worker::start();
}
