//! Speaks plain words for sheets: texts of a publication, the theme's wording, sums, limits, telephones. The site's
//! pages say the same by `theme::Phrase`, which is HTML and of no use on paper.

use serde::Serialize;

use super::Said;
use crate::catalogue::agency::{Agency, Hotline};
use crate::catalogue::procedure::{Channel, ChannelKind, Fee, FeeKind, Limit, OnlineLevel, Price};
use crate::catalogue::{Stated, Told};
use crate::text::{Phone, Text};
use crate::theme::Voice;

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// Whose it is.
    pub name: Option<Said>,
    /// The number, grouped for reading.
    pub number: String,
}

/// One language of a sheet.
#[derive(Clone, Copy)]
pub(super) struct Speech<'a> {
    pub(super) voice: Voice<'a>,
}

impl Speech<'_> {
    /// The words of a key of the theme.
    pub(super) fn word(&self, key: &str) -> String {
        self.voice.words.get(key).to_owned()
    }

    /// The words of a key with places filled.
    pub(super) fn fill(&self, key: &str, places: &[(&str, &str)]) -> String {
        self.voice.words.fill(key, places)
    }

    /// The words of a key with a text, perhaps of another language, in its one place.
    pub(super) fn compose(&self, key: &str, place: &str, text: Said) -> Vec<Said> {
        let words = self.voice.words.get(key);
        match words.split_once(place) {
            Some((before, after)) => vec![before.into(), text, after.into()],
            None => vec![words.into()],
        }
    }

    /// A text of the publication.
    pub(super) fn say(&self, text: &Text) -> Said {
        let found = text.read(self.voice.language, self.voice.binding);
        if found.fallback {
            Said::other(found.words, self.voice.binding)
        } else {
            found.words.into()
        }
    }

    /// A text that may be absent.
    pub(super) fn maybe(&self, text: Option<&Text>) -> Option<Said> {
        text.map(|text| self.say(text))
    }

    /// Words of a decision, which exist in the binding language only, in quotation marks.
    pub(super) fn quote(&self, words: &str) -> Said {
        self.original(&format!("“{words}”"))
    }

    /// Words that exist in the binding language only.
    pub(super) fn original(&self, words: &str) -> Said {
        if self.voice.language == self.voice.binding {
            words.into()
        } else {
            Said::other(words, self.voice.binding)
        }
    }

    /// What is stated, "none" in the words of a key, or the decision's own words.
    pub(super) fn stated(&self, stated: &Stated<Text>, none: &str) -> Said {
        match stated {
            Stated::None => self.word(none).into(),
            Stated::AsAnnounced(words) => self.quote(words),
            Stated::Given(text) => self.say(text),
        }
    }

    /// What is told, or the decision's own words.
    pub(super) fn told<T: Copy>(&self, told: &Told<T>, words: impl Fn(T) -> String) -> Said {
        match told {
            Told::Clearly(value) => words(*value).into(),
            Told::AsAnnounced(words) => self.quote(words),
        }
    }

    /// The kind of a way to file.
    pub(super) fn channel_kind(&self, kind: ChannelKind) -> String {
        self.word(match kind {
            ChannelKind::Counter => "channel_counter",
            ChannelKind::Online => "channel_online",
            ChannelKind::Post => "channel_post",
        })
    }

    /// How much can be done online, in words.
    pub(super) fn online_level(&self, level: OnlineLevel) -> String {
        self.word(if level == OnlineLevel::Full { "online_full" } else { "online_partial" })
    }

    /// A time limit.
    pub(super) fn limit(&self, limit: &Limit) -> Said {
        match limit {
            Limit::Known(limit) => self.voice.words.limit(*limit).into(),
            Limit::AsAnnounced(text) => match self.say(text) {
                Said::Own(words) => format!("“{words}”").into(),
                Said::Other { text, lang } => Said::Other { text: format!("“{text}”"), lang },
            },
        }
    }

    /// The lines of what a way to file costs, in the order of the decision.
    pub(super) fn fees(&self, channel: &Channel) -> Vec<Vec<Said>> {
        match &channel.fees {
            None => vec![vec![self.word("fees_not_said").into()]],
            Some(Stated::None) => vec![vec![self.word("fees_none").into()]],
            Some(Stated::AsAnnounced(words)) => vec![vec![self.quote(words)]],
            Some(Stated::Given(fees)) => fees.iter().map(|fee| self.fee(fee)).collect(),
        }
    }

    /// One line of a fee: "Lệ phí: 8.000 đồng / bản", its condition, its note.
    fn fee(&self, fee: &Fee) -> Vec<Said> {
        let kind = self.told(&fee.kind, |kind| {
            self.word(if kind == FeeKind::Fee { "fee_fee" } else { "fee_charge" })
        });
        let mut said = vec![kind, ": ".into()];
        match &fee.price {
            Price::Amount(money) => said.push(self.voice.words.money(*money).into()),
            Price::AsAnnounced(words) => said.push(self.quote(words)),
        }
        for (before, text) in [(" / ", &fee.per), (" × ", &fee.of), (" – ", &fee.when)] {
            if let Some(text) = text {
                said.extend([before.into(), self.say(text)]);
            }
        }
        if let Some(note) = &fee.note {
            said.extend([" (".into(), self.say(note), ")".into()]);
        }
        said
    }

    /// A telephone with its name.
    pub(super) fn call(&self, name: Option<&Text>, phone: &Phone) -> Call {
        Call { name: self.maybe(name), number: phone.written().to_owned() }
    }

    /// The agency's hotlines, at most `most`; where it has none, the telephone of its desk.
    pub(super) fn hotlines(&self, agency: &Agency, most: usize) -> Vec<Call> {
        let own = |line: &Hotline| self.call(Some(&line.name), &line.phone);
        let mut calls: Vec<_> = agency.hotlines.iter().take(most).map(own).collect();
        if calls.is_empty() {
            let help = &agency.contacts.help;
            calls.extend(help.phone.as_ref().map(|phone| self.call(help.name.as_ref(), phone)));
        }
        calls
    }
}
