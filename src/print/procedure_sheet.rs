//! One procedure in full (tờ niêm yết một thủ tục), as an agency carries it out.

use serde::Serialize;

use super::counter_facts::{PrintedSymbol, kind_key};
use super::office_foot::OfficeFoot;
use super::posted::{Line, Papers, at_agency};
use super::speech::Speech;
use super::{Paper, PrintError, Said, Sheet, SheetKind};
use crate::catalogue::Stated;
use crate::catalogue::agency::Offering;
use crate::catalogue::procedure::{Bodies, Channel, Decision, Procedure, ProcedureCode};
use crate::publication::{AgencyIndex, Publication};
use crate::symbol::Symbol;
use crate::text::{Date, Language, Text};
use crate::theme::Theme;

/// A procedure at an agency.
#[derive(Clone, Copy)]
pub struct ProcedureSubject<'a> {
    /// Where everything is said.
    pub publication: &'a Publication,
    /// The theme, for its wording.
    pub theme: &'a Theme,
    /// The agency.
    pub agency: AgencyIndex,
    /// The procedure.
    pub code: &'a ProcedureCode,
    /// The domain in words.
    pub domain: &'a str,
    /// The languages: all in one, then in the next.
    pub languages: &'a [Language],
    /// The day.
    pub day: Date,
}

#[derive(Debug, Serialize)]
struct ProcedureFacts {
    kind: &'static str,
    code: String,
    address: String,
    domain: String,
    symbol: PrintedSymbol,
    said: Vec<ProcedureWords>,
}

#[derive(Debug, Serialize)]
struct ProcedureWords {
    lang: String,
    kind: String,
    agency: Said,
    name: Said,
    field: Option<Said>,
    code: String,
    decision: Option<Line>,
    steps_to_scan: Vec<Said>,
    guard: String,
    alt: String,
    sections: Vec<Section>,
    foot: OfficeFoot,
}

/// A section: a heading, and what is said below it.
#[derive(Debug, Serialize)]
struct Section {
    heading: String,
    papers: Vec<Papers>,
    lines: Vec<Line>,
    /// Whether the order of the lines counts.
    numbered: bool,
    ways: Vec<Way>,
}

/// A way to file with its limits and fees.
#[derive(Debug, Serialize)]
struct Way {
    kind: Line,
    times: Vec<Line>,
    costs: Vec<Line>,
    note: Option<Said>,
}

/// The full sheet; none where the agency does not offer it. `symbol` leads to the page of the procedure.
pub fn procedure_sheet(
    paper: Paper,
    subject: ProcedureSubject<'_>,
    symbol: &Symbol,
) -> Result<Option<Sheet>, PrintError> {
    let ProcedureSubject { publication, agency, code, .. } = subject;
    let mut offered = publication.offered_by(agency).iter();
    let Some(offered) = offered.find(|one| one.code == *code) else { return Ok(None) };
    let Some(edition) = super::board::shown(publication, code, subject.day) else {
        return Ok(None);
    };
    let differs = offered.differs.as_deref();
    let body = at_agency(publication.body(edition)?, differs);
    let field = publication.field(publication.edition(edition).field.as_str());
    let field = field.map(|field| &field.name);
    let said = subject.languages.iter();
    let facts = ProcedureFacts {
        kind: SheetKind::Procedure.name(),
        code: code.as_str().to_owned(),
        address: address_in_words(symbol.text()),
        domain: subject.domain.to_owned(),
        symbol: PrintedSymbol::new(SheetKind::Procedure, paper, symbol),
        said: said.map(|language| subject.words(*language, &body, field, differs)).collect(),
    };
    let (id, title) = (&publication.agency(agency).id, body.display_name().original());
    let sheet = Sheet::new(SheetKind::Procedure, id, Some(code.as_str()), None, title, &facts)?;
    Ok(Some(sheet))
}

/// An address as it is read aloud: without scheme, the host in small letters.
pub(super) fn address_in_words(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    match bare.split_once('/') {
        Some((host, path)) => format!("{}/{path}", host.to_lowercase()),
        None => bare.to_lowercase(),
    }
}

