//! `niemyet release`: which releases lie there, going back to one, and clearing old ones away. A host that runs beside
//! it shows what came into force within a moment, by itself.

use std::fmt::Write as _;
use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};

use super::done::Done;
use super::flags::Common;
use super::output_lock::OutputLock;
use super::{build, outside, release_key};
use crate::diagnostic::Tongue;
use crate::release::{
    CachePolicy, Coding, Day, Folder, KEPT_RELEASES, Mark, OpenRelease, PastRelease, Publisher,
    ReleaseError,
};
use crate::site::{FolderSink, MANIFEST, Manifest, Page, Sink as _};

/// How long to wait for a host that packs its release again: a batch is a moment's work.
const PATIENCE: Duration = Duration::from_secs(10);

/// So many digits of a name are shown, and enough to be typed.
const DIGITS: usize = 10;

#[derive(Debug, Args)]
pub(super) struct ReleaseArguments {
    #[command(subcommand)]
    pub verb: ReleaseVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum ReleaseVerb {
    /// Lists the releases that lie there, newest first.
    List,
    /// Goes back to the release before the one in force, or to any other; hosts that run show it within a moment. A build
    /// of the content that was gone back from leaves it so.
    Rollback {
        /// A name out of the list, or how it begins; the release before the one in force if left out.
        to: Option<String>,
    },
    /// Removes old releases now; each build does so too.
    Prune {
        /// How many stay: the one in force and the newest others.
        #[arg(long, default_value_t = KEPT_RELEASES)]
        keep: usize,
    },
    /// Makes the key that signs releases from then on, if there is none, and shows its public half.
    Key,
}

pub(super) fn run(common: &Common, arguments: &ReleaseArguments) -> anyhow::Result<Done> {
    match &arguments.verb {
        ReleaseVerb::List => list(common),
        ReleaseVerb::Rollback { to } => rollback(common, to.as_deref()),
        ReleaseVerb::Prune { keep } => prune(common, *keep),
        ReleaseVerb::Key => key(common),
    }
}

/// Takes the folder of releases for publishing, waiting a little for a host that is packing.
pub(super) fn publisher(common: &Common) -> anyhow::Result<Publisher> {
    let started = Instant::now();
    loop {
        match Folder::new(build::release_folder(common)).publisher() {
            Err(ReleaseError::Busy { .. }) if started.elapsed() < PATIENCE => {
                sleep(Duration::from_millis(20));
            }
            taken => return taken.context("opening the release"),
        }
    }
}

/// What a build says that leaves a rollback as it is.
pub(super) fn still_back(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vietnamese => {
            "Chưa ghi gì: nội dung này là bản đã bị lùi lại. Sửa nội dung rồi dựng lại, hoặc xem `niemyet release \
             list` và đưa một bản vào dùng bằng `niemyet release rollback TÊN`."
        }
        Tongue::English => {
            "Nothing written: this content is what was rolled back. Mend the content and build again, or see `niemyet \
             release list` and put a release in force with `niemyet release rollback NAME`."
        }
    }
}

/// What a build says that ends a rollback.
pub(super) fn back_is_over(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Vietnamese => "\nBản đã lùi về nay được thay bằng bản mới này.",
        Tongue::English => "\nThe release that was rolled back to is replaced by this new one.",
    }
}

