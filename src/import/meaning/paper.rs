//! Papers: tables with a heading each → cases with papers.

use super::{Keys, Marks, SILENT};
use crate::content::Written;
use crate::diagnostic::Doubt;
use crate::import::imported::{ImportedCase, ImportedPaper};
use crate::text::fold;

/// The portal's column, named before the file that stood in it.
const COLUMN: &str = "Mẫu đơn, tờ khai";

pub(super) fn cases(
    cases: Option<&[ImportedCase]>,
    forms: &[String],
    marks: &mut Marks,
) -> Written {
    let Some(cases) = cases.filter(|list| !list.is_empty()) else {
        return Written::as_announced(SILENT);
    };
    let several = cases.len() > 1;
    let each = cases.iter().enumerate();
    Written::List(each.map(|(index, one)| case(index, one, several, forms, marks)).collect())
}

fn case(
    index: usize,
    case: &ImportedCase,
    several: bool,
    forms: &[String],
    marks: &mut Marks,
) -> Written {
    let at = format!("cases[{index}]");
    let mut keys = Keys::default();
    keys.bare("id", format!("truong-hop-{}", index + 1));
    match &case.heading {
        Some(heading) => {
            if names_several(heading) {
                marks.add(format!("{at}.name"), heading, Doubt::SeveralSituations);
            } else if is_no_situation(heading) {
                marks.add(format!("{at}.name"), heading, Doubt::NotASituation);
            }
            keys.words("name", heading);
        }
        None if several => {
            marks.add(format!("{at}.name"), SILENT, Doubt::UnnamedSituation);
            keys.words("name", format!("{SILENT} ({})", index + 1));
        }
        None => {}
    }
    if let Some(rest) = &case.rest {
        marks.add(&at, rest, Doubt::UnreadRest);
    }
    if case.papers.is_empty() {
        keys.put("papers", Written::Bare("none".into()));
        marks.add(format!("{at}.papers"), SILENT, Doubt::UnreadRest);
        return keys.map();
    }
    let papers = case.papers.iter().enumerate();
    let papers = papers.map(|(index, one)| paper(index, one, &at, forms, marks));
    keys.put("papers", Written::List(papers.collect()));
    keys.map()
}

fn paper(
    index: usize,
    paper: &ImportedPaper,
    at: &str,
    forms: &[String],
    marks: &mut Marks,
) -> Written {
    let at = format!("{at}.papers[{index}]");
    let mut keys = Keys::default();
    keys.bare("id", format!("giay-{}", index + 1));
    keys.words("name", &paper.name);
    let mut count = |key: &str, written: &Option<String>| {
        let number = written.as_deref().map(str::trim).map(str::parse::<u8>);
        if let Some(Err(_)) = number {
            marks.add(
                format!("{at}.{key}"),
                written.clone().unwrap_or_default(),
                Doubt::UnreadCount,
            );
        }
        let number = number.and_then(Result::ok);
        keys.bare(key, number.unwrap_or(0).to_string());
        number
    };
    let (originals, copies) =
        (count("originals", &paper.originals), count("copies", &paper.copies));
    if originals.unwrap_or(0) == 0 && copies.unwrap_or(0) == 0 {
        marks.add(format!("{at}.name"), &paper.name, Doubt::RemarkAsPaper);
    }
    if let Some(form) = &paper.form {
        if forms.contains(form) {
            keys.words("form", form);
        } else {
            if holds_several_files(form) {
                marks.add(format!("{at}.note"), form, Doubt::SeveralForms);
            }
            keys.words("note", format!("{COLUMN}: {form}"));
        }
    }
    keys.map()
}

/// Whether a heading goes on to a second one: `(9) Trường hợp 9, gồm: - Đối với …`.
fn names_several(heading: &str) -> bool {
    let heading = fold(heading);
    let mut parts = heading.split([':', ';', '\n']);
    parts.next();
    parts.any(|part| {
        let part = part.trim_start_matches(|sign: char| !sign.is_alphabetic());
        // A bullet such as `m1)` in front.
        let part = part
            .split_once(") ")
            .filter(|(before, _)| before.len() <= 3)
            .map_or(part, |(_, rest)| rest);
        ["doi voi ", "truong hop ", "ho so ", "hoac truong hop "]
            .iter()
            .any(|start| part.starts_with(start))
    })
}

/// Whether a heading sorts papers, or is a remark, and names no situation.
fn is_no_situation(heading: &str) -> bool {
    let heading = fold(heading);
    let words = heading.trim_start_matches(|sign: char| !sign.is_alphabetic());
    [
        "luu y",
        "ghi chu",
        "giay to phai nop",
        "giay to phai xuat trinh",
        "giay to phai gui",
        "giay to xuat trinh",
        "giay to nop",
    ]
    .iter()
    .any(|start| words.starts_with(start))
}

/// Whether more than one file name stands in a name, or words before it.
fn holds_several_files(form: &str) -> bool {
    let lower = form.to_lowercase();
    let endings: usize =
        [".doc", ".xls", ".pdf", ".rar", ".zip"].iter().map(|one| lower.matches(one).count()).sum();
    endings != 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_one_situation_raise_no_alarm() {
        for one in [
            "* Trường hợp bị mất, bị hỏng:",
            "Đối với tổ chức thuộc trường hợp quy định tại khoản 1",
            "Hồ sơ hải quan đối với xăng dầu, hóa chất:",
            "Trường hợp chuyển đổi công ty trừ trường hợp quy định tại điểm a",
        ] {
            assert!(!names_several(one) && !is_no_situation(one), "{one}");
        }
        for several in [
            "(9) Đối với trường hợp 9, hồ sơ bao gồm: - Đối với trường hợp chậm bàn giao đất:",
            "m) Hồ sơ thanh toán: m1) Đối với vốn của đơn vị",
        ] {
            assert!(names_several(several), "{several}");
        }
        assert!(is_no_situation("* Giấy tờ phải xuất trình:") && is_no_situation("* Lưu ý :"));
        assert!(holds_several_files("Mẫu 1.docxMẫu 2.docx") && !holds_several_files("Mẫu 1.docx"));
    }
}
