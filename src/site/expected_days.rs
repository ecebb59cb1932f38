//! What the script of a procedure's page reckons the day to expect from: the working calendar and the rule of each way to file.

use super::Subject;
use super::composer::Composer;
use crate::catalogue::law::Certainty;
use crate::catalogue::procedure::{Channel, Limit, StartEvent, TimeLimit, TimeUnit};
use crate::publication::EditionIndex;
use crate::text::{Date, Hour};
use crate::theme::context::{DayTable, FilingRule};

impl Composer<'_> {
    /// The working calendar, on the pages where somebody may be about to file.
    pub(super) fn day_table(&self, channels: &[Channel]) -> Option<DayTable> {
        if !matches!(self.subject, Subject::Procedure { .. } | Subject::Offering { .. })
            || !channels.iter().any(|channel| limit_of(channel).is_some())
        {
            return None;
        }
        let calendar = &self.publication.calendar;
        let until = calendar.known_until()?;
        // A holiday on a day of rest changes nothing.
        let off = calendar.days_off.iter();
        let off = off.filter(|off| !calendar.weekend.contains(&off.date.weekday()));
        let guessed = off.clone().filter(|off| off.certainty == Certainty::Estimated);
        let weekend = calendar.weekend.iter().map(u8::to_string).collect();
        Some(DayTable {
            off: numbers(off.map(|off| off.date)),
            guessed: numbers(guessed.map(|off| off.date)),
            worked: numbers(calendar.make_up.iter().map(|one| one.date)),
            weekend,
            until: until.day_number(),
        })
    }

    /// The rule of a way to file.
    #[allow(clippy::unused_self, reason = "reads as part of the page")]
    pub(super) fn filing_rule(
        &self,
        channel: &Channel,
        otherwise: Option<Hour>,
    ) -> Option<FilingRule> {
        let cutoff = channel.cutoff.or(otherwise);
        let cutoff = cutoff.map(|hour| hour.minutes().to_string()).unwrap_or_default();
        Some(FilingRule { limit: limit_of(channel)?, cutoff })
    }

    /// The hour after which a file counts from the next working day: that of the agency, or on the common page the
    /// earliest of those that offer the procedure, so that nobody is promised too much.
    pub(super) fn cutoff_at(&self, index: EditionIndex) -> Option<Hour> {
        let cutoff = |agency| self.publication.agency(agency).cutoff;
        if let Subject::Offering { offered } = self.subject {
            return cutoff(self.publication.offered[offered].agency);
        }
        let offerers = self.plan.register.offerers(self.publication, index);
        offerers.filter_map(|(_, offered)| cutoff(offered.agency)).min()
    }
}

/// The usual limit as the script reads it; none where it names no day or does not begin with the file.
fn limit_of(channel: &Channel) -> Option<String> {
    if channel.starts == Some(StartEvent::Payment) {
        return None;
    }
    match channel.limit {
        Some(Limit::Known(TimeLimit::SameDay)) => Some("s".into()),
        Some(Limit::Known(TimeLimit::Within(number, unit))) => {
            let letter = match unit {
                TimeUnit::WorkingDays => "w",
                TimeUnit::Days => "d",
                TimeUnit::Months => "m",
                TimeUnit::Hours | TimeUnit::Minutes => return None,
            };
            Some(format!("{number}{letter}"))
        }
        _ => None,
    }
}

fn numbers(days: impl Iterator<Item = Date>) -> String {
    days.map(|day| day.day_number().to_string()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::site::whole_site::build;
    use crate::theme::invented::{day, publication};

    #[test]
    fn a_page_on_which_one_may_file_carries_the_calendar_and_no_other() {
        let pages = build(&publication(), day());
        let page = |path: &str| &pages[&(path.to_owned(), None)].html;
        let common = page("thu-tuc/1.000894.html");
        for words in ["data-limit=\"s\"", "data-off=\"20454 ", "data-until=\"21183\"", "data-note"]
        {
            assert!(common.contains(words), "{words}");
        }
        assert!(common.contains("dự kiến trả #"), "the script puts the day there");
        assert!(!page("thu-tuc/1.000894/2020-09-04.html").contains("data-off"));
    }
}
