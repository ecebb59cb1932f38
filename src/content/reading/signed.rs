//! The three lines of a signature under a file that is published back, held to what they stand under.

use super::Reader;
use crate::content::keys::At;
use crate::content::tree::ContentFile;
use crate::diagnostic::Problem;
use crate::publication::results::{ContentHash, Signature};
use crate::text::Date;

/// The lines as they were written.
pub(super) struct Signed<'s> {
    /// Who signed.
    pub(super) by: Option<&'s str>,
    /// When.
    pub(super) on: Option<Date>,
    /// The hash of what was signed.
    pub(super) hash: Option<&'s str>,
}

impl Signed<'_> {
    /// Who signed; none of a draft, which is told as `unsigned`. What is no longer what was signed is told as `changed`
    /// makes it of the name under it.
    pub(super) fn read(
        &self,
        reader: &mut Reader,
        file: &ContentFile,
        text: &str,
        changed: impl FnOnce(String) -> Problem,
        unsigned: Problem,
    ) -> Option<Signature> {
        let (root, findings) = (At::ROOT, &mut reader.findings);
        match (self.by, self.on) {
            (Some(by), Some(on)) => {
                if !ContentHash::of(text).is_written(self.hash.unwrap_or_default()) {
                    findings.error(&file.name, root.key("signed_by"), changed(by.to_owned()));
                }
                Some(Signature { by: by.into(), on })
            }
            (None, None) => {
                findings.warning(&file.name, root.key("period"), unsigned);
                None
            }
            (by, _) => {
                let key = if by.is_none() { "signed_by" } else { "signed_on" };
                findings.error(&file.name, root, Problem::MissingKey { key: key.to_owned() });
                None
            }
        }
    }
}
