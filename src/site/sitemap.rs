//! What search engines read first: the list of pages, and where to find it. Past and coming editions
//! and rating pages are not on it; dates are not, since pages do not know the day of their build.

use std::fmt::Write;

use super::{Plan, Subject};
use crate::publication::Publication;
use crate::release::Day;

/// Addresses in one file, by the rule of sitemaps.org.
const MOST: usize = 50_000;

/// The files as (path, text): one sitemap, or an index over several.
pub(super) fn sitemaps(publication: &Publication, plan: &Plan) -> Vec<(String, String)> {
    let base = &publication.site.base_url;
    let today = Day(plan.day.day_number());
    let mut paths: Vec<String> = plan
        .pages
        .iter()
        .filter(|page| is_listed(page.subject) && page.validity.contains(today))
        .map(|page| page.subject.path(publication, page.language))
        .collect();
    paths.sort_unstable();
    paths.dedup();
    let mut files: Vec<(String, String)> = Vec::new();
    let several = paths.len() > MOST;
    for (number, some) in (1..).zip(paths.chunks(MOST)) {
        let name = if several { format!("sitemap-{number}.xml") } else { "sitemap.xml".into() };
        files.push((name, list("urlset", "url", base, some)));
    }
    if several {
        let names: Vec<_> = files.iter().map(|(name, _)| name.clone()).collect();
        files.push(("sitemap.xml".into(), list("sitemapindex", "sitemap", base, &names)));
    }
    files
}

/// `robots.txt`.
pub(super) fn robots(publication: &Publication) -> String {
    format!("User-agent: *\nDisallow: /Q/\nSitemap: {}/sitemap.xml\n", publication.site.base_url)
}

pub(super) fn is_listed(subject: Subject) -> bool {
    !matches!(
        subject,
        Subject::DatedEdition { .. }
            | Subject::Section { dated: true, .. }
            | Subject::Rating { .. }
            | Subject::NotFound
    )
}

fn list(root: &str, entry: &str, base: &str, paths: &[String]) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    for path in paths {
        // Ids, codes and language tags hold no sign that XML would mind, and neither does an origin.
        let path = path.strip_suffix("index.html").unwrap_or(path);
        // Writing to a String cannot fail.
        let _ = writeln!(xml, "<{entry}><loc>{base}/{path}</loc></{entry}>");
    }
    let _ = writeln!(xml, "</{root}>");
    xml
}
