//! The benches' workload still fits the program: a few procedures are made twice with the same bytes, build without a
//! complaint, and show every fact that the bench compares with its peer.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PROCEDURES: &str = "24";

fn bench(script: &str) -> Command {
    let mut command = Command::new("python3");
    // No byte code beside the scripts.
    command.arg("-B").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches").join(script));
    command
}

fn fine(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{said}{complained}");
    output
}

fn workload(into: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    fine(bench("workload.py").arg(into).args(["--n", PROCEDURES]));
    let mut files = BTreeMap::new();
    let mut folders = vec![into.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(into).unwrap_or(&path).to_owned();
                files.insert(inside, fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

fn built(work: &Path, into: &Path) {
    let mut build = Command::new(env!("CARGO_BIN_EXE_niemyet"));
    build
        .args(["build", "--only", "site", "--lang", "en", "--site"])
        .arg(work.join("site-content"));
    build.arg("--output").arg(into).arg("--data").arg(work.join("var"));
    let output = fine(&mut build);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("no errors"), "{said}");
}

#[test]
fn a_workload_is_the_same_twice_and_its_site_shows_every_fact() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
    assert_eq!(workload(&one).unwrap(), workload(&other).unwrap());
    let output = folder.path().join("output");
    built(&one, &output);
    let compare = || {
        let mut facts = bench("facts.py");
        facts.arg(&one).arg("--ours").arg(output.join("site"));
        facts
    };
    fine(&mut compare());

    let page = output.join("site/thu-tuc/1.000001.html");
    let whole = fs::read_to_string(&page).unwrap();
    fs::write(&page, whole.replace("bản sao", "")).unwrap();
    assert!(!compare().output().unwrap().status.success(), "a fact that is gone is not missed");
}
