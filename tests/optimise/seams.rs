//! Where sharing out comes to its seams.
