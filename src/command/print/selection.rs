//! Which counters, agencies and procedures are meant by what was typed.

use anyhow::bail;

use super::arguments::{Languages, PrintArguments};
use crate::catalogue::{Counter, LedgerEntry};
use crate::command::flags::Common;
use crate::diagnostic::Tongue;
use crate::publication::{AgencyIndex, Publication};
use crate::text::Language;

/// What was chosen.
pub(super) struct Selection<'p> {
    pub(super) publication: &'p Publication,
    /// The agencies.
    pub(super) agencies: Vec<AgencyIndex>,
    /// The one counter, where one was named.
    pub(super) counter: Option<&'p Counter>,
    /// The languages, the main one first.
    pub(super) languages: Vec<Language>,
}

impl<'p> Selection<'p> {
    pub(super) fn new(
        common: &Common,
        publication: &'p Publication,
        arguments: &PrintArguments,
    ) -> anyhow::Result<Self> {
        let named =
            arguments.counter.as_deref().map(|name| name.split_once('/').unwrap_or((name, "")));
        let agency = arguments.agency.as_deref().or(named.map(|(agency, _)| agency));
        let agencies = match agency {
            None => (0..publication.agencies.len()).map(AgencyIndex).collect(),
            Some(id) => {
                let Some(agency) = publication.agency_by_id(id) else {
                    let own = publication.agencies.iter().map(|agency| agency.id.to_string());
                    bail!(unknown(common.lang, "cơ quan", "agency", id, own))
                };
                vec![agency]
            }
        };
        let counter = match named {
            None => None,
            Some((_, id)) => {
                let own = agencies.iter().flat_map(|at| publication.counters_of(*at));
                let found = own.into_iter().find(|counter| counter.id.as_str() == id);
                if found.is_none() {
                    let name = arguments.counter.as_deref().unwrap_or_default();
                    let own = publication.counters.iter().filter(|(at, _)| agencies.contains(at));
                    let own =
                        own.map(|(at, one)| format!("{}/{}", publication.agency(*at).id, one.id));
                    bail!(unknown(common.lang, "quầy", "counter", name, own));
                }
                found
            }
        };
        let languages = match arguments.language {
            Languages::Both => publication.site.languages.iter().copied().take(2).collect(),
            Languages::One(language) if publication.site.languages.contains(&language) => {
                vec![language]
            }
            Languages::One(language) => {
                let own = publication.site.languages.iter().map(|own| own.tag().to_owned());
                bail!(unknown(common.lang, "ngôn ngữ", "language", language.tag(), own))
            }
        };
        Ok(Self { publication, agencies, counter, languages })
    }

    /// The chosen counters that have a code in use.
    pub(super) fn counters(&self) -> Vec<(AgencyIndex, &'p Counter, &'p LedgerEntry)> {
        let publication = self.publication;
        let all = publication.counters.iter();
        let own = all.filter(|(at, counter)| {
            self.agencies.contains(at) && self.counter.is_none_or(|one| std::ptr::eq(one, counter))
        });
        own.filter_map(|(at, counter)| {
            let agency = &publication.agency(*at).id;
            Some((*at, counter, publication.ledger.of_counter(agency, &counter.id)?))
        })
        .collect()
    }
}

/// So many names are told to whoever typed another.
const TOLD: usize = 20;

/// What was typed does not exist; what does is named.
pub(super) fn unknown(
    tongue: Tongue,
    vi: &str,
    en: &str,
    name: &str,
    own: impl Iterator<Item = String>,
) -> String {
    let own: Vec<_> = own.collect();
    let mut told = own[..own.len().min(TOLD)].join(", ");
    if own.len() > TOLD {
        told.push_str(", …");
    }
    match (tongue, own.is_empty()) {
        (Tongue::Vietnamese, true) => format!("không có {vi} `{name}`"),
        (Tongue::English, true) => format!("there is no {en} `{name}`"),
        (Tongue::Vietnamese, false) => format!("không có {vi} `{name}`; hiện có: {told}"),
        (Tongue::English, false) => format!("there is no {en} `{name}`; there are: {told}"),
    }
}
