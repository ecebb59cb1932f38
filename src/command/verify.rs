//! `niemyet verify`: is a folder, a mirror of it, or a release what was published? Needs neither content nor network.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use super::done::Done;
use super::flags::Common;
use super::{build, outside, release_key};
use crate::diagnostic::Tongue;
use crate::release::{Folder, PublicKey, ReleaseError, Signature};
use crate::site::{FolderVerdict, MANIFEST, MANIFEST_SIGNATURE, Manifest, verify_folder};

/// So many files of one kind are named; the rest are counted.
const NAMED: usize = 50;

#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// A folder of pages, a mirror of it, or a folder of releases; those of the output folder if left out.
    pub place: Option<PathBuf>,
    /// The list to compare a mirror with, taken from a place that is trusted; the mirror's own if left out.
    #[arg(long, value_name = "FILE")]
    pub manifest: Option<PathBuf>,
    /// The public key that must have signed it: its digits, or a file with them.
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
    /// Do not mind files that niemyet did not put there.
    #[arg(long)]
    pub extra_ok: bool,
}

pub(super) fn run(common: &Common, arguments: &VerifyArguments) -> anyhow::Result<Done> {
    let key = match &arguments.key {
        Some(given) => Some(release_key::public_key(given)?),
        // At home we know our own key without being told.
        None => release_key::key(common)?.map(|key| key.public()),
    };
    let demanded = arguments.key.is_some();
    let places = if let Some(place) = &arguments.place {
        vec![place.clone()]
    } else {
        let own = [build::site_folder(common), build::release_folder(common)];
        let own: Vec<PathBuf> = own.into_iter().filter(|place| place.exists()).collect();
        anyhow::ensure!(!own.is_empty(), "{} holds no site", common.output.display());
        own
    };
    let mut sound = true;
    for place in &places {
        sound &= if place.join("current").is_file() && !place.join(MANIFEST).exists() {
            release(common, place, key, demanded)?
        } else {
            folder(common, place, arguments, key, demanded)?
        };
    }
    Ok(if sound { Done::Fine } else { Done::Problems })
}

fn release(
    common: &Common,
    place: &Path,
    key: Option<PublicKey>,
    demanded: bool,
) -> anyhow::Result<bool> {
    let folder = Folder::new(place);
    let verdict = folder.open_current().and_then(|release| {
        release.verify()?;
        Ok(release)
    });
    let release = match verdict {
        Ok(release) => release,
        Err(error @ ReleaseError::NoRelease { .. }) => return Err(error.into()),
        Err(error) => {
            outside::say(&outside::in_words(&error.into(), common.lang));
            return Ok(false);
        }
    };
    let name = release.name();
    let signature = folder.signature(name)?;
    let over = signature.as_ref().is_some_and(|one| Folder::is_signed_by(name, one));
    let (signed, said) = judge(common.lang, signature.as_ref(), over, key, demanded);
    let entries = release.index().len();
    outside::say(&match common.lang {
        Tongue::Vietnamese => {
            format!("{}: {entries} mục, mọi byte đều đúng; {said}", place.display())
        }
        Tongue::English => {
            format!("{}: {entries} entries, every byte as published; {said}", place.display())
        }
    });
    Ok(signed)
}

fn folder(
    common: &Common,
    place: &Path,
    arguments: &VerifyArguments,
    key: Option<PublicKey>,
    demanded: bool,
) -> anyhow::Result<bool> {
    let list = arguments.manifest.clone().unwrap_or_else(|| place.join(MANIFEST));
    let text = fs::read_to_string(&list).with_context(|| format!("reading {}", list.display()))?;
    let beside = list.with_file_name(MANIFEST_SIGNATURE);
    let signature = fs::read_to_string(beside).ok().and_then(|text| Signature::parse(&text));
    let over = signature.as_ref().is_some_and(|one| one.is_over(text.as_bytes()));
    let (signed, said) = judge(common.lang, signature.as_ref(), over, key, demanded);
    let verdict = verify_folder(place, &Manifest::read(&text))?;
    outside::say(&told(common.lang, place, &verdict, said, arguments.extra_ok));
    let extra = arguments.extra_ok || verdict.extra.is_empty();
    let sound = FolderVerdict { extra: Vec::new(), ..verdict }.is_sound();
    Ok(signed && extra && sound)
}

/// What a signature is worth: whether all is well, and in words.
fn judge(
    tongue: Tongue,
    signature: Option<&Signature>,
    is_over: bool,
    key: Option<PublicKey>,
    demanded: bool,
) -> (bool, &'static str) {
    let vietnamese = tongue == Tongue::Vietnamese;
    match (signature, key) {
        (None, _) if demanded && vietnamese => (false, "SAI: không có chữ ký"),
        (None, _) if demanded => (false, "WRONG: not signed"),
        (None, _) if vietnamese => (true, "không ký"),
        (None, _) => (true, "not signed"),
        (Some(_), _) if !is_over && vietnamese => (false, "SAI: chữ ký không khớp"),
        (Some(_), _) if !is_over => (false, "WRONG: the signature does not fit"),
        (Some(one), Some(key)) if one.key != key && vietnamese => {
            (false, "SAI: ký bằng một khóa khác")
        }
        (Some(one), Some(key)) if one.key != key => (false, "WRONG: signed with another key"),
        (Some(_), Some(_)) if vietnamese => (true, "chữ ký đúng"),
        (Some(_), Some(_)) => (true, "signature right"),
        (Some(_), None) if vietnamese => {
            (true, "có chữ ký, nhưng của ai thì chưa biết: đưa khóa công khai bằng --key")
        }
        (Some(_), None) => (true, "signed, by whom is not known: give the public key with --key"),
    }
}

fn told(
    tongue: Tongue,
    place: &Path,
    verdict: &FolderVerdict,
    signed: &str,
    extra_ok: bool,
) -> String {
    let vietnamese = tongue == Tongue::Vietnamese;
    let mut text = String::new();
    let mut name = |word: &str, files: &[String]| {
        for file in files.iter().take(NAMED) {
            // Writing to a String cannot fail, here and below.
            let _ = writeln!(text, "{word} {file}");
        }
        if files.len() > NAMED {
            let _ = writeln!(text, "{word} … +{}", files.len() - NAMED);
        }
    };
    name(if vietnamese { "khác:" } else { "differs:" }, &verdict.differing);
    name(if vietnamese { "thiếu:" } else { "missing:" }, &verdict.missing);
    if !extra_ok {
        name(if vietnamese { "thừa:" } else { "extra:" }, &verdict.extra);
    }
    let (place, sound) = (place.display(), verdict.sound);
    let [differing, missing, extra] =
        [&verdict.differing, &verdict.missing, &verdict.extra].map(Vec::len);
    let _ = if vietnamese {
        write!(
            text,
            "{place}: {sound} tệp đúng, {differing} khác, {missing} thiếu, {extra} thừa; {signed}"
        )
    } else {
        write!(
            text,
            "{place}: {sound} files as published, {differing} differ, {missing} missing, {extra} extra; {signed}"
        )
    };
    if verdict.unknown > 0 {
        let _ = if vietnamese {
            write!(text, "; {} tệp không có dấu: dựng lại trang", verdict.unknown)
        } else {
            write!(text, "; {} files without a mark: build the site again", verdict.unknown)
        };
    }
    text
}
