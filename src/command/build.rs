//! `niemyet build`: content → checked publication → pages → folder and release.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;

use super::arguments::{BuildArguments, Parts};
use super::done::Done;
use super::flags::Common;
use super::output_lock::OutputLock;
use super::{heavy_pages, next_switch, outside, release, release_key, theme};
use crate::content;
use crate::diagnostic::{Report, Tongue};
use crate::host::{DESK_ENTRY, THEME_ENTRY};
use crate::publication::{Publication, RatingDesk, Site};
use crate::release::{
    CachePolicy, Day, Hold, KEPT_RELEASES, Mark, Media, OpenRelease, Publisher, Validity,
};
use crate::site::{
    CompressionPlan, EarlierPage, FolderReport, FolderSink, Left, Page, PageMemory, ReleaseReport,
    ReleaseSink, Rendered, Sink,
};
use crate::theme::Theme;

pub(super) fn run(common: &Common, arguments: &BuildArguments) -> anyhow::Result<Done> {
    let built = build(common, arguments)?;
    show(common, &built.report);
    match &built.site {
        Some(site) => {
            outside::say(&site.summary(common.lang));
            Ok(if built.report.errors() == 0 { Done::Fine } else { Done::Problems })
        }
        None => Ok(Done::Problems),
    }
}

/// Prints the report, shortened when it is long: `check` gives the whole.
pub(super) fn show(common: &Common, report: &Report) {
    if report.errors() > 0 {
        outside::say(&report.human(common.lang, outside::wants_colour()));
    } else {
        outside::say(&report.counts(common.lang));
    }
}

/// What a build gave.
pub(super) struct Built {
    pub report: Report,
    pub site: Option<BuiltSite>,
}

/// A site that was built.
pub(super) struct BuiltSite {
    pub publication: Publication,
    pub theme: Theme,
    next_switch: Option<Day>,
    rendered: Rendered,
    folder: Option<FolderReport>,
    release: Option<ReleaseReport>,
    back: Back,
    seconds: f64,
}

/// What became of a rollback that somebody made before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Back {
    /// There was none.
    None,
    /// It still holds, since the content is what somebody went back from: nothing was written.
    Kept,
    /// The content has changed since, so it is over.
    Over,
}

impl BuiltSite {
    /// How many pages were rendered; the others were known to be the same.
    #[cfg(test)]
    pub(super) fn rendered_anew(&self) -> usize {
        self.rendered.pages - self.rendered.kept
    }

    /// Whether nothing was written, since somebody went back from this content.
    pub(super) fn is_still_back(&self) -> bool {
        self.back == Back::Kept
    }

    /// How long it took, in seconds.
    pub(super) fn seconds(&self) -> f64 {
        self.seconds
    }

    fn summary(&self, tongue: Tongue) -> String {
        if self.back == Back::Kept {
            return release::still_back(tongue).to_owned();
        }
        let (pages, seconds) = (self.rendered.pages, self.seconds);
        let megabytes = self.rendered.bytes / 1_000_000;
        let folder = self.folder.unwrap_or_default();
        let release = self.release.clone().unwrap_or_default();
        let line = match tongue {
            Tongue::Vietnamese => format!(
                "{pages} trang, {megabytes} MB, {seconds:.2} giây; thư mục: ghi {} giữ {} xóa {}; \
                 bản phát hành: mới {} giữ {}",
                folder.written, folder.unchanged, folder.removed, release.written, release.carried
            ),
            Tongue::English => format!(
                "{pages} pages, {megabytes} MB, {seconds:.2} s; folder: {} written, {} kept, {} \
                 removed; release: {} new, {} carried over",
                folder.written, folder.unchanged, folder.removed, release.written, release.carried
            ),
        };
        let next = self.next_switch.map(|day| next_switch::said(day, tongue)).unwrap_or_default();
        let over = if self.back == Back::Over { release::back_is_over(tongue) } else { "" };
        line + &next + over + &heavy_pages::said(&release.heavy, tongue)
    }
}

