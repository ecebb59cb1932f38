//! An entry of the register.

use super::{Failing, FileHash, MaskedFile, ReasonFault, check_reason};
use crate::catalogue::procedure::ProcedureCode;
use crate::text::{Date, Slug};

/// An apology for one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apology {
    /// The agency that apologises.
    pub agency: Slug,
    /// The file, as it is shown.
    pub file: MaskedFile,
    /// The file, to know it again: each is apologised for once.
    pub hash: FileHash,
    /// The procedure, if it is one of the catalogue; claimed by the form and checked in shape only.
    pub procedure: Option<ProcedureCode>,
    /// What went wrong.
    pub failing: Failing,
    /// Why; read by everybody.
    pub reason: Box<str>,
    /// When the file was due.
    pub due: Option<Date>,
    /// The new day.
    pub new_due: Option<Date>,
    /// The matter that led to it.
    pub matter: Option<[u8; 16]>,
}

/// Why an apology cannot stand in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApologyFault {
    /// The reason.
    #[error(transparent)]
    Reason(#[from] ReasonFault),
    /// A late file has a day on which it was due.
    #[error("when was the file due?")]
    NoDue,
    /// The new day lies not after the one that it stands for.
    #[error("the new day must lie after the day on which the file was due")]
    NewDueTooEarly,
}

impl Apology {
    /// Whether all that it says fits together.
    pub fn check(&self) -> Result<(), ApologyFault> {
        check_reason(&self.reason)?;
        if self.failing == Failing::Late && self.due.is_none() {
            return Err(ApologyFault::NoDue);
        }
        match (self.due, self.new_due) {
            (Some(due), Some(new)) if new <= due => Err(ApologyFault::NewDueTooEarly),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::Secret;
    use crate::feedback::apology::FileNumber;
    use crate::feedback::sample::slug;

    #[test]
    fn days_must_fit_together() {
        let day = |text| Date::parse(text).ok();
        let file = FileNumber::parse("H29.113-261122-0012").unwrap();
        let apology = Apology {
            agency: slug("phuong-vi-du"),
            file: file.masked(),
            hash: file.hash(&Secret::new([1; 32])),
            procedure: None,
            failing: Failing::Late,
            reason: "Phải xác minh".into(),
            due: day("2026-11-20"),
            new_due: day("2026-11-27"),
            matter: None,
        };
        assert_eq!(apology.check(), Ok(()));
        let no_due = Apology { due: None, ..apology.clone() };
        assert_eq!(no_due.check(), Err(ApologyFault::NoDue));
        assert_eq!(Apology { failing: Failing::Wrong, ..no_due }.check(), Ok(()));
        let early = Apology { new_due: day("2026-11-20"), ..apology.clone() };
        assert_eq!(early.check(), Err(ApologyFault::NewDueTooEarly));
        let named = Apology { reason: "do ông Bình".into(), ..apology };
        assert_eq!(named.check(), Err(ApologyFault::Reason(ReasonFault::Personal)));
    }
}
