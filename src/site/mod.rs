//! A publication becomes a site: what pages there are ([`plan`]), what each of them says, and where
//! its bytes go ([`Sink`]).
//!
//! Memory stays flat however many procedures there are: a worker loads one body, renders its page in
//! every language into one buffer that it uses again, hands the bytes to the sink and drops the
//! body. No page depends on the order of the workers, on a clock or on the day of the build, save
//! through the editions in force, whose days are given along as validity.
//!
//! A page whose parts are those of the last build, and whose bytes every sink still has, is not rendered
//! again ([`PageMemory`]); what comes out is what a build from nothing gives, byte for byte.

mod agency_page;
mod apologies_page;
mod change_feed;
mod changes_page;
mod channel_lines;
mod composer;
mod contact_lines;
mod content_entries;
mod counter_page;
mod expected_days;
mod facts;
mod fingerprint;
mod folder_sink;
mod frames;
mod free_page;
mod glance;
mod heavy_page;
#[cfg(test)]
mod hostless;
mod late_brotli;
#[cfg(test)]
mod light_pages;
mod list_pages;
mod lists;
mod manifest;
mod offerer_lists;
mod offering_page;
mod open_figures;
mod overhead;
mod packer;
mod packing;
mod page_memory;
mod paging;
mod particulars;
mod plan;
mod procedure_page;
mod rating_page;
mod register;
mod release_sink;
mod render;
mod results_beside;
mod results_bulletin;
mod results_figures;
#[cfg(test)]
mod results_light;
mod results_page;
mod results_parts;
#[cfg(test)]
mod results_secrecy;
mod results_start;
mod results_text;
mod search_lists;
mod section_page;
mod sink;
mod site_error;
mod sitemap;
mod slots;
mod spool;
mod staged_folder;
mod subject;
mod timeline;
mod turns;
mod verification;
#[cfg(test)]
mod whole_site;

pub use content_entries::{CONTENT_GROUND, CONTENT_PACKS};
pub use folder_sink::{FolderReport, FolderSink, SignFolder};
pub use heavy_page::HeavyPage;
pub use late_brotli::{Packed, pack_late};
pub use manifest::{Listed, MANIFEST, MANIFEST_SIGNATURE, Manifest};
pub use page_memory::PageMemory;
pub use plan::{Plan, PlannedPage, plan};
pub use release_sink::{CompressionPlan, ReleaseReport, ReleaseSink};
pub use render::{Rendered, render};
pub use results_page::ResultsPage;
pub use sink::{EarlierPage, Left, Page, Sink, Stamp};
pub use site_error::SiteError;
pub use subject::Subject;
pub use verification::{FolderVerdict, verify_folder};
