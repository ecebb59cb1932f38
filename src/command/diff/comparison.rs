//! All that a comparison found, ready to be shown.

use std::fmt::Write as _;

use std::collections::BTreeMap;

use super::reprint::Reprint;
use super::sheet_words::{sheet_kind, stage};
use crate::change::{Change, Changes, Weight};
use crate::diagnostic::Tongue;
use crate::publication::Publication;
use crate::text::{Date, Language, Text};

/// What was compared, and what came of it.
pub(super) struct Comparison {
    pub(super) before: String,
    pub(super) after: String,
    pub(super) day: Date,
    pub(super) changes: Changes,
    pub(super) reprints: Vec<Reprint>,
    /// Files to download that are new, changed or gone.
    pub(super) forms: Vec<String>,
}

/// How a report is marked up: for a terminal or a pipe, or as Markdown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    Plain,
    Markdown,
}

impl Comparison {
    /// Files to download that differ.
    pub(super) fn forms([before, after]: [&Publication; 2]) -> Vec<String> {
        let marks = |one: &Publication| -> BTreeMap<String, [u8; 16]> {
            one.forms.iter().map(|form| (form.name.to_string(), form.mark)).collect()
        };
        let (old, new) = (marks(before), marks(after));
        let mut names: Vec<_> = old.keys().chain(new.keys()).cloned().collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| old.get(name) != new.get(name));
        names
    }

    /// Whether both sides say and print the same.
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.reprints.is_empty() && self.forms.is_empty()
    }

    /// The report for reading.
    pub(super) fn report(&self, tongue: Tongue, markup: Markup) -> String {
        let mut page = Page { tongue, markup, text: String::new() };
        let (before, after) = (&self.before, &self.after);
        let (vi, en) =
            (format!("So sánh: {before} → {after}"), format!("Compared: {before} → {after}"));
        page.heading(1, &page.pick(&vi, &en));
        if self.is_empty() {
            page.line(&page.pick(
                "Không có gì thay đổi, không tờ nào cần in lại.",
                "Nothing changed, and no sheet need be printed again.",
            ));
            return page.text;
        }
        self.procedures(&mut page);
        self.agencies(&mut page);
        self.to_print(&mut page);
        page.text
    }

    fn procedures(&self, page: &mut Page) {
        let tongue = page.tongue;
        if self.changes.procedures.is_empty() {
            return;
        }
        page.heading(2, &page.pick("Thủ tục", "Procedures"));
        for one in &self.changes.procedures {
            let name = name(&one.name, tongue);
            let mut title = format!("{} {name}", one.code);
            if let Some(stage) = stage(one.stage, tongue) {
                let _ = write!(title, ": {stage}");
            }
            if let Some(day) = one.from {
                let _ = write!(title, ", {}", since(day, tongue));
            }
            page.heading(3, &title);
            page.changes(&one.changes);
        }
    }

    fn agencies(&self, page: &mut Page) {
        let tongue = page.tongue;
        if self.changes.agencies.is_empty() {
            return;
        }
        page.heading(2, &page.pick("Cơ quan", "Agencies"));
        for one in &self.changes.agencies {
            let mut title = format!("{} ({})", name(&one.name, tongue), one.agency);
            if let Some(stage) = stage(one.stage, tongue) {
                let _ = write!(title, ": {stage}");
            }
            page.heading(3, &title);
            page.changes(&one.changes);
            for (code, procedure, changes) in &one.offerings {
                let only = page.pick("chỉ tại cơ quan này", "at this agency alone");
                page.heading(3, &format!("{code} {}, {only}", name(procedure, tongue)));
                page.changes(changes);
            }
        }
    }

    fn to_print(&self, page: &mut Page) {
        let tongue = page.tongue;
        let count = self.reprints.iter().filter(|one| one.after.is_some()).count();
        let (vi, en) = match count {
            0 => {
                ("Không tờ nào cần in lại".to_owned(), "No sheet need be printed again".to_owned())
            }
            1 => ("1 tờ cần in lại".to_owned(), "1 sheet to print again".to_owned()),
            n => (format!("{n} tờ cần in lại"), format!("{n} sheets to print again")),
        };
        page.heading(2, &page.pick(&vi, &en));
        let mut day = None;
        for (at, one) in self.reprints.iter().enumerate() {
            if at == 0 || one.from != day {
                day = one.from;
                let when = day.map_or_else(
                    || page.pick("Treo ngay:", "To hang at once:"),
                    |day| match tongue {
                        Tongue::Vietnamese => format!("Treo {}:", since(day, tongue)),
                        Tongue::English => format!("To hang {}:", since(day, tongue)),
                    },
                );
                page.line(&when);
            }
            page.item(&one.said(tongue));
        }
        if !self.forms.is_empty() {
            page.heading(
                2,
                &page.pick("Biểu mẫu tải về đã thay đổi", "Forms to download that changed"),
            );
            self.forms.iter().for_each(|form| page.item(form));
        }
    }
}

