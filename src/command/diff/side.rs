//! One side of a comparison: where a publication comes from.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::one_edition::one_edition;
use super::{git, published};
use crate::catalogue::procedure::ProcedureCode;
use crate::command::flags::Common;
use crate::command::outside;
use crate::content::{self, ReadingOptions};
use crate::diagnostic::Tongue;
use crate::publication::Publication;
use crate::text::Date;

/// Where a publication comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Side {
    /// A content folder.
    Folder(PathBuf),
    /// The content folder as a revision of git has it.
    Git(String),
    /// The last release that was built.
    Published,
    /// One edition of the content folder, as if it were always in force.
    Edition(ProcedureCode, Option<Date>),
}

impl Side {
    /// Reads what was typed.
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        if text == "published" {
            return Ok(Self::Published);
        }
        if let Some(revision) = text.strip_prefix("git:") {
            return Ok(Self::Git(revision.to_owned()));
        }
        let Some(edition) = text.strip_prefix("edition:") else {
            return Ok(Self::Folder(text.into()));
        };
        let (code, day) = match edition.split_once(['@', ':']) {
            Some((code, day)) => (code, Some(Date::parse(day).with_context(|| text.to_owned())?)),
            None => (edition, None),
        };
        Ok(Self::Edition(ProcedureCode::parse(code).with_context(|| text.to_owned())?, day))
    }

    /// What the side is called in a report.
    pub(super) fn name(&self, tongue: Tongue) -> String {
        match (self, tongue) {
            (Self::Folder(path), _) => path.display().to_string(),
            (Self::Git(revision), _) => format!("git:{revision}"),
            (Self::Published, Tongue::Vietnamese) => "bản đã phát hành".to_owned(),
            (Self::Published, Tongue::English) => "the last release".to_owned(),
            (Self::Edition(code, day), _) => {
                let day = day.map_or_else(String::new, |day| format!("@{day}"));
                format!("edition:{code}{day}")
            }
        }
    }

    /// The publication; none where the content has problems, which are then said.
    pub(super) fn read(&self, common: &Common, day: Date) -> anyhow::Result<Option<Publication>> {
        match self {
            Self::Folder(path) => {
                if !path.is_dir() {
                    bail!(no_folder(common.lang, path));
                }
                // The cache belongs to the content folder of every day; another is read without.
                let own = *path == common.site;
                let options = if own { Some(options(common, day)?) } else { None };
                let bare = ReadingOptions { today: day, keep_going: false, cache: None };
                Ok(said(common, content::read(path, &options.unwrap_or(bare))))
            }
            Self::Git(revision) => git::read(common, revision, day).map(Some),
            Self::Published => published::read(common).map(Some),
            Self::Edition(code, from) => {
                let read = content::read(&common.site, &options(common, day)?);
                let Some(publication) = said(common, read) else { return Ok(None) };
                one_edition(&publication, code, *from, common.lang).map(Some)
            }
        }
    }
}

fn options(common: &Common, day: Date) -> anyhow::Result<ReadingOptions> {
    let reading = crate::command::flags::ReadingArguments { as_of: Some(day), no_cache: false };
    outside::reading(common, &reading, false)
}

fn said(common: &Common, read: content::Reading) -> Option<Publication> {
    if read.publication.is_none() {
        outside::say(&read.report.human(common.lang, outside::wants_colour()));
    }
    read.publication
}

fn no_folder(tongue: Tongue, path: &Path) -> String {
    let path = path.display();
    match tongue {
        Tongue::Vietnamese => format!(
            "không có thư mục `{path}`; có thể gõ: một thư mục nội dung, git:BẢN, published, edition:MÃ@NGÀY"
        ),
        Tongue::English => format!(
            "there is no folder `{path}`; type a content folder, git:REVISION, published, or edition:CODE@DATE"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_read_as_they_are_typed() {
        let parse = |text: &str| Side::parse(text).unwrap();
        assert_eq!(parse("published"), Side::Published);
        assert_eq!(parse("git:HEAD~2"), Side::Git("HEAD~2".into()));
        assert_eq!(parse("old"), Side::Folder("old".into()));
        let code = ProcedureCode::parse("1.000894").unwrap();
        let day = Date::parse("2027-03-01").unwrap();
        let edition = Side::Edition(code.clone(), Some(day));
        assert_eq!(parse("edition:1.000894@2027-03-01"), edition);
        assert_eq!(parse("edition:1.000894:2027-03-01"), edition);
        assert_eq!(parse("edition:1.000894"), Side::Edition(code, None));
        assert!(Side::parse("edition:1.000894@tomorrow").is_err());
    }
}
