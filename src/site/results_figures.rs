//! The figures of a cell as rows of a table: the aggregate, beside it the overall question, factors and criteria, each
//! with its interval and number of answers, and what is withheld.

use super::composer::Composer;
use super::results_page::cells_under;
use crate::feedback::SurveyStatus;
use crate::feedback::satisfaction::{ReportingPeriod, Response};
use crate::publication::results::{
    FileCounts, Percent, PublishedCell, PublishedFigure, SurveyResults, Topic, Unit,
};
use crate::theme::Phrase;
use crate::theme::context::{ResultsRow, ResultsSection};

impl Composer<'_> {
    /// All figures of a cell, under its survey and way.
    pub(super) fn of_cell(
        &self,
        at: usize,
        results: &SurveyResults,
        cell: &PublishedCell,
    ) -> ResultsSection {
        let title = self.survey_and_way(results, cell);
        let mut section = ResultsSection::titled(Phrase::plain(&title));
        if results.status == SurveyStatus::Reference {
            let citation = self.voice.maybe(results.citation.as_ref());
            let citation = citation.unwrap_or_else(|| Phrase::plain("–"));
            section.notes.push(self.voice.compose("results_reference", &[("citation", &citation)]));
        }
        let bulletin = &self.publication.results.bulletins[at];
        if let Some(ratings) = cell.ratings {
            let n = self.voice.words.number_style().whole(ratings);
            section.facts.push(self.fact("results_ratings", Phrase::plain(&n)));
            section.facts.extend(
                self.response(bulletin.period, &cell.unit, ratings)
                    .map(|line| self.fact("results_response", Phrase::plain(&line))),
            );
        } else if cell.withholds(&Topic::Ratings) {
            section.facts.push(self.fact("results_ratings", self.said("results_withheld")));
        }
        self.head(&mut section);
        section.rows = self.figures(at, results, cell, true);
        section
    }

    /// The response rate, where transactions of the period, or of all its months, are known.
    pub(super) fn response(
        &self,
        period: ReportingPeriod,
        unit: &Unit,
        ratings: u64,
    ) -> Option<String> {
        let agency = match unit {
            Unit::Site => None,
            Unit::Agency(agency) => Some(agency),
            Unit::Counter(..) => return None,
        };
        let performance = &self.publication.results.performance;
        let received = FileCounts::over(performance, period, agency)?.received;
        let rate = Response::of(ratings, received).ok()?;
        let percent = self.percent(Percent::nearest(rate.percent));
        let n = self.voice.words.number_style().whole(received);
        Some(self.voice.words.fill("results_response_line", &[("percent", &percent), ("n", &n)]))
    }

    /// The figures of a cell: the aggregate, beside it the overall question, each factor and its criteria.
    pub(super) fn figures(
        &self,
        at: usize,
        results: &SurveyResults,
        cell: &PublishedCell,
        criteria: bool,
    ) -> Vec<ResultsRow> {
        let question = |id: &crate::text::Slug| Topic::Question(id.clone());
        let mut topics: Vec<(Topic, bool)> = Vec::new();
        if !results.factors.is_empty() {
            topics.push((Topic::Whole, false));
        }
        topics.extend(results.overall().map(|one| (question(&one.id), false)));
        for (factor, _) in &results.factors {
            topics.push((Topic::Factor(factor.clone()), false));
            let own = results.questions.iter();
            let own: Vec<_> = own.filter(|one| one.factor.as_ref() == Some(factor)).collect();
            // A factor of one criterion says the same once.
            if criteria && own.len() > 1 {
                topics.extend(own.into_iter().map(|one| (question(&one.id), true)));
            }
        }
        if criteria {
            topics.push((Topic::ExtraTrips, false));
        }
        let rows = topics
            .into_iter()
            .filter_map(|(topic, minor)| self.figure_row(at, results, cell, &topic, minor));
        rows.collect()
    }

    /// The row of a topic; none where nobody answered.
    pub(super) fn figure_row(
        &self,
        at: usize,
        results: &SurveyResults,
        cell: &PublishedCell,
        topic: &Topic,
        minor: bool,
    ) -> Option<ResultsRow> {
        let name = match results.topic_name(topic) {
            Some(name) => self.voice.phrase(name),
            None if *topic == Topic::ExtraTrips => self.said("results_extra_trips"),
            None => self.said("results_whole"),
        };
        let bulletin = &self.publication.results.bulletins[at];
        let row = |bar, cells: Vec<Phrase>| ResultsRow {
            name,
            href: String::new(),
            minor,
            bar,
            cells: cells_under(&self.heads(), cells),
        };
        match cell.figure(topic) {
            Some(figure) => {
                let target = bulletin.target.filter(|_| !minor && *topic != Topic::ExtraTrips);
                Some(row(Some(self.bar(figure, target)), self.figure_cells(figure)))
            }
            None if cell.withholds(topic) => {
                Some(row(None, vec![self.withheld(at, results, cell, topic)]))
            }
            None => None,
        }
    }

    /// That a figure is withheld, and which longer period shows it.
    pub(super) fn withheld(
        &self,
        at: usize,
        results: &SurveyResults,
        cell: &PublishedCell,
        topic: &Topic,
    ) -> Phrase {
        let bulletins = &self.publication.results.bulletins;
        let own = &bulletins[at];
        let shows = |period: ReportingPeriod| {
            let longer = bulletins.iter().filter(|one| one.period == period);
            let surveys = longer
                .flat_map(|one| &one.surveys)
                .filter(|one| one.survey == results.survey && one.version == results.version);
            surveys
                .flat_map(|one| one.cells_of(&cell.unit))
                .any(|one| one.ways == cell.ways && one.figure(topic).is_some())
        };
        match own.period.shortest_longer(shows) {
            None => self.said("results_withheld"),
            Some(longer) => {
                let period = self.period(longer);
                let words = self.voice.words;
                Phrase::plain(&words.fill("results_withheld_longer", &[("period", &period)]))
            }
        }
    }

    pub(super) fn figure_cells(&self, figure: &PublishedFigure) -> Vec<Phrase> {
        let words = self.voice.words;
        let mut n = words.number_style().whole(figure.n);
        if figure.criteria < figure.asked {
            let (criteria, asked) = (figure.criteria.to_string(), figure.asked.to_string());
            let partly = [("criteria", criteria.as_str()), ("asked", asked.as_str())];
            n = format!("{n} ({})", words.fill("results_partly", &partly));
        }
        [self.percent(figure.percent), self.interval(figure.low, figure.high), n]
            .map(|text| Phrase::plain(&text))
            .to_vec()
    }

    pub(super) fn heads(&self) -> Vec<String> {
        ["results_figure", "results_interval", "results_n"]
            .map(|key| self.voice.words.get(key).to_owned())
            .to_vec()
    }

    pub(super) fn head(&self, section: &mut ResultsSection) {
        self.voice.words.get("results_topic").clone_into(&mut section.first);
        section.head = self.heads();
    }

    pub(super) fn survey_and_way(&self, results: &SurveyResults, cell: &PublishedCell) -> String {
        let version = results.version.to_string();
        let name = self.voice.plain(&results.name);
        let places = [("name", name), ("version", version.as_str())];
        let line = self.voice.words.fill("results_survey_line", &places);
        format!("{line} – {}", self.ways(&cell.ways))
    }
}