fn list(common: &Common) -> anyhow::Result<Done> {
    let folder = Folder::new(build::release_folder(common));
    let releases = folder.releases()?;
    if releases.is_empty() {
        return Err(ReleaseError::NoRelease { folder: folder.path().to_owned() }.into());
    }
    let mut text = match common.lang {
        Tongue::Vietnamese => "   Tên         Phát hành           Trang      MB\n".to_owned(),
        Tongue::English => "   Name        Published           Pages      MB\n".to_owned(),
    };
    let hold = folder.hold()?;
    for one in &releases {
        let mark = if one.is_current { '*' } else { ' ' };
        let (name, published) = (short(one), outside::local_time(one.published)?);
        // Writing to a String cannot fail, here and below.
        let _ = write!(
            text,
            " {mark} {name}  {published}  {:>6}  {:>6}",
            one.pages,
            megabytes(one.bytes)
        );
        let is_held =
            folder.open(one.name).is_ok_and(|one| hold.holds(build::release_made_from(&one)));
        if is_held {
            text.push_str(match common.lang {
                Tongue::Vietnamese => "  (đã bị lùi lại)",
                Tongue::English => "  (rolled back)",
            });
        }
        text.push('\n');
    }
    let all = megabytes(folder.bytes_of(&releases));
    let total = match common.lang {
        Tongue::Vietnamese => {
            format!("* đang dùng. Cả thảy {all} MB: các bản dùng chung phần không đổi.")
        }
        Tongue::English => {
            format!("* in force. {all} MB in all: releases share what did not change.")
        }
    };
    outside::say(&(text + &total));
    Ok(Done::Fine)
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

fn short(release: &PastRelease) -> String {
    release.name.0.to_string()[..DIGITS].to_owned()
}

fn rollback(common: &Common, to: Option<&str>) -> anyhow::Result<Done> {
    let _lock = OutputLock::take(common)?;
    let publisher = publisher(common)?;
    let folder = publisher.folder().clone();
    let releases = folder.releases()?;
    let target = target(common, &releases, to)?;
    let left = folder.open_current()?;
    let wanted = folder.open(target.name)?;
    wanted.verify()?;
    let (from, now) = (build::release_made_from(&left), build::release_made_from(&wanted));
    let mut hold = folder.hold()?;
    if hold.holds(now) {
        // Back to what was gone back from: nothing is wrong with it after all.
        hold.made_from.retain(|held| *held != now);
    } else if from != now && !hold.holds(from) {
        hold.made_from.push(from);
    }
    // First what keeps a build from undoing it, then the switch itself: stopped between the two, nothing has changed
    // but that a build of the same content writes nothing.
    publisher.set_hold(&hold)?;
    publisher.switch_to(target.name)?;
    release_key::sign(&publisher, common)?;
    let rewritten = folder_back(common, from, &wanted, now)?;
    let (name, since) = (short(target), outside::local_time(target.published)?);
    let mut said = match common.lang {
        Tongue::Vietnamese => {
            format!("Đang dùng: {name}, phát hành {since}, {} trang.", target.pages)
        }
        Tongue::English => {
            format!("In force: {name}, published {since}, {} pages.", target.pages)
        }
    };
    match (common.lang, rewritten) {
        (Tongue::Vietnamese, Some(files)) => {
            let _ = write!(
                said,
                "\nThư mục {}: ghi lại {files} tệp.",
                build::site_folder(common).display()
            );
        }
        (Tongue::English, Some(files)) => {
            let _ = write!(
                said,
                "\nFolder {}: {files} files written.",
                build::site_folder(common).display()
            );
        }
        (_, None) => {}
    }
    if hold.holds(from) {
        said.push_str(match common.lang {
            Tongue::Vietnamese => {
                "\nNội dung vẫn là bản mới: dựng lại mà chưa sửa thì bản này vẫn được giữ. Sửa nội dung xong, dựng lại \
                 sẽ ra bản mới."
            }
            Tongue::English => {
                "\nThe content is still the newer one: built again unchanged, this release stays. Once the content is \
                 mended, a build makes a new one."
            }
        });
    }
    outside::say(&said);
    Ok(Done::Fine)
}

/// The release that is meant: of that name, or the newest before the one in force.
fn target<'r>(
    common: &Common,
    releases: &'r [PastRelease],
    to: Option<&str>,
) -> anyhow::Result<&'r PastRelease> {
    let Some(current) = releases.iter().position(|one| one.is_current) else {
        bail!("no release is in force")
    };
    let Some(to) = to else {
        return releases.get(current + 1).with_context(|| match common.lang {
            Tongue::Vietnamese => {
                "không còn bản nào cũ hơn bản đang dùng; xem `niemyet release list`"
            }
            Tongue::English => {
                "no release is older than the one in force; see `niemyet release list`"
            }
        });
    };
    let mut meant =
        releases.iter().filter(|one| !to.is_empty() && one.name.0.to_string().starts_with(to));
    match (meant.next(), meant.next()) {
        (Some(one), None) => Ok(one),
        _ => bail!(match common.lang {
            Tongue::Vietnamese =>
                format!("{to:?} không chỉ đúng một bản nào; xem `niemyet release list`"),
            Tongue::English =>
                format!("{to:?} names no single release; see `niemyet release list`"),
        }),
    }
}

/// Brings the folder for plain web servers back too, if it was made with the release that was left: so many files were
/// written. A folder that was built otherwise stays as it is.
fn folder_back(
    common: &Common,
    left: Mark,
    wanted: &OpenRelease,
    now: Mark,
) -> anyhow::Result<Option<usize>> {
    let root = build::site_folder(common);
    let Ok(list) = fs::read_to_string(root.join(MANIFEST)) else { return Ok(None) };
    if Manifest::read(&list).made_from != Some(left) {
        return Ok(None);
    }
    let today = outside::today()?;
    let sink = FolderSink::new(&root, today)?;
    let day = Day(today.day_number());
    for entry in wanted.index().entries() {
        if entry.cache == CachePolicy::Internal || !entry.validity.contains(day) {
            continue;
        }
        let body = entry.bodies.get(Coding::Identity).and_then(|body| wanted.body(body));
        let body = body.with_context(|| format!("{} has no plain body", entry.path))?;
        let page = Page {
            path: entry.path,
            bytes: &body,
            mark: entry.etag,
            media: entry.media,
            cache: entry.cache,
            validity: entry.validity,
            slots: &[],
        };
        sink.put(&page).with_context(|| format!("writing {}", entry.path))?;
    }
    Ok(Some(build::finish_folder(sink, Some(now), common)?.written))
}

fn prune(common: &Common, keep: usize) -> anyhow::Result<Done> {
    let _lock = OutputLock::take(common)?;
    let mut publisher = publisher(common)?;
    let freed = megabytes(publisher.prune(keep)?);
    let left = publisher.folder().releases()?.len();
    outside::say(&match common.lang {
        Tongue::Vietnamese => format!("Giữ {left} bản, giải phóng {freed} MB."),
        Tongue::English => format!("{left} releases kept, {freed} MB freed."),
    });
    Ok(Done::Fine)
}

/// Makes the signing key, or shows whose public half is to be handed out.
fn key(common: &Common) -> anyhow::Result<Done> {
    let (public, made) = release_key::make(common)?;
    let keys = common.data.join("keys");
    outside::note(&match (common.lang, made) {
        (Tongue::Vietnamese, true) => format!(
            "Đã tạo khóa ký trong {}: từ lần dựng sau, mọi bản phát hành đều được ký. Khóa công khai:",
            keys.display()
        ),
        (Tongue::Vietnamese, false) => "Khóa công khai của khóa đang dùng:".to_owned(),
        (Tongue::English, true) => format!(
            "A signing key was made in {}: from the next build on, every release is signed. Its public key:",
            keys.display()
        ),
        (Tongue::English, false) => "The public key of the key in use:".to_owned(),
    });
    outside::say(&public.to_string());
    Ok(Done::Fine)
}
