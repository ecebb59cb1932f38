//! `niemyet surveys`: the ledger of survey versions. Recorded by a person when the questions are settled,
//! never by a build, since what was answered under a version cannot be asked again.

use anyhow::Context;

use super::arguments::{SurveysArguments, SurveysVerb};
use super::done::Done;
use super::flags::Common;
use super::outside;
use crate::content;
use crate::diagnostic::Tongue;
use crate::feedback::SurveyVersion;
use crate::publication::Publication;
use crate::text::Date;

pub(super) fn run(common: &Common, arguments: &SurveysArguments) -> anyhow::Result<Done> {
    let Some((publication, today)) = outside::publication(common)? else {
        return Ok(Done::Problems);
    };
    match arguments.verb {
        SurveysVerb::Record => record(common, &publication, today)?,
        SurveysVerb::List => publication.survey_versions.iter().for_each(list),
    }
    Ok(Done::Fine)
}

fn record(common: &Common, publication: &Publication, today: Date) -> anyhow::Result<()> {
    let known = |survey: &crate::feedback::Survey| {
        let mut recorded = publication.survey_versions.iter();
        recorded.any(|one| one.survey == survey.id && one.version == survey.version)
    };
    let new: Vec<SurveyVersion> = publication
        .surveys
        .iter()
        .filter(|survey| !known(survey))
        .map(|survey| SurveyVersion {
            survey: survey.id.clone(),
            version: survey.version,
            questions: survey.questions_mark(),
            since: today,
        })
        .collect();
    if !new.is_empty() {
        content::append_survey_versions(&common.site, &new).with_context(|| {
            format!("writing survey-versions.yaml in {}", common.site.display())
        })?;
    }
    new.iter().for_each(list);
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!("Đã ghi sổ {} phiên bản mới.", new.len()),
        Tongue::English => format!("{} new versions recorded.", new.len()),
    });
    Ok(())
}

fn list(one: &SurveyVersion) {
    outside::say(&format!("{}  v{}  {}", one.survey, one.version, one.since));
}
