//! Ways to file with their time limits and fees, as pages say them.

use super::composer::Composer;
use crate::catalogue::procedure::{
    Channel, ChannelKind, Fee, FeeKind, Limit, OnlineLevel, Price, StartEvent,
};
use crate::catalogue::{Stated, Told};
use crate::text::{Hour, Text};
use crate::theme::Phrase;
use crate::theme::context::web_address;
use crate::theme::context::{self, ActLink, FeeLine, FeeList, LimitLine, Said};

impl Composer<'_> {
    pub(super) fn channel(&self, channel: &Channel, cutoff: Option<Hour>) -> context::Channel {
        let words = self.voice.words;
        let starts = channel.starts.map(|event| match event {
            StartEvent::Receipt => "starts_receipt",
            StartEvent::CompleteFile => "starts_complete_file",
            StartEvent::Payment => "starts_payment",
        });
        context::Channel {
            kind: self.channel_kind(channel.kind).into(),
            level: channel
                .level
                .as_ref()
                .map(|level| self.told(level, |one| self.online_level(one))),
            address: channel.address.as_ref().and_then(|one| web_address(one.given()?)),
            no_address: channel.address.as_ref().and_then(|one| self.no_address(one)),
            limits: self.limits(channel),
            starts: starts.map(|key| words.get(key).into()),
            cutoff: channel.cutoff.map(|hour| self.cutoff(hour)),
            rule: self.filing_rule(channel, cutoff),
            fees: self.fees(channel.fees.as_ref()),
            note: self.voice.maybe(channel.note.as_ref()),
        }
    }

    pub(super) fn channel_kind(&self, kind: ChannelKind) -> &str {
        self.voice.words.get(match kind {
            ChannelKind::Counter => "channel_counter",
            ChannelKind::Online => "channel_online",
            ChannelKind::Post => "channel_post",
        })
    }

    pub(super) fn online_level(&self, level: OnlineLevel) -> String {
        let words = self.voice.words;
        words.get(if level == OnlineLevel::Full { "online_full" } else { "online_partial" }).into()
    }

    fn limits(&self, channel: &Channel) -> Vec<LimitLine> {
        let line = |when: Option<&Text>, limit: &Limit| {
            let when = self.voice.maybe(when);
            let Said { text, quoted } = self.limit(limit);
            LimitLine { when, text, quoted }
        };
        let usual = channel.limit.iter().map(|limit| line(None, limit));
        let others = channel.limit_cases.iter().map(|case| line(Some(&case.when), &case.limit));
        usual.chain(others).collect()
    }

    pub(super) fn limit(&self, limit: &Limit) -> Said {
        match limit {
            Limit::Known(limit) => Said::own(Phrase::plain(&self.voice.words.limit(*limit))),
            Limit::AsAnnounced(text) => Said::quoted(self.voice.phrase(text)),
        }
    }

    /// What is said of an online channel that has no address.
    fn no_address(&self, address: &Stated<Box<str>>) -> Option<Said> {
        match address {
            Stated::None => Some(Said::own(Phrase::plain(self.voice.words.get("no_address")))),
            Stated::AsAnnounced(words) => Some(Said::quoted(self.voice.original(words))),
            Stated::Given(_) => None,
        }
    }

    /// A value in words, or the decision's own.
    fn told<T: Copy>(&self, told: &Told<T>, words: impl Fn(T) -> String) -> Said {
        match told {
            Told::Clearly(value) => Said::own(Phrase::plain(&words(*value))),
            Told::AsAnnounced(quote) => Said::quoted(self.voice.original(quote)),
        }
    }

    fn fees(&self, fees: Option<&Stated<Vec<Fee>>>) -> FeeList {
        let told = |key| Some(self.voice.words.get(key).to_owned());
        match fees {
            None => FeeList { told: told("fees_not_said"), ..FeeList::default() },
            Some(Stated::None) => FeeList { told: told("fees_none"), ..FeeList::default() },
            Some(Stated::AsAnnounced(words)) => {
                FeeList { quote: Some(self.voice.original(words)), ..FeeList::default() }
            }
            Some(Stated::Given(fees)) => FeeList {
                told: fees.is_empty().then(|| told("fees_follow")).flatten(),
                quote: None,
                lines: fees.iter().map(|fee| self.fee(fee)).collect(),
            },
        }
    }

    fn fee(&self, fee: &Fee) -> FeeLine {
        FeeLine {
            kind: self.told(&fee.kind, |kind| self.fee_kind(kind).to_owned()),
            price: self.price(&fee.price),
            quoted: matches!(fee.price, Price::AsAnnounced(_)),
            per: self.voice.maybe(fee.per.as_ref()),
            of: self.voice.maybe(fee.of.as_ref()),
            when: self.voice.maybe(fee.when.as_ref()),
            validity: self.fee_validity(fee),
            act: fee.act.as_deref().map(|number| self.act_link(number)),
            note: self.voice.maybe(fee.note.as_ref()),
        }
    }

    pub(super) fn fee_kind(&self, kind: FeeKind) -> &str {
        self.voice.words.get(if kind == FeeKind::Fee { "fee_fee" } else { "fee_charge" })
    }

    pub(super) fn price(&self, price: &Price) -> Phrase {
        match price {
            Price::Amount(money) => Phrase::plain(&self.voice.words.money(*money)),
            Price::AsAnnounced(words) => self.voice.original(words),
        }
    }

    fn fee_validity(&self, fee: &Fee) -> Option<String> {
        self.span("fee_", fee.from, fee.to)
    }

    /// A cited act with its title, if somebody has read it.
    fn act_link(&self, number: &str) -> ActLink {
        let act = self.plan.register.act(self.publication, number);
        let title = act.and_then(|act| self.voice.maybe(act.title.as_ref()));
        ActLink { number: number.into(), title }
    }
}
