//! Acts and forms that a procedure names, held against those that exist.

use std::collections::BTreeSet;

use crate::catalogue::Stated;
use crate::catalogue::procedure::{Fee, Procedure};
use crate::content::findings::Findings;
use crate::content::keys::{At, nearest};
use crate::diagnostic::{Kind, Problem};
use crate::text::Date;

/// What exists outside procedure files.
pub(in crate::content) struct Known {
    /// Numbers of acts.
    pub acts: BTreeSet<Box<str>>,
    /// File names in `forms/`.
    pub forms: BTreeSet<Box<str>>,
}

/// What one procedure refers to, each once.
pub(super) struct Refs {
    pub acts: Vec<Box<str>>,
    pub forms: Vec<Box<str>>,
    /// The first day on which one of its fees will have ended.
    pub fees_end: Option<Date>,
}

impl Known {
    /// Whether all of these exist.
    pub(super) fn has(&self, acts: &[Box<str>], forms: &[Box<str>]) -> bool {
        acts.iter().all(|act| self.acts.contains(act))
            && forms.iter().all(|form| self.forms.contains(form))
    }

    /// Reports what does not exist and gives what is referred to.
    pub(super) fn check(
        &self,
        file: &str,
        procedure: &Procedure,
        today: Date,
        findings: &mut Findings,
    ) -> Refs {
        let mut refs = Refs { acts: procedure.acts.clone(), forms: Vec::new(), fees_end: None };
        let root = At::ROOT;
        let at = root.key("acts");
        for (index, act) in procedure.acts.iter().enumerate() {
            self.act(file, at.item(index), act, findings);
        }
        let at = root.key("channels");
        for (index, channel) in procedure.channels.iter().enumerate() {
            let at = at.item(index);
            if let Some(Stated::Given(fees)) = &channel.fees {
                self.fees(file, at.key("fees"), fees, today, &mut refs, findings);
            }
        }
        let at = root.key("cases");
        let cases = procedure.cases.as_ref().and_then(Stated::given);
        for (index, case) in cases.into_iter().flatten().enumerate() {
            let at = at.item(index);
            let at = at.key("papers");
            for (index, paper) in case.papers.iter().enumerate() {
                if let Some(form) = &paper.form {
                    self.form(file, at.item(index).key("form"), form, findings);
                    refs.forms.push(form.clone());
                }
            }
        }
        refs
    }

    fn fees(
        &self,
        file: &str,
        at: At<'_>,
        fees: &[Fee],
        today: Date,
        refs: &mut Refs,
        findings: &mut Findings,
    ) {
        for (index, fee) in fees.iter().enumerate() {
            let at = at.item(index);
            if let Some(act) = &fee.act {
                self.act(file, at.key("act"), act, findings);
                refs.acts.push(act.clone());
            }
            if let Some(ended) = fee.to {
                if ended < today {
                    let problem = Problem::FeeExpired { fee: fee.id.to_string(), ended };
                    findings.warning(file, at.key("to"), problem);
                }
                let over = ended.plus_days(1);
                refs.fees_end = Some(refs.fees_end.map_or(over, |first| first.min(over)));
            }
        }
    }

    fn act(&self, file: &str, at: At<'_>, act: &str, findings: &mut Findings) {
        if !self.acts.contains(act) {
            let suggestion = nearest(act, self.acts.iter().map(|known| &**known));
            let (kind, id) = (Kind::Act, act.to_owned());
            findings.error(file, at, Problem::UnknownReference { kind, id, suggestion });
        }
    }

    fn form(&self, file: &str, at: At<'_>, form: &str, findings: &mut Findings) {
        if !self.forms.contains(form) {
            let suggestion = nearest(form, self.forms.iter().map(|known| &**known));
            let form = form.to_owned();
            findings.error(file, at, Problem::MissingForm { form, suggestion });
        }
    }
}
