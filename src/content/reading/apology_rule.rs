//! `site.yaml`, `apologies`: how early an apology for a late file must be written.

use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::ApologyRuleShape;
use crate::diagnostic::{Problem, Shape};
use crate::feedback::apology::ApologyRule;

/// The rule, or our default where the site says nothing or what cannot be.
pub(super) fn read(
    file: &str,
    shape: Option<&ApologyRuleShape>,
    findings: &mut Findings,
) -> ApologyRule {
    let Some(ApologyRuleShape { days_before, citation }) = shape else {
        return ApologyRule::default();
    };
    if *days_before > ApologyRule::EARLIEST {
        let problem = Problem::BadValue {
            wanted: Shape::Number,
            found: days_before.to_string(),
            reason: "0–30".into(),
        };
        findings.error(file, At::ROOT.key("apologies").key("days_before"), problem);
        return ApologyRule::default();
    }
    let citation = citation.as_deref().map(Into::into);
    ApologyRule { days_before: *days_before, citation }
}
