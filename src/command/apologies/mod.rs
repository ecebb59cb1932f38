//! `niemyet apologies`: the register of a period shown, or written as a draft; a person's signature under it; and lists of
//! late files taken over from an agency's own system.

pub(super) mod arguments;

use std::path::Path;

use anyhow::{Context, bail};

use arguments::ApologiesArguments;
use arguments::ApologiesVerb;

use super::done::Done;
use super::flags::Common;
use super::{database, outside, signing};
use crate::content;
use crate::diagnostic::{Code, Tongue};
use crate::feedback::apology::{Failing, read_late_files};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::publication::Publication;
use crate::publication::results::{ApologyRegister, Bulletin, Performance, PublishedApology};
use crate::store::{By, Remedy, Store, StoredApology, Work, Worked};
use crate::text::{Date, Slug, in_vietnam};

/// The most apologies of an agency that are looked at.
const MOST: u32 = 100_000;

/// Before the period, how long a draft may have waited for its signature, in milliseconds.
const WAITED: i64 = 400 * 24 * 60 * 60 * 1_000;

pub(super) fn run(common: &Common, arguments: &ApologiesArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        Some(ApologiesVerb::Sign { file, by, on }) => sign(common, file, by, *on),
        Some(ApologiesVerb::Import { file, agency }) => import(common, file, agency),
        None => registers(common, arguments),
    }
}

fn registers(common: &Common, arguments: &ApologiesArguments) -> anyhow::Result<Done> {
    let Some(period) = arguments.period else { bail!("--period") };
    let Some((publication, today)) = outside::publication(common)? else {
        return Ok(Done::Problems);
    };
    if let Some(agency) = &arguments.agency {
        known(&publication, agency)?;
    }
    let store = database::existing(common)?;
    let mut done = Done::Fine;
    for agency in &publication.agencies {
        if arguments.agency.as_ref().is_some_and(|only| *only != agency.id) {
            continue;
        }
        let register = register(&*store, &agency.id, period)?;
        let is_empty = register.entries.is_empty() && register.overdue.is_none();
        if is_empty && arguments.agency.is_none() {
            continue;
        }
        let performance = &publication.results.performance;
        outside::say(&shown(common.lang, &register, performance));
        if arguments.publish && !publish(common, &publication, &register, today)? {
            done = Done::Problems;
        }
    }
    Ok(done)
}

fn known(publication: &Publication, agency: &Slug) -> anyhow::Result<()> {
    if publication.agency_by_id(agency.as_str()).is_none() {
        bail!("there is no agency `{agency}` in the content folder");
    }
    Ok(())
}

/// What was signed in a period, and what was keyed in for its months.
fn register(
    store: &dyn Store,
    agency: &Slug,
    period: ReportingPeriod,
) -> anyhow::Result<ApologyRegister> {
    let (first, last) = period.months();
    let within = |month: u32| (first..=last).contains(&month);
    let start = Date::parse(&format!("{:04}-{:02}-01", first / 100, first % 100))?;
    let since = i64::from(start.day_number()) * 24 * 60 * 60 * 1_000 - WAITED;
    let entry = |stored: StoredApology| {
        let signed = stored.signed?;
        let (apologised, _) = in_vietnam(signed.at);
        let apology = stored.apology;
        within(month_of(apologised)).then(|| PublishedApology {
            file: apology.file,
            procedure: apology.procedure,
            failing: apology.failing,
            reason: apology.reason,
            due: apology.due,
            new_due: apology.new_due,
            apologised,
            signed_by: signed.name.into(),
        })
    };
    let apologies = store.apologies(agency, since, MOST)?;
    let mut entries: Vec<_> = apologies.into_iter().filter_map(entry).collect();
    entries.sort_by_key(|entry| (entry.apologised, entry.file.to_string()));
    let totals = store.overdue_totals(agency, 1_200)?;
    let keyed: Vec<u32> =
        totals.iter().filter(|total| within(total.month)).map(|total| total.overdue).collect();
    // A sum over some of the months would be no total of the period.
    let months = (first..=last).filter(|month| (1..=12).contains(&(month % 100))).count();
    let overdue = (keyed.len() == months).then(|| keyed.iter().sum());
    Ok(ApologyRegister { period, agency: agency.clone(), overdue, entries, signature: None })
}

