//! Sets documents, one after the other, with what a theme brings.

use typst::diag::Warned;
use typst::foundations::{Bytes, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::desk::Desk;
use super::{Letters, PdfError, fault};

/// The name under which a theme's file reads the data.
const DOCUMENT: &str = "document.json";

/// How many documents may pass before what was remembered of one is forgotten.
const REMEMBERED: usize = 5;

/// A document that was set.
#[derive(Debug)]
pub struct Typeset {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages.
    pub pages: usize,
    /// What the theme's files do that is doubtful, each with its place.
    pub warnings: Vec<String>,
}

/// A theme's files and letters, read once.
pub struct Typesetter {
    pub(super) library: LazyHash<Library>,
    pub(super) letters: Letters,
    pub(super) sources: Vec<Source>,
    pub(super) document: FileId,
    standards: PdfStandards,
}

impl Typesetter {
    /// A typesetter with these files, given as name (`poster.typ`) and text.
    pub fn new<'f>(
        files: impl IntoIterator<Item = (&'f str, &'f str)>,
        letters: Letters,
    ) -> Result<Self, PdfError> {
        let source = |(name, text): (&str, &str)| Ok(Source::new(id(name)?, text.to_owned()));
        let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|refusal| PdfError::Faults(vec![refusal.message().to_string()]))?;
        Ok(Self {
            library: LazyHash::new(<Library as LibraryExt>::default()),
            letters,
            sources: files.into_iter().map(source).collect::<Result<_, PdfError>>()?,
            document: id(DOCUMENT)?,
            standards,
        })
    }

    /// Sets `file` (`poster.typ`) with `document`, which it reads as `json("document.json")`.
    pub fn set(&self, file: &str, document: &serde_json::Value) -> Result<Typeset, PdfError> {
        let main = id(file)?;
        if self.sources.iter().all(|source| source.id() != main) {
            return Err(PdfError::NoTemplate(file.to_owned()));
        }
        let document = self.letters.settable(&document.to_string());
        let document = Bytes::new(document.into_bytes());
        let desk = Desk { typesetter: self, main, document };
        let set = self.on(&desk);
        comemo::evict(REMEMBERED);
        set
    }

    fn on(&self, desk: &Desk<'_>) -> Result<Typeset, PdfError> {
        let faults = |found| PdfError::Faults(fault::lines(desk, &found));
        let Warned { output, warnings } = typst::compile::<PagedDocument>(desk);
        let set = output.map_err(faults)?;
        let options = PdfOptions {
            // The clock of this machine and the version of the typesetter are nobody's business.
            creator: Smart::Custom(Some("niemyet".to_owned())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&set, &options).map_err(faults)?;
        Ok(Typeset { pdf, pages: set.pages().len(), warnings: fault::lines(desk, &warnings) })
    }
}

/// The name of a file among those that a document is set from.
fn id(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(format!("/{name}"));
    let path = path.map_err(|_| PdfError::NoTemplate(name.to_owned()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, document: &serde_json::Value) -> Result<Typeset, PdfError> {
        Typesetter::new([("main.typ", text)], Letters::own()).unwrap().set("main.typ", document)
    }

    const HEAD: &str = "#set document(title: [Tờ mã], date: datetime(year: 2026, month: 11, day: 22))\n\
                        #set text(font: \"Noto Sans\", lang: \"vi\")\n";

    #[test]
    fn data_are_data_and_the_same_data_give_the_same_bytes() {
        let text = format!("{HEAD}#let it = json(\"document.json\")\n= Quầy\n#it.name");
        let document = serde_json::json!({"name": "#panic(\"Quầy\") *1* @x $a$"});
        let one = set(&text, &document).unwrap();
        assert_eq!((one.pages, one.warnings.len()), (1, 0), "{:?}", one.warnings);
        assert_eq!(set(&text, &document).unwrap().pdf, one.pdf);
        for mark in ["pdfuaid", "pdfaid", "Tờ mã"] {
            assert!(memchr::memmem::find(&one.pdf, mark.as_bytes()).is_some(), "{mark}");
        }
    }

    #[test]
    fn a_broken_file_is_named_with_its_line_and_the_reason() {
        let PdfError::Faults(faults) =
            set(&format!("{HEAD}\n#let a = (1\n"), &serde_json::Value::Null).unwrap_err()
        else {
            panic!("another error");
        };
        assert_eq!(faults, ["print/main.typ:4:10: unclosed delimiter"]);
        let unknown = set(&format!("{HEAD}#counter-name"), &serde_json::Value::Null).unwrap_err();
        assert!(unknown.to_string().starts_with("print/main.typ:3:2: unknown variable"));
    }

    #[test]
    fn what_a_screen_reader_needs_cannot_be_left_out() {
        let untitled = set("#set text(lang: \"vi\")\nx", &serde_json::Value::Null).unwrap_err();
        assert!(untitled.to_string().contains("title"), "{untitled}");
        let svg = "<svg xmlns=\\\"http://www.w3.org/2000/svg\\\" viewBox=\\\"0 0 1 1\\\"/>";
        let picture = format!("{HEAD}#image(bytes(\"{svg}\"))");
        let silent = set(&picture, &serde_json::Value::Null).unwrap_err();
        assert!(silent.to_string().contains("alt"), "{silent}");
    }

    #[test]
    fn nothing_outside_is_read() {
        for reach in ["read(\"/etc/passwd\")", "read(\"../Cargo.toml\")", "datetime.today()"] {
            let refused = set(&format!("{HEAD}#{reach}"), &serde_json::Value::Null);
            assert!(refused.is_err(), "{reach}");
        }
        let package = format!("{HEAD}#import \"@preview/tiaoma:0.3.0\": qrcode");
        assert!(set(&package, &serde_json::Value::Null).is_err());
        let missing = Typesetter::new([], Letters::own()).unwrap();
        let missing = missing.set("poster.typ", &serde_json::Value::Null).unwrap_err();
        assert_eq!(missing, PdfError::NoTemplate("poster.typ".into()));
    }
}
