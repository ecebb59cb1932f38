//! Who is told, as the store has them.

use crate::feedback::alert::Recipient;

/// All recipients.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// Those that can be read, the first added first.
    pub readable: Vec<Recipient>,
    /// Those that cannot, by id: somebody has edited the database, or a newer program has written it. They are told
    /// nothing, and everybody else is.
    pub unreadable: Vec<UnreadableRecipient>,
}

/// A row of a recipient that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnreadableRecipient {
    /// Its id, of sixteen bytes if nothing is wrong with it too.
    pub id: Vec<u8>,
    /// What cannot be read.
    pub reason: String,
}
