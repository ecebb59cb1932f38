//! Whatever the content, every page that the program can cut comes within the first round trip, and
//! nothing is lost by cutting: held over content made to be too much.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use super::sitemap;
use super::whole_site::{Kept, attributes, build, is_made_by_host, resolve};
use crate::catalogue::Stated;
use crate::publication::{EditionIndex, Offered, Publication};
use crate::release::{Day, Media};
use crate::text::HEAVIEST_PAGE;
use crate::theme::invented::{crowded, day, heavy, many};

pub(super) type Pages = BTreeMap<(String, Option<Day>), Kept>;

/// The pages that a browser may ask for, each with its weight as a quick build compresses it.
fn weights(pages: &Pages) -> Vec<(usize, &str)> {
    let weight = |html: &str| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(5));
        encoder.write_all(html.as_bytes()).unwrap();
        encoder.finish().unwrap().len()
    };
    let html = pages.iter().filter(|(_, kept)| kept.media == Media::Html && kept.slots.is_empty());
    let mut weights: Vec<_> =
        html.map(|((path, _), kept)| (weight(&kept.html), path.as_str())).collect();
    weights.sort_unstable();
    weights
}

pub(super) fn assert_light(publication: &Publication) -> Pages {
    let pages = build(publication, day());
    let weights = weights(&pages);
    let heavy = weights.iter().filter(|(weight, _)| *weight > HEAVIEST_PAGE);
    assert_eq!(heavy.collect::<Vec<_>>(), Vec::<&(usize, &str)>::new());
    pages
}

/// How often each procedure is linked from the pages whose path begins so.
fn listed(pages: &Pages, start: &str) -> usize {
    let own = pages.iter().filter(|((path, _), _)| path.starts_with(start));
    let hrefs = own.flat_map(|(_, kept)| attributes(&kept.html, "<li><a href=\""));
    hrefs.filter(|href| href.contains("thu-tuc/")).collect::<BTreeSet<_>>().len()
}

#[test]
fn lists_of_endless_names_are_light_and_whole() {
    for (procedures, length, agencies) in [(150, 1094, 10), (400, 160, 260), (20, 4000, 0)] {
        let pages = assert_light(&crowded(procedures, length, agencies));
        for start in ["a-z", "linh-vuc/ho-tich", "don-vi/phuong-vi-du"] {
            assert_eq!(listed(&pages, start), procedures, "{start} of names of {length} bytes");
        }
        let parts = pages.keys().filter(|(path, _)| path.starts_with("don-vi-")).count();
        assert_eq!(parts > 0, agencies > 200, "{parts} more parts of {agencies} agencies");
    }
}

#[test]
fn a_procedure_in_excess_is_split_and_nothing_is_lost() {
    let publication = heavy();
    let pages = assert_light(&publication);
    let own = "thu-tuc/2.000815";
    for path in
        ["truong-hop-t3", "truong-hop-t19.2", "cach-nop.2", "trinh-tu", "dieu-kien.3", "huong-dan"]
    {
        for language in ["", "en/"] {
            let path = format!("{language}{own}/{path}.html");
            assert!(pages.contains_key(&(path.clone(), None)), "{path}");
        }
    }
    let text: String = pages
        .iter()
        .filter(|((path, _), _)| path.starts_with(own))
        .map(|(_, kept)| kept.html.as_str())
        .collect();
    let place = publication.editions.iter().position(|one| one.code.as_str() == "2.000815");
    let body = publication.body(EditionIndex(place.unwrap())).unwrap();
    let papers =
        body.given_cases().iter().flat_map(|case| &case.papers).map(|paper| paper.name.original());
    let fees = body.channels[0].given_fees().iter();
    let notes = fees.filter_map(|fee| fee.note.as_ref()).map(crate::text::Text::original);
    let steps = body.steps.iter().map(|step| step.action.original());
    let Some(Stated::Given(conditions)) = &body.conditions else { panic!("given") };
    let guidance = body.guidance.as_ref().unwrap();
    let long = [conditions[0].text.original(), guidance.original()].into_iter();
    for wording in papers.chain(notes).chain(steps).chain(long) {
        let sentences = wording.split(['.', '\n']).map(str::trim);
        for sentence in sentences.filter(|sentence| sentence.len() < 600) {
            assert!(text.contains(sentence), "{sentence}");
        }
    }
}

/// Three procedures that each of very many agencies offers, and each of them knows by a long name.
fn offered_by_all(agencies: usize) -> Publication {
    let mut publication = crowded(3, 200, agencies);
    let pattern = publication.offered[0].clone();
    let codes: Vec<_> = publication.editions.iter().map(|one| one.code.clone()).collect();
    publication.offered.clear();
    for (at, agency) in publication.agencies.iter_mut().enumerate() {
        agency.short_name = agency.name.clone();
        let agency = crate::publication::AgencyIndex(at);
        let one = |code: &_| Offered { agency, code: Clone::clone(code), ..pattern.clone() };
        publication.offered.extend(codes.iter().map(one));
    }
    publication
}

