//! What the start page of results takes from bulletins: the whole of the newest, and the whole over all periods.

use super::composer::Composer;
use super::results_page::{ResultsPage, bare, cells_under};
use crate::feedback::satisfaction::{Break, Measure, SeriesPoint, runs};
use crate::publication::results::{PublishedFigure, Unit};
use crate::theme::Phrase;
use crate::theme::context::{CountedLink, ResultsRow, ResultsSection};

/// How many periods of a trend are shown at most.
const TREND: usize = 24;

impl Composer<'_> {
    /// The whole of the newest bulletin.
    pub(super) fn latest(&self, at: usize, most: usize) -> ResultsSection {
        let bulletin = &self.publication.results.bulletins[at];
        let period = self.period(bulletin.period);
        let title = self.voice.words.fill("results_latest", &[("period", &period)]);
        let mut section = ResultsSection::titled(Phrase::plain(&title));
        self.head(&mut section);
        let mut cells = Vec::new();
        for results in &bulletin.surveys {
            for cell in results.cells_of(&Unit::Site) {
                let rows = self.figures(at, results, cell, false);
                let heads = bare(Phrase::plain(&self.survey_and_way(results, cell)));
                cells.push((heads, rows));
            }
        }
        let all: usize = cells.iter().map(|(_, rows)| 1 + rows.len()).sum();
        for (heads, mut rows) in cells {
            // The page of the bulletin has them all.
            if all > most {
                rows.truncate(1);
            }
            section.rows.push(heads);
            section.rows.extend(rows);
        }
        section.links.push(CountedLink {
            name: Phrase::plain(&self.bulletin_title(bulletin)),
            href: self.results_href(ResultsPage::Bulletin { bulletin: at, part: 1 }),
            count: String::new(),
        });
        section
    }

    /// The whole over all bulletins of all agencies, in runs that measure the same.
    pub(super) fn trend(&self, most: usize) -> Option<ResultsSection> {
        let whole = self.publication.results.bulletins.iter().filter(|one| one.agency.is_none());
        let mut points: Vec<SeriesPoint<PublishedFigure>> = Vec::new();
        for bulletin in whole {
            for results in &bulletin.surveys {
                let Some(headline) = results.headline() else { continue };
                for cell in results.cells_of(&Unit::Site) {
                    let measure = Measure {
                        survey: results.survey.clone(),
                        version: results.version,
                        basis: results.basis,
                        ways: cell.ways.clone(),
                    };
                    let figure = cell.figure(&headline).cloned();
                    points.push(SeriesPoint { period: bulletin.period, measure, figure });
                }
            }
        }
        let first = points.first()?.period;
        if points.iter().all(|point| point.period == first) {
            return None;
        }
        let mut section = ResultsSection::titled(self.said("results_trend"));
        section.notes.push(self.said("results_trend_note"));
        self.head(&mut section);
        // One series for each survey and way of answering, which are never on one line.
        points.sort_by(|one, other| {
            let key = |point: &SeriesPoint<PublishedFigure>| {
                (point.measure.survey.clone(), point.measure.ways.clone(), point.period)
            };
            key(one).cmp(&key(other))
        });
        let series = points.chunk_by(|one, next| {
            one.measure.survey == next.measure.survey && one.measure.ways == next.measure.ways
        });
        let many = series.clone().count();
        let recently = (most / many.max(1)).saturating_sub(1).clamp(1, TREND);
        for points in series {
            let Some(first) = points.first() else { continue };
            let survey = self.publication.survey(first.measure.survey.as_str());
            let name = survey.map_or_else(
                || Phrase::plain(first.measure.survey.as_str()),
                |survey| self.voice.phrase(&survey.name),
            );
            let ways = Phrase::plain(&self.ways(&first.measure.ways));
            section.rows.push(bare(Phrase::joined(&[name, ways], " – ")));
            let recent = points[points.len().saturating_sub(recently)..].to_vec();
            for run in runs(recent) {
                if !run.breaks.is_empty() {
                    let why: Vec<&str> =
                        run.breaks.iter().map(|one| self.broken_by(*one)).collect();
                    let why = self.voice.words.fill("results_break", &[("why", &why.join(", "))]);
                    section.rows.push(bare(Phrase::plain(&why)));
                }
                for point in run.points {
                    let name = Phrase::plain(&self.period(point.period));
                    let cells = match &point.figure {
                        Some(figure) => self.figure_cells(figure),
                        None => vec![self.said("results_withheld")],
                    };
                    section.rows.push(ResultsRow {
                        name,
                        href: String::new(),
                        minor: false,
                        bar: point.figure.as_ref().map(|figure| self.bar(figure, None)),
                        cells: cells_under(&section.head, cells),
                    });
                }
            }
        }
        Some(section)
    }

    fn broken_by(&self, one: Break) -> &str {
        self.voice.words.get(match one {
            Break::Survey => "results_break_survey",
            Break::Version => "results_break_version",
            Break::Method => "results_break_method",
            Break::Aggregate => "results_break_aggregate",
            Break::Ways => "results_break_ways",
            Break::Length => "results_break_length",
        })
    }
}
