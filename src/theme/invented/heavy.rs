//! Invented publications that are too much for their pages: names that never end, more agencies than
//! one page lists, and a procedure with everything in excess.

use std::sync::Arc;

use super::{InMemory, editions, many, offered, publication, slug};
use crate::catalogue::Stated;
use crate::catalogue::procedure::{Condition, Fee, Paper, PaperCase, Step, outline};
use crate::publication::{AgencyIndex, Publication};
use crate::text::{Language, Text};

/// Numbers without a pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    /// Syllables as they come, some never heard before.
    fn words(&mut self, length: usize) -> String {
        const STARTS: [&str; 12] =
            ["th", "đ", "ng", "kh", "tr", "nh", "qu", "ph", "gi", "ch", "b", "l"];
        const ENDS: [&str; 14] = [
            "ủ", "ục", "ấy", "ường", "iện", "ạnh", "ở", "oản", "uyết", "ẫn", "ại", "ền", "ơng",
            "ích",
        ];
        let mut words = String::new();
        while words.len() < length {
            if !words.is_empty() {
                words.push_str(if self.roll(18) == 0 { ". " } else { " " });
            }
            words.push_str(STARTS[self.roll(12)]);
            words.push_str(ENDS[self.roll(14)]);
            if self.roll(5) == 0 {
                words.push_str(&self.roll(100_000).to_string());
            }
        }
        words
    }
}

/// So many procedures, each with a name of `length` bytes, and so many agencies with long names.
pub(crate) fn crowded(procedures: usize, length: usize, agencies: usize) -> Publication {
    let mut dice = Dice(length as u64);
    let mut publication = many(procedures);
    for edition in &mut publication.editions {
        edition.name = Text::new(dice.words(length));
    }
    let pattern = publication.agencies[0].clone();
    for number in 0..agencies {
        let mut agency = pattern.clone();
        agency.id = slug(&format!("phuong-{number:04}"));
        agency.name = Text::new(dice.words(90));
        agency.place.address = Text::new(dice.words(120));
        publication.agencies.push(agency);
    }
    publication.agencies.sort_by(|one, other| one.id.cmp(&other.id));
    let ward = publication.agencies.iter().position(|one| one.id.as_str() == "phuong-vi-du");
    let ward = AgencyIndex(ward.unwrap());
    publication.offered.iter_mut().for_each(|one| one.agency = ward);
    publication.counters.iter_mut().for_each(|(agency, _)| *agency = ward);
    publication
}

/// The invented publication, with everything in excess in its procedure 2.000815: twenty cases of
/// long papers, a hundred fees, endless steps, conditions and guidance.
pub(crate) fn heavy() -> Publication {
    let mut dice = Dice(1);
    let mut publication = publication();
    let (_, mut bodies) = editions();
    let place = publication.editions.iter().position(|one| one.code.as_str() == "2.000815");
    let body = &mut bodies[place.unwrap()];
    let paper = |at: usize, dice: &mut Dice| Paper {
        id: slug(&format!("g{at}")),
        name: Text::new(dice.words(260)),
        ..body.given_cases()[0].papers[0].clone()
    };
    let case = |at: usize| PaperCase {
        id: slug(&format!("t{at}")),
        name: Some(Text::new(dice.words(60))),
        papers: (0..=at * 5).map(|at| paper(at, &mut dice)).collect(),
    };
    let cases: Vec<_> = (0..20).map(case).collect();
    body.cases = Some(Stated::Given(cases));
    let pattern = super::fee("8000 VND", "bản");
    let fee = |at: usize| Fee {
        id: slug(&format!("f{at}")),
        note: Some(Text::new(dice.words(200))),
        ..pattern.clone()
    };
    body.channels[0].fees = Some(Stated::Given((0..100).map(fee).collect()));
    let step = |at: usize| Step {
        id: slug(&format!("b{at}")),
        position: Stated::Given(Text::new(dice.words(40))),
        action: Text::new(dice.words(if at == 7 { 30_000 } else { 400 })),
        time: None,
    };
    body.steps = (0..30).map(step).collect();
    let mut endless = Text::new(dice.words(60_000));
    endless.translate(Language::EN, dice.words(20_000));
    body.conditions = Some(Stated::Given(vec![Condition { id: slug("k1"), text: endless }]));
    let paragraphs: Vec<_> = (0..40).map(|_| dice.words(700)).collect();
    body.guidance = Some(Text::new(paragraphs.join("\n\n")));
    publication.editions[place.unwrap()].apart = outline(body);
    publication.offered[1] =
        offered(0, "2.000815", publication.offered[1].differs.take().map(|one| *one));
    publication.bodies = Arc::new(InMemory(bodies));
    publication
}
