//! The addresses of pages: links that last. A printed sheet, a bookmark and a QR symbol outlive the
//! site's design, so these shapes never change. Every page is a flat `.html` file.

use std::fmt::Write;

use super::ResultsAddress;
use crate::catalogue::PrintedCode;
use crate::catalogue::procedure::Section;
use crate::text::{Date, Language};

/// A page, by what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is the page of that name")]
pub enum PageAddress<'a> {
    Home,
    AtoZ { part: u16 },
    Fields,
    Field { field: &'a str, part: u16 },
    Procedure { code: &'a str },
    DatedEdition { code: &'a str, from: Date },
    ProcedureSection { code: &'a str, from: Option<Date>, section: &'a Section, part: u16 },
    Offerers { code: &'a str, part: u16 },
    Agencies { part: u16 },
    Agency { agency: &'a str, part: u16 },
    Counter { agency: &'a str, counter: &'a str },
    Apologies { part: u16 },
    Changes { part: u16 },
    ChangeFeed,
    FieldFeed { field: &'a str },
    AgencyFeed { agency: &'a str },
    Offering { agency: &'a str, code: &'a str },
    Free { id: &'a str },
    Rating { code: PrintedCode },
    Results(ResultsAddress<'a>),
    NotFound,
}

impl PageAddress<'_> {
    /// The path from the root of the site, without a leading slash, as a file name:
    /// `thu-tuc/1.000894.html`. `language` is `None` for the binding language; others lie under
    /// their tag, except rating pages, which are known by their printed code alone.
    pub fn path(&self, language: Option<Language>) -> String {
        let mut path = String::with_capacity(48);
        if let Some(language) = language {
            path.push_str(language.tag());
            path.push('/');
        }
        // Writing to a String cannot fail.
        let _ = match self {
            Self::Home => write!(path, "index.html"),
            Self::AtoZ { part } => write!(path, "a-z{}.html", Part(*part)),
            Self::Fields => write!(path, "linh-vuc.html"),
            Self::Field { field, part } => write!(path, "linh-vuc/{field}{}.html", Part(*part)),
            Self::Procedure { code } => write!(path, "thu-tuc/{code}.html"),
            Self::DatedEdition { code, from } => write!(path, "thu-tuc/{code}/{from}.html"),
            Self::ProcedureSection { code, from, section, part } => {
                path.push_str("thu-tuc/");
                let _ = write!(path, "{code}/");
                if let Some(from) = from {
                    let _ = write!(path, "{from}/");
                }
                write_section(&mut path, section, *part)
            }
            // After a dot, as the parts of sections.
            Self::Offerers { code, part } if *part > 1 => {
                write!(path, "thu-tuc/{code}/noi-nop.{part}.html")
            }
            Self::Offerers { code, .. } => write!(path, "thu-tuc/{code}/noi-nop.html"),
            Self::Agencies { part } => write!(path, "don-vi{}.html", Part(*part)),
            Self::Agency { agency, part } => write!(path, "don-vi/{agency}{}.html", Part(*part)),
            Self::Counter { agency, counter } => {
                write!(path, "don-vi/{agency}/quay/{counter}.html")
            }
            Self::Offering { agency, code } => write!(path, "don-vi/{agency}/thu-tuc/{code}.html"),
            Self::Apologies { part } => write!(path, "xin-loi{}.html", Part(*part)),
            Self::Changes { part } => write!(path, "thay-doi{}.html", Part(*part)),
            // Below a folder of their own, where no id of a field meets one of an agency.
            Self::ChangeFeed => write!(path, "thay-doi.xml"),
            Self::FieldFeed { field } => write!(path, "thay-doi/linh-vuc/{field}.xml"),
            Self::AgencyFeed { agency } => write!(path, "thay-doi/don-vi/{agency}.xml"),
            Self::Free { id } => write!(path, "trang/{id}.html"),
            Self::Rating { code } => match language {
                None => write!(path, "Q/{code}/index.html"),
                // Known by its code in every language, so the tag does not lead the path.
                Some(language) => {
                    path.clear();
                    write!(path, "Q/{code}/{language}.html")
                }
            },
            Self::Results(results) => results.write(&mut path),
            Self::NotFound => write!(path, "404.html"),
        };
        path
    }
}

/// The file of a section. No name begins with a digit as a date does, only cases begin with
/// `truong-hop-`, and the part stands after a dot, which no id holds: so none can be taken for another.
fn write_section(path: &mut String, section: &Section, part: u16) -> std::fmt::Result {
    match section {
        Section::Case(id) => write!(path, "truong-hop-{id}")?,
        Section::Channels => path.push_str("cach-nop"),
        Section::Steps => path.push_str("trinh-tu"),
        Section::Conditions => path.push_str("dieu-kien"),
        Section::Results => path.push_str("ket-qua"),
        Section::Guidance => path.push_str("huong-dan"),
        Section::Acts => path.push_str("can-cu"),
    }
    if part > 1 {
        write!(path, ".{part}")?;
    }
    path.push_str(".html");
    Ok(())
}

/// The part of a list that is split: nothing for the first, `-2`, `-3` … after it.
struct Part(u16);

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 > 1 { write!(f, "-{}", self.0) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lie_where_they_will_stay() {
        let procedure = PageAddress::Procedure { code: "1.000894" };
        assert_eq!(procedure.path(None), "thu-tuc/1.000894.html");
        assert_eq!(procedure.path(Some(Language::EN)), "en/thu-tuc/1.000894.html");
        let offerers = |part| PageAddress::Offerers { code: "1.000894", part }.path(None);
        assert_eq!(offerers(1), "thu-tuc/1.000894/noi-nop.html");
        assert_eq!(offerers(2), "thu-tuc/1.000894/noi-nop.2.html");
        let case = Section::Case(crate::text::Slug::parse("nuoc-ngoai").unwrap());
        let section = |section, from, part| {
            PageAddress::ProcedureSection { code: "1.000894", from, section, part }.path(None)
        };
        assert_eq!(section(&case, None, 1), "thu-tuc/1.000894/truong-hop-nuoc-ngoai.html");
        let day = Date::parse("2027-03-01").ok();
        assert_eq!(
            section(&Section::Guidance, day, 2),
            "thu-tuc/1.000894/2027-03-01/huong-dan.2.html"
        );
        let field = PageAddress::Field { field: "ho-tich", part: 2 };
        assert_eq!(field.path(None), "linh-vuc/ho-tich-2.html");
    }
}
