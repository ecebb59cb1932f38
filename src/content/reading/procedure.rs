//! One edition of a procedure: shape and words → body, with every local problem at its key.

use super::channel::channels;
use super::papers::cases;
use super::quotes::{quote, stated};
use super::required::required_parts;
use super::words_check::{WordsCheck, unique};
use crate::catalogue::Stated;
use crate::catalogue::law::RequiredPart;
use crate::catalogue::procedure::{Bodies, Condition, Decision, Outcome, Procedure, Step};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{
    BodiesShape, BodiesWords, ConditionShape, DecisionShape, Listed, OutcomeShape, ProcedureFile,
    ProcedureWords, StatedNumber, StepShape,
};
use crate::content::translation::Words;
use crate::diagnostic::{Kind, Problem};
use crate::text::{Language, Text};

/// The longest a short name may be: what fits in two lines of a list on a phone.
const LONG_SHORT_NAME: usize = 80;

/// Official titles longer than this need a short name.
const LONG_TITLE: usize = 250;

/// The files of one edition, as they are written.
pub(super) struct WrittenEdition<'w> {
    pub file: &'w str,
    pub shape: ProcedureFile,
    pub words: &'w [(Language, ProcedureWords)],
    /// Names of the words files, in the order of `words`.
    pub words_files: &'w [&'w str],
    pub guidance: Option<Text>,
}

/// The body of an edition; always made, so that later problems are found in the same run.
pub(super) fn procedure(
    written: WrittenEdition<'_>,
    required: &[RequiredPart],
    findings: &mut Findings,
) -> Procedure {
    let WrittenEdition { file, shape, words, words_files, guidance } = written;
    required_parts(file, &shape, required, findings);
    for ((_, words), file) in words.iter().zip(words_files) {
        let mut check = WordsCheck { file, findings };
        check.procedure(&shape, words);
        check.procedure_shown(&shape, words);
    }
    check_title(file, &shape, findings);
    to_decide(file, &shape, findings);
    let words = Words::new(words);
    let aliases = shape.aliases.iter().enumerate();
    let aliases = aliases.map(|(at, alias)| words.text(alias.as_str(), |w| w.aliases.get(at)));
    Procedure {
        aliases: aliases.collect(),
        short_name: words.text_of(shape.short_name, |w| w.short_name.as_ref()),
        name: words.text(shape.name.unwrap_or_default(), |w| w.name.as_ref()),
        summary: words.text_of(shape.summary, |w| w.summary.as_ref()),
        level: shape.level.into_iter().flatten().map(|level| level.0).collect(),
        kind: shape.kind.map(|kind| kind.0),
        applicants: shape.applicants.into_iter().flatten().map(|one| one.0).collect(),
        bodies: shape
            .bodies
            .map(|written| bodies(file, written, &words, findings))
            .unwrap_or_default(),
        answerable: words.text_of(shape.answerable, |w| w.answerable.as_ref()),
        steps: steps(file, shape.steps.unwrap_or_default(), &words, findings),
        channels: channels(file, shape.channels.unwrap_or_default(), &words, findings),
        file_sets: shape.file_sets.map(|sets| file_sets(file, sets, findings)),
        cases: shape.cases.map(|listed| cases(file, listed, &words, findings)),
        conditions: shape.conditions.map(|listed| conditions(file, listed, &words, findings)),
        results: shape.results.map(|listed| results(file, listed, &words, findings)),
        acts: shape.acts.into_iter().map(Into::into).collect(),
        decision: shape.decision.map(|written| decision_of(written, &words)),
        checked_on: shape.checked_on.map(|date| date.0),
        guidance,
    }
}

/// What an import left open is told until somebody has decided and deleted its line.
fn to_decide(file: &str, shape: &ProcedureFile, findings: &mut Findings) {
    let root = At::ROOT;
    let list = root.key("to_decide");
    for (index, one) in shape.to_decide.iter().enumerate() {
        let (at, found) = (one.at.clone(), one.found.clone());
        let problem = Problem::ToDecide { at, found, doubt: one.why.0 };
        findings.warning(file, list.item(index), problem);
    }
}

fn check_title(file: &str, shape: &ProcedureFile, findings: &mut Findings) {
    let root = At::ROOT;
    if let Some(short) = shape.short_name.as_ref().filter(|name| name.len() > LONG_SHORT_NAME) {
        let characters = short.chars().count();
        if characters > LONG_SHORT_NAME {
            findings.error(file, root.key("short_name"), Problem::LongShortName { characters });
        }
    }
    if shape.level.as_ref().is_some_and(Vec::is_empty) {
        let (part, citation) = ("level".to_owned(), String::new());
        findings.error(file, root.key("level"), Problem::MissingPart { part, citation });
    }
    let Some(name) = &shape.name else { return };
    // Counting characters is only worth it when there are bytes enough.
    if shape.short_name.is_none() && name.len() > LONG_TITLE {
        let characters = name.chars().count();
        if characters > LONG_TITLE {
            findings.error(file, root.key("name"), Problem::LongTitle { characters });
        }
    }
}