#[test]
fn the_agencies_of_a_procedure_are_all_reached_however_many() {
    for agencies in [8, 300, 2000] {
        let publication = offered_by_all(agencies);
        let pages = assert_light(&publication);
        let code = &publication.editions[0].code;
        let main = &pages[&(format!("thu-tuc/{code}.html"), None)].html;
        let first = format!("thu-tuc/{code}/noi-nop.html");
        assert_eq!(main.contains(&first), agencies > 8, "{agencies} on the page itself");
        let start = format!("thu-tuc/{code}");
        let own = pages.iter().filter(|((path, _), _)| path.starts_with(&start));
        let reached: BTreeSet<String> = own
            .flat_map(|((path, _), kept)| {
                let hrefs = attributes(&kept.html, "<li><a href=\"");
                let hrefs = hrefs.into_iter();
                hrefs.map(|href| resolve(path, href.split('#').next().unwrap_or_default()))
            })
            .filter(|path| path.contains("don-vi/"))
            .collect();
        assert_eq!(reached.len(), publication.agencies.len(), "{start}");
        let second = pages.get(&(format!("thu-tuc/{code}/noi-nop.2.html"), None));
        assert_eq!(second.is_some(), agencies >= 300, "{agencies} on one page");
        assert!(second.is_none_or(|kept| kept.html.contains("aria-current=\"page\"")));
    }
}

#[test]
fn the_pages_of_a_split_procedure_lead_to_each_other() {
    let pages = build(&heavy(), day());
    let main = &pages[&("thu-tuc/2.000815.html".to_owned(), None)].html;
    assert!(main.contains("href=\"../thu-tuc/2.000815/truong-hop-t3.html\""));
    assert!(main.contains("Ông/bà thuộc trường hợp nào?") && main.contains("tel:1022"));
    assert!(main.contains("class=\"glance\"") && !main.contains("class=\"papers\""));
    let offering = &pages[&("don-vi/phuong-vi-du/thu-tuc/2.000815.html".to_owned(), None)].html;
    assert!(
        offering.contains("thu-tuc/2.000815/truong-hop-t3.html") && offering.contains("5.000 đồng")
    );
    let paths: BTreeSet<&str> = pages.keys().map(|(path, _)| path.as_str()).collect();
    let sections = paths.iter().filter(|path| path.contains("2.000815/"));
    for path in sections.chain(&["thu-tuc/2.000815.html", "en/thu-tuc/2.000815.html"]) {
        let html = &pages[&((*path).to_owned(), None)].html;
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        for href in attributes(html, " href=\"") {
            let foreign = ["https:", "mailto:", "tel:", "data:", "#"];
            if foreign.iter().any(|start| href.starts_with(start)) || href.contains("forms/") {
                continue;
            }
            let target = resolve(path, href.split('#').next().unwrap());
            let is_there = |path: &str| paths.contains(path);
            let there = is_there(&target) || is_made_by_host(&target, is_there);
            assert!(there, "{path}: {href}");
        }
    }
    let ways = paths.iter().filter(|path| path.contains("2.000815/cach-nop"));
    for path in ways {
        let html = &pages[&((*path).to_owned(), None)].html;
        assert!(!html.contains("Không thu phí"), "{path}: fees on the next page are not none");
    }
    let second = &pages[&("thu-tuc/2.000815/truong-hop-t19.2.html".to_owned(), None)].html;
    assert!(second.contains("<ol start=\"") && second.contains("aria-current=\"page\""));
    let sitemap = &pages[&("sitemap.xml".to_owned(), None)].html;
    assert!(sitemap.contains("/thu-tuc/2.000815/dieu-kien.2.html</loc>"));
}

#[test]
fn a_sitemap_of_too_many_addresses_is_an_index_over_several() {
    let mut publication = many(1);
    let pattern = publication.pages[0].clone();
    publication.pages.clear();
    for number in 0..120_000 {
        let id = crate::text::Slug::parse(&format!("trang-{number}")).unwrap();
        publication.pages.push(crate::publication::FreePage { id, ..pattern.clone() });
    }
    let plan = super::plan(&publication, day());
    let files = sitemap::sitemaps(&publication, &plan);
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
    let (index, maps) = files.split_last().unwrap();
    assert_eq!(index.1.matches("<sitemap><loc>").count(), 3);
    assert!(
        index.1.contains("<sitemapindex") && index.1.contains("/sitemap-3.xml</loc></sitemap>")
    );
    let mut all = BTreeSet::new();
    for (name, text) in maps {
        let addresses: Vec<_> =
            text.split("<loc>").skip(1).map(|rest| rest.split('<').next()).collect();
        assert!((1..=50_000).contains(&addresses.len()), "{name}: {}", addresses.len());
        assert!(text.len() < 50 * 1024 * 1024, "{name}: {} bytes", text.len());
        all.extend(addresses);
    }
    assert_eq!(
        all.len(),
        plan.pages.iter().filter(|page| sitemap::is_listed(page.subject)).count()
    );
}
