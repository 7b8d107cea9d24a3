//! Writes the charts as SVG pictures in both themes and several sizes, to look at:
//! `cargo run --example chart_pictures -- DIRECTORY`.

use std::error::Error;
use std::fs;
use std::path::Path;

use counterbalance::charts::svg::svg;
use counterbalance::charts::{Chart, Theme};

#[path = "../tests/chart_data/mod.rs"]
mod chart_data;

const WIDTHS: [f64; 4] = [260.0, 300.0, 430.0, 700.0];

fn write<C: Chart>(folder: &Path, name: &str, chart: &C) -> Result<(), Box<dyn Error>> {
    for (tone, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        for width in WIDTHS {
            let text = svg(chart, &theme, width, chart.preferred_height(width))?;
            fs::write(folder.join(format!("{name}-{tone}-{width}.svg")), text)?;
        }
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("which directory?")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    write(folder, "cost", &chart_data::cost())?;
    write(folder, "turnaround", &chart_data::turnaround(2))?;
    write(folder, "eight", &chart_data::eight_bars())?;
    write(folder, "overloaded", &chart_data::turnaround(1))?;
    write(folder, "steep", &chart_data::steep())
}
