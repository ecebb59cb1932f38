//! Surveys against the ledger of their versions, and the survey behind a printed code against the page
//! that it opens.

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::reading::Sources;
use crate::diagnostic::Problem;
use crate::feedback::Survey;
use crate::publication::Publication;

const LEDGER: &str = "survey-versions.yaml";

/// Checks the surveys that the site offers; others harm nobody yet.
pub(super) fn check(publication: &Publication, sources: &Sources, findings: &mut Findings) {
    let site = &publication.site;
    let offered = site.counter_survey.iter().chain(&site.more_surveys);
    for survey in offered.filter_map(|id| publication.survey(id.as_str())) {
        let file = format!("surveys/{}.yaml", survey.id);
        if !sources.named.is_broken(LEDGER) && !sources.named.is_broken(&file) {
            version(publication, survey, &file, findings);
        }
        let opens = site.counter_survey.as_ref() == Some(&survey.id);
        if opens && survey.tap().is_none() && !survey.questions.is_empty() {
            let problem = Problem::SlowFirstQuestion { survey: survey.id.to_string() };
            let root = At::ROOT;
            findings.warning(&file, root.key("questions").item(0), problem);
        }
    }
}

fn version(publication: &Publication, survey: &Survey, file: &str, findings: &mut Findings) {
    let recorded = publication.survey_versions.iter().filter(|one| one.survey == survey.id);
    let newest = recorded.clone().map(|one| one.version).max();
    let own = recorded.clone().find(|one| one.version == survey.version);
    let (id, version) = (survey.id.to_string(), survey.version);
    let root = At::ROOT;
    let at = root.key("version");
    match (own, newest) {
        (Some(own), Some(newest)) if own.questions != survey.questions_mark() => {
            let next = newest.saturating_add(1);
            findings.error(file, at, Problem::SurveyChanged { survey: id, version, next });
        }
        (_, Some(newest)) if newest > version => {
            findings.error(file, at, Problem::SurveyVersionBack { survey: id, version, newest });
        }
        (None, _) => {
            findings.warning(file, at, Problem::SurveyNotRecorded { survey: id, version });
        }
        (Some(_), _) => {}
    }
}