fn file_sets(file: &str, written: StatedNumber, findings: &mut Findings) -> Stated<u8> {
    let root = At::ROOT;
    let at = root.key("file_sets");
    match written.0 {
        Stated::AsAnnounced(words) => Stated::AsAnnounced(quote(file, at, words, findings)),
        Stated::Given(0) => {
            findings.error(file, at, Problem::NoSets);
            Stated::None
        }
        stated => stated,
    }
}

fn bodies(
    file: &str,
    written: BodiesShape,
    words: &Words<'_, ProcedureWords>,
    findings: &mut Findings,
) -> Bodies {
    let words = words.inner(|words| &words.bodies);
    let root = At::ROOT;
    let at = root.key("bodies");
    let mut body = |key, written, of: fn(&BodiesWords) -> Option<&String>| {
        stated(file, at.key(key), written, |text| words.text(text, of), findings)
    };
    Bodies {
        decides: Some(body("decides", written.decides, |w| w.decides.as_ref())),
        handles: written.handles.map(|one| body("handles", one, |w| w.handles.as_ref())),
        coordinates: written
            .coordinates
            .map(|one| body("coordinates", one, |w| w.coordinates.as_ref())),
        delegated: written.delegated.map(|one| body("delegated", one, |w| w.delegated.as_ref())),
    }
}

fn steps(
    file: &str,
    list: Vec<StepShape>,
    words: &Words<'_, ProcedureWords>,
    findings: &mut Findings,
) -> Vec<Step> {
    let ids: Vec<&str> = list.iter().map(|step| step.id.0.as_str()).collect();
    unique(file, At::ROOT.key("steps"), Kind::Step, &ids, findings);
    let words = words.inner(|words| &words.steps);
    let root = At::ROOT;
    let at = root.key("steps");
    let each = list.into_iter().enumerate().map(|(index, step)| {
        let words = words.of(step.id.0.as_str());
        let text = |text| words.text(text, |w| w.position.as_ref());
        let at = at.item(index);
        Step {
            position: stated(file, at.key("position"), step.position, text, findings),
            action: words.text(step.action, |w| w.action.as_ref()),
            time: step.time.map(|time| time.0),
            id: step.id.0,
        }
    });
    each.collect()
}

fn conditions(
    file: &str,
    listed: Listed<ConditionShape>,
    words: &Words<'_, ProcedureWords>,
    findings: &mut Findings,
) -> Stated<Vec<Condition>> {
    let words = words.inner(|words| &words.conditions);
    let id = |condition: &ConditionShape| condition.id.0.to_string();
    check_listed(file, "conditions", Kind::Condition, &listed, id, findings);
    map_stated(listed.0, |condition| Condition {
        text: words.of(condition.id.0.as_str()).whole(condition.text),
        id: condition.id.0,
    })
}

fn results(
    file: &str,
    listed: Listed<OutcomeShape>,
    words: &Words<'_, ProcedureWords>,
    findings: &mut Findings,
) -> Stated<Vec<Outcome>> {
    let words = words.inner(|words| &words.results);
    let id = |outcome: &OutcomeShape| outcome.id.0.to_string();
    check_listed(file, "results", Kind::Outcome, &listed, id, findings);
    let root = At::ROOT;
    let at = root.key("results");
    let mut index = 0;
    map_stated(listed.0, |outcome| {
        let words = words.of(outcome.id.0.as_str());
        let text = |text| words.text(text, |w| w.validity.as_ref());
        let at = at.item(index);
        index += 1;
        let validity = outcome.validity;
        Outcome {
            name: words.text(outcome.name, |w| w.name.as_ref()),
            validity: validity.map(|one| stated(file, at.key("validity"), one, text, findings)),
            returned: words.text_of(outcome.returned, |w| w.returned.as_ref()),
            id: outcome.id.0,
        }
    })
}

fn check_listed<T>(
    file: &str,
    part: &'static str,
    kind: Kind,
    listed: &Listed<T>,
    id: impl Fn(&T) -> String,
    findings: &mut Findings,
) {
    let root = At::ROOT;
    match &listed.0 {
        Stated::None => {}
        Stated::AsAnnounced(words) => {
            quote(file, root.key(part), words.clone(), findings);
        }
        Stated::Given(list) => {
            say_none_if_empty(file, root.key(part), part, list, findings);
            let ids: Vec<String> = list.iter().map(id).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            unique(file, root.key(part), kind, &ids, findings);
        }
    }
}

/// An empty list says nothing; `none` says that there is none.
pub(super) fn say_none_if_empty<T>(
    file: &str,
    at: At<'_>,
    part: &str,
    list: &[T],
    findings: &mut Findings,
) {
    if list.is_empty() {
        let (part, citation) = (part.to_owned(), String::new());
        findings.error(file, at, Problem::NoneNotStated { part, citation });
    }
}

fn decision_of(written: DecisionShape, words: &Words<'_, ProcedureWords>) -> Decision {
    Decision {
        number: written.number,
        issued: written.issued.map(|date| date.0),
        body: words.inner(|w| &w.decision).text_of(written.body, |w| w.body.as_ref()),
    }
}

fn map_stated<T, U>(stated: Stated<Vec<T>>, each: impl FnMut(T) -> U) -> Stated<Vec<U>> {
    match stated {
        Stated::None => Stated::None,
        Stated::AsAnnounced(words) => Stated::AsAnnounced(words),
        Stated::Given(list) => Stated::Given(list.into_iter().map(each).collect()),
    }
}
