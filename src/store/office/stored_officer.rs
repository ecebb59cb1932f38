//! An officer as kept.

use std::fmt;

use crate::feedback::officer::Officer;

/// An officer with what only the store and the door need. Its `Debug` shows neither hash nor secret.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredOfficer {
    /// The officer.
    pub officer: Officer,
    /// The hash of the password, a PHC string; none until one is set.
    pub password: Option<String>,
    /// The sealed secret of one-time numbers, where they are set up.
    pub second_factor: Option<Vec<u8>>,
    /// The last step whose number was used.
    pub second_step: Option<i64>,
    /// When the account was made, in milliseconds UTC.
    pub created_at: i64,
    /// When it was disabled.
    pub disabled_at: Option<i64>,
}

impl fmt::Debug for StoredOfficer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredOfficer")
            .field("officer", &self.officer)
            .field("password", &self.password.is_some())
            .field("second_factor", &self.second_factor.is_some())
            .field("disabled_at", &self.disabled_at)
            .finish_non_exhaustive()
    }
}
