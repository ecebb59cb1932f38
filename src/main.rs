//! The doorway: parse the arguments, run one command, exit with its code.

fn main() {}
