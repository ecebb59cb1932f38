//! The summary box of a procedure: who, where, how long, how much, what to bring. It says the same
//! as the sections below it, shorter; where channels differ it says so channel by channel, and it
//! never adds up fees.

use super::composer::Composer;
use crate::catalogue::Stated;
use crate::catalogue::procedure::{Applicant, Channel, Fee, PaperCase, Price, Procedure};
use crate::theme::Phrase;
use crate::theme::context::{Glance, GlanceLine, Said};

/// Fee lines of one channel that the box repeats; more than that are left to the table.
const FEES: usize = 2;

impl Composer<'_> {
    pub(super) fn glance(&self, body: &Procedure) -> Glance {
        let handler = body.bodies.handler().map(|body| self.stated(body, "body_none"));
        let mut ways: Vec<&str> = Vec::new();
        for channel in &body.channels {
            let way = self.channel_kind(channel.kind);
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        Glance {
            who: self.applicants(&body.applicants),
            handled_by: handler.unwrap_or_else(|| Said::own(self.not_said())),
            ways: ways.join(", "),
            time: self.lines(&body.channels, |channel| self.time(channel)),
            cost: self.lines(&body.channels, |channel| self.cost(channel)),
            bring: self.bring(body.cases.as_ref()),
        }
    }

    fn applicants(&self, applicants: &[Applicant]) -> String {
        let mut ordered = applicants.to_vec();
        ordered.sort_by_key(|one| *one != Applicant::Citizen);
        let words = ordered.iter().map(|one| self.voice.words.applicant(*one));
        let said = words.collect::<Vec<_>>().join(", ");
        let mut signs = said.chars();
        signs.next().into_iter().flat_map(char::to_uppercase).chain(signs).collect()
    }

    /// One line where all channels say the same, else a line for each.
    fn lines(&self, channels: &[Channel], say: impl Fn(&Channel) -> Said) -> Vec<GlanceLine> {
        let said: Vec<_> = channels.iter().map(|channel| (channel.kind, say(channel))).collect();
        match said.as_slice() {
            [] => vec![GlanceLine { label: None, text: self.not_said(), quoted: false }],
            [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => {
                vec![GlanceLine { label: None, text: first.text.clone(), quoted: first.quoted }]
            }
            all => all
                .iter()
                .map(|(kind, said)| GlanceLine {
                    label: Some(self.channel_kind(*kind).into()),
                    text: said.text.clone(),
                    quoted: said.quoted,
                })
                .collect(),
        }
    }

    fn not_said(&self) -> Phrase {
        Phrase::plain(self.voice.words.get("not_said"))
    }

    fn time(&self, channel: &Channel) -> Said {
        match &channel.limit {
            Some(limit) => self.limit(limit),
            None => Said::own(self.not_said()),
        }
    }

    fn cost(&self, channel: &Channel) -> Said {
        let word = |key| Said::own(Phrase::plain(self.voice.words.get(key)));
        let fees = match &channel.fees {
            None => return Said::own(self.not_said()),
            Some(Stated::None) => return word("money_free"),
            Some(Stated::AsAnnounced(words)) => return Said::quoted(self.voice.original(words)),
            Some(Stated::Given(fees)) => fees,
        };
        let quotes = fees.iter().any(|fee| matches!(fee.price, Price::AsAnnounced(_)));
        match fees.as_slice() {
            [fee] if quotes => Said::quoted(self.price(&fee.price)),
            fees if fees.is_empty() || quotes || fees.len() > FEES => word("glance_see_table"),
            fees => {
                let said: Vec<_> = fees.iter().map(|fee| self.short_fee(fee)).collect();
                Said::own(Phrase::joined(&said, "; "))
            }
        }
    }

    /// "8.000 đồng / bản (lệ phí)".
    fn short_fee(&self, fee: &Fee) -> Phrase {
        let mut said = vec![self.price(&fee.price)];
        if matches!(fee.price, Price::Amount(_))
            && let Some(per) = &fee.per
        {
            said = vec![Phrase::joined(&[said.remove(0), self.voice.phrase(per)], " / ")];
        }
        // What the decision leaves open is quoted with its note in the table.
        if let Some(kind) = fee.kind.clearly() {
            said.push(Phrase::plain(&format!("({})", self.fee_kind(kind).to_lowercase())));
        }
        Phrase::joined(&said, " ")
    }

    fn bring(&self, cases: Option<&Stated<Vec<PaperCase>>>) -> Said {
        let said = |text: &str| Said::own(Phrase::plain(text));
        match cases {
            None => Said::own(self.not_said()),
            Some(Stated::None) => said(self.voice.words.get("glance_nothing")),
            Some(Stated::AsAnnounced(words)) => Said::quoted(self.voice.original(words)),
            Some(Stated::Given(cases)) => said(&self.papers(cases)),
        }
    }

    fn papers(&self, cases: &[PaperCase]) -> String {
        let words = self.voice.words;
        let counts = cases.iter().map(|case| case.papers.len());
        let (least, most) = (counts.clone().min().unwrap_or(0), counts.max().unwrap_or(0));
        if most == 0 {
            return words.get("glance_nothing").to_owned();
        }
        let first = cases[0].papers.len();
        if least != most && first < most {
            return format!("{}, {}", words.papers(first), words.get("glance_more"));
        }
        let key = if cases.len() > 1 { "glance_by_case" } else { "papers_count" };
        words.count(key, first)
    }
}