impl Reprint {
    /// The sheet on one line.
    fn said(&self, tongue: Tongue) -> String {
        let of = match &self.subject {
            Some(subject) => format!("{}/{subject}", self.agency),
            None => self.agency.to_string(),
        };
        let marks = match (self.before, self.after, tongue) {
            (Some(before), Some(after), _) => format!("{before} → {after}"),
            (None, Some(after), Tongue::Vietnamese) => format!("tờ mới {after}"),
            (None, Some(after), Tongue::English) => format!("new {after}"),
            (Some(before), None, Tongue::Vietnamese) => format!("gỡ tờ {before}"),
            (Some(before), None, Tongue::English) => format!("take down {before}"),
            (None, None, _) => String::new(),
        };
        format!("{} {of} ({}): {marks}", sheet_kind(self.kind, tongue), self.title)
    }
}

/// A report as it is written.
struct Page {
    tongue: Tongue,
    markup: Markup,
    text: String,
}

impl Page {
    fn pick(&self, vi: &str, en: &str) -> String {
        if self.tongue == Tongue::Vietnamese { vi.to_owned() } else { en.to_owned() }
    }

    fn heading(&mut self, level: usize, words: &str) {
        match self.markup {
            Markup::Markdown => {
                let gap = if self.text.is_empty() { "" } else { "\n" };
                let _ = write!(self.text, "{gap}{} {}\n\n", "#".repeat(level), escaped(words));
            }
            Markup::Plain if level == 2 => {
                let _ = writeln!(self.text, "\n{words}");
            }
            Markup::Plain if level == 3 => {
                let _ = writeln!(self.text, "  {words}");
            }
            Markup::Plain => {
                let _ = writeln!(self.text, "{words}");
            }
        }
    }

    fn line(&mut self, words: &str) {
        match self.markup {
            Markup::Markdown => {
                let _ = write!(self.text, "{}\n\n", escaped(words));
            }
            Markup::Plain => {
                let _ = writeln!(self.text, "  {words}");
            }
        }
    }

    fn item(&mut self, words: &str) {
        match self.markup {
            Markup::Markdown => {
                let _ = writeln!(self.text, "- {}", escaped(words));
            }
            Markup::Plain => {
                let _ = writeln!(self.text, "    • {words}");
            }
        }
    }

    /// Those of substance first, then those of wording, which say so.
    fn changes(&mut self, changes: &[Change]) {
        let of = |weight| changes.iter().filter(move |one| one.weight == weight);
        for change in of(Weight::Substance) {
            let said = change.said(self.tongue);
            self.item(&said);
        }
        for change in of(Weight::Wording) {
            let said = change.said(self.tongue);
            let only = self.pick("lời văn", "wording");
            self.item(&format!("[{only}] {said}"));
        }
    }
}

/// `từ 01/03/2027`.
fn since(day: Date, tongue: Tongue) -> String {
    match tongue {
        Tongue::Vietnamese => format!("từ {}", day.vietnamese()),
        Tongue::English => format!("from {day}"),
    }
}

/// A name in the operator's tongue.
pub(super) fn name(text: &Text, tongue: Tongue) -> &str {
    match tongue {
        Tongue::Vietnamese => text.original(),
        Tongue::English => text.read(Language::EN, Language::VI).words,
    }
}

/// Signs that Markdown would take for its own.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        if matches!(sign, '*' | '_' | '`' | '<' | '[' | ']' | '|' | '\\') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
