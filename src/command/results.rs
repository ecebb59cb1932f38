//! `niemyet results`: the bulletin of a period, shown or written as a draft; and a person's signature under it.

use std::path::Path;

use anyhow::{Context, bail};

use super::done::Done;
use super::flags::Common;
use super::results_arguments::{ResultsArguments, ResultsFormat, ResultsVerb};
use super::{database, outside, results_report, results_text, signing};
use crate::content;
use crate::diagnostic::{Code, Tongue};
use crate::feedback::satisfaction::ReportingPeriod;
use crate::publication::Publication;
use crate::publication::results::{
    Bulletin, CorrectiveMeasure, CountedSheet, Drawing, Drawn, Unit, open_figures,
};
use crate::store::{SheetGrain, SheetQuery, SheetUnit, Store};
use crate::text::{Date, Slug, Text};

pub(super) fn run(common: &Common, arguments: &ResultsArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        Some(ResultsVerb::Sign { file, by, on }) => sign(common, file, by, *on),
        Some(ResultsVerb::SampleSize { transactions, margin }) => {
            let size = margin.sample_size(*transactions);
            outside::say(&results_text::sample_size(common.lang, *transactions, size));
            Ok(Done::Fine)
        }
        None => results(common, arguments),
    }
}

fn results(common: &Common, arguments: &ResultsArguments) -> anyhow::Result<Done> {
    let Some(period) = arguments.period else { bail!("--period") };
    let Some((publication, today)) = outside::publication(common)? else {
        return Ok(Done::Problems);
    };
    if let Some(agency) = &arguments.agency
        && publication.agency_by_id(agency.as_str()).is_none()
    {
        bail!("{}", results_text::no_agency(common.lang, agency.as_str()));
    }
    let store = database::existing(common)?;
    let counted = counted(&*store, period)?;
    let drawing = Drawing {
        publication: &publication,
        period,
        agency: arguments.agency.clone(),
        drawn_on: today,
        threshold: arguments.threshold,
        target: arguments.target,
        method: arguments.method,
        aggregate: arguments.aggregate,
        combine: arguments.combine,
        counted: &counted,
    };
    let drawn = drawing.draw();
    outside::say(&match arguments.format {
        ResultsFormat::Human => results_text::bulletin(common.lang, &drawn),
        ResultsFormat::Json => open_figures::json(&drawn.bulletin),
        ResultsFormat::Csv => open_figures::csv([&drawn.bulletin]),
    });
    if arguments.format != ResultsFormat::Human {
        outside::note(&results_text::notes(common.lang, &drawn));
    }
    let kept = kept_measures(&*store, &publication, &drawn.bulletin)?;
    if let Some(file) = &arguments.report {
        let bulletin = Bulletin { measures: kept.clone(), ..drawn.bulletin.clone() };
        results_report::write(common, &publication, &*store, (&bulletin, today), file)?;
    }
    if !arguments.publish {
        return Ok(Done::Fine);
    }
    publish(common, &publication, &drawn, kept, today)
}

/// Everything that was counted in the year of a period, by counter and month: what is shown of the period may tell of
/// what is withheld in the others.
fn counted(store: &dyn Store, period: ReportingPeriod) -> anyhow::Result<Vec<CountedSheet>> {
    let year = u16::try_from(period.months().0 / 100).unwrap_or_default();
    let query = SheetQuery {
        by_month: true,
        ..SheetQuery::new(SheetGrain::Counter, ReportingPeriod::Year(year))
    };
    let sheets = store.sheets(&query)?.into_iter().filter_map(|one| match one.unit {
        SheetUnit::Counter { agency, counter } => Some(CountedSheet {
            unit: Unit::Counter(agency, counter),
            month: one.period,
            sheet: one.sheet,
        }),
        SheetUnit::Whole | SheetUnit::Agency(_) | SheetUnit::Procedure(_) => None,
    });
    Ok(sheets.collect())
}

