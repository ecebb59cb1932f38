//! Parts of a procedure: without what stands on other pages, or nothing but that.

use super::{Apart, Channel, Procedure, Section, Share};
use crate::catalogue::Stated;
use crate::text::Text;

impl Procedure {
    /// The procedure without the sections that stand apart. Cases keep their names.
    #[must_use]
    pub fn without(&self, apart: &[Apart]) -> Self {
        let mut rest = self.clone();
        for Apart { section, .. } in apart {
            match section {
                Section::Case(id) => {
                    if let Some(Stated::Given(cases)) = &mut rest.cases {
                        let case = cases.iter_mut().find(|case| case.id == *id);
                        if let Some(case) = case {
                            case.papers.clear();
                        }
                    }
                }
                Section::Channels => rest.channels.clear(),
                Section::Steps => rest.steps.clear(),
                Section::Conditions => rest.conditions = None,
                Section::Results => rest.results = None,
                Section::Guidance => rest.guidance = None,
                Section::Acts => rest.acts.clear(),
            }
        }
        rest
    }

    /// The procedure with these shares of one section and nothing of the others; what belongs to no
    /// section stays.
    #[must_use]
    pub fn only(&self, section: &Section, shares: &[Share]) -> Self {
        let mut part = self.clone();
        part.conditions = None;
        part.results = None;
        part.guidance = None;
        part.steps.clear();
        part.acts.clear();
        part.cases = None;
        part.channels.clear();
        match section {
            Section::Case(id) => {
                let cases = self.given_cases().iter().filter(|case| case.id == *id);
                let cases = cases.cloned().map(|mut case| {
                    case.papers = pick(&case.papers, shares, |paper, _| paper.clone());
                    case
                });
                part.cases = Some(Stated::Given(cases.collect()));
            }
            Section::Channels => part.channels = channels(&self.channels, shares),
            Section::Steps => {
                part.steps = pick(&self.steps, shares, |step, piece| super::Step {
                    action: piece_of(&step.action, piece),
                    ..step.clone()
                });
            }
            Section::Conditions => {
                part.conditions = self.conditions.as_ref().map(|conditions| {
                    stated(conditions, shares, |condition, piece| super::Condition {
                        text: piece_of(&condition.text, piece),
                        ..condition.clone()
                    })
                });
            }
            Section::Results => {
                let results = self.results.as_ref();
                part.results =
                    results.map(|results| stated(results, shares, |result, _| result.clone()));
            }
            Section::Guidance => {
                let text = self.guidance.iter().zip(shares).next();
                part.guidance = text.map(|(text, share)| piece_of(text, share.piece));
            }
            Section::Acts => part.acts = pick(&self.acts, shares, |act, _| act.clone()),
        }
        part
    }
}

fn pick<T>(all: &[T], shares: &[Share], take: impl Fn(&T, (u16, u16)) -> T) -> Vec<T> {
    let known = shares.iter().filter_map(|share| Some((all.get(share.entry)?, share.piece)));
    known.map(|(one, piece)| take(one, piece)).collect()
}

fn stated<T>(
    all: &Stated<Vec<T>>,
    shares: &[Share],
    take: impl Fn(&T, (u16, u16)) -> T,
) -> Stated<Vec<T>> {
    match all {
        Stated::None => Stated::None,
        Stated::AsAnnounced(words) => {
            let piece = shares.first().map_or((0, 1), |share| share.piece);
            Stated::AsAnnounced(words_of(words, piece).into())
        }
        Stated::Given(all) => Stated::Given(pick(all, shares, take)),
    }
}

/// Entries of channels are the channel itself and then its fees. A channel whose fees go on stands
/// on the next page again, so that a fee is never without its channel.
fn channels(all: &[Channel], shares: &[Share]) -> Vec<Channel> {
    let mut found = Vec::new();
    let mut first = 0;
    for channel in all {
        let fees = channel.given_fees();
        let own = first..=first + fees.len();
        if shares.iter().any(|share| own.contains(&share.entry)) {
            let mut part = channel.clone();
            if !fees.is_empty() {
                let has = |at: usize| shares.iter().any(|share| share.entry == first + 1 + at);
                let fees = fees.iter().enumerate().filter(|(at, _)| has(*at));
                part.fees = Some(Stated::Given(fees.map(|(_, fee)| fee.clone()).collect()));
            }
            found.push(part);
        }
        first += 1 + fees.len();
    }
    found
}

fn piece_of(text: &Text, piece: (u16, u16)) -> Text {
    if piece.1 < 2 { text.clone() } else { text.map(|words| words_of(words, piece).to_owned()) }
}

/// A piece of a text that is cut in so many. Pieces are about equally long, and end where a chapter,
/// a paragraph, a line, a sentence or a word does, whichever is first found near by.
fn words_of(words: &str, (piece, pieces): (u16, u16)) -> &str {
    let (piece, pieces) = (usize::from(piece), usize::from(pieces));
    let from = if piece == 0 { 0 } else { end_near(words, piece, pieces) };
    let to = if piece + 1 >= pieces { words.len() } else { end_near(words, piece + 1, pieces) };
    words.get(from..to).unwrap_or_default().trim()
}

/// Where the piece before `piece` ends.
fn end_near(words: &str, piece: usize, pieces: usize) -> usize {
    let wanted = words.len() * piece / pieces;
    let reach = words.len() / pieces / 5;
    let on_letter = |mut at: usize| {
        while !words.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (low, high) = (on_letter(wanted - reach), on_letter(words.len().min(wanted + reach)));
    let near = &words[low..high];
    for (end, keeps) in [("\n#", 1), ("\n\n", 1), ("\n", 1), (". ", 1), ("; ", 1), (" ", 0)] {
        let ends = near.match_indices(end).map(|(at, _)| low + at + keeps);
        if let Some(at) = ends.min_by_key(|at| at.abs_diff(wanted)) {
            return at;
        }
    }
    on_letter(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_whole_text_and_end_where_sentences_do() {
        let sentence = "Có giấy phép còn hiệu lực. ";
        let text = sentence.repeat(40);
        let pieces: Vec<_> = (0..3).map(|piece| words_of(&text, (piece, 3))).collect();
        assert!(pieces.iter().all(|piece| piece.ends_with("lực.")), "{pieces:?}");
        assert_eq!(pieces.join(" "), text.trim());
        let endless = "ư".repeat(1000);
        let pieces: Vec<_> = (0..7).map(|piece| words_of(&endless, (piece, 7))).collect();
        assert_eq!(pieces.concat(), endless);
        assert!(pieces.iter().all(|piece| piece.len() < 320));
    }
}