/// The folder for plain web servers inside the output folder.
pub(super) fn site_folder(common: &Common) -> PathBuf {
    common.output.join("site")
}

/// The folder of the release inside the output folder.
pub(super) fn release_folder(common: &Common) -> PathBuf {
    common.output.join("release")
}

/// Builds what was asked for.
pub(super) fn build(common: &Common, arguments: &BuildArguments) -> anyhow::Result<Built> {
    let started = Instant::now();
    let _lock = OutputLock::take(common)?;
    let options = outside::reading(common, &arguments.reading, arguments.keep_going)?;
    let reading = content::read(&common.site, &options);
    let Some(mut publication) = reading.publication else {
        return Ok(Built { report: reading.report, site: None });
    };
    if let Some(feedback) = &arguments.feedback {
        publication.site.hosted = feedback != Site::NO_HOST;
        let origin = Some(feedback.as_str().into());
        publication.site.feedback = origin.filter(|_| publication.site.hosted);
    } else if arguments.only == Some(Parts::Site) && publication.site.feedback.is_none() {
        // A folder alone, with no word of a host: nothing would answer behind such links.
        publication.site.hosted = false;
    }
    let theme = theme::load(common, &publication.site.theme)?;
    let plan = crate::site::plan(&publication, options.today);
    let mut publisher = match arguments.only {
        Some(Parts::Site) => None,
        _ => Some(release::publisher(common)?),
    };
    let made_from = made_from(Mark(publication.mark), Mark::of(&theme.bundle()?));
    let hold = publisher.as_ref().map(|publisher| publisher.folder().hold()).transpose()?;
    let hold = hold.unwrap_or_default();
    if hold.holds(made_from) {
        let (rendered, back) = (Rendered::default(), Back::Kept);
        let (seconds, next_switch) =
            (started.elapsed().as_secs_f64(), plan.switches().first().copied());
        let (folder, release) = (None, None);
        let site =
            BuiltSite { publication, theme, next_switch, rendered, folder, release, back, seconds };
        return Ok(Built { report: reading.report, site: Some(site) });
    }
    let folder = match arguments.only {
        Some(Parts::Release) => None,
        _ => Some(FolderSink::new(&site_folder(common), options.today)?),
    };
    let compression =
        if arguments.compress { CompressionPlan::THOROUGH } else { CompressionPlan::QUICK };
    let release = match &publisher {
        Some(publisher) => Some(ReleaseSink::new(publisher, compression)?),
        None => None,
    };
    let sinks = Sinks { folder, release };
    let memory = match &options.cache {
        Some(cache) => PageMemory::open(&cache.path, cache.program, cache.anew),
        None => PageMemory::none(),
    };
    let rendered = crate::site::render(&publication, &theme, &plan, &sinks, &memory)
        .with_context(|| format!("writing the site into {}", common.output.display()))?;
    put_forms(common, &publication, &sinks)?;
    if sinks.release.is_some() {
        put_internal(plan.desk(), &theme, &sinks)?;
    }
    let Sinks { folder, release } = sinks;
    let site_name = publication.site.short_name.original().to_owned();
    // First the release: it is what can fail for want of room, and then both are as they were.
    let release = release
        .map(|release| release.publish(&site_name, Mark(publication.mark)))
        .transpose()
        .context("publishing the release")?;
    let with_release = release.is_some().then_some(made_from);
    let folder = folder.map(|folder| finish_folder(folder, with_release, common)).transpose()?;
    if let Some(publisher) = &mut publisher {
        end_publishing(publisher, common)?;
    }
    memory.save();
    let back = if hold == Hold::default() { Back::None } else { Back::Over };
    let seconds = started.elapsed().as_secs_f64();
    let next_switch = plan.switches().first().copied();
    let site =
        BuiltSite { publication, theme, next_switch, rendered, folder, release, back, seconds };
    Ok(Built { report: reading.report, site: Some(site) })
}

