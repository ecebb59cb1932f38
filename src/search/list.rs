//! The list as it is read: words, and procedures as rows of places among them.

use super::ListError;
use super::writing::{JOINER, VERSION, bare, place};
use crate::text::Syllable;

/// All procedures of a site in one language.
#[derive(Debug)]
pub struct List {
    /// Words that ask and name nothing.
    pub(super) fillers: Vec<Syllable>,
    /// Words without marks, each with the first place after its ways of writing.
    pub(super) groups: Vec<(String, usize)>,
    /// All ways of writing, as they stand in names.
    pub(super) words: Vec<String>,
    /// The fields.
    pub(super) fields: Vec<Vec<usize>>,
    /// The procedures in the order of the alphabet.
    pub(super) rows: Vec<Row>,
}

/// A procedure.
#[derive(Debug)]
pub(super) struct Row {
    /// Its code.
    pub(super) code: String,
    /// The code in small letters, without the signs between them.
    pub(super) squeezed: String,
    /// Whether its name is in the language that binds.
    pub(super) foreign: bool,
    /// The place of its field.
    pub(super) field: usize,
    /// Its name, then what people call it.
    pub(super) texts: Vec<Vec<usize>>,
}

impl List {
    /// Reads what [`super::write`] wrote.
    pub fn parse(text: &str) -> Result<Self, ListError> {
        let mut lines = text.split('\n');
        if lines.next() != Some(VERSION) {
            return Err(ListError::Version);
        }
        let fillers = lines.next().ok_or(ListError::Short)?;
        let fillers = fillers.split_whitespace().map(Syllable::of).collect();
        let (mut groups, mut words) = (Vec::new(), Vec::new());
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            let mut parts = line.split('\t');
            let folded = parts.next().unwrap_or_default().to_owned();
            words.extend(parts.map(str::to_owned));
            groups.push((folded, words.len()));
        }
        let row = |text: &str| -> Option<Vec<usize>> {
            text.chars().map(|sign| place(sign).filter(|at| *at < words.len())).collect()
        };
        let mut fields = Vec::new();
        for line in lines.by_ref().take_while(|line| !line.is_empty()) {
            fields.push(row(line).ok_or(ListError::Row(0))?);
        }
        let rows = lines.zip(1..).map(|(line, number)| {
            let mut parts = line.split('\t');
            let code = parts.next().unwrap_or_default().to_owned();
            let field = parts.next().unwrap_or_default();
            let own = field.trim_start_matches('*');
            let at = own.chars().next().and_then(place).filter(|at| *at < fields.len());
            let texts: Option<Vec<_>> = parts.map(row).collect();
            let texts = texts.filter(|texts| !texts.is_empty());
            let (field_at, texts) = at.zip(texts).ok_or(ListError::Row(number))?;
            let squeezed = squeezed(&code);
            Ok(Row { code, squeezed, foreign: own != field, field: field_at, texts })
        });
        let rows = rows.collect::<Result<_, _>>()?;
        Ok(Self { fillers, groups, words, fields, rows })
    }

    /// How many procedures there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The code of a procedure.
    pub fn code(&self, at: usize) -> &str {
        self.rows.get(at).map_or("", |row| &row.code)
    }

    /// Its name, and whether that is in the language that binds.
    pub fn name(&self, at: usize) -> (String, bool) {
        let row = self.rows.get(at);
        let name = row.map_or_else(String::new, |row| self.said(&row.texts[0]));
        (name, row.is_some_and(|row| row.foreign))
    }

    /// A row of places as people read it.
    fn said(&self, row: &[usize]) -> String {
        let words: Vec<&str> = row.iter().map(|at| self.words[*at].as_str()).collect();
        words.join(" ").replace(&format!("{JOINER} "), "")
    }

    /// A way of writing, taken apart.
    pub(super) fn syllable(&self, at: usize) -> Syllable {
        Syllable::of(bare(&self.words[at]))
    }
}

/// A text in small letters without marks and without the signs between letters.
pub(super) fn squeezed(text: &str) -> String {
    crate::text::fold(text).chars().filter(|sign| sign.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Entry, path, write};
    use super::*;
    use crate::text::Language;

    fn entry(code: &str, name: &str, aliases: &[&str], field: &str) -> Entry {
        let aliases = aliases.iter().map(|one| (*one).to_owned()).collect();
        let (code, name, field) = (code.into(), name.into(), field.into());
        Entry { code, name, foreign: false, aliases, field }
    }

    #[test]
    fn a_list_says_again_what_was_written() {
        let names = [
            "Cấp bản sao/trích lục hộ tịch (xã, phường); \"bản chính\"",
            "“Đăng ký” kết hôn – lần 2…",
            "Hòa giải ở cơ sở",
        ];
        let mut entries: Vec<_> =
            names.iter().map(|name| entry("1.000001", name, &["giấy (mới)"], "Hộ tịch")).collect();
        entries[1].foreign = true;
        let text = write(&entries, "tôi muốn");
        let list = List::parse(&text).unwrap();
        for (at, name) in names.iter().enumerate() {
            assert_eq!(list.name(at), ((*name).to_owned(), at == 1));
        }
        assert_eq!((list.len(), list.code(0)), (3, "1.000001"));
        assert_eq!(path(&text, Language::VI), path(&text, Language::VI));
        assert_ne!(path(&text, Language::VI), path("", Language::VI));
    }

    #[test]
    fn very_many_words_have_signs_of_their_own() {
        let names: Vec<String> = (0..55_400).map(|at| format!("w{at}")).collect();
        let entries: Vec<_> = names.iter().map(|name| entry("1", name, &[], "x")).collect();
        let list = List::parse(&write(&entries, "")).unwrap();
        assert!(names.iter().enumerate().all(|(at, name)| list.name(at).0 == *name));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert_eq!(List::parse("x").unwrap_err(), ListError::Version);
        assert_eq!(List::parse("tim 1").unwrap_err(), ListError::Short);
        let text = write(&[entry("1", "Một", &[], "x")], "");
        assert!(List::parse(&text).is_ok());
        assert_eq!(List::parse(&text.replace("1\t0", "1\t9")).unwrap_err(), ListError::Row(1));
        assert_eq!(List::parse(&format!("{text}\n1\t0")).unwrap_err(), ListError::Row(2));
        let none = List::parse(&write(&[], "")).unwrap();
        assert!(none.is_empty() && none.name(0).0.is_empty());
    }
}
