//! Door 1: mounts the page.

fn main() {
    counterbalance::app::start();
}
