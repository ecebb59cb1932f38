//! Whole content folders, read from a disk: a sound one, and one slip at a time.

mod apologies;
mod folder;
mod hostile;
// Sockets and symbolic links are made by the means of Unix; elsewhere there is nothing to try.
#[cfg(unix)]
mod layout;
mod meaning;
mod results;
mod shapes;
mod surveys;

use folder::Folder;
