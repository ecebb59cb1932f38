//! The content security policy of the pages: nothing is loaded from anywhere, and the inlined
//! styles and scripts are known by their hashes, so that no others can run.

use sha2::{Digest, Sha256};

/// The hashes of what a theme inlines.
#[derive(Debug, Clone)]
pub(super) struct Policy {
    style: String,
    script: String,
}

impl Policy {
    /// The policy for pages that inline exactly these.
    pub(super) fn new(styles: &[&str], scripts: &[&str]) -> Self {
        Self { style: sources_of(styles), script: sources_of(scripts) }
    }

    /// As it stands in the header of pages that have one of these styles and no script.
    pub(super) fn without_script(styles: &[&str]) -> String {
        let styles = sources_of(styles);
        format!(
            "default-src 'none'; style-src {styles}; img-src data:; form-action 'self'; base-uri 'none'; \
             frame-ancestors 'none'"
        )
    }

    /// As it stands in a `<meta>` element: what a browser takes from there.
    pub(super) fn in_page(&self, feedback: Option<&str>) -> String {
        let origin = feedback.map(|origin| format!(" {origin}")).unwrap_or_default();
        format!(
            "default-src 'none'; style-src {}; script-src {}; img-src 'self' data:; \
             form-action 'self'{origin}; connect-src 'self'{origin}; base-uri 'none'",
            self.style, self.script
        )
    }

    /// As it stands in the header of an answer, where framing can be forbidden too.
    pub(super) fn in_header(&self, feedback: Option<&str>) -> String {
        format!("{}; frame-ancestors 'none'", self.in_page(feedback))
    }
}

/// The source expressions of several.
fn sources_of(texts: &[&str]) -> String {
    texts.iter().map(|text| source_of(text)).collect::<Vec<_>>().join(" ")
}

/// The source expression that allows exactly this inlined script: `'sha256-…'`.
pub fn script_source(script: &str) -> String {
    source_of(script)
}

/// A source expression: `'sha256-…'`.
fn source_of(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// Base 64 with padding, as browsers ask for it.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= three.len() { char::from(sign) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_written_as_browsers_want_them() {
        assert_eq!(base64(b"Man"), "TWFu");
        assert_eq!(base64(b"Ma"), "TWE=");
        assert_eq!(base64(b"M"), "TQ==");
        assert_eq!(source_of(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    #[test]
    fn a_feedback_origin_is_named_exactly() {
        let policy = Policy::new(&["p{}"], &["go()"]).in_page(Some("https://gopy.tinh.gov.vn"));
        assert!(policy.contains("form-action 'self' https://gopy.tinh.gov.vn;"), "{policy}");
    }
}
