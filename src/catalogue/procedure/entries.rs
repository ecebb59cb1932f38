//! What a section lists, entry by entry, as far as it weighs: its texts, and the words of the theme
//! that stand round them.

use super::{Fee, Limit, Price, Procedure, Section};
use crate::catalogue::{Stated, Told};
use crate::text::Text;

/// A text of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wording<'a> {
    /// A text with translations.
    Text(&'a Text),
    /// Words that are the same in every language: a quote, a file name.
    Fixed(&'a str),
}

impl<'a> Wording<'a> {
    /// What is said or quoted, if anything is.
    fn said(said: &'a Stated<Text>) -> Option<Self> {
        match said {
            Stated::Given(text) => Some(Self::Text(text)),
            Stated::AsAnnounced(words) => Some(Self::Fixed(words)),
            Stated::None => None,
        }
    }
}

/// An entry of a section.
#[derive(Default)]
pub(super) struct Entry<'a> {
    /// Its texts.
    pub(super) wording: Vec<Wording<'a>>,
    /// What stands round them, compressed, in bytes.
    pub(super) frame: usize,
    /// Whether its text can be cut in pieces.
    pub(super) can_be_cut: bool,
}

/// A line of a list with what is said below it.
const LINE: usize = 8;

/// A fee with its amount, its days and its act.
const FEE: usize = 24;

/// A way to file with its limits.
const CHANNEL: usize = 32;

/// An act, whose title only the whole publication knows.
const ACT: usize = 60;

impl<'a> Entry<'a> {
    fn line(texts: impl IntoIterator<Item = &'a Text>) -> Self {
        let wording = texts.into_iter().map(Wording::Text).collect();
        Self { wording, frame: LINE, can_be_cut: false }
    }

    fn long(wording: Wording<'a>) -> Self {
        Self { wording: vec![wording], frame: LINE, can_be_cut: true }
    }

    fn fee(fee: &'a Fee) -> Self {
        let texts = fee.per.iter().chain(&fee.of).chain(&fee.when).chain(&fee.note);
        let mut entry = Self { frame: FEE, ..Self::line(texts) };
        if let Price::AsAnnounced(words) = &fee.price {
            entry.wording.push(Wording::Fixed(words));
        }
        entry.wording.extend(fee.act.iter().map(|number| Wording::Fixed(number)));
        entry
    }
}

/// The sections of a procedure that list something.
pub(super) fn sections(body: &Procedure) -> Vec<Section> {
    let cases = body.given_cases().iter().map(|case| Section::Case(case.id.clone()));
    let others = [
        Section::Channels,
        Section::Steps,
        Section::Conditions,
        Section::Results,
        Section::Guidance,
        Section::Acts,
    ];
    let listed = |section: &Section| !entries(body, section).is_empty();
    cases.chain(others.into_iter().filter(listed)).collect()
}

/// The entries of a section.
pub(super) fn entries<'a>(body: &'a Procedure, section: &Section) -> Vec<Entry<'a>> {
    match section {
        Section::Case(id) => {
            let papers = body.given_cases().iter().filter(|case| case.id == *id);
            let paper = |paper: &'a super::Paper| {
                let mut entry = Entry::line([&paper.name].into_iter().chain(&paper.note));
                entry.wording.extend(paper.form.iter().map(|form| Wording::Fixed(form)));
                entry
            };
            papers.flat_map(|case| &case.papers).map(paper).collect()
        }
        Section::Channels => body.channels.iter().flat_map(channel).collect(),
        Section::Steps => {
            let step = |step: &'a super::Step| {
                let mut entry = Entry { can_be_cut: true, ..Entry::line([&step.action]) };
                entry.wording.extend(Wording::said(&step.position));
                entry
            };
            body.steps.iter().map(step).collect()
        }
        Section::Conditions => stated(body.conditions.as_ref(), |condition| {
            Entry::long(Wording::Text(&condition.text))
        }),
        Section::Results => stated(body.results.as_ref(), |result| {
            let validity = result.validity.as_ref().and_then(Stated::given);
            Entry::line([&result.name].into_iter().chain(validity).chain(&result.returned))
        }),
        Section::Guidance => {
            body.guidance.iter().map(|text| Entry::long(Wording::Text(text))).collect()
        }
        Section::Acts => {
            let act = |number: &'a str| Entry {
                frame: ACT,
                wording: vec![Wording::Fixed(number)],
                can_be_cut: false,
            };
            body.acts.iter().map(|number| act(number)).collect()
        }
    }
}