/// What agencies noted at the desk against weak criteria of the period, of units that the bulletin speaks of.
fn kept_measures(
    store: &dyn Store,
    publication: &Publication,
    bulletin: &Bulletin,
) -> anyhow::Result<Vec<CorrectiveMeasure>> {
    let period = bulletin.period.to_string();
    let mut all = Vec::new();
    for agency in &publication.agencies {
        if bulletin.agency.as_ref().is_some_and(|only| *only != agency.id) {
            continue;
        }
        for one in store.measures(&agency.id, &period)? {
            let unit = match one.counter {
                Some(counter) => Unit::Counter(one.agency, counter),
                None => Unit::Agency(one.agency),
            };
            let number = u128::from_be_bytes(one.id);
            let id = Slug::parse(&format!("viec-{number:032x}"));
            let Some(id) = id.ok().filter(|_| bulletin.units.iter().any(|own| own.unit == unit))
            else {
                continue;
            };
            all.push(CorrectiveMeasure {
                id,
                unit,
                survey: one.survey,
                criterion: one.criterion,
                cause: Text::new(one.cause),
                measure: Text::new(one.measure),
                answerable: Text::new(one.answerable),
                until: one.until,
                outcome: one.outcome.map(Text::new),
                quote: one.quote.map(Text::new),
            });
        }
    }
    Ok(all)
}

/// Writes a draft, which somebody must sign before a page shows it.
fn publish(
    common: &Common,
    publication: &Publication,
    drawn: &Drawn,
    kept: Vec<CorrectiveMeasure>,
    today: Date,
) -> anyhow::Result<Done> {
    let tongue = common.lang;
    let Bulletin { period, agency, .. } = &drawn.bulletin;
    let stem = Bulletin::stem(*period, agency.as_ref());
    let path = common.site.join("bulletins").join(format!("{stem}.yaml"));
    let same = |one: &&Bulletin| one.period == *period && one.agency == *agency;
    let refusal = if period.last_day().is_none_or(|last| today <= last) {
        Some(results_text::Refusal::NotOver)
    } else if drawn.bulletin.surveys.is_empty() {
        Some(results_text::Refusal::NoRatings)
    } else if publication.results.bulletins.iter().any(|one| same(&one)) {
        Some(results_text::Refusal::Signed)
    } else {
        None
    };
    if let Some(refusal) = refusal {
        outside::note(&results_text::refused(tongue, refusal, &stem));
        return Ok(Done::Problems);
    }
    let mut bulletin = drawn.bulletin.clone();
    // What somebody wrote into the draft that this replaces stays.
    let draft = publication.results.drafts.iter().find(same);
    bulletin.measures = draft.map(|draft| draft.measures.clone()).unwrap_or_default();
    let written = bulletin.measures.len();
    bulletin.measures.extend(kept);
    // What was noted at the desk comes in once: the draft may have been changed by hand since.
    let ids: Vec<_> = bulletin.measures[..written].iter().map(|one| one.id.clone()).collect();
    let mut at = 0;
    bulletin.measures.retain(|one| {
        at += 1;
        at <= written || !ids.contains(&one.id)
    });
    content::put_file(&path, &content::write_bulletin(&bulletin))
        .with_context(|| path.display().to_string())?;
    outside::note(&results_text::written(tongue, &path.display().to_string()));
    Ok(Done::Fine)
}

/// Signs a bulletin, unless something in it is wrong.
fn sign(common: &Common, file: &Path, by: &str, on: Option<Date>) -> anyhow::Result<Done> {
    let Some(name) = signing::placed(common, "bulletins", file) else {
        bail!("{}", results_text::no_bulletin(common.lang, &file.display().to_string()));
    };
    let signed = signing::sign(common, &name, Code::BulletinChanged, by, on)?;
    let Some(signature) = signed else { return Ok(Done::Problems) };
    outside::say(&match common.lang {
        Tongue::Vietnamese => {
            format!(
                "Đã ký {name}: {}, {}. Lần dựng trang sau sẽ đăng bản tin này.",
                signature.by,
                signature.on.vietnamese()
            )
        }
        Tongue::English => {
            format!(
                "{name} is signed: {}, {}. The next build publishes it.",
                signature.by, signature.on
            )
        }
    });
    Ok(Done::Fine)
}