/// What a release is made from: content and theme. A release that was packed again, or is built on another day, is made
/// from the same.
fn made_from(content: Mark, theme: Mark) -> Mark {
    Mark::of(&[content.0, theme.0].concat())
}

/// What a release that lies there was made from.
pub(super) fn release_made_from(release: &OpenRelease) -> Mark {
    let theme = release.index().internal(THEME_ENTRY).map_or(Mark([0; 16]), |entry| entry.etag);
    made_from(release.index().content(), theme)
}

/// Lets the folder show the new site, with a list that is signed if there is a key.
pub(super) fn finish_folder(
    folder: FolderSink,
    made_from: Option<Mark>,
    common: &Common,
) -> anyhow::Result<FolderReport> {
    let key = release_key::key(common)?;
    let sign = key.as_ref().map(|key| move |list: &[u8]| key.sign(list).to_string());
    let sign = sign.as_ref().map(|sign| sign as &dyn Fn(&[u8]) -> String);
    Ok(folder.finish(made_from, sign)?)
}

/// What is done once a release is in force.
fn end_publishing(publisher: &mut Publisher, common: &Common) -> anyhow::Result<()> {
    publisher.set_hold(&Hold::default())?;
    release_key::sign(publisher, common)?;
    // What cannot be removed now is removed by the next build.
    let _ = publisher.prune(KEPT_RELEASES);
    Ok(())
}

/// Both places that a page goes to.
struct Sinks<'p> {
    folder: Option<FolderSink>,
    release: Option<ReleaseSink<'p>>,
}

impl Sink for Sinks<'_> {
    fn put(&self, page: &Page<'_>) -> std::io::Result<Left> {
        let mut left = Left::default();
        if let Some(folder) = self.folder.as_ref().filter(|_| page.cache != CachePolicy::Internal) {
            left = folder.put(page)?;
        }
        if let Some(release) = &self.release {
            left.mark = release.put(page)?.mark;
        }
        Ok(left)
    }

    fn has(&self, page: &EarlierPage<'_>) -> std::io::Result<bool> {
        let folder = self.folder.as_ref().filter(|_| page.cache != CachePolicy::Internal);
        let folder = folder.map_or(Ok(true), |folder| folder.has(page))?;
        Ok(folder && self.release.as_ref().map_or(Ok(true), |release| release.has(page))?)
    }

    fn wants_content(&self) -> bool {
        self.release.is_some()
    }

    fn keep(&self, page: &EarlierPage<'_>) {
        if let Some(folder) = self.folder.as_ref().filter(|_| page.cache != CachePolicy::Internal) {
            folder.keep(page);
        }
        if let Some(release) = &self.release {
            release.keep(page);
        }
    }
}

/// Files to download keep their name and are pages like any other.
fn put_forms(common: &Common, publication: &Publication, sinks: &Sinks<'_>) -> anyhow::Result<()> {
    for form in &publication.forms {
        let path = common.site.join("forms").join(&*form.name);
        let bytes = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let extension = form.name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let media = Media::from_extension(extension);
        put(sinks, &format!("forms/{}", form.name), &bytes, media, CachePolicy::Page)?;
    }
    Ok(())
}

/// What a host needs at run time travels inside the release.
fn put_internal(desk: &RatingDesk, theme: &Theme, sinks: &Sinks<'_>) -> anyhow::Result<()> {
    let desk = postcard::to_stdvec(desk)?;
    put(sinks, DESK_ENTRY, &desk, Media::Binary, CachePolicy::Internal)?;
    let theme = theme.bundle()?;
    put(sinks, THEME_ENTRY, &theme, Media::Binary, CachePolicy::Internal)
}

fn put(
    sinks: &Sinks<'_>,
    path: &str,
    bytes: &[u8],
    media: Media,
    cache: CachePolicy,
) -> anyhow::Result<()> {
    let (mark, validity) = (Mark::of(bytes), Validity::ALWAYS);
    let page = Page { path, bytes, mark, media, cache, validity, slots: &[] };
    sinks.put(&page).with_context(|| format!("writing {path}"))?;
    Ok(())
}
