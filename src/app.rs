//! Floor 3, the browser: everything that touches the page. Behind the feature `web`.

pub mod canvas;
