//! Same content, same bytes: on another day, in another folder, with and without a cache.

use super::site::{Site, files};

/// Two days between which nothing takes force or ends.
const DAYS: [&str; 2] = ["2026-11-22", "2026-12-24"];

#[test]
fn the_sample_is_built_to_the_same_bytes_on_two_days() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let built = [0, 1].map(|at| {
        let output = folders[at].path().join("output");
        let arguments = ["build", "--as-of", DAYS[at]];
        let ran = super::site::run(&root.join("site-content"), &output, &arguments);
        assert_eq!(ran.code, 0, "{}", ran.out);
        files(&output)
    });
    assert!(built[0].len() > 200, "{} files", built[0].len());
    for (name, bytes) in &built[0] {
        assert!(built[1].get(name) == Some(bytes), "{} differs", name.display());
    }
    assert_eq!(built[0].len(), built[1].len());
}

#[test]
fn a_cache_changes_no_byte() {
    let site = Site::sound();
    assert_eq!(site.run(&["build", "--as-of", DAYS[0]]).code, 0);
    let first = files(&site.output());
    for arguments in
        [&["build", "--as-of", DAYS[1]][..], &["build", "--as-of", DAYS[1], "--no-cache"]]
    {
        assert_eq!(site.run(arguments).code, 0);
        assert!(files(&site.output()) == first, "{arguments:?}");
    }
}
