//! What kind of file an answer is.
//!
//! A closed list: the host sends `nosniff`, so every kind we publish needs its exact type, and a number in the index
//! is smaller than a string. New kinds are added at the end; a number is never given to another kind.

/// A kind of file, written in the index as its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Media {
    /// Anything else: offered as a download.
    Binary = 0,
    /// A page.
    Html = 1,
    /// A style sheet.
    Css = 2,
    /// A script.
    Js = 3,
    /// Structured values for programs.
    Json = 4,
    /// Structured text for programs, the sitemap say.
    Xml = 5,
    /// An Atom feed.
    Atom = 6,
    /// Plain text.
    Text = 7,
    /// The manifest of an installable site.
    Webmanifest = 8,
    /// A table with commas.
    Csv = 9,
    /// A calendar of days off.
    Calendar = 10,
    /// A drawing.
    Svg = 11,
    /// A picture without loss.
    Png = 12,
    /// A photograph.
    Jpeg = 13,
    /// A small picture.
    Webp = 14,
    /// The icon of a site.
    Icon = 15,
    /// A font.
    Woff2 = 16,
    /// A form or a sheet to print.
    Pdf = 17,
    /// An old word-processor form.
    Doc = 18,
    /// A word-processor form.
    Docx = 19,
    /// An old spreadsheet.
    Xls = 20,
    /// A spreadsheet.
    Xlsx = 21,
    /// An open word-processor form.
    Odt = 22,
    /// An open spreadsheet.
    Ods = 23,
    /// A bundle of files.
    Zip = 24,
}

/// Each kind, the ending of its files, and its type as sent over HTTP; the place in the list is the number.
const KINDS: [(Media, &str, &str); 25] = [
    (Media::Binary, "bin", "application/octet-stream"),
    (Media::Html, "html", "text/html; charset=utf-8"),
    (Media::Css, "css", "text/css; charset=utf-8"),
    (Media::Js, "js", "text/javascript; charset=utf-8"),
    (Media::Json, "json", "application/json"),
    (Media::Xml, "xml", "application/xml"),
    (Media::Atom, "atom", "application/atom+xml"),
    (Media::Text, "txt", "text/plain; charset=utf-8"),
    (Media::Webmanifest, "webmanifest", "application/manifest+json"),
    (Media::Csv, "csv", "text/csv; charset=utf-8"),
    (Media::Calendar, "ics", "text/calendar; charset=utf-8"),
    (Media::Svg, "svg", "image/svg+xml"),
    (Media::Png, "png", "image/png"),
    (Media::Jpeg, "jpg", "image/jpeg"),
    (Media::Webp, "webp", "image/webp"),
    (Media::Icon, "ico", "image/x-icon"),
    (Media::Woff2, "woff2", "font/woff2"),
    (Media::Pdf, "pdf", "application/pdf"),
    (Media::Doc, "doc", "application/msword"),
    (
        Media::Docx,
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (Media::Xls, "xls", "application/vnd.ms-excel"),
    (Media::Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (Media::Odt, "odt", "application/vnd.oasis.opendocument.text"),
    (Media::Ods, "ods", "application/vnd.oasis.opendocument.spreadsheet"),
    (Media::Zip, "zip", "application/zip"),
];

impl Media {
    /// The value of the `Content-Type` field.
    pub fn content_type(self) -> &'static str {
        KINDS[usize::from(self.number())].2
    }

    /// The kind that a file's ending (without the dot, any case) stands for; [`Media::Binary`] for unknown ones.
    pub fn from_extension(extension: &str) -> Self {
        let is = |own: &str| own.eq_ignore_ascii_case(extension);
        if is("jpeg") {
            return Self::Jpeg;
        }
        KINDS.iter().find(|kind| is(kind.1)).map_or(Self::Binary, |kind| kind.0)
    }

    /// Whether gzip or brotli makes such files smaller; the others are compressed in themselves.
    pub fn is_compressible(self) -> bool {
        !matches!(
            self,
            Self::Png
                | Self::Jpeg
                | Self::Webp
                | Self::Woff2
                | Self::Pdf
                | Self::Docx
                | Self::Xlsx
                | Self::Odt
                | Self::Ods
                | Self::Zip
                | Self::Binary
        )
    }

    /// The number in the index.
    pub(super) fn number(self) -> u8 {
        self as u8
    }

    /// The kind of a number, or none.
    pub(super) fn from_number(number: u8) -> Option<Self> {
        KINDS.get(usize::from(number)).map(|kind| kind.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_places_in_the_list() {
        for (number, (media, extension, content_type)) in (0_u8..).zip(KINDS) {
            assert_eq!(media.number(), number);
            assert_eq!(Media::from_number(number), Some(media));
            assert_eq!(Media::from_extension(extension), media);
            assert_eq!(media.content_type(), content_type);
        }
        assert_eq!(Media::from_number(25), None);
        assert_eq!(Media::from_extension("JPEG"), Media::Jpeg);
        assert_eq!(Media::from_extension("exe"), Media::Binary);
    }
}
