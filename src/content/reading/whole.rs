//! The reading of a whole content folder, start to end.

use std::path::Path;
use std::sync::Arc;

use super::abolished::AbolishedNames;
use super::agencies::{ReadAgency, agency, counters, offering};
use super::files::Files;
use super::left_out::LeftOut;
use super::named::Named;
use super::procedures::{ReadProcedures, Setting, read_all};
use super::references::Known;
use super::{Reader, law, pages, printed_sheets, results, site, surveys};
use crate::catalogue::Counter;
use crate::catalogue::agency::Offering;
use crate::catalogue::law::{Calendar, RequiredPart};
use crate::content::cache::{CacheFolder, Pack, PackedBodies};
use crate::content::check;
use crate::content::findings::Findings;
use crate::content::shape::{OffersShape, SiteFile};
use crate::content::tree::{ContentFile, FileKind, walk};
use crate::diagnostic::{Problem, Report};
use crate::publication::results::Results;
use crate::publication::{AgencyIndex, Offered, Publication, Site};
use crate::release::Mark;
use crate::text::Date;

/// How a folder is to be read.
#[derive(Debug, Clone)]
pub struct ReadingOptions {
    /// The day of the build: decides which rules hold and what has expired.
    pub today: Date,
    /// Publish what is sound although something is broken.
    pub keep_going: bool,
    /// Where parsed bodies are kept between runs.
    pub cache: Option<CacheFolder>,
}

/// What came of it.
pub struct Reading {
    /// The publication; `None` when there are errors (and not told to keep going), or no site at all.
    pub publication: Option<Publication>,
    /// Everything that was found, with places.
    pub report: Report,
    /// How many content files were read.
    pub files: usize,
}

/// Reads a content folder.
pub fn read(root: &Path, options: &ReadingOptions) -> Reading {
    let mut reader = Reader::new(options.keep_going);
    let found = walk(root, &mut reader.findings);
    let site_path = found.iter().find(|(name, _)| name == "site.yaml");
    let Some((_, path)) = site_path else {
        let looked_in = root.display().to_string();
        // A link or pipe of that name has been told already.
        if !reader.findings.list.iter().any(|one| one.file == "site.yaml") {
            reader.findings.file_error("site.yaml", Problem::NoSite { looked_in });
        }
        return finish(None, reader.findings, root, found.len());
    };
    let site_file = ContentFile {
        kind: FileKind::Site,
        language: None,
        name: "site.yaml".into(),
        path: path.clone(),
    };
    let (shape, stands_in) = match reader.shape::<SiteFile>(&site_file) {
        Some(shape) => (shape, false),
        None => (site::stand_in(&found), true),
    };
    let files = Files::sort(found, &site::languages(&shape), &mut reader.findings);
    let told = reader.findings.list.len();
    let publication = Whole::read(&mut reader, &files, &site_file, shape, options);
    if stands_in {
        // Nothing that is said of a made-up site is worth telling.
        let mut at = 0;
        reader.findings.list.retain(|one| {
            at += 1;
            at <= told || one.file != "site.yaml"
        });
    }
    let broken = stands_in || (reader.findings.has_error() && !options.keep_going);
    finish((!broken).then_some(publication), reader.findings, root, files.count)
}

fn finish(
    publication: Option<Publication>,
    findings: Findings,
    root: &Path,
    files: usize,
) -> Reading {
    Reading { publication, report: check::report(findings, root), files }
}

/// Everything of a publication while it is being put together.
struct Whole;

impl Whole {
    fn read(
        reader: &mut Reader,
        files: &Files,
        site_file: &ContentFile,
        shape: SiteFile,
        options: &ReadingOptions,
    ) -> Publication {
        let site_words: Vec<&ContentFile> =
            files.pick(|kind| *kind == FileKind::Site).flat_map(|(_, words)| words).collect();
        let site = site::site(reader, site_file, shape, &site_words);
        let law = Law::read(reader, files, options.today);
        let fields = files.pick(|kind| *kind == FileKind::Fields);
        let fields = fields.flat_map(|(file, words)| site::fields(reader, file, &words)).collect();
        let mut forms = Vec::new();
        for file in &files.all {
            if let FileKind::Form(name) = &file.kind {
                forms.extend(pages::form(reader, name, file));
            }
        }
        let known = Known {
            acts: law.acts.iter().map(|act| act.number.clone()).collect(),
            forms: forms
                .iter()
                .map(|form: &crate::publication::FormFile| form.name.clone())
                .collect(),
        };
        let (pack, cached) = Pack::open(options.cache.as_ref());
        let setting = Setting {
            required: &law.required,
            abolished: &law.abolished,
            known: &known,
            today: options.today,
            keep_going: options.keep_going,
            digest: digest(&site, &law),
            began: pack.opened(),
        };
        let mut read = read_all(&files.all, &setting, &pack, cached);
        reader.findings.absorb(std::mem::take(&mut read.findings));
        let agencies = Agencies::read(reader, files);
        let mut publication =
            assemble(reader, files, (site, fields, forms), law, agencies, read, pack);
        let named = &publication.1.named.agencies;
        publication.0.results =
            results::results(reader, files, &publication.0, named, options.today);
        publication.0.mark = mark(&publication.0);
        publication.1.named.note_broken(&reader.findings);
        check::whole(&publication.0, &publication.1, options, &mut reader.findings);
        reader.settle();
        publication.0
    }
}

