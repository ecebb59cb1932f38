//! Ways to file: shape and words → channels.

use super::fees::{names_a_sum, stated_fees};
use super::quotes::{quote, stated, told};
use super::words_check::unique;
use crate::catalogue::Stated;
use crate::catalogue::procedure::{Channel, ChannelKind, Limit, LimitCase};
use crate::content::findings::Findings;
use crate::content::keys::At;
use crate::content::shape::{ChannelShape, ChannelWords, LimitShape, ProcedureWords};
use crate::content::translation::Words;
use crate::diagnostic::{Kind, Problem, Shape};
use crate::text::Text;

/// The channels of a procedure.
pub(super) fn channels(
    file: &str,
    list: Vec<ChannelShape>,
    words: &Words<'_, ProcedureWords>,
    findings: &mut Findings,
) -> Vec<Channel> {
    let root = At::ROOT;
    let at = root.key("channels");
    let ids: Vec<&str> = list.iter().map(|channel| channel.id.0.as_str()).collect();
    unique(file, at, Kind::Channel, &ids, findings);
    let words = words.inner(|words| &words.channels);
    let each = list.into_iter().enumerate();
    each.map(|(index, shape)| {
        let words = words.of(shape.id.0.as_str());
        channel(file, at.item(index), shape, &words, findings)
    })
    .collect()
}

fn channel(
    file: &str,
    at: At<'_>,
    shape: ChannelShape,
    words: &Words<'_, ChannelWords>,
    findings: &mut Findings,
) -> Channel {
    check_online(file, at, &shape, findings);
    let is_free = shape.fees.as_ref().is_some_and(|fees| match &fees.0 {
        Stated::None => true,
        Stated::AsAnnounced(_) => false,
        Stated::Given(list) => {
            let mut amounts = list.iter().map(|fee| fee.amount.as_ref());
            !list.is_empty() && amounts.all(|amount| amount.is_some_and(|one| one.0.is_zero()))
        }
    });
    if let Some(note) = shape.note.as_ref().filter(|note| is_free && names_a_sum(note)) {
        let problem = Problem::FreeWithAmount { note: note.clone() };
        findings.error(file, at.key("note"), problem);
    }
    let case_words = words.inner(|words| &words.limit_cases);
    let at_cases = at.key("limit_cases");
    let cases = shape.limit_cases.into_iter().enumerate().map(|(index, case)| LimitCase {
        when: case_words.of(case.id.0.as_str()).whole(case.when),
        limit: limit_of(file, at_cases.item(index).key("limit"), case.limit, findings),
        id: case.id.0,
    });
    let cases = cases.collect();
    let (at_level, at_url) = (at.key("level"), at.key("url"));
    Channel {
        kind: shape.kind.0,
        level: shape.level.map(|level| told(file, at_level, level, findings)),
        address: shape.url.map(|url| stated(file, at_url, url, Into::into, findings)),
        limit: shape.limit.map(|limit| limit_of(file, at.key("limit"), limit, findings)),
        starts: shape.starts.map(|starts| starts.0),
        cutoff: shape.cutoff.map(|hour| hour.0),
        limit_cases: cases,
        // Fees that are not said at all are reported by the check of required parts.
        fees: shape.fees.map(|fees| {
            stated_fees(file, at.key("fees"), fees, &words.inner(|words| &words.fees), findings)
        }),
        note: words.text_of(shape.note, |words| words.note.as_ref()),
        id: shape.id.0,
    }
}

fn limit_of(file: &str, at: At<'_>, limit: LimitShape, findings: &mut Findings) -> Limit {
    match limit {
        LimitShape::Known(limit) => Limit::Known(limit),
        LimitShape::Quoted(words) => {
            Limit::AsAnnounced(Text::new(quote(file, at, words, findings)))
        }
    }
}

fn check_online(file: &str, at: At<'_>, channel: &ChannelShape, findings: &mut Findings) {
    let is_online = channel.kind.0 == ChannelKind::Online;
    let mut report = |key, missing| {
        let channel = channel.id.0.to_string();
        findings.error(file, at.key(key), Problem::OnlineChannel { channel, missing });
    };
    if channel.level.is_some() != is_online {
        report("level", if is_online { "level" } else { "kind" });
    }
    if channel.url.is_some() != is_online {
        report("url", if is_online { "url" } else { "kind" });
    }
    let address = channel.url.as_ref().and_then(|url| url.0.given());
    if let Some(address) = address.filter(|address| !is_web_address(address)) {
        let (found, reason) = (address.clone(), "https://…".to_owned());
        let problem = Problem::BadValue { wanted: Shape::WebAddress, found, reason };
        findings.error(file, at.key("url"), problem);
    }
}

/// An address a citizen may be sent to: http(s), nothing that a browser could run.
pub(super) fn is_web_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains([' ', '"', '<', '>', '\\']))
}
