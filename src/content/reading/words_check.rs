//! Words for an id that the original does not have: a translation that would never be seen.

use std::collections::BTreeSet;

use crate::content::findings::Findings;
use crate::content::keys::{At, nearest};
use crate::content::second::MOST;
use crate::content::shape::{ProcedureFile, ProcedureWords, WordMap};
use crate::diagnostic::{Kind, Problem};

/// Checks one words file against the ids of its original.
pub(super) struct WordsCheck<'c> {
    /// The words file.
    pub file: &'c str,
    pub findings: &'c mut Findings,
}

impl WordsCheck<'_> {
    /// Reports each key of `words` that is no id of the original.
    pub(super) fn map<W>(&mut self, at: At<'_>, kind: Kind, words: &WordMap<W>, ids: &[&str]) {
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        for id in words.keys().filter(|id| !known.contains(id.as_str())).take(MOST) {
            let suggestion = nearest(id, ids.iter().copied());
            let problem = Problem::WordsWithoutOriginal { kind, id: id.clone(), suggestion };
            self.findings.error(self.file, at.key(id), problem);
        }
    }

    /// Checks the words of a procedure.
    pub(super) fn procedure(&mut self, shape: &ProcedureFile, words: &ProcedureWords) {
        let root = At::ROOT;
        let steps = ids(shape.steps.as_deref(), |step| step.id.0.as_str());
        self.map(root.key("steps"), Kind::Step, &words.steps, &steps);
        self.channels(shape, words);
        let all_cases = shape.cases.as_ref().and_then(|listed| listed.0.given());
        let cases = ids(all_cases.map(Vec::as_slice), |case| case.id.0.as_str());
        let at_cases = root.key("cases");
        self.map(at_cases, Kind::PaperCase, &words.cases, &cases);
        for case in all_cases.into_iter().flatten() {
            let id = case.id.0.as_str();
            if let Some(words) = words.cases.get(id) {
                let papers = ids(Some(case.papers.listed()), |paper| paper.id.0.as_str());
                self.map(at_cases.key(id).key("papers"), Kind::Paper, &words.papers, &papers);
            }
        }
        let conditions = shape.conditions.as_ref().and_then(|listed| listed.0.given());
        let conditions = ids(conditions.map(Vec::as_slice), |one| one.id.0.as_str());
        self.map(root.key("conditions"), Kind::Condition, &words.conditions, &conditions);
        let results = shape.results.as_ref().and_then(|listed| listed.0.given());
        let results = ids(results.map(Vec::as_slice), |one| one.id.0.as_str());
        self.map(root.key("results"), Kind::Outcome, &words.results, &results);
    }

    fn channels(&mut self, shape: &ProcedureFile, words: &ProcedureWords) {
        let root = At::ROOT;
        let at_channels = root.key("channels");
        let channels = ids(shape.channels.as_deref(), |channel| channel.id.0.as_str());
        self.map(at_channels, Kind::Channel, &words.channels, &channels);
        for channel in shape.channels.iter().flatten() {
            let id = channel.id.0.as_str();
            let Some(words) = words.channels.get(id) else { continue };
            let at = at_channels.key(id);
            let cases = ids(Some(&channel.limit_cases), |case| case.id.0.as_str());
            self.map(at.key("limit_cases"), Kind::LimitCase, &words.limit_cases, &cases);
            let fees = channel.fees.as_ref().and_then(|listed| listed.0.given());
            let fees = ids(fees.map(Vec::as_slice), |fee| fee.id.0.as_str());
            self.map(at.key("fees"), Kind::Fee, &words.fees, &fees);
        }
    }
}

/// The ids of a list that may be missing.
pub(super) fn ids<T>(list: Option<&[T]>, id: impl Fn(&T) -> &str) -> Vec<&str> {
    list.unwrap_or_default().iter().map(id).collect()
}

/// Reports ids that stand twice in a list.
pub(super) fn unique(file: &str, at: At<'_>, kind: Kind, ids: &[&str], findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.iter().enumerate() {
        if !seen.insert(*id) {
            let problem = Problem::DuplicateId { kind, id: (*id).to_owned() };
            findings.error(file, at.item(index).key("id"), problem);
        }
    }
}
