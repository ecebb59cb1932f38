//! The key that signs what is published: made once on request, kept with the other keys, and used by every build
//! from then on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::flags::Common;
use super::{keys, outside};
use crate::release::{Folder, IndexName, PublicKey, Publisher, ReleaseError, SigningKey};

/// The file of the key, in hexadecimal digits.
const FILE: &str = "signing.key";

/// The key in use; none where nobody made one.
pub(super) fn key(common: &Common) -> anyhow::Result<Option<SigningKey>> {
    let path = path(&common.data);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    let seed =
        keys::unhex(text.trim()).with_context(|| format!("{} is not a key", path.display()))?;
    let key = SigningKey::from_seed(&seed);
    key.with_context(|| format!("{} is not a key", path.display())).map(Some)
}

/// The public half of the key in use; it is made if there is none, and then it is new.
pub(super) fn make(common: &Common) -> anyhow::Result<(PublicKey, bool)> {
    if let Some(key) = key(common)? {
        return Ok((key.public(), false));
    }
    let mut seed = [0; 32];
    outside::random(&mut seed)?;
    keys::keep(&path(&common.data), &seed)?;
    let made = key(common)?.context("the key that was just made is not there")?;
    Ok((made.public(), true))
}

/// Signs the release in force if there is a key.
pub(super) fn sign(publisher: &Publisher, common: &Common) -> anyhow::Result<()> {
    if let Some(key) = key(common)? {
        let name = publisher.folder().current()?;
        publisher.sign(name, &key).context("signing the release")?;
    }
    Ok(())
}

/// A public key as it is given on the command line: its digits, or a file that holds them.
pub(super) fn public_key(given: &str) -> anyhow::Result<PublicKey> {
    if let Some(key) = PublicKey::parse(given) {
        return Ok(key);
    }
    let text = fs::read_to_string(given)
        .with_context(|| format!("{given} is neither 64 hexadecimal digits nor a file"))?;
    PublicKey::parse(&text).with_context(|| format!("{given} holds no public key"))
}

/// Signs a release that was packed again while it is served; somebody else may be publishing, and then signs himself.
pub(super) fn sign_again(folder: &Folder, name: IndexName, common: &Common) -> anyhow::Result<()> {
    let Some(key) = key(common)? else { return Ok(()) };
    match folder.publisher() {
        Ok(publisher) => Ok(publisher.sign(name, &key)?),
        Err(ReleaseError::Busy { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn path(data: &Path) -> PathBuf {
    data.join("keys").join(FILE)
}
