//! What stands in the folder: pipes, links, stray things.

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;

use super::Folder;
use super::folder::PROCEDURE;

#[test]
fn a_socket_or_folder_named_like_a_file_is_told_and_not_opened() {
    let folder = Folder::sound();
    let _listener = UnixListener::bind(folder.path("law/calendar.yaml")).unwrap();
    std::fs::create_dir(folder.path("sets.yaml")).unwrap();
    assert_eq!(folder.found(), ["N013:0", "N013:0"]);
    let site = Folder::sound().without("site.yaml");
    let _listener = UnixListener::bind(site.path("site.yaml")).unwrap();
    assert_eq!(site.found(), ["N013:0"]);
}

#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let folder = Folder::sound();
    symlink("/", folder.path("forms")).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join("about.md"), "# a\n").unwrap();
    symlink(elsewhere.path(), folder.path("pages")).unwrap();
    symlink(elsewhere.path().join("about.md"), folder.path("README.md")).unwrap();
    assert_eq!(folder.found(), ["N007:0", "N007:0", "N007:0"]);
}

#[test]
fn a_folder_reached_by_a_link_is_held_to_its_real_place() {
    let folder = Folder::sound();
    std::fs::create_dir_all(folder.path("forms")).unwrap();
    symlink("/etc/passwd", folder.path("forms/danh-sach.txt")).unwrap();
    symlink(folder.path(PROCEDURE), folder.path("forms/thu-tuc.txt")).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link");
    symlink(folder.path(""), &link).unwrap();
    let options = crate::content::ReadingOptions {
        today: crate::text::Date::parse("2026-11-22").unwrap(),
        keep_going: true,
        cache: None,
    };
    let reading = crate::content::read(&link, &options);
    let codes: Vec<String> =
        reading.report.diagnostics.iter().map(|one| one.code().to_string()).collect();
    assert_eq!(codes, ["N007"]);
    let forms = reading.publication.unwrap().forms;
    assert_eq!(forms.iter().map(|form| &*form.name).collect::<Vec<_>>(), ["thu-tuc.txt"]);
}
