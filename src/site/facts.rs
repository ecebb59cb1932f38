//! Structured facts about a procedure for search engines: schema.org's `GovernmentService`.

use serde::Serialize;

use super::Subject;
use super::composer::Composer;
use crate::catalogue::Stated;
use crate::catalogue::procedure::{ChannelKind, Limit, Procedure};
use crate::publication::EditionIndex;

/// `GovernmentService`, as far as we know it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct GovernmentService<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    identifier: &'a str,
    category: &'a str,
    url: String,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<Organisation<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    available_channel: Vec<ServiceChannel<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
}

/// A public body.
#[derive(Serialize)]
struct Organisation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

/// A way to file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ServiceChannel<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    processing_time: Option<String>,
}

impl Composer<'_> {
    /// The facts as JSON; empty where they cannot be written, which never happens with plain texts.
    pub(super) fn facts(&self, index: EditionIndex, body: &Procedure) -> String {
        let edition = self.publication.edition(index);
        let field = self.publication.field(edition.field.as_str());
        let handler = body.bodies.handler().and_then(Stated::given);
        let service = GovernmentService {
            context: "https://schema.org",
            kind: "GovernmentService",
            name: self.voice.plain(&body.name),
            alternate_name: body
                .short_name
                .iter()
                .chain(&body.aliases)
                .map(|name| self.voice.plain(name))
                .collect(),
            description: body.summary.as_ref().map(|text| self.voice.plain(text)),
            identifier: edition.code.as_str(),
            category: field.map_or(edition.field.as_str(), |field| self.voice.plain(&field.name)),
            url: self.absolute(Subject::Procedure { edition: index }, self.voice.language),
            in_language: self.voice.language.tag(),
            provider: handler.map(|name| Organisation {
                kind: "GovernmentOrganization",
                name: self.voice.plain(name),
            }),
            available_channel: body
                .channels
                .iter()
                .map(|channel| ServiceChannel {
                    kind: "ServiceChannel",
                    name: self.channel_kind(channel.kind),
                    service_url: channel
                        .address
                        .as_ref()
                        .and_then(Stated::given)
                        .map(|address| &**address)
                        .filter(|_| channel.kind == ChannelKind::Online),
                    processing_time: match channel.limit {
                        Some(Limit::Known(limit)) => Some(self.voice.words.limit(limit)),
                        _ => None,
                    },
                })
                .collect(),
            date_modified: body.checked_on.map(|day| day.to_string()),
        };
        serde_json::to_string(&service).unwrap_or_default()
    }
}
