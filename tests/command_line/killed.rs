//! A build that is killed, at whatever moment, leaves the site as it was or as it was to be, never half: no file in
//! parts, no release that cannot be opened; and the next build needs no help.
//!
//! The gate kills twenty builds; `NIEMYET_LONG=1` kills five hundred.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::site::{Site, files, procedure};

const DAY: [&str; 3] = ["build", "--as-of", "2026-11-22"];

/// Some procedures more, so that there is something to be caught at; `word` stands on all of their pages.
fn fill(site: &Site, word: &str) {
    for number in 100..160 {
        let name = format!("Thủ tục {number} {word}");
        site.put(&format!("procedures/ho-tich/1.000{number}.yaml"), procedure(&name, ""));
    }
    let more = if word == "mới" { "200" } else { "201" };
    let less = if word == "mới" { "201" } else { "200" };
    let path = |number: &str| format!("procedures/ho-tich/1.000{number}.yaml");
    site.put(&path(more), procedure("Thủ tục chỉ có một bên", ""));
    let _ = std::fs::remove_file(site.path(&path(less)));
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// What readers see of a folder: what waits for its turn is none of it, nor is the list.
fn seen(site: &Site) -> Files {
    let root = site.output().join("site");
    let mut all = if root.exists() { files(&root) } else { Files::new() };
    all.retain(|path, _| !path.to_string_lossy().starts_with(".niemyet"));
    all
}

fn build(site: &Site) -> Files {
    let ran = site.run(&DAY);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    seen(site)
}

fn random(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

#[test]
fn a_killed_build_leaves_no_half_site() {
    let kills = if std::env::var_os("NIEMYET_LONG").is_some() { 500 } else { 20 };
    let site = Site::sound();
    fill(&site, "cũ");
    let old = build(&site);
    fill(&site, "mới");
    let started = Instant::now();
    let new = build(&site);
    let whole = started.elapsed();
    let sites = [old, new];
    let mut seed = 0x2026_1122_u64;
    let (mut cut_off, mut mixed, mut before) = (0, 0, sites[1].clone());
    for round in 0..kills {
        let word = round % 2;
        fill(&site, if word == 0 { "cũ" } else { "mới" });
        let mut child =
            site.command(&DAY).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let nanos = random(&mut seed) % u64::try_from(whole.as_nanos()).unwrap().max(1);
        std::thread::sleep(Duration::from_nanos(nanos));
        child.kill().unwrap();
        cut_off += usize::from(!child.wait().unwrap().success());
        // Each page is one of the two, whole.
        let found = seen(&site);
        for (path, bytes) in &found {
            let known = sites.iter().any(|site| site.get(path) == Some(bytes));
            assert!(known, "{} is neither old nor new after kill {round}", path.display());
        }
        // What an earlier kill left is not this one's doing: it stands until a build gets through.
        mixed += usize::from(before != found && sites.iter().all(|site| *site != found));
        before = found;
        // The release is whole, and one of the two.
        let release = site.output().join("release");
        let ran = site.run(&["verify", release.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "after kill {round}: {}{}", ran.out, ran.err);
    }
    assert!(cut_off * 3 > kills, "only {cut_off} of {kills} builds were cut off");
    assert!(mixed * 4 < kills, "{mixed} of {kills} times pages of both sites lay side by side");
    // The next build needs no help, and what is left over is gone.
    fill(&site, "mới");
    assert!(build(&site) == sites[1]);
    let left = files(&site.output());
    let left = left.keys().filter(|path| {
        let path = path.to_string_lossy();
        path.contains("niemyet-new") || path.contains("draft-") || path.contains("spool")
    });
    assert_eq!(left.collect::<Vec<_>>(), Vec::<&PathBuf>::new());
    assert_eq!(site.run(&["verify"]).code, 0);
}

#[test]
fn two_builds_at_once_are_kept_apart() {
    let site = Site::sound();
    fill(&site, "cũ");
    build(&site);
    let mut children: Vec<_> = (0..4)
        .map(|_| site.command(&DAY).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap())
        .collect();
    let ended: Vec<_> = children.drain(..).map(|child| child.wait_with_output().unwrap()).collect();
    let done = ended.iter().filter(|one| one.status.success()).count();
    assert!(done >= 1);
    for one in ended.iter().filter(|one| !one.status.success()) {
        let said = String::from_utf8_lossy(&one.stderr);
        assert!(said.contains("another niemyet"), "{said}");
    }
    assert_eq!(site.run(&["verify"]).code, 0);
}
