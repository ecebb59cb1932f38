//! What a source says → what a content file says. Nothing is guessed: what cannot be read with certainty is quoted, or
//! left as it is, and marked for a person to decide.

mod fee;
mod limit;
mod listed;
mod paper;
mod step;

use super::act::act_number;
use super::imported::{ImportedChannel, ImportedProcedure};
use super::named::{Ids, id_of};
use crate::content::Written;
use crate::diagnostic::Doubt;

/// What the portal shows for a field that is blank. Quoted where a content file must say something.
pub(super) const SILENT: &str = "Không có thông tin";

/// A longer official name needs a short one, which has at most so many characters.
const LONG_NAME: usize = 250;
const SHORT_NAME: usize = 80;

/// The first words of a name, as many as a short name holds.
fn beginning(name: &str) -> String {
    let start: String = name.chars().take(SHORT_NAME - 1).collect();
    let words = start.rsplit_once(char::is_whitespace).map_or(start.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches(|sign: char| !sign.is_alphanumeric()))
}

/// A place that a person must decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// The key path in the content file.
    pub at: String,
    /// What the source says.
    pub found: String,
    /// Why it is doubtful.
    pub doubt: Doubt,
}

/// The marks of one procedure.
#[derive(Debug, Default)]
pub(super) struct Marks(pub Vec<Mark>);

impl Marks {
    pub(super) fn add(&mut self, at: impl Into<String>, found: impl Into<String>, doubt: Doubt) {
        self.0.push(Mark { at: at.into(), found: found.into(), doubt });
    }
}

/// A map that is built key by key.
#[derive(Debug, Default)]
pub(super) struct Keys(pub Vec<(String, Written)>);

impl Keys {
    pub(super) fn put(&mut self, key: &str, value: Written) {
        self.0.push((key.to_owned(), value));
    }

    pub(super) fn bare(&mut self, key: &str, value: impl Into<String>) {
        self.put(key, Written::Bare(value.into()));
    }

    pub(super) fn words(&mut self, key: &str, value: impl Into<String>) {
        self.put(key, Written::Words(value.into()));
    }

    pub(super) fn map(self) -> Written {
        Written::Map(self.0)
    }
}

/// The content file of a procedure, and what in it waits for a decision.
pub(super) struct Meant {
    /// The keys of the file, `to_decide` included.
    pub written: Written,
    /// What is noted there, and what `check` tells by itself.
    pub marks: Vec<Mark>,
}

/// Reads a procedure. `forms` are the files there are; `file_sets` is what the admin says of all of them.
pub(super) fn meant(
    procedure: &ImportedProcedure,
    forms: &[String],
    file_sets: Option<u8>,
) -> Meant {
    let mut marks = Marks::default();
    let mut keys = Keys::default();
    keys.words("name", &procedure.name);
    if procedure.name.chars().count() > LONG_NAME {
        let cut = beginning(&procedure.name);
        marks.add("short_name", &cut, Doubt::CutName);
        keys.words("short_name", cut);
    }
    listed::put(&mut keys, procedure, &mut marks);
    bodies(&mut keys, procedure);
    if let Some(steps) = &procedure.steps {
        keys.put("steps", step::steps(steps));
    }
    if !procedure.channels.is_empty() {
        keys.put("channels", channels(&procedure.channels, &mut marks));
    }
    if let Some(sets) = file_sets {
        keys.bare("file_sets", sets.to_string());
    }
    keys.put("cases", paper::cases(procedure.cases.as_deref(), forms, &mut marks));
    keys.put("conditions", conditions(procedure.conditions.as_deref()));
    keys.put("results", results(procedure));
    let acts = acts(procedure, &mut marks);
    if !acts.is_empty() {
        keys.put("acts", Written::List(acts.into_iter().map(Written::Words).collect()));
    }
    if let Some(decision) = &procedure.decision {
        let mut inside = Keys::default();
        inside.words("number", decision);
        keys.put("decision", inside.map());
        if act_number(decision).is_none() {
            marks.add("decision.number", decision, Doubt::UnreadDecision);
        }
    }
    let to_decide = marks.0.iter().filter(|mark| mark.doubt != Doubt::RemarkAsPaper);
    let to_decide: Vec<Written> = to_decide.map(line).collect();
    if !to_decide.is_empty() {
        keys.put("to_decide", Written::List(to_decide));
    }
    Meant { written: keys.map(), marks: marks.0 }
}

fn line(mark: &Mark) -> Written {
    let mut keys = Keys::default();
    keys.words("at", &mark.at);
    keys.words("found", &mark.found);
    keys.bare("why", mark.doubt.word());
    keys.map()
}

