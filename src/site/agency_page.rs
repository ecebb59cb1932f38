//! The page of an agency, with further parts where its list is long.

use super::Subject;
use super::composer::Composer;
use super::lists::{FieldRow, Listed};
use super::paging;
use crate::catalogue::agency::ServicePoint;
use crate::catalogue::procedure::ProcedureCode;
use crate::feedback::matter::MatterKind;
use crate::publication::results::Unit;
use crate::publication::{AgencyIndex, PageAddress, Posting};
use crate::theme::Phrase;
use crate::theme::context::{
    Agency, CounterRow, FieldGroup, Link, PointLines, PostingLines, RateLink,
};

impl Composer<'_> {
    pub(super) fn agency(&self, index: AgencyIndex, part: u16) -> Agency {
        let agency = self.publication.agency(index);
        let list = &self.lists().by_agency[index.0];
        let parent = agency.parent.as_ref();
        let parent = parent.and_then(|id| self.publication.agency_by_id(id.as_str()));
        let title = self.part_title(self.voice.plain(&agency.name), part);
        let posting = (part == 1).then(|| self.publication.posting(index)).flatten();
        let counters = self.plan.register.counters_of(self.publication, index);
        let id = agency.id.as_str();
        Agency {
            report: self.bring_to(MatterKind::Report, id, ""),
            petition: self.bring_to(MatterKind::Petition, id, ""),
            results: self.results_of(&Unit::Agency(agency.id.clone())),
            meta: self.meta(&title, self.voice.plain(&agency.place.address)),
            name: self.voice.phrase(&agency.name),
            parent: parent.map(|parent| self.agency_link(parent)),
            first: part == 1,
            door: self.door(agency),
            contacts: self.contacts(&agency.contacts),
            hotlines: agency.hotlines.iter().map(|line| self.hotline(line)).collect(),
            points: agency.points.iter().map(|point| self.point(point)).collect(),
            counters: counters.map(|(place, _)| self.counter_row(place)).collect(),
            posting: posting.map(|posting| self.posting(index, &posting)),
            total: self.procedures(list.rows.len()),
            feed: self.feed_href(PageAddress::AgencyFeed { agency: id }, |head| {
                let offered = self.publication.offered_by(index);
                offered.binary_search_by(|one| one.code.cmp(&head.code)).is_ok()
            }),
            groups: self.field_groups(index, list, part),
            parts: self.parts(part, |part| Subject::Agency { agency: index, part }),
        }
    }

    fn point(&self, point: &ServicePoint) -> PointLines {
        let receives = point.receives_for.iter();
        PointLines {
            name: self.voice.phrase(&point.name),
            address: self.voice.maybe(point.address.as_ref()),
            hours: self.hours(&point.hours),
            receives_for: receives
                .filter_map(|id| self.publication.agency_by_id(id.as_str()))
                .map(|agency| self.agency_link(agency))
                .collect(),
        }
    }

    fn counter_row(&self, place: usize) -> CounterRow {
        let (_, counter) = &self.publication.counters[place];
        let fields = counter.handles.fields.iter();
        let fields: Vec<_> = fields
            .filter_map(|id| self.publication.field(id.as_str()))
            .map(|field| self.voice.phrase(&field.name))
            .collect();
        CounterRow {
            name: self.voice.phrase(&counter.name),
            href: self.href_of(Subject::Counter { counter: place }),
            floor: self.voice.maybe(counter.floor.as_ref()),
            fields: (!fields.is_empty()).then(|| Phrase::joined(&fields, ", ")),
            rate: self.rate_link(place),
        }
    }

    /// Where a counter is rated; none without a code or without a survey.
    pub(super) fn rate_link(&self, counter: usize) -> Option<RateLink> {
        self.plan.desk.counter_survey()?;
        let code = self.plan.register.code_of(counter)?;
        // By a link of the site, not by the symbol at the counter: the two are counted apart.
        let href = format!("{}?web", self.href(PageAddress::Rating { code }));
        Some(RateLink { href, code: code.grouped() })
    }

    fn posting(&self, index: AgencyIndex, posting: &Posting) -> PostingLines {
        let words = self.voice.words;
        let (posted, announced) = (words.whole(posting.posted), words.whole(posting.announced));
        let list = self.publication.agency(index).announced.as_ref();
        let number = list.map_or("", |list| &*list.decision);
        let decision = match list.and_then(|list| list.date) {
            Some(day) => words
                .fill("posting_decision_dated", &[("number", number), ("day", &words.date(day))]),
            None => words.fill("posting_decision", &[("number", number)]),
        };
        PostingLines {
            line: words.fill("posting_line", &[("posted", &posted), ("announced", &announced)]),
            complete: posting.missing.is_empty() && posting.surplus.is_empty(),
            decision,
            missing: posting.missing.iter().map(ToString::to_string).collect(),
            surplus: posting.surplus.iter().map(|code| self.code_link(code)).collect(),
        }
    }

    fn code_link(&self, code: &ProcedureCode) -> Link {
        let href = self.href(PageAddress::Procedure { code: code.as_str() });
        Link { name: Phrase::plain(code.as_str()), href }
    }

    fn field_groups(
        &self,
        agency: AgencyIndex,
        list: &Listed<FieldRow>,
        part: u16,
    ) -> Vec<FieldGroup> {
        let group = |rows: &[FieldRow]| {
            let field = self.publication.fields.get(rows[0].0);
            FieldGroup {
                name: field.map_or_else(|| Phrase::plain("–"), |one| self.voice.phrase(&one.name)),
                anchor: field.map_or_else(|| "khac".into(), |one| one.id.to_string()),
                procedures: rows.iter().map(|(_, one)| self.row(*one, Some(agency))).collect(),
            }
        };
        let stretches = paging::part_of(&list.parts, part).iter();
        stretches.map(|stretch| group(&list.rows[stretch.rows.clone()])).collect()
    }
}
