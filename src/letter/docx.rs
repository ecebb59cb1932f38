//! A .docx: an archive of a few XML files. The same letter is the same file to the byte, since nothing in it tells when it
//! was made.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Letter, markup};

/// A document that word processors open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docx(Vec<u8>);

/// Why there is none.
#[derive(Debug, thiserror::Error)]
#[error("the letter could not be packed: {0}")]
pub struct DocxError(#[from] zip::result::ZipError);

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
</Types>";

const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

const PARTS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>\
</Relationships>";

const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// A4 upright; 20 mm above and below, 30 mm at the left, 15 mm at the right, all within the bounds of the decree. The first
/// page has no number.
const PAGE: &str = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>\
<w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
<w:titlePg/></w:sectPr>";

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>\
<w:color w:val=\"000000\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>\
<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/>\
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"Heading3\"><w:name w:val=\"heading 3\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>";

/// The number of the page, in the middle.
const NUMBER: &str = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\
<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>";

impl Docx {
    /// What web pages call it.
    pub const MEDIA: &str =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// A letter as a document.
    pub fn of(letter: &Letter) -> Result<Self, DocxError> {
        let mut name = String::new();
        markup::escape(&letter.name, &mut name);
        let core = format!(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{name}</dc:title>\
             <dc:language>vi-VN</dc:language></cp:coreProperties>"
        );
        let body = markup::body(&letter.blocks());
        let parts = [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", RELATIONS.to_owned()),
            ("docProps/core.xml", core),
            ("word/_rels/document.xml.rels", PARTS.to_owned()),
            (
                "word/document.xml",
                format!("<w:document {SPACES}><w:body>{body}{PAGE}</w:body></w:document>"),
            ),
            ("word/header1.xml", format!("<w:hdr {SPACES}>{NUMBER}</w:hdr>")),
            ("word/styles.xml", format!("<w:styles {SPACES}>{STYLES}</w:styles>")),
        ];
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, text) in parts {
            archive.start_file(name, options)?;
            let written = archive.write_all(HEAD.as_bytes());
            let written = written.and_then(|()| archive.write_all(text.as_bytes()));
            written.map_err(zip::result::ZipError::from)?;
        }
        Ok(Self(archive.finish()?.into_inner()))
    }

    /// The file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::letter::{Cell, Paragraph, Run, Table};

    /// The text of a part.
    fn part(docx: &Docx, name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(docx.0.as_slice())).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// Fails unless every element that is opened is closed, in order.
    fn assert_sound(xml: &str) {
        let mut open = Vec::new();
        let mut rest = xml;
        while let Some(at) = rest.find('<') {
            assert!(!rest[..at].contains('>'), "a bare sign in text: {}", &rest[..at]);
            let end = rest[at..].find('>').map(|end| at + end).unwrap();
            let tag = &rest[at + 1..end];
            rest = &rest[end + 1..];
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name));
            } else if !tag.ends_with('/') && !tag.starts_with('?') {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{open:?}");
    }

    fn letter(words: &str) -> Letter {
        let figures = Table {
            widths: vec![40, 40],
            ruled: true,
            headed: true,
            rows: vec![
                vec![
                    Cell::of(Paragraph::of(Run::of("Tiêu chí").bold())),
                    Cell { ground: Some("D9D9D9"), ..Cell::of(Paragraph::of(Run::of("%"))) },
                ],
                vec![Cell { over: 2, ..Cell::default() }],
            ],
        };
        Letter {
            name: "Thư <1>".into(),
            agency: "Ủy ban & bạn".into(),
            to: "Ông/Bà".into(),
            body: vec![Paragraph::text(words).into(), figures.into()],
            year: 2026,
            ..Letter::default()
        }
    }

    #[test]
    fn every_part_is_there_and_sound() {
        let docx = Docx::of(&letter("Dòng một\nDòng <b> hai & \"ba\"\u{0}\u{7}")).unwrap();
        let parts = [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/header1.xml",
            "word/styles.xml",
        ];
        for name in parts {
            assert_sound(&part(&docx, name));
        }
        let document = part(&docx, "word/document.xml");
        assert!(document.contains("Dòng một</w:t><w:br/>"), "{document}");
        assert!(document.contains("Dòng &lt;b&gt; hai &amp; &quot;ba&quot;</w:t>"));
        assert!(document.contains("ỦY BAN &amp; BẠN"));
        // A line below words stands by itself, or it would force the words within its ends.
        let ruled = document.split("<w:p>").filter(|one| one.contains("<w:pBdr>"));
        let ruled: Vec<&str> = ruled.collect();
        assert!(ruled.len() == 2 && ruled.iter().all(|one| !one.contains("<w:t ")), "{ruled:?}");
        assert!(
            document.contains("<w:gridSpan w:val=\"2\"/>") && document.contains("<w:tblHeader/>")
        );
        assert!(part(&docx, "docProps/core.xml").contains("<dc:title>Thư &lt;1&gt;</dc:title>"));
        let styles = part(&docx, "word/styles.xml");
        assert!(styles.contains("Times New Roman") && styles.contains("<w:sz w:val=\"28\"/>"));
    }

    #[test]
    fn one_letter_is_one_file() {
        let docx = |words| Docx::of(&letter(words)).unwrap();
        assert_eq!(docx("x"), docx("x"));
        assert_ne!(docx("x"), docx("y"));
    }
}