fn bodies(keys: &mut Keys, procedure: &ImportedProcedure) {
    let said = &procedure.bodies;
    let mut bodies = Keys::default();
    match &said.decides {
        Some(body) => bodies.words("decides", body),
        None => bodies.put("decides", Written::as_announced(SILENT)),
    }
    for (key, body) in [
        ("handles", &said.handles),
        ("coordinates", &said.coordinates),
        ("delegated", &said.delegated),
    ] {
        if let Some(body) = body {
            bodies.words(key, body);
        }
    }
    keys.put("bodies", bodies.map());
}

/// The kind of a channel and the id that it gets.
fn channel_kind(words: &str) -> Option<(&'static str, &'static str)> {
    match id_of(words, 64).as_str() {
        "truc-tiep" => Some(("counter", "truc-tiep")),
        "truc-tuyen" => Some(("online", "truc-tuyen")),
        "dich-vu-buu-chinh" | "buu-chinh" | "qua-buu-chinh" => Some(("post", "buu-chinh")),
        _ => None,
    }
}

fn channels(channels: &[ImportedChannel], marks: &mut Marks) -> Written {
    let mut ids = Ids::default();
    let mut list = Vec::new();
    for channel in channels {
        let at = format!("channels[{}]", list.len());
        let Some((kind, id)) = channel_kind(&channel.kind) else {
            marks.add("channels", &channel.kind, Doubt::UnknownWord);
            continue;
        };
        let mut keys = Keys::default();
        keys.bare("id", ids.once(id));
        keys.bare("kind", kind);
        if kind == "online" {
            // The source says that it is online, and nothing of its level or address.
            keys.put("level", Written::as_announced(SILENT));
            keys.put("url", Written::as_announced(SILENT));
        }
        let also = limit::put(&mut keys, &channel.limit, &at, marks);
        keys.put("fees", fee::fees(&channel.fees, &at, marks));
        let note =
            [also, channel.note.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n");
        if !note.is_empty() {
            let is_free = |value: &Written| value.scalar() == Some("none");
            let fees = keys.0.iter_mut().find(|(key, value)| key == "fees" && is_free(value));
            if let Some((_, fees)) = fees.filter(|_| crate::content::names_a_sum(&note)) {
                let shown = channel.fees.first().map_or(SILENT, |fee| fee.text.as_str());
                *fees = Written::as_announced(shown);
                marks.add(format!("{at}.note"), &note, Doubt::FreeWithSum);
            }
            keys.words("note", note);
        }
        list.push(keys.map());
    }
    Written::List(list)
}

/// Words that say that there is none.
pub(super) fn is_none(words: &str) -> bool {
    matches!(id_of(words, 64).as_str(), "khong" | "khong-co" | "khong-yeu-cau" | "khong-quy-dinh")
        && words
            .chars()
            .filter(|sign| !sign.is_alphanumeric() && !sign.is_whitespace())
            .all(|sign| matches!(sign, '.' | '-' | '/'))
}

fn conditions(words: Option<&str>) -> Written {
    match words {
        None => Written::as_announced(SILENT),
        Some(words) if is_none(words) && id_of(words, 64) != "khong-quy-dinh" => {
            Written::Bare("none".into())
        }
        Some(words) if words.trim_end_matches('.') == SILENT => Written::as_announced(words),
        Some(words) => {
            let mut keys = Keys::default();
            keys.bare("id", "dieu-kien");
            keys.words("text", words);
            Written::List(vec![keys.map()])
        }
    }
}

fn results(procedure: &ImportedProcedure) -> Written {
    if procedure.results.is_empty() {
        return Written::as_announced(SILENT);
    }
    let mut ids = Ids::default();
    let each = procedure.results.iter().enumerate().map(|(index, result)| {
        let id = result.code.as_deref().map(|code| id_of(code, 60)).filter(|id| !id.is_empty());
        let mut keys = Keys::default();
        keys.bare("id", ids.once(&id.unwrap_or_else(|| format!("ket-qua-{}", index + 1))));
        keys.words("name", &result.name);
        keys.map()
    });
    Written::List(each.collect())
}

/// Numbers of acts, each once.
fn acts(procedure: &ImportedProcedure, marks: &mut Marks) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for act in &procedure.acts {
        if let Some(number) = act_number(&act.number) {
            if !list.contains(&number) {
                list.push(number);
            }
            continue;
        }
        let title = act.title.as_deref().filter(|title| *title != act.number);
        let found =
            [Some(act.number.as_str()), title, act.issued.as_deref(), act.issuer.as_deref()];
        let found = found.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        marks.add("acts", found, Doubt::UnreadAct);
    }
    list
}