/// What `law/` says.
struct Law {
    acts: Vec<crate::catalogue::law::Act>,
    required: Vec<RequiredPart>,
    abolished: AbolishedNames,
    calendar: Calendar,
}

impl Law {
    fn read(reader: &mut Reader, files: &Files, today: Date) -> Self {
        let acts_files: Vec<_> = files.pick(|kind| *kind == FileKind::Acts).collect();
        let acts = law::all_acts(reader, &acts_files);
        let mut required = Vec::new();
        for (file, _) in files.pick(|kind| *kind == FileKind::RequiredParts) {
            required.extend(law::required(reader, file, today));
        }
        if files.pick(|kind| *kind == FileKind::RequiredParts).next().is_none() {
            let looked_in = "law/required-parts.yaml".to_owned();
            reader.findings.file_warning("site.yaml", Problem::LawNotChecked { looked_in });
        }
        let mut terms = Vec::new();
        for (file, _) in files.pick(|kind| *kind == FileKind::Abolished) {
            terms.extend(law::abolished(reader, file, today));
        }
        let mut calendar = Calendar { weekend: vec![6, 7], ..Calendar::default() };
        for (file, _) in files.pick(|kind| *kind == FileKind::CalendarYear) {
            law::calendar(reader, file, &mut calendar);
        }
        Self { acts, required, abolished: AbolishedNames::new(terms), calendar }
    }
}

/// What changes how any procedure is read or checked.
fn digest(site: &Site, law: &Law) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{:?}{:?}", site.languages, law.required).as_bytes());
    law.abolished.digest(&mut hasher);
    Mark::from_hash(&hasher.finalize()).0
}

/// What `agencies/` says.
struct Agencies {
    list: Vec<ReadAgency>,
    counters: Vec<(String, Vec<Counter>)>,
    offerings: Vec<(String, String, Offering, String)>,
}

impl Agencies {
    fn read(reader: &mut Reader, files: &Files) -> Self {
        let (mut list, mut all_counters, mut offerings) = (Vec::new(), Vec::new(), Vec::new());
        for (file, words) in files.pick(|kind| matches!(kind, FileKind::Agency(_))) {
            let FileKind::Agency(id) = &file.kind else { continue };
            list.extend(agency(reader, file, id, &words));
        }
        for (file, words) in files.pick(|kind| matches!(kind, FileKind::Counters(_))) {
            let FileKind::Counters(agency) = &file.kind else { continue };
            all_counters.push((agency.clone(), counters(reader, file, &words)));
        }
        for (file, words) in files.pick(|kind| matches!(kind, FileKind::Offering { .. })) {
            let FileKind::Offering { agency, code } = &file.kind else { continue };
            if let Some(read) = offering(reader, file, &words) {
                offerings.push((agency.clone(), code.clone(), read, file.name.clone()));
            }
        }
        list.sort_by(|one, other| one.agency.id.cmp(&other.agency.id));
        Self { list, counters: all_counters, offerings }
    }
}

/// What checking needs beside the publication: where things were written.
pub(in crate::content) struct Sources {
    /// The file of each edition, in the order of `Publication::editions`.
    pub edition_files: Vec<String>,
    /// What each agency says it offers, in the order of `Publication::agencies`.
    pub offers: Vec<OffersShape>,
    /// Offerings for which the agency does not offer the procedure: file, agency, code.
    pub stray_offerings: Vec<(String, String, String)>,
    /// Counters of folders without an agency.
    pub stray_counters: Vec<String>,
    /// Editions that could not be read.
    pub left_out: Vec<LeftOut>,
    /// What there are files for, whether or not they could be read.
    pub named: Named,
}

type Loose = (Site, Vec<crate::catalogue::Field>, Vec<crate::publication::FormFile>);

