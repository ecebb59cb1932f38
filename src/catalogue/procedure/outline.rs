//! Which sections of a procedure stand on pages of their own, and how they are cut into pages: known
//! from its texts alone, so that the plan of a site knows every page before one is written, and the
//! same in every language, so that a page has its like in each.

use super::entries::{Entry, Wording, core, entries, sections};
use super::{Apart, Procedure, Section, Share};
use crate::text::{HEAVIEST_PAGE, Language, Scale};

/// Style, menu, footer and the theme's words on the page of a procedure, with a list of agencies as
/// long as is shown with telephones, and the script and calendar that say which day may be expected.
const PAGE_FRAME: usize = 7_400;

/// The same on the page of a section, with the links to its parts.
const SECTION_FRAME: usize = 5_800;

/// What a section leaves behind on the procedure's own page.
const LINK: usize = 40;

/// Sections lighter than this stay: a page of its own would not be worth the way there.
const WORTH_A_PAGE: usize = 400;

/// Texts of so many bytes in all are light, however little they repeat themselves.
const SURELY_LIGHT: usize = 5_000;

/// The part of a page that a piece of a cut text is meant to fill, in tenths: pieces end where a
/// sentence does, so they are not of one length.
const PIECE: usize = 7;

/// What stands apart of a procedure.
pub fn outline(body: &Procedure) -> Vec<Apart> {
    let sections = sections(body);
    if is_surely_light(body, &sections) {
        return Vec::new();
    }
    let mut scales = Scales::of(body, &sections);
    let room = HEAVIEST_PAGE - PAGE_FRAME;
    let core = core(body);
    scales.put(&core);
    let own = scales.weight();
    for section in &sections {
        for entry in entries(body, section) {
            scales.put(&entry);
        }
    }
    if scales.weight() <= room {
        return Vec::new();
    }
    let mut groups = groups(body, &sections, &mut scales);
    let mut rest = own + groups.iter().map(|group| group.weight).sum::<usize>();
    // The heaviest first, so that the fewest sections move; the order of sections breaks a tie.
    groups.sort_by_key(|group| std::cmp::Reverse(group.weight));
    let mut apart = Vec::new();
    for group in groups {
        if rest <= room || group.weight < WORTH_A_PAGE {
            break;
        }
        rest = (rest - group.weight) + LINK;
        apart.extend(group.sections.into_iter().map(|section| {
            let parts = shares_with(body, &section, &mut scales).len();
            Apart { section, parts: u16::try_from(parts).unwrap_or(u16::MAX) }
        }));
    }
    apart.sort_by(|one, other| place(body, &one.section).cmp(&place(body, &other.section)));
    apart
}

/// The pages of a section, each with what stands on it.
pub fn shares(body: &Procedure, section: &Section) -> Vec<Vec<Share>> {
    let mut scales = Scales::of(body, &sections(body));
    shares_with(body, section, &mut scales)
}

/// Sections in the order of the page: cases as they are written.
fn place<'s>(body: &Procedure, section: &'s Section) -> (usize, Option<&'s Section>) {
    match section {
        Section::Case(id) => (
            body.given_cases().iter().position(|case| case.id == *id).unwrap_or(usize::MAX - 1),
            None,
        ),
        other => (usize::MAX, Some(other)),
    }
}

/// Sections that move together: all cases, since the reader chooses one of them.
struct Group {
    sections: Vec<Section>,
    weight: usize,
}

fn groups(body: &Procedure, sections: &[Section], scales: &mut Scales) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for section in sections {
        scales.clear();
        for entry in entries(body, section) {
            scales.put(&entry);
        }
        let weight = scales.weight();
        match groups.first_mut() {
            Some(cases) if matches!(section, Section::Case(_)) => {
                cases.sections.push(section.clone());
                cases.weight += weight;
            }
            _ => groups.push(Group { sections: vec![section.clone()], weight }),
        }
    }
    groups
}

fn shares_with(body: &Procedure, section: &Section, scales: &mut Scales) -> Vec<Vec<Share>> {
    let mut names = core(body);
    names.wording.truncate(2);
    // The links from case to case stand on every page of one.
    names.frame = 0;
    if matches!(section, Section::Case(_)) {
        names.frame = LINK * body.given_cases().len();
        let cases = body.given_cases().iter().filter_map(|case| case.name.as_ref());
        names.wording.extend(cases.map(Wording::Text));
    }
    scales.clear();
    scales.put(&names);
    let room = HEAVIEST_PAGE.saturating_sub(SECTION_FRAME + scales.weight()).max(1_000);
    let mut pages: Vec<Vec<Share>> = vec![Vec::new()];
    scales.clear();
    for (at, entry) in entries(body, section).iter().enumerate() {
        scales.put(entry);
        if scales.weight() > room && pages.last().is_some_and(|page| !page.is_empty()) {
            pages.push(Vec::new());
            scales.clear();
            scales.put(entry);
        }
        let alone = scales.weight();
        let pieces = if alone > room && entry.can_be_cut {
            u16::try_from((alone * 10).div_ceil(room * PIECE)).unwrap_or(u16::MAX)
        } else {
            1
        };
        for piece in 0..pieces {
            if piece > 0 {
                pages.push(Vec::new());
            }
            if let Some(page) = pages.last_mut() {
                page.push(Share { entry: at, piece: (piece, pieces) });
            }
        }
    }
    pages
}

fn is_surely_light(body: &Procedure, sections: &[Section]) -> bool {
    let length = |entry: &Entry<'_>| {
        let wording = entry.wording.iter().map(|wording| match wording {
            Wording::Fixed(words) => words.len(),
            Wording::Text(text) => {
                let longest = text.translations().map(|(_, words)| words.len()).max();
                longest.unwrap_or(0).max(text.original().len())
            }
        });
        wording.sum::<usize>() + entry.frame
    };
    let entries = sections.iter().flat_map(|section| entries(body, section));
    entries.map(|entry| length(&entry)).sum::<usize>() + length(&core(body)) <= SURELY_LIGHT
}

/// A scale for each language that some text has: a page must be light in all of them.
struct Scales(Vec<(Option<Language>, Scale)>);

impl Scales {
    fn of(body: &Procedure, sections: &[Section]) -> Self {
        let mut all = vec![(None, Scale::default())];
        let entries = sections.iter().flat_map(|section| entries(body, section));
        for wording in entries.chain([core(body)]).flat_map(|entry| entry.wording) {
            let Wording::Text(text) = wording else { continue };
            for (language, _) in text.translations() {
                if all.iter().all(|(known, _)| *known != Some(language)) {
                    all.push((Some(language), Scale::default()));
                }
            }
        }
        Self(all)
    }

    fn clear(&mut self) {
        self.0.iter_mut().for_each(|(_, scale)| scale.clear());
    }

    fn weight(&self) -> usize {
        self.0.iter().map(|(_, scale)| scale.weight()).max().unwrap_or(0)
    }

    fn put(&mut self, entry: &Entry<'_>) {
        for (language, scale) in &mut self.0 {
            scale.put_frame(entry.frame, 2 * entry.frame);
            for wording in &entry.wording {
                let words = match wording {
                    Wording::Fixed(words) => words,
                    Wording::Text(text) => {
                        let mut translations = text.translations();
                        let own = translations.find(|(other, _)| Some(*other) == *language);
                        own.map_or_else(|| text.original(), |(_, words)| words)
                    }
                };
                scale.put(words);
            }
        }
    }
}
