//! Whole content folders, read from a disk: a sound one, and one slip at a time.

mod folder;
mod hostile;
mod layout;
mod meaning;
mod shapes;
mod surveys;

use folder::Folder;