fn assemble(
    reader: &mut Reader,
    files: &Files,
    (site, fields, forms): Loose,
    law: Law,
    agencies: Agencies,
    read: ReadProcedures,
    pack: Pack,
) -> (Publication, Sources) {
    let mut sets = Vec::new();
    for (file, words) in files.pick(|kind| matches!(kind, FileKind::ProcedureSet(_))) {
        let FileKind::ProcedureSet(id) = &file.kind else { continue };
        sets.extend(site::set(reader, file, id, &words));
    }
    let mut all_surveys = Vec::new();
    for (file, words) in files.pick(|kind| matches!(kind, FileKind::Survey(_))) {
        let FileKind::Survey(id) = &file.kind else { continue };
        all_surveys.extend(surveys::survey(reader, file, id, &words));
    }
    let mut all_pages = Vec::new();
    for (file, words) in files.pick(|kind| matches!(kind, FileKind::Page(_))) {
        let FileKind::Page(id) = &file.kind else { continue };
        all_pages.extend(pages::page(reader, file, id, &words, &law.abolished));
    }
    let ledgers = files.pick(|kind| *kind == FileKind::PrintedCodes);
    let ledger = ledgers.map(|(file, _)| site::ledger(reader, file)).next().unwrap_or_default();
    let versions = files.pick(|kind| *kind == FileKind::SurveyVersions);
    let survey_versions =
        versions.map(|(file, _)| surveys::versions(reader, file)).next().unwrap_or_default();
    let logs = files.pick(|kind| *kind == FileKind::PrintedSheets);
    let printed = logs.map(|(file, _)| printed_sheets::log(reader, file)).next();
    let printed = printed.unwrap_or_default();
    pack.seal(&read.records);
    let mut sources = Sources {
        edition_files: Vec::with_capacity(read.records.len()),
        offers: Vec::new(),
        stray_offerings: Vec::new(),
        stray_counters: Vec::new(),
        left_out: read.left_out,
        named: Named::of(&files.all),
    };
    let (mut editions, mut extents) = (Vec::new(), Vec::new());
    for record in read.records {
        sources.edition_files.push(record.file);
        extents.push(record.extent);
        editions.push(record.edition);
    }
    let mut list = Vec::new();
    for one in agencies.list {
        list.push(one.agency);
        sources.offers.push(one.offers);
    }
    let mut counters = Vec::new();
    for (agency, each) in agencies.counters {
        match list.iter().position(|one| one.id.as_str() == agency) {
            Some(at) => counters.extend(each.into_iter().map(|counter| (AgencyIndex(at), counter))),
            None => sources.stray_counters.push(agency),
        }
    }
    counters.sort_by_key(|(at, _)| *at);
    let mut publication = Publication {
        site,
        fields,
        acts: law.acts,
        calendar: law.calendar,
        sets,
        agencies: list,
        counters,
        editions,
        offered: Vec::new(),
        surveys: all_surveys,
        survey_versions,
        results: Results::default(),
        pages: all_pages,
        forms,
        ledger,
        printed,
        bodies: Arc::new(PackedBodies { pack, extents }),
        mark: [0; 16],
    };
    publication.offered = offered(&publication, agencies.offerings, &mut sources);
    (publication, sources)
}

/// Resolves what each agency offers: sets and single codes, without the exceptions; only procedures
/// that exist, each once, in order.
fn offered(
    publication: &Publication,
    offerings: Vec<(String, String, Offering, String)>,
    sources: &mut Sources,
) -> Vec<Offered> {
    let mut all = Vec::new();
    for (index, offers) in sources.offers.iter().enumerate() {
        let from_sets =
            offers.sets.iter().filter_map(|id| publication.sets.iter().find(|set| set.id == id.0));
        let mut codes: Vec<_> = from_sets
            .flat_map(|set| set.procedures.iter())
            .chain(offers.also.iter().map(|code| &code.0))
            .filter(|code| !offers.except.iter().any(|except| except.0 == **code))
            .filter(|code| publication.editions_of(code).next().is_some())
            .collect();
        codes.sort();
        codes.dedup();
        let agency = AgencyIndex(index);
        all.extend(codes.into_iter().map(|code| Offered {
            agency,
            code: code.clone(),
            differs: None,
        }));
    }
    for (agency, code, offering, file) in offerings {
        let at = publication.agency_by_id(&agency);
        let place = at.and_then(|at| {
            all.iter_mut().find(|one| one.agency == at && one.code.as_str() == code)
        });
        match place {
            Some(place) => place.differs = Some(Box::new(offering)),
            None => sources.stray_offerings.push((file, agency, code)),
        }
    }
    all
}

/// The hash of all that the site says.
fn mark(publication: &Publication) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for edition in &publication.editions {
        hasher.update(edition.code.as_str().as_bytes());
        hasher.update(&edition.mark.0);
    }
    for form in &publication.forms {
        hasher.update(form.name.as_bytes());
        hasher.update(&form.mark);
    }
    let rest = (
        (&publication.site, &publication.fields, &publication.acts, &publication.calendar),
        (&publication.agencies, &publication.counters, &publication.offered),
        (&publication.surveys, &publication.pages, &publication.ledger),
        publication.results.mark(),
    );
    // What cannot be written down does not occur in these types.
    hasher.update(&postcard::to_stdvec(&rest).unwrap_or_default());
    Mark::from_hash(&hasher.finalize()).0
}
