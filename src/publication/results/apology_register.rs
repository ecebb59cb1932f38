//! The apologies of an agency in a period, as everybody may read them: no names of citizens, no whole numbers of files.

use super::{FileCounts, Performance, Signature};
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::apology::{Failing, MaskedFile, Owed};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::text::{Date, Slug};

/// The register of an agency for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApologyRegister {
    /// The period in which the apologies were signed.
    pub period: ReportingPeriod,
    /// The agency.
    pub agency: Slug,
    /// How many files were overdue in the period, where that is known.
    pub overdue: Option<u32>,
    /// The apologies, by the day on which they were signed.
    pub entries: Vec<PublishedApology>,
    /// Who answers for it; none for a draft.
    pub signature: Option<Signature>,
}

/// An apology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedApology {
    /// The file.
    pub file: MaskedFile,
    /// The procedure.
    pub procedure: Option<ProcedureCode>,
    /// What went wrong.
    pub failing: Failing,
    /// Why.
    pub reason: Box<str>,
    /// When it was due.
    pub due: Option<Date>,
    /// The new day.
    pub new_due: Option<Date>,
    /// When the letter was signed.
    pub apologised: Date,
    /// Who signed the letter: name and position.
    pub signed_by: Box<str>,
}

impl ApologyRegister {
    /// What is owed: against the number of overdue files that was keyed in, or else against that of the files in time.
    pub fn owed_beside(&self, performance: &[Performance]) -> Option<Owed> {
        self.owed().or_else(|| {
            let counts = FileCounts::over(performance, self.period, Some(&self.agency))?;
            let owed = Owed { overdue: counts.past_due(), apologised: self.late() };
            // A letter goes out before a file is late, so files of the next month may be among them: nothing follows.
            (!owed.disagrees()).then_some(owed)
        })
    }

    /// What is owed, where the number of overdue files was keyed in.
    pub fn owed(&self) -> Option<Owed> {
        Some(Owed { overdue: self.overdue?.into(), apologised: self.late() })
    }

    /// Apologies for late files.
    fn late(&self) -> u64 {
        let late = self.entries.iter().filter(|entry| entry.failing == Failing::Late).count();
        late as u64
    }
}
