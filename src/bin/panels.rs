//! The module that the page loads when a process is to be drawn.

fn main() {
    counterbalance::app::panels::start();
}
