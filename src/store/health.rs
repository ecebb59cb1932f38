//! Whether ratings can be kept, as the host and the operator are told.

/// The state of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Whether ratings are taken.
    pub accepting: bool,
    /// What failed last and has not been made good since.
    pub trouble: Option<String>,
    /// How many ratings wait for the disk.
    pub waiting: usize,
}

impl Health {
    /// Whether all is well.
    pub fn is_sound(&self) -> bool {
        self.accepting && self.trouble.is_none()
    }
}
