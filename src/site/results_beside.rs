//! What stands beside the ratings and is never mixed with them: official indices, files in time, dialogues.

use super::composer::Composer;
use super::results_page::{ResultsPage, bare, cells_under};
use crate::theme::Phrase;
use crate::theme::context::{QuestionLines, Results, ResultsRow, ResultsSection};

impl Composer<'_> {
    /// Indices that others measured, in runs of one method.
    pub(super) fn results_official(&self) -> Results {
        let words = self.voice.words;
        let title = words.get("results_official");
        let mut page =
            self.results_frame(Phrase::plain(title), title, self.said("results_official_lead"));
        for index in &self.publication.results.official {
            let name = [self.voice.phrase(&index.name), self.voice.phrase(&index.area)];
            let mut section = ResultsSection::titled(Phrase::joined(&name, " – "));
            section.notes.extend(self.voice.maybe(index.about.as_ref()));
            section.facts.push(self.fact("results_publisher", self.voice.phrase(&index.publisher)));
            for target in &index.targets {
                let value = self.percent(target.value);
                let mut text = vec![Phrase::plain(&value), self.voice.phrase(&target.text)];
                text.extend(self.voice.maybe(target.citation.as_ref()));
                section.facts.push(self.fact("results_target", Phrase::joined(&text, ". ")));
            }
            words.get("results_year").clone_into(&mut section.first);
            section.head = [
                "results_figure",
                "results_rank",
                "results_national",
                "results_sample",
                "results_source",
            ]
            .map(|key| words.get(key).to_owned())
            .to_vec();
            let target = index.targets.first().map(|one| one.value.value());
            for (run, years) in index.runs().enumerate() {
                let method = years
                    .first()
                    .and_then(|year| index.methods.iter().find(|one| one.id == year.method));
                if let Some(method) = method {
                    let key =
                        if run == 0 { "results_official_method" } else { "results_official_break" };
                    let name =
                        self.voice.compose(key, &[("name", &self.voice.phrase(&method.name))]);
                    section.rows.push(bare(name));
                }
                for year in years {
                    let value = self.percent(year.value);
                    let rank = year.rank.map(|(rank, of)| {
                        words.fill(
                            "results_rank_line",
                            &[("rank", &rank.to_string()), ("of", &of.to_string())],
                        )
                    });
                    let national = year.national.map(|value| self.percent(value));
                    let or_dash =
                        |text: Option<String>| Phrase::plain(&text.unwrap_or_else(|| "–".into()));
                    let sample = self
                        .voice
                        .maybe(year.sample.as_ref())
                        .unwrap_or_else(|| Phrase::plain("–"));
                    let cells = [
                        Phrase::plain(&value),
                        or_dash(rank),
                        or_dash(national),
                        sample,
                        self.voice.phrase(&year.source),
                    ];
                    section.rows.push(ResultsRow {
                        name: Phrase::plain(&year.year.to_string()),
                        href: String::new(),
                        minor: false,
                        bar: Some(self.plain_bar(year.value, target)),
                        cells: cells_under(&section.head, cells),
                    });
                    for (name, value) in &year.factors {
                        section.rows.push(ResultsRow {
                            name: self.voice.phrase(name),
                            href: String::new(),
                            minor: true,
                            bar: None,
                            cells: cells_under(
                                &section.head,
                                [Phrase::plain(&self.percent(*value))],
                            ),
                        });
                    }
                }
            }
            page.sections.push(section);
        }
        page
    }

    /// Files in time, of the newest period; on the first part also of the periods before.
    pub(super) fn results_on_time(&self, part: u16) -> Results {
        let words = self.voice.words;
        let title = self.part_title(words.get("results_on_time"), part);
        let mut page = self.results_frame(Phrase::plain(&title), &title, self.on_time_lead());
        let Some(last) = self.publication.results.performance.last() else { return page };
        let mut section = ResultsSection::titled(Phrase::plain(&self.period(last.period)));
        section.notes.extend(last.source.as_ref().map(|source| {
            let source = self.voice.phrase(source);
            Phrase::joined(&[self.said("results_source"), source], ": ")
        }));
        self.on_time_head(&mut section);
        if part == 1 {
            let whole =
                self.on_time_row(self.said("results_all_site"), &last.total(None), false, &section);
            section.rows.push(whole);
        }
        let (range, links) = self.results_rows(ResultsPage::OnTime { part }, last.rows.len());
        let from = range.start;
        page.parts = links;
        for (at, row) in last.rows.iter().enumerate().take(range.end).skip(from) {
            let first = at == from || last.rows[at - 1].agency != row.agency;
            let name = self.agency_named(&row.agency);
            if first && row.field.is_some() {
                let total = last.total(Some(&row.agency));
                let line = self.on_time_row(name.clone(), &total, false, &section);
                section.rows.push(line);
            }
            let name = match &row.field {
                None => name,
                Some(field) => self
                    .publication
                    .field(field.as_str())
                    .map_or_else(|| Phrase::plain("–"), |field| self.voice.phrase(&field.name)),
            };
            let line = self.on_time_row(name, &row.counts, row.field.is_some(), &section);
            section.rows.push(line);
        }
        page.sections.push(section);
        let earlier = &self.publication.results.performance;
        if part == 1 && earlier.len() > 1 {
            let mut section = ResultsSection::titled(self.said("results_trend"));
            self.on_time_head(&mut section);
            for one in earlier.iter().rev().take(24) {
                let name = Phrase::plain(&self.period(one.period));
                let line = self.on_time_row(name, &one.total(None), false, &section);
                section.rows.push(line);
            }
            page.sections.push(section);
        }
        page
    }

    /// The calendar of dialogues, the latest first.
    pub(super) fn results_dialogues(&self, part: u16) -> Results {
        let words = self.voice.words;
        let title = self.part_title(words.get("results_dialogues"), part);
        let mut page =
            self.results_frame(Phrase::plain(&title), &title, self.said("results_dialogues_lead"));
        let all = &self.publication.results.dialogues;
        let (range, links) = self.results_rows(ResultsPage::Dialogues { part }, all.len());
        page.parts = links;
        for one in all.iter().rev().take(range.end).skip(range.start) {
            let day = words.date(one.date);
            let topic = self.voice.phrase(&one.topic);
            let mut section =
                ResultsSection::titled(Phrase::joined(&[Phrase::plain(&day), topic], " – "));
            let hour = one.hour.map(|hour| words.hour(hour));
            let when = [Some(day), hour].into_iter().flatten().collect::<Vec<_>>().join(", ");
            section.facts.push(self.fact("results_when", Phrase::plain(&when)));
            section.facts.push(self.fact("results_where", self.voice.phrase(&one.place)));
            section.facts.push(self.fact("results_unit", self.agency_named(&one.agency)));
            if let Some(chair) = &one.chair {
                section.facts.push(self.fact("results_chair", self.voice.phrase(chair)));
            }
            for question in &one.questions {
                let by = question.answered_by.as_ref().map(|by| {
                    let by = self.voice.phrase(by);
                    match question.answered_on {
                        None => by,
                        Some(day) => {
                            let day = Phrase::plain(&words.date(day));
                            self.voice.compose("results_answered", &[("by", &by), ("day", &day)])
                        }
                    }
                });
                section.questions.push(QuestionLines {
                    ask: self.voice.phrase(&question.ask),
                    answer: self.voice.maybe(question.answer.as_ref()),
                    by,
                });
            }
            page.sections.push(section);
        }
        page
    }
}
