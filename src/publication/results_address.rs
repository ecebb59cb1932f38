//! The addresses below `ket-qua`: bulletins by their period, units below them, official indices, files in time,
//! dialogues, open data.

use std::fmt::Write;

use super::results::Unit;
use crate::feedback::satisfaction::ReportingPeriod;
use crate::text::Slug;

/// A page of results, by what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is the page of that name")]
pub enum ResultsAddress<'a> {
    Home,
    Bulletin { period: ReportingPeriod, agency: Option<&'a Slug>, part: u16 },
    Unit { period: ReportingPeriod, agency: Option<&'a Slug>, unit: &'a Unit, part: u16 },
    Official,
    OnTime { part: u16 },
    Dialogues { part: u16 },
}

impl ResultsAddress<'_> {
    /// Appends the path.
    pub(super) fn write(self, path: &mut String) -> std::fmt::Result {
        path.push_str("ket-qua");
        // Bulletins begin with a digit and all others with a letter, so none is taken for another.
        match self {
            Self::Home => {}
            Self::Bulletin { period, agency, part } => {
                write!(path, "/{}", folder(period, agency))?;
                write_part(path, part)?;
            }
            Self::Unit { period, agency, unit, part } => {
                write!(path, "/{}/{unit}", folder(period, agency))?;
                write_part(path, part)?;
            }
            Self::Official => path.push_str("/chinh-thuc"),
            Self::OnTime { part } => {
                path.push_str("/dung-han");
                write_part(path, part)?;
            }
            Self::Dialogues { part } => {
                path.push_str("/doi-thoai");
                write_part(path, part)?;
            }
        }
        path.push_str(".html");
        Ok(())
    }
}

/// The path of a file of open data, from the root of the site.
pub fn open_data_path(period: ReportingPeriod, agency: Option<&Slug>, ending: &str) -> String {
    format!("ket-qua/du-lieu/{}.{ending}", folder(period, agency))
}

/// The path of the dictionary of open data.
pub const DICTIONARY_PATH: &str = "ket-qua/du-lieu/tu-dien.csv";

fn folder(period: ReportingPeriod, agency: Option<&Slug>) -> String {
    match agency {
        None => period.to_string(),
        Some(agency) => format!("{period}-{agency}"),
    }
}

fn write_part(path: &mut String, part: u16) -> std::fmt::Result {
    if part > 1 { write!(path, ".{part}") } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::super::PageAddress;
    use super::*;

    #[test]
    fn results_lie_where_they_will_stay() {
        let slug = |id: &str| Slug::parse(id).unwrap();
        let path = |address| PageAddress::Results(address).path(None);
        let period = ReportingPeriod::Quarter(2026, 3);
        let agency = slug("phuong-vi-du");
        assert_eq!(path(ResultsAddress::Home), "ket-qua.html");
        let bulletin = |agency, part| ResultsAddress::Bulletin { period, agency, part };
        assert_eq!(path(bulletin(None, 2)), "ket-qua/2026-q3.2.html");
        assert_eq!(path(bulletin(Some(&agency), 1)), "ket-qua/2026-q3-phuong-vi-du.html");
        let unit = Unit::Counter(agency.clone(), slug("quay-1"));
        let unit = ResultsAddress::Unit { period, agency: None, unit: &unit, part: 1 };
        assert_eq!(path(unit), "ket-qua/2026-q3/phuong-vi-du/quay-1.html");
        assert_eq!(open_data_path(period, None, "csv"), "ket-qua/du-lieu/2026-q3.csv");
    }
}