impl ProcedureSubject<'_> {
    fn words(
        &self,
        language: Language,
        body: &Procedure,
        field: Option<&Text>,
        differs: Option<&Offering>,
    ) -> ProcedureWords {
        let publication = self.publication;
        let agency = publication.agency(self.agency);
        let speech = Speech { voice: self.theme.voice(language, publication.site.binding()) };
        let decision = differs.and_then(|differs| differs.decision.as_ref());
        let code = self.code.as_str();
        let mut sections = speech.sections(body);
        let acts = body.acts.iter().map(|number| self.act(number, speech)).collect();
        sections.push(Section::of(speech.word("sheet_acts"), acts));
        let returned = speech.returned(body, agency, differs);
        sections.push(Section::of(speech.word("sheet_column_returned"), returned));
        if let Some(note) = differs.and_then(|differs| differs.note.as_ref()) {
            sections
                .push(Section::of(speech.word("sheet_at_agency"), vec![vec![speech.say(note)]]));
        }
        ProcedureWords {
            lang: language.tag().into(),
            kind: speech.word(kind_key(SheetKind::Procedure)),
            agency: speech.say(&agency.name),
            name: speech.say(&body.name),
            field: speech.maybe(field),
            code: speech.word("code"),
            decision: decision.or(body.decision.as_ref()).map(|one| speech.decision(one)),
            steps_to_scan: publication
                .site
                .scan_instructions
                .iter()
                .map(|one| speech.say(one))
                .collect(),
            guard: speech.fill("sheet_short_guard", &[("domain", self.domain)]),
            alt: speech.fill("sheet_procedure_alt", &[("code", code)]),
            sections: sections.into_iter().filter(|one| !one.is_empty()).collect(),
            foot: speech.office_foot(agency),
        }
    }
}

impl ProcedureSubject<'_> {
    /// "60/2014/QH13 – Luật Hộ tịch".
    fn act(&self, number: &str, speech: Speech<'_>) -> Line {
        let act = self.publication.acts.iter().find(|act| *act.number == *number);
        let mut line: Line = vec![number.into()];
        if let Some(title) = act.and_then(|act| act.title.as_ref()) {
            line.extend([" – ".into(), speech.say(title)]);
        }
        line
    }
}

impl Section {
    fn of(heading: String, lines: Vec<Line>) -> Self {
        Self { heading, papers: Vec::new(), lines, numbered: false, ways: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.papers.is_empty() && self.lines.is_empty() && self.ways.is_empty()
    }
}

impl Speech<'_> {
    fn sections(&self, body: &Procedure) -> Vec<Section> {
        let of = |key: &str, lines| Section::of(self.word(key), lines);
        let papers = Section { papers: self.papers(body), ..of("sheet_column_papers", Vec::new()) };
        let ways = body.channels.iter().map(|channel| self.way(channel)).collect();
        let ways = Section { ways, ..of("sheet_ways", Vec::new()) };
        let applicants = body.applicants.iter().map(|one| self.voice.words.applicant(*one));
        let applicants = applicants.collect::<Vec<_>>().join(", ");
        let steps = body.steps.iter().map(|step| {
            let mut line = match &step.position {
                Stated::None => Line::new(),
                position => vec![self.stated(position, "not_said"), ": ".into()],
            };
            line.push(self.say(&step.action));
            if let Some(time) = step.time {
                line.push(format!(" ({})", self.voice.words.limit(time)).into());
            }
            line
        });
        vec![
            of(
                "sheet_applicants",
                if applicants.is_empty() { Vec::new() } else { vec![vec![applicants.into()]] },
            ),
            papers,
            ways,
            Section { numbered: true, ..of("sheet_steps", steps.collect()) },
            of(
                "sheet_conditions",
                self.listed(body.conditions.as_ref(), |one| vec![self.say(&one.text)]),
            ),
            of(
                "sheet_results",
                self.listed(body.results.as_ref(), |one| {
                    let mut line = vec![self.say(&one.name)];
                    if let Some(validity) = &one.validity {
                        line.extend([" – ".into(), self.stated(validity, "validity_none")]);
                    }
                    line
                }),
            ),
            of("sheet_bodies", self.bodies(&body.bodies)),
        ]
    }

