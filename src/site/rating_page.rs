//! The page of a printed code: the rating, or what became of the code.

use super::composer::Composer;
use crate::catalogue::PrintedCode;
use crate::theme::context::{Opening, Rating, Refused};

/// What a printed code opens.
pub(super) enum CodePage {
    /// The survey of its counter.
    Rating(Box<Rating>),
    /// Why there is none.
    Refused(Box<Refused>),
}

impl Composer<'_> {
    /// The page of a code; none for a code that stands nowhere, which is not planned either.
    pub(super) fn code_page(&self, code: PrintedCode) -> Option<CodePage> {
        let desk = &self.plan.desk;
        let place = desk.place(&code)?;
        let hostless = !desk.site.hosted;
        if place.retired || hostless {
            let refused = if place.retired { Refused::retired } else { Refused::hostless };
            let mut page = refused(desk, place, self.voice, self.home);
            page.meta.alternates = self.meta("", "").alternates;
            return Some(CodePage::Refused(Box::new(page)));
        }
        let survey = desk.counter_survey()?;
        let opening = Opening::first(survey);
        let page = Rating::new(desk, place, survey, self.voice, self.home, opening);
        Some(CodePage::Rating(Box::new(page)))
    }
}
