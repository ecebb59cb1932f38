//! What sheets say of a procedure at an agency: its parts in plain words, with what differs there put in place of what
//! all agencies share.

use serde::Serialize;

use super::Said;
use super::speech::Speech;
use crate::catalogue::Stated;
use crate::catalogue::agency::{Agency, Offering};
use crate::catalogue::procedure::{Channel, ChannelKind, HandIn, Limit, Paper, Procedure};

/// A line that may be several texts in a row.
pub(super) type Line = Vec<Said>;

/// Papers of one situation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Papers {
    pub(super) case: Option<Said>,
    pub(super) papers: Vec<Line>,
}

/// What is said of one way to file, or of all where they say the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ByWay {
    /// The way; none where all say the same.
    pub(super) way: Option<String>,
    pub(super) lines: Vec<Line>,
}

/// A procedure with what differs at an agency.
pub(super) fn at_agency(mut body: Procedure, differs: Option<&Offering>) -> Procedure {
    let Some(differs) = differs else { return body };
    for channel in &mut body.channels {
        if let Some((_, fees)) = differs.fees.iter().find(|(id, _)| *id == channel.id) {
            channel.fees = Some(fees.clone());
        }
        if let Some((_, limit)) = differs.limits.iter().find(|(id, _)| *id == channel.id) {
            channel.limit = Some(Limit::Known(*limit));
        }
    }
    body
}

impl Speech<'_> {
    /// What to bring, by situation; where nothing is listed, what is said instead.
    pub(super) fn papers(&self, body: &Procedure) -> Vec<Papers> {
        let told = |said: Said| vec![Papers { case: None, papers: vec![vec![said]] }];
        match &body.cases {
            None => told(self.word("not_said").into()),
            Some(Stated::None) => told(self.word("glance_nothing").into()),
            Some(Stated::AsAnnounced(words)) => told(self.quote(words)),
            Some(Stated::Given(cases)) => cases
                .iter()
                .map(|case| Papers {
                    case: self.maybe(case.name.as_ref()),
                    papers: match case.papers.as_slice() {
                        [] => vec![vec![self.word("glance_nothing").into()]],
                        papers => papers.iter().map(|paper| self.paper(paper)).collect(),
                    },
                })
                .collect(),
        }
    }

    /// "Tờ khai … (nộp, 1 bản chính)".
    fn paper(&self, paper: &Paper) -> Line {
        let mut said = vec![self.word(match paper.hand_in {
            HandIn::Submit => "hand_in_submit",
            HandIn::Show => "hand_in_show",
            HandIn::OnlineRecord => "hand_in_record",
        })];
        for (key, number) in [("originals", paper.originals), ("copies", paper.copies)] {
            if number > 0 && paper.hand_in != HandIn::OnlineRecord {
                said.push(self.voice.words.count(key, usize::from(number)));
            }
        }
        vec![self.say(&paper.name), format!(" ({})", said.join(", ").to_lowercase()).into()]
    }

    /// Time limits, by way where they differ.
    pub(super) fn times(&self, body: &Procedure) -> Vec<ByWay> {
        self.by_way(body, |channel| self.limits(channel))
    }

    /// The usual limit of a way to file, then those of other situations.
    pub(super) fn limits(&self, channel: &Channel) -> Vec<Line> {
        let usual = match &channel.limit {
            Some(limit) => vec![self.limit(limit)],
            None => vec![self.word("not_said").into()],
        };
        let others = channel.limit_cases.iter();
        let others =
            others.map(|case| vec![self.say(&case.when), ": ".into(), self.limit(&case.limit)]);
        std::iter::once(usual).chain(others).collect()
    }

    /// Fees, by way where they differ.
    pub(super) fn costs(&self, body: &Procedure) -> Vec<ByWay> {
        self.by_way(body, |channel| self.fees(channel))
    }

    /// The ways to file; of the online one, how much can be done there.
    pub(super) fn ways(&self, body: &Procedure) -> Vec<Line> {
        let mut ways: Vec<Line> = Vec::new();
        for channel in &body.channels {
            let mut line: Line = vec![self.channel_kind(channel.kind).into()];
            if channel.kind == ChannelKind::Online
                && let Some(level) = &channel.level
            {
                line.extend([": ".into(), self.told(level, |level| self.online_level(level))]);
            }
            if !ways.contains(&line) {
                ways.push(line);
            }
        }
        ways
    }

    /// Where and how results are returned: as each says, else at the agency's desk.
    pub(super) fn returned(
        &self,
        body: &Procedure,
        agency: &Agency,
        differs: Option<&Offering>,
    ) -> Vec<Line> {
        let results = body.results.as_ref().and_then(Stated::given);
        let mut said: Vec<Line> = Vec::new();
        for returned in results.into_iter().flatten().filter_map(|one| one.returned.as_ref()) {
            let line = vec![self.say(returned)];
            if !said.contains(&line) {
                said.push(line);
            }
        }
        if said.is_empty() {
            let place = differs.and_then(|differs| differs.place.as_ref());
            said.push(vec![self.say(place.or(agency.one_stop.as_ref()).unwrap_or(&agency.name))]);
        }
        said
    }

    /// One entry where all ways say the same, else one for each.
    pub(super) fn by_way(
        &self,
        body: &Procedure,
        say: impl Fn(&Channel) -> Vec<Line>,
    ) -> Vec<ByWay> {
        let mut all: Vec<(ChannelKind, Vec<Line>)> = Vec::new();
        for channel in &body.channels {
            let one = (channel.kind, say(channel));
            if !all.contains(&one) {
                all.push(one);
            }
        }
        match all.as_slice() {
            [] => vec![ByWay { way: None, lines: vec![vec![self.word("not_said").into()]] }],
            [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => {
                vec![ByWay { way: None, lines: first.clone() }]
            }
            all => all
                .iter()
                .map(|(kind, lines)| ByWay {
                    way: Some(self.channel_kind(*kind)),
                    lines: lines.clone(),
                })
                .collect(),
        }
    }
}