    fn way(&self, channel: &Channel) -> Way {
        let mut kind: Line = vec![self.channel_kind(channel.kind).into()];
        if let Some(level) = &channel.level {
            kind.extend([": ".into(), self.told(level, |level| self.online_level(level))]);
        }
        if let Some(address) = channel.address.as_ref().and_then(Stated::given) {
            kind.push(format!(" – {address}").into());
        }
        Way {
            kind,
            times: self.limits(channel),
            costs: self.fees(channel),
            note: self.maybe(channel.note.as_ref()),
        }
    }

    fn listed<T>(&self, stated: Option<&Stated<Vec<T>>>, line: impl Fn(&T) -> Line) -> Vec<Line> {
        match stated {
            None => Vec::new(),
            Some(Stated::None) => vec![vec![self.word("sheet_none").into()]],
            Some(Stated::AsAnnounced(words)) => vec![vec![self.quote(words)]],
            Some(Stated::Given(all)) => all.iter().map(line).collect(),
        }
    }

    fn bodies(&self, bodies: &Bodies) -> Vec<Line> {
        let parts = [
            ("body_decides", &bodies.decides),
            ("body_handles", &bodies.handles),
            ("body_coordinates", &bodies.coordinates),
            ("body_delegated", &bodies.delegated),
        ];
        let said = parts.into_iter().filter_map(|(role, body)| Some((role, body.as_ref()?)));
        said.map(|(role, body)| {
            vec![self.word(role).into(), ": ".into(), self.stated(body, "body_none")]
        })
        .collect()
    }

    /// "Quyết định số 1872/QĐ-BTP ngày 04/09/2020 của Bộ Tư pháp".
    fn decision(&self, decision: &Decision) -> Line {
        let number = &*decision.number;
        let said = match decision.issued {
            Some(day) => {
                let day = self.voice.words.date(day);
                self.fill("decision_dated", &[("number", number), ("day", &day)])
            }
            None => self.fill("decision", &[("number", number)]),
        };
        let mut line: Line = vec![said.into()];
        if let Some(body) = &decision.body {
            line.push(" ".into());
            line.extend(self.compose("decision_by", "{body}", self.say(body)));
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symbol::Level;
    use crate::theme::invented::{code, day, publication};

    #[test]
    fn a_sheet_says_every_part_and_where_to_look_it_up() {
        let (publication, theme) = (publication(), Theme::embedded());
        let address = "https://NIEMYET.MINHHOA.GOV.VN/thu-tuc/1.000894.html";
        let symbol = Symbol::encode(address, Level::M).unwrap();
        let made = |code: &ProcedureCode| {
            let subject = ProcedureSubject {
                publication: &publication,
                theme: &theme,
                agency: AgencyIndex(0),
                code,
                domain: "niemyet.minhhoa.gov.vn",
                languages: &[Language::VI, Language::EN],
                day: day(),
            };
            procedure_sheet(Paper::A4, subject, &symbol).unwrap()
        };
        let sheet = made(&code("1.000894")).unwrap();
        assert_eq!(sheet.facts["address"], "niemyet.minhhoa.gov.vn/thu-tuc/1.000894.html");
        let said = &sheet.facts["said"][0];
        let headings = said["sections"].as_array().unwrap().iter();
        let headings: Vec<_> =
            headings.map(|section| section["heading"].as_str().unwrap()).collect();
        for heading in ["Thành phần hồ sơ", "Trình tự thực hiện", "Kết quả", "Căn cứ pháp lý"]
        {
            assert!(headings.contains(&heading), "{headings:?}");
        }
        assert!(said["sections"].to_string().contains("60/2014/QH13"));
        assert!(made(&code("8.888888")).is_none(), "the agency does not offer it");
    }
}
