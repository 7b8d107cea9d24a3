//! Floor 2: charts, drawn by plotters over any drawing backend.
