//! The page of changes, cut into parts: the latest day first, and on it each procedure that became another.

use super::Subject;
use super::composer::Composer;
use super::lists::Listed;
use super::overhead::Overhead;
use super::paging::{self, HEADING, Rows, Stretch, cut};
use super::turns::{ToldTurn, Turns};
use crate::catalogue::procedure::Edition;
use crate::change::Stage;
use crate::publication::PageAddress;
use crate::text::Scale;
use crate::theme::Phrase;
use crate::theme::context::{ChangeDay, ChangeRow, Changes};

/// What a row adds to a page beside its name and lines, compressed and on the page.
const ROW: (usize, usize) = (40, 200);

/// What each line adds beside its words.
const LINE: (usize, usize) = (6, 30);

/// All turns by day, cut into pages.
pub(super) fn list(overhead: Overhead<'_>, turns: &Turns, scale: &mut Scale) -> Listed<usize> {
    let mut runs = Vec::new();
    for day in turns.all.chunk_by(|one, next| one.day == next.day) {
        let start = runs.last().map_or(0, |run: &std::ops::Range<usize>| run.end);
        runs.push(start..start + day.len());
    }
    let room = overhead.room(&[], scale);
    let parts = cut(&ByDay { overhead, turns }, &runs, room, scale);
    Listed { rows: (0..turns.all.len()).collect(), parts }
}

/// Turns under their days.
struct ByDay<'a> {
    overhead: Overhead<'a>,
    turns: &'a Turns,
}

impl Rows for ByDay<'_> {
    fn put_heading(&self, _run: usize, scale: &mut Scale) {
        scale.put_frame(HEADING.0, HEADING.1);
    }

    fn put_row(&self, row: usize, scale: &mut Scale) {
        let turn = &self.turns.all[row];
        let edition = self.overhead.publication.edition(turn.edition);
        scale.put_frame(ROW.0, ROW.1);
        self.overhead.put(&edition.name, scale);
        for line in &turn.lines {
            scale.put_frame(LINE.0, LINE.1);
            self.overhead.put(line, scale);
        }
    }
}

impl Composer<'_> {
    pub(super) fn changes(&self, part: u16) -> Changes {
        let words = self.voice.words;
        let list = &self.lists().changes;
        let title = self.part_title(words.get("changes_title"), part);
        let stretches = paging::part_of(&list.parts, part).iter();
        Changes {
            meta: self.meta(&title, words.get("changes_lead")),
            feed: self.href(PageAddress::ChangeFeed),
            days: stretches.filter_map(|stretch| self.change_day(stretch)).collect(),
            parts: self.parts(part, |part| Subject::Changes { part }),
        }
    }

    fn change_day(&self, stretch: &Stretch) -> Option<ChangeDay> {
        let rows = &self.lists().changes.rows[stretch.rows.clone()];
        let turns = rows.iter().map(|row| &self.plan.turns.all[*row]);
        let first = turns.clone().next()?;
        let row = |turn: &ToldTurn| {
            let edition = self.publication.edition(turn.edition);
            ChangeRow {
                name: self.voice.phrase(&edition.name),
                href: self.turn_href(turn),
                code: edition.code.as_str().into(),
                lines: self.turn_lines(turn),
            }
        };
        Some(ChangeDay { day: self.voice.words.date(first.day), rows: turns.map(row).collect() })
    }

    /// The edition that began; the procedure's own page where it ended.
    fn turn_href(&self, turn: &ToldTurn) -> String {
        match turn.stage {
            Stage::Changed => self.href_of(Subject::DatedEdition { edition: turn.edition }),
            _ => self.href_of(Subject::Procedure { edition: turn.edition }),
        }
    }

    /// What changed, a line each; where nothing of substance did, that.
    pub(super) fn turn_lines(&self, turn: &ToldTurn) -> Vec<Phrase> {
        let words = self.voice.words;
        let mut lines: Vec<_> = turn.lines.iter().map(|line| self.voice.phrase(line)).collect();
        if turn.more > 0 {
            lines.push(Phrase::plain(&words.count("changes_more", turn.more)));
        }
        if lines.is_empty() {
            let key = match (turn.stage, turn.wording) {
                (Stage::Ended, _) => "changes_ended",
                (_, 0) => "changes_none",
                _ => "changes_wording",
            };
            lines.push(Phrase::plain(words.get(key)));
        }
        lines
    }

    /// The page of changes, if there is one.
    pub(super) fn changes_href(&self) -> String {
        if self.plan.turns.all.is_empty() {
            return String::new();
        }
        self.href(PageAddress::Changes { part: 1 })
    }

    /// A feed, if anything that it would tell of has changed.
    pub(super) fn feed_href(
        &self,
        address: PageAddress<'_>,
        wanted: impl Fn(&Edition) -> bool,
    ) -> String {
        let some = self.plan.turns.among(self.publication, wanted).next().is_some();
        if some { self.href(address) } else { String::new() }
    }
}
