//! The summary box of a procedure: who, where, how long, how much, what to bring. It says the same
//! as the sections below it, shorter; where channels differ it says so channel by channel, and it
//! never adds up fees.

use super::composer::Composer;
use crate::catalogue::Stated;
use crate::catalogue::procedure::{Applicant, Channel, Fee, Limit, PaperCase, Price, Procedure};
use crate::theme::Phrase;
use crate::theme::context::{Glance, GlanceLine};

/// Fee lines of one channel that the box repeats; more than that are left to the table.
const FEES: usize = 2;

impl Composer<'_> {
    pub(super) fn glance(&self, body: &Procedure) -> Glance {
        let handler = body.bodies.handles.as_ref().unwrap_or(&body.bodies.decides);
        let mut ways: Vec<&str> = Vec::new();
        for channel in &body.channels {
            let way = self.channel_kind(channel.kind);
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        Glance {
            who: self.applicants(&body.applicants),
            handled_by: self.voice.phrase(handler),
            ways: ways.join(", "),
            time: self.lines(&body.channels, |channel| self.time(channel)),
            cost: self.lines(&body.channels, |channel| self.cost(channel)),
            bring: self.bring(&body.cases),
        }
    }

    fn applicants(&self, applicants: &[Applicant]) -> String {
        let words = applicants.iter().map(|one| self.voice.words.get(applicant_key(*one)));
        words.collect::<Vec<_>>().join(", ")
    }

    /// One line where all channels say the same, else a line for each.
    fn lines(&self, channels: &[Channel], say: impl Fn(&Channel) -> Phrase) -> Vec<GlanceLine> {
        let said: Vec<_> = channels.iter().map(|channel| (channel.kind, say(channel))).collect();
        match said.as_slice() {
            [] => vec![GlanceLine { label: None, text: self.not_said() }],
            [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => {
                vec![GlanceLine { label: None, text: first.clone() }]
            }
            all => all
                .iter()
                .map(|(kind, text)| GlanceLine {
                    label: Some(self.channel_kind(*kind).into()),
                    text: text.clone(),
                })
                .collect(),
        }
    }

    fn not_said(&self) -> Phrase {
        Phrase::plain(self.voice.words.get("not_said"))
    }

    fn time(&self, channel: &Channel) -> Phrase {
        match &channel.limit {
            Some(Limit::Known(limit)) => Phrase::plain(&self.voice.words.limit(*limit)),
            Some(Limit::AsAnnounced(text)) => quoted(self.voice.phrase(text)),
            None => self.not_said(),
        }
    }

    fn cost(&self, channel: &Channel) -> Phrase {
        match &channel.fees {
            Stated::None => Phrase::plain(self.voice.words.get("money_free")),
            Stated::AsAnnounced(words) => quoted(self.voice.original(words)),
            Stated::Given(fees) if fees.is_empty() => {
                Phrase::plain(self.voice.words.get("money_free"))
            }
            Stated::Given(fees) if fees.len() > FEES => {
                Phrase::plain(self.voice.words.get("glance_see_table"))
            }
            Stated::Given(fees) => {
                let said: Vec<_> = fees.iter().map(|fee| self.short_fee(fee)).collect();
                Phrase::joined(&said, "; ")
            }
        }
    }

    /// "8.000 đồng / bản (lệ phí)".
    fn short_fee(&self, fee: &Fee) -> Phrase {
        let price = self.price(&fee.price);
        let price = match (&fee.price, &fee.per) {
            (Price::AsAnnounced(_), _) => quoted(price),
            (Price::Amount(_), Some(per)) => {
                Phrase::joined(&[price, self.voice.phrase(per)], " / ")
            }
            (Price::Amount(_), None) => price,
        };
        let kind = Phrase::plain(&format!("({})", self.fee_kind(fee.kind).to_lowercase()));
        Phrase::joined(&[price, kind], " ")
    }

    fn bring(&self, cases: &[PaperCase]) -> String {
        let words = self.voice.words;
        let counts = cases.iter().map(|case| case.papers.len());
        let (least, most) = (counts.clone().min().unwrap_or(0), counts.max().unwrap_or(0));
        if most == 0 {
            return words.get("glance_nothing").to_owned();
        }
        if least != most {
            let (least, most) = (words.whole(least), words.whole(most));
            return words.fill("glance_range", &[("least", &least), ("most", &most)]);
        }
        let key = if cases.len() > 1 { "glance_by_case" } else { "papers_count" };
        words.count(key, most)
    }
}

/// The announcing decision's own words, which the table below names as such.
fn quoted(words: Phrase) -> Phrase {
    Phrase::joined(&[Phrase::plain("“"), words, Phrase::plain("”")], "")
}

/// The words for who may apply.
fn applicant_key(applicant: Applicant) -> &'static str {
    match applicant {
        Applicant::Citizen => "applicant_citizen",
        Applicant::OverseasVietnamese => "applicant_overseas_vietnamese",
        Applicant::Foreigner => "applicant_foreigner",
        Applicant::Enterprise => "applicant_enterprise",
        Applicant::ForeignEnterprise => "applicant_foreign_enterprise",
        Applicant::Cooperative => "applicant_cooperative",
        Applicant::Organisation => "applicant_organisation",
        Applicant::ForeignOrganisation => "applicant_foreign_organisation",
        Applicant::Official => "applicant_official",
        Applicant::PartyMember => "applicant_party_member",
        Applicant::PartyOrganisation => "applicant_party_organisation",
    }
}
