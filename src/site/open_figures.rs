//! The files of open data of a site: each signed bulletin as a table and as JSON, and what their columns mean.

use crate::publication::results::open_figures;
use crate::publication::{DICTIONARY_PATH, Publication, open_data_path};
use crate::release::Media;

/// Path, kind and text of each file.
pub(super) fn files(publication: &Publication) -> Vec<(String, Media, String)> {
    let bulletins = &publication.results.bulletins;
    let mut files = Vec::with_capacity(bulletins.len() * 2 + 1);
    for one in bulletins {
        let path = |ending| open_data_path(one.period, one.agency.as_ref(), ending);
        files.push((path("csv"), Media::Csv, open_figures::csv([one])));
        files.push((path("json"), Media::Json, open_figures::json(one)));
    }
    if !bulletins.is_empty() {
        files.push((DICTIONARY_PATH.to_owned(), Media::Csv, open_figures::dictionary()));
    }
    files
}
