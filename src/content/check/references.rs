//! References between files: fields, sets, agencies, surveys, points.

use std::collections::BTreeSet;

use crate::catalogue::procedure::ProcedureCode;
use crate::content::findings::Findings;
use crate::content::keys::{At, nearest};
use crate::content::reading::Sources;
use crate::diagnostic::{Kind, Problem};
use crate::publication::Publication;
use crate::text::Slug;

/// Checks that everything that is named exists.
pub(super) fn check(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    // What a broken list would have named is not known.
    if !sources.named.is_broken("fields.yaml") {
        fields(publication, sources, findings);
    }
    let codes: BTreeSet<&str> = sources.named.procedures.keys().map(String::as_str).collect();
    for set in &publication.sets {
        let file = format!("sets/{}.yaml", set.id);
        let mut one = Naming { publication, sources, codes: &codes, file: &file, findings };
        one.codes(At::ROOT.key("procedures"), &set.procedures);
    }
    surveys(publication, sources, findings);
    for (index, agency) in publication.agencies.iter().enumerate() {
        let file = format!("agencies/{}/agency.yaml", agency.id);
        let mut one = Naming { publication, sources, codes: &codes, file: &file, findings };
        one.agency(agency, &sources.offers[index]);
    }
    for (at, counter) in &publication.counters {
        let agency = publication.agency(*at);
        let file = format!("agencies/{}/counters.yaml", agency.id);
        let position = publication.counters_of(*at).position(|one| one.id == counter.id);
        let root = At::ROOT;
        let list = root.key("counters");
        let at = list.item(position.unwrap_or_default());
        let mut one = Naming { publication, sources, codes: &codes, file: &file, findings };
        one.counter(at, agency, counter);
    }
    let named = &sources.named;
    for agency in sources.stray_counters.iter().filter(|one| !named.agencies.contains(*one)) {
        let (kind, suggestion) = (Kind::Agency, None);
        let problem = Problem::UnknownReference { kind, id: agency.clone(), suggestion };
        findings.file_error(format!("agencies/{agency}/counters.yaml"), problem);
    }
    for (file, agency, code) in &sources.stray_offerings {
        // Whether it is offered is not known as long as one of these cannot be read.
        let agency_file = format!("agencies/{agency}/agency.yaml");
        let of_broken = sources.left_out.iter().any(|broken| broken.code == *code);
        if of_broken || named.is_broken(&agency_file) || named.any_broken("sets/") {
            continue;
        }
        let (agency, code) = (agency.clone(), code.clone());
        findings.file_error(file.clone(), Problem::StrayOffering { agency, code });
    }
}

fn fields(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    let known: BTreeSet<&str> = publication.fields.iter().map(|field| field.id.as_str()).collect();
    let mut reported = BTreeSet::new();
    for (edition, file) in publication.editions.iter().zip(&sources.edition_files) {
        let id = edition.field.as_str();
        // Once for a folder, not once for each file in it.
        if !known.contains(id) && reported.insert(id) {
            let suggestion = nearest(id, known.iter().copied());
            let (kind, id) = (Kind::Field, id.to_owned());
            findings.file_error(file.clone(), Problem::UnknownReference { kind, id, suggestion });
        }
    }
}

fn surveys(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    let known: Vec<&str> = sources.named.surveys.iter().map(String::as_str).collect();
    let root = At::ROOT;
    let at = root.key("surveys");
    let mut check = |at: At<'_>, id: &Slug| {
        if !known.contains(&id.as_str()) {
            let suggestion = nearest(id.as_str(), known.iter().copied());
            let (kind, id) = (Kind::Survey, id.to_string());
            findings.error("site.yaml", at, Problem::UnknownReference { kind, id, suggestion });
        }
    };
    if let Some(id) = &publication.site.counter_survey {
        check(at.key("counter"), id);
    }
    let more = at.key("more");
    for (index, id) in publication.site.more_surveys.iter().enumerate() {
        check(more.item(index), id);
    }
}

/// Checks the names in one file.
struct Naming<'n> {
    publication: &'n Publication,
    sources: &'n Sources,
    codes: &'n BTreeSet<&'n str>,
    file: &'n str,
    findings: &'n mut Findings,
}

impl Naming<'_> {
    fn agency(
        &mut self,
        agency: &crate::catalogue::agency::Agency,
        offers: &crate::content::shape::OffersShape,
    ) {
        let root = At::ROOT;
        if let Some(parent) = &agency.parent {
            self.other_agency(root.key("parent"), parent);
        }
        let points = root.key("points");
        for (index, point) in agency.points.iter().enumerate() {
            let at = points.item(index);
            let at = at.key("receives_for");
            for (index, other) in point.receives_for.iter().enumerate() {
                self.other_agency(at.item(index), other);
            }
        }
        let at = root.key("offers");
        let sets: Vec<&str> = self.sources.named.sets.iter().map(String::as_str).collect();
        let at_sets = at.key("sets");
        for (index, set) in offers.sets.iter().enumerate() {
            self.one_of(at_sets.item(index), Kind::Set, set.0.as_str(), &sets);
        }
        let list = |list: &[crate::content::shape::Scalar<ProcedureCode>]| -> Vec<ProcedureCode> {
            list.iter().map(|code| code.0.clone()).collect()
        };
        self.codes(at.key("also"), &list(&offers.also));
        self.codes(at.key("except"), &list(&offers.except));
    }

    fn counter(
        &mut self,
        at: At<'_>,
        agency: &crate::catalogue::agency::Agency,
        counter: &crate::catalogue::Counter,
    ) {
        let agency_file = format!("agencies/{}/agency.yaml", agency.id);
        if let Some(point) = &counter.point
            && !self.sources.named.is_broken(&agency_file)
        {
            let points: Vec<&str> = agency.points.iter().map(|point| point.id.as_str()).collect();
            self.one_of(at.key("point"), Kind::Point, point.as_str(), &points);
        }
        let at = at.key("handles");
        let fields: Vec<&str> =
            self.publication.fields.iter().map(|field| field.id.as_str()).collect();
        let at_fields = at.key("fields");
        let fields_known = !self.sources.named.is_broken("fields.yaml");
        for (index, field) in counter.handles.fields.iter().enumerate().filter(|_| fields_known) {
            self.one_of(at_fields.item(index), Kind::Field, field.as_str(), &fields);
        }
        self.codes(at.key("codes"), &counter.handles.codes);
        self.codes(at.key("except"), &counter.handles.except);
    }

    fn codes(&mut self, at: At<'_>, codes: &[ProcedureCode]) {
        for (index, code) in codes.iter().enumerate() {
            if !self.codes.contains(code.as_str()) {
                let suggestion = nearest(code.as_str(), self.codes.iter().copied());
                let (kind, id) = (Kind::Procedure, code.to_string());
                let problem = Problem::UnknownReference { kind, id, suggestion };
                self.findings.error(self.file, at.item(index), problem);
            }
        }
    }

    fn other_agency(&mut self, at: At<'_>, id: &Slug) {
        let known: Vec<&str> = self.sources.named.agencies.iter().map(String::as_str).collect();
        self.one_of(at, Kind::Agency, id.as_str(), &known);
    }

    fn one_of(&mut self, at: At<'_>, kind: Kind, id: &str, known: &[&str]) {
        if !known.contains(&id) {
            let suggestion = nearest(id, known.iter().copied());
            let id = id.to_owned();
            self.findings.error(self.file, at, Problem::UnknownReference { kind, id, suggestion });
        }
    }
}
