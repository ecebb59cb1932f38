//! Where the signature of a release lies: beside its index, under the index's name. Whoever signs the name of an index
//! signs the whole site, since the name is the mark of the index, and the index names its segments by their marks.

use std::fs;
use std::io;

use super::{Folder, IndexName, Publisher, ReleaseError, Signature, SigningKey};

/// How the name of a signature ends.
const ENDING: &str = ".sig";

/// The index that a file is the signature of; none for any other file.
pub(super) fn signed_index(file: &str) -> Option<IndexName> {
    file.strip_suffix(ENDING).and_then(IndexName::parse)
}

/// What is signed: of what kind it is and which, so that it can pose as nothing else.
fn statement(name: IndexName) -> String {
    format!("niemyet release\n{name}\n")
}

impl Folder {
    /// The signature of a release; none if nobody signed it, or what lies there is none.
    ///
    /// Errors: [`ReleaseError::Io`].
    pub fn signature(&self, name: IndexName) -> Result<Option<Signature>, ReleaseError> {
        let file = self.path().join(format!("{name}{ENDING}"));
        match fs::read_to_string(&file) {
            Ok(text) => Ok(Signature::parse(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(ReleaseError::io("read", &file)(source)),
        }
    }

    /// Whether a signature is over this release.
    pub fn is_signed_by(name: IndexName, signature: &Signature) -> bool {
        signature.is_over(statement(name).as_bytes())
    }
}

impl Publisher {
    /// Signs a release of this folder.
    pub fn sign(&self, name: IndexName, key: &SigningKey) -> Result<(), ReleaseError> {
        let signature = key.sign(statement(name).as_bytes());
        if self.folder().signature(name)? == Some(signature.clone()) {
            return Ok(());
        }
        self.put(&format!("{name}{ENDING}"), signature.to_string().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::super::publisher::tests::publish;
    use super::*;

    #[test]
    fn a_release_is_signed_and_its_signature_goes_with_it() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        let old = publish(&folder, "a");
        let key = SigningKey::from_seed(&[1; 32]).unwrap();
        assert_eq!(folder.signature(old).unwrap(), None);
        folder.publisher().unwrap().sign(old, &key).unwrap();
        let new = publish(&folder, "b");
        let mut publisher = folder.publisher().unwrap();
        publisher.sign(new, &key).unwrap();
        let signature = folder.signature(old).unwrap().unwrap();
        assert!(Folder::is_signed_by(old, &signature) && !Folder::is_signed_by(new, &signature));
        publisher.prune(1).unwrap();
        assert_eq!(folder.signature(old).unwrap(), None);
        assert_eq!(folder.signature(new).unwrap().unwrap().key, key.public());
    }
}