fn month_of(day: Date) -> u32 {
    let digits: String = day.to_string()[..7].chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

fn shown(tongue: Tongue, register: &ApologyRegister, performance: &[Performance]) -> String {
    let count = |failing| register.entries.iter().filter(|one| one.failing == failing).count();
    let (late, wrong) = (count(Failing::Late), count(Failing::Wrong) + count(Failing::Lost));
    let owed = register.owed_beside(performance).map(|owed| (owed.overdue, owed.left()));
    let (agency, period) = (&register.agency, register.period);
    match (tongue, owed) {
        (Tongue::Vietnamese, Some((overdue, left))) => format!(
            "{agency} {period}: quá hạn {overdue}, đã xin lỗi {late}, còn {left}; sai hoặc mất giấy tờ: {wrong}"
        ),
        (Tongue::Vietnamese, None) => format!(
            "{agency} {period}: đã xin lỗi {late} hồ sơ trễ hạn (chưa nhập đủ số quá hạn); sai hoặc mất giấy tờ: {wrong}"
        ),
        (Tongue::English, Some((overdue, left))) => format!(
            "{agency} {period}: overdue {overdue}, apologised {late}, left {left}; wrong or lost: {wrong}"
        ),
        (Tongue::English, None) => format!(
            "{agency} {period}: apologised for {late} late files (not all totals are keyed in); wrong or lost: {wrong}"
        ),
    }
}

/// Writes a draft, which somebody must sign before a page shows it; false if it may not be written.
fn publish(
    common: &Common,
    publication: &Publication,
    register: &ApologyRegister,
    today: Date,
) -> anyhow::Result<bool> {
    let ApologyRegister { period, agency, .. } = register;
    let stem = Bulletin::stem(*period, Some(agency));
    let is_signed = publication
        .results
        .apologies
        .iter()
        .any(|one| one.period == *period && one.agency == *agency);
    let refusal = match (common.lang, period.last_day().is_none_or(|last| today <= last), is_signed)
    {
        (Tongue::Vietnamese, true, _) => Some("kỳ này chưa hết; chưa lập bản nháp"),
        (Tongue::English, true, _) => Some("the period is not over; no draft is written"),
        (Tongue::Vietnamese, _, true) => Some("đã ký; không ghi đè"),
        (Tongue::English, _, true) => Some("it is signed and is not written over"),
        _ => None,
    };
    if let Some(refusal) = refusal {
        outside::note(&format!("apologies/{stem}.yaml: {refusal}"));
        return Ok(false);
    }
    let path = common.site.join("apologies").join(format!("{stem}.yaml"));
    content::put_file(&path, &content::write_apologies(register))
        .with_context(|| path.display().to_string())?;
    outside::note(&match common.lang {
        Tongue::Vietnamese => format!("Đã ghi bản nháp {}. Đọc lại rồi ký.", path.display()),
        Tongue::English => format!("The draft is in {}. Read it, then sign it.", path.display()),
    });
    Ok(true)
}

/// Signs a register, unless something in it is wrong.
fn sign(common: &Common, file: &Path, by: &str, on: Option<Date>) -> anyhow::Result<Done> {
    let Some(name) = signing::placed(common, "apologies", file) else {
        bail!("{} is no file of {}/apologies", file.display(), common.site.display());
    };
    let Some(_) = signing::sign(common, &name, Code::ApologiesChanged, by, on)? else {
        return Ok(Done::Problems);
    };
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!("Đã ký {name}. Lần dựng trang sau sẽ đăng."),
        Tongue::English => format!("{name} is signed. The next build publishes it."),
    });
    Ok(Done::Fine)
}

/// Takes a list of late files over, whole or not at all.
fn import(common: &Common, file: &Path, agency: &Slug) -> anyhow::Result<Done> {
    let Some((publication, _)) = outside::publication(common)? else {
        return Ok(Done::Problems);
    };
    known(&publication, agency)?;
    let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let (files, faults) = read_late_files(&text);
    for fault in &faults {
        outside::note(&format!("{}: {fault}", file.display()));
    }
    if !faults.is_empty() || files.is_empty() {
        return Ok(Done::Problems);
    }
    let count = files.len();
    let remedy = Remedy::Files { agency: agency.clone(), files };
    let by = By { account: String::new(), at: outside::moment() };
    let store = database::existing(common)?;
    let work = Work::Remedy { remedy: Box::new(remedy), by };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    if runtime.block_on(store.work(work))? != Worked::Done {
        bail!("nothing was taken over");
    }
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!("Đã nhập {count} hồ sơ của {agency}."),
        Tongue::English => format!("{count} files of {agency} were taken over."),
    });
    Ok(Done::Fine)
}
