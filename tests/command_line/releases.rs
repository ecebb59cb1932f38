//! Going back to an earlier release and forth again, and proving that a site is what was published.

use std::fs;

use super::site::{MARRIAGE, Ran, Site, procedure};

fn build(site: &Site) -> Ran {
    let ran = site.run(&["build", "--as-of", "2026-11-22"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    ran
}

const PAGE: &str = "thu-tuc/1.000894.html";

/// The names in the list, newest first; whether each is in force.
fn list(site: &Site) -> Vec<(String, bool)> {
    let ran = site.run(&["release", "list"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = ran.out.lines().skip(1).filter(|line| !line.starts_with('*'));
    let rows = rows.map(|line| {
        let is_current = line.trim_start().starts_with('*');
        let name = line.trim_start_matches([' ', '*']).split(' ').next().unwrap();
        (name.to_owned(), is_current)
    });
    rows.collect()
}

#[test]
fn a_rollback_holds_until_the_content_changes() {
    let site = Site::sound();
    build(&site);
    site.put(MARRIAGE, procedure("Đăng ký kết hôn nhầm", ""));
    build(&site);
    assert!(site.page(PAGE).contains("kết hôn nhầm"));
    let before = list(&site);
    assert_eq!(before.iter().map(|one| one.1).collect::<Vec<_>>(), [true, false]);

    let ran = site.run(&["release", "rollback"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains(&before[1].0), "{}", ran.out);
    let after = list(&site);
    assert_eq!(after.iter().map(|one| one.1).collect::<Vec<_>>(), [false, true]);
    assert!(!site.page(PAGE).contains("kết hôn nhầm"), "the folder went back too");
    assert_eq!(site.run(&["verify"]).code, 0);

    // Nobody mended anything: a build says so and changes nothing.
    let again = build(&site);
    assert!(again.out.contains("rolled back"), "{}", again.out);
    assert_eq!(list(&site), after);
    assert!(!site.page(PAGE).contains("kết hôn nhầm"));

    // Mended, it is published, and the build says what became of the rollback.
    site.put(MARRIAGE, procedure("Đăng ký kết hôn đúng", ""));
    let mended = build(&site);
    assert!(mended.out.contains("replaced by this new one"), "{}", mended.out);
    assert!(site.page(PAGE).contains("kết hôn đúng"));
    assert_eq!(list(&site).iter().filter(|one| one.1).count(), 1);
    assert!(!build(&site).out.contains("replaced"));
}

#[test]
fn any_release_can_be_named_and_what_was_held_back_is_let_go() {
    let site = Site::sound();
    for name in ["một", "hai", "ba"] {
        site.put(MARRIAGE, procedure(&format!("Thủ tục {name}"), ""));
        build(&site);
    }
    let names: Vec<String> = list(&site).into_iter().map(|one| one.0).collect();
    assert_eq!(site.run(&["release", "rollback", &names[2]]).code, 0);
    assert!(site.page(PAGE).contains("Thủ tục một"));
    assert_eq!(site.run(&["release", "rollback", &names[0][..6]]).code, 0);
    assert!(site.page(PAGE).contains("Thủ tục ba"));
    assert!(!build(&site).out.contains("rolled back"), "the newest is in force again");
    let unknown = site.run(&["release", "rollback", "zzz"]);
    assert!(unknown.code == 2 && unknown.err.contains("release list"), "{}", unknown.err);
    let pruned = site.run(&["release", "prune", "--keep", "1"]);
    assert_eq!(pruned.code, 0);
    assert_eq!(list(&site).len(), 1);
    let alone = site.run(&["release", "rollback"]);
    assert!(alone.code == 2 && alone.err.contains("older"), "{}", alone.err);
}

#[test]
fn a_folder_and_a_mirror_are_proved_against_what_was_published() {
    let site = Site::sound();
    let key = site.run(&["release", "key"]).out.trim().to_owned();
    assert_eq!(key.len(), 64, "{key}");
    assert_eq!(site.run(&["release", "key"]).out.trim(), key, "made once");
    build(&site);
    let sound = site.run(&["verify", "--key", &key]);
    assert!(sound.code == 0 && sound.out.matches("signature right").count() == 2, "{}", sound.out);
    let other = "00".repeat(32);
    let foreign = site.run(&["verify", "--key", &other]);
    assert!(foreign.code == 1 && foreign.out.contains("another key"), "{}", foreign.out);

    // One letter of one page.
    let root = site.output().join("site");
    let folder = root.to_str().unwrap();
    let page = root.join(PAGE);
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replacen("kết hôn", "kết hỏn", 1)).unwrap();
    fs::write(root.join("la.html"), "lạ").unwrap();
    fs::remove_file(root.join("index.html")).unwrap();
    let altered = site.run(&["verify", folder]);
    assert_eq!(altered.code, 1);
    for line in [&format!("differs: {PAGE}"), "missing: index.html", "extra: la.html"] {
        assert!(altered.out.contains(line), "{line} in {}", altered.out);
    }
    // What we did not make stays; what we made is mended.
    build(&site);
    assert!(root.join("la.html").exists() && root.join("index.html").exists());
    assert_eq!(site.run(&["verify", folder]).code, 1);
    assert_eq!(site.run(&["verify", folder, "--extra-ok"]).code, 0);

    // Whoever alters a page and its list cannot sign it.
    let list = root.join(".niemyet-files");
    let lines = fs::read_to_string(&list).unwrap();
    let without: Vec<&str> = lines.lines().filter(|line| !line.ends_with(PAGE)).collect();
    fs::write(&list, without.join("\n")).unwrap();
    fs::remove_file(&page).unwrap();
    let forged = site.run(&["verify", folder, "--extra-ok", "--key", &key]);
    assert!(forged.code == 1 && forged.out.contains("does not fit"), "{}", forged.out);
    fs::remove_file(root.join(".niemyet-files.sig")).unwrap();
    assert_eq!(site.run(&["verify", folder, "--extra-ok", "--key", &key]).code, 1, "unsigned");
}

#[test]
fn an_altered_release_is_named_by_its_file() {
    let site = Site::sound();
    build(&site);
    let folder = site.output().join("release");
    let files = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    let segment = files.into_iter().find(|file| file.extension().is_some_and(|end| end == "nms"));
    let segment = segment.unwrap();
    let mut bytes = fs::read(&segment).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&segment, bytes).unwrap();
    let ran = site.run(&["verify", folder.to_str().unwrap()]);
    let name = segment.file_name().unwrap().to_str().unwrap();
    assert!(ran.code == 1 && ran.out.contains(name), "{}", ran.out);
    assert_eq!(site.run(&["verify", "/nowhere"]).code, 2);
}