/// A channel and each of its fees: entries in one row, since a long table of fees is cut.
fn channel(channel: &super::Channel) -> Vec<Entry<'_>> {
    let cases = channel.limit_cases.iter().map(|case| &case.when);
    let mut own = Entry { frame: CHANNEL, ..Entry::line(channel.note.iter().chain(cases)) };
    if let Some(Limit::AsAnnounced(text)) = &channel.limit {
        own.wording.push(Wording::Text(text));
    }
    own.wording.extend(channel.address.iter().filter_map(|address| match address {
        Stated::Given(words) | Stated::AsAnnounced(words) => Some(Wording::Fixed(words)),
        Stated::None => None,
    }));
    if let Some(Told::AsAnnounced(words)) = &channel.level {
        own.wording.push(Wording::Fixed(words));
    }
    if let Some(Stated::AsAnnounced(words)) = &channel.fees {
        own.wording.push(Wording::Fixed(words));
    }
    let fees = channel.given_fees().iter().map(Entry::fee);
    std::iter::once(own).chain(fees).collect()
}

fn stated<'a, T>(
    stated: Option<&'a Stated<Vec<T>>>,
    entry: impl Fn(&'a T) -> Entry<'a>,
) -> Vec<Entry<'a>> {
    match stated {
        None | Some(Stated::None) => Vec::new(),
        Some(Stated::AsAnnounced(words)) => vec![Entry::long(Wording::Fixed(words))],
        Some(Stated::Given(all)) => all.iter().map(entry).collect(),
    }
}

/// What stays on the procedure's own page, heading and summary box included.
pub(super) fn core(body: &Procedure) -> Entry<'_> {
    let bodies = &body.bodies;
    let names = [&body.name, body.display_name()].into_iter();
    let texts = names.chain(&body.summary).chain(&body.aliases);
    let said = [&bodies.decides, &bodies.handles, &bodies.coordinates, &bodies.delegated];
    let decision = body.decision.iter().flat_map(|decision| &decision.body);
    let texts = texts.chain(&body.answerable).chain(decision);
    let mut core = Entry::line(texts);
    core.wording.extend(said.into_iter().flatten().filter_map(Wording::said));
    if let Some(Stated::AsAnnounced(words)) = &body.cases {
        core.wording.push(Wording::Fixed(words));
    }
    if let Some(Stated::AsAnnounced(words)) = &body.file_sets {
        core.wording.push(Wording::Fixed(words));
    }
    for channel in &body.channels {
        if let Some(Limit::AsAnnounced(text)) = &channel.limit {
            core.wording.push(Wording::Text(text));
        }
        match &channel.fees {
            Some(Stated::AsAnnounced(words)) => core.wording.push(Wording::Fixed(words)),
            Some(Stated::Given(fees)) if fees.len() < 3 => {
                core.wording.extend(fees.iter().filter_map(|fee| match &fee.price {
                    Price::AsAnnounced(words) => Some(Wording::Fixed(words)),
                    Price::Amount(_) => fee.per.as_ref().map(Wording::Text),
                }));
            }
            _ => {}
        }
        core.frame += 2 * LINE;
    }
    let cases = body.given_cases();
    core.wording.extend(cases.iter().filter_map(|case| case.name.as_ref().map(Wording::Text)));
    core.frame += 2 * LINE * cases.len();
    core
}
