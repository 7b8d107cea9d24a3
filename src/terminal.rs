//! Door 3: the model from a terminal.
