//! Where ratings are kept: the file of the data folder, or a database that several hosts share.

use std::sync::Arc;

use anyhow::Context;

use super::flags::Common;
use super::outside;
use crate::diagnostic::Tongue;
use crate::store::backup::BackupError;
use crate::store::{DATABASE, DataFolder, Database, Place, Store};

/// Opens the store, made and brought to the newest format as needed.
pub(super) fn open(common: &Common) -> anyhow::Result<Arc<dyn Store>> {
    let place = place(common)?;
    let store = place.open(outside::randomness());
    let doing = || match common.lang {
        Tongue::Vietnamese => format!("mở kho đánh giá ở {place}"),
        Tongue::English => format!("opening the store in {place}"),
    };
    Ok(store.with_context(doing)?.into())
}

/// Where the store lies.
pub(super) fn place(common: &Common) -> anyhow::Result<Place> {
    Ok(match address(common) {
        None => Place::Folder(DataFolder::prepare(&common.data)?),
        Some(address) => Place::Database(Box::new(Database::parse(address)?)),
    })
}

/// Where ratings are kept, for a person to read; without a password.
pub(super) fn shown(common: &Common) -> String {
    match address(common).map(Database::parse) {
        Some(Ok(database)) => database.to_string(),
        Some(Err(_)) => String::new(),
        None => common.data.display().to_string(),
    }
}

/// Opens a store that is there: reading must not make an empty file where somebody mistyped the folder.
pub(super) fn existing(common: &Common) -> anyhow::Result<Arc<dyn Store>> {
    let file = common.data.join(DATABASE);
    if address(common).is_none() && !file.is_file() {
        return Err(BackupError::NoDatabase(file).into());
    }
    open(common)
}

/// The address that was given; a variable that is set to nothing gives none.
fn address(common: &Common) -> Option<&str> {
    common.database.as_deref().filter(|address| !address.is_empty())
}
