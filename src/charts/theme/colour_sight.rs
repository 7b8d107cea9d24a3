//! How far apart two colours look, also to colour-blind eyes. For tests only.
//!
//! Simulation: Machado, Oliveira and Fernandes (2009), severity 1.0, applied to linear sRGB. Distance:
//! Euclidean in CAM02-UCS (Luo, Cui and Li 2006), from CIECAM02 under average surround, D65 white,
//! adapting luminance 64/pi/5 cd/m2 and background 20: the conditions usual for sRGB on a screen.

use super::linear;
use plotters::style::RGBColor;

type Matrix = [[f64; 3]; 3];

const NORMAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTAN: Matrix = [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
];
const DEUTAN: Matrix = [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
];
const TRITAN: Matrix = [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.303900],
];

/// The four kinds of sight.
pub const SIGHTS: [(&str, Matrix); 4] = [
    ("normal", NORMAL),
    ("protan", PROTAN),
    ("deutan", DEUTAN),
    ("tritan", TRITAN),
];

const SRGB_TO_XYZ: Matrix = [
    [41.24564, 35.75761, 18.04375],
    [21.26729, 71.51522, 7.21750],
    [1.93339, 11.91920, 95.03041],
];
const CAT02: Matrix = [
    [0.7328, 0.4296, -0.1624],
    [-0.7036, 1.6975, 0.0061],
    [0.0030, 0.0136, 0.9834],
];
const CAT02_BACK: Matrix = [
    [1.096124, -0.278869, 0.182745],
    [0.454369, 0.473533, 0.072098],
    [-0.009628, -0.005698, 1.015326],
];
const HUNT: Matrix = [
    [0.38971, 0.68898, -0.07868],
    [-0.22981, 1.18340, 0.04641],
    [0.0, 0.0, 1.0],
];

fn times(m: &Matrix, v: [f64; 3]) -> [f64; 3] {
    [0, 1, 2].map(|row| m[row][0] * v[0] + m[row][1] * v[1] + m[row][2] * v[2])
}

/// Cone responses after adaptation and compression.
fn responses(xyz: [f64; 3]) -> [f64; 3] {
    let adapting = 64.0 / std::f64::consts::PI / 5.0;
    let degree = 1.0 - (1.0 / 3.6) * ((-adapting - 42.0) / 92.0f64).exp();
    let white = times(&CAT02, times(&SRGB_TO_XYZ, [1.0; 3]));
    let sharp = times(&CAT02, xyz);
    let adapted = [0, 1, 2].map(|i| sharp[i] * (100.0 * degree / white[i] + 1.0 - degree));
    let cones = times(&HUNT, times(&CAT02_BACK, adapted));
    cones.map(|cone| {
        let power = (luminance_level() * cone.abs() / 100.0).powf(0.42);
        cone.signum() * 400.0 * power / (power + 27.13) + 0.1
    })
}

fn luminance_level() -> f64 {
    let five = 64.0 / std::f64::consts::PI;
    let k = 1.0 / (five + 1.0);
    0.2 * k.powi(4) * five + 0.1 * (1.0 - k.powi(4)).powi(2) * five.cbrt()
}

fn achromatic(r: [f64; 3]) -> f64 {
    let brightness = 0.725 * (1.0 / 0.2f64).powf(0.2);
    (2.0 * r[0] + r[1] + r[2] / 20.0 - 0.305) * brightness
}

/// The colour as the given sight sees it, in CAM02-UCS.
fn appearance(colour: RGBColor, sight: &Matrix) -> [f64; 3] {
    let seen = times(
        sight,
        [linear(colour.0), linear(colour.1), linear(colour.2)],
    );
    let r = responses(times(
        &SRGB_TO_XYZ,
        seen.map(|channel| channel.clamp(0.0, 1.0)),
    ));
    let (a, b) = (
        r[0] - 12.0 * r[1] / 11.0 + r[2] / 11.0,
        (r[0] + r[1] - 2.0 * r[2]) / 9.0,
    );
    let hue = b.atan2(a);
    let (n, z) = (0.2f64, 1.48 + 0.2f64.sqrt());
    let induction = 0.725 * (1.0 / n).powf(0.2);
    let white = achromatic(responses(times(&SRGB_TO_XYZ, [1.0; 3])));
    let lightness = 100.0 * (achromatic(r).max(0.0) / white).powf(0.69 * z);
    let eccentricity = 0.25 * ((hue + 2.0).cos() + 3.8);
    let t = 50000.0 / 13.0 * induction * eccentricity * a.hypot(b) / (r[0] + r[1] + 1.05 * r[2]);
    let chroma = t.powf(0.9) * (lightness / 100.0).sqrt() * (1.64 - 0.29f64.powf(n)).powf(0.73);
    let colourfulness = chroma * luminance_level().powf(0.25);
    let radius = (1.0 + 0.0228 * colourfulness).ln() / 0.0228;
    [
        1.7 * lightness / (1.0 + 0.007 * lightness),
        radius * hue.cos(),
        radius * hue.sin(),
    ]
}

/// Distance in CAM02-UCS of two colours under one kind of sight; about 1 is just noticeable.
pub fn distance(first: RGBColor, second: RGBColor, sight: &Matrix) -> f64 {
    let (a, b) = (appearance(first, sight), appearance(second, sight));
    ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2) + (a[2] - b[2]).powi(2)).sqrt()
}
