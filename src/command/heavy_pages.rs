//! Tells the editor which pages became too heavy, how heavy, and what to do.

use std::fmt::Write;

use crate::diagnostic::Tongue;
use crate::site::HeavyPage;
use crate::text::HEAVIEST_PAGE;

/// Pages that are named; beyond, only how many more there are.
const NAMED: usize = 10;

/// The lines that follow a build's summary; empty where every page is light enough.
pub(super) fn said(pages: &[HeavyPage], tongue: Tongue) -> String {
    let mut said = String::new();
    if pages.is_empty() {
        return said;
    }
    let count = pages.len();
    // Writing to a String cannot fail.
    let _ = match tongue {
        Tongue::Vietnamese => write!(
            said,
            "\n{count} trang nặng hơn {HEAVIEST_PAGE} byte sau khi nén, mở chậm trên mạng yếu. Hãy \
             tách nội dung dài thành nhiều trang (trang tự do: nhiều tệp trong pages/) hoặc viết ngắn \
             lại:"
        ),
        Tongue::English => write!(
            said,
            "\n{count} pages are heavier than {HEAVIEST_PAGE} bytes compressed and open slowly on a \
             weak network. Split what is long (a free page: several files in pages/) or shorten it:"
        ),
    };
    for page in pages.iter().take(NAMED) {
        let _ = write!(said, "\n  {}: {} byte", page.path, page.bytes);
    }
    if count > NAMED {
        let _ = write!(said, "\n  … +{}", count - NAMED);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heavy_pages_are_named_with_their_weight_and_a_way_out() {
        let page = |path: &str| HeavyPage { path: path.into(), bytes: 20_000 };
        assert_eq!(said(&[], Tongue::English), "");
        let said = said(&vec![page("trang/quy-che.html"); 12], Tongue::Vietnamese);
        assert!(said.contains("trang/quy-che.html: 20000 byte") && said.contains("tách"), "{said}");
        assert_eq!(said.lines().count(), 1 + 1 + NAMED + 1);
    }
}
