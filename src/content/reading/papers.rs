//! What to bring: shape and words → cases with their papers.

use super::procedure::say_none_if_empty;
use super::quotes::quote;
use super::words_check::unique;
use crate::catalogue::Stated;
use crate::catalogue::procedure::{HandIn, Paper, PaperCase};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{CaseShape, CaseWords, Listed, PaperShape, PaperWords, ProcedureWords};
use crate::content::translation::Words;
use crate::diagnostic::{Kind, Problem};

/// The cases of a procedure.
pub(super) fn cases(
    file: &str,
    listed: Listed<CaseShape>,
    words: &Words<'_, ProcedureWords>,
    findings: &mut Findings,
) -> Stated<Vec<PaperCase>> {
    let root = At::ROOT;
    let at = root.key("cases");
    match listed.0 {
        Stated::None => Stated::None,
        Stated::AsAnnounced(words) => Stated::AsAnnounced(quote(file, at, words, findings)),
        Stated::Given(list) => Stated::Given(given(file, at, list, words, findings)),
    }
}

fn given(
    file: &str,
    at: At<'_>,
    list: Vec<CaseShape>,
    words: &Words<'_, ProcedureWords>,
    findings: &mut Findings,
) -> Vec<PaperCase> {
    say_none_if_empty(file, at, "cases", &list, findings);
    let ids: Vec<&str> = list.iter().map(|case| case.id.0.as_str()).collect();
    unique(file, at, Kind::PaperCase, &ids, findings);
    let several = list.len() > 1;
    let words = words.inner(|words| &words.cases);
    let each = list.into_iter().enumerate();
    each.map(|(index, shape)| {
        if several && shape.name.is_none() {
            let case = shape.id.0.to_string();
            findings.error(file, at.item(index), Problem::UnnamedCase { case });
        }
        let words = words.of(shape.id.0.as_str());
        case(file, at.item(index), shape, &words, findings)
    })
    .collect()
}

fn case(
    file: &str,
    at: At<'_>,
    shape: CaseShape,
    words: &Words<'_, CaseWords>,
    findings: &mut Findings,
) -> PaperCase {
    let at = at.key("papers");
    if let Some(list) = &shape.papers.0 {
        say_none_if_empty(file, at, "papers", list, findings);
    }
    let ids: Vec<&str> = shape.papers.listed().iter().map(|paper| paper.id.0.as_str()).collect();
    unique(file, at, Kind::Paper, &ids, findings);
    let paper_words = words.inner(|words| &words.papers);
    let papers = shape.papers.0.into_iter().flatten().enumerate();
    let papers = papers.map(|(index, shape)| {
        let words = paper_words.of(shape.id.0.as_str());
        paper(file, at.item(index), shape, &words, findings)
    });
    let papers = papers.collect();
    PaperCase {
        name: words.text_of(shape.name, |words| words.name.as_ref()),
        id: shape.id.0,
        papers,
    }
}

fn paper(
    file: &str,
    at: At<'_>,
    shape: PaperShape,
    words: &Words<'_, PaperWords>,
    findings: &mut Findings,
) -> Paper {
    let hand_in = shape.hand_in.map(|hand_in| hand_in.0).unwrap_or_default();
    if shape.originals == 0 && shape.copies == 0 && hand_in == HandIn::Submit {
        let problem = Problem::PaperWithoutCount { paper: shape.name.clone() };
        findings.warning(file, at.key("name"), problem);
    }
    Paper {
        name: words.text(shape.name, |words| words.name.as_ref()),
        originals: shape.originals,
        copies: shape.copies,
        hand_in,
        form: shape.form,
        note: words.text_of(shape.note, |words| words.note.as_ref()),
        id: shape.id.0,
    }
}
