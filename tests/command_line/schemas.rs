//! The schemas that lie beside the sample, by which an editor completes keys and shows mistakes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::site::Site;

fn schemas(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    files.map(read).collect()
}

#[test]
fn those_of_the_sample_are_what_the_program_writes() {
    let site = Site::empty();
    assert_eq!(site.run(&["schema"]).code, 0);
    let written = schemas(&site.path(".schema"));
    let sample = schemas(&Path::new(env!("CARGO_MANIFEST_DIR")).join("site-content/.schema"));
    assert!(written.len() > 20, "{}", written.len());
    for (name, text) in &written {
        let same = sample.get(name) == Some(text);
        assert!(same, "{name} is stale: run `niemyet schema` and commit what it writes");
    }
    assert_eq!(sample.len(), written.len());
}
