//! The one promise of the quick reading: what it reads, the full reader reads the same.

use std::path::Path;

use proptest::prelude::*;

use super::quick;
use crate::content::shape::{
    ActsFile, AgencyFile, CountersFile, FieldsFile, ProcedureFile, ProcedureWords, SetFile,
    SurveyFile,
};

/// Both readings of a text, as text; the quick one may give up.
fn both<T: serde::de::DeserializeOwned + std::fmt::Debug>(
    text: &str,
) -> (Option<String>, Option<String>) {
    let full = serde_yaml::from_str::<T>(text).ok().map(|shape| format!("{shape:?}"));
    (quick::<T>(text).map(|shape| format!("{shape:?}")), full)
}

fn holds<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) -> bool {
    let (quick, full) = both::<T>(text);
    quick.is_none() || quick == full
}

#[test]
#[allow(clippy::case_sensitive_file_extension_comparisons, reason = "our own file names")]
fn the_whole_sample_is_read_quickly_and_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content");
    let (mut seen, mut given_up) = (0, Vec::new());
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().flatten() {
        // From the content folder on: where the checkout lies says nothing of a file.
        let inside = entry.path().strip_prefix(&root).unwrap();
        let name = format!("/{}", inside.display());
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        let (quick, full) = if name.contains("/procedures/") && name.ends_with(".en.yaml") {
            both::<ProcedureWords>(&text)
        } else if name.contains("/procedures/") && name.ends_with(".yaml") {
            both::<ProcedureFile>(&text)
        } else if name.ends_with("/agency.yaml") {
            both::<AgencyFile>(&text)
        } else if name.ends_with("/counters.yaml") {
            both::<CountersFile>(&text)
        } else if name.contains("/surveys/") && !name.contains(".en.") {
            both::<SurveyFile>(&text)
        } else if name.contains("/law/acts") && !name.contains(".en.") {
            both::<ActsFile>(&text)
        } else {
            continue;
        };
        seen += 1;
        match quick {
            Some(quick) => assert_eq!(Some(quick), full, "{name}"),
            None => given_up.push(name),
        }
    }
    assert!(seen > 100, "only {seen} files were seen");
    assert!(given_up.len() * 20 < seen, "given up: {given_up:?}");
}

#[test]
fn what_it_cannot_promise_it_gives_up() {
    for text in [
        "fields: &x []",
        "fields:\n  - *x\n",
        "fields:\n  - {id: a, name: !!str b}\n",
        "fields:\n  - id: a\n    name: |\n      b\n",
        "fields:\n  - id: a\n    name: b\n      c\n",
        "fields:\n\t- id: a\n",
        "fields:\n  - id: a\n    name: \"b\n      c\"\n",
        "fields: [\n  {id: a, name: b}]\n",
        "---\nfields: []\n",
        "fields: []\nfields: []\n",
        "fields:\n  - id: a\n    name: \"\\u0041\"\n",
        "fields:\n  - id: a\n    name: b: c\n",
        "fields: [{id: a, name: b},]\n",
        "fields:\r\n  - {id: a, name: b}\r\n",
    ] {
        let (quick, _) = both::<FieldsFile>(text);
        assert_eq!(quick, None, "{text}");
    }
}

#[test]
fn plain_yaml_is_read_in_all_its_ordinary_forms() {
    for text in [
        "fields: []\n",
        "# a\nfields: # b\n# c\n- id: a # d\n  name: 'b''c' # e\n-   {id: b, name: \"c # d\"}\n",
        "fields:\n  -\n    id: a\n    name: b#c\n\n  - id: \"b\"\n    name: c:d\n",
        "fields:\n  - {\"id\": a, name: b c}\n  - { id: b , name: 'x, y' }",
    ] {
        let (quick, full) = both::<FieldsFile>(text);
        assert!(quick.is_some() && quick == full, "{text}: {quick:?} {full:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Random mixtures of the signs that matter to YAML.
    #[test]
    fn never_another_meaning(text in "(name: |fields:|procedures:|  - |- |\\[|\\]|\\{|\\}|, |: |\"|'|#| #|\n|\n  |\n    |a|1\\.0|~|null|true|id: |x: y|&|\\*|!|\\|){1,24}") {
        prop_assert!(holds::<FieldsFile>(&text));
        prop_assert!(holds::<SetFile>(&text));
        prop_assert!(holds::<std::collections::BTreeMap<String, String>>(&text));
        prop_assert!(holds::<Vec<std::collections::BTreeMap<String, Option<String>>>>(&text));
        prop_assert!(holds::<std::collections::BTreeMap<String, Vec<Option<String>>>>(&text));
    }

    /// Whole entries with random scalars.
    #[test]
    fn never_another_scalar(scalar in "[ -~àđ\u{1ec7}]{0,12}", quote in "[\"']?") {
        let text = format!("fields:\n  - id: a\n    name: {quote}{scalar}{quote}\n");
        prop_assert!(holds::<FieldsFile>(&text), "{text}");
        let text = format!("fields: [{{id: a, name: {quote}{scalar}{quote}}}]\n");
        prop_assert!(holds::<FieldsFile>(&text), "{text}");
        let text = format!("name: {quote}{scalar}{quote}\nprocedures: [{scalar}]");
        prop_assert!(holds::<SetFile>(&text), "{text}");
    }
}
